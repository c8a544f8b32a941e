package extract

import (
	"demarche/schema"
	"demarche/schema/frames"
)

// demandVerb reads a demand of a verb: "urged Kyiv to", "called for".
func (x *extractor) demandVerb(t int) bool {
	for _, verb := range x.frames.DemandVerbs(x.Tokens[t].Lower) {
		complement, words, ok := x.matches(t, verb)
		if !ok {
			continue
		}
		for _, kind := range verb.Takes {
			if x.demandOf(t, verb, kind, complement, words) {
				return true
			}
		}
	}
	return false
}

// matches reports whether the words of a frame stand around its verb: particles behind it, and a preposition that leads a
// complement, whose head is returned; -1 when the frame has none. words are the tokens of the frame.
func (x *extractor) matches(t int, verb *frames.Verb) (complement int, words []int, ok bool) {
	rest := verb.Rest()
	words = []int{t}
	if len(rest) == 0 {
		return -1, words, true
	}
	last := rest[len(rest)-1]
	for i, word := range rest[:len(rest)-1] {
		if t+1+i >= len(x.Tokens) || x.Tokens[t+1+i].Lower != word {
			return -1, nil, false
		}
		words = append(words, t+1+i)
	}
	object := x.Child(t, "obj")
	for c := range x.Children(t) {
		if verb.Unsplit && object > t && object < c {
			break
		}
		if c > t && x.Is(c, "obl", "advcl", "nmod", "ccomp", "xcomp") && x.preposition(c) == last {
			return c, append(words, x.Child(c, "case", "mark")), true
		}
		if c > t && x.Is(c, "compound:prt", "advmod") && x.Tokens[c].Lower == last {
			return object, append(words, c), true
		}
	}
	if next := t + len(rest); next < x.sentence(t).End && x.Tokens[next].Lower == last {
		// The parser hangs the complement elsewhere.
		if h := x.Tokens[next].Head; h > next && x.Is(next, "case", "mark") {
			return h, append(words, next), true
		}
	}
	return -1, nil, false
}

// demandOf reads one kind of complement of a verb of demanding.
func (x *extractor) demandOf(t int, verb *frames.Verb, kind string, complement int, words []int) bool {
	if x.contentBefore(t) && kind != frames.ObjectInfinitive && kind != frames.ObjectFor && kind != frames.Participle {
		return false // '"...," he urged donors': what is wanted stands in front
	}
	if !x.demands(t, verb) {
		return false
	}
	w := wish{at: t, cue: x.cueOf(words...), polarity: verb.Polarity, strength: verb.Strength, rule: verb.Rule(), certain: 0.8}
	if x.negated(t) || verb.Negated == frames.Refused {
		w.polarity = "dont"
	}
	if x.passive(t) && !x.cueOfAction(t, words) {
		if verb.Negated == frames.Refused {
			return x.refusedOfPassive(t, w)
		}
		agent := x.with(t, "by", "obl")
		if agent < 0 || kind != frames.ObjectInfinitive && kind != frames.Object {
			return false // nobody is named as the one who demands
		}
		if w.by = x.who(agent); w.by < 0 {
			return false
		}
		if kind == frames.Object {
			return x.objectOfPassive(t, w, verb)
		}
	} else if w.by = x.demander(t); w.by < 0 {
		return false
	}
	if verb.Cue && x.Entities[w.by].Kind == schema.Organisation {
		return false // "the bank charged customers to use the card"
	}
	switch kind {
	case frames.ObjectInfinitive:
		return x.infinitiveWish(t, complement, w, verb)
	case frames.Participle:
		return x.resultWish(t, w)
	case frames.Clause:
		return x.clauseWish(t, complement, w, verb)
	case frames.Gerund:
		act := x.Child(t, "xcomp", "ccomp", "obj")
		if act <= t || x.Tokens[act].Tag != "VBG" {
			return false
		}
		w.what = append(w.what, x.behind(t, act, x.act(act)))
		x.inferAddressee(&w, act)
		return x.demand(w)
	case frames.Object:
		return x.objectWish(t, complement, w, verb)
	case frames.ObjectFor:
		return x.forWish(t, complement, w)
	case frames.Against, frames.From:
		return x.warning(t, kind, w)
	}
	return false
}

// demands reports whether a verb makes a demand where it stands: with the modal and negation that it needs, and not only thought of.
func (x *extractor) demands(t int, verb *frames.Verb) bool {
	if verb.Modal != "" && x.modal(t) != verb.Modal || verb.Cue && x.statementCue(t) < 0 {
		return false
	}
	switch {
	case x.hypothetical(t) && verb.Negated != frames.Only || x.whether(t):
		return false
	case verb.Negated == frames.Only:
		return x.negated(t) || x.modal(t) == "can"
	case verb.Negated == frames.Refused:
		return x.refuses(t)
	case x.negated(t) && verb.Negated == frames.Opposite:
		return true
	}
	return !x.denied(t)
}

