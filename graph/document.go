package graph

import (
	"fmt"
	"time"

	"github.com/cayleygraph/cayley/graph/refs"
	"github.com/cayleygraph/quad"
)

// quadSet is a set of quads in the order in which they came. Quads are compared
// by Cayley's hash, as the store compares them: Go's == would take the same
// instant in two time zones for two values.
type quadSet struct {
	quads  []quad.Quad
	keys   []refs.QuadHash
	places map[refs.QuadHash]struct{}
}

func newQuadSet(size int) *quadSet {
	return &quadSet{places: make(map[refs.QuadHash]struct{}, size)}
}

// add adds a normal quad and reports whether it was new.
func (s *quadSet) add(q quad.Quad) bool {
	key := hashQuad(q)
	if _, known := s.places[key]; known {
		return false
	}
	s.places[key] = struct{}{}
	s.quads, s.keys = append(s.quads, q), append(s.keys, key)
	return true
}

// difference returns what is to be added to present, and removed from it, to
// make it s.
func (s *quadSet) difference(present []quad.Quad) (add, remove []quad.Quad) {
	if len(present) == 0 {
		return s.quads, nil
	}
	stored := make(map[refs.QuadHash]struct{}, len(present))
	for _, q := range present {
		key := hashQuad(q)
		stored[key] = struct{}{}
		if _, wanted := s.places[key]; !wanted {
			remove = append(remove, q)
		}
	}
	for i, key := range s.keys {
		if _, there := stored[key]; !there {
			add = append(add, s.quads[i])
		}
	}
	return add, remove
}

// prepare checks the documents and returns their quads without duplicates.
func prepare(docs []Document) ([]*quadSet, error) {
	sets := make([]*quadSet, len(docs))
	labels := make(map[quad.IRI]bool, len(docs))
	for i, doc := range docs {
		if doc.Label == "" {
			return nil, fmt.Errorf("document %d: %w: it is empty", i+1, ErrLabel)
		}
		if labels[doc.Label] {
			return nil, fmt.Errorf("%w: two documents have <%s>", ErrLabel, string(doc.Label))
		}
		labels[doc.Label] = true
		sets[i] = newQuadSet(len(doc.Quads))
		for n, q := range doc.Quads {
			if q.Label != doc.Label {
				return nil, fmt.Errorf("%w: quad %d of <%s> has %v; give every quad its document's label",
					ErrLabel, n+1, string(doc.Label), q.Label)
			}
			if err := validate(q); err != nil {
				return nil, fmt.Errorf("quad %d of <%s>: %w", n+1, string(doc.Label), err)
			}
			sets[i].add(normal(q))
		}
	}
	return sets, nil
}

// validate says whether the store may hold the quad.
func validate(q quad.Quad) error {
	if !q.IsValid() {
		return fmt.Errorf("%w: subject, predicate and object must be given", ErrQuad)
	}
	if label, ok := q.Label.(quad.IRI); !ok || label == "" {
		return fmt.Errorf("%w: %v is not an IRI; name the article as the quad's fourth term", ErrLabel, q.Label)
	}
	return nil
}

// normal returns the quad as it will be read back. Cayley hashes a time as it is
// written, with its zone and without fractions of a second, but stores it in UTC
// with them: unless it is made uniform first, a quad would not be found under
// its own hash.
func normal(q quad.Quad) quad.Quad {
	q.Object = normalValue(q.Object)
	return q
}

func normalValue(v quad.Value) quad.Value {
	if t, ok := v.(quad.Time); ok {
		return quad.Time(time.Time(t).UTC().Truncate(time.Second))
	}
	return v
}

func hashQuad(q quad.Quad) refs.QuadHash {
	return refs.QuadHash{
		Subject:   refs.HashOf(q.Subject),
		Predicate: refs.HashOf(q.Predicate),
		Object:    refs.HashOf(q.Object),
		Label:     refs.HashOf(q.Label),
	}
}
