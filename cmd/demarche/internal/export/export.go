// Package export writes stored articles for other programs: as N-Quads and
// JSON-LD with one named graph an article, as GraphML for drawing, and as CSV.
//
// IRIs are written in full, as schema.Expand has them. Articles come one after
// the other, so that a large store needs little memory; only GraphML remembers
// the actors, which many articles share. A Writer is for one goroutine.
package export

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"demarche/schema"
)

// Writer writes articles, and reviews in the same way. Close ends the document and must be called once.
type Writer interface {
	Article(iri quad.IRI, quads []quad.Quad) error
	Close() error
}

// formats is the table of formats.
var formats = []struct {
	name string
	new  func(io.Writer) Writer
}{
	{"nquads", newNQuads},
	{"jsonld", newJSONLD},
	{"graphml", newGraphML},
	{"csv", newCSV},
}

// Formats lists the names of the formats.
func Formats() []string {
	var names []string
	for _, f := range formats {
		names = append(names, f.name)
	}
	return names
}

// New returns a writer of the format. With index, what makes questions quick is
// written as well; it follows from the rest.
func New(w io.Writer, format string, index bool) (Writer, error) {
	for _, f := range formats {
		if f.name == format {
			return &sorted{f.new(w), index}, nil
		}
	}
	return nil, fmt.Errorf("format %q is none of %s", format, strings.Join(Formats(), ", "))
}

// sorted gives another writer the quads of an article in a fixed order.
type sorted struct {
	Writer
	index bool
}

// Article implements Writer.
func (s *sorted) Article(iri quad.IRI, quads []quad.Quad) error {
	kept := make([]quad.Quad, 0, len(quads))
	for _, q := range quads {
		if s.index || q.Predicate != quad.IRI(schema.IndexedUnder) {
			kept = append(kept, q)
		}
	}
	// The article itself comes first, and what a node is before what it has.
	rank := func(q quad.Quad) int {
		switch {
		case q.Subject == iri && q.Predicate == quad.IRI(schema.Type):
			return 0
		case q.Subject == iri:
			return 1
		}
		return 2
	}
	slices.SortFunc(kept, func(a, b quad.Quad) int {
		return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(quad.ToString(a.Subject), quad.ToString(b.Subject)),
			cmp.Compare(quad.ToString(a.Predicate), quad.ToString(b.Predicate)), cmp.Compare(quad.ToString(a.Object), quad.ToString(b.Object)))
	})
	if err := s.Writer.Article(iri, kept); err != nil {
		return fmt.Errorf("exporting %s: %w", string(iri), err)
	}
	return nil
}

// full returns the value with IRIs, and the types of values, in full.
func full(v quad.Value) quad.Value {
	switch v := v.(type) {
	case quad.IRI:
		return quad.IRI(schema.Expand(string(v)))
	case quad.TypedStringer:
		typed := v.TypedString()
		typed.Type = quad.IRI(schema.Expand(string(typed.Type)))
		return typed
	}
	return v
}

// literal splits a value that is no IRI into its text and its type, which is
// empty for plain text.
func literal(v quad.Value) (text, datatype string) {
	switch v := full(v).(type) {
	case quad.String:
		return string(v), ""
	case quad.TypedString:
		return string(v.Value), string(v.Type)
	case quad.LangString:
		return string(v.Value), ""
	default:
		return quad.ToString(v), ""
	}
}
