package extract

import (
	"demarche/loader/when"
)

// dueBy is the date by which what is wanted is to be done, or nil: "withdraw by Friday", "gave Kyiv until 15 March to". It is kept apart from the day
// on which the demand was made.
func (x *extractor) dueBy(w wish) *when.Date {
	last := w.what[len(w.what)-1]
	s := x.sentence(x.TokenAt(last.Begin))
	begin := min(x.Tokens[w.at].Begin, w.what[0].Begin)
	for _, e := range x.dates[x.datesFrom(max(begin, s.Begin)):] {
		if e.Begin >= s.Span.End {
			return nil
		}
		t := x.TokenAt(e.Begin)
		if e.Bound != when.Until || e.End > s.Span.End || e.Begin >= last.End && x.governing(t) != w.at && x.governing(t) != w.act {
			continue
		}
		d := when.Resolve(e, true)
		return &d
	}
	return nil
}
