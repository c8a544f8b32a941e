package when

// Names of months and numbers of years are also other words and numbers. The
// rules of this file decide by what stands around them.

// riskyName reports whether a month is also a verb, an adjective or a first
// name.
func riskyName(month int) bool { return month >= 3 && month <= 6 || month == 8 }

// plainMonth reports whether the month name at token i, with neither day nor
// year, names a month.
func (s *scanner) plainMonth(i int) bool {
	t := s.tok(i)
	before := s.cue(i)
	switch {
	case !t.capital || t.short || before == special && s.tok(i-1).capital:
		return false
	case before == this || before == last || before == next || before == early || before == late || before == middle:
		return true
	case !riskyName(t.value):
		return true
	case s.is(i+1, possessive) && t.value == 5: // "in May's cabinet"
		return false
	case before == in || before == since || before == until:
		return true
	case before == preposition:
		return s.word(i-1) == "during"
	case before == the || before == article:
		return s.attributive(i)
	case s.connects(i+1, i) && s.is(i+2, month), s.connects(i-1, i-2) && s.is(i-2, month):
		return true
	case s.is(i+1, and) && s.is(i+2, month), s.is(i-1, and) && s.is(i-2, month):
		return true
	case t.value == 5:
		return before == of && s.isOneOf(i-2, boundary, beginning, half)
	default:
		return before == by || before == from || before == beforeWord || before == afterWord || before == of || before == betweenWord
	}
}

// attributive reports whether token i stands before a common noun: "the June
// summit", not "the March on Washington", not "the May government".
func (s *scanner) attributive(i int) bool {
	after := s.tok(i + 1)
	return after.class == other && !after.capital && s.lettered(after)
}

// word is the text of token i.
func (s *scanner) word(i int) string { return s.tok(i).Of(s.text) }

// isYear reports whether the number at token i is a year.
func (s *scanner) isYear(i int) bool {
	t := s.tok(i)
	if t.class != number || !plausible(t.value) || s.isOneOf(i+1, counted, unitWord) {
		return false
	}
	before := s.cue(i)
	switch before {
	case roughly, bounding, numbered:
		return false
	case in, since, until, beforeWord, afterWord, betweenWord, the, article, early, late, middle, this, that,
		owner, possessive, month, season, paren, stop, preposition:
		return true
	case other:
		if hyphenated := s.is(i-1, dash); hyphenated || s.properBefore(i) || s.tok(i-1).capital {
			return false
		}
	case dash:
		return !s.tok(i - 1).tight
	}
	return t.value >= 1900 && t.value <= 2100 && !s.plural(i+1)
}

// plural reports whether token i looks like a plural noun that a number counts.
func (s *scanner) plural(i int) bool {
	t := s.tok(i)
	if t.class != other || t.capital || !s.lettered(t) {
		return false
	}
	text := t.Of(s.text)
	return len(text) > 3 && text[len(text)-1] == 's' && text[len(text)-2] != 's'
}

// isWeekday reports whether the weekday name at token i means a day, and
// neither a name ("Sunday Times", "Black Friday") nor a habit ("every Friday").
func (s *scanner) isWeekday(i int) bool {
	if s.isOneOf(i-1, every) || s.is(i-1, special) && s.tok(i-1).capital {
		return false
	}
	j := i + 1
	if s.is(j, dayPart) && s.tok(j).capital {
		j++
	}
	if s.is(j, medium) && s.tok(j).capital {
		return false
	}
	return !(s.is(i-1, on) && s.is(i-2, medium) && s.tok(i-2).capital) // "Mail on Sunday"
}
