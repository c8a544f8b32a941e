package extract

import (
	"demarche/internal/span"
	"demarche/schema"
	"demarche/schema/frames"
)

// objectOfPassive reads "the meeting, requested by Sanders".
func (x *extractor) objectOfPassive(t int, w wish, verb *frames.Verb) bool {
	object := x.subject(t)
	if object < 0 || x.Tokens[object].UPOS == "PRON" || verb.Object != "" {
		return false
	}
	first, end := x.Yield(object)
	if t >= first && t < end {
		end = t
		for end > first && x.Tokens[end-1].IsPunct() {
			end--
		}
	}
	w.what = append(w.what, x.trimmed(first, end))
	x.inferAddressee(&w, object)
	return x.demand(w)
}

// objectWish reads "demanded guarantees", "called for a halt to".
func (x *extractor) objectWish(t, complement int, w wish, verb *frames.Verb) bool {
	object := complement
	if object < 0 {
		object = x.Child(t, "obj")
	}
	if object < 0 || object < t {
		return x.cleft(t, w)
	}
	if act := x.forWhom(object); act >= 0 {
		return x.infinitiveFor(object, act, w)
	}
	if x.isVerb(object) && x.preposition(object) != "" {
		w.what = append(w.what, x.act(object)) // "called for ending the war"
		x.inferAddressee(&w, object)
		return x.demand(w)
	}
	if !x.isThing(object) || verb.Strength == "ask" && x.frames.Is(frames.Facts, x.Tokens[object].Lemma) || x.negated(t) && verb.Negated != frames.Refused ||
		verb.Negated == frames.Refused && x.frames.Is(frames.Offered, x.Tokens[object].Lemma) {
		return false
	}
	if verb.Object != "" {
		if !x.asksOthers(t, object, w.by, verb) {
			return false
		}
		w.certain = 0.65
	}
	if s := x.Child(object, "acl:relcl"); s >= 0 && x.subject(s) == t {
		return false
	}
	if s := x.statementAt(t, false); s >= 0 && verb.Voice && x.side(x.said[s].speaker) != x.side(w.by) {
		w.by, w.of = x.said[s].speaker, []int{w.by}
	}
	w.what = append(w.what, x.thingOf(t, object))
	w.of = append(w.of, x.fromWhom(t, object)...)
	x.inferAddressee(&w, object)
	return x.demand(w)
}

// forWish reads "pressed the ministers for a date".
func (x *extractor) forWish(t, complement int, w wish) bool {
	whom := complement
	if whom < 0 {
		whom = x.Child(t, "iobj", "obj")
	}
	if whom < t {
		return false
	}
	thing := x.with(t, "for", "obl")
	if thing < 0 {
		thing = x.with(whom, "for", "nmod")
	}
	if thing < whom || !x.isThing(thing) || x.frames.Is(frames.Facts, x.Tokens[thing].Lemma) {
		return false
	}
	if w.of = x.others(whom, w.by); len(w.of) == 0 && x.Tokens[whom].UPOS != "PRON" {
		return false
	}
	w.cue = x.cueOf(t, x.Child(thing, "case"))
	w.what = append(w.what, x.thingOf(t, thing))
	return x.demand(w)
}

// isThing reports whether a nominal is something to ask for: no pronoun, person, time or bare number.
func (x *extractor) isThing(t int) bool {
	head := x.Tokens[t]
	vague := x.frames.Is(frames.Vague, head.Lower) && x.Child(t, "amod", "compound") < 0
	return head.UPOS != "PRON" && head.UPOS != "NUM" && !vague && !x.isTime(t) && !x.isPerson(x.EntityOf(t))
}

// thingOf is the words of a thing that a verb asks for, with what goes on right behind it and hangs on the verb in the tree: "demanded
// guarantees for the refugees", "sought help to rebuild the port".
func (x *extractor) thingOf(t, object int) span.Span {
	return x.behind(t, object, x.thing(object))
}

