package extract

import "demarche/loader/when"

// eventVerb reads a verb that names an occurrence: "met", "joined", "left".
func (x *extractor) eventVerb(t int) {
	what, n := x.frames.EventVerb(x.ahead(t))
	if n == 0 || x.negated(t) || x.hypothetical(t) || x.QuoteAt(x.Tokens[t].Begin) >= 0 || x.inDemand[t] {
		return
	}
	switch x.modal(t) {
	case "", "will", "shall":
	default:
		return
	}
	if x.infinitive(t) && !x.looksAhead(t) {
		return
	}
	subject := x.subject(t)
	if subject < 0 {
		return
	}
	first, _ := x.Yield(subject)
	h := happening{kind: what.Type, cue: x.Words(t, t+n), rule: "verb:" + x.Tokens[t].Lemma, certain: 0.5, first: min(first, t), end: t + n}
	if first > t || t-first > 30 {
		h.first = t
	}
	h.participants = x.partakers(subject)
	if len(h.participants) == 0 {
		if e := x.actorWithin(subject); e >= 0 {
			h.participants = append(h.participants, e)
		}
	}
	for c := range x.Children(t) {
		if x.Is(c, "obj", "iobj") || x.Is(c, "obl") && (x.preposition(c) == "with" || x.preposition(c) == "to" || x.preposition(c) == "from") {
			h.participants = append(h.participants, x.partakers(c)...)
			if c > t {
				h.end = max(h.end, x.shortEnd(c))
			}
		}
		if c > t && x.Is(c, "obl", "nmod") && (x.inDate(c) || x.placeName(c) != "") {
			h.end = max(h.end, x.shortEnd(c))
		}
	}
	x.around(&h, t)
	if object := x.Child(t, "obj"); object >= 0 && h.place == "" && what.AtObject {
		h.place = x.placeName(object) // "left Crimea"
	}
	if h.when == nil {
		h.when = x.dateBeside(t)
	}
	if len(h.participants) == 0 || h.when == nil && (what.Dated || h.place == "") || what.Dated && h.when.Precision != when.Day {
		return
	}
	x.happened(h)
}

// actorWithin is the actor in a nominal that is none itself: "hundreds of
// US paratroopers", "10 convoys of Russian troops".
func (x *extractor) actorWithin(t int) int {
	first, end := x.Yield(t)
	for at := first; at < end; at++ {
		if e := x.EntityOf(at); e >= 0 {
			return e
		}
	}
	return -1
}
