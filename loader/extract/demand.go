package extract

import (
	"slices"
	"strings"

	"demarche/internal/span"
	"demarche/schema/frames"
)

// findDemands reads the demands of the article: verbs and nouns of demanding
// wherever they stand, and what a source says that others must do, what is
// unacceptable or important, what is a condition.
func (x *extractor) findDemands() {
	for g := range x.Groups {
		if x.demandVerb(g) {
			continue
		}
		x.demandModal(g)
		x.demandImperative(g)
	}
	for p := range x.Phrases {
		x.demandNoun(p)
	}
	for t := range x.Tokens {
		x.demandJudgement(t)
		x.demandCondition(t)
	}
	slices.SortStableFunc(x.Demands, func(a, b Demand) int { return a.What[0].Begin - b.What[0].Begin })
	x.dropRepeated()
	x.inheritAddressees()
}

// wish is a demand before it is written down.
type wish struct {
	by       int // entity
	of       []int
	what     []span.Span
	cue      []span.Span
	polarity string
	orElse   span.Span
	rule     string
	certain  float64
}

// demand writes a demand down.
func (x *extractor) demand(w wish) {
	if w.by < 0 || len(w.what) == 0 || w.what[0].Empty() {
		return
	}
	at := x.TokenAt(w.what[0].Begin)
	statement := x.statementAt(x.TokenAt(w.cue[0].Begin))
	by := x.side(w.by)
	if w.orElse.Empty() {
		x.cutConsequence(&w)
	}
	if w.polarity == "" {
		w.polarity = "do"
	}
	d := Demand{
		Basis: Basis{Cue: w.cue, Where: x.whereOf(at), Rule: w.rule, Confidence: w.certain},
		By:    x.actor(by),
		What:  w.what, Polarity: w.polarity, OrElse: w.orElse, Statement: statement,
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
	if statement >= 0 {
		d.When = x.Statements[statement].When
	} else {
		d.When = x.dayNear(x.TokenAt(w.cue[0].Begin), w.what)
	}
	x.Demands = append(x.Demands, d)
}

// risks are verbs that lead a consequence: "or face sanctions".
var risks = wordSet("face risk suffer lose pay")

// cutConsequence takes "or face ..." off the end of what is wanted.
func (x *extractor) cutConsequence(w *wish) {
	i := len(w.what) - 1
	first, last := x.Within(w.what[i])
	for t := first + 1; t+2 < last; t++ {
		if x.Tokens[t].Lower == "or" && risks[x.Tokens[t+1].Lower] {
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
		for i := range kept {
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

// statementAt is the innermost statement whose content or cue holds a token, or -1.
func (x *extractor) statementAt(token int) int {
	at := x.Tokens[token].Begin
	best, size := -1, 1<<30
	for _, i := range x.near(x.sentence(token).Block, 1) {
		s := x.Statements[i]
		for _, c := range append(append([]span.Span(nil), s.Content...), s.Cue...) {
			if c.Begin <= at && at < c.End && x.said[i].content.Len() < size {
				best, size = i, x.said[i].content.Len()
			}
		}
	}
	return best
}

// contentAt is the innermost statement whose content holds a token, or -1.
func (x *extractor) contentAt(token int) int {
	at := x.Tokens[token].Begin
	best, size := -1, 1<<30
	for _, i := range x.near(x.sentence(token).Block, 1) {
		for _, c := range x.Statements[i].Content {
			if c.Begin <= at && at < c.End && x.said[i].content.Len() < size {
				best, size = i, x.said[i].content.Len()
			}
		}
	}
	return best
}

// demandVerb reads a demand of a verb group: "urged Kyiv to", "called for".
func (x *extractor) demandVerb(group int) bool {
	g := x.Groups[group]
	verbs := x.frames.DemandVerbs(x.ahead(g.Head))
	if len(verbs) == 0 {
		return false
	}
	end := x.sentence(g.Head).End
	for _, verb := range verbs {
		after := g.Head + verb.Length()
		if after > end {
			continue
		}
		for _, kind := range verb.Takes {
			if x.demandOf(verb, kind, group, after, end) {
				return true
			}
		}
	}
	return false
}

// demandOf reads one kind of complement of a verb of demanding.
func (x *extractor) demandOf(verb *frames.Verb, kind string, group, after, end int) bool {
	g := x.Groups[group]
	if x.speaksBehind(group) && kind != "object-infinitive" {
		return false // '"...," he urged donors': what is wanted stands in front
	}
	if g.Negated && verb.Verb != "want" && !verb.Negated || verb.Negated && !g.Negated {
		return false
	}
	if g.Infinitive && !x.pressing(group) || g.Modal != "" && g.Modal != "will" && g.Modal != "would" && !(verb.Negated && g.Modal == "can") {
		return false
	}
	w := wish{cue: []span.Span{x.Words(g.Head, after)}, polarity: verb.Polarity, rule: "verb:" + verb.Verb, certain: 0.8}
	subject := x.subject(group)
	if g.Passive {
		return x.demandPassive(verb, kind, group, after, end, w)
	}
	w.by = x.demander(subject, g.Head)
	if w.by < 0 {
		return false
	}
	if g.Negated {
		w.polarity = "dont"
	}
	if kind == "object" && subject.First > 0 && x.Tokens[subject.First-1].Lower == "what" {
		// "What we need is a promise": the thing stands behind the copula.
		if c := x.groupAt(after); c >= 0 && copulas[x.Tokens[x.Groups[c].Head].Lower] {
			return x.objectWish(x.Groups[c].End, end, w, verb)
		}
	}
	switch kind {
	case "object-infinitive":
		n := x.firstPhrase(after, end)
		if !n.ok() {
			return false
		}
		next := x.skipAdverbials(x.pastApposition(x.listEnd(n), end), end)
		w.of = x.listedAs(n, w.by)
		return x.infinitiveWish(next, end, w, verb)
	case "clause":
		return x.clauseWish(after, end, w, verb)
	case "object":
		return x.objectWish(after, end, w, verb)
	case "against":
		t := after
		if n := x.firstPhrase(t, end); n.ok() {
			t, w.of = x.listEnd(n), x.listed(n)
		}
		if t+1 < end && x.Tokens[t].Lower == "against" {
			w.cue = append(w.cue, x.Words(t, t+1))
			w.what, w.polarity = []span.Span{x.trimmed(t+1, x.wishEnd(t+1))}, "dont"
			if len(w.of) == 0 {
				w.of = x.mentionedIn(t+1, x.wishEnd(t+1), w.by)
			}
			x.demand(w)
			return true
		}
	}
	return false
}

var copulas = wordSet("is was are were be been 's 're remains remained")

// speaksBehind reports whether the statement of a verb group has its content in
// front of the verb.
func (x *extractor) speaksBehind(group int) bool {
	for _, i := range x.near(x.sentence(x.Groups[group].Head).Block, 0) {
		if x.said[i].group == group {
			return strings.HasSuffix(x.Statements[i].Rule, "before-cue")
		}
	}
	return false
}

// pressing reports whether an infinitive carries a demand all the same: "used
// the speech to urge", "continued to call for".
func (x *extractor) pressing(group int) bool {
	if group == 0 {
		return false
	}
	before := x.Groups[group-1]
	if before.Negated || x.SentenceOf(before.First) != x.SentenceOf(x.Groups[group].First) {
		return false
	}
	switch x.Tokens[before.Head].Lower {
	case "declined", "refused", "failed", "asked", "wanted", "needed", "going":
		return false
	}
	return before.Finite
}

// demander is whose demand it is: the subject, with "I" and "we" read as the
// speaker of the quotation.
func (x *extractor) demander(subject nominal, near int) int {
	if !subject.ok() {
		return -1
	}
	return x.speaker(subject, near)
}

// demandPassive reads "was urged to", "X was demanded by".
func (x *extractor) demandPassive(verb *frames.Verb, kind string, group, after, end int, w wish) bool {
	if kind != "object-infinitive" {
		return false
	}
	next := x.skipAdverbials(after, end)
	by := nobody
	if after < end && x.Tokens[after].Lower == "by" {
		if by = x.firstPhrase(after+1, end); by.ok() {
			next = x.listEnd(by)
		}
	}
	if !by.ok() {
		return false // nobody is named as the one who demands
	}
	w.by = x.entity(by)
	w.of = []int{x.entity(x.subjectLeft(x.Groups[group].First))}
	return x.infinitiveWish(next, end, w, verb)
}
