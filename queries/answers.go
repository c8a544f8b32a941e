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
	"demarche/schema"
)

// answersShown is how many candidates a demand keeps.
const answersShown = 3

// pending is a demand on somebody, with what may be answers to it.
type pending struct {
	*joined
	first, last string // days on which it was made
	until       string // the last day on which an answer counts
	by          []string
	names       [][]string // the demander's, each as its stems
	topics      []string
	inStatement []string
	found       []candidate
}

// candidate is a record that may be an answer.
type candidate struct {
	*record
	why    string
	counts bool // whether it makes the demand answered
	near   float64
}

// compare orders candidates, the nearest that count first.
func (c candidate) compare(d candidate) int {
	return cmp.Or(compareBool(d.counts, c.counts), cmp.Compare(d.near, c.near))
}

// compareBool orders no before yes.
func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

// answered reports whether an answer was found.
func (p *pending) answered() bool {
	return slices.ContainsFunc(p.found, func(c candidate) bool { return c.counts })
}

// consider keeps a candidate when it is one.
func (p *pending) consider(c candidate) {
	if c.why == "" || p.tells(c.record) {
		return
	}
	p.found = append(p.found, c)
	if len(p.found) < 8*answersShown {
		return
	}
	slices.SortStableFunc(p.found, candidate.compare)
	p.found = p.found[:answersShown]
}

// tells reports whether a record is the demand itself, or the statement that makes it.
func (p *pending) tells(r *record) bool {
	return slices.ContainsFunc(p.told, func(t *told) bool { return t.iri == r.iri }) || slices.Contains(p.inStatement, string(r.iri))
}

// sort puts what was found into the order in which it is shown.
func (p *pending) sort() {
	slices.SortStableFunc(p.found, func(a, b candidate) int {
		return cmp.Or(a.compare(b), compareDays(a.day(), b.day()), cmp.Compare(a.iri, b.iri))
	})
}

// await returns the demands on an actor that can have answers, and what it and
// those who speak for it said and did in their time.
func (s *session) await(ctx context.Context, args arguments) ([]*pending, *heard, error) {
	if _, ok := args["record"]; !ok && len(args["of"].actors) == 0 {
		return nil, nil, fmt.Errorf("%w: give of (whose answers are looked for) or a record", ErrBadValue)
	}
	groups, base, err := s.join(ctx, wanted{args: args, newest: true, read: []quad.IRI{schema.InStatement}})
	if err != nil {
		return nil, nil, err
	}
	of := args["of"].actors
	if len(of) == 0 {
		if of = base.of; len(of) == 0 {
			return nil, nil, fmt.Errorf("%w %q: it is not known who should comply, so that nothing can be an answer", ErrBadValue, args["record"].text)
		}
	}
	var all []*pending
	for _, g := range groups {
		if p := s.pending(g, args["within"].number); p != nil {
			all = append(all, p)
		}
	}
	if len(all) == 0 {
		return nil, &heard{session: s}, nil
	}
	h, err := s.hear(ctx, all, of)
	return all, h, err
}

// pending makes a demand ready for finding answers; nil when it has no day,
// because what comes later cannot be told then.
func (s *session) pending(g *joined, days int) *pending {
	first, last := g.days()
	end, err := time.Parse(time.DateOnly, last)
	if err != nil {
		return nil
	}
	p := &pending{joined: g, first: first, last: last, until: end.AddDate(0, 0, days).Format(time.DateOnly)}
	for _, t := range g.told {
		p.by = append(p.by, t.by...)
		p.inStatement = append(p.inStatement, t.text(schema.InStatement))
		for _, stem := range t.demand.Topics() {
			if !slices.Contains(p.topics, stem) {
				p.topics = append(p.topics, stem)
			}
		}
	}
	slices.Sort(p.by)
	p.by = slices.Compact(p.by)
	p.names = s.namesOf(p.by)
	return p
}

