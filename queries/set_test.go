package queries_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"demarche/queries"
)

const own = `name: mine
title: My demands
explanation: e
parameters:
  - {name: who, type: actor, explanation: whose}
  - {name: least, type: int, default: "1", explanation: fewest}
columns:
  - {name: by, title: By, type: actor}
  - {name: of, title: Of, type: actor}
  - {name: count, title: Number, type: int}
  - {name: first, title: First, type: day}
  - {name: last, title: Last, type: day}
select:
  kinds: [demand]
  where: {by: $who, where: body}
  group: [by, of]
  minimum: $least
`

const drawn = `name: draw
title: Drawn
explanation: e
parameters:
  - {name: by, type: actor, required: true, explanation: whose}
  - {name: since, type: day, explanation: e}
columns:
  - {name: source, title: By, type: actor}
  - {name: target, title: Of, type: actor}
gizmo: |
  g.V("<" + params.by + ">").tag("source").in("<demarche:by>").out("<demarche:of>").tag("target").all()
`

func drop(t *testing.T, folder, name, text string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestADroppedFileAppearsAndGoesAtOnce(t *testing.T) {
	folder := t.TempDir()
	s := set(t, folder, filepath.Join(folder, "not-there"))
	before, err := s.List()
	if err != nil {
		t.Fatal(err)
	}
	drop(t, folder, "mine.yaml", own)
	drop(t, folder, "note.txt", "not a query")
	if after, err := s.List(); err != nil || len(after) != len(before)+1 {
		t.Fatalf("%d queries, then %d, %v", len(before), len(after), err)
	}
	drop(t, folder, "mine.yaml", strings.ReplaceAll(own, "My demands", "Our demands, changed"))
	if q, err := s.Get("mine"); err != nil || q.Title != "Our demands, changed" {
		t.Errorf("got %v, %v", q, err)
	}
	if err := os.Remove(filepath.Join(folder, "mine.yaml")); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Get("mine"); !errors.Is(err, queries.ErrUnknownQuery) {
		t.Errorf("error is %v", err)
	}
}

func TestABrokenFileIsNamedAndHidesNoOther(t *testing.T) {
	for _, test := range []struct{ name, old, new, want string }{
		{"unknown key", "title:", "titel:", "mine.yaml:2: field titel not found"},
		{"bad type", "type: int, default", "type: integer, default", `mine.yaml:6: parameter least: type "integer"`},
		{"bad name", "name: mine", "name: My Query", "mine.yaml:1: name"},
		{"two bodies", "select:", "run: roles\nselect:", "exactly one of"},
		{"unknown kind", "[demand]", "[demands]", "did you mean demand?"},
		{"unknown field", "by: $who", "buy: $who", `mine.yaml:15: unknown field "buy"`},
		{"unknown parameter", "$who", "$whom", "mine.yaml:15: $whom is no parameter"},
		{"wrong parameter", "$who", "$least", "$least is of type int; needed is actor"},
		{"unknown column", "name: count", "name: number", `mine.yaml:10: a select has no column "number"`},
		{"wrong column", "Number, type: int", "Number, type: day", "column count is of type int, not day"},
		{"unknown group", "[by, of]", "[by, off]", "unknown field"},
		{"unknown function", own[strings.Index(own, "select:"):], "run: role\n", "did you mean roles?"},
		{"taken", "name: mine", "name: said", "the name said is taken by queries/said.yaml"},
		{"not yaml", "title: My demands", "title: [", "mine.yaml:"},
	} {
		t.Run(test.name, func(t *testing.T) {
			folder := t.TempDir()
			drop(t, folder, "good.yaml", strings.ReplaceAll(own, "name: mine", "name: good"))
			drop(t, folder, "mine.yaml", strings.Replace(own, test.old, test.new, 1))
			s := set(t, folder)
			if _, err := s.List(); err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("error is %v, want %q", err, test.want)
			}
			if _, err := s.Get("good"); err != nil {
				t.Errorf("the good file is hidden: %v", err)
			}
		})
	}
}

func TestOwnQueries(t *testing.T) {
	folder := t.TempDir()
	drop(t, folder, "mine.yaml", own)
	drop(t, folder, "draw.yaml", drawn)
	e, s := engine(t, news(t)...), set(t, folder)
	for _, test := range []struct {
		query string
		args  []string
		want  string
	}{
		{"mine", nil, "by,of,count,first,last\nRussia,NATO,3,2021-12-02,2022-02-09\nNATO,Russia,1,2021-12-05,2021-12-05\n" +
			"Russia,,1,2021-12-04,2021-12-04\nUkraine,United States,1,,\nUnited States,Russia,1,2022-02-10,2022-02-10\n"},
		{"mine", []string{"who=Moscow", "least=2"}, "by,of,count,first,last\nRussia,NATO,3,2021-12-02,2022-02-09\n"},
		{"draw", []string{"by=Washington"}, "source,target\nUnited States,Russia\n"},
	} {
		r, err := ask(t, e, s, test.query, queries.Page{}, test.args...)
		if err != nil {
			t.Fatal(err)
		}
		if got := write(t, r, queries.CSV, 0); got != test.want {
			t.Errorf("%s %v: got\n%s\nwant\n%s", test.query, test.args, got, test.want)
		}
	}
}

func TestGizmoPages(t *testing.T) {
	folder := t.TempDir()
	drop(t, folder, "draw.yaml", drawn)
	e, s := engine(t, news(t)...), set(t, folder)
	rows := 0
	page := queries.Page{Limit: 2}
	for more := true; more; more = page.After != "" {
		r, err := ask(t, e, s, "draw", page, "by=Russia")
		if err != nil {
			t.Fatal(err)
		}
		rows += len(r.Rows)
		page.After = r.Next
	}
	if rows != 3 {
		t.Errorf("%d rows, want 3", rows)
	}
}

func TestTheCallersContextEndsAQuery(t *testing.T) {
	e, s := engine(t, news(t)...), set(t)
	q, err := s.Get("who-demanded")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := e.Run(ctx, q, nil, queries.Page{}); !errors.Is(err, context.Canceled) {
		t.Errorf("error is %v", err)
	}
}
