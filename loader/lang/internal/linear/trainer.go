// Package linear is a multi-class linear classifier over hashed features.
//
// A feature is a 64-bit hash. A Trainer learns weights online; Pack turns their
// averages into a table of bytes, and a Table reads scores from such bytes where
// they lie, without copying or decoding them. Tables are immutable and may be
// shared by any number of goroutines; a Trainer belongs to one.
package linear

import "math"

// cell is the weight of one feature for one class, with what averaging needs.
type cell struct {
	class  uint16
	weight float32
	sum    float64 // weight integrated over steps up to since
	since  uint32
	square float32 // squared gradients so far (AdaGrad)
}

// Trainer holds the weights that are being learnt. Features without a weight take no room.
type Trainer struct {
	classes int
	keys    []uint64 // open addressing; 0 is empty
	rows    []uint32 // of keys: index into cells
	cells   [][]cell
	hits    []uint32 // of cells: number of updates
	step    uint32
	rate    float32
}

// NewTrainer returns an empty trainer for so many classes.
func NewTrainer(classes int) *Trainer {
	const start = 1 << 16
	return &Trainer{classes: classes, keys: make([]uint64, start), rows: make([]uint32, start), rate: 1}
}

// Classes is the number of classes.
func (t *Trainer) Classes() int { return t.classes }

func (t *Trainer) slot(key uint64) int {
	mask := uint64(len(t.keys) - 1)
	at := (key * 0x9E3779B97F4A7C15) >> 20 & mask
	for t.keys[at] != 0 && t.keys[at] != key {
		at = (at + 1) & mask
	}
	return int(at)
}

// Score sets scores to the sums of the current weights of the features.
func (t *Trainer) Score(features []uint64, scores []int32) {
	var sums [256]float32
	for _, key := range features {
		at := t.slot(key | 1)
		if t.keys[at] == 0 {
			continue
		}
		for _, cell := range t.cells[t.rows[at]] {
			sums[cell.class] += cell.weight
		}
	}
	for class := range scores {
		scores[class] = int32(sums[class] * 1024)
	}
}

// Step counts one example; the averages are over steps.
func (t *Trainer) Step() { t.step++ }

// Update moves the weights of the features towards good and away from bad.
func (t *Trainer) Update(features []uint64, good, bad int) {
	for _, key := range features {
		row := t.row(key | 1)
		t.hits[row]++
		t.add(row, good, 1)
		t.add(row, bad, -1)
	}
}

func (t *Trainer) row(key uint64) uint32 {
	at := t.slot(key)
	if t.keys[at] == 0 {
		if len(t.cells)*3 > len(t.keys)*2 {
			t.grow()
			at = t.slot(key)
		}
		t.keys[at] = key
		t.rows[at] = uint32(len(t.cells))
		t.cells = append(t.cells, nil)
		t.hits = append(t.hits, 0)
	}
	return t.rows[at]
}

func (t *Trainer) grow() {
	keys, rows := t.keys, t.rows
	t.keys, t.rows = make([]uint64, 2*len(keys)), make([]uint32, 2*len(keys))
	for i, key := range keys {
		if key != 0 {
			at := t.slot(key)
			t.keys[at], t.rows[at] = key, rows[i]
		}
	}
}

func (t *Trainer) add(row uint32, class int, gradient float32) {
	cells := t.cells[row]
	for i := range cells {
		if int(cells[i].class) == class {
			c := &cells[i]
			c.sum += float64(c.weight) * float64(t.step-c.since)
			c.since = t.step
			c.square += gradient * gradient
			c.weight += t.rate * gradient / float32(math.Sqrt(float64(c.square)))
			return
		}
	}
	t.cells[row] = append(cells, cell{class: uint16(class), weight: t.rate * gradient, since: t.step, square: gradient * gradient})
}
