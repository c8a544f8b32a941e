// Package cayleystore lets the server answer from a graph.Store.
//
// It holds nothing but the store; it is as safe for concurrent use as that.
package cayleystore

import (
	"context"
	"errors"
	"io"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/jsonld"

	"demarche/graph"
	"demarche/server"
)

// Store is a graph.Store as server.Graph wants it.
type Store struct {
	store  *graph.Store
	memory uint64
}

// New returns the store for the server. A query may make the process grow by
// memory bytes before it is stopped; 0 means the store's default.
func New(store *graph.Store, memory uint64) *Store { return &Store{store, memory} }

var _ server.Graph = (*Store)(nil)

// Snapshot implements server.Graph.
func (s *Store) Snapshot(ctx context.Context) (cayley.QuadStore, error) {
	return s.store.Snapshot(ctx)
}

// Query implements server.Graph.
func (s *Store) Query(ctx context.Context, lang, text string, form server.Form, limit int) (*server.Rows, error) {
	rows := &server.Rows{}
	limits := graph.Limits{Rows: limit, Memory: s.memory}
	var err error
	if lang == graph.Gizmo && form == server.JSONLD {
		for row, rowErr := range s.store.Query(ctx, lang, text, nil, limits) {
			if err = rowErr; err == nil {
				rows.Rows = append(rows.Rows, linked(row))
			}
		}
	} else {
		for row, rowErr := range s.store.Results(ctx, lang, text, nil, limits) {
			if err = rowErr; err == nil {
				rows.Rows = append(rows.Rows, row)
			}
		}
	}
	if errors.Is(err, graph.ErrTooManyRows) {
		rows.More, err = true, nil
	}
	if err != nil {
		return nil, kindOf(err)
	}
	return rows, nil
}

// RunOn implements server.Graph.
func (s *Store) RunOn(ctx context.Context, store cayley.QuadStore, lang, text string, limit int) error {
	return kindOf(graph.RunOn(ctx, store, lang, text, graph.Limits{Rows: limit, Memory: s.memory}))
}

// kindOf gives an error of the store the kind that the server knows.
func kindOf(err error) error {
	switch {
	case errors.Is(err, graph.ErrTooLong), errors.Is(err, graph.ErrTooMuchMemory):
		return server.Kind(server.ErrLimit, err)
	case errors.Is(err, graph.ErrQuery), errors.Is(err, graph.ErrLanguage), errors.Is(err, graph.ErrLabel), errors.Is(err, graph.ErrQuad):
		return server.Kind(server.ErrInvalid, err)
	}
	return err
}

// linked returns the row with its values as JSON-LD has them.
func linked(row graph.Row) map[string]any {
	out := make(map[string]any, len(row))
	for name, v := range row {
		out[name] = jsonld.FromValue(v)
	}
	return out
}

// Apply implements server.Graph.
func (s *Store) Apply(ctx context.Context, remove, add []quad.Quad) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	deltas := make([]cayley.Delta, 0, len(remove)+len(add))
	for _, q := range remove {
		deltas = append(deltas, cayley.Delta{Quad: q, Action: cayley.Delete})
	}
	for _, q := range add {
		deltas = append(deltas, cayley.Delta{Quad: q, Action: cayley.Add})
	}
	return kindOf(s.store.QuadStore().ApplyDeltas(deltas, cayley.IgnoreOpts{IgnoreDup: true, IgnoreMissing: true}))
}

// Backup implements server.Graph.
func (s *Store) Backup(ctx context.Context, w io.Writer) error {
	_, err := s.store.Backup(ctx, w)
	return err
}
