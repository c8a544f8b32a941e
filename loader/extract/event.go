package extract

import (
	"slices"

	"demarche/internal/span"
	"demarche/loader/link"
	"demarche/loader/when"
	"demarche/schema"
)

// findEvents reads occurrences off the nouns and verbs that name them. A noun
// counts when the text around it gives a day, a place or who took part; a verb
// when an actor is its subject. One occurrence is one event, however often the
// article speaks of it.
func (x *extractor) findEvents() {
	for t := range x.Tokens {
		switch {
		case x.whereOf(t) != Body:
		case x.isVerb(t):
			x.eventVerb(t)
		case x.Tokens[t].IsNoun() || x.Tokens[t].UPOS == "ADJ":
			x.eventNoun(t)
		}
	}
	x.mergeEvents()
}

// happening is an event before it is written down.
type happening struct {
	kind         string
	cue          span.Span
	participants []int
	place        string
	when         *when.Date
	first, end   int // tokens of the evidence
	rule         string
	certain      float64
}

func (x *extractor) happened(h happening) {
	e := Event{
		Basis: Basis{Cue: []span.Span{h.cue}, Where: x.whereOf(h.first), When: h.when, Rule: h.rule, Confidence: h.certain},
		Type:  h.kind, Place: h.place, Evidence: x.trimmed(h.first, h.end),
	}
	for _, p := range h.participants {
		if p >= 0 && !slices.ContainsFunc(e.Participants, func(a Actor) bool { return a.ID == x.Entities[p].ID }) {
			e.Participants = append(e.Participants, x.actor(p))
		}
	}
	e.Label = x.nameOf(h.first, h.end)
	x.Events = append(x.Events, e)
}

// eventNoun reads a noun that names an occurrence, with what stands around it.
func (x *extractor) eventNoun(t int) {
	if t > x.sentence(t).First && x.startsEarlier(t) {
		return
	}
	kind, n := x.frames.EventNoun(x.ahead(t))
	if n == 0 {
		return
	}
	head := t + n - 1
	if x.Is(head, "compound", "amod", "nmod:desc") && x.Tokens[head].Head > head || x.QuoteAt(x.Tokens[t].Begin) >= 0 && kind != "attack" {
		return // "election officials", what a quotation speaks of
	}
	h := happening{kind: kind, cue: x.Words(t, t+n), rule: "noun:" + x.Tokens[head].Lemma, certain: 0.5, first: t, end: head + 1}
	for c := range x.Children(head) {
		if x.Is(c, "det") && (x.Tokens[c].Lower == "any" || x.Tokens[c].Lower == "no" || x.Tokens[c].Lower == "such") {
			return
		}
		if c < head && x.Is(c, "det", "amod", "compound", "nmod:poss", "nummod", "nmod:unmarked") {
			left, _ := x.Yield(c)
			h.first = min(h.first, left)
		}
	}
	for i := h.first; i < t; i++ {
		h.participants = append(h.participants, x.Compound(i)...)
		if e := x.EntityOf(i); e >= 0 {
			h.participants = append(h.participants, e)
		}
		if x.inDate(i) && h.when == nil {
			h.when = x.dateAt(i, head)
		}
	}
	x.around(&h, head)
	if over := x.governing(head); over >= 0 {
		x.actor2(&h, head, over)
		x.around(&h, over)
	}
	if h.when == nil {
		h.when = x.dateBeside(head)
	}
	if h.place == "" {
		h.place = x.placeBeside(head)
	}
	if len(h.participants) == 0 || h.when == nil && h.place == "" && len(h.participants) < 2 {
		return
	}
	if h.when != nil && h.place != "" {
		h.certain = 0.7
	}
	x.happened(h)
}

