package graphtest

import (
	"context"
	"errors"
	"fmt"
	"net/http/httptest"
	"slices"
	"testing"
	"time"

	"demarche/graph"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
)

// rows runs a query and returns its rows as sorted text.
func rows(t *testing.T, s *graph.Store, lang, text string, bind map[string]any, limits graph.Limits) ([]string, error) {
	t.Helper()
	var out []string
	for row, err := range s.Query(context.Background(), lang, text, bind, limits) {
		if err != nil {
			slices.Sort(out)
			return out, err
		}
		out = append(out, fmt.Sprint(row))
	}
	slices.Sort(out)
	return out, nil
}

func testGizmo(t *testing.T, s *graph.Store) {
	noon := quad.Time(time.Date(2021, 12, 17, 12, 0, 0, 0, time.UTC))
	replace(t, s, graph.Change{Added: 6},
		Doc("a1", [3]any{"d1", "by", "russia"}, [3]any{"d1", "of", "nato"}, [3]any{"d1", "day", quad.Int(17)}, [3]any{"d1", "at", noon}),
		Doc("a2", [3]any{"d2", "by", "russia"}, [3]any{"d2", "of", "usa"}))
	tests := []struct {
		name, text string
		bind       map[string]any
		want       []string
	}{
		{"path", `g.V("<russia>").In("<by>").Tag("d").Out("<of>").All()`, nil,
			[]string{"map[d:<d1> id:<nato>]", "map[d:<d2> id:<usa>]"}},
		{"two ways in", `g.V().Has("<by>", "<russia>").Has("<of>", "<nato>").All()`, nil, []string{"map[id:<d1>]"}},
		{"label", `g.V("<russia>").LabelContext("<a2>").In("<by>").All()`, nil, []string{"map[id:<d2>]"}},
		{"parameter", `g.V("<" + params.of + ">").In("<of>").All()`, map[string]any{"of": "usa"}, []string{"map[id:<d2>]"}},
		{"hostile parameter", `g.emit(params.x)`, map[string]any{"x": `"}; g.V().All(); //</script>` + "\u2028"},
			[]string{"map[id:" + quad.String(`"}; g.V().All(); //</script>`+"\u2028").String() + "]"}},
		{"emit", `g.emit({n: 2, s: "x", l: [1, {a: true}]})`, nil,
			[]string{`map[l:` + quad.TypedString{Value: `[1,{"a":true}]`, Type: "rdf:JSON"}.String() + ` n:` + quad.Int(2).String() + ` s:"x"]`}},
		{"array", `g.V("<russia>").In("<by>").ToArray().forEach(function(x) { g.emit({d: x}) })`, nil,
			[]string{`map[d:"<d1>"]`, `map[d:"<d2>"]`}},
		{"additions", "var n = 1 + 2, s = 'a' + n, o = {t: 'x'}, l = ['y']; n += 4; s += 'b'; o.t += 5; l[0] += null; g.emit({n: n, s: s + `-${n + 1}`, o: o.t, l: l[0]})", nil,
			[]string{`map[l:"ynull" n:` + quad.Int(7).String() + ` o:"x5" s:"a3b-8"]`}},
		{"values as Go has them", `g.V("<d1>").save("<at>", "at").tagArray().forEach(function(x) { g.emit({at: x.at, iri: g.IRI("x")}); g.emit(x.at) })`, nil,
			[]string{"map[at:" + noon.String() + " iri:<x>]", "map[id:" + noon.String() + "]"}},
		{"nothing", `g.V("<china>").In("<by>").All()`, nil, nil},
	}
	for _, test := range tests {
		got, err := rows(t, s, graph.Gizmo, test.text, test.bind, graph.Limits{Time: 10 * time.Second})
		if err != nil {
			t.Errorf("%s: %v", test.name, err)
		}
		equal(t, test.name, got, test.want...)
	}
	for _, text := range []string{`g.V(`, `throw "x"`, `nothing.here()`, `g.V().Out({}).All()`} {
		if _, err := rows(t, s, graph.Gizmo, text, nil, graph.Limits{Time: 10 * time.Second}); !errors.Is(err, graph.ErrQuery) {
			t.Errorf("%s: got %v, want ErrQuery", text, err)
		}
	}
}

