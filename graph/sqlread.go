package graph

import (
	"context"
	"database/sql"
	"fmt"
	"strings"
	"time"

	"github.com/cayleygraph/cayley/graph/refs"
	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/pquads"
	"github.com/lib/pq"

	cayley "github.com/cayleygraph/cayley/graph"
)

// sqlSnapshot is Cayley's SQL store that changes through this package. It hides
// Cayley's planner, whose plans run on Cayley's own type alone; see planned.
type sqlSnapshot struct {
	cayley.QuadStore
	deltaWriter
}

// ApplyDeltas changes the store.
func (s *sqlSnapshot) ApplyDeltas(in []cayley.Delta, ignore cayley.IgnoreOpts) error {
	return s.deltaWriter.ApplyDeltas(in, ignore)
}

// NewQuadWriter returns a writer to the store.
func (s *sqlSnapshot) NewQuadWriter() (quad.WriteCloser, error) { return s.deltaWriter.NewQuadWriter() }

// Close does nothing: the store belongs to whoever opened it.
func (s *sqlSnapshot) Close() error { return nil }

// planned returns the store on which a session's plans run. Without its planner
// Cayley's SQL store takes twenty times longer for a path of three steps.
func planned(qs cayley.QuadStore) cayley.QuadStore {
	if s, ok := qs.(*sqlSnapshot); ok {
		return s.QuadStore
	}
	return qs
}

// sqlReader reads one state of the database.
type sqlReader struct {
	ctx     context.Context
	tx      *sql.Tx
	backend string
	names   *nameCache[refs.ValueHash]
	reads   int

	planned bool // whether it says how statements are planned
}

func (r *sqlReader) close() error {
	// After the end of its context a transaction is rolled back already.
	if err := r.tx.Rollback(); err != nil && r.ctx.Err() == nil {
		return err
	}
	return nil
}

func (r *sqlReader) touched() int { return r.reads }

// hashOf returns the hash of a value as the database has it.
func hashOf(v quad.Value) []byte {
	h := refs.HashOf(normalValue(v))
	return h[:]
}

// hashes returns the one column of the query's rows.
func (r *sqlReader) hashes(query string, args ...any) ([]refs.ValueHash, error) {
	rows, err := r.tx.QueryContext(r.ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var found []refs.ValueHash
	for rows.Next() {
		var b []byte
		if err := rows.Scan(&b); err != nil {
			return nil, err
		}
		r.reads++
		found = append(found, refs.ValueHash(b))
	}
	return found, rows.Err()
}

// values returns the values with the hashes.
func (r *sqlReader) values(hashes []refs.ValueHash) ([]quad.Value, error) {
	known, err := r.resolve(hashes)
	if err != nil {
		return nil, err
	}
	values := make([]quad.Value, len(hashes))
	for i, h := range hashes {
		values[i] = known[h]
	}
	return values, nil
}

// resolve returns the values of the hashes.
func (r *sqlReader) resolve(hashes []refs.ValueHash) (map[refs.ValueHash]quad.Value, error) {
	known := make(map[refs.ValueHash]quad.Value, len(hashes))
	var missing [][]byte
	for _, h := range hashes {
		if _, ok := known[h]; ok || !h.Valid() {
			continue
		}
		v, ok := r.names.get(h)
		known[h] = v
		if !ok {
			missing = append(missing, h[:])
		}
	}
	r.reads += len(known)
	if len(missing) == 0 {
		return known, nil
	}
	rows, err := r.tx.QueryContext(r.ctx, "SELECT "+nodeFields+" FROM nodes WHERE hash = ANY($1)", pq.ByteaArray(missing))
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		h, v, size, err := scanNode(rows)
		if err != nil {
			return nil, err
		}
		known[h] = v
		r.names.put(h, v, size)
	}
	return known, rows.Err()
}

// nodeFields are the columns of the table nodes that scanNode reads.
const nodeFields = "hash, value, value_string, datatype, language, iri, bnode, value_int, value_bool, value_float, value_time"

