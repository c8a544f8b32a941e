package extract

import (
	"strings"

	"demarche/schema"
	"demarche/schema/frames"
)

// stanceVerb reads "opposes the plan", "welcomed the offer", "accused Kyiv of shelling", "a plan backed by Paris", "will not accept".
func (x *extractor) stanceVerb(t int) {
	stance, n := x.frames.Stance(x.ahead(t))
	if n == 0 && !x.frames.Charging(x.Tokens[t].Lower) || x.hypothetical(t) || x.infinitive(t) && !x.Is(t, "xcomp") {
		return
	}
	if x.onlyPossible(t) || x.unsaid(t) {
		return
	}
	denied := x.negated(t)
	if head := x.Tokens[t].Head; x.Is(t, "xcomp") && head >= 0 && (x.frames.Is(frames.Refusing, x.Tokens[head].Lemma) || x.negated(head)) {
		denied = true
	}
	if denied {
		if !x.frames.Deniable(x.ahead(t)) {
			return
		}
		stance = other(stance)
	}
	if x.passive(t) {
		x.sidedBy(t, stance)
		return
	}
	actors := x.takers(t)
	if len(actors) == 0 {
		return
	}
	rule := "verb:" + x.Tokens[t].Lemma
	if x.frames.Charging(x.Tokens[t].Lower) && !denied {
		if x.charge(t, actors[0], rule) || n == 0 {
			return
		}
	}
	theme := x.Child(t, "obj", "xcomp", "ccomp")
	if n > 1 {
		if theme = x.leads(t + n - 1); theme < 0 {
			theme = x.Child(t, "obj") // "ruled out a referendum"
		}
	}
	switch {
	case theme < t || x.Tokens[theme].UPOS == "PRON" && !x.isRelative(theme):
		return
	case x.isVerb(theme) && (x.Is(theme, "ccomp") || stance == "oppose" && len(x.about(x.act(theme))) == 0):
		return // "promised that", "refused to comment"
	case !x.isVerb(theme) && !x.Tokens[theme].IsNoun():
		return
	case x.isTime(theme):
		return
	case x.frames.Is(frames.Wishing, x.Tokens[t].Lemma):
		x.wished(t, theme, stance, actors)
		return
	case x.isVerb(theme) && x.Tokens[t].Lemma == "agree":
		return // it is done, and no stance
	case x.Tokens[theme].IsNoun() && x.frames.Slight(x.Tokens[theme].Lower) && len(x.about(x.thing(theme))) == 0:
		return
	}
	for _, actor := range actors {
		x.stand(actor, theme, stance, x.clauseFrom(t), rule, 0.5)
	}
}

// wished reads "wants a rent freeze", "want the law scrapped".
func (x *extractor) wished(t, theme int, stance string, actors []int) {
	act := x.Child(t, "xcomp")
	if act >= 0 && act != theme && x.Tokens[act].Tag == "VBN" && x.ends(act) {
		stance = other(stance)
	} else if x.isVerb(theme) || act >= 0 && act != theme {
		return
	}
	if own := x.Child(theme, "nmod:poss"); !x.isTheme(theme) || own >= 0 && x.Tokens[own].Tag == "PRP$" {
		return
	}
	what := x.thing(theme)
	for _, p := range x.Positions {
		if p.Rule == "demand" && p.Evidence.Overlaps(what) {
			return // it is a demand, which says more exactly what for
		}
	}
	for _, actor := range actors {
		x.stand(actor, theme, stance, x.clauseFrom(t), "verb:"+x.Tokens[t].Lemma, 0.5)
	}
}

// takers are those who take a side with a verb: its subject, those whom "and" joins to it, and the states whose ambassadors or ministers
// they are.
func (x *extractor) takers(t int) []int {
	s := x.subject(t)
	if s < 0 || x.isNobody(s) || x.EntityOf(s) >= 0 && len(x.listed(s)) == 1 {
		if e := x.demander(t); e >= 0 {
			return []int{e}
		}
		return nil
	}
	var all []int
	if of := x.with(s, "of", "nmod"); of >= 0 && x.frames.Is(frames.Voices, x.Tokens[s].Lower) {
		for _, one := range x.listed(of) {
			if e := x.EntityOf(one); e >= 0 && x.Entities[e].Kind == schema.Country {
				all = append(all, e)
			}
		}
	}
	for _, one := range x.listed(s) {
		if e := x.who(one); e >= 0 && len(all) == 0 || e >= 0 && one != s {
			all = append(all, e)
		}
	}
	if e := x.demander(t); len(all) == 0 && e >= 0 {
		all = append(all, e)
	}
	return all
}

// unsaid reports whether a predicate is only planned by nobody, or asked about: it stands under a noun or a verb that takes it back.
func (x *extractor) unsaid(t int) bool {
	return x.asked(t) || x.Is(t, "acl") && x.Tokens[t].Tag == "VB"
}

func other(stance string) string {
	if stance == "oppose" {
		return "support"
	}
	return "oppose"
}

// charge reads what an actor holds against another: "accused Kyiv of shelling", "criticised the media for trying to".
func (x *extractor) charge(t, actor int, rule string) bool {
	object := x.Child(t, "obj")
	if object < t || x.who(object) == actor {
		return false
	}
	for _, over := range []int{t, object} {
		for c := range x.Children(over) {
			if c < object || !x.Is(c, "obl", "advcl", "xcomp", "nmod", "acl") {
				continue
			}
			if p := x.preposition(c); p == "for" || p == "of" && (over == t || x.EntityOf(object) >= 0) || p == "over" {
				x.stand(actor, c, "oppose", x.clauseFrom(t), rule, 0.5)
				return true
			}
		}
	}
	return false
}

// sidedBy reads a passive with whom takes the side: "is opposed by the unions", "a plan backed by Paris".
func (x *extractor) sidedBy(t int, stance string) {
	by := x.with(t, "by", "obl")
	if by < 0 || stance == "" {
		return
	}
	theme := x.subject(t)
	actor := x.who(by)
	if actor < 0 || !x.isTheme(theme) || x.isVerb(theme) {
		return
	}
	_, end := x.Yield(by)
	first := t
	if theme < t {
		first = x.Phrase(theme).First
	}
	from, _ := x.themeWords(theme)
	behind := min(t, theme+1)
	if left, right := x.Within(x.thing(theme)); left <= theme && right <= t {
		behind = right
	}
	x.standOn(actor, from, behind, stance, x.trimmed(first, end), "verb:"+x.Tokens[t].Lemma, 0.5)
}

// harm reads what a source says does harm: "expansion threatens our security". Who says so is against it.
func (x *extractor) harm(t int) {
	if !x.frames.Harming(x.Tokens[t].Lower) || x.negated(t) || x.asked(t) || x.hypothetical(t) || x.passive(t) {
		return
	}
	speaker := x.voice(t)
	s := x.Child(t, "nsubj", "csubj")
	if speaker < 0 || s < 0 || !x.isTheme(s) || len(x.about(x.thing(s))) == 0 {
		return
	}
	first, _ := x.Yield(s)
	_, end := x.clause(t, t)
	x.stand(speaker, s, "oppose", x.trimmed(first, end), "harm:"+strings.ToLower(x.Tokens[t].Lemma), 0.5)
}
