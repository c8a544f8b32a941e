package extract

// judged reads what a source calls right or wrong: "the compromise was a good one", "confining it to 18 sites was unreasonable".
func (x *extractor) judged(t int) {
	cop := x.Child(t, "cop")
	if cop < 0 || x.asked(t) || x.hypothetical(t) {
		return
	}
	speaker := x.voice(t)
	if speaker < 0 {
		return
	}
	stance := x.frames.Judging(x.Tokens[t].Lower)
	if stance == "" {
		for c := range x.Children(t) {
			if x.Is(c, "amod") {
				stance = x.frames.Judging(x.Tokens[c].Lower)
			}
		}
	}
	theme := x.Child(t, "nsubj", "csubj")
	if stance == "" || theme < 0 || theme > t || !x.isTheme(theme) {
		return
	}
	if x.onlyPossible(t) {
		return
	}
	if x.negated(t) {
		stance = other(stance)
	}
	if !x.isVerb(theme) && !x.action(theme) && len(x.about(x.thing(theme))) == 0 && !x.definite(theme) {
		return
	}
	first, _ := x.Yield(theme)
	_, end := x.Yield(t)
	x.stand(speaker, theme, stance, x.trimmed(first, end), "judgement:"+x.Tokens[t].Lemma, 0.5)
}

// definite reports whether a nominal is one that the text has spoken of: "the compromise".
func (x *extractor) definite(t int) bool {
	c := x.Child(t, "det")
	return c >= 0 && (x.Tokens[c].Lower == "the" || x.Tokens[c].Lower == "this" || x.Tokens[c].Lower == "that")
}
