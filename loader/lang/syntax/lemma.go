package syntax

import (
	"encoding/binary"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// lemmas gives base forms by rules: "lower the word, cut so many bytes off its end, add
// this". A rule holds for a tag and a whole word, or for a tag and the longest known
// ending; the table is made of slots of uint32 check and uint16 rule.
type lemmas struct {
	rules []lemmaRule
	slots uint64
	data  []byte
}

type lemmaRule struct {
	keep bool // the word as written, not in lower case
	cut  int
	add  string
}

const (
	lemmaSlot  = 6
	maxEnding  = 8 // bytes
	maxAdded   = 4 // bytes that a rule for an ending may add
	wholeWord  = 0xA0761D6478BD642F
	tagHashing = 0xE7037ED1A0B428DB
)

func (r lemmaRule) String() string {
	mode := "l"
	if r.keep {
		mode = "k"
	}
	return mode + strconv.Itoa(r.cut) + "+" + r.add
}

func parseLemmaRule(s string) (lemmaRule, error) {
	if len(s) < 3 || (s[0] != 'l' && s[0] != 'k') {
		return lemmaRule{}, fmt.Errorf("lemma rule %q", s)
	}
	number, add, ok := strings.Cut(s[1:], "+")
	cut, err := strconv.Atoi(number)
	if !ok || err != nil || cut < 0 {
		return lemmaRule{}, fmt.Errorf("lemma rule %q", s)
	}
	return lemmaRule{s[0] == 'k', cut, add}, nil
}

// apply returns the lemma, and false where the word is too short for the rule.
func (r lemmaRule) apply(word, lower string) (string, bool) {
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

func openLemmas(packed []byte, rules []string) (*lemmas, error) {
	if len(packed) < 4 {
		return nil, errors.New("lemmas are shorter than their header")
	}
	l := &lemmas{slots: uint64(binary.LittleEndian.Uint32(packed)), data: packed[4:]}
	if l.slots < 1 || l.slots*lemmaSlot != uint64(len(l.data)) {
		return nil, errors.New("lemmas do not agree with their header")
	}
	for _, s := range rules {
		rule, err := parseLemmaRule(s)
		if err != nil {
			return nil, err
		}
		l.rules = append(l.rules, rule)
	}
	return l, nil
}

func (l *lemmas) lookup(key uint64) (lemmaRule, bool) {
	check := lexiconCheck(key)
	for at := lexiconPlace(key, l.slots); ; at = (at + 1) % l.slots {
		slot := l.data[at*lemmaSlot : at*lemmaSlot+lemmaSlot]
		switch binary.LittleEndian.Uint32(slot) {
		case check:
			if number := int(binary.LittleEndian.Uint16(slot[4:])); number < len(l.rules) {
				return l.rules[number], true
			}
			return lemmaRule{}, false
		case 0:
			return lemmaRule{}, false
		}
	}
}

func lemmaTag(xpos, upos string) uint64 { return hashString(xpos)*tagHashing ^ hashString(upos) }

// find returns the lemma of a word with these tags.
func (l *lemmas) find(word, xpos, upos string) string {
	if word == "" {
		return ""
	}
	lower := strings.ToLower(word)
	tag := lemmaTag(xpos, upos)
	if rule, ok := l.lookup(hashString(lower) ^ tag ^ wholeWord); ok {
		if lemma, ok := rule.apply(word, lower); ok {
			return lemma
		}
	}
	for from := max(0, len(lower)-maxEnding); from <= len(lower); from++ {
		// A rule that puts in much was made for one odd word.
		if rule, ok := l.lookup(hashString(lower[from:]) ^ tag); ok && len(rule.add) <= maxAdded {
			if lemma, ok := rule.apply(word, lower); ok && utf8.ValidString(lemma) == utf8.ValidString(word) {
				return lemma
			}
		}
	}
	if upos == "PROPN" {
		return word
	}
	return lower
}
