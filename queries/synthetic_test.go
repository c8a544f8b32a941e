package queries_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"demarche/graph"
	"demarche/internal/span"
	"demarche/loader"
	"demarche/loader/article"
	"demarche/loader/extract"
	"demarche/queries"
)

// subjects are what synthetic demands are about; two of them make a topic.
var subjects = []string{"ceasefire", "sanctions", "expansion", "exercises", "grain", "pipelines", "prisoners", "treaties",
	"inspections", "observers", "missiles", "borders", "tariffs", "visas", "airspace", "elections"}

// synthetic makes n articles over three years as the loader writes them. Few
// actors are in much of the news, most in little.
func synthetic(n int) []graph.Document {
	r := rand.New(rand.NewPCG(1, 2))
	popular := rand.NewZipf(r, 1.3, 4, 499)
	actor := func() extract.Actor {
		i := popular.Uint64()
		if i == 0 {
			return russia
		}
		return extract.Actor{ID: fmt.Sprintf("unlinked:actor-%d", i), Name: fmt.Sprintf("Actor %d", i), Kind: "organisation"}
	}
	docs := make([]graph.Document, n)
	for i := range docs {
		a := article.Article{Title: fmt.Sprintf("News %d", i), Publisher: fmt.Sprintf("Paper %d", i%20), Digest: fmt.Sprint(i),
			Published: time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, r.IntN(3*365)), URL: fmt.Sprintf("https://news.example/%d", i)}
		var records extract.Records
		var text strings.Builder
		for range 3 {
			what := fmt.Sprintf("to settle %s and %s number %d", subjects[r.IntN(16)], subjects[r.IntN(16)], r.IntN(500))
			begin := text.Len()
			fmt.Fprintf(&text, "said %s. ", what)
			basis := extract.Basis{Cue: []span.Span{{Begin: begin, End: begin + 4}}, Where: extract.Body, Rule: "synthetic", Confidence: .5}
			words := span.Span{Begin: begin + 5, End: begin + 5 + len(what)}
			by, of := actor(), actor()
			switch r.IntN(4) {
			case 0, 1:
				records.Demands = append(records.Demands, extract.Demand{Basis: basis, By: by, Of: []extract.Actor{of}, What: []span.Span{words},
					Polarity: []string{"do", "dont"}[r.IntN(2)], Statement: -1})
			case 2:
				records.Statements = append(records.Statements, extract.Statement{Basis: basis, Speaker: by, Addressee: []extract.Actor{of},
					Content: []span.Span{words}, Quoted: "direct"})
			default:
				records.Positions = append(records.Positions, extract.Position{Basis: basis, Actor: by, Issue: what, Stance: "oppose", Evidence: words})
				records.Events = append(records.Events, extract.Event{Basis: basis, Type: "talks", Label: "Talks on " + what,
					Participants: []extract.Actor{by, of}, Place: "Geneva", Evidence: words})
			}
			records.Persons = []extract.Person{{Actor: by, Roles: []extract.Role{{Title: "spokesman", Of: of, Span: words}}}}
		}
		a.Text = text.String()
		docs[i] = graph.Document{Label: loader.IRI(a), Quads: loader.Quads(a, records, nil)}
	}
	return docs
}

// What a question reads depends on its answer, not on the graph: the same
// question to a graph ten times larger, whose further articles have nothing to
// do with it, reads the same.
func TestAQuestionReadsItsAnswerOnly(t *testing.T) {
	const (
		wayIn  = 150 // entries and values read to find the months that there are
		perRow = 200 // and for each row: its quads with their values, and its article's headline and date
	)
	s := set(t)
	small, large := engine(t, append(news(t), synthetic(30)...)...), engine(t, append(news(t), synthetic(300)...)...)
	for _, test := range []struct {
		query string
		args  []string
		more  int // records that are read and not shown: compared demands, possible answers
	}{
		{"who-demanded", []string{"by=Russia", "of=NATO"}, 0},
		{"who-demanded", []string{"of=NATO", "topic=expansion borders"}, 0},
		{"who-demanded", []string{"by=United States"}, 0},
		{"who-demanded", []string{"by=NATO", "topic=troops", "since=2021-12", "until=2021-12"}, 0},
		{"said", []string{"speaker=Jens Stoltenberg"}, 0},
		{"demands-on", []string{"actor=NATO", "polarity=do"}, 0},
		{"events", []string{"participant=Antony Blinken"}, 0},
		{"positions", []string{"issue=NATO enlargement"}, 0},
		{"reported-by", []string{"by=Russia", "of=NATO"}, 0},
		{"first-made", []string{"of=NATO", "topic=expansion"}, 1},
		{"hardening", []string{"by=Russia", "of=NATO"}, 1},
		{"answers", []string{"of=NATO"}, 4},
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
		if many.Touched > few.Touched+few.Touched/4 || many.Touched > wayIn+perRow*(len(many.Rows)+test.more) {
			t.Errorf("%s %v: %d rows, touched %d in the small graph and %d in the large one", test.query, test.args, len(many.Rows), few.Touched, many.Touched)
		}
	}
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
		{"timeline", "actor=Russia"}, {"relations", ""}, {"relations", "actor=Actor 9"}, {"positions", "issue=grain"}, {"changes", "actor=Actor 3"},
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
