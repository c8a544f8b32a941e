package queries_test

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"demarche/queries"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func set(t testing.TB, folders ...string) *queries.Set {
	t.Helper()
	s, err := queries.Load(folders...)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// ask runs a query by name.
func ask(t testing.TB, e *queries.Engine, s *queries.Set, name string, page queries.Page, pairs ...string) (*queries.Result, error) {
	t.Helper()
	q, err := s.Get(name)
	if err != nil {
		t.Fatal(err)
	}
	return e.Run(context.Background(), q, args(pairs...), page)
}

// records returns the record IRIs of the answer to who-demanded and the like.
func records(t testing.TB, r *queries.Result) []string {
	t.Helper()
	for i, column := range r.Columns {
		if column.Name == "record" {
			var iris []string
			for _, row := range r.Rows {
				iris = append(iris, fmt.Sprint(row[i]))
			}
			return iris
		}
	}
	t.Fatal("no column record")
	return nil
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
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
	if got != string(want) {
		t.Errorf("differs from %s (run with -update to accept); got\n%s", file, got)
	}
}

// Each case's answer is a file of testdata: the arguments, and the table.
func TestSavedQueries(t *testing.T) {
	e, s := engine(t, news(t)...), set(t)
	first := func(name string, pairs ...string) string {
		r, err := ask(t, e, s, name, queries.Page{}, pairs...)
		if err != nil || len(r.Rows) == 0 {
			t.Fatalf("%s %v: %d rows, %v", name, pairs, len(r.Rows), err)
		}
		return records(t, r)[0]
	}
	toStop := first("who-demanded", "by=Russia", "of=NATO", "topic=expansion")
	for _, test := range []struct {
		file, query string
		args        []string
	}{
		{"who-demanded-all", "who-demanded", nil},
		{"who-demanded-pair", "who-demanded", []string{"by=Moscow", "of=nato", "since=2021-12", "until=2021"}},
		{"who-demanded-topic", "who-demanded", []string{"topic=the “Expansions” eastward"}},
		{"who-demanded-words", "who-demanded", []string{"topic=borders expansion", "polarity=do"}},
		{"who-demanded-not", "who-demanded", []string{"by=Russian", "polarity=dont"}},
		{"demands-on", "demands-on", []string{"actor=Russia"}},
		{"said", "said", []string{"quoted=direct"}},
		{"said-unlinked", "said", []string{"speaker=Yuri Ushakov"}},
		{"said-to", "said", []string{"to=Lavrov", "topic=talks", "speaker=Antony Blinken"}},
		{"timeline", "timeline", []string{"actor=Russia"}},
		{"timeline-pair", "timeline", []string{"actor=sergey-lavrov", "with=Blinken"}},
		{"relations", "relations", nil},
		{"relations-of", "relations", []string{"actor=US", "minimum=1"}},
		{"relations-part", "relations", []string{"since=2021-12-03", "until=2022-02-09"}},
		{"positions", "positions", []string{"topic=enlargement", "stance=oppose"}},
		{"positions-issue", "positions", []string{"issue=Arms control", "stance=support"}},
		{"positions-narrower", "positions", []string{"issue=alliances", "actor=Russia"}},
		{"who-demanded-issue", "who-demanded", []string{"issue=security"}},
		{"timeline-issue", "timeline", []string{"actor=Russia", "issue=expansion of NATO"}},
		{"changes", "changes", []string{"actor=Russia"}},
		{"changes-issue", "changes", []string{"actor=Russia", "issue=nato-enlargement"}},
		{"changes-topic", "changes", []string{"actor=Russia", "topic=enlargement"}},
		{"roles-day", "roles", []string{"of=Russia", "day=2021-12-31"}},
		{"roles-title", "roles", []string{"title=foreign minister"}},
		{"roles-stated", "roles", []string{"source=article"}},
		{"events", "events", []string{"participant=Blinken", "place=stock", "type=meeting"}},
		{"reported-by-record", "reported-by", []string{"record=" + toStop}},
		{"reported-by-pair", "reported-by", []string{"by=Russia", "of=NATO"}},
		{"evidence", "evidence", []string{"record=" + toStop, "context=30"}},
		{"activity", "activity", nil},
		{"activity-of", "activity", []string{"side=of", "unit=year", "until=2022"}},
		{"activity-said", "activity", []string{"kind=statement", "side=of", "unit=day"}},
		{"activity-actor", "activity", []string{"kind=event", "actor=Blinken", "since=2021-12-02", "until=2021-12-20"}},
		{"activity-strong", "activity", []string{"weakest=urge", "confidence=0.1", "publisher=courier"}},
		{"activity-issue", "activity", []string{"kind=position", "issue=security"}},
		{"network", "network", nil},
		{"network-demands", "network", []string{"kind=demand", "actor=NATO", "weakest=urge", "since=2021-12-03"}},
		{"network-support", "network", []string{"kind=support", "issue=security", "publisher=herald"}},
		{"network-issue", "network", []string{"issue=nato-enlargement", "actor=Russia"}},
		{"actors", "actors", nil},
		{"actors-name", "actors", []string{"name=Ushakov, Yuri"}},
		{"actors-kind", "actors", []string{"name=Moscow", "kind=country"}},
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

func TestPagesJoinToTheWhole(t *testing.T) {
	e, s := engine(t, news(t)...), set(t)
	for _, test := range []struct {
		query string
		args  []string
	}{
		{"who-demanded", nil}, {"who-demanded", []string{"by=russia"}}, {"timeline", []string{"actor=Russia"}},
		{"changes", []string{"actor=Russia"}}, {"reported-by", []string{"by=Russia"}}, {"unanswered", []string{"of=Russia"}},
	} {
		whole, err := ask(t, e, s, test.query, queries.Page{Limit: -1}, test.args...)
		if err != nil {
			t.Fatal(err)
		}
		if whole.Next != "" {
			t.Errorf("%s: the whole has a next page", test.query)
		}
		for _, limit := range []int{1, 2, len(whole.Rows)} {
			var got []string
			page := queries.Page{Limit: limit}
			for more := true; more; more = page.After != "" {
				part, err := ask(t, e, s, test.query, page, test.args...)
				if err != nil {
					t.Fatal(err)
				}
				if len(part.Rows) > limit || len(part.Rows) == 0 {
					t.Fatalf("%s: a page of %d has %d rows", test.query, limit, len(part.Rows))
				}
				got = append(got, records(t, part)...)
				page.After = part.Next
			}
			if want := records(t, whole); strings.Join(got, " ") != strings.Join(want, " ") {
				t.Errorf("%s by %d: got %v, want %v", test.query, limit, got, want)
			}
		}
	}
}

func TestMistakesAreNamedWithWhatIsNear(t *testing.T) {
	e, s := engine(t, news(t)...), set(t)
	long := strings.Repeat("x", 3000)
	for _, test := range []struct {
		query, arg, says string
		want             error
	}{
		{"who-demanded", "bye=Russia", "by", queries.ErrUnknownParameter},
		{"who-demanded", "by=Rusia", "Russia", queries.ErrUnknownActor},
		{"who-demanded", "by=Qwxyzzy", "Qwxyzzy", queries.ErrUnknownActor},
		{"positions", "issue=enlargements", "did you mean nato-enlargement?", queries.ErrUnknownIssue},
		{"positions", "issue=Qwxyzzy", "asked for as topic", queries.ErrUnknownIssue},
		{"who-demanded", "since=31.12.2021", "2021-12-31", queries.ErrBadValue},
		{"who-demanded", "since=2021-02-30", "not a day", queries.ErrBadValue},
		{"who-demanded", "polarity=dnt", "dont", queries.ErrBadValue},
		{"who-demanded", "topic=the of and", "none of the words", queries.ErrBadValue},
		{"who-demanded", "by=" + long, "longer", queries.ErrBadValue},
		{"who-demanded", "by=a\x00b", "not text", queries.ErrBadValue},
		{"who-demanded", "by=\"); g.V().All(); (\"", "unknown actor", queries.ErrUnknownActor},
		{"demands-on", "", "actor is required", queries.ErrBadValue},
		{"activity", "kind=treaty", "demand, statement, event, position", queries.ErrBadValue},
		{"relations", "minimum=many", "whole number", queries.ErrBadValue},
		{"evidence", "record=demand/0000000000000000", "demarche:demand/", queries.ErrUnknownRecord},
		{"evidence", "record=a b> <c", "not an IRI", queries.ErrBadValue},
		{"evidence", "record=actor/russia", "unknown record", queries.ErrUnknownRecord},
		{"reported-by", "", "give a record", queries.ErrBadValue},
		{"first-made", "since=2021", "give a record", queries.ErrBadValue},
		{"answers", "", "give of", queries.ErrBadValue},
		{"copies", "", "article is required", queries.ErrBadValue},
		{"copies", "article=article/nowhere", "not an article", queries.ErrUnknownRecord},
		{"reported-by", "record=statement/1", "not a demand", queries.ErrUnknownRecord},
	} {
		var pairs []string
		if test.arg != "" {
			pairs = []string{test.arg}
		}
		_, err := ask(t, e, s, test.query, queries.Page{}, pairs...)
		if !errors.Is(err, test.want) || !strings.Contains(err.Error(), test.says) {
			t.Errorf("%s %.40s: error is %v, want %v that says %q", test.query, test.arg, err, test.want, test.says)
		}
	}
	if _, err := s.Get("who-demandd"); !errors.Is(err, queries.ErrUnknownQuery) || !strings.Contains(err.Error(), "who-demanded") {
		t.Errorf("error is %v", err)
	}
	for _, after := range []string{"?", "YWJj", "cm93IC0x"} {
		for _, query := range []string{"who-demanded", "relations"} {
			if _, err := ask(t, e, s, query, queries.Page{After: after}); !errors.Is(err, queries.ErrBadValue) {
				t.Errorf("%s after %q: error is %v", query, after, err)
			}
		}
	}
}

func TestDaysOfArguments(t *testing.T) {
	e, s := engine(t, news(t)...), set(t)
	for _, test := range []struct {
		args []string
		want int
	}{
		{[]string{"since=2022"}, 2}, {[]string{"until=2021"}, 4}, {[]string{"since=2021-12-03", "until=2021-12"}, 3},
		{[]string{"since=yesterday"}, 1}, {[]string{"since=today"}, 0}, {[]string{"until=yesterday"}, 6}, {nil, 7},
		{[]string{"since=1500", "until=2500"}, 6},
	} {
		r, err := ask(t, e, s, "who-demanded", queries.Page{}, test.args...)
		if err != nil {
			t.Fatal(err)
		}
		if len(r.Rows) != test.want {
			t.Errorf("%v: %d rows, want %d", test.args, len(r.Rows), test.want)
		}
	}
}

func TestAPeriodThatEndsBeforeItBegins(t *testing.T) {
	e, s := engine(t, news(t)...), set(t)
	_, err := ask(t, e, s, "who-demanded", queries.Page{}, "since=2021-12", "until=2020-01")
	if !errors.Is(err, queries.ErrBadValue) || !strings.Contains(err.Error(), "after until") {
		t.Errorf("error is %v, want one that says which is after which", err)
	}
}

func TestAnEmptyGraphAnswersEverything(t *testing.T) {
	e, s := engine(t), set(t)
	all, err := s.List()
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range all {
		given := args()
		for _, p := range q.Parameters {
			if p.Type == queries.Actor {
				given[p.Name] = "Russia"
			}
		}
		if q.Name == "evidence" || q.Name == "copies" {
			continue // need a record, an article
		}
		if _, err := e.Run(context.Background(), q, given, queries.Page{}); err != nil {
			t.Errorf("%s: %v", q.Name, err)
		}
	}
}
