package graph

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"sync"

	"github.com/cayleygraph/cayley/graph/kv"
	hidalgo "github.com/hidal-go/hidalgo/kv"
	"github.com/hidal-go/hidalgo/kv/options"

	cayley "github.com/cayleygraph/cayley/graph"
)

// cayleySpaces are our names of the families of keys by Cayley's.
var cayleySpaces = map[string]space{
	"meta": spaceMeta,
	"log":  spaceLog,
	"spoc": spaceSPOL, // it calls the label "c", for context
	"opsc": spaceOPSL,
	"c":    spaceLabel,
}

// snapshot gives Cayley's own kv.QuadStore one state of the store to read. Cayley
// opens a transaction for each iterator of a query; here they all are the same
// one, so that a query sees one state, and no read waits inside another one.
func (e *kvEngine) snapshot(ctx context.Context, writes deltaWriter) (cayley.QuadStore, io.Closer, error) {
	tx, err := e.db.begin(false)
	if err != nil {
		return nil, nil, err
	}
	shared := &sharedTx{ctx: ctx, tx: tx}
	qs, err := kv.New(snapshotKV{shared}, cayley.Options{kv.OptNoBloom: true})
	if err != nil {
		return nil, nil, errors.Join(err, shared.end())
	}
	return &kvSnapshot{QuadStore: qs.(*kv.QuadStore), shared: shared, writes: writes}, closerFunc(shared.end), nil
}

type closerFunc func() error

func (f closerFunc) Close() error { return f() }

// sharedTx is a transaction that several goroutines may read, and that outlives
// its end: a query that was stopped may go on for a moment, and must then get an
// error rather than bytes that are no longer there.
type sharedTx struct {
	ctx context.Context
	mu  sync.Mutex
	tx  kvTx // nil after the end
}

// read calls f with the transaction, unless it or the caller's time is over.
func (t *sharedTx) read(f func(kvTx) error) error {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.tx == nil {
		return ErrClosed
	}
	if err := context.Cause(t.ctx); err != nil {
		return err
	}
	return f(t.tx)
}

func (t *sharedTx) end() error {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.tx == nil {
		return nil
	}
	tx := t.tx
	t.tx = nil
	return tx.rollback()
}

// snapshotKV is the shared transaction as hidalgo's store, which is what Cayley
// reads from. Its methods take contexts and do not use them: Cayley passes
// context.TODO to most, so that only the transaction's own stops a query.
type snapshotKV struct {
	shared *sharedTx
}

func (s snapshotKV) Close() error { return nil }

func (s snapshotKV) Tx(_ context.Context, write bool) (hidalgo.Tx, error) {
	if write {
		return nil, hidalgo.ErrReadOnly
	}
	return snapshotTx(s), nil
}

func (s snapshotKV) View(_ context.Context, f func(hidalgo.Tx) error) error {
	return f(snapshotTx(s))
}

func (s snapshotKV) Update(context.Context, func(hidalgo.Tx) error) error {
	return hidalgo.ErrReadOnly
}

type snapshotTx struct {
	shared *sharedTx
}

func (t snapshotTx) Commit(context.Context) error { return hidalgo.ErrReadOnly }
func (t snapshotTx) Close() error                 { return nil }

func (t snapshotTx) Put(context.Context, hidalgo.Key, hidalgo.Value) error {
	return hidalgo.ErrReadOnly
}
func (t snapshotTx) Del(context.Context, hidalgo.Key) error { return hidalgo.ErrReadOnly }

func (t snapshotTx) Get(ctx context.Context, key hidalgo.Key) (hidalgo.Value, error) {
	values, err := t.GetBatch(ctx, []hidalgo.Key{key})
	if err != nil {
		return nil, err
	}
	if values[0] == nil {
		return nil, hidalgo.ErrNotFound
	}
	return values[0], nil
}

func (t snapshotTx) GetBatch(_ context.Context, keys []hidalgo.Key) ([]hidalgo.Value, error) {
	values := make([]hidalgo.Value, len(keys))
	err := t.shared.read(func(tx kvTx) error {
		for i, key := range keys {
			s, k, err := fromCayley(key)
			if err != nil {
				return err
			}
			v, err := tx.get(s, k)
			if err != nil {
				return err
			}
			values[i] = bytes.Clone(v)
		}
		return nil
	})
	return values, err
}

// fromCayley returns the space and key of Cayley's key of two parts.
func fromCayley(key hidalgo.Key) (space, []byte, error) {
	if len(key) == 2 {
		// Cayley spreads hashes over 65,536 buckets by their first two bytes;
		// the hash itself begins with them.
		if len(key[0]) == 3 && key[0][0] == 'v' {
			return spaceValue, key[1], nil
		}
		if s, ok := cayleySpaces[string(key[0])]; ok {
			return s, key[1], nil
		}
	}
	return 0, nil, fmt.Errorf("reading for Cayley: a key of unknown form, %q", key)
}

func (t snapshotTx) Scan(_ context.Context, opts ...hidalgo.IteratorOption) hidalgo.Iterator {
	it := &snapshotIterator{shared: t.shared}
	for _, o := range opts {
		prefix, ok := o.(options.PrefixKV)
		if !ok {
			it.err = fmt.Errorf("reading for Cayley: a scan of unknown form, %T", o)
			continue
		}
		it.space, it.prefix, it.err = fromCayley(prefix.Pref)
	}
	return it
}

// snapshotIterator gives the keys of a space that begin with a prefix.
type snapshotIterator struct {
	shared     *sharedTx
	space      space
	prefix     []byte
	cursor     kvCursor
	key, value []byte
	err        error
}

func (it *snapshotIterator) Reset() { it.release() }

func (it *snapshotIterator) Next(context.Context) bool {
	if it.err != nil {
		return false
	}
	found := false
	it.err = it.shared.read(func(tx kvTx) error {
		if it.cursor == nil {
			it.cursor = tx.cursor(it.space)
			found = it.cursor.seek(it.prefix)
		} else {
			found = it.cursor.next()
		}
		if found = found && bytes.HasPrefix(it.cursor.key(), it.prefix); found {
			it.key, it.value = bytes.Clone(it.cursor.key()), bytes.Clone(it.cursor.value())
		}
		return nil
	})
	return found && it.err == nil
}

func (it *snapshotIterator) Key() hidalgo.Key {
	for name, s := range cayleySpaces {
		if s == it.space {
			return hidalgo.Key{[]byte(name), it.key}
		}
	}
	return nil
}

func (it *snapshotIterator) Val() hidalgo.Value { return it.value }
func (it *snapshotIterator) Err() error         { return it.err }

func (it *snapshotIterator) Close() error {
	it.release()
	return it.err
}

// release closes the cursor while its transaction lives; afterwards it is gone
// with it.
func (it *snapshotIterator) release() {
	it.shared.mu.Lock()
	defer it.shared.mu.Unlock()
	if it.cursor != nil && it.shared.tx != nil {
		if err := it.cursor.close(); it.err == nil {
			it.err = err
		}
	}
	it.cursor = nil
}
