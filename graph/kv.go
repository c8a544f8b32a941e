package graph

import (
	"context"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"slices"

	"github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/quad"
)

// space is a family of keys. Those that Cayley knows are named as it names them
// in cayleySpaces.
type space byte

const (
	spaceMeta   space = 'm' // name -> number or text
	spaceLog    space = 'g' // id -> node or link, as a protocol buffer
	spaceValue  space = 'v' // hash of a value -> id
	spaceSPOL   space = 's' // ids of subject, predicate, object, label -> id of the link
	spaceOPSL   space = 'o' // ids of object, predicate, subject, label -> id of the link
	spaceLabel  space = 'l' // id of a label -> ids of its links
	spaceRefs   space = 'r' // id of a node -> how many quad ends it is, when more than one
	spacesCount       = 7
)

// spaces are in the order of their bytes, in which a LevelDB has them.
var spaces = [spacesCount]space{
	spaceLog, spaceLabel, spaceMeta, spaceOPSL, spaceRefs, spaceSPOL, spaceValue,
}

// place returns where the space is among spaces.
func (s space) place() int { return slices.Index(spaces[:], s) }

// quadIndexes are the indexes as Cayley reads them from the store. Two differ
// from its own choice, {subject, predicate} and {object, predicate, subject}:
// with all four directions every key has one link, so that a look-up is
// answered by the keys alone, and a node that thousands of articles describe
// does not have a list that every further article writes anew.
var quadIndexes = []kv.QuadIndex{
	{Dirs: []quad.Direction{quad.Subject, quad.Predicate, quad.Object, quad.Label}},
	{Dirs: []quad.Direction{quad.Object, quad.Predicate, quad.Subject, quad.Label}},
	{Dirs: []quad.Direction{quad.Label}},
}

// Entries of spaceMeta, named and written as Cayley reads them.
const (
	metaVersion = "version" // of Cayley's layout
	metaIndexes = "indexes"
	metaSize    = "size"    // number of links
	metaHorizon = "horizon" // last id given
	metaNodes   = "nodes"   // number of nodes; ours

	cayleyVersion = 2
)

// kvDB is an ordered store of bytes with one writer and any number of readers,
// each reader seeing the state at which it began.
type kvDB interface {
	begin(write bool) (kvTx, error)
	close() error
}

// kvTx is a transaction of a kvDB, for one goroutine. A writing one need not see
// what it has put. The slices that it returns are valid until the first put, and
// must not be changed; those given to it must not be changed until it ends.
type kvTx interface {
	get(s space, key []byte) ([]byte, error) // nil, nil when there is none
	put(s space, key, value []byte) error
	del(s space, key []byte) error
	cursor(s space) kvCursor
	commit() error
	rollback() error // does nothing after commit
}

// kvCursor walks over the keys of a space in order. key and value are valid
// until the next move.
type kvCursor interface {
	seek(key []byte) bool // to the first key not less than key
	next() bool
	key() []byte
	value() []byte
	close() error
}

// kvEngine is the engine of every key-value store.
type kvEngine struct {
	db    kvDB
	batch int
	names *nameCache[uint64]
}

// newKVEngine makes an engine, and the layout when the store is new.
// batch is with how many quads in a transaction the database is quickest.
func newKVEngine(db kvDB, batch int, readOnly bool) (*kvEngine, error) {
	e := &kvEngine{db: db, batch: batch, names: newNameCache[uint64](nameCacheSize)}
	if err := e.ensureLayout(readOnly); err != nil {
		return nil, fmt.Errorf("layout: %w", err)
	}
	return e, nil
}

func (e *kvEngine) ensureLayout(readOnly bool) error {
	tx, err := e.db.begin(false)
	if err != nil {
		return err
	}
	version, err := metaNumber(tx, metaVersion)
	if closeErr := tx.rollback(); err == nil {
		err = closeErr
	}
	switch {
	case err != nil:
		return err
	case version == cayleyVersion:
		return nil
	case version != 0:
		return fmt.Errorf("%w: layout %d, this program knows %d", ErrVersion, version, cayleyVersion)
	}
	if readOnly {
		return errUnfinished
	}
	if tx, err = e.db.begin(true); err != nil {
		return err
	}
	defer tx.rollback()
	indexes, err := json.Marshal(quadIndexes)
	if err != nil {
		return err
	}
	if err := tx.put(spaceMeta, []byte(metaIndexes), indexes); err != nil {
		return err
	}
	for name, n := range map[string]uint64{metaVersion: cayleyVersion, metaSize: 0, metaHorizon: 0, metaNodes: 0} {
		if err := putMetaNumber(tx, name, n); err != nil {
			return err
		}
	}
	return tx.commit()
}

func (e *kvEngine) read(context.Context) (reader, error) {
	tx, err := e.db.begin(false)
	if err != nil {
		return nil, err
	}
	return &kvReader{tx: tx, names: e.names}, nil
}

func (e *kvEngine) update(ctx context.Context, change func(writer) error) error {
	tx, err := e.db.begin(true)
	if err != nil {
		return err
	}
	defer tx.rollback()
	if err := change(&kvWriter{kvReader: kvReader{tx: tx, names: e.names}}); err != nil {
		return err
	}
	return tx.commit()
}

func (e *kvEngine) close() error   { return e.db.close() }
func (e *kvEngine) batchSize() int { return e.batch }

// metaNumber returns a number of spaceMeta, zero when it is missing.
func metaNumber(tx kvTx, name string) (uint64, error) {
	b, err := tx.get(spaceMeta, []byte(name))
	if err != nil || b == nil {
		return 0, err
	}
	if len(b) != 8 {
		return 0, fmt.Errorf("meta %s has %d bytes instead of 8", name, len(b))
	}
	return binary.LittleEndian.Uint64(b), nil
}

func putMetaNumber(tx kvTx, name string, n uint64) error {
	return tx.put(spaceMeta, []byte(name), binary.LittleEndian.AppendUint64(nil, n))
}

// idKey returns the ids as a key: eight bytes each, in the order of numbers.
func idKey(ids ...uint64) []byte {
	key := make([]byte, 0, 8*len(ids))
	for _, id := range ids {
		key = binary.BigEndian.AppendUint64(key, id)
	}
	return key
}

// idAt returns the nth id of a key.
func idAt(key []byte, n int) uint64 { return binary.BigEndian.Uint64(key[8*n:]) }

// decodeIDs reads a list of ids as Cayley writes it.
func decodeIDs(b []byte) ([]uint64, error) {
	ids := make([]uint64, 0, len(b)/3)
	for len(b) > 0 {
		id, n := binary.Uvarint(b)
		if n <= 0 {
			return nil, fmt.Errorf("list of ids is cut off")
		}
		ids, b = append(ids, id), b[n:]
	}
	return ids, nil
}

func encodeIDs(b []byte, ids ...uint64) []byte {
	for _, id := range ids {
		b = binary.AppendUvarint(b, id)
	}
	return b
}
