package desk

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/cayleygraph/quad"

	"demarche/graph"
	"demarche/review"
	"demarche/schema"
)

// ErrNoArticle means that no stored article, or more than one, is what the user
// named.
var ErrNoArticle = errors.New("no such article")

// candidates is how many articles the error of an ambiguous name lists.
const candidates = 5

// Find returns the article that a text names: its IRI, its address, or a part
// of its IRI, headline or file name that no other article has.
func (d *Desk) Find(ctx context.Context, text string) (quad.IRI, error) {
	var found []quad.IRI
	err := d.store.View(ctx, func(v *graph.View) error {
		// A label counts even when its quads no longer say that it is an article:
		// what is broken must be removable.
		said, err := v.Label(quad.IRI(text))
		if err != nil {
			return fmt.Errorf("looking for %s: %w", text, err)
		}
		if len(said) > 0 {
			found = []quad.IRI{quad.IRI(text)}
			return nil
		}
		byURL, err := v.Subjects(quad.IRI(schema.URL), quad.IRI(text))
		if err != nil {
			return fmt.Errorf("looking for %s: %w", text, err)
		}
		if len(byURL) == 0 {
			found, err = byPart(v, text)
			return err
		}
		for _, node := range byURL {
			found = append(found, node.(quad.IRI))
		}
		return nil
	})
	switch {
	case err != nil:
		return "", err
	case len(found) == 0:
		return "", fmt.Errorf("%w: nothing stored is called %q; give an IRI, an address, or a part of a headline", ErrNoArticle, text)
	case len(found) > 1:
		var names []string
		for _, iri := range found[:min(len(found), candidates)] {
			names = append(names, string(iri))
		}
		return "", fmt.Errorf("%w: %q fits %d articles; name one of them: %s", ErrNoArticle, text, len(found), strings.Join(names, ", "))
	}
	return found[0], nil
}

// byPart returns the articles of whose IRI, headline or file the text is a part.
func byPart(v *graph.View, text string) ([]quad.IRI, error) {
	iris, err := articlesOf(v)
	if err != nil {
		return nil, err
	}
	part := strings.ToLower(strings.TrimSpace(text))
	if part == "" {
		return nil, nil
	}
	var found []quad.IRI
	for _, iri := range iris {
		names := []string{string(iri)}
		for _, predicate := range []string{schema.Headline, schema.URL} {
			values, err := v.Objects(iri, quad.IRI(predicate))
			if err != nil {
				return nil, fmt.Errorf("reading %s: %w", string(iri), err)
			}
			for _, value := range values {
				names = append(names, schema.StringOf(value))
			}
		}
		if strings.Contains(strings.ToLower(strings.Join(names, "\n")), part) {
			found = append(found, iri)
		}
	}
	return found, nil
}

// Remove takes out the article and all that it said, and returns how many quads
// went. Reviews of its records stay. The error wraps ErrNoArticle when it is not
// stored.
func (d *Desk) Remove(ctx context.Context, iri quad.IRI) (int, error) {
	if review.IsReview(string(iri)) {
		return 0, fmt.Errorf("%w: %s is a review; undo it with DELETE /api/reviews/IRI or 'demarche reviews undo'", ErrNoArticle, string(iri))
	}
	change, err := d.store.Delete(ctx, iri)
	if errors.Is(err, graph.ErrUnknownLabel) {
		return 0, fmt.Errorf("%w: %s", ErrNoArticle, string(iri))
	}
	if err != nil {
		return 0, fmt.Errorf("removing %s: %w", string(iri), err)
	}
	return change.Removed, nil
}
