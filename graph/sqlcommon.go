package graph

import (
	"fmt"
	"strings"

	"github.com/cayleygraph/cayley/graph/refs"
	"github.com/cayleygraph/quad"
	"github.com/lib/pq"
)

// common asks one statement, whose first table has the set of the fewest
// patterns.
func (r *sqlReader) common(limit int, sets [][]quad.Quad) ([]quad.Value, error) {
	var args []any
	conditions := make([]string, len(sets))
	for i, set := range sets {
		table := fmt.Sprintf("q%d", i)
		meets := sqlMeets(table, set, &args)
		if i > 0 {
			meets = fmt.Sprintf("EXISTS (SELECT 1 FROM quads %s WHERE %s.subject_hash = q0.subject_hash AND %s)", table, table, meets)
		}
		conditions[i] = meets
	}
	// Materialized, or the limit tempts the planner to walk over all subjects of a
	// predicate in their order, hoping for enough that meet the conditions soon.
	statement := "WITH found AS MATERIALIZED (SELECT DISTINCT q0.subject_hash FROM quads q0 WHERE " + strings.Join(conditions, " AND ") + ")" +
		" SELECT " + nodeFields + " FROM (SELECT subject_hash FROM found"
	if limit > 0 {
		statement += fmt.Sprintf(" LIMIT %d", limit)
	}
	rows, err := r.tx.QueryContext(r.ctx, statement+") page JOIN nodes ON hash = subject_hash", args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var found []quad.Value
	for rows.Next() {
		_, v, _, err := scanNode(rows)
		if err != nil {
			return nil, err
		}
		r.reads += 2
		found = append(found, v)
	}
	return found, rows.Err()
}

// sqlMeets writes the condition that a row of a table meets one of the patterns.
func sqlMeets(table string, patterns []quad.Quad, args *[]any) string {
	objects := map[quad.Value]pq.ByteaArray{}
	var order []quad.Value
	for _, p := range patterns {
		if objects[p.Predicate] == nil {
			order = append(order, p.Predicate)
		}
		objects[p.Predicate] = append(objects[p.Predicate], hashOf(p.Object))
	}
	var any []string
	for _, predicate := range order {
		*args = append(*args, hashOf(predicate), objects[predicate])
		any = append(any, fmt.Sprintf("%s.predicate_hash = $%d AND %s.object_hash = ANY($%d)", table, len(*args)-1, table, len(*args)))
	}
	return "(" + strings.Join(any, " OR ") + ")"
}

// factsAtOnce reads all quads of the subjects with the predicates.
const factsAtOnce = "SELECT subject_hash, predicate_hash, " + nodeFields + ` FROM (
	SELECT DISTINCT subject_hash, predicate_hash, object_hash FROM quads WHERE subject_hash = ANY($1) AND predicate_hash = ANY($2)
	) found JOIN nodes ON hash = object_hash`

// factsLeaping does the same, but leaps from object to object of subjects with many
// uses: what an actor is called every article says that names it, and all say
// the same.
const factsLeaping = `WITH RECURSIVE leaps(s, p, o) AS (
	SELECT s, p, first.o FROM (SELECT hash AS s FROM nodes WHERE hash = ANY($1) AND refs > 300) busy
		CROSS JOIN unnest($2::bytea[]) AS p
		CROSS JOIN LATERAL (SELECT object_hash AS o FROM quads WHERE subject_hash = s AND predicate_hash = p ORDER BY object_hash LIMIT 1) first
	UNION ALL
	SELECT s, p, next.o FROM leaps
		CROSS JOIN LATERAL (SELECT object_hash AS o FROM quads WHERE subject_hash = s AND predicate_hash = p AND object_hash > leaps.o
			ORDER BY object_hash LIMIT 1) next
	) SELECT subject_hash, predicate_hash, ` + nodeFields + ` FROM (
	SELECT s AS subject_hash, p AS predicate_hash, o AS object_hash FROM leaps
	UNION ALL
	SELECT DISTINCT subject_hash, predicate_hash, object_hash FROM quads
		WHERE subject_hash = ANY(ARRAY(SELECT hash FROM nodes WHERE hash = ANY($1) AND refs <= 300)) AND predicate_hash = ANY($2)
	) found JOIN nodes ON hash = object_hash`

func (r *sqlReader) facts(subjects []quad.Value, predicates []quad.IRI) ([]quad.Quad, error) {
	subjectOf, predicateOf := map[refs.ValueHash]int{}, map[refs.ValueHash]quad.IRI{}
	var keys, wanted pq.ByteaArray
	for i, s := range subjects {
		h := hashOf(s)
		if _, ok := subjectOf[refs.ValueHash(h)]; !ok {
			subjectOf[refs.ValueHash(h)] = i
			keys = append(keys, h)
		}
	}
	for _, p := range predicates {
		h := hashOf(p)
		if _, ok := predicateOf[refs.ValueHash(h)]; !ok {
			predicateOf[refs.ValueHash(h)] = p
			wanted = append(wanted, h)
		}
	}
	statement := factsAtOnce
	if r.backend == Postgres {
		statement = factsLeaping
	}
	rows, err := r.tx.QueryContext(r.ctx, statement, keys, wanted)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	bySubject := make([][]quad.Quad, len(subjects))
	for rows.Next() {
		var subject, predicate []byte
		_, object, _, err := scanNode(rows, &subject, &predicate)
		if err != nil {
			return nil, err
		}
		r.reads += 2
		i := subjectOf[refs.ValueHash(subject)]
		bySubject[i] = append(bySubject[i], quad.Quad{Subject: subjects[i], Predicate: predicateOf[refs.ValueHash(predicate)], Object: object})
	}
	var quads []quad.Quad
	for _, of := range bySubject {
		quads = append(quads, of...)
	}
	return quads, rows.Err()
}

func (r *sqlReader) known(nodes []quad.Value) ([]quad.Value, error) {
	there, err := r.hashes("SELECT hash FROM nodes WHERE hash = ANY($1)", hashesOf(nodes))
	if err != nil {
		return nil, err
	}
	set := make(map[refs.ValueHash]bool, len(there))
	for _, h := range there {
		set[h] = true
	}
	var found []quad.Value
	for _, node := range nodes {
		if set[refs.ValueHash(hashOf(node))] {
			found = append(found, node)
		}
	}
	return found, nil
}

func hashesOf(values []quad.Value) pq.ByteaArray {
	hashes := make(pq.ByteaArray, len(values))
	for i, v := range values {
		hashes[i] = hashOf(v)
	}
	return hashes
}

func (r *sqlReader) counts(predicate quad.Value, objects []quad.Value) (map[quad.Value]int, error) {
	rows, err := r.tx.QueryContext(r.ctx, "SELECT object_hash, count(*) FROM quads WHERE predicate_hash = $1 AND object_hash = ANY($2) GROUP BY object_hash",
		hashOf(predicate), hashesOf(objects))
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	number := make(map[refs.ValueHash]int)
	for rows.Next() {
		var hash []byte
		var n int
		if err := rows.Scan(&hash, &n); err != nil {
			return nil, err
		}
		r.reads++
		number[refs.ValueHash(hash)] = n
	}
	found := make(map[quad.Value]int, len(number))
	for _, object := range objects {
		if n := number[refs.ValueHash(hashOf(object))]; n > 0 {
			found[object] = n
		}
	}
	return found, rows.Err()
}
