package nn

import "golang.org/x/sys/cpu"

var (
	hasAVX2 = cpu.X86.HasAVX2
	hasVNNI = hasAVX2 && cpu.X86.HasAVX512VNNI && cpu.X86.HasAVX512VL
)

//go:noescape
func dotAVX2(steps int, a *uint8, aStride int, w *byte, sums *int32, sumStride int)

//go:noescape
func dotVNNI(steps int, a *uint8, aStride int, w *byte, sums *int32, sumStride int)

//go:noescape
func cellAVX2(width int, sums *int32, scale, bias, state *float32, out *uint8)

func dot(steps int, a []uint8, aStride int, w []byte, sums []int32, sumStride int) {
	_, _, _ = a[(tileRows-1)*aStride+4*steps-1], w[steps*4*tileCols-1], sums[(tileRows-1)*sumStride+tileCols-1]
	switch {
	case hasVNNI:
		dotVNNI(steps, &a[0], aStride, &w[0], &sums[0], 4*sumStride)
	case hasAVX2:
		dotAVX2(steps, &a[0], aStride, &w[0], &sums[0], 4*sumStride)
	default:
		dotGo(steps, a, aStride, w, sums, sumStride)
	}
}

func cell(width int, sums []int32, scale, bias, state []float32, out []uint8) {
	_, _, _, _, _ = sums[4*width-1], scale[4*width-1], bias[4*width-1], state[width-1], out[width-1]
	if hasAVX2 {
		cellAVX2(width, &sums[0], &scale[0], &bias[0], &state[0], &out[0])
	} else {
		cellGo(width, sums, scale, bias, state, out)
	}
}
