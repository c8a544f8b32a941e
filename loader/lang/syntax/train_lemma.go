package syntax

import (
	"encoding/binary"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"
)

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

// lemmaExample is a word with the lemma it should get.
type lemmaExample struct{ word, xpos, upos, lemma string }

// lemmaType is a word of one kind, whatever its case.
type lemmaType struct {
	lower string
	tag   uint64
}

func (t lemmaType) whole() uint64          { return hashString(t.lower) ^ t.tag ^ wholeWord }
func (t lemmaType) ending(from int) uint64 { return hashString(t.lower[from:]) ^ t.tag }
func (t lemmaType) longest() int           { return max(0, len(t.lower)-maxEnding) }

// ruleCounts counts rules by key.
type ruleCounts map[uint64]map[string]int

func (c ruleCounts) add(key uint64, rule string) {
	if c[key] == nil {
		c[key] = map[string]int{}
	}
	c[key][rule]++
}

// top returns the most frequent rule of a key, how often it occurs, and how often all do.
func (c ruleCounts) top(key uint64) (rule string, most, total int) {
	for candidate, n := range c[key] {
		total += n
		if n > most || n == most && candidate < rule {
			rule, most = candidate, n
		}
	}
	return rule, most, total
}

// packLemmas learns rules from words, keeping an ending only where it decides otherwise than
// the next shorter one, and a word only where no ending gives its lemma.
func packLemmas(words []lemmaExample) (packed []byte, rules []string) {
	counts, seen := ruleCounts{}, map[lemmaType]bool{}
	var types []lemmaType
	for _, e := range words {
		t := lemmaType{strings.ToLower(e.word), lemmaTag(e.xpos, e.upos)}
		rule := lemmaRuleFor(e.word, e.lemma).String()
		counts.add(t.whole(), rule)
		// Endings count types of words and not words: the frequent verbs are the irregular ones.
		if seen[t] {
			continue
		}
		seen[t] = true
		types = append(types, t)
		for from := t.longest(); from <= len(t.lower); from++ {
			counts.add(t.ending(from), rule)
		}
	}
	chosen := map[uint64]string{}
	for _, t := range types {
		current := ""
		for from := len(t.lower); from >= t.longest(); from-- {
			key := t.ending(from)
			rule, most, total := counts.top(key)
			if rule != current && (from == len(t.lower) || total > 1 && most*2 > total) {
				chosen[key] = rule
			}
			if known, ok := chosen[key]; ok {
				current = known
			}
		}
		if rule, _, _ := counts.top(t.whole()); rule != current {
			chosen[t.whole()] = rule
		}
	}
	return layOutLemmas(chosen)
}

// layOutLemmas writes the table from keys to rules.
func layOutLemmas(chosen map[uint64]string) (packed []byte, rules []string) {
	rules = slices.Compact(slices.Sorted(maps.Values(chosen)))
	keys := slices.Sorted(maps.Keys(chosen))
	slots := uint64(len(keys))*5/3 + 1
	packed = make([]byte, 4+slots*lemmaSlot)
	binary.LittleEndian.PutUint32(packed, uint32(slots))
	for _, key := range keys {
		at := lexiconPlace(key, slots)
		for binary.LittleEndian.Uint32(packed[4+at*lemmaSlot:]) != 0 {
			at = (at + 1) % slots
		}
		number, _ := slices.BinarySearch(rules, chosen[key])
		binary.LittleEndian.PutUint32(packed[4+at*lemmaSlot:], lexiconCheck(key))
		binary.LittleEndian.PutUint16(packed[8+at*lemmaSlot:], uint16(number))
	}
	return packed, rules
}
