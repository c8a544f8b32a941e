package article_test

import (
	"testing"
	"unicode/utf8"

	"demarche/loader/article"
)

// checkInvariants holds what every article promises.
func checkInvariants(t *testing.T, a article.Article) {
	t.Helper()
	if !utf8.ValidString(a.Text) {
		t.Error("the text is not valid UTF-8")
	}
	end := 0
	for _, b := range a.Blocks {
		if b.Begin < end || b.End <= b.Begin || b.End > len(a.Text) {
			t.Fatalf("block %v is empty, out of order or out of the text (previous end %d, length %d)", b, end, len(a.Text))
		}
		if text := b.Of(a.Text); !utf8.ValidString(text) {
			t.Errorf("block %v does not begin and end with characters", b)
		}
		end = b.End
	}
	if len(a.Blocks) == 0 || len(a.Digest) != 64 || a.Source == "" || a.File == "" {
		t.Errorf("incomplete: %d blocks, digest %q, source %q, file %q", len(a.Blocks), a.Digest, a.Source, a.File)
	}
}
