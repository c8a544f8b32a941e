package when

import "time"

// How far ahead, in days, the next date of a name may lie to be taken for the
// one meant when nothing else tells: news looks back further, and names a day
// far ahead sooner than a month.
const (
	dayHorizon   = 92
	monthHorizon = 45
)

// leapYear stands for a year that is not given: it has every day.
const leapYear = 2000

// orLeap is the year to check a day in.
func orLeap(year int) int {
	if year == 0 {
		return leapYear
	}
	return year
}

// explicit makes a match of a date in calendar terms; without a year it has
// the readings that the reference day allows.
func (s *scanner) explicit(first, end int, p partial) (match, bool) {
	m := match{Expr: Expr{Kind: Explicit}, first: first, end: end}
	if p.year > 0 {
		d, ok := p.in(p.year)
		m.Date = d
		return m, ok
	}
	if !s.known {
		return match{}, false
	}
	if p.weekday > 0 {
		if d, ok := s.onWeekday(p); ok {
			m.Date = d
			return m, true
		}
	}
	back, ahead := s.around(p.in)
	if back.IsZero() || ahead.IsZero() {
		return match{}, false
	}
	horizon := monthHorizon
	if p.day > 0 {
		horizon = dayHorizon
	}
	m.readings(s.today, back, ahead, horizon)
	return m, true
}

// around returns, of the dates that recur every year or every few years, the
// latest that has begun and the first that is not over on the reference day; zero when
// there is none within eight years, the longest that 29 February stays away.
func (s *scanner) around(in func(year int) (Date, bool)) (back, ahead Date) {
	for n := range 10 {
		if d, ok := in(s.today.Year() - n); ok && back.IsZero() && !d.From.After(s.today) {
			back = d
		}
		if d, ok := in(s.today.Year() - 1 + n); ok && ahead.IsZero() && !d.To.Before(s.today) {
			ahead = d
		}
	}
	return back, ahead
}

// in is the date in the given year; ok is false when the year has no such day.
func (p partial) in(year int) (d Date, ok bool) {
	switch {
	case p.day > 0:
		return oneDay(midnight(year, p.month, p.day)), valid(year, p.month, p.day)
	case p.month > 0:
		return wholeMonth(year, p.month), true
	default:
		return wholeYear(year), true
	}
}

// onWeekday finds the year nearest to the reference day in which the date
// falls on its weekday; ok is false when no year within three has it so.
func (s *scanner) onWeekday(p partial) (best Date, ok bool) {
	for y := s.today.Year() - 3; y <= s.today.Year()+3; y++ {
		d, real := p.in(y)
		if !real || isoWeekday(d.From)+1 != p.weekday {
			continue
		}
		if !ok || d.From.Sub(s.today).Abs() < best.From.Sub(s.today).Abs() {
			best, ok = d, true
		}
	}
	return best, ok
}

// deadline takes the reading ahead where the text gives the date as a limit,
// "to leave by Friday", unless a day of the calendar lies nearer behind.
func (m *match) deadline(today time.Time) {
	if m.Ahead.IsZero() || m.Kind == Explicit && m.Ahead.From.Sub(today) > today.Sub(m.Date.To) {
		return
	}
	m.Date, m.Past, m.Ahead = m.Ahead, m.Date, Date{}
}

// readings sets Date, Past and Ahead from the readings back from and ahead of
// the reference day. Date is the one back, unless the other one is nearer and
// no more than the given number of days away.
func (m *match) readings(today time.Time, back, ahead Date, days int) {
	m.Date = back
	away := ahead.From.Sub(today)
	if ahead.From.After(today) && away <= time.Duration(days)*24*time.Hour && away < today.Sub(back.To) {
		m.Date = ahead
	}
	if m.Date != back {
		m.Past = back
	}
	if m.Date != ahead {
		m.Ahead = ahead
	}
}
