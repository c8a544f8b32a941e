package extract

import (
	"demarche/loader/lang/attribution"
	"demarche/loader/when"
)

// dateLeads gives what the first paragraphs report without a day the day that the same speaker's next statement has: news tells what was said first,
// and when below.
func (x *extractor) dateLeads() {
	for i, s := range x.said {
		if s.block > leadBlocks {
			break
		}
		if x.Statements[i].When != nil {
			continue
		}
		if _, coarse := x.dayOf(s.Head, s.Content); coarse {
			continue
		}
		for j := i + 1; j < len(x.said) && x.said[j].block-s.block <= leadBlocks; j++ {
			if x.said[j].speaker == s.speaker && x.Statements[j].When != nil {
				x.Statements[i].When = x.Statements[j].When
				break
			}
		}
	}
}

// leadBlocks is how many paragraphs behind its first a lead goes on.
const leadBlocks = 3

// inheritDay is over how many paragraphs a speaker's day carries on.
const inheritDay = 3

// inheritStatements is over how many statements it does, in paragraphs without an end.
const inheritStatements = 100

// saidOn is the day of a statement: a time expression beside its cue and
// outside its content, else the day that the same side's statement before
// it has.
func (x *extractor) saidOn(i int) *when.Date {
	s := x.said[i]
	d, coarse := x.dayOf(s.Head, s.Content)
	if d != nil || coarse || x.anyTime(s.Head) {
		return d
	}
	for j := i - 1; j >= max(0, i-inheritStatements) && s.block-x.said[j].block <= inheritDay; j-- {
		if x.Statements[j].When != nil && x.side(x.said[j].speaker) == x.side(s.speaker) {
			return x.Statements[j].When
		}
	}
	return x.sceneDay(s)
}

// anyTime reports whether a verb says that something was done on no day in particular: "has said", "repeatedly said".
func (x *extractor) anyTime(verb int) bool {
	for c := range x.Children(verb) {
		switch t := x.Tokens[c]; {
		case x.Is(c, "aux") && (t.Lower == "has" || t.Lower == "have" || t.Lower == "'s" && x.Tokens[verb].Tag == "VBN"):
			return true
		case t.Lower == "repeatedly" || t.Lower == "often" || t.Lower == "always" || t.Lower == "previously" || t.Lower == "frequently":
			return true
		}
	}
	return false
}

// sceneDay is the day that an earlier sentence gives to what the speaker of a statement, or the speaker's side, does in it: "In a letter released
// Monday, Sanders rips the deal" dates what Sanders wrote in the letter.
func (x *extractor) sceneDay(s said) *when.Date {
	from := x.datesFrom(x.Tokens[s.Head].Begin)
	for i := from - 1; i >= max(0, from-sceneDates); i-- {
		e := x.dates[i]
		if e.Bound != when.At {
			continue
		}
		t := x.TokenAt(e.Begin)
		if s.block-x.sentence(t).Block > sceneBlocks {
			return nil
		}
		if x.statementAt(t, false) >= 0 || x.inRelative(t, x.headOf(x.sentence(t).First, x.sentence(t).End)) || !x.acts(t, s.speaker) {
			continue
		}
		if d := when.Resolve(e, false); d.Precision == when.Day {
			return &d
		}
	}
	return nil
}

const sceneBlocks = 3

// sceneDates is how many time expressions are looked at, in paragraphs without an end.
const sceneDates = 50

// acts reports whether an entity, or whom it speaks for, is the subject of what a time expression dates.
func (x *extractor) acts(t, entity int) bool {
	verb := x.governing(t)
	if verb < 0 {
		return false
	}
	subject := x.subject(verb)
	if subject < 0 {
		return false
	}
	e := x.who(subject)
	return e >= 0 && x.side(e) == x.side(entity)
}

// dayOf is the day that a time expression gives a predicate: one in its sentence that does not hang on a relative clause, and is
// no part of what is said. coarse reports that there is a time expression and no day: "in March".
func (x *extractor) dayOf(predicate int, content []attribution.Range) (day *when.Date, coarse bool) {
	s := x.sentence(predicate)
	for _, e := range x.dates[x.datesFrom(s.Begin):] {
		if e.Begin >= s.Span.End {
			break
		}
		if !s.Contains(e.Span) || e.Bound != when.At {
			continue
		}
		t := x.TokenAt(e.Begin)
		if covered(t, content) || x.inRelative(t, predicate) {
			continue
		}
		if d := when.Resolve(e, false); d.Precision == when.Day {
			return &d, false
		}
		coarse = coarse || x.governing(t) == predicate
	}
	return nil, coarse
}

// inRelative reports whether a token stands in a relative clause or apposition that a predicate is not part of: "said the envoy, who met
// Kerry on Wednesday".
func (x *extractor) inRelative(t, predicate int) bool {
	for at := t; at >= 0; at = x.Tokens[at].Head {
		if x.Is(at, "acl", "appos") && !x.Above(at, predicate) {
			return true
		}
	}
	return false
}
