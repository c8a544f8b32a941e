package queries

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"demarche/internal/sketch"
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
	head   *header
}

// joined is one demand with all that tell it.
type joined struct {
	told     []*told          // first said first
	report   map[quad.IRI]int // number of the independent report, from 1, that an article carries
	articles int
	reports  int // copies of one text counted once
}

// tell reads what is compared of a demand.
func (s *session) tell(r *record) (*told, error) {
	head, err := s.article(quad.IRI(r.text(schema.DerivedFrom)))
	if err != nil {
		return nil, err
	}
	t := &told{record: r, head: head}
	t.by, t.of = s.sides(r.actors(schema.By), r.day()), s.sides(r.actors(schema.Of), r.day())
	t.demand = same.Prepare(same.Demand{By: t.by, Of: t.of, ByNames: s.called(t.by), OfNames: s.called(t.of),
		Polarity: r.text(schema.Polarity), What: r.text(schema.Quote), Day: r.day()})
	return t, nil
}

// wanted says which demands a query joins.
type wanted struct {
	args   arguments
	anyone bool // whoever demands the same makes the same demand
	newest bool // whether the newest are read when there are too many
}

// join reads the demands that are wanted and joins those that are one: the most
// reported first. base is the demand that was given by its IRI, or nil; then
// there is one joined demand, which base is part of.
func (s *session) join(ctx context.Context, want wanted) (groups []*joined, base *told, err error) {
	w := &walk{session: s, kinds: []string{"demand"}, oldest: !want.newest, wanted: compared, shown: true, since: want.args["since"].from, until: want.args["until"].to}
	if base, err = s.given(want.args); err != nil {
		return nil, nil, err
	}
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
		t, err := s.tell(r)
		if err != nil {
			return false, err
		}
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
	for _, g := range j.groups {
		if err := s.order(g); err != nil {
			return nil, nil, err
		}
	}
	slices.SortStableFunc(j.groups, func(a, b *joined) int {
		return cmp.Or(cmp.Compare(b.reports, a.reports), cmp.Compare(b.articles, a.articles))
	})
	return j.groups, base, nil
}

