package nn

import (
	"encoding/binary"
	"math"
)

const largest = 127 // of an int8 weight, on both sides of zero

// PackDense returns a layer in the form that OpenDense reads. w has in rows and cols columns; unit is what a
// step of an activation stands for.
func PackDense(in, cols int, w, b []float32, unit float64) []byte {
	scales, biases := make([]float32, padded(cols)), make([]float32, padded(cols))
	rounded := make([]int8, in*cols)
	for o := range cols {
		scale := columnMax(w, o, cols) * unit / largest
		sum := roundColumn(rounded, w, o, cols, scale/unit)
		scales[o], biases[o] = float32(scale), float32(float64(b[o])-scale*Zero*float64(sum))
	}
	packed := appendNumbers(nil, uint32(in), uint32(cols))
	packed = AppendFloats(packed, scales)
	packed = AppendFloats(packed, biases)
	return append(packed, layOut(in, cols, rounded)...)
}

// PackLSTM returns a memory in the form that OpenLSTM reads. w has in rows, r width rows, both 4·width columns, for
// input, forget, candidate and output gate; unit is what a step of an input activation stands for.
func PackLSTM(in, width int, w, r, b []float32, unit float64) []byte {
	cols := 4 * width
	scales, biases := make([]float32, padded(cols)), make([]float32, padded(cols))
	input, output := make([]int8, in*cols), make([]int8, width*cols)
	for o := range cols {
		// One scale for the sums of both.
		scale := max(columnMax(w, o, cols)*unit, columnMax(r, o, cols)/OutputUnit) / largest
		sum := roundColumn(input, w, o, cols, scale/unit) + roundColumn(output, r, o, cols, scale*OutputUnit)
		factor := -log2e
		if o/width == 2 {
			factor *= 2
		}
		scales[o], biases[o] = float32(factor*scale), float32(factor*(float64(b[o])-scale*Zero*float64(sum)))
	}
	packed := appendNumbers(nil, uint32(in), uint32(width))
	packed = AppendFloats(packed, scales)
	packed = AppendFloats(packed, biases)
	packed = append(packed, layOut(in, cols, input)...)
	return append(packed, layOut(width, cols, output)...)
}

// PackTable returns a table of vectors in the form that OpenTable reads.
func PackTable(rows, cols int, values []float32) []byte {
	top := 1e-9
	for _, v := range values {
		top = max(top, math.Abs(float64(v)))
	}
	unit := top / largest
	packed := appendNumbers(nil, uint32(rows), uint32(cols))
	packed = AppendFloats(packed, []float32{float32(unit)})
	for _, v := range values {
		packed = append(packed, byte(int8(math.Round(float64(v)/unit))))
	}
	return packed
}

func columnMax(w []float32, column, cols int) float64 {
	top := 1e-9
	for i := column; i < len(w); i += cols {
		top = max(top, math.Abs(float64(w[i])))
	}
	return top
}

// roundColumn rounds a column in steps of a size and returns the sum.
func roundColumn(into []int8, w []float32, column, cols int, step float64) (sum int) {
	for i := column; i < len(w); i += cols {
		into[i] = int8(max(-largest, min(largest, math.Round(float64(w[i])/step))))
		sum += int(into[i])
	}
	return sum
}

func padded(cols int) int { return (cols + tileCols - 1) / tileCols * tileCols }

// layOut puts a matrix into the order of weights.
func layOut(in, cols int, w []int8) []byte {
	steps := (in + 3) / 4
	data := make([]byte, steps*4*padded(cols))
	for i := range in {
		for o := range cols {
			data[(o/tileCols*steps+i/4)*4*tileCols+o%tileCols*4+i%4] = byte(w[i*cols+o])
		}
	}
	return data
}

func appendNumbers(packed []byte, numbers ...uint32) []byte {
	for _, n := range numbers {
		packed = binary.LittleEndian.AppendUint32(packed, n)
	}
	return packed
}

// AppendFloats writes numbers as Floats reads them.
func AppendFloats(packed []byte, floats []float32) []byte {
	for _, f := range floats {
		packed = binary.LittleEndian.AppendUint32(packed, math.Float32bits(f))
	}
	return packed
}
