package schema

import (
	"cmp"
	"slices"
	"strings"
)

// Suggest returns the n actors whose names are nearest to a text, the nearest
// first: for messages about unknown actors and for completion. A name that
// begins with the text is nearer than one that only resembles it; what hardly
// resembles it is left out.
func (c *Catalogue) Suggest(text string, n int) []*Actor {
	wanted := NameKey(text)
	if wanted == "" || n <= 0 {
		return nil
	}
	type candidate struct {
		actor    *Actor
		distance int
	}
	var candidates []candidate
	limit := max(2, len(wanted)/3)
	for _, actor := range c.actors {
		best := limit + 1
		for i := -1; i < len(actor.Aliases); i++ {
			name := actor.Name
			if i >= 0 {
				name = actor.Aliases[i]
			}
			best = min(best, distance(wanted, NameKey(name), best))
		}
		if words := strings.Fields(actor.Name); actor.Kind == Person && len(words) > 1 {
			best = min(best, 1+distance(wanted, NameKey(words[len(words)-1]), best)) // by surname, just behind full names
		}
		if best <= limit {
			candidates = append(candidates, candidate{actor, best})
		}
	}
	slices.SortStableFunc(candidates, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(a.distance, b.distance), cmp.Compare(len(a.actor.Name), len(b.actor.Name)))
	})
	var nearest []*Actor
	for _, found := range candidates[:min(n, len(candidates))] {
		nearest = append(nearest, found.actor)
	}
	return nearest
}

// nearID returns " (did you mean ...?)" for an id that does not exist, or nothing.
func (c *Catalogue) nearID(id string) string {
	best, nearest := max(2, len(id)/3)+1, ""
	for _, actor := range c.actors {
		if d := distance(id, actor.ID, best); d < best {
			best, nearest = d, actor.ID
		}
	}
	if nearest == "" {
		return "; add the actor first"
	}
	return " (did you mean " + nearest + "?)"
}

// distance counts the edits from a to b, or returns at least limit when they
// are that many. A b that begins with a, at a word's end or not, is one edit away.
func distance(a, b string, limit int) int {
	if a == b {
		return 0
	}
	if strings.HasPrefix(b, a) {
		return 1
	}
	if abs(len(a)-len(b)) >= limit {
		return limit
	}
	previous, current := make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range previous {
		previous[j] = j
	}
	for i := range len(a) {
		current[0] = i + 1
		least := current[0]
		for j := range len(b) {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			current[j+1] = min(previous[j]+cost, previous[j+1]+1, current[j]+1)
			least = min(least, current[j+1])
		}
		if least >= limit {
			return limit
		}
		previous, current = current, previous
	}
	return previous[len(b)]
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

// Unknown returns the actors that the catalogue does not have: neither their
// id nor their name means one of its actors of the same kind. It is for
// imports, which usually repeat much of what is known.
func (c *Catalogue) Unknown(actors []Actor) []Actor {
	var unknown []Actor
	for _, actor := range actors {
		known := c.byID[actor.ID] != nil || slices.ContainsFunc(c.Find(actor.Name), func(m Match) bool {
			return m.Actor.Kind == actor.Kind && (m.Via == ViaName || m.Via == ViaAlias)
		})
		if !known {
			unknown = append(unknown, actor)
		}
	}
	return unknown
}
