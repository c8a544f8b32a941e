package queries

import (
	"io"

	"demarche/internal/graphml"
	"demarche/schema"
)

// speakerOfAnother is the column that says who put somebody else's demand into
// words: no end of it.
const speakerOfAnother = "voiced_by"

// endsOfColumns returns the indexes of the columns between whose actors lines
// are drawn: the first two that hold actors, voiced_by apart.
func endsOfColumns(columns []Column) []int {
	var ends []int
	for i, c := range columns {
		if (c.Type == Actor || c.Type == Actors) && c.Name != speakerOfAnother && len(ends) < 2 {
			ends = append(ends, i)
		}
	}
	return ends
}

// valueTypes are the types of GraphML for columns; all others are strings.
var valueTypes = map[Type]string{Int: "int", Float: "double", Bool: "boolean"}

// drawing is an answer as a graph.
type drawing struct {
	*Result
	out   *graphml.Writer
	ends  []int
	issue [2]int // columns of an issue's id and name, less than 0 for none
	drawn map[string]bool
}

// writeGraphML writes the actors of the first two columns that hold any as nodes,
// and each row as an edge from every actor of the first to every one of the
// second, with the other columns as its data. A row without a second actor, but
// with an issue_id, goes to that issue. Other rows with one end give a node only.
func writeGraphML(w io.Writer, r *Result) error {
	d := &drawing{Result: r, ends: endsOfColumns(r.Columns), issue: [2]int{-1, -1}, drawn: map[string]bool{}}
	keys := []graphml.Key{{ID: "label", For: graphml.Node}, {ID: "kind", For: graphml.Node}}
	for i, c := range r.Columns {
		switch c.Name {
		case "issue_id":
			d.issue[0] = i
		case "issue":
			d.issue[1] = i
		}
		if i != d.ends[0] && i != d.ends[1] {
			keys = append(keys, graphml.Key{ID: "edge-" + c.Name, For: graphml.Edge, Name: c.Name, Type: valueTypes[c.Type]})
		}
	}
	d.out = graphml.NewWriter(w, keys...)
	for _, values := range r.Rows {
		d.row(values)
	}
	return d.out.Close()
}

func (d *drawing) row(values []Value) {
	targets := d.targets(values)
	for _, ref := range refsOf(values[d.ends[0]]) {
		source := d.actor(ref)
		for _, target := range targets {
			d.out.Edge(source, target, d.data(values)...)
		}
	}
}

// targets returns the ids of the nodes to which a row goes, and draws them.
func (d *drawing) targets(values []Value) []string {
	var ids []string
	for _, ref := range refsOf(values[d.ends[1]]) {
		ids = append(ids, d.actor(ref))
	}
	if len(ids) > 0 || d.issue[0] < 0 || cellText(values[d.issue[0]]) == "" {
		return ids
	}
	id := cellText(values[d.issue[0]])
	name := id
	if d.issue[1] >= 0 {
		name = cellText(values[d.issue[1]])
	}
	d.node(schema.IssueIRI(id), name, "issue")
	return []string{schema.IssueIRI(id)}
}

// actor draws an actor and returns its node. The kind is the catalogue's.
func (d *drawing) actor(ref Ref) string {
	kind := ""
	if d.catalogue != nil {
		if a, ok := d.catalogue.Actor(ref.ID); ok {
			kind = string(a.Kind)
		}
	}
	d.node(schema.ActorIRI(ref.ID), ref.Name, kind)
	return schema.ActorIRI(ref.ID)
}

// node draws a node, once.
func (d *drawing) node(id, label, kind string) {
	if !d.drawn[id] {
		d.drawn[id] = true
		d.out.Node(id, graphml.Datum{Key: "label", Text: label}, graphml.Datum{Key: "kind", Text: kind})
	}
}

// data returns what an edge has: the columns that are none of its ends.
func (d *drawing) data(values []Value) []graphml.Datum {
	var data []graphml.Datum
	for i, c := range d.Columns {
		if i == d.ends[0] || i == d.ends[1] {
			continue
		}
		text := cellText(values[i])
		if yes, ok := values[i].(bool); ok {
			text = map[bool]string{true: "true", false: "false"}[yes]
		}
		data = append(data, graphml.Datum{Key: "edge-" + c.Name, Text: text})
	}
	return data
}

// refsOf returns the actors of a cell.
func refsOf(v Value) []Ref {
	switch v := v.(type) {
	case Ref:
		return []Ref{v}
	case []Ref:
		return v
	}
	return nil
}
