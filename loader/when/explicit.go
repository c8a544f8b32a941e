package when

import "time"

// partial is a date as the calendar words of a text give it. A field that is
// not given is 0.
type partial struct {
	year, month, day int
	weekday          int // 1, Monday, to 7
}

// sameGrain reports whether both dates name a day, or a month, or only a year.
func (p partial) sameGrain(q partial) bool {
	return (p.day > 0) == (q.day > 0) && (p.month > 0) == (q.month > 0)
}

// calendar matches dates in calendar terms: "10 January", "May 2022", "2014",
// "2-5 May", "from 2 May to 5 June", "the 1990s".
func (s *scanner) calendar(i int) (match, bool) {
	if s.is(i, decade) {
		first := s.tok(i).value
		last := first + 9
		if first%100 == 0 && first < 2000 { // "the 1800s" are a century
			last = first + 99
		}
		d := between(midnight(first, 1, 1), midnight(last, 12, 31))
		return match{Expr: Expr{Date: d, Kind: Explicit}, first: i, end: i + 1}, true
	}
	if m, ok := s.daysOfMonth(i); ok {
		return m, true
	}
	if m, ok := s.dayOfList(i); ok {
		return m, true
	}
	p, end := s.partial(i)
	if end == i {
		return match{}, false
	}
	s.list, s.listEnd = partial{}, 0
	if p.day > 0 && s.is(i, month) && s.isDay(end-1) {
		s.list, s.listEnd = p, end
	}
	p, end = s.yearOfPhrase(p, end)
	if s.connects(end, i) {
		if q, last := s.otherEnd(p, end); last > end {
			if m, ok := s.interval(i, last, p, q); ok {
				return m, true
			}
		}
	}
	return s.explicit(i, end, p)
}

// daysOfMonth matches a day whose month comes with a later one: the interval
// "2 to 5 May", or the first of "10, 12 and 13 January".
func (s *scanner) daysOfMonth(i int) (match, bool) {
	if !s.isDay(i) {
		return match{}, false
	}
	if s.connects(i+1, i) && s.isDay(i+2) {
		if q, end := s.dayFirst(i + 2); end > i+2 {
			return s.interval(i, end, partial{year: q.year, month: q.month, day: s.tok(i).value}, q)
		}
	}
	for j := i + 1; s.isOneOf(j, comma, and, or); j++ {
		if s.is(j, comma) && s.isOneOf(j+1, and, or) {
			j++
		}
		if j++; !s.isDay(j) {
			break
		}
		if q, end := s.dayFirst(j); end > j {
			return s.explicit(i, i+1, partial{year: q.year, month: q.month, day: s.tok(i).value})
		}
	}
	return match{}, false
}

// dayOfList matches the further days of "January 10, 12 and 13".
func (s *scanner) dayOfList(i int) (match, bool) {
	j := i - 1
	if s.isOneOf(j, and, or) && s.is(j-1, comma) {
		j--
	}
	if s.list.day == 0 || s.listEnd != j || !s.isOneOf(j, comma, and, or) || !s.isDay(i) || !s.alone(i+1) {
		return match{}, false
	}
	year, end := s.yearAfter(i + 1)
	p := partial{year: year, month: s.list.month, day: s.tok(i).value}
	if year == 0 {
		p.year = s.list.year
	}
	s.list, s.listEnd = p, end
	return s.explicit(i, end, p)
}

// isDay reports whether token i is a number that a day of a month can have.
func (s *scanner) isDay(i int) bool {
	t := s.tok(i)
	return (t.class == number || t.class == ordinal) && t.value >= 1 && t.value <= 31
}

// partial reads one date at token i. It returns i as the end where there is none.
func (s *scanner) partial(i int) (partial, int) {
	switch s.tok(i).class {
	case weekday:
		return s.weekdayFirst(i)
	case numeric:
		year, month, day := unpack(s.tok(i).value)
		return partial{year: year, month: month, day: day}, i + 1
	case month:
		return s.monthFirst(i)
	case number, ordinal, ordinalWord:
		if p, end := s.dayFirst(i); end > i {
			return p, end
		}
		if s.isYear(i) {
			return partial{year: s.tok(i).value}, i + 1
		}
	}
	return partial{}, i
}

// weekdayFirst reads "Thursday, 2 December 2021" and "Thursday (December 2)".
func (s *scanner) weekdayFirst(i int) (partial, int) {
	j := i + 1
	for s.isOneOf(j, dot, comma, paren, the) && j < i+4 {
		j++
	}
	if s.isOneOf(j, weekday) {
		return partial{}, i
	}
	p, end := s.partial(j)
	if end == j || p.day == 0 {
		return partial{}, i
	}
	p.weekday = s.tok(i).value + 1
	if s.is(j-1, paren) && s.is(end, paren) {
		end++
	}
	return p, end
}

// dayFirst reads "10 January 2022", "10th of January".
func (s *scanner) dayFirst(i int) (partial, int) {
	if !s.isDay(i) && !s.is(i, ordinalWord) {
		return partial{}, i
	}
	j := i + 1
	if s.is(j, of) && !s.is(i, number) {
		j++
	} else if s.is(i, ordinalWord) {
		return partial{}, i
	}
	name := s.tok(j)
	if name.class != month || !name.capital && riskyName(name.value) {
		return partial{}, i
	}
	p := partial{month: name.value, day: s.tok(i).value}
	year, end := s.yearAfter(s.pastDot(j))
	p.year = year
	if !valid(orLeap(year), p.month, p.day) {
		return partial{}, i
	}
	return p, end
}

