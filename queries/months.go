package queries

import (
	"slices"
	"strings"
	"time"

	"github.com/cayleygraph/quad"

	"demarche/schema"
)

// months returns the months to visit, in the walk's order: those within since
// and until for which the graph has records.
func (w *walk) months() ([]string, error) {
	first := later(w.since, date(schema.FirstYear, 1, 1))
	last := date(schema.LastYear, 12, 31)
	if !w.until.IsZero() && w.until.Before(last) {
		last = w.until
	}
	var decades []string
	for year := first.Year() - first.Year()%10; year <= last.Year(); year += 10 {
		decades = append(decades, schema.Decade(year))
	}
	years, err := w.under(decades, first.Format("2006"), last.Format("2006"))
	if err != nil {
		return nil, err
	}
	months, err := w.under(years, first.Format("2006-01"), last.Format("2006-01"))
	if err != nil {
		return nil, err
	}
	if !w.oldest {
		slices.Reverse(months)
	}
	months = w.remaining(months)
	if w.since.IsZero() && w.until.IsZero() {
		months = append(months, undated)
	}
	return months, nil
}

// under returns the periods, from first to last, that stand under any of the
// longer ones: the years of decades, the months of years.
func (w *walk) under(longer []string, first, last string) ([]string, error) {
	var any []quad.Quad
	for _, kind := range w.kinds {
		for _, period := range longer {
			any = append(any, quad.Quad{Predicate: quad.IRI(schema.IndexedUnder), Object: quad.IRI(schema.IndexIRI(kind, "all", period))})
		}
	}
	nodes, _, err := w.graph.Common(0, any)
	if err != nil {
		return nil, err
	}
	var found []string
	for _, node := range nodes {
		iri := schema.StringOf(node)
		if period := iri[strings.LastIndexByte(iri, '/')+1:]; period >= first && period <= last {
			found = append(found, period)
		}
	}
	slices.Sort(found)
	return slices.Compact(found), nil
}

// remaining leaves out the months before the position from which to resume.
func (w *walk) remaining(months []string) []string {
	if w.from.iri == "" {
		return months
	}
	if w.from.day == "" {
		return nil
	}
	begin := w.from.day[:len("2006-01")]
	return slices.DeleteFunc(months, func(month string) bool {
		return w.oldest && month < begin || !w.oldest && month > begin
	})
}

func later(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}

func date(year int, month time.Month, day int) time.Time {
	return time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
}
