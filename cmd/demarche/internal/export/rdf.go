package export

import (
	"bufio"
	"encoding/csv"
	"encoding/json"
	"io"

	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/nquads"

	"demarche/schema"
)

// nquadsWriter writes one quad a line.
type nquadsWriter struct{ out *nquads.Writer }

func newNQuads(w io.Writer) Writer { return &nquadsWriter{nquads.NewWriter(w)} }

// Article implements Writer.
func (w *nquadsWriter) Article(_ quad.IRI, quads []quad.Quad) error {
	for _, q := range quads {
		all := quad.Quad{Subject: full(q.Subject), Predicate: full(q.Predicate), Object: full(q.Object), Label: full(q.Label)}
		if err := w.out.WriteQuad(all); err != nil {
			return err
		}
	}
	return nil
}

// Close implements Writer.
func (w *nquadsWriter) Close() error { return w.out.Close() }

// jsonldWriter writes one object with a named graph for each article.
type jsonldWriter struct {
	out   *bufio.Writer
	begun bool
}

func newJSONLD(w io.Writer) Writer { return &jsonldWriter{out: bufio.NewWriter(w)} }

// begin writes what stands before an article: the head of the document, or a comma.
func (w *jsonldWriter) begin() error {
	if w.begun {
		_, err := w.out.WriteString(",\n")
		return err
	}
	w.begun = true
	context, err := json.Marshal(schema.Prefixes)
	if err != nil {
		return err
	}
	_, err = w.out.WriteString(`{"@context": ` + string(context) + ", \"@graph\": [\n")
	return err
}

// Article implements Writer. The quads of a subject stand together.
func (w *jsonldWriter) Article(iri quad.IRI, quads []quad.Quad) error {
	if err := w.begin(); err != nil {
		return err
	}
	var nodes []map[string]any
	var subject quad.Value
	for _, q := range quads {
		if q.Subject != subject {
			subject = q.Subject
			nodes = append(nodes, map[string]any{"@id": expanded(subject)})
		}
		node, predicate := nodes[len(nodes)-1], expanded(q.Predicate)
		if q.Predicate == quad.IRI(schema.Type) {
			node["@type"] = expanded(q.Object)
			continue
		}
		values, _ := node[predicate].([]any)
		node[predicate] = append(values, jsonValue(q.Object))
	}
	data, err := json.Marshal(map[string]any{"@id": expanded(iri), "@graph": nodes})
	if err != nil {
		return err
	}
	_, err = w.out.Write(data)
	return err
}

func expanded(v quad.Value) string {
	if iri, ok := v.(quad.IRI); ok {
		return schema.Expand(string(iri))
	}
	return quad.ToString(v)
}

// jsonValue writes a value as JSON-LD does.
func jsonValue(v quad.Value) any {
	if _, ok := v.(quad.IRI); ok {
		return map[string]string{"@id": expanded(v)}
	}
	text, datatype := literal(v)
	if datatype == "" {
		return text
	}
	return map[string]string{"@value": text, "@type": datatype}
}

// Close implements Writer.
func (w *jsonldWriter) Close() error {
	if !w.begun {
		if err := w.begin(); err != nil {
			return err
		}
	}
	w.out.WriteString("\n]}\n") // a bufio.Writer keeps its error for Flush
	return w.out.Flush()
}

// csvWriter writes one quad a row, for tables and data frames.
type csvWriter struct {
	out   *csv.Writer
	begun bool
}

func newCSV(w io.Writer) Writer { return &csvWriter{out: csv.NewWriter(w)} }

func (w *csvWriter) begin() {
	if !w.begun {
		w.begun = true
		w.out.Write([]string{"article", "subject", "predicate", "object", "datatype"}) // a csv.Writer keeps its error for Error
	}
}

// Article implements Writer. The datatype of an IRI is "@id", as in JSON-LD,
// and that of plain text is empty.
func (w *csvWriter) Article(iri quad.IRI, quads []quad.Quad) error {
	w.begin()
	for _, q := range quads {
		object, datatype := expanded(q.Object), "@id"
		if _, ok := q.Object.(quad.IRI); !ok {
			object, datatype = literal(q.Object)
		}
		w.out.Write([]string{expanded(iri), expanded(q.Subject), expanded(q.Predicate), object, datatype})
	}
	w.out.Flush()
	return w.out.Error()
}

// Close implements Writer.
func (w *csvWriter) Close() error {
	w.begin()
	w.out.Flush()
	return w.out.Error()
}
