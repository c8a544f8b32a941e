package queries

import (
	"context"
	"slices"
	"time"

	"github.com/cayleygraph/quad"

	"demarche/schema"
)

// occasion is one time that a side makes a demand: what is told of it under
// the same or neighbouring days, for publishers date by saying or by printing.
type occasion struct {
	told     []*told
	side     int // number of the side
	articles map[quad.IRI]bool
	reports  map[int]bool
	last     string // day
}

// occasions are those of one demand, first said first.
type occasions struct {
	all   []*occasion
	sides [][]string // who makes it
}

// occasions tells apart when and by whom a demand is made.
func (g *joined) occasions() occasions {
	var o occasions
	for _, t := range g.told {
		side := slices.IndexFunc(o.sides, func(ids []string) bool { return overlap(ids, t.by) })
		if side < 0 {
			side = len(o.sides)
			o.sides = append(o.sides, t.by)
		}
		at := slices.IndexFunc(o.all, func(x *occasion) bool { return x.side == side && neighbours(x.last, t.day()) })
		if at < 0 {
			at = len(o.all)
			o.all = append(o.all, &occasion{side: side, articles: map[quad.IRI]bool{}, reports: map[int]bool{}})
		}
		x := o.all[at]
		x.told = append(x.told, t)
		x.articles[quad.IRI(t.text(schema.DerivedFrom))], x.reports[g.reportOf(t)] = true, true
		x.last = t.day()
	}
	return o
}

// neighbours reports whether two days are the same or follow each other.
func neighbours(a, b string) bool {
	days, ok := daysFrom(a, b)
	return a == b || ok && days >= -1 && days <= 1
}

// daysFrom returns how many days the second is after the first.
func daysFrom(a, b string) (int, bool) {
	x, err1 := time.Parse(time.DateOnly, a)
	y, err2 := time.Parse(time.DateOnly, b)
	if err1 != nil || err2 != nil {
		return 0, false
	}
	return int(y.Sub(x).Hours() / 24), true
}

// runRepeatedBy says who makes a demand after it was first made: others, and
// the same actor again.
func runRepeatedBy(ctx context.Context, s *session, args arguments) ([]row, error) {
	groups, base, err := s.joinAnyone(ctx, args)
	if err != nil {
		return nil, err
	}
	var lines []line
	number := 0
	for _, g := range groups {
		o := g.occasions()
		if len(o.all) < 2 && base == nil {
			continue
		}
		number++
		for i, x := range o.all {
			t, number := x.told[0], number
			lines = append(lines, line{[]*record{t.record}, func() row {
				cells := s.cells(t.record, "day", "by", "voiced_by", "of", "what", "strength", "cue", "article", "publisher", "article_iri", "record")
				cells["group"], cells["reports"], cells["articles"], cells["repeats"] = number, len(x.reports), len(x.articles), o.repeats(i)
				if days, ok := daysFrom(o.all[0].told[0].day(), t.day()); ok {
					cells["after"] = days
				}
				return cells
			}})
		}
	}
	return s.rows(lines)
}

// repeats says what an occasion is to the first.
func (o occasions) repeats(i int) string {
	switch {
	case i == 0:
		return "first"
	case o.all[i].side == o.all[0].side:
		return "again"
	}
	return "other"
}
