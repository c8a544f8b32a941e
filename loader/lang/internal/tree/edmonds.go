package tree

import "math"

// graph finds the best tree below a root by the algorithm of Chu and Liu (1965) and Edmonds (1967): every word takes its
// best head; a cycle of heads becomes one word, for which the other words score what they gain by opening it in its best
// place; this goes on until there is no cycle, and is then taken back step by step. A contracted cycle stands
// in the place of its first word, so that the matrix is used throughout. Time is at most of the third order in
// the words, and mostly of the second.
type graph struct {
	words, root int
	gain        []int64 // of word and head
	heads       []int
	gone        []bool // words that are part of a contracted cycle and not its first
	seen        []int
	found       []int
	steps       []step
}

// step is a contraction, for taking it back.
type step struct {
	cycle, heads []int // the words of the cycle, and their heads in it
	enter, leave []int // by word outside: the word of the cycle that takes it for its head, and that it takes for its head
}

// never is below any gain, and far enough from the least number to be added to.
const never = math.MinInt64 / 4

func (g *graph) at(word, head int) *int64 { return &g.gain[word*g.words+head] }

// reset takes in the scores and gives every word its best head.
func (g *graph) reset(s Scores, root int) {
	g.words, g.root, g.steps = s.Words, root, g.steps[:0]
	g.gain, g.heads = resize(g.gain, s.Words*s.Words), resize(g.heads, s.Words)
	g.gone, g.seen = resize(g.gone, s.Words), resize(g.seen, s.Words)
	clear(g.gone)
	for word := range s.Words {
		for head, score := range s.row(word)[:s.Words] {
			*g.at(word, head) = int64(score)
		}
		*g.at(word, word) = never
		g.heads[word] = g.best(word)
	}
	g.heads[root] = -1
}

func resize[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	return s[:n]
}

// best is the best head of a word among those that are left.
func (g *graph) best(word int) int {
	best := -1
	for head := range g.words {
		if head != word && !g.gone[head] && (best < 0 || *g.at(word, head) > *g.at(word, best)) {
			best = head
		}
	}
	return best
}

// cycle returns the words of a cycle of heads, or nil. They are valid until the next call.
func (g *graph) cycle() []int {
	clear(g.seen)
	for start := range g.words {
		if g.gone[start] {
			continue
		}
		at := start
		for at >= 0 && g.seen[at] == 0 {
			g.seen[at] = start + 1
			at = g.heads[at]
		}
		if at < 0 || g.seen[at] != start+1 {
			continue
		}
		g.found = append(g.found[:0], at)
		for next := g.heads[at]; next != at; next = g.heads[next] {
			g.found = append(g.found, next)
		}
		return g.found
	}
	return nil
}

// contract makes a cycle one word.
func (g *graph) contract(cycle []int) {
	s := g.step()
	for _, word := range cycle {
		s.cycle, s.heads = append(s.cycle, word), append(s.heads, g.heads[word])
		g.gone[word] = true
	}
	first := cycle[0]
	for other := range g.words {
		if g.gone[other] {
			continue
		}
		enter, leave := first, first
		for _, word := range cycle {
			if g.opened(word, other) > g.opened(enter, other) {
				enter = word
			}
			if *g.at(other, word) > *g.at(other, leave) {
				leave = word
			}
		}
		s.enter[other], s.leave[other] = enter, leave
	}
	for other := range g.words {
		if g.gone[other] {
			continue
		}
		into, out := g.opened(s.enter[other], other), *g.at(other, s.leave[other])
		if other == g.root {
			out = never
		}
		*g.at(first, other), *g.at(other, first) = into, out
		if head := g.heads[other]; head >= 0 && g.gone[head] && contains(cycle, head) {
			g.heads[other] = first
		}
	}
	g.gone[first] = false
	g.heads[first] = g.best(first)
}

// opened is what a word of a cycle gains by another head than the one in the cycle.
func (g *graph) opened(word, head int) int64 {
	return *g.at(word, head) - *g.at(word, g.heads[word])
}

func contains(cycle []int, word int) bool {
	for _, w := range cycle {
		if w == word {
			return true
		}
	}
	return false
}

// step adds room for a contraction.
func (g *graph) step() *step {
	if len(g.steps) < cap(g.steps) {
		g.steps = g.steps[:len(g.steps)+1]
	} else {
		g.steps = append(g.steps, step{})
	}
	s := &g.steps[len(g.steps)-1]
	s.cycle, s.heads = s.cycle[:0], s.heads[:0]
	s.enter, s.leave = resize(s.enter, g.words), resize(s.leave, g.words)
	return s
}

// expand takes the contractions back, the last first.
func (g *graph) expand() {
	for i := len(g.steps) - 1; i >= 0; i-- {
		s := &g.steps[i]
		first := s.cycle[0]
		head := g.heads[first]
		for word := range g.words {
			if g.heads[word] == first && !g.gone[word] {
				g.heads[word] = s.leave[word]
			}
		}
		for k, word := range s.cycle {
			g.heads[word], g.gone[word] = s.heads[k], false
		}
		g.heads[s.enter[head]] = head
	}
}
