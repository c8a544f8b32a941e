package graph

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	bolt "go.etcd.io/bbolt"
	bolterrors "go.etcd.io/bbolt/errors"
)

const (
	boltFile = "graph.bolt"

	// boltMap is how much address space the file is mapped into from the start,
	// in bytes. It costs no memory. While the file is smaller, a writer never
	// waits for readers to let it map the file anew, and readers never wait for
	// such a writer: without it one long query would stop them all. A file that
	// has come near it gets a multiple of its size at the next opening.
	boltMap = 64 << 30

	// boltFill is how full pages are left in the spaces whose keys mostly grow:
	// those that begin with an id that an article brings.
	boltFill = 0.95

	// boltBatch: hashes of values fall anywhere, so that every batch writes nearly
	// all pages that have hashes; the fewer batches, the less is written.
	boltBatch = 100_000
)

type boltDB struct {
	db *bolt.DB
}

func openBolt(folder string, o Options) (kvDB, error) {
	file := filepath.Join(folder, boltFile)
	room := int64(boltMap)
	if info, err := os.Stat(file); err == nil {
		room = max(room, 4*info.Size())
		if o.ReadOnly && info.Size() == 0 {
			return nil, errUnfinished
		}
	}
	db, err := bolt.Open(file, 0o600, &bolt.Options{
		Timeout:         time.Second,
		ReadOnly:        o.ReadOnly,
		NoSync:          o.NoSync,
		NoGrowSync:      o.NoSync,
		InitialMmapSize: int(room),
		FreelistType:    bolt.FreelistMapType,
		NoFreelistSync:  true,
	})
	switch {
	case errors.Is(err, bolterrors.ErrTimeout):
		return nil, fmt.Errorf("%w; stop it, or open the store for reading in both", ErrLocked)
	case errors.Is(err, bolterrors.ErrInvalid), errors.Is(err, bolterrors.ErrChecksum),
		errors.Is(err, bolterrors.ErrVersionMismatch):
		return nil, fmt.Errorf("%w: %s: %w", ErrNotStore, boltFile, err)
	case err != nil:
		return nil, err
	}
	if o.ReadOnly {
		return &boltDB{db}, nil
	}
	err = db.Update(func(tx *bolt.Tx) error {
		for _, s := range spaces {
			if _, err := tx.CreateBucketIfNotExists([]byte{byte(s)}); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return &boltDB{db}, nil
}

// close writes down which pages are free, which no commit before it does: it would
// cost each of them. Without the list, after a crash, the next opening reads the
// whole file to find them.
func (db *boltDB) close() error {
	if db.db.IsReadOnly() {
		return db.db.Close()
	}
	db.db.NoFreelistSync = false
	err := db.db.Update(func(*bolt.Tx) error { return nil })
	return errors.Join(err, db.db.Close())
}

func (db *boltDB) begin(write bool) (kvTx, error) {
	tx, err := db.db.Begin(write)
	if err != nil {
		return nil, err
	}
	return &boltTx{tx: tx, buckets: make(map[space]*bolt.Bucket, spacesCount)}, nil
}

type boltTx struct {
	tx      *bolt.Tx
	buckets map[space]*bolt.Bucket
}

func (tx *boltTx) bucket(s space) *bolt.Bucket {
	b := tx.buckets[s]
	if b == nil {
		b = tx.tx.Bucket([]byte{byte(s)})
		switch s {
		case spaceLog, spaceSPOL, spaceLabel:
			b.FillPercent = boltFill
		}
		tx.buckets[s] = b
	}
	return b
}

// get finds nothing where a store that is opened for reading was not finished.
func (tx *boltTx) get(s space, key []byte) ([]byte, error) {
	if b := tx.bucket(s); b != nil {
		return b.Get(key), nil
	}
	return nil, nil
}

func (tx *boltTx) put(s space, key, value []byte) error { return tx.bucket(s).Put(key, value) }
func (tx *boltTx) del(s space, key []byte) error        { return tx.bucket(s).Delete(key) }
func (tx *boltTx) commit() error                        { return tx.tx.Commit() }

func (tx *boltTx) rollback() error {
	if err := tx.tx.Rollback(); !errors.Is(err, bolterrors.ErrTxClosed) {
		return err
	}
	return nil
}

func (tx *boltTx) cursor(s space) kvCursor {
	return &boltCursor{c: tx.bucket(s).Cursor()}
}

type boltCursor struct {
	c    *bolt.Cursor
	k, v []byte
}

func (c *boltCursor) seek(key []byte) bool {
	c.k, c.v = c.c.Seek(key)
	return c.k != nil
}

func (c *boltCursor) next() bool {
	c.k, c.v = c.c.Next()
	return c.k != nil
}

func (c *boltCursor) key() []byte   { return c.k }
func (c *boltCursor) value() []byte { return c.v }
func (c *boltCursor) close() error  { return nil }
