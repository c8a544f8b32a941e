package linear

import (
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"math/bits"
	"slices"
)

// Layout of a table, little-endian:
//
//	0   uint32 classes
//	4   uint32 slots
//	8   uint32 bytes of one slot
//	12  uint32 bytes of cells behind the slots
//	16  slots, then cells
//
// A key goes to slot hi64(key * slots) and on to the next ones; its low 16 bits
// stand in the slot to tell it from its neighbours. A table of up to denseClasses
// classes has the weights in the slot itself: uint16 check, int8 weight per class.
// A larger one has uint16 check, uint32 count<<24 | place of the first cell; a cell
// is uint8 class, int8 weight. An empty slot is all zeros.
const (
	header       = 16
	denseClasses = 4
	slotSize     = 6
	maxCells     = 255
)

// Table is a packed classifier.
type Table struct {
	classes int
	slots   uint64
	data    []byte // slots, and two bytes before them, so that eight bytes end with any slot
	cells   []byte
}

// Open reads the header of packed bytes and keeps them.
func Open(packed []byte) (*Table, error) {
	if len(packed) < header {
		return nil, errors.New("linear: table is shorter than its header")
	}
	word := func(at int) int { return int(binary.LittleEndian.Uint32(packed[at:])) }
	t := &Table{classes: word(0), slots: uint64(word(4))}
	size, cells := word(8), word(12)
	if t.classes < 1 || t.classes > 255 || t.slots < 1 || size != slotSize || len(packed) != header+int(t.slots)*size+cells {
		return nil, fmt.Errorf("linear: table of %d bytes does not agree with its header", len(packed))
	}
	t.data = packed[header-2 : header+int(t.slots)*size]
	t.cells = packed[header+int(t.slots)*size:]
	return t, nil
}

// check tells a key from those that share its slots.
func check(key uint64) uint16 { return uint16(key>>1) | 1 }

// Classes is the number of classes.
func (t *Table) Classes() int { return t.classes }

// batch is how many features are looked up together: their slots come from memory at the
// same time, which is what scoring spends most of its time on.
const batch = 128

// Score sets scores, one per class, to the sums of the features' weights.
func (t *Table) Score(features []uint64, scores []int32) {
	clear(scores)
	for len(features) > 0 {
		some := features[:min(len(features), batch)]
		features = features[len(some):]
		if t.classes <= denseClasses {
			t.scoreDense(some, scores)
		} else {
			t.scoreSparse(some, scores)
		}
	}
}

func (t *Table) scoreSparse(features []uint64, scores []int32) {
	var slots [batch]uint64 // the first slot of each feature: check and place
	var starts [batch]uint32
	for i, key := range features {
		at, _ := bits.Mul64(key|1, t.slots)
		starts[i&(batch-1)] = uint32(at)
		slots[i&(batch-1)] = t.slot(at)
	}
	var places [batch]uint32
	found := 0
	var touched byte
	for i, key := range features {
		slot, check := slots[i&(batch-1)], check(key|1)
		for at := uint64(starts[i&(batch-1)]); uint16(slot) != check && uint16(slot) != 0; slot = t.slot(at) {
			if at++; at >= t.slots {
				at = 0
			}
		}
		if uint16(slot) != 0 {
			place := uint32(slot >> 16)
			places[found&(batch-1)] = place
			touched ^= t.cells[2*(place&0xFFFFFF)]
			found++
		}
	}
	var sums [256]int32
	sums[255] = int32(touched) // keeps the touch; no model has class 255
	for _, place := range places[:found] {
		from, count := int(place&0xFFFFFF)*2, int(place>>24)*2
		row := t.cells[from : from+count]
		for i := 0; i+1 < len(row); i += 2 {
			sums[row[i]] += values[row[i+1]]
		}
	}
	for class := range scores {
		scores[class] += sums[class]
	}
}

// slot returns the six bytes of a slot as a number.
func (t *Table) slot(at uint64) uint64 {
	return binary.LittleEndian.Uint64(t.data[at*slotSize:]) >> 16
}

