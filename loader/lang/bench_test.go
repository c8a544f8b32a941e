package lang_test

import (
	"os"
	"path/filepath"
	"testing"

	"demarche/loader/lang"
)

// BenchmarkParse reads the development part of PolNeAR, where it lies beside the repository.
func BenchmarkParse(b *testing.B) {
	paths, _ := filepath.Glob("../../../shared/data/polnear/dev/text/*.txt")
	if len(paths) == 0 {
		b.Skip("there is no news text to read")
	}
	var texts []string
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			b.Fatal(err)
		}
		texts = append(texts, string(text))
	}
	tokens := 0
	b.ReportAllocs()
	for b.Loop() {
		for _, text := range texts {
			tokens += len(lang.Parse(text).Tokens)
		}
	}
	b.ReportMetric(float64(tokens)/b.Elapsed().Seconds(), "tokens/s")
}
