package lang_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"demarche/internal/span"
	"demarche/loader/lang"
)

// Entities say who "he" and "the minister" are.
func ExampleDoc_Entities() {
	d := lang.Parse("Foreign Minister Sergei Lavrov met Angela Merkel in Berlin. He thanked her for the talks. Lavrov then left the city.")
	for _, entity := range d.Entities() {
		if len(entity.Mentions) == 1 {
			continue // what is mentioned once
		}
		var mentions []string
		for _, m := range entity.Mentions {
			mentions = append(mentions, d.Words(m.First, m.End).Of(d.Text))
		}
		fmt.Printf("%s %s: %s\n", entity.Kind, entity.Gender, strings.Join(mentions, " = "))
	}
	// Output:
	// person male: Foreign Minister Sergei Lavrov = He = Lavrov
	// person female: Angela Merkel = her
}

// A quotation that runs over two paragraphs has one speaker.
func TestEntitiesOfAQuotationOverParagraphs(t *testing.T) {
	first := "“I came to listen,” Angela Merkel said. “I will not sign.\n"
	text := first + "“I have said so before.”"
	d := lang.Parse(text, span.Span{Begin: 0, End: len(first) - 1}, span.Span{Begin: len(first), End: len(text)})
	var mentions []string
	for _, m := range d.Entities()[0].Mentions {
		mentions = append(mentions, d.Words(m.First, m.End).Of(d.Text))
	}
	if got, want := strings.Join(mentions, " = "), "I = Angela Merkel = I = I"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestEntitiesOfNothing(t *testing.T) {
	if got := lang.Parse("").Entities(); len(got) != 0 {
		t.Errorf("got %v", got)
	}
}

// BenchmarkEntities measures coreference alone, on the development part of PolNeAR, where it lies beside the repository.
func BenchmarkEntities(b *testing.B) {
	paths, _ := filepath.Glob("../../../shared/data/polnear/dev/text/*.txt")
	if len(paths) == 0 {
		b.Skip("there is no news text to read")
	}
	var docs []*lang.Doc
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			b.Fatal(err)
		}
		docs = append(docs, lang.Parse(string(text)))
	}
	tokens := 0
	b.ReportAllocs()
	for b.Loop() {
		for _, d := range docs {
			d.Entities()
			tokens += len(d.Tokens)
		}
	}
	b.ReportMetric(float64(tokens)/b.Elapsed().Seconds(), "tokens/s")
}
