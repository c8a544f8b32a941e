package article

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// byline is who a page says wrote the text, and for which medium.
type byline struct {
	authors   []string
	publisher string
}

var (
	bylineStart = regexp.MustCompile(`^(?i:(?:written|story|reported|text|words|analysis|opinion|comment(?:ary)?|essay|review|posted|interview(?:ed)?|compiled)\s+by\b\s*:?|by-?line\s*:(?:\s*by\b)?|(?:text|words)\s*:|by\b\s*:?|from\b|authors?\s*:?\s|reporters?\s*:|correspondents?\s*:)\s*`)
	titleParts  = regexp.MustCompile(`\s+[|•·»–—-]+\s+`)
	nameBreak   = regexp.MustCompile(`\s*(?:,|;|&|/|\band\b|\bAND\b|\bwith\b)\s*`)
	placePart   = regexp.MustCompile(`(?i)\s+(?:in|at|reporting from)\s+.*$`)
	// dayBefore matches what leads from names to a date: "on Thu,".
	dayBefore = regexp.MustCompile(`(?i)[\s,]+(?:on|on\s+(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)[\s,]*$`)
	// readingTime matches how long a text takes to read.
	readingTime = regexp.MustCompile(`\s*(?:[|·•]|\s)\s*\d+\s*min(?:ute)?s?(?:\s+read)?\s*$`)
	// postAt matches the post behind a medium's name.
	postAt = regexp.MustCompile(`\s+(?:Staff (?:Writer|Reporter)|Correspondent|Reporter|Writer|Editor)$`)
	// remark matches what stands in brackets behind a name: "(now)".
	remark = regexp.MustCompile(`\s*\([^()]{1,30}\)`)
	// townLike matches names of towns and regions that look like persons'.
	townLike  = regexp.MustCompile(`^(?:New|San|Santa|Los|Las|Port|Fort|Cape|St\.?|Hong|Addis|Tel|Buenos|Kuala|Phnom|Rio|Mexico|Washington|North|South|East|West)\s|\s(?:City|Town|Islands?|Province|Region|State|County)$`)
	handle    = regexp.MustCompile(`\(?@\w+\)?|\S+@\S+`)
	roleWord  = regexp.MustCompile(`(?i)\b(?:correspondent|editor|reporter|writer|bureau|chief|staff|columnist|analyst|producer|journalist|desk|team|contributor)\b`)
	nameToken = regexp.MustCompile(`^(?:\p{Lu}[\p{L}\p{M}'’.-]*|(?:al|el|ben|bin|ibn|d'|van|von|der|den|de|del|della|di|da|dos|du|la|le|ter|zu|y|e)(?:-\p{Lu}\p{L}+)?)$`)
	// innerCapital shows two words that lost the space between them.
	innerCapital = regexp.MustCompile(`\p{Ll}{4,}\p{Lu}`)
	reporting    = regexp.MustCompile(`(?i)^\W*reporting by\s+([^;.()]+)`)
	writing      = regexp.MustCompile(`(?i)^\W*(?:writing|written) by\s+([^;.()]+)`)
)

// isByline reports whether a line signs an article.
func isByline(text string, words int) bool {
	if words > manyWords {
		return false
	}
	_, ok := bylineOf(text)
	return ok
}

// bylineOf reads a line that says "By" and whom: "By REN QI in Moscow | China
// Daily | Updated: 2021-12-04 09:19".
func bylineOf(text string) (byline, bool) {
	text = readingTime.ReplaceAllString(text, "")
	start := bylineStart.FindString(text)
	dates := findDates(text)
	if start == "" && len(dates) > 0 {
		return bylineBesideDate(text, dates[0])
	}
	if start == "" || endsSentence(text) && len(text) > 60 {
		return byline{}, false
	}
	rest := text[len(start):]
	if len(dates) > 0 {
		rest = strings.TrimRight(text[len(start):max(len(start), dates[0].begin)], " ,|-–—:•·")
		rest = dayBefore.ReplaceAllString(rest, "")
	}
	fields := titleParts.Split(handle.ReplaceAllString(rest, " "), -1)
	b := byline{}
	ok := b.readNames(fields[0])
	for _, f := range fields[1:] {
		f = tidy(stampWords.ReplaceAllString(f, ""))
		if b.publisher == "" && isMedium(f) {
			b.publisher = canonical(f)
		}
	}
	return b, ok
}

