package graph

import (
	"context"

	"github.com/cayleygraph/cayley/graph/iterator"
	"github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/cayley/graph/refs"
	"github.com/cayleygraph/cayley/query/shape"
	"github.com/cayleygraph/quad"

	cayley "github.com/cayleygraph/cayley/graph"
)

// kvSnapshot is Cayley's kv.QuadStore with better plans. Cayley's own uses an
// index only when the query fixes every direction of it, and otherwise takes a
// scan for half the store; here any leading directions do, and their entries
// are counted.
type kvSnapshot struct {
	*kv.QuadStore
	shared *sharedTx
	writes deltaWriter
}

var _ shape.Optimizer = (*kvSnapshot)(nil)

// OptimizeShape makes an index scan of a set of quads with fixed directions.
func (s *kvSnapshot) OptimizeShape(_ context.Context, sh shape.Shape) (shape.Shape, bool) {
	action, ok := sh.(shape.QuadsAction)
	if !ok {
		return sh, false
	}
	index, ids, ok := chooseIndex(action.Filter)
	if !ok {
		return sh, false
	}
	return action.SimplifyFrom(indexScan{index, ids}), true
}

// chooseIndex returns the index of which the fixed directions are the leading
// ones, and their ids.
func chooseIndex(filter map[quad.Direction]refs.Ref) (kv.QuadIndex, []uint64, bool) {
	for _, index := range quadIndexes {
		ids := make([]uint64, 0, len(filter))
		for _, d := range index.Dirs {
			id, ok := filter[d].(kv.Int64Value)
			if !ok {
				break
			}
			ids = append(ids, uint64(id))
		}
		if len(ids) > 0 && len(ids) == len(filter) {
			return index, ids, true
		}
	}
	return kv.QuadIndex{}, nil, false
}

// QuadIterator returns the quads with the node in the direction.
func (s *kvSnapshot) QuadIterator(d quad.Direction, node cayley.Ref) iterator.Shape {
	index, ids, ok := chooseIndex(map[quad.Direction]refs.Ref{d: node})
	if !ok {
		return s.QuadStore.QuadIterator(d, node)
	}
	return indexScan{index, ids}.BuildIterator(s)
}

// QuadIteratorSize returns how many quads QuadIterator gives; exactly when they
// are few.
func (s *kvSnapshot) QuadIteratorSize(ctx context.Context, d quad.Direction, node cayley.Ref) (refs.Size, error) {
	index, ids, ok := chooseIndex(map[quad.Direction]refs.Ref{d: node})
	if !ok {
		return s.QuadStore.QuadIteratorSize(ctx, d, node)
	}
	return s.size(index, ids)
}

// sizeLimit is how many entries are counted to plan a query.
const sizeLimit = 1000

func (s *kvSnapshot) size(index kv.QuadIndex, ids []uint64) (refs.Size, error) {
	size := refs.Size{Exact: true}
	err := s.shared.read(func(tx kvTx) error {
		sp, prefix, err := fromCayley(index.Key(ids))
		if err != nil {
			return err
		}
		if sp == spaceLabel {
			list, err := (&kvReader{tx: tx}).links(ids[0])
			size.Value = int64(len(list))
			return err
		}
		err = (&kvReader{tx: tx}).scan(sp, prefix, func(_, _ []byte) error {
			if size.Value++; size.Value == sizeLimit {
				return errStop
			}
			return nil
		})
		if err == errStop {
			all, err := metaNumber(tx, metaSize)
			size = refs.Size{Value: sizeLimit + int64(all)/10}
			return err
		}
		return err
	})
	return size, err
}

// indexScan is the set of quads that an index has under the ids.
type indexScan struct {
	index kv.QuadIndex
	ids   []uint64
}

func (s indexScan) Optimize(context.Context, shape.Optimizer) (shape.Shape, bool) { return s, false }

func (s indexScan) BuildIterator(qs cayley.QuadStore) iterator.Shape {
	own, ok := qs.(*kvSnapshot)
	if !ok {
		return iterator.NewError(ErrClosed)
	}
	scan := kv.IndexScan{Index: s.index, Values: s.ids}.BuildIterator(own.QuadStore)
	return &sizedScan{Shape: scan, scan: s, store: own}
}

// sizedScan knows its size, by which Cayley orders the parts of a query.
type sizedScan struct {
	iterator.Shape
	scan  indexScan
	store *kvSnapshot
}

func (s *sizedScan) Optimize(context.Context) (iterator.Shape, bool) { return s, false }

func (s *sizedScan) Stats(context.Context) (iterator.Costs, error) {
	size, err := s.store.size(s.scan.index, s.scan.ids)
	return iterator.Costs{ContainsCost: 1, NextCost: 2, Size: size}, err
}

// Close does nothing: the snapshot ends with its context.
func (s *kvSnapshot) Close() error { return nil }

// ApplyDeltas changes the store, not the snapshot.
func (s *kvSnapshot) ApplyDeltas(in []cayley.Delta, ignore cayley.IgnoreOpts) error {
	return s.writes.ApplyDeltas(in, ignore)
}

// NewQuadWriter returns a writer to the store, not to the snapshot.
func (s *kvSnapshot) NewQuadWriter() (quad.WriteCloser, error) { return s.writes.NewQuadWriter() }
