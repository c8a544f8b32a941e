package queries

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"demarche/schema"
	"demarche/schema/frames"
)

// harder compares strengths; one that is not known is weaker than all.
func harder(a, b string) int {
	all := frames.Strengths()
	return cmp.Compare(slices.Index(all, a), slices.Index(all, b))
}

// runHardening follows the wording of each demand through time. Copies of one
// text are shown once. A report is compared with the strongest of the last
// earlier day: what differs within a day is the reporters' choice of words.
func runHardening(ctx context.Context, s *session, args arguments) ([]row, error) {
	groups, base, err := s.join(ctx, wanted{args: args})
	if err != nil {
		return nil, err
	}
	var courses []course
	for _, g := range groups {
		distinct := g.distinct()
		if len(distinct) < 2 && base == nil {
			continue
		}
		c := course{joined: g, steps: make([]step, len(distinct))}
		for i, t := range distinct {
			c.steps[i] = step{t, "first"}
			if before := strongestBefore(distinct[:i], t.day()); before != nil {
				changes := s.changed(before, t)
				c.changes += len(changes)
				c.steps[i].change = cmp.Or(strings.Join(changes, "; "), "same")
			}
		}
		courses = append(courses, c)
	}
	slices.SortStableFunc(courses, func(a, b course) int { return cmp.Compare(b.changes, a.changes) })
	var lines []line
	for number, c := range courses {
		for _, step := range c.steps {
			lines = append(lines, line{[]*record{step.record}, func() row {
				cells := s.cells(step.record, "day", "by", "voiced_by", "of", "what", "strength", "cue", "or_else", "article", "publisher", "article_iri", "record")
				cells["deadline"], cells["reports"], cells["articles"] = orNil(step.demand.Deadline()), c.reports, c.articles
				cells["change"], cells["group"] = step.change, number+1
				return cells
			}})
		}
	}
	return s.rows(lines)
}

// course is how the wording of a demand changed.
type course struct {
	*joined
	steps   []step
	changes int
}

// step is a telling of a demand, and what it changed.
type step struct {
	*told
	change string
}

// distinct returns the tellings of a demand without those that only repeat a
// report of before in the same words.
func (g *joined) distinct() []*told {
	var kept []*told
	for _, t := range g.told {
		repeats := func(o *told) bool {
			return g.reportOf(o) == g.reportOf(t) && o.day() == t.day() && flat(o.text(schema.Quote)) == flat(t.text(schema.Quote)) &&
				o.text(schema.Strength) == t.text(schema.Strength)
		}
		if !slices.ContainsFunc(kept, repeats) {
			kept = append(kept, t)
		}
	}
	return kept
}

// strongestBefore returns the strongest telling of the last day before a day.
func strongestBefore(before []*told, day string) *told {
	var found *told
	for _, t := range slices.Backward(before) {
		switch {
		case t.day() == day:
		case found == nil:
			found = t
		case t.day() != found.day():
			return found
		case harder(t.text(schema.Strength), found.text(schema.Strength)) >= 0:
			found = t
		}
	}
	return found
}

// changed says in words how a later telling differs from an earlier one.
func (s *session) changed(a, b *told) []string {
	var changes []string
	if x, y := a.text(schema.Strength), b.text(schema.Strength); x != "" && y != "" {
		switch harder(y, x) {
		case 1:
			changes = append(changes, "stronger: "+x+" to "+y)
		case -1:
			changes = append(changes, "weaker: "+x+" to "+y)
		}
	}
	before, after := a.actors(schema.Of), b.actors(schema.Of)
	if added := s.outside(after, before, a.of); added != "" {
		changes = append(changes, "addressee added: "+added)
	}
	if dropped := s.outside(before, after, b.of); dropped != "" {
		changes = append(changes, "addressee dropped: "+dropped)
	}
	changes = append(changes, appeared("deadline", a.demand.Deadline(), b.demand.Deadline())...)
	return append(changes, appeared("consequence", flat(a.text(schema.OrElse)), flat(b.text(schema.OrElse)))...)
}

// outside names the actors that are neither among others nor on their sides.
func (s *session) outside(ids, others, sides []string) string {
	var names []string
	for _, id := range ids {
		if !slices.Contains(others, id) && !slices.Contains(sides, id) && !overlap(s.side(id, ""), sides) {
			names = append(names, s.name(id))
		}
	}
	return strings.Join(names, ", ")
}

// appeared says whether a part of a demand came, went or changed.
func appeared(part, before, after string) []string {
	switch {
	case before == after:
		return nil
	case before == "":
		return []string{part + " added: " + after}
	case after == "":
		return []string{part + " dropped: " + before}
	}
	return []string{part + " changed: " + before + " to " + after}
}
