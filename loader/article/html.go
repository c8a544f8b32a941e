package article

import (
	"iter"
	"net/url"
	"regexp"
	"strings"
	"time"

	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"demarche/internal/span"
)

// htmlStart matches what only an HTML page begins with, or has near its start.
var htmlStart = regexp.MustCompile(`(?i)^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|article|div|p|h1)\b`)

func isHTML(text string) bool { return htmlStart.MatchString(text[:min(head, len(text))]) }

// readHTML lets trafilatura find the main text; what the page says about
// itself in JSON-LD and meta elements counts for more than what is guessed.
func readHTML(text string) iter.Seq2[record, error] {
	return func(yield func(record, error) bool) {
		page, err := html.Parse(strings.NewReader(text))
		if err != nil {
			yield(record{}, err)
			return
		}
		about := aboutPage(page)
		main, err := trafilatura.ExtractDocument(page, options(about))
		if err != nil {
			yield(record{}, ErrNotArticle) // its reasons are all "too short"
			return
		}
		if countWords(main.ContentText) < fewWords {
			yield(record{}, ErrNotArticle)
			return
		}
		about.fill(main.Metadata)
		yield(record{Article: about.article(page, main.ContentNode)}, nil)
	}
}

// options chooses speed where the page dates itself, and care where it does not.
func options(about *about) trafilatura.Options {
	o := trafilatura.Options{ExcludeComments: true, EnableFallback: true, HtmlDateMode: trafilatura.Extensive}
	if !about.published.IsZero() {
		o.HtmlDateMode = trafilatura.Disabled
	}
	if address, err := url.ParseRequestURI(about.url); err == nil {
		o.OriginalURL = address
	}
	return o
}

// fill takes from the library what the page itself did not say.
func (p *about) fill(m trafilatura.Metadata) {
	first(&p.title, m.Title)
	first(&p.url, m.URL)
	first(&p.description, m.Description)
	first(&p.language, m.Language)
	if p.published.IsZero() && !m.Date.IsZero() {
		p.published = day(m.Date)
	}
	if len(p.authors) == 0 && m.Author != "" {
		p.authors = strings.Split(m.Author, ";")
	}
	if known, ok := mediumAt(p.url); ok {
		first(&p.publisher, known.name)
	}
	if !strings.Contains(m.Sitename, ".") { // a host is no name
		first(&p.publisher, m.Sitename)
	}
}

// first sets a value that is not known yet.
func first(value *string, candidate string) {
	if *value == "" {
		*value = tidy(candidate)
	}
}

// article lays out headline, standfirst and main text as plain text.
func (p *about) article(page, main *html.Node) Article {
	a := Article{URL: p.url, Title: p.title, Publisher: p.publisher, Published: p.published, HasTime: p.hasTime, Language: p.language}
	body := paragraphs(main)
	var out layout
	if p.title != "" {
		out.add(Headline, p.title)
	}
	if p.standfirst(page, body) {
		out.add(Standfirst, p.description)
	}
	agency, seen := "", false
	for _, each := range body {
		switch {
		case each.text == p.title || each.text == p.description:
		case each.heading:
			out.add("", each.text)
		default:
			if lead := datelineOf(each.text); !seen && lead.end > 0 {
				agency = lead.agency
			}
			seen = true
			out.add(Paragraph, each.text)
		}
	}
	a.Text, a.Blocks = out.text.String(), out.blocks
	if a.Authors = people(p.authors); len(a.Authors) == 0 && agency != "" {
		a.Authors = []string{agency}
	}
	return a
}

// standfirst reports whether the page's description is part of the article:
// readers see it on the page, and the main text does not say it anyway.
func (p *about) standfirst(page *html.Node, body []paragraph) bool {
	if p.description == "" || p.description == p.title {
		return false
	}
	for _, each := range body {
		if strings.Contains(each.text, p.description) && each.text != p.description {
			return false
		}
	}
	return strings.Contains(visible(page), p.description)
}

// layout builds a text of paragraphs with blank lines between.
type layout struct {
	text   strings.Builder
	blocks []Block
}

// add appends a paragraph; one without a kind is no block.
func (l *layout) add(kind Kind, text string) {
	if l.text.Len() > 0 {
		l.text.WriteString("\n\n")
	}
	begin := l.text.Len()
	l.text.WriteString(text)
	if kind != "" {
		l.blocks = append(l.blocks, Block{span.Span{Begin: begin, End: l.text.Len()}, kind})
	}
}

// paragraph is a block element's text.
type paragraph struct {
	text    string
	heading bool
}

// paragraphs lists the texts of the block elements under a node, in order.
func paragraphs(root *html.Node) []paragraph {
	var list []paragraph
	var pending strings.Builder
	flush := func(heading bool) {
		if text := strings.ToValidUTF8(tidy(pending.String()), "\ufffd"); text != "" {
			list = append(list, paragraph{text, heading})
		}
		pending.Reset()
	}
	var visit func(*html.Node)
	visit = func(n *html.Node) {
		if n.Type == html.TextNode {
			pending.WriteString(n.Data)
			return
		}
		if silent[n.DataAtom] {
			return
		}
		inline := n.Type == html.ElementNode && inlines[n.DataAtom]
		if !inline {
			flush(false)
		}
		for child := n.FirstChild; child != nil; child = child.NextSibling {
			visit(child)
		}
		if !inline {
			flush(headings[n.DataAtom])
		}
	}
	if root != nil {
		visit(root)
	}
	flush(false)
	return list
}

var (
	silent   = map[atom.Atom]bool{atom.Script: true, atom.Style: true, atom.Template: true, atom.Noscript: true, atom.Head: true, atom.Iframe: true}
	headings = map[atom.Atom]bool{atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true}
	inlines  = map[atom.Atom]bool{
		atom.A: true, atom.Abbr: true, atom.B: true, atom.Cite: true, atom.Code: true, atom.Data: true, atom.Del: true, atom.Em: true,
		atom.Font: true, atom.I: true, atom.Ins: true, atom.Kbd: true, atom.Mark: true, atom.Q: true, atom.S: true, atom.Small: true,
		atom.Span: true, atom.Strong: true, atom.Sub: true, atom.Sup: true, atom.Time: true, atom.U: true, atom.Var: true, atom.Wbr: true,
	}
)

// visible is the text of a page as one string.
func visible(page *html.Node) string {
	var all []string
	for _, each := range paragraphs(page) {
		all = append(all, each.text)
	}
	return strings.Join(all, "\n")
}

// setDate reads a date that the page gives, unless one is known.
func (p *about) setDate(value string) {
	if !p.published.IsZero() {
		return
	}
	if t, hasTime, ok := parseDate(value); ok && t.After(time.Time{}) {
		p.published, p.hasTime = t, hasTime
	}
}
