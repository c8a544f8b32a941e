package server

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/iterator"
	"github.com/cayleygraph/cayley/graph/refs"
	"github.com/cayleygraph/cayley/query/shape"
	"github.com/cayleygraph/quad"
)

// errNoStore is what the recorder answers where only a real store could.
var errNoStore = errors.New("there is no store behind a query's shape")

// shapeRows is how many rows of its own making a query may give, as g.emit
// does, before its shape counts as complete.
const shapeRows = 1000

// queryShape returns the shape of a query without running it on the graph: it
// runs on a store that has nothing and records what it is asked for.
func queryShape(ctx context.Context, g Graph, lang, text string) (*queryGraph, error) {
	rec := &recorderStore{}
	if err := g.RunOn(ctx, rec, lang, text, shapeRows); err != nil {
		return nil, err
	}
	rec.mu.Lock()
	defer rec.mu.Unlock()
	d := &drawing{queryGraph: queryGraph{Nodes: []*shapeNode{}, Links: []shapeLink{}}}
	for _, root := range rec.roots {
		d.draw(root, d.node())
	}
	return &d.queryGraph, nil
}

// recorderStore is a store without quads that records the queries it gets.
//
// Cayley's optimiser offers every part of a query to a store that is an
// optimiser itself, and then builds iterators from what comes back. The
// recorder gives every part back marked; only the whole is then built, and tells.
type recorderStore struct {
	mu    sync.Mutex // a query that was stopped may go on for a moment
	roots []shape.Shape
}

// marked is a part of a query that tells the recorder when it is built.
type marked struct {
	shape.Shape
	rec *recorderStore
}

func (m marked) BuildIterator(graph.QuadStore) iterator.Shape {
	m.rec.mu.Lock()
	defer m.rec.mu.Unlock()
	m.rec.roots = append(m.rec.roots, m.Shape)
	return iterator.NewNull()
}

// OptimizeShape implements shape.Optimizer.
func (r *recorderStore) OptimizeShape(_ context.Context, s shape.Shape) (shape.Shape, bool) {
	return marked{s, r}, true
}

// ValueOf knows every value, so that no part of the query falls away.
func (r *recorderStore) ValueOf(v quad.Value) (graph.Ref, error) { return refs.PreFetched(v), nil }

// NameOf returns the value that the reference was made of.
func (r *recorderStore) NameOf(ref graph.Ref) (quad.Value, error) {
	if v, ok := ref.(refs.PreFetchedValue); ok {
		return v.NameOf(), nil
	}
	return nil, nil
}

func (r *recorderStore) Quad(graph.Ref) (quad.Quad, error) { return quad.Quad{}, errNoStore }
func (r *recorderStore) QuadIterator(quad.Direction, graph.Ref) iterator.Shape {
	return iterator.NewNull()
}
func (r *recorderStore) QuadIteratorSize(context.Context, quad.Direction, graph.Ref) (refs.Size, error) {
	return refs.Size{Exact: true}, nil
}
func (r *recorderStore) QuadDirection(graph.Ref, quad.Direction) (graph.Ref, error) {
	return nil, errNoStore
}
func (r *recorderStore) Stats(context.Context, bool) (graph.Stats, error)  { return graph.Stats{}, nil }
func (r *recorderStore) ApplyDeltas([]graph.Delta, graph.IgnoreOpts) error { return errNoStore }
func (r *recorderStore) NewQuadWriter() (quad.WriteCloser, error)          { return nil, errNoStore }
func (r *recorderStore) NodesAllIterator() iterator.Shape                  { return iterator.NewNull() }
func (r *recorderStore) QuadsAllIterator() iterator.Shape                  { return iterator.NewNull() }
func (r *recorderStore) Close() error                                      { return nil }

// queryGraph is a query as a graph: its nodes are what the query fixes or looks
// for, its links the quads that must join them. Names are those that Cayley's
// earlier versions used.
type queryGraph struct {
	Nodes []*shapeNode `json:"nodes"`
	Links []shapeLink  `json:"links"`
}

// shapeNode is a set of nodes of the graph.
type shapeNode struct {
	ID     int      `json:"id"`
	Tags   []string `json:"tags,omitempty"`
	Values []string `json:"values,omitempty"`
	IsLink bool     `json:"is_link_node"` // stands for predicates
	Fixed  bool     `json:"is_fixed"`     // the query names the values
	Notes  []string `json:"notes,omitempty"`
}

// tag gives the node the tags that it does not have. MQL makes tags of paths,
// whose steps it separates by a control character.
func (n *shapeNode) tag(tags []string) {
	for _, tag := range tags {
		tag = strings.ReplaceAll(strings.TrimPrefix(tag, "\x1e"), "\x1e", "/")
		if tag != "" && !slices.Contains(n.Tags, tag) {
			n.Tags = append(n.Tags, tag)
		}
	}
}

// shapeLink is a quad that must be there; its members are ids of nodes.
type shapeLink struct {
	Source    int    `json:"source"`
	Target    int    `json:"target"`
	Predicate int    `json:"pred_node"`
	Label     int    `json:"label_node,omitempty"`
	Kind      string `json:"kind,omitempty"` // "optional"
}

// drawing makes a query's graph. Ids count from 1.
type drawing struct {
	queryGraph
	optional bool // whether what is drawn need not be there
}

