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

// pairEntry is the index entry of a pair for a kind and a month.
type pairEntry struct{ kind, month string }

// runRelations counts demands and statements from actor to actor. Without an
// actor, whole months are counted by their pair entries; records are read only for the months at
// the ends of the range, and for the first and last day of what is shown.
func runRelations(ctx context.Context, s *session, args arguments) ([]row, error) {
	found := map[[2]string]*relation{}
	for _, kind := range []string{"demand", "statement"} {
		w := &walk{session: s, kinds: []string{kind}, since: args["since"].from, until: args["until"].to, oldest: true}
		relate := w.relate
		if only, ok := args["actor"]; ok {
			w.require("involves", only)
			relate = func(found map[[2]string]*relation, entry pairEntry) error {
				return w.relateOf(found, entry, only.actors)
			}
		}
		months, err := w.months()
		if err != nil {
			return nil, err
		}
		for _, month := range months {
			if err := context.Cause(ctx); err != nil {
				return nil, err
			}
			if err := relate(found, pairEntry{kind, month}); err != nil {
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

// relateOf adds the pairs of one kind and month that have one of the actors, from
// its records: the pairs of all others are many more.
func (w *walk) relateOf(found map[[2]string]*relation, entry pairEntry, only []string) error {
	var records []*record
	for _, sets := range w.sets([]string{entry.month}) {
		iris, _, err := w.graph.Common(0, sets...)
		if err != nil {
			return err
		}
		for _, iri := range iris {
			records = append(records, &record{iri: quad.IRI(schema.StringOf(iri))})
		}
	}
	wanted, whole := []quad.IRI{schema.By, schema.Of, schema.Speaker, schema.Addressee}, w.whole(entry.month)
	if !whole {
		wanted = append(wanted, schema.Day)
	}
	if err := w.fetch(records, wanted); err != nil {
		return err
	}
	for _, r := range records {
		if !whole && !w.within(r.day()) {
			continue
		}
		for _, source := range r.actors(schema.By, schema.Speaker) {
			for _, target := range r.actors(schema.Of, schema.Addressee) {
				if slices.Contains(only, source) || slices.Contains(only, target) {
					count(found, source, target, entry, 1)
				}
			}
		}
	}
	return nil
}

// count adds n records of a kind and month to a pair. Those of one kind and month
// are counted in a row.
func count(found map[[2]string]*relation, source, target string, entry pairEntry, n int) {
	key := [2]string{source, target}
	r := found[key]
	if r == nil {
		r = &relation{source: source, target: target}
		found[key] = r
	}
	if last := len(r.entries) - 1; last < 0 || r.entries[last] != entry {
		r.entries = append(r.entries, entry)
	}
	if entry.kind == "demand" {
		r.demands += n
	} else {
		r.statements += n
	}
}

// relate adds the pairs of one kind and month.
func (w *walk) relate(found map[[2]string]*relation, entry pairEntry) error {
	nodes, err := w.graph.Subjects(schema.IndexedUnder, quad.IRI(schema.IndexIRI(entry.kind, "pairs", entry.month)))
	if err != nil {
		return err
	}
	var sizes map[quad.Value]int
	if w.whole(entry.month) {
		if sizes, err = w.graph.Counts(schema.IndexedUnder, nodes); err != nil {
			return err
		}
	}
	for _, node := range nodes {
		iri, _ := node.(quad.IRI)
		parts := strings.Split(strings.TrimPrefix(string(iri), schema.IndexIRI(entry.kind, "pair", "")), "/")
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
			count(found, parts[0], parts[1], entry, n)
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
	begin, end, err := s.page(len(all))
	if err != nil {
		return nil, err
	}
	var ids []string
	for _, r := range all[begin:end] {
		ids = append(ids, r.source, r.target)
	}
	if err := s.readNames(ids); err != nil {
		return nil, err
	}
	w := &walk{session: s, since: args["since"].from, until: args["until"].to}
	rows := make([]row, len(all))
	for i := begin; i < end; i++ {
		r := all[i]
		rows[i] = row{"source": s.ref(r.source), "target": s.ref(r.target), "demands": r.demands, "statements": r.statements}
		if rows[i]["first"], rows[i]["last"], err = w.ends(r); err != nil {
			return nil, err
		}
	}
	return rows, nil
}

// ends returns the first and last day of a relation, nil when undated.
func (w *walk) ends(r *relation) (first, last Value, err error) {
	var months []string
	for _, e := range r.entries {
		if e.month != undated {
			months = append(months, e.month)
		}
	}
	if len(months) == 0 {
		return nil, nil, nil
	}
	begin, end := slices.Min(months), slices.Max(months)
	var outer []quad.IRI
	for _, e := range r.entries {
		if e.month == begin || e.month == end {
			outer = append(outer, quad.IRI(schema.IndexIRI(e.kind, "pair/"+r.source+"/"+r.target, e.month)))
		}
	}
	days, err := w.days(outer...)
	if err != nil || len(days) == 0 {
		return nil, nil, err
	}
	return slices.Min(days), slices.Max(days), nil
}
