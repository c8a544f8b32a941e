package graphtest

import (
	"context"
	"errors"
	"iter"
	"reflect"
	"testing"

	"demarche/graph"

	"github.com/cayleygraph/quad"
)

// Sequence gives the documents, and at the end the error unless it is nil.
func Sequence(err error, docs ...graph.Document) iter.Seq2[graph.Document, error] {
	return func(yield func(graph.Document, error) bool) {
		for _, doc := range docs {
			if !yield(doc, nil) {
				return
			}
		}
		if err != nil {
			yield(graph.Document{}, err)
		}
	}
}

// A load leaves what Replace of the same documents does, in an empty store and in
// one that has articles, in however many batches.
func testLoads(t *testing.T, s *graph.Store) {
	docs := News(60, 4)
	load := func(want graph.Change, docs ...graph.Document) {
		t.Helper()
		if got, err := s.Load(context.Background(), Sequence(nil, docs...)); err != nil || got != want {
			t.Errorf("Load: got %+v, %v, want %+v", got, err, want)
		}
		Check(t, s)
	}
	load(graph.Change{})
	load(graph.Change{Added: distinct(docs[:40])}, docs[:40]...)
	load(graph.Change{Unchanged: distinct(docs[:40]), Added: distinct(docs[40:])}, docs...)
	load(graph.Change{Removed: distinct(docs[5:6])}, graph.Document{Label: docs[5].Label})
	replace(t, s, graph.Change{Added: distinct(docs[5:6]), Unchanged: distinct(docs) - distinct(docs[5:6])}, docs...)
	for _, doc := range docs[:3] {
		view(t, s, func(v *graph.View) error {
			got := quadNames(must[[]quad.Quad](t)(v.Label(doc.Label)))
			want := quadNames(doc.Quads)
			if seen := distinct([]graph.Document{doc}); len(got) != seen || !reflect.DeepEqual(set(got), set(want)) {
				t.Errorf("Label: got %d quads of %s, want %d", len(got), doc.Label, seen)
			}
			return nil
		})
	}
	for _, err := range s.Query(context.Background(), graph.Gizmo, "g.V().All()", nil, graph.Limits{Rows: 5}) {
		if err != nil && !errors.Is(err, graph.ErrTooManyRows) {
			t.Errorf("Gizmo after a load: %v", err)
		}
	}
}

func set(names []string) map[string]bool {
	m := make(map[string]bool, len(names))
	for _, name := range names {
		m[name] = true
	}
	return m
}

// What stops a load stops it whole batches in; the store stays sound.
func testLoadStops(t *testing.T, s *graph.Store) {
	broken := errors.New("the source is broken")
	docs := News(60, 4)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	for name, test := range map[string]struct {
		ctx  context.Context
		docs iter.Seq2[graph.Document, error]
		want error
	}{
		"a source that fails": {context.Background(), Sequence(broken, docs...), broken},
		"a label twice":       {context.Background(), Sequence(nil, append(docs, docs[0])...), graph.ErrLabel},
		"a bad quad":          {context.Background(), Sequence(nil, append(docs[:50:50], graph.Document{})...), graph.ErrLabel},
		"an ended context":    {ctx, Sequence(nil, docs...), context.Canceled},
	} {
		got, err := s.Load(test.ctx, test.docs)
		if !errors.Is(err, test.want) {
			t.Errorf("%s: got %v", name, err)
		}
		if stats := must[graph.Stats](t)(s.Stats(context.Background())); stats.Quads < got.Added {
			t.Errorf("%s: %d quads are there, %d were counted", name, stats.Quads, got.Added)
		}
		Check(t, s)
	}
}