// placeBeside is the place of an occurrence that the parser hangs on another word behind its noun ("talks between Russia and the US in
// Geneva"), or that it hangs on itself: "were in Stockholm for a meeting".
func (x *extractor) placeBeside(head int) string {
	for t := head + 1; t < x.shortEnd(head); t++ {
		if p := x.preposition(t); (p == "in" || p == "at") && x.Is(t, "nmod", "obl") && x.placeName(t) != "" {
			return x.placeName(t)
		}
	}
	if over := x.Tokens[head].Head; over >= 0 && x.Is(head, "nmod", "obl") && x.preposition(over) == "in" {
		return x.placeName(over)
	}
	return ""
}

// startsEarlier reports whether an entry of two words began at a token before.
func (x *extractor) startsEarlier(t int) bool {
	for back := 1; back <= 2 && t-back >= 0; back++ {
		if _, n := x.frames.EventNoun(x.ahead(t - back)); n > back {
			return true
		}
	}
	return false
}

// governing is the predicate that a nominal depends on, over other nominals; -1 when there is none.
func (x *extractor) governing(t int) int {
	for at := t; at >= 0; at = x.Tokens[at].Head {
		if x.isVerb(at) {
			return at
		}
		if x.Is(at, "nmod:poss", "acl", "appos", "root") {
			return -1
		}
	}
	return -1
}

// around reads what hangs on a head: "of the OSCE", "with Blinken", "between A and B", "in Stockholm", "on Thursday".
func (x *extractor) around(h *happening, head int) {
	verb := x.isVerb(head)
	for c := range x.Children(head) {
		if !x.Is(c, "nmod", "obl", "obj", "iobj") && !(x.Is(c, "conj") && !verb && x.EntityOf(c) >= 0) || x.Is(c, "nmod:poss") || c >= h.first && c < h.end {
			continue
		}
		_, end := x.Yield(c)
		preposition := x.preposition(c)
		switch {
		case x.inDate(c) || x.isTime(c):
			if h.when == nil {
				h.when = x.dateAt(c, head)
			}
		case preposition == "in" || preposition == "at" || preposition == "near" || preposition == "around" || preposition == "on" && borders[x.Tokens[c].Lemma]:
			if h.place == "" {
				h.place = x.placeName(c)
			}
			if h.place == "" {
				continue
			}
		case verb:
			continue
		case x.Is(c, "conj") && preposition == "":
			h.participants = append(h.participants, x.partakers(c)...) // "talks between Russia and the US", where the parser joins the US to the talks
		case slices.Contains([]string{"of", "between", "with", "by", "among", "to", "from"}, preposition):
			h.participants = append(h.participants, x.partakers(c)...)
		default:
			continue
		}
		if c > head && !verb && end-h.end < 20 {
			h.end = max(h.end, x.shortEnd(c))
		}
	}
}

// shortEnd is the token behind a nominal without the clauses that hang on it.
func (x *extractor) shortEnd(t int) int {
	_, end := x.Yield(t)
	for c := range x.Children(t) {
		if c > t && x.Is(c, "acl", "appos", "parataxis") {
			left, _ := x.Yield(c)
			end = min(end, left)
		}
	}
	for end-1 > t && x.Tokens[end-1].IsPunct() {
		end--
	}
	return end
}

// partakers are the actors that a nominal and those joined to it name; of a person with a country in the title, the person.
func (x *extractor) partakers(t int) []int {
	var all []int
	for _, one := range x.listed(t) {
		e := x.EntityOf(one)
		if e < 0 {
			e = x.named(one)
		}
		if e < 0 {
			e = x.owner(one) // "the alliance's defence ministers"
		}
		if e >= 0 && !slices.Contains(all, e) {
			all = append(all, e)
		}
	}
	return all
}

// actor2 adds the actor who acts around a noun: "Stoltenberg hosted a meeting", "At a news conference in Riga, Blinken urged", and takes
// that actor into the evidence.
func (x *extractor) actor2(h *happening, head, verb int) {
	switch x.preposition(head) {
	case "over", "about", "on", "of", "from", "despite", "against":
		return // who speaks of it takes no part: "sounded the alarm over a buildup"
	}
	subject := x.subject(verb)
	if subject < 0 || subject == head || x.Above(head, subject) || len(h.participants) >= 3 {
		return
	}
	h.participants = append(h.participants, x.partakers(subject)...)
	if x.Child(verb, "nsubj") == subject {
		left, _ := x.Yield(subject)
		end := x.shortEnd(subject)
		if end-min(left, h.first) < 25 && max(end, h.end)-left < 40 {
			h.first, h.end = min(h.first, left), max(h.end, end)
		}
	}
}

