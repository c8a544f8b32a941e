package queries

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/cayleygraph/quad"

	"demarche/schema"
)

// few is up to how many records a stretch of time is read as a whole, even when
// less are wanted.
const few = 64

// places gives where the records stand that meet the conditions, in the walk's
// order, until yield returns false.
func (w *walk) places(ctx context.Context, months []string, yield func([]position) (more bool, err error)) error {
	dated := slices.DeleteFunc(slices.Clone(months), func(month string) bool { return month == undated })
	more, err := w.stretches(ctx, dated, yield, func(months []string, limit int) ([]position, bool, error) {
		return w.stand(months, nil, limit)
	}, func(month string) (bool, error) {
		return w.stretches(ctx, w.daysOf(month), yield, func(days []string, limit int) ([]position, bool, error) {
			return w.stand([]string{month}, days, limit)
		}, func(day string) (bool, error) {
			places, _, err := w.stand([]string{month}, []string{day}, 0)
			if err != nil {
				return false, err
			}
			return yield(places)
		})
	})
	if err != nil || !more || len(dated) == len(months) {
		return err
	}
	places, _, err := w.stand([]string{undated}, nil, 0)
	if err == nil {
		_, err = yield(places)
	}
	return err
}

// stretches reads periods in turn, one at first and then twice as many each
// time, as long as they have few records. read gives up when there are more than
// limit; a single period of which this is true is left to finer.
func (w *walk) stretches(ctx context.Context, periods []string, yield func([]position) (bool, error),
	read func(periods []string, limit int) ([]position, bool, error), finer func(period string) (bool, error)) (more bool, err error) {
	for width := 1; len(periods) > 0; {
		if ctx.Err() != nil {
			return false, context.Cause(ctx)
		}
		limit := 0
		if w.wanted > 0 {
			limit = max(few, 2*w.ahead())
		}
		n := min(width, len(periods))
		places, whole, err := read(periods[:n], limit)
		switch {
		case err != nil:
			return false, err
		case !whole && n > 1:
			width = 1
			continue
		case whole:
			more, err = yield(places)
		default:
			more, err = finer(periods[0])
		}
		if err != nil || !more {
			return more, err
		}
		periods = periods[n:]
		if width = n; len(places) <= limit/2 {
			width *= 2
		}
	}
	return true, nil
}

// stand returns where the records of some months, or of some days of one month,
// stand, in the walk's order and within its days. whole is false when there are
// more than limit; 0 is no limit.
func (w *walk) stand(months, days []string, limit int) (places []position, whole bool, err error) {
	var iris []quad.Value
	for _, sets := range w.sets(months) {
		sets = append(sets, w.facts...)
		if days != nil {
			sets = append(sets, onDays(days))
		}
		found, more, err := w.graph.Common(limit, sets...)
		if err != nil || more {
			return nil, false, err
		}
		iris = append(iris, found...)
	}
	if limit > 0 && len(iris) > limit {
		return nil, false, nil
	}
	dayOf, err := w.dayOf(iris, months, days)
	if err != nil {
		return nil, false, err
	}
	for _, iri := range iris {
		place := position{dayOf[iri], schema.StringOf(iri)}
		if w.within(place.day) && (w.from.iri == "" || w.compare(place, w.from) > 0) {
			places = append(places, place)
		}
	}
	slices.SortFunc(places, w.compare)
	return places, true, nil
}

// sets returns what the index must have for a record in one of the months. Kinds
// with as many conditions share a look-up: nothing stands under entries of two.
func (w *walk) sets(months []string) map[int][][]quad.Quad {
	all := map[int][][]quad.Quad{}
	for _, kind := range w.kinds {
		keys := w.keys(kind)
		if slices.ContainsFunc(keys, func(any []string) bool { return len(any) == 0 }) {
			continue
		}
		sets := all[len(keys)]
		if sets == nil {
			sets = make([][]quad.Quad, len(keys))
		}
		for i, any := range keys {
			for _, key := range any {
				for _, month := range months {
					sets[i] = append(sets[i], quad.Quad{Predicate: quad.IRI(schema.IndexedUnder), Object: quad.IRI(schema.IndexIRI(kind, key, month))})
				}
			}
		}
		all[len(keys)] = sets
	}
	return all
}

// onDays is what a record of one of the days has.
func onDays(days []string) []quad.Quad {
	var any []quad.Quad
	for _, day := range days {
		if t, err := time.Parse(time.DateOnly, day); err == nil {
			any = append(any, quad.Quad{Predicate: quad.IRI(schema.Day), Object: quad.Time(t)})
		}
	}
	return any
}

// dayOf returns the days of records that stand in the months, or on the days.
func (w *walk) dayOf(iris []quad.Value, months, days []string) (map[quad.Value]string, error) {
	found := make(map[quad.Value]string, len(iris))
	if len(days) == 1 {
		for _, iri := range iris {
			found[iri] = days[0]
		}
	}
	if len(days) == 1 || months[0] == undated {
		return found, nil
	}
	facts, err := w.graph.Facts(iris, []quad.IRI{schema.Day})
	for _, q := range facts {
		if day, ok := q.Object.(quad.Time); ok && found[q.Subject] == "" {
			found[q.Subject] = time.Time(day).UTC().Format(time.DateOnly)
		}
	}
	return found, err
}

// daysOf lists the days of a month in the walk's order, from where it resumes.
func (w *walk) daysOf(month string) []string {
	var days []string
	for n := 1; n <= 31; n++ {
		day := fmt.Sprintf("%s-%02d", month, n)
		if t, err := time.Parse(time.DateOnly, day); err != nil || t.Format("2006-01") != month || !w.within(day) {
			continue
		}
		if w.from.iri == "" || w.compare(position{day: day}, position{day: w.from.day}) >= 0 {
			days = append(days, day)
		}
	}
	if !w.oldest {
		slices.Reverse(days)
	}
	return days
}
