package extract

import (
	"slices"
)

// listEnd is the token behind a noun phrase and those joined to it: "the US and
// NATO", and what hangs on it by "of".
func (x *extractor) listEnd(n nominal) int {
	end := x.sentence(n.Head).End
	t := n.End
	for t+1 < end {
		joined := x.Tokens[t].Lower == "and" || x.Tokens[t].Tag == "," || x.Tokens[t].Lower == "or" || x.Tokens[t].Lower == "of"
		next := t + 1
		if x.Tokens[t].Tag == "," && x.Tokens[next].Lower == "and" {
			next++
		}
		if !joined || next >= end || x.PhraseOf(next) < 0 || x.Phrases[x.PhraseOf(next)].First != next {
			break
		}
		p := x.nominalOf(x.PhraseOf(next))
		if p.End < end && x.GroupOf(p.End) >= 0 && x.Groups[x.GroupOf(p.End)].Finite && x.Tokens[t].Lower != "of" {
			break
		}
		t = p.End
	}
	return t
}

// pastApposition passes over an apposition between commas, if one begins at the
// token: "Holt, the moderator of the debate, to ...".
func (x *extractor) pastApposition(t, end int) int {
	if t+1 >= end || x.Tokens[t].Tag != "," || x.PhraseOf(t+1) < 0 {
		return t
	}
	for i := t + 2; i+1 < end && i < t+20; i++ {
		if x.Tokens[i].Tag == "," {
			return i + 1
		}
	}
	return t
}

// listed gives the entities of a phrase and those joined to it by "and".
func (x *extractor) listed(n nominal) []int {
	var all []int
	add := func(n nominal) {
		if e := x.entity(n); e >= 0 && !slices.Contains(all, e) {
			all = append(all, e)
		}
	}
	add(n)
	end := x.listEnd(n)
	for t := n.End; t+1 < end; {
		p := x.PhraseOf(t + 1)
		if p < 0 && t+2 < end {
			p = x.PhraseOf(t + 2)
		}
		if p < 0 {
			break
		}
		next := x.nominalOf(p)
		if lead := x.Tokens[t].Lower; lead == "and" || lead == "," || lead == "or" {
			add(next)
		}
		if next.End <= t {
			break
		}
		t = next.End
	}
	return all
}
