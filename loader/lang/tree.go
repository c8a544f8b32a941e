package lang

import (
	"iter"
	"strings"
)

// tree is the links of the dependency trees, made once from the heads.
type tree struct {
	child, sibling []int32 // first dependent, and the next one of the same head, in the order of the text; -1 is none
	left, right    []int32 // first token of what hangs on a token, itself included, and the last
}

// climb makes the links.
func (d *Doc) climb() {
	n := len(d.Tokens)
	links := make([]int32, 4*n)
	t := tree{links[:n], links[n : 2*n], links[2*n : 3*n], links[3*n:]}
	for i := range n {
		t.child[i], t.sibling[i] = -1, -1
		t.left[i], t.right[i] = int32(i), int32(i)
	}
	for i := n - 1; i >= 0; i-- {
		if head := d.Tokens[i].Head; head >= 0 {
			t.sibling[i] = t.child[head]
			t.child[head] = int32(i)
		}
	}
	for i := range n {
		for at := d.Tokens[i].Head; at >= 0; at = d.Tokens[at].Head {
			t.left[at], t.right[at] = min(t.left[at], int32(i)), max(t.right[at], int32(i))
		}
	}
	d.tree = t
}

// Children yields the dependents of a token, in the order of the text.
func (d *Doc) Children(token int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for c := d.tree.child[token]; c >= 0; c = d.tree.sibling[c] {
			if !yield(int(c)) {
				return
			}
		}
	}
}

// Child is the first dependent of a token with one of the relations, or -1. A relation without subtype stands
// for all of its subtypes: "obl" also for "obl:agent".
func (d *Doc) Child(token int, relations ...string) int {
	for c := range d.Children(token) {
		if d.Is(c, relations...) {
			return c
		}
	}
	return -1
}

// Is reports whether a token has one of the relations to its head; see Child.
func (d *Doc) Is(token int, relations ...string) bool {
	rel := d.Tokens[token].Rel
	plain, _, _ := strings.Cut(rel, ":")
	for _, r := range relations {
		if r == rel || r == plain {
			return true
		}
	}
	return false
}

// Yield is the tokens [first, end) from the first to the last that hangs on a token, itself included. In a tree with
// crossing arcs others may stand between them.
func (d *Doc) Yield(token int) (first, end int) {
	return int(d.tree.left[token]), int(d.tree.right[token]) + 1
}

// Phrase is the base noun phrase whose head is a token.
func (d *Doc) Phrase(head int) Phrase {
	p := Phrase{head, head}
	for c := range d.Children(head) {
		if c < head && d.Is(c, "det", "amod", "compound", "nummod", "nmod:poss", "nmod:desc", "flat") {
			first, _ := d.Yield(c)
			p.First = min(p.First, first)
		}
	}
	return p
}

// Above reports whether a token is above another in the tree, or the same.
func (d *Doc) Above(token, other int) bool {
	for at := other; at >= 0; at = d.Tokens[at].Head {
		if at == token {
			return true
		}
	}
	return false
}
