package loader_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/nquads"

	"demarche/internal/span"
	"demarche/loader"
	"demarche/loader/article"
	"demarche/loader/extract"
	"demarche/loader/when"
	"demarche/schema"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// catalogue stands in for the real one.
type catalogue struct{}

func (catalogue) Wikidata(id string) string {
	return map[string]string{"russia": "Q159", "nato": "Q7184"}[id]
}

func (catalogue) Medium(name string) (extract.Actor, bool) {
	if name != "Daily Courier" {
		return extract.Actor{}, false
	}
	return extract.Actor{ID: "daily-courier", Name: "Daily Courier", Linked: true, Kind: "medium"}, true
}

var (
	russia  = extract.Actor{ID: "russia", Name: "Russia", Linked: true, Kind: "country", Code: "RUS"}
	nato    = extract.Actor{ID: "nato", Name: "NATO", Linked: true, Kind: "organisation", Code: "IGO"}
	lavrov  = extract.Actor{ID: "sergey-lavrov", Name: "Sergey Lavrov", Linked: true, Kind: "person"}
	ushakov = extract.Actor{ID: "unlinked:yuri-ushakov", Name: "Yuri Ushakov", Kind: "person"}
)

const text = "Menu\n\nRussia’s demands\n\nMoscow urged NATO on Thursday to stop its expansion, or face “consequences”. " +
	"“We oppose bases,” said Kremlin aide Yuri Ushakov, who met Lavrov in Geneva in November.\n"

// find returns the span of the words in the text.
func find(t *testing.T, words string) span.Span {
	t.Helper()
	at := strings.Index(text, words)
	if at < 0 {
		t.Fatalf("%q is not in the text", words)
	}
	return span.Span{Begin: at, End: at + len(words)}
}

func sample(t *testing.T) (article.Article, extract.Records) {
	t.Helper()
	at := func(words string) span.Span { return find(t, words) }
	spans := func(words ...string) (all []span.Span) {
		for _, w := range words {
			all = append(all, at(w))
		}
		return all
	}
	day := func(y int, m time.Month, d int) time.Time { return time.Date(y, m, d, 0, 0, 0, 0, time.UTC) }
	thursday := &when.Date{From: day(2021, 12, 2), To: day(2021, 12, 2), Precision: when.Day}
	november := &when.Date{From: day(2021, 11, 1), To: day(2021, 11, 30), Precision: when.Month}
	body := text[strings.Index(text, "Moscow"):strings.LastIndex(text, "\n")]
	a := article.Article{
		Source: "in/courier.txt", File: "courier.txt", URL: "https://www.courier.example/world/russia-s-demands.html?id=7",
		Title: "Russia’s demands", Publisher: "Daily Courier", Published: day(2021, 12, 4), Authors: []string{"Ann Lee"},
		Language: "en", Text: text, Digest: "00ff",
		Blocks: []article.Block{{Span: at("Russia’s demands"), Kind: article.Headline}, {Span: at(body), Kind: article.Paragraph}},
	}
	return a, extract.Records{
		Persons: []extract.Person{
			{Actor: ushakov, Mentions: []string{"Yuri Ushakov"}, Roles: []extract.Role{{Title: "aide", Of: russia, Span: at("Kremlin aide"), Confidence: .97}}},
			{Actor: lavrov, Mentions: []string{"Lavrov"}},
		},
		Actors: []extract.Mentioned{{Actor: russia, Forms: []string{"Moscow", "Kremlin"}}, {Actor: nato, Forms: []string{"NATO"}}},
		Statements: []extract.Statement{
			{Basis: extract.Basis{Cue: spans("urged"), Where: extract.Body, When: thursday, Rule: "frame:urge", Confidence: .8},
				Speaker: russia, Addressee: []extract.Actor{nato}, Content: spans("to stop its expansion"), Quoted: "indirect", SaidIn: -1},
			{Basis: extract.Basis{Cue: spans("said"), Where: extract.Body, Rule: "quote-before-cue", Confidence: .9},
				Speaker: ushakov, Content: spans("We oppose bases"), Quoted: "direct", SaidIn: -1},
		},
		Demands: []extract.Demand{{Basis: extract.Basis{Cue: spans("urged"), Where: extract.Body, When: thursday, Rule: "frame:urge", Confidence: .75},
			By: russia, VoicedBy: &lavrov, Of: []extract.Actor{nato}, Addressed: extract.Stated, What: spans("to stop its expansion"), Polarity: "do", Strength: "urge",
			OrElse: at("or face “consequences”"), Statement: 0}},
		Events: []extract.Event{{Basis: extract.Basis{Cue: spans("met"), Where: extract.Body, When: november, Rule: "event:meet", Confidence: .6},
			Type: "meeting", Label: "Ushakov-Lavrov meeting", Participants: []extract.Actor{ushakov, lavrov}, Place: "Geneva", Evidence: at("met Lavrov in Geneva")}},
		Positions: []extract.Position{{Basis: extract.Basis{Cue: spans("oppose"), Where: extract.Body, Rule: "frame:oppose", Confidence: .5},
			Actor: russia, Issue: "military bases", Stance: "oppose", Evidence: at("We oppose bases")}},
	}
}

