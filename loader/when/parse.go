package when

import (
	"fmt"
	"strings"
	"time"

	"demarche/internal/span"
)

// IsZero reports whether d is no date.
func (d Date) IsZero() bool { return d == Date{} }

// Contains reports whether the day of t, on its own clock, lies within d.
func (d Date) Contains(t time.Time) bool {
	day := dayOf(t)
	return !day.Before(d.From) && !day.After(d.To)
}

// Overlaps reports whether the two dates share a day.
func (d Date) Overlaps(o Date) bool { return !d.From.After(o.To) && !o.From.After(d.To) }

// ordered reports whether d can be written: its ends are in order and its
// years have at most four figures.
func (d Date) ordered() bool {
	return !d.From.After(d.To) && d.From.Year() > 0 && d.To.Year() < 10000
}

// ParseISO reads what Date.ISO writes: a day, a month, a year, or two days
// joined by a slash.
func ParseISO(text string) (Date, error) {
	if first, second, ok := strings.Cut(text, "/"); ok {
		from, err := time.Parse(time.DateOnly, first)
		to, err2 := time.Parse(time.DateOnly, second)
		if err != nil || err2 != nil || from.After(to) {
			return Date{}, fmt.Errorf("read date %q: not an interval of two days like 2021-12-20/2021-12-26", text)
		}
		return between(from, to), nil
	}
	if t, err := time.Parse(time.DateOnly, text); err == nil {
		return oneDay(t), nil
	}
	if t, err := time.Parse("2006-01", text); err == nil {
		return wholeMonth(t.Year(), int(t.Month())), nil
	}
	if t, err := time.Parse("2006", text); err == nil {
		return wholeYear(t.Year()), nil
	}
	return Date{}, fmt.Errorf("read date %q: want a day (2021-12-02), a month (2021-12), a year (2021) or two days joined by a slash", text)
}

// ParseDay reads a text that is one day of the calendar and nothing else, in
// any form that Find knows with a year: "2021-12-02", "Dec. 2, 2021",
// "Thursday, 2 December 2021". The day is at midnight UTC.
func ParseDay(text string) (time.Time, error) {
	trimmed := strings.TrimSpace(text)
	found := Find(trimmed, span.Span{End: len(trimmed)}, Reference{})
	if len(found) != 1 || found[0].Len() != len(trimmed) || found[0].Date.Precision != Day {
		return time.Time{}, fmt.Errorf("read day %q: want one day with its year, like 2021-12-02 or 2 December 2021", text)
	}
	return found[0].Date.From, nil
}
