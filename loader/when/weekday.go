package when

// weekday matches "Thursday", "Thursday night", "Thursday of last week",
// "Monday to Wednesday" and, through the calendar, "Thursday, 2 December".
func (s *scanner) weekday(i int) (match, bool) {
	if _, end := s.weekdayFirst(i); end > i {
		return s.calendar(i)
	}
	if s.tok(i).short || !s.isWeekday(i) {
		return match{}, false
	}
	day := s.tok(i).value
	end := s.pastDayPart(i + 1)
	if week, ok := s.weekAfter(end); ok {
		week.Date = oneDay(nextWeekday(week.Date.From, day))
		week.first = i
		return week, true
	}
	if !s.known {
		return match{}, false
	}
	m := match{Expr: Expr{Kind: Weekday}, first: i, end: end}
	back, ahead := lastWeekday(s.today, day), nextWeekday(s.today, day)
	if j := end + 1; s.connects(end, i) && s.is(j, weekday) && !s.tok(j).short && s.tok(j).value != day {
		m.end, m.interval = s.pastDayPart(j+1), true
		other := s.tok(j).value
		m.readings(s.today, between(back, nextWeekday(back, other)), between(ahead, nextWeekday(ahead, other)), 0)
		return m, true
	}
	m.readings(s.today, oneDay(back), oneDay(ahead), 0)
	return m, true
}

// pastDayPart is the place after the part of the day at token i, if any.
func (s *scanner) pastDayPart(i int) int {
	if s.is(i, dayPart) {
		return i + 1
	}
	return i
}

// weekAfter matches "last week" or "of this week" after a weekday.
func (s *scanner) weekAfter(i int) (match, bool) {
	if s.is(i, of) {
		i++
	}
	if !s.isOneOf(i, this, last, next) || !s.one(i+1) || unit(s.tok(i+1).value) != weeks {
		return match{}, false
	}
	return s.neighbour(i, i)
}

// weekend matches the weekend, at token i, that "the" stands before: the
// latest that has begun, or the coming one.
func (s *scanner) weekend(first, i int) (match, bool) {
	if !s.known || s.isOneOf(i+1, of, beforeWord, afterWord) {
		return match{}, false
	}
	m := match{Expr: Expr{Kind: Relative}, first: first, end: i + 1}
	coming := weekendOf(s.today)
	back := coming
	if back.From.After(s.today) {
		back = weekendOf(s.today.AddDate(0, 0, -7))
	}
	m.readings(s.today, back, coming, 0)
	return m, true
}
