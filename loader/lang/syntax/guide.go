package syntax

import "slices"

// hint is what the first parser said of a word, for the second one.
type hint struct {
	head, last int32 // its head, and the last of its dependents
	rel        uint16
}

// turn reverses the words and keeps the tree, given from left to right, as hints for a
// parser that reads from right to left.
func (w *workspace) turn(tree []node) {
	n := int32(len(w.forms))
	slices.Reverse(w.forms)
	w.guide = w.guide[:0]
	for i := range n {
		old := &tree[n-1-i]
		w.guide = append(w.guide, hint{head: turned(old.head, n), last: -1, rel: old.rel})
	}
	w.guide = append(w.guide, hint{head: -1, last: -1})
	for i := range n {
		h := &w.guide[w.guide[i].head]
		h.last = max(h.last, i)
	}
}

// turned is the place of a word when the sentence is reversed; the root stays last.
func turned(word, words int32) int32 {
	if word == words {
		return word
	}
	return words - 1 - word
}

// turnBack puts words and tree into their order again.
func (w *workspace) turnBack() {
	n := int32(len(w.forms))
	slices.Reverse(w.forms)
	slices.Reverse(w.nodes[:n])
	for i := range n {
		node := &w.nodes[i]
		node.head, node.before, node.rel = turned(node.head, n), w.guide[n-1-i].rel, w.guide[n-1-i].rel
	}
	w.guide = w.guide[:0]
}

// guideAtoms writes the attributes of the pseudo-node Y.
func (w *workspace) guideAtoms(y []uint64) {
	s0, n0 := w.below(0), w.next
	first := &w.guide[n0]
	if s0 < 0 {
		y[0], y[1], y[3], y[4] = 0, 0, 0, 0
		y[2] = 1 + uint64(first.rel)<<4
		y[5] = uint64(first.rel)
		return
	}
	top := &w.guide[s0]
	link := uint64(0)
	switch {
	case top.head == n0:
		link = 1 + uint64(top.rel)<<4
	case first.head == s0:
		link = 2 + uint64(first.rel)<<4
	}
	y[0] = link
	y[1] = side(top.head, s0, n0, w.root()) + uint64(top.rel)<<4
	y[2] = w.headSide(first.head, n0) + uint64(first.rel)<<4
	y[3] = 0
	switch {
	case top.last == n0:
		y[3] = 1
	case top.last > n0:
		y[3] = 2
	}
	y[4] = 0
	for depth := range 3 {
		if s := w.below(depth); s >= 0 && w.nodes[s].head < 0 && w.guide[s].head == n0 {
			y[4] |= 1 << depth
		}
	}
	y[5] = uint64(top.rel)<<8 | uint64(first.rel)
}

// side tells where the head of the top of the stack is.
func side(head, top, next, root int32) uint64 {
	switch {
	case head == next:
		return 1
	case head == root:
		return 2
	case head < top:
		return 3
	case head < next:
		return 4
	case head == next+1:
		return 5
	}
	return 6
}

// headSide tells where the head of the next word is.
func (w *workspace) headSide(head, next int32) uint64 {
	for depth := range 3 {
		if w.below(depth) == head {
			return uint64(1 + depth)
		}
	}
	switch {
	case head == w.root():
		return 4
	case head < next:
		return 5
	case head == next+1:
		return 6
	}
	return 7
}
