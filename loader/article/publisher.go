package article

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

var (
	mediaNoun = regexp.MustCompile(`(?i)\b(?:news|times|post|daily|herald|tribune|journal|gazette|chronicle|courier|observer|mirror|telegraph|guardian|independent|sun|star|standard|express|mail|press|record|dispatch|globe|monitor|ledger|examiner|inquirer|enquirer|bulletin|argus|echo|sentinel|register|newswire|wire|broadcasting|radio|tv|television|today|weekly|messenger|leader|advertiser|reporter|mercury|pioneer|voice|insider|citizen|comet|clarion|courant|gleaner|intelligencer|statesman|spectator|vanguard|bugle|online|newspaper|beacon|sentry|outlook)$`)
	section   = regexp.MustCompile(`(?i)^(?:the|and|&|of|in|world|news|latest|breaking|top|live|us|uk|u\.s\.|eu|asia|europe|africa|america|americas|middle|east|west|north|south|latin|pacific|united|states|kingdom|international|politics|business|sport|sports|culture|opinion|opinions|analysis|video|videos|home|local|national|economy|tech|technology|science|health|weather|travel|more|most|read|today|this|week|daily|press|release|releases|statement|statements|online|tv|radio|war|conflict|diplomacy|defence|defense|security|global|edition|china|russia|ukraine|india|germany|france|brussels|washington|moscow|special|report|reports|features?|interviews?|open|letters?|columns?|essays?|reviews?|profiles?|explainers?|transcripts?|exclusive|insight|comment|viewpoint|factbox|timeline|updates?|investigations?|showbiz|money|lifestyle|football|obituaries|press release|in|brief|your|our|watch|listen|follow|share|post|email|mail|editorial|climate|environment|energy|law|society|media|contact|about|language|player|close|image|audio|photo|podcast|gallery|comments?|save)$`)
	bodyName  = regexp.MustCompile(`^(?:The )?(?:(?:Federal |Royal )?Ministry (?:of|for)|Department (?:of|for)|Federal Foreign Office|Foreign Office|Office of the|Embassy of|Permanent Mission of|European (?:Commission|Council|Parliament|External Action Service)|Council of (?:the European Union|Europe)|United Nations\b|White House|Prime Minister's Office|Government of|Kremlin|President of)`)
	rights    = regexp.MustCompile(`(?i)(?:©|\(c\)|copyright)[\s©]*(?:copyright)?[\s,:]*(?:\d{4}\s*(?:[-–]\s*(?:\d{4})?)?)?[\s,.]*(?:by\s+)?(?:the content of )?([\p{Lu}][\p{L}\d&' ./-]{1,50}?)\s*(?:\d{4}|[,.|;]|all rights|limited|ltd|inc\b|llc|plc|$)`)
	ownSource = regexp.MustCompile(`(?i)^\(?(?:source|published by|published in|publisher|publication|medium)\s*:\s*(\p{Lu}[^|,;:()]{1,50}?)\)?\.?$`)
)

// isKnownMedium reports whether a name is one of the well-known media.
func isKnownMedium(name string) bool {
	_, ok := mediumNamed(name)
	return ok
}

// isMedium reports whether a name is one of the well-known media, or formed like that of one.
func isMedium(name string) bool { return isKnownMedium(name) || mediaLike(name) }

// canonical is the usual name of a well-known medium, or the name as it
// stands, not in capitals and without what only says that it is a site.
func canonical(name string) string {
	if m, ok := mediumNamed(name); ok {
		return m.name
	}
	name = uncapped(strings.Trim(tidy(name), " .,"))
	if paper, ok := strings.CutSuffix(name, " Online"); ok && mediaLike(paper) {
		return paper
	}
	return name
}

// isProper reports whether every word of a short text is capitalised, as in
// names; small words between do not count.
func isProper(s string) bool {
	words := strings.Fields(s)
	if len(words) == 0 || len(words) > 6 {
		return false
	}
	for i, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		inner := i > 0 && (w == "of" || w == "the" || w == "and" || w == "&" || w == "de" || w == "la")
		if !unicode.IsUpper(r) && !unicode.IsDigit(r) && !inner {
			return false
		}
	}
	return true
}

// mediaLike reports whether a name is formed like that of a newspaper or a
// broadcaster: "Riverside Courier", not "World News".
func mediaLike(name string) bool {
	name = strings.Trim(tidy(name), " .,")
	words := strings.Fields(name)
	if len(words) < 2 || strings.ContainsAny(name, ":;()[]\"“”?!") || roleWord.MatchString(strings.Join(words[:len(words)-1], " ")) || strings.EqualFold(words[len(words)-1], "reporter") && !hasThe(name) {
		return false // a post
	}
	if at := slices.Index(words, "the"); at > 0 && !slices.Contains([]string{"of", "and", "on"}, strings.ToLower(words[at-1])) {
		return false // such as "Support the Courier"
	}
	return len(words) <= 5 && isProper(name) && mediaNoun.MatchString(name) && !isSection(name) && strings.ToUpper(name) != strings.ToLower(name)
}

// isSection reports whether a name is made of the words of menus alone.
func isSection(name string) bool {
	for _, w := range strings.Fields(name) {
		if !section.MatchString(strings.Trim(w, ",.")) {
			return false
		}
	}
	return true
}

// hasSection reports whether a name has a word of menus in it.
func hasSection(name string) bool {
	return slices.ContainsFunc(strings.Fields(name), section.MatchString)
}

