package graph

import (
	"bytes"
	"fmt"
	"math"

	"github.com/cayleygraph/cayley/graph/proto"
	"github.com/cayleygraph/cayley/graph/refs"
	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/pquads"
	protobuf "google.golang.org/protobuf/proto"
)

// kvReader reads one state of a key-value store.
type kvReader struct {
	tx    kvTx
	names *nameCache[uint64]
	reads int
	given map[quad.Value]uint64 // see remembered
}

func (r *kvReader) close() error { return r.tx.rollback() }
func (r *kvReader) touched() int { return r.reads }

// id returns the id of a value, 0 when no quad has it.
func (r *kvReader) id(v quad.Value) (uint64, error) {
	if v == nil {
		return 0, nil
	}
	r.reads++
	h := refs.HashOf(v)
	b, err := r.tx.get(spaceValue, h[:])
	if err != nil || b == nil {
		return 0, err
	}
	ids, err := decodeIDs(b)
	if err != nil || len(ids) != 1 {
		return 0, fmt.Errorf("id of %v is damaged: % x", v, b)
	}
	return ids[0], nil
}

// ids returns the ids of the values, and whether every value has one.
func (r *kvReader) ids(values ...quad.Value) ([]uint64, bool, error) {
	ids := make([]uint64, len(values))
	for i, v := range values {
		id, err := r.id(normalValue(v))
		if err != nil || id == 0 {
			return nil, false, err
		}
		ids[i] = id
	}
	return ids, true, nil
}

// name returns the value with the id.
func (r *kvReader) name(id uint64) (quad.Value, error) {
	r.reads++
	if v, ok := r.names.get(id); ok {
		return v, nil
	}
	p, err := r.primitive(id)
	if err != nil {
		return nil, err
	}
	v, err := pquads.UnmarshalValue(p.Value)
	if err != nil {
		return nil, fmt.Errorf("value %d: %w", id, err)
	}
	r.names.put(id, v, len(p.Value))
	return v, nil
}

// primitive returns the node or link with the id.
func (r *kvReader) primitive(id uint64) (*proto.Primitive, error) {
	b, err := r.tx.get(spaceLog, idKey(id))
	if err != nil {
		return nil, err
	}
	if b == nil {
		return nil, fmt.Errorf("entry %d of the log is missing", id)
	}
	p := new(proto.Primitive)
	if err := protobuf.Unmarshal(b, p); err != nil {
		return nil, fmt.Errorf("entry %d of the log: %w", id, err)
	}
	return p, nil
}

// link returns the ids of subject, predicate, object and label.
func (r *kvReader) link(id uint64) ([4]uint64, error) {
	p, err := r.primitive(id)
	if err != nil {
		return [4]uint64{}, err
	}
	return [4]uint64{p.Subject, p.Predicate, p.Object, p.Label}, nil
}

// quad resolves the ids of subject, predicate, object and label.
func (r *kvReader) quad(ids [4]uint64) (quad.Quad, error) {
	var values [4]quad.Value
	for i, id := range ids {
		if id == 0 {
			continue
		}
		v, err := r.name(id)
		if err != nil {
			return quad.Quad{}, err
		}
		values[i] = v
	}
	return quad.Quad{Subject: values[0], Predicate: values[1], Object: values[2], Label: values[3]}, nil
}

// scan gives the keys of s that begin with prefix.
func (r *kvReader) scan(s space, prefix []byte, yield func(key, value []byte) error) error {
	c := r.tx.cursor(s)
	for ok := c.seek(prefix); ok && bytes.HasPrefix(c.key(), prefix); ok = c.next() {
		r.reads++
		if err := yield(c.key(), c.value()); err != nil {
			c.close()
			return err
		}
	}
	return c.close()
}

