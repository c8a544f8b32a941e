package graph

import (
	"context"
	"fmt"
	"io"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
)

// Names of the back ends, for Options.Backend.
const (
	Memory    = "memory"    // nothing survives Close
	Bolt      = "bolt"      // one file; the default
	LevelDB   = "leveldb"   // a folder of files, a fifth of bolt's disk space or less
	Postgres  = "postgres"  // a PostgreSQL database
	Cockroach = "cockroach" // a CockroachDB database
)

// engine is what a back end gives to a Store.
type engine interface {
	// read begins reading the store's present state.
	read(ctx context.Context) (reader, error)
	// update runs change in one transaction and commits it when change returns
	// nil. The caller sees to it that only one update runs at a time.
	update(ctx context.Context, change func(writer) error) error
	// snapshot gives Cayley's view of the present state, which ends with ctx and
	// hands changes to writes.
	snapshot(ctx context.Context, writes deltaWriter) (cayley.QuadStore, io.Closer, error)
	// batchSize is with how many quads in a transaction a load is quickest.
	batchSize() int
	close() error
}

// reader is one state of the store, for one goroutine.
type reader interface {
	objects(subject, predicate quad.Value) ([]quad.Value, error)
	subjects(predicate, object quad.Value) ([]quad.Value, error)
	properties(subject quad.Value) ([]quad.Quad, error)
	common(limit int, sets [][]quad.Quad) ([]quad.Value, error)
	facts(subjects []quad.Value, predicates []quad.IRI) ([]quad.Quad, error)
	label(label quad.Value) ([]quad.Quad, error)
	labels() ([]quad.Value, error)
	known(nodes []quad.Value) ([]quad.Value, error)
	counts(predicate quad.Value, objects []quad.Value) (map[quad.Value]int, error)
	all(yield func(quad.Quad) bool) error
	stats() (Stats, error)
	check(*Report) error
	touched() int
	close() error
}

// writer changes the store inside a transaction. It reads the state from before
// the transaction.
type writer interface {
	label(label quad.Value) ([]quad.Quad, error)
	contains(q quad.Quad) (bool, error)
	// apply makes the change. It is called once.
	apply(change) error
}

// openEngine is the table of back ends.
func openEngine(ctx context.Context, o Options) (engine, error) {
	switch o.Backend {
	case Memory:
		return newKVEngine(newMemory(), memoryBatch, false)
	case Bolt, "":
		o.Backend = Bolt
		return openEmbedded(o, openBolt, boltBatch)
	case LevelDB:
		return openEmbedded(o, openLevelDB, levelBatch)
	case Postgres, Cockroach:
		return openSQL(ctx, o)
	}
	return nil, fmt.Errorf("%w %q: choose %s, %s, %s, %s or %s",
		ErrBackend, o.Backend, Bolt, LevelDB, Memory, Postgres, Cockroach)
}
