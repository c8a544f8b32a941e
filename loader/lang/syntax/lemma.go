package syntax

import (
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
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

// find returns the lemma of a word with these tags.
func (l *lemmas) find(word, xpos, upos string) string {
	lower := strings.ToLower(word)
	tag := hashString(xpos)*tagHashing ^ hashString(upos)
	if rule, ok := l.lookup(hashString(lower) ^ tag ^ wholeWord); ok {
		if lemma, ok := rule.apply(word, lower); ok {
			return lemma
		}
	}
	for from := max(0, len(lower)-maxEnding); from <= len(lower); from++ {
		if rule, ok := l.lookup(hashString(lower[from:]) ^ tag); ok {
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

// lemmaRuleFor finds the rule from a word to its lemma.
func lemmaRuleFor(word, lemma string) lemmaRule {
	rule := func(from string, keep bool) lemmaRule {
		same := 0
		for same < len(from) && same < len(lemma) && from[same] == lemma[same] {
			same++
		}
		for same > 0 && (same < len(from) && !utf8.RuneStart(from[same]) || same < len(lemma) && !utf8.RuneStart(lemma[same])) {
			same--
		}
		return lemmaRule{keep, len(from) - same, lemma[same:]}
	}
	lower := strings.ToLower(word)
	low := rule(lower, false)
	if word == lower {
		return low
	}
	if keep := rule(word, true); keep.cut+len(keep.add) < low.cut+len(low.add) {
		return keep
	}
	return low
}

// lemmaTrainer counts rules by ending.
type lemmaTrainer struct {
	endings [maxEnding + 1]map[string]map[string]int // by length: tag+ending -> rule -> count
	words   map[string]map[string]int
}

// packLemmas learns rules from words, keeping an ending only where it decides otherwise than
// the next shorter one, and a word only where no ending gives its lemma.
func packLemmas(words []lemmaExample) (packed []byte, rules []string) {
	counts := map[uint64]map[string]int{}
	count := func(key uint64, rule string) {
		if counts[key] == nil {
			counts[key] = map[string]int{}
		}
		counts[key][rule]++
	}
	top := func(key uint64) (string, int, int) {
		best, most, total := "", 0, 0
		for rule, n := range counts[key] {
			total += n
			if n > most || n == most && rule < best {
				best, most = rule, n
			}
		}
		return best, most, total
	}
	type seen struct {
		lower string
		tag   uint64
	}
	types := map[seen]bool{}
	for _, e := range words {
		lower := strings.ToLower(e.word)
		tag := hashString(e.xpos)*tagHashing ^ hashString(e.upos)
		rule := lemmaRuleFor(e.word, e.lemma).String()
		count(hashString(lower)^tag^wholeWord, rule)
		// Endings count types of words and not words: the frequent verbs are the irregular ones.
		if first := !types[seen{lower, tag}]; first {
			types[seen{lower, tag}] = true
			for from := max(0, len(lower)-maxEnding); from <= len(lower); from++ {
				count(hashString(lower[from:])^tag, rule)
			}
		}
	}
	chosen := map[uint64]string{}
	order := make([]seen, 0, len(types))
	for t := range types {
		order = append(order, t)
	}
	slices.SortFunc(order, func(a, b seen) int {
		if c := strings.Compare(a.lower, b.lower); c != 0 {
			return c
		}
		if a.tag < b.tag {
			return -1
		}
		return 1
	})
	for _, t := range order {
		current := ""
		for from := len(t.lower); from >= max(0, len(t.lower)-maxEnding); from-- {
			key := hashString(t.lower[from:]) ^ t.tag
			rule, most, total := top(key)
			if rule != current && (from == len(t.lower) || total > 1 && most*2 > total) {
				chosen[key] = rule
			}
			if known, ok := chosen[key]; ok {
				current = known
			}
		}
		key := hashString(t.lower) ^ t.tag ^ wholeWord
		if rule, _, _ := top(key); rule != current {
			chosen[key] = rule
		}
	}
	numbers := map[string]uint16{}
	for _, rule := range chosen {
		numbers[rule] = 0
	}
	for rule := range numbers {
		rules = append(rules, rule)
	}
	slices.Sort(rules)
	for i, rule := range rules {
		numbers[rule] = uint16(i)
	}
	keys := make([]uint64, 0, len(chosen))
	for key := range chosen {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	slots := uint64(len(keys))*5/3 + 1
	packed = make([]byte, 4+slots*lemmaSlot)
	binary.LittleEndian.PutUint32(packed, uint32(slots))
	for _, key := range keys {
		at := lexiconPlace(key, slots)
		for binary.LittleEndian.Uint32(packed[4+at*lemmaSlot:]) != 0 {
			at = (at + 1) % slots
		}
		binary.LittleEndian.PutUint32(packed[4+at*lemmaSlot:], lexiconCheck(key))
		binary.LittleEndian.PutUint16(packed[8+at*lemmaSlot:], numbers[chosen[key]])
	}
	return packed, rules
}

type lemmaExample struct{ word, xpos, upos, lemma string }
