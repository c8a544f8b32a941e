package queries_test

import (
	"slices"
	"testing"

	"github.com/cayleygraph/quad"

	"demarche/graph"
	"demarche/schema"
)

// An article is listed as soon as it is stored, until it is removed, in the order
// of the days.
func TestStoredArticles(t *testing.T) {
	e := engine(t)
	s := e.Graph.(store).Store
	put := func(name, on string) {
		t.Helper()
		iri := quad.IRI("demarche:article/" + name)
		quads := []quad.Quad{{Subject: iri, Predicate: quad.IRI(schema.Type), Object: quad.IRI(schema.ClassArticle), Label: iri},
			{Subject: iri, Predicate: quad.IRI(schema.Text), Object: quad.String("long"), Label: iri}}
		if on != "" {
			quads = append(quads, quad.Quad{Subject: iri, Predicate: quad.IRI(schema.DatePublished), Object: quad.Time(day(on)), Label: iri})
		}
		if _, err := s.Replace(t.Context(), graph.Document{Label: iri, Quads: quads}); err != nil {
			t.Fatal(err)
		}
	}
	listed := func(offset, limit, total int, want ...string) {
		t.Helper()
		got, err := e.Stored(t.Context(), offset, limit)
		if err != nil {
			t.Fatal(err)
		}
		var names []string
		for _, iri := range got.IRIs {
			names = append(names, string(iri)[len("demarche:article/"):])
			for _, q := range got.Facts[iri] {
				if q.Predicate == quad.IRI(schema.Text) {
					t.Errorf("the text of %s is read, too", string(iri))
				}
			}
			if len(got.Facts[iri]) == 0 {
				t.Errorf("nothing is told of %s", string(iri))
			}
		}
		if !slices.Equal(names, want) || got.Total != total {
			t.Errorf("from %d, %d at most: %v of %d, want %v of %d", offset, limit, names, got.Total, want, total)
		}
	}
	listed(0, 5, 0)
	put("old", "2021-12-01")
	put("b-new", "2021-12-20")
	put("undated", "")
	put("a-new", "2021-12-20")
	listed(0, 5, 4, "a-new", "b-new", "old", "undated")
	listed(1, 2, 4, "b-new", "old")
	listed(9, 2, 4)
	put("newest", "2021-12-21")
	if _, err := s.Delete(t.Context(), "demarche:article/a-new"); err != nil {
		t.Fatal(err)
	}
	listed(0, 2, 4, "newest", "b-new")
}
