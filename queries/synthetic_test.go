package queries_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"

	"demarche/graph"
	"demarche/internal/newsgraph"
	"demarche/loader/extract"
	"demarche/queries"
	"demarche/schema"
)

// synthetic makes n articles over three years as the loader writes them. Russia is in
// much of the news.
func synthetic(n int) []graph.Document {
	return newsgraph.Articles(n, newsgraph.Options{Seed: 1, Leading: []extract.Actor{russia}})
}

// What a question reads depends on its answer, not on the graph: the same
// question to a graph five times larger, whose further articles have nothing to
// do with it, reads the same.
func TestAQuestionReadsItsAnswerOnly(t *testing.T) {
	const (
		wayIn  = 150 // entries and values read to find the months that there are
		perRow = 200 // and for each row: its quads with their values, and its article's headline and date
	)
	s := set(t)
	small, large := engine(t, append(news(t), synthetic(200)...)...), engine(t, append(news(t), synthetic(1000)...)...)
	first, err := ask(t, small, s, "who-demanded", queries.Page{}, "by=United States")
	if err != nil {
		t.Fatal(err)
	}
	record := records(t, first)[0]
	asked := map[string]bool{}
	for _, test := range []struct {
		query string
		args  []string
		more  int // records that are read and not shown: compared demands, possible answers
	}{
		{"who-demanded", []string{"by=Russia", "of=NATO"}, 0},
		{"who-demanded", []string{"of=NATO", "topic=expansion borders"}, 0},
		{"who-demanded", []string{"by=United States"}, 0},
		{"who-demanded", []string{"by=NATO", "topic=troops", "since=2021-12", "until=2021-12"}, 0},
		{"who-demanded", []string{"of=NATO", "strength=wish"}, 0},
		{"said", []string{"speaker=Jens Stoltenberg"}, 0},
		{"demands-on", []string{"actor=NATO", "polarity=do"}, 0},
		{"events", []string{"participant=Antony Blinken"}, 0},
		{"positions", []string{"issue=NATO enlargement"}, 0},
		{"positions", []string{"topic=NATO enlargement"}, 0},
		{"timeline", []string{"actor=NATO"}, 2},
		{"timeline", []string{"actor=Russia", "with=NATO"}, 4},
		{"relations", []string{"actor=NATO"}, 4},
		{"activity", []string{"actor=NATO"}, 2},
		{"activity", []string{"actor=NATO", "side=of", "unit=day"}, 4},
		{"network", []string{"actor=NATO"}, 4},
		{"network", []string{"issue=NATO enlargement", "confidence=0.1"}, 4},
		{"changes", []string{"actor=NATO"}, 1},
		{"roles", []string{"actor=unlinked:yuri-ushakov"}, 0},
		{"actors", []string{"name=NATO"}, 20},
		{"evidence", []string{"record=" + record}, 0},
		{"copies", []string{"article=" + sketched()}, 1},
		{"reported-by", []string{"by=Russia", "of=NATO"}, 0},
		{"reported-by", []string{"record=" + record}, 1},
		{"first-made", []string{"of=NATO", "topic=expansion"}, 1},
		{"repeated-by", []string{"record=" + record}, 1},
		{"hardening", []string{"by=Russia", "of=NATO"}, 1},
		{"answers", []string{"of=NATO"}, 4},
		{"unanswered", []string{"of=NATO"}, 4},
	} {
		few, err := ask(t, small, s, test.query, queries.Page{}, test.args...)
		if err != nil {
			t.Fatal(err)
		}
		many, err := ask(t, large, s, test.query, queries.Page{}, test.args...)
		if err != nil {
			t.Fatal(err)
		}
		if len(few.Rows) == 0 || len(few.Rows) != len(many.Rows) {
			t.Errorf("%s %v: %d and %d rows", test.query, test.args, len(few.Rows), len(many.Rows))
			continue
		}
		asked[test.query] = true
		named := test.query == "actors" // grows with the number of actors: names have no index
		if !named && many.Touched > few.Touched+few.Touched/4 || many.Touched > wayIn+perRow*(len(many.Rows)+test.more) {
			t.Errorf("%s %v: %d rows, touched %d in the small graph and %d in the large one", test.query, test.args, len(many.Rows), few.Touched, many.Touched)
		}
	}
	all, err := s.List()
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range all {
		if !asked[q.Name] {
			t.Errorf("nothing here asks %s", q.Name)
		}
	}
}

