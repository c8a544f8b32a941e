package graph

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"slices"

	"github.com/cayleygraph/cayley/graph/proto"
	"github.com/cayleygraph/quad/pquads"
	protobuf "google.golang.org/protobuf/proto"
)

// kvWriter changes a key-value store. Everything is read before the first write,
// and writes go in the order of their keys: a tree of pages likes that best.
type kvWriter struct {
	kvReader
	horizon uint64
	puts    [spacesCount][]pair
	room    []byte // for keys and values that are yet to be written
	entry   proto.Primitive
}

// pair is a key and its new value; a nil value deletes the key.
type pair struct{ key, value []byte }

func (w *kvWriter) apply(c change) error {
	if c.empty() {
		return nil
	}
	horizon, err := metaNumber(w.tx, metaHorizon)
	if err != nil {
		return err
	}
	w.horizon = horizon
	c.count()
	grown, err := w.changeNodes(c.nodes)
	if err != nil {
		return err
	}
	lists := make(map[uint64]*listChange)
	if err := w.addLinks(c.add, lists); err != nil {
		return err
	}
	if err := w.removeLinks(c.remove, lists); err != nil {
		return err
	}
	if err := w.changeLabels(lists); err != nil {
		return err
	}
	if err := w.changeMeta(len(c.add)-len(c.remove), grown); err != nil {
		return err
	}
	return w.flush()
}

// changeNodes gives new nodes their ids, counts the uses of all, and forgets
// those without. It returns by how much the number of nodes grew.
func (w *kvWriter) changeNodes(nodes []*node) (int, error) {
	// The ids follow the order of the text, so that what an article says lies
	// together; the look-ups follow the order of the keys.
	byHash := slices.Clone(nodes)
	slices.SortFunc(byHash, func(a, b *node) int { return bytes.Compare(a.hash[:], b.hash[:]) })
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
	w.put(spaceValue, n.hash[:], w.ids(n.id))
	if n.uses > 1 {
		w.put(spaceRefs, w.key(n.id), w.ids(uint64(n.uses)))
	}
	w.entry.ID, w.entry.Subject, w.entry.Predicate, w.entry.Object, w.entry.Label, w.entry.Value = n.id, 0, 0, 0, 0, value
	return w.putEntry()
}

// useNode counts the uses of a stored node and reports whether none is left.
func (w *kvWriter) useNode(n *node) (gone bool, err error) {
	key := w.key(n.id)
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
		w.put(spaceRefs, key, w.ids(uint64(uses)))
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

func (w *kvWriter) addLinks(links []link, lists map[uint64]*listChange) error {
	for _, l := range links {
		w.horizon++
		id := w.horizon
		s, p, o, label := l[0].id, l[1].id, l[2].id, l[3].id
		w.entry.ID, w.entry.Subject, w.entry.Predicate, w.entry.Object, w.entry.Label, w.entry.Value = id, s, p, o, label, nil
		if err := w.putEntry(); err != nil {
			return err
		}
		value := w.ids(id)
		w.put(spaceSPOL, w.key(s, p, o, label), value)
		w.put(spaceOPSL, w.key(o, p, s, label), value)
		list := listOf(lists, label)
		list.added = append(list.added, id)
	}
	return nil
}

func (w *kvWriter) removeLinks(links []link, lists map[uint64]*listChange) error {
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

// putEntry puts the entry into the log.
func (w *kvWriter) putEntry() error {
	w.reserve(protobuf.Size(&w.entry))
	begin := len(w.room)
	b, err := protobuf.MarshalOptions{}.MarshalAppend(w.room, &w.entry)
	if err != nil {
		return fmt.Errorf("encode entry %d of the log: %w", w.entry.ID, err)
	}
	w.room = b
	w.put(spaceLog, w.key(w.entry.ID), b[begin:len(b):len(b)])
	return nil
}

// roomSize is how many bytes are allocated at a time for small keys and values.
const roomSize = 1 << 16

// reserve sees to it that so many bytes can be appended to room without moving
// what was appended before.
func (w *kvWriter) reserve(bytes int) {
	if cap(w.room)-len(w.room) < bytes {
		w.room = make([]byte, 0, max(roomSize, bytes))
	}
}

// key is idKey in room.
func (w *kvWriter) key(ids ...uint64) []byte {
	w.reserve(8 * len(ids))
	begin := len(w.room)
	for _, id := range ids {
		w.room = binary.BigEndian.AppendUint64(w.room, id)
	}
	return w.room[begin:len(w.room):len(w.room)]
}

// ids is encodeIDs in room.
func (w *kvWriter) ids(id uint64) []byte {
	w.reserve(binary.MaxVarintLen64)
	begin := len(w.room)
	w.room = encodeIDs(w.room, id)
	return w.room[begin:len(w.room):len(w.room)]
}

func (w *kvWriter) put(s space, key, value []byte) {
	w.puts[s.place()] = append(w.puts[s.place()], pair{key, value})
}

// flush writes what was put.
func (w *kvWriter) flush() error {
	for i, puts := range w.puts {
		slices.SortFunc(puts, func(a, b pair) int { return bytes.Compare(a.key, b.key) })
		for _, p := range puts {
			var err error
			if p.value == nil {
				err = w.tx.del(spaces[i], p.key)
			} else {
				err = w.tx.put(spaces[i], p.key, p.value)
			}
			if err != nil {
				return err
			}
		}
	}
	return nil
}
