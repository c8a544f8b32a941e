package queries

import (
	"slices"
	"strconv"
	"time"

	"github.com/cayleygraph/quad"

	"demarche/schema"
)

// shortRange is the number of months that are simply tried, without asking the
// graph first which years it has.
const shortRange = 36

// months returns the months to visit, in the walk's order: those between since
// and until, and no others than the graph has years for.
func (w *walk) months() ([]string, error) {
	first, last := w.since, w.until
	if first.IsZero() || last.IsZero() || first.AddDate(0, shortRange, 0).Before(last) {
		from, to, err := w.years(w.kinds)
		if err != nil {
			return nil, err
		}
		first = later(first, time.Date(from, 1, 1, 0, 0, 0, 0, time.UTC))
		if end := time.Date(to, 12, 31, 0, 0, 0, 0, time.UTC); last.IsZero() || end.Before(last) {
			last = end
		}
	}
	months := monthsBetween(first, last)
	if !w.oldest {
		slices.Reverse(months)
	}
	months = w.remaining(months)
	if w.since.IsZero() && w.until.IsZero() {
		months = append(months, undated)
	}
	return months, nil
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

// monthsBetween lists the months of a range of days, ascending.
func monthsBetween(first, last time.Time) []string {
	var months []string
	month := time.Date(first.Year(), first.Month(), 1, 0, 0, 0, 0, time.UTC)
	for ; !month.After(last); month = month.AddDate(0, 1, 0) {
		months = append(months, month.Format("2006-01"))
	}
	return months
}

// ahead is how many years in the future records are looked for first.
const ahead = 2

// years returns the first and last year for which the graph has records of the
// kinds; from is after to when it has none. It asks year by year, from the near
// future into the past, until every record is accounted for, and only then,
// for the few graphs that need it, looks farther ahead.
func (s *session) years(kinds []string) (from, to int, err error) {
	from, to = schema.LastYear, schema.FirstYear
	for _, kind := range kinds {
		left, err := s.dated(kind)
		if err != nil {
			return 0, 0, err
		}
		for _, year := range yearsToTry(s.now.Year()) {
			if left <= 0 {
				break
			}
			n, err := s.graph.Count(schema.IndexedUnder, quad.IRI(schema.IndexIRI(kind, "all", strconv.Itoa(year))))
			if err != nil {
				return 0, 0, err
			}
			if n > 0 {
				from, to, left = min(from, year), max(to, year), left-n
			}
		}
	}
	return from, to, nil
}

// dated counts the records of a kind that have a day.
func (s *session) dated(kind string) (int, error) {
	total, err := s.graph.Count(schema.Type, quad.IRI(recordClasses[kind]))
	if err != nil {
		return 0, err
	}
	without, err := s.graph.Count(schema.IndexedUnder, quad.IRI(schema.IndexIRI(kind, "all", undated)))
	return total - without, err
}

// yearsToTry lists the years of the index in the order of years.
func yearsToTry(now int) []int {
	var order []int
	start := max(schema.FirstYear, min(now+ahead, schema.LastYear))
	for year := start; year >= schema.FirstYear; year-- {
		order = append(order, year)
	}
	for year := start + 1; year <= schema.LastYear; year++ {
		order = append(order, year)
	}
	return order
}
