package queries_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"demarche/graph"
	"demarche/internal/span"
	"demarche/loader/article"
	"demarche/loader/extract"
	"demarche/queries"
)

// printed makes the text the running text of the article, so that copies are found.
func (d *draft) printed() *draft {
	d.a.Blocks = []article.Block{{Span: span.Span{Begin: 0, End: len(d.a.Text)}, Kind: article.Paragraph}}
	return d
}

// voiced says who spoke for the demander of the last demand.
func (d *draft) voiced(who extract.Actor) *draft {
	d.r.Demands[len(d.r.Demands)-1].VoicedBy = &who
	return d
}

// orElse says what is to follow if nobody complies with the last demand.
func (d *draft) orElse(words string) *draft {
	d.t.Helper()
	d.r.Demands[len(d.r.Demands)-1].OrElse = d.at(words)
	return d
}

// wire is what an agency wrote of the first demand; papers print it whole or in part.
const wire = "Russia asked NATO to move its exercises away from the strait. Foreign Minister Sergey Lavrov said the ships came within sight " +
	"of the beaches on Sunday and frightened the bathers of three towns, one of whom had to be fetched back by a pilot. "

const wireMore = "The alliance has sailed there every winter since the lighthouse was built, and gives notice to fishermen a week before."

// strait is the small dispute on which the joined demands are shown.
func strait(t testing.TB) []graph.Document {
	const moved = "to move its exercises away from the strait"
	return []graph.Document{
		newDraft(t, "Bathers complain of warships", "courier", "2021-12-02", wire+wireMore).printed().
			demand(russia, nato, moved, "asked", "do", "2021-12-01").voiced(lavrov).document(),
		newDraft(t, "Warships off the beaches", "herald", "2021-12-02", "STOCKHOLM - "+wire+wireMore).printed().
			demand(russia, nato, moved, "asked", "do", "2021-12-01").document(),
		newDraft(t, "In brief", "gazette", "2021-12-03", wire).printed().
			demand(russia, nato, moved, "asked", "do", "2021-12-01").document(),
		newDraft(t, "Lavrov sets a date", "observer", "2021-12-09",
			"Lavrov demanded that NATO and the United States move their naval exercises out of sight, away from the strait, by Friday, or Moscow would close it to all. "+
				"He spoke in a hall without heating, and left without taking questions from anybody who had come to hear him there.").printed().
			demand(lavrov, nato, "move their naval exercises out of sight, away from the strait, by Friday", "demanded", "do", "2021-12-08").
			alsoOf(us).orElse("Moscow would close it to all").document(),
		newDraft(t, "Kyiv on the strait", "observer", "2021-12-12", "Ukraine urged NATO to move the exercises away from the strait.").
			demand(ukraine, nato, "to move the exercises away from the strait", "urged", "do", "").document(),
		newDraft(t, "No retreat", "observer", "2021-12-10", "Stoltenberg said the exercises would go on. Lavrov met Blinken in Oslo.").
			said(stoltenberg, extract.Actor{}, "the exercises would go on", "said", "indirect", "").
			event("meeting", "Lavrov-Blinken meeting", "Oslo", "met Blinken in Oslo", "2021-12-09", lavrov, blinken).document(),
		newDraft(t, "Grain waits", "courier", "2021-12-05",
			"Blinken urged Russia to let the grain ships through. The US urged Moscow to share its charts of the mines. Lavrov said the charts were old.").
			demand(blinken, russia, "to let the grain ships through", "urged", "do", "").
			demand(us, russia, "to share its charts of the mines", "urged", "do", "").
			said(lavrov, extract.Actor{}, "the charts were old", "said", "indirect", "2021-12-06").document(),
		newDraft(t, "More ships, not fewer", "herald", "2021-12-11", "Russia demanded that NATO move its exercises away from the islands.").
			demand(russia, nato, "move its exercises away from the islands", "demanded", "do", "").document(),
	}
}

// alsoOf adds an addressee to the last demand.
func (d *draft) alsoOf(who extract.Actor) *draft {
	last := &d.r.Demands[len(d.r.Demands)-1]
	last.Of = append(last.Of, who)
	return d
}

