package graph

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"sync"

	"github.com/cayleygraph/quad"
)

// Options say which store to open.
type Options struct {
	// Backend is one of the constants of this package; empty means Bolt.
	Backend string
	// Path is the store's folder for Bolt and LevelDB, made if it is missing;
	// and the address for Postgres and Cockroach, as in
	// "postgres://user@host:5432/database?sslmode=disable". Memory has none.
	Path string
	// ReadOnly opens an existing store and refuses to change it. Any number of
	// processes may have a Bolt store open for reading.
	ReadOnly bool
	// NoSync makes writes faster and leaves them to the operating system: after
	// a power failure the embedded store may be damaged. For tests and for loads
	// that can be repeated.
	NoSync bool
	// Batch is about how many quads Load puts into a transaction; zero means what
	// is quickest for the back end. More take more memory, 1 KB a quad.
	Batch int
	// Connections is the most that a PostgreSQL or CockroachDB store opens at a
	// time; zero means DefaultConnections. A quarter is for View, Replace and
	// Load, the rest for queries in Cayley's languages, eight for each.
	Connections int
}

// Document is what one label says: every quad of it has the label.
type Document struct {
	Label quad.IRI
	Quads []quad.Quad
}

// Change counts the quads that a call added, removed and left as they were.
type Change struct {
	Added, Removed, Unchanged int
}

// Store is an open store. See the package comment for its use by several
// goroutines.
type Store struct {
	engine   engine
	readOnly bool
	batch    int // quads that Load puts into a transaction
	cayley   *liveStore

	// turn has room for the one writer whose turn it is. It is a channel so that
	// waiting for it obeys the caller's context.
	turn chan struct{}

	// users are the calls that use the engine now; closed says that no more may
	// begin.
	mu     sync.Mutex
	closed bool
	users  sync.WaitGroup
}

// Open opens the store, or makes it when nothing is there. The errors are
// ErrBackend, ErrLocked, ErrConnections, ErrNotStore, ErrNothing and ErrVersion, or what the operating
// system or the database says.
func Open(ctx context.Context, o Options) (*Store, error) {
	e, err := openEngine(ctx, o)
	if err != nil {
		return nil, fmt.Errorf("open store %q: %w", redact(o), err)
	}
	s := &Store{engine: e, readOnly: o.ReadOnly, batch: cmp.Or(o.Batch, e.batchSize()), turn: make(chan struct{}, 1)}
	if s.cayley, err = newLiveStore(ctx, s); err != nil {
		return nil, errors.Join(fmt.Errorf("open store %q: %w", redact(o), err), e.close())
	}
	return s, nil
}

// Close waits for running calls and closes the store. It returns the store's
// error: after one, the last changes may not be on disk. A second Close does
// nothing.
func (s *Store) Close() error {
	s.mu.Lock()
	closed := s.closed
	s.closed = true
	s.mu.Unlock()
	if closed {
		return nil
	}
	s.users.Wait()
	if err := s.engine.close(); err != nil {
		return fmt.Errorf("close store: %w", err)
	}
	return nil
}

// Replace makes the quads of each document's label exactly the document's. It
// is one transaction: either all documents are stored, or none. Only the
// difference is written. A quad given twice counts once.
//
// The errors are ErrLabel when a quad's label is not its document's or two
// documents have the same label, ErrQuad, ErrReadOnly and ErrClosed.
func (s *Store) Replace(ctx context.Context, docs ...Document) (Change, error) {
	b, err := prepare(docs)
	if err != nil {
		return Change{}, fmt.Errorf("replace: %w", err)
	}
	var counts Change
	err = s.update(ctx, func(w writer) error {
		counts, err = b.store(w)
		return err
	})
	if err != nil {
		return Change{}, fmt.Errorf("replace: %w", err)
	}
	return counts, nil
}

// Delete removes all quads of the labels, in one transaction. It returns
// ErrUnknownLabel, and removes nothing, when one of them has none.
func (s *Store) Delete(ctx context.Context, labels ...quad.IRI) (Change, error) {
	var removed int
	err := s.update(ctx, func(w writer) error {
		seen := make(map[quad.IRI]bool, len(labels))
		nodes := newNodeSet(0)
		var c change
		for _, label := range labels {
			if seen[label] {
				continue
			}
			seen[label] = true
			present, err := w.label(label)
			if err != nil {
				return fmt.Errorf("read <%s>: %w", string(label), err)
			}
			if len(present) == 0 {
				return fmt.Errorf("%w <%s>", ErrUnknownLabel, string(label))
			}
			for _, q := range present {
				c.remove = append(c.remove, nodes.link(q))
			}
		}
		removed = len(c.remove)
		return w.apply(c)
	})
	if err != nil {
		return Change{}, fmt.Errorf("delete: %w", err)
	}
	return Change{Removed: removed}, nil
}

// Stats are the sizes of a store.
type Stats struct {
	Quads int // exact
	Nodes int // distinct values; on SQL back ends an estimate of the database
}

// Stats returns the sizes of the store, at little cost.
func (s *Store) Stats(ctx context.Context) (Stats, error) {
	var st Stats
	err := s.View(ctx, func(v *View) error {
		var err error
		st, err = v.r.stats()
		return err
	})
	return st, err
}

// update runs change as the only writer.
func (s *Store) update(ctx context.Context, change func(writer) error) error {
	return s.alone(ctx, func() error {
		return s.engine.update(ctx, func(w writer) error {
			if err := change(w); err != nil {
				return err
			}
			// The last moment at which the caller can still change its mind.
			return context.Cause(ctx)
		})
	})
}

// alone calls f as the only writer.
func (s *Store) alone(ctx context.Context, f func() error) error {
	if s.readOnly {
		return ErrReadOnly
	}
	select {
	case s.turn <- struct{}{}:
		defer func() { <-s.turn }()
	case <-ctx.Done():
		return context.Cause(ctx)
	}
	done, err := s.use()
	if err != nil {
		return err
	}
	defer done()
	return because(ctx, f())
}

// because adds to an error that the caller's time is over: a database says only
// that somebody cancelled the statement.
func because(ctx context.Context, err error) error {
	cause := context.Cause(ctx)
	if err == nil || cause == nil || errors.Is(err, cause) {
		return err
	}
	return fmt.Errorf("%w: %w", cause, err)
}

// use keeps the store open until done is called.
func (s *Store) use() (done func(), err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return nil, ErrClosed
	}
	s.users.Add(1)
	return s.users.Done, nil
}
