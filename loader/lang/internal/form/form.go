// Package form turns a word into what a network knows of it: a row of a table of
// frequent words, and rows of a table that the parts of all words share.
//
// The same code serves training and use. Functions are pure; a Vocabulary is immutable once made.
package form

import (
	"encoding/binary"
	"errors"
	"math/bits"
	"unicode"
	"unicode/utf8"
)

// Parts are rows of the shared table, one for each template that fits the word: the word as
// written, its shape, and its beginnings and ends in small letters.
//
//	x    the word as written
//	h    shape: X for capitals, x for other letters, d for digits, the rest as it is; runs count as two
//	p1-3 the first one to three letters, if there are more
//	s1-4 the last one to four letters, if there are more
const (
	prefixes = 3
	suffixes = 4
	MaxParts = 2 + prefixes + suffixes
)

// Form is a word as a network sees it.
type Form struct {
	Word  uint64 // hash of the word in small letters, with digits and apostrophes made alike
	parts [MaxParts]uint64
	count int
}

// Parts are the hashes of the parts.
func (f *Form) Parts() []uint64 { return f.parts[:f.count] }

const (
	basis = 0xcbf29ce484222325 // of the hash FNV-1a
	prime = 0x100000001b3
)

// maxLetters bounds the letters that are looked at: longer words are addresses and noise.
const maxLetters = 48

// Of looks at a word.
func Of(word string) Form {
	var letters [maxLetters]uint64
	lower, exact, shape := uint64(basis), seed('x', 0), seed('h', 0)
	count, run := 0, 0
	var last uint64
	for _, r := range word {
		if count == maxLetters {
			break
		}
		exact = (exact ^ uint64(r)) * prime
		kind, plain := classify(r)
		if kind == last {
			run++
		} else {
			last, run = kind, 1
		}
		if run <= 2 {
			shape = (shape ^ kind) * prime
		}
		letters[count] = uint64(plain)
		lower = (lower ^ uint64(plain)) * prime
		count++
	}
	f := Form{Word: lower}
	f.add(exact)
	f.add(shape)
	for n := 1; n <= prefixes && n < count; n++ {
		f.add(hash(seed('p', n), letters[:n]))
	}
	for n := 1; n <= suffixes && n < count; n++ {
		f.add(hash(seed('s', n), letters[count-n:count]))
	}
	return f
}

func (f *Form) add(part uint64) {
	f.parts[f.count] = part
	f.count++
}

func seed(template byte, n int) uint64 { return (basis ^ (uint64(template) + uint64(n)<<8)) * prime }

func hash(h uint64, letters []uint64) uint64 {
	for _, letter := range letters {
		h = (h ^ letter) * prime
	}
	return h
}

// classify returns the kind of a letter for the shape, and the letter without what does not matter.
func classify(r rune) (kind uint64, plain rune) {
	switch {
	case 'a' <= r && r <= 'z':
		return 'x', r
	case 'A' <= r && r <= 'Z':
		return 'X', r + 'a' - 'A'
	case '0' <= r && r <= '9':
		return 'd', '0'
	case r == '’' || r == '‘':
		return '\'', '\''
	case r == '“' || r == '”':
		return '"', '"'
	case r < utf8.RuneSelf:
		return uint64(r), r
	case unicode.IsUpper(r):
		return 'X', unicode.ToLower(r)
	case unicode.IsLetter(r):
		return 'x', r
	case unicode.IsDigit(r):
		return 'd', '0'
	}
	return uint64(r), r
}

// Row is the row of a part in a table of so many rows.
func Row(part uint64, rows int) int {
	part ^= part >> 29
	part *= 0xbf58476d1ce4e5b9
	high, _ := bits.Mul64(part^part>>32, uint64(rows))
	return int(high)
}

// Vocabulary numbers frequent words from 1; 0 is any other word. It is an open-addressed
// table of slots: uint32 check, uint32 number, little-endian.
type Vocabulary struct {
	slots uint64
	data  []byte
}

const slotSize = 8

// PackVocabulary returns the bytes of a vocabulary in which words[i] has the number i+1. Words are
// hashes of Form.Word, all different.
func PackVocabulary(words []uint64) []byte {
	slots := uint64(len(words))*3/2 + 1
	packed := make([]byte, slots*slotSize)
	for i, word := range words {
		at := uint64(Row(word, int(slots)))
		for binary.LittleEndian.Uint32(packed[at*slotSize+4:]) != 0 {
			at = (at + 1) % slots
		}
		binary.LittleEndian.PutUint32(packed[at*slotSize:], uint32(word))
		binary.LittleEndian.PutUint32(packed[at*slotSize+4:], uint32(i+1))
	}
	return packed
}

// OpenVocabulary reads what PackVocabulary wrote, and keeps the bytes. No number is above most.
func OpenVocabulary(packed []byte, most int) (Vocabulary, error) {
	v := Vocabulary{slots: uint64(len(packed) / slotSize), data: packed}
	free := false
	for at := 4; at+4 <= len(packed); at += slotSize {
		number := binary.LittleEndian.Uint32(packed[at:])
		free = free || number == 0
		if int64(number) > int64(most) {
			return v, errors.New("form: the vocabulary has more words than the model; train it anew")
		}
	}
	if len(packed)%slotSize != 0 || !free {
		return v, errors.New("form: this is no vocabulary; train the model anew")
	}
	return v, nil
}

// Number is the number of a word, or 0.
func (v Vocabulary) Number(word uint64) int {
	for at := uint64(Row(word, int(v.slots))); ; at++ {
		if at == v.slots {
			at = 0
		}
		slot := binary.LittleEndian.Uint64(v.data[at*slotSize:])
		if number := slot >> 32; number == 0 || uint32(slot) == uint32(word) {
			return int(number)
		}
	}
}
