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
	sketches, err := s.sketches([]quad.Value{given})
	if err != nil {
		return nil, err
	}
	own, ok := sketches[given]
	if !ok {
		known, err := s.graph.Known([]quad.Value{given})
		if err == nil && len(known) == 0 {
			err = fmt.Errorf("%w %q: not an article of the graph", ErrUnknownRecord, args["article"].text)
		}
		return nil, err // else too short to compare
	}
	near, err := s.near(own)
	if err != nil {
		return nil, err
	}
	if sketches, err = s.sketches(near); err != nil {
		return nil, err
	}
	type copied struct {
		iri    quad.IRI
		head   *header
		common float64
	}
	var all []copied
	var iris []quad.Value
	for iri, other := range sketches {
		if iri == given || sketch.Copies(own, other) {
			_, common := sketch.Resemblance(own, other)
			all = append(all, copied{iri: iri, common: common})
			iris = append(iris, iri)
		}
	}
	if err := s.readArticles(iris); err != nil {
		return nil, err
	}
	var publishers []string
	for i, c := range all {
		all[i].head = s.articles[c.iri]
		publishers = append(publishers, all[i].head.publisherID)
	}
	if err := s.readNames(publishers); err != nil {
		return nil, err
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
func (s *session) near(own sketch.Sketch) ([]quad.Value, error) {
	var any []quad.Quad
	for _, key := range own.Keys() {
		any = append(any, quad.Quad{Predicate: quad.IRI(schema.IndexedUnder), Object: quad.IRI(schema.IndexIRI("article", "shingle/"+key, "any"))})
	}
	found, _, err := s.graph.Common(0, any)
	return found, err
}
