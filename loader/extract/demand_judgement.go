package extract

import (
	"strings"

	"demarche/internal/span"
	"demarche/schema/frames"
)

// demandJudgement reads what a source calls unacceptable, important, necessary.
func (x *extractor) demandJudgement(t int) {
	phrase, n := x.frames.Judgement(x.ahead(t))
	if phrase == nil || x.asked(t) {
		return
	}
	head := t + n - 1
	if x.negated(head) && n == 1 || head+1 < len(x.Tokens) && x.Tokens[head+1].Lower == "as" {
		return // "as important as" compares
	}
	w := wish{at: t, polarity: phrase.Polarity, strength: phrase.Strength, rule: phrase.Rule(), certain: 0.65, cue: []span.Span{x.Words(t, t+n)}}
	s := x.statementAt(t, false)
	switch predicate := x.Child(head, "cop") >= 0; {
	case !predicate:
		x.judgedObject(head, s, w)
	case s >= 0:
		w.by = x.said[s].speaker
		x.judgedSubject(head, s, w)
	}
}

// judgedObject reads "called the move unacceptable", "described it as a red line".
func (x *extractor) judgedObject(head, statement int, w wish) {
	over := x.Tokens[head].Head
	if over < 0 || !x.Is(head, "xcomp", "obl", "advcl") {
		return
	}
	object := x.Child(over, "obj")
	if object < 0 {
		return
	}
	if act := x.Child(head, "xcomp", "advcl", "ccomp"); statement >= 0 && x.Tokens[object].Lower == "it" && act > head && x.infinitive(act) {
		w.by, w.what = x.said[statement].speaker, append(w.what, x.act(act)) // "made it more critical to fight"
		x.inferAddressee(&w, act)
		x.demand(w)
		return
	}
	if x.Tokens[object].UPOS == "PRON" || !x.isVerb(over) {
		return
	}
	if w.by = x.demander(over); w.by < 0 {
		return
	}
	w.what = append(w.what, x.thing(object))
	x.inferAddressee(&w, object)
	x.demand(w)
}

// judgedSubject reads "it is important to act", "the move is unacceptable".
func (x *extractor) judgedSubject(head, statement int, w wish) {
	subject, purpose := x.Child(head, "nsubj", "csubj"), -1
	for c := range x.Children(head) {
		if c > head && x.Is(c, "csubj", "ccomp", "xcomp", "advcl") && !x.marked(c, "if", "because", "as", "when") {
			if subject >= 0 && x.Tokens[subject].IsNoun() && x.infinitive(c) {
				purpose = c // what something is needed for: "the bills are necessary to protect"
				break
			}
			x.judgedClause(head, c, w)
			return
		}
	}
	switch {
	case subject < 0 && w.polarity == "dont":
		x.judgedBefore(head, statement, w)
		return
	case subject < 0 || x.Tokens[subject].UPOS == "PRON" || x.frames.Is(frames.Vague, x.Tokens[subject].Lower):
		return
	case w.polarity == "do" && !x.action(subject):
		return // "charisma is important" asks for nothing
	}
	w.what = append(w.what, x.thing(subject))
	if purpose >= 0 {
		w.what = x.withClause(w.what, purpose)
	}
	x.inferAddressee(&w, subject)
	x.demand(w)
}

// withClause adds the words of a clause, with what leads it, to what is wanted, unless none are left of it.
func (x *extractor) withClause(what []span.Span, predicate int) []span.Span {
	if first, end := x.clause(predicate, 0); first < end {
		what = append(what, x.trimmed(first, end))
	}
	return what
}

// judgedClause reads the clause of a judgement: "it is important for Kyiv to act", "... that Kyiv act".
func (x *extractor) judgedClause(head, clause int, w wish) {
	if x.frames.Is(frames.Idle, x.Tokens[clause].Lemma) {
		return // "important to remember"
	}
	if x.negated(clause) && w.polarity == "do" {
		w.polarity = "dont"
	}
	subject := x.Child(clause, "nsubj")
	switch {
	case subject >= 0 && x.Tokens[subject].Lower == "we" && x.isPerson(w.by):
		w.of, w.inferred = append(w.of, x.allOfUs(w.by)), true
	case subject >= 0:
		w.of = x.other(w.of, subject, w.by)
	}
	if x.infinitive(clause) && subject < 0 {
		w.what = append(w.what, x.act(clause))
	} else {
		w.what = append(w.what, x.whole(clause))
	}
	if forWhom := x.with(head, "for", "obl", "nmod"); forWhom >= 0 && len(w.of) == 0 {
		w.of = x.other(w.of, forWhom, w.by)
	}
	x.inferAddressee(&w, clause)
	x.demand(w)
}

// other adds the entity of a nominal to others, unless it is the one who demands.
func (x *extractor) other(others []int, t, by int) []int {
	if e := x.who(t); e >= 0 && e != by {
		others = append(others, e)
	}
	return others
}

// judgedBefore reads a judgement whose subject the parser hangs elsewhere: what stands before the copula, from the last colon,
// semicolon or full stop on.
func (x *extractor) judgedBefore(head, statement int, w wish) {
	end := x.Child(head, "cop")
	first := end
	for first > x.sentence(head).First && covered(first-1, x.said[statement].Content) {
		if tag := x.Tokens[first-1].Tag; tag == ":" || tag == "." || tag == "``" {
			break
		}
		first--
	}
	if end-first < 2 {
		return
	}
	w.what = append(w.what, x.trimmed(first, end))
	x.inferAddressee(&w, x.headOf(first, end))
	x.demand(w)
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
