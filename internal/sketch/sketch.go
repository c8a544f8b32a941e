// Package sketch tells from a few numbers of each text whether two texts are
// nearly the same, without either text: what agencies write is printed by many
// papers, shortened here and with another beginning there.
//
// A text is the set of its shingles: all runs of Width words, lower-cased,
// without punctuation. The sketch keeps the Size smallest hashes of these,
// which is a random sample of the set that is drawn alike from every text.
// Below the largest hash that both sketches are sure to have, each holds all
// that its text has there; what they have in common estimates the shares of
// common shingles (A. Z. Broder, On the resemblance and containment of
// documents, 1997).
//
// A sketch is a function of the text alone. Its written form is
//
//	412 003f2a19 00a4b2c7 ...
//
// the number of distinct shingles, then the hashes, ascending, as eight
// hexadecimal digits each. Functions are pure.
package sketch

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"hash/fnv"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"demarche/internal/topic"
)

const (
	Width = 5   // words of a shingle
	Size  = 128 // hashes of a sketch
	Least = 30  // shingles below which a text is too short to be told from a quotation
	// keys is how many of the smallest hashes lead from one text to another.
	// Two texts of which one contains half of the other share none of them once
	// in some hundred.
	keys = 12
)

// Sketch is the sample of a text's shingles.
type Sketch struct {
	Shingles int      // distinct shingles of the text
	hashes   []uint32 // ascending
}

// Of makes the sketch of a text; ok is false when it is shorter than Least.
func Of(text string) (s Sketch, ok bool) {
	words := strings.FieldsFunc(topic.Fold(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	var all []uint32
	for i := 0; i+Width <= len(words); i++ {
		all = append(all, hash(words[i:i+Width]))
	}
	slices.Sort(all)
	all = slices.Compact(all)
	if len(all) < Least {
		return Sketch{}, false
	}
	return Sketch{len(all), all[:min(len(all), Size)]}, true
}

// hash mixes FNV, whose high bits depend little on the last letters, so that
// the smallest hashes are a fair sample.
func hash(words []string) uint32 {
	h := fnv.New64a()
	for _, word := range words {
		h.Write([]byte(word))
		h.Write([]byte{' '})
	}
	x := h.Sum64()
	x ^= x >> 33
	x *= 0xff51afd7ed558ccd
	x ^= x >> 33
	return uint32(x >> 32)
}

// String is the written form.
func (s Sketch) String() string {
	var out strings.Builder
	out.WriteString(strconv.Itoa(s.Shingles))
	for _, h := range s.hashes {
		out.WriteByte(' ')
		out.WriteString(digits(h))
	}
	return out.String()
}

func digits(h uint32) string {
	var bytes [4]byte
	binary.BigEndian.PutUint32(bytes[:], h)
	return fmt.Sprintf("%x", bytes)
}

// Parse reads the written form. The error says what is wrong with it.
func Parse(text string) (Sketch, error) {
	fields := strings.Fields(text)
	if len(fields) < 2 {
		return Sketch{}, fmt.Errorf("sketch %.40q: no hashes; a sketch is a number and hashes of eight digits", text)
	}
	n, err := strconv.Atoi(fields[0])
	if err != nil || n < len(fields)-1 {
		return Sketch{}, fmt.Errorf("sketch %.40q: begins with %q instead of the number of shingles", text, fields[0])
	}
	s := Sketch{Shingles: n}
	for _, field := range fields[1:] {
		h, err := strconv.ParseUint(field, 16, 32)
		if err != nil || len(field) != 8 {
			return Sketch{}, fmt.Errorf("sketch %.40q: %q is no hash of eight hexadecimal digits", text, field)
		}
		s.hashes = append(s.hashes, uint32(h))
	}
	if !slices.IsSorted(s.hashes) {
		return Sketch{}, fmt.Errorf("sketch %.40q: the hashes are not in order", text)
	}
	return s, nil
}

// Keys returns the hashes, as digits, under which a text is looked up: texts
// that are nearly the same have one in common almost surely.
func (s Sketch) Keys() []string {
	var out []string
	for _, h := range s.hashes[:min(len(s.hashes), keys)] {
		out = append(out, digits(h))
	}
	return out
}

// Resemblance estimates which share of all shingles of two texts both have,
// and which share of the shorter text's shingles the other contains. Both are
// 0 to 1; the error of an estimate is some hundredths.
func Resemblance(a, b Sketch) (resemblance, containment float64) {
	limit := min(a.limit(), b.limit())
	x, y := below(a.hashes, limit), below(b.hashes, limit)
	common := 0
	for i, j := 0, 0; i < len(x) && j < len(y); {
		switch cmp.Compare(x[i], y[j]) {
		case -1:
			i++
		case 1:
			j++
		default:
			common, i, j = common+1, i+1, j+1
		}
	}
	if common == 0 {
		return 0, 0
	}
	return float64(common) / float64(len(x)+len(y)-common), float64(common) / float64(min(len(x), len(y)))
}

// limit is the hash up to which a sketch has every hash of its text.
func (s Sketch) limit() uint32 {
	if s.Shingles > len(s.hashes) {
		return s.hashes[len(s.hashes)-1]
	}
	return math.MaxUint32
}

func below(hashes []uint32, limit uint32) []uint32 {
	n, found := slices.BinarySearch(hashes, limit)
	if found {
		n++
	}
	return hashes[:n]
}

// copied is the share of the shorter text's shingles from which on the longer
// contains it. Independent articles about one event share their long
// quotations and little else; an editor who changes one word in ten leaves half
// of the shingles.
const copied = 0.5

// Copies reports whether two texts are so nearly the same that one was made
// from the other, or both from a third.
func Copies(a, b Sketch) bool {
	if len(a.hashes) == 0 || len(b.hashes) == 0 {
		return false
	}
	_, containment := Resemblance(a, b)
	return containment >= copied
}