// Each case's answer is a file of testdata, as of TestSavedQueries.
func TestJoinedDemands(t *testing.T) {
	e, s := engine(t, strait(t)...), set(t)
	toMove := recordOf(t, e, s, "by=Russia", "topic=strait")
	copied := cell(t, e, s, "reported-by", "article_iri", "record="+toMove)
	for _, test := range []struct {
		file, query string
		args        []string
	}{
		{"strait-reported-by", "reported-by", []string{"by=Russia"}},
		{"strait-first-made", "first-made", []string{"topic=exercises"}},
		{"strait-repeated-by", "repeated-by", []string{"record=" + toMove}},
		{"strait-hardening", "hardening", []string{"of=NATO"}},
		{"strait-unanswered", "unanswered", []string{"of=Russia"}},
		{"strait-answers", "answers", []string{"of=Russia"}},
		{"strait-answers-nato", "answers", []string{"of=NATO", "by=Russia"}},
		{"strait-copies", "copies", []string{"article=" + copied}},
	} {
		t.Run(test.file, func(t *testing.T) {
			r, err := ask(t, e, s, test.query, queries.Page{}, test.args...)
			if err != nil {
				t.Fatal(err)
			}
			var out bytes.Buffer
			fmt.Fprintf(&out, "%s %s\n\n", test.query, strings.Join(test.args, " "))
			if err := queries.Write(&out, r, queries.Table, 0); err != nil {
				t.Fatal(err)
			}
			golden(t, test.file+".txt", out.String())
		})
	}
}

// recordOf returns the first record that who-demanded gives, oldest last.
func recordOf(t testing.TB, e *queries.Engine, s *queries.Set, pairs ...string) string {
	t.Helper()
	r, err := ask(t, e, s, "who-demanded", queries.Page{}, pairs...)
	if err != nil || len(r.Rows) == 0 {
		t.Fatalf("%v: %v", pairs, err)
	}
	all := records(t, r)
	return all[len(all)-1]
}

// column returns the cells of a column.
func column(t testing.TB, r *queries.Result, name string) []string {
	t.Helper()
	i := slices.IndexFunc(r.Columns, func(c queries.Column) bool { return c.Name == name })
	if i < 0 {
		t.Fatalf("no column %s", name)
	}
	var cells []string
	for _, row := range r.Rows {
		cells = append(cells, fmt.Sprint(row[i]))
	}
	return cells
}

// cell returns the first cell of a column.
func cell(t testing.TB, e *queries.Engine, s *queries.Set, query, name string, pairs ...string) string {
	t.Helper()
	r, err := ask(t, e, s, query, queries.Page{}, pairs...)
	if err != nil || len(r.Rows) == 0 {
		t.Fatalf("%s %v: %v", query, pairs, err)
	}
	return column(t, r, name)[0]
}

func TestCopiesAreOneReport(t *testing.T) {
	e, s := engine(t, strait(t)...), set(t)
	r, err := ask(t, e, s, "reported-by", queries.Page{}, "by=Russia", "topic=strait")
	if err != nil {
		t.Fatal(err)
	}
	// Three papers print the agency, one has a text of its own.
	if got := column(t, r, "report"); strings.Join(got, " ") != "1 1 1 2" {
		t.Errorf("reports are %v", got)
	}
	if got := column(t, r, "articles")[0] + " " + column(t, r, "reports")[0]; got != "4 2" {
		t.Errorf("articles and reports are %s", got)
	}
	if got := column(t, r, "publisher"); !slices.Contains(got, "gazette") {
		t.Errorf("a copy is no witness: %v", got)
	}
}

// The office on the day makes a minister's demand that of the country.
func TestSidesFollowTheCatalogue(t *testing.T) {
	const words = "Lavrov demanded that NATO remove its radar from the hill."
	at := func(published string) graph.Document {
		return newDraft(t, "Radar", "courier"+published, published, words).
			demand(lavrov, nato, "remove its radar from the hill", "demanded", "do", "").document()
	}
	country := func(published string) graph.Document {
		return newDraft(t, "Radar", "herald"+published, published, "Russia demanded that NATO remove its radar from the hill.").
			demand(russia, nato, "remove its radar from the hill", "demanded", "do", "").document()
	}
	s := set(t)
	for _, test := range []struct {
		day  string
		want string
	}{
		{"2021-12-02", "1 1"}, // in office
		{"2003-12-02", "1"},   // not yet: another side, and no demand of Russia
	} {
		e := engine(t, at(test.day), country(test.day))
		r, err := ask(t, e, s, "reported-by", queries.Page{}, "by=Russia")
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(column(t, r, "group"), " "); got != test.want {
			t.Errorf("on %s the demands are %s, want %s", test.day, got, test.want)
		}
	}
}

