package graphtest

import (
	"context"
	"fmt"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"demarche/graph"

	"github.com/cayleygraph/quad"
)

// Sizes of the mixed load: articles that are written again and again, and the
// records of each, which all carry the article's version.
const (
	mixedArticles = 40
	mixedRecords  = 25
	mixedBatch    = 8
	mixedReaders  = 8
)

// MixedResult is what Mixed saw.
type MixedResult struct {
	Reads, Queries, Writes int64
	Longest                time.Duration // of one read or query
	LongestWrite           time.Duration
}

// Mixed reads with eight readers while one writer replaces articles, for the
// given time. It fails the test when a reader sees an article that is not whole,
// when any call takes longer than stall, and when the invariants do not hold in
// the end. Half of the readers ask in Gizmo; whole says whether these, too, must
// see whole articles.
func Mixed(t testing.TB, s *graph.Store, load, stall time.Duration, whole bool) MixedResult {
	t.Helper()
	m := &mixed{s: s, whole: whole}
	if _, err := s.Replace(context.Background(), mixedDocs(0, mixedArticles, 0)...); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), load)
	defer cancel()
	var group sync.WaitGroup
	group.Go(func() { m.write(ctx) })
	for reader := range mixedReaders {
		group.Go(func() { m.read(ctx, reader) })
	}
	ended := make(chan struct{})
	go func() { group.Wait(); close(ended) }()
	select {
	case <-ended:
	case <-time.After(load + stall):
		t.Fatalf("stalled: readers and writer did not end within %v", stall)
	}
	if err := m.err.Load(); err != nil {
		t.Error(*err)
	}
	r := MixedResult{m.reads.Load(), m.queries.Load(), m.writes.Load(),
		time.Duration(m.longest.Load()), time.Duration(m.longestWrite.Load())}
	if r.Longest > stall || r.LongestWrite > stall {
		t.Errorf("stalled: %+v", r)
	}
	if r.Reads == 0 || r.Queries == 0 || r.Writes == 0 {
		t.Errorf("somebody did nothing: %+v", r)
	}
	Check(t, s)
	return r
}

type mixed struct {
	s                      *graph.Store
	whole                  bool
	reads, queries, writes atomic.Int64
	longest, longestWrite  atomic.Int64
	err                    atomic.Pointer[error]
}

func (m *mixed) fail(err error) { m.err.CompareAndSwap(nil, &err) }

func maximum(to *atomic.Int64, since time.Time) {
	took := int64(time.Since(since))
	for old := to.Load(); took > old && !to.CompareAndSwap(old, took); old = to.Load() {
	}
}

// mixedDocs returns n articles from the given one on, in the given version.
func mixedDocs(from, n, version int) []graph.Document {
	docs := make([]graph.Document, n)
	for i := range docs {
		label := quad.IRI(fmt.Sprintf("article/%d", (from+i)%mixedArticles))
		d := graph.Document{Label: label}
		for j := range mixedRecords {
			record := quad.IRI(fmt.Sprintf("%s/%d", string(label), j))
			d.Quads = append(d.Quads,
				quad.Quad{Subject: record, Predicate: quad.IRI("of"), Object: label, Label: label},
				quad.Quad{Subject: record, Predicate: quad.IRI("version"), Object: quad.Int(version), Label: label},
				quad.Quad{Subject: record, Predicate: quad.IRI("quote"), Object: quad.String(fmt.Sprintf("words %d of %s in %d", j, label, version)), Label: label})
		}
		docs[i] = d
	}
	return docs
}

func (m *mixed) write(ctx context.Context) {
	for version := 1; ctx.Err() == nil; version++ {
		start := time.Now()
		_, err := m.s.Replace(context.Background(), mixedDocs(version*mixedBatch, mixedBatch, version)...)
		if err != nil {
			m.fail(fmt.Errorf("write: %w", err))
			return
		}
		maximum(&m.longestWrite, start)
		m.writes.Add(1)
	}
}

func (m *mixed) read(ctx context.Context, reader int) {
	for n := reader; ctx.Err() == nil; n++ {
		label := quad.IRI(fmt.Sprintf("article/%d", n*7%mixedArticles))
		start := time.Now()
		var err error
		if reader%2 == 0 {
			err = m.view(label)
			m.reads.Add(1)
		} else {
			err = m.ask(label)
			m.queries.Add(1)
		}
		if err != nil {
			m.fail(fmt.Errorf("read <%s>: %w", string(label), err))
			return
		}
		maximum(&m.longest, start)
	}
}

// view reads an article by label and by its records.
func (m *mixed) view(label quad.IRI) error {
	return m.s.View(context.Background(), func(v *graph.View) error {
		quads, err := v.Label(label)
		if err != nil {
			return err
		}
		if len(quads) != 3*mixedRecords {
			return fmt.Errorf("torn: %d quads", len(quads))
		}
		records, err := v.Subjects("of", label)
		if err != nil {
			return err
		}
		versions := make(map[quad.Value]bool)
		for _, r := range records {
			objects, err := v.Objects(r, "version")
			if err != nil {
				return err
			}
			for _, o := range objects {
				versions[o] = true
			}
		}
		if len(records) != mixedRecords || len(versions) != 1 {
			return fmt.Errorf("torn: %d records of %d versions", len(records), len(versions))
		}
		return nil
	})
}

// ask reads an article in Gizmo.
func (m *mixed) ask(label quad.IRI) error {
	versions := make(map[quad.Value]int)
	text := `g.V("<" + params.label + ">").In("<of>").Out("<version>").All()`
	for row, err := range m.s.Query(context.Background(), graph.Gizmo, text, map[string]any{"label": string(label)}, graph.Limits{}) {
		if err != nil {
			return err
		}
		versions[row["id"]]++
	}
	if m.whole && len(versions) != 1 {
		return fmt.Errorf("torn: versions %v in Gizmo", versions)
	}
	return nil
}

// One long reader must neither stop a writer and the readers after it, nor see
// what they do. A memory-mapped file that grows is where this goes wrong.
func testLongReader(t *testing.T, s *graph.Store) {
	replace(t, s, graph.Change{Added: 1}, Doc("a1", [3]any{"x", "p", "1"}))
	others := func() error {
		for seed := range uint64(3) {
			if _, err := s.Replace(context.Background(), News(100, seed)...); err != nil {
				return err
			}
		}
		if _, err := s.Replace(context.Background(), Doc("a1", [3]any{"x", "p", "2"})); err != nil {
			return err
		}
		return s.View(context.Background(), func(v *graph.View) error {
			_, err := v.Label("a1")
			return err
		})
	}
	view(t, s, func(v *graph.View) error {
		must[[]quad.Value](t)(v.Known([]quad.Value{quad.IRI("x")}))
		ended := make(chan error, 1)
		go func() { ended <- others() }()
		select {
		case err := <-ended:
			if err != nil {
				t.Error(err)
			}
		case <-time.After(30 * time.Second):
			t.Error("a reader stops the others")
		}
		equal(t, "Objects as before", names(must[[]quad.Value](t)(v.Objects(quad.IRI("x"), "p"))), "<1>")
		return nil
	})
}
