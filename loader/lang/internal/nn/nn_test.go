package nn

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

var random = rand.New(rand.NewPCG(1, 2))

func bytesBelow128(rows, cols int) *Bytes {
	x := &Bytes{}
	x.Reset(rows, cols)
	for i := range x.data {
		x.data[i] = uint8(random.IntN(128))
	}
	return x
}

func numbers(n int, size float64) []float32 {
	values := make([]float32, n)
	for i := range values {
		values[i] = float32((2*random.Float64() - 1) * size)
	}
	return values
}

// Whatever the processor can do, a tile of sums is what plain Go makes of it, also at the ends of the range.
func TestDotIsExact(t *testing.T) {
	for _, steps := range []int{1, 3, 40} {
		x := bytesBelow128(tileRows, 4*steps)
		w := make([]byte, steps*4*tileCols)
		for i := range w {
			w[i] = byte(int8(random.IntN(255) - 127))
		}
		for i := range x.data[:x.stride] {
			x.data[i], w[i] = 127, 127
		}
		got := make([]int32, tileRows*20)
		for i := range got {
			got[i] = int32(random.IntN(1000))
		}
		want := slices.Clone(got)
		dot(steps, x.data, x.stride, w, got, 20)
		dotGo(steps, x.data, x.stride, w, want, 20)
		if !slices.Equal(got, want) {
			t.Errorf("%d steps: got %v, want %v", steps, got, want)
		}
	}
}

func TestCellIsExact(t *testing.T) {
	const width = 24
	scale, bias := numbers(4*width, 1e-3), numbers(4*width, 3)
	state := numbers(width, 2)
	other := slices.Clone(state)
	sums := make([]int32, 4*width)
	got, want := make([]uint8, width), make([]uint8, width)
	for range 100 {
		for i := range sums {
			sums[i] = int32(random.IntN(40000) - 20000)
		}
		cell(width, sums, scale, bias, state, got)
		cellGo(width, sums, scale, bias, other, want)
		if !slices.Equal(got, want) || !slices.Equal(state, other) {
			t.Fatalf("got %v with %v, want %v with %v", got, state, want, other)
		}
	}
}

// value is the number that an activation stands for.
func value(a uint8, unit float64) float64 { return (float64(a) - Zero) * unit }

func TestDenseIsNearlyLinear(t *testing.T) {
	const in, cols, unit = 30, 21, 0.02
	w, b := numbers(in*cols, 1), numbers(cols, 1)
	d, err := OpenDense(PackDense(in, cols, w, b, unit), in, cols)
	if err != nil {
		t.Fatal(err)
	}
	x := bytesBelow128(7, in)
	out := make([]float32, 7*cols)
	d.Apply(&Scratch{}, x, out)
	for i := range 7 {
		for j := range cols {
			want := float64(b[j])
			for k, a := range x.Row(i) {
				want += value(a, unit) * float64(w[k*cols+j])
			}
			if got := float64(out[i*cols+j]); math.Abs(got-want) > 0.03 {
				t.Errorf("row %d column %d: %.3f, want %.3f", i, j, got, want)
			}
		}
	}
}

// reference is an LSTM in floating point.
func reference(x *Bytes, unit float64, s Stretch, reverse bool, width int, w, r, b []float32) [][]float64 {
	out := make([][]float64, x.Rows)
	h, c := make([]float64, width), make([]float64, width)
	squash := func(v float64) float64 { return 1 / (1 + math.Exp(-v)) }
	for step := range s.End - s.First {
		row := s.row(step, reverse)
		sums := make([]float64, 4*width)
		for o := range sums {
			sums[o] = float64(b[o])
			for k, a := range x.Row(row) {
				sums[o] += value(a, unit) * float64(w[k*4*width+o])
			}
			for k, v := range h {
				sums[o] += v * float64(r[k*4*width+o])
			}
		}
		next := make([]float64, width)
		for j := range width {
			c[j] = squash(sums[width+j])*c[j] + squash(sums[j])*math.Tanh(sums[2*width+j])
			next[j] = squash(sums[3*width+j]) * math.Tanh(c[j])
		}
		h = next
		out[row] = next
	}
	return out
}

func TestLSTMRemembers(t *testing.T) {
	const in, width, unit = 10, 16, 0.02
	w, r, b := numbers(in*4*width, 1), numbers(width*4*width, 0.4), numbers(4*width, 0.5)
	l, err := OpenLSTM(PackLSTM(in, width, w, r, b, unit), in)
	if err != nil {
		t.Fatal(err)
	}
	x := bytesBelow128(13, in)
	stretches := []Stretch{{0, 2}, {2, 8}, {8, 9}, {9, 12}, {12, 13}}
	for _, reverse := range []bool{false, true} {
		ordered := slices.Clone(stretches)
		Longest(ordered)
		out := &Bytes{}
		out.Reset(13, width+3)
		l.Run(&Scratch{}, x, ordered, reverse, out, 3)
		for _, s := range stretches {
			want := reference(x, unit, s, reverse, width, w, r, b)
			for i := s.First; i < s.End; i++ {
				for j, v := range want[i] {
					if got := value(out.Row(i)[3+j], 1.0/OutputUnit); math.Abs(got-v) > 0.08 {
						t.Errorf("reverse %v, row %d, cell %d: %.3f, want %.3f", reverse, i, j, got, v)
					}
				}
			}
		}
	}
}

