package graph

import (
	"context"
	"fmt"
	"iter"
	"sync"

	"github.com/cayleygraph/quad"
)

// Load is Replace for any number of documents, in as many transactions as are
// quickest for the back end; while one batch is written the next is made ready.
// No label may come twice. After an error the batches before it are stored and
// counted. A pair with an error ends the load with it.
//
// An empty PostgreSQL store is filled in a single transaction, which makes the
// indexes at its end: then all is stored or nothing, and readers wait for it.
func (s *Store) Load(ctx context.Context, docs iter.Seq2[Document, error]) (Change, error) {
	var total Change
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	batches := ahead(ctx, s.batches(docs))
	f, ok := s.engine.(filler)
	if ok && !s.readOnly {
		err := s.alone(ctx, func() (err error) {
			total, ok, err = f.fill(ctx, batches)
			return err
		})
		if err != nil {
			return Change{}, fmt.Errorf("load: %w", err)
		}
		if ok {
			return total, nil
		}
	}
	for b, err := range batches {
		var counts Change
		if err == nil {
			err = s.update(ctx, func(w writer) error {
				counts, err = b.store(w)
				return err
			})
		}
		if err != nil {
			cancel(err)
			return total, fmt.Errorf("load: %w", err)
		}
		total.Added += counts.Added
		total.Removed += counts.Removed
		total.Unchanged += counts.Unchanged
	}
	return total, nil
}

// filler is an engine that has a quicker way to fill an empty store.
type filler interface {
	// fill stores the batches in one transaction. When the store is not empty
	// it does nothing, takes no batch, and ok is false.
	fill(ctx context.Context, batches iter.Seq2[*batch, error]) (counts Change, ok bool, err error)
}

// batches makes the documents ready, in batches of the size that the engine likes.
func (s *Store) batches(docs iter.Seq2[Document, error]) iter.Seq2[*batch, error] {
	return func(yield func(*batch, error) bool) {
		var next []Document
		size := 0
		labels := make(map[quad.IRI]bool)
		for doc, err := range docs {
			if err == nil && labels[doc.Label] {
				err = fmt.Errorf("%w: two documents have <%s>", ErrLabel, string(doc.Label))
			}
			if err != nil {
				yield(nil, err)
				return
			}
			labels[doc.Label] = true
			if next, size = append(next, doc), size+len(doc.Quads); size < s.batch {
				continue
			}
			if b, err := prepare(next); !yield(b, err) || err != nil {
				return
			}
			next, size = nil, 0
		}
		if len(next) > 0 {
			yield(prepare(next))
		}
	}
}

// ahead runs seq in a goroutine of its own, one element ahead of whoever takes
// them, until ctx ends. It can be ranged over once.
func ahead[V any](ctx context.Context, seq iter.Seq2[V, error]) iter.Seq2[V, error] {
	type element struct {
		value V
		err   error
	}
	return func(yield func(V, error) bool) {
		elements, stop := make(chan element), make(chan struct{})
		var running sync.WaitGroup
		running.Go(func() {
			defer close(elements)
			for value, err := range seq {
				select {
				case elements <- element{value, err}:
				case <-stop:
					return
				}
			}
		})
		defer running.Wait()
		defer close(stop)
		for {
			select {
			case e, ok := <-elements:
				if !ok || !yield(e.value, e.err) {
					return
				}
			case <-ctx.Done():
				var none V
				yield(none, context.Cause(ctx))
				return
			}
		}
	}
}
