package extract

// wantToSee reads "wants to see the road repaired", "would rather see the club go": what somebody wants others to do, seen from outside.
func (x *extractor) wantToSee(t int) {
	want, cue := x.Tokens[t].Head, []int{t}
	switch {
	case x.modal(t) == "would" && x.hasWord(t, "rather"):
		want = t
	case want < 0 || !x.Is(t, "xcomp") || !x.infinitive(t) || x.negated(t):
		return
	case x.Tokens[want].Lemma == "want" || x.Tokens[want].Lemma == "need" || x.Tokens[want].Lemma == "like" && x.modal(want) == "would":
		cue = append(cue, want)
	default:
		return
	}
	object := x.Child(t, "obj", "iobj")
	act := x.Child(t, "xcomp", "ccomp", "advcl")
	if object < 0 && act > t {
		object = x.Child(act, "nsubj")
	}
	if object < t || x.denied(want) || x.hypothetical(want) || x.asked(want) {
		return
	}
	if act < object {
		act = x.Child(object, "acl")
	}
	w := wish{at: want, by: x.demander(want), cue: x.cueOf(cue...), strength: "wish", rule: "idiom", certain: 0.75}
	if w.by < 0 {
		return
	}
	if act < object || x.Is(act, "acl:relcl") || !x.isVerb(act) {
		if !x.isThing(object) || !x.action(object) && !x.compared(object) || x.statementAt(t, true) < 0 {
			return // "wants to see a film"
		}
		w.what = append(w.what, x.thingOf(t, object))
		x.inferAddressee(&w, object)
		x.demand(w)
		return
	}
	if w.of = x.others(object, w.by); x.Tokens[act].Tag == "VBN" {
		w.of = nil // to whom it is done, not who does it
	}
	x.wantedOf(object, act, w)
}

// compared reports whether a thing is to be more, or more so, than it is: "tougher rules", "fewer cars".
func (x *extractor) compared(t int) bool {
	for c := range x.Children(t) {
		if x.Is(c, "amod", "det") && x.Tokens[c].Tag == "JJR" {
			return true
		}
	}
	return false
}

// hasWord reports whether a word hangs on a token.
func (x *extractor) hasWord(t int, word string) bool {
	for c := range x.Children(t) {
		if x.Tokens[c].Lower == word {
			return true
		}
	}
	return false
}
