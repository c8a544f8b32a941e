// Package loader turns articles into what they say, and into quads.
//
// Read shows the whole route of an article on one screen. Everything it finds
// is a span of the article's text; every quad that Quads writes is labelled
// with the article. A Loader is immutable and safe for concurrent use.
package loader

import (
	"fmt"
	"time"

	"demarche/internal/span"
	"demarche/loader/article"
	"demarche/loader/extract"
	"demarche/loader/lang"
	"demarche/loader/lang/attribution"
	"demarche/loader/link"
	"demarche/schema"
	"demarche/schema/frames"
)

// Loader reads articles with the actors and words that it knows.
type Loader struct {
	catalogue *schema.Catalogue
	frames    *frames.Set
	parser    lang.Parser
	precise   bool

	attributions *attribution.Model // nil for that of the program
}

// New makes a loader that links to the actors of a catalogue and looks for the
// words of a set of frames.
func New(catalogue *schema.Catalogue, set *frames.Set) *Loader {
	return &Loader{catalogue: catalogue, frames: set, parser: lang.Parser{Known: catalogue}}
}

// Default is New with what is built in.
func Default() (*Loader, error) {
	catalogue, err := schema.Default()
	if err != nil {
		return nil, fmt.Errorf("loading the built-in catalogue: %w", err)
	}
	set, err := frames.Default()
	if err != nil {
		return nil, err
	}
	return New(catalogue, set), nil
}

// Precise returns a loader that keeps of each article only the records that are sure (extract.Records.Precise).
func (l *Loader) Precise() *Loader {
	sure := *l
	sure.precise = true
	return &sure
}

// With returns a loader that finds who says what with another model, to see what the model is good for.
func (l *Loader) With(model *attribution.Model) *Loader {
	other := *l
	other.attributions = model
	return &other
}

// Stages is what each stage made of an article, for those who want to see.
type Stages struct {
	Article article.Article
	Doc     *lang.Doc
	Linked  *link.Text
	Records extract.Records
}

// Read takes an article from its text to its records.
func (l *Loader) Read(a article.Article) Stages {
	day := publicationDay(a.Published)
	blocks, where := blocksOf(a)
	doc := l.parser.Parse(a.Text, blocks...)
	linked := link.Link(doc, l.catalogue, day)
	records := extract.Extract(extract.Input{Text: linked, Where: where, Published: day, Attributions: l.attributions}, l.frames)
	if l.precise {
		records = records.Precise()
	}
	return Stages{Article: a, Doc: doc, Linked: linked, Records: records}
}

// publicationDay is midnight UTC of the day that a moment shows where it was written.
func publicationDay(t time.Time) time.Time {
	if t.IsZero() {
		return t
	}
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}

// blocksOf gives the blocks to read, and which of them only repeat the body.
func blocksOf(a article.Article) ([]span.Span, []extract.Where) {
	blocks, where := make([]span.Span, len(a.Blocks)), make([]extract.Where, len(a.Blocks))
	for i, b := range a.Blocks {
		blocks[i], where[i] = b.Span, extract.Body
		if b.Kind == article.Headline || b.Kind == article.Caption {
			where[i] = extract.Headline
		}
	}
	return blocks, where
}
