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

// BenchmarkReadLong reads one article as long as a report (some 100,000
// bytes): words/s far below BenchmarkRead's tell of time that grows faster
// than the text.
func BenchmarkReadLong(b *testing.B) {
	l, err := builtIn()
	if err != nil {
		b.Fatal(err)
	}
	var text strings.Builder
	for text.Len() < 100_000 {
		for _, a := range samples(b) {
			for _, block := range a.Blocks {
				text.WriteString(block.Of(a.Text) + "\n\n")
			}
		}
	}
	a := written(b, text.String(), "2021-12-03")
	words := len(strings.Fields(a.Text))
	b.ResetTimer()
	for range b.N {
		l.Read(a)
	}
	b.ReportMetric(float64(b.N*words)/b.Elapsed().Seconds(), "words/s")
}
