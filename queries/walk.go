package queries

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/cayleygraph/quad"

	"demarche/schema"
)

// condition says, for each kind of record, the index keys of which a record
// must stand under at least one. A kind without keys has no such records.
type condition map[string][]string

// everywhere is the condition that asks every kind for the same key.
func everywhere(kinds []string, key string) condition {
	c := condition{}
	for _, kind := range kinds {
		c[kind] = []string{key}
	}
	return c
}

// actorCondition asks for records that stand under one of the actors.
func actorCondition(roles map[string][]string, ids []string) condition {
	c := condition{}
	for kind, names := range roles {
		for _, name := range names {
			for _, id := range ids {
				c[kind] = append(c[kind], name+"/"+id)
			}
		}
	}
	return c
}

// issueCondition asks for records that are about one of the issues.
func issueCondition(kinds, ids []string) condition {
	c := condition{}
	for _, kind := range kinds {
		for _, id := range ids {
			c[kind] = append(c[kind], "issue/"+id)
		}
	}
	return c
}

// pairs says which two keys of a kind have a common entry.
var pairs = map[string][2]string{"demand": {"by/", "of/"}, "statement": {"speaker/", "addressee/"}}

// walk visits the records that meet all conditions, in order of their days.
// Month by month it reads the narrowest index entry and stops when its visitor
// has enough.
type walk struct {
	*session
	kinds        []string
	conditions   []condition
	checks       []func(*record) bool
	issues       []string  // ids of the issue that is asked for and of the narrower ones; none when it is not
	since, until time.Time // days; zero for none
	oldest       bool
	from         position // where to resume
}

// position is a place in the order of a walk.
type position struct {
	day string // "2021-12-31"; "" for undated records, which come last
	iri string
}

// mark writes the position of a record for Result.Next.
func mark(r *record) string { return "at " + r.day() + " " + string(r.iri) }

// resume makes the walk begin behind the marked position.
func (w *walk) resume(mark string) error {
	if mark == "" {
		return nil
	}
	parts := strings.Split(mark, " ")
	if len(parts) != 3 || parts[0] != "at" || parts[1] != "" && len(parts[1]) != len(time.DateOnly) {
		return fmt.Errorf("%w: the mark of the page belongs to another query", ErrBadValue)
	}
	w.from = position{parts[1], parts[2]}
	return nil
}

// compare orders positions as the walk goes.
func (w *walk) compare(a, b position) int {
	switch {
	case a.day == b.day:
		return cmp.Compare(a.iri, b.iri)
	case a.day == "":
		return 1
	case b.day == "":
		return -1
	case w.oldest:
		return cmp.Compare(a.day, b.day)
	}
	return cmp.Compare(b.day, a.day)
}

// run visits records until visit returns false.
func (w *walk) run(ctx context.Context, visit func(*record) (more bool, err error)) error {
	months, err := w.months()
	if err != nil {
		return err
	}
	for _, month := range months {
		if err := ctx.Err(); err != nil {
			return context.Cause(ctx)
		}
		places, err := w.month(month)
		if err != nil {
			return err
		}
		for _, place := range places {
			r, err := w.load(quad.IRI(place.iri))
			if err != nil {
				return err
			}
			if !w.meets(r) {
				continue
			}
			if more, err := visit(r); err != nil || !more {
				return err
			}
		}
	}
	return w.confirm()
}

// meets reports whether a record fulfils what the index did not ensure.
func (w *walk) meets(r *record) bool {
	for _, c := range w.conditions {
		if !slices.ContainsFunc(c[r.kind()], r.entered) {
			return false
		}
	}
	for _, check := range w.checks {
		if !check(r) {
			return false
		}
	}
	return true
}

// stands reports whether a position takes a side: on the issue that is asked for, else on what it is about in its own words.
func (w *walk) stands(r *record, stance string) bool {
	if len(w.issues) == 0 {
		return r.text(schema.Stance) == stance
	}
	side := quad.IRI(schema.Supports)
	if stance == "oppose" {
		side = schema.Opposes
	}
	return slices.ContainsFunc(r.issues(side), func(id string) bool { return slices.Contains(w.issues, id) })
}