// publisherOf finds who published a page, by the strength of the evidence.
func (p *page) publisherOf() string {
	if p.masthead != "" {
		return p.masthead
	}
	if p.by.publisher != "" {
		return p.by.publisher
	}
	if p.lead.publisher != "" {
		return p.lead.publisher
	}
	if name := p.publisherAt(p.url); name != "" {
		return name
	}
	for _, find := range []func(pageLine) string{titleSuffix(p.title), signedFor, rightsOf, sourceOf} {
		for i, l := range p.lines {
			if name := find(l); name != "" && !p.inBody(i) {
				return name
			}
		}
	}
	if name := p.besideDate(); name != "" {
		return name
	}
	for _, l := range p.lines[p.start:max(p.start, p.core)] {
		// Of agencies such lines name the source of a picture too.
		if name := sourceOf(l); name != "" {
			if m, _ := mediumNamed(name); !m.agency {
				return name
			}
		}
	}
	if name := p.siteLine(); name != "" {
		return name
	}
	if name := p.ownMedium(); name != "" {
		return name
	}
	if name := cmp.Or(p.lead.agency, p.inText(p.lead.wire)); name != "" {
		return name
	}
	for i, l := range p.lines {
		if m, ok := mediumAt(pageAddress.FindString(l.text)); ok && !p.inBody(i) {
			return m.name // such as the address to share
		}
	}
	return ""
}

// publisherAt names the publisher of an address: a well-known medium, or the
// line of the page that spells the host's name.
func (p *page) publisherAt(site string) string {
	if m, ok := mediumAt(site); ok {
		return m.name
	}
	for _, label := range strings.Split(hostOf(site), ".") {
		if len(label) < 5 {
			continue
		}
		for i, l := range p.lines {
			shown := strings.TrimRight(tidy(address.ReplaceAllString(l.text, "")), "+0123456789 -()")
			if name := strings.TrimPrefix(lettersOf(shown), "the"); !p.inBody(i) && countWords(shown) <= 5 && name == strings.TrimPrefix(label, "the") {
				return canonical(shown)
			}
		}
	}
	return ""
}

// lettersOf is a name as hosts spell it.
func lettersOf(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// titleSuffix finds the site's name behind a copy of the title: "Title | BBC News".
func titleSuffix(title string) func(pageLine) string {
	return func(l pageLine) string {
		rest, ok := strings.CutPrefix(l.text, title)
		if !ok || title == "" || rest == "" {
			return ""
		}
		name := strings.Trim(rest, " |-–—•·:")
		if strings.ContainsAny(rest[:1], " |") && (isKnownMedium(name) || isProper(name)) && countWords(name) <= 5 && len(findDates(name)) == 0 {
			return siteName(name)
		}
		return ""
	}
}

// signedFor finds a medium alone on the line, or in an author's: "Jane Roe, BBC News".
func signedFor(l pageLine) string {
	if l.class != signature && l.class != short {
		return ""
	}
	if b, ok := bylineOf(l.text); ok {
		return b.publisher
	}
	if _, name, ok := strings.Cut(l.text, ", "); ok && l.words <= 7 && isKnownMedium(name) {
		return canonical(name)
	}
	return ""
}

// besideDate finds a medium in a field of the line that has the date: "May 3
// 2018, 12:01am, The Riverside Courier".
func (p *page) besideDate() string {
	for i, l := range p.lines[:p.core] {
		if i == p.titleAt || l.words > 12 || endsSentence(l.text) {
			continue
		}
		dates := findDates(l.text)
		if len(dates) == 0 {
			continue
		}
		for _, part := range []string{l.text[:dates[0].begin], l.text[dates[len(dates)-1].end:]} {
			for _, field := range fieldBreak.Split(strings.ReplaceAll(part, ",", "|"), -1) {
				field = tidy(remark.ReplaceAllString(field, ""))
				if isMedium(field) || isProper(field) && agencyNoun.MatchString(field) {
					return canonical(field)
				}
			}
		}
	}
	return ""
}

// rightsOf reads the owner of a copyright notice.
func rightsOf(l pageLine) string {
	m := rights.FindStringSubmatch(l.text)
	if m == nil || l.class == prose && l.words > 60 {
		return ""
	}
	if name := strings.TrimSpace(m[1]); isMedium(name) {
		return canonical(name)
	}
	return ""
}

func sourceOf(l pageLine) string {
	field, _, _ := strings.Cut(l.text, "|")
	m := ownSource.FindStringSubmatch(strings.TrimSpace(field))
	if m == nil {
		return ""
	}
	if name := canonical(m[1]); isMedium(name) {
		return name
	}
	return ""
}

// siteLine finds the publisher's name standing alone: a well-known medium
// anywhere outside the body, else above the title something formed like one,
// or the institution that issued a release.
func (p *page) siteLine() string {
	for i, l := range p.lines {
		if p.inBody(i) && (i >= p.core || i > p.titleAt+nearby) || l.words > fewWords {
			continue
		}
		name := l.text
		if before, town, ok := strings.Cut(name, ","); ok && i < p.core && isProper(town) {
			name = before
		}
		if m, ok := mediumNamed(name); ok && (!m.agency || i < p.core) {
			return m.name
		}
	}
	for i, l := range p.lines {
		if i >= p.start {
			break
		}
		if i == p.titleAt {
			continue
		}
		if mediaLike(l.text) || bodyName.MatchString(l.text) && l.words <= 12 && !endsSentence(l.text) {
			return canonical(l.text)
		}
	}
	return ""
}
