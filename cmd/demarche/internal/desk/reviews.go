package desk

import (
	"context"
	"errors"

	"github.com/cayleygraph/quad"

	"demarche/graph"
	"demarche/review"
)

// Reviews returns what people decided about the stored records.
func (d *Desk) Reviews() *review.Book { return d.reviews }

// shelf is the store as reviews are kept in it.
type shelf struct{ store *graph.Store }

// View implements review.Store.
func (s shelf) View(ctx context.Context, read func(review.Reader) error) error {
	return s.store.View(ctx, func(v *graph.View) error { return read(v) })
}

// Put implements review.Store.
func (s shelf) Put(ctx context.Context, label quad.IRI, quads []quad.Quad) error {
	_, err := s.store.Replace(ctx, graph.Document{Label: label, Quads: quads})
	return err
}

// Remove implements review.Store.
func (s shelf) Remove(ctx context.Context, label quad.IRI) (bool, error) {
	_, err := s.store.Delete(ctx, label)
	if errors.Is(err, graph.ErrUnknownLabel) {
		return false, nil
	}
	return err == nil, err
}
