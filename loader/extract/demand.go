package extract

import (
	"slices"

	"demarche/internal/span"
	"demarche/schema"
	"demarche/schema/frames"
)

// findDemands reads the demands of the article: verbs and nouns of demanding wherever they stand, and what a source says that
// others must do, tells them to do, calls unacceptable or important, or makes a condition.
func (x *extractor) findDemands() {
	for t := range x.Tokens {
		switch {
		case x.isVerb(t):
			if !x.demandVerb(t) {
				x.demandModal(t)
				x.demandImperative(t)
				x.demandNeeded(t)
			}
		case x.Tokens[t].IsNoun():
			x.demandNoun(t)
		}
		if x.Child(t, "cop") >= 0 && !x.isVerb(t) {
			x.demandModal(t) // "should be clear", "must be a member"
		}
		x.demandIdiom(t)
		x.demandJudgement(t)
		x.demandCondition(t)
	}
	slices.SortStableFunc(x.Demands, func(a, b Demand) int { return a.What[0].Begin - b.What[0].Begin })
	x.dropRepeated()
	x.addressFromContext()
}

// wish is a demand before it is written down.
type wish struct {
	by       int // entity
	of       []int
	inferred bool // whether of was not said of the demand itself
	what     []span.Span
	cue      []span.Span
	at       int // token of the cue
	polarity string
	strength string
	act      int // predicate of what is to be done, when that is an act; 0 when it is not
	orElse   span.Span
	rule     string
	certain  float64 // share of such demands that were right where the rule was written; a sign of the confidence (confidence.go)
}

// demand writes a demand down.
func (x *extractor) demand(w wish) bool {
	if w.by < 0 || len(w.what) == 0 || w.what[0].Empty() {
		return false
	}
	if turn := x.turn(w.act); turn >= 0 {
		rest := w
		rest.act, rest.polarity, rest.orElse = turn, "dont", span.Span{}
		if x.negated(w.act) {
			rest.polarity = "do"
		}
		rest.what = []span.Span{x.act(turn)}
		left, _ := x.Yield(turn)
		first, _ := x.Within(w.what[len(w.what)-1])
		if w.what[len(w.what)-1] = x.trimmed(first, max(first, left)); w.what[len(w.what)-1].Empty() {
			return false
		}
		w.act = 0
		defer x.demand(rest)
	}
	by := x.side(w.by)
	if w.orElse.Empty() {
		x.cutConsequence(&w)
	}
	if w.polarity == "" {
		w.polarity = "do"
	}
	if by != w.by && x.domestic(by, w.of) {
		by = w.by
	}
	d := Demand{
		Basis: Basis{Cue: w.cue, Where: x.whereOf(x.TokenAt(w.what[0].Begin)), Rule: w.rule, Confidence: w.certain},
		By:    x.actor(by), What: w.what, Polarity: w.polarity, OrElse: w.orElse, Strength: w.strength, Statement: x.statementAt(w.at, true),
	}
	if by != w.by {
		voice := x.actor(w.by)
		d.VoicedBy = &voice
	}
	for _, of := range w.of {
		if of >= 0 && of != by && !slices.ContainsFunc(d.Of, func(a Actor) bool { return a.ID == x.Entities[of].ID }) {
			d.Of = append(d.Of, x.actor(of))
		}
	}
	switch {
	case len(d.Of) == 0:
		d.Addressed = Missing
	case w.inferred:
		d.Addressed = Inferred
	default:
		d.Addressed = Stated
	}
	d.When, d.Deadline = x.madeOn(w, d.Statement), x.dueBy(w)
	x.Demands = append(x.Demands, d)
	return true
}

// turn is the act joined to an act that is to be done where that is not, or the other way round: "stay and not to leave", "not to stay but to leave";
// -1 when there is none.
func (x *extractor) turn(act int) int {
	if act <= 0 {
		return -1
	}
	for c := range x.Children(act) {
		if c < act || !x.Is(c, "conj") || !x.isVerb(c) || x.Child(c, "nsubj") >= 0 {
			continue
		}
		if word := x.Child(c, "cc"); !x.negated(act) && x.negated(c) || x.negated(act) && !x.negated(c) && word >= 0 && x.Tokens[word].Lower == "but" {
			return c
		}
	}
	return -1
}

