package article

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// moment is a date found in a text, with the time of day where one stands
// beside it.
type moment struct {
	begin, end int // bytes of the text
	time       time.Time
	hasTime    bool
	noYear     bool // the text gives no year; time has year 0
	either     bool // day and month may be the other way round: 04/03/2022
}

const (
	monthWord = `(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)`
	clockForm = `(?P<hour>\d{1,2})[:.h](?P<minute>\d{2})(?:[:.](?P<second>\d{2})(?:\.\d+)?)?[ \x{202f}\x{a0}]?(?P<half>[ap]\.?m\b\.?)?`
	zoneForm  = `[ \x{a0}]?\(?(?P<zone>Z\b|(?:GMT|UTC)?[+-]\d{1,2}:?(?:\d{2})?\b|GMT\b|UTC\b|EST\b|EDT\b|ET\b|CET\b|CEST\b|BST\b|MSK\b|IST\b|HKT\b|SGT\b|PST\b|PDT\b|PT\b|CST\b|JST\b)?\)?`
	nextTo    = `(?:[ T,/|·•-]|\x{a0}|\x{2013}|\bat\b){1,6}` // between a date and its time
)

// The shapes of dates in pages and data. Order matters: the longer shape wins
// where two begin at the same place. Years of two digits count with the name
// of the month between marks, and on lines that say little else.
var (
	dateShapes = []*regexp.Regexp{
		regexp.MustCompile(`(?P<year>(?:19|20)\d{2})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?:\D|$)`),
		regexp.MustCompile(`(?i)\b(?P<day>\d{1,2})[-/.](?P<name>` + monthWord + `)[-/.](?P<year>\d{2})\b`),
		regexp.MustCompile(`(?i)\b(?P<day>\d{1,2})(?:st|nd|rd|th)?(?: of)?[ \x{a0}./-]*(?P<name>` + monthWord + `)\b\.?,?[ \x{a0}./-]*(?P<year>(?:19|20)\d{2})?\b`),
		regexp.MustCompile(`(?i)\b(?P<name>` + monthWord + `)\b\.?[ \x{a0}-]*(?P<day>\d{1,2})(?:st|nd|rd|th)?\b(?:[,. \x{a0}-]*(?P<year>(?:19|20)\d{2})\b)?`),
		regexp.MustCompile(`\b(?P<day>\d{1,2})[./-](?P<month>\d{1,2})[./-](?P<year>(?:19|20)\d{2})\b`),
		regexp.MustCompile(`(?P<year>20\d{2})年(?P<month>\d{1,2})月(?P<day>\d{1,2})日`),
	}
	shortYear   = regexp.MustCompile(`\b(?P<day>\d{1,2})[./-](?P<month>\d{1,2})[./-](?P<year>\d{2})\b`)
	clockMark   = regexp.MustCompile(`\b\d{1,2}:\d{2}\b`) // only with a time is 05-04-95 a date
	clockAfter  = regexp.MustCompile(`(?i)^` + nextTo + clockForm + zoneForm)
	clockBefore = regexp.MustCompile(`(?i)\b` + clockForm + zoneForm + `(?:[ ,/|·•-]|\x{a0}|\bon\b|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|satu?r?|sun)(?:day)?\b){1,6}$`)
)

// offsets are the time zones whose names news pages use, in hours from UTC.
// Ambiguous names have the meaning that they have in English-language news.
var offsets = map[string]float64{
	"z": 0, "gmt": 0, "utc": 0, "est": -5, "edt": -4, "et": -5, "cst": -6, "pst": -8, "pdt": -7, "pt": -8,
	"cet": 1, "cest": 2, "bst": 1, "msk": 3, "ist": 5.5, "hkt": 8, "sgt": 8, "jst": 9,
}

// parseDate reads a value that is meant to be a date: RFC 3339, ISO 8601, RFC
// 1123, "2 December 2021", "Dec 2, 2021 6:54 PM" and the like. Of 04/03/2022
// it takes the day first.
func parseDate(value string) (t time.Time, hasTime, ok bool) {
	value = strings.TrimSpace(value)
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04:05Z0700", time.RFC1123Z, time.RFC1123, "2006-01-02T15:04Z0700"} {
		if t, err := time.Parse(layout, value); err == nil && t.Year() > 0 {
			return t, true, true
		}
	}
	found := findDates(value)
	if len(found) != 1 || found[0].noYear {
		return time.Time{}, false, false
	}
	// A value with more in it than a date is a sentence.
	rest := len(value) - (found[0].end - found[0].begin)
	return found[0].time, found[0].hasTime, rest <= len("Wednesday, ")
}

