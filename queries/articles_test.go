package queries_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"demarche/graph"
	"demarche/loader"
	"demarche/loader/article"
	"demarche/queries"
	"demarche/schema"
)

// From texts to answers: testdata/trawlers.jsonl has six articles on a quarrel
// over three trawlers. Two print one agency's text, one tells that the demand
// was made again with a date, one that another country joined in.
func TestArticlesAnswerWhoRepeatsADemand(t *testing.T) {
	if testing.Short() {
		t.Skip("reads articles with the language models")
	}
	l, err := loader.Default()
	if err != nil {
		t.Fatal(err)
	}
	var docs []graph.Document
	for a, err := range article.Read(context.Background(), []string{"testdata/trawlers.jsonl"}, nil) {
		if err != nil {
			t.Fatal(err)
		}
		docs = append(docs, graph.Document{Label: loader.IRI(a), Quads: loader.Quads(a, l.Read(a).Records, nil)})
	}
	e, s := engine(t, docs...), set(t)
	catalogue, err := schema.Default()
	if err != nil {
		t.Fatal(err)
	}
	e.Catalogue = catalogue
	answer := func(query string, pairs ...string) *queries.Result {
		r, err := ask(t, e, s, query, queries.Page{}, pairs...)
		if err != nil || len(r.Rows) == 0 {
			t.Fatalf("%s %v: %d rows, %v", query, pairs, len(r.Rows), err)
		}
		return r
	}

	reports := answer("reported-by", "of=Denmark", "topic=trawlers", "by=Norway")
	if got := column(t, reports, "articles")[0] + " articles, reports " + strings.Join(column(t, reports, "report"), " "); got != "3 articles, reports 1 1 2" {
		t.Errorf("Norway's demand has %s", got)
	}
	if got := strings.Join(column(t, answer("repeated-by", "of=Denmark", "topic=trawlers"), "repeats"), " "); got != "first again other" {
		t.Errorf("it is repeated: %s", got)
	}
	first := answer("first-made", "of=Denmark", "topic=trawlers")
	if got := column(t, first, "day")[0] + ", reported " + column(t, first, "reported")[0] + " by " + column(t, first, "reported_by")[0]; got != "2022-01-10, reported 2022-01-11 by Harbour Courier" {
		t.Errorf("it was first made on %s", got)
	}
	change := column(t, answer("hardening", "of=Denmark"), "change")
	if last := change[len(change)-1]; last != "stronger: urge to demand; deadline added: by the end of the month" {
		t.Errorf("it hardened: %s", last)
	}
	open := column(t, answer("unanswered", "of=Denmark"), "what")
	if len(open) != 1 || !strings.Contains(open[0], "radio") {
		t.Errorf("unanswered are %q", open)
	}
	if why := column(t, answer("answers", "of=Denmark", "by=Norway"), "why"); !slices.Contains(why, "statement on the topic") {
		t.Errorf("answers are %q", why)
	}
}
