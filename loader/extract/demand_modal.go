package extract

import "demarche/schema/frames"

// demandModal reads "Kyiv must sign", "they have to go", in what somebody says.
func (x *extractor) demandModal(t int) {
	act, cue, modal := x.obligation(t)
	if act < 0 || x.inWish[t] || x.asked(t) || x.hypothetical(t) || x.embedded(t, act) {
		return
	}
	s := x.statementAt(t, false)
	if s < 0 || x.frames.Is(frames.Denying, x.Tokens[x.said[s].Head].Lemma) || act != t && x.negated(t) {
		return // "denied that they must", "do not have to"
	}
	w := wish{at: t, by: x.said[s].speaker, cue: x.cueOf(cue...), strength: modal.Strength, rule: modal.Rule(), certain: 0.85}
	subject := x.obliged(t, act, cue[0])
	if subject > cue[0] {
		return // "Should Rubio win"
	}
	if x.negated(t) || act != t && x.negated(act) {
		w.polarity = "dont"
	}
	switch {
	case x.Child(t, "expl") >= 0: // "there must be"
		w.what = append(w.what, x.whole(t))
		x.inferAddressee(&w, t)
		x.demand(w)
	case subject >= 0 && x.Tokens[subject].Lower != "i":
		x.duty(subject, act, w)
	}
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
	for _, one := range x.listed(subject) {
		if e := x.who(one); e >= 0 && x.side(e) != x.side(w.by) && x.listens(e) {
			w.of = append(w.of, e)
		}
	}
	if len(w.of) == 0 && x.Tokens[subject].Lower == "we" && x.isPerson(w.by) {
		w.of, w.inferred = append(w.of, x.allOfUs(w.by)), true
	}
	own := x.isNobody(subject)
	switch x.Tokens[subject].Lower {
	case "we", "you":
		own = true
	case "they", "he", "she":
		own = x.who(subject) < 0
	}
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
	} else {
		w.what = append(w.what, x.act(act))
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

// embedded reports whether a duty fills no clause of its own but answers "how" or "what", or lacks what the words before it are: "how he
// should handle it", "everything that we need to do", "as big as it needs to be". act is what is to be done, t the word with the modal.
func (x *extractor) embedded(t, act int) bool {
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
	return x.Is(t, "acl") && subject >= 0 && !x.isRelative(subject) && x.Child(act, "obj", "ccomp", "xcomp", "cop") < 0
}

// obligation is the predicate that a modal makes a duty, with the tokens of the cue: "must go", "have to go", "needs to go"; -1 when there is none.
func (x *extractor) obligation(t int) (act int, cue []int, modal *frames.Phrase) {
	if x.perfect(t) {
		return -1, nil, nil // "should have gone" is past
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
	if phrase, n := x.frames.Modal(x.ahead(t)); phrase != nil && n > 1 {
		if c := x.Child(t, "xcomp"); c > t && x.infinitive(c) && x.modal(t) == "" {
			return c, []int{t, x.Child(c, "mark")}, phrase
		}
	}
	return -1, nil, nil
}

// demandImperative reads "Stop the war", "Let us go", in direct speech.
func (x *extractor) demandImperative(t int) {
	token := x.Tokens[t]
	if token.Tag != "VB" && !(token.Lower == "let" && token.Tag != "VBN") || x.Child(t, "nsubj", "aux", "mark") >= 0 && x.Child(t, "nsubj") >= 0 || x.infinitive(t) || x.modal(t) != "" || x.QuoteAt(token.Begin) < 0 || x.asked(t) {
		return
	}
	if !x.Is(t, "root", "parataxis", "ccomp", "conj") || !x.beginsClause(t) {
		return
	}
	if head := token.Head; x.Is(t, "conj") && (x.Tokens[head].Tag != "VB" || x.infinitive(head) || x.modal(head) != "" || x.Child(head, "nsubj") >= 0) {
		return
	}
	if x.Is(t, "ccomp") && x.statementCue(x.Tokens[t].Head) < 0 {
		return
	}
	s := x.statementAt(t, false)
	if s < 0 || x.Child(t, "nsubj") >= 0 && token.Lower != "let" {
		return
	}
	w := wish{at: t, by: x.said[s].speaker, cue: x.cueOf(t), strength: "demand", rule: "imperative", certain: 0.7}
	if token.Lower == "let" {
		x.let(t, w)
		return
	}
	if x.frames.Is(frames.Idle, token.Lemma) {
		return
	}
	if x.negated(t) {
		w.polarity = "dont"
	}
	if c := x.Child(t, "vocative"); c >= 0 {
		if e := x.who(c); e >= 0 {
			w.of = append(w.of, e)
		}
	}
	w.what = append(w.what, x.act(t))
	x.inferAddressee(&w, t)
	x.demand(w)
}

// beginsClause reports whether nothing but "please", "do not" and the like stands between a verb and the mark, or the beginning of the
// sentence, before it.
func (x *extractor) beginsClause(t int) bool {
	first := x.sentence(t).First
	for at := t - 1; at >= first; at-- {
		switch token := x.Tokens[at]; {
		case token.Tag == "``":
			// A quotation within a sentence of others goes on with that: to "give him time".
			return at == first || x.Tokens[at-1].IsPunct()
		case token.Lower == ",":
			return x.onlyLeads(first, at, t)
		case token.IsPunct():
			return true
		case at > first && x.Is(at, "advmod", "discourse", "aux", "cc", "vocative") && token.Tag != "MD":
		default:
			return at == first && x.Is(at, "advmod", "discourse", "aux", "cc", "vocative") && token.Tag != "MD"
		}
	}
	return true
}

// onlyLeads reports whether all tokens from a mark or the beginning of the sentence up to a comma only lead to a verb: "Please, ...",
// "Mr. President, ...", "When you see it, ...".
func (x *extractor) onlyLeads(first, comma, verb int) bool {
	for k := comma - 1; k >= first; k-- {
		if tag := x.Tokens[k].Tag; tag == "``" || tag == "." || tag == ":" {
			break
		}
		top := k
		for x.Tokens[top].Head >= 0 && x.Tokens[top].Head != verb {
			top = x.Tokens[top].Head
		}
		if x.Tokens[top].Head != verb || !x.Is(top, "vocative", "discourse", "advmod", "advcl", "obl", "punct", "cc") {
			return false
		}
	}
	return true
}

// let reads "let us go", "let the UN decide".
func (x *extractor) let(t int, w wish) {
	act := x.Child(t, "xcomp", "ccomp")
	object := x.Child(t, "obj")
	if act < 0 || act < t || x.frames.Is(frames.Sincere, x.Tokens[act].Lemma) {
		return
	}
	if object < 0 {
		object = x.Child(act, "nsubj")
	}
	if object < 0 || x.Tokens[object].Lower == "me" {
		return
	}
	w.cue = x.cueOf(t)
	switch x.Tokens[object].Lower {
	case "us", "'s", "’s":
		w.cue = x.cueOf(t, object)
		if x.isPerson(w.by) {
			w.of, w.inferred = append(w.of, x.allOfUs(w.by)), true
		}
	default:
		if e := x.who(object); e >= 0 {
			w.of = append(w.of, e)
		}
	}
	if x.negated(act) || x.negated(t) {
		w.polarity = "dont"
	}
	w.what = append(w.what, x.act(act))
	x.demand(w)
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
