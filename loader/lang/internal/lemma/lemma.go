// Package lemma gives the base forms of words by rules learned from a treebank.
//
// A rule says: take the word in small letters (or as it is), cut so many bytes off its end, add
// this. It holds for a part-of-speech tag and a whole word, or for a tag and the longest
// known ending. Lemmas are immutable and may be shared by any number of goroutines.
package lemma

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math/bits"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Lemmas is a table of rules: slots of uint32 check and uint16 rule, little-endian.
type Lemmas struct {
	rules []rule
	slots uint64
	data  []byte
}

type rule struct {
	keep bool // the word as written, not in small letters
	cut  int
	add  string
}

const (
	slotSize   = 6
	maxEnding  = 8 // bytes
	maxAdded   = 4 // bytes that a rule for an ending may add
	wholeWord  = 0xA0761D6478BD642F
	tagHashing = 0xE7037ED1A0B428DB
)

func (r rule) String() string {
	mode := "l"
	if r.keep {
		mode = "k"
	}
	return mode + strconv.Itoa(r.cut) + "+" + r.add
}

func parseRule(s string) (rule, error) {
	if len(s) < 3 || (s[0] != 'l' && s[0] != 'k') {
		return rule{}, fmt.Errorf("lemma rule %q", s)
	}
	number, add, ok := strings.Cut(s[1:], "+")
	cut, err := strconv.Atoi(number)
	if !ok || err != nil || cut < 0 {
		return rule{}, fmt.Errorf("lemma rule %q", s)
	}
	return rule{s[0] == 'k', cut, add}, nil
}

// apply returns the lemma, and false where the word is too short for the rule.
func (r rule) apply(word, lower string) (string, bool) {
	if r.keep {
		lower = word
	}
	if r.cut > len(lower) {
		return "", false
	}
	stem := lower[:len(lower)-r.cut]
	if r.add == "" {
		return stem, stem != ""
	}
	return stem + r.add, true
}

// Open reads what Pack wrote, and keeps the bytes of the table.
func Open(packed []byte) (*Lemmas, error) {
	if len(packed) < 8 {
		return nil, errors.New("lemmas are shorter than their header")
	}
	l := &Lemmas{slots: uint64(binary.LittleEndian.Uint32(packed))}
	text := uint64(binary.LittleEndian.Uint32(packed[4:]))
	if l.slots < 1 || 8+text+l.slots*slotSize != uint64(len(packed)) {
		return nil, errors.New("lemmas do not agree with their header")
	}
	for _, s := range strings.Split(string(packed[8:8+text]), " ") {
		r, err := parseRule(s)
		if err != nil {
			return nil, err
		}
		l.rules = append(l.rules, r)
	}
	l.data = packed[8+text:]
	return l, nil
}

func hash(s string) uint64 {
	h := uint64(0xcbf29ce484222325) // FNV-1a
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * 0x100000001b3
	}
	return h
}

func check(key uint64) uint32 { return uint32(key>>3) | 1 }

func place(key, slots uint64) uint64 {
	at, _ := bits.Mul64(key*0x9E3779B97F4A7C15, slots)
	return at
}

func (l *Lemmas) lookup(key uint64) (rule, bool) {
	wanted := check(key)
	for at := place(key, l.slots); ; at = (at + 1) % l.slots {
		slot := l.data[at*slotSize : at*slotSize+slotSize]
		switch binary.LittleEndian.Uint32(slot) {
		case wanted:
			if number := int(binary.LittleEndian.Uint16(slot[4:])); number < len(l.rules) {
				return l.rules[number], true
			}
			return rule{}, false
		case 0:
			return rule{}, false
		}
	}
}

func tagOf(xpos, upos string) uint64 { return hash(xpos)*tagHashing ^ hash(upos) }

// Find returns the lemma of a word with these tags, Penn and universal.
func (l *Lemmas) Find(word, xpos, upos string) string {
	if word == "" {
		return ""
	}
	lower := strings.ToLower(word)
	tag := tagOf(xpos, upos)
	if r, ok := l.lookup(hash(lower) ^ tag ^ wholeWord); ok {
		if lemma, ok := r.apply(word, lower); ok {
			return lemma
		}
	}
	for from := max(0, len(lower)-maxEnding); from <= len(lower); from++ {
		// A rule that puts in much was made for one odd word.
		if r, ok := l.lookup(hash(lower[from:]) ^ tag); ok && len(r.add) <= maxAdded {
			if lemma, ok := r.apply(word, lower); ok && utf8.ValidString(lemma) == utf8.ValidString(word) {
				return lemma
			}
		}
	}
	if upos == "PROPN" {
		return word
	}
	return lower
}
