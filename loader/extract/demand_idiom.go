package extract

import (
	"demarche/schema/frames"
)

// demandIdiom reads turns of speech that put a duty on somebody without a verb or modal of demanding: "it is time for Peru to pay", "it is up to
// the council to decide", "the state has a duty to", "gave the bank until Friday to".
func (x *extractor) demandIdiom(t int) {
	lemma := x.Tokens[t].Lemma
	switch {
	case x.Tokens[t].Lower == "time":
		x.timeTo(t)
	case lemma == "see" && x.isVerb(t):
		x.wantToSee(t)
	case x.Tokens[t].Lower == "up" && t+1 < len(x.Tokens) && x.Tokens[t+1].Lower == "to":
		x.upTo(t)
	case x.Tokens[t].Lower == "on" && x.Is(t, "case") && x.Tokens[t].Head > t && x.Child(x.Tokens[t].Head, "cop") >= 0:
		x.upTo(t)
	case x.frames.Is(frames.Duties, lemma):
		x.dutyTo(t)
	case lemma == "afford" && x.isVerb(t):
		x.cannotAfford(t)
	case lemma == "keep" || lemma == "allow" || lemma == "permit" || lemma == "continue" || lemma == "go":
		x.cannotGoOn(t)
	case x.isVerb(t) && (lemma == "give" || lemma == "have"):
		x.deadline(t)
	}
}

// owed begins the demand of who says that something is owed; ok is false where nobody says so, or it is asked or denied.
func (x *extractor) owed(t int, cue ...int) (w wish, ok bool) {
	s := x.source(t)
	if s < 0 || x.asked(t) || x.hypothetical(t) || x.negated(t) {
		return w, false
	}
	return wish{at: t, by: x.said[s].speaker, cue: x.cueOf(cue...), strength: "insist", rule: "idiom", certain: 0.8}, true
}

// owes writes down what somebody, the head of a nominal or -1, is to do.
func (x *extractor) owes(w wish, whom, act int) {
	if w.by < 0 {
		return
	}
	if whom >= 0 {
		for _, one := range x.listed(whom) {
			e := x.who(one)
			if e < 0 && x.Tokens[one].IsNoun() && w.rule == deadlineRule {
				e = x.described(one) // whoever is given a deadline is somebody
			}
			if e >= 0 && e != w.by {
				w.of = append(w.of, e)
			}
		}
		if pronoun := x.Tokens[whom].Lower; len(w.of) == 0 && (pronoun == "me" || pronoun == "i") {
			return // "time for me to go"
		}
	}
	if x.negated(act) {
		w.polarity = "dont"
	}
	what := x.act(act)
	if whom >= 0 && len(w.of) == 0 && x.Tokens[whom].IsNoun() {
		first, _ := x.Within(x.thing(whom))
		what.Begin = x.Tokens[first].Begin // "time for the war to end"
	}
	w.act, w.what = act, append(w.what, what)
	x.inferAddressee(&w, act)
	x.demand(w)
}

// timeTo reads "it is time (for X) to", "the time has come (for X) to".
func (x *extractor) timeTo(t int) {
	head := t
	switch over := x.Tokens[t].Head; {
	case x.Child(t, "cop") >= 0:
		if s := x.Child(t, "nsubj", "expl"); s < 0 || x.Tokens[s].Lower != "it" {
			return
		}
	case over >= 0 && x.Is(t, "nsubj") && x.Tokens[over].Lemma == "come" && x.Tokens[over].Tag == "VBN":
		head = over
	default:
		return
	}
	act := x.infinitiveUnder(head, t)
	if act < 0 {
		return
	}
	if w, ok := x.owed(head, t, head); ok {
		x.owes(w, x.whoseTime(t, head, act), act)
	}
}

// whoseTime is the nominal between "time for" and the act, or -1; the parser hangs "for" on the act now and then.
func (x *extractor) whoseTime(t, head, act int) int {
	if s := x.Child(act, "nsubj"); s >= 0 {
		return s
	}
	for _, over := range []int{t, head} {
		for c := range x.Children(over) {
			if first, _ := x.Yield(c); c > t && c < act && x.Is(c, "nmod", "obl") && (x.preposition(c) == "for" || x.Tokens[first-1].Lower == "for") {
				return c
			}
		}
	}
	return -1
}

