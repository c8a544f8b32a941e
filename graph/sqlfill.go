package graph

import (
	"context"
	"fmt"
	"iter"

	"github.com/cayleygraph/cayley/graph/refs"
	"github.com/lib/pq"
)

// fillMemory is what the server may use to sort an index. It is given for the one
// transaction.
const fillMemory = "SET LOCAL maintenance_work_mem = '256MB'"

// fill copies into tables without indexes, and makes the indexes afterwards:
// sorting all keys once is several times quicker than placing each.
func (e *sqlEngine) fill(ctx context.Context, batches iter.Seq2[*batch, error]) (counts Change, ok bool, err error) {
	if e.o.Backend != Postgres {
		return counts, false, nil
	}
	err = e.try(ctx, func(w *sqlWriter) error {
		var used bool
		err := w.tx.QueryRowContext(ctx, "SELECT EXISTS (SELECT FROM quads) OR EXISTS (SELECT FROM nodes)").Scan(&used)
		if err != nil || used {
			return err
		}
		ok = true
		if err := w.execute(append([]string{fillMemory}, dropIndexes...)); err != nil {
			return err
		}
		f := &filling{sqlWriter: w, more: make(map[refs.ValueHash]int)}
		for b, err := range batches {
			if err == nil {
				err = f.take(b, &counts)
			}
			if err != nil {
				return err
			}
		}
		if err := f.count(); err != nil {
			return err
		}
		return w.execute(append(makeIndexes, "ANALYZE nodes", "ANALYZE quads"))
	})
	return counts, ok, err
}

// filling is an empty store that is being filled.
type filling struct {
	*sqlWriter
	// more has every value that was sent, and how often it was used in batches
	// after that which sent it.
	more map[refs.ValueHash]int
}

// take sends a batch: its quads, and the values that no batch before had.
func (f *filling) take(b *batch, counts *Change) error {
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
	if err := f.copyNodes("nodes", fresh); err != nil {
		return err
	}
	counts.Added += len(c.add)
	return f.addQuads(c.add)
}

// count adds the uses of values that several batches had.
func (f *filling) count() error {
	if err := f.execute([]string{makeStage}); err != nil {
		return err
	}
	err := f.copy(pq.CopyIn(stage, nodeColumns[:columnValue]...), func(row func(...any) error) error {
		for hash, uses := range f.more {
			if uses == 0 {
				continue
			}
			if err := row(hash[:], int64(uses)); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("count values: %w", err)
	}
	return f.execute([]string{"UPDATE nodes SET refs = nodes.refs + more.refs FROM " + stage + " more WHERE nodes.hash = more.hash"})
}
