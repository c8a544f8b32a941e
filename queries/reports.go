package queries

import (
	"cmp"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"demarche/internal/sketch"
	"demarche/schema"
)

// order sorts what tells each demand, and counts its reports. What is told once
// needs neither, and is not read further.
func (s *session) order(groups []*joined) error {
	var records []*record
	for _, g := range groups {
		g.articles, g.reports = 1, 1
		if len(g.told) > 1 {
			for _, t := range g.told {
				records = append(records, t.record)
			}
		}
	}
	if err := s.complete(records); err != nil {
		return err
	}
	if err := s.readArticlesOf(records); err != nil {
		return err
	}
	var several []quad.Value // articles that tell the same
	for _, g := range groups {
		if len(g.told) == 1 {
			continue
		}
		slices.SortStableFunc(g.told, func(a, b *told) int {
			x, y := s.head(a.record), s.head(b.record)
			return cmp.Or(compareDays(a.day(), b.day()), strings.Compare(b.text(schema.DayBasis), a.text(schema.DayBasis)),
				compareDays(x.published, y.published), x.at.Compare(y.at), strings.Compare(string(a.iri), string(b.iri)))
		})
		if articles := g.carriers(); len(articles) > 1 {
			several = append(several, articles...)
		}
	}
	sketches, err := s.sketches(several)
	for _, g := range groups {
		if len(g.told) > 1 {
			g.countReports(sketches)
		}
	}
	return err
}

// compareDays orders days, what is undated last.
func compareDays(a, b string) int {
	return cmp.Or(cmp.Compare(emptyLast(a), emptyLast(b)), strings.Compare(a, b))
}

func emptyLast(text string) int {
	if text == "" {
		return 1
	}
	return 0
}

// carriers returns the articles that tell a demand.
func (g *joined) carriers() []quad.Value {
	var articles []quad.Value
	for _, t := range g.told {
		if iri := quad.IRI(t.text(schema.DerivedFrom)); !slices.Contains(articles, quad.Value(iri)) {
			articles = append(articles, iri)
		}
	}
	return articles
}

// countReports numbers the independent reports of a demand: articles that are
// copies of one text are one.
func (g *joined) countReports(sketches map[quad.IRI]sketch.Sketch) {
	articles := g.carriers()
	g.articles, g.reports, g.report = len(articles), 0, map[quad.IRI]int{}
	for i, article := range articles {
		iri := article.(quad.IRI)
		for _, earlier := range articles[:i] {
			if sketch.Copies(sketches[iri], sketches[earlier.(quad.IRI)]) {
				g.report[iri] = g.report[earlier.(quad.IRI)]
				break
			}
		}
		if g.report[iri] == 0 {
			g.reports++
			g.report[iri] = g.reports
		}
	}
}

// sketches reads the sketches of articles at once, of those that have one.
func (s *session) sketches(articles []quad.Value) (map[quad.IRI]sketch.Sketch, error) {
	slices.SortFunc(articles, func(a, b quad.Value) int { return cmp.Compare(a.(quad.IRI), b.(quad.IRI)) })
	facts, err := s.graph.Facts(slices.Compact(articles), []quad.IRI{schema.Sketch})
	if err != nil {
		return nil, err
	}
	found := make(map[quad.IRI]sketch.Sketch, len(facts))
	for _, q := range facts {
		iri := q.Subject.(quad.IRI)
		if _, ok := found[iri]; ok {
			continue
		}
		if found[iri], err = sketch.Parse(schema.StringOf(q.Object)); err != nil {
			return nil, err
		}
	}
	return found, nil
}

// reportOf returns the number of the report that tells t.
func (g *joined) reportOf(t *told) int {
	if g.report == nil {
		return 1
	}
	return g.report[quad.IRI(t.text(schema.DerivedFrom))]
}

// days returns the first and last day of a demand, "" when all are undated.
func (g *joined) days() (first, last string) {
	var all group
	for _, t := range g.told {
		all.add(t.day())
	}
	return all.first, all.last
}

// firstReported returns what was published first.
func (s *session) firstReported(g *joined) *told {
	return slices.MinFunc(g.told, func(a, b *told) int {
		x, y := s.head(a.record), s.head(b.record)
		return cmp.Or(compareDays(x.published, y.published), x.at.Compare(y.at))
	})
}
