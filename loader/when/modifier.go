package when

// modified matches an expression with a word before it that does not change
// its date: "late Thursday", "mid-December", "early in 2022", "later this
// month", "earlier in the day".
func (s *scanner) modified(i int) (match, bool) {
	j, word := i+1, s.tok(i).class
	if s.is(j, dash) {
		j++
	}
	if m, ok := s.inTheUnit(i, j); ok {
		return m, true
	}
	bare := true
	if s.isOneOf(j, in, on) && word != middle {
		j, bare = j+1, false
	}
	if bare && (word == earlier || word == later) &&
		!s.isOneOf(j, weekday, dayWord, this, last, next, that, the) {
		return match{}, false
	}
	m, ok := s.inner(j)
	if !ok || s.is(m.first, article) || m.Kind == Anaphoric && !s.isOneOf(j, that, the) {
		return match{}, false
	}
	m.first = i
	return m, true
}

// inTheUnit matches "earlier in the day", "late in the week" at tokens first
// and j: the unit is that of the narrative.
func (s *scanner) inTheUnit(first, j int) (match, bool) {
	if !s.is(j, in) || !s.is(j+1, the) || s.is(j+3, of) {
		return match{}, false
	}
	if s.is(j+2, dayPart) {
		return s.anaphor(first, j+3, 0, days)
	}
	u := unit(s.tok(j + 2).value)
	if !s.one(j+2) || u < days || u == decades || u == days && s.isOneOf(first, early, late, middle) {
		return match{}, false
	}
	return s.anaphor(first, j+3, 0, u)
}

// partOf matches "the end of the year", "start of March", "the first half of
// 2022", "the third quarter", "the Fourth of July". The article, if any, is
// token first.
func (s *scanner) partOf(first int) (match, bool) {
	i := first
	if s.is(i, the) {
		i++
	}
	nth := 0
	if s.is(i, ordinalWord) {
		nth = s.tok(i).value
		i++
		if nth <= 4 && s.one(i) && unit(s.tok(i).value) == quarters {
			return s.quarter(first, i, nth)
		}
	}
	if s.is(i, half) != (nth > 0) || nth > 2 || !s.isOneOf(i, boundary, beginning, half) || !s.is(i+1, of) {
		return match{}, false
	}
	m, ok := s.whole(i + 2)
	if !ok || m.Date.Precision == Day || m.interval {
		return match{}, false
	}
	m.first = first
	if nth > 0 && m.Date.Precision == Year {
		year := m.Date.From.Year()
		m.Date = between(midnight(year, 6*nth-5, 1), midnight(year, 6*nth+1, 0))
	}
	return m, true
}

// whole matches what a part is taken of: "the year", "March", "last week".
func (s *scanner) whole(i int) (match, bool) {
	if s.is(i, the) && s.one(i+1) {
		switch u := unit(s.tok(i + 1).value); u {
		case weeks, months, quarters, years:
			return s.away(i, i+2, 0, u)
		}
	}
	return s.inner(i)
}

// quarter matches a quarter of a year whose last word is token i: "Q3 2021",
// "the third quarter of last year", "the second quarter".
func (s *scanner) quarter(first, i, nth int) (match, bool) {
	j := i + 1
	if year, end := s.yearAfter(j); year > 0 && !s.is(j, comma) {
		return match{Expr: Expr{Date: quarterOf(year, nth), Kind: Explicit}, first: first, end: end}, true
	}
	if s.is(j, of) {
		j++
	}
	if year, ok := s.whole(j); ok && year.Date.Precision == Year {
		year.Date = quarterOf(year.Date.From.Year(), nth)
		year.first = first
		return year, true
	}
	if !s.known || j > i+1 {
		return match{}, false
	}
	m := match{Expr: Expr{Kind: Explicit}, first: first, end: i + 1}
	back, ahead := s.around(func(year int) (Date, bool) { return quarterOf(year, nth), true })
	m.readings(s.today, back, ahead, 0)
	return m, true
}

// season matches "summer 2014", "the winter of 2021-22", "in the spring". The
// words are common ones, so that without a year they need a preposition.
func (s *scanner) season(i int) (match, bool) {
	begins, j := s.tok(i).value, i+1
	if s.is(j, of) {
		j++
	}
	if year, end := s.yearAfter(j); year > 0 && !s.is(j, comma) {
		if s.is(end, dash) && s.is(end+1, number) && s.tok(end+1).value == (year+1)%100 {
			end += 2
		}
		return match{Expr: Expr{Date: seasonOf(year, begins), Kind: Explicit}, first: i, end: end}, true
	}
	before := i - 1
	if s.is(before, the) {
		before--
	}
	if !s.isOneOf(before, in, since, until, by, early, late, middle) && !(s.is(before, dash) && s.isOneOf(before-1, early, late, middle)) {
		return match{}, false
	}
	if !s.known || j > i+1 || s.tok(i).capital {
		return match{}, false
	}
	m := match{Expr: Expr{Kind: Relative}, first: i, end: i + 1}
	back, ahead := s.around(func(year int) (Date, bool) { return seasonOf(year, begins), true })
	m.readings(s.today, back, ahead, dayHorizon)
	return m, true
}
