package article_test

import (
	"context"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"demarche/loader/article"
)

// TestSamples reads the sample articles that the first load of a new user takes.
func TestSamples(t *testing.T) {
	want := []struct {
		source, title, publisher, published, authors string
		blocks                                       int
	}{
		{"01_draft_treaties.txt", "Russia publishes its demands on NATO and the United States", "Riverside Courier", "2021-12-17", "Clara Whitmore", 8},
		{"02_stockholm.txt", "Lavrov asks for guarantees, Blinken tells Russia to pull troops back", "The Harbour Gazette", "2021-12-02", "Desmond Clarke", 7},
		{"03_press_conference.txt", "Putin tells the West to give guarantees 'immediately'", "Northern Herald", "2021-12-23", "", 8},
		{"04_stoltenberg.txt", "NATO chief rejects Russian veto on membership, proposes meeting in January", "Lakeside Tribune", "2021-12-21", "Ingrid Solheim", 8},
		{"05_phone_call.html", "Biden urges Putin to ease tensions over Ukraine", "Coast Chronicle", "2021-12-31", "Moira Penhallow", 6},
		{"06_general_assembly.txt", "UN General Assembly demands that Russia withdraw from Ukraine", "Harbour View Daily", "2022-03-03", "Helen Okafor", 8},
		{"07_glasgow.txt", "Glasgow climate pact asks states to strengthen their targets", "The Meadow Post", "2021-11-14", "Tom Ashdown, Priya Lund", 7},
		{"08_belarus.html", "EU leaders refuse to accept Belarus election result", "Valley Observer", "2020-08-20", "Anna Lindqvist", 6},
		{"09_korea_ethiopia.jsonl#1", "UN Security Council tightens sanctions on North Korea", "Plains Dispatch", "2017-09-12", "Grace Muriel", 6},
		{"09_korea_ethiopia.jsonl#2", "Security Council calls for ceasefire in Ethiopia", "Plains Dispatch", "2021-11-06", "Samuel Dabney", 5},
		{"10_feed.xml#1", "China answers American tariffs with duties of its own", "Hillside Standard", "2018-07-06", "Peter Yun", 5},
		{"10_feed.xml#2", "Iran wants guarantees before it returns to nuclear deal", "Hillside Standard", "2022-02-16", "Leila Brandt", 5},
		{"11_greece.txt", "Germany tells Greece to ask for a longer bailout", "Orchard Evening News", "2015-02-17", "Karl Lind", 7},
	}
	folder := filepath.Join("..", "testdata", "samples")
	i := 0
	for a, err := range article.Read(context.Background(), []string{folder}, nil) {
		if err != nil {
			t.Fatal(err)
		}
		if i == len(want) {
			t.Fatalf("more than %d articles: %s", i, a.Source)
		}
		w := want[i]
		i++
		checkInvariants(t, a)
		got := []string{strings.TrimPrefix(a.Source, folder+string(filepath.Separator)), a.Title, a.Publisher, a.Published.Format(time.DateOnly), strings.Join(a.Authors, ", ")}
		if !slices.Equal(got, []string{w.source, w.title, w.publisher, w.published, w.authors}) || len(a.Blocks) != w.blocks || a.Language != "en" {
			t.Errorf("got %q with %d blocks in %q, want %+v\n%q", got, len(a.Blocks), a.Language, w, draw(a).Blocks)
		}
	}
	if i != len(want) {
		t.Errorf("got %d articles, want %d", i, len(want))
	}
}
