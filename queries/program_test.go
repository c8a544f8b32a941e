package queries_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"demarche/graph"
	"demarche/queries"
)

// program asks for a query as a Gizmo program.
func program(t testing.TB, e *queries.Engine, s *queries.Set, name string, pairs ...string) (*queries.Program, error) {
	t.Helper()
	q, err := s.Get(name)
	if err != nil {
		t.Fatal(err)
	}
	return e.Program(context.Background(), q, args(pairs...))
}

// rowsOf runs a program as Cayley's pages do.
func rowsOf(t testing.TB, e *queries.Engine, text string) []map[string]string {
	t.Helper()
	var rows []map[string]string
	for found, err := range e.Graph.(store).Query(context.Background(), graph.Gizmo, text, nil, graph.Limits{}) {
		if err != nil {
			t.Fatalf("%v in\n%s", err, text)
		}
		row := map[string]string{}
		for tag, value := range found {
			row[tag] = strings.Trim(value.String(), "<>")
		}
		rows = append(rows, row)
	}
	return rows
}

// A program finds the records that the query finds, those apart that have only
// one of the ends that it draws.
func TestProgramsFindWhatQueriesFind(t *testing.T) {
	e, s := engine(t, news(t)...), set(t)
	for _, test := range []struct {
		query string
		args  []string
		lacks int // records without a target
	}{
		{"who-demanded", nil, 1},
		{"who-demanded", []string{"by=Russia", "of=NATO", "since=2021-12", "until=2021-12"}, 0},
		{"who-demanded", []string{"by=Russia", "since=2021-12-03", "until=2022-02-09"}, 1},
		{"who-demanded", []string{"of=NATO", "topic=expansion borders", "polarity=do"}, 0},
		{"who-demanded", []string{"of=NATO", "issue=security"}, 0},
		{"who-demanded", []string{"strength=urge", "confidence=0.1", "addressed=stated"}, 0},
		{"who-demanded", []string{"confidence=1"}, 0},
		{"who-demanded", []string{"below=1", "weakest=demand", "publisher=courier"}, 0},
		{"who-demanded", []string{"below=0.5"}, 0},
		{"positions", []string{"publisher=herald"}, 0},
		{"demands-on", []string{"actor=Russia"}, 0},
		{"said", []string{"to=Lavrov"}, 0},
		{"events", []string{"participant=Blinken", "place=stock", "type=meeting"}, 0},
		{"positions", []string{"issue=alliances", "stance=oppose"}, 0},
		{"positions", []string{"topic=enlargement", "stance=support"}, 0},
		{"positions", []string{"actor=Russia"}, 0},
	} {
		asked, err := ask(t, e, s, test.query, queries.Page{Limit: -1}, test.args...)
		if err != nil {
			t.Fatal(err)
		}
		p, err := program(t, e, s, test.query, test.args...)
		if err != nil {
			t.Fatal(err)
		}
		var found []string
		for _, row := range rowsOf(t, e, p.Text) {
			found = append(found, row["record"])
			if (row["source"] == "") != (row["target"] == "") {
				t.Errorf("%s %v: a row has one end: %v", test.query, test.args, row)
			}
		}
		slices.Sort(found)
		found = slices.Compact(found)
		want := records(t, asked)
		for _, record := range found {
			if !slices.Contains(want, record) {
				t.Errorf("%s %v: %s is no answer", test.query, test.args, record)
			}
		}
		if len(found) != len(want)-test.lacks {
			t.Errorf("%s %v: %d records, want %d less %d\n%s", test.query, test.args, len(found), len(want), test.lacks, p.Text)
		}
	}
}

func TestProgramTexts(t *testing.T) {
	e, s := engine(t, news(t)...), set(t)
	for _, test := range []struct {
		file, query string
		args        []string
	}{
		{"program-who-demanded", "who-demanded", []string{"by=Russia", "of=NATO", "since=2021-12-03", "until=2021-12", "topic=expansion", "confidence=0.5"}},
		{"program-positions", "positions", []string{"issue=security", "stance=support"}},
		{"program-relations", "relations", []string{"since=2021-12", "until=2021-12"}},
	} {
		p, err := program(t, e, s, test.query, test.args...)
		if err != nil {
			t.Fatal(err)
		}
		golden(t, test.file+".txt", p.Text+"\n"+p.About+"\n")
	}
}

// Whatever is given stays a value.
func TestNothingGivenEndsALiteral(t *testing.T) {
	folder := t.TempDir()
	own := "name: own\ntitle: Own\nparameters: [{name: text, type: text, explanation: t}, {name: by, type: actor, explanation: b}]\n" +
		"columns: [{name: text, title: T, type: text}]\ngizmo: |\n  g.emit({text: params.text, by: params.by})\n"
	if err := os.WriteFile(filepath.Join(folder, "own.yaml"), []byte(own), 0o600); err != nil {
		t.Fatal(err)
	}
	e, s := engine(t, news(t)...), set(t, folder)
	for _, given := range []string{`"); g.emit({text: "gone"}); ("`, "a\u2028b\u2029c", "`${1}`", `\`, `</script>`, "<demarche:actor/nato>"} {
		p, err := program(t, e, s, "own", "text="+given)
		if err != nil {
			t.Fatal(err)
		}
		raw := 0
		for found, err := range e.Graph.(store).Results(context.Background(), graph.Gizmo, p.Text, nil, graph.Limits{}) {
			if err != nil {
				t.Fatal(err)
			}
			raw++
			if got := found.(map[string]any)["text"]; got != given {
				t.Errorf("%q came as %q", given, got)
			}
		}
		if raw != 1 {
			t.Errorf("%q: %d rows", given, raw)
		}
		if p, err = program(t, e, s, "events", "place="+given); err != nil {
			t.Fatal(err)
		}
		if rows := rowsOf(t, e, p.Text); len(rows) != 0 {
			t.Errorf("%q: %v", given, rows)
		}
	}
}

func TestWhatIsComputedHasNoProgram(t *testing.T) {
	e, s := engine(t, news(t)...), set(t)
	if _, err := program(t, e, s, "unanswered", "of=Russia"); !errors.Is(err, queries.ErrNoProgram) {
		t.Errorf("error is %v", err)
	}
	if _, err := program(t, e, s, "who-demanded", "by=Rusia"); !errors.Is(err, queries.ErrUnknownActor) {
		t.Errorf("error is %v", err)
	}
}
