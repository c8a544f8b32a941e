package extract

import (
	"slices"

	"demarche/internal/span"
	"demarche/loader/when"
	"demarche/schema/frames"
)

// findEvents reads occurrences off the nouns and verbs that name them. A noun
// counts when the text around it gives a day, a place or who took part; a verb
// when an actor is its subject. One occurrence is one event, however often the
// article speaks of it.
func (x *extractor) findEvents() {
	x.inDemand = make([]bool, len(x.Tokens)) // what is asked for has not happened
	for _, d := range x.Demands {
		for _, w := range d.What {
			for t := x.TokenAt(w.Begin); t < len(x.Tokens) && x.Tokens[t].Begin < w.End; t++ {
				x.inDemand[t] = true
			}
		}
	}
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
	if e := x.EntityOf(head); e >= 0 && x.Tokens[head].IsName() && !x.Entities[e].Linked {
		return // "the Software Choice Forum" is who it names
	}
	h := happening{kind: kind, cue: x.Words(t, t+n), rule: "noun:" + x.Tokens[head].Lemma, certain: 0.5, first: t, end: head + 1}
	for c := range x.Children(head) {
		if x.Is(c, "det") && (x.Tokens[c].Lower == "any" || x.Tokens[c].Lower == "no" || x.Tokens[c].Lower == "such") {
			return
		}
		if x.Is(c, "amod") && x.frames.Is(frames.Unreal, x.Tokens[c].Lower) {
			return
		}
		if c < head && x.Is(c, "det", "amod", "compound", "nmod:poss", "nummod", "nmod:unmarked") {
			left, _ := x.Yield(c)
			h.first = min(h.first, left)
		}
	}
	for i := h.first; i < t; i++ {
		if e := x.EntityOf(i); e >= 0 {
			h.participants = append(h.participants, e)
		}
		if x.inDate(i) && h.when == nil {
			h.when = x.dateAt(i, head)
		}
	}
	x.around(&h, head)
	if over := x.governing(head); over >= 0 {
		x.addActing(&h, head, over)
		x.around(&h, over)
	}
	if h.when == nil {
		h.when = x.dateBeside(head)
	}
	if h.place == "" {
		h.place = x.placeBeside(head)
	}
	held := false
	if over := x.governing(head); kind == "conference" && over >= 0 && !x.Tokens[head].IsName() {
		if i := x.statementCue(over); i >= 0 {
			held = true // "told a news conference" needs neither day nor place
			if h.when == nil {
				h.when = x.Statements[i].When
			}
		}
	}
	if len(h.participants) == 0 || h.when == nil && h.place == "" && len(h.participants) < 2 && !held {
		return
	}
	if h.when != nil && h.place != "" {
		h.certain = 0.7
	}
	x.happened(h)
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
		if !x.Is(c, "nmod", "obl", "obj", "iobj") && !(x.Is(c, "conj") && !verb && x.EntityOf(c) >= 0) || x.Is(c, "nmod:poss") || !verb && c >= h.first && c < h.end {
			continue
		}
		_, end := x.Yield(c)
		preposition := x.preposition(c)
		switch {
		case x.inDate(c) || x.isTime(c):
			if h.when == nil {
				h.when = x.dateAt(c, head)
			}
		case preposition == "in" || preposition == "at" || preposition == "near" || preposition == "around" || preposition == "on" && x.frames.Is(frames.Borders, x.Tokens[c].Lemma):
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

// addActing adds the actor who acts around a noun: "Stoltenberg hosted a meeting", "At a news conference in Riga, Blinken urged", and takes
// that actor into the evidence.
func (x *extractor) addActing(h *happening, head, verb int) {
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
