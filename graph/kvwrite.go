package graph

import (
	"bytes"
	"fmt"
	"slices"
	"sort"

	"github.com/cayleygraph/cayley/graph/proto"
	"github.com/cayleygraph/cayley/graph/refs"
	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/pquads"
	protobuf "google.golang.org/protobuf/proto"
)

// kvWriter changes a key-value store. Everything is read before the first write,
// and writes go in the order of their keys: a tree of pages likes that best.
type kvWriter struct {
	kvReader
	horizon uint64
	puts    []pair
}

// pair is a key and its new value; a nil value deletes the key.
type pair struct {
	space space
	key   []byte
	value []byte
}

// node is a value whose number of uses changes.
type node struct {
	value quad.Value
	hash  refs.ValueHash
	id    uint64
	uses  int // in quads added less those removed
}

func (w *kvWriter) apply(add, remove []quad.Quad) error {
	if len(add) == 0 && len(remove) == 0 {
		return nil
	}
	horizon, err := metaNumber(w.tx, metaHorizon)
	if err != nil {
		return err
	}
	w.horizon = horizon
	nodes := newNodeSet(len(add) + len(remove))
	added, removed := nodes.ends(add, +1), nodes.ends(remove, -1)
	change, err := w.changeNodes(nodes.list)
	if err != nil {
		return err
	}
	lists := make(map[uint64]*listChange)
	if err := w.addLinks(added, lists); err != nil {
		return err
	}
	if err := w.removeLinks(removed, lists); err != nil {
		return err
	}
	if err := w.changeLabels(lists); err != nil {
		return err
	}
	if err := w.changeMeta(len(add)-len(remove), change); err != nil {
		return err
	}
	return w.flush()
}

// nodeSet finds the node of a value. Most values of a batch are the same few
// predicates, labels and actors, so they are found by themselves first, and
// hashed only when new.
type nodeSet struct {
	list    []*node
	byValue map[quad.Value]*node
	byHash  map[refs.ValueHash]*node
}

func newNodeSet(quads int) *nodeSet {
	return &nodeSet{
		byValue: make(map[quad.Value]*node, quads),
		byHash:  make(map[refs.ValueHash]*node, quads),
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
		s.list = append(s.list, n)
	}
	s.byValue[v] = n
	return n
}

// ends returns the nodes of each quad and counts their uses.
func (s *nodeSet) ends(quads []quad.Quad, uses int) [][4]*node {
	ends := make([][4]*node, len(quads))
	for i, q := range quads {
		for j, v := range [4]quad.Value{q.Subject, q.Predicate, q.Object, q.Label} {
			n := s.node(v)
			n.uses += uses
			ends[i][j] = n
		}
	}
	return ends
}

// changeNodes gives new nodes their ids, counts the uses of all, and forgets
// those without. It returns by how much the number of nodes grew.
func (w *kvWriter) changeNodes(nodes []*node) (int, error) {
	// The ids follow the order of the text, so that what an article says lies
	// together; the look-ups follow the order of the keys.
	byHash := slices.Clone(nodes)
	sort.Slice(byHash, func(i, j int) bool { return bytes.Compare(byHash[i].hash[:], byHash[j].hash[:]) < 0 })
	for _, n := range byHash {
		b, err := w.tx.get(spaceValue, n.hash[:])
		if err != nil {
			return 0, err
		}
		if b == nil {
			continue
		}
		ids, err := decodeIDs(b)
		if err != nil || len(ids) != 1 {
			return 0, fmt.Errorf("id of %v is damaged: % x", n.value, b)
		}
		n.id = ids[0]
	}
	grown := 0
	for _, n := range nodes {
		var err error
		switch {
		case n.id == 0:
			grown++
			err = w.createNode(n)
		case n.uses != 0:
			var gone bool
			if gone, err = w.useNode(n); gone {
				grown--
			}
		}
		if err != nil {
			return 0, err
		}
	}
	return grown, nil
}

func (w *kvWriter) createNode(n *node) error {
	if n.uses <= 0 {
		return fmt.Errorf("remove a quad of %v: the value is not in the store", n.value)
	}
	value, err := pquads.MarshalValue(n.value)
	if err != nil {
		return fmt.Errorf("encode %v: %w", n.value, err)
	}
	w.horizon++
	n.id = w.horizon
	w.put(spaceValue, n.hash[:], encodeIDs(nil, n.id))
	if n.uses > 1 {
		w.put(spaceRefs, idKey(n.id), encodeIDs(nil, uint64(n.uses)))
	}
	return w.putPrimitive(&proto.Primitive{ID: n.id, Value: value})
}

