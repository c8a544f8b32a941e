package article

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// piece is a line that belongs to the article.
type piece struct {
	line int
	kind Kind
}

// findBody sets where the body starts, below headline and byline, and where it
// ends, and reads byline and dateline.
func (p *page) findBody() {
	p.start = p.titleAt + 1
	if p.titleAt < 0 {
		p.start = p.core
	}
	p.end = p.findEnd()
	p.others = p.end + 1
	for p.others < len(p.lines) && p.lines[p.others].class != ending {
		p.others++
	}
	for i, l := range p.lines {
		if l.class != signature || i >= p.start+nearby*4 && i <= p.end || len(p.by.authors) > 0 || p.by.publisher != "" {
			continue
		}
		if b, ok := bylineOf(l.text); ok {
			p.by = p.withMedium(b, i)
		}
	}
	for i := p.start; i <= p.end; i++ {
		if c := p.lines[i].class; c == prose || c == long {
			if d := datelineOf(p.lines[i].text); d.end > 0 && i <= p.core+nearby {
				p.lead, p.leadAt = d, i
				return
			}
		}
	}
}

// withMedium adds the medium that stands alone on the line under a byline, as
// in "By Jane Roe" above "BBC News", or with a town behind it.
func (p *page) withMedium(b byline, i int) byline {
	if b.publisher == "" && i+1 < len(p.lines) {
		next, town, _ := strings.Cut(p.lines[i+1].text, ",")
		if m, ok := mediumNamed(next); ok {
			b.publisher = m.name
		} else if p.lines[i+1].class == short && mediaLike(next) && (town == "" || isProper(town)) {
			b.publisher = canonical(next)
		}
	}
	return b
}

// gap is how many lines that are no prose break a body off, unless a fair
// piece of running text follows them.
const gap = 4

// findEnd walks the body to its last line.
func (p *page) findEnd() int {
	end, words, silent, teasers := p.core, 0, 0, 0
	for i := p.core; i < len(p.lines); i++ {
		l := p.lines[i]
		switch l.class {
		case prose, long, tiny:
			if silent >= gap && !p.resumes(i) {
				if teasers++; teasers > 1 {
					return end
				}
				continue
			}
			end, words, silent = i, words+l.words, 0
		case ending:
			// "Most read" may stand amid a story, but not after the most of it.
			if words*2 >= p.wordsAfter(i) {
				return end
			}
			silent++
		default:
			if p.isItem(i, end) {
				end, silent = i, 0
				continue
			}
			silent++
		}
	}
	return end
}

// resumes reports whether a body goes on at line i after a gap: two paragraphs
// stand together there. Teasers of other stories alternate with headlines.
func (p *page) resumes(i int) bool {
	full := func(i int) bool {
		return i < len(p.lines) && p.lines[i].class == prose && p.lines[i].words >= 12
	}
	return p.lines[i].words >= wholeLot || full(i) && full(i+1)
}

func (p *page) wordsAfter(i int) int {
	n := 0
	for _, l := range p.lines[i+1:] {
		if l.class == prose {
			n += l.words
		}
	}
	return n
}

var itemMark = regexp.MustCompile(`^(?:[-–—]\s|\(?[a-z0-9]{1,3}[.)]\s)`)

// isItem reports whether a line that is no sentence is an item of a list that
// the paragraph before it opens or another item continues.
func (p *page) isItem(i, previous int) bool {
	l := p.lines[i]
	if p.leadsQuote(i) && previous == i-1 {
		return true
	}
	if l.class != short && l.class != long || i == 0 || previous < i-1 {
		return false
	}
	before := p.lines[i-1].text
	if strings.HasSuffix(l.text, ":") && l.words >= fewWords && i+1 < len(p.lines) && (p.lines[i+1].bullet || itemMark.MatchString(p.lines[i+1].text) || startsLower(p.lines[i+1].text)) {
		return true
	}
	open := strings.HasSuffix(before, ":") || strings.HasSuffix(before, ";") || strings.HasSuffix(before, "; and") || strings.HasSuffix(before, ",")
	marked := l.bullet || itemMark.MatchString(l.text) || strings.HasSuffix(l.text, ";") || strings.HasSuffix(l.text, ",") || strings.HasSuffix(l.text, "; and")
	return open && marked || open && startsLower(l.text) || marked && l.words >= 3 && previous == i-1 && p.lines[i-1].bullet && l.bullet
}

// leadsQuote reports whether a line says who says what the next line quotes: "The governor added:".
func (p *page) leadsQuote(i int) bool {
	return strings.HasSuffix(p.lines[i].text, ":") && i+1 < len(p.lines) && strings.IndexAny(p.lines[i+1].text, "“\"‘'") == 0
}

func startsLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

