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

// walk visits the records that meet all conditions, in order of their days. It
// reads index entries a few months at a time, or day by day where a month has
// more than is wanted, and stops when its visitor has enough.
type walk struct {
	*session
	kinds        []string
	conditions   []condition
	facts        [][]quad.Quad // what the records must have besides: of each list one
	checks       []func(*record) bool
	published    []string  // ids of publishers, of which one must have published the record; none when it is not asked
	issues       []string  // ids of the issue that is asked for and of the narrower ones; none when it is not
	since, until time.Time // days; zero for none
	oldest       bool
	from         position   // where to resume
	read         []quad.IRI // which predicates of the records; recordFacts when nil
	wanted       int        // how many more records the visitor will take; 0 for all
	// ready, unless nil, reads at once what the visitor needs besides the records.
	ready func([]*record) error
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

// batch is how many records are loaded at once by a walk that reads all.
const batch = 256

// run visits records until visit returns false.
func (w *walk) run(ctx context.Context, visit func(*record) (more bool, err error)) error {
	months, err := w.months()
	if err != nil {
		return err
	}
	var waiting []position
	err = w.places(ctx, months, func(places []position) (bool, error) {
		waiting = append(waiting, places...)
		for len(waiting) >= w.ahead() {
			n := w.ahead()
			if more, err := w.visit(waiting[:n], visit); err != nil || !more {
				waiting = nil
				return false, err
			}
			waiting = waiting[n:]
		}
		return true, nil
	})
	if err != nil || len(waiting) == 0 {
		return err
	}
	_, err = w.visit(waiting, visit)
	return err
}

// ahead is how many records are worth loading at once.
func (w *walk) ahead() int {
	if w.wanted > 0 && w.wanted < batch {
		return w.wanted
	}
	return batch
}

// visit loads records and visits those that meet the checks.
func (w *walk) visit(places []position, visit func(*record) (bool, error)) (more bool, err error) {
	records := make([]*record, len(places))
	for i, place := range places {
		records[i] = &record{iri: quad.IRI(place.iri), dated: place.day}
	}
	kept, err := w.meeting(records, w.read)
	if err != nil {
		return false, err
	}
	if w.ready != nil {
		if err := w.ready(kept); err != nil {
			return false, err
		}
	}
	for _, r := range kept {
		if more, err := visit(r); err != nil || !more {
			return false, err
		}
		if w.wanted > 1 {
			w.wanted--
		}
	}
	return true, nil
}

// meeting reads the predicates of records, recordFacts when read is nil, and
// returns the records that meet the checks and have the wanted publisher.
func (w *walk) meeting(records []*record, read []quad.IRI) ([]*record, error) {
	var err error
	if read == nil {
		err = w.complete(records)
	} else {
		err = w.fetch(records, read)
	}
	if err != nil {
		return nil, err
	}
	kept := slices.DeleteFunc(records, func(r *record) bool {
		return slices.ContainsFunc(w.checks, func(check func(*record) bool) bool { return !check(r) })
	})
	if len(w.published) == 0 {
		return kept, nil
	}
	if err := w.readArticlesOf(kept); err != nil {
		return nil, err
	}
	return slices.DeleteFunc(kept, func(r *record) bool { return !slices.Contains(w.published, w.head(r).publisherID) }), nil
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

// undated is the month of records without a day.
const undated = "undated"

// within reports whether a day lies in the walk's range.
func (w *walk) within(day string) bool {
	return (w.since.IsZero() || day >= w.since.Format(time.DateOnly)) &&
		(w.until.IsZero() || day != "" && day <= w.until.Format(time.DateOnly))
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
