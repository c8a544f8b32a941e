package when

import "time"

// dayWord matches "today", "yesterday morning", "tomorrow", "tonight".
func (s *scanner) dayWord(i int) (match, bool) {
	if t := s.tok(i); t.capital && !s.starts(i) && s.tok(i-1).capital { // "USA Today"
		return match{}, false
	}
	return s.relative(i, s.pastDayPart(i+1), oneDay(s.today.AddDate(0, 0, s.tok(i).value)))
}

// neighbour matches a unit, weekday, month or season beside the present one:
// "last week", "next Thursday", "this summer", "past three months". Token i is
// the word that says which; the match begins at token first.
func (s *scanner) neighbour(first, i int) (match, bool) {
	way, step := s.tok(i).class, 0
	rolls := way == past || way == coming
	if way == this && s.isOneOf(i+1, past, coming) { // "this past week"
		i++
		way = s.tok(i).class
	}
	switch way {
	case last, past:
		step = -1
	case next, coming:
		step = 1
	}
	if !s.known {
		return match{}, false
	}
	name := s.tok(i + 1)
	switch name.class {
	case number, numberWord:
		return s.rolling(first, i+1, step)
	case weekday:
		if name.short || !s.isWeekday(i+1) {
			return match{}, false
		}
		day := monday(s.today).AddDate(0, 0, 7*step+name.value)
		return s.relative(first, s.pastDayPart(i+2), oneDay(day))
	case month:
		if !name.capital || name.short {
			return match{}, false
		}
		return s.relative(first, i+2, s.monthBeside(name.value, step))
	case season:
		return s.relative(first, i+2, s.seasonBeside(name.value, step))
	case dayPart: // "last night", "this morning"; never "next morning"
		if step > 0 {
			return match{}, false
		}
		return s.relative(first, i+2, oneDay(s.today.AddDate(0, 0, step)))
	case unitWord:
		if u := unit(name.value); name.many || rolls || u < weeks || way == this && u == weeks && name.capital { // "This Week" is a programme
			return match{}, false
		}
		d, ok := shifted(s.today, step, unit(name.value))
		m, known := s.relative(first, i+2, d)
		return m, ok && known
	}
	return match{}, false
}

// monthBeside is the month of that name before (-1), after (1) or in the year
// of (0) the reference day; the running month is neither before nor after.
func (s *scanner) monthBeside(name, step int) Date {
	year, running := s.today.Year(), int(s.today.Month())
	switch {
	case step < 0 && name >= running:
		year--
	case step > 0 && name <= running:
		year++
	}
	return wholeMonth(year, name)
}

// seasonBeside is the season that begins with the given month: the latest that
// is over (-1), the first to come (1), or that of the running year (0), where
// a winter belongs to the year in which it begins until May.
func (s *scanner) seasonBeside(begins, step int) Date {
	year := s.today.Year()
	switch {
	case step < 0:
		for !seasonOf(year, begins).To.Before(s.today) {
			year--
		}
	case step > 0:
		for !seasonOf(year, begins).From.After(s.today) {
			year++
		}
	case begins == 12 && s.today.Month() <= time.May:
		year--
	}
	return seasonOf(year, begins)
}

// rolling matches a length of time at token i that ends (-1) or begins (1) on
// the reference day: "past three months", "next 48 hours".
func (s *scanner) rolling(first, i, way int) (match, bool) {
	n, j := s.count(i)
	if j == i || way == 0 || !s.is(j, unitWord) || s.is(j+1, of) {
		return match{}, false
	}
	return s.roll(first, j+1, way*n, unit(s.tok(j).value))
}

// roll makes a match of the days from the reference day to n units after it,
// or before it when n is negative.
func (s *scanner) roll(first, end, n int, u unit) (match, bool) {
	other := moved(s.today, n, u)
	if n < 0 {
		return s.relative(first, end, between(other, s.today))
	}
	return s.relative(first, end, between(s.today, other))
}

// within matches "within 72 hours", "within a week".
func (s *scanner) within(i int) (match, bool) {
	j := i + 1
	if s.is(j, the) {
		j++
	}
	if s.isOneOf(j, next, coming) {
		j++
	}
	n, end := s.count(j)
	if end == j && s.one(j) && j > i+2 { // "within the next week"
		n = 1
	} else if end == j {
		return match{}, false
	}
	if !s.is(end, unitWord) || s.isOneOf(end+1, of, dash) {
		return match{}, false
	}
	m, ok := s.roll(i, end+1, n, unit(s.tok(end).value))
	m.Bound = Until
	return m, ok
}

// count reads a number in figures or words, or "a" for one, at token i. It
// returns i as the end where there is none.
func (s *scanner) count(i int) (n, end int) {
	t := s.tok(i)
	switch t.class {
	case article:
		return 1, i + 1
	case number:
		return t.value, i + 1
	case numberWord:
		n, end = t.value, i+1
	default:
		return 0, i
	}
	if n < 20 {
		return n, end
	}
	j := end
	if s.is(j, dash) && s.tok(j).tight {
		j++
	}
	if next := s.tok(j); next.class == numberWord && next.value < 10 {
		return n + next.value, j + 1
	}
	return n, end
}

// counted matches a distance in time: "three weeks ago", "two days earlier",
// "a month later", "in two days' time", "10 days from now".
func (s *scanner) counted(i int) (match, bool) {
	if s.is(i, unitWord) {
		return s.hoursAway(i)
	}
	n, j := s.count(i)
	if j == i || !s.is(j, unitWord) || s.is(i-1, bounding) {
		return match{}, false
	}
	u := unit(s.tok(j).value)
	if u == decades {
		return match{}, false
	}
	end := j + 1
	switch s.tok(end).class {
	case ago:
		return s.away(i, end+1, -n, u)
	case hence:
		return s.away(i, end+1, n, u)
	case from:
		if s.is(end+1, now) {
			return s.away(i, end+2, n, u)
		}
	case apostrophe, possessive:
		if s.is(end+1, timeWord) && s.is(i-1, in) {
			return s.away(i, end+2, n, u)
		}
	case earlier, previous:
		return s.anaphor(i, end+1, -n, u)
	case later, afterwards:
		return s.anaphor(i, end+1, n, u)
	case beforeWord:
		if s.alone(end + 1) {
			return s.anaphor(i, end+1, -n, u)
		}
	case afterWord:
		if s.alone(end + 1) {
			return s.anaphor(i, end+1, n, u)
		}
	}
	return match{}, false
}

// away makes a match of the unit that lies n units from the reference day.
func (s *scanner) away(first, end, n int, u unit) (match, bool) {
	d, ok := shifted(s.today, n, u)
	m, known := s.relative(first, end, d)
	return m, ok && known
}

// hoursAway matches "hours earlier" and "minutes later", which leave the day
// of the narrative as it is.
func (s *scanner) hoursAway(i int) (match, bool) {
	if t := s.tok(i); !t.many || unit(t.value) > hours || s.isOneOf(i-1, number, quantity, numberWord) {
		return match{}, false
	}
	if s.isOneOf(i+1, earlier, later) || s.isOneOf(i+1, beforeWord, afterWord) && s.alone(i+2) {
		return s.anaphor(i, i+2, 0, days)
	}
	return match{}, false
}
