// Package span holds the one notion of place in a text that every stage
// shares: a half-open range of bytes, and the exact conversion to Unicode code
// points, which the interchange format counts in.
//
// A Span never owns text. For a span s of text t, t[s.Begin:s.End] is what it
// says; a stage that rewrites the text breaks every span behind it, so text is
// never rewritten after the reader.
package span

import (
	"sort"
	"unicode/utf8"
)

// Span is a half-open range [Begin, End) of byte offsets.
type Span struct{ Begin, End int }

// Of returns the bytes of text that the span covers.
func (s Span) Of(text string) string { return text[s.Begin:s.End] }

// Len is the number of bytes covered.
func (s Span) Len() int { return s.End - s.Begin }

// Empty reports whether the span covers nothing.
func (s Span) Empty() bool { return s.End <= s.Begin }

// Contains reports whether t lies wholly within s.
func (s Span) Contains(t Span) bool { return s.Begin <= t.Begin && t.End <= s.End }

// Overlaps reports whether the two spans share a byte.
func (s Span) Overlaps(t Span) bool { return s.Begin < t.End && t.Begin < s.End }

// Join returns the shortest span that covers both.
func (s Span) Join(t Span) Span { return Span{min(s.Begin, t.Begin), max(s.End, t.End)} }

// stride is the distance in bytes between two checkpoints of an Index: short
// enough that a lookup decodes little, long enough that the table stays small.
const stride = 256

// Index converts between byte offsets and code point offsets of one text.
// It is immutable and safe for concurrent use.
type Index struct {
	text  string
	runes []int // runes[i]: code points before byte i*stride (rounded to a rune boundary)
	bytes []int // bytes[i]: that rune boundary
}

// NewIndex prepares the conversion for a text of valid UTF-8.
func NewIndex(text string) *Index {
	x := &Index{text: text}
	next, count := 0, 0
	for offset := range text {
		if offset >= next {
			x.runes, x.bytes = append(x.runes, count), append(x.bytes, offset)
			next = offset + stride
		}
		count++
	}
	return x
}

// Rune returns the number of code points before the byte offset.
func (x *Index) Rune(offset int) int {
	i := sort.SearchInts(x.bytes, offset+1) - 1
	if i < 0 {
		return 0
	}
	return x.runes[i] + utf8.RuneCountInString(x.text[x.bytes[i]:offset])
}

// Byte returns the byte offset of the code point with the given number.
// Numbers beyond the text give the length of the text.
func (x *Index) Byte(number int) int {
	i := sort.SearchInts(x.runes, number+1) - 1
	if i < 0 {
		return 0
	}
	offset := x.bytes[i]
	for left := number - x.runes[i]; left > 0 && offset < len(x.text); left-- {
		_, size := utf8.DecodeRuneInString(x.text[offset:])
		offset += size
	}
	return offset
}

// Runes converts a span of bytes to a span of code points.
func (x *Index) Runes(s Span) Span { return Span{x.Rune(s.Begin), x.Rune(s.End)} }

// Bytes converts a span of code points to a span of bytes.
func (x *Index) Bytes(s Span) Span { return Span{x.Byte(s.Begin), x.Byte(s.End)} }
