package syntax

import "math"

// oracle tells which transitions cost no arc of the gold tree that could still be had
// (Goldberg and Nivre 2012).
type oracle struct {
	w        *workspace
	heads    []int32
	children [][]int32
}

func newOracle(w *workspace, heads []int32) *oracle {
	o := &oracle{w: w, heads: heads, children: make([][]int32, len(heads)+1)}
	for i, head := range heads {
		o.children[head] = append(o.children[head], int32(i))
	}
	return o
}

// choose returns the legal transition with the best score, the best of the cheapest, and the
// best of the dearer ones or -1.
func (o *oracle) choose(scores []int32) (got, want, wrong int) {
	got, want, wrong = -1, -1, -1
	var costs [actions]int
	cheapest := math.MaxInt
	for action := range scores {
		if o.w.legal(action) {
			costs[action] = o.cost(action)
			cheapest = min(cheapest, costs[action])
		}
	}
	better := func(action, than int) bool { return than < 0 || scores[action] > scores[than] }
	for action := range scores {
		switch {
		case !o.w.legal(action):
			continue
		case costs[action] == cheapest && better(action, want):
			want = action
		case costs[action] > cheapest && better(action, wrong):
			wrong = action
		}
		if better(action, got) {
			got = action
		}
	}
	return got, want, wrong
}

// head is the gold head of a word; the root has none.
func (o *oracle) head(word int32) int32 {
	if int(word) == len(o.heads) {
		return -1
	}
	return o.heads[word]
}

func (o *oracle) cost(action int) int {
	w, cost := o.w, 0
	top, next := w.below(0), w.next
	switch action {
	case left, reduce:
		for _, child := range o.children[top] {
			if child >= next {
				cost++
			}
		}
		if action == left && o.heads[top] > next {
			cost++
		}
	case right, shift:
		head := o.head(next)
		for _, word := range w.stack {
			if word == head && (action == shift || word != top) {
				cost++
			}
		}
		if action == right && head > next {
			cost++
		}
		for _, child := range o.children[next] {
			if child < next && w.nodes[child].head < 0 && o.onStack(child) {
				cost++
			}
		}
	}
	return cost
}

func (o *oracle) onStack(word int32) bool {
	for _, other := range o.w.stack {
		if other == word {
			return true
		}
	}
	return false
}
