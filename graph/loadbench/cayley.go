package main

import (
	"time"

	"github.com/cayleygraph/cayley/graph/kv/bbolt"
	"github.com/cayleygraph/cayley/graph/kv/leveldb"
	"github.com/cayleygraph/cayley/graph/memstore"
	"github.com/cayleygraph/cayley/graph/sql/postgres"
	cayleywriter "github.com/cayleygraph/cayley/writer"
	"github.com/cayleygraph/quad"

	"demarche/graph"

	cayley "github.com/cayleygraph/cayley/graph"
)

// cayleyBatch is how many quads "cayley load" gives to its store at a time.
const cayleyBatch = 10_000

// cayleyNames are Cayley's names of the back ends.
var cayleyNames = map[string]string{
	graph.Bolt: bbolt.Type, graph.LevelDB: leveldb.Type, graph.Memory: memstore.QuadStoreType, graph.Postgres: postgres.Type,
}

// writeCayley loads the news with Cayley's own writer into a store of its own,
// as its command "load" does.
func (j job) writeCayley(f *figures) error {
	name := cayleyNames[j.Backend]
	if j.Backend != graph.Memory {
		if err := cayley.InitQuadStore(name, j.path, nil); err != nil {
			return err
		}
	}
	store, err := cayley.NewQuadStore(name, j.path, nil)
	if err != nil {
		return err
	}
	single, err := cayleywriter.NewSingle(store, cayley.IgnoreOpts{IgnoreDup: true})
	if err != nil {
		return err
	}
	writer := cayley.NewWriter(single)
	began, used := time.Now(), cpu()
	var batch []quad.Quad
	write := func() error {
		_, err := writer.WriteQuads(batch)
		f.Quads += len(batch)
		batch = batch[:0]
		return err
	}
	for _, doc := range j.docs {
		for _, q := range doc.Quads {
			if batch = append(batch, q); len(batch) == cayleyBatch {
				if err := write(); err != nil {
					return err
				}
			}
		}
	}
	if err := write(); err != nil {
		return err
	}
	err = store.Close()
	f.Writing, f.CPU = time.Since(began), cpu()-used
	return err
}
