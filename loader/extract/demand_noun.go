package extract

import (
	"strings"

	"demarche/internal/span"
	"demarche/schema/frames"
)

// demandNoun reads a noun of demanding: "Moscow's demand for guarantees", "their call to", "key demands, such as a halt", "the
// demand is that".
func (x *extractor) demandNoun(t int) {
	noun := x.frames.DemandNoun(x.Tokens[t].Lower)
	if noun == nil || x.hypothetical(t) {
		return
	}
	by := x.owner(t)
	if by < 0 && noun.Accepts(frames.At) && x.preposition(t) == "at" {
		if of := x.with(t, "of", "nmod"); of >= 0 {
			by = x.who(of)
		}
	}
	if by < 0 {
		by = x.lightMaker(t)
	}
	if by < 0 {
		if s := x.statementAt(t, false); s >= 0 && noun.Voice {
			by = x.said[s].speaker
		}
	}
	if by < 0 {
		return
	}
	what, act := x.complementOf(t, noun)
	if what.Empty() {
		return
	}
	w := wish{at: t, by: by, cue: x.cueOf(t), what: []span.Span{what}, strength: noun.Strength, rule: noun.Rule(), certain: 0.85}
	if s := x.Child(t, "nsubj"); s >= 0 && x.preposition(t) == "under" {
		w.of = x.others(s, by) // "is under pressure from X to"
	}
	if act >= 0 {
		if x.negated(act) || strings.HasPrefix(x.Tokens[act].Lower, "non-") {
			w.polarity = "dont"
		}
		if s := x.Child(act, "nsubj"); s >= 0 {
			if e := x.who(s); e >= 0 && e != by {
				w.of = append(w.of, e)
			}
		}
		w.of = append(w.of, x.fromWhom(t, act)...)
		if on := x.with(t, "on", "nmod", "obl"); on >= 0 && on != act && x.animateOrNamed(on) {
			w.of = append(w.of, x.who(on)) // "pressure on China to"
		}
		x.inferAddressee(&w, act)
	}
	x.demand(w)
}

// lightMaker is who makes a demand with a verb that says no more: "made a request", "issued an ultimatum".
func (x *extractor) lightMaker(t int) int {
	head := x.Tokens[t].Head
	if head < 0 || !x.Is(t, "obj") || !x.frames.Is(frames.Making, x.Tokens[head].Lemma) || x.denied(head) {
		return -1
	}
	return x.demander(head)
}

// complementOf finds what a noun of demanding asks for, and the head of that.
func (x *extractor) complementOf(t int, noun *frames.Noun) (what span.Span, head int) {
	if noun.Accepts(frames.At) && x.preposition(t) == "at" {
		return x.doneAt(t)
	}
	if what = x.listBehind(t, noun); !what.Empty() {
		return what, -1
	}
	for c := range x.Children(t) {
		if c < t {
			continue
		}
		if x.Is(c, "nmod", "obl") && x.preposition(c) == "for" && noun.Accepts(frames.For) {
			if act := x.forWhom(c); act >= 0 && !x.animateOrNamed(c) {
				_, end := x.clause(act, act)
				first, _ := x.Within(x.thing(c))
				return x.trimmed(first, end), act // "calls for all salt to be iodised"
			}
		}
		switch preposition := x.preposition(c); {
		case x.Is(c, "nmod", "obl") && (preposition == "for" || preposition == "on") && noun.Accepts(preposition):
			return x.thing(c), c
		case preposition == "of" && noun.Accepts(frames.Of) && x.isVerb(c):
			return x.act(c), c // "the importance of electing"
		case x.Is(c, "nmod", "obl") && preposition == "such" && noun.Accepts(frames.For):
			return x.thing(c), c
		case x.Is(c, "acl", "advcl", "ccomp", "xcomp") && noun.Accepts(frames.Infinitive) && x.isVerb(c) && x.infinitive(c) && x.Tokens[c].Rel != "acl:relcl":
			return x.act(c), c
		case x.Is(c, "acl", "advcl", "ccomp") && noun.Accepts(frames.That) && x.marked(c, "that") && x.Tokens[c].Rel != "acl:relcl":
			return x.whole(c), c
		case x.Is(c, "acl", "advcl") && preposition == "for" && noun.Accepts(frames.For):
			return x.act(c), c
		}
	}
	if what, head = x.behindNoun(t, noun); head >= 0 {
		return what, head
	}
	head = x.Tokens[t].Head
	if head < 0 || !x.Is(t, "nsubj") {
		return span.Span{}, -1
	}
	// "The demand is that X", "proposals are aimed at creating", "envision".
	if !x.frames.Is(frames.Containing, x.Tokens[head].Lemma) {
		return span.Span{}, -1
	}
	for c := range x.Children(head) {
		if c > head && x.Is(c, "obj", "obl", "advcl", "ccomp", "xcomp") && !x.isTime(c) {
			if x.isVerb(c) {
				return x.act(c), c
			}
			return x.thing(c), c
		}
	}
	return span.Span{}, -1
}