// lines writes quads as N-Quads in their order.
func lines(t *testing.T, quads []quad.Quad) string {
	t.Helper()
	var out bytes.Buffer
	w := nquads.NewWriter(&out)
	if _, err := w.WriteQuads(quads); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", "quads", name)
	if *update {
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	gotLines, wantLines := strings.Split(got, "\n"), strings.Split(string(want), "\n")
	for i := range max(len(gotLines), len(wantLines)) {
		if i >= len(gotLines) || i >= len(wantLines) || gotLines[i] != wantLines[i] {
			t.Fatalf("%s:%d: got %q (run with -update to accept)", file, i+1, gotLines[min(i, len(gotLines)-1)])
		}
	}
}

func TestQuadsOfAnArticle(t *testing.T) {
	a, r := sample(t)
	quads := loader.Quads(a, r, catalogue{})
	golden(t, "article.nq", lines(t, quads))
	seen := map[string]bool{}
	for _, q := range quads {
		if q.Label != loader.IRI(a) {
			t.Errorf("%v is labelled %v", q, q.Label)
		}
		if seen[q.String()] {
			t.Errorf("%v stands twice", q)
		}
		seen[q.String()] = true
	}
	if again := lines(t, loader.Quads(a, r, catalogue{})); again != lines(t, quads) {
		t.Error("the same article gave other quads")
	}
}

func TestRelinkKeepsRecordsAndMovesActors(t *testing.T) {
	a, r := sample(t)
	quads := loader.Quads(a, r, catalogue{})
	before := lines(t, quads)
	linked := extract.Actor{ID: "yuri-ushakov", Name: "Yury Ushakov", Linked: true, Kind: "person"}
	relinked := loader.Relink(quads, map[string]extract.Actor{ushakov.ID: linked}, catalogue{})
	if lines(t, quads) != before {
		t.Error("the quads given were changed")
	}
	got := lines(t, relinked)
	if strings.Contains(got, ushakov.ID) {
		t.Errorf("the old actor is still there:\n%s", got)
	}
	// An article read afresh with the larger catalogue says the same.
	for i := range r.Persons {
		if r.Persons[i].ID == ushakov.ID {
			r.Persons[i].Actor = linked
		}
	}
	r.Statements[1].Speaker = linked
	r.Events[0].Participants[0] = linked
	want := sorted(lines(t, loader.Quads(a, r, catalogue{})))
	if sorted(got) != want {
		t.Errorf("got\n%s\nwant\n%s", sorted(got), want)
	}
}

func TestRelinkToAnActorThatTheArticleNamesAlready(t *testing.T) {
	a, r := sample(t)
	quads := loader.Relink(loader.Quads(a, r, catalogue{}), map[string]extract.Actor{ushakov.ID: lavrov}, catalogue{})
	labels := 0
	for _, q := range quads {
		if q.Subject == quad.IRI(schema.ActorIRI(lavrov.ID)) && q.Predicate == quad.IRI(schema.Label) {
			labels++
		}
	}
	if labels != 1 {
		t.Errorf("the actor is described %d times", labels)
	}
	for _, form := range []string{"Lavrov", "Yuri Ushakov"} {
		if !strings.Contains(lines(t, quads), `<schema:alternateName> "`+form+`"`) {
			t.Errorf("the form %q is lost", form)
		}
	}
	if loader.Relink(nil, nil, nil) != nil {
		t.Error("quads from nothing")
	}
}

func TestIRI(t *testing.T) {
	day := time.Date(2021, 12, 4, 0, 0, 0, 0, time.UTC)
	long := strings.Repeat("very long title ", 10)
	for _, test := range []struct {
		name   string
		a      article.Article
		prefix string
	}{
		{"address", article.Article{URL: "https://www.Courier.example/a/b/Talks-Stall.html#top"}, "demarche:article/courier.example/talks-stall-"},
		{"bare address", article.Article{URL: "http://courier.example"}, "demarche:article/courier.example-"},
		{"no address", article.Article{Title: "Talks Stall!", Publisher: "The Courier", Published: day}, "demarche:article/2021-12-04/the-courier/talks-stall-"},
		{"long title", article.Article{Title: long, Published: day}, "demarche:article/2021-12-04/very-long-title-very-long-title-very-long-title-very-long-"},
		{"nothing", article.Article{}, "demarche:article/undated-"},
		{"hostile", article.Article{Title: "a\"> <b> ../..\n"}, "demarche:article/undated/a-b-"},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := string(loader.IRI(test.a))
			hash, ok := strings.CutPrefix(got, test.prefix)
			if !ok || len(hash) != 16 {
				t.Errorf("IRI is %q, want %q and 16 digits", got, test.prefix)
			}
		})
	}
	changed := article.Article{Title: "T", Publisher: "P", Published: day, Text: "one"}
	same := changed
	same.Text = "two"
	if loader.IRI(changed) != loader.IRI(same) {
		t.Error("a changed text changed the identity")
	}
	one, two := article.Article{Digest: "1"}, article.Article{Digest: "2"}
	if loader.IRI(one) == loader.IRI(two) {
		t.Error("two articles of which nothing is known but the text are taken for one")
	}
	for _, address := range []string{"http://courier.example/a/?utm_source=feed", "https://www.courier.example/a#top", "https://courier.example/a"} {
		if got, want := loader.IRI(article.Article{URL: address}), loader.IRI(article.Article{URL: "https://courier.example/a"}); got != want {
			t.Errorf("%s is another article than https://courier.example/a", address)
		}
	}
	if loader.IRI(article.Article{URL: "https://courier.example/a?id=1"}) == loader.IRI(article.Article{URL: "https://courier.example/a?id=2"}) {
		t.Error("a parameter that tells pages apart is dropped")
	}
}

func TestAStatementWithinAnotherNamesIt(t *testing.T) {
	a, r := sample(t)
	in := func() (all []quad.Quad) {
		for _, q := range loader.Quads(a, r, nil) {
			if q.Predicate == quad.IRI(schema.SaidIn) {
				all = append(all, q)
			}
		}
		return all
	}
	if got := in(); len(got) != 0 {
		t.Errorf("of statements side by side, one is said in the other: %v", got)
	}
	r.Statements[1].SaidIn = 0
	if got := in(); len(got) != 1 || got[0].Subject == got[0].Object {
		t.Errorf("got %v", got)
	}
}

func TestTwoRecordsOnTheSameWordsAreTwo(t *testing.T) {
	a, r := sample(t)
	other := r.Positions[0]
	other.Actor = nato
	r.Positions = append(r.Positions, other)
	found := 0
	for _, q := range loader.Quads(a, r, nil) {
		if q.Object == quad.IRI(schema.ClassPosition) {
			found++
		}
	}
	if found != 2 {
		t.Errorf("found %d positions, want 2", found)
	}
}

// sorted puts lines in order.
func sorted(text string) string {
	all := strings.Split(strings.TrimSpace(text), "\n")
	slices.Sort(all)
	return strings.Join(all, "\n")
}
