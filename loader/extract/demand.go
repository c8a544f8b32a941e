package extract

import (
	"slices"
	"strings"
	"unicode"

	"demarche/internal/span"
	"demarche/loader/lang"
	"demarche/loader/link"
	"demarche/schema"
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

// inheritAddressees gives a demand that names nobody the addressees of the
// demand before it, when the same actor made that one shortly before.
func (x *extractor) inheritAddressees() {
	for i := range x.Demands {
		d := &x.Demands[i]
		for j := i - 1; j >= 0 && len(d.Of) == 0; j-- {
			before := x.Demands[j]
			if before.By.ID == d.By.ID && d.By.Kind != "person" {
				d.Of, d.Confidence = before.Of, d.Confidence*0.8
			}
		}
	}
}

// statementAt is the innermost statement whose content or cue holds a token, or -1.
func (x *extractor) statementAt(token int) int {
	at := x.Tokens[token].Begin
	best, size := -1, 1<<30
	for i, s := range x.Statements {
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
	for i, s := range x.Statements {
		for _, c := range s.Content {
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
	switch kind {
	case "object-infinitive":
		n := x.firstPhrase(after, end)
		if !n.ok() {
			return false
		}
		next := x.skipAdverbials(x.listEnd(n), end)
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

// wishEnd is the token behind what is wanted: clauseEnd, but no further than a
// comma or dash, outside of quotation marks, behind which another clause begins.
func (x *extractor) wishEnd(from int) int {
	last := x.clauseEnd(from)
	for t := from + 1; t+1 < last; t++ {
		token := x.Tokens[t]
		if token.Tag != "," && (token.Tag != ":" || x.Doc.Text[token.Begin] == ':') || x.quoted(t) >= 0 && x.quoted(t) == x.quoted(from) {
			continue
		}
		next := x.Tokens[t+1]
		begins := token.Tag == ":" || next.Tag == "WDT" || next.Tag == "WP" || next.Tag == "VBG" || after[next.Lower]
		if p := x.PhraseOf(t + 1); p >= 0 && !begins {
			n := x.nominalOf(p)
			begins = n.End < last && x.GroupOf(n.End) >= 0 && x.Groups[x.GroupOf(n.End)].Finite
		}
		if begins {
			return t
		}
	}
	return last
}

// after are words that lead away from what is wanted.
var after = wordSet("while although though as because but despite notably even saying whereas according citing when if so yet which who whom where")

// thingEnd is wishEnd for a noun phrase: it also ends in front of a verb that
// has the phrase for its subject.
func (x *extractor) thingEnd(from int) int {
	last := x.wishEnd(from)
	for t := from + 1; t < last; t++ {
		g := x.GroupOf(t)
		if g < 0 || x.Groups[g].First != t || !x.Groups[g].Finite {
			if x.Tokens[t].Lower == "that" || x.Tokens[t].Tag == "WDT" || x.Tokens[t].Tag == "WP" {
				break // a clause that belongs to the phrase
			}
			continue
		}
		return t
	}
	return last
}

// demander is whose demand it is: the subject, with "I" and "we" read as the
// speaker of the quotation.
func (x *extractor) demander(subject nominal, near int) int {
	if !subject.ok() {
		return -1
	}
	return x.speaker(subject, near)
}

// listedAs is listed, with "us" and "me" read as nobody.
func (x *extractor) listedAs(n nominal, by int) []int {
	var others []int
	for _, e := range x.listed(n) {
		if e != by {
			others = append(others, e)
		}
	}
	return others
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

// infinitiveWish reads "to do this" at a token.
func (x *extractor) infinitiveWish(t, end int, w wish, verb *frames.Verb) bool {
	if t < end && x.Tokens[t].Lower == "not" {
		w.polarity = "dont"
		w.cue = append(w.cue, x.Words(t, t+1))
		t++
	}
	g := x.groupAt(t)
	if g < 0 || !x.Groups[g].Infinitive {
		return false
	}
	first := t + 1
	if first < end && x.Tokens[first].Lower == "not" {
		w.polarity = "dont"
		first++
	}
	if first >= end || first > x.Groups[g].Head {
		return false
	}
	if verb.Verb == "need" || verb.Verb == "expect" {
		if head := x.Tokens[x.Groups[g].Head].Lower; head == "be" || head == "have" {
			return false
		}
	}
	w.what = []span.Span{x.trimmed(first, x.wishEnd(first))}
	x.demand(w)
	return true
}

// clauseWish reads "that X (should) do this": X is to comply.
func (x *extractor) clauseWish(t, end int, w wish, verb *frames.Verb) bool {
	t = x.skipAdverbials(t, end)
	that := t < end && x.Tokens[t].Lower == "that"
	if that {
		t++
	} else if verb.Verb != "demand" && verb.Verb != "insist" && verb.Verb != "propose" && verb.Verb != "suggest" {
		return false
	}
	if t >= end {
		return false
	}
	last := x.wishEnd(t)
	subject := x.firstPhrase(t, end)
	g := x.verbBehind(t, last)
	if g < 0 {
		// The tagger reads a subjunctive as a noun ("that the US commit to"):
		// all behind "that" is wanted.
		if !that || verb.Verb != "demand" && verb.Verb != "propose" && verb.Verb != "suggest" && verb.Verb != "recommend" && verb.Verb != "urge" && verb.Verb != "request" {
			return false
		}
		w.of = append(w.of, x.mentionedIn(t, min(t+5, last), w.by)...)
		w.what = []span.Span{x.trimmed(t, last)}
		x.demand(w)
		return true
	}
	group := x.Groups[g]
	modal := group.Modal == "should" || group.Modal == "must" || group.Modal == "would" && verb.Verb != "suggest" || group.Modal == "will" && verb.Verb == "insist"
	subjunctive := x.Tokens[group.First].Tag == "VB" || x.Tokens[group.First].Tag == "VBP" || x.Tokens[group.Head].Lower == "be"
	if !modal && !subjunctive {
		return false
	}
	if subject.ok() {
		if e := x.entity(subject); e >= 0 && e != w.by {
			w.of = append(w.of, e)
		}
	}
	if group.Negated {
		w.polarity = "dont"
	}
	first := t
	if len(w.of) > 0 && !group.Passive {
		first = x.verbStart(group)
	}
	w.what = []span.Span{x.trimmed(first, last)}
	x.demand(w)
	return true
}

// verbBehind returns the first verb group of [t, last) that is not an infinitive, or -1.
func (x *extractor) verbBehind(t, last int) int {
	for ; t < last; t++ {
		if g := x.GroupOf(t); g >= 0 && !x.Groups[g].Infinitive && x.Groups[g].First == t {
			return g
		}
	}
	return -1
}

// verbStart is the token of a group behind its modal and negation: what is to
// be done.
func (x *extractor) verbStart(g lang.Group) int {
	first := g.First
	for first < g.Head {
		tag, word := x.Tokens[first].Tag, x.Tokens[first].Lower
		if tag == "MD" || tag == "TO" || word == "not" || word == "n't" || word == "never" || word == "do" || word == "does" || word == "has" || word == "have" || word == "had" || strings.HasPrefix(tag, "RB") {
			first++
			continue
		}
		break
	}
	return first
}

// objectWish reads "demanded guarantees", "called for a halt to": a thing.
func (x *extractor) objectWish(t, end int, w wish, verb *frames.Verb) bool {
	p := -1
	if t < end {
		if t < end && x.Tokens[t].Tag == "``" {
			t++
		}
		if t < end {
			p = x.PhraseOf(t)
		}
	}
	gerund := t < end && x.Tokens[t].Tag == "VBG"
	for next := t; p < 0 && next < end && next < t+3; next++ {
		if p = x.PhraseOf(next); p >= 0 && x.Phrases[p].First != next {
			p = -1
		}
		if !strings.HasPrefix(x.Tokens[next].Tag, "RB") && !strings.HasPrefix(x.Tokens[next].Tag, "JJ") {
			break
		}
	}
	if p < 0 && !gerund {
		return false
	}
	if p >= 0 && x.Phrases[p].First < t {
		return false
	}
	last := x.thingEnd(t)
	if p >= 0 {
		head := x.Tokens[x.Phrases[p].Head]
		if head.Tag == "PRP" || head.Tag == "CD" || vague[head.Lower] || x.isTime(x.nominalOf(p)) {
			return false
		}
	}
	if weak := verb.Verb == "want" || verb.Verb == "need" || verb.Verb == "seek" || verb.Verb == "depend on"; weak {
		// Wanting is a demand only of what others can give.
		if p < 0 || !x.asksOthers(p, t, last, w.by) {
			return false
		}
		w.certain = 0.55
	}
	w.what = []span.Span{x.trimmed(t, last)}
	w.of = append(x.fromWhom(t, last, w.by), x.mentionedIn(t, last, w.by)...)
	if len(w.of) == 0 {
		w.of = x.spokenTo(x.TokenAt(w.cue[0].Begin), w.by)
	}
	x.demand(w)
	return true
}

// wanted are things that only others can give.
var wanted = wordSet("guarantee guarantees assurance assurances commitment commitments promise agreement agreements answer answers response halt end pullout withdrawal ceasefire truce release apology investigation inquiry probe resignation action help support aid sanctions sanction talks negotiations reform reforms change changes access compensation return removal ban moratorium concessions recognition explanation proof clarification vote hearing hearings weapons troops funding money")

// asksOthers reports whether the thing wanted in [t, last) is of others' giving.
func (x *extractor) asksOthers(p, t, last, by int) bool {
	if wanted[x.Tokens[x.Phrases[p].Head].Lower] {
		return x.Entities[by].Kind != schema.Person || x.contentAt(t) >= 0 || x.statementAt(t) >= 0
	}
	return len(x.fromWhom(t, last, by)) > 0
}

// fromWhom reads "from the United States and NATO".
func (x *extractor) fromWhom(t, last, by int) []int {
	for ; t+1 < last; t++ {
		if x.Tokens[t].Lower != "from" {
			continue
		}
		if n := x.firstPhrase(t+1, last); n.ok() && x.EntityOf(n.Head) >= 0 {
			return x.listedAs(n, by)
		}
	}
	return nil
}

// mentionedIn lists the actors that the words [t, last) name with the one who
// has what is spoken of in hand: possessors and subjects before objects.
func (x *extractor) mentionedIn(t, last, by int) []int {
	var holders, others []int
	side := x.side(by)
	for ; t < last; t++ {
		m := x.MentionOf(t)
		if m < 0 || x.Mentions[m].First != t {
			continue
		}
		e := x.side(x.Mentions[m].Entity)
		if x.Entities[e].Kind == schema.Medium || x.isPlace(t) {
			continue
		}
		if e == by || e == side || slices.Contains(holders, e) || slices.Contains(others, e) {
			continue
		}
		end := x.Mentions[m].End
		verbal := end < last && x.GroupOf(end) >= 0 && x.Groups[x.GroupOf(end)].Finite
		if end < last && x.Tokens[end].Tag == "POS" || verbal || x.Mentions[m].Form == link.Adjective {
			holders = append(holders, e)
		} else {
			others = append(others, e)
		}
	}
	if len(holders) > 0 {
		return holders[:1]
	}
	if len(others) > 0 {
		return others[:1]
	}
	return nil
}

// isPlace reports whether a mention only says where: "in Europe", "near Kyiv".
func (x *extractor) isPlace(token int) bool {
	for token--; token >= 0 && x.Tokens[token].Tag == "DT"; token-- {
	}
	if token < 0 {
		return false
	}
	switch x.Tokens[token].Lower {
	case "in", "at", "near", "around", "into", "across", "inside", "outside", "within":
		return true
	}
	return false
}

// spokenTo is whom the statement around a token addresses, on the level of
// states: its addressees, or whom it names besides the speaker.
func (x *extractor) spokenTo(token, by int) []int {
	s := x.statementAt(token)
	if s < 0 {
		return nil
	}
	var of []int
	for _, a := range x.Statements[s].Addressee {
		if e := x.Find(a.ID); e >= 0 {
			if a.Linked && x.Entities[e].Kind != schema.Medium {
				of = append(of, x.side(e))
			}
		}
	}
	if len(of) > 0 {
		return of
	}
	first, last := x.Within(x.said[s].content)
	return x.mentionedIn(first, last, by)
}

// demandModal reads what a source says that somebody must do.
func (x *extractor) demandModal(group int) {
	g := x.Groups[group]
	phrase, n := x.frames.Modal(x.ahead(g.First))
	at := g.First
	if phrase == nil {
		// "also must", "has always to": the modal stands inside the group.
		for t := g.First; t < g.End && phrase == nil; t++ {
			if phrase, n = x.frames.Modal(x.ahead(t)); phrase != nil {
				at = t
			}
		}
	}
	if phrase == nil || g.Infinitive && g.First == at {
		return
	}
	statement := x.contentAt(at)
	if statement < 0 || x.asked(at) {
		return
	}
	by := x.said[statement].speaker
	subject := x.subjectLeft(g.First)
	start := at + n
	w := wish{by: by, rule: "modal:" + phrase.Words, certain: 0.65, cue: []span.Span{x.Words(at, min(at+n, x.sentence(at).End))}}
	if g.Negated || strings.HasSuffix(phrase.Words, "not") {
		w.polarity = "dont"
	}
	for start < x.sentence(at).End && (negated(x.Tokens[start].Lower) || strings.HasPrefix(x.Tokens[start].Tag, "RB")) {
		if negated(x.Tokens[start].Lower) {
			w.polarity = "dont"
		}
		start++
	}
	if start >= x.sentence(at).End || !subject.ok() || !x.Tokens[start].IsVerb() {
		return
	}
	switch head := x.Tokens[subject.Head].Lower; {
	case head == "i" || head == "me":
		return // a plan of one's own
	case head == "it" || head == "that" || head == "this" || head == "there" || head == "which" || head == "what":
		return
	case head == "we" || head == "they" || head == "you" || head == "one" || head == "everyone" || head == "who":
		if head == "you" {
			w.of = x.spokenTo(at, by)
		}
		w.certain = 0.5
	default:
		e := x.entity(subject)
		if e < 0 || e == by {
			return
		}
		w.of = []int{e}
	}
	last := x.wishEnd(start)
	passive := g.Passive || x.Tokens[start].Lower == "be"
	w.what = []span.Span{x.trimmed(start, last)}
	if passive && subject.ok() {
		// What must be done to a thing is wanted whole; who is to do it, the text may say behind "by".
		if x.EntityOf(subject.Head) < 0 || x.Entities[x.EntityOf(subject.Head)].Kind == schema.Group {
			w.of = nil
			w.what = []span.Span{x.Words(subject.First, subject.End), x.trimmed(start, last)}
		}
	}
	x.demand(w)
}

func negated(word string) bool {
	return word == "not" || word == "n't" || word == "n’t" || word == "never"
}

// asked reports whether the sentence of a token is a question.
func (x *extractor) asked(token int) bool {
	s := x.sentence(token)
	for t := s.End - 1; t >= s.First && t > s.End-4; t-- {
		if x.Tokens[t].Lower == "?" {
			return true
		}
	}
	return false
}

// demandImperative reads a bare verb that opens a quoted sentence: "Stop the
// war", and "let us".
func (x *extractor) demandImperative(group int) {
	g := x.Groups[group]
	s := x.sentence(g.First)
	opens := g.First == s.First || g.First == s.First+1 && x.Tokens[s.First].IsPunct() || x.Tokens[g.First-1].Tag == "``"
	if !opens || x.Tokens[g.First].Tag != "VB" || unicode.IsLower(rune(x.Doc.Text[x.Tokens[g.First].Begin])) || x.quoted(g.First) < 0 || x.asked(g.First) {
		return
	}
	statement := x.contentAt(g.First)
	if statement < 0 {
		return
	}
	word := x.Tokens[g.First].Lower
	if word == "thank" || word == "look" || word == "see" || word == "be" && g.End < s.End || word == "let" && g.End < s.End && x.Tokens[g.End].Lower == "me" {
		return
	}
	first := g.First
	w := wish{by: x.said[statement].speaker, of: x.addressees(statement), rule: "imperative", certain: 0.5, cue: []span.Span{x.Words(g.Head, g.Head+1)}}
	if word == "do" || negated(x.Tokens[min(g.First+1, s.End-1)].Lower) {
		w.polarity = "dont"
		first = x.verbStart(g)
	}
	if word == "let" && g.End < s.End {
		first = g.End + 1
		w.cue = []span.Span{x.Words(g.First, g.End+1)}
	}
	if first >= s.End {
		return
	}
	w.what = []span.Span{x.trimmed(first, x.wishEnd(first))}
	x.demand(w)
}

func (x *extractor) addressees(statement int) []int {
	var all []int
	for _, a := range x.Statements[statement].Addressee {
		if e := x.Find(a.ID); e >= 0 {
			all = append(all, e)
		}
	}
	return all
}
