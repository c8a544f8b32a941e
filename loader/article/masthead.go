package article

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

var (
	// paperName matches the names of newspapers without a noun that says so.
	paperName = regexp.MustCompile(`(?i)^(?:the )?(?:daily|evening|morning|sunday|weekly) \p{L}+$`)
	rowBreak  = regexp.MustCompile(`\s{2,}|\s*[|/>»›·•]\s*`)
	pathBreak = regexp.MustCompile(`\s+[|/>»›–—-]\s+`)
)

// findMasthead finds the line at the very top that names the medium, as on the
// front page: "THE RIVERSIDE COURIER" above the date, "The Hill Lantern /
// Interviews". A name without a noun of newspapers needs more: a row of
// sections beside it, or a text that speaks of itself by it.
func (p *page) findMasthead() {
	if p.core > fewLines {
		return // a page with menus names itself in many ways
	}
	i := 0
	for i < p.core && i < nearby && (p.lines[i].class == stamp || p.lines[i].class == furniture && !pathBreak.MatchString(p.lines[i].text)) {
		i++
	}
	if i >= p.core || i >= nearby || p.lines[i].bullet {
		return
	}
	fields := pathBreak.Split(p.lines[i].text, -1)
	name := tidy(remark.ReplaceAllString(fields[0], ""))
	if countWords(name) > fewWords || !isProper(name) || isSection(name) || endsSentence(name) || !p.headlineBelow(i) {
		return
	}
	below := p.lines[i+1].text
	switch {
	case isMedium(name), paperName.MatchString(name):
	case hasThe(name) && (len(fields) > 1 && isSection(fields[1]) || isSectionRow(below)) || p.callsItself(name):
	default:
		return
	}
	p.mastAt, p.masthead = i, canonical(p.inText(name))
}

// headlineBelow reports whether a line between line i and the body may be the
// headline, so that line i need not be.
func (p *page) headlineBelow(i int) bool {
	for j := i + 1; j < p.core && j <= i+above; j++ {
		if p.titleScore(j) > 0 {
			return true
		}
	}
	return false
}

func hasThe(name string) bool { return len(name) > 4 && strings.EqualFold(name[:4], "the ") }

// isSectionRow recognises a row of sections: "NEWS  SPORT  SHOWBIZ".
func isSectionRow(text string) bool {
	known, parts := 0, rowBreak.Split(text, -1)
	for _, part := range parts {
		if countWords(part) > 2 {
			return false
		}
		if isSection(part) {
			known++
		}
	}
	return len(parts) >= 3 && known*2 >= len(parts)
}

// callsItself reports whether the text speaks of its own medium by a name: as
// the one that asks, that is told, that learned.
func (p *page) callsItself(name string) bool {
	bare := name
	if hasThe(name) {
		bare = name[len("the "):]
	}
	quoted := regexp.QuoteMeta(bare)
	own := regexp.MustCompile(`(?im)^(?:the )?` + quoted + `:\s|\b(?:told|telling|tells|informed|spoke (?:to|with)|speaking (?:to|with)|interview with) (?:the )?` + quoted +
		`\b|\b` + quoted + ` (?:has learned|has learnt|understands|can reveal|has obtained|website\b|says:)|(?:©|copyright)[\s\d,]*(?:the )?` + quoted)
	return own.MatchString(p.text)
}

// inText is a name in capitals as the text writes it elsewhere, or like other names.
func (p *page) inText(name string) string {
	if strings.ToUpper(name) != name {
		return name
	}
	for _, at := range regexp.MustCompile(`(?i)\b`+regexp.QuoteMeta(name)+`\b`).FindAllString(p.text, -1) {
		if strings.ToUpper(at) != at && isProper(at) {
			return at
		}
	}
	return uncapped(name)
}

// uncapped writes a medium's name that is set in capitals like other names. A
// short word by itself and short words without a vowel are abbreviations.
func uncapped(name string) string {
	words := strings.Fields(name)
	if strings.ToUpper(name) != name || len(words) == 1 && utf8.RuneCountInString(name) < 6 {
		return name
	}
	for i, w := range words {
		switch {
		case i > 0 && (w == "OF" || w == "THE" || w == "AND" || w == "FOR"):
			words[i] = strings.ToLower(w)
		case strings.ContainsAny(w, "AEIOUY") || utf8.RuneCountInString(w) > 3:
			words[i] = personName(w)
		}
	}
	return strings.Join(words, " ")
}

var (
	toldMedium = regexp.MustCompile(`\b(?:told|telling|tells|seen by|obtained by|interview with|speaking to|spoke to)\s+(?:the\s+)?(\p{Lu}[\p{L}’'-]+(?:\s+\p{Lu}[\p{L}’'-]+){1,3})`)
	thisMedium = regexp.MustCompile(`\b[Tt]his (?:website|newspaper|news agency|news site|magazine)\b`)
	agencyNoun = regexp.MustCompile(`\b(?:(?i:(?:news|press) agency)|Agency)$`)
)

// ownMedium finds the medium that an article speaks of as its own: sources
// talk to it and to no other, and the text says "this newspaper", or the name
// stands outside the body too.
func (p *page) ownMedium() string {
	name := ""
	for _, m := range toldMedium.FindAllStringSubmatch(p.text, -1) {
		told := tidy(m[1])
		if !isMedium(told) && !agencyNoun.MatchString(told) {
			continue
		}
		if name != "" && name != told {
			return ""
		}
		name = told
	}
	if name == "" || isKnownMedium(name) {
		return ""
	}
	for i, l := range p.lines {
		if !p.inBody(i) && strings.Contains(l.text, name) {
			return name
		}
	}
	if thisMedium.MatchString(p.text) {
		return name
	}
	return ""
}
