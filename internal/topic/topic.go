// Package topic turns words of a text into the keys under which records are
// indexed, and the words of a user's question into the same keys, so that
// "expansions" finds what the text calls "expansion".
//
// A key is a lower-cased content word without diacritics, reduced to its
// English stem. Function words give no key. Functions are pure.
package topic

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/kljensen/snowball/english"
	"golang.org/x/text/unicode/norm"
)

// longest is the length in bytes beyond which a "word" is an address or an
// accident of layout rather than something that a user would type.
const longest = 40

// endings are what an apostrophe appends to a word without changing what it is about.
var endings = []string{"'s", "'re", "'ve", "'ll", "'d", "'m"}

// Keys returns the distinct keys of a text in order of appearance. A text of
// function words only gives none.
func Keys(text string) []string { return Memory(nil).Keys(text) }

// Memory remembers the keys of words, for whoever reads many texts: they have the
// same words. It is for one goroutine. A nil Memory remembers nothing.
type Memory map[string]string

// Keys is Keys from memory.
func (m Memory) Keys(text string) []string {
	var keys []string
	seen := map[string]bool{}
	for _, word := range strings.FieldsFunc(Fold(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\''
	}) {
		key := m.stem(word)
		if key != "" && !seen[key] {
			seen[key] = true
			keys = append(keys, key)
		}
	}
	return keys
}

// Key returns the key of one word, or "" for a function word.
func Key(word string) string { return Memory(nil).Key(word) }

// Key is Key from memory.
func (m Memory) Key(word string) string { return m.stem(Fold(word)) }

func (m Memory) stem(word string) string {
	key, ok := m[word]
	if !ok {
		if key = stem(word); m != nil {
			m[word] = key
		}
	}
	return key
}

// stem returns the key of one folded word, or "" when it carries no topic.
func stem(word string) string {
	if strings.HasSuffix(word, "n't") {
		return ""
	}
	for _, ending := range endings {
		word = strings.TrimSuffix(word, ending)
	}
	word = strings.ReplaceAll(word, "'", "")
	if len(word) < 2 || len(word) > longest || english.IsStopWord(word) {
		return ""
	}
	return english.Stem(word, false)
}

// Fold lower-cases a text, removes diacritics and makes every apostrophe the
// plain one, so that texts can be compared as a reader would.
func Fold(text string) string {
	if !strings.ContainsFunc(text, func(r rune) bool { return r >= utf8.RuneSelf }) {
		return strings.ToLower(text)
	}
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Mn, r):
			return -1
		case r == '’' || r == '‘' || r == 'ʼ':
			return '\''
		}
		return unicode.ToLower(r)
	}, norm.NFD.String(text))
}
