// Package tally counts how much of what annotators found in news texts a system found, too.
//
// Three kinds of gold are known: records of articles in the interchange format (Records), attributions of texts in the PolNeAR
// corpus (Attributions), and sentences with a PLOVER code (Demands). The system's side is always in the interchange format: one
// JSON object an article, a line each, offsets in Unicode code points. The measures, down to the order in which ties are broken,
// are those of score.py, score_attribution.py and score_events.py, which lie beside the project; a test compares the counts.
// Tables by cue, rule, polarity and kind of quotation, and what is right above each confidence, come on top.
//
// Spans are compared as sets of words, runs of letters and digits at their place, so that quotation marks and
// punctuation do not matter. Records are paired one to one so that the total overlap is greatest.
//
// Plain data goes in and comes out. Nothing has state, and everything is safe for concurrent use.
package tally
