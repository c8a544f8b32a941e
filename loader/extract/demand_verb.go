package extract

import (
	"slices"

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
	if x.contentBefore(t) && kind != frames.ObjectInfinitive && kind != frames.Participle {
		return false // '"...," he urged donors': what is wanted stands in front
	}
	if verb.Negated == frames.Only {
		if !x.negated(t) && x.modal(t) != "can" {
			return false
		}
	} else if x.denied(t) && !(x.negated(t) && verb.Negated == frames.Opposite) || x.hypothetical(t) {
		return false
	}
	if verb.Modal != "" && x.modal(t) != verb.Modal {
		return false
	}
	w := wish{at: t, cue: x.cueOf(words...), polarity: verb.Polarity, strength: verb.Strength, rule: verb.Rule(), certain: 0.8}
	if x.negated(t) {
		w.polarity = "dont"
	}
	if x.passive(t) && !x.cueOfAction(t, words) {
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
	case frames.Against:
		return x.warning(t, w)
	}
	return false
}

// cueOfAction reports whether a verb with a preposition of its own is in the active voice though it looks passive: "who's called for troops",
// with a source for the model of attributions.
func (x *extractor) cueOfAction(t int, words []int) bool {
	return len(words) > 1 && x.statementCue(t) >= 0 && x.with(t, "by", "obl") < 0 && x.Child(t, "nsubj:pass") < 0
}

// demander is whose demand a verb makes: its subject. Without one, in what somebody says, it is nobody's.
func (x *extractor) demander(t int) int {
	s := x.subject(t)
	if s >= 0 && x.isNobody(s) {
		return -1
	}
	if s >= 0 {
		if e := x.who(s); e >= 0 {
			return e
		}
	}
	// The model for attributions knows a subject where the parser has lost it.
	if i := x.statementCue(t); i >= 0 {
		return x.said[i].speaker
	}
	if s >= 0 {
		return x.owner(s) // "our actions depend on"
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
	if act < 0 {
		return false
	}
	if own := x.Child(act, "nsubj"); addressee < 0 || own > addressee && x.marked(act, "for") {
		if addressee = own; addressee < 0 {
			return false
		}
	}
	if verb.Things && x.undergoes(act, addressee) {
		return x.undergone(t, addressee, act, w)
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
	if len(w.of) == 0 && !x.Tokens[addressee].IsNoun() && x.Tokens[addressee].Lower != "you" && x.Tokens[addressee].UPOS != "PRON" {
		return false
	}
	if x.negated(act) {
		w.polarity = "dont"
	}
	w.what = append(w.what, x.act(act))
	return x.demand(w)
}

// resultWish reads "wants them held to account".
func (x *extractor) resultWish(t int, w wish) bool {
	object, act := x.Child(t, "iobj", "obj"), x.Child(t, "xcomp")
	if object < t || act < object || x.Tokens[act].Tag != "VBN" {
		return false
	}
	first, _ := x.Yield(object)
	_, end := x.clause(act, act)
	w.what = append(w.what, x.trimmed(first, end))
	x.inferAddressee(&w, act)
	return x.demand(w)
}

// undergoes reports whether somebody only has done to them what an infinitive says: "wants the nurses to be paid more".
func (x *extractor) undergoes(act, addressee int) bool {
	return x.passive(act) && x.with(act, "by", "obl") < 0 && !x.passive(x.Tokens[act].Head) && addressee < act
}

// undergone writes down what is to happen to an object, of others than that.
func (x *extractor) undergone(t, object, act int, w wish) bool {
	first, _ := x.Yield(object)
	_, end := x.clause(act, act)
	if first < t {
		return false
	}
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
	// The parser hangs it on a word of the object.
	for to := addressee + 1; to < x.sentence(t).End; to++ {
		switch token := x.Tokens[to]; {
		case token.Tag == "TO" && x.Is(to, "mark") && token.Head > to && token.Head <= to+3 && x.infinitive(token.Head):
			return token.Head
		case token.Tag == "TO" && to+1 < len(x.Tokens) && x.Tokens[to+1].Tag == "VB":
			return to + 1
		case token.Tag == "VBD" || token.Tag == "VBZ" || token.Tag == "VBP" || token.Tag == "MD":
			return -1
		}
	}
	return -1
}

// clauseWish reads "demanded that Russia withdraw", "insists NATO should".
func (x *extractor) clauseWish(t, complement int, w wish, verb *frames.Verb) bool {
	c := complement
	if c < 0 {
		c = x.Child(t, "ccomp")
	}
	if c < 0 || c < t || x.infinitive(c) || x.marked(c, "if", "whether", "how", "what", "why", "who", "when") {
		return false
	}
	modal := x.modal(c)
	bare := x.Tokens[c].Tag == "VB" || x.bareBe(c)
	switch {
	case modal == "should" || modal == "must" || modal == "ought":
	case slices.Contains(verb.Clause, frames.Hoped):
		if x.subject(c) < 0 || x.Tokens[c].Tag == "VBD" || x.Tokens[c].Tag == "VBN" && !x.passive(c) {
			return false
		}
	case modal == "would" || modal == "will":
		if !slices.Contains(verb.Clause, frames.Future) {
			return false
		}
	case modal != "":
		return false
	case bare:
	case slices.Contains(verb.Clause, frames.Present) && x.Tokens[c].Tag != "VBD" && x.Tokens[c].Tag != "VBZ":
	default:
		return false
	}
	if s := x.subject(c); s >= 0 && s != t && !x.passive(c) {
		w.of = append(w.of, x.others(s, w.by)...)
	}
	if x.negated(c) {
		w.polarity = "dont"
	}
	if slices.Contains(verb.Clause, frames.Hoped) && len(w.of) == 0 {
		return false // addressed to nobody
	}
	w.what = append(w.what, x.whole(c))
	x.inferAddressee(&w, c)
	x.inWish[c] = true
	return x.demand(w)
}

// bareBe reports whether a predicate has "be" in its bare form: "that troops be withdrawn".
func (x *extractor) bareBe(t int) bool {
	for c := range x.Children(t) {
		if x.Is(c, "aux", "cop") && x.Tokens[c].Lower == "be" && x.modal(t) == "" && !x.infinitive(t) {
			return true
		}
	}
	return false
}

// warning reads "warned (Washington) against drawing Ukraine into".
func (x *extractor) warning(t int, w wish) bool {
	c := x.with(t, "against", "obl", "advcl", "nmod")
	if c < 0 {
		object := x.Child(t, "obj")
		if object < 0 {
			return false
		}
		if c = x.with(object, "against", "nmod", "acl", "obl"); c < 0 {
			return false
		}
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
