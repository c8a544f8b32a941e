package extract

import (
	"slices"

	"demarche/internal/span"
	"demarche/loader/when"
	"demarche/schema/frames"
)

// findEvents reads occurrences off the nouns and verbs that name them. A noun
// counts when the text around it gives a day, a place or who took part; a verb
// when an actor is its subject. One occurrence is one event, however often the
// article speaks of it.
func (x *extractor) findEvents() {
	x.inDemand = make([]bool, len(x.Tokens)) // what is asked for has not happened
	for _, d := range x.Demands {
		for _, w := range d.What {
			for t := x.TokenAt(w.Begin); t < len(x.Tokens) && x.Tokens[t].Begin < w.End; t++ {
				x.inDemand[t] = true
			}
		}
	}
	x.vocabulary = map[string]bool{}
	for _, t := range x.Tokens {
		x.vocabulary[t.Lower] = true
	}
	for t := range x.Tokens {
		switch {
		case x.whereOf(t) != Body:
		case x.isVerb(t):
			x.eventVerb(t)
		case x.Tokens[t].IsNoun() || x.Tokens[t].UPOS == "ADJ":
			x.eventNoun(t)
		}
	}
	x.mergeEvents()
}

// happening is an event before it is written down.
type happening struct {
	frames.Occurrence
	cue          span.Span
	participants []int
	place        string
	when         *when.Date
	first, end   int // tokens of the evidence
	rule         string
	certain      float64
}

func (x *extractor) happened(h happening) {
	e := Event{
		Basis: Basis{Cue: []span.Span{h.cue}, Where: x.whereOf(h.first), When: h.when, Rule: h.rule, Confidence: h.certain},
		Type:  h.Type, Place: h.place, Evidence: x.trimmed(h.first, h.end), undated: h.Undated,
	}
	for _, p := range h.participants {
		if p >= 0 && !slices.ContainsFunc(e.Participants, func(a Actor) bool { return a.ID == x.Entities[p].ID }) {
			e.Participants = append(e.Participants, x.actor(p))
		}
	}
	e.Label = x.nameOf(h.first, h.end)
	x.Events = append(x.Events, e)
}

// eventNoun reads a noun that names an occurrence, with what stands around it.
func (x *extractor) eventNoun(t int) {
	if x.inDate(t) || t > x.sentence(t).First && x.startsEarlier(t) {
		return // "march" in "in March", "call" in "phone call"
	}
	o, found := x.nounOccurrence(x.frames.EventNouns(x.ahead(t)))
	if !found {
		return
	}
	head := t + o.Words - 1
	if x.Is(head, "compound", "amod", "nmod:desc") && x.Tokens[head].Head > head || x.QuoteAt(x.Tokens[t].Begin) >= 0 && o.Type != "attack" {
		return // "election officials", what a quotation speaks of
	}
	h := happening{Occurrence: o, cue: x.Words(t, head+1), rule: "noun:" + o.Entry, certain: 0.5, first: t, end: head + 1}
	h.Undated = h.Undated && x.attended(head)
	if !x.leadIn(&h, t, head) {
		return
	}
	over := x.governing(head)
	if over >= 0 && h.when == nil && x.supposed(head, over) {
		return
	}
	history := h.when != nil && h.when.Precision == when.Year // "supported the 2003 invasion": who speaks of it took no part
	x.around(&h, head)
	if over >= 0 && !history {
		x.addActing(&h, head, over)
		x.around(&h, over)
		if x.Is(head, "nsubj") {
			h.end = x.datedEnd(h.end, over)
		}
	} else if over := x.being(head); over >= 0 {
		x.addBeing(&h, head, over)
	}
	if h.when == nil {
		h.when = x.dateBeside(head)
	}
	if h.place == "" {
		h.place = x.placeBeside(head)
	}
	if len(h.participants) == 0 && (!x.Is(head, "nsubj") || h.when == nil && (over < 0 || !x.looksBack(over) || x.Tokens[head].Tag != "NN")) { // "the strike entered its third day on Monday"
		return
	}
	if h.when == nil && h.place == "" && len(h.participants) < 2 && !h.Undated {
		return
	}
	if h.when == nil && over >= 0 && x.looksAhead(over) {
		return // "are planning a vigil": no day is set
	}
	if h.when != nil && h.place != "" {
		h.certain = 0.7
	}
	x.happened(h)
}

