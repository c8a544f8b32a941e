package extract

import (
	"strings"

	"demarche/internal/span"
	"demarche/schema/frames"
)

// findPositions reads stances off demands, off verbs that take a side, and off
// what sources say they are ready for. An actor has one position on an issue.
func (x *extractor) findPositions() {
	for _, d := range x.Demands {
		x.positionOfDemand(d)
	}
	for t := range x.Tokens {
		if x.isVerb(t) {
			x.stanceVerb(t)
		}
		x.readiness(t)
	}
	x.mergePositions()
}

func (x *extractor) stand(actor int, issue, stance string, evidence span.Span, rule string, certain float64) {
	if issue == "" || evidence.Empty() {
		return
	}
	side := x.side(actor)
	at := x.TokenAt(evidence.Begin)
	x.Positions = append(x.Positions, Position{
		Basis: Basis{Where: x.whereOf(at), Rule: rule, Confidence: certain},
		Actor: x.actor(side), Issue: issue, Stance: stance, Evidence: evidence,
	})
}

// positionOfDemand: who demands a thing supports it, and who demands its end
// or absence opposes it.
func (x *extractor) positionOfDemand(d Demand) {
	actor := x.Find(d.By.ID)
	if actor < 0 {
		return
	}
	first, last := x.Within(d.What[0])
	if first >= last {
		return
	}
	stance := "support"
	start := first
	ending := x.frames.EndingFirst(x.Tokens[first].Lower)
	if head := x.headOf(first, last); x.frames.Ending(x.Tokens[head].Lower) {
		ending, start = true, head
	}
	if ending && d.Polarity == "dont" && strings.HasPrefix(x.Tokens[start].Lower, "non-") {
		ending = false // "non-expansion" is why the demand is not to do
	}
	if against := x.againstClause(first, last); against >= 0 {
		ending, start = true, against // "a promise that Ukraine would not join" is wanted by who opposes that
	}
	if ending != (d.Polarity == "dont") {
		stance = "oppose"
	}
	if ending {
		for start++; start < last && (x.Tokens[start].Tag == "IN" || x.Tokens[start].Tag == "TO" || x.Tokens[start].Tag == "DT"); start++ {
		}
	}
	if start >= last {
		start = first
	}
	x.stand(actor, x.issue(start, last), stance, d.What[0], "demand", d.Confidence)
}

// againstClause is where the clause of a noun begins that says what is not to be, or is to end ("a promise that NATO will not
// expand", "guarantees that would halt its expansion"), or -1.
func (x *extractor) againstClause(first, last int) int {
	head := x.headOf(first, last)
	if !x.frames.Is(frames.Gifts, x.Tokens[head].Lemma) {
		return -1
	}
	for c := range x.Children(head) {
		if c < head || c >= last || !x.Is(c, "acl", "ccomp") || !x.negated(c) && !x.frames.Ending(x.Tokens[c].Lemma) {
			continue
		}
		left, _ := x.Yield(c)
		return max(left, head)
	}
	return -1
}

// issue words a position's subject from the tokens of its evidence.
func (x *extractor) issue(first, last int) string {
	last = min(last, first+14)
	for last > first+1 && (x.Tokens[last-1].IsPunct() || x.Tokens[last-1].Tag == "IN" || x.Tokens[last-1].Tag == "CC" || x.Tokens[last-1].Tag == "DT") {
		last--
	}
	for first < last-1 && (x.Tokens[first].Tag == "DT" || x.Tokens[first].IsPunct()) {
		first++
	}
	return strings.Join(strings.Fields(x.Words(first, last).Of(x.Doc.Text)), " ")
}

// stanceVerb reads "opposes the plan", "blamed NATO for", "welcomed the offer".
func (x *extractor) stanceVerb(t int) {
	stance, n := x.frames.Stance(x.ahead(t))
	if n == 0 || x.passive(t) || x.hypothetical(t) || x.infinitive(t) && !x.Is(t, "xcomp") {
		return
	}
	switch x.modal(t) {
	case "could", "might", "may":
		return
	}
	actor := x.demander(t)
	object := x.Child(t, "obj", "xcomp")
	if n > 1 {
		object = x.leads(t + n - 1)
	}
	if actor < 0 || object < t || x.Tokens[object].UPOS == "PRON" {
		return
	}
	if x.negated(t) {
		stance = map[string]string{"support": "oppose", "oppose": "support"}[stance]
	}
	x.stand(actor, x.issueOf(object), stance, x.clauseFrom(t), "verb:"+x.Tokens[t].Lemma, 0.5)
}

// clauseFrom is the words of a predicate with its subject, when that stands in front of it.
func (x *extractor) clauseFrom(t int) span.Span {
	first := t
	if s := x.Child(t, "nsubj"); s >= 0 && s < t {
		first, _ = x.Yield(s)
	}
	_, end := x.clause(t, t)
	return x.trimmed(first, end)
}

// issueOf words an issue from what hangs on a token.
func (x *extractor) issueOf(t int) string {
	what := x.thing(t)
	if x.isVerb(t) {
		what = x.act(t)
	}
	first, end := x.Within(what)
	if first >= end {
		return ""
	}
	return x.issue(first, end)
}

// readiness reads "is willing to talk", "remains committed to".
func (x *extractor) readiness(t int) {
	if !x.frames.Good(x.Tokens[t].Lower) {
		return
	}
	over := t
	if x.Child(t, "cop") < 0 {
		if over = x.Tokens[t].Head; over < 0 || x.Tokens[over].Lemma != "remain" {
			return
		}
	}
	c := x.Child(t, "xcomp", "advcl", "obl", "ccomp")
	actor := x.demander(over) // also whose doors are open
	if c < t || actor < 0 {
		return
	}
	stance := "support"
	if x.negated(t) || x.negated(over) {
		stance = "oppose"
	}
	x.stand(actor, x.issueOf(c), stance, x.clauseFrom(over), "readiness", 0.55)
}

// mergePositions keeps one of an actor's positions on the same thing: the surest of those on the same words, else the first.
func (x *extractor) mergePositions() {
	var kept []Position
	byActor := map[string][]int{}
	for _, p := range x.Positions {
		again := false
		for _, i := range byActor[p.Actor.ID] {
			k := kept[i]
			shared := min(k.Evidence.End, p.Evidence.End) - max(k.Evidence.Begin, p.Evidence.Begin)
			same := shared > 0 && (k.Stance == p.Stance || 10*shared > 7*max(k.Evidence.Len(), p.Evidence.Len()))
			if same || k.Issue == p.Issue || k.Stance == p.Stance && x.sameThing(k.Evidence, p.Evidence) {
				if same && p.Confidence > k.Confidence {
					kept[i] = p
				}
				again = true
				break
			}
		}
		if !again {
			byActor[p.Actor.ID] = append(byActor[p.Actor.ID], len(kept))
			kept = append(kept, p)
		}
	}
	x.Positions = kept
}

// sameThing reports whether two stretches of text have one noun at their heads.
func (x *extractor) sameThing(a, b span.Span) bool {
	lemma := func(s span.Span) string {
		first, end := x.Within(s)
		if first >= end || !x.Tokens[x.headOf(first, end)].IsNoun() {
			return ""
		}
		return x.Tokens[x.headOf(first, end)].Lemma
	}
	one := lemma(a)
	return one != "" && one == lemma(b)
}
