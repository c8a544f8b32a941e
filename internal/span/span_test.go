package span_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"demarche/internal/span"
)

// The conversion must agree with plain counting at every rune boundary, also
// far behind the first checkpoint.
func TestIndexAgreesWithCounting(t *testing.T) {
	text := strings.Repeat("a “Kyiv” é 𝒳 said. ", 100)
	x := span.NewIndex(text)
	count := 0
	for offset := range text {
		if got := x.Rune(offset); got != count {
			t.Fatalf("Rune(%d) = %d, want %d", offset, got, count)
		}
		if got := x.Byte(count); got != offset {
			t.Fatalf("Byte(%d) = %d, want %d", count, got, offset)
		}
		count++
	}
	if got := x.Rune(len(text)); got != utf8.RuneCountInString(text) {
		t.Errorf("Rune(len) = %d, want %d", got, utf8.RuneCountInString(text))
	}
	if got := x.Byte(count + 5); got != len(text) {
		t.Errorf("Byte beyond the end = %d, want %d", got, len(text))
	}
}

func TestSpan(t *testing.T) {
	text := "Moscow said no"
	said := span.Span{Begin: 7, End: 11}
	if got := said.Of(text); got != "said" {
		t.Errorf("Of = %q", got)
	}
	if all := (span.Span{Begin: 0, End: len(text)}); !all.Contains(said) || said.Contains(all) || !said.Overlaps(all) {
		t.Error("containment is wrong")
	}
	if (span.Span{Begin: 0, End: 7}).Overlaps(said) {
		t.Error("adjacent spans must not overlap: ranges are half-open")
	}
}

func FuzzIndexRoundTrip(f *testing.F) {
	f.Add("“NATO” — é")
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "?")
		x := span.NewIndex(text)
		for offset := range text {
			if got := x.Byte(x.Rune(offset)); got != offset {
				t.Fatalf("Byte(Rune(%d)) = %d", offset, got)
			}
		}
	})
}
