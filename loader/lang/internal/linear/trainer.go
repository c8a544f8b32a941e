// Package linear is a multi-class linear classifier over hashed features.
//
// A feature is a 64-bit hash. A Trainer learns weights online; Pack turns their
// averages into a table of bytes, and a Table reads scores from such bytes where
// they lie, without copying or decoding them. Tables are immutable and may be
// shared by any number of goroutines; a Trainer belongs to one.
package linear

import "math"

// row is the place of one feature's weights: count of them from cells[first] on, with room.
type row struct {
	key         uint64 // 0 is an empty row
	first       uint32
	count, room uint16
	hits        uint16 // updates, as far as can be counted
	place       uint16 // of the feature among those of an example: the template that made it
}

// cell is the weight of one feature for one class.
type cell struct {
	class  uint32
	weight float32
}

// past is what averaging and the learning rate need to know of a cell.
type past struct {
	sum    float32 // weight integrated over the steps up to since
	square float32 // squared gradients so far
	since  uint32
}

// Trainer is an averaged perceptron with rates of its own for each weight (AdaGrad).
// Features without a weight take no room.
type Trainer struct {
	classes int
	rows    []row // open addressing
	used    int
	cells   []cell
	past    []past // of cells
	step    uint32
}

// NewTrainer returns an empty trainer for so many classes, at most 256.
func NewTrainer(classes int) *Trainer {
	return &Trainer{classes: classes, rows: make([]row, 1<<16)}
}

// Classes is the number of classes.
func (t *Trainer) Classes() int { return t.classes }

func (t *Trainer) find(key uint64) *row {
	mask := uint64(len(t.rows) - 1)
	at := key >> 24 & mask
	for t.rows[at].key != 0 && t.rows[at].key != key {
		at = (at + 1) & mask
	}
	return &t.rows[at]
}

// Unit is how a weight of 1 shows in the scores of a Trainer, which are whole numbers.
const Unit = 1024

// Score sets scores to the sums of the present weights of the features.
func (t *Trainer) Score(features []uint64, scores []int32) {
	var sums [256]float32
	var found [batch]uint32
	mask := uint64(len(t.rows) - 1)
	for len(features) > 0 {
		some := features[:min(len(features), batch)]
		features = features[len(some):]
		// The rows of a batch come from memory together, and then their weights.
		for i, key := range some {
			key |= 1
			at := key >> 24 & mask
			if t.rows[at].key == key {
				found[i] = uint32(at)
				continue
			}
			for t.rows[at].key != 0 && t.rows[at].key != key {
				at = (at + 1) & mask
			}
			found[i] = uint32(at)
		}
		for _, at := range found[:len(some)] {
			r := &t.rows[at]
			for _, c := range t.cells[r.first : r.first+uint32(r.count)] {
				sums[c.class&255] += c.weight
			}
		}
	}
	for class := range scores {
		scores[class] = int32(sums[class] * Unit)
	}
}

// Step counts one example; the averages are over steps.
func (t *Trainer) Step() { t.step++ }

// Update moves the weights of the features towards one class and away from another.
func (t *Trainer) Update(features []uint64, good, bad int) {
	for place, key := range features {
		r := t.find(key | 1)
		if r.key == 0 {
			if t.used++; t.used*3 > len(t.rows)*2 {
				t.grow()
				r = t.find(key | 1)
			}
			r.key, r.place = key|1, uint16(place)
		}
		r.hits = max(r.hits, r.hits+1) // stays at the largest number
		t.add(r, uint32(good), 1)
		t.add(r, uint32(bad), -1)
	}
}

func (t *Trainer) grow() {
	old := t.rows
	t.rows = make([]row, 2*len(old))
	for _, r := range old {
		if r.key != 0 {
			*t.find(r.key) = r
		}
	}
}

func (t *Trainer) add(r *row, class uint32, gradient float32) {
	for i := r.first; i < r.first+uint32(r.count); i++ {
		if c := &t.cells[i]; c.class == class {
			p := &t.past[i]
			p.sum += c.weight * float32(t.step-p.since)
			p.since = t.step
			p.square += gradient * gradient
			c.weight += gradient / float32(math.Sqrt(float64(p.square)))
			return
		}
	}
	if r.count == r.room {
		t.move(r)
	}
	i := r.first + uint32(r.count)
	t.cells[i], t.past[i] = cell{class, gradient}, past{square: gradient * gradient, since: t.step}
	r.count++
}

// move gives a row a place with more room, at the end.
func (t *Trainer) move(r *row) {
	from, first := r.first, uint32(len(t.cells))
	r.room = max(2, 2*r.room)
	for range r.room {
		t.cells = append(t.cells, cell{})
		t.past = append(t.past, past{})
	}
	copy(t.cells[first:], t.cells[from:from+uint32(r.count)])
	copy(t.past[first:], t.past[from:from+uint32(r.count)])
	r.first = first
}

// average is the mean of a weight over all steps.
func (t *Trainer) average(i uint32) float64 {
	p := t.past[i]
	return (float64(p.sum) + float64(t.cells[i].weight)*float64(t.step-p.since)) / float64(max(t.step, 1))
}