// useNode counts the uses of a stored node and reports whether none is left.
func (w *kvWriter) useNode(n *node) (gone bool, err error) {
	key := idKey(n.id)
	uses, err := w.uses(key)
	if err != nil {
		return false, err
	}
	switch uses += n.uses; {
	case uses < 0:
		return false, fmt.Errorf("value %d is used %d times", n.id, uses)
	case uses == 0:
		w.put(spaceValue, n.hash[:], nil)
		w.put(spaceLog, key, nil)
		w.put(spaceRefs, key, nil)
		return true, nil
	case uses == 1:
		w.put(spaceRefs, key, nil)
	default:
		w.put(spaceRefs, key, encodeIDs(nil, uint64(uses)))
	}
	return false, nil
}

// uses returns how many ends of quads the node with the key is.
func (r *kvReader) uses(key []byte) (int, error) {
	b, err := r.tx.get(spaceRefs, key)
	if err != nil {
		return 0, err
	}
	if b == nil {
		return 1, nil
	}
	n, err := decodeIDs(b)
	if err != nil || len(n) != 1 {
		return 0, fmt.Errorf("uses of value %d are damaged: % x", idAt(key, 0), b)
	}
	return int(n[0]), nil
}

// listChange is what changes in the list of one label's links.
type listChange struct {
	added   []uint64
	removed map[uint64]bool
}

func (w *kvWriter) addLinks(links [][4]*node, lists map[uint64]*listChange) error {
	for _, l := range links {
		w.horizon++
		id := w.horizon
		s, p, o, label := l[0].id, l[1].id, l[2].id, l[3].id
		err := w.putPrimitive(&proto.Primitive{ID: id, Subject: s, Predicate: p, Object: o, Label: label})
		if err != nil {
			return err
		}
		w.put(spaceSPOL, idKey(s, p, o, label), encodeIDs(nil, id))
		w.put(spaceOPSL, idKey(o, p, s, label), encodeIDs(nil, id))
		list := listOf(lists, label)
		list.added = append(list.added, id)
	}
	return nil
}

func (w *kvWriter) removeLinks(links [][4]*node, lists map[uint64]*listChange) error {
	for _, l := range links {
		s, p, o, label := l[0].id, l[1].id, l[2].id, l[3].id
		b, err := w.tx.get(spaceSPOL, idKey(s, p, o, label))
		if err != nil {
			return err
		}
		ids, err := decodeIDs(b)
		if err != nil || len(ids) != 1 {
			return fmt.Errorf("remove a quad that is not in the store: ids %d %d %d %d", s, p, o, label)
		}
		w.put(spaceSPOL, idKey(s, p, o, label), nil)
		w.put(spaceOPSL, idKey(o, p, s, label), nil)
		w.put(spaceLog, idKey(ids[0]), nil)
		list := listOf(lists, label)
		if list.removed == nil {
			list.removed = make(map[uint64]bool)
		}
		list.removed[ids[0]] = true
	}
	return nil
}

func listOf(lists map[uint64]*listChange, label uint64) *listChange {
	list := lists[label]
	if list == nil {
		list = new(listChange)
		lists[label] = list
	}
	return list
}

func (w *kvWriter) changeLabels(lists map[uint64]*listChange) error {
	for label, change := range lists {
		ids, err := w.links(label)
		if err != nil {
			return err
		}
		ids = slices.DeleteFunc(ids, func(id uint64) bool { return change.removed[id] })
		// New ids are greater than all others, so that the list stays sorted.
		if ids = append(ids, change.added...); len(ids) == 0 {
			w.put(spaceLabel, idKey(label), nil)
			continue
		}
		w.put(spaceLabel, idKey(label), encodeIDs(nil, ids...))
	}
	return nil
}

func (w *kvWriter) changeMeta(quads, nodes int) error {
	for name, change := range map[string]int{metaSize: quads, metaNodes: nodes} {
		n, err := metaNumber(w.tx, name)
		if err != nil {
			return err
		}
		w.putNumber(name, uint64(int64(n)+int64(change)))
	}
	w.putNumber(metaHorizon, w.horizon)
	return nil
}

func (w *kvWriter) putNumber(name string, n uint64) {
	key := make([]byte, 8)
	for i := range key {
		key[i] = byte(n >> (8 * i))
	}
	w.put(spaceMeta, []byte(name), key)
}

func (w *kvWriter) putPrimitive(p *proto.Primitive) error {
	b, err := protobuf.Marshal(p)
	if err != nil {
		return fmt.Errorf("encode entry %d of the log: %w", p.ID, err)
	}
	w.put(spaceLog, idKey(p.ID), b)
	return nil
}

func (w *kvWriter) put(s space, key, value []byte) {
	w.puts = append(w.puts, pair{s, key, value})
}

// flush writes what was put.
func (w *kvWriter) flush() error {
	slices.SortFunc(w.puts, func(a, b pair) int {
		if a.space != b.space {
			return int(a.space) - int(b.space)
		}
		return bytes.Compare(a.key, b.key)
	})
	for _, p := range w.puts {
		var err error
		if p.value == nil {
			err = w.tx.del(p.space, p.key)
		} else {
			err = w.tx.put(p.space, p.key, p.value)
		}
		if err != nil {
			return err
		}
	}
	return nil
}
