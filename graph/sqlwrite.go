package graph

import (
	"bytes"
	"errors"
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

func (w *sqlWriter) apply(c change) error {
	if c.empty() {
		return nil
	}
	c.count()
	nodes := c.nodes
	// One order for all, so that transactions wait for each other in turn.
	slices.SortFunc(nodes, func(a, b *node) int { return bytes.Compare(a.hash[:], b.hash[:]) })
	for _, step := range []func() error{
		func() error { return w.addNodes(nodes) },
		func() error { return w.removeQuads(c.remove) },
		func() error { return w.addQuads(c.add) },
		func() error { return w.dropNodes(nodes) },
	} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

const (
	deleteQuads = `DELETE FROM quads USING unnest($1::bytea[], $2::bytea[], $3::bytea[], $4::bytea[]) AS old(s, p, o, l)
		WHERE subject_hash = s AND predicate_hash = p AND object_hash = o AND label_hash = l`
	// stage is the table that values are copied into. It is made once for a
	// connection, is the connection's own, and empties itself.
	stage     = "demarche_stage"
	makeStage = "CREATE TEMPORARY TABLE IF NOT EXISTS " + stage + " (LIKE nodes) ON COMMIT DELETE ROWS"
	// onConflict adds the uses of a value that is there.
	onConflict = " ON CONFLICT (hash) DO UPDATE SET refs = nodes.refs + EXCLUDED.refs"
	lowerNodes = `UPDATE nodes SET refs = nodes.refs + less.n
		FROM unnest($1::bytea[], $2::int[]) AS less(hash, n) WHERE nodes.hash = less.hash`
	deleteNodes = `DELETE FROM nodes WHERE hash = ANY($1) AND refs <= 0`
)

// removeQuads removes the quads and sees that each was there.
func (w *sqlWriter) removeQuads(quads []link) error {
	for chunk := range slices.Chunk(quads, sqlPage) {
		var columns [4]pq.ByteaArray
		for _, ends := range chunk {
			for i, end := range ends {
				columns[i] = append(columns[i], end.hash[:])
			}
		}
		result, err := w.tx.ExecContext(w.ctx, deleteQuads, columns[0], columns[1], columns[2], columns[3])
		if err != nil {
			return fmt.Errorf("remove quads: %w", err)
		}
		if n, err := result.RowsAffected(); err != nil || n != int64(len(chunk)) {
			return fmt.Errorf("remove quads: %d changed instead of %d: %w", n, len(chunk), err)
		}
	}
	return nil
}

// addQuads adds the quads, which are not there.
func (w *sqlWriter) addQuads(quads []link) error {
	if len(quads) == 0 {
		return nil
	}
	now := quadTime()
	err := w.copy(pq.CopyIn("quads", quadColumns...), func(row func(...any) error) error {
		for _, ends := range quads {
			if err := row(ends[0].hash[:], ends[1].hash[:], ends[2].hash[:], ends[3].hash[:], now); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("add quads: %w", err)
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
	if len(more) == 0 {
		return nil
	}
	if w.backend == Cockroach {
		return w.insertNodes(more)
	}
	if err := w.execute([]string{makeStage}); err != nil {
		return err
	}
	if err := w.copyNodes(stage, more); err != nil {
		return err
	}
	return w.execute([]string{"INSERT INTO nodes SELECT * FROM " + stage + onConflict})
}

// copyNodes copies the values into the table.
func (w *sqlWriter) copyNodes(table string, nodes []*node) error {
	err := w.copy(pq.CopyIn(table, nodeColumns...), func(row func(...any) error) error {
		for _, n := range nodes {
			values, err := nodeRow(n)
			if err == nil {
				err = row(values[:]...)
			}
			if err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("add values: %w", err)
	}
	return nil
}

// insertRows is how many values an INSERT has: CockroachDB, which has no tables
// that empty themselves, takes at most 65,535 parameters.
const insertRows = 1000

// insertNodes adds values, or uses of them, without a stage.
func (w *sqlWriter) insertNodes(nodes []*node) error {
	for chunk := range slices.Chunk(nodes, insertRows) {
		var rows []string
		var all []any
		for _, n := range chunk {
			values, err := nodeRow(n)
			if err != nil {
				return fmt.Errorf("add values: %w", err)
			}
			places := make([]string, len(values))
			for i := range values {
				places[i] = fmt.Sprintf("$%d", len(all)+i+1)
			}
			rows = append(rows, "("+strings.Join(places, ", ")+")")
			all = append(all, values[:]...)
		}
		_, err := w.tx.ExecContext(w.ctx, "INSERT INTO nodes VALUES "+strings.Join(rows, ", ")+onConflict, all...)
		if err != nil {
			return fmt.Errorf("add values: %w", err)
		}
	}
	return nil
}

// execute runs the statements, which have no parameters.
func (w *sqlWriter) execute(statements []string) error {
	for _, statement := range statements {
		if _, err := w.tx.ExecContext(w.ctx, statement); err != nil {
			return fmt.Errorf("%.60s: %w", statement, err)
		}
	}
	return nil
}

// copy sends the rows that send gives in one COPY statement.
func (w *sqlWriter) copy(statement string, send func(row func(...any) error) error) error {
	copying, err := w.tx.PrepareContext(w.ctx, statement)
	if err != nil {
		return err
	}
	err = send(func(values ...any) error {
		_, err := copying.ExecContext(w.ctx, values...)
		return err
	})
	if err == nil {
		_, err = copying.ExecContext(w.ctx) // the end: the server has checked all rows
	}
	return errors.Join(err, copying.Close())
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

// quadColumns are those of the table quads that are given; the number of a quad
// comes from the database.
var quadColumns = []string{"subject_hash", "predicate_hash", "object_hash", "label_hash", "ts"}

// quadTime is when a quad that is written now is said to be written.
func quadTime() time.Time { return time.Now().UTC() }

// nodeColumns are the columns of the table nodes.
var nodeColumns = []string{"hash", "refs", "value", "value_string", "datatype", "language", "iri", "bnode",
	"value_int", "value_bool", "value_float", "value_time"}

// Places of columns in nodeColumns.
const (
	columnHash = iota
	columnRefs
	columnValue
	columnText
	columnDatatype
	columnLanguage
	columnIRI
	columnBNode
	columnInt
	columnBool
	columnFloat
	columnTime
)

// nodeRow returns the row of a value in the form that Cayley reads.
func nodeRow(n *node) (row [columnTime + 1]any, err error) {
	row[columnHash], row[columnRefs] = n.hash[:], int64(n.uses)
	// PostgreSQL has no zero bytes in text.
	plain := func(s quad.String) string { return strings.ReplaceAll(string(s), "\x00", `\x00`) }
	switch v := n.value.(type) {
	case quad.IRI:
		row[columnText], row[columnIRI] = plain(quad.String(v)), true
	case quad.BNode:
		row[columnText], row[columnBNode] = plain(quad.String(v)), true
	case quad.String:
		row[columnText] = plain(v)
	case quad.TypedString:
		row[columnText], row[columnDatatype] = plain(v.Value), string(v.Type)
	case quad.LangString:
		row[columnText], row[columnLanguage] = plain(v.Value), v.Lang
	case quad.Int:
		row[columnInt] = int64(v)
	case quad.Bool:
		row[columnBool] = bool(v)
	case quad.Float:
		row[columnFloat] = float64(v)
	case quad.Time:
		row[columnTime] = time.Time(v)
	default:
		data, err := pquads.MarshalValue(v)
		if err != nil {
			return row, fmt.Errorf("encode %v: %w", v, err)
		}
		row[columnValue] = data
	}
	return row, nil
}
