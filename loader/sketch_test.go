package loader_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"

	"demarche/internal/sketch"
	"demarche/internal/span"
	"demarche/loader"
	"demarche/loader/article"
	"demarche/loader/extract"
	"demarche/schema"
)

// wire is a report of an agency, as a paper prints it: under its own headline
// and caption, with or without the last paragraph.
func wire(headline string, whole bool) article.Article {
	a := article.Article{Title: headline, URL: "https://" + strings.ReplaceAll(headline, " ", "-") + ".example/1"}
	add := func(kind article.Kind, text string) {
		begin := len(a.Text)
		a.Text += text + "\n\n"
		a.Blocks = append(a.Blocks, article.Block{Span: span.Span{Begin: begin, End: begin + len(text)}, Kind: kind})
	}
	add(article.Headline, headline)
	add(article.Caption, "A lorry waits at the crossing on Tuesday, picture of "+headline)
	add(article.Paragraph, "The fishermen of both shores asked the ministry on Tuesday to reopen the strait before the herring season begins, "+
		"saying that every week of waiting costs them a tenth of the year's catch.")
	add(article.Paragraph, "The ministry closed the strait in March after two ferries had collided in fog, and has since let nobody pass "+
		"but pilots and the coast guard.")
	if whole {
		add(article.Paragraph, "A spokeswoman said the inquiry would end in summer and that nothing was to be expected earlier than that.")
	}
	return a
}

// Copies of one report lead to each other, whatever stands above them; the
// entries follow from the article alone and survive new links of actors.
func TestCopiesStandUnderTheSameEntries(t *testing.T) {
	known := func(a article.Article) (s sketch.Sketch, entries []string, quads []quad.Quad) {
		quads = loader.Quads(a, extract.Records{}, nil)
		for _, q := range quads {
			switch q.Predicate {
			case quad.IRI(schema.Sketch):
				var err error
				if s, err = sketch.Parse(string(q.Object.(quad.String))); err != nil {
					t.Fatal(err)
				}
			case quad.IRI(schema.IndexedUnder):
				entries = append(entries, fmt.Sprint(q.Object))
			}
		}
		return s, entries, quads
	}
	morning, entries, quads := known(wire("Strait to stay closed", true))
	evening, others, _ := known(wire("Herring without fishermen", false))
	if !sketch.Copies(morning, evening) {
		t.Error("the two are not taken for copies")
	}
	if len(entries) == 0 || !slices.ContainsFunc(entries, func(e string) bool { return slices.Contains(others, e) }) {
		t.Errorf("no common entry: %v, %v", entries, others)
	}
	if !strings.HasPrefix(entries[0], "<demarche:index/article/shingle/") || !strings.HasSuffix(entries[0], "/any>") {
		t.Errorf("an entry is %s", entries[0])
	}
	relinked := loader.Relink(quads, map[string]extract.Actor{"x": lavrov}, nil)
	if sorted(lines(t, relinked)) != sorted(lines(t, quads)) {
		t.Error("linking anew changed the entries")
	}
	if s, entries, _ := known(article.Article{Title: "Brief", URL: "https://brief.example"}); s.Shingles != 0 || entries != nil {
		t.Errorf("an article without text has %v and %v", s, entries)
	}
}
