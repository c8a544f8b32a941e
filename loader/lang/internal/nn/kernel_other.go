//go:build !amd64

package nn

func dot(steps int, a []uint8, aStride int, w []byte, sums []int32, sumStride int) {
	dotGo(steps, a, aStride, w, sums, sumStride)
}

func cell(width int, sums []int32, scale, bias, state []float32, out []uint8) {
	cellGo(width, sums, scale, bias, state, out)
}
