package graph

import (
	"context"
	"fmt"
	"iter"

	"github.com/cayleygraph/cayley/graph/refs"
	"github.com/jackc/pgx/v5"
)

// fillMemory is what the server may use to sort an index. It is given for the one
// transaction.
const fillMemory = "SET LOCAL maintenance_work_mem = '256MB'"

// pqSettings are what an address may say to lib/pq, through which all else goes.
// pgx does not know them, and would have the server refuse them.
var pqSettings = []string{"binary_parameters", "disable_prepared_binary_result"}

// fill copies into tables without indexes, and makes the indexes afterwards:
// sorting all keys once is several times quicker than placing each. It has a
// connection of pgx's, which copies in PostgreSQL's binary form; the server takes
// that three times quicker than text.
func (e *sqlEngine) fill(ctx context.Context, batches iter.Seq2[*batch, error]) (counts Change, ok bool, err error) {
	if e.o.Backend != Postgres {
		return counts, false, nil
	}
	config, err := pgx.ParseConfig(e.o.Path)
	if err != nil {
		return counts, false, err
	}
	for _, setting := range pqSettings {
		delete(config.RuntimeParams, setting)
	}
	connection, err := pgx.ConnectConfig(ctx, config)
	if err != nil {
		return counts, false, err
	}
	defer connection.Close(context.WithoutCancel(ctx))
	tx, err := connection.Begin(ctx)
	if err != nil {
		return counts, false, err
	}
	defer tx.Rollback(context.WithoutCancel(ctx))
	if _, err := tx.Exec(ctx, "SELECT pg_advisory_xact_lock($1)", sqlLock); err != nil {
		return counts, false, err
	}
	var used bool
	err = tx.QueryRow(ctx, "SELECT EXISTS (SELECT FROM quads) OR EXISTS (SELECT FROM nodes)").Scan(&used)
	if err != nil || used {
		return counts, false, err
	}
	f := &filling{ctx: ctx, tx: tx, more: make(map[refs.ValueHash]int)}
	if err := f.run(batches); err != nil {
		return counts, false, err
	}
	if err := tx.Commit(ctx); err != nil {
		return counts, false, err
	}
	// All is stored. Until the server knows that everybody may see all rows it has
	// to look at each row that an index finds, and plans for that; sooner or later
	// it does this by itself, so that an error does not count.
	_, _ = connection.Exec(ctx, "VACUUM nodes, quads")
	return Change{Added: f.quads}, true, nil
}

// filling is an empty store that is being filled.
type filling struct {
	ctx   context.Context
	tx    pgx.Tx
	quads int
	// more has every value that was sent, and how often it was used in batches
	// after that which sent it.
	more map[refs.ValueHash]int
}

func (f *filling) run(batches iter.Seq2[*batch, error]) error {
	if err := f.execute(append([]string{fillMemory}, dropIndexes...)); err != nil {
		return err
	}
	for b, err := range batches {
		if err == nil {
			err = f.take(b)
		}
		if err != nil {
			return err
		}
	}
	if err := f.count(); err != nil {
		return err
	}
	return f.execute(append(makeIndexes, "ANALYZE nodes", "ANALYZE quads"))
}

func (f *filling) execute(statements []string) error {
	for _, statement := range statements {
		if _, err := f.tx.Exec(f.ctx, statement); err != nil {
			return fmt.Errorf("%.60s: %w", statement, err)
		}
	}
	return nil
}

// take sends a batch: its quads, and the values that no batch before had.
func (f *filling) take(b *batch) error {
	var c change
	for _, w := range b.wanted {
		c.add = append(c.add, w.links...)
	}
	c.count()
	fresh := c.nodes[:0]
	for _, n := range c.nodes {
		if uses, sent := f.more[n.hash]; sent {
			f.more[n.hash] = uses + n.uses
			continue
		}
		f.more[n.hash] = 0
		fresh = append(fresh, n)
	}
	_, err := f.tx.CopyFrom(f.ctx, pgx.Identifier{"nodes"}, nodeColumns, pgx.CopyFromSlice(len(fresh), func(i int) ([]any, error) {
		row, err := nodeRow(fresh[i])
		return row[:], err
	}))
	if err != nil {
		return fmt.Errorf("add values: %w", err)
	}
	now := quadTime()
	_, err = f.tx.CopyFrom(f.ctx, pgx.Identifier{"quads"}, quadColumns, pgx.CopyFromSlice(len(c.add), func(i int) ([]any, error) {
		l := c.add[i]
		return []any{l[0].hash[:], l[1].hash[:], l[2].hash[:], l[3].hash[:], now}, nil
	}))
	if err != nil {
		return fmt.Errorf("add quads: %w", err)
	}
	f.quads += len(c.add)
	return nil
}

// count adds the uses of values that several batches had.
func (f *filling) count() error {
	if err := f.execute([]string{makeStage}); err != nil {
		return err
	}
	var rows [][]any
	for hash, uses := range f.more {
		if uses > 0 {
			rows = append(rows, []any{hash[:], int64(uses)})
		}
	}
	if _, err := f.tx.CopyFrom(f.ctx, pgx.Identifier{stage}, nodeColumns[:columnValue], pgx.CopyFromRows(rows)); err != nil {
		return fmt.Errorf("count values: %w", err)
	}
	return f.execute([]string{"UPDATE nodes SET refs = nodes.refs + more.refs FROM " + stage + " more WHERE nodes.hash = more.hash"})
}
