package export

import (
	"bufio"
	"encoding/xml"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

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
	out    *bufio.Writer
	begun  bool
	edges  int
	actors map[string]map[string]string // attributes by IRI, from the first article that names the actor
}

func newGraphML(w io.Writer) Writer {
	return &graphML{out: bufio.NewWriter(w), actors: map[string]map[string]string{}}
}

func (w *graphML) begin() {
	if w.begun {
		return
	}
	w.begun = true
	w.out.WriteString(xml.Header + `<graphml xmlns="http://graphml.graphdrawing.org/xmlns">` + "\n")
	for _, a := range attributes {
		fmt.Fprintf(w.out, `<key id="%s" for="node" attr.name="%s" attr.type="string"/>`+"\n", a.key, a.key)
	}
	for _, key := range []string{"predicate", "article"} {
		fmt.Fprintf(w.out, `<key id="%s" for="edge" attr.name="%s" attr.type="string"/>`+"\n", key, key)
	}
	w.out.WriteString(`<graph id="demarche" edgedefault="directed">` + "\n")
}

// Article implements Writer. Reviews are left out: they say nothing that could be
// drawn between articles, records and actors.
func (w *graphML) Article(iri quad.IRI, quads []quad.Quad) error {
	w.begin()
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
			w.edge(expanded(q.Subject), object, expanded(q.Predicate), expanded(iri))
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
	fmt.Fprintf(w.out, `<node id="%s">`, escaped(iri))
	for _, a := range attributes {
		if text := values[a.key]; text != "" {
			fmt.Fprintf(w.out, `<data key="%s">%s</data>`, a.key, escaped(text))
		}
	}
	w.out.WriteString("</node>\n")
}

func (w *graphML) edge(from, to, predicate, article string) {
	w.edges++
	fmt.Fprintf(w.out, `<edge id="e%d" source="%s" target="%s"><data key="predicate">%s</data><data key="article">%s</data></edge>`+"\n",
		w.edges, escaped(from), escaped(to), escaped(predicate), escaped(article))
}

// escaped writes a text for XML; what XML cannot hold becomes U+FFFD.
func escaped(text string) string {
	var out strings.Builder
	_ = xml.EscapeText(&out, []byte(text)) // a Builder can always be written to
	return out.String()
}

// Close implements Writer.
func (w *graphML) Close() error {
	w.begin()
	for _, iri := range slices.Sorted(maps.Keys(w.actors)) {
		w.node(iri, w.actors[iri])
	}
	w.out.WriteString("</graph>\n</graphml>\n")
	return w.out.Flush()
}
