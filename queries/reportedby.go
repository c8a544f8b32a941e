package queries

import "context"

// runReportedBy says which articles carry the same demand: the reports of each
// demand, first said first, copies of one text under one number.
func runReportedBy(ctx context.Context, s *session, args arguments) ([]row, error) {
	groups, _, err := s.join(ctx, wanted{args: args})
	if err != nil {
		return nil, err
	}
	var lines []line
	for number, g := range groups {
		first, last := g.days()
		for _, t := range g.told {
			lines = append(lines, line{[]*record{t.record}, func() row {
				cells := s.cells(t.record, "day", "by", "of", "addressed", "what", "polarity", "strength", "cue", "confidence", "voiced_by", "or_else", "article", "publisher", "published", "article_iri", "record")
				cells["group"], cells["reports"], cells["articles"], cells["report"] = number+1, g.reports, g.articles, g.reportOf(t)
				cells["first"], cells["last"] = orNil(first), orNil(last)
				return cells
			}})
		}
	}
	return s.rows(lines)
}

// runFirstMade says who made each demand first, and who reported it first.
func runFirstMade(ctx context.Context, s *session, args arguments) ([]row, error) {
	groups, _, err := s.joinAnyone(ctx, args)
	if err != nil {
		return nil, err
	}
	var lines []line
	for number, g := range groups {
		first, reported := g.told[0], s.firstReported(g)
		lines = append(lines, line{[]*record{first.record, reported.record}, func() row {
			cells := s.cells(first.record, "day", "by", "voiced_by", "of", "what", "strength", "cue", "article", "publisher", "published", "article_iri", "record")
			_, last := g.days()
			cells["group"], cells["last"], cells["reports"], cells["articles"] = number+1, orNil(last), g.reports, g.articles
			cells["actors"] = len(g.occasions().sides)
			head := s.head(reported.record)
			cells["reported"], cells["reported_by"] = orNil(head.published), orNil(publisher(s, head))
			cells["reported_in"], cells["reported_record"] = orNil(head.title), string(reported.iri)
			return cells
		}})
	}
	return s.rows(lines)
}

// joinAnyone joins demands whoever makes them; where a demander is asked for,
// only those that he makes, too.
func (s *session) joinAnyone(ctx context.Context, args arguments) ([]*joined, *told, error) {
	groups, base, err := s.join(ctx, wanted{args: args, anyone: true})
	if by := args["by"].actors; err == nil && len(by) > 0 {
		kept := groups[:0]
		for _, g := range groups {
			if g.madeBy(by) {
				kept = append(kept, g)
			}
		}
		groups = kept
	}
	return groups, base, err
}

func (g *joined) madeBy(ids []string) bool {
	for _, t := range g.told {
		if overlap(t.by, ids) {
			return true
		}
	}
	return false
}
