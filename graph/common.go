package graph

import (
	"bytes"
	"context"
	"slices"

	"github.com/cayleygraph/quad"
)

// Common returns the distinct subjects that meet every one of the sets, in no
// particular order: for each set they have a quad with the predicate and object
// of one of its patterns. Their cost is that of the set with the fewest, and of
// finding each of these in the others. At most limit are returned, 0 for all;
// more says that there are others.
func (v *View) Common(limit int, sets ...[]quad.Quad) (found []quad.Value, more bool, err error) {
	if err := context.Cause(v.ctx); err != nil {
		return nil, false, err
	}
	if len(sets) == 0 || slices.ContainsFunc(sets, func(s []quad.Quad) bool { return len(s) == 0 }) {
		return nil, false, nil
	}
	wanted := limit
	if limit > 0 {
		wanted++
	}
	found, err = v.r.common(wanted, sets)
	if limit > 0 && len(found) > limit {
		found, more = found[:limit], true
	}
	return found, more, err
}

// Facts returns the distinct quads, without their labels, that have one of the
// subjects and one of the predicates, subject by subject. It is one look-up for
// all of them where the back end has such.
func (v *View) Facts(subjects []quad.Value, predicates []quad.IRI) ([]quad.Quad, error) {
	if err := context.Cause(v.ctx); err != nil {
		return nil, err
	}
	if len(subjects) == 0 || len(predicates) == 0 {
		return nil, nil
	}
	return v.r.facts(subjects, predicates)
}

// Known returns those of the nodes that any quad has as subject, predicate,
// object or label, in their order.
func (v *View) Known(nodes []quad.Value) ([]quad.Value, error) {
	if err := context.Cause(v.ctx); err != nil {
		return nil, err
	}
	return v.r.known(nodes)
}

// Counts returns how many quads have the predicate and each of the objects; the
// same fact under two labels counts twice. Objects without a quad are left out.
func (v *View) Counts(predicate quad.IRI, objects []quad.Value) (map[quad.Value]int, error) {
	if err := context.Cause(v.ctx); err != nil {
		return nil, err
	}
	return v.r.counts(predicate, objects)
}

func (r *kvReader) known(nodes []quad.Value) ([]quad.Value, error) {
	var found []quad.Value
	for _, node := range nodes {
		id, err := r.remembered(node)
		if err != nil {
			return nil, err
		}
		if id != 0 {
			found = append(found, node)
		}
	}
	return found, nil
}

func (r *kvReader) counts(predicate quad.Value, objects []quad.Value) (map[quad.Value]int, error) {
	found := make(map[quad.Value]int, len(objects))
	p, err := r.remembered(predicate)
	if err != nil || p == 0 {
		return nil, err
	}
	c := r.tx.cursor(spaceOPSL)
	for _, object := range objects {
		id, err := r.remembered(object)
		if err != nil {
			c.close()
			return nil, err
		}
		if n := r.countFrom(c, idKey(id, p)); n > 0 {
			found[object] = n
		}
	}
	return found, c.close()
}

// countFrom returns how many keys begin with a prefix.
func (r *kvReader) countFrom(c kvCursor, prefix []byte) (n int) {
	for ok := c.seek(prefix); ok && bytes.HasPrefix(c.key(), prefix); ok = c.next() {
		r.reads++
		n++
	}
	return n
}

// remembered is id with a memory that lasts as long as the reader: for what is
// looked up again and again, and by readers only, because a writer gives ids.
func (r *kvReader) remembered(v quad.Value) (uint64, error) {
	v = normalValue(v)
	if id, ok := r.given[v]; ok {
		return id, nil
	}
	id, err := r.id(v)
	if err != nil {
		return 0, err
	}
	r.note(v, id)
	return id, nil
}

// note makes remembered know an id: what a look-up returns is often what the
// next one is given.
func (r *kvReader) note(v quad.Value, id uint64) {
	if r.given == nil {
		r.given = map[quad.Value]uint64{}
	}
	r.given[v] = id
}

// common leaps from one subject to the next: each set is asked for its first
// subject that is not before what the others have reached.
func (r *kvReader) common(limit int, sets [][]quad.Quad) (found []quad.Value, err error) {
	walks := make([]*union, 0, len(sets))
	defer func() {
		for _, u := range walks {
			err = firstError(err, u.close())
		}
	}()
	for _, set := range sets {
		u, err := r.union(set)
		walks = append(walks, u)
		if err != nil || len(u.members) == 0 {
			return nil, err
		}
	}
	for at, agreed := uint64(0), 0; ; {
		for _, u := range walks {
			id, ok := u.seek(at)
			switch {
			case !ok:
				return found, nil
			case id == at:
				agreed++
			default:
				at, agreed = id, 1
			}
			if agreed < len(walks) {
				continue
			}
			v, err := r.name(at)
			if err != nil {
				return nil, err
			}
			r.note(v, at)
			if found = append(found, v); len(found) == limit {
				return found, nil
			}
			at, agreed = at+1, 0
			break
		}
	}
}

