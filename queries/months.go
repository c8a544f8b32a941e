package queries

import (
	"slices"
	"strconv"
	"time"

	"github.com/cayleygraph/quad"

	"demarche/schema"
)

// months returns the months to visit, in the walk's order: those within since
// and until for which the graph has records.
func (w *walk) months() ([]string, error) {
	var months []string
	for _, kind := range w.kinds {
		found, err := w.monthsOf(kind)
		if err != nil {
			return nil, err
		}
		months = append(months, found...)
	}
	slices.Sort(months)
	months = slices.Compact(months)
	if !w.oldest {
		slices.Reverse(months)
	}
	months = w.remaining(months)
	if w.since.IsZero() && w.until.IsZero() {
		months = append(months, undated)
	}
	return months, nil
}

// monthsOf finds the months that have records of a kind, by looking whether
// the index has entries for the decades, then the years, then the months.
func (w *walk) monthsOf(kind string) ([]string, error) {
	first := later(w.since, date(schema.FirstYear, 1, 1))
	last := date(schema.LastYear, 12, 31)
	if !w.until.IsZero() && w.until.Before(last) {
		last = w.until
	}
	has := func(period string) bool {
		return w.graph.Has(quad.IRI(schema.IndexIRI(kind, "all", period)))
	}
	var months []string
	for year := first.Year(); year <= last.Year(); {
		if !has(schema.Decade(year)) {
			year += 10 - year%10
			continue
		}
		if has(strconv.Itoa(year)) {
			for _, month := range monthsBetween(later(first, date(year, 1, 1)), earlier(last, date(year, 12, 31))) {
				if has(month) {
					months = append(months, month)
				}
			}
		}
		year++
	}
	return months, w.confirm()
}

// confirm returns the error that Reader.Has, which says no when it fails, has
// kept to itself. A store that fails keeps failing.
func (s *session) confirm() error {
	_, err := s.graph.Count(schema.IndexedUnder, quad.IRI("demarche:index"))
	return err
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

func earlier(a, b time.Time) time.Time {
	if a.Before(b) {
		return a
	}
	return b
}

func date(year int, month time.Month, day int) time.Time {
	return time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
}

// monthsBetween lists the months of a range of days, ascending.
func monthsBetween(first, last time.Time) []string {
	var months []string
	month := date(first.Year(), first.Month(), 1)
	for ; !month.After(last); month = month.AddDate(0, 1, 0) {
		months = append(months, month.Format("2006-01"))
	}
	return months
}
