package extract

import (
	"slices"

	"demarche/schema/frames"
)

// eventVerb reads a verb that names an occurrence: "met", "joined", "left".
func (x *extractor) eventVerb(t int) {
	readings := x.readings(t)
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
	passive := x.passive(t) || x.Tokens[t].Rel == "acl" && x.Tokens[t].Tag == "VBD"
	o, object := x.verbOccurrence(t, readings, subject, passive)
	if o == nil {
		return
	}
	h := happening{Occurrence: o.Occurrence, cue: x.Words(t, o.end), rule: "verb:" + o.Entry, certain: 0.5, first: t, end: o.end}
	h.Undated = h.Undated && x.Tokens[t].Rel != "acl" && (x.Tokens[t].Tag == "VBD" || x.Tokens[t].Tag == "VBN")
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
	if len(h.participants) == 0 && !passive && (h.when == nil || h.place == "" && !o.OfThing) || h.when == nil && (h.place == "" && !h.Undated || x.inPresent(t)) {
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

// reading is what a verb can name, with the nominal that its preposition leads and the token behind its words.
type reading struct {
	frames.Occurrence
	led int // the nominal behind the preposition of the entry, or -1
	end int
}

// readings are what a verb can name, those of more words first. The preposition of an entry may stand apart from its verb: "travelled on
// Monday to Rome".
func (x *extractor) readings(t int) []reading {
	var found, short []reading
	for _, o := range x.frames.EventVerbs(x.ahead(t)) {
		if r := (reading{o, x.behindVerb(t, o.Words), t + o.Words}); o.Words > 1 {
			found = append(found, r)
		} else {
			short = append(short, r)
		}
	}
	for c := range x.Children(t) {
		if preposition := x.preposition(c); x.Is(c, "obl") && preposition != "" && !x.inDate(c) {
			for _, o := range x.frames.EventVerbs([]string{x.Tokens[t].Lower, preposition}) {
				if o.Words == 2 {
					found = append(found, reading{o, c, t + 1})
				}
			}
		}
	}
	return append(found, short...)
}

// behindVerb is the nominal behind a verb whose words with the verb's own are n, when there are several; -1 when there is none.
func (x *extractor) behindVerb(t, n int) int {
	if behind := t + n; n > 1 && behind < x.sentence(t).End {
		for at := behind; at >= 0; at = x.Tokens[at].Head {
			if x.Tokens[at].Head == t && x.Is(at, "obl", "obj", "iobj") {
				return at
			}
		}
	}
	return -1
}

// verbOccurrence is the first of the readings whose conditions hold, with the nominal that is the verb's object or its subject in the
// passive voice; nil when there is none.
func (x *extractor) verbOccurrence(t int, readings []reading, subject int, passive bool) (*reading, int) {
	doer := subject
	if passive {
		doer = x.Child(t, "obl:agent")
	}
	subjects, direct := x.nouns(doer), x.nouns(x.Child(t, "obj"))
	for i := range readings {
		r := &readings[i]
		object := r.led
		switch {
		case passive:
			object = subject
		case object < 0:
			object = x.Child(t, "obj", "iobj")
		}
		objects := x.nouns(object)
		if !passive {
			objects = append(objects, direct...) // "handed the mayor a petition"
		}
		if r.Fits(x.vocabulary, subjects, objects) {
			return r, object
		}
	}
	return nil, -1
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