// month returns where the records of a month may stand, in the walk's order
// and within its days.
func (w *walk) month(month string) ([]position, error) {
	var places []position
	for _, kind := range w.kinds {
		iris, err := w.narrowest(kind, month)
		if err != nil {
			return nil, err
		}
		for _, iri := range iris {
			day, err := w.dayOf(iri, month)
			if err != nil {
				return nil, err
			}
			place := position{day, string(iri)}
			if w.within(day) && (w.from.iri == "" || w.compare(place, w.from) > 0) {
				places = append(places, place)
			}
		}
	}
	slices.SortFunc(places, w.compare)
	return places, nil
}

// undated is the month of records without a day.
const undated = "undated"

func (w *walk) dayOf(iri quad.IRI, month string) (string, error) {
	if month == undated {
		return "", nil
	}
	days, err := w.graph.Objects(iri, schema.Day)
	if err != nil || len(days) == 0 {
		return "", err
	}
	day, _ := days[0].(quad.Time)
	return time.Time(day).UTC().Format(time.DateOnly), nil
}

// within reports whether a day lies in the walk's range.
func (w *walk) within(day string) bool {
	return (w.since.IsZero() || day >= w.since.Format(time.DateOnly)) &&
		(w.until.IsZero() || day != "" && day <= w.until.Format(time.DateOnly))
}

// breadth is how many times larger than the narrowest entry another may be and
// still be read to thin it out: reading an entry costs one look-up for each of
// its records, reading a record costs about this many.
const breadth = 16

// narrowest reads the records of a kind and month that may meet all conditions
// through the index entries that cost least.
func (w *walk) narrowest(kind, month string) ([]quad.IRI, error) {
	type entry struct {
		keys []string
		size int
	}
	var entries []entry
	for _, keys := range w.keys(kind) {
		present := slices.DeleteFunc(slices.Clone(keys), func(key string) bool {
			return !w.graph.Has(quad.IRI(schema.IndexIRI(kind, key, month)))
		})
		if len(present) == 0 {
			return nil, nil
		}
		entries = append(entries, entry{keys: present})
	}
	if len(entries) == 1 {
		return w.entry(kind, month, entries[0].keys)
	}
	for i, e := range entries {
		for _, key := range e.keys {
			n, err := w.graph.Count(schema.IndexedUnder, quad.IRI(schema.IndexIRI(kind, key, month)))
			if err != nil {
				return nil, err
			}
			entries[i].size += n
		}
	}
	slices.SortStableFunc(entries, func(a, b entry) int { return a.size - b.size })
	found, err := w.entry(kind, month, entries[0].keys)
	for _, e := range entries[1:] {
		if err != nil || len(found) == 0 || e.size > breadth*len(found) {
			break
		}
		var also []quad.IRI
		also, err = w.entry(kind, month, e.keys)
		found = slices.DeleteFunc(found, func(iri quad.IRI) bool {
			_, in := slices.BinarySearch(also, iri)
			return !in
		})
	}
	return found, err
}

// keys returns the conditions on a kind as lists of index keys, with the pair
// entry in place of two actors where there is one.
func (w *walk) keys(kind string) [][]string {
	var all [][]string
	for _, c := range w.conditions {
		all = append(all, c[kind])
	}
	if len(all) == 0 {
		return [][]string{{"all"}}
	}
	begins := func(prefix string) int {
		return slices.IndexFunc(all, func(keys []string) bool {
			return prefix != "" && len(keys) > 0 && !slices.ContainsFunc(keys, func(k string) bool { return !strings.HasPrefix(k, prefix) })
		})
	}
	from, to := begins(pairs[kind][0]), begins(pairs[kind][1])
	if from < 0 || to < 0 {
		return all
	}
	var joined []string
	for _, a := range all[from] {
		for _, b := range all[to] {
			joined = append(joined, "pair/"+strings.TrimPrefix(a, pairs[kind][0])+"/"+strings.TrimPrefix(b, pairs[kind][1]))
		}
	}
	kept := [][]string{joined}
	for i, keys := range all {
		if i != from && i != to {
			kept = append(kept, keys)
		}
	}
	return kept
}

// entry reads the records under any of the keys, sorted.
func (s *session) entry(kind, month string, keys []string) ([]quad.IRI, error) {
	var iris []quad.IRI
	for _, key := range keys {
		nodes, err := s.graph.Subjects(schema.IndexedUnder, quad.IRI(schema.IndexIRI(kind, key, month)))
		if err != nil {
			return nil, err
		}
		for _, node := range nodes {
			if iri, ok := node.(quad.IRI); ok {
				iris = append(iris, iri)
			}
		}
	}
	slices.Sort(iris)
	return slices.Compact(iris), nil
}
