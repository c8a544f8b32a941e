package when

import "time"

// scanner looks for time expressions among the tokens of a text.
type scanner struct {
	text  string
	toks  []token
	today time.Time // the reference day, at midnight UTC
	known bool      // whether there is a reference day

	// named holds the date that the narrative mentioned last, for each
	// grain: a year is no answer to "the same day", a day is one to "that year".
	named [grains]Date

	// list is the day that the token before listEnd named after its month, as
	// long as more days of the month may follow: "January 10 and 12".
	list    partial
	listEnd int
}

// The grains of anaphora, finest first.
const (
	dayGrain = iota
	weekGrain
	monthGrain
	yearGrain
	grains
)

// match is an expression found, with the tokens that it covers.
type match struct {
	Expr
	first, end int  // tokens [first, end)
	interval   bool // written with both ends: "from 2 to 5 May"
}

// at returns the longest time expression that begins at token i.
func (s *scanner) at(i int) (match, bool) {
	switch s.tok(i).class {
	case weekday:
		return s.weekday(i)
	case month, numeric, decade:
		return s.calendar(i)
	case number, ordinal:
		a, okA := s.calendar(i)
		b, okB := s.counted(i)
		return longer(a, okA, b, okB)
	case numberWord, article, unitWord:
		return s.counted(i)
	case ordinalWord:
		a, okA := s.calendar(i)
		b, okB := s.partOf(i)
		return longer(a, okA, b, okB)
	case quarter:
		return s.quarter(i, i, s.tok(i).value)
	case season:
		return s.season(i)
	case dayWord:
		return s.dayWord(i)
	case the:
		return s.the(i)
	case that:
		return s.that(i, i+1)
	case this, last, next, past, coming:
		return s.neighbour(i, i)
	case early, late, middle, earlier, later:
		return s.modified(i)
	case boundary, beginning, half:
		return s.partOf(i)
	case within:
		return s.within(i)
	default:
		return match{}, false
	}
}

// longer returns the longer one of two matches.
func longer(a match, okA bool, b match, okB bool) (match, bool) {
	if okB && (!okA || b.end > a.end) {
		return b, true
	}
	return a, okA
}

// inner returns the expression at token i that a modifier before it speaks of
// ("late" Thursday, "the end of" next month); one modifier does not follow another.
func (s *scanner) inner(i int) (match, bool) {
	if s.is(i, the) && s.is(i+1, decade) {
		i++
	}
	first := s.tok(i).class
	if first == the {
		first = s.tok(i + 1).class
	}
	switch first {
	case early, late, middle, earlier, later, boundary, beginning, half, within:
		return match{}, false
	}
	return s.at(i)
}

// tok returns token i, and the end of the text for one outside it.
func (s *scanner) tok(i int) token {
	if i < 0 || i >= len(s.toks) {
		return token{entry: entry{class: stop}}
	}
	return s.toks[i]
}

// is reports whether token i is of the class.
func (s *scanner) is(i int, c class) bool { return s.tok(i).class == c }

// isOneOf reports whether token i is of one of the classes.
func (s *scanner) isOneOf(i int, classes ...class) bool {
	c := s.tok(i).class
	for _, want := range classes {
		if c == want {
			return true
		}
	}
	return false
}

// one reports whether token i names a single unit: "week", not "weeks".
func (s *scanner) one(i int) bool { return s.is(i, unitWord) && !s.tok(i).many }

// starts reports whether token i begins a sentence or clause, so that its
// capital letter says nothing.
func (s *scanner) starts(i int) bool {
	before := s.tok(i - 1)
	return before.class == stop || before.class == dot || before.class == other && !s.lettered(before)
}

// lettered reports whether a token is a word rather than a mark.
func (s *scanner) lettered(t token) bool { return t.Len() > 0 && isLetter(s.text[t.Begin]) }

// properBefore reports whether a capitalised word stands before token i, as in
// names that end in a number: "Vision 2030".
func (s *scanner) properBefore(i int) bool {
	before := s.tok(i - 1)
	return before.class == other && before.capital && !s.starts(i-1)
}

// cue is the class of the token before token i, past a hyphen: "mid-May".
func (s *scanner) cue(i int) class {
	if s.is(i-1, dash) && s.tok(i-1).tight && s.tok(i).tight {
		i--
	}
	return s.tok(i - 1).class
}

// connects reports whether token i joins the two ends of an interval whose
// first end begins at token first: "2 to 5", "between 2 and 5".
func (s *scanner) connects(i, first int) bool {
	return s.isOneOf(i, dash, to, until, through) || s.is(i, and) && s.is(first-1, betweenWord)
}

// bound tells from the word before an expression which side of it is meant.
func (s *scanner) bound(m match) Bound {
	if s.is(m.end, possessive) || m.interval {
		return At
	}
	i := m.first - 1
	if s.is(i, the) {
		i--
	}
	switch s.tok(i).class {
	case since, from, afterWord:
		return Since
	case until, by, beforeWord, through:
		return Until
	default:
		return At
	}
}

// remember makes a date the one that later anaphora go back to.
func (s *scanner) remember(d Date) {
	finest := yearGrain
	switch length := d.To.Sub(d.From).Hours() / 24; {
	case d.Precision == Day:
		finest = dayGrain
	case length < 8:
		finest = weekGrain
	case length < 32:
		finest = monthGrain
	case length > 366:
		return
	}
	for g := finest; g < grains; g++ {
		s.named[g] = d
	}
}

// anchor is the day to reckon an anaphoric expression in unit u from.
func (s *scanner) anchor(u unit) (time.Time, bool) {
	grain := dayGrain
	switch u {
	case weeks, weekends, fortnights:
		grain = weekGrain
	case months, quarters:
		grain = monthGrain
	case years:
		grain = yearGrain
	}
	if d := s.named[grain]; !d.IsZero() {
		return d.From, true
	}
	return s.today, s.known
}

// relative makes a match of a date that is reckoned from the reference day.
func (s *scanner) relative(first, end int, d Date) (match, bool) {
	return match{Expr: Expr{Date: d, Kind: Relative}, first: first, end: end}, s.known
}

// anaphor makes a match of the unit that lies n units after the anchor.
func (s *scanner) anaphor(first, end, n int, u unit) (match, bool) {
	day, ok := s.anchor(u)
	if !ok {
		return match{}, false
	}
	d, ok := shifted(day, n, u)
	return match{Expr: Expr{Date: d, Kind: Anaphoric}, first: first, end: end}, ok
}
