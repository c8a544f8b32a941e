package extract

import (
	"strings"

	"demarche/internal/span"
	"demarche/schema/frames"
)

// demandJudgement reads what a source calls unacceptable, important, necessary.
func (x *extractor) demandJudgement(t int) bool {
	phrase, n := x.frames.Judgement(x.ahead(t))
	if phrase == nil || x.asked(t) {
		return false
	}
	head := t + n - 1
	s := x.statementAt(t, false)
	predicate := x.Child(head, "cop") >= 0
	w := wish{at: t, polarity: phrase.Polarity, strength: phrase.Strength, rule: phrase.Rule(), certain: 0.65, cue: []span.Span{x.Words(t, t+n)}}
	if x.negated(head) && n == 1 {
		return false
	}
	if over := x.Tokens[head].Head; over >= 0 && x.Is(head, "xcomp", "obl", "advcl") && !predicate {
		// "called the move unacceptable", "described it as a red line".
		object := x.Child(over, "obj")
		if act := x.Child(head, "xcomp", "advcl", "ccomp"); s >= 0 && object >= 0 && x.Tokens[object].Lower == "it" && act > head && x.infinitive(act) {
			w.by, w.what = x.said[s].speaker, append(w.what, x.act(act)) // "made it more critical to fight"
			x.inferAddressee(&w, act)
			return x.demand(w)
		}
		if object < 0 || x.Tokens[object].UPOS == "PRON" || !x.isVerb(over) {
			return false
		}
		if w.by = x.demander(over); w.by < 0 {
			return false
		}
		w.what = append(w.what, x.thing(object))
		x.inferAddressee(&w, object)
		return x.demand(w)
	}
	if s < 0 || !predicate {
		return false
	}
	w.by = x.said[s].speaker
	for c := range x.Children(head) {
		if c > head && x.Is(c, "csubj", "ccomp", "xcomp", "advcl") && !x.marked(c, "if", "because", "as", "when") {
			if x.frames.Is(frames.Idle, x.Tokens[c].Lemma) {
				return false // "important to remember"
			}
			if x.negated(c) && w.polarity == "do" {
				w.polarity = "dont"
			}
			if subject := x.Child(c, "nsubj"); subject >= 0 {
				if e := x.who(subject); e >= 0 && e != w.by {
					w.of = append(w.of, e)
				}
			}
			if x.infinitive(c) && x.Child(c, "nsubj") < 0 {
				w.what = append(w.what, x.act(c))
			} else {
				w.what = append(w.what, x.whole(c))
			}
			if forWhom := x.with(head, "for", "obl", "nmod"); forWhom >= 0 && len(w.of) == 0 {
				if e := x.who(forWhom); e >= 0 && e != w.by {
					w.of = append(w.of, e)
				}
			}
			x.inferAddressee(&w, c)
			return x.demand(w)
		}
	}
	subject := x.Child(head, "nsubj", "csubj")
	if subject < 0 && w.polarity == "dont" {
		return x.judgedBefore(head, s, w)
	}
	if subject < 0 || x.Tokens[subject].UPOS == "PRON" || x.frames.Is(frames.Vague, x.Tokens[subject].Lower) {
		return false
	}
	if w.polarity == "do" && !x.action(subject) {
		return false // "charisma is important" asks for nothing
	}
	w.what = append(w.what, x.thing(subject))
	x.inferAddressee(&w, subject)
	return x.demand(w)
}

// judgedBefore reads a judgement whose subject the parser hangs elsewhere: what stands before the copula, from the last colon,
// semicolon or full stop on.
func (x *extractor) judgedBefore(head, statement int, w wish) bool {
	end := x.Child(head, "cop")
	first := end
	for first > x.sentence(head).First && covered(first-1, x.said[statement].Content) {
		if tag := x.Tokens[first-1].Tag; tag == ":" || tag == "." || tag == "``" {
			break
		}
		first--
	}
	if end-first < 2 {
		return false
	}
	w.what = append(w.what, x.trimmed(first, end))
	x.inferAddressee(&w, x.headOf(first, end))
	return x.demand(w)
}

// action reports whether a subject is something that is done: a gerund, or a
// noun made of a verb.
func (x *extractor) action(t int) bool {
	if x.isVerb(t) || x.Tokens[t].Tag == "VBG" {
		return true
	}
	for _, ending := range []string{"tion", "sion", "ment", "ance", "ence", "sal", "val", "ing"} {
		if strings.HasSuffix(x.Tokens[t].Lemma, ending) {
			return true
		}
	}
	return false
}
