//go:build !amd64

package mat

func kernel(k int, a, b, c []float32, stride int) { kernelGo(k, a, b, c, stride) }