// namesOf returns how texts may call the actors, each name as its stems.
func (s *session) namesOf(ids []string) [][]string {
	key := strings.Join(ids, " ")
	names, ok := s.namedBy[key]
	if !ok {
		for _, name := range s.called(ids) {
			if stems := topic.Keys(name); len(stems) > 0 {
				names = append(names, stems)
			}
		}
		s.namedBy[key] = names
	}
	return names
}

// runUnanswered returns the demands for which no answer was found.
func runUnanswered(ctx context.Context, s *session, args arguments) ([]row, error) {
	all, h, err := s.await(ctx, args)
	if err != nil {
		return nil, err
	}
	all = slices.DeleteFunc(all, func(p *pending) bool { return !h.whole(p) })
	if err := h.judge(ctx, all, true); err != nil {
		return nil, err
	}
	var lines []line
	for _, p := range all {
		if p.answered() {
			continue
		}
		strongest, number := p.strongest(), len(lines)+1
		records := []*record{strongest.record}
		if len(p.found) > 0 {
			records = append(records, p.found[0].record)
		}
		lines = append(lines, line{records, func() row {
			cells := s.pendingCells(h, p, strongest)
			cells["group"] = number
			if len(p.found) > 0 {
				cells["answer"] = orNil(p.found[0].text(schema.Label))
			}
			return cells
		}})
	}
	return s.rows(lines)
}

// judgedAtOnce is for how many demands candidates are looked for at first: most
// pages need no more.
const judgedAtOnce = 64

// runAnswers returns the demands with what was found, the nearest first. Once
// they fill the wanted page, no answers are looked for to the others.
func runAnswers(ctx context.Context, s *session, args arguments) ([]row, error) {
	all, h, err := s.await(ctx, args)
	if err != nil {
		return nil, err
	}
	needed, err := s.needed()
	if err != nil {
		return nil, err
	}
	var lines []line
	for begin := 0; begin < len(all) && len(lines) <= needed; {
		chunk := all[begin:min(len(all), begin+max(judgedAtOnce, begin))]
		if err := h.judge(ctx, chunk, false); err != nil {
			return nil, err
		}
		for i, p := range chunk {
			lines = append(lines, s.answerLines(h, p, begin+i+1)...)
		}
		begin += len(chunk)
	}
	return s.rows(lines)
}

// answerLines shows a demand with each of its nearest candidates.
func (s *session) answerLines(h *heard, p *pending, number int) []line {
	strongest := p.strongest()
	var lines []line
	for _, c := range p.found[:min(len(p.found), answersShown)] {
		lines = append(lines, line{[]*record{strongest.record, c.record}, func() row {
			cells := s.pendingCells(h, p, strongest)
			cells["group"], cells["answered"], cells["counts"], cells["why"] = number, p.answered(), c.counts, c.why
			cells["answer"], cells["answer_day"], cells["answer_record"] = orNil(c.text(schema.Label)), orNil(c.day()), string(c.iri)
			for name, value := range s.cells(c.record, "article", "publisher", "article_iri") {
				cells[name] = value
			}
			cells["answer_by"] = s.cells(c.record, "actors")["actors"]
			return cells
		}})
	}
	return lines
}

// strongest returns the telling of a demand in its strongest words.
func (p *pending) strongest() *told {
	strongest := p.told[0]
	for _, t := range p.told[1:] {
		if harder(t.text(schema.Strength), strongest.text(schema.Strength)) > 0 {
			strongest = t
		}
	}
	return strongest
}

// pendingCells shows a demand as it was last made, by its strongest telling.
func (s *session) pendingCells(h *heard, p *pending, strongest *told) row {
	cells := s.cells(strongest.record, "by", "of", "what", "polarity", "strength", "or_else", "article", "publisher", "article_iri", "record")
	cells["first"], cells["last"], cells["reports"], cells["articles"] = p.first, p.last, p.reports, p.articles
	cells["deadline"], cells["searched"] = orNil(strongest.demand.Deadline()), h.during(p)
	return cells
}
