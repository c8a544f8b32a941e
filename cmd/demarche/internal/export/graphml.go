package export

import (
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"demarche/internal/graphml"
	"demarche/review"
	"demarche/schema"
)

// attributes are what a node of the drawing has: a key of GraphML for a
// predicate. The texts of the articles and the places in them are left out.
var attributes = []struct{ key, predicate string }{
	{"label", schema.Label},
	{"class", schema.Type},
	{"day", schema.Day},
	{"published", schema.DatePublished},
	{"quote", schema.Quote},
	{"polarity", schema.Polarity},
	{"strength", schema.Strength},
	{"stance", schema.Stance},
	{"issue", schema.Issue},
	{"confidence", schema.Confidence},
	{"rule", schema.Rule},
}

// graphML writes articles, records and actors as nodes, and what lies between
// them as edges.
type graphML struct {
	out    *graphml.Writer
	actors map[string]map[string]string // attributes by IRI, from the first article that names the actor
}

func newGraphML(w io.Writer) Writer {
	var keys []graphml.Key
	for _, a := range attributes {
		keys = append(keys, graphml.Key{ID: a.key, For: graphml.Node})
	}
	keys = append(keys, graphml.Key{ID: "predicate", For: graphml.Edge}, graphml.Key{ID: "article", For: graphml.Edge})
	return &graphML{out: graphml.NewWriter(w, keys...), actors: map[string]map[string]string{}}
}

// Article implements Writer. Reviews are left out: they say nothing that could be
// drawn between articles, records and actors.
func (w *graphML) Article(iri quad.IRI, quads []quad.Quad) error {
	if review.IsReview(string(iri)) {
		return nil
	}
	nodes := map[string]map[string]string{}
	for _, q := range quads {
		subject := expanded(q.Subject)
		if nodes[subject] == nil {
			nodes[subject] = map[string]string{}
		}
		for _, a := range attributes {
			if q.Predicate == quad.IRI(a.predicate) {
				nodes[subject][a.key] = valueText(q.Object)
			}
		}
	}
	for _, name := range slices.Sorted(maps.Keys(nodes)) {
		if !strings.HasPrefix(name, schema.ActorIRI("")) {
			w.node(name, nodes[name])
		} else if w.actors[name] == nil {
			w.actors[name] = nodes[name]
		}
	}
	for _, q := range quads {
		if object := expanded(q.Object); nodes[object] != nil && q.Predicate != quad.IRI(schema.Type) {
			w.out.Edge(expanded(q.Subject), object, graphml.Datum{Key: "predicate", Text: expanded(q.Predicate)}, graphml.Datum{Key: "article", Text: expanded(iri)})
		}
	}
	return w.out.Flush()
}

func valueText(v quad.Value) string {
	if _, ok := v.(quad.IRI); ok {
		return expanded(v)
	}
	text, _ := literal(v)
	return text
}

func (w *graphML) node(iri string, values map[string]string) {
	var data []graphml.Datum
	for _, a := range attributes {
		data = append(data, graphml.Datum{Key: a.key, Text: values[a.key]})
	}
	w.out.Node(iri, data...)
}

// Close implements Writer.
func (w *graphML) Close() error {
	for _, iri := range slices.Sorted(maps.Keys(w.actors)) {
		w.node(iri, w.actors[iri])
	}
	return w.out.Close()
}
