package extract

import (
	"slices"
	"strings"

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
		if x.whereOf(t) != Body {
			continue
		}
		if g := x.GroupOf(t); g >= 0 {
			if x.Groups[g].Head == t {
				x.eventVerb(g)
			}
			continue
		}
		x.eventNoun(t)
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
	first, last  int // tokens of the evidence
	rule         string
	certain      float64
}

func (x *extractor) happened(h happening) {
	e := Event{
		Basis: Basis{Cue: []span.Span{h.cue}, Where: x.whereOf(h.first), When: h.when, Rule: h.rule, Confidence: h.certain},
		Type:  h.kind, Place: h.place, Evidence: x.trimmed(h.first, h.last),
	}
	for _, p := range h.participants {
		if p >= 0 && !slices.ContainsFunc(e.Participants, func(a Actor) bool { return a.ID == x.Entities[p].ID }) {
			e.Participants = append(e.Participants, x.actor(p))
		}
	}
	e.Label = strings.Join(strings.Fields(e.Evidence.Of(x.Doc.Text)), " ")
	x.Events = append(x.Events, e)
}

// eventNoun reads a noun that names an occurrence, with what stands around it.
func (x *extractor) eventNoun(t int) {
	p := x.PhraseOf(t)
	if p < 0 || t > 0 && x.PhraseOf(t-1) == p && x.startsEarlier(t) {
		return
	}
	kind, n := x.frames.EventNoun(x.ahead(t))
	if n == 0 || !x.headsPhrase(p, t+n-1) || x.quoted(t) >= 0 && kind != "attack" {
		return
	}
	s := x.sentence(t)
	h := happening{kind: kind, cue: x.Words(t, t+n), rule: "noun:" + x.Tokens[t+n-1].Lower, certain: 0.5, first: x.nominalOf(p).First, last: t + n}
	indefinite := x.Tokens[h.first].Lower == "any" || x.Tokens[h.first].Lower == "no" || x.Tokens[h.first].Lower == "such"
	for i := h.first; i < t; i++ {
		h.participants = append(h.participants, x.Compound(i)...)
		if e := x.EntityOf(i); e >= 0 {
			h.participants = append(h.participants, e)
		}
		if y := yearOf(x.Tokens[i].Lower); y && x.inDate(i) {
			h.when = x.dateAt(i)
		}
	}
	h.last = x.eventTail(&h, h.last, s.End)
	h.lead(x)
	if h.when == nil {
		h.when = x.dateBeside(h.first, h.last, s.First, s.End)
	}
	x.eventSubject(&h, s.First)
	switch {
	case indefinite, len(h.participants) == 0, h.when == nil && h.place == "" && len(h.participants) < 2:
		return
	case h.when != nil && h.place != "":
		h.certain = 0.7
	}
	x.happened(h)
}

// headsPhrase reports whether a noun is the head of its phrase, but for a time
// expression behind it: "his press conference last week".
func (x *extractor) headsPhrase(phrase, noun int) bool {
	for i := noun + 1; i <= x.Phrases[phrase].Head; i++ {
		if !x.inDate(i) {
			return false
		}
	}
	return noun <= x.Phrases[phrase].Head
}

// startsEarlier reports whether an entry of two words began at the token before.
func (x *extractor) startsEarlier(t int) bool {
	for back := 1; back <= 2 && t-back >= 0; back++ {
		if _, n := x.frames.EventNoun(x.ahead(t - back)); n > back {
			return true
		}
	}
	return false
}

func yearOf(word string) bool {
	return len(word) == 4 && (word[:2] == "19" || word[:2] == "20")
}

// eventTail reads what hangs on the noun behind it: "of the OSCE", "with
// Blinken", "between A and B", "in Stockholm", "on Thursday". It returns the
// token behind it all.
func (x *extractor) eventTail(h *happening, t, end int) int {
	for t+1 < end {
		word := x.Tokens[t].Lower
		if x.inDate(t) {
			if d := x.dateAt(t); d != nil && h.when == nil {
				h.when = d
			}
			t++
			continue
		}
		if !strings.HasPrefix(x.Tokens[t].Tag, "IN") && x.Tokens[t].Tag != "TO" {
			break
		}
		if x.inDate(t + 1) {
			t++
			continue
		}
		n := x.firstPhrase(t+1, end)
		if !n.ok() {
			break
		}
		next := x.listEnd(n)
		switch word {
		case "in", "at", "near":
			if place := x.placeName(n); place != "" {
				if h.place == "" {
					h.place = place
				}
				t = n.End
				continue
			}
			return t
		case "of", "between", "with", "by", "among", "to", "from":
			named := x.listedNamed(n)
			if len(named) == 0 && word != "of" {
				return t
			}
			h.participants = append(h.participants, named...)
			t = next
		case "on", "over", "about", "for":
			t = next
		default:
			return t
		}
	}
	return t
}

