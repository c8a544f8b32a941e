package main

import (
	"bytes"
	"cmp"
	"database/sql"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/syndtr/goleveldb/leveldb"
	"github.com/syndtr/goleveldb/leveldb/opt"
	bolt "go.etcd.io/bbolt"

	"demarche/graph"
)

// writeRaw writes what the loaded store holds into the bare engine, in about as many
// transactions and in the same order of arrival, and measures that.
func (j job) writeRaw(f *figures) error {
	switch j.Backend {
	case graph.Bolt:
		return j.rawBolt(f)
	case graph.LevelDB:
		return j.rawLevelDB(f)
	case graph.Postgres:
		return j.rawPostgres(f)
	}
	return fmt.Errorf("back end %s has no engine below", j.Backend)
}

// pair is an entry of a key-value store; place says when it was written.
type pair struct {
	space      byte
	key, value []byte
	place      uint64
}

// newPair copies an entry. Entries of the log and of counts have an id as key,
// the others as value, and ids are given in order.
func newPair(space byte, key, value []byte) pair {
	p := pair{space: space, key: bytes.Clone(key), value: bytes.Clone(value)}
	if len(key) == 8 {
		p.place = binary.BigEndian.Uint64(key)
	} else {
		p.place, _ = binary.Uvarint(value)
	}
	return p
}

// batches returns the pairs as transactions of so many quads wrote them, each in
// the order of its keys.
func batches(pairs []pair, quads, size int) [][]pair {
	slices.SortFunc(pairs, func(a, b pair) int { return cmp.Compare(a.place, b.place) })
	var all [][]pair
	for batch := range slices.Chunk(pairs, max(1, len(pairs)/max(1, quads/size))) {
		slices.SortFunc(batch, func(a, b pair) int {
			return cmp.Or(cmp.Compare(a.space, b.space), bytes.Compare(a.key, b.key))
		})
		all = append(all, batch)
	}
	return all
}

func (j job) rawBolt(f *figures) error {
	source, err := bolt.Open(filepath.Join(j.path, "data", "graph.bolt"), 0o600, &bolt.Options{ReadOnly: true})
	if err != nil {
		return err
	}
	var pairs []pair
	var spaces [][]byte
	err = source.View(func(tx *bolt.Tx) error {
		return tx.ForEach(func(name []byte, b *bolt.Bucket) error {
			spaces = append(spaces, bytes.Clone(name))
			return b.ForEach(func(k, v []byte) error { pairs = append(pairs, newPair(name[0], k, v)); return nil })
		})
	})
	if err != nil {
		return err
	}
	if err := source.Close(); err != nil {
		return err
	}
	all := batches(pairs, f.Quads, 100_000)
	// The same options as the store has.
	db, err := bolt.Open(j.path+"-raw", 0o600, &bolt.Options{FreelistType: bolt.FreelistMapType, NoFreelistSync: true, InitialMmapSize: 64 << 30})
	if err != nil {
		return err
	}
	defer os.Remove(j.path + "-raw")
	began := time.Now()
	for _, batch := range all {
		err := db.Update(func(tx *bolt.Tx) error {
			var bucket *bolt.Bucket
			var space byte
			for _, p := range batch {
				if p.space != space {
					if bucket, err = tx.CreateBucketIfNotExists([]byte{p.space}); err != nil {
						return err
					}
					space = p.space
				}
				if err := bucket.Put(p.key, p.value); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	err = db.Close()
	f.Raw = time.Since(began)
	return err
}

func (j job) rawLevelDB(f *figures) error {
	source, err := leveldb.OpenFile(filepath.Join(j.path, "data"), &opt.Options{ReadOnly: true})
	if err != nil {
		return err
	}
	var pairs []pair
	it := source.NewIterator(nil, nil)
	for it.Next() {
		pairs = append(pairs, newPair(it.Key()[0], it.Key()[1:], it.Value()))
	}
	it.Release()
	if err := it.Error(); err != nil {
		return err
	}
	if err := source.Close(); err != nil {
		return err
	}
	all := batches(pairs, f.Quads, 20_000)
	db, err := leveldb.OpenFile(j.path+"-raw", &opt.Options{WriteBuffer: 16 * opt.MiB, DisableLargeBatchTransaction: true})
	if err != nil {
		return err
	}
	defer os.RemoveAll(j.path + "-raw")
	began := time.Now()
	for _, pairs := range all {
		batch := new(leveldb.Batch)
		for _, p := range pairs {
			batch.Put(append([]byte{p.space}, p.key...), p.value)
		}
		if err := db.Write(batch, &opt.WriteOptions{Sync: true}); err != nil {
			return err
		}
	}
	err = db.Close()
	f.Raw = time.Since(began)
	return err
}

// rawPostgres lets the server copy the rows into tables with the same indexes,
// in one statement for each table.
func (j job) rawPostgres(f *figures) error {
	db, err := sql.Open("postgres", j.path)
	if err != nil {
		return err
	}
	defer db.Close()
	for _, table := range []string{"nodes", "quads"} {
		if _, err := db.Exec(fmt.Sprintf("CREATE TABLE raw_%s (LIKE %[1]s INCLUDING ALL)", table)); err != nil {
			return err
		}
	}
	began := time.Now()
	for _, table := range []string{"nodes", "quads"} {
		if _, err := db.Exec(fmt.Sprintf("INSERT INTO raw_%s SELECT * FROM %[1]s", table)); err != nil {
			return err
		}
	}
	f.Raw = time.Since(began)
	return nil
}
