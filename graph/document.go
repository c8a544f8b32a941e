package graph

import (
	"fmt"
	"time"

	"github.com/cayleygraph/quad"
)

// wanted is what a document says: its links in their order, without duplicates.
type wanted struct {
	links []link
	set   map[link]struct{}
}

// difference returns what is to be added to present, and removed from it, to
// make it w.
func (w *wanted) difference(nodes *nodeSet, present []quad.Quad) (add, remove []link) {
	if len(present) == 0 {
		return w.links, nil
	}
	stored := make(map[link]struct{}, len(present))
	for _, q := range present {
		l := nodes.link(q)
		stored[l] = struct{}{}
		if _, ok := w.set[l]; !ok {
			remove = append(remove, l)
		}
	}
	for _, l := range w.links {
		if _, ok := stored[l]; !ok {
			add = append(add, l)
		}
	}
	return add, remove
}

// batch is documents that are checked and ready to be stored.
type batch struct {
	docs   []Document
	wanted []wanted
	nodes  *nodeSet
}

// prepare checks the documents.
func prepare(docs []Document) (*batch, error) {
	size := 0
	for _, doc := range docs {
		size += len(doc.Quads)
	}
	b := &batch{docs: docs, wanted: make([]wanted, len(docs)), nodes: newNodeSet(size)}
	labels := make(map[quad.IRI]bool, len(docs))
	for i, doc := range docs {
		if doc.Label == "" {
			return nil, fmt.Errorf("document %d: %w: it is empty", i+1, ErrLabel)
		}
		if labels[doc.Label] {
			return nil, fmt.Errorf("%w: two documents have <%s>", ErrLabel, string(doc.Label))
		}
		labels[doc.Label] = true
		w := wanted{make([]link, 0, len(doc.Quads)), make(map[link]struct{}, len(doc.Quads))}
		for n, q := range doc.Quads {
			if q.Label != doc.Label {
				return nil, fmt.Errorf("%w: quad %d of <%s> has %v; give every quad its document's label",
					ErrLabel, n+1, string(doc.Label), q.Label)
			}
			if err := validate(q); err != nil {
				return nil, fmt.Errorf("quad %d of <%s>: %w", n+1, string(doc.Label), err)
			}
			l := b.nodes.link(normal(q))
			if _, known := w.set[l]; !known {
				w.set[l] = struct{}{}
				w.links = append(w.links, l)
			}
		}
		b.wanted[i] = w
	}
	return b, nil
}

// store makes the store's quads of each document those of the document.
func (b *batch) store(w writer) (Change, error) {
	var counts Change
	var c change
	for i, doc := range b.docs {
		present, err := w.label(doc.Label)
		if err != nil {
			return Change{}, fmt.Errorf("read <%s>: %w", string(doc.Label), err)
		}
		add, remove := b.wanted[i].difference(b.nodes, present)
		c.add, c.remove = append(c.add, add...), append(c.remove, remove...)
		counts.Unchanged += len(present) - len(remove)
	}
	counts.Added, counts.Removed = len(c.add), len(c.remove)
	return counts, w.apply(c)
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
