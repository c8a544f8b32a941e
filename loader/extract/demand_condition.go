package extract

import (
	"demarche/internal/span"
	"demarche/schema/frames"
)

// demandCondition reads a condition that a source puts to others: "provided that X", "only if", and threats: "if NATO does not
// respond, Russia will".
func (x *extractor) demandCondition(t int) {
	n := x.frames.Condition(x.ahead(t))
	if word := x.Tokens[t].Lower; (word == "until" || word == "unless") && x.notUntil(t) {
		return
	}
	if n == 0 && (x.Tokens[t].Lower != "if" || t > 0 && x.Tokens[t-1].Lower == "only") {
		return
	}
	s := x.statementAt(t, false)
	if s < 0 || x.asked(t) {
		return
	}
	w := wish{at: t, by: x.said[s].speaker, strength: "demand", rule: "condition", certain: 0.6}
	if n == 0 {
		x.threat(t, w)
		return
	}
	w.by = x.conditioner(t, w.by)
	w.cue = []span.Span{x.Words(t, t+n)}
	head := x.leads(t + n - 1)
	if head < 0 {
		return
	}
	if x.isVerb(head) && x.Tokens[t].Lower == "unless" {
		w.orElse = x.consequences(head, w.by)
	}
	if x.isPerson(x.side(w.by)) && w.orElse.Empty() {
		return // a person's "unless" is seldom a demand; a state's is
	}
	if x.isVerb(head) || x.Child(head, "cop", "nsubj") >= 0 {
		w.what = append(w.what, x.whole(head))
		if x.negated(head) {
			w.polarity = "dont"
		}
		if subject := x.subject(head); subject >= 0 {
			if e := x.who(subject); e >= 0 && x.side(e) != x.side(w.by) {
				w.of = append(w.of, e)
			}
		}
	} else {
		w.what = append(w.what, x.thing(head))
	}
	x.inferAddressee(&w, head)
	x.demand(w)
}

// conditioner is who puts a condition: who does on it what the main clause says ("they would lift it only if"), else who speaks.
func (x *extractor) conditioner(t, speaker int) int {
	main := x.Tokens[t].Head
	for main >= 0 && !x.isVerb(main) || main > t && x.Is(main, "advcl") {
		main = x.Tokens[main].Head
	}
	if main < 0 || main > t {
		return speaker
	}
	if s := x.subject(main); s >= 0 {
		if e := x.who(s); e >= 0 {
			return e
		}
	}
	return speaker
}

// leads is the head of what a preposition or conjunction leads, or -1.
func (x *extractor) leads(t int) int {
	at := t
	for x.Is(at, "fixed", "mark", "case", "advmod", "det", "compound") && x.Tokens[at].Head >= 0 {
		at = x.Tokens[at].Head
		if at > t {
			return at
		}
	}
	if x.Tokens[at].Head >= 0 && at <= t {
		for c := range x.Children(at) {
			if c > t && x.Is(c, "acl", "ccomp", "advcl", "nmod", "obl") {
				return c
			}
		}
	}
	return -1
}

// threat reads "if X does not do this, we will": doing it is demanded of X, and the rest is the consequence. Without "not", leaving it off
// is.
func (x *extractor) threat(t int, w wish) {
	if !x.Is(t, "mark") {
		return
	}
	clause := x.Tokens[t].Head
	if w.orElse = x.consequences(clause, w.by); w.orElse.Empty() {
		return
	}
	subject := x.subject(clause)
	if subject < 0 {
		return
	}
	w.cue = x.cueOf(t)
	if x.negated(clause) {
		w.polarity = "do"
	} else {
		w.polarity, w.certain = "dont", 0.4
	}
	if e := x.who(subject); e >= 0 {
		if x.side(e) == x.side(w.by) {
			return
		}
		for _, one := range x.listed(subject) {
			w.of = append(w.of, x.who(one))
		}
		w.what = append(w.what, x.act(clause))
	} else {
		if !x.negated(clause) {
			return
		}
		first, end := x.Yield(subject)
		w.what = append(w.what, x.trimmed(first, end))
		if _, last := x.clause(clause, clause); clause+1 < last {
			if rest := x.trimmed(clause+1, last); !rest.Empty() {
				w.what = append(w.what, rest)
			}
		}
	}
	x.inferAddressee(&w, clause)
	x.demand(w)
}

