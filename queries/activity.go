package queries

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"demarche/schema"
)

// end is where an actor stands in a record: the field that the index knows, and
// the predicate.
type end struct {
	field     string
	predicate quad.IRI
}

// ends says, by kind and side, whose records are counted. Events and positions
// have one side only.
var ends = map[string]map[string]end{
	"demand":    {"by": {"by", schema.By}, "of": {"of", schema.Of}},
	"statement": {"by": {"speaker", schema.Speaker}, "of": {"addressee", schema.Addressee}},
	"event":     {"by": {"participant", schema.Participant}, "of": {"participant", schema.Participant}},
	"position":  {"by": {"holder", schema.Holder}, "of": {"holder", schema.Holder}},
}

// active is an actor in a period; the period is empty for undated records, the
// actor for records that name none.
type active struct{ period, actor string }

// runActivity counts the records of a kind by period and actor. A record with
// several actors counts for each.
func runActivity(ctx context.Context, s *session, args arguments) ([]row, error) {
	kind, unit, only := args["kind"].text, args["unit"].text, args["actor"].actors
	side := ends[kind][args["side"].text]
	w, err := s.tally(kind, args, side.predicate)
	if err != nil {
		return nil, err
	}
	if len(only) > 0 {
		w.require(side.field, args["actor"])
	}
	if unit == "day" {
		w.read = append(w.read, schema.Day)
	}
	found := map[active]int{}
	err = w.byMonth(ctx, func(month string, r *record) {
		period := periodOf(month, unit, r)
		ids := r.actors(side.predicate)
		if len(ids) == 0 {
			found[active{period, ""}]++
		}
		for _, id := range ids {
			if len(only) == 0 || slices.Contains(only, id) {
				found[active{period, id}]++
			}
		}
	})
	if err != nil {
		return nil, err
	}
	return s.activityRows(found)
}

// periodOf returns the day, month or year of a record that stands in a month,
// "" when it is undated.
func periodOf(month, unit string, r *record) string {
	switch {
	case month == undated:
		return ""
	case unit == "day":
		return r.day()
	case unit == "year":
		return month[:len("2006")]
	}
	return month
}

// activityRows orders the counts by period, the undated last, then by size and name.
func (s *session) activityRows(found map[active]int) ([]row, error) {
	var ids []string
	for at := range found {
		if at.actor != "" {
			ids = append(ids, at.actor)
		}
	}
	if err := s.readNames(ids); err != nil {
		return nil, err
	}
	nameOf := func(id string) string {
		if id == "" {
			return ""
		}
		return s.name(id)
	}
	order := slices.SortedFunc(maps.Keys(found), func(a, b active) int {
		if (a.period == "") != (b.period == "") {
			return strings.Compare(b.period, a.period)
		}
		return cmp.Or(strings.Compare(a.period, b.period), cmp.Compare(found[b], found[a]),
			strings.Compare(nameOf(a.actor), nameOf(b.actor)), strings.Compare(a.actor, b.actor))
	})
	rows := make([]row, len(order))
	for i, at := range order {
		rows[i] = row{"period": orNil(at.period), "count": found[at]}
		if at.actor != "" {
			rows[i]["actor"] = s.ref(at.actor)
		}
	}
	return rows, nil
}
