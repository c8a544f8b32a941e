package queries

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

	"github.com/cayleygraph/quad"

	"demarche/schema"
)

// relation is what the graph has from one actor to another.
type relation struct {
	source, target string
	demands        int
	statements     int
	entries        []pairEntry
}

// pairEntry is the index entry of a pair, a kind and a month.
type pairEntry struct {
	iri   quad.IRI
	month string
}

// runRelations counts demands and statements from actor to actor. Without an
// actor, whole months are counted by their pair entries; records are read only for the months at
// the ends of the range, and for the first and last day of what is shown.
func runRelations(ctx context.Context, s *session, args arguments) ([]row, error) {
	found := map[[2]string]*relation{}
	only := args["actor"].actors
	for _, kind := range []string{"demand", "statement"} {
		if len(only) > 0 {
			if err := s.relateOf(ctx, found, kind, args); err != nil {
				return nil, err
			}
			continue
		}
		w := &walk{session: s, kinds: []string{kind}, since: args["since"].from, until: args["until"].to, oldest: true}
		months, err := w.months()
		if err != nil {
			return nil, err
		}
		for _, month := range months {
			if err := context.Cause(ctx); err != nil {
				return nil, err
			}
			if err := w.relate(found, kind, month); err != nil {
				return nil, err
			}
		}
	}
	var all []*relation
	for _, r := range found {
		if r.demands+r.statements >= args["minimum"].number {
			all = append(all, r)
		}
	}
	slices.SortFunc(all, func(a, b *relation) int {
		return cmp.Or(cmp.Compare(b.demands+b.statements, a.demands+a.statements), cmp.Compare(b.demands, a.demands),
			strings.Compare(a.source, b.source), strings.Compare(a.target, b.target))
	})
	return s.relationRows(args, all)
}

// relateOf adds the pairs of one kind that have one of the asked actors, from
// its records: the pairs of all others are many more.
func (s *session) relateOf(ctx context.Context, found map[[2]string]*relation, kind string, args arguments) error {
	w := &walk{session: s, kinds: []string{kind}, since: args["since"].from, until: args["until"].to, oldest: true}
	w.read = []quad.IRI{schema.By, schema.Of, schema.Speaker, schema.Addressee, schema.Day}
	w.require("involves", args["actor"])
	only := args["actor"].actors
	return w.run(ctx, func(r *record) (bool, error) {
		month := undated
		if day := r.day(); day != "" {
			month = day[:len("2006-01")]
		}
		for _, source := range r.actors(schema.By, schema.Speaker) {
			for _, target := range r.actors(schema.Of, schema.Addressee) {
				if slices.Contains(only, source) || slices.Contains(only, target) {
					entry := quad.IRI(schema.IndexIRI(kind, "pair/"+source+"/"+target, month))
					count(found, kind, source, target, pairEntry{entry, month}, 1)
				}
			}
		}
		return true, nil
	})
}

// count adds n records of a kind to a pair.
func count(found map[[2]string]*relation, kind, source, target string, entry pairEntry, n int) {
	key := [2]string{source, target}
	if found[key] == nil {
		found[key] = &relation{source: source, target: target}
	}
	r := found[key]
	if !slices.Contains(r.entries, entry) {
		r.entries = append(r.entries, entry)
	}
	if kind == "demand" {
		r.demands += n
	} else {
		r.statements += n
	}
}

// relate adds the pairs of one kind and month.
func (w *walk) relate(found map[[2]string]*relation, kind, month string) error {
	nodes, err := w.graph.Subjects(schema.IndexedUnder, quad.IRI(schema.IndexIRI(kind, "pairs", month)))
	if err != nil {
		return err
	}
	var sizes map[quad.Value]int
	if w.whole(month) {
		if sizes, err = w.graph.Counts(schema.IndexedUnder, nodes); err != nil {
			return err
		}
	}
	for _, node := range nodes {
		iri, _ := node.(quad.IRI)
		parts := strings.Split(strings.TrimPrefix(string(iri), schema.IndexIRI(kind, "pair", "")), "/")
		if len(parts) != 3 {
			continue
		}
		n := sizes[node]
		if sizes == nil {
			days, err := w.days(iri)
			if err != nil {
				return err
			}
			n = len(days)
		}
		if n > 0 {
			count(found, kind, parts[0], parts[1], pairEntry{iri, month}, n)
		}
	}
	return nil
}

// whole reports whether all days of a month lie in the range.
func (w *walk) whole(month string) bool {
	first, err := time.Parse("2006-01", month)
	if err != nil {
		return true // undated
	}
	last := first.AddDate(0, 1, -1)
	return w.within(first.Format(time.DateOnly)) && w.within(last.Format(time.DateOnly))
}

// days returns the days in the range of the records of entries.
func (w *walk) days(entries ...quad.IRI) ([]string, error) {
	var any []quad.Quad
	for _, entry := range entries {
		any = append(any, quad.Quad{Predicate: quad.IRI(schema.IndexedUnder), Object: entry})
	}
	records, _, err := w.graph.Common(0, any)
	if err != nil {
		return nil, err
	}
	dayOf, err := w.dayOf(records, []string{""}, nil)
	if err != nil {
		return nil, err
	}
	var days []string
	for _, record := range records {
		if day := dayOf[record]; w.within(day) {
			days = append(days, day)
		}
	}
	return days, nil
}

// relationRows makes rows; first and last days are looked up for those of the
// wanted page only.
func (s *session) relationRows(args arguments, all []*relation) ([]row, error) {
	begin, err := s.offset()
	if err != nil {
		return nil, err
	}
	w := &walk{session: s, since: args["since"].from, until: args["until"].to}
	rows := make([]row, len(all))
	for i, r := range all {
		rows[i] = row{"source": s.refIf(i >= begin && i-begin < s.limit, r.source), "target": s.refIf(i >= begin && i-begin < s.limit, r.target),
			"demands": r.demands, "statements": r.statements}
		if i < begin || i-begin >= s.limit {
			continue
		}
		if rows[i]["first"], rows[i]["last"], err = w.ends(r.entries); err != nil {
			return nil, err
		}
	}
	return rows, nil
}

// refIf names the actor only when the row is shown: a name may cost a look-up.
func (s *session) refIf(shown bool, id string) Value {
	if !shown {
		return nil
	}
	return s.ref(id)
}

// ends returns the first and last day of the entries, nil when undated.
func (w *walk) ends(entries []pairEntry) (first, last Value, err error) {
	var months []string
	for _, e := range entries {
		if e.month != undated {
			months = append(months, e.month)
		}
	}
	if len(months) == 0 {
		return nil, nil, nil
	}
	begin, end := slices.Min(months), slices.Max(months)
	var outer []quad.IRI
	for _, e := range entries {
		if e.month == begin || e.month == end {
			outer = append(outer, e.iri)
		}
	}
	days, err := w.days(outer...)
	if err != nil || len(days) == 0 {
		return nil, nil, err
	}
	return slices.Min(days), slices.Max(days), nil
}
