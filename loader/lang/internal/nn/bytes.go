package nn

// Bytes are rows of activations. Rows are padded to a multiple of four, and behind the last there is room for a
// tile: the kernel reads whole tiles.
type Bytes struct {
	Rows, Cols int
	stride     int
	data       []uint8
}

// Reset gives the matrix a size; its values are undefined.
func (b *Bytes) Reset(rows, cols int) {
	b.Rows, b.Cols, b.stride = rows, cols, (cols+3)/4*4
	b.data = Resize(b.data, (rows+tileRows)*b.stride)
}

// Row is the values of a row.
func (b *Bytes) Row(i int) []uint8 { return b.data[i*b.stride : i*b.stride+b.Cols : (i+1)*b.stride] }

// Scratch is room for what lies between the input and the output of a layer.
type Scratch struct {
	sums   []int32
	x      Bytes // the input of a memory in the order of its steps
	output Bytes // of the sentences at a step
	state  []float32
}

// zeros returns n sums of zero.
func (s *Scratch) zeros(n int) []int32 {
	s.sums = Resize(s.sums, n)
	clear(s.sums)
	return s.sums
}

// Resize gives a slice a length; its values are undefined. It grows by a quarter more than is asked for.
func Resize[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n+n/4)[:n]
	}
	return s[:n]
}
