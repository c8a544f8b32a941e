package server

import (
	"cmp"
	"slices"
	"strings"
	"sync/atomic"
	"unicode"
	"unicode/utf8"

	"demarche/internal/topic"
)

// finder finds things by what they are called. It folds all names once for each
// list of things, because a field that completes what is typed asks at every key.
type finder[T any] struct {
	names func(*T) []string // the first is the name, the others what it is called besides
	last  atomic.Pointer[folded[T]]
}

// folded is a list of things with their names as they are compared.
type folded[T any] struct {
	things []*T
	names  [][]string
}

// find returns those of the things that have text in a name, in any case and
// with or without diacritics: those that are called so first, then those of
// which a name begins so, then a word of a name, then the others. Of these the
// shorter name comes first. An empty text finds everything as it is.
func (f *finder[T]) find(things []*T, text string) []*T {
	wanted := topic.Fold(strings.TrimSpace(text))
	if wanted == "" {
		return things
	}
	type candidate struct {
		thing        *T
		rank, length int
	}
	var found []candidate
	for i, names := range f.fold(things).names {
		best := candidate{things[i], none, 0}
		for n, name := range names {
			// Of two that are as near, the one of which it is the name comes first.
			if r := 2*rank(name, wanted) + min(n, 1); r < best.rank {
				best.rank = r
			}
		}
		if best.rank < none {
			best.length = len(names[0])
			found = append(found, best)
		}
	}
	slices.SortStableFunc(found, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(a.rank, b.rank), cmp.Compare(a.length, b.length))
	})
	matches := make([]*T, len(found))
	for i, c := range found {
		matches[i] = c.thing
	}
	return matches
}

// fold returns the names of the things as they are compared.
func (f *finder[T]) fold(things []*T) *folded[T] {
	if last := f.last.Load(); last != nil && slices.Equal(last.things, things) {
		return last
	}
	now := &folded[T]{things, make([][]string, len(things))}
	for i, thing := range things {
		for _, name := range f.names(thing) {
			now.names[i] = append(now.names[i], topic.Fold(name))
		}
	}
	f.last.Store(now)
	return now
}

// How near a name is to a text, from the nearest.
const (
	exact = iota
	beginsName
	beginsWord
	inside
	none = 2 * (inside + 1) // of both names and other names
)

// rank says how near a name is to a text.
func rank(name, text string) int {
	at := strings.Index(name, text)
	switch {
	case at < 0:
		return none
	case at == 0 && len(name) == len(text):
		return exact
	case at == 0:
		return beginsName
	}
	for begin := at; ; {
		before, _ := utf8.DecodeLastRuneInString(name[:begin])
		if !unicode.IsLetter(before) && !unicode.IsDigit(before) {
			return beginsWord
		}
		next := strings.Index(name[begin+1:], text)
		if next < 0 {
			return inside
		}
		begin += 1 + next
	}
}