func (d *drawing) node() *shapeNode {
	n := &shapeNode{ID: len(d.Nodes) + 1}
	d.Nodes = append(d.Nodes, n)
	return n
}

// draw adds to the graph that the node is in what the shape describes.
func (d *drawing) draw(s shape.Shape, n *shapeNode) {
	switch s := s.(type) {
	case marked:
		d.draw(s.Shape, n)
	case nil, shape.AllNodes:
	case shape.Null:
		n.Notes = append(n.Notes, "nothing")
	case shape.Fixed:
		n.Fixed = true
		for _, ref := range s {
			n.Values = append(n.Values, valueText(ref))
		}
	case shape.Lookup:
		n.Fixed = true
		for _, v := range s {
			n.Values = append(n.Values, v.String())
		}
	case shape.Save:
		n.tag(s.Tags)
		d.draw(s.From, n)
	case shape.FixedTags:
		n.tag(slices.Sorted(maps.Keys(s.Tags)))
		d.draw(s.On, n)
	case shape.Intersect:
		for _, part := range s {
			d.draw(part, n)
		}
	case shape.IntersectOpt:
		d.drawOptional(s, n)
	case shape.NodesFrom, shape.QuadsAction:
		d.drawQuads(s, n)
	default:
		d.drawModifier(s, n)
	}
}

func (d *drawing) drawOptional(s shape.IntersectOpt, n *shapeNode) {
	d.draw(s.Sub, n)
	before := d.optional
	d.optional = true
	for _, part := range s.Opt {
		d.draw(part, n)
	}
	d.optional = before
}

// drawModifier draws what chooses, counts or arranges.
func (d *drawing) drawModifier(s shape.Shape, n *shapeNode) {
	note := func(from shape.Shape, format string, args ...any) {
		n.Notes = append(n.Notes, fmt.Sprintf(format, args...))
		d.draw(from, n)
	}
	switch s := s.(type) {
	case shape.Union:
		for _, part := range s {
			alternative := d.node()
			n.Notes = append(n.Notes, fmt.Sprintf("any of node %d", alternative.ID))
			d.draw(part, alternative)
		}
	case shape.Except:
		excluded := d.node()
		d.draw(s.Exclude, excluded)
		note(s.From, "not node %d", excluded.ID)
	case shape.Filter:
		for _, f := range s.Filters {
			n.Notes = append(n.Notes, filterText(f))
		}
		d.draw(s.From, n)
	case shape.Page:
		note(s.From, "skip %d, limit %d", s.Skip, s.Limit)
	case shape.Unique:
		note(s.From, "unique")
	case shape.Sort:
		note(s.From, "sorted")
	case shape.Count:
		note(s.Values, "counted")
	case shape.Materialize:
		d.draw(s.Values, n)
	default:
		n.Notes = append(n.Notes, fmt.Sprintf("%T", s))
	}
}

// drawQuads draws a link whose one end is the node.
func (d *drawing) drawQuads(s shape.Shape, n *shapeNode) {
	var result quad.Direction
	var filters []shape.QuadFilter
	switch s := s.(type) {
	case shape.QuadsAction:
		result, filters = s.Result, actionFilters(s)
	case shape.NodesFrom:
		result = s.Dir
		inner := s.Quads
		if m, ok := inner.(marked); ok {
			inner = m.Shape
		}
		quads, ok := inner.(shape.Quads)
		if !ok {
			n.Notes = append(n.Notes, fmt.Sprintf("%s of any of several sets of quads", result))
			return
		}
		filters = quads
	}
	at := map[quad.Direction]*shapeNode{result: n}
	end := func(dir quad.Direction) *shapeNode {
		if at[dir] == nil {
			at[dir] = d.node()
		}
		return at[dir]
	}
	link := shapeLink{Source: end(quad.Subject).ID, Target: end(quad.Object).ID, Predicate: end(quad.Predicate).ID}
	at[quad.Predicate].IsLink = true
	if d.optional {
		link.Kind = "optional"
	}
	i := len(d.Links)
	d.Links = append(d.Links, link)
	for _, f := range filters {
		d.draw(f.Values, end(f.Dir))
	}
	if at[quad.Label] != nil {
		d.Links[i].Label = at[quad.Label].ID
	}
}

// actionFilters returns the constraints of an optimised set of quads, ordered
// by direction.
func actionFilters(s shape.QuadsAction) []shape.QuadFilter {
	var filters []shape.QuadFilter
	for _, dir := range quad.Directions {
		if ref, ok := s.Filter[dir]; ok {
			filters = append(filters, shape.QuadFilter{Dir: dir, Values: shape.Fixed{ref}})
		}
		if tags, ok := s.Save[dir]; ok {
			filters = append(filters, shape.QuadFilter{Dir: dir, Values: shape.Save{Tags: tags, From: shape.AllNodes{}}})
		}
	}
	return filters
}

func valueText(ref refs.Ref) string {
	if v, ok := ref.(refs.PreFetchedValue); ok && v.NameOf() != nil {
		return v.NameOf().String()
	}
	return fmt.Sprint(ref)
}

func filterText(f shape.ValueFilter) string {
	switch f := f.(type) {
	case shape.Comparison:
		return fmt.Sprintf("%v %v", f.Op, f.Val)
	case shape.Regexp:
		return "matches /" + f.Re.String() + "/"
	case shape.Wildcard:
		return "like " + f.Pattern
	default:
		return fmt.Sprintf("%T", f)
	}
}
