package mat

import (
	"math"
	"math/rand/v2"
	"testing"
)

func random(n int) []float32 {
	r := rand.New(rand.NewPCG(1, uint64(n)))
	s := make([]float32, n)
	for i := range s {
		s[i] = r.Float32() - 0.5
	}
	return s
}

func TestMulAdd(t *testing.T) {
	var w Workspace
	for _, size := range [][3]int{{1, 1, 1}, {6, 16, 4}, {7, 17, 300}, {13, 50, 64}, {100, 33, 257}} {
		m, n, k := size[0], size[1], size[2]
		for _, ta := range []bool{false, true} {
			for _, tb := range []bool{false, true} {
				a, b, c := Factor{random(m * k), k, ta}, Factor{random(k * n), n, tb}, random(m*n)
				if ta {
					a.Stride = m
				}
				if tb {
					b.Stride = k
				}
				want := make([]float64, m*n)
				for i := range m {
					for j := range n {
						want[i*n+j] = float64(c[i*n+j])
						for p := range k {
							want[i*n+j] += float64(a.at(i, p)) * float64(b.at(p, j))
						}
					}
				}
				w.MulAdd(m, n, k, a, b, c, n)
				for i := range c {
					if math.Abs(float64(c[i])-want[i]) > 1e-4 {
						t.Fatalf("%v %v %v: %d: %g, want %g", size, ta, tb, i, c[i], want[i])
					}
				}
			}
		}
	}
}

func BenchmarkMulAdd(b *testing.B) {
	var w Workspace
	for _, size := range [][3]int{{512, 512, 256}, {600, 160, 200}, {16, 800, 200}} {
		m, n, k := size[0], size[1], size[2]
		for _, ts := range [][2]bool{{false, false}, {false, true}, {true, false}} {
			b.Run("", func(b *testing.B) {
				A, B, C := Factor{random(m * k), k, ts[0]}, Factor{random(k * n), n, ts[1]}, random(m*n)
				if ts[0] {
					A.Stride = m
				}
				if ts[1] {
					B.Stride = k
				}
				for b.Loop() {
					w.MulAdd(m, n, k, A, B, C, n)
				}
				b.ReportMetric(float64(m*n*k)*float64(b.N)/b.Elapsed().Seconds()/1e9, "GMAC/s")
			})
		}
	}
}