// domestic reports whether all addressees belong to the country that an official speaks for: a president who urges the parliament of the country
// speaks as the president, not as the country.
func (x *extractor) domestic(country int, of []int) bool {
	if x.Entities[country].Kind != schema.Country || len(of) == 0 {
		return false
	}
	for _, e := range of {
		if e < 0 || e == country || x.code(e) != x.Entities[country].Code {
			return false
		}
	}
	return true
}

// cutConsequence takes "or face ..." off the end of what is wanted.
func (x *extractor) cutConsequence(w *wish) {
	i := len(w.what) - 1
	first, last := x.Within(w.what[i])
	if w.act > 0 {
		for c := range x.Children(w.act) {
			if or := x.Child(c, "cc"); c > w.act && x.Is(c, "conj") && or >= 0 && x.Tokens[or].Lower == "or" && x.Child(c, "nsubj") >= 0 && x.modal(c) == "will" {
				w.orElse = x.whole(c) // "or we will lose"
				return
			}
		}
	}
	for t := first + 1; t+2 < last; t++ {
		if x.Tokens[t].Lower == "or" && x.frames.Is(frames.Risking, x.Tokens[t+1].Lemma) {
			w.what[i], w.orElse = x.trimmed(first, t), x.trimmed(t+1, last)
			return
		}
	}
}

// dropRepeated keeps one demand where two rules found nearly the same words.
func (x *extractor) dropRepeated() {
	var kept []Demand
	for _, d := range x.Demands {
		again := false
		for i := len(kept) - 1; i >= max(0, len(kept)-50); i-- { // the words ascend, so those alike are near
			a, b := kept[i].What[0], d.What[0]
			if shared := min(a.End, b.End) - max(a.Begin, b.Begin); shared*10 > 6*max(a.Len(), b.Len()) && kept[i].By.ID == d.By.ID {
				if d.Confidence > kept[i].Confidence {
					kept[i] = d
				}
				again = true
				break
			}
		}
		if !again {
			kept = append(kept, d)
		}
	}
	x.Demands = kept
}

// cueOf is the words of a cue: a token, and others that belong to it.
func (x *extractor) cueOf(tokens ...int) []span.Span {
	slices.Sort(tokens)
	var all []span.Span
	for i, t := range tokens {
		if t < 0 || i > 0 && tokens[i-1] == t {
			continue
		}
		if n := len(all); n > 0 && tokens[i-1] == t-1 {
			all[n-1].End = x.Tokens[t].End
			continue
		}
		all = append(all, x.Tokens[t].Span)
	}
	return all
}

// act is the words of what a predicate says is to be done: without its subject, "to", its modal and its negation.
func (x *extractor) act(predicate int) span.Span {
	return x.trimmed(x.clause(predicate, x.actFirst(predicate)))
}

func (x *extractor) actFirst(predicate int) int {
	first, _ := x.Yield(predicate)
	for c := range x.Children(predicate) {
		if c > predicate {
			break
		}
		t := x.Tokens[c]
		leads := x.Is(c, "nsubj", "csubj", "mark", "cc", "expl", "vocative", "discourse", "dislocated", "parataxis", "punct") ||
			x.Is(c, "aux") && (t.Tag == "MD" || t.Lemma == "do") || t.Lemma == "not" || t.Lower == "n't" || t.Lower == "n’t" || t.Lower == "never" ||
			x.Is(c, "aux") && t.Rel == "aux" && t.Lemma == "have" && c == first
		if leads {
			_, end := x.Yield(c)
			first = max(first, end)
		}
	}
	return min(first, predicate)
}

// thing is the words of a nominal that is wanted, without its preposition.
func (x *extractor) thing(t int) span.Span {
	first, end := x.clause(t, 0)
	for c := range x.Children(t) {
		if c < t && x.Is(c, "case", "cc", "punct", "mark") {
			_, behind := x.Yield(c)
			first = max(first, behind)
		}
	}
	return x.trimmed(min(first, t), end)
}

// whole is the words of a clause with its subject, without what leads it.
func (x *extractor) whole(predicate int) span.Span {
	first, end := x.clause(predicate, 0)
	for c := range x.Children(predicate) {
		if c < predicate && (x.Is(c, "mark", "cc", "punct", "discourse") || x.Tokens[c].Lower == "only") {
			if _, behind := x.Yield(c); behind <= predicate && c <= first {
				first = behind
			}
		}
	}
	return x.trimmed(first, end)
}

