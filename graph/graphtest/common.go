package graphtest

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"demarche/graph"

	"github.com/cayleygraph/quad"
)

// is is a pattern for View.Common.
func is(predicate, object string) quad.Quad {
	return quad.Quad{Predicate: quad.IRI(predicate), Object: quad.IRI(object)}
}

func testFindsCommon(t *testing.T, s *graph.Store) {
	var docs []graph.Document
	for i := range 60 {
		subject := fmt.Sprintf("d%02d", i)
		docs = append(docs, Doc(fmt.Sprintf("a%d", i),
			[3]any{subject, "two", fmt.Sprint(i % 2)}, [3]any{subject, "three", fmt.Sprint(i % 3)}, [3]any{subject, "five", fmt.Sprint(i % 5)},
			[3]any{"shared", "two", "0"}, [3]any{"shared", "three", "0"}))
	}
	if _, err := s.Replace(context.Background(), docs...); err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name string
		sets [][]quad.Quad
		want []string
	}{
		{"one", [][]quad.Quad{{is("five", "0"), is("five", "7")}}, []string{"d00", "d05", "d10", "d15", "d20", "d25", "d30", "d35", "d40", "d45", "d50", "d55"}},
		{"all of three", [][]quad.Quad{{is("two", "1")}, {is("three", "2")}, {is("five", "0")}}, []string{"d05", "d35"}},
		{"any of two", [][]quad.Quad{{is("three", "0"), is("two", "0")}, {is("five", "4"), is("five", "3")}, {is("two", "1")}},
			[]string{"d03", "d09", "d33", "d39"}},
		{"stated by every article", [][]quad.Quad{{is("two", "0")}, {is("three", "0")}, {is("three", "0"), is("five", "0")}},
			[]string{"d00", "d06", "d12", "d18", "d24", "d30", "d36", "d42", "d48", "d54", "shared"}},
		{"nothing has it", [][]quad.Quad{{is("two", "1")}, {is("six", "0")}}, nil},
		{"no set", nil, nil},
		{"an empty set", [][]quad.Quad{{is("two", "1")}, {}}, nil},
	}
	view(t, s, func(v *graph.View) error {
		for _, test := range tests {
			found, more, err := v.Common(0, test.sets...)
			if err != nil {
				return err
			}
			var got []string
			for _, value := range found {
				got = append(got, string(value.(quad.IRI)))
			}
			slices.Sort(got)
			if !slices.Equal(got, test.want) || more {
				t.Errorf("%s: got %v, %v, want %v", test.name, got, more, test.want)
			}
			some, more, err := v.Common(2, test.sets...)
			if err != nil {
				return err
			}
			if len(some) != min(2, len(test.want)) || more != (len(test.want) > 2) {
				t.Errorf("%s: at most 2: got %v, %v", test.name, some, more)
			}
		}
		return nil
	})
}

func testReadsFacts(t *testing.T, s *graph.Store) {
	_, err := s.Replace(context.Background(),
		Doc("a1", [3]any{"x", "name", quad.String("X")}, [3]any{"x", "kind", "country"}, [3]any{"x", "code", quad.Int(7)}),
		Doc("a2", [3]any{"x", "name", quad.String("X")}, [3]any{"x", "name", quad.String("The X")}, [3]any{"y", "name", quad.String("Y")}))
	if err != nil {
		t.Fatal(err)
	}
	testFacts(t, s)
	// Now x is what many articles say the same of, which some back ends read in another way.
	var more []graph.Document
	for i := range 400 {
		more = append(more, Doc(fmt.Sprint("more", i), [3]any{"x", "name", quad.String("X")}))
	}
	if _, err := s.Replace(context.Background(), more...); err != nil {
		t.Fatal(err)
	}
	testFacts(t, s)
}

func testFacts(t *testing.T, s *graph.Store) {
	t.Helper()
	view(t, s, func(v *graph.View) error {
		facts, err := v.Facts([]quad.Value{quad.IRI("y"), quad.IRI("nobody"), quad.IRI("x")}, []quad.IRI{"name", "code", "age", "name"})
		want := []string{`<x> <code> "7"^^<xsd:integer> .`, `<x> <name> "The X" .`, `<x> <name> "X" .`, `<y> <name> "Y" .`}
		if got := quadNames(facts); !slices.Equal(got, want) {
			t.Errorf("got %q, want %q", got, want)
		}
		if len(facts) > 0 && facts[0].Subject != quad.IRI("y") {
			t.Errorf("the first subject is %v", facts[0].Subject)
		}
		return err
	})
}
