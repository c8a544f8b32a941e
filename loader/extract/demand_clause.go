package extract

import (
	"slices"

	"demarche/schema/frames"
)

// clauseWish reads "demanded that Russia withdraw", "insists NATO should", and the clauses that "and" joins to it, each of which says for itself
// who should act.
func (x *extractor) clauseWish(t, complement int, w wish, verb *frames.Verb) bool {
	c := complement
	if c < 0 {
		c = x.Child(t, "ccomp")
	}
	if c < t || !x.oneClause(t, c, w, verb) {
		return false
	}
	for next := range x.Children(c) {
		if next > c && x.Is(next, "conj") && x.Child(next, "nsubj", "expl") >= 0 {
			x.oneClause(t, next, w, verb)
		}
	}
	return true
}

func (x *extractor) oneClause(t, c int, w wish, verb *frames.Verb) bool {
	if !x.wantedClause(t, c, verb) {
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

// wantedClause reports whether a clause of a verb at t has the form of what is wanted, not of what is known.
func (x *extractor) wantedClause(t, c int, verb *frames.Verb) bool {
	if x.infinitive(c) || x.marked(c, "if", "whether", "how", "what", "why", "who", "when") {
		return false
	}
	modal, tag := x.modal(c), x.Tokens[c].Tag
	switch {
	case modal == "should" || modal == "must" || modal == "ought":
		return true
	case slices.Contains(verb.Clause, frames.Hoped):
		return x.subject(c) >= 0 && tag != "VBD" && (tag != "VBN" || x.passive(c))
	case modal == "would" || modal == "will":
		return slices.Contains(verb.Clause, frames.Future)
	case modal != "":
		return false
	case tag == "VB" || x.bareBe(c):
		return true
	case slices.Contains(verb.Clause, frames.Present):
		return tag != "VBD" && tag != "VBZ"
	case slices.Contains(verb.Clause, frames.Subjunctive):
		return x.subjunctive(t, c)
	}
	return false
}

// subjunctive reports whether a clause has the plural form of the present behind a verb in the past, of what somebody can do.
func (x *extractor) subjunctive(t, c int) bool {
	if says := x.subject(t); says >= 0 && x.frames.Is(frames.Studies, x.Tokens[says].Lemma) {
		return false // "the survey suggested that children sleep less"
	}
	subject := x.Child(c, "nsubj")
	if subject < 0 || x.Tokens[c].Tag != "VBP" || x.Tokens[c].Lemma == "be" || x.Tokens[c].Lemma == "have" || !x.animateOrNamed(subject) {
		return false
	}
	if tag := x.Tokens[subject].Tag; (tag == "NN" || tag == "NNP") && x.Child(subject, "conj") < 0 && x.EntityOf(subject) >= 0 {
		return true // "suggests that Peru act": one would say "acts" of what is so
	}
	return x.Tokens[t].Tag == "VBD" || x.modal(t) == "would" || x.Tokens[t].Tag == "VBN" && x.perfect(t)
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