func (t *Table) scoreDense(features []uint64, scores []int32) {
	var slots [batch]uint64
	var starts [batch]uint32
	for i, key := range features {
		at, _ := bits.Mul64(key|1, t.slots)
		starts[i&(batch-1)] = uint32(at)
		slots[i&(batch-1)] = t.slot(at)
	}
	var a, b, c, d int32
	for i, key := range features {
		slot, check := slots[i&(batch-1)], check(key|1)
		for at := uint64(starts[i&(batch-1)]); uint16(slot) != check && uint16(slot) != 0; slot = t.slot(at) {
			if at++; at >= t.slots {
				at = 0
			}
		}
		if uint16(slot) != 0 {
			a += values[uint8(slot>>16)]
			b += values[uint8(slot>>24)]
			c += values[uint8(slot>>32)]
			d += values[uint8(slot>>40)]
		}
	}
	sums := [denseClasses]int32{a, b, c, d}
	for class := range scores {
		scores[class] += sums[class]
	}
}

// Keep tells whether a feature is worth its room, from the template that made it, by its
// place among the features of an example, and the number of its updates.
type Keep func(template, updates int) bool

// packedRow is a feature with its quantised weights.
type packedRow struct {
	key     uint64
	classes []uint8
	weights []int8
}

// Pack returns the averaged weights as a table.
func (t *Trainer) Pack(keep Keep) []byte {
	scale := t.scale(keep)
	var rows []packedRow
	for _, r := range t.rows {
		if r.key == 0 || !keep(int(r.place), int(r.hits)) {
			continue
		}
		packed := packedRow{key: r.key}
		for i := r.first; i < r.first+uint32(r.count); i++ {
			weight := quantise(t.average(i) * scale)
			if weight != 0 {
				packed.classes = append(packed.classes, uint8(t.cells[i].class))
				packed.weights = append(packed.weights, weight)
			}
		}
		if len(packed.classes) > 0 && len(packed.classes) <= maxCells {
			rows = append(rows, packed)
		}
	}
	slices.SortFunc(rows, func(a, b packedRow) int { return cmp.Compare(a.key, b.key) })
	return layOut(t.classes, rows)
}

// A weight is kept as an int8 whose square, with its sign, is its value: most weights are
// small, and few are large but matter.
const largest = 127 * 127

func quantise(weight float64) int8 {
	size := int8(math.Round(math.Sqrt(min(largest, math.Abs(weight)))))
	if weight < 0 {
		return -size
	}
	return size
}

// values gives the weight of each byte.
var values = func() (values [256]int32) {
	for i := range values {
		size := int32(int8(i))
		values[i] = size * max(size, -size)
	}
	return values
}()

// scale is what a weight is multiplied with before it is quantised.
func (t *Trainer) scale(keep Keep) float64 {
	size := 1e-9
	for _, r := range t.rows {
		if r.key != 0 && keep(int(r.place), int(r.hits)) {
			for i := r.first; i < r.first+uint32(r.count); i++ {
				size = max(size, math.Abs(t.average(i)))
			}
		}
	}
	return largest / size
}

// fill is the share of slots in use: fuller tables are smaller, emptier ones find absent keys sooner.
const fill = 0.75

// layOut writes the rows, which are in the order of their keys, as a table.
func layOut(classes int, rows []packedRow) []byte {
	slots, size := uint64(float64(len(rows))/fill)+1, uint64(slotSize)
	data, cells := make([]byte, slots*size), []byte(nil)
	for _, r := range rows {
		at, _ := bits.Mul64(r.key, slots)
		for binary.LittleEndian.Uint16(data[at*size:]) != 0 {
			at = (at + 1) % slots
		}
		slot := data[at*size : (at+1)*size]
		binary.LittleEndian.PutUint16(slot, check(r.key))
		if classes <= denseClasses {
			for i, class := range r.classes {
				slot[2+class] = byte(r.weights[i])
			}
			continue
		}
		binary.LittleEndian.PutUint32(slot[2:], uint32(len(cells)/2)|uint32(len(r.classes))<<24)
		for i, class := range r.classes {
			cells = append(cells, class, byte(r.weights[i]))
		}
	}
	packed := make([]byte, header, header+len(data)+len(cells))
	for i, number := range []int{classes, int(slots), int(size), len(cells)} {
		binary.LittleEndian.PutUint32(packed[4*i:], uint32(number))
	}
	return append(append(packed, data...), cells...)
}
