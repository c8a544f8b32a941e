package nn

import "math"

// dotGo adds to a tile of sums the products of steps times four activations and weights. Rows of a
// are aStride bytes apart, those of the sums sumStride numbers; w is laid out as Weights.
func dotGo(steps int, a []uint8, aStride int, w []byte, sums []int32, sumStride int) {
	for r := range tileRows {
		row, into := a[r*aStride:r*aStride+4*steps], sums[r*sumStride:r*sumStride+tileCols]
		for s := range steps {
			x0, x1, x2, x3 := int32(row[4*s]), int32(row[4*s+1]), int32(row[4*s+2]), int32(row[4*s+3])
			v := w[s*4*tileCols : (s+1)*4*tileCols]
			for j := range into {
				into[j] += x0*int32(int8(v[4*j])) + x1*int32(int8(v[4*j+1])) + x2*int32(int8(v[4*j+2])) + x3*int32(int8(v[4*j+3]))
			}
		}
	}
}

// log2e turns exponents of e into exponents of 2.
const log2e = 1.44269504

// sigmoid is 1 / (1 + 2^x), with a polynomial for the fraction of x. Conversions keep the compiler from
// fusing operations, which some processors round otherwise.
func sigmoid(x float32) float32 {
	x = min(30, max(-30, x))
	whole := float32(math.RoundToEven(float64(x)))
	x -= whole
	p := float32(x*0.0013333558) + 0.009618129
	p = float32(p*x) + 0.05550411
	p = float32(p*x) + 0.24022651
	p = float32(p*x) + 0.6931472
	p = float32(p*x) + 1
	return 1 / (1 + math.Float32frombits(math.Float32bits(p)+uint32(int32(whole))<<23))
}

// cellGo is a step of a memory: from the sums of its input, forget, candidate and output gates it makes
// the new state and the output.
func cellGo(width int, sums []int32, scale, bias, state []float32, out []uint8) {
	gate := func(i int) float32 { return sigmoid(float32(float32(sums[i])*scale[i]) + bias[i]) }
	for j := range width {
		in, forget, candidate := gate(j), gate(width+j), float32(gate(2*width+j)*2)-1
		c := float32(forget*state[j]) + float32(in*candidate)
		state[j] = c
		h := float32(gate(3*width+j) * (float32(sigmoid(float32(c*(-2*log2e)))*2) - 1))
		out[j] = uint8(int32(math.RoundToEven(float64(float32(h*OutputUnit)))) + Zero)
	}
}