// What a stretch gives does not depend on what runs beside it.
func TestLSTMKeepsStretchesApart(t *testing.T) {
	const in, width = 10, 16
	l, err := OpenLSTM(PackLSTM(in, width, numbers(in*4*width, 1), numbers(width*4*width, 0.4), numbers(4*width, 0.5), 0.02), in)
	if err != nil {
		t.Fatal(err)
	}
	x := bytesBelow128(40, in)
	together, alone := &Bytes{}, &Bytes{}
	together.Reset(40, width)
	alone.Reset(40, width)
	var stretches []Stretch
	for first := 0; first < 40; first += 1 + first%7 {
		stretches = append(stretches, Stretch{first, min(40, first+1+first%7)})
	}
	var s Scratch
	for _, stretch := range stretches {
		l.Run(&s, x, []Stretch{stretch}, false, alone, 0)
	}
	Longest(stretches)
	l.Run(&s, x, stretches, false, together, 0)
	for i := range 40 {
		if !slices.Equal(together.Row(i), alone.Row(i)) {
			t.Errorf("row %d differs", i)
		}
	}
}

func TestKeysMatch(t *testing.T) {
	const width, queryUnit, keyUnit = 12, 0.05, 0.02
	var k Keys
	k.Reset(width, 3)
	keys := [][]float32{numbers(width, 2), numbers(width, 2), numbers(width, 2)}
	for i, key := range keys {
		k.Set(i, key, keyUnit)
	}
	queries := bytesBelow128(5, width)
	matches := k.Match(&Scratch{}, queries)
	for i := range 5 {
		for j, key := range keys {
			want := 0.0
			for c, a := range queries.Row(i) {
				want += value(a, queryUnit) * float64(key[c])
			}
			if got := float64(matches[i*k.Stride()+j]) * queryUnit * keyUnit; math.Abs(got-want) > 0.3 {
				t.Errorf("query %d, key %d: %.2f, want %.2f", i, j, got, want)
			}
		}
	}
}

func TestTable(t *testing.T) {
	table, err := OpenTable(PackTable(2, 3, []float32{1, -2, 0.5, 0, 2, 1}))
	if err != nil {
		t.Fatal(err)
	}
	sums := make([]int32, 3)
	table.AddTo(sums, 0)
	table.AddTo(sums, 1)
	for i, want := range []float32{1, 0, 1.5} {
		if got := float32(sums[i]) * table.Unit(); math.Abs(float64(got-want)) > 0.02 {
			t.Errorf("column %d: %.3f, want %.3f", i, got, want)
		}
	}
}

func TestQuantise(t *testing.T) {
	for x, want := range map[float32]uint8{0: 64, 0.4: 64, 0.6: 65, -0.6: 63, 63: 127, 1e9: 127, -1e9: 1} {
		if got := Quantise(x); got != want {
			t.Errorf("%g is %d, want %d", x, got, want)
		}
	}
}

// Broken files are refused with an error.
func FuzzOpen(f *testing.F) {
	f.Add(PackDense(3, 2, numbers(6, 1), numbers(2, 1), 1))
	f.Add(PackLSTM(3, 8, numbers(96, 1), numbers(256, 1), numbers(32, 1), 1))
	f.Add(PackTable(2, 2, numbers(4, 1)))
	f.Add(Join([]Part{{"a", []byte("xyz")}, {"b c", nil}}))
	f.Fuzz(func(t *testing.T, file []byte) {
		if d, err := OpenDense(file, 0, 0); err == nil {
			d.Apply(&Scratch{}, bytesBelow128(1, d.In()), make([]float32, d.Cols()))
		}
		if l, err := OpenLSTM(file, 3); err == nil {
			out := &Bytes{}
			out.Reset(1, l.Width())
			l.Run(&Scratch{}, bytesBelow128(1, 3), []Stretch{{0, 1}}, false, out, 0)
		}
		if table, err := OpenTable(file); err == nil {
			table.AddTo(make([]int32, table.Cols), table.Rows-1)
		}
		if parts, err := Split(file); err == nil {
			for name, data := range parts {
				if len(data) > len(file) {
					t.Errorf("part %q is larger than its file", name)
				}
			}
		}
	})
}

func TestJoinAndSplit(t *testing.T) {
	parts, err := Split(Join([]Part{{"first", []byte("abc\n\n")}, {"empty", nil}, {"two words", []byte{0, 1}}}))
	if err != nil {
		t.Fatal(err)
	}
	if string(parts["first"]) != "abc\n\n" || len(parts["empty"]) != 0 || len(parts["two words"]) != 2 {
		t.Errorf("got %q", parts)
	}
}

func BenchmarkDot(b *testing.B) {
	const steps, tiles = 80, 40
	x, w, sums := bytesBelow128(tileRows, 4*steps), make([]byte, tiles*steps*4*tileCols), make([]int32, tileRows*tileCols*tiles)
	for name, kernel := range map[string]func(int, []uint8, int, []byte, []int32, int){"best": dot, "go": dotGo} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				for i := range tiles {
					kernel(steps, x.data, x.stride, w[i*steps*4*tileCols:], sums[i*tileCols:], tileCols*tiles)
				}
			}
			b.ReportMetric(float64(tiles*steps*tileRows*4*tileCols)*float64(b.N)/b.Elapsed().Seconds()/1e9, "Gmac/s")
		})
	}
}
