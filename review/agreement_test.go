package review_test

import (
	"math"
	"strings"
	"testing"

	"demarche/review"
)

// unitsOf turns one line of values an observer, "." for none, into units.
func unitsOf(observers ...string) [][]string {
	var units [][]string
	for _, line := range observers {
		for i, value := range strings.Fields(line) {
			if len(units) == i {
				units = append(units, nil)
			}
			if value != "." {
				units[i] = append(units[i], value)
			}
		}
	}
	return units
}

// The worked examples are those of K. Krippendorff, "Computing Krippendorff's
// Alpha-Reliability" (2011), sections A, B and C.
func TestAlpha(t *testing.T) {
	tests := []struct {
		name          string
		units         [][]string
		want          float64 // NaN for none
		count, values int
	}{
		{"A: binary, two observers", unitsOf("0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0"), 0.095, 10, 20},
		{"B: nominal, two observers", unitsOf("a a b b d c c c e d d a", "b a b b b c c c e d d d"), 0.692, 12, 24},
		{"C: nominal, four observers, missing values", unitsOf(
			"1 2 3 3 2 1 4 1 2 . . .",
			"1 2 3 3 2 2 4 1 2 5 . 3",
			". 3 3 3 2 3 4 2 2 5 1 .",
			"1 2 3 3 2 4 4 1 2 5 1 ."), 0.743, 11, 40},
		{"all agree", unitsOf("a b", "a b"), 1, 2, 4},
		{"nothing", nil, math.NaN(), 0, 0},
		{"one observer", unitsOf("a b a"), math.NaN(), 0, 0},
		{"one value", unitsOf("a a a", "a a a"), math.NaN(), 3, 6},
	}
	for _, test := range tests {
		got, count, values := review.Alpha(test.units)
		if count != test.count || values != test.values {
			t.Errorf("%s: %d units and %d values, want %d and %d", test.name, count, values, test.count, test.values)
		}
		switch {
		case math.IsNaN(test.want) != (got == nil):
			t.Errorf("%s: alpha %v, want %v", test.name, got, test.want)
		case got != nil && math.Abs(*got-test.want) > 0.0005:
			t.Errorf("%s: alpha %.4f, want %.3f", test.name, *got, test.want)
		}
	}
}