// asked reports whether a token stands in a question, or in what somebody asks whether.
func (x *extractor) asked(t int) bool {
	if x.whether(t) {
		return true
	}
	s := x.sentence(t)
	for at := t; at < s.End; at++ {
		if x.Tokens[at].Lower == "?" {
			return true
		}
		if x.Tokens[at].Tag == "''" && x.QuoteAt(x.Tokens[t].Begin) >= 0 {
			break
		}
	}
	return false
}

// whether reports whether a token stands in a clause that leaves open whether it is so: "asked whether he would", "asked if".
func (x *extractor) whether(t int) bool {
	for at := t; at >= 0; at = x.Tokens[at].Head {
		if x.Is(at, "ccomp", "advcl") && x.marked(at, "whether") || x.Is(at, "ccomp") && x.marked(at, "if") {
			return true
		}
	}
	return false
}

// hypothetical reports whether a predicate stands under "if", "when" or the like, so that nobody says it.
func (x *extractor) hypothetical(t int) bool {
	for at := t; at >= 0; at = x.Tokens[at].Head {
		if x.Is(at, "advcl") && (x.marked(at, "if", "unless", "whether", "in") || x.marked(at, "when", "whenever") && x.Tokens[at].Tag != "VBD") {
			return true
		}
		if x.Is(at, "root", "parataxis", "ccomp") {
			break
		}
	}
	return false
}

// denied reports whether a demand is not made: "did not urge", "refused to call on", "may demand".
func (x *extractor) denied(t int) bool {
	if x.negated(t) {
		return true
	}
	if x.modal(t) != "" && x.perfect(t) {
		return true // "would have required"
	}
	switch x.modal(t) {
	case "may", "might", "could", "can", "should", "must", "shall":
		return true
	}
	if x.wanted(t) {
		return true
	}
	if head := x.Tokens[t].Head; head >= 0 && x.Is(t, "xcomp") && (x.frames.Is(frames.Refusing, x.Tokens[head].Lemma) || x.negated(head)) {
		return true
	}
	return false
}

// wanted reports whether a predicate is only what somebody is asked, allowed or able to do: "wants Peru to push for", "let her urge", "a right to
// demand".
func (x *extractor) wanted(t int) bool {
	head := x.Tokens[t].Head
	if head < 0 {
		return false
	}
	if x.Is(t, "acl") && x.infinitive(t) && x.frames.Is(frames.Powers, x.Tokens[head].Lemma) {
		return true
	}
	if x.Tokens[head].Lower == "let" && x.Is(t, "xcomp", "ccomp") {
		return true
	}
	if over := x.Tokens[head].Head; x.Is(t, "acl") && x.Is(head, "obj", "iobj") && over >= 0 {
		head = over // where the parser hangs the infinitive on the object
	} else if !x.Is(t, "xcomp", "ccomp", "advcl") {
		return false
	}
	if object := x.Child(head, "obj", "iobj"); !x.infinitive(t) || object < head || object > t {
		return false
	}
	return slices.ContainsFunc(x.frames.DemandVerbs(x.Tokens[head].Lower), func(v *frames.Verb) bool {
		return len(v.Rest()) == 0 && slices.Contains(v.Takes, frames.ObjectInfinitive)
	})
}

// purpose reports whether an infinitive says what something is done for: "in order to".
func (x *extractor) purpose(act int) bool {
	to := x.Child(act, "mark")
	return to > 0 && (x.Tokens[to-1].Lower == "order" || x.Tokens[to].Lower == "in" || x.Tokens[to-1].Lower == "as")
}

// perfect reports whether a predicate has "have" as an auxiliary.
func (x *extractor) perfect(t int) bool {
	for c := range x.Children(t) {
		if x.Is(c, "aux") && x.Tokens[c].Lemma == "have" {
			return true
		}
	}
	return false
}

// contentBefore reports whether a token is the cue of a statement whose content stands in front of it: '"...," he urged donors'.
func (x *extractor) contentBefore(t int) bool {
	for _, i := range x.touching[x.SentenceOf(t)] {
		if x.said[i].Head == t {
			return x.said[i].Content[0].First < t
		}
	}
	return false
}
