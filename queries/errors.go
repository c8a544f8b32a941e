package queries

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"demarche/internal/topic"
)

// The errors of asking. The text of an error that wraps one names the nearest
// thing that exists.
var (
	ErrUnknownQuery     = errors.New("unknown query")
	ErrUnknownParameter = errors.New("unknown parameter")
	ErrBadValue         = errors.New("bad value")
	ErrUnknownActor     = errors.New("unknown actor")
	ErrUnknownIssue     = errors.New("unknown issue")
	ErrUnknownRecord    = errors.New("unknown record")
	ErrFormat           = errors.New("no such form of this answer")
)

// suggestions is how many near names an error gives.
const suggestions = 3

// unknown makes the error for a name that is not among the known ones.
func unknown(sentinel error, name string, known []string) error {
	near := nearest(name, known)
	if len(near) == 0 {
		return fmt.Errorf("%w %q; there are: %s", sentinel, name, strings.Join(known, ", "))
	}
	return fmt.Errorf("%w %q; did you mean %s?", sentinel, name, strings.Join(near, ", "))
}

// nearest returns the known names that somebody who typed name may have meant.
func nearest(name string, known []string) []string {
	type candidate struct {
		name     string
		distance int
	}
	var near []candidate
	typed := topic.Fold(name)
	for _, k := range known {
		d := distance(typed, topic.Fold(k))
		if d <= 1+len(typed)/3 || typed != "" && strings.Contains(topic.Fold(k), typed) {
			near = append(near, candidate{k, d})
		}
	}
	slices.SortStableFunc(near, func(a, b candidate) int { return a.distance - b.distance })
	var names []string
	for _, c := range near[:min(len(near), suggestions)] {
		names = append(names, c.name)
	}
	return names
}

// distance is the number of letters to insert, delete or replace.
func distance(a, b string) int {
	x, y := []rune(a), []rune(b)
	row := make([]int, len(y)+1)
	for j := range row {
		row[j] = j
	}
	for i := range x {
		diagonal := row[0]
		row[0] = i + 1
		for j := range y {
			cost := diagonal
			if x[i] != y[j] {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(y)]
}
