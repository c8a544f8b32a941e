package syntax

import (
	"os"
	"strings"
	"testing"
)

func BenchmarkFile(b *testing.B) {
	file, err := os.ReadFile("/tmp/syntax.bin")
	if err != nil {
		b.Skip(err)
	}
	m, _ := Open(file)
	text := strings.Fields("The foreign minister said on Tuesday that Russia should withdraw its troops from the region before any talks could begin , according to a spokesman for the ministry in Moscow .")
	raw, _ := os.ReadFile("/tmp/pol.txt")
	var sents [][]string
	for _, l := range strings.Split(string(raw), "\n") {
		if f := strings.Fields(l); len(f) > 0 {
			sents = append(sents, f)
		}
	}
	if sents == nil {
		sents = [][]string{text}
	}
	var tokens []Token
	n := 0
	b.ResetTimer()
	for b.Loop() {
		for _, s := range sents {
			tokens = m.Parse(s, tokens[:0])
			n += len(s)
		}
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "words/s")
}
