package schema

import (
	"slices"
	"strings"
)

// trie finds the longest known sequence of words at the beginning of a text.
// V is what is known of a sequence. It is built once and then only read.
type trie[V any] struct {
	translit bool              // whether words are folded as personal names
	words    map[string]uint32 // folded word -> number, from 1
	edges    map[edge]uint32   // -> node; node 0 is the root
	nodes    []trieNode[V]
	longest  int // words of the longest sequence
}

type edge struct{ node, word uint32 }

// trieNode has, for each case in which a text may be written, what it may mean.
type trieNode[V any] struct {
	values [letterCases][]V
}

// newTrie returns an empty trie with room for about so many sequences.
func newTrie[V any](translit bool, size int) *trie[V] {
	return &trie[V]{
		translit: translit,
		words:    make(map[string]uint32, size),
		edges:    make(map[edge]uint32, 2*size),
		nodes:    make([]trieNode[V], 1, 2*size+1),
	}
}

// add enters a sequence of words and its value. The text must be written in
// at least the given case. A text without words is left out.
func (t *trie[V]) add(text string, least letterCase, value V) {
	f := folder{rest: text, translit: t.translit}
	node, n := uint32(0), 0
	for word := f.next(); word != nil; word = f.next() {
		number, ok := t.words[string(word)]
		if !ok {
			number = uint32(len(t.words) + 1)
			t.words[string(word)] = number
		}
		next, ok := t.edges[edge{node, number}]
		if !ok {
			next = uint32(len(t.nodes))
			t.nodes = append(t.nodes, trieNode[V]{})
			t.edges[edge{node, number}] = next
		}
		node = next
		n++
	}
	if node == 0 {
		return
	}
	t.longest = max(t.longest, n)
	only := []V{value}
	for c := least; c < letterCases; c++ {
		if known := t.nodes[node].values[c]; len(known) > 0 {
			t.nodes[node].values[c] = append(slices.Clip(known), value)
		} else {
			t.nodes[node].values[c] = only
		}
	}
}

// step follows one word from a node; 0 means that no sequence goes on so.
func (t *trie[V]) step(node uint32, word []byte) uint32 {
	number, ok := t.words[string(word)]
	if !ok {
		return 0
	}
	return t.edges[edge{node, number}]
}

// scan returns the number of tokens of the longest sequence that starts with
// the first token, and its values; 0 when there is none. A sequence ends where
// a token ends. Hyphens and apostrophes that are tokens of their own are
// passed over. Initials between names are, too, where names of persons are
// sought.
func (t *trie[V]) scan(tokens []string) (int, []V) {
	node, best := uint32(0), 0
	var values []V
	written := lowerCase
	f := folder{translit: t.translit}
	for i, token := range tokens {
		f.rest = token
		word := f.next()
		if word == nil {
			if i == 0 || !joins(token) {
				break
			}
			continue
		}
		if i == 0 || i == 1 && strings.EqualFold(tokens[0], "the") {
			written = caseOf(token)
		}
		from := node
		for ; word != nil; word = f.next() {
			if node = t.step(node, word); node == 0 {
				break
			}
		}
		if node == 0 {
			if t.translit && from != 0 && isInitial(token) {
				node = from
				continue
			}
			break
		}
		if found := t.nodes[node].values[written]; len(found) > 0 {
			best, values = i+1, found
		}
	}
	return best, values
}

// node returns the node of a whole text, or 0.
func (t *trie[V]) node(text string) uint32 {
	f := folder{rest: text, translit: t.translit}
	node := uint32(0)
	for word := f.next(); word != nil; word = f.next() {
		if node = t.step(node, word); node == 0 {
			return 0
		}
	}
	return node
}

// find returns the values of a whole text, however it is written.
func (t *trie[V]) find(text string) []V {
	return slices.Clip(t.nodes[t.node(text)].values[upperCase])
}

func joins(token string) bool {
	switch token {
	case "-", "‐", "‑", "–", "'", "’":
		return true
	}
	return false
}

// isInitial reports whether a token is the initial of a middle name: "J.", "W".
func isInitial(token string) bool {
	return (len(token) == 1 || len(token) == 2 && token[1] == '.') && 'A' <= token[0] && token[0] <= 'Z'
}