// What is counted of a publisher costs what is counted, the article of each
// record, and the list of the publisher's articles; the heads of all articles
// are not read.
func TestCountingOfAPublisherReadsNoHeads(t *testing.T) {
	s, e := set(t), engine(t, synthetic(300)...)
	all, err := ask(t, e, s, "network", queries.Page{Limit: 5})
	if err != nil {
		t.Fatal(err)
	}
	some, err := ask(t, e, s, "network", queries.Page{Limit: 5}, "publisher=Paper 1")
	if err != nil || len(some.Rows) == 0 {
		t.Fatalf("%d rows, %v", len(some.Rows), err)
	}
	if some.Touched > all.Touched*3/2 {
		t.Errorf("touched %d, without a publisher %d", some.Touched, all.Touched)
	}
}

// sketched returns a synthetic article that is long enough to have copies.
func sketched() string {
	for _, doc := range synthetic(200) {
		for _, q := range doc.Quads {
			if q.Predicate == quad.IRI(schema.Sketch) {
				return string(doc.Label)
			}
		}
	}
	return ""
}

// A page of a broad question costs a page, not the graph.
func TestAPageCostsAPage(t *testing.T) {
	s := set(t)
	e := engine(t, synthetic(300)...)
	whole, err := ask(t, e, s, "who-demanded", queries.Page{Limit: -1})
	if err != nil {
		t.Fatal(err)
	}
	page, err := ask(t, e, s, "who-demanded", queries.Page{Limit: 10})
	if err != nil {
		t.Fatal(err)
	}
	if page.Touched*10 > whole.Touched {
		t.Errorf("a page of 10 touched %d, the whole of %d touched %d", page.Touched, len(whole.Rows), whole.Touched)
	}
}

// The latency of each saved query on a graph of 100,000 quads, in memory and in
// the embedded store.
func BenchmarkSavedQueries(b *testing.B) {
	for _, backend := range []string{graph.Memory, graph.Bolt} {
		b.Run(backend, func(b *testing.B) { benchmarkSavedQueries(b, graph.Options{Backend: backend, Path: b.TempDir()}) })
	}
}

func benchmarkSavedQueries(b *testing.B, options graph.Options) {
	s := set(b)
	docs := synthetic(700)
	quads := 0
	for _, d := range docs {
		quads += len(d.Quads)
	}
	store := engineOn(b, options, docs...)
	first, err := ask(b, store, s, "who-demanded", queries.Page{Limit: 1})
	if err != nil {
		b.Fatal(err)
	}
	record := ""
	for i, column := range first.Columns {
		if column.Type == queries.Record {
			record = fmt.Sprint(first.Rows[0][i])
		}
	}
	for _, test := range []struct{ query, args string }{
		{"who-demanded", ""}, {"who-demanded", "by=Russia"}, {"who-demanded", "by=Russia of=Actor 1"}, {"who-demanded", "topic=grain"},
		{"who-demanded", "by=Russia topic=missiles since=2021-03 until=2021-05"}, {"demands-on", "actor=Russia"}, {"said", "speaker=Russia"},
		{"timeline", "actor=Russia"}, {"relations", ""}, {"relations", "actor=Actor 9"}, {"activity", ""}, {"network", ""}, {"network", "actor=Actor 9"}, {"positions", "topic=grain"}, {"changes", "actor=Actor 3"},
		{"roles", "actor=Actor 3"}, {"events", "participant=Russia"}, {"reported-by", "record=" + record}, {"reported-by", "by=Russia"},
		{"first-made", "record=" + record}, {"repeated-by", "record=" + record}, {"hardening", "by=Russia"}, {"unanswered", "of=Russia"}, {"answers", "of=Actor 9"},
		{"evidence", "record=" + record}, {"actors", ""}, {"actors", "name=Actor 3"},
	} {
		q, err := s.Get(test.query)
		if err != nil {
			b.Fatal(err)
		}
		given := split(test.args)
		b.Run(strings.TrimSpace(test.query+" "+strings.SplitN(test.args, "record=", 2)[0]), func(b *testing.B) {
			touched := 0
			for b.Loop() {
				r, err := store.Run(context.Background(), q, given, queries.Page{})
				if err != nil {
					b.Fatal(err)
				}
				touched = r.Touched
			}
			b.ReportMetric(float64(touched), "touched")
			b.ReportMetric(float64(quads), "quads")
		})
	}
}

// split reads "by=Russia of=Actor 1".
func split(text string) map[string]string {
	given := map[string]string{}
	name := ""
	for _, word := range strings.Fields(text) {
		if n, value, ok := strings.Cut(word, "="); ok {
			name, given[n] = n, value
		} else {
			given[name] += " " + word
		}
	}
	return given
}
