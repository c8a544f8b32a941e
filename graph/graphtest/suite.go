package graphtest

import (
	"context"
	"errors"
	"slices"
	"testing"
	"time"

	"demarche/graph"

	"github.com/cayleygraph/quad"
)

// Backend is a back end under test.
type Backend struct {
	// Open opens an empty store. It ends the test when it cannot, and closes the
	// store after the test.
	Open func(t testing.TB) *graph.Store
	// Reopen closes the store and opens it again; nil when nothing survives.
	Reopen func(t testing.TB, s *graph.Store) *graph.Store
}

// Run runs the conformance suite. Each test ends with Store.Check.
func Run(t *testing.T, b Backend) {
	tests := map[string]func(t *testing.T, s *graph.Store){
		"Loads":            testLoads,
		"LoadStops":        testLoadStops,
		"ReadsBack":        testReadsBack,
		"ValueTypes":       testValueTypes,
		"WritesDifference": testWritesDifference,
		"SharedFacts":      testSharedFacts,
		"DeletesWholly":    testDeletesWholly,
		"Reinserts":        testReinserts,
		"RefusesBadInput":  testRefusesBadInput,
		"StopsWithContext": testStopsWithContext,
		"LooksUp":          testLooksUp,
		"FindsCommon":      testFindsCommon,
		"ReadsFacts":       testReadsFacts,
		"LongReader":       testLongReader,
		"Gizmo":            testGizmo,
		"Limits":           testLimits,
		"OtherLanguages":   testOtherLanguages,
		"CayleyWriter":     testCayleyWriter,
		"ClosedStore":      testClosedStore,
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			s := b.Open(t)
			test(t, s)
			if name != "ClosedStore" {
				Check(t, s)
			}
		})
	}
	if b.Reopen != nil {
		t.Run("Reopens", func(t *testing.T) { testReopens(t, b) })
	}
}

// Check fails the test when the store's invariants do not hold.
func Check(t testing.TB, s *graph.Store) {
	t.Helper()
	report, err := s.Check(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range report.Problems {
		t.Error("check:", p)
	}
}

// Doc makes a document of triples: subjects and predicates are IRIs, an object
// is a string for an IRI, or a quad.Value.
func Doc(label string, triples ...[3]any) graph.Document {
	d := graph.Document{Label: quad.IRI(label)}
	for _, t := range triples {
		object, ok := t[2].(quad.Value)
		if !ok {
			object = quad.IRI(t[2].(string))
		}
		d.Quads = append(d.Quads, quad.Quad{
			Subject: quad.IRI(t[0].(string)), Predicate: quad.IRI(t[1].(string)), Object: object, Label: d.Label})
	}
	return d
}

func replace(t *testing.T, s *graph.Store, want graph.Change, docs ...graph.Document) {
	t.Helper()
	got, err := s.Replace(context.Background(), docs...)
	if err != nil {
		t.Fatal(err)
	}
	if got != want {
		t.Errorf("Replace: got %+v, want %+v", got, want)
	}
}

func view(t testing.TB, s *graph.Store, read func(*graph.View) error) {
	t.Helper()
	if err := s.View(context.Background(), read); err != nil {
		t.Fatal(err)
	}
}

// names returns the values as sorted text.
func names(values []quad.Value) []string {
	var out []string
	for _, v := range values {
		out = append(out, v.String())
	}
	slices.Sort(out)
	return out
}

func quadNames(quads []quad.Quad) []string {
	var out []string
	for _, q := range quads {
		out = append(out, q.NQuad())
	}
	slices.Sort(out)
	return out
}

func equal(t testing.TB, what string, got []string, want ...string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s: got %q, want %q", what, got, want)
	}
}

