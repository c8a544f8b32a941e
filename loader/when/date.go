// Package when turns time expressions of news text ("on Thursday", "earlier in
// the day", "mid-December", "10 January") into days, as seen from a reference
// day, with exactly the precision that the text has.
//
// It follows the spirit of TimeML's TIMEX3 values, reduced to what news
// records need: a day, a month, a year or an interval of days. Functions are
// pure and safe for concurrent use.
package when

import "time"

// Precision says how exactly a text dates something.
type Precision string

// The precisions of a Date.
const (
	Day   Precision = "day"
	Month Precision = "month"
	Year  Precision = "year"
	Range Precision = "range" // a week, a weekend, a decade, "2 to 5 May"
)

// Date is an interval of whole days, both ends included, at midnight UTC.
type Date struct {
	From, To  time.Time
	Precision Precision
}

// ISO writes the date as ISO 8601: "2021-12-02", "2021-12", "2021" or
// "2021-12-20/2021-12-26".
func (d Date) ISO() string {
	switch d.Precision {
	case Day:
		return d.From.Format(time.DateOnly)
	case Month:
		return d.From.Format("2006-01")
	case Year:
		return d.From.Format("2006")
	default:
		return d.From.Format(time.DateOnly) + "/" + d.To.Format(time.DateOnly)
	}
}