// doneAt is what is done at somebody's request, and its head: the act, but the meeting, when nothing is said of it but that it was held.
func (x *extractor) doneAt(t int) (what span.Span, head int) {
	verb := x.Tokens[t].Head
	if verb < 0 || !x.isVerb(verb) || !x.Is(t, "obl") {
		return span.Span{}, -1
	}
	subject, object := x.Child(verb, "nsubj"), x.Child(verb, "obj")
	held := x.frames.Is(frames.Holding, x.Tokens[verb].Lemma)
	switch {
	case held && x.passive(verb) && subject >= 0:
		return x.thing(subject), subject
	case held && object >= 0:
		return x.thing(object), object
	}
	first, end := x.actFirst(verb), 0
	if x.passive(verb) {
		first, _ = x.Within(x.whole(verb))
	}
	_, end = x.clause(verb, first)
	left, right := x.Yield(t)
	if left <= first {
		first = right
	} else if left > verb {
		end = min(end, left)
	}
	if first >= end {
		return span.Span{}, -1
	}
	return x.trimmed(first, end), verb
}

// listBehind is what stands behind the colon after a noun: "laid down three conditions: a date, a place and an agenda".
func (x *extractor) listBehind(t int, noun *frames.Noun) span.Span {
	i := x.SentenceOf(t)
	end := x.Sentences[i].End
	if !noun.Accepts(frames.List) || t+1 >= end || x.Tokens[t+1].Lower != ":" {
		return span.Span{}
	}
	if t+2 == end && i+1 < len(x.Sentences) && x.Sentences[i+1].Block == x.Sentences[i].Block {
		end = x.Sentences[i+1].End // the colon ended the sentence
	}
	return x.trimmed(t+2, end)
}

// behindNoun finds what a noun asks for by its place, where the parser hangs it on another word: right behind the noun, or behind
// whose demand it is and on whom it presses.
func (x *extractor) behindNoun(t int, noun *frames.Noun) (what span.Span, head int) {
	at, end := t+1, x.sentence(t).End
	for c := range x.Children(t) {
		switch x.preposition(c) {
		case "by", "from", "on", "of", "to":
			if first, behind := x.Yield(c); first == at {
				at = behind
			}
		}
	}
	for at < end && (x.Tokens[at].Lower == "," || x.inDate(at)) {
		at++
	}
	if at >= end {
		return span.Span{}, -1
	}
	head = x.Tokens[at].Head
	switch {
	case head <= at:
	case x.Tokens[at].Tag == "TO" && noun.Accepts(frames.Infinitive) && x.Is(at, "mark") && x.isVerb(head):
		return x.act(head), head
	case x.Tokens[at].Lower == "for" && noun.Accepts(frames.For) && at == t+1 && x.Is(at, "case"):
		return x.thing(head), head
	case x.Tokens[at].Lower == "that" && x.Is(at, "mark") && x.Tokens[at-1].Lower != "," && noun.Accepts(frames.That):
		return x.whole(head), head
	case x.Tokens[at].Lower == "such" && noun.Accepts(frames.For) && x.Is(at, "case"):
		return x.thing(head), head
	}
	return span.Span{}, -1
}