// refuses reports whether somebody says that something will not, cannot, must not be put up with.
func (x *extractor) refuses(t int) bool {
	if x.source(t) < 0 && x.statementCue(t) < 0 || x.perfect(t) {
		return false
	}
	object := x.Child(t, "obj")
	if object >= 0 && x.isNobody(object) {
		return true // "brooks no"
	}
	switch x.modal(t) {
	case "will", "would", "can", "could", "must", "shall":
		return x.negated(t)
	}
	return false
}

// refusedOfPassive reads "violence will not be tolerated", in what somebody says.
func (x *extractor) refusedOfPassive(t int, w wish) bool {
	subject, s := x.subject(t), x.source(t)
	if s < 0 || subject < 0 || x.Tokens[subject].UPOS == "PRON" {
		return false
	}
	w.by = x.said[s].speaker
	w.what = append(w.what, x.thing(subject))
	x.inferAddressee(&w, subject)
	return x.demand(w)
}

// cueOfAction reports whether a verb with a preposition of its own is in the active voice though it looks passive: "who's called for troops",
// with a source for the model of attributions.
func (x *extractor) cueOfAction(t int, words []int) bool {
	return len(words) > 1 && x.statementCue(t) >= 0 && x.with(t, "by", "obl") < 0 && x.Child(t, "nsubj:pass") < 0
}

// demander is whose demand a verb makes: its subject. Without one, in what somebody says, it is nobody's.
func (x *extractor) demander(t int) int {
	s := x.subject(t)
	if s < 0 {
		s = x.subjectInFront(t)
	}
	if s >= 0 && x.Tokens[s].Lower == "both" && x.Child(s, "nmod") < 0 {
		s = x.bothOf(s)
	}
	if s >= 0 && x.isWriting(s) {
		if giver := x.giver(s); giver >= 0 {
			return giver
		}
	}
	if s >= 0 && (x.isNobody(s) || x.frames.Is(frames.Laws, x.Tokens[s].Lemma)) {
		return -1
	}
	if s >= 0 {
		if e := x.who(s); e >= 0 {
			return e
		}
	}
	// The model for attributions knows a subject where the parser has lost it.
	if i := x.statementCue(t); i >= 0 && (s < 0 || x.Child(t, "nsubj") != s || !x.Tokens[s].IsNoun() || x.Tokens[s].IsName() || covered(s, x.said[i].Source)) {
		return x.said[i].speaker
	}
	if s >= 0 {
		return x.owner(s) // "our actions depend on"
	}
	return -1
}

// bothOf is the first of the two whom "both" stands for, in the same sentence; "both" itself when there are none.
func (x *extractor) bothOf(both int) int {
	for t := both - 1; t >= x.sentence(both).First; t-- {
		if c := x.Child(t, "conj"); c > t && c < both && x.EntityOf(t) >= 0 && x.EntityOf(c) >= 0 {
			return t
		}
	}
	return both
}

// isWriting reports whether a noun names a text, or what is counted in one: "a petition with 900 signatures".
func (x *extractor) isWriting(t int) bool {
	return x.frames.Document(x.Tokens[t].Lower) || x.Tokens[t].Lemma == "signature"
}

// giver is who hands or sends a text to somebody, where a participle behind it says what it asks: "handed the mayor a petition asking for"; -1 when
// nobody does.
func (x *extractor) giver(text int) int {
	for at := text; at >= 0; at = x.Tokens[at].Head {
		if x.isVerb(at) {
			if s := x.subject(at); s >= 0 && s != text && x.frames.Is(frames.Issuing, x.Tokens[at].Lemma) {
				return x.who(s)
			}
			return -1
		}
		if !x.Is(at, "nmod", "appos", "obj", "iobj", "conj", "obl") {
			return -1
		}
	}
	return -1
}

// subjectInFront is the subject of a verb that the parser takes for an apposition of the place before it: "In Geneva, the committee, shut out of
// the talks, pleaded for"; -1 when there is none.
func (x *extractor) subjectInFront(t int) int {
	for c := range x.Children(t) {
		if c > t || !x.Is(c, "obl") {
			continue
		}
		if name := x.Child(c, "appos"); name >= 0 && name < t && x.animateOrNamed(name) {
			return name
		}
	}
	return -1
}

