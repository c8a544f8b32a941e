// Package gazetteer holds lists of names that a network is told about: given names, places, days and months.
//
// A list says what a word may be, and not what it is: "Jordan" and "Charlotte" are in two of them.
// Lists are immutable and may be shared.
package gazetteer

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

//go:embed given.txt
var givenText string

//go:embed places.txt
var placesText string

var given = sync.OnceValue(func() map[string]bool {
	names := map[string]bool{}
	for name := range strings.FieldsSeq(givenText) {
		names[name] = true
	}
	return names
})

// places are the names of places, by their first word: the words behind it. All are in small letters.
var places = sync.OnceValue(func() map[string][][]string {
	names := map[string][][]string{}
	for line := range strings.Lines(placesText) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		for name := range strings.SplitSeq(line, ";") {
			if words := split(name); len(words) > 0 {
				names[words[0]] = append(names[words[0]], words[1:])
			}
		}
	}
	return names
})

// split cuts a name as the words of a text are cut: hyphens and commas stand alone.
func split(name string) []string {
	return strings.Fields(strings.NewReplacer("-", " - ", ",", " , ").Replace(strings.ToLower(name)))
}

// placeAt returns how many of the words from the first are the longest known place; 0 when none are.
func placeAt(words []string) int {
	longest := 0
	for _, rest := range places()[strings.ToLower(words[0])] {
		if len(rest) < len(words) && slices.EqualFunc(rest, words[1:1+len(rest)], strings.EqualFold) {
			longest = max(longest, 1+len(rest))
		}
	}
	return longest
}

// IsGiven reports whether a word, in small letters, is a common given name.
func IsGiven(lower string) bool { return given()[lower] }

// Known knows more names.
type Known interface {
	// NameAt returns how many of the words from the first are a known name, and its kind in a word; 0 when none are.
	NameAt(words []string) (n int, kind string)
}

// longestKnown is how many words are shown to Known.
const longestKnown = 10

// Mark calls visit for every word that stands in a list, with what the list says of it as a hash. Only words
// with a capital are looked up.
func Mark(words []string, visit func(word int, mark uint64)) {
	behind := 0 // the last place
	for i, word := range words {
		if !capital(word) {
			continue
		}
		if IsGiven(strings.ToLower(word)) {
			visit(i, mark("given", 0))
		}
		if i < behind {
			continue
		}
		for k := range placeAt(words[i:]) {
			visit(i+k, mark("place", min(k, 1)))
			behind = i + k + 1
		}
	}
}

// MarkKnown calls visit for the words of known names, with their kind as a hash.
func MarkKnown(words []string, known Known, visit func(word int, mark uint64)) {
	for i := 0; i < len(words); {
		n, kind := 0, ""
		if capital(words[i]) {
			n, kind = known.NameAt(words[i:min(len(words), i+longestKnown)])
		}
		for k := range min(n, len(words)-i) {
			visit(i+k, mark("known "+kind, min(k, 1)))
		}
		i += max(1, n)
	}
}

func capital(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}

// mark is the hash (FNV-1a) of a list and of whether a word is the first of its name or stands inside.
func mark(list string, inside int) uint64 {
	h := uint64(0xcbf29ce484222325)
	for i := range len(list) {
		h = (h ^ uint64(list[i])) * 0x100000001b3
	}
	return (h ^ uint64(0x100+inside)) * 0x100000001b3
}
