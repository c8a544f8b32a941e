package extract

import (
	"demarche/internal/span"
	"demarche/schema/frames"
)

// findPositions reads stances off demands, verbs, nouns and phrases that take a side, what sources call right or wrong, and
// what they are ready for. An actor has one position on an issue.
func (x *extractor) findPositions() {
	for _, d := range x.Demands {
		x.positionsOfDemand(d)
	}
	for t := range x.Tokens {
		if x.isVerb(t) {
			x.stanceVerb(t)
			x.harm(t)
		}
		if x.Tokens[t].IsNoun() {
			x.stanceNoun(t)
		}
		x.won(t)
		x.stancePhrase(t)
		x.judged(t)
		x.readiness(t)
	}
	x.mergePositions()
}

// stand writes a position down. theme is the head of what it is about: a nominal, or a predicate.
func (x *extractor) stand(actor, theme int, stance string, evidence span.Span, rule string, certain float64) {
	if theme < 0 {
		return
	}
	first, end := x.themeWords(theme)
	x.standOn(actor, first, end, stance, evidence, rule, certain)
}

// standOn is stand with the words of what the position is about, tokens [first, end).
func (x *extractor) standOn(actor, first, end int, stance string, evidence span.Span, rule string, certain float64) {
	first, end = x.bareTheme(first, end)
	if actor < 0 || first >= end || evidence.Empty() || !x.saysSomething(first, end) {
		return
	}
	subject := x.Words(first, end)
	p := Position{
		Basis: Basis{Where: x.whereOf(x.TokenAt(evidence.Begin)), Rule: rule, Confidence: certain},
		Actor: x.actor(x.speaksFor(actor)), Issue: x.nameOf(first, end), Stance: stance,
		Evidence: evidence, subject: subject,
	}
	if p.About = x.about(subject); len(p.About) == 0 {
		p.About = x.about(evidence)
	}
	x.Positions = append(x.Positions, p)
}

// saysSomething reports whether one of the words names a thing or an act.
func (x *extractor) saysSomething(first, end int) bool {
	for t := first; t < end; t++ {
		if x.isVerb(t) || x.Tokens[t].IsNoun() {
			return true
		}
	}
	return false
}

// longestTheme is how many tokens say what a position is about, at most.
const longestTheme = 14

// themeWords are the tokens [first, end) that say what a position is about: a predicate with what belongs to it, a nominal without
// what only adds to it.
func (x *extractor) themeWords(t int) (first, end int) {
	if x.isVerb(t) {
		return x.Within(x.act(t))
	}
	first, end = x.Within(x.thing(t))
	for c := range x.Children(t) {
		if left, _ := x.Yield(c); left > t && x.Is(c, "acl:relcl", "appos", "parataxis", "punct") && x.Tokens[left].Lower != "that" {
			end = min(end, left)
		}
	}
	return first, x.reach(t, end)
}

// reach is where the words of a nominal end when a phrase right behind it belongs to it that the parser hangs on what stands above:
// "opposed the embargo on oil".
func (x *extractor) reach(t, end int) int {
	above := x.Tokens[t].Head
	if above < 0 || end >= len(x.Tokens) {
		return end
	}
	switch x.Tokens[end].Lower {
	case "of", "on", "over", "against", "between":
	default:
		return end
	}
	if c := x.Tokens[end].Head; x.Is(end, "case") && c > end && x.Tokens[c].Head == above && !x.isTime(c) {
		_, end = x.Yield(c)
	}
	return end
}

// bareTheme takes from words what does not belong to a short phrase: articles and marks at the edges, and what goes beyond its length.
func (x *extractor) bareTheme(first, end int) (int, int) {
	end = min(end, first+longestTheme)
	for end > first+1 {
		tag := x.Tokens[end-1].Tag
		if !x.Tokens[end-1].IsPunct() && tag != "IN" && tag != "CC" && tag != "DT" && tag != "TO" {
			break
		}
		end--
	}
	for first < end-1 && (x.Tokens[first].Tag == "DT" || x.Tokens[first].IsPunct() || x.Tokens[first].Tag == "IN") {
		first++
	}
	return first, end
}

// isTheme reports whether a nominal or predicate can be what somebody is for or against, rather than somebody or nothing in particular.
func (x *extractor) isTheme(t int) bool {
	if t < 0 {
		return false
	}
	token := x.Tokens[t]
	switch {
	case x.isVerb(t):
		return true
	case x.frames.Document(token.Lower):
		return true
	case token.UPOS == "PRON" || token.UPOS == "DET" || token.UPOS == "NUM" || token.UPOS == "ADJ" || token.UPOS == "ADV":
		return false
	case x.frames.Is(frames.Vague, token.Lower) || x.frames.Slight(token.Lower) || x.isTime(t):
		return false
	case x.EntityOf(t) >= 0 || !token.IsName() && x.animate(t):
		return false
	}
	return true
}

// clauseFrom is the words of a predicate from its auxiliaries on.
func (x *extractor) clauseFrom(t int) span.Span {
	first := t
	for c := range x.Children(t) {
		if c < first && x.Is(c, "aux", "cop", "advmod", "case") && c > t-5 {
			first = c
		}
	}
	_, end := x.clause(t, t)
	return x.trimmed(first, end)
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
	if c < t || actor < 0 || x.Tokens[c].IsNoun() && x.frames.Slight(x.Tokens[c].Lower) {
		return
	}
	stance := "support"
	if x.negated(t) || x.negated(over) {
		stance = "oppose"
	}
	evidence := x.clauseFrom(over)
	if s := x.Child(over, "nsubj"); s >= 0 && s < over {
		first, _ := x.Yield(s)
		_, end := x.clause(over, over)
		evidence = x.trimmed(first, end)
	}
	x.stand(actor, c, stance, evidence, "readiness", 0.55)
}

// mergePositions keeps one of an actor's positions on the same thing: the surest of those on the same words or the same known issues, else the first.
func (x *extractor) mergePositions() {
	var kept []Position
	byActor := map[string][]int{}
	for _, p := range x.Positions {
		again := false
		for _, i := range byActor[p.Actor.ID] {
			k := kept[i]
			shared := min(k.Evidence.End, p.Evidence.End) - max(k.Evidence.Begin, p.Evidence.Begin)
			same := shared > 0 && (k.Stance == p.Stance || 10*shared > 7*max(k.Evidence.Len(), p.Evidence.Len())) || sameAbout(k, p)
			if same || k.Issue == p.Issue || k.Stance == p.Stance && x.sameThing(k.subject, p.subject) {
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

// sameAbout reports whether two positions take one side on the same known issues.
func sameAbout(a, b Position) bool {
	if len(a.About) == 0 || len(a.About) != len(b.About) {
		return false
	}
	for i := range a.About {
		if a.About[i].ID != b.About[i].ID || (a.About[i].Opposite == b.About[i].Opposite) != (a.Stance == b.Stance) {
			return false
		}
	}
	return true
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
