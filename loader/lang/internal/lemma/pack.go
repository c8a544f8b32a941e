package lemma

import (
	"encoding/binary"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"
)

// Example is a word with its tags and the lemma it should get.
type Example struct{ Word, XPOS, UPOS, Lemma string }

// ruleFor finds the rule from a word to its lemma.
func ruleFor(word, lemma string) rule {
	from := func(s string, keep bool) rule {
		same := 0
		for same < len(s) && same < len(lemma) && s[same] == lemma[same] {
			same++
		}
		for same > 0 && (same < len(s) && !utf8.RuneStart(s[same]) || same < len(lemma) && !utf8.RuneStart(lemma[same])) {
			same--
		}
		return rule{keep, len(s) - same, lemma[same:]}
	}
	lower := strings.ToLower(word)
	low := from(lower, false)
	if word == lower {
		return low
	}
	if keep := from(word, true); keep.cut+len(keep.add) < low.cut+len(low.add) {
		return keep
	}
	return low
}

// wordType is a word with its tags, whatever its case.
type wordType struct {
	lower string
	tag   uint64
}

func (t wordType) whole() uint64          { return hash(t.lower) ^ t.tag ^ wholeWord }
func (t wordType) ending(from int) uint64 { return hash(t.lower[from:]) ^ t.tag }
func (t wordType) longest() int           { return max(0, len(t.lower)-maxEnding) }

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

// Pack learns rules from words and returns their bytes. It keeps an ending only where it decides otherwise than
// the next shorter one, and a word only where no ending gives its lemma.
func Pack(words []Example) []byte {
	counts, seen := ruleCounts{}, map[wordType]bool{}
	var types []wordType
	for _, e := range words {
		t := wordType{strings.ToLower(e.Word), tagOf(e.XPOS, e.UPOS)}
		rule := ruleFor(e.Word, e.Lemma).String()
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
	return layOut(chosen)
}

// layOut writes rules and the table from keys to them.
func layOut(chosen map[uint64]string) []byte {
	rules := slices.Compact(slices.Sorted(maps.Values(chosen)))
	keys := slices.Sorted(maps.Keys(chosen))
	slots := uint64(len(keys))*5/3 + 1
	text := strings.Join(rules, " ")
	packed := binary.LittleEndian.AppendUint32(nil, uint32(slots))
	packed = binary.LittleEndian.AppendUint32(packed, uint32(len(text)))
	packed = append(packed, text...)
	table := make([]byte, slots*slotSize)
	for _, key := range keys {
		at := place(key, slots)
		for binary.LittleEndian.Uint32(table[at*slotSize:]) != 0 {
			at = (at + 1) % slots
		}
		number, _ := slices.BinarySearch(rules, chosen[key])
		binary.LittleEndian.PutUint32(table[at*slotSize:], check(key))
		binary.LittleEndian.PutUint16(table[at*slotSize+4:], uint16(number))
	}
	return append(packed, table...)
}
