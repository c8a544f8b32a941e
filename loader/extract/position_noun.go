package extract

import "demarche/schema/frames"

// stanceNoun reads "Moscow's opposition to the plan", "voiced support for", "won backing from Paris".
func (x *extractor) stanceNoun(t int) {
	for _, side := range x.frames.StanceNoun(x.Tokens[t].Lower) {
		theme := x.with(t, side.Preposition, "nmod", "obl", "acl", "advcl")
		head := x.Tokens[t].Head
		if theme < 0 && head >= 0 && x.Is(t, "obj") && x.isVerb(head) {
			theme = x.with(head, side.Preposition, "obl") // the parser hangs it on the verb
		}
		if theme < t || x.Tokens[theme].UPOS == "PRON" && !x.isVerb(theme) {
			continue
		}
		actor := x.owner(t)
		if i := x.statementCue(t); i >= 0 && actor < 0 {
			actor = x.said[i].speaker
		}
		first := x.Phrase(t).First
		if actor < 0 && head >= 0 && x.Is(t, "obj") && x.isVerb(head) && !x.negated(head) && !x.hypothetical(head) {
			if x.onlyPossible(head) {
				return
			}
			actor, first = x.demander(head), head
		}
		if actor < 0 {
			continue
		}
		if c := x.Child(t, "det"); c >= 0 && x.Tokens[c].Lower == "no" {
			return
		}
		_, end := x.Yield(theme)
		x.stand(actor, theme, side.Stance, x.trimmed(first, end), "noun:"+x.Tokens[t].Lemma, 0.5)
		return
	}
}

// won reads "the plea won backing from the Scots": who gives it supports the subject.
func (x *extractor) won(t int) {
	head := x.Tokens[t].Head
	if head < 0 || !x.Is(t, "obj", "xcomp") || !x.frames.Is(frames.Winning, x.Tokens[head].Lemma) || x.negated(head) || x.hypothetical(head) {
		return
	}
	if sides := x.frames.StanceNoun(x.Tokens[t].Lower); len(sides) == 0 || sides[0].Stance != "support" {
		return
	}
	giver := -1
	for _, preposition := range []string{"from", "of"} {
		for _, over := range []int{t, head} {
			if c := x.with(over, preposition, "nmod", "obl"); giver < 0 && c >= 0 {
				giver = c
			}
		}
	}
	theme := x.subject(head)
	if giver < 0 || !x.isTheme(theme) || x.isVerb(theme) {
		return
	}
	_, end := x.Yield(giver)
	x.stand(x.who(giver), theme, "support", x.trimmed(head, end), "noun:"+x.Tokens[t].Lemma, 0.5)
}

// stancePhrase reads "is against the plan", "came out in favour of a waiver", "is opposed to".
func (x *extractor) stancePhrase(t int) {
	stance, n := x.frames.StancePhrase(x.ahead(t))
	if n == 0 || x.asked(t) {
		return
	}
	theme := x.leads(t + n - 1)
	if n == 1 {
		// "is against the plan": the parser makes the noun the predicate.
		theme = x.Tokens[t].Head
		if !x.Is(t, "case", "mark") || theme < t || x.Child(theme, "cop") < 0 {
			return
		}
	}
	if theme < t {
		return
	}
	predicate := theme
	if x.isVerb(t) && x.Is(theme, "obl", "advcl") && x.Tokens[theme].Head == t {
		predicate = t // "is opposed to": the parser takes it for a passive
	}
	for predicate != t && predicate >= 0 && x.Child(predicate, "cop") < 0 {
		if predicate = x.Tokens[predicate].Head; predicate >= 0 && (x.isVerb(predicate) || predicate > theme) {
			return
		}
	}
	if predicate < 0 || x.hypothetical(predicate) || x.Tokens[theme].UPOS == "PRON" || x.isTime(theme) {
		return
	}
	actor := x.demander(predicate)
	if actor < 0 {
		return
	}
	if x.negated(predicate) {
		stance = other(stance)
	}
	_, end := x.Yield(theme)
	first := t
	if c := x.Child(predicate, "cop", "aux"); c >= 0 && c < first {
		first = c
	}
	if n == 1 {
		from, behind := x.Within(x.thing(theme))
		x.standOn(actor, max(from, t+1), behind, stance, x.trimmed(first, end), "phrase:"+x.Tokens[t].Lower, 0.5)
		return
	}
	x.stand(actor, theme, stance, x.trimmed(first, end), "phrase:"+x.Tokens[t].Lower, 0.5)
}
