package queries

import (
	"context"
	"fmt"
	"slices"

	"github.com/cayleygraph/quad"

	"demarche/schema"
)

// readAtOnce is how many records are read together by what counts them. It
// shows none, so that they may be more than a batch of a walk.
const readAtOnce = 2048

// tally prepares the counting of one kind of record under the conditions that
// counting queries share: since, until, issue, topic, weakest (the least
// strength that counts, of demands), confidence and publisher. read is what the caller
// needs of the records. weakest for another kind is ErrBadValue.
func (s *session) tally(kind string, args arguments, read ...quad.IRI) (*walk, error) {
	w := &walk{session: s, kinds: []string{kind}, since: args["since"].from, until: args["until"].to, read: read}
	w.requireShared(args)
	if err := w.ofPublishedBy(); err != nil {
		return nil, err
	}
	if a, ok := args["weakest"]; ok {
		if kind != "demand" {
			return nil, fmt.Errorf("%w: weakest is a strength of demands; a %s has none, leave it out", ErrBadValue, kind)
		}
		w.read = append(w.read, schema.Strength)
		w.require("weakest", a)
	}
	return w, nil
}

// ofPublishedBy makes the wanted publishers a check of the articles that they
// published, which are read once: where all records of a month are counted, the
// heads of all articles would be.
func (w *walk) ofPublishedBy() error {
	if len(w.published) == 0 {
		return nil
	}
	var any []quad.Quad
	for _, id := range w.published {
		any = append(any, quad.Quad{Predicate: quad.IRI(schema.Publisher), Object: quad.IRI(schema.ActorIRI(id))})
	}
	found, _, err := w.graph.Common(0, any)
	if err != nil {
		return err
	}
	articles := make(map[quad.Value]bool, len(found))
	for _, article := range found {
		articles[article] = true
	}
	w.published = nil
	w.checks = append(w.checks, func(r *record) bool {
		for article := range r.values(schema.DerivedFrom) {
			if articles[article] {
				return true
			}
		}
		return false
	})
	return nil
}

// byMonth visits the records that meet the conditions, of each month together.
// Their days are read only where a part of the month counts: what is counted by
// month has no order, and needs no more than the index entry says.
func (w *walk) byMonth(ctx context.Context, visit func(month string, r *record)) error {
	months, err := w.months()
	if err != nil {
		return err
	}
	for _, month := range months {
		if ctx.Err() != nil {
			return context.Cause(ctx)
		}
		if err := w.visitMonth(month, visit); err != nil {
			return err
		}
	}
	return nil
}

func (w *walk) visitMonth(month string, visit func(month string, r *record)) error {
	var iris []quad.IRI
	for _, sets := range w.sets([]string{month}) {
		found, _, err := w.graph.Common(0, append(sets, w.facts...)...)
		if err != nil {
			return err
		}
		for _, node := range found {
			if iri, ok := node.(quad.IRI); ok {
				iris = append(iris, iri)
			}
		}
	}
	whole, read := w.whole(month), w.read
	if !whole {
		read = slices.Concat(read, []quad.IRI{schema.Day})
	}
	for some := range slices.Chunk(iris, readAtOnce) {
		records := make([]*record, len(some))
		for i, iri := range some {
			records[i] = &record{iri: iri}
		}
		kept, err := w.meeting(records, read)
		if err != nil {
			return err
		}
		for _, r := range kept {
			if whole || w.within(r.day()) {
				visit(month, r)
			}
		}
	}
	return nil
}