var fieldBreak = regexp.MustCompile(`\s*[|/·•–—]\s*|\s+-\s+`)

// bylineBesideDate reads a byline that a date leads or ends: "Posted on 8
// October 2014 by Jane Roe", "Jane Roe / TNN / Updated: Feb 28, 2019".
func bylineBesideDate(text string, date moment) (byline, bool) {
	after := strings.TrimLeft(text[date.end:], " ,|-–—:•·/")
	if len(stampWords.ReplaceAllString(text[:date.begin], "")) <= 6 && bylineStart.MatchString(after) && len(findDates(after)) == 0 {
		return bylineOf(after)
	}
	fields := fieldBreak.Split(text[:date.begin], -1)
	if len(fields) < 2 || !everyPerson(nameBreak.Split(tidy(placePart.ReplaceAllString(fields[0], "")), -1)) {
		return byline{}, false
	}
	b := byline{}
	ok := b.readNames(fields[0])
	for _, f := range fields[1:] {
		if f = tidy(f); b.publisher == "" && isMedium(f) {
			b.publisher = canonical(f)
		}
	}
	return b, ok
}

// splitNames divides a list of names. The region behind a place is none: "Jane
// Roe in Alto, Outer Region".
func splitNames(list string) []string {
	parts := nameBreak.Split(list, -1)
	if len(parts) == 2 && strings.Contains(list, ",") && placePart.MatchString(parts[0]) && !placePart.MatchString(parts[1]) &&
		isProper(parts[1]) && !roleWord.MatchString(parts[1]) && !isMedium(parts[1]) {
		return parts[:1]
	}
	return parts
}

// readNames reads the names of the first field, and reports whether it held
// any: persons, agencies, a medium or its staff.
func (b *byline) readNames(field string) bool {
	found := false
	parts := splitNames(remark.ReplaceAllString(field, ""))
	for i, part := range parts {
		bare := tidy(placePart.ReplaceAllString(part, ""))
		if name, other, ok := strings.Cut(bare, " for "); ok && isProper(strings.TrimPrefix(other, "the ")) {
			bare, b.publisher = name, canonical(strings.TrimPrefix(other, "the "))
		}
		if medium := postAt.ReplaceAllString(bare, ""); b.publisher == "" && medium != bare && isMedium(medium) {
			b.publisher = canonical(medium) // "Jane Roe, Riverside Courier Staff Writer"
			continue
		}
		if m, ok := mediumNamed(bare); ok {
			found = true
			if m.agency {
				b.authors = append(b.authors, m.name)
			} else if b.publisher == "" {
				b.publisher = m.name
			}
			continue
		}
		switch {
		case isStaff(bare):
			found = true
		case mediaLike(bare) && (i > 0 || hasThe(bare) || len(parts) > 1 && isStaff(tidy(parts[1]))):
			b.publisher = canonical(bare)
			found = true
		case i > 0 && townLike.MatchString(bare):
		case isPerson(bare):
			found = true
			b.authors = append(b.authors, personName(bare))
		}
	}
	return found
}

var staff = regexp.MustCompile(`(?i)^(?:our |the |a |an )?(?:[\p{L}. ]+ )?(?:staff(?: (?:writers?|reporters?|correspondents?))?|(?:news|web|online|foreign|world) desk|correspondents?|agencies|news agencies|editorial (?:board|team)|wires?|wire (?:reports|services))$`)

// isStaff recognises bylines that name nobody.
func isStaff(s string) bool { return staff.MatchString(s) }

