package issues

import (
	"fmt"
	"slices"
)

// Problem is something in the taxonomy that can be loaded but is probably a
// mistake.
type Problem struct {
	Line string // "file:line" of the entry
	Text string // what is wrong, and what to do
}

// String returns "file:line: what is wrong".
func (p Problem) String() string { return p.Line + ": " + p.Text }

// Check reports phrases that two issues share, issues without words that have
// no narrower ones either, and phrases that name an actor who is not known.
func Check(t *Taxonomy, known func(actor string) bool) []Problem {
	var problems []Problem
	owners := map[string]*Issue{}
	for _, issue := range t.issues {
		for _, text := range slices.Concat(issue.Words, issue.Opposite) {
			if owner := owners[text]; owner != nil {
				problems = append(problems, Problem{issue.Line, fmt.Sprintf("%s: the phrase %q also means %s (%s); take it from one of them",
					issue.Name, text, owner.Name, owner.Line)})
				continue
			}
			owners[text] = issue
		}
		if len(issue.Words)+len(issue.Opposite)+len(t.narrower[issue.ID]) == 0 {
			problems = append(problems, Problem{issue.Line, issue.Name + ": nothing can be found to be about it; give it \"words:\""})
		}
	}
	for _, r := range t.actors {
		if !known(r.id) {
			problems = append(problems, Problem{r.line, fmt.Sprintf("%q is no actor's id; correct it, or add the actor", r.id)})
		}
	}
	return problems
}