// infinitiveWish reads "urged Kyiv to sign", "called on NATO to stop", "was urged to leave".
func (x *extractor) infinitiveWish(t, complement int, w wish, verb *frames.Verb) bool {
	addressee := complement
	switch {
	case x.passive(t):
		addressee = x.subject(t)
	case complement < 0:
		addressee = x.Child(t, "iobj", "obj")
	}
	act := x.infinitiveOf(t, addressee)
	if act < 0 || x.purpose(act) || x.Tokens[t+1].Lower == "that" && addressee > t+1 {
		return false
	}
	if addressee < 0 && x.passive(t) {
		w.what, w.act = append(w.what, x.act(act)), act
		x.inferAddressee(&w, act)
		return x.demand(w)
	}
	if own := x.Child(act, "nsubj"); addressee < 0 || own > addressee && x.marked(act, "for") {
		if addressee = own; addressee < 0 || verb.Cue {
			return false
		}
	}
	if verb.Things && x.passive(act) && !x.passive(t) {
		return x.infinitiveFor(addressee, act, w) // "wants the wages to be raised": by whom, it does not say
	}
	for _, one := range x.listed(addressee) {
		e := x.who(one)
		if e < 0 && x.Tokens[one].IsNoun() && !verb.Things && !x.frames.Is(frames.Vague, x.Tokens[one].Lower) {
			e = x.described(one) // whoever is urged is somebody: "urged the electorate to"
		}
		if e >= 0 && e != w.by {
			w.of = append(w.of, e)
		}
	}
	if len(w.of) == 0 && !x.Tokens[addressee].IsNoun() && !x.meansPeople(addressee) {
		return false
	}
	if x.negated(act) {
		w.polarity = "dont"
	}
	w.what, w.act = append(w.what, x.behind(t, act, x.act(act))), act
	return x.demand(w)
}

// meansPeople reports whether a word that is no noun can stand for people: "you", "the 25", "the rich".
func (x *extractor) meansPeople(t int) bool {
	det := x.Child(t, "det")
	return x.Tokens[t].UPOS == "PRON" || det == t-1 && det >= 0 && (x.Tokens[det].Lower == "the" || x.Tokens[det].Lower == "these" || x.Tokens[det].Lower == "those")
}

// resultWish reads "wants them held to account".
func (x *extractor) resultWish(t int, w wish) bool {
	object, act := x.Child(t, "iobj", "obj"), x.Child(t, "xcomp")
	if act < 0 && object >= 0 {
		if act = x.Child(object, "acl"); act >= 0 && x.Child(act, "nsubj", "mark") >= 0 {
			return false // "a promise that"; without these, the parser hangs the participle on the object
		}
	}
	if object < t || act < object || x.Tokens[act].Tag != "VBN" {
		return false
	}
	return x.wantedOf(object, act, w)
}

// wantedOf demands what an object is to do, or what is to be done to it, in the words of both: "them held to account".
func (x *extractor) wantedOf(object, act int, w wish) bool {
	first, _ := x.Yield(object)
	_, end := x.clause(act, act)
	w.what = append(w.what, x.trimmed(first, end))
	x.inferAddressee(&w, act)
	return x.demand(w)
}

// infinitiveOf is the infinitive behind a verb that its object is to do; -1 when there is none.
func (x *extractor) infinitiveOf(t, addressee int) int {
	for c := range x.Children(t) {
		if c > t && x.Is(c, "xcomp", "ccomp", "advcl") && x.infinitive(c) && c > addressee {
			return c
		}
	}
	if addressee <= t {
		return -1
	}
	// The parser hangs it on a word of the object, or of a relative clause behind that.
	relative := x.Tokens[addressee].IsNoun() && addressee+1 < len(x.Tokens) && x.isRelative(addressee+1)
	for to := addressee + 1; to < x.sentence(t).End; to++ {
		switch token := x.Tokens[to]; {
		case token.Tag == "TO" && x.Is(to, "mark") && token.Head > to && token.Head <= to+3 && x.infinitive(token.Head):
			return token.Head
		case token.Lower == "to" && to+1 < len(x.Tokens) && x.Tokens[to+1].Tag == "VB":
			return to + 1
		case relative && (token.Tag == "VBD" || token.Tag == "VBP" || token.Tag == "VBZ"):
			relative = false
		case token.Tag == "VBD" || token.Tag == "VBZ" || token.Tag == "VBP" || token.Tag == "MD" || token.Tag == "VBG" && x.Tokens[to-1].Tag == "IN":
			return -1
		}
	}
	return -1
}

// warning reads "warned (Washington) against drawing Ukraine into", "barred the company from selling": preposition is the word between.
func (x *extractor) warning(t int, preposition string, w wish) bool {
	c := x.with(t, preposition, "obl", "advcl", "nmod")
	if c < 0 {
		object := x.Child(t, "obj")
		if object < 0 {
			return false
		}
		if c = x.with(object, preposition, "nmod", "acl", "obl"); c < 0 {
			return false
		}
	}
	if preposition == frames.From && !x.isVerb(c) {
		return false // "banned from the hall"
	}
	w.cue = x.cueOf(t, x.Child(c, "case", "mark"))
	w.polarity = "dont"
	if object := x.Child(t, "obj", "iobj"); object >= 0 {
		w.of = append(w.of, x.others(object, w.by)...)
	}
	if x.isVerb(c) {
		w.what = append(w.what, x.act(c))
	} else {
		w.what = append(w.what, x.thing(c))
	}
	x.inferAddressee(&w, c)
	return x.demand(w)
}
