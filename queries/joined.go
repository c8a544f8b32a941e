package queries

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/cayleygraph/quad"

	"demarche/queries/internal/same"
	"demarche/schema"
)

const (
	// compared bounds how many demands are compared with each other.
	compared = 2000
	// sampled is how many of a joined demand's reports a further one is compared with.
	sampled = 8
	// candidates is how many joined demands a report is compared with: those that
	// share the most words with it.
	candidates = 16
)

// told is a demand as one article tells it.
type told struct {
	*record
	demand *same.Prepared
	by, of []string // sides
}

// joined is one demand with all that tell it.
type joined struct {
	told     []*told          // first said first
	report   map[quad.IRI]int // number of the independent report, from 1, that an article carries; nil when one tells all
	articles int
	reports  int             // copies of one text counted once
	words    map[string]bool // under which the joiner finds it
}

// tellFacts are the predicates of demands that are read to compare them. The rest
// is read of those that are the same as others, or shown.
var tellFacts = []quad.IRI{schema.By, schema.Of, schema.Polarity, schema.Quote}

// tell makes a demand ready for comparing.
func (s *session) tell(r *record) *told {
	t := &told{record: r, by: s.sides(r.actors(schema.By), r.day()), of: s.sides(r.actors(schema.Of), r.day())}
	t.demand = same.Prepare(same.Demand{By: t.by, Of: t.of, ByStems: s.stems(t.by), OfStems: s.stems(t.of),
		Polarity: r.text(schema.Polarity), What: r.text(schema.Quote), Day: r.day()}, s.words)
	return t
}

// wanted says which demands a query joins.
type wanted struct {
	args   arguments
	anyone bool       // whoever demands the same makes the same demand
	newest bool       // whether the newest are read when there are too many
	read   []quad.IRI // predicates that are read of all, besides tellFacts
}

// join reads the demands that are wanted and joins those that are one: the most
// reported first. base is the demand that was given by its IRI, or nil; then
// there is one joined demand, which base is part of.
func (s *session) join(ctx context.Context, want wanted) (groups []*joined, base *told, err error) {
	if base, err = s.given(want.args); err != nil {
		return nil, nil, err
	}
	w := &walk{session: s, kinds: []string{"demand"}, oldest: !want.newest, wanted: compared, read: slices.Concat(tellFacts, want.read),
		ready: s.readActors, since: want.args["since"].from, until: want.args["until"].to}
	if err := s.narrow(w, want, base); err != nil {
		return nil, nil, err
	}
	if len(w.conditions) == 0 && base == nil {
		return nil, nil, fmt.Errorf("%w: give a record, by, of or topic", ErrBadValue)
	}
	j := &joiner{byWord: map[string][]int{}, anyone: want.anyone}
	seen := 0
	visit := func(r *record) (bool, error) {
		seen++
		t := s.tell(r)
		if base == nil {
			j.add(t)
		} else if t.iri == base.iri || j.same(t, base) {
			j.put(0, t)
		}
		return seen < compared, nil
	}
	if len(w.conditions) > 0 { // a record whose words say nothing is the same as no other
		err = w.run(ctx, visit)
	}
	if err != nil {
		return nil, nil, err
	}
	if base != nil && !j.has(base) {
		j.put(0, base)
	}
	if err := s.order(j.groups); err != nil {
		return nil, nil, err
	}
	slices.SortStableFunc(j.groups, func(a, b *joined) int {
		return cmp.Or(cmp.Compare(b.reports, a.reports), cmp.Compare(b.articles, a.articles))
	})
	return j.groups, base, nil
}

// given reads the demand that is given by its IRI.
func (s *session) given(args arguments) (*told, error) {
	given, ok := args["record"]
	if !ok {
		return nil, nil
	}
	r, err := s.load(quad.IRI(given.text))
	if err != nil {
		return nil, err
	}
	if r.kind() != "demand" || len(r.facts) == 0 {
		return nil, fmt.Errorf("%w %q: not a demand of the graph", ErrUnknownRecord, given.text)
	}
	if err := s.readActors([]*record{r}); err != nil {
		return nil, err
	}
	return s.tell(r), nil
}

// narrow lets the walk look only where wanted demands can stand.
func (s *session) narrow(w *walk, want wanted, base *told) error {
	args := want.args
	by, of := args["by"].actors, args["of"].actors
	if base != nil {
		if len(by) == 0 && !want.anyone {
			by = base.by
		}
		if len(of) == 0 && want.anyone {
			of = base.of
		}
		within(w, base.day())
	}
	// A demand of anyone is looked for without its demander where something else narrows.
	if want.anyone && (len(of) > 0 || len(args["topic"].words) > 0) {
		by = nil
	}
	if err := s.requireSide(w, "by", by, schema.By); err != nil {
		return err
	}
	if err := s.requireSide(w, "of", of, schema.Of); err != nil {
		return err
	}
	w.requireShared(args)
	if base != nil {
		shared := condition{}
		for _, key := range base.demand.Keys() {
			shared["demand"] = append(shared["demand"], "topic/"+key)
		}
		if len(shared) > 0 {
			w.conditions = append(w.conditions, shared)
		}
	}
	if a, ok := args["strength"]; ok {
		w.has(schema.Strength, a.text)
	}
	return nil
}

// within keeps the walk to the days in which the same words can be the same demand.
func within(w *walk, day string) {
	from, to, err := parseDay(day, w.now)
	if err != nil {
		return // undated: all days
	}
	w.since = later(w.since, from.AddDate(0, 0, -same.FarDays))
	if until := to.AddDate(0, 0, same.FarDays); w.until.IsZero() || until.Before(w.until) {
		w.until = until
	}
}

// requireSide asks for records that have one of the actors, or one who speaks
// for it on the record's day, in a role.
func (s *session) requireSide(w *walk, field string, ids []string, role ...quad.IRI) error {
	if len(ids) == 0 {
		return nil
	}
	voices, err := s.voices(ids)
	if err != nil {
		return err
	}
	w.require(field, argument{actors: voices})
	w.checks = append(w.checks, func(r *record) bool {
		return overlap(s.sides(r.actors(role...), r.day()), ids)
	})
	return nil
}

func overlap(a, b []string) bool {
	return slices.ContainsFunc(a, func(id string) bool { return slices.Contains(b, id) })
}
