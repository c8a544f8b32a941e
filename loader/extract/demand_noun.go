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
	for c := range x.Children(t) {
		if c < t {
			continue
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
