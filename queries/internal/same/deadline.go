package same

import (
	"regexp"
	"strings"
)

// deadline matches by when something is to be done.
// What follows "by" and "before" must be a time, so that "by force" is none.
var deadline = func() *regexp.Regexp {
	const (
		count   = `(?:\d+|an?|one|two|three|four|five|six|seven|ten|twelve|thirty)`
		unit    = `(?:minutes?|hours?|days?|weeks?|months?|years?)`
		weekday = `(?:mon|tues|wednes|thurs|fri|satur|sun)day`
		month   = `(?:january|february|march|april|may|june|july|august|september|october|november|december)`
		date    = `(?:(?:\d{1,2} )?` + month + `(?: \d{1,2})?(?:,? \d{4})?|[12]\d{3})`
		moment  = `(?:the )?(?:(?:very )?(?:end|close|beginning|start|middle) of )?(?:the |this |next )?(?:coming )?` +
			`(?:` + weekday + `|` + date + `|tomorrow|tonight|midnight|noon|day|week|weekend|month|year|decade|summer|winter|spring|autumn)(?:'s end)?`
	)
	return regexp.MustCompile(`(?i)\b(?:` + strings.Join([]string{
		`(?:by|before|no later than|not later than) ` + moment,
		`(?:within|in) (?:the )?(?:next |coming )?` + count + ` ` + unit,
		`within (?:a|an) (?:reasonable|adequate|short) (?:time|period)(?: frame)?`,
		`in (?:the )?(?:coming|next) (?:` + count + ` )?` + unit,
		`in an adequate time frame`,
		`immediately`, `at once`, `without (?:any |further )?delay`, `as soon as possible`, `right away`, `promptly`, `swiftly`, `urgently`, `forthwith`,
	}, `|`) + `)\b`)
}()

// cutDeadline returns a text without the times by which something is to be
// done, and the first of these, "" when there is none.
func cutDeadline(text string) (rest, first string) {
	found := deadline.FindAllStringIndex(text, -1)
	var kept strings.Builder
	at := 0
	for _, place := range found {
		kept.WriteString(text[at:place[0]])
		at = place[1]
	}
	kept.WriteString(text[at:])
	if len(found) > 0 {
		first = text[found[0][0]:found[0][1]]
	}
	return kept.String(), first
}