// isPerson reports whether a text has the form of a person's full name.
func isPerson(s string) bool {
	tokens := strings.Fields(s)
	if len(tokens) < 2 || len(tokens) > 5 || roleWord.MatchString(s) || mediaLike(s) {
		return false
	}
	upper := 0
	for _, t := range tokens {
		if !nameToken.MatchString(t) || innerCapital.MatchString(t) {
			return false
		}
		if r, _ := utf8.DecodeRuneInString(t); unicode.IsUpper(r) {
			upper++
		}
	}
	return upper >= 2
}

// personName writes a name that is set in capitals like other names, and a
// family name in capitals: "Jeanne MARTEL".
func personName(s string) string {
	if first, family, ok := strings.Cut(s, " "); ok && strings.ToUpper(s) != s {
		if strings.ToUpper(first) != first && utf8.RuneCountInString(family) > 2 && strings.ToUpper(family) == family && !strings.Contains(family, ".") {
			return first + " " + personName(family)
		}
		return s
	}
	if strings.ToUpper(s) != s {
		return s
	}
	begin := true
	return strings.Map(func(r rune) rune {
		defer func() { begin = !unicode.IsLetter(r) }()
		if begin {
			return r
		}
		return unicode.ToLower(r)
	}, s)
}

// people cleans a list of authors that structured data gives: one entry may
// hold several, with "By" before and a place or an address behind.
func people(list []string) []string {
	var all []string
	add := func(name string) {
		if name != "" && !strings.Contains(name, "://") && !slices.Contains(all, name) {
			all = append(all, name)
		}
	}
	for _, entry := range list {
		entry = tidy(handle.ReplaceAllString(strings.TrimPrefix(strings.TrimPrefix(tidy(entry), "By "), "by "), " "))
		if isStaff(entry) {
			continue
		}
		if parts := nameBreak.Split(entry, -1); len(parts) > 1 && everyPerson(parts) {
			for _, p := range parts {
				add(personName(tidy(p)))
			}
			continue
		}
		if isPerson(entry) {
			entry = personName(entry)
		}
		add(entry)
	}
	return all
}

func everyPerson(parts []string) bool {
	for _, p := range parts {
		if !isPerson(p) {
			return false
		}
	}
	return true
}

// unsigned reads an author's line that lacks "By": "Jane Roe in Kyiv", "Jane
// Roe, Diplomatic editor", "Jane Roe". The last form is a name only where the
// text does not speak of it, since tags look like that too.
func unsigned(text string, words int, body string) []string {
	if words < 2 || words > 12 || endsSentence(text) {
		return nil
	}
	signed := remark.MatchString(text)
	var found []string
	parts := splitNames(remark.ReplaceAllString(text, ""))
	for _, part := range parts {
		if place := strings.TrimSpace(placePart.FindString(part)); place != "" {
			if !isProper(place[strings.Index(place, " ")+1:]) {
				return nil
			}
			signed = true
			part = placePart.ReplaceAllString(part, "")
		}
		if loc := roleWord.FindStringIndex(part); loc != nil {
			signed = true
			part = beforeRole(part)
		}
		if part = tidy(part); part == "" {
			continue
		}
		if !isPerson(part) {
			town := isProper(part) && !strings.Contains(part, " ")
			if len(found) > 0 && (signed || town) {
				continue
			}
			return nil
		}
		found = append(found, personName(part))
	}
	if !signed {
		for _, name := range found {
			if tokens := strings.Fields(name); strings.Contains(body, tokens[len(tokens)-1]) || hasSection(name) || isKnownMedium(name) {
				return nil
			}
		}
	}
	return found
}

// beforeRole is the name before a role: the first two words of "Jane Roe
// Diplomatic editor", nothing of "Diplomatic editor".
func beforeRole(s string) string {
	tokens := strings.Fields(s)
	if len(tokens) < 3 {
		return ""
	}
	return strings.Join(tokens[:2], " ")
}

// dateline is what news agencies put before the first sentence.
type dateline struct {
	end               int // bytes of the text that it takes; 0 when there is none
	agency, publisher string
	wire              string // an agency that is not well known
}

