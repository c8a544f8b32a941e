package extract

import "demarche/schema/frames"

// demandModal reads "Kyiv must sign", "they have to go", in what somebody says.
func (x *extractor) demandModal(t int) {
	act, cue, modal := x.obligation(t)
	if act < 0 || x.inWish[t] || x.asked(t) || x.hypothetical(t) || x.embedded(t, act) {
		return
	}
	s := x.source(t)
	if s < 0 || x.frames.Is(frames.Denying, x.Tokens[x.said[s].Head].Lemma) || act != t && x.negated(t) {
		return // "denied that they must", "do not have to"
	}
	w := wish{at: t, by: x.said[s].speaker, cue: x.cueOf(cue...), strength: modal.Strength, rule: modal.Rule(), certain: 0.85}
	subject := x.obliged(t, act, cue[0])
	if x.Tokens[cue[0]].Lower == "must" && x.Tokens[t].Tag == "VBG" {
		return // "he must be joking"
	}
	if x.Child(t, "expl") >= 0 || act != t && x.Child(act, "expl") >= 0 {
		x.mustBe(t, act, w)
		return
	}
	if subject > cue[0] {
		return // "Should Rubio win"
	}
	if x.negated(t) || act != t && x.negated(act) {
		w.polarity = "dont"
	}
	if subject >= 0 && x.Tokens[subject].Lower != "i" {
		x.duty(subject, act, w)
	}
}

// mustBe reads "there must be an inquiry", "there needs to be".
func (x *extractor) mustBe(t, act int, w wish) {
	thing := x.Child(act, "nsubj")
	if thing < 0 {
		thing = x.Child(t, "nsubj")
	}
	if thing < act || !x.isThing(thing) || x.frames.Is(frames.Doubts, x.Tokens[thing].Lemma) {
		return
	}
	if x.negated(t) || x.isNobody(thing) {
		w.polarity = "dont"
	}
	w.what = append(w.what, x.thing(thing))
	x.inferAddressee(&w, thing)
	x.demand(w)
}

// obliged is the subject of a duty, or -1; cue is the first token of its modal.
func (x *extractor) obliged(t, act, cue int) int {
	subject := x.subject(t)
	if subject < 0 && act != t {
		subject = x.subject(act)
	}
	if before := cue - 1; subject < 0 && before >= x.sentence(t).First && x.Tokens[before].IsNoun() {
		subject = before // which the parser made an object of the word before it: "arguing the union should leave"
	}
	return subject
}

// duty writes down what a subject should do: of whom it is demanded, and what of that.
func (x *extractor) duty(subject, act int, w wish) {
	if other := x.another(subject, w.by); other >= 0 {
		w.of = append(w.of, other)
		w.what, w.act = append(w.what, x.act(act)), act
		x.demand(w)
		return
	}
	for _, one := range x.listed(subject) {
		if e := x.who(one); e >= 0 && x.side(e) != x.side(w.by) && x.listens(e) {
			w.of = append(w.of, e)
		}
	}
	if len(w.of) == 0 && x.Tokens[subject].Lower == "we" && x.isPerson(w.by) {
		w.of, w.inferred = append(w.of, x.allOfUs(w.by)), true
	}
	own := x.isWord(subject, "we", "you", "all", "everyone", "everybody", "each") || x.isNobody(subject) ||
		x.isWord(subject, "they", "he", "she") && x.who(subject) < 0
	if len(w.of) == 0 && !own {
		if e := x.who(subject); e >= 0 && x.side(e) == x.side(w.by) && !x.passive(act) {
			return // a plan of one's own
		}
	}
	if x.suffered(act) || len(w.of) == 0 && !own {
		first, behind := x.Yield(subject)
		w.what, w.of = append(w.what, x.trimmed(first, behind), x.act(act)), nil
		if agent := x.with(act, "by", "obl"); agent >= 0 {
			if e := x.who(agent); e >= 0 {
				w.of = append(w.of, e)
			}
		}
		w.certain = 0.8
		if !x.passive(act) {
			w.act = act
		}
	} else {
		w.what, w.act = append(w.what, x.act(act)), act
	}
	if own {
		w.certain = 0.8
	}
	x.inferAddressee(&w, act)
	x.demand(w)
}

