package extract

import (
	"strings"

	"demarche/internal/span"
)

// findPositions reads stances off demands, off verbs that take a side, and off
// what sources say they are ready for. An actor has one position on an issue.
func (x *extractor) findPositions() {
	for _, d := range x.Demands {
		x.positionOfDemand(d)
	}
	for g := range x.Groups {
		x.stanceVerb(g)
		x.readiness(g)
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
	ending := x.frames.Ending(x.Tokens[first].Lower)
	if p := x.PhraseOf(first); p >= 0 && x.frames.Ending(x.Tokens[x.Phrases[p].Head].Lower) && x.Tokens[x.Phrases[p].Head].Lower != "moratorium" {
		ending, start = true, x.Phrases[p].Head
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
func (x *extractor) stanceVerb(group int) {
	g := x.Groups[group]
	stance, n := x.frames.Stance(x.ahead(g.Head))
	if n == 0 || g.Passive || g.Infinitive && !x.continued(group) || g.Modal == "could" || g.Modal == "might" || g.Modal == "may" {
		return
	}
	actor := x.speaker(x.subject(group), g.Head)
	s := x.sentence(g.Head)
	t := g.Head + n
	if actor < 0 || t >= s.End {
		return
	}
	p := x.PhraseOf(t)
	if p < 0 || x.Phrases[p].First != t || x.Tokens[x.Phrases[p].Head].Tag == "PRP" {
		return
	}
	if g.Negated {
		stance = map[string]string{"support": "oppose", "oppose": "support"}[stance]
	}
	last := x.wishEnd(t)
	first := g.First
	if subject := x.subject(group); subject.ok() && subject.First < g.First && subject.End == g.First {
		first = subject.First
	}
	x.stand(actor, x.issue(t, last), stance, x.trimmed(first, last), "verb:"+x.Tokens[g.Head].Lower, 0.5)
}

// readiness reads "is willing to talk", "remains committed to".
func (x *extractor) readiness(group int) {
	g := x.Groups[group]
	s := x.sentence(g.Head)
	switch x.Tokens[g.Head].Lower {
	case "is", "are", "was", "were", "be", "remains", "remain", "remained", "'s", "'re":
	default:
		return
	}
	t := g.End
	for t < s.End && strings.HasPrefix(x.Tokens[t].Tag, "RB") {
		t++
	}
	if t+2 >= s.End || !x.frames.Good(x.Tokens[t].Lower) || x.Tokens[t+1].Lower != "to" && x.Tokens[t+1].Lower != "for" {
		return
	}
	subject := x.subject(group)
	actor := x.speaker(subject, g.Head)
	if actor < 0 {
		return
	}
	stance := "support"
	if g.Negated {
		stance = "oppose"
	}
	last := x.wishEnd(t + 2)
	first := g.First
	if subject.ok() && subject.End == g.First {
		first = subject.First
	}
	x.stand(actor, x.issue(t+2, last), stance, x.trimmed(first, last), "readiness", 0.55)
}

// mergePositions keeps the surest of an actor's positions on the same words.
func (x *extractor) mergePositions() {
	var kept []Position
	for _, p := range x.Positions {
		again := false
		for i := range kept {
			if kept[i].Actor.ID == p.Actor.ID && (kept[i].Evidence.Overlaps(p.Evidence) || kept[i].Issue == p.Issue) {
				if p.Confidence > kept[i].Confidence {
					kept[i] = p
				}
				again = true
				break
			}
		}
		if !again {
			kept = append(kept, p)
		}
	}
	x.Positions = kept
}