// scanNode reads a row of the table nodes, as Cayley writes it, behind what goes
// before it.
func scanNode(rows *sql.Rows, before ...any) (hash refs.ValueHash, v quad.Value, size int, err error) {
	var (
		key, data         []byte
		text, typ, lang   sql.NullString
		iri, bnode, truth sql.NullBool
		integer           sql.NullInt64
		float             sql.NullFloat64
		instant           sql.NullTime
	)
	err = rows.Scan(append(before, &key, &data, &text, &typ, &lang, &iri, &bnode, &integer, &truth, &float, &instant)...)
	if err != nil {
		return hash, nil, 0, err
	}
	hash = refs.ValueHash(key)
	// PostgreSQL has no zero bytes in text; Cayley writes them so.
	plain := quad.String(strings.ReplaceAll(text.String, `\x00`, "\x00"))
	switch {
	case text.Valid && iri.Bool:
		v = quad.IRI(text.String)
	case text.Valid && bnode.Bool:
		v = quad.BNode(text.String)
	case text.Valid && lang.Valid:
		v = quad.LangString{Value: plain, Lang: lang.String}
	case text.Valid && typ.Valid:
		v = quad.TypedString{Value: plain, Type: quad.IRI(typ.String)}
	case text.Valid:
		v = plain
	case integer.Valid:
		v = quad.Int(integer.Int64)
	case truth.Valid:
		v = quad.Bool(truth.Bool)
	case float.Valid:
		v = quad.Float(float.Float64)
	case instant.Valid:
		v = quad.Time(instant.Time.In(time.UTC))
	default:
		if v, err = pquads.UnmarshalValue(data); err != nil {
			return hash, nil, 0, fmt.Errorf("value %s: %w", hash, err)
		}
	}
	return hash, v, len(text.String) + len(data), nil
}

// quads returns the quads that the condition selects.
func (r *sqlReader) quads(condition string, args ...any) ([]quad.Quad, error) {
	keys, err := r.keys(condition, args...)
	if err != nil {
		return nil, err
	}
	return r.named(keys)
}

