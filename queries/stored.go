package queries

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/cayleygraph/quad"

	"demarche/schema"
)

// Stored is a part of the stored articles.
type Stored struct {
	Total int // how many articles are stored
	IRIs  []quad.IRI
	// Facts are what the graph says of each, its text and index entries apart.
	Facts map[quad.IRI][]quad.Quad
}

// shelf remembers when articles were published: which there are is one look-up,
// their days are thousands.
type shelf struct {
	mu        sync.Mutex
	read      time.Time // when all days were read
	published map[quad.IRI]time.Time
}

// daysFor is how long the order of articles is believed: another version of an
// article may have another day.
const daysFor = 5 * time.Minute

// storedFacts are the predicates that Stored tells of.
var storedFacts = []quad.IRI{schema.Type, schema.Headline, schema.Publisher, schema.DatePublished, schema.URL, schema.Language, schema.Digest, schema.Author}

// Stored returns a part of the stored articles, the latest published first and
// those of unknown day last. Which articles there are, and what is said of them,
// is read anew at each call, their days only where they are new.
func (e *Engine) Stored(ctx context.Context, offset, limit int) (*Stored, error) {
	stored := &Stored{Facts: map[quad.IRI][]quad.Quad{}}
	err := e.Graph.View(ctx, func(r Reader) error {
		all, err := e.shelf.newest(r)
		if err != nil {
			return err
		}
		stored.Total = len(all)
		first := min(offset, len(all))
		stored.IRIs = all[first : first+min(limit, len(all)-first)]
		for some := range slices.Chunk(stored.IRIs, readAtOnce) {
			facts, err := r.Facts(nodesOf(some), storedFacts)
			if err != nil {
				return err
			}
			for _, q := range facts {
				iri := q.Subject.(quad.IRI)
				stored.Facts[iri] = append(stored.Facts[iri], q)
			}
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("listing the articles: %w", err)
	}
	return stored, nil
}

// newest returns the IRIs of all articles, the latest published first.
func (s *shelf) newest(r Reader) ([]quad.IRI, error) {
	nodes, err := r.Subjects(schema.Type, quad.IRI(schema.ClassArticle))
	if err != nil {
		return nil, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if time.Since(s.read) > daysFor {
		s.published, s.read = nil, time.Now()
	}
	all := make([]quad.IRI, 0, len(nodes))
	present := make(map[quad.IRI]time.Time, len(nodes))
	var fresh []quad.IRI
	for _, node := range nodes {
		iri, ok := node.(quad.IRI)
		if !ok {
			continue
		}
		all = append(all, iri)
		if day, known := s.published[iri]; known {
			present[iri] = day
		} else {
			fresh = append(fresh, iri)
		}
	}
	for some := range slices.Chunk(fresh, readAtOnce) {
		if err := readDays(r, some, present); err != nil {
			return nil, err
		}
	}
	s.published = present
	slices.SortFunc(all, func(a, b quad.IRI) int {
		return cmp.Or(present[b].Compare(present[a]), strings.Compare(string(a), string(b)))
	})
	return all, nil
}

// readDays enters when the articles were published; the zero time for those of
// unknown day.
func readDays(r Reader, iris []quad.IRI, published map[quad.IRI]time.Time) error {
	for _, iri := range iris {
		published[iri] = time.Time{}
	}
	facts, err := r.Facts(nodesOf(iris), []quad.IRI{schema.DatePublished})
	for _, q := range facts {
		if t, ok := q.Object.(quad.Time); ok {
			published[q.Subject.(quad.IRI)] = time.Time(t)
		}
	}
	return err
}

// nodesOf returns IRIs as values.
func nodesOf(iris []quad.IRI) []quad.Value {
	nodes := make([]quad.Value, len(iris))
	for i, iri := range iris {
		nodes[i] = iri
	}
	return nodes
}
