package syntax

import (
	"slices"
	"testing"
)

func TestProjectivise(t *testing.T) {
	for name, c := range map[string]struct{ heads, want []int32 }{
		"projective stays": {[]int32{1, 3, 1}, []int32{1, 3, 1}},
		// "A hearing is scheduled today on trade": "on trade" belongs to "hearing", across the verb.
		"extraposed": {[]int32{1, 3, 3, 7, 3, 6, 1}, []int32{1, 3, 3, 7, 3, 6, 3}},
	} {
		got := slices.Clone(c.heads)
		projectivise(got)
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}

// Whoever follows the oracle from the start builds the gold tree.
func TestOracleBuildsTheTree(t *testing.T) {
	trees := [][]int32{
		{1, 2, 0 + 3},         // a chain to the right
		{3, 0, 1},             // a chain to the left
		{1, 4, 1, 2},          // both sides
		{1, 2, 7, 6, 6, 6, 2}, // a clause
		{2, 2, 4, 2},          // flat
	}
	for _, heads := range trees {
		{
			w, want := &workspace{}, heads
			w.read(mustLexicon(packLexicon(nil)), make([]string, len(heads)))
			o := newOracle(w, want)
			for w.start(); !w.done(); {
				scores := w.scores[:actions]
				clear(scores)
				_, action, _ := o.choose(scores)
				if o.cost(action) != 0 {
					t.Fatalf("%v: the oracle pays", heads)
				}
				w.apply(action)
			}
			for i, head := range want {
				if w.nodes[i].head != head {
					t.Errorf("%v: head of %d is %d", heads, i, w.nodes[i].head)
				}
			}
		}
	}
}

func TestLemmas(t *testing.T) {
	packed, rules := packLemmas([]lemmaExample{
		{"said", "VBD", "VERB", "say"}, {"walked", "VBD", "VERB", "walk"}, {"talked", "VBD", "VERB", "talk"}, {"Asked", "VBD", "VERB", "ask"},
		{"cities", "NNS", "NOUN", "city"}, {"parties", "NNS", "NOUN", "party"}, {"dogs", "NNS", "NOUN", "dog"}, {"cats", "NNS", "NOUN", "cat"},
		{"Paris", "NNP", "PROPN", "Paris"}, {"Berlin", "NNP", "PROPN", "Berlin"}, {"The", "DT", "DET", "the"},
	})
	l, err := openLemmas(packed, rules)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range [][4]string{
		{"said", "VBD", "VERB", "say"}, {"Said", "VBD", "VERB", "say"}, {"locked", "VBD", "VERB", "lock"}, {"treaties", "NNS", "NOUN", "treaty"},
		{"birds", "NNS", "NOUN", "bird"}, {"Kyiv", "NNP", "PROPN", "Kyiv"}, {"THE", "DT", "DET", "the"}, {"Unheard", "XX", "X", "unheard"},
	} {
		if got := l.find(c[0], c[1], c[2]); got != c[3] {
			t.Errorf("lemma of %s %s is %q, want %q", c[0], c[1], got, c[3])
		}
	}
}
