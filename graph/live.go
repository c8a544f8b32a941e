package graph

import (
	"context"
	"fmt"
	"net/http"

	cayleywriter "github.com/cayleygraph/cayley/writer"
	"github.com/cayleygraph/quad"

	cayley "github.com/cayleygraph/cayley/graph"
	httpgraph "github.com/cayleygraph/cayley/graph/http"
)

// Snapshot returns Cayley's view of the store's present state. It ends with ctx:
// then everything that reads from it fails, running iterators included. Cancel
// ctx soon; an embedded store cannot reuse space while an old state is read.
func (s *Store) Snapshot(ctx context.Context) (cayley.QuadStore, error) {
	return s.snapshot(ctx, noWrites{})
}

func (s *Store) snapshot(ctx context.Context, writes deltaWriter) (cayley.QuadStore, error) {
	done, err := s.use()
	if err != nil {
		return nil, fmt.Errorf("snapshot: %w", err)
	}
	if err := context.Cause(ctx); err != nil {
		done()
		return nil, fmt.Errorf("snapshot: %w", err)
	}
	qs, closer, err := s.engine.snapshot(ctx, writes)
	if err != nil {
		done()
		return nil, fmt.Errorf("snapshot: %w", err)
	}
	context.AfterFunc(ctx, func() {
		closer.Close()
		done()
	})
	return qs, nil
}

// QuadStore returns the store as Cayley's HTTP interface wants it (package
// server/http of Cayley): each request reads a snapshot of its own, which ends
// with the request, and writes through the same door as Replace. Outside a
// request it can be written to, but not read: use Snapshot.
func (s *Store) QuadStore() httpgraph.QuadStore { return s.cayley }

// QuadWriter returns Cayley's writer for the store. Every quad that it adds must
// have an IRI as label. A quad that is there already is not added again;
// removing one that is not there is an error.
func (s *Store) QuadWriter() cayley.QuadWriter {
	w, _ := cayleywriter.NewSingle(s.cayley, cayley.IgnoreOpts{IgnoreDup: true}) // never fails
	return w
}

// liveStore is the store for Cayley's HTTP interface. The embedded QuadStore is
// a snapshot that has ended, so that whoever reads from it gets ErrClosed.
type liveStore struct {
	cayley.QuadStore
	store *Store
}

func newLiveStore(ctx context.Context, s *Store) (*liveStore, error) {
	qs, closer, err := s.engine.snapshot(ctx, noWrites{})
	if err != nil {
		return nil, err
	}
	return &liveStore{QuadStore: qs, store: s}, closer.Close()
}

// ForRequest returns the store as the request sees it.
func (l *liveStore) ForRequest(r *http.Request) (cayley.QuadStore, error) {
	return l.store.snapshot(r.Context(), l)
}

// ApplyDeltas changes the store in one transaction, in the order given.
func (l *liveStore) ApplyDeltas(in []cayley.Delta, ignore cayley.IgnoreOpts) error {
	return l.store.update(context.Background(), func(w writer) error {
		plan, err := planDeltas(w, in, ignore)
		if err != nil {
			return err
		}
		return w.apply(plan.change())
	})
}

// Close does nothing: the store belongs to whoever opened it.
func (l *liveStore) Close() error { return nil }

// NewQuadWriter returns a writer that adds quads; each call is a transaction.
func (l *liveStore) NewQuadWriter() (quad.WriteCloser, error) { return quadWriter{l}, nil }

type quadWriter struct {
	live *liveStore
}

func (w quadWriter) WriteQuad(q quad.Quad) error {
	_, err := w.WriteQuads([]quad.Quad{q})
	return err
}

func (w quadWriter) WriteQuads(quads []quad.Quad) (int, error) {
	deltas := make([]cayley.Delta, len(quads))
	for i, q := range quads {
		deltas[i] = cayley.Delta{Quad: q, Action: cayley.Add}
	}
	if err := w.live.ApplyDeltas(deltas, cayley.IgnoreOpts{IgnoreDup: true}); err != nil {
		return 0, err
	}
	return len(quads), nil
}

func (w quadWriter) Close() error { return nil }

// deltaPlan is what a list of additions and removals comes to.
type deltaPlan struct {
	nodes  *nodeSet
	order  []link
	states map[link]*deltaState
}

type deltaState struct {
	before, now bool // whether the quad is in the store
}

func planDeltas(w writer, in []cayley.Delta, ignore cayley.IgnoreOpts) (*deltaPlan, error) {
	p := &deltaPlan{nodes: newNodeSet(len(in)), states: make(map[link]*deltaState, len(in))}
	for _, d := range in {
		q := normal(d.Quad)
		state, err := p.state(w, q)
		if err != nil {
			return nil, err
		}
		switch d.Action {
		case cayley.Add:
			if err := validate(q); err != nil {
				return nil, &cayley.DeltaError{Delta: d, Err: err}
			}
			if state.now && !ignore.IgnoreDup {
				return nil, &cayley.DeltaError{Delta: d, Err: cayley.ErrQuadExists}
			}
			state.now = true
		case cayley.Delete:
			if !state.now && !ignore.IgnoreMissing {
				return nil, &cayley.DeltaError{Delta: d, Err: cayley.ErrQuadNotExist}
			}
			state.now = false
		default:
			return nil, &cayley.DeltaError{Delta: d, Err: cayley.ErrInvalidAction}
		}
	}
	return p, nil
}

func (p *deltaPlan) state(w writer, q quad.Quad) (*deltaState, error) {
	key := p.nodes.link(q)
	if state := p.states[key]; state != nil {
		return state, nil
	}
	there, err := w.contains(q)
	if err != nil {
		return nil, err
	}
	state := &deltaState{before: there, now: there}
	p.states[key], p.order = state, append(p.order, key)
	return state, nil
}

func (p *deltaPlan) change() (c change) {
	for _, key := range p.order {
		switch s := p.states[key]; {
		case s.now && !s.before:
			c.add = append(c.add, key)
		case s.before && !s.now:
			c.remove = append(c.remove, key)
		}
	}
	return c
}

// deltaWriter is the changing half of Cayley's store.
type deltaWriter interface {
	ApplyDeltas([]cayley.Delta, cayley.IgnoreOpts) error
	NewQuadWriter() (quad.WriteCloser, error)
}

// noWrites is the changing half of a snapshot that is for reading.
type noWrites struct{}

func (noWrites) ApplyDeltas([]cayley.Delta, cayley.IgnoreOpts) error { return ErrReadOnly }
func (noWrites) NewQuadWriter() (quad.WriteCloser, error)            { return nil, ErrReadOnly }
