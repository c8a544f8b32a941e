package queries

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/cayleygraph/quad"

	"demarche/internal/topic"
	"demarche/queries/internal/same"
	"demarche/schema"
)

const (
	// answersRead bounds how many records of the addressee are read as possible answers.
	answersRead = 5000
	// answersShown is how many candidates a demand keeps.
	answersShown = 3
)

// pending is a demand on somebody, with what may be answers to it.
type pending struct {
	*joined
	first, last string // days on which it was made
	until       string // the last day on which an answer counts
	of          []string
	by          []string
	names       []string // stems of the demander's names; one name's stems joined by spaces
	topics      []string
	inStatement []string
	searched    int // records of the addressee in its time
	found       []candidate
}

// candidate is a record that may be an answer.
type candidate struct {
	*record
	why    string
	counts bool // whether it makes the demand answered
	near   float64
}

// answered reports whether an answer was found.
func (p *pending) answered() bool {
	return slices.ContainsFunc(p.found, func(c candidate) bool { return c.counts })
}

// answers finds the demands on an actor and what may be answers to them. What
// counts is decided by judge. complete is false for those whose time was not
// read to its end.
func (s *session) answers(ctx context.Context, args arguments) (all []*pending, complete func(*pending) bool, err error) {
	if _, ok := args["record"]; !ok && len(args["of"].actors) == 0 {
		return nil, nil, fmt.Errorf("%w: give of (whose answers are looked for) or a record", ErrBadValue)
	}
	groups, base, err := s.join(ctx, wanted{args: args, newest: true})
	if err != nil {
		return nil, nil, err
	}
	of := args["of"].actors
	if len(of) == 0 {
		if of = base.of; len(of) == 0 {
			return nil, nil, fmt.Errorf("%w %q: it is not known who should comply, so that nothing can be an answer", ErrBadValue, args["record"].text)
		}
	}
	for _, g := range groups {
		if p := s.await(g, of, args["within"].number); p != nil {
			all = append(all, p)
		}
	}
	if len(all) == 0 {
		return nil, func(*pending) bool { return true }, nil
	}
	reached, err := s.search(ctx, all, of)
	if err != nil {
		return nil, nil, err
	}
	for _, p := range all {
		slices.SortStableFunc(p.found, func(a, b candidate) int {
			return cmp.Or(-compareBool(a.counts, b.counts), cmp.Compare(b.near, a.near), compareDays(a.day(), b.day()), cmp.Compare(a.iri, b.iri))
		})
	}
	return all, func(p *pending) bool { return reached == "" || p.until < reached }, nil
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

// await makes a demand ready for finding answers; nil when it has no day,
// because what comes later cannot be told then.
func (s *session) await(g *joined, of []string, days int) *pending {
	first, last := g.days()
	end, err := time.Parse(time.DateOnly, last)
	if err != nil {
		return nil
	}
	p := &pending{joined: g, first: first, last: last, until: end.AddDate(0, 0, days).Format(time.DateOnly), of: of}
	for _, t := range g.told {
		for _, id := range t.by {
			if !slices.Contains(p.by, id) {
				p.by = append(p.by, id)
			}
		}
		p.inStatement = append(p.inStatement, t.text(schema.InStatement))
		for _, stem := range t.demand.Topics() {
			if !slices.Contains(p.topics, stem) {
				p.topics = append(p.topics, stem)
			}
		}
	}
	for _, name := range s.called(p.by) {
		if keys := topic.Keys(name); len(keys) > 0 {
			p.names = append(p.names, strings.Join(keys, " "))
		}
	}
	return p
}

// answerFacts are the predicates of possible answers that are read.
var answerFacts = []quad.IRI{schema.Label, schema.Quote, schema.Issue, schema.EventType, schema.Day, schema.DerivedFrom,
	schema.Speaker, schema.Addressee, schema.Holder, schema.By, schema.Of, schema.Participant}

// search reads what the addressee and those who speak for it say and do in the
// time of the demands, oldest first. reached is the day up to which was read,
// "" when nothing is left.
func (s *session) search(ctx context.Context, all []*pending, of []string) (reached string, err error) {
	begin, end := all[0].first, all[0].until
	for _, p := range all {
		begin, end = min(begin, p.first), max(end, p.until)
	}
	w := &walk{session: s, kinds: []string{"statement", "position", "demand", "event"}, oldest: true, wanted: answersRead, read: answerFacts}
	if w.since, err = time.Parse(time.DateOnly, begin); err != nil {
		return "", err
	}
	if w.until, err = time.Parse(time.DateOnly, end); err != nil {
		return "", err
	}
	voices, err := s.voices(of)
	if err != nil {
		return "", err
	}
	w.require("actor", argument{actors: voices})
	w.checks = append(w.checks, func(r *record) bool {
		return overlap(s.sides(r.actors(schema.Speaker, schema.Holder, schema.By, schema.Participant), r.day()), of)
	})
	q := newInquiry(all)
	var days []string // of the records read, ascending
	err = w.run(ctx, func(r *record) (bool, error) {
		days = append(days, r.day())
		words := stemsIn(r)
		toward := s.sides(r.actors(schema.Addressee, schema.Of, schema.Participant), r.day())
		for p := range q.near(words, toward) {
			if r.day() >= p.first && r.day() <= p.until {
				p.consider(judge(p, r, words, toward))
			}
		}
		if len(days) == answersRead {
			reached = r.day()
		}
		return len(days) < answersRead, nil
	})
	for _, p := range all {
		from, _ := slices.BinarySearch(days, p.first)
		to, _ := slices.BinarySearch(days, p.until+"~") // behind all of that day
		p.searched = to - from
	}
	return reached, err
}

// inquiry finds the demands to which a record may be an answer.
type inquiry struct {
	byTopic, bySide, byName map[string][]*pending // stems, ids, first stems of names
}

func newInquiry(all []*pending) *inquiry {
	q := &inquiry{map[string][]*pending{}, map[string][]*pending{}, map[string][]*pending{}}
	for _, p := range all {
		for _, stem := range p.topics {
			q.byTopic[stem] = append(q.byTopic[stem], p)
		}
		for _, id := range p.by {
			q.bySide[id] = append(q.bySide[id], p)
		}
		for _, name := range p.names {
			first, _, _ := strings.Cut(name, " ")
			q.byName[first] = append(q.byName[first], p)
		}
	}
	return q
}

// near returns the demands that share a word, a side or a name with a record.
func (q *inquiry) near(words map[string]bool, toward []string) map[*pending]bool {
	found := map[*pending]bool{}
	mark := func(all []*pending) {
		for _, p := range all {
			found[p] = true
		}
	}
	for word := range words {
		mark(q.byTopic[word])
		mark(q.byName[word])
	}
	for _, id := range toward {
		mark(q.bySide[id])
	}
	return found
}

// stemsIn returns the stems of what a record says, one for each meaning.
func stemsIn(r *record) map[string]bool {
	stems := map[string]bool{}
	text := r.text(schema.Quote) + " " + r.text(schema.Issue)
	if r.kind() == "event" {
		text += " " + r.text(schema.Label) // of other records it names the actors
	}
	for _, key := range topic.Keys(text) {
		stems[same.Topic(key)] = true
		stems[key] = true
	}
	return stems
}

// consider keeps a candidate when it is one.
func (p *pending) consider(c candidate) {
	if c.why == "" {
		return
	}
	p.found = append(p.found, c)
	if len(p.found) < 8*answersShown {
		return
	}
	slices.SortStableFunc(p.found, func(a, b candidate) int {
		return cmp.Or(-compareBool(a.counts, b.counts), cmp.Compare(b.near, a.near))
	})
	p.found = p.found[:answersShown]
}

// judge says whether a record of the addressee's side is an answer to a demand,
// and why. Whatever may be one counts: what is shown as unanswered must be so.
func judge(p *pending, r *record, words map[string]bool, toward []string) candidate {
	c := candidate{record: r}
	if slices.ContainsFunc(p.told, func(t *told) bool { return t.iri == r.iri }) || slices.Contains(p.inStatement, string(r.iri)) {
		return c
	}
	shared := 0
	for _, stem := range p.topics {
		if words[stem] {
			shared++
		}
	}
	to := overlap(toward, p.by)
	about := slices.ContainsFunc(p.names, func(name string) bool {
		return !slices.ContainsFunc(strings.Fields(name), func(stem string) bool { return !words[stem] })
	})
	c.why, c.counts = reason(r, shared > 0, to, about)
	c.near = float64(shared) / float64(max(1, len(p.topics)))
	if to {
		c.near++
	}
	if about {
		c.near += 0.5
	}
	return c
}

// reason is the rule of judge: on the topic, to the demander, about him.
func reason(r *record, on, to, about bool) (why string, counts bool) {
	kind := r.kind()
	typ := r.text(schema.EventType)
	decides := typ == "agreement" || typ == "withdrawal" || typ == "accession"
	switch {
	case kind == "event" && decides && (to || on):
		return typ, true
	case kind == "event" && (to || on):
		return "event", false // a meeting, say: they may have spoken of it
	case kind == "event":
		return "", false
	case on && to:
		return kind + " to the demander, on the topic", true
	case on:
		return kind + " on the topic", true
	case to:
		return kind + " to the demander", kind == "statement"
	case about && kind == "statement":
		return kind + " about the demander", true
	case about:
		return kind + " about the demander", false
	}
	return "", false
}

// runUnanswered returns the demands for which no answer was found.
func runUnanswered(ctx context.Context, s *session, args arguments) ([]row, error) {
	all, complete, err := s.answers(ctx, args)
	if err != nil {
		return nil, err
	}
	var rows []row
	for _, p := range all {
		if p.answered() || !complete(p) {
			continue
		}
		cells := s.pendingCells(p)
		cells["group"] = len(rows) + 1
		if len(p.found) > 0 {
			cells["answer"] = s.inShort(p.found[0])
		}
		rows = append(rows, cells)
	}
	return rows, nil
}

// runAnswers returns the demands with what was found, the nearest first.
func runAnswers(ctx context.Context, s *session, args arguments) ([]row, error) {
	all, _, err := s.answers(ctx, args)
	if err != nil {
		return nil, err
	}
	var rows []row
	for number, p := range all {
		for _, c := range p.found[:min(len(p.found), answersShown)] {
			cells := s.pendingCells(p)
			known := fields()
			cells["group"], cells["answered"], cells["counts"], cells["why"] = number+1, p.answered(), c.counts, c.why
			cells["answer"], cells["answer_day"], cells["answer_record"] = s.inShort(c), orNil(c.day()), string(c.iri)
			for _, name := range []string{"article", "publisher", "article_iri"} {
				cells[name] = known[name].read(s, c.record)
			}
			cells["answer_by"] = known["actors"].read(s, c.record)
			rows = append(rows, cells)
		}
	}
	return rows, nil
}

// pendingCells shows a demand as it was last made, in its strongest words.
func (s *session) pendingCells(p *pending) row {
	strongest := p.told[0]
	for _, t := range p.told[1:] {
		if harder(t.text(schema.Strength), strongest.text(schema.Strength)) > 0 {
			strongest = t
		}
	}
	cells := s.cells(strongest.record, "by", "of", "what", "polarity", "strength", "or_else", "article", "publisher", "article_iri", "record")
	cells["first"], cells["last"], cells["reports"], cells["articles"] = p.first, p.last, p.reports, p.articles
	cells["deadline"], cells["searched"] = orNil(strongest.demand.Deadline()), p.searched
	return cells
}

// inShort shows a candidate in one line.
func (s *session) inShort(c candidate) Value {
	values, err := s.graph.Objects(quad.IRI(c.iri), schema.Label)
	if err != nil || len(values) == 0 {
		return nil
	}
	return stringOf(values[0])
}
