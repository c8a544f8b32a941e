// Package graphml writes directed graphs as GraphML, for programs that draw and
// measure them: nodes and edges with named values.
//
// Nodes and edges may come in any order; a node is written once by its caller. A
// Writer is for one goroutine.
package graphml

import (
	"bufio"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
)

// Element is what a key belongs to.
type Element string

// The elements that have values.
const (
	Node Element = "node"
	Edge Element = "edge"
)

// Key declares a value of nodes or of edges.
type Key struct {
	ID   string // unique in the document
	For  Element
	Name string // what programs show; the ID when empty
	Type string // boolean, int, double or string; string when empty
}

// Datum is a value of one node or edge. What has an empty text is left out.
type Datum struct{ Key, Text string }

// Writer writes one graph.
type Writer struct {
	out   *bufio.Writer
	keys  []Key
	begun bool
	edges int
}

// NewWriter returns a writer of a graph with the keys. Close must be called once.
func NewWriter(w io.Writer, keys ...Key) *Writer { return &Writer{out: bufio.NewWriter(w), keys: keys} }

func (w *Writer) begin() {
	if w.begun {
		return
	}
	w.begun = true
	w.out.WriteString(xml.Header + `<graphml xmlns="http://graphml.graphdrawing.org/xmlns">` + "\n")
	for _, k := range w.keys {
		name, typ := k.Name, k.Type
		if name == "" {
			name = k.ID
		}
		if typ == "" {
			typ = "string"
		}
		fmt.Fprintf(w.out, `<key id="%s" for="%s" attr.name="%s" attr.type="%s"/>`+"\n", escaped(k.ID), k.For, escaped(name), typ)
	}
	w.out.WriteString(`<graph id="demarche" edgedefault="directed">` + "\n")
}

// Node writes a node.
func (w *Writer) Node(id string, data ...Datum) {
	w.begin()
	fmt.Fprintf(w.out, `<node id="%s">`, escaped(id))
	w.data(data)
	w.out.WriteString("</node>\n")
}

// Edge writes an edge from one node to another.
func (w *Writer) Edge(source, target string, data ...Datum) {
	w.begin()
	w.edges++
	fmt.Fprintf(w.out, `<edge id="e%d" source="%s" target="%s">`, w.edges, escaped(source), escaped(target))
	w.data(data)
	w.out.WriteString("</edge>\n")
}

func (w *Writer) data(data []Datum) {
	for _, d := range data {
		if d.Text != "" {
			fmt.Fprintf(w.out, `<data key="%s">%s</data>`, escaped(d.Key), escaped(d.Text))
		}
	}
}

// Flush writes out what is kept back, and returns the first error of writing.
func (w *Writer) Flush() error { return w.out.Flush() }

// Close ends the graph; one without nodes is a graph, too.
func (w *Writer) Close() error {
	w.begin()
	w.out.WriteString("</graph>\n</graphml>\n")
	return w.out.Flush()
}

// escaped writes a text for XML; what XML cannot hold becomes U+FFFD.
func escaped(text string) string {
	var out strings.Builder
	_ = xml.EscapeText(&out, []byte(text)) // a Builder can always be written to
	return out.String()
}