// keys returns the hashes of the quads that the condition selects.
func (r *sqlReader) keys(condition string, args ...any) ([]refs.QuadHash, error) {
	rows, err := r.tx.QueryContext(r.ctx,
		"SELECT subject_hash, predicate_hash, object_hash, label_hash FROM quads "+condition, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var keys []refs.QuadHash
	for rows.Next() {
		var s, p, o, l []byte
		if err := rows.Scan(&s, &p, &o, &l); err != nil {
			return nil, err
		}
		r.reads++
		key := refs.QuadHash{Subject: refs.ValueHash(s), Predicate: refs.ValueHash(p), Object: refs.ValueHash(o)}
		if l != nil {
			key.Label = refs.ValueHash(l)
		}
		keys = append(keys, key)
	}
	return keys, rows.Err()
}

// named returns the quads with the hashes.
func (r *sqlReader) named(keys []refs.QuadHash) ([]quad.Quad, error) {
	hashes := make([]refs.ValueHash, 0, 4*len(keys))
	for _, key := range keys {
		ends := key.Dirs()
		hashes = append(hashes, ends[:]...)
	}
	known, err := r.resolve(hashes)
	if err != nil {
		return nil, err
	}
	quads := make([]quad.Quad, len(keys))
	for i, key := range keys {
		quads[i] = quad.Quad{Subject: known[key.Subject], Predicate: known[key.Predicate],
			Object: known[key.Object], Label: known[key.Label]}
	}
	return quads, nil
}

func (r *sqlReader) objects(subject, predicate quad.Value) ([]quad.Value, error) {
	found, err := r.hashes("SELECT DISTINCT object_hash FROM quads WHERE subject_hash = $1 AND predicate_hash = $2",
		hashOf(subject), hashOf(predicate))
	if err != nil {
		return nil, err
	}
	return r.values(found)
}

func (r *sqlReader) subjects(predicate, object quad.Value) ([]quad.Value, error) {
	found, err := r.hashes("SELECT DISTINCT subject_hash FROM quads WHERE object_hash = $1 AND predicate_hash = $2",
		hashOf(object), hashOf(predicate))
	if err != nil {
		return nil, err
	}
	return r.values(found)
}

func (r *sqlReader) properties(subject quad.Value) ([]quad.Quad, error) {
	return r.quads("WHERE subject_hash = $1", hashOf(subject))
}

func (r *sqlReader) label(label quad.Value) ([]quad.Quad, error) {
	return r.quads("WHERE label_hash = $1", hashOf(label))
}

// labels returns all labels, in no particular order.
func (r *sqlReader) labels() ([]quad.Value, error) {
	hashes, err := r.hashes("SELECT DISTINCT label_hash FROM quads")
	if err != nil {
		return nil, err
	}
	return r.values(hashes)
}

func (r *sqlReader) contains(q quad.Quad) (there bool, err error) {
	r.reads++
	err = r.tx.QueryRowContext(r.ctx, `SELECT EXISTS (SELECT 1 FROM quads WHERE subject_hash = $1 AND predicate_hash = $2
		AND object_hash = $3 AND label_hash = $4)`, hashOf(q.Subject), hashOf(q.Predicate), hashOf(q.Object), hashOf(q.Label)).Scan(&there)
	return there, err
}

// sqlPage is how many quads a scan resolves at once.
const sqlPage = 10_000

func (r *sqlReader) all(yield func(quad.Quad) bool) error {
	for last := int64(-1); ; {
		quads, err := r.quads("WHERE horizon > $1 ORDER BY horizon LIMIT $2", last, sqlPage)
		if err != nil {
			return err
		}
		for _, q := range quads {
			if !yield(q) {
				return nil
			}
		}
		if len(quads) < sqlPage {
			return nil
		}
		err = r.tx.QueryRowContext(r.ctx, "SELECT max(horizon) FROM (SELECT horizon FROM quads WHERE horizon > $1 ORDER BY horizon LIMIT $2) page",
			last, sqlPage).Scan(&last)
		if err != nil {
			return err
		}
	}
}

func (r *sqlReader) stats() (st Stats, err error) {
	if err := r.plan(scans); err != nil {
		return st, err
	}
	err = r.tx.QueryRowContext(r.ctx, "SELECT (SELECT count(*) FROM quads), (SELECT count(*) FROM nodes)").Scan(&st.Quads, &st.Nodes)
	return st, err
}

// check compares the tables; the database itself keeps its indexes.
func (r *sqlReader) check(report *Report) error {
	if err := r.plan(scans); err != nil {
		return err
	}
	err := r.tx.QueryRowContext(r.ctx, `SELECT (SELECT count(*) FROM quads), (SELECT count(*) FROM nodes),
		(SELECT count(DISTINCT label_hash) FROM quads)`).Scan(&report.Quads, &report.Nodes, &report.Labels)
	if err != nil {
		return err
	}
	counts := []struct{ what, query string }{
		{"quads have no label", `SELECT count(*) FROM quads WHERE label_hash IS NULL`},
		{"labels are not an IRI", `SELECT count(*) FROM (SELECT DISTINCT label_hash FROM quads) q
			JOIN nodes n ON n.hash = q.label_hash WHERE n.iri IS NOT TRUE`},
		{"values are not used as often as they say", `SELECT count(*) FROM nodes n FULL JOIN (
			SELECT hash, count(*) AS uses FROM (
				SELECT subject_hash AS hash FROM quads UNION ALL SELECT predicate_hash FROM quads UNION ALL
				SELECT object_hash FROM quads UNION ALL SELECT label_hash FROM quads WHERE label_hash IS NOT NULL) ends
			GROUP BY hash) u ON u.hash = n.hash WHERE coalesce(n.refs, 0) <> coalesce(u.uses, 0)`},
	}
	for _, c := range counts {
		var n int
		if err := r.tx.QueryRowContext(r.ctx, c.query).Scan(&n); err != nil {
			return err
		}
		if n > 0 {
			report.problem("%d %s", n, c.what)
		}
	}
	return nil
}
