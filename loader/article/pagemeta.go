package article

import (
	"regexp"
	"slices"
	"strings"
	"time"
)

// authors finds who wrote the page: the byline, the line under the story that
// names its reporters, a name by itself near the headline, the agency.
func (p *page) authors() []string {
	if len(p.by.authors) > 0 {
		return p.by.authors
	}
	for i, l := range p.lines {
		if m := reporting.FindStringSubmatch(l.text); m != nil && i > p.core {
			if found := reporters(m[1]); len(found) > 0 {
				return found
			}
		}
	}
	if found := p.unsignedNames(); len(found) > 0 {
		return found
	}
	for i, l := range p.lines {
		if m := writing.FindStringSubmatch(l.text); m != nil && i > p.core {
			if found := reporters(m[1]); len(found) > 0 {
				return found
			}
		}
	}
	if p.lead.agency != "" {
		return []string{p.lead.agency}
	}
	for i, l := range p.lines {
		if m := ownSource.FindStringSubmatch(l.text); m != nil && !p.inBody(i) {
			if source, ok := mediumNamed(m[1]); ok && source.agency {
				return []string{source.name}
			}
		}
	}
	return nil
}

// reporters reads "Jane Roe in Kyiv and John Doe".
func reporters(list string) []string {
	var all []string
	for _, part := range nameBreak.Split(list, -1) {
		if name := tidy(placePart.ReplaceAllString(part, "")); isPerson(name) && !slices.Contains(all, personName(name)) {
			all = append(all, personName(name))
		}
	}
	return all
}

// unsignedNames looks for names without "By" between headline and body.
func (p *page) unsignedNames() []string {
	if p.titleAt < 0 {
		return nil
	}
	body := p.text[p.lines[p.core].Begin:p.lines[p.end].End]
	for i := max(0, p.titleAt-2); i < p.core; i++ {
		l := p.lines[i]
		if i == p.titleAt || l.class != short || l.bullet {
			continue
		}
		if found := unsigned(l.text, l.words, body); len(found) > 0 && p.besideHead(i) {
			return found
		}
	}
	return nil
}

// besideHead reports whether a line is next to the headline, a standfirst or a
// date, as an author's name is.
func (p *page) besideHead(i int) bool {
	for _, j := range []int{i - 1, i + 1} {
		if j >= 0 && j < len(p.lines) && (j == p.titleAt || p.lines[j].class == stamp || j > p.titleAt && p.lines[j].class == prose) {
			return true
		}
	}
	return p.underDeck(i)
}

// underDeck reports whether only a standfirst stands between the headline and
// line i, which is in capitals or above a date, as authors' names are.
func (p *page) underDeck(i int) bool {
	if i < p.titleAt+2 || i > p.titleAt+nearby {
		return false
	}
	for _, l := range p.lines[p.titleAt+1 : i] {
		if l.words < fewWords {
			return false
		}
	}
	names := strings.NewReplacer(" and ", "", " in ", "").Replace(p.lines[i].text)
	return isCapitals(names) || i+1 < len(p.lines) && p.lines[i+1].class == stamp
}

var (
	publishedLabel = regexp.MustCompile(`(?i)\b(?:published|posted|issued|filed|released?|publishing|publication|created|first)(?:\s+(?:on|date|at|time))?\s*:?[\s,]*(?:\p{L}+day,?\s*)?(?:\d{1,2}[:.]\d{2}\s*\w*[\s,]*)?$|^\W*date\s*(?:line)?\s*:?\s*(?:\p{L}+day,?\s*)?$`)
	updatedLabel   = regexp.MustCompile(`(?i)\b(?:updated|update|modified|edited|revised|amended)(?:\s+(?:on|at|date))?\s*:?[\s,]*(?:\p{L}+day,?\s*)?$`)
	accessLabel    = regexp.MustCompile(`(?i)\b(?:accessed|retrieved|archived|today is|captured)\b\W*(?:on)?\W*$`)
	compactDate    = regexp.MustCompile(`/(20\d{2})/?([01]\d)/?([0-3]\d)(?:/|-|\b)`)
)

// How far the places of a date are to be trusted; a published label beats all.
const (
	byLabel    = 100
	byDateWord = 90
	byByline   = 85
	byHead     = 80
	byAbove    = 65
	byUpdate   = 60
	byURL      = 50
	byDateline = 45
	byFoot     = 40
	byMenu     = 20
)

// published finds the day of publication: a date that says so, that of the
// byline, one under the headline; and failing that an update, the address, the
// dateline.
func (p *page) published() (time.Time, bool) {
	var best moment
	bestScore := 0
	var dayOnly []moment // without a year
	var timed []moment   // in the head of the page, with a time of day
	consider := func(m moment, score int) {
		if m.hasTime && score >= byHead {
			timed = append(timed, m)
		}
		switch {
		case m.noYear:
			dayOnly = append(dayOnly, m)
		case score > bestScore:
			best, bestScore = m, score
		}
	}
	for i, l := range p.lines {
		if p.tellsOfOtherDays(i) || isLegal(l.text) || l.words > 3*manyWords {
			continue
		}
		at := 0
		for _, m := range findDates(l.text) {
			consider(m, p.dateScore(i, strings.TrimSpace(l.text[at:m.begin])))
			at = m.end
		}
	}
	if m, ok := addressDate(p.url); ok {
		consider(m, byURL)
	}
	for _, m := range p.datelineDates() {
		consider(m, byDateline)
	}
	if best.either {
		best = p.settle(best)
	}
	for _, m := range timed {
		if !best.hasTime && day(m.time).Equal(day(best.time)) {
			best = m
		}
	}
	if bestScore <= byMenu && len(dayOnly) > 0 {
		if t, ok := p.withYear(dayOnly[0].time); ok {
			return t, dayOnly[0].hasTime
		}
	}
	return best.time, best.hasTime
}