// third returns the distinct third ids of the keys that begin with two ids. It
// leaps from one to the next, so that a fact that thousands of labels state
// costs one step.
func (r *kvReader) third(s space, first, second uint64) ([]uint64, error) {
	prefix := idKey(first, second)
	c := r.tx.cursor(s)
	var found []uint64
	for ok := c.seek(prefix); ok && bytes.HasPrefix(c.key(), prefix); {
		r.reads++
		id := idAt(c.key(), 2)
		found = append(found, id)
		if !c.next() || !bytes.HasPrefix(c.key(), prefix) {
			break
		}
		if idAt(c.key(), 2) == id {
			ok = c.seek(idKey(first, second, id, math.MaxUint64))
		}
	}
	return found, c.close()
}

func (r *kvReader) thirdValues(s space, first, second quad.Value) ([]quad.Value, error) {
	a, err := r.remembered(first)
	if err != nil || a == 0 {
		return nil, err
	}
	b, err := r.remembered(second)
	if err != nil || b == 0 {
		return nil, err
	}
	found, err := r.third(s, a, b)
	if err != nil {
		return nil, err
	}
	values := make([]quad.Value, len(found))
	for i, id := range found {
		if values[i], err = r.name(id); err != nil {
			return nil, err
		}
		r.note(values[i], id)
	}
	return values, nil
}

func (r *kvReader) objects(subject, predicate quad.Value) ([]quad.Value, error) {
	return r.thirdValues(spaceSPOL, subject, predicate)
}

func (r *kvReader) subjects(predicate, object quad.Value) ([]quad.Value, error) {
	return r.thirdValues(spaceOPSL, object, predicate)
}

func (r *kvReader) properties(subject quad.Value) ([]quad.Quad, error) {
	ids, ok, err := r.ids(subject)
	if err != nil || !ok {
		return nil, err
	}
	var quads []quad.Quad
	err = r.scan(spaceSPOL, idKey(ids[0]), func(key, _ []byte) error {
		q, err := r.quad([4]uint64{idAt(key, 0), idAt(key, 1), idAt(key, 2), idAt(key, 3)})
		quads = append(quads, q)
		return err
	})
	return quads, err
}

func (r *kvReader) label(label quad.Value) ([]quad.Quad, error) {
	ids, ok, err := r.ids(label)
	if err != nil || !ok {
		return nil, err
	}
	links, err := r.links(ids[0])
	if err != nil {
		return nil, err
	}
	quads := make([]quad.Quad, len(links))
	for i, id := range links {
		r.reads++
		link, err := r.link(id)
		if err != nil {
			return nil, err
		}
		if quads[i], err = r.quad(link); err != nil {
			return nil, err
		}
	}
	return quads, nil
}

// labels returns all labels, in no particular order.
func (r *kvReader) labels() ([]quad.Value, error) {
	var labels []quad.Value
	err := r.scan(spaceLabel, nil, func(key, _ []byte) error {
		label, err := r.name(idAt(key, 0))
		labels = append(labels, label)
		return err
	})
	return labels, err
}

// links returns the ids of the links with the label.
func (r *kvReader) links(label uint64) ([]uint64, error) {
	b, err := r.tx.get(spaceLabel, idKey(label))
	if err != nil {
		return nil, err
	}
	return decodeIDs(b)
}

func (r *kvReader) contains(q quad.Quad) (bool, error) {
	ids, ok, err := r.ids(q.Subject, q.Predicate, q.Object, q.Label)
	if err != nil || !ok {
		return false, err
	}
	r.reads++
	b, err := r.tx.get(spaceSPOL, idKey(ids...))
	return b != nil, err
}

func (r *kvReader) all(yield func(quad.Quad) bool) error {
	err := r.scan(spaceSPOL, nil, func(key, _ []byte) error {
		q, err := r.quad([4]uint64{idAt(key, 0), idAt(key, 1), idAt(key, 2), idAt(key, 3)})
		if err == nil && !yield(q) {
			err = errStop
		}
		return err
	})
	if err == errStop {
		return nil
	}
	return err
}

func (r *kvReader) stats() (Stats, error) {
	quads, err := metaNumber(r.tx, metaSize)
	if err != nil {
		return Stats{}, err
	}
	nodes, err := metaNumber(r.tx, metaNodes)
	return Stats{Quads: int(quads), Nodes: int(nodes)}, err
}
