// Package attribution finds who is said to say what: the words that attribute (the cue: "said", "according to",
// "demand"), to whom (the source), and what (the content), in English news text.
//
// It knows language and not actors: a source is words, and who they are is for others to say. Model.Find gives the
// attributions of a parsed text. Direct, indirect and mixed speech are treated alike, and so are beliefs, intentions and wishes.
// An attribution may stand inside the content of another; the corpus has next to none of these, so that few are found. All places are tokens, half-open.
//
// The route of a paragraph is finder.paragraph: a recurrent layer over what the syntax network knows of the words finds the
// cues; each cue asks all tokens around it, at most Window sentences away and in the same paragraph, whether they are its source
// or its content, by products of vectors and by features of the way between the two in the tree (features.go); the best consistent
// labels are taken. The model learned from PolNeAR (Newell et al. 2018).
//
// A Model is immutable and may be shared by any number of goroutines. Time and memory are linear in the text.
package attribution