// supposed reports whether the clause of a noun says that the occurrence may be, is not or should be: "talks could resume", "urged Iran to
// return to talks".
func (x *extractor) supposed(head, over int) bool {
	if x.inDemand[head] && x.Tokens[over].Tag == "VB" {
		return true
	}
	if x.Is(head, "obj", "conj") && x.frames.Is(frames.Containing, x.Tokens[over].Lemma) {
		return true // "the proposals envision a withdrawal"
	}
	switch x.modal(over) {
	case "could", "may", "might", "should", "must":
		return x.Is(head, "nsubj", "obj")
	}
	return x.negated(over) && x.Is(head, "nsubj", "obj")
}

// datedEnd is where evidence ends that runs to the day or place that a verb behind it has: "the strike entered its third day on Monday".
func (x *extractor) datedEnd(end, verb int) int {
	for c := range x.Children(verb) {
		placed := x.Is(c, "obl") && x.preposition(c) == "in" && x.placeIn(c) != ""
		if behind := x.shortEnd(c); c > verb && (x.Is(c, "obl", "advmod") && x.inDate(c) || placed) && behind-verb <= datedReach {
			end = max(end, behind)
		}
	}
	return end
}

// datedReach is how many tokens behind a verb its day or place may end to be taken into the evidence of its subject.
const datedReach = 8

// attended reports whether what happens in the clause of a noun for one occurrence happens there: "told a news conference", "said in a
// phone call".
func (x *extractor) attended(head int) bool {
	over := x.governing(head)
	if over < 0 || x.Tokens[head].Tag != "NN" {
		return false
	}
	if x.Is(head, "obj", "iobj") {
		return x.frames.Is(frames.Telling, x.Tokens[over].Lemma)
	}
	return slices.Contains([]string{"at", "in", "during", "by"}, x.preposition(head))
}

// leadIn reads what leads a noun for an occurrence: whose it is and when it was ("Thursday's Russian strike"). It is false where
// the noun stands for no certain occurrence: "any deal".
func (x *extractor) leadIn(h *happening, t, head int) bool {
	for c := range x.Children(head) {
		if x.Is(c, "det", "amod", "compound") && x.frames.Is(frames.Unreal, x.Tokens[c].Lower) {
			return false
		}
		if c < head && x.Is(c, "det", "amod", "compound", "nmod:poss", "nummod", "nmod:unmarked") {
			left, _ := x.Yield(c)
			h.first = min(h.first, left)
		}
	}
	for i := h.first; i < t; i++ {
		if e := x.EntityOf(i); e >= 0 {
			h.participants = append(h.participants, e)
		}
		if x.inDate(i) && h.when == nil {
			h.when = x.dateAt(i, head)
		}
	}
	return true
}

// nounOccurrence is the first of the readings whose conditions hold.
func (x *extractor) nounOccurrence(readings []frames.Occurrence) (frames.Occurrence, bool) {
	for _, o := range readings {
		if o.Fits(x.vocabulary, nil, nil) {
			return o, true
		}
	}
	return frames.Occurrence{}, false
}

// startsEarlier reports whether an entry of more words began at a token before.
func (x *extractor) startsEarlier(t int) bool {
	for back := 1; back <= 2 && t-back >= 0; back++ {
		if readings := x.frames.EventNouns(x.ahead(t - back)); len(readings) > 0 && readings[0].Words > back {
			return true
		}
	}
	return false
}