// behind adds to what is wanted, whose head is a token, what goes on right behind it and hangs on the verb.
func (x *extractor) behind(t, head int, what span.Span) span.Span {
	first, end := x.Within(what)
	for c := range x.Children(t) {
		left, right := x.Yield(c)
		goesOn := x.Is(c, "obl", "xcomp", "advcl") && (x.infinitive(c) || adnominal[x.preposition(c)]) || x.Is(c, "obj") && x.isVerb(head)
		if x.Is(c, "advcl") && x.marked(c, "until") && x.Child(c, "nsubj") >= 0 {
			goesOn = true // "to wait until the vote is counted"
		}
		if c > head && left == end && goesOn && !x.isTime(c) && !x.reason(c) {
			end = right
		}
	}
	if first >= end {
		return what
	}
	return x.trimmed(first, end)
}

// adnominal are prepositions that lead to what a thing is for or against more often than to how it is asked for.
var adnominal = wordSet("for from to on of against between into over")

// forWhom is the infinitive that a nominal behind "for" is to do ("called for Republicans to unite"), or -1. The nominal
// may be its subject in the tree, and then the infinitive is what "for" leads.
func (x *extractor) forWhom(object int) int {
	if x.isVerb(object) && x.infinitive(object) && x.Child(object, "nsubj") >= 0 {
		return object
	}
	if x.preposition(object) != "for" || x.isVerb(object) {
		return -1
	}
	_, end := x.Yield(object)
	for to := object + 1; to < end+2 && to+1 < x.sentence(object).End; to++ {
		act := x.Tokens[to].Head
		if x.Tokens[to].Tag == "TO" && x.Is(to, "mark") && act > to && (x.animateOrNamed(object) || x.passive(act) || x.Child(act, "obj", "obl", "xcomp", "ccomp") < 0) {
			return act
		}
	}
	return -1
}

func (x *extractor) animateOrNamed(t int) bool { return x.EntityOf(t) >= 0 || x.animate(t) }

// infinitiveFor reads "called for Republicans to unite".
func (x *extractor) infinitiveFor(object, act int, w wish) bool {
	whom := object
	if object == act {
		whom = x.Child(act, "nsubj")
	}
	w.of = append(w.of, x.others(whom, w.by)...)
	if len(w.of) == 0 || x.passive(act) {
		first, _ := x.Yield(whom)
		if c := x.Child(whom, "case"); c == first {
			first++
		}
		_, end := x.clause(act, act)
		w.what, w.of = append(w.what, x.trimmed(first, end)), nil
	} else {
		w.what = append(w.what, x.act(act))
	}
	x.inferAddressee(&w, act)
	return x.demand(w)
}

// cleft reads "what we need is a promise": the thing stands behind the copula.
func (x *extractor) cleft(t int, w wish) bool {
	over := x.Tokens[t].Head
	if over < 0 || !x.Is(t, "csubj", "acl:relcl", "nsubj") {
		return false
	}
	if x.Is(t, "acl:relcl") {
		if over = x.Tokens[over].Head; over < 0 {
			return false
		}
	}
	if x.Child(over, "cop") < 0 || over < t {
		return false
	}
	w.what = append(w.what, x.thing(over))
	if c := x.Child(over, "cop"); c >= 0 {
		if first, end := x.clause(over, c+1); first < end {
			w.what[0] = x.trimmed(first, end)
		}
	}
	x.inferAddressee(&w, over)
	return x.demand(w)
}

// asksOthers reports whether the object of a verb at t is of others' giving, as far as the verb asks for that.
func (x *extractor) asksOthers(t, object, by int, verb *frames.Verb) bool {
	if verb.Object == frames.Ours && x.statementAt(t, false) >= 0 && x.Tokens[object].IsNoun() {
		if s := x.Child(t, "nsubj"); s >= 0 && (x.Tokens[s].Lower == "we" || x.Entities[by].Kind != schema.Person) {
			return true
		}
	}
	switch verb.Object {
	case frames.Acts:
		return x.frames.Is(frames.Done, x.Tokens[object].Lemma) && x.modal(t) == "" // "would order a review" is a plan
	case frames.Asked:
		return x.with(object, "from", "nmod", "obl") >= 0 || x.with(t, "from", "obl") >= 0 || x.with(t, "of", "obl") >= 0
	}
	if x.frames.Is(frames.Gifts, x.Tokens[object].Lemma) {
		return x.Entities[by].Kind != schema.Person || x.statementAt(object, true) >= 0
	}
	return x.with(object, "from", "nmod", "obl") >= 0
}
