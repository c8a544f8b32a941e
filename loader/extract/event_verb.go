package extract

import "slices"

// eventVerb reads a verb that names an occurrence: "met", "joined", "left".
func (x *extractor) eventVerb(t int) {
	readings := x.frames.EventVerbs(x.ahead(t))
	if len(readings) == 0 || !x.tookPlace(t) {
		return
	}
	subject := x.subject(t)
	if subject < 0 {
		subject = x.bare(t)
	}
	if subject < 0 {
		return
	}
	doer, object := subject, x.objectOf(t, readings[0].Words)
	if x.passive(t) {
		doer, object = x.Child(t, "obl:agent"), subject
	}
	objects := x.nouns(object)
	if object >= 0 && object != subject {
		objects = append(objects, x.nouns(x.Child(t, "obj"))...) // "handed the mayor a petition"
	}
	o, found := x.occurrence(readings, x.nouns(doer), objects)
	if !found {
		return
	}
	h := happening{Occurrence: o, cue: x.Words(t, t+o.Words), rule: "verb:" + o.Entry, certain: 0.5, first: t, end: t + o.Words}
	h.Undated = h.Undated && (x.Tokens[t].Tag == "VBD" || x.Tokens[t].Tag == "VBN")
	if first, end := x.Yield(subject); first < t && t-first <= longest {
		for h.first = first; x.Is(t, "acl") && x.Is(h.first, "case") && h.first < subject; h.first++ {
		}
	} else if first > t && end-t <= longest {
		h.end = max(h.end, x.shortEnd(subject))
	}
	if !o.OfThing || subject != object {
		h.participants = x.doers(subject)
	} else if e := x.owner(subject); e >= 0 {
		h.participants = []int{e} // "its roadmap, adopted on Saturday"
	}
	x.aroundVerb(&h, t, object)
	x.around(&h, t)
	if object >= 0 && h.place == "" {
		if o.Object {
			h.place = x.placeName(object) // "left Crimea"
		}
		if h.place == "" {
			h.place = x.placeBeside(object) // "told a rally in Hanover"
		}
	}
	if h.place == "" && subject != object && x.EntityOf(subject) < 0 {
		h.place = x.placeBeside(subject) // "nurses in Berlin walked out"
	}
	if h.when == nil {
		h.when = x.dateBeside(t)
	}
	if len(h.participants) == 0 && (h.when == nil || h.place == "" && !o.OfThing) || h.when == nil && (h.place == "" && !h.Undated || x.inPresent(t)) {
		return
	}
	x.happened(h)
}

// bare is the actor in front of a verb that the parser takes for no subject, since an apposition ends it: "The PM, Janez Janša, has
// written"; -1 when there is none.
func (x *extractor) bare(t int) int {
	for c := range x.Children(t) {
		if c < t && x.Is(c, "obl", "dislocated") && x.preposition(c) == "" && !x.inDate(c) && len(x.partakers(c)) > 0 {
			return c
		}
	}
	return -1
}

// tookPlace reports whether a predicate says that something happened or is to happen: it is not denied, asked for, supposed or
// said by a source.
func (x *extractor) tookPlace(t int) bool {
	if x.Is(t, "amod", "compound") || x.negated(t) || x.hypothetical(t) || x.asked(t) || x.QuoteAt(x.Tokens[t].Begin) >= 0 || x.inDemand[t] {
		return false
	}
	switch x.modal(t) {
	case "", "will", "shall":
	case "would":
		if !x.Is(t, "ccomp") || x.perfect(t) { // "said a team would travel to Pretoria"
			return false
		}
	default:
		return false
	}
	if x.infinitive(t) {
		return x.looksAhead(t)
	}
	return x.Tokens[t].Tag != "VBG" || x.Child(t, "aux") >= 0 || !x.Is(t, "xcomp", "acl") && !x.marked(t, "of", "without", "against", "for")
}

// inPresent reports whether a predicate is in the present tense, which without a day tells of what happens again and again.
func (x *extractor) inPresent(t int) bool {
	if tag := x.Tokens[t].Tag; tag == "VBZ" || tag == "VBP" {
		return true
	}
	return x.Tokens[t].Tag == "VB" && x.modal(t) == ""
}

// objectOf is what a verb is about, whose words with the verb's own are n: the nominal behind its preposition, or its object; -1 when
// there is none.
func (x *extractor) objectOf(t, n int) int {
	if behind := t + n; n > 1 && behind < x.sentence(t).End {
		for at := behind; at >= 0; at = x.Tokens[at].Head {
			if x.Tokens[at].Head == t && x.Is(at, "obl", "obj", "iobj") {
				return at
			}
		}
	}
	return x.Child(t, "obj", "iobj")
}

// aroundVerb reads who else takes part, and takes into the evidence what says with whom, when and where.
func (x *extractor) aroundVerb(h *happening, t, object int) {
	for c := range x.Children(t) {
		preposition := x.preposition(c)
		placed := x.leadsPlace(h, preposition, c) && x.placeIn(c) != ""
		joins := x.Is(c, "obj", "iobj") || c == object || x.Is(c, "obl") && slices.Contains([]string{"with", "to", "from", "by"}, preposition)
		timed := x.Is(c, "obl", "nmod", "advmod") && x.inDate(c)
		if joins && !placed && !timed && !(h.OfThing && x.Is(c, "obj")) {
			h.participants = append(h.participants, x.partakers(c)...)
		}
		if !joins && !timed && !(placed && x.Is(c, "obl", "nmod")) {
			continue
		}
		first, _ := x.Yield(c)
		if c > t {
			h.end = max(h.end, min(x.shortEnd(c), t+longest))
		} else if first < h.first && t-first <= longest {
			h.first = first // "On Monday, ambassadors blocked"
		}
	}
}

// longest is how many tokens evidence reaches to either side of its verb.
const longest = 30
