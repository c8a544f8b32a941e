// Package learn trains small networks by gradient descent, on the processor.
//
// A Tape records what is computed from matrices, and Back goes through it from the end,
// adding to each matrix the gradient of the loss. Rows are words, columns are what is known of
// them. A Tape and the parameters that it adds gradients to belong to one goroutine.
package learn

import (
	"math/rand/v2"

	"demarche/loader/lang/internal/mat"
)

// Matrix is a value and the gradient of the loss by it, row-major. Without Grad it is a constant.
type Matrix struct {
	Rows, Cols  int
	Value, Grad []float32
}

// Row is the values of a row.
func (m *Matrix) Row(i int) []float32 { return m.Value[i*m.Cols : (i+1)*m.Cols] }

func (m *Matrix) gradRow(i int) []float32 { return m.Grad[i*m.Cols : (i+1)*m.Cols] }

// Tape is a computation.
type Tape struct {
	Random *rand.Rand
	Train  bool // dropout is on
	space  mat.Workspace
	back   []func()
	chunks [][]float32
	chunk  int
	used   int
}

const chunkSize = 1 << 20

// Reset forgets the computation; its matrices are used anew.
func (t *Tape) Reset() {
	t.back, t.chunk, t.used = t.back[:0], 0, 0
}

func (t *Tape) floats(n int) []float32 {
	if n > chunkSize {
		return make([]float32, n)
	}
	if len(t.chunks) == 0 || t.used+n > chunkSize {
		if len(t.chunks) > 0 {
			t.chunk++
		}
		if t.chunk >= len(t.chunks) {
			t.chunks = append(t.chunks, make([]float32, chunkSize))
			t.chunk = len(t.chunks) - 1
		}
		t.used = 0
	}
	s := t.chunks[t.chunk][t.used : t.used+n : t.used+n]
	t.used += n
	clear(s)
	return s
}

// New is a matrix of zeros.
func (t *Tape) New(rows, cols int) *Matrix {
	return &Matrix{rows, cols, t.floats(rows * cols), t.floats(rows * cols)}
}

func (t *Tape) then(back func()) { t.back = append(t.back, back) }

// Back adds the gradients.
func (t *Tape) Back() {
	for i := len(t.back) - 1; i >= 0; i-- {
		t.back[i]()
	}
}

// Mul is x·w.
func (t *Tape) Mul(x, w *Matrix) *Matrix {
	y := t.New(x.Rows, w.Cols)
	t.space.MulAdd(x.Rows, w.Cols, x.Cols, mat.Factor{Data: x.Value, Stride: x.Cols}, mat.Factor{Data: w.Value, Stride: w.Cols}, y.Value, y.Cols)
	t.then(func() {
		if x.Grad != nil {
			t.space.MulAdd(x.Rows, x.Cols, w.Cols, mat.Factor{Data: y.Grad, Stride: y.Cols}, mat.Factor{Data: w.Value, Stride: w.Cols, Transposed: true}, x.Grad, x.Cols)
		}
		if w.Grad != nil {
			t.space.MulAdd(w.Rows, w.Cols, x.Rows, mat.Factor{Data: x.Value, Stride: x.Cols, Transposed: true}, mat.Factor{Data: y.Grad, Stride: y.Cols}, w.Grad, w.Cols)
		}
	})
	return y
}

// Bias adds the row b to every row of x, in place.
func (t *Tape) Bias(x, b *Matrix) *Matrix {
	for i := range x.Rows {
		add(x.Row(i), b.Value)
	}
	t.then(func() {
		for i := range x.Rows {
			add(b.Grad, x.gradRow(i))
		}
	})
	return x
}

func add(into, what []float32) {
	for i, v := range what {
		into[i] += v
	}
}

// Linear is x·w + b.
func (t *Tape) Linear(x, w, b *Matrix) *Matrix { return t.Bias(t.Mul(x, w), b) }

// Rectify is max(x, slope·x), in place.
func (t *Tape) Rectify(x *Matrix, slope float32) *Matrix {
	for i, v := range x.Value {
		if v < 0 {
			x.Value[i] = slope * v
		}
	}
	t.then(func() {
		for i, v := range x.Value {
			if v < 0 {
				x.Grad[i] *= slope
			}
		}
	})
	return x
}

// Concat puts matrices of equal rows side by side.
func (t *Tape) Concat(parts ...*Matrix) *Matrix {
	cols := 0
	for _, p := range parts {
		cols += p.Cols
	}
	y := t.New(parts[0].Rows, cols)
	at := 0
	for _, p := range parts {
		from := at
		for i := range p.Rows {
			copy(y.Row(i)[from:], p.Row(i))
		}
		t.then(func() {
			for i := range p.Rows {
				if p.Grad != nil {
					add(p.gradRow(i), y.gradRow(i)[from:from+p.Cols])
				}
			}
		})
		at += p.Cols
	}
	return y
}

// Sum is the sum of matrices of equal size.
func (t *Tape) Sum(parts ...*Matrix) *Matrix {
	y := t.New(parts[0].Rows, parts[0].Cols)
	for _, p := range parts {
		add(y.Value, p.Value)
	}
	t.then(func() {
		for _, p := range parts {
			add(p.Grad, y.Grad)
		}
	})
	return y
}

// Embed sums, for each row, the rows of a table that ids names; negative ids are skipped.
func (t *Tape) Embed(table *Param, ids [][]int32) *Matrix {
	y := t.New(len(ids), table.Cols)
	for i, row := range ids {
		for _, id := range row {
			if id >= 0 {
				add(y.Row(i), table.Row(int(id)))
			}
		}
	}
	t.then(func() {
		for i, row := range ids {
			for _, id := range row {
				if id >= 0 {
					table.touch(id)
					add(table.gradRow(int(id)), y.gradRow(i))
				}
			}
		}
	})
	return y
}

// Gather takes rows of x; a negative index takes the row other.
func (t *Tape) Gather(x, other *Matrix, index []int32) *Matrix {
	y := t.New(len(index), x.Cols)
	for i, j := range index {
		if j >= 0 {
			copy(y.Row(i), x.Row(int(j)))
		} else {
			copy(y.Row(i), other.Value)
		}
	}
	t.then(func() {
		for i, j := range index {
			if j >= 0 {
				add(x.gradRow(int(j)), y.gradRow(i))
			} else {
				add(other.Grad, y.gradRow(i))
			}
		}
	})
	return y
}

// Drop sets a share of the values to zero and enlarges the others. Rows that belong to one
// group (ends of groups, ascending) lose the same columns; without groups each row its own.
func (t *Tape) Drop(x *Matrix, share float32, ends []int) *Matrix {
	if !t.Train || share == 0 {
		return x
	}
	y := t.New(x.Rows, x.Cols)
	mask := t.floats(x.Rows * x.Cols)
	scale := 1 / (1 - share)
	draw := func(row []float32) {
		for j := range row {
			if t.Random.Float32() >= share {
				row[j] = scale
			}
		}
	}
	from := 0
	if ends == nil {
		draw(mask)
	}
	for _, end := range ends {
		if end > from {
			first := mask[from*x.Cols : (from+1)*x.Cols]
			draw(first)
			for i := from + 1; i < end; i++ {
				copy(mask[i*x.Cols:], first)
			}
		}
		from = end
	}
	for i, v := range x.Value {
		y.Value[i] = v * mask[i]
	}
	t.then(func() {
		for i := range x.Grad { // none of a constant
			x.Grad[i] += y.Grad[i] * mask[i]
		}
	})
	return y
}