// tellsOfOtherDays reports whether the dates of line i are those of what the
// article tells, or of a post within it, not of the article.
func (p *page) tellsOfOtherDays(i int) bool {
	if !p.inBody(i) {
		return false
	}
	switch p.lines[i].class {
	case prose, long, tiny, photo:
		return true
	default:
		return i > p.core+nearby
	}
}

func isLegal(text string) bool {
	return rights.MatchString(text) || strings.Contains(strings.ToLower(text), "all rights reserved")
}

// dateScore weighs a date on line i with the words before it.
func (p *page) dateScore(i int, before string) int {
	if before == "" && i > 0 && p.lines[i-1].words <= 3 {
		before = p.lines[i-1].text // a label on a line of its own
	}
	l := p.lines[i]
	switch {
	case accessLabel.MatchString(before):
		return byMenu
	case publishedLabel.MatchString(before):
		if strings.HasPrefix(strings.ToLower(before), "date") {
			return byDateWord
		}
		return byLabel
	case updatedLabel.MatchString(before) && l.class != signature:
		return byUpdate
	case l.class == signature:
		return byByline
	case i > p.titleAt && i <= p.core+nearby && p.titleAt >= 0 && l.class == stamp:
		return byHead
	case i < p.titleAt && i >= p.titleAt-nearby && (l.class == stamp || strings.Contains(l.text, "http")):
		return byAbove
	case i > p.titleAt && i <= p.core:
		return byAbove - 1
	case i > p.end && p.amidOthers(i):
		return 0
	case i > p.end:
		return byFoot
	default:
		return byMenu
	}
}

// amidOthers reports whether line i stands below what ends the article, where
// other stories and their dates are listed.
func (p *page) amidOthers(i int) bool { return i > p.others }

// addressDate reads the day out of an address: /2021/12/31/, /20211231/.
func addressDate(address string) (moment, bool) {
	m := compactDate.FindStringSubmatch(address)
	if m == nil {
		for _, d := range findDates(address) {
			if !d.noYear {
				return moment{time: day(d.time)}, true
			}
		}
		return moment{}, false
	}
	return dateOf(m[1], m[2], "", m[3])
}

// datelineDates lists the dates in the dateline.
func (p *page) datelineDates() []moment {
	if p.leadAt < 0 {
		return nil
	}
	return findDates(p.lines[p.leadAt].text[:p.lead.end])
}

// settle decides which of two numbers is the month, by a date elsewhere on the
// page that has only one reading. News sites outside the United States put the
// day first.
func (p *page) settle(m moment) moment {
	other := time.Date(m.time.Year(), time.Month(m.time.Day()), int(m.time.Month()), m.time.Hour(), m.time.Minute(), m.time.Second(), 0, m.time.Location())
	if isISO(p.text, m) {
		return m
	}
	swap := false
	for _, l := range p.lines {
		for _, d := range findDates(l.text) {
			if d.either {
				continue
			}
			sameYear := d.noYear || d.time.Year() == m.time.Year()
			if sameYear && d.time.Month() == m.time.Month() && d.time.Day() == m.time.Day() {
				return m
			}
			swap = swap || sameYear && d.time.Month() == other.Month() && d.time.Day() == other.Day()
		}
	}
	if swap {
		m.time = other
	}
	return m
}

// isISO reports whether a date stands on the page with the year first.
func isISO(text string, m moment) bool {
	for _, separator := range []string{"-", "/", "."} {
		if strings.Contains(text, m.time.Format("2006"+separator+"01"+separator+"02")) {
			return true
		}
	}
	return false
}

var anyYear = regexp.MustCompile(`\b(20[0-4]\d|19[89]\d)\b`)

// withYear completes a day with the latest year of the copyright notice, the
// dates and the addresses around the article. What articles and headlines
// speak of may be any year.
func (p *page) withYear(t time.Time) (time.Time, bool) {
	latest := ""
	for i, l := range p.lines {
		if i == p.titleAt || p.inBody(i) || !isLegal(l.text) && (l.class != stamp || p.amidOthers(i)) && !strings.Contains(l.text, "http") {
			continue
		}
		for _, y := range anyYear.FindAllString(l.text, -1) {
			latest = max(latest, y)
		}
	}
	if latest == "" {
		return time.Time{}, false
	}
	year, err := time.Parse("2006", latest)
	if err != nil {
		return time.Time{}, false
	}
	return time.Date(year.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), 0, t.Location()), true
}
