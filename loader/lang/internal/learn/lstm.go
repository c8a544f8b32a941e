package learn

import (
	"slices"

	"demarche/loader/lang/internal/mat"
)

// LSTM is a long short-term memory (Hochreiter and Schmidhuber 1997, with the forget gate of Gers et al. 2000) over the
// rows of u, which hold the input's part of input gate, forget gate, candidate and output gate; w is the part of the
// output a step before. Sentences end at ends and are read each by itself, with reverse from its end.
func (t *Tape) LSTM(u, w *Matrix, ends []int, reverse bool) *Matrix {
	m := newMemory(t, u, w, ends, reverse)
	if len(m.sentences) > 0 {
		m.run()
		t.then(m.back)
	}
	return m.y
}

// memory is one run of an LSTM. All sentences advance together, a row of each at a time, so that a step is one product.
type memory struct {
	tape      *Tape
	u, w, y   *Matrix
	width     int
	sentences [][2]int // rows [first, end), the longest first
	reverse   bool
	// By row: the gates as they were squashed, the state, and the state as it was squashed for the output.
	gates, state, squashed []float32
}

func newMemory(t *Tape, u, w *Matrix, ends []int, reverse bool) *memory {
	m := &memory{tape: t, u: u, w: w, width: u.Cols / 4, reverse: reverse}
	m.y = t.New(u.Rows, m.width)
	m.gates, m.state, m.squashed = t.floats(u.Rows*4*m.width), t.floats(u.Rows*m.width), t.floats(u.Rows*m.width)
	first := 0
	for _, end := range ends {
		if end > first {
			m.sentences = append(m.sentences, [2]int{first, end})
		}
		first = end
	}
	slices.SortStableFunc(m.sentences, func(a, b [2]int) int { return (b[1] - b[0]) - (a[1] - a[0]) })
	return m
}

// row is the row of a sentence at a step.
func (m *memory) row(sentence, step int) int {
	if m.reverse {
		return m.sentences[sentence][1] - 1 - step
	}
	return m.sentences[sentence][0] + step
}

// active is how many sentences have a row at a step.
func (m *memory) active(step int) int {
	n := 0
	for n < len(m.sentences) && m.sentences[n][1]-m.sentences[n][0] > step {
		n++
	}
	return n
}

// of cuts what belongs to a row out of values of so many widths a row.
func (m *memory) of(values []float32, row, widths int) []float32 {
	return values[row*widths*m.width : (row+1)*widths*m.width]
}

func (m *memory) run() {
	h := m.width
	output, sums := m.tape.floats(len(m.sentences)*h), m.tape.floats(len(m.sentences)*4*h)
	var w mat.Panels
	w.Pack(mat.Factor{Data: m.w.Value, Stride: 4 * h}, h, 4*h)
	for step := 0; ; step++ {
		active := m.active(step)
		if active == 0 {
			return
		}
		for s := range active {
			copy(m.of(sums, s, 4), m.u.Row(m.row(s, step)))
		}
		if step > 0 {
			m.tape.space.MulAddPanels(active, mat.Factor{Data: output, Stride: h}, &w, sums, 4*h)
		}
		for s := range active {
			row := m.row(s, step)
			var before []float32
			if step > 0 {
				before = m.of(m.state, m.row(s, step-1), 1)
			}
			m.cells(row, m.of(sums, s, 4), before)
			copy(m.of(output, s, 1), m.y.Row(row))
		}
	}
}

// cells computes gates, state and output of a row from the sums of its gates and the state before, which the first row has not.
func (m *memory) cells(row int, sums, before []float32) {
	h := m.width
	gates, state, squashed, y := m.of(m.gates, row, 4), m.of(m.state, row, 1), m.of(m.squashed, row, 1), m.y.Row(row)
	for j := range h {
		in, forget, candidate, out := sigmoid(sums[j]), sigmoid(sums[h+j]), tanh(sums[2*h+j]), sigmoid(sums[3*h+j])
		gates[j], gates[h+j], gates[2*h+j], gates[3*h+j] = in, forget, candidate, out
		state[j] = in * candidate
		if before != nil {
			state[j] += forget * before[j]
		}
		squashed[j] = tanh(state[j])
		y[j] = out * squashed[j]
	}
}

func (m *memory) back() {
	h := m.width
	output, state := make([]float32, len(m.sentences)*h), make([]float32, len(m.sentences)*h) // gradients that come from the step behind
	step := make([]float32, len(m.sentences)*4*h)
	sums, outputs := make([]float32, m.u.Rows*4*h), make([]float32, m.u.Rows*h) // gradients of the sums, and the outputs a step before, of all rows
	var w mat.Panels
	w.Pack(mat.Factor{Data: m.w.Value, Stride: 4 * h, Transposed: true}, 4*h, h)
	for k := m.sentences[0][1] - m.sentences[0][0] - 1; k >= 0; k-- {
		active := m.active(k)
		for s := range active {
			row := m.row(s, k)
			var before []float32
			if k > 0 {
				last := m.row(s, k-1)
				before = m.of(m.state, last, 1)
				copy(m.of(outputs, row, 1), m.y.Row(last))
			}
			m.cellsBack(row, m.of(output, s, 1), m.of(state, s, 1), m.of(step, s, 4), before)
			add(m.u.gradRow(row), m.of(step, s, 4))
			copy(m.of(sums, row, 4), m.of(step, s, 4))
		}
		clear(output)
		if k > 0 {
			m.tape.space.MulAddPanels(active, mat.Factor{Data: step, Stride: 4 * h}, &w, output, h)
		}
	}
	m.tape.space.MulAdd(h, 4*h, m.u.Rows, mat.Factor{Data: outputs, Stride: h, Transposed: true}, mat.Factor{Data: sums, Stride: 4 * h}, m.w.Grad, 4*h)
}

// cellsBack computes the gradients of the sums of a row, and of the state before, from those of its output and state.
func (m *memory) cellsBack(row int, output, state, sums, before []float32) {
	h := m.width
	gates, squashed, y := m.of(m.gates, row, 4), m.of(m.squashed, row, 1), m.y.gradRow(row)
	for j := range h {
		in, forget, candidate, out, c := gates[j], gates[h+j], gates[2*h+j], gates[3*h+j], squashed[j]
		g := y[j] + output[j]
		s := state[j] + g*out*(1-c*c)
		last := float32(0)
		if before != nil {
			last = before[j]
		}
		sums[j] = s * candidate * in * (1 - in)
		sums[h+j] = s * last * forget * (1 - forget)
		sums[2*h+j] = s * in * (1 - candidate*candidate)
		sums[3*h+j] = g * c * out * (1 - out)
		state[j] = s * forget
	}
}
