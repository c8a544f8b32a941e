package when

import (
	"time"

	"demarche/internal/span"
)

// Kind says what an expression's date is reckoned from.
type Kind string

// The kinds of expression.
const (
	Explicit  Kind = "explicit"  // the calendar: "10 January", "in 2014", "the 1990s"
	Weekday   Kind = "weekday"   // the week: "on Thursday", "late on Monday"
	Relative  Kind = "relative"  // the reference day: "yesterday", "last week", "within 72 hours"
	Anaphoric Kind = "anaphoric" // a day named before: "the same day", "two days earlier"
)

// Bound says on which side of its date a text puts something.
type Bound string

// The bounds. At is the common case, "on Thursday" or "the Thursday call".
const (
	At    Bound = ""
	Since Bound = "since" // "since 2014", "from Monday", "after 10 May"
	Until Bound = "until" // "by Friday", "until 15 March", "before Sunday", "within 72 hours"
)

// Expr is a time expression of a text.
//
// "On Thursday" or "10 January" name no year or week; which one is meant, the
// tense of the clause tells. Date is the best reading without it; Past and
// Ahead, where not zero, are the readings of a clause that looks back or ahead
// (see Resolve).
type Expr struct {
	span.Span       // without preposition or possessive: "late Thursday", "the same day", "2 to 5 May"
	Date      Date  // never zero
	Past      Date  // the latest day, month or weekend of that name up to the reference day, where Date is another
	Ahead     Date  // the first one from the reference day on; the reference day itself counts for both
	Kind      Kind  // what Date is reckoned from
	Bound     Bound // the side of Date that is meant
}

// Reference is the point from which a text reckons time.
type Reference struct {
	// Published is the moment of publication; its day on its own clock is the
	// reference day. When zero, only dates that are absolute, or that hang on
	// Anchor, are found.
	Published time.Time
	// Anchor is the day (month, year) that the narrative mentioned last, for
	// "the same day" and "two days earlier"; when nil, the reference day is.
	// Expressions that Find finds become the anchor of later ones.
	Anchor *Date
}

// Find returns the time expressions of the part of text that within covers,
// in ascending order and without overlap; of several readings of the same
// place it takes the longest. A part beyond the text is cut to it.
//
// Weeks are those of ISO 8601, Monday to Sunday: "last week" is the one before
// that of the reference day, "last Thursday" its Thursday, "next Thursday" the
// one of the week to come. A bare "Thursday" is the latest one up to the
// reference day; "by Thursday" and "until Thursday" are the coming one. A
// day or month without year is the latest one, unless the next one is nearer
// and near (see Expr for the other reading). Seasons are those of the north;
// times of day do not count. Words like "early", "mid-" and "the end of" leave
// the date as it is: nothing is dated more exactly than the text does.
//
// Expressions that name no certain date ("in recent days", "years later",
// "every Friday", "in two weeks") are left out, and so are names that only look
// like one ("Mrs May", "Sunday Times", "Black Friday").
func Find(text string, within span.Span, ref Reference) []Expr {
	within.Begin = min(max(within.Begin, 0), len(text))
	within.End = min(max(within.End, within.Begin), len(text))
	s := scanner{text: text, toks: lex(text, within), known: !ref.Published.IsZero()}
	if s.known {
		s.today = dayOf(ref.Published)
	}
	if ref.Anchor != nil {
		s.remember(*ref.Anchor)
	}
	var found []Expr
	for i := 0; i < len(s.toks); {
		if s.toks[i].class == other { // most words: not worth a call
			i++
			continue
		}
		m, ok := s.at(i)
		if !ok || !m.Date.ordered() {
			i++
			continue
		}
		m.Span = s.toks[m.first].Join(s.toks[m.end-1].Span)
		if m.Bound == At {
			m.Bound = s.bound(m)
		}
		switch {
		case m.Bound == At:
			s.remember(m.Date)
		case m.Bound == Until && s.isOneOf(m.first-1, by, until):
			m.deadline(s.today)
		}
		found = append(found, m.Expr)
		i = m.end
	}
	return found
}

// Resolve returns the date that an expression means in a clause that looks
// ahead ("will meet on Thursday") or back ("met on Thursday"). Where the tense
// is not known, take e.Date.
func Resolve(e Expr, future bool) Date {
	switch {
	case future && !e.Ahead.IsZero():
		return e.Ahead
	case !future && !e.Past.IsZero():
		return e.Past
	default:
		return e.Date
	}
}