// suffered reports whether a predicate says what others do to its subject: "be punished", "be able to be sued".
func (x *extractor) suffered(act int) bool {
	c := x.Child(act, "xcomp")
	return x.passive(act) || x.Tokens[act].Lemma == "able" && c >= 0 && x.passive(c)
}

// another is whom "he" or "she" means in direct speech where it is taken for the speaker, who would say "I": the person whom the same words
// name before; -1 when there is none.
func (x *extractor) another(pronoun, by int) int {
	switch x.Tokens[pronoun].Lower {
	case "he", "she":
	default:
		return -1
	}
	s, quote := x.statementAt(pronoun, false), x.QuoteAt(x.Tokens[pronoun].Begin)
	if e := x.who(pronoun); quote < 0 || s < 0 || e != by {
		return -1
	}
	for t := pronoun - 1; t >= x.said[s].Content[0].First; t-- {
		if e := x.EntityOf(t); x.isPerson(e) && e != by && x.Is(t, "nsubj") && x.Tokens[t].IsNoun() {
			return e
		}
	}
	return -1
}

// embedded reports whether a duty fills no clause of its own but answers "how" or "what", or lacks what the words before it are: "how he
// should handle it", "everything that we need to do", "as big as it needs to be". act is what is to be done, t the word with the modal.
func (x *extractor) embedded(t, act int) bool {
	if head := x.Tokens[t].Head; head >= 0 && x.Is(t, "acl") && x.Tokens[head].Tag == "WRB" {
		return true // "where you should be"
	}
	for _, verb := range []int{t, act} {
		for c := range x.Children(verb) {
			switch x.Tokens[c].Tag {
			case "WRB", "WP", "WDT":
				if c < verb && !x.Is(c, "nsubj", "mark") && x.Tokens[c].Lower != "when" {
					return true
				}
			}
		}
	}
	if x.Is(t, "advcl") && x.marked(t, "as", "than") {
		return true
	}
	subject := x.Child(t, "nsubj")
	return x.Is(t, "acl") && !x.opensContent(x.Child(t, "mark")) && subject >= 0 && !x.isRelative(subject) && x.Child(act, "obj", "ccomp", "xcomp", "cop") < 0
}

// opensContent reports whether a token is the first of what a source says: "told the briefing in the morning that".
func (x *extractor) opensContent(t int) bool {
	if t < 0 {
		return false
	}
	s := x.statementAt(t, false)
	return s >= 0 && x.said[s].Content[0].First == t
}

// obligation is the predicate that a modal makes a duty, with the tokens of the cue: "must go", "have to go", "needs to go"; -1 when there is none.
func (x *extractor) obligation(t int) (act int, cue []int, modal *frames.Phrase) {
	if x.perfect(t) && x.Tokens[t].Lower != "got" {
		return -1, nil, nil // "should have gone" is past, "have got to go" is not
	}
	for c := range x.Children(t) {
		if !x.Is(c, "aux") || c > t {
			continue
		}
		if phrase, n := x.frames.Modal(x.ahead(c)); phrase != nil {
			all := []int{c}
			for k := 1; k < n && c+k < t; k++ {
				all = append(all, c+k)
			}
			return t, all, phrase
		}
	}
	if !x.isVerb(t) {
		return -1, nil, nil
	}
	if phrase, n := x.frames.Modal(x.ahead(t)); phrase != nil && n > 1 && (x.Tokens[t].Tag != "VBN" || x.bound(t)) {
		if c := x.Child(t, "xcomp"); c > t && x.infinitive(c) && x.modal(t) == "" {
			return c, []int{t, x.Child(c, "mark")}, phrase
		}
	}
	return -1, nil, nil
}

// bound reports whether somebody "is" obliged, now and not by whom.
func (x *extractor) bound(t int) bool {
	be := x.Child(t, "aux:pass", "aux", "cop")
	return be >= 0 && (x.Tokens[be].Tag == "VBZ" || x.Tokens[be].Tag == "VBP") && x.Tokens[be].Lemma == "be" && x.with(t, "by", "obl") < 0
}

// statementCue is the statement whose cue has its head at a token, or -1.
func (x *extractor) statementCue(t int) int {
	for _, i := range x.touching[x.SentenceOf(t)] {
		if x.said[i].Head == t || x.said[i].Cue.First <= t && t < x.said[i].Cue.End {
			return i
		}
	}
	return -1
}
