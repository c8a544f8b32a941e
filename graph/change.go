package graph

import (
	"github.com/cayleygraph/cayley/graph/refs"
	"github.com/cayleygraph/quad"
)

// node is a value of a batch of quads.
type node struct {
	value quad.Value
	hash  refs.ValueHash

	// What follows is of one change.
	listed bool
	uses   int    // in quads added less those removed
	id     uint64 // in a key-value store
}

// link is a quad as its nodes: subject, predicate, object and label. Within a
// nodeSet equal quads are equal links. Quads are compared by Cayley's hash of
// their values, as the store compares them: Go's == would take the same instant
// in two time zones for two values.
type link [4]*node

// nodeSet has each value of a batch once. Most values of a batch are the same few
// predicates, labels and actors, so they are found by themselves first, and
// hashed only when new.
type nodeSet struct {
	byValue map[quad.Value]*node
	byHash  map[refs.ValueHash]*node
}

// newNodeSet makes a set for about so many quads.
func newNodeSet(quads int) *nodeSet {
	return &nodeSet{
		byValue: make(map[quad.Value]*node, quads/2),
		byHash:  make(map[refs.ValueHash]*node, quads/2),
	}
}

func (s *nodeSet) node(v quad.Value) *node {
	if n := s.byValue[v]; n != nil {
		return n
	}
	h := refs.HashOf(v)
	n := s.byHash[h]
	if n == nil {
		n = &node{value: v, hash: h}
		s.byHash[h] = n
	}
	s.byValue[v] = n
	return n
}

// link returns a normal quad as its nodes.
func (s *nodeSet) link(q quad.Quad) link {
	return link{s.node(q.Subject), s.node(q.Predicate), s.node(q.Object), s.node(q.Label)}
}

// change is what a transaction does. Links to add are not in the store, those to
// remove are, and no link is given twice.
type change struct {
	add, remove []link
	nodes       []*node // of all links, in the order of the text
}

func (c *change) empty() bool { return len(c.add) == 0 && len(c.remove) == 0 }

// count lists the nodes of the change with their uses. A transaction that is
// tried again counts again.
func (c *change) count() {
	c.nodes = c.nodes[:0]
	for _, links := range [][]link{c.add, c.remove} {
		for _, l := range links {
			for _, n := range l {
				n.listed, n.uses, n.id = false, 0, 0
			}
		}
	}
	c.countUses(c.add, +1)
	c.countUses(c.remove, -1)
}

func (c *change) countUses(links []link, uses int) {
	for _, l := range links {
		for _, n := range l {
			if n.uses += uses; !n.listed {
				n.listed = true
				c.nodes = append(c.nodes, n)
			}
		}
	}
}