// mains are the predicates that a clause with "if" may belong to: what it hangs on, what that hangs on, and clauses beside it.
func (x *extractor) mains(clause int) []int {
	var all []int
	for at := x.Tokens[clause].Head; at >= 0; at = x.Tokens[at].Head {
		all = append(all, at)
		for c := range x.Children(at) {
			if c > clause && x.Is(c, "ccomp", "parataxis", "conj") {
				all = append(all, c)
			}
		}
		if !x.Is(at, "xcomp", "advcl", "conj", "acl") {
			break
		}
	}
	return all
}

// consequences is what a speaker will do otherwise, by one of the clauses that a clause with "if" may belong to.
func (x *extractor) consequences(clause, by int) span.Span {
	for _, main := range x.mains(clause) {
		if c := x.consequence(main, clause, by); !c.Empty() {
			return c
		}
	}
	return span.Span{}
}

// notUntil reads "will not return until the army has left", "refused to sign unless": what others have to do first.
func (x *extractor) notUntil(t int) bool {
	clause := x.Tokens[t].Head
	switch {
	case x.Is(t, "case") && x.Is(clause, "nsubj"):
		clause = x.Tokens[clause].Head // the parser takes it for a preposition of the subject
	case !x.Is(t, "mark"):
		return false
	}
	subject := x.Child(clause, "nsubj")
	if subject < 0 || subject < t || x.asked(t) {
		return false
	}
	for _, main := range x.mains(clause) {
		by := x.withholder(main)
		if by < 0 {
			continue
		}
		w := wish{at: t, by: by, cue: x.cueOf(t), strength: "demand", rule: "condition", certain: 0.6}
		e := x.who(subject)
		if e >= 0 && (e == by || e == x.side(by)) || e < 0 && (!x.passive(clause) || !x.Is(main, "xcomp")) {
			return false // nobody else is named: "will not open until the roof is repaired"
		}
		if e >= 0 && !x.passive(clause) {
			w.of = append(w.of, e)
		}
		w.what = append(w.what, x.whole(clause))
		w.what[0].Begin = max(w.what[0].Begin, x.Tokens[t+1].Begin)
		first, end := x.clause(main, x.actFirst(main))
		if left, _ := x.Yield(clause); left > first {
			w.orElse = x.trimmed(first, min(end, left))
		}
		x.inferAddressee(&w, clause)
		return x.demand(w)
	}
	return false
}

// withholder is who says that he will not do something, or refuses to do it; -1 when nobody does.
func (x *extractor) withholder(main int) int {
	over := x.Tokens[main].Head
	if over >= 0 && x.Is(main, "xcomp") && x.infinitive(main) && (x.Tokens[over].Lemma == "refuse" || x.Tokens[over].Lemma == "decline") && !x.negated(over) {
		return x.demander(over)
	}
	if over >= 0 && x.Is(main, "xcomp") && x.infinitive(main) && x.negated(main) && x.frames.Is(frames.Threats, x.Tokens[over].Lemma) {
		return x.demander(over) // "vowed not to return until"
	}
	s := x.statementAt(main, false)
	subject := x.subject(main)
	if modal := x.modal(main); s < 0 || subject < 0 || !x.negated(main) || modal != "will" && modal != "would" || x.perfect(main) {
		return -1
	}
	by := x.said[s].speaker
	if x.isWord(subject, "it", "they", "he", "she") {
		return by // in what is reported, who speaks more often than another
	}
	if e := x.who(subject); e < 0 || x.side(e) != x.side(by) {
		return -1
	}
	return by
}

// consequence is the main clause when it says what its speaker will do.
func (x *extractor) consequence(main, clause, by int) span.Span {
	over := x.Tokens[main].Head
	threatened := over >= 0 && x.Is(main, "xcomp") && x.infinitive(main) && x.frames.Is(frames.Threats, x.Tokens[over].Lemma) && !x.negated(over)
	switch modal := x.modal(main); {
	case modal == "will" || modal == "would" || modal == "shall":
	case threatened:
	default:
		return span.Span{}
	}
	subject := x.subject(main)
	if subject < 0 {
		return span.Span{}
	}
	if e := x.who(subject); e < 0 || x.side(e) != x.side(by) {
		return span.Span{}
	}
	first, end := x.clause(main, 0)
	left, right := x.Yield(clause)
	if left <= first {
		first = right
	} else if right >= end {
		end = left
	}
	if s := x.statementAt(main, false); s >= 0 {
		first = max(first, x.said[s].Content[0].First)
	}
	for first < end && (x.Tokens[first].Lower == "then" || threatened && x.Tokens[first].Lower == "to") {
		first++
	}
	return x.trimmed(first, max(first, end))
}
