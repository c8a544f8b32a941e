package nn

import "slices"

// LSTM is one direction of a long short-term memory (Hochreiter and Schmidhuber 1997, with the
// forget gate of Gers et al. 2000).
type LSTM struct {
	width         int
	input, output weights   // of the layer below, and of the cells' own output a step before
	scale, bias   []float32 // of the sums of both, as exponents of 2 with the sign changed; doubled for the candidate
}

// Width is the number of cells.
func (l *LSTM) Width() int { return l.width }

// In is the width of the input.
func (l *LSTM) In() int { return l.input.in }

// Stretch is rows [First, End) that belong together: a sentence.
type Stretch struct{ First, End int }

func (s Stretch) row(step int, reverse bool) int {
	if reverse {
		return s.End - 1 - step
	}
	return s.First + step
}

// Longest orders stretches as Run wants them.
func Longest(stretches []Stretch) {
	slices.SortStableFunc(stretches, func(a, b Stretch) int { return (b.End - b.First) - (a.End - a.First) })
}

// Run reads every stretch of x by itself, forwards or backwards, and writes the outputs to columns
// [col, col+Width()) of out. Stretches are not empty, and the longest comes first.
//
// All stretches advance together, a row of each at a time, so that the weights are read once for all.
func (l *LSTM) Run(s *Scratch, x *Bytes, stretches []Stretch, reverse bool, out *Bytes, col int) {
	s.arrange(x, stretches, reverse)
	sums := s.zeros((s.x.Rows + tileRows) * 4 * l.width)
	l.input.addTo(sums, &s.x)
	s.start(len(stretches), l.width)
	for step, active := 0, len(stretches); ; step++ {
		for active > 0 && stretches[active-1].End-stretches[active-1].First <= step {
			active--
			// The tile at the end of a step reaches over ended stretches into the sums of the next step;
			// outputs of zero add nothing there.
			clear(s.output.Row(active))
		}
		if active == 0 {
			return
		}
		s.output.Rows = active
		l.output.addTo(sums, &s.output)
		for i, stretch := range stretches[:active] {
			output := s.output.Row(i)
			cell(l.width, sums[i*4*l.width:], l.scale, l.bias, s.state[i*l.width:], output)
			copy(out.Row(stretch.row(step, reverse))[col:], output)
		}
		sums = sums[active*4*l.width:]
	}
}

// arrange copies the rows of x in the order in which they are read: all first rows, all second rows ...
func (s *Scratch) arrange(x *Bytes, stretches []Stretch, reverse bool) {
	s.x.Reset(x.Rows, x.Cols)
	rows := 0
	for step, active := 0, len(stretches); ; step++ {
		for active > 0 && stretches[active-1].End-stretches[active-1].First <= step {
			active--
		}
		if active == 0 {
			s.x.Rows = rows
			return
		}
		for _, stretch := range stretches[:active] {
			copy(s.x.Row(rows), x.Row(stretch.row(step, reverse)))
			rows++
		}
	}
}

// start sets states and outputs to zero.
func (s *Scratch) start(stretches, width int) {
	s.output.Reset(stretches, width)
	clear(s.output.data)
	for i := range stretches {
		row := s.output.Row(i)
		for j := range row {
			row[j] = Zero
		}
	}
	s.state = Resize(s.state, stretches*width)
	clear(s.state)
}

// RunBoth reads the rows of x with the first memory forwards and with the second backwards, and sets y to the outputs of both side by
// side. The stretches are as for Run.
func RunBoth(sides [2]*LSTM, s *Scratch, x *Bytes, stretches []Stretch, y *Bytes) {
	y.Reset(x.Rows, sides[0].Width()+sides[1].Width())
	sides[0].Run(s, x, stretches, false, y, 0)
	sides[1].Run(s, x, stretches, true, y, sides[0].Width())
}
