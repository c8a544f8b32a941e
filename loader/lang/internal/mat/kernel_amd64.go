package mat

import "golang.org/x/sys/cpu"

var fast = cpu.X86.HasAVX2 && cpu.X86.HasFMA

//go:noescape
func kernelAVX2(k int, a, b, c *float32, stride int)

func kernel(k int, a, b, c []float32, stride int) {
	if fast {
		_ = c[(tileRows-1)*stride+tileCols-1]
		kernelAVX2(k, &a[0], &b[0], &c[0], stride)
		return
	}
	kernelGo(k, a, b, c, stride)
}
