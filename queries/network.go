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

// edge is a line of the drawing: from an actor to another, or to a known issue.
// The month is empty for undated records.
type edge struct{ kind, source, target, issue, month string }

// stances are what an edge to an issue is called, by predicate.
var stances = []struct {
	kind      string
	predicate quad.IRI
}{{"support", schema.Supports}, {"oppose", schema.Opposes}}

// runNetwork counts, by month, demands from actor to actor and positions from
// actor to known issue.
func runNetwork(ctx context.Context, s *session, args arguments) ([]row, error) {
	found := map[edge]int{}
	kind, one := args["kind"]
	if !one || kind.text == "demand" {
		if err := s.drawDemands(ctx, found, args); err != nil {
			return nil, err
		}
	}
	if !one || kind.text != "demand" {
		if err := s.drawPositions(ctx, found, args); err != nil {
			return nil, err
		}
	}
	order := slices.SortedFunc(maps.Keys(found), func(a, b edge) int {
		return cmp.Or(strings.Compare(b.month, a.month), cmp.Compare(found[b], found[a]), strings.Compare(a.kind, b.kind),
			strings.Compare(a.source, b.source), strings.Compare(a.target, b.target), strings.Compare(a.issue, b.issue))
	})
	return s.networkRows(order, found)
}

// drawDemands adds the edges of demands, from whose they are to each who should
// comply.
func (s *session) drawDemands(ctx context.Context, found map[edge]int, args arguments) error {
	w, err := s.tally("demand", args, schema.By, schema.Of)
	if err != nil {
		return err
	}
	only := args["actor"].actors
	if len(only) > 0 {
		w.require("involves", args["actor"])
	}
	return w.byMonth(ctx, func(month string, r *record) {
		targets := r.actors(schema.Of)
		for _, source := range r.actors(schema.By) {
			for _, target := range targets {
				if len(only) == 0 || slices.Contains(only, source) || slices.Contains(only, target) {
					found[edge{kind: "demand", source: source, target: target, month: dated(month)}]++
				}
			}
		}
	})
}

// drawPositions adds the edges of positions, from whose they are to each known
// issue. Strength is of demands and leaves positions alone.
func (s *session) drawPositions(ctx context.Context, found map[edge]int, args arguments) error {
	args = maps.Clone(args)
	delete(args, "weakest")
	w, err := s.tally("position", args, schema.Holder, schema.Supports, schema.Opposes)
	if err != nil {
		return err
	}
	if a, ok := args["actor"]; ok {
		w.require("holder", a)
	}
	kind, one := args["kind"]
	return w.byMonth(ctx, func(month string, r *record) {
		for _, stance := range stances {
			if one && kind.text != stance.kind {
				continue
			}
			for _, issue := range r.issues(stance.predicate) {
				if len(w.issues) > 0 && !slices.Contains(w.issues, issue) {
					continue // also about others
				}
				for _, source := range r.actors(schema.Holder) {
					found[edge{kind: stance.kind, source: source, issue: issue, month: dated(month)}]++
				}
			}
		}
	})
}

// dated returns the month, "" for that of undated records.
func dated(month string) string {
	if month == undated {
		return ""
	}
	return month
}

// networkRows makes rows; names are read for those of the wanted page only.
func (s *session) networkRows(order []edge, found map[edge]int) ([]row, error) {
	begin, err := s.offset()
	if err != nil {
		return nil, err
	}
	rows := make([]row, len(order))
	end := min(len(order), begin+s.limit)
	var ids []string
	for i := begin; i < end; i++ {
		ids = append(ids, order[i].source)
		if order[i].target != "" {
			ids = append(ids, order[i].target)
		}
	}
	if err := s.readNames(ids); err != nil {
		return nil, err
	}
	for i := begin; i < end; i++ {
		e := order[i]
		rows[i] = row{"source": s.ref(e.source), "kind": e.kind, "month": orNil(e.month), "count": found[e]}
		if e.target != "" {
			rows[i]["target"] = s.ref(e.target)
		}
		if e.issue != "" {
			rows[i]["issue"], rows[i]["issue_id"] = s.issueName(e.issue), e.issue
		}
	}
	return rows, nil
}
