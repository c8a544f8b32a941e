package schema

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"
)

// Problem is something in the catalogue that can be loaded but is probably
// a mistake.
type Problem struct {
	Line string // "file:line" of the entry
	Text string // what is wrong, and what to do
}

// String returns "file:line: what is wrong".
func (p Problem) String() string { return p.Line + ": " + p.Text }

// Check reports one-holder offices that two persons hold at once (unless one
// of them is acting), names that two actors share although ambiguous.yaml does
// not say so, and entries of that file that are not or no longer ambiguous.
// Unknown ids, dates and references never get as far: Load rejects them.
func Check(c *Catalogue) []Problem {
	problems := slices.Concat(c.overlaps(), c.collisions(), c.needlessAmbiguities())
	slices.SortStableFunc(problems, func(a, b Problem) int { return cmp.Compare(a.Line, b.Line) })
	return problems
}

// overlaps compares the holders of each office in the order of their first days.
func (c *Catalogue) overlaps() []Problem {
	type seat struct {
		of    string
		group *TitleGroup
	}
	held := map[seat][]tenure{}
	for of, tenures := range c.offices {
		for _, t := range tenures {
			if t.known && t.title.Single() && !t.role.Acting {
				at := seat{of, c.titles.office(t.title.Group, of)}
				held[at] = append(held[at], t)
			}
		}
	}
	var problems []Problem
	for at, tenures := range held {
		slices.SortStableFunc(tenures, func(a, b tenure) int { return a.role.From.Compare(b.role.From) })
		for i, later := range tenures {
			for _, earlier := range tenures[:i] {
				if earlier.holder != later.holder && overlap(*earlier.role, *later.role) {
					problems = append(problems, Problem{later.holder.Line, fmt.Sprintf(
						"%s and %s (%s) are both %s of %s on %s; correct the dates, or mark one as acting", later.holder.Name,
						earlier.holder.Name, earlier.holder.Line, at.group.Title, at.of, later.role.From.Format(time.DateOnly))})
				}
			}
		}
	}
	return problems
}

// overlap reports whether two roles, the earlier first, have more than the day
// of the handover in common.
func overlap(earlier, later Role) bool {
	return earlier.To.IsZero() || earlier.To.After(later.From)
}

// collisions compares all names of all actors, seats and adjectives included.
func (c *Catalogue) collisions() []Problem {
	deliberate := map[string]bool{}
	for _, ambiguous := range c.shared {
		deliberate[plainKey(ambiguous.Text)] = true
	}
	owners := map[string]*Actor{}
	var problems []Problem
	for _, actor := range c.actors {
		for _, name := range slices.Concat([]string{actor.Name}, actor.Aliases, actor.Seats, actor.Adjectives) {
			key := plainKey(name)
			if actor.Kind == Person {
				key = NameKey(name)
			}
			owner, taken := owners[key]
			if !taken {
				owners[key] = actor
			}
			if taken && owner != actor && !deliberate[key] {
				problems = append(problems, Problem{actor.Line, fmt.Sprintf(
					"%s: the name %q also means %s (%s); take it from one of them, or list it in ambiguous.yaml",
					actor.Name, name, owner.Name, owner.Line)})
			}
		}
	}
	return problems
}

// needlessAmbiguities finds entries of ambiguous.yaml that the actors do not bear out.
func (c *Catalogue) needlessAmbiguities() []Problem {
	var problems []Problem
	for _, ambiguous := range c.shared {
		var found []string
		for _, match := range c.Find(ambiguous.Text) {
			found = append(found, match.Actor.ID)
		}
		slices.Sort(found)
		if listed := slices.Sorted(slices.Values(ambiguous.Actors)); !slices.Equal(found, listed) {
			problems = append(problems, Problem{"ambiguous.yaml", fmt.Sprintf("%q means %s here, but the file lists %s",
				ambiguous.Text, strings.Join(found, ", "), strings.Join(listed, ", "))})
		}
	}
	return problems
}
