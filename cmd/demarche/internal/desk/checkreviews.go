package desk

import (
	"fmt"

	"github.com/cayleygraph/quad"

	"demarche/graph"
	"demarche/review"
)

// checkReviews reports reviews that lack something, or whose places are not in the
// text that was reviewed. That the article is gone is no error: a review outlives
// what it is about.
func checkReviews(v *graph.View, iris []quad.IRI, report *Report) error {
	for _, iri := range iris {
		quads, err := v.Properties(iri)
		if err != nil {
			return fmt.Errorf("reading %s: %w", string(iri), err)
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
