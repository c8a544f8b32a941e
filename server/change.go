package server

import (
	"context"
	"fmt"
	"net/http"
	"strings"

	"github.com/cayleygraph/quad"

	"demarche/review"
	"demarche/schema"
)

// addQuads stores the quads if each has the IRI of an article as label, and
// says how many of them are new.
func (s *Server) addQuads(w http.ResponseWriter, r *http.Request, quads []quad.Quad) error {
	if err := s.checkLabels(r.Context(), quads); err != nil {
		return err
	}
	quads = distinct(quads)
	stored, err := s.stored(r.Context(), quads)
	if err != nil {
		return err
	}
	if err := s.cfg.Graph.Apply(r.Context(), nil, quads); err != nil {
		return fmt.Errorf("adding %d quads: %w", len(quads), err)
	}
	fresh := len(quads) - len(stored)
	message := fmt.Sprintf("Successfully wrote %d quads.", fresh)
	if known := len(stored); known > 0 {
		message += fmt.Sprintf(" %d were stored already.", known)
	}
	return writeJSON(w, http.StatusOK, quadChange{message, fresh})
}

// removeQuads takes out those of the quads that are stored, and says how many
// there were.
func (s *Server) removeQuads(w http.ResponseWriter, r *http.Request, quads []quad.Quad) error {
	for i, q := range quads {
		if q.Label == nil {
			return invalid("quad %d has no label; every stored quad has the IRI of its article as fourth part: %s", i+1, labelHint)
		}
	}
	quads = distinct(quads)
	stored, err := s.stored(r.Context(), quads)
	if err != nil {
		return err
	}
	n, err := s.takeOut(r.Context(), stored)
	if err != nil {
		return err
	}
	message := fmt.Sprintf("Successfully deleted %d quads.", n)
	if missing := len(quads) - n; missing > 0 {
		message += fmt.Sprintf(" %d were not stored.", missing)
	}
	return writeJSON(w, http.StatusOK, quadChange{message, n})
}

// stored returns those of the quads that are stored.
func (s *Server) stored(ctx context.Context, quads []quad.Quad) ([]quad.Quad, error) {
	var stored []quad.Quad
	for i, q := range quads {
		found, _, err := s.quads(ctx, q, 1)
		if err != nil {
			return nil, fmt.Errorf("looking for quad %d: %w", i+1, err)
		}
		stored = append(stored, found...)
	}
	return stored, nil
}

// distinct leaves out repetitions.
func distinct(quads []quad.Quad) []quad.Quad {
	seen := make(map[quad.Quad]bool, len(quads))
	var once []quad.Quad
	for _, q := range quads {
		if !seen[q] {
			seen[q] = true
			once = append(once, q)
		}
	}
	return once
}

// takeOut removes stored quads, and returns how many there were without
// repetitions. It refuses to take what makes a label an article while other
// quads keep that label: nothing could be said to have said them. Nor does it take
// parts of a review.
func (s *Server) takeOut(ctx context.Context, quads []quad.Quad) (int, error) {
	quads = distinct(quads)
	if len(quads) == 0 {
		return 0, nil
	}
	going := make(map[quad.Value]int)
	for _, q := range quads {
		if label, ok := q.Label.(quad.IRI); ok && review.IsReview(string(label)) {
			return 0, invalid("%v is part of the review %s, which is taken out as a whole: DELETE /api/reviews/IRI", q, string(label))
		}
		going[q.Label]++
	}
	for _, q := range quads {
		if !makesArticle(q) {
			continue
		}
		_, remain, err := s.quads(ctx, quad.Quad{Label: q.Label}, going[q.Label])
		if err != nil {
			return 0, fmt.Errorf("looking for the quads of %v: %w", q.Label, err)
		}
		if remain {
			return 0, invalid("%v would no longer be an article, but other quads have it as label; remove these too, or the article: DELETE /api/articles/IRI", q.Label)
		}
	}
	if err := s.cfg.Graph.Apply(ctx, quads, nil); err != nil {
		return 0, fmt.Errorf("removing %d quads: %w", len(quads), err)
	}
	return len(quads), nil
}

// makesArticle reports whether the quad says that its label is an article.
func makesArticle(q quad.Quad) bool {
	return q.Label != nil && q.Subject == q.Label &&
		q.Predicate == quad.IRI(schema.Type) && q.Object == quad.IRI(schema.ClassArticle)
}

func (s *Server) deleteNode(w http.ResponseWriter, r *http.Request) error {
	format, err := formatOf(r)
	if err != nil {
		return err
	}
	if format.UnmarshalValue == nil {
		return fmt.Errorf("%w: format %s has no form for a single node", errUnsupported, format.Name)
	}
	data, err := readBody(w, r, s.limits.QueryBytes)
	if err != nil {
		return err
	}
	node, err := format.UnmarshalValue([]byte(strings.TrimSpace(string(data))))
	if err != nil || node == nil {
		return invalid("the body is not a node in %s: %v", format.Name, err)
	}
	var quads []quad.Quad
	for _, d := range quad.Directions {
		var pattern quad.Quad
		pattern.Set(d, node)
		found, more, err := s.quads(r.Context(), pattern, s.limits.MaxRows)
		if err != nil {
			return fmt.Errorf("reading the node's quads: %w", err)
		}
		if more {
			return invalid("the node is in more than %d quads; remove its articles, or its quads in parts", s.limits.MaxRows)
		}
		quads = append(quads, found...)
	}
	if len(quads) == 0 {
		return unknown(nil, "there is no node %s", node)
	}
	if _, err := s.takeOut(r.Context(), quads); err != nil {
		return fmt.Errorf("removing a node: %w", err)
	}
	return writeJSON(w, http.StatusOK, quadChange{"Successfully deleted 1 nodes.", 1})
}