// placeAndDay matches where and when a report was written: "MOSCOW, Dec 2".
const placeAndDay = `^\p{Lu}{3,}[\p{Lu} .'/-]*(?:\([^()\n]{3,25}\))?(?:,\s+\p{Lu}[\p{L}. ]{1,25}?)?,?\s+(?i:(?:` + monthWord + `)\.?\s+\d{1,2}|\d{1,2}\s+(?:` + monthWord + `))(?:,?\s+\d{4})?`

var (
	leadMedium   = regexp.MustCompile(`^(\p{Lu}[\p{L}\d .'&-]{1,40}?)\s+[–—-]\s+(\p{Lu}[\p{L} .-]{1,30}?)\s*:\s+`)
	leadParens   = regexp.MustCompile(`^(?:\p{Lu}[^()\n]{1,80}?\s*)?\(([^()\n]{2,40})\)\s*(?:[-–—:.]+\s*)?`)
	leadSlash    = regexp.MustCompile(`^\p{Lu}[^/\n]{2,60}?/\s?([^/\n]{2,30}?)\s?/\s*[-–—:.]*\s*`)
	leadAgency   = regexp.MustCompile(`^(\p{Lu}[\p{L} -]{1,25}?)\s*(?:[|:–—]|\s-)\s*`)
	leadCapitals = regexp.MustCompile(`^\p{Lu}{3,}[\p{Lu} .'/-]*:\s+`)
	leadPlace    = regexp.MustCompile(`^\p{Lu}{3,}[\p{Lu} .'/-]*(?:,\s+\p{Lu}[\p{L}. ]{1,25}?)?(?:,?\s+\(?[A-Z][a-z]{2,8}\.?\s+\d{1,2}\)?(?:,\s+\d{4})?)?\s+[–—-]{1,2}\s+`)
	leadDay      = regexp.MustCompile(`^\p{Lu}{3,}[\p{Lu} .'/-]*,\s+(?:\p{Lu}[\p{L}. ]{1,25},\s+)?(?i:` + monthWord + `)\.?\s+\d{1,2}(?::|\s*[–—])\s+`)
	leadWire     = regexp.MustCompile(placeAndDay + `\s+\(([^()\n]{3,40})\)\s*[–—-]{1,2}\s*`)
	leadStroke   = regexp.MustCompile(placeAndDay + `\.?\s+/\s?([^/\n]{3,30}?)\s?/\s*[-–—:.]*\s*`)
)

// datelineOf reads the dateline at the start of a paragraph: "MOSCOW, Dec 2
// (Reuters) -", "MOSCOW, December 2. /TASS/.", "Sharjah 24 – AFP:".
func datelineOf(text string) dateline {
	if m := leadMedium.FindStringSubmatch(text); m != nil {
		if agency, ok := mediumNamed(m[2]); ok && agency.agency {
			d := dateline{end: len(m[0]), agency: agency.name}
			if strings.ToUpper(m[1]) != m[1] || isKnownMedium(m[1]) { // capitals name a place
				d.publisher = canonical(m[1])
			}
			return d
		}
	}
	for _, form := range []*regexp.Regexp{leadParens, leadSlash, leadAgency} {
		m := form.FindStringSubmatch(text)
		if m == nil {
			continue
		}
		name := strings.TrimSpace(strings.SplitN(m[1], "/", 2)[0])
		if known, ok := mediumNamed(name); ok && (known.agency || form == leadParens) {
			d := dateline{end: len(m[0]), agency: known.name}
			if !known.agency {
				d.agency, d.publisher = "", known.name
			}
			return d
		}
	}
	for _, form := range []*regexp.Regexp{leadWire, leadStroke} {
		if m := form.FindStringSubmatch(text); m != nil && isProper(m[1]) {
			return dateline{end: len(m[0]), wire: canonical(m[1])}
		}
	}
	for _, form := range []*regexp.Regexp{leadPlace, leadDay, leadCapitals} {
		if place := form.FindString(text); place != "" {
			return dateline{end: len(place)}
		}
	}
	return dateline{}
}
