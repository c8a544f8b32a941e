package score

import (
	"math"
	"strings"
	"testing"
)

// read makes clusters of letters: "abc defg" is {a,b,c} and {d,e,f,g}.
func read(text string) Clusters[rune] {
	var all Clusters[rune]
	for word := range strings.FieldsSeq(text) {
		all = append(all, []rune(word))
	}
	return all
}

// TestMetrics has examples that can be worked out by hand. The first is the one of
// Pradhan et al. (2014), where system mentions h and i are in no key entity and key mentions
// c and d stand together wrongly.
func TestMetrics(t *testing.T) {
	for _, c := range []struct {
		name, key, response string
		muc, cubed, ceaf    [2]float64 // recall, precision
	}{
		{"paper", "abc defg", "ab cd fghi",
			[2]float64{2. / 5, 2. / 5}, // links a-b and f-g of 2+3 and of 1+1+3
			[2]float64{(4./3 + 1./3 + 1./4 + 4./4) / 7, (4./2 + 1./2 + 1./2 + 4./4) / 8},
			[2]float64{(4./5 + 4./8) / 2, (4./5 + 4./8) / 3}},
		{"same", "abc de", "ed cba", [2]float64{1, 1}, [2]float64{1, 1}, [2]float64{1, 1}},
		{"nothing in common", "ab", "cd", [2]float64{0, 0}, [2]float64{0, 0}, [2]float64{0, 0}},
		{"nothing found", "ab", "", [2]float64{0, 0}, [2]float64{0, 0}, [2]float64{0, 0}},
		// Vilain et al. (1995): the key is one chain of four, the response has two halves.
		{"halves", "abcd", "ab cd", [2]float64{2. / 3, 1}, [2]float64{1. / 2, 1}, [2]float64{4. / 6, 2. / 6}},
		// Bagga and Baldwin (1998): joining the two large entities hurts more than joining a small and a large one.
		{"joined large", "abcde fg hijkl", "abcde fghijkl", [2]float64{1, 9. / 10}, [2]float64{1, (5 + 4./7 + 25./7) / 12},
			[2]float64{(1 + 10./12) / 3, (1 + 10./12) / 2}},
		{"joined larger", "abcde fg hijkl", "fg abcdehijkl", [2]float64{1, 9. / 10}, [2]float64{1, (2 + 25./10 + 25./10) / 12},
			[2]float64{(1 + 10./15) / 3, (1 + 10./15) / 2}},
	} {
		key, response := read(c.key), read(c.response)
		check := func(metric string, got Share, want [2]float64) {
			if math.Abs(got.Recall()-want[0]) > 1e-9 || math.Abs(got.Precision()-want[1]) > 1e-9 {
				t.Errorf("%s, %s: recall %.4f, precision %.4f, want %.4f", c.name, metric, got.Recall(), got.Precision(), want)
			}
		}
		check("MUC", MUC(key, response), c.muc)
		check("B-cubed", BCubed(key, response), c.cubed)
		check("CEAF-e", CEAFe(key, response), c.ceaf)
	}
}

// TestCoNLL is the mean of the three for the same example.
func TestCoNLL(t *testing.T) {
	key, response := read("abc defg"), read("ab cd fghi")
	m := Metrics{MUC: MUC(key, response), BCubed: BCubed(key, response), CEAFe: CEAFe(key, response)}
	harmonic := func(a, b float64) float64 { return 2 * a * b / (a + b) }
	want := (2./5 + harmonic(5./12, 1./2) + harmonic(13./20, 13./30)) / 3
	if math.Abs(m.CoNLL()-want) > 1e-9 {
		t.Errorf("%.4f, want %.4f", m.CoNLL(), want)
	}
}

func TestAssignFindsTheBestPairs(t *testing.T) {
	for _, c := range []struct {
		gain [][]float64
		want float64
	}{
		{nil, 0},
		{[][]float64{{3}}, 3},
		{[][]float64{{5, 4}, {4, 1}}, 8},                    // the greatest cell is not taken
		{[][]float64{{1, 2, 3}}, 3},                         // more columns than rows
		{[][]float64{{1}, {7}, {3}}, 7},                     // more rows than columns
		{[][]float64{{7, 5, 11}, {5, 4, 1}, {9, 3, 2}}, 24}, // 11 + 4 + 9
	} {
		if got := assign(c.gain); math.Abs(got-c.want) > 1e-9 {
			t.Errorf("%v: %v, want %v", c.gain, got, c.want)
		}
	}
}

// TestAssignAgreesWithTrial compares with all permutations.
func TestAssignAgreesWithTrial(t *testing.T) {
	next := uint32(1)
	for range 200 {
		gain := make([][]float64, 4)
		for i := range gain {
			gain[i] = make([]float64, 5)
			for j := range gain[i] {
				next = next*1664525 + 1013904223
				gain[i][j] = float64(next >> 28)
			}
		}
		if got, want := assign(gain), trial(gain, 0); got != want {
			t.Fatalf("%v: %v, want %v", gain, got, want)
		}
	}
}

func trial(gain [][]float64, used int) float64 {
	if len(gain) == 0 {
		return 0
	}
	best := 0.0
	for j, g := range gain[0] {
		if used>>j&1 == 0 {
			best = max(best, g+trial(gain[1:], used|1<<j))
		}
	}
	return best
}
