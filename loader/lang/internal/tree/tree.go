// Package tree finds the best dependency tree by the scores of words for their heads.
package tree

import (
	"math"
	"slices"
)

// Scores has a row for each word: its scores for the words as heads, then for being the root. Rows begin
// Stride numbers apart.
type Scores struct {
	Words, Stride int
	Values        []int32
}

func (s Scores) row(word int) []int32 { return s.Values[word*s.Stride : word*s.Stride+s.Words+1] }

// Impossible is a score for what must not be.
const Impossible = math.MinInt32 / 4

// candidates is how many words are tried as the one root, where the best heads are no tree.
const candidates = 3

// Finder finds trees. Its room is used again; it belongs to one goroutine.
type Finder struct {
	graph  graph
	heads  []int
	likely []root
}

type root struct {
	word int
	gain int64 // of being the root, against the best other head
}

// Best sets heads to the best tree with one root: indices of words, -1 for the root. Scores of words for themselves are
// overwritten. The best head of every word is taken if that is a tree, which it nearly always is; else the
// best tree below each of the likeliest roots is found.
func (f *Finder) Best(s Scores, heads []int) {
	roots := 0
	for word := range heads {
		row := s.row(word)
		row[word] = Impossible
		if heads[word] = top(row); heads[word] == s.Words {
			heads[word] = -1
			roots++
		}
	}
	if roots == 1 && !cyclic(heads) {
		return
	}
	f.likely = f.likely[:0]
	for word := range heads {
		row := s.row(word)
		f.likely = append(f.likely, root{word, int64(row[s.Words]) - int64(row[top(row[:s.Words])])})
	}
	slices.SortStableFunc(f.likely, func(a, b root) int { return int(b.gain - a.gain) })
	f.heads = append(f.heads[:0], heads...)
	for i, r := range f.likely[:min(candidates, len(f.likely))] {
		f.below(s, r.word, f.heads)
		if i == 0 || s.total(f.heads) > s.total(heads) {
			copy(heads, f.heads)
		}
	}
}

// top is the index of the highest score, the first of equals.
func top(scores []int32) int {
	best := 0
	for i, score := range scores {
		if score > scores[best] {
			best = i
		}
	}
	return best
}

// cyclic reports whether some word does not hang on the root.
func cyclic(heads []int) bool {
	for i := range heads {
		steps := 0
		for at := heads[i]; at >= 0; at = heads[at] {
			if steps++; steps > len(heads) {
				return true
			}
		}
	}
	return false
}

func (s Scores) total(heads []int) int64 {
	total := int64(0)
	for word, head := range heads {
		if head < 0 {
			head = s.Words
		}
		total += int64(s.row(word)[head])
	}
	return total
}

// below sets heads to the best tree below a root.
func (f *Finder) below(s Scores, root int, heads []int) {
	g := &f.graph
	g.reset(s, root)
	for cycle := g.cycle(); cycle != nil; cycle = g.cycle() {
		g.contract(cycle)
	}
	g.expand()
	copy(heads, g.heads)
}