func firstError(a, b error) error {
	if a != nil {
		return a
	}
	return b
}

// union walks over the ids of the subjects that meet any of some patterns.
type union struct {
	r       *kvReader
	members []*member
}

// member walks over the subjects of one pattern.
type member struct {
	prefix []byte
	c      kvCursor
	at     uint64
}

func (r *kvReader) union(patterns []quad.Quad) (*union, error) {
	u := &union{r: r}
	for _, p := range patterns {
		predicate, err := r.remembered(p.Predicate)
		if err != nil {
			return u, err
		}
		object, err := r.remembered(p.Object)
		if err != nil {
			return u, err
		}
		if predicate == 0 || object == 0 {
			continue
		}
		m := &member{prefix: idKey(object, predicate), c: r.tx.cursor(spaceOPSL)}
		u.members = append(u.members, m)
		u.stand(len(u.members)-1, m.c.seek(m.prefix))
	}
	return u, nil
}

// stand takes up where a member's cursor is, and drops it behind its last.
func (u *union) stand(i int, ok bool) bool {
	m := u.members[i]
	u.r.reads++
	if ok && bytes.HasPrefix(m.c.key(), m.prefix) {
		m.at = idAt(m.c.key(), 2)
		return true
	}
	m.at = 0
	return false
}

// seek returns the first id that is not less than the given one.
func (u *union) seek(id uint64) (first uint64, ok bool) {
	for i, m := range u.members {
		if m.at != 0 && m.at < id && u.stand(i, m.c.next()) && m.at < id {
			u.stand(i, m.c.seek(append(slices.Clone(m.prefix), idKey(id)...)))
		}
		if m.at != 0 && (!ok || m.at < first) {
			first, ok = m.at, true
		}
	}
	return first, ok
}

func (u *union) close() (err error) {
	for _, m := range u.members {
		err = firstError(err, m.c.close())
	}
	return err
}

// facts walks over each subject's keys, leaping over predicates that are not
// wanted and over labels that say the same.
func (r *kvReader) facts(subjects []quad.Value, predicates []quad.IRI) ([]quad.Quad, error) {
	names := make(map[uint64]quad.IRI, len(predicates))
	var wanted []uint64
	for _, p := range predicates {
		id, err := r.remembered(p)
		if err != nil {
			return nil, err
		}
		if id != 0 {
			names[id] = p
			wanted = append(wanted, id)
		}
	}
	slices.Sort(wanted)
	wanted = slices.Compact(wanted)
	c := r.tx.cursor(spaceSPOL)
	var quads []quad.Quad
	for _, subject := range subjects {
		id, err := r.remembered(subject)
		if err == nil && id != 0 {
			err = r.factsOf(c, id, wanted, func(predicate uint64, object quad.Value) {
				quads = append(quads, quad.Quad{Subject: subject, Predicate: names[predicate], Object: object})
			})
		}
		if err != nil {
			c.close()
			return nil, err
		}
	}
	return quads, c.close()
}

// factsOf gives the distinct objects of a subject's wanted predicates, which
// ascend.
func (r *kvReader) factsOf(c kvCursor, subject uint64, wanted []uint64, yield func(predicate uint64, object quad.Value)) error {
	prefix := idKey(subject)
	var predicate, object uint64
	for ok := len(wanted) > 0 && c.seek(prefix); ok && bytes.HasPrefix(c.key(), prefix); {
		r.reads++
		p, o := idAt(c.key(), 1), idAt(c.key(), 2)
		for len(wanted) > 0 && wanted[0] < p {
			wanted = wanted[1:]
		}
		switch {
		case len(wanted) == 0:
			return nil
		case p < wanted[0]:
			ok = leap(c, idKey(subject, wanted[0]))
			continue
		case p == predicate && o == object:
			ok = leap(c, idKey(subject, p, o+1))
			continue
		}
		predicate, object = p, o
		v, err := r.name(o)
		if err != nil {
			return err
		}
		yield(p, v)
		ok = c.next()
	}
	return nil
}

// steps is how many keys are passed before a search pays: one costs a fraction of it.
const steps = 8

// leap moves a cursor to the first key not less than the given one, which lies ahead.
func leap(c kvCursor, key []byte) bool {
	for range steps {
		if !c.next() {
			return false
		}
		if bytes.Compare(c.key(), key) >= 0 {
			return true
		}
	}
	return c.seek(key)
}
