package article

import (
	"iter"
	"regexp"
	"sort"
	"strings"

	"demarche/internal/span"
)

// page is raw page text, as a browser copies it, while it is being understood.
//
// First every line is classified by its form (lines.go). Where two paragraphs
// of prose stand close together the body begins; above it the masthead
// (masthead.go) and the headline (title.go) are looked for, and from there the
// body is walked to its end (body.go). What stands outside tells publisher,
// day and authors.
type page struct {
	text     string
	lines    []pageLine
	core     int    // the line at which the body begins for sure
	mastAt   int    // the line of the masthead; -1 without one
	masthead string // the medium that it names
	titleAt  int    // the line of the headline; -1 without one
	title    string
	start    int // the first line below headline and byline
	end      int // the last line of the body
	others   int // the line from which other stories are listed; the number of lines if none are
	url      string
	by       byline
	lead     dateline
	leadAt   int // the paragraph that the dateline begins
}

func isText(string) bool { return true }

// readText reads raw page text.
func readText(text string) iter.Seq2[record, error] {
	return func(yield func(record, error) bool) {
		a, err := readPage(text)
		yield(record{Article: a}, err)
	}
}

// readPage understands a page. The Text of the article is the page itself.
func readPage(text string) (Article, error) {
	p := &page{text: text, lines: pageLines(text), mastAt: -1, titleAt: -1, leadAt: -1}
	if !p.findCore() {
		return Article{}, ErrNotArticle
	}
	p.findMasthead()
	p.findTitle()
	p.findBody()
	p.findURL()
	blocks := p.blocks()
	a := Article{URL: p.url, Title: p.title, Text: text, Blocks: blocks}
	a.Authors = p.authors()
	a.Publisher = p.publisherOf()
	a.Published, a.HasTime = p.published()
	return a, nil
}

const (
	nearby   = 3  // lines between two paragraphs of one body
	wholeLot = 80 // words that make a body by themselves
)

// findCore finds the first line of running text that does not stand alone.
func (p *page) findCore() bool {
	alone := -1
	for i, l := range p.lines {
		if l.class != prose && (l.class != long || l.words < wholeLot) {
			continue
		}
		if l.words >= wholeLot || l.words >= 12 && p.proseWithin(i+1, i+nearby) {
			p.core = i
			return true
		}
		if alone < 0 || l.words > p.lines[alone].words {
			alone = i
		}
	}
	p.core = alone
	return alone >= 0 && looksWritten(p.lines[alone].text)
}

// proseWithin reports whether a fair sentence stands in lines [from, to].
func (p *page) proseWithin(from, to int) bool {
	for i := from; i <= to && i < len(p.lines); i++ {
		if p.lines[i].class == prose && p.lines[i].words >= 8 {
			return true
		}
	}
	return false
}

var code = regexp.MustCompile(`[{}<>=;\\]|\w\(|::|->`)

// looksWritten tells a single sentence from a line of data or code.
func looksWritten(s string) bool {
	return len(code.FindAllString(s, 8))*6 < countWords(s)
}

// inBody reports whether a line belongs to the body's range.
func (p *page) inBody(i int) bool { return p.start <= i && i <= p.end }

var (
	pageAddress = regexp.MustCompile(`https?://[^\s<>"')\]]+`)
	pictureName = regexp.MustCompile(`(?i)\.(?:jpe?g|png|gif|webp|svg|mp4)\b`)
)

// findURL takes the first address above the body that is not a picture's; one
// below the body is another page's.
func (p *page) findURL() {
	for i, l := range p.lines {
		if i >= p.start && i > p.titleAt {
			break
		}
		if found := pageAddress.FindString(l.text); found != "" && !pictureName.MatchString(found) {
			p.url = strings.TrimRight(found, ".,;")
			return
		}
	}
}

// blocks lays out headline, standfirst, captions and paragraphs.
func (p *page) blocks() []Block {
	var all []Block
	add := func(s span.Span, kind Kind) {
		if !s.Empty() {
			all = append(all, Block{s, kind})
		}
	}
	inBody := map[int]Kind{}
	for _, piece := range p.pieces() {
		inBody[piece.line] = piece.kind
	}
	for i, l := range p.lines {
		kind, ok := inBody[i]
		switch {
		case i == p.titleAt || !ok && p.title != "":
			if at := repeats(l.text, p.title); at >= 0 {
				add(span.Span{Begin: l.Begin + at, End: l.Begin + at + p.titleLen(i)}, Headline)
			}
		case !ok:
		case kind == Caption:
			add(captionOf(p.text, l), Caption)
		case kind == Paragraph:
			for _, s := range unglue(p.text, p.withoutDateline(i)) {
				add(s, Paragraph)
			}
		default:
			add(l.Span, kind)
		}
	}
	sort.Slice(all, func(i, j int) bool { return all[i].Begin < all[j].Begin })
	return all
}

// titleLen is how much of line i the headline takes.
func (p *page) titleLen(i int) int {
	at := repeats(p.lines[i].text, p.title)
	rest := p.lines[i].text[at:]
	if strings.HasPrefix(rest, p.title) {
		return len(p.title)
	}
	return len(rest)
}

// withoutDateline is a paragraph's text without what stands before its first sentence.
func (p *page) withoutDateline(i int) span.Span {
	s := p.lines[i].Span
	if i == p.leadAt {
		s.Begin += p.lead.end
	}
	return s
}

// seam matches a sentence's end with a capital letter right behind it.
var seam = regexp.MustCompile(`(?:\p{Ll}{2}|\d[\d\p{Ll}]|\p{Lu}{3}|\))["”’]?[.!?](["”’“‘]?)\p{Lu}(?:[\p{Ll}']| \p{Ll})`)

// glued is the number of words from which a line without a break is looked at
// for paragraphs that lost the break between them.
const glued = 100

// unglue splits a long line where a sentence ends and another begins without
// any space between.
func unglue(text string, s span.Span) []span.Span {
	if countWords(s.Of(text)) < glued {
		return []span.Span{s}
	}
	var parts []span.Span
	begin := s.Begin
	for _, at := range seam.FindAllStringSubmatchIndex(s.Of(text), -1) {
		quote := span.Span{Begin: s.Begin + at[2], End: s.Begin + at[3]}
		cut := quote.Begin
		if closes(text[begin:cut], quote.Of(text)) {
			cut = quote.End
		}
		parts = append(parts, span.Span{Begin: begin, End: cut})
		begin = cut
	}
	return append(parts, span.Span{Begin: begin, End: s.End})
}

// closes reports whether a quotation mark ends a quotation that began in the
// text before it.
func closes(before, mark string) bool {
	switch mark {
	case "”", "’":
		return true
	case `"`:
		return strings.Count(before, mark)%2 == 1
	default:
		return false
	}
}

// captionOf is a caption without its label and without the credit.
func captionOf(text string, l pageLine) span.Span {
	s := l.Span
	if label := captionLabel.FindString(l.text); label != "" {
		s.Begin += len(label)
	}
	if credit := photoCredit.FindStringIndex(s.Of(text)); credit != nil {
		s.End = s.Begin + credit[0]
	}
	return trimFunc(text, s, func(r rune) bool { return strings.ContainsRune(" \t\u00a0|-–—[(", r) })
}

var captionLabel = regexp.MustCompile(`(?i)^(?:image caption|file photo|file image|file picture|photo|picture|caption|image|in pictures?|file)\s*[,:–—-]\s*|^\[?\d+(?:/| of )\d+\]?\s+`)