// given reads the demand that is given by its IRI.
func (s *session) given(args arguments) (*told, error) {
	record, ok := args["record"]
	if !ok {
		return nil, nil
	}
	r, err := s.load(quad.IRI(record.text))
	if err != nil {
		return nil, err
	}
	if r.kind() != "demand" || len(r.values) == 0 {
		return nil, fmt.Errorf("%w %q: not a demand of the graph", ErrUnknownRecord, record.text)
	}
	return s.tell(r)
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
	if err := s.requireSide(w, "by", schema.By, by); err != nil {
		return err
	}
	if err := s.requireSide(w, "of", schema.Of, of); err != nil {
		return err
	}
	for _, name := range []string{"topic", "issue"} {
		if a, ok := args[name]; ok {
			w.require(name, a)
		}
	}
	if base != nil {
		shared := condition{}
		for _, key := range base.demand.Keys() {
			shared["demand"] = append(shared["demand"], "topic/"+key)
		}
		if len(shared) > 0 {
			w.conditions = append(w.conditions, shared)
		}
	}
	if a, ok := args["publisher"]; ok {
		w.checks = append(w.checks, func(r *record) bool {
			h, err := s.article(quad.IRI(r.text(schema.DerivedFrom)))
			return err == nil && slices.Contains(a.actors, h.publisherID)
		})
	}
	if a, ok := args["confidence"]; ok {
		w.sure(a.decimal)
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
func (s *session) requireSide(w *walk, field string, predicate quad.IRI, ids []string) error {
	if len(ids) == 0 {
		return nil
	}
	voices, err := s.voices(ids)
	if err != nil {
		return err
	}
	w.require(field, argument{actors: voices})
	w.checks = append(w.checks, func(r *record) bool {
		return overlap(s.sides(r.actors(predicate), r.day()), ids)
	})
	return nil
}

func overlap(a, b []string) bool {
	return slices.ContainsFunc(a, func(id string) bool { return slices.Contains(b, id) })
}

// joiner collects joined demands.
type joiner struct {
	groups []*joined
	byWord map[string][]int // places in groups
	anyone bool
}

func (j *joiner) same(a, b *told) bool {
	if j.anyone {
		return a.demand.SameByAnyone(b.demand)
	}
	return a.demand.Same(b.demand)
}

func (j *joiner) has(t *told) bool {
	return slices.ContainsFunc(j.groups, func(g *joined) bool {
		return slices.ContainsFunc(g.told, func(o *told) bool { return o.iri == t.iri })
	})
}

// put adds to the group at a place, which may be a new one.
func (j *joiner) put(i int, t *told) {
	if i == len(j.groups) {
		j.groups = append(j.groups, &joined{})
	}
	j.groups[i].told = append(j.groups[i].told, t)
}

// add puts a demand into the group that agrees with it best, or into a new one.
// It must be the same as half of those that it is compared with, lest a demand
// of two things join two demands.
func (j *joiner) add(t *told) {
	keys := t.demand.Keys()
	best, agreement := len(j.groups), 0.0
	for _, i := range j.near(keys) {
		sample := j.groups[i].told[:min(len(j.groups[i].told), sampled)]
		agree := 0
		for _, o := range sample {
			if j.same(t, o) {
				agree++
			}
		}
		if share := float64(agree) / float64(len(sample)); share >= 0.5 && share > agreement {
			best, agreement = i, share
		}
	}
	j.put(best, t)
	for _, key := range keys {
		if places := j.byWord[key]; !slices.Contains(places, best) {
			j.byWord[key] = append(places, best)
		}
	}
}

// near returns the groups that share most words, the nearest first.
func (j *joiner) near(keys []string) []int {
	shared := map[int]int{}
	for _, key := range keys {
		for _, i := range j.byWord[key] {
			shared[i]++
		}
	}
	places := make([]int, 0, len(shared))
	for i := range shared {
		places = append(places, i)
	}
	slices.SortFunc(places, func(a, b int) int { return cmp.Or(cmp.Compare(shared[b], shared[a]), cmp.Compare(a, b)) })
	return places[:min(len(places), candidates)]
}

// order sorts what tells a demand, and counts its reports.
func (s *session) order(g *joined) error {
	slices.SortStableFunc(g.told, func(a, b *told) int {
		return cmp.Or(compareDays(a.day(), b.day()), strings.Compare(b.text(schema.DayBasis), a.text(schema.DayBasis)),
			compareDays(a.head.published, b.head.published), a.head.at.Compare(b.head.at), strings.Compare(string(a.iri), string(b.iri)))
	})
	return s.countReports(g)
}

// compareDays orders days, what is undated last.
func compareDays(a, b string) int {
	return cmp.Or(cmp.Compare(emptyLast(a), emptyLast(b)), strings.Compare(a, b))
}

func emptyLast(text string) int {
	if text == "" {
		return 1
	}
	return 0
}

// countReports numbers the independent reports of a demand: articles that are
// copies of one text are one.
func (s *session) countReports(g *joined) error {
	var articles []quad.IRI
	sketches := map[quad.IRI]sketch.Sketch{}
	for _, t := range g.told {
		if iri := quad.IRI(t.text(schema.DerivedFrom)); !slices.Contains(articles, iri) {
			articles = append(articles, iri)
		}
	}
	g.articles, g.report = len(articles), map[quad.IRI]int{}
	if len(articles) > 1 {
		for _, iri := range articles {
			var err error
			if sketches[iri], err = s.sketch(iri); err != nil {
				return err
			}
		}
	}
	for i, iri := range articles {
		for _, earlier := range articles[:i] {
			if sketch.Copies(sketches[iri], sketches[earlier]) {
				g.report[iri] = g.report[earlier]
				break
			}
		}
		if g.report[iri] == 0 {
			g.reports++
			g.report[iri] = g.reports
		}
	}
	return nil
}

// sketch reads an article's sketch; the zero Sketch when it has none.
func (s *session) sketch(iri quad.IRI) (sketch.Sketch, error) {
	values, err := s.graph.Objects(iri, schema.Sketch)
	if err != nil || len(values) == 0 {
		return sketch.Sketch{}, err
	}
	return sketch.Parse(stringOf(values[0]))
}

// reportOf returns the number of the report that tells t.
func (g *joined) reportOf(t *told) int { return g.report[quad.IRI(t.text(schema.DerivedFrom))] }

// days returns the first and last day of a demand, "" when all are undated.
func (g *joined) days() (first, last string) {
	var all group
	for _, t := range g.told {
		all.add(t.day())
	}
	return all.first, all.last
}

// firstReported returns what was published first.
func (g *joined) firstReported() *told {
	return slices.MinFunc(g.told, func(a, b *told) int {
		return cmp.Or(compareDays(a.head.published, b.head.published), a.head.at.Compare(b.head.at))
	})
}

// cells returns a row with the fields of a record.
func (s *session) cells(r *record, names ...string) row {
	known := fields()
	cells := row{}
	for _, name := range names {
		cells[name] = known[name].read(s, r)
	}
	return cells
}