// A ministry speaks for its country, a parliament and the opposition do not.
func TestBodiesAndTheirCountry(t *testing.T) {
	s := set(t)
	for _, test := range []struct {
		id   string
		want int // demands of Russia
	}{
		{"ministry-of-foreign-affairs-of-russia", 2}, {"parliament-of-russia", 1}, {"unlinked:russian-fishermen", 1},
	} {
		var docs []graph.Document
		for i, by := range []extract.Actor{linked(test.id, test.id), russia} {
			docs = append(docs, newDraft(t, "Radar", fmt.Sprint("paper", i), "2021-12-02", "They demanded that NATO remove its radar from the hill.").
				demand(by, nato, "remove its radar from the hill", "demanded", "do", "").document())
		}
		r, err := ask(t, engine(t, docs...), s, "reported-by", queries.Page{}, "by=Russia")
		if err != nil {
			t.Fatal(err)
		}
		if len(r.Rows) != test.want {
			t.Errorf("with %s, Russia's demand has %d reports, want %d", test.id, len(r.Rows), test.want)
		}
	}
}

// What is loaded first does not matter, nor whether it is loaded twice.
func TestJoinsDoNotDependOnTheOrderOfLoading(t *testing.T) {
	s := set(t)
	docs := strait(t)
	backwards := slices.Clone(docs)
	slices.Reverse(backwards)
	one, other := engine(t, docs...), engine(t, backwards...)
	if _, err := other.Graph.(store).Replace(context.Background(), docs[2]); err != nil {
		t.Fatal(err)
	}
	for _, test := range [][]string{{"reported-by", "of=NATO"}, {"first-made", "of=NATO"}, {"hardening", "of=NATO"}, {"unanswered", "of=Russia"}, {"answers", "of=NATO"}} {
		a, err := ask(t, one, s, test[0], queries.Page{}, test[1:]...)
		if err != nil {
			t.Fatal(err)
		}
		b, err := ask(t, other, s, test[0], queries.Page{}, test[1:]...)
		if err != nil {
			t.Fatal(err)
		}
		if fmt.Sprint(a.Rows) != fmt.Sprint(b.Rows) {
			t.Errorf("%v: got\n%v\nand\n%v", test, a.Rows, b.Rows)
		}
	}
}

func TestAnswersHaveTheirTime(t *testing.T) {
	e, s := engine(t, strait(t)...), set(t)
	open := func(pairs ...string) []string {
		r, err := ask(t, e, s, "unanswered", queries.Page{}, append(pairs, "of=Russia")...)
		if err != nil {
			t.Fatal(err)
		}
		return column(t, r, "what")
	}
	if got := open(); len(got) != 1 || !strings.Contains(got[0], "grain") {
		t.Errorf("unanswered are %q", got)
	}
	if got := open("within=0"); len(got) != 2 {
		t.Errorf("on the day itself, unanswered are %q", got)
	}
	_, err := ask(t, e, s, "unanswered", queries.Page{}, "topic=grain")
	if !errors.Is(err, queries.ErrBadValue) || !strings.Contains(err.Error(), "give of") {
		t.Errorf("nobody to answer: %v", err)
	}
}

func TestConditionsOnRecords(t *testing.T) {
	e, s := engine(t, strait(t)...), set(t)
	for _, test := range []struct {
		query string
		pairs []string
		want  int
	}{
		{"demands-on", []string{"actor=NATO"}, 6},
		{"demands-on", []string{"actor=NATO", "publisher=herald"}, 2},
		{"demands-on", []string{"actor=NATO", "weakest=wish"}, 6},
		{"demands-on", []string{"actor=NATO", "strength=urge"}, 1},
		{"demands-on", []string{"actor=NATO", "weakest=urge"}, 3},
		{"demands-on", []string{"actor=NATO", "weakest=demand", "publisher=herald"}, 1},
	} {
		r, err := ask(t, e, s, test.query, queries.Page{}, test.pairs...)
		if err != nil {
			t.Fatal(err)
		}
		if len(r.Rows) != test.want {
			t.Errorf("%s %v: %d rows, want %d: %v", test.query, test.pairs, len(r.Rows), test.want, r.Rows)
		}
	}
}

func TestConditionsOnReports(t *testing.T) {
	e, s := engine(t, strait(t)...), set(t)
	for _, test := range []struct {
		pairs []string
		want  int
	}{
		{[]string{"of=NATO"}, 6}, {[]string{"of=NATO", "publisher=herald"}, 2}, {[]string{"of=NATO", "strength=demand"}, 2},
		{[]string{"of=NATO", "since=2021-12-08", "until=2021-12-09"}, 1}, {[]string{"of=United States"}, 1}, {[]string{"by=Sergey Lavrov"}, 1},
	} {
		r, err := ask(t, e, s, "reported-by", queries.Page{}, test.pairs...)
		if err != nil {
			t.Fatal(err)
		}
		if len(r.Rows) != test.want {
			t.Errorf("%v: %d rows, want %d: %v", test.pairs, len(r.Rows), test.want, r.Rows)
		}
	}
}
