package graph

import (
	"context"
	"errors"
	"fmt"

	"github.com/cayleygraph/quad"
)

// View reads one state of the store by index. It is for one goroutine and ends
// with the function that got it.
type View struct {
	ctx context.Context
	r   reader
}

// View calls read with the present state of the store. Changes made meanwhile
// are not seen: an article is seen whole or not at all. Views must not be
// nested, and the store must not be changed inside one.
func (s *Store) View(ctx context.Context, read func(*View) error) (err error) {
	done, err := s.use()
	if err != nil {
		return fmt.Errorf("view: %w", err)
	}
	defer done()
	r, err := s.engine.read(ctx)
	if err != nil {
		return fmt.Errorf("view: %w", because(ctx, err))
	}
	defer func() { err = because(ctx, errors.Join(err, r.close())) }()
	return read(&View{ctx: ctx, r: r})
}

// Objects returns the distinct objects of the subject's quads with the
// predicate, under any label, in no particular order.
func (v *View) Objects(subject quad.Value, predicate quad.IRI) ([]quad.Value, error) {
	if err := context.Cause(v.ctx); err != nil {
		return nil, err
	}
	return v.r.objects(subject, predicate)
}

// Subjects returns the distinct subjects of the quads with the predicate and
// object, under any label, in no particular order.
func (v *View) Subjects(predicate quad.IRI, object quad.Value) ([]quad.Value, error) {
	if err := context.Cause(v.ctx); err != nil {
		return nil, err
	}
	return v.r.subjects(predicate, object)
}

// Properties returns all quads with the subject.
func (v *View) Properties(subject quad.Value) ([]quad.Quad, error) {
	if err := context.Cause(v.ctx); err != nil {
		return nil, err
	}
	return v.r.properties(subject)
}

// Label returns all quads with the label.
func (v *View) Label(label quad.IRI) ([]quad.Quad, error) {
	if err := context.Cause(v.ctx); err != nil {
		return nil, err
	}
	return v.r.label(label)
}

// All gives every quad to yield until it returns false. It reads the whole
// store: for exports and checks only.
func (v *View) All(yield func(quad.Quad) bool) error {
	err := v.r.all(func(q quad.Quad) bool {
		return v.ctx.Err() == nil && yield(q)
	})
	return errors.Join(err, context.Cause(v.ctx))
}

// Touched returns how many index entries and values were read so far, so that a
// test can tell a look-up from a scan.
func (v *View) Touched() int { return v.r.touched() }