// placeName is the place that a nominal behind "in" or "at" names: a name that is no person and no organisation.
func (x *extractor) placeName(t int) string {
	if borders[x.Tokens[t].Lemma] {
		return x.nameOf(x.withoutArticle(t), t+1) // "on the Ukrainian border"
	}
	if e := x.EntityOf(t); e >= 0 && x.Entities[e].Kind != schema.Country && x.Entities[e].Kind != schema.Group {
		return ""
	}
	for _, n := range x.Names {
		if n.First <= t && t < n.End {
			if n.Kind == "person" || n.Kind == "organization" || n.Kind == "date" {
				return ""
			}
			return x.Words(n.First, n.End).Of(x.Doc.Text)
		}
	}
	if m := x.MentionOf(t); m >= 0 && x.Mentions[m].Form == link.Named {
		return x.Words(x.Mentions[m].First, x.Mentions[m].End).Of(x.Doc.Text)
	}
	return ""
}

// borders are nouns for places that are told by whose they are.
var borders = wordSet("border frontier coast coastline")

// withoutArticle is the first token of a noun phrase behind its article.
func (x *extractor) withoutArticle(head int) int {
	first := x.Phrase(head).First
	for first < head && x.Tokens[first].Tag == "DT" {
		first++
	}
	return first
}

// dateAt is the date of the time expression that a token stands in, by the tense of what it hangs on; nil when there is none.
func (x *extractor) dateAt(t, on int) *when.Date {
	i := x.dateOf(t)
	if i < 0 {
		first, end := x.Yield(t)
		for at := first; at < end && i < 0; at++ {
			i = x.dateOf(at)
		}
	}
	if i < 0 {
		return nil
	}
	d := x.dates[i].Date
	if verb := x.governing(on); verb >= 0 && (x.looksAhead(verb) || x.looksBack(verb)) {
		d = when.Resolve(x.dates[i], x.looksAhead(verb))
	}
	return &d
}

// looksBack reports whether a verb speaks of what was: "met", "had met".
func (x *extractor) looksBack(t int) bool {
	for c := range x.Children(t) {
		if x.Is(c, "aux") && x.Tokens[c].Tag == "VBD" {
			return true
		}
	}
	return x.Tokens[t].Tag == "VBD"
}

// looksAhead reports whether a verb speaks of what is to come: "will
// meet", "is expected to speak", "talks set for".
func (x *extractor) looksAhead(t int) bool {
	if m := x.modal(t); m == "will" || m == "shall" {
		return true
	}
	if x.infinitive(t) {
		if head := x.Tokens[t].Head; head >= 0 && planning[x.Tokens[head].Lemma] {
			return true
		}
	}
	return planning[x.Tokens[t].Lemma] && x.Tokens[t].Lemma != "expect"
}

var planning = wordSet("expect schedule due set plan go intend")

// dateBeside is the date of the only time expression of the sentence, if it hangs on the same clause.
func (x *extractor) dateBeside(t int) *when.Date {
	s := x.sentence(t)
	for at := s.First; at < s.End; at++ {
		if i := x.dateOf(at); i >= 0 && !x.inRelative(at, t) && x.governing(at) == x.governing(t) {
			return x.dateAt(at, t)
		}
	}
	return nil
}

