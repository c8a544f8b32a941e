package when

// the matches expressions that "the" at token i begins: "the same day", "the
// previous week", "the day before", "the past year", "the end of March", "the
// weekend", "the week of 6 June".
func (s *scanner) the(i int) (match, bool) {
	j := i + 1
	switch t := s.tok(j); t.class {
	case same:
		return s.that(i, j+1)
	case previous:
		return s.step(i, j+1, -1)
	case following:
		return s.step(i, j+1, 1)
	case next:
		a, okA := s.span(i, j, 1)
		b, okB := s.step(i, j+1, 1)
		return longer(a, okA, b, okB)
	case last, past:
		return s.span(i, j, -1)
	case coming:
		return s.span(i, j, 1)
	case boundary, beginning, half, ordinalWord:
		return s.partOf(i)
	case unitWord:
		switch {
		case t.many:
			return match{}, false
		case unit(t.value) == weekends:
			return s.weekend(i, j)
		case unit(t.value) == weeks && s.isOneOf(j+1, of, beginning):
			return s.weekOf(i, j+2)
		}
		return s.beside(i, j)
	}
	return match{}, false
}

// that matches the unit or part of the day at token i as the one of the
// narrative: "that week", "the same evening". The match begins at token first.
func (s *scanner) that(first, i int) (match, bool) {
	if s.is(first, that) && s.is(i, same) {
		i++
	}
	return s.step(first, i, 0)
}

// step matches the unit, part of the day, weekday or month at token i as the
// one before (-1), after (1) or of (0) the narrative's day.
func (s *scanner) step(first, i, n int) (match, bool) {
	switch t := s.tok(i); t.class {
	case dayPart:
		return s.anaphor(first, i+1, n, days)
	case unitWord:
		if u := unit(t.value); !t.many && u >= days && u != decades {
			return s.anaphor(first, i+1, n, u)
		}
	case weekday:
		m, ok := s.anaphor(first, s.pastDayPart(i+1), n, days)
		if !ok || n == 0 || t.short {
			return match{}, false
		}
		day := lastWeekday(m.Date.From, t.value)
		if n > 0 {
			day = nextWeekday(m.Date.From, t.value)
		}
		m.Date = oneDay(day)
		return m, true
	case month:
		m, ok := s.anaphor(first, i+1, n, months)
		if !ok || n == 0 || t.short || !t.capital {
			return match{}, false
		}
		for int(m.Date.From.Month()) != t.value {
			m.Date, _ = shifted(m.Date.From, n, months)
		}
		return m, true
	}
	return match{}, false
}

// span matches a length of time that "the last", "the past", "the next" or
// "the coming" at tokens i and j names: it ends (-1) or begins (1) on the
// reference day. "The next day" and "the last Monday" are none.
func (s *scanner) span(i, j, way int) (match, bool) {
	if s.isOneOf(j+1, number, numberWord) {
		return s.rolling(i, j+1, way)
	}
	u := unit(s.tok(j + 1).value)
	if !s.one(j+1) || u < weeks || u == weekends || s.is(j+2, of) {
		return match{}, false
	}
	if s.is(j, next) && !s.isOneOf(i-1, in, within, preposition) && !s.isOneOf(i-1, bounding) {
		return match{}, false
	}
	return s.roll(i, j+2, way, u)
}

// beside matches "the day before", "the week after" and, against the reference
// day, "the day before yesterday" and "the year before last".
func (s *scanner) beside(first, i int) (match, bool) {
	u, n := unit(s.tok(i).value), 0
	switch s.tok(i + 1).class {
	case beforeWord:
		n = -1
	case afterWord:
		n = 1
	default:
		return match{}, false
	}
	end := i + 2
	switch t := s.tok(end); {
	case u < days || u == decades:
		return match{}, false
	case u == days && t.class == dayWord && t.value == n:
		return s.away(first, end+1, 2*n, u)
	case t.class == last && n < 0, t.class == next && n > 0:
		return s.away(first, end+1, 2*n, u)
	case s.alone(end):
		return s.anaphor(first, end, n, u)
	}
	return match{}, false
}

// alone reports whether "before" or "after", ahead of token i, is an adverb:
// nothing follows that it could govern.
func (s *scanner) alone(i int) bool {
	switch t := s.tok(i); t.class {
	case stop, comma, dot, dash, paren, and, or, in, on, to, with, by, that, preposition, apostrophe, from, until:
		return true
	case other:
		return !s.lettered(t)
	default:
		return false
	}
}

// weekOf matches "the week of 6 June" and "the week beginning 6 June" from the
// day at token i.
func (s *scanner) weekOf(first, i int) (match, bool) {
	if s.is(i, on) || s.is(i, the) {
		i++
	}
	if s.is(i, weekday) {
		if _, end := s.weekdayFirst(i); end == i {
			return match{}, false
		}
	}
	if p, _ := s.partial(i); p.day == 0 {
		return match{}, false
	}
	m, ok := s.calendar(i)
	if !ok || m.interval {
		return match{}, false
	}
	m.first = first
	m.interval = true
	for _, d := range []*Date{&m.Date, &m.Past, &m.Ahead} {
		if !d.IsZero() {
			*d = wholeWeek(d.From)
		}
	}
	return m, true
}
