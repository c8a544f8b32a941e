package queries

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
)

// group is one group of records that share the values grouped by.
type group struct {
	cells       row
	count       int
	first, last string
}

// add counts a record of the day, "" for undated.
func (g *group) add(day string) {
	g.count++
	if day == "" {
		return
	}
	if g.first == "" || day < g.first {
		g.first = day
	}
	g.last = max(g.last, day)
}

// groups answers a select with groups: the largest first, then by what they
// are called. Every record that matches is read.
func (s *session) groups(ctx context.Context, q *Query, args arguments, emit func(row)) (next string, err error) {
	w, err := s.plan(q.Select, args)
	if err != nil {
		return "", err
	}
	minimum, _, err := s.value(q.Select.Minimum, Int, args)
	if err != nil {
		return "", fmt.Errorf("select: minimum: %w", err)
	}
	known := fields()
	found := map[string]*group{}
	err = w.run(ctx, func(r *record) (bool, error) {
		for _, cells := range combinations(s, r, q.Select.Group, known) {
			key := groupKey(q.Select.Group, cells)
			if found[key] == nil {
				found[key] = &group{cells: cells}
			}
			found[key].add(r.day())
		}
		return true, nil
	})
	if err != nil {
		return "", err
	}
	var keys []string
	for key, g := range found {
		if g.count >= minimum.number {
			keys = append(keys, key)
		}
	}
	slices.SortFunc(keys, func(a, b string) int {
		return cmp.Or(cmp.Compare(found[b].count, found[a].count), strings.Compare(a, b))
	})
	return s.cut(len(keys), func(i int) {
		g := found[keys[i]]
		g.cells["count"], g.cells["first"], g.cells["last"] = g.count, orNil(g.first), orNil(g.last)
		emit(g.cells)
	})
}

// combinations returns the groups that a record belongs to: one for each
// combination of its actors, where a field holds several.
func combinations(s *session, r *record, names []string, known map[string]field) []row {
	all := []row{{}}
	for _, name := range names {
		values := []Value{known[name].read(s, r)}
		if refs, ok := values[0].([]Ref); ok {
			values = nil
			for _, ref := range refs {
				values = append(values, ref)
			}
		}
		var longer []row
		for _, cells := range all {
			for _, value := range values {
				next := row{name: value}
				for k, v := range cells {
					next[k] = v
				}
				longer = append(longer, next)
			}
		}
		all = longer
	}
	return all
}

// groupKey writes the values that make a group as one sortable text.
func groupKey(names []string, cells row) string {
	var key strings.Builder
	for _, name := range names {
		fmt.Fprintf(&key, "%v\x00", cells[name])
	}
	return key.String()
}
