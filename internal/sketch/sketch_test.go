package sketch_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"demarche/internal/sketch"
)

// prose makes n words that hardly repeat, the same for the same seed.
func prose(seed uint64, n int) []string {
	r := rand.New(rand.NewPCG(seed, 7))
	words := make([]string, n)
	for i := range words {
		words[i] = fmt.Sprintf("word%d", r.IntN(5000))
	}
	return words
}

func of(t testing.TB, words ...[]string) sketch.Sketch {
	t.Helper()
	s, ok := sketch.Of(strings.Join(slices.Concat(words...), " "))
	if !ok {
		t.Fatal("too short for a sketch")
	}
	return s
}

// edited changes every nth word.
func edited(words []string, nth int) []string {
	out := slices.Clone(words)
	for i := nth - 1; i < len(out); i += nth {
		out[i] += "x"
	}
	return out
}

func TestCopies(t *testing.T) {
	wire, other := prose(1, 600), prose(2, 600)
	for _, test := range []struct {
		name string
		a, b sketch.Sketch
		want bool
	}{
		{"the same text", of(t, wire), of(t, wire), true},
		{"another beginning", of(t, wire), of(t, prose(3, 60), wire[80:]), true},
		{"the first third", of(t, wire), of(t, wire[:200]), true},
		{"one word in twenty edited", of(t, wire), of(t, edited(wire, 20)), true},
		{"printed within a longer piece", of(t, wire[:300]), of(t, prose(4, 900), wire[:300]), true},
		{"another text", of(t, wire), of(t, other), false},
		{"one long quotation in both", of(t, wire), of(t, other, wire[100:160]), false},
		{"every third word edited", of(t, wire), of(t, edited(wire, 3)), false},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := sketch.Copies(test.a, test.b); got != test.want || sketch.Copies(test.b, test.a) != got {
				r, c := sketch.Resemblance(test.a, test.b)
				t.Errorf("copies: %v, want %v; resemblance %.2f, containment %.2f", got, test.want, r, c)
			}
		})
	}
}

// Looks do not make another text: case, punctuation, accents, line ends.
func TestLooksDoNotCount(t *testing.T) {
	words := prose(5, 100)
	plain := of(t, words)
	dressed, ok := sketch.Of("“" + strings.ToUpper(strings.Join(words, ",\n")) + "!”")
	if !ok || plain.String() != dressed.String() {
		t.Error("the sketches differ")
	}
}

func TestAShortTextHasNone(t *testing.T) {
	if _, ok := sketch.Of(strings.Join(prose(6, 20), " ")); ok {
		t.Error("20 words have a sketch")
	}
	if sketch.Copies(sketch.Sketch{}, sketch.Sketch{}) {
		t.Error("two texts without sketches count as copies")
	}
}

// The estimates are near the truth.
func TestEstimates(t *testing.T) {
	for _, share := range []float64{.2, .5, .8} {
		n := 2000
		common := int(share * float64(n))
		a, b := prose(11, n), slices.Concat(prose(11, common), prose(12, n-common))
		_, got := sketch.Resemblance(of(t, a), of(t, b))
		if math.Abs(got-share) > .12 {
			t.Errorf("containment of %.1f is estimated as %.2f", share, got)
		}
	}
}

// Copies are found by their keys, and others are not.
func TestKeysLeadToCopies(t *testing.T) {
	shared := func(a, b sketch.Sketch) bool {
		return slices.ContainsFunc(a.Keys(), func(k string) bool { return slices.Contains(b.Keys(), k) })
	}
	for seed := range uint64(50) {
		wire := prose(100+seed, 500)
		if !shared(of(t, wire), of(t, prose(200+seed, 50), wire[:300])) {
			t.Errorf("seed %d: a shortened copy shares no key", seed)
		}
		if shared(of(t, wire), of(t, prose(300+seed, 500))) {
			t.Errorf("seed %d: another text shares a key", seed)
		}
	}
}

func TestParse(t *testing.T) {
	s := of(t, prose(8, 400))
	back, err := sketch.Parse(s.String())
	if err != nil || back.String() != s.String() {
		t.Errorf("written and read again it differs: %v", err)
	}
	for _, bad := range []string{"", "12", "x 00000001", "1 0000000g", "2 00000002 00000001", "1 1", "1 00000001 00000002"} {
		if _, err := sketch.Parse(bad); err == nil {
			t.Errorf("%q is taken for a sketch", bad)
		}
	}
}