func must[T any](t testing.TB) func(T, error) T {
	return func(v T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

func testReadsBack(t *testing.T, s *graph.Store) {
	doc := Doc("a1",
		[3]any{"d1", "by", "russia"}, [3]any{"d1", "of", "nato"}, [3]any{"d1", "of", "usa"},
		[3]any{"d2", "by", "russia"}, [3]any{"d1", "by", "russia"})
	replace(t, s, graph.Change{Added: 4}, doc)
	view(t, s, func(v *graph.View) error {
		equal(t, "Objects", names(must[[]quad.Value](t)(v.Objects(quad.IRI("d1"), "of"))), "<nato>", "<usa>")
		equal(t, "Subjects", names(must[[]quad.Value](t)(v.Subjects("by", quad.IRI("russia")))), "<d1>", "<d2>")
		equal(t, "Objects of nothing", names(must[[]quad.Value](t)(v.Objects(quad.IRI("d9"), "of"))))
		equal(t, "Properties", quadNames(must[[]quad.Quad](t)(v.Properties(quad.IRI("d1")))),
			"<d1> <by> <russia> <a1> .", "<d1> <of> <nato> <a1> .", "<d1> <of> <usa> <a1> .")
		if n := must[map[quad.Value]int](t)(v.Counts("by", []quad.Value{quad.IRI("russia")}))[quad.IRI("russia")]; n != 2 {
			t.Errorf("Count: got %d, want 2", n)
		}
		if n := len(must[[]quad.Quad](t)(v.Label("a1"))); n != 4 {
			t.Errorf("Label: got %d quads, want 4", n)
		}
		equal(t, "Known", names(must[[]quad.Value](t)(v.Known([]quad.Value{quad.IRI("nato"), quad.IRI("china"), quad.IRI("a1")}))), "<a1>", "<nato>")
		n := 0
		if err := v.All(func(quad.Quad) bool { n++; return true }); err != nil || n != 4 {
			t.Errorf("All: got %d quads and %v, want 4", n, err)
		}
		n = 0
		if err := v.All(func(quad.Quad) bool { n++; return false }); err != nil || n != 1 {
			t.Errorf("All, stopped: got %d quads and %v, want 1", n, err)
		}
		return nil
	})
	st, err := s.Stats(context.Background())
	if err != nil || st.Quads != 4 {
		t.Errorf("Stats: got %+v and %v, want 4 quads", st, err)
	}
}

func testValueTypes(t *testing.T, s *graph.Store) {
	moscow := time.FixedZone("MSK", 3*3600)
	noon := quad.Time(time.Date(2021, 12, 17, 12, 0, 0, 999, moscow))
	values := []quad.Value{
		quad.IRI("iri"), quad.String("text with \"quotes\"\nand lines"), quad.String(""), quad.Int(-5), quad.Float(0.25),
		quad.Bool(true), noon, quad.LangString{Value: "Krieg", Lang: "de"},
		quad.TypedString{Value: "P1D", Type: "xsd:duration"},
	}
	doc := graph.Document{Label: "a1"}
	for _, v := range values {
		doc.Quads = append(doc.Quads, quad.Quad{Subject: quad.IRI("s"), Predicate: quad.IRI("p"), Object: v, Label: doc.Label})
	}
	replace(t, s, graph.Change{Added: len(values)}, doc)
	replace(t, s, graph.Change{Unchanged: len(values)}, doc)
	view(t, s, func(v *graph.View) error {
		want := slices.Clone(values)
		want[6] = quad.Time(time.Date(2021, 12, 17, 9, 0, 0, 0, time.UTC))
		got := must[[]quad.Value](t)(v.Objects(quad.IRI("s"), "p"))
		for _, w := range want {
			if !slices.ContainsFunc(got, func(g quad.Value) bool { return g == w }) {
				t.Errorf("Objects: no %#v in %#v", w, got)
			}
		}
		equal(t, "Subjects by time", names(must[[]quad.Value](t)(v.Subjects("p", noon))), "<s>")
		return nil
	})
}

func testWritesDifference(t *testing.T, s *graph.Store) {
	replace(t, s, graph.Change{Added: 3}, Doc("a1", [3]any{"x", "p", "1"}, [3]any{"x", "p", "2"}, [3]any{"x", "p", "3"}))
	replace(t, s, graph.Change{Added: 1, Removed: 1, Unchanged: 2},
		Doc("a1", [3]any{"x", "p", "2"}, [3]any{"x", "p", "3"}, [3]any{"x", "p", "4"}))
	view(t, s, func(v *graph.View) error {
		equal(t, "Objects", names(must[[]quad.Value](t)(v.Objects(quad.IRI("x"), "p"))), "<2>", "<3>", "<4>")
		equal(t, "Known, of a value that no quad has any more", names(must[[]quad.Value](t)(v.Known([]quad.Value{quad.IRI("1")}))))
		return nil
	})
	replace(t, s, graph.Change{Removed: 3}, Doc("a1"))
	replace(t, s, graph.Change{})
}

func testSharedFacts(t *testing.T, s *graph.Store) {
	fact := [3]any{"russia", "type", "country"}
	replace(t, s, graph.Change{Added: 3}, Doc("a1", fact), Doc("a2", fact), Doc("a3", fact))
	view(t, s, func(v *graph.View) error {
		equal(t, "Objects", names(must[[]quad.Value](t)(v.Objects(quad.IRI("russia"), "type"))), "<country>")
		equal(t, "Subjects", names(must[[]quad.Value](t)(v.Subjects("type", quad.IRI("country")))), "<russia>")
		if n := must[map[quad.Value]int](t)(v.Counts("type", []quad.Value{quad.IRI("country")}))[quad.IRI("country")]; n != 3 {
			t.Errorf("Count: got %d, want 3", n)
		}
		return nil
	})
	if got, err := s.Delete(context.Background(), "a2"); err != nil || got != (graph.Change{Removed: 1}) {
		t.Errorf("Delete: got %+v, %v", got, err)
	}
	view(t, s, func(v *graph.View) error {
		if n := must[map[quad.Value]int](t)(v.Counts("type", []quad.Value{quad.IRI("country")}))[quad.IRI("country")]; n != 2 {
			t.Errorf("Count after Delete: got %d, want 2", n)
		}
		return nil
	})
}

func testDeletesWholly(t *testing.T, s *graph.Store) {
	docs := News(5, 1)
	replace(t, s, graph.Change{Added: distinct(docs)}, docs...)
	var labels []quad.IRI
	for _, d := range docs {
		labels = append(labels, d.Label)
	}
	if _, err := s.Delete(context.Background(), append(labels, "a-stranger")...); !errors.Is(err, graph.ErrUnknownLabel) {
		t.Errorf("Delete of an unknown label: got %v", err)
	}
	if _, err := s.Delete(context.Background(), append(labels, labels[0])...); err != nil {
		t.Fatal(err)
	}
	report, err := s.Check(context.Background())
	if err != nil || report.Quads != 0 || report.Nodes != 0 || report.Labels != 0 {
		t.Errorf("an emptied store has %+v, %v", report, err)
	}
	for q, err := range s.Query(context.Background(), graph.Gizmo, "g.V().All()", nil, graph.Limits{}) {
		t.Errorf("an emptied store answers with %v, %v", q, err)
	}
}

// distinct counts the quads without duplicates.
func distinct(docs []graph.Document) int {
	seen := make(map[string]bool)
	for _, d := range docs {
		for _, q := range d.Quads {
			seen[q.NQuad()] = true
		}
	}
	return len(seen)
}

// Cayley's own writer cannot delete a quad that was deleted and inserted again.
func testReinserts(t *testing.T, s *graph.Store) {
	doc := Doc("a1", [3]any{"d1", "by", "russia"}, [3]any{"d1", "quote", quad.String("no")})
	for range 4 {
		replace(t, s, graph.Change{Added: 2}, doc)
		if got, err := s.Delete(context.Background(), "a1"); err != nil || got.Removed != 2 {
			t.Fatalf("Delete: got %+v, %v", got, err)
		}
		Check(t, s)
	}
	view(t, s, func(v *graph.View) error {
		equal(t, "Known, of what a deleted article had", names(must[[]quad.Value](t)(v.Known([]quad.Value{quad.IRI("russia"), quad.IRI("a1")}))))
		return nil
	})
}

func testRefusesBadInput(t *testing.T, s *graph.Store) {
	good := Doc("a1", [3]any{"x", "p", "1"})
	foreign := Doc("a2", [3]any{"x", "p", "1"})
	foreign.Label = "a3"
	bare := Doc("a4", [3]any{"x", "p", "1"})
	bare.Quads[0].Object = nil
	tests := map[string]struct {
		docs []graph.Document
		want error
	}{
		"foreign label": {[]graph.Document{good, foreign}, graph.ErrLabel},
		"no label":      {[]graph.Document{good, {}}, graph.ErrLabel},
		"twice":         {[]graph.Document{good, good}, graph.ErrLabel},
		"no object":     {[]graph.Document{good, bare}, graph.ErrQuad},
	}
	for name, test := range tests {
		if _, err := s.Replace(context.Background(), test.docs...); !errors.Is(err, test.want) {
			t.Errorf("%s: got %v, want %v", name, err, test.want)
		}
	}
	if st, err := s.Stats(context.Background()); err != nil || st.Quads != 0 {
		t.Errorf("refused documents left %+v, %v", st, err)
	}
}

func testStopsWithContext(t *testing.T, s *graph.Store) {
	replace(t, s, graph.Change{Added: 1}, Doc("a1", [3]any{"x", "p", "1"}))
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := s.Replace(ctx, Doc("a1", [3]any{"x", "p", "2"})); !errors.Is(err, context.Canceled) {
		t.Errorf("Replace: got %v", err)
	}
	err := s.View(ctx, func(v *graph.View) error {
		_, err := v.Objects(quad.IRI("x"), "p")
		return err
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("View: got %v", err)
	}
	if _, err := s.Snapshot(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("Snapshot: got %v", err)
	}
	replace(t, s, graph.Change{Unchanged: 1}, Doc("a1", [3]any{"x", "p", "1"}))
}

// A look-up must not cost more when the store is larger.
func testLooksUp(t *testing.T, s *graph.Store) {
	docs := News(40, 2)
	docs = append(docs, Doc("a1", [3]any{"d1", "by", "x"}, [3]any{"d1", "of", "y"}))
	if _, err := s.Replace(context.Background(), docs...); err != nil {
		t.Fatal(err)
	}
	looks := map[string]func(*graph.View) error{
		"Objects":    func(v *graph.View) error { _, err := v.Objects(quad.IRI("d1"), "by"); return err },
		"Subjects":   func(v *graph.View) error { _, err := v.Subjects("by", quad.IRI("x")); return err },
		"Properties": func(v *graph.View) error { _, err := v.Properties(quad.IRI("d1")); return err },
		"Label":      func(v *graph.View) error { _, err := v.Label("a1"); return err },
		"Common": func(v *graph.View) error {
			_, _, err := v.Common(0, []quad.Quad{{Predicate: quad.IRI("by"), Object: quad.IRI("x")}}, []quad.Quad{{Predicate: quad.IRI("of"), Object: quad.IRI("y")}})
			return err
		},
		"Facts": func(v *graph.View) error {
			_, err := v.Facts([]quad.Value{quad.IRI("d1")}, []quad.IRI{"by", "of"})
			return err
		},
	}
	for name, look := range looks {
		view(t, s, func(v *graph.View) error {
			err := look(v)
			if v.Touched() == 0 || v.Touched() > 20 {
				t.Errorf("%s touched %d entries", name, v.Touched())
			}
			return err
		})
	}
}

func testClosedStore(t *testing.T, s *graph.Store) {
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Errorf("second Close: %v", err)
	}
	if _, err := s.Replace(context.Background()); !errors.Is(err, graph.ErrClosed) {
		t.Errorf("Replace: got %v", err)
	}
	if err := s.View(context.Background(), nil); !errors.Is(err, graph.ErrClosed) {
		t.Errorf("View: got %v", err)
	}
	if _, err := s.Snapshot(context.Background()); !errors.Is(err, graph.ErrClosed) {
		t.Errorf("Snapshot: got %v", err)
	}
}

func testReopens(t *testing.T, b Backend) {
	s := b.Open(t)
	docs := News(10, 3)
	replace(t, s, graph.Change{Added: distinct(docs)}, docs...)
	s = b.Reopen(t, s)
	replace(t, s, graph.Change{Unchanged: distinct(docs)}, docs...)
	replace(t, s, graph.Change{Added: 1}, Doc("a1", [3]any{"x", "p", "1"}))
	Check(t, s)
}
