package loader_test

import (
	"strings"
	"testing"
)

// BenchmarkRead measures how many articles and words a second one core reads.
func BenchmarkRead(b *testing.B) {
	l, err := builtIn()
	if err != nil {
		b.Fatal(err)
	}
	all := samples(b)
	words := 0
	for _, a := range all {
		for _, block := range a.Blocks {
			words += len(strings.Fields(block.Of(a.Text)))
		}
	}
	b.ReportAllocs()
	b.ResetTimer()
	for range b.N {
		for _, a := range all {
			l.Read(a)
		}
	}
	seconds := b.Elapsed().Seconds()
	b.ReportMetric(float64(b.N*len(all))/seconds, "articles/s")
	b.ReportMetric(float64(b.N*words)/seconds, "words/s")
}