// infinitiveUnder is the infinitive that hangs on one of two tokens, behind both; -1 when there is none.
func (x *extractor) infinitiveUnder(one, other int) int {
	for _, head := range []int{one, other} {
		for c := range x.Children(head) {
			if c > max(one, other) && x.Is(c, "acl", "advcl", "xcomp", "ccomp", "csubj") && x.infinitive(c) && !x.purpose(c) {
				return c
			}
		}
	}
	return -1
}

// upTo reads "it is up to X to", "the onus is on X to"; t is "up" or "on".
func (x *extractor) upTo(t int) {
	whom := x.Tokens[t].Head
	if x.Tokens[t].Lower == "up" {
		whom = x.Tokens[t+1].Head
	} else if s := x.Child(whom, "nsubj"); s < 0 || !x.isWord(s, "onus", "burden", "responsibility") {
		return
	}
	if whom < t || x.Child(whom, "cop") < 0 || x.isWord(whom, "me", "us") {
		return
	}
	if s := x.Child(whom, "nsubj", "expl"); s < 0 || x.Tokens[s].Lower != "it" && x.Tokens[t].Lower == "up" {
		return
	}
	if act := x.infinitiveUnder(whom, whom); act >= 0 {
		if w, ok := x.owed(whom, t, max(t, x.Child(whom, "case"))); ok {
			w.at = t
			x.owes(w, whom, act)
		}
	}
}

// isWord reports whether a token is one of some words.
func (x *extractor) isWord(t int, words ...string) bool {
	for _, word := range words {
		if x.Tokens[t].Lower == word {
			return true
		}
	}
	return false
}

// dutyTo reads "X has a duty to", "it is the duty of X to".
func (x *extractor) dutyTo(t int) {
	act, over := x.infinitiveUnder(t, t), x.Tokens[t].Head
	if act < 0 {
		return
	}
	whom := -1
	switch {
	case over >= 0 && x.Is(t, "obj") && x.Tokens[over].Lemma == "have" && x.modal(over) == "" && !x.negated(over) && !x.isNobody(t):
		whom = x.subject(over)
	case x.Child(t, "cop") >= 0:
		whom = x.with(t, "of", "nmod")
	}
	if whom < 0 || x.Tokens[whom].Lower == "i" {
		return
	}
	e := x.who(whom)
	w, ok := x.owed(t, t)
	if !ok || e < 0 || x.side(e) == x.side(w.by) && x.Tokens[whom].Lower != "we" {
		return
	}
	x.owes(w, whom, act)
}

// cannotAfford reads "we cannot afford to wait".
func (x *extractor) cannotAfford(t int) {
	subject, act, s := x.Child(t, "nsubj"), x.infinitiveUnder(t, t), x.source(t)
	if subject < 0 || act < 0 || s < 0 || x.isWord(subject, "i", "you", "they") || x.Is(t, "acl") || x.modal(t) != "can" || !x.negated(t) || x.asked(t) || x.hypothetical(t) {
		return
	}
	x.duty(subject, act, wish{at: t, by: x.said[s].speaker, cue: x.cueOf(x.Child(t, "aux"), t), polarity: "dont", strength: "insist", rule: "idiom", certain: 0.7})
}