// monthFirst reads "January 10, 2022", "Jan. 10", "January 2022" and "January".
func (s *scanner) monthFirst(i int) (partial, int) {
	name := s.tok(i)
	p := partial{month: name.value}
	if !name.capital && riskyName(name.value) || s.is(i-1, title) && s.tok(i-1).capital {
		return partial{}, i
	}
	j := s.pastDot(i)
	if s.isDay(j) && !s.isOneOf(j+1, counted, unitWord, month) && valid(orLeap(0), p.month, s.tok(j).value) {
		p.day = s.tok(j).value
		year, end := s.yearAfter(j + 1)
		if year == 0 && s.isOneOf(end, and, or) && s.isDay(end+1) { // "January 10 and 12, 2022"
			year, _ = s.yearAfter(end + 2)
		}
		if p.year = year; valid(orLeap(year), p.month, p.day) {
			return p, end
		}
		return partial{month: p.month, day: p.day}, j + 1
	}
	if s.is(j, of) {
		j++
	}
	if year, end := s.yearAfter(j); year > 0 && !(p.month == 5 && s.properBefore(i)) {
		p.year = year
		return p, end
	}
	if s.plainMonth(i) {
		p.year = s.yearOfPair(i)
		return p, i + 1
	}
	return partial{}, i
}

// yearOfPair is the year of "January" in "January and March 2022", else 0.
func (s *scanner) yearOfPair(i int) int {
	if !s.isOneOf(i+1, and, or) || !s.is(i+2, month) || !s.tok(i+2).capital {
		return 0
	}
	year, _ := s.yearAfter(s.pastDot(i + 2))
	return year
}

// pastDot is the place after the month name at token i and the dot of its abbreviation.
func (s *scanner) pastDot(i int) int {
	if s.tok(i).short && s.is(i+1, dot) && s.tok(i+1).tight {
		return i + 2
	}
	return i + 1
}

// yearAfter reads a year at token i, after a comma or not. It returns 0 and i
// where there is none.
func (s *scanner) yearAfter(i int) (year, end int) {
	j := i
	if s.is(j, comma) {
		j++
	}
	if t := s.tok(j); t.class == number && plausible(t.value) && !s.isOneOf(j+1, counted, unitWord) {
		return t.value, j + 1
	}
	return 0, i
}

// yearOfPhrase completes a date without year from "last year", "of that year"
// or "of the same year" after it.
func (s *scanner) yearOfPhrase(p partial, i int) (partial, int) {
	j := i
	if s.is(j, of) {
		j++
	}
	if p.year > 0 || p.month == 0 || !s.isOneOf(j, this, last, next, that, the) {
		return p, i
	}
	m, ok := s.at(j)
	if !ok || m.Date.Precision != Year || m.Kind == Explicit {
		return p, i
	}
	p.year = m.Date.From.Year()
	return p, m.end
}

// otherEnd reads the second end of an interval after the connecting token i.
func (s *scanner) otherEnd(p partial, i int) (partial, int) {
	j := i + 1
	switch {
	case p.day > 0 && s.isDay(j):
		if q, end := s.dayFirst(j); end > j {
			return q, end
		}
		if s.isOneOf(j+1, counted, unitWord) {
			return partial{}, i
		}
		year, end := s.yearAfter(j + 1)
		return partial{year: year, month: p.month, day: s.tok(j).value}, end
	case p.day == 0 && p.month == 0 && s.is(i, dash) && s.is(j, number) && s.tok(j).value < 100:
		return partial{year: p.year/100*100 + s.tok(j).value}, j + 1
	}
	if q, end := s.partial(j); end > j {
		return q, end
	}
	if p.day == 0 && p.month > 0 && s.is(j, month) && s.tok(j).capital && !s.tok(j).short {
		return partial{month: s.tok(j).value}, j + 1
	}
	return partial{}, i
}

// interval makes a match of the days from p to q.
func (s *scanner) interval(first, end int, p, q partial) (match, bool) {
	if !p.sameGrain(q) {
		return match{}, false
	}
	switch {
	case p.year == 0 && q.year > 0:
		if p.year = q.year; p.month > q.month {
			p.year--
		}
	case q.year == 0 && p.year > 0:
		if q.year = p.year; p.month > q.month {
			q.year++
		}
	}
	m, ok := s.explicit(first, end, p)
	if !ok {
		return match{}, false
	}
	m.interval = true
	for _, d := range []*Date{&m.Date, &m.Past, &m.Ahead} {
		if !d.IsZero() && !extend(d, q) {
			return match{}, false
		}
	}
	return m, true
}

// extend makes d the interval up to the first q not before it. It reports
// false when there is none.
func extend(d *Date, q partial) bool {
	year := q.year
	if year == 0 {
		if year = d.From.Year(); q.month < int(d.From.Month()) {
			year++
		}
	}
	var last time.Time
	switch {
	case q.day > 0 && valid(year, q.month, q.day):
		last = midnight(year, q.month, q.day)
	case q.day > 0:
		return false
	case q.month > 0:
		last = wholeMonth(year, q.month).To
	default:
		last = wholeYear(year).To
	}
	*d = between(d.From, last)
	return d.From.Before(d.To)
}
