package article

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// above is how many lines above the core are looked at for the headline; pages
// have fewer, and files that are no pages shall not take long.
const above = 500

// fewLines is how many lines a page without menus has above its body.
const fewLines = 12

// below is how many lines under a headline its byline or date usually stands.
const below = 4

// findTitle chooses the headline among the lines above the core: what is
// repeated, has the length of a headline, and is followed by byline or date.
func (p *page) findTitle() {
	best, bestScore := -1, 0.0
	topmost := p.core-p.mastAt <= fewLines // without menus the first line is likely the headline
	for i := max(p.mastAt+1, p.core-above); i < p.core; i++ {
		score := p.titleScore(i)
		if score > 0 && topmost && p.lines[i].words >= 4 && (p.lines[i+1].loose || p.lines[i+1].class != short || p.lines[i+1].words >= 4) {
			score += 1.5
			topmost = false
		}
		if score > bestScore {
			best, bestScore = i, score
		}
	}
	if best < 0 {
		return
	}
	p.titleAt, p.title = best, p.bareTitle(best)
}

var imageOf = regexp.MustCompile(`(?i)^(?:image|photo|picture|listen|watch|play|video|audio)\b`)

// titleScore weighs a line as the headline; 0 and less means that it is none.
func (p *page) titleScore(i int) float64 {
	l := p.lines[i]
	copies := p.copies(i)
	switch {
	case l.words < 2 || l.words > 45:
		return 0
	case l.class == short || l.class == long || l.class == aside && !strings.Contains(l.text, ":"):
	case l.class == aside && l.words >= fewWords:
	case (l.class == prose || l.class == tiny) && l.words <= manyWords && (strings.HasSuffix(l.text, "?") || strings.HasSuffix(l.text, "!") || copies > 0):
	default:
		return 0
	}
	score := 1.0
	switch {
	case l.words <= 2:
		score -= 3
	case l.words == 3:
		score--
	case l.words >= 5:
		score += 2
	case isCapitals(l.text):
		score++
	}
	score += 3 * float64(min(copies, 1))
	for j := i + 1; j <= i+below && j < len(p.lines); j++ {
		if c := p.lines[j].class; c == signature || c == stamp {
			score += 2
			break
		}
	}
	if i > 0 && isMenu(p.lines[i-1].text, p.lines[i-1].words) {
		score++ // a path leads to the headline
	}
	if dates := findDates(l.text); len(dates) > 0 && !dates[0].noYear && fieldBreak.MatchString(l.text) {
		score -= 3 // a banner with place and date
	}
	if strings.HasPrefix(l.text, headlineField) {
		score += 4
	}
	if imageOf.MatchString(l.text) || l.bullet {
		score -= 2
	}
	if l.class == aside {
		score--
	}
	if p.inList(i) {
		score -= 2
	}
	if distance := p.core - i; distance > 8 {
		score -= 0.1 * float64(distance-8)
	}
	return score
}

// inList reports whether a line stands amid short lines, as menus and lists of
// other stories do.
func (p *page) inList(i int) bool {
	before := i > 0 && p.lines[i-1].class == short && !p.lines[i].loose
	after := i+1 < len(p.lines) && p.lines[i+1].class == short && !p.lines[i+1].loose
	return before && after
}

// copies counts the other lines that say what line i says, with at most a few
// words around it.
func (p *page) copies(i int) int {
	n := 0
	from, to := max(0, p.core-above), min(len(p.lines), p.core+above)
	for j := from; j < to; j++ {
		l := p.lines[j]
		if j != i && p.lines[i].words >= 4 && repeats(l.text, p.lines[i].text) >= 0 {
			n++
		}
	}
	return n
}

// around is how many characters a line may have beside the headline it repeats.
const around = 40

// repeats finds a headline in a line that says little else; -1 when it does not.
func repeats(line, title string) int {
	if title == "" || utf8.RuneCountInString(line) > utf8.RuneCountInString(title)+around {
		return -1
	}
	if at := strings.Index(line, title); at >= 0 {
		return at
	}
	if tidy(line) == tidy(title) {
		return 0
	}
	return -1
}

// bareTitle is the headline of a line without a label before it, quotation
// marks around it, or the site's name behind it.
func (p *page) bareTitle(i int) string {
	text := bareHeadline(p.lines[i].text)
	places := titleParts.FindAllStringIndex(text, -1)
	if len(places) == 0 {
		return text
	}
	last := places[len(places)-1]
	head, tail := text[:last[0]], text[last[1]:]
	if isMedium(tail) {
		return head
	}
	for j, l := range p.lines {
		if j != i && l.text == head {
			return head
		}
	}
	return text
}

// label matches what pages set before a headline, in capitals and apart from it.
var label = regexp.MustCompile(`^(?:LIVE|EXCLUSIVE|BREAKING(?: NEWS)?|UPDATED?|VIDEO|WATCH|ANALYSIS|OPINION|COMMENT|EXPLAINER|INTERVIEW|FEATURE)(?:\s{2,}|\s*[|•·]\s*)|^` + headlineField + `\s+`)

// headlineField names the headline in archives of newspapers.
const headlineField = "HEADLINE:"

// weekdayBefore matches the weekday before a date that stands behind a headline.
var weekdayBefore = regexp.MustCompile(`[\s,]+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s*$`)

// bareHeadline is a headline without a label before it, the day of publication
// behind it, and the quotation marks that enclose the whole of it.
func bareHeadline(s string) string {
	if rest := s[len(label.FindString(s)):]; rest != "" {
		s = rest
	}
	if dates := findDates(s); len(dates) > 0 && dates[len(dates)-1].end == len(s) {
		before := s[:dates[len(dates)-1].begin]
		if day := weekdayBefore.FindStringIndex(before); day != nil && countWords(before[:day[0]]) >= 4 {
			s = before[:day[0]]
		}
	}
	first, size := utf8.DecodeRuneInString(s)
	last, lastSize := utf8.DecodeLastRuneInString(s)
	closing := map[rune]rune{'"': '"', '“': '”', '\'': '\'', '‘': '’', '«': '»', '„': '“'}[first]
	if closing == 0 || last != closing || len(s) <= size+lastSize {
		return s
	}
	inner := strings.TrimSpace(s[size : len(s)-lastSize])
	if inner == "" || strings.ContainsRune(inner, first) || strings.ContainsRune(inner, closing) {
		return s
	}
	return inner
}

// isCapitals reports whether a text of some words is set in capitals.
func isCapitals(s string) bool {
	return strings.ToUpper(s) == s && strings.IndexFunc(s, unicode.IsLetter) >= 0
}
