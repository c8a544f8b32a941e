// Command bench measures what saved queries cost on news that it makes: it loads
// a number of quads into a back end, opens the store anew, asks every saved
// query with parameters drawn from what was loaded, and prints rows of Markdown.
//
//	go run ./cmd/bench -backend bolt -quads 1000000
//	go run ./cmd/bench -backend postgres -path 'postgres://postgres@127.0.0.1/bench?sslmode=disable'
//	go run ./cmd/bench -quads 500000 -sql 'postgres://…' -gizmo -export /tmp/bench
//
// With -sql, the questions that peers can answer, too, are put to plain tables
// with indexes; with -gizmo, to Cayley's language through the server; with
// -export, quads and questions are written for oxigraph/ask.mjs. A store that
// -path names is kept, and is not loaded again when it is there.
package main

import (
	"context"
	"flag"
	"fmt"
	"io/fs"
	"log"
	"os"
	"path/filepath"
	"regexp"
	"time"

	"github.com/cayleygraph/quad"

	"demarche/graph"
	"demarche/internal/newsgraph"
	"demarche/queries"
	"demarche/schema"
	"demarche/schema/issues"
)

// options are what the command line says.
type options struct {
	backend, path    string
	quads            int
	runs             int
	most             time.Duration
	seed             uint64
	sql, export, cpu string
	gizmo            bool
	cold             int
	only             *regexp.Regexp
}

func main() {
	log.SetFlags(0)
	var o options
	flag.StringVar(&o.backend, "backend", graph.Bolt, "memory, bolt, leveldb or postgres")
	flag.StringVar(&o.path, "path", "", "folder or address of the store; a new folder when empty")
	flag.IntVar(&o.quads, "quads", 100_000, "how many quads to load")
	flag.IntVar(&o.runs, "runs", 100, "how often a query is asked, each time with other parameters")
	flag.DurationVar(&o.most, "most", 10*time.Second, "how long a query is asked at most")
	flag.IntVar(&o.cold, "cold", 10, "how often a query is asked as the first of a store that was just opened, its files out of the system's memory")
	only := flag.String("only", "", "regular expression of the saved queries to ask, of which peers are asked as always")
	flag.Uint64Var(&o.seed, "seed", 1, "of the news and of the parameters")
	flag.StringVar(&o.sql, "sql", "", "address of a database in which tables bench_… may be made, for the same questions in SQL")
	flag.BoolVar(&o.gizmo, "gizmo", false, "ask the same questions in Gizmo, too")
	flag.StringVar(&o.export, "export", "", "folder for quads.nq and questions.json")
	flag.StringVar(&o.cpu, "cpuprofile", "", "file for a profile of the queries")
	flag.Parse()
	var err error
	if o.only, err = regexp.Compile(*only); err != nil {
		log.Fatal("bench: -only: ", err)
	}
	if err := run(context.Background(), o); err != nil {
		log.Fatal("bench: ", err)
	}
}

func run(ctx context.Context, o options) error {
	if o.path == "" && o.backend != graph.Memory {
		folder, err := os.MkdirTemp("", "bench")
		if err != nil {
			return err
		}
		defer os.RemoveAll(folder)
		o.path = folder
	}
	catalogue, err := schema.Default()
	if err != nil {
		return err
	}
	known, err := issues.Load(issues.Files())
	if err != nil {
		return err
	}
	set, err := queries.Load()
	if err != nil {
		return err
	}
	b := &bench{options: o, set: set, engine: &queries.Engine{Catalogue: catalogue, Issues: known}}
	if err := b.load(ctx); err != nil {
		return err
	}
	defer b.close()
	if err := b.savedQueries(ctx); err != nil || o.only.String() != "" && o.sql == "" && !o.gizmo {
		return err
	}
	return b.peers(ctx)
}

// bench is a store with its questions.
type bench struct {
	options
	set    *queries.Set
	engine *queries.Engine
	store  *graph.Store
	drawn  []drawn // whose parameters are asked
	loaded int     // quads
	tables *tables // nil without a database for them
}

// load makes the news and loads them, draws parameters on the way, and opens the
// store anew.
func (b *bench) load(ctx context.Context) error {
	if err := b.open(ctx); err != nil {
		return err
	}
	stats, err := b.store.Stats(ctx)
	if err != nil {
		return err
	}
	there := stats.Quads > 0
	out, err := newExports(b.options)
	if err != nil {
		return err
	}
	if b.tables, err = newTables(ctx, b.options); err != nil {
		return err
	}
	d := newDraw(b.seed)
	news := func(yield func(graph.Document, error) bool) {
		for doc := range newsgraph.All(newsgraph.Options{Seed: b.seed, Leading: leading()}) {
			if b.loaded >= b.quads {
				return
			}
			d.see(doc)
			b.tables.add(doc)
			b.loaded += len(doc.Quads)
			if err := out.add(doc); !yield(doc, err) || err != nil {
				return
			}
		}
	}
	if there {
		for _, err := range news {
			if err != nil {
				return err
			}
		}
		if stats.Quads != b.loaded {
			return fmt.Errorf("the store has %d quads instead of %d: choose another -path", stats.Quads, b.loaded)
		}
	} else {
		began := time.Now()
		change, err := b.store.Load(ctx, news)
		if err != nil {
			return err
		}
		fmt.Printf("%s: made and loaded %d quads in %.1f s\n\n", b.backend, change.Added, time.Since(began).Seconds())
	}
	b.drawn = d.kept
	if err := out.finish(b.drawn); err != nil {
		return err
	}
	if b.backend == graph.Memory {
		return nil
	}
	return b.reopen(ctx)
}

func (b *bench) open(ctx context.Context) (err error) {
	b.store, err = graph.Open(ctx, graph.Options{Backend: b.backend, Path: b.path, NoSync: true})
	if err == nil {
		b.engine.Graph = asked{b.store}
	}
	return err
}

func (b *bench) reopen(ctx context.Context) error {
	if err := b.store.Close(); err != nil {
		return err
	}
	if b.backend != graph.Postgres {
		if err := forgetAll(b.path); err != nil {
			return err
		}
	}
	return b.open(ctx)
}

// forgetAll has the system forget all files of a folder.
func forgetAll(folder string) error {
	return filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || !entry.Type().IsRegular() {
			return err
		}
		file, err := os.Open(path)
		if err != nil {
			return err
		}
		defer file.Close()
		return forget(file)
	})
}

func (b *bench) close() { b.store.Close() }

// asked is the store as saved queries read it.
type asked struct{ *graph.Store }

// View implements queries.Graph.
func (a asked) View(ctx context.Context, read func(queries.Reader) error) error {
	return a.Store.View(ctx, func(v *graph.View) error { return read(v) })
}

// Gizmo implements queries.Graph: no saved query of the program is in Gizmo.
func (asked) Gizmo(context.Context, string, map[string]any, int) ([]map[string]quad.Value, error) {
	return nil, fmt.Errorf("no saved query of the program is in Gizmo")
}