// lead notes who "their" and "his" in front of the noun are: they take part.
func (h *happening) lead(x *extractor) {
	for i := h.first; i < h.last; i++ {
		if x.Tokens[i].Tag == "PRP$" {
			if e := x.EntityOf(i); e >= 0 {
				h.participants = append(h.participants, e)
			}
		}
	}
}

// listedNamed is listed, with named actors alone.
func (x *extractor) listedNamed(n nominal) []int {
	var named []int
	end := x.listEnd(n)
	for t := n.First; t < end; t++ {
		if m := x.MentionOf(t); m >= 0 && x.Mentions[m].First == t && (t == n.First || x.Mentions[m].Form != link.Adjective) {
			// "President Putin and his US counterpart": the person stands for the country.
			e := x.Mentions[m].Entity
			if !slices.Contains(named, e) && !(x.Mentions[m].Form != link.Pronoun && x.Mentions[m].End < end && x.isPerson(x.EntityOf(x.Mentions[m].End)) && x.Entities[e].Kind == schema.Country) && !x.isPlace(t) {
				named = append(named, e)
			}
		}
	}
	return named
}

// placeName is the place that a phrase behind "in" or "at" names: a
// capitalised name that is no person.
func (x *extractor) placeName(n nominal) string {
	for t := n.First; t < n.End; t++ {
		if !x.Tokens[t].IsName() {
			continue
		}
		e := x.EntityOf(t)
		if e >= 0 && x.Entities[e].Kind != schema.Country && x.Entities[e].Kind != schema.Group {
			return ""
		}
		end := t + 1
		for end < n.End && x.Tokens[end].IsName() {
			end++
		}
		if e >= 0 {
			end = max(end, x.Mentions[x.MentionOf(t)].End)
		}
		return x.Words(t, end).Of(x.Doc.Text)
	}
	return ""
}

// dateAt is the date of the time expression that a token stands in, or nil.
func (x *extractor) dateAt(t int) *when.Date {
	for _, e := range x.dates {
		if e.Begin <= x.Tokens[t].Begin && x.Tokens[t].End <= e.End {
			return x.read(e, t)
		}
	}
	return nil
}

// read resolves a time expression by the tense of its clause.
func (x *extractor) read(e when.Expr, t int) *when.Date {
	d := e.Date
	switch g := x.groupNear(t); {
	case g < 0:
	case x.looksAhead(g):
		d = when.Resolve(e, true)
	case x.Groups[g].Finite:
		d = when.Resolve(e, false)
	}
	return &d
}

// groupNear is the verb group whose clause a time expression most likely
// stands in: the nearest before it, else the first behind; -1 when none.
func (x *extractor) groupNear(t int) int {
	s := x.sentence(t)
	for i := t; i >= s.First; i-- {
		if g := x.GroupOf(i); g >= 0 {
			return g
		}
	}
	for i := t; i < s.End; i++ {
		if g := x.GroupOf(i); g >= 0 {
			return g
		}
	}
	return -1
}

// looksAhead reports whether a verb group speaks of what is to come: "will
// meet", "is expected to speak", "talks set for".
func (x *extractor) looksAhead(group int) bool {
	g := x.Groups[group]
	if g.Modal == "will" || g.Modal == "shall" {
		return true
	}
	if g.Infinitive && group > 0 && x.Groups[group-1].End >= g.First-1 {
		before := x.Groups[group-1]
		switch x.Tokens[before.Head].Lower {
		case "expected", "scheduled", "due", "set", "planned", "going", "plans", "plan":
			return x.Tokens[before.First].Tag != "VBD"
		}
	}
	switch x.Tokens[g.Head].Lower {
	case "set", "scheduled", "planned":
		return true
	}
	return false
}

