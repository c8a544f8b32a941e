package syntax

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

// choose returns the legal transition with the best score, and the best of the cheapest.
func (o *oracle) choose(scores []int32) (got, want int) {
	got, want = -1, -1
	cheapest := 0
	for action, score := range scores {
		if !o.w.legal(action) {
			continue
		}
		cost := o.cost(action)
		if got < 0 || score > scores[got] {
			got = action
		}
		if want < 0 || cost < cheapest || cost == cheapest && score > scores[want] {
			want, cheapest = action, cost
		}
	}
	if o.cost(got) == cheapest {
		want = got
	}
	return got, want
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
