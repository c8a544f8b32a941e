package graph

import (
	"errors"
	"fmt"
	"syscall"

	"github.com/syndtr/goleveldb/leveldb"
	leveldberrors "github.com/syndtr/goleveldb/leveldb/errors"
	"github.com/syndtr/goleveldb/leveldb/filter"
	"github.com/syndtr/goleveldb/leveldb/iterator"
	"github.com/syndtr/goleveldb/leveldb/opt"
	"github.com/syndtr/goleveldb/leveldb/storage"
	"github.com/syndtr/goleveldb/leveldb/util"
)

// levelBatch: more would not fit into the write buffer.
const levelBatch = 20_000

type levelDB struct {
	db    *leveldb.DB
	sync  bool
	wrote bool
}

func openLevelDB(folder string, o Options) (kvDB, error) {
	db, err := leveldb.OpenFile(folder, &opt.Options{
		ReadOnly:           o.ReadOnly,
		Filter:             filter.NewBloomFilter(10),
		BlockCacheCapacity: 64 * opt.MiB,
		WriteBuffer:        16 * opt.MiB,
		// A batch larger than the buffer would go another way, three times slower.
		DisableLargeBatchTransaction: true,
	})
	var corrupt *leveldberrors.ErrCorrupted
	switch {
	case errors.Is(err, syscall.EAGAIN), errors.Is(err, storage.ErrLocked):
		return nil, fmt.Errorf("%w; stop it first", ErrLocked)
	case errors.As(err, &corrupt):
		return nil, fmt.Errorf("%w: %w", ErrNotStore, err)
	case err != nil:
		return nil, err
	}
	return &levelDB{db: db, sync: !o.NoSync}, nil
}

// close writes what is in memory into a table. Otherwise the next opening reads it
// from the journal, half a second's work for a full buffer. Every commit changes
// spaceMeta, so that compacting it alone does this.
func (db *levelDB) close() error {
	var err error
	if db.wrote {
		err = db.db.CompactRange(*util.BytesPrefix([]byte{byte(spaceMeta)}))
	}
	return errors.Join(err, db.db.Close())
}

func (db *levelDB) begin(write bool) (kvTx, error) {
	s, err := db.db.GetSnapshot()
	if err != nil {
		return nil, err
	}
	tx := &levelTx{db: db, state: s}
	if write {
		tx.batch = new(leveldb.Batch)
	}
	return tx, nil
}

// levelTx reads a snapshot and collects its changes in a batch, which LevelDB
// writes whole or not at all.
type levelTx struct {
	db    *levelDB
	state *leveldb.Snapshot
	batch *leveldb.Batch
}

func levelKey(s space, key []byte) []byte {
	b := make([]byte, 0, 1+len(key))
	return append(append(b, byte(s)), key...)
}

func (tx *levelTx) get(s space, key []byte) ([]byte, error) {
	v, err := tx.state.Get(levelKey(s, key), nil)
	if errors.Is(err, leveldb.ErrNotFound) {
		return nil, nil
	}
	return v, err
}

func (tx *levelTx) put(s space, key, value []byte) error {
	tx.batch.Put(levelKey(s, key), value)
	return nil
}

func (tx *levelTx) del(s space, key []byte) error {
	tx.batch.Delete(levelKey(s, key))
	return nil
}

func (tx *levelTx) commit() error {
	tx.db.wrote = true // only a writer gets here, and there is one at a time
	return tx.db.db.Write(tx.batch, &opt.WriteOptions{Sync: tx.db.sync})
}

func (tx *levelTx) rollback() error {
	tx.state.Release()
	return nil
}

func (tx *levelTx) cursor(s space) kvCursor {
	return &levelCursor{space: s, it: tx.state.NewIterator(util.BytesPrefix([]byte{byte(s)}), nil)}
}

type levelCursor struct {
	space space
	it    iterator.Iterator
}

func (c *levelCursor) seek(key []byte) bool { return c.it.Seek(levelKey(c.space, key)) }
func (c *levelCursor) next() bool           { return c.it.Next() }
func (c *levelCursor) key() []byte          { return c.it.Key()[1:] }
func (c *levelCursor) value() []byte        { return c.it.Value() }

func (c *levelCursor) close() error {
	c.it.Release()
	return c.it.Error()
}
