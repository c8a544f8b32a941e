package desk

import (
	"fmt"

	"github.com/cayleygraph/quad"

	"demarche/graph"
	"demarche/review"
)

// checkReviews reports reviews that lack something, say something else, or whose
// places are not in the text that was reviewed. That the article is gone is no
// error: a review outlives what it is about.
func checkReviews(v *graph.View, iris []quad.IRI, predicates map[quad.Value]bool, report *Report) error {
	for _, iri := range iris {
		quads, err := v.Label(iri)
		if err != nil {
			return fmt.Errorf("reading %s: %w", string(iri), err)
		}
		for _, q := range quads {
			if q.Subject != quad.Value(iri) || !predicates[q.Predicate] {
				report.wrong("%s: %v %v is no part of a review; undo this review, or restore a backup", string(iri), q.Subject, q.Predicate)
			}
		}
		problems, err := review.Check(v, review.Read(string(iri), quads))
		if err != nil {
			return err
		}
		for _, problem := range problems {
			report.wrong("%s: %s; undo this review, or restore a backup", string(iri), problem)
		}
	}
	return nil
}