// findDates lists the dates in a text, ascending and not overlapping. Only
// days that exist, from 1900 on, are dates.
func findDates(text string) []moment {
	var all []moment
	if !strings.ContainsAny(text, "0123456789") {
		return nil // most lines, and the patterns are slow
	}
	shapes := dateShapes
	if countWords(text) <= 4 && clockMark.MatchString(text) {
		shapes = append(slices.Clip(shapes), shortYear)
	}
	for at := 0; at < len(text); {
		best, found := moment{}, false
		for _, shape := range shapes {
			if m, ok := matchDate(shape, text, at); ok && (!found || m.begin < best.begin) {
				best, found = m, true
			}
		}
		if !found {
			break
		}
		best.addClock(text, at)
		all = append(all, best)
		at = best.end
	}
	return all
}

// matchDate finds the first existing day of one shape in text[at:].
func matchDate(shape *regexp.Regexp, text string, at int) (moment, bool) {
	for at < len(text) {
		place := shape.FindStringSubmatchIndex(text[at:])
		if place == nil {
			return moment{}, false
		}
		group := func(name string) string {
			i := shape.SubexpIndex(name)
			if i < 0 || place[2*i] < 0 {
				return ""
			}
			return text[at+place[2*i] : at+place[2*i+1]]
		}
		m, ok := dateOf(group("year"), group("month"), group("name"), group("day"))
		m.begin, m.end = at+place[0], at+place[1]
		if d := shape.SubexpIndex("day"); group("name") == "" && group("month") != "" && place[2*d+1] > place[2*shape.SubexpIndex("year")+1] {
			m.end = at + place[2*d+1] // without the character after the day
			m.either = false
			if strings.HasPrefix(text[m.end:], "日") {
				m.end += len("日")
			}
		}
		if ok && (m.begin == 0 || !isDigit(text[m.begin-1])) {
			return m, true
		}
		at += place[0] + 1
	}
	return moment{}, false
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// dateOf makes a day of its written parts.
func dateOf(year, month, name, dayOfMonth string) (moment, bool) {
	y, _ := strconv.Atoi(year) // no year: 0
	if len(year) == 2 {
		if y += 1900; y < 1970 {
			y += 100
		}
	}
	d, _ := strconv.Atoi(dayOfMonth)
	n, _ := strconv.Atoi(month)
	if name != "" {
		n = monthNumber(name)
	}
	either := name == "" && d <= 12 && d != n
	if name == "" && n > 12 && d <= 12 {
		n, d = d, n
	}
	m := moment{time: time.Date(y, time.Month(n), d, 0, 0, 0, 0, time.UTC), noYear: y == 0, either: either}
	return m, n >= 1 && n <= 12 && m.time.Day() == d && (y == 0 || y >= 1900)
}

func monthNumber(name string) int {
	return strings.Index("janfebmaraprmayjunjulaugsepoctnovdec", strings.ToLower(name[:3]))/3 + 1
}

// addClock takes in the time of day beside the date, after it or before it but
// not before byte at.
func (m *moment) addClock(text string, at int) {
	if found := clockAfter.FindStringSubmatchIndex(text[m.end:]); found != nil {
		if m.setClock(clockAfter, text[m.end:], found) {
			m.end += found[1]
		}
		return
	}
	if found := clockBefore.FindStringSubmatchIndex(text[at:m.begin]); found != nil {
		if m.setClock(clockBefore, text[at:m.begin], found) {
			m.begin = at + found[0]
		}
	}
}

// setClock sets the time of day from a match and reports whether it exists.
func (m *moment) setClock(form *regexp.Regexp, text string, found []int) bool {
	group := func(name string) string {
		if i := form.SubexpIndex(name); found[2*i] >= 0 {
			return strings.ToLower(text[found[2*i]:found[2*i+1]])
		}
		return ""
	}
	hour, _ := strconv.Atoi(group("hour"))
	minute, _ := strconv.Atoi(group("minute"))
	second, _ := strconv.Atoi(group("second")) // often absent
	if half := group("half"); half != "" && hour <= 12 {
		hour %= 12
		if half[0] == 'p' {
			hour += 12
		}
	}
	if hour > 23 || minute > 59 || second > 59 {
		return false
	}
	m.hasTime = true
	m.time = time.Date(m.time.Year(), m.time.Month(), m.time.Day(), hour, minute, second, 0, zoneOf(group("zone")))
	return true
}

// zoneOf is the zone with a name or an offset; UTC when neither is given.
func zoneOf(name string) *time.Location {
	if name == "" {
		return time.UTC
	}
	hours, known := offsets[name]
	if !known {
		number := strings.TrimLeft(strings.TrimPrefix(strings.TrimPrefix(name, "gmt"), "utc"), "+-")
		number = strings.ReplaceAll(number, ":", "")
		h, m := number, "0"
		if len(number) > 2 {
			h, m = number[:len(number)-2], number[len(number)-2:]
		}
		whole, _ := strconv.Atoi(h)
		minutes, _ := strconv.Atoi(m)
		hours = float64(whole) + float64(minutes)/60
		if strings.Contains(name, "-") {
			hours = -hours
		}
	}
	if hours == 0 {
		return time.UTC
	}
	return time.FixedZone(strings.ToUpper(name), int(hours*3600))
}
