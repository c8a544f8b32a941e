package tree

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// all visits every assignment of heads.
func all(words int, visit func([]int)) {
	heads := make([]int, words)
	var set func(int)
	set = func(word int) {
		if word == words {
			visit(heads)
			return
		}
		for head := -1; head < words; head++ {
			if head != word {
				heads[word] = head
				set(word + 1)
			}
		}
	}
	set(0)
}

func isTree(heads []int) bool {
	roots := 0
	for _, head := range heads {
		if head < 0 {
			roots++
		}
	}
	return roots == 1 && !cyclic(heads)
}

// Of all trees of up to five words the best is found, unless its root is none of the likeliest.
func TestBest(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	worse := 0
	for range 300 {
		words := 1 + r.IntN(5)
		s := Scores{Words: words, Stride: words + 3, Values: make([]int32, words*(words+3))}
		for i := range s.Values {
			s.Values[i] = int32(r.IntN(1000))
		}
		want := int64(-1)
		all(words, func(heads []int) {
			if isTree(heads) {
				want = max(want, s.total(heads))
			}
		})
		heads := make([]int, words)
		new(Finder).Best(s, heads)
		if !isTree(heads) {
			t.Fatalf("%v is no tree", heads)
		}
		if s.total(heads) < want {
			worse++
		}
	}
	if worse > 15 {
		t.Errorf("%d of 300 trees are not the best", worse)
	}
}

// The best heads stay when they are a tree, crossing arcs included.
func TestBestKeepsTrees(t *testing.T) {
	want := []int{2, 3, -1, 2}
	s := Scores{Words: 4, Stride: 5, Values: make([]int32, 20)}
	for word, head := range want {
		if head < 0 {
			head = 4
		}
		s.Values[word*5+head] = 10
	}
	heads := make([]int, 4)
	new(Finder).Best(s, heads)
	if !slices.Equal(heads, want) {
		t.Errorf("got %v, want %v", heads, want)
	}
}

// Below a given root nothing is better than what is found.
func TestBelow(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	var f Finder
	for range 2000 {
		words := 2 + r.IntN(5)
		s := Scores{Words: words, Stride: words + 1, Values: make([]int32, words*(words+1))}
		for i := range s.Values {
			s.Values[i] = int32(r.IntN(1000))
		}
		root := r.IntN(words)
		want := int64(-1)
		all(words, func(heads []int) {
			if isTree(heads) && heads[root] < 0 {
				want = max(want, s.total(heads))
			}
		})
		heads := make([]int, words)
		if f.below(s, root, heads); !isTree(heads) || heads[root] >= 0 || s.total(heads) != want {
			t.Fatalf("%v has %d, want a tree below %d with %d", heads, s.total(heads), root, want)
		}
	}
}

// Noise of any size becomes a tree, and the room is used again.
func TestNoise(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	var f Finder
	for words := 1; words < 300; words += 13 {
		s := Scores{Words: words, Stride: words + 1, Values: make([]int32, words*(words+1))}
		for i := range s.Values {
			s.Values[i] = int32(r.IntN(50))
		}
		heads := make([]int, words)
		f.Best(s, heads)
		if !isTree(heads) {
			t.Fatalf("%d words: %v is no tree", words, heads)
		}
	}
}