// pieces lists the lines of the article below the headline, with what they are.
func (p *page) pieces() []piece {
	var all []piece
	bodyFrom := p.bodyFrom()
	previous := p.core
	for i := p.start; i <= p.end; i++ {
		l := p.lines[i]
		if kind := p.kindOf(i, bodyFrom, previous); kind != "" {
			all = append(all, piece{i, kind})
			if i >= bodyFrom && (kind == Paragraph) {
				previous = i
			}
		}
		if l.class == aside && l.words <= fewWords && i+1 <= p.end && p.isTeaser(i+1) {
			i++ // the headline of another story
		}
	}
	return all
}

// isTeaser reports whether a line under "Read more" is another story's headline.
func (p *page) isTeaser(i int) bool {
	l := p.lines[i]
	return l.words < manyWords && !strings.HasSuffix(l.text, ".") && !strings.HasSuffix(l.text, "\"")
}

// kindOf says what a line between headline and end is; empty for furniture.
func (p *page) kindOf(i, bodyFrom, previous int) Kind {
	l := p.lines[i]
	switch {
	case repeats(l.text, p.title) >= 0:
		return ""
	case l.class == photo, p.isCaption(i, bodyFrom):
		return Caption
	case i < bodyFrom && (l.class == prose || l.class == long || l.class == tiny && l.words >= 3):
		return Standfirst
	case i < bodyFrom && l.class == short && l.words >= 6 && !p.inList(i) && unsigned(l.text, l.words, "") == nil:
		return Standfirst
	case i < bodyFrom:
		return ""
	case l.class == prose, l.class == long, l.class == tiny && i >= p.core:
		return Paragraph
	case i >= p.core && p.isItem(i, previous):
		return Paragraph
	default:
		return ""
	}
}

// isCaption recognises a caption without a credit: it is repeated with one, or
// it stands above the dateline and breaks off or describes a scene.
func (p *page) isCaption(i, bodyFrom int) bool {
	l := p.lines[i]
	if l.words < fewWords || l.class != short && l.class != prose && l.class != long {
		return false
	}
	if next := i + 1; next < len(p.lines) && !p.lines[next].loose && (p.lines[next].class == furniture || p.lines[next].class == photo) && creditOnly.MatchString(p.lines[next].text) {
		return true
	}
	if i >= bodyFrom {
		return false
	}
	for j := i + 1; j < len(p.lines) && j <= i+nearby; j++ {
		if p.lines[j].class == photo && strings.HasPrefix(p.lines[j].text, l.text) {
			return true
		}
	}
	return p.leadAt >= 0 && (strings.HasSuffix(l.text, "...") || strings.HasSuffix(l.text, "…") || photoScene.MatchString(l.text))
}

// bodyFrom is the first line of running text: below the dateline, the byline
// and the date, and below a lead that only sums up what follows.
func (p *page) bodyFrom() int {
	if p.leadAt >= 0 {
		return p.leadAt
	}
	from, sentences := p.core, 0
	for i := p.start; i < p.start+3*nearby && i <= p.end; i++ {
		switch p.lines[i].class {
		case prose:
			sentences++
		case signature, stamp:
			if sentences <= 2 && i > from {
				from = i + 1
			}
		}
	}
	for from < p.end && p.lines[from].class != prose && p.lines[from].class != long {
		from++
	}
	// Sentences right above the core without a byline between belong to it.
	for from == p.core && from-1 >= p.start && p.lines[from-1].class == prose && !p.signedAbove(from) {
		from--
		break
	}
	if next := p.nextProse(from); next > 0 && sumsUp(p.lines[from].text, p.lines[next].text) {
		from = next
	}
	return from
}

// signedAbove reports whether byline or date stand between line i and the
// headline, but under the line before i.
func (p *page) signedAbove(i int) bool {
	return p.lines[i-1].words >= fewWords && i-2 >= p.start && (p.lines[i-2].class == signature || p.lines[i-2].class == stamp)
}

// nextProse is the paragraph right below line i, or -1.
func (p *page) nextProse(i int) int {
	if i+1 <= p.end && p.lines[i+1].class == prose {
		return i + 1
	}
	return -1
}

// restated is the share of a lead's words that the next paragraph says again
// when the lead is a summary.
const restated = 0.55

// sumsUp reports whether a paragraph is a summary of the one below it.
func sumsUp(lead, next string) bool {
	said := map[string]bool{}
	for _, w := range contentWords(next) {
		said[w] = true
	}
	words := contentWords(lead)
	again := 0
	for _, w := range words {
		if said[w] {
			again++
		}
	}
	return len(words) >= fewWords && float64(again) >= restated*float64(len(words))
}

// contentWords lists the words of a text that are longer than most function
// words, each once.
func contentWords(s string) []string {
	var all []string
	seen := map[string]bool{}
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if utf8.RuneCountInString(w) > 3 && !seen[w] {
			seen[w] = true
			all = append(all, w)
		}
	}
	return all
}
