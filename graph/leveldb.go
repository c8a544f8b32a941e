package graph

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
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
	options := &opt.Options{
		ReadOnly:           o.ReadOnly,
		Filter:             filter.NewBloomFilter(10),
		BlockCacheCapacity: 64 * opt.MiB,
		WriteBuffer:        16 * opt.MiB,
		// A batch larger than the buffer would go another way, three times slower.
		DisableLargeBatchTransaction: true,
	}
	db, err := leveldb.OpenFile(folder, options)
	if leveldberrors.IsCorrupted(err) && unborn(folder) {
		if o.ReadOnly {
			return nil, errUnfinished
		}
		if err = clearUnborn(folder); err == nil {
			db, err = leveldb.OpenFile(folder, options)
		}
	}
	if o.ReadOnly && errors.Is(err, io.EOF) {
		if err = settle(folder, *options); err == nil {
			db, err = leveldb.OpenFile(folder, options)
		}
	}
	switch {
	case errors.Is(err, syscall.EAGAIN), errors.Is(err, storage.ErrLocked):
		return nil, fmt.Errorf("%w; stop it first", ErrLocked)
	case leveldberrors.IsCorrupted(err):
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

// settle has LevelDB put two journals into one, which a writer that was killed may
// leave. For reading alone it cannot open them: it takes the end of the first for
// an error of the second.
func settle(folder string, options opt.Options) error {
	options.ReadOnly = false
	db, err := leveldb.OpenFile(folder, &options)
	if err != nil {
		return err
	}
	return db.Close()
}

// unborn reports whether the folder holds what LevelDB leaves when it is stopped
// while it makes a store: a manifest that nothing points at yet, and nothing
// beside it. LevelDB takes that for damage, and would never open it again.
func unborn(folder string) bool {
	entries, err := os.ReadDir(folder)
	for _, entry := range entries {
		name := entry.Name()
		if name != "LOG" && name != "LOCK" && !beginning(name) {
			return false
		}
	}
	return err == nil
}

// beginning reports whether a file of LevelDB is one of those that come before
// CURRENT, the file that makes a store.
func beginning(name string) bool {
	return strings.HasPrefix(name, "MANIFEST-") || strings.HasPrefix(name, "CURRENT.")
}

func clearUnborn(folder string) error {
	entries, err := os.ReadDir(folder)
	for _, entry := range entries {
		if beginning(entry.Name()) {
			err = errors.Join(err, os.Remove(filepath.Join(folder, entry.Name())))
		}
	}
	return err
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