// dateBeside is the date of a time expression in the sentence: in the
// evidence, else the nearest in the same clause.
func (x *extractor) dateBeside(first, last, from, end int) *when.Date {
	var best *when.Date
	distance := 25
	for i := from; i < end; i++ {
		if !x.inDate(i) || i > from && x.inDate(i-1) {
			continue
		}
		d := x.dateAt(i)
		if d == nil {
			continue
		}
		gap := max(first-i, i-last, 0)
		for j := min(i, last); j < max(i, first); j++ {
			if x.Tokens[j].Tag == "," {
				gap += 4
			}
		}
		if gap < distance {
			best, distance = d, gap
		}
	}
	return best
}

// eventSubject adds the actor who acts around the noun: "Stoltenberg hosted a
// meeting", "At a news conference in Riga, Blinken urged", and takes that actor
// into the evidence.
func (x *extractor) eventSubject(h *happening, first int) {
	s := x.sentence(h.first)
	if h.last+1 < s.End && x.Tokens[h.last].Tag == "," && h.first-s.First <= 2 {
		if n := x.firstPhrase(h.last+1, s.End); n.ok() {
			if e := x.EntityOf(n.Head); e >= 0 && len(h.participants) < 3 {
				h.participants = append(h.participants, e)
				h.last = n.End
			}
		}
		return
	}
	for i := h.first - 1; i >= first; i-- {
		g := x.GroupOf(i)
		if g < 0 || !x.Groups[g].Finite {
			continue
		}
		if n := x.subject(g); n.ok() && len(h.participants) < 3 {
			if e := x.EntityOf(n.Head); e >= 0 {
				h.participants = append(h.participants, e)
			}
		}
		return
	}
}

// eventVerb reads a verb that names an occurrence: "met", "joined", "left".
func (x *extractor) eventVerb(group int) {
	g := x.Groups[group]
	kind, n := x.frames.EventVerb(x.ahead(g.Head))
	if n == 0 || g.Negated || g.Infinitive && !x.planned(group) || g.Modal == "would" || g.Modal == "could" || g.Modal == "may" || g.Modal == "might" || x.quoted(g.Head) >= 0 {
		return
	}
	s := x.sentence(g.Head)
	subject := x.subject(group)
	if !subject.ok() || x.wanted(g.Head) {
		return
	}
	h := happening{kind: kind, cue: x.Words(g.Head, g.Head+n), rule: "verb:" + x.Tokens[g.Head].Lower, certain: 0.5, first: subject.First, last: g.Head + n}
	if subject.First > g.Head {
		return
	}
	h.participants = x.listedNamed(subject)
	if len(h.participants) == 0 {
		if e := x.actorWithin(subject); e >= 0 {
			h.participants = append(h.participants, e)
		}
	}
	t := g.Head + n
	if object := x.firstPhrase(t, s.End); object.ok() && !x.isTime(object) {
		h.participants = append(h.participants, x.listedNamed(object)...)
		t = x.listEnd(object)
	}
	h.last = x.eventTail(&h, t, s.End)
	if h.when == nil {
		h.when = x.dateBeside(h.first, h.last, s.First, s.End)
	}
	if len(h.participants) == 0 || h.when == nil && h.place == "" {
		return
	}
	x.happened(h)
}

// wanted reports whether a token stands in what a demand asks for: that has not
// happened.
func (x *extractor) wanted(token int) bool {
	at := x.Tokens[token].Begin
	for _, d := range x.Demands {
		for _, w := range d.What {
			if w.Begin <= at && at < w.End {
				return true
			}
		}
	}
	return false
}

// planned reports whether an infinitive names something that is to happen:
// "was expected to speak with".
func (x *extractor) planned(group int) bool {
	if group == 0 {
		return false
	}
	switch before := x.Groups[group-1]; x.Tokens[before.Head].Lower {
	case "expected", "scheduled", "due", "set", "planned", "plans", "agreed":
		return before.End == x.Groups[group].First
	}
	return false
}

// actorWithin is the actor behind a phrase that is none itself: "hundreds of
// US paratroopers", "10 convoys of Russian troops".
func (x *extractor) actorWithin(n nominal) int {
	end := x.listEnd(n)
	for t := n.First; t < end; t++ {
		if e := x.EntityOf(t); e >= 0 {
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
