package graph

import (
	"bytes"
	"database/sql"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/pquads"
	"github.com/lib/pq"
)

// sqlWriter changes the database with a few statements for any number of quads;
// Cayley's own writer takes one for each value and each quad.
type sqlWriter struct {
	sqlReader
}

func (w *sqlWriter) apply(add, remove []quad.Quad) error {
	if len(add) == 0 && len(remove) == 0 {
		return nil
	}
	nodes := newNodeSet(len(add) + len(remove))
	added, removed := nodes.ends(add, +1), nodes.ends(remove, -1)
	// One order for all, so that transactions wait for each other in turn.
	slices.SortFunc(nodes.list, func(a, b *node) int { return bytes.Compare(a.hash[:], b.hash[:]) })
	for _, step := range []func() error{
		func() error { return w.addNodes(nodes.list) },
		func() error { return w.changeQuads("remove", deleteQuads, removed) },
		func() error { return w.changeQuads("add", insertQuads, added) },
		func() error { return w.dropNodes(nodes.list) },
	} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

const (
	insertQuads = `INSERT INTO quads (subject_hash, predicate_hash, object_hash, label_hash, ts)
		SELECT s, p, o, l, now() FROM unnest($1::bytea[], $2::bytea[], $3::bytea[], $4::bytea[]) AS new(s, p, o, l)`
	deleteQuads = `DELETE FROM quads USING unnest($1::bytea[], $2::bytea[], $3::bytea[], $4::bytea[]) AS old(s, p, o, l)
		WHERE subject_hash = s AND predicate_hash = p AND object_hash = o AND label_hash = l`
	insertNodes = `INSERT INTO nodes (hash, refs, value, value_string, datatype, language, iri, bnode,
			value_int, value_bool, value_float, value_time)
		SELECT * FROM unnest($1::bytea[], $2::int[], $3::bytea[], $4::text[], $5::text[], $6::text[], $7::bool[],
			$8::bool[], $9::bigint[], $10::bool[], $11::float8[], $12::timestamptz[])
		ON CONFLICT (hash) DO UPDATE SET refs = nodes.refs + EXCLUDED.refs`
	lowerNodes = `UPDATE nodes SET refs = nodes.refs + less.n
		FROM unnest($1::bytea[], $2::int[]) AS less(hash, n) WHERE nodes.hash = less.hash`
	deleteNodes = `DELETE FROM nodes WHERE hash = ANY($1) AND refs <= 0`
)

// changeQuads runs the statement for the quads and sees that it did it for each.
func (w *sqlWriter) changeQuads(what, statement string, quads [][4]*node) error {
	for chunk := range slices.Chunk(quads, sqlPage) {
		var columns [4]pq.ByteaArray
		for _, ends := range chunk {
			for i, end := range ends {
				columns[i] = append(columns[i], end.hash[:])
			}
		}
		result, err := w.tx.ExecContext(w.ctx, statement, columns[0], columns[1], columns[2], columns[3])
		if err != nil {
			return fmt.Errorf("%s quads: %w", what, err)
		}
		if n, err := result.RowsAffected(); err != nil || n != int64(len(chunk)) {
			return fmt.Errorf("%s quads: %d changed instead of %d: %w", what, n, len(chunk), err)
		}
	}
	return nil
}

// addNodes adds the values that are used more often now, or the uses to those
// that are there. Those used as often as before are there.
func (w *sqlWriter) addNodes(nodes []*node) error {
	more := make([]*node, 0, len(nodes))
	for _, n := range nodes {
		if n.uses > 0 {
			more = append(more, n)
		}
	}
	for chunk := range slices.Chunk(more, sqlPage) {
		c := new(nodeColumns)
		for _, n := range chunk {
			if err := c.add(n); err != nil {
				return err
			}
		}
		_, err := w.tx.ExecContext(w.ctx, insertNodes, c.hash, c.refs, c.value, pq.Array(c.text), pq.Array(c.datatype),
			pq.Array(c.language), pq.Array(c.iri), pq.Array(c.bnode), pq.Array(c.integer), pq.Array(c.truth),
			pq.Array(c.float), pq.Array(c.instant))
		if err != nil {
			return fmt.Errorf("add values: %w", err)
		}
	}
	return nil
}

// dropNodes takes away uses, and the values that have none left.
func (w *sqlWriter) dropNodes(nodes []*node) error {
	var hashes pq.ByteaArray
	var less pq.Int64Array
	for _, n := range nodes {
		if n.uses < 0 {
			hashes, less = append(hashes, n.hash[:]), append(less, int64(n.uses))
		}
	}
	if len(hashes) == 0 {
		return nil
	}
	if _, err := w.tx.ExecContext(w.ctx, lowerNodes, hashes, less); err != nil {
		return fmt.Errorf("count values: %w", err)
	}
	if _, err := w.tx.ExecContext(w.ctx, deleteNodes, hashes); err != nil {
		return fmt.Errorf("remove values: %w", err)
	}
	return nil
}

// nodeColumns are rows of the table nodes, column by column.
type nodeColumns struct {
	hash                     pq.ByteaArray
	refs                     pq.Int64Array
	value                    pq.ByteaArray
	text, datatype, language []sql.NullString
	iri, bnode, truth        []sql.NullBool
	integer                  []sql.NullInt64
	float                    []sql.NullFloat64
	instant                  []sql.NullTime
}

// add adds a row, in the form that Cayley reads.
func (c *nodeColumns) add(n *node) error {
	var (
		data                     []byte
		text, datatype, language sql.NullString
		iri, bnode, truth        sql.NullBool
		integer                  sql.NullInt64
		float                    sql.NullFloat64
		instant                  sql.NullTime
	)
	// PostgreSQL has no zero bytes in text.
	plain := func(s quad.String) sql.NullString {
		return sql.NullString{String: strings.ReplaceAll(string(s), "\x00", `\x00`), Valid: true}
	}
	switch v := n.value.(type) {
	case quad.IRI:
		text, iri = plain(quad.String(v)), sql.NullBool{Bool: true, Valid: true}
	case quad.BNode:
		text, bnode = plain(quad.String(v)), sql.NullBool{Bool: true, Valid: true}
	case quad.String:
		text = plain(v)
	case quad.TypedString:
		text, datatype = plain(v.Value), sql.NullString{String: string(v.Type), Valid: true}
	case quad.LangString:
		text, language = plain(v.Value), sql.NullString{String: v.Lang, Valid: true}
	case quad.Int:
		integer = sql.NullInt64{Int64: int64(v), Valid: true}
	case quad.Bool:
		truth = sql.NullBool{Bool: bool(v), Valid: true}
	case quad.Float:
		float = sql.NullFloat64{Float64: float64(v), Valid: true}
	case quad.Time:
		instant = sql.NullTime{Time: time.Time(v), Valid: true}
	default:
		var err error
		if data, err = pquads.MarshalValue(v); err != nil {
			return fmt.Errorf("encode %v: %w", v, err)
		}
	}
	c.hash, c.refs, c.value = append(c.hash, n.hash[:]), append(c.refs, int64(n.uses)), append(c.value, data)
	c.text, c.datatype, c.language = append(c.text, text), append(c.datatype, datatype), append(c.language, language)
	c.iri, c.bnode, c.truth = append(c.iri, iri), append(c.bnode, bnode), append(c.truth, truth)
	c.integer, c.float, c.instant = append(c.integer, integer), append(c.float, float), append(c.instant, instant)
	return nil
}
