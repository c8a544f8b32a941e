package graph

import (
	"sync/atomic"

	"github.com/tidwall/btree"
)

// memoryBatch: each batch copies the nodes of the tree that it changes.
const memoryBatch = 50_000

// memoryDB is a key-value store in memory. Each state is a tree that nobody
// changes; a writer works on a copy, which shares what it does not touch.
type memoryDB struct {
	state atomic.Pointer[memoryTree]
}

type memoryTree = btree.Map[string, []byte]

func newMemory() *memoryDB {
	db := new(memoryDB)
	db.state.Store(new(memoryTree))
	return db
}

func (db *memoryDB) begin(write bool) (kvTx, error) {
	tx := &memoryTx{db: db, tree: db.state.Load()}
	if write {
		tx.tree = tx.tree.Copy()
	}
	return tx, nil
}

func (db *memoryDB) close() error { return nil }

type memoryTx struct {
	db   *memoryDB
	tree *memoryTree
}

func memoryKey(s space, key []byte) string {
	b := make([]byte, 0, 1+len(key))
	return string(append(append(b, byte(s)), key...))
}

func (tx *memoryTx) get(s space, key []byte) ([]byte, error) {
	v, _ := tx.tree.Get(memoryKey(s, key))
	return v, nil
}

func (tx *memoryTx) put(s space, key, value []byte) error {
	tx.tree.Set(memoryKey(s, key), value)
	return nil
}

func (tx *memoryTx) del(s space, key []byte) error {
	tx.tree.Delete(memoryKey(s, key))
	return nil
}

func (tx *memoryTx) commit() error {
	tx.db.state.Store(tx.tree)
	return nil
}

func (tx *memoryTx) rollback() error { return nil }

func (tx *memoryTx) cursor(s space) kvCursor {
	return &memoryCursor{space: s, it: tx.tree.Iter()}
}

type memoryCursor struct {
	space space
	it    btree.MapIter[string, []byte]
}

func (c *memoryCursor) seek(key []byte) bool {
	return c.it.Seek(memoryKey(c.space, key)) && c.here()
}

func (c *memoryCursor) next() bool    { return c.it.Next() && c.here() }
func (c *memoryCursor) here() bool    { return c.it.Key()[0] == byte(c.space) }
func (c *memoryCursor) key() []byte   { return []byte(c.it.Key()[1:]) }
func (c *memoryCursor) value() []byte { return c.it.Value() }
func (c *memoryCursor) close() error  { return nil }
