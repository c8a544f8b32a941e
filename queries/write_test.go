package queries_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"demarche/queries"
)

func write(t *testing.T, r *queries.Result, format queries.Format, width int) string {
	t.Helper()
	var out bytes.Buffer
	if err := queries.Write(&out, r, format, width); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func hostile() *queries.Result {
	return &queries.Result{
		Query: "q",
		Columns: []queries.Column{{Name: "day", Title: "Day", Type: queries.Day}, {Name: "of", Title: "Of", Type: queries.Actors},
			{Name: "what", Title: "What", Type: queries.Text}, {Name: "n", Title: "N", Type: queries.Float}, {Name: "ok", Title: "OK", Type: queries.Bool}},
		Rows: [][]queries.Value{
			{"2021-12-31", []queries.Ref{{ID: "russia", Name: "Russia"}, {ID: "nato", Name: "NATO"}}, "=SUM(A1)\n\x1b[31mred “quote”, \"x\"", -1.5, true},
			{nil, nil, nil, nil, nil},
		},
		Next: "abc",
	}
}

func TestJSONKeepsTypesAndColumnOrder(t *testing.T) {
	var got struct {
		Rows []map[string]any
		Next string
	}
	text := write(t, hostile(), queries.JSON, 0)
	if err := json.Unmarshal([]byte(text), &got); err != nil {
		t.Fatal(err)
	}
	if got.Next != "abc" || len(got.Rows) != 2 || got.Rows[0]["n"] != -1.5 || got.Rows[0]["ok"] != true || got.Rows[1]["of"] != nil {
		t.Errorf("got %v", got)
	}
	if got.Rows[0]["of"].([]any)[0].(map[string]any)["id"] != "russia" {
		t.Errorf("actors are %v", got.Rows[0]["of"])
	}
	line, _, _ := strings.Cut(write(t, hostile(), queries.JSONL, 0), "\n")
	if !strings.HasPrefix(line, `{"day":"2021-12-31","of":[{"id":"russia","name":"Russia"}`) {
		t.Errorf("line is %s", line)
	}
}

func TestCSVReadsBackAndHidesFormulas(t *testing.T) {
	rows, err := csv.NewReader(strings.NewReader(write(t, hostile(), queries.CSV, 0))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != 3 || rows[0][2] != "what" || rows[1][1] != "Russia; NATO" || rows[1][3] != "-1.5" {
		t.Errorf("got %q", rows)
	}
	if !strings.HasPrefix(rows[1][2], "'=SUM") {
		t.Errorf("a formula went through: %q", rows[1][2])
	}
}

func TestTableFitsTheTerminal(t *testing.T) {
	e, s := engine(t, news(t)...), set(t)
	r, err := ask(t, e, s, "who-demanded", queries.Page{})
	if err != nil {
		t.Fatal(err)
	}
	for _, width := range []int{10, 40, 80, 120, 200} {
		for _, line := range strings.Split(write(t, r, queries.Table, width), "\n") {
			if n := utf8.RuneCountInString(line); n > max(width, 16) {
				t.Errorf("width %d: a line has %d columns: %s", width, n, line)
			}
		}
	}
	golden(t, "table-100.txt", write(t, r, queries.Table, 100))
	text := write(t, hostile(), queries.Table, 0)
	if strings.Contains(text, "\x1b") || strings.Count(text, "\n") != 5 {
		t.Errorf("control characters or line breaks went through: %q", text)
	}
	if got := write(t, &queries.Result{}, queries.Table, 80); got != "nothing found\n" {
		t.Errorf("empty result is %q", got)
	}
}

func TestGraphMLDrawsActorsOnceAndEveryPair(t *testing.T) {
	e, s := engine(t, news(t)...), set(t)
	for _, name := range []string{"network", "said"} {
		r, err := ask(t, e, s, name, queries.Page{})
		if err != nil {
			t.Fatal(err)
		}
		golden(t, name+".graphml", write(t, r, queries.GraphML, 0))
	}
	text := write(t, &queries.Result{
		Columns: []queries.Column{{Name: "by", Type: queries.Actors}, {Name: "voiced_by", Type: queries.Actor}, {Name: "of", Type: queries.Actors}, {Name: "a&b", Type: queries.Bool}},
		Rows: [][]queries.Value{{[]queries.Ref{{ID: "a", Name: "A"}, {ID: "b", Name: "</node>\x00"}}, nil, []queries.Ref{{ID: "c", Name: "C"}, {ID: "a", Name: "A"}}, true},
			{nil, nil, []queries.Ref{{ID: "d", Name: "D"}}, false}},
	}, queries.GraphML, 0)
	if strings.Count(text, "<edge ") != 4 || strings.Count(text, "<node ") != 4 || strings.Contains(text, "</node>\x00") {
		t.Errorf("got %s", text)
	}
	if err := xml.Unmarshal([]byte(text), new(struct{})); err != nil {
		t.Error(err)
	}
}

func TestAnAnswerOfOneActorIsNoGraph(t *testing.T) {
	e, s := engine(t, news(t)...), set(t)
	r, err := ask(t, e, s, "positions", queries.Page{})
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := queries.Write(&out, r, queries.GraphML, 0); !errors.Is(err, queries.ErrFormat) || out.Len() > 0 {
		t.Errorf("%d bytes, error is %v", out.Len(), err)
	}
}