// cannotGoOn reads "this cannot go on", "the plant cannot be allowed to close", "nobody will be allowed to pass".
func (x *extractor) cannotGoOn(t int) {
	subject, s, modal := x.Child(t, "nsubj"), x.source(t), x.modal(t)
	if !x.isVerb(t) || subject < 0 || s < 0 || !x.negated(t) || x.asked(t) || x.hypothetical(t) || x.isWord(subject, "i", "we") {
		return
	}
	act := t
	switch x.Tokens[t].Lemma {
	case "allow", "permit":
		if act = x.infinitiveUnder(t, t); act < 0 || !x.passive(t) || modal != "can" && modal != "will" && modal != "must" {
			return
		}
	default:
		if modal != "can" || x.Tokens[t].Lemma == "go" && !x.hasWord(t, "on") || x.Tokens[t].Lemma == "keep" && x.Child(t, "xcomp") < 0 {
			return
		}
	}
	w := wish{at: t, by: x.said[s].speaker, cue: x.cueOf(x.Child(t, "aux"), t), polarity: "dont", strength: "demand", rule: "idiom", certain: 0.7}
	if act == t {
		w.cue = x.cueOf(x.Child(t, "aux"))
	}
	if !x.isNobody(subject) {
		w.what = append(w.what, x.thing(subject))
	}
	w.what = append(w.what, x.act(act))
	x.inferAddressee(&w, act)
	x.demand(w)
}

// deadline reads "gave the bank until Friday to", "gave them a week to", and what a source says: "the bank has until Friday to".
func (x *extractor) deadline(t int) {
	until := x.with(t, "until", "obl")
	limit := until
	for c := range x.Children(t) {
		if limit < 0 && c > t && x.Is(c, "obl:unmarked", "obj") && x.isSpan(c) {
			limit = c
		}
	}
	act := x.infinitiveUnder(t, t)
	if limit < t || act < limit || !x.isTime(limit) && until < 0 || x.denied(t) || x.hypothetical(t) {
		return
	}
	mark := t
	if until >= 0 {
		mark = x.Child(until, "case")
	}
	w := wish{at: t, cue: x.cueOf(t, mark), strength: "ultimatum", rule: deadlineRule, certain: 0.75}
	whom := -1
	switch {
	case x.Tokens[t].Lemma == "have":
		s := x.source(t)
		if whom = x.Child(t, "nsubj"); s < 0 || until < 0 || whom < 0 {
			return
		}
		w.by = x.said[s].speaker
		if e := x.who(whom); e < 0 || x.side(e) == x.side(w.by) {
			return
		}
	case x.passive(t):
		agent := x.with(t, "by", "obl")
		if whom = x.subject(t); agent < 0 {
			return
		}
		w.by = x.who(agent)
	default:
		if whom = x.Child(t, "iobj", "obj"); whom == limit || whom < 0 {
			return
		}
		w.by = x.demander(t)
	}
	x.owes(w, whom, act)
}

const deadlineRule = "deadline"

// isSpan reports whether a nominal is some length of time: "30 days", "a week".
func (x *extractor) isSpan(t int) bool {
	switch x.Tokens[t].Lemma {
	case "day", "week", "month", "year", "hour", "minute":
		return x.Child(t, "nummod", "det") >= 0
	}
	return false
}

// demandNeeded reads "more help is badly needed", in what somebody says.
func (x *extractor) demandNeeded(t int) {
	word := x.Tokens[t].Lower
	if word != "needed" && word != "required" || !x.passive(t) || x.Is(t, "acl", "advcl") || x.negated(t) || x.asked(t) || x.hypothetical(t) || x.modal(t) != "" {
		return
	}
	s, subject := x.statementAt(t, false), x.Child(t, "nsubj")
	if s < 0 || subject < 0 || !x.isThing(subject) || !x.Tokens[subject].IsNoun() || x.Child(subject, "nummod") >= 0 || x.isNobody(subject) {
		return
	}
	act := x.Child(t, "xcomp", "advcl")
	if word == "required" && act >= 0 {
		return // "is required to"
	}
	if det := x.Child(subject, "det"); act >= 0 && det >= 0 && x.Tokens[det].Lower != "a" && x.Tokens[det].Lower != "an" {
		return // "the move was needed to" defends what is done
	}
	w := wish{at: t, by: x.said[s].speaker, cue: x.cueOf(t), strength: "insist", rule: "verb:need", certain: 0.65}
	w.what = append(w.what, x.thing(subject))
	if act > t && x.infinitive(act) {
		w.what = x.withClause(w.what, act)
	}
	x.inferAddressee(&w, subject)
	x.demand(w)
}