func testLimits(t *testing.T, s *graph.Store) {
	if _, err := s.Replace(context.Background(), News(30, 4)...); err != nil {
		t.Fatal(err)
	}
	got, err := rows(t, s, graph.Gizmo, `g.V().All()`, nil, graph.Limits{Rows: 7})
	if len(got) != 7 || !errors.Is(err, graph.ErrTooManyRows) {
		t.Errorf("limit of rows: got %d and %v", len(got), err)
	}
	const second = time.Second
	tests := []struct {
		name, text string
		limits     graph.Limits
		want       error
	}{
		{"endless loop", `while (true) {}`, graph.Limits{Time: second / 5}, graph.ErrTooLong},
		{"endless loop that catches", `while (true) { try { while (true) {} } catch (e) {} }`, graph.Limits{Time: second / 5}, graph.ErrTooLong},
		{"endless rows", `while (true) { g.emit(1) }`, graph.Limits{Time: second / 5}, graph.ErrTooLong},
		{"endless look-ups", `while (true) { g.V().Out().Out().Count() }`, graph.Limits{Time: second / 5}, graph.ErrTooLong},
		{"slow pattern", `while (true) { /(?=(a+)+$)b/.test("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!") }`, graph.Limits{Time: second / 5}, graph.ErrTooLong},
		{"endless array", `var a = []; while (true) { a.push("x" + a.length) }`, graph.Limits{Time: 300 * second, Memory: 16 << 20}, graph.ErrTooMuchMemory},
		{"deep calls", `function f() { f() }; f()`, graph.Limits{Time: 10 * second}, graph.ErrQuery},
		{"deep calls through Go", `function f() { [1].forEach(f) }; f()`, graph.Limits{Time: 10 * second}, graph.ErrQuery},
		{"large string", `"x".repeat(1e10)`, graph.Limits{Time: 10 * second}, graph.ErrQuery},
		{"large array", `new Array(1e9).fill(0)`, graph.Limits{Time: 10 * second}, graph.ErrQuery},
		{"large buffer", `new ArrayBuffer(1e10)`, graph.Limits{Time: 10 * second}, graph.ErrQuery},
	}
	for _, test := range tests {
		start := time.Now()
		_, err := rows(t, s, graph.Gizmo, test.text, nil, test.limits)
		if !errors.Is(err, test.want) {
			t.Errorf("%s: got %v, want %v", test.name, err, test.want)
		}
		if took := time.Since(start); took > test.limits.Time+3*second {
			t.Errorf("%s took %v", test.name, took)
		}
	}
	ctx, cancel := context.WithTimeout(context.Background(), second/5)
	defer cancel()
	for _, err := range s.Query(ctx, graph.Gizmo, `while (true) {}`, nil, graph.Limits{}) {
		if !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("caller's context: got %v", err)
		}
	}
	for range s.Query(context.Background(), graph.Gizmo, `while (true) { g.emit(1) }`, nil, graph.Limits{}) {
		break
	}
}

func testOtherLanguages(t *testing.T, s *graph.Store) {
	replace(t, s, graph.Change{Added: 2}, Doc("a1", [3]any{"d1", "by", "russia"}, [3]any{"d1", "of", "nato"}))
	limits := graph.Limits{Time: 10 * time.Second}
	got, err := rows(t, s, graph.GraphQL, `{ nodes(id: <d1>) { id, by } }`, nil, limits)
	if err != nil || len(got) != 1 {
		t.Errorf("GraphQL: got %q, %v", got, err)
	}
	got, err = rows(t, s, graph.MQL, `[{"id": "<d1>", "<by>": null}]`, nil, limits)
	if err != nil || len(got) != 1 {
		t.Errorf("MQL: got %q, %v", got, err)
	}
	if _, err = rows(t, s, "sparql", ``, nil, limits); !errors.Is(err, graph.ErrLanguage) {
		t.Errorf("SPARQL: got %v", err)
	}
	if _, err = rows(t, s, graph.GraphQL, `{`, nil, limits); !errors.Is(err, graph.ErrQuery) {
		t.Errorf("bad GraphQL: got %v", err)
	}
	if _, err = rows(t, s, graph.MQL, `[{`, nil, limits); !errors.Is(err, graph.ErrQuery) {
		t.Errorf("bad MQL: got %v", err)
	}
}

// Cayley's HTTP interface writes through a store and a writer of its own.
func testCayleyWriter(t *testing.T, s *graph.Store) {
	w := s.QuadWriter()
	a := quad.MakeIRI("d1", "by", "russia", "a1")
	b := quad.MakeIRI("d1", "of", "nato", "a1")
	if err := w.AddQuadSet([]quad.Quad{a, b, a}); err != nil {
		t.Fatal(err)
	}
	if err := w.AddQuad(a); err != nil {
		t.Errorf("add again: %v", err)
	}
	if err := w.AddQuad(quad.MakeIRI("d1", "by", "russia", "")); !errors.Is(err, graph.ErrLabel) {
		t.Errorf("add without label: got %v", err)
	}
	tx := cayley.NewTransaction()
	tx.RemoveQuad(b)
	tx.AddQuad(b)
	if err := w.ApplyTransaction(tx); err != nil {
		t.Errorf("remove and add: %v", err)
	}
	if err := w.RemoveQuad(quad.MakeIRI("d1", "of", "usa", "a1")); !cayley.IsQuadNotExist(err) {
		t.Errorf("remove a quad that is not there: got %v", err)
	}
	if err := w.RemoveQuad(b); err != nil {
		t.Errorf("remove: %v", err)
	}
	view(t, s, func(v *graph.View) error {
		equal(t, "Label", quadNames(must[[]quad.Quad](t)(v.Label("a1"))), "<d1> <by> <russia> <a1> .")
		return nil
	})

	ctx, cancel := context.WithCancel(context.Background())
	r := httptest.NewRequest("POST", "/api/v2/node/delete", nil).WithContext(ctx)
	qs, err := s.QuadStore().ForRequest(r)
	if err != nil {
		t.Fatal(err)
	}
	rw, err := cayley.NewQuadWriter("single", qs, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := rw.RemoveNode(quad.IRI("russia")); err != nil {
		t.Errorf("remove a node: %v", err)
	}
	cancel()
	if st, err := s.Stats(context.Background()); err != nil || st.Quads != 0 {
		t.Errorf("after removing the node: %+v, %v", st, err)
	}
}
