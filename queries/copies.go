package queries

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/cayleygraph/quad"

	"demarche/internal/sketch"
	"demarche/schema"
)

// runCopies returns the articles that carry nearly the same text as a given
// one, itself among them, the first published first.
func runCopies(_ context.Context, s *session, args arguments) ([]row, error) {
	given := quad.IRI(args["article"].text)
	own, err := s.sketch(given)
	if err != nil {
		return nil, err
	}
	if own.Shingles == 0 {
		if !s.graph.Has(given) {
			return nil, fmt.Errorf("%w %q: not an article of the graph", ErrUnknownRecord, args["article"].text)
		}
		return nil, s.confirm() // too short to compare
	}
	near, err := s.near(own)
	if err != nil {
		return nil, err
	}
	type copied struct {
		iri    quad.IRI
		head   *header
		common float64
	}
	var all []copied
	for _, iri := range near {
		other, err := s.sketch(iri)
		if err != nil {
			return nil, err
		}
		if iri != given && !sketch.Copies(own, other) {
			continue
		}
		head, err := s.article(iri)
		if err != nil {
			return nil, err
		}
		_, common := sketch.Resemblance(own, other)
		all = append(all, copied{iri, head, common})
	}
	slices.SortFunc(all, func(a, b copied) int {
		return cmp.Or(compareDays(a.head.published, b.head.published), a.head.at.Compare(b.head.at), cmp.Compare(a.iri, b.iri))
	})
	var rows []row
	for _, c := range all {
		rows = append(rows, row{"published": orNil(c.head.published), "publisher": orNil(publisher(s, c.head)), "article": orNil(c.head.title),
			"common": float64(int(c.common*100+0.5)) / 100, "url": orNil(c.head.url), "article_iri": string(c.iri)})
	}
	return rows, nil
}

// near returns the articles that stand under one of a sketch's index entries.
func (s *session) near(own sketch.Sketch) ([]quad.IRI, error) {
	var found []quad.IRI
	for _, key := range own.Keys() {
		nodes, err := s.graph.Subjects(schema.IndexedUnder, quad.IRI(schema.IndexIRI("article", "shingle/"+key, "any")))
		if err != nil {
			return nil, err
		}
		for _, node := range nodes {
			if iri, ok := node.(quad.IRI); ok {
				found = append(found, iri)
			}
		}
	}
	slices.Sort(found)
	return slices.Compact(found), nil
}
