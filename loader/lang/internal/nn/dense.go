package nn

// weights is a matrix laid out for the kernel: tiles of tileCols columns, and in each, four
// values of the inner index side by side for every column. Columns are padded to whole tiles.
type weights struct {
	in, out int // out is a multiple of tileCols
	data    []byte
}

func (w *weights) steps() int { return (w.in + 3) / 4 }

// addTo adds x·w to sums, whose rows are w.out long; there is room for a tile behind the last.
func (w *weights) addTo(sums []int32, x *Bytes) {
	steps := w.steps()
	for tile := range w.out / tileCols {
		for row := 0; row < x.Rows; row += tileRows {
			dot(steps, x.data[row*x.stride:], x.stride, w.data[tile*steps*4*tileCols:], sums[row*w.out+tile*tileCols:], w.out)
		}
	}
}

// Dense is a linear layer: x·w + b.
type Dense struct {
	cols        int
	weights     weights
	scale, bias []float32 // of each column: output = sum·scale + bias
}

// Cols is the width of the output.
func (d *Dense) Cols() int { return d.cols }

// In is the width of the input.
func (d *Dense) In() int { return d.weights.in }

// Apply writes the output to out, whose rows are Cols() long.
func (d *Dense) Apply(s *Scratch, x *Bytes, out []float32) {
	width := d.weights.out
	sums := s.zeros((x.Rows + tileRows) * width)
	d.weights.addTo(sums, x)
	scale, bias := d.scale[:d.cols], d.bias[:d.cols]
	for i := range x.Rows {
		row, from := out[i*d.cols:(i+1)*d.cols], sums[i*width:i*width+d.cols]
		for j, sum := range from {
			row[j] = float32(float32(sum)*scale[j]) + bias[j]
		}
	}
}
