package loader_test

import (
	"strings"
	"testing"
	"time"

	"demarche/internal/span"
	"demarche/loader/article"
	"demarche/loader/extract"
)

// TestReadBlocks: what lies outside the blocks is not read, and what stands in
// a headline or caption is marked as a repetition.
func TestReadBlocks(t *testing.T) {
	l, err := builtIn()
	if err != nil {
		t.Fatal(err)
	}
	text := "Kenya urged Chad to pay.\nBrazil urged Peru to wait.\nJapan urged India to act.\n"
	block := func(line string, kind article.Kind) article.Block {
		begin := strings.Index(text, line)
		return article.Block{Span: span.Span{Begin: begin, End: begin + len(line)}, Kind: kind}
	}
	s := l.Read(article.Article{Text: text, Blocks: []article.Block{block("Brazil urged Peru to wait.", article.Caption), block("Japan urged India to act.", article.Paragraph)}})
	agree(t, demandsOf(s), []string{"Brazil -> Peru | do | urged | wait", "Japan -> India | do | urged | act"}, "")
	if d := s.Records.Demands; len(d) == 2 && (d[0].Where != extract.Headline || d[1].Where != extract.Body) {
		t.Errorf("they stand in %s and %s", d[0].Where, d[1].Where)
	}
}

// TestReadDay: the day is the one where the article was written, not that of UTC.
func TestReadDay(t *testing.T) {
	l, err := builtIn()
	if err != nil {
		t.Fatal(err)
	}
	a := written(t, "Brazil urged Peru on Friday to wait.", "")
	a.Published = time.Date(2021, 12, 3, 1, 30, 0, 0, time.FixedZone("", 5*3600)) // still Thursday in UTC
	s := l.Read(a)
	if len(s.Records.Demands) != 1 || dayOf(s.Records.Demands[0].When) != "2021-12-03" {
		t.Errorf("got %+v", s.Records.Demands)
	}
}