// eventVerb reads a verb that names an occurrence: "met", "joined", "left".
func (x *extractor) eventVerb(t int) {
	kind, n := x.frames.EventVerb(x.ahead(t))
	if n == 0 || x.negated(t) || x.hypothetical(t) || x.QuoteAt(x.Tokens[t].Begin) >= 0 || x.wanted(t) {
		return
	}
	switch x.modal(t) {
	case "", "will", "shall":
	default:
		return
	}
	if x.infinitive(t) && !x.looksAhead(t) {
		return
	}
	subject := x.subject(t)
	if subject < 0 {
		return
	}
	first, _ := x.Yield(subject)
	h := happening{kind: kind, cue: x.Words(t, t+n), rule: "verb:" + x.Tokens[t].Lemma, certain: 0.5, first: min(first, t), end: t + n}
	if first > t || t-first > 30 {
		h.first = t
	}
	h.participants = x.partakers(subject)
	if len(h.participants) == 0 {
		if e := x.actorWithin(subject); e >= 0 {
			h.participants = append(h.participants, e)
		}
	}
	for c := range x.Children(t) {
		if x.Is(c, "obj", "iobj") || x.Is(c, "obl") && (x.preposition(c) == "with" || x.preposition(c) == "to" || x.preposition(c) == "from") {
			h.participants = append(h.participants, x.partakers(c)...)
			if c > t {
				h.end = max(h.end, x.shortEnd(c))
			}
		}
		if c > t && x.Is(c, "obl", "nmod") && (x.inDate(c) || x.placeName(c) != "") {
			h.end = max(h.end, x.shortEnd(c))
		}
	}
	x.around(&h, t)
	if object := x.Child(t, "obj"); object >= 0 && h.place == "" && (kind == "withdrawal" || x.Tokens[t].Lemma == "visit") {
		h.place = x.placeName(object) // "left Crimea"
	}
	if h.when == nil {
		h.when = x.dateBeside(t)
	}
	if len(h.participants) == 0 || h.when == nil && h.place == "" {
		return
	}
	x.happened(h)
}

// wanted reports whether a token stands in what a demand asks for: that has not
// happened.
func (x *extractor) wanted(t int) bool {
	at := x.Tokens[t].Begin
	for _, d := range x.Demands {
		for _, w := range d.What {
			if w.Begin <= at && at < w.End {
				return true
			}
		}
	}
	return false
}

// actorWithin is the actor in a nominal that is none itself: "hundreds of
// US paratroopers", "10 convoys of Russian troops".
func (x *extractor) actorWithin(t int) int {
	first, end := x.Yield(t)
	for at := first; at < end; at++ {
		if e := x.EntityOf(at); e >= 0 {
			return e
		}
	}
	return -1
}

// mergeEvents keeps one event where the article speaks of an occurrence again:
// of one type, with a date that fits and actors in common.
func (x *extractor) mergeEvents() {
	var kept []Event
	for _, e := range x.Events {
		again := false
		for i := range kept {
			k := &kept[i]
			if k.Type != e.Type || !k.Evidence.Overlaps(e.Evidence) && !sameOccurrence(*k, e) {
				continue
			}
			if k.Place == "" {
				k.Place = e.Place
			}
			if k.When == nil {
				k.When = e.When
			}
			again = true
			break
		}
		if !again {
			kept = append(kept, e)
		}
	}
	x.Events = x.Events[:0]
	for _, e := range kept {
		if e.When != nil || e.Place != "" {
			x.Events = append(x.Events, e)
		}
	}
}

// sameOccurrence reports whether two mentions of one type can be of one event:
// the actors meet, the places do not differ, and the days that are known agree.
func sameOccurrence(a, b Event) bool {
	if !shareActor(a.Participants, b.Participants) || a.Place != "" && b.Place != "" && a.Place != b.Place {
		return false
	}
	if a.When == nil || b.When == nil {
		return (a.When != nil || b.When != nil) && len(a.Participants) > 1 && len(b.Participants) > 1
	}
	return a.When.Overlaps(*b.When)
}

func shareActor(a, b []Actor) bool {
	for _, one := range a {
		for _, other := range b {
			if one.ID == other.ID {
				return true
			}
		}
	}
	return false
}
