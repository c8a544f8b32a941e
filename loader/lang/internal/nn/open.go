package nn

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
)

// reader takes what PackDense and the like wrote; after the first error it gives zeros.
type reader struct {
	rest []byte
	err  error
}

func (r *reader) bytes(n int) []byte {
	if r.err == nil && (n < 0 || n > len(r.rest)) {
		r.err = errors.New("nn: a layer is cut off")
	}
	if r.err != nil {
		return nil
	}
	some := r.rest[:n:n]
	r.rest = r.rest[n:]
	return some
}

// size reads a number that must not be above a limit.
func (r *reader) size(limit uint32) int {
	some := r.bytes(4)
	if some == nil {
		return 0
	}
	n := binary.LittleEndian.Uint32(some)
	if n == 0 || n > limit {
		r.err = fmt.Errorf("nn: a layer has size %d, want 1 to %d", n, limit)
		return 0
	}
	return int(n)
}

func (r *reader) floats(n int) []float32 {
	some := r.bytes(4 * n)
	floats := make([]float32, len(some)/4)
	for i := range floats {
		floats[i] = math.Float32frombits(binary.LittleEndian.Uint32(some[4*i:]))
	}
	return floats
}

func (r *reader) weights(in, cols int) weights {
	w := weights{in: in, out: padded(cols)}
	w.data = r.bytes(w.steps() * 4 * w.out)
	return w
}

func (r *reader) end() error {
	if r.err == nil && len(r.rest) > 0 {
		r.err = fmt.Errorf("nn: %d bytes too many behind a layer", len(r.rest))
	}
	return r.err
}

const (
	mostCols = 1 << 14
	mostRows = 1 << 22
)

// OpenDense reads a layer and keeps the bytes of its weights. wantIn and wantCols are the widths that it must have; 0 stands
// for any.
func OpenDense(packed []byte, wantIn, wantCols int) (*Dense, error) {
	r := reader{rest: packed}
	in, cols := r.size(mostCols), r.size(mostCols)
	if r.err == nil && (wantIn > 0 && in != wantIn || wantCols > 0 && cols != wantCols) {
		return nil, fmt.Errorf("nn: a layer from %d to %d columns, want %d to %d", in, cols, wantIn, wantCols)
	}
	d := &Dense{cols: cols, scale: r.floats(padded(cols)), bias: r.floats(padded(cols)), weights: r.weights(in, cols)}
	return d, r.end()
}

// OpenLSTM reads a memory and keeps the bytes of its weights. Its input must have wantIn columns, if that is not 0, and its width
// must be a multiple of eight.
func OpenLSTM(packed []byte, wantIn int) (*LSTM, error) {
	r := reader{rest: packed}
	in, width := r.size(mostCols), r.size(mostCols)
	if r.err == nil && wantIn > 0 && in != wantIn {
		return nil, fmt.Errorf("nn: a memory of %d columns, want %d", in, wantIn)
	}
	if width%8 != 0 {
		return nil, fmt.Errorf("nn: a memory of width %d, want a multiple of 8", width)
	}
	l := &LSTM{width: width, scale: r.floats(4 * width), bias: r.floats(4 * width)}
	l.input, l.output = r.weights(in, 4*width), r.weights(width, 4*width)
	return l, r.end()
}

// Table holds vectors of int8.
type Table struct {
	Rows, Cols int
	unit       float32
	data       []byte
}

// OpenTable reads a table and keeps its bytes.
func OpenTable(packed []byte) (*Table, error) {
	r := reader{rest: packed}
	t := &Table{Rows: r.size(mostRows), Cols: r.size(mostCols)}
	if unit := r.floats(1); len(unit) == 1 {
		t.unit = unit[0]
	}
	t.data = r.bytes(t.Rows * t.Cols)
	return t, r.end()
}

// Unit is what a step of the table's values stands for.
func (t *Table) Unit() float32 { return t.unit }

// AddTo adds a row to sums.
func (t *Table) AddTo(sums []int32, row int) {
	from := t.data[row*t.Cols : (row+1)*t.Cols]
	sums = sums[:len(from)]
	for i, b := range from {
		sums[i] += int32(int8(b))
	}
}

// Floats reads as many numbers as wanted, which AppendFloats wrote.
func Floats(packed []byte, want int) ([]float32, error) {
	r := reader{rest: packed}
	floats := r.floats(want)
	return floats, r.end()
}
