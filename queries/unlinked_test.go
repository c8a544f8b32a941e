package queries_test

import (
	"context"
	"errors"
	"testing"

	"demarche/queries"
)

func TestUnlinkedActors(t *testing.T) {
	e := engine(t, news(t)...)
	for range 2 { // from the graph, and from memory
		all, err := e.Unlinked(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		var ushakov *queries.Unlinked
		for i, u := range all {
			if i > 0 && all[i-1].Name > u.Name {
				t.Errorf("%s comes before %s", all[i-1].Name, u.Name)
			}
			if u.ID == "unlinked:yuri-ushakov" {
				ushakov = u
			}
		}
		if ushakov == nil || ushakov.Name != "Yuri Ushakov" || ushakov.Kind != "person" {
			t.Errorf("Ushakov is %+v", ushakov)
		}
	}
}

func TestOnlyDemandsAreStrong(t *testing.T) {
	e, s := engine(t, news(t)...), set(t)
	if _, err := ask(t, e, s, "activity", queries.Page{}, "kind=statement", "weakest=urge"); !errors.Is(err, queries.ErrBadValue) {
		t.Errorf("error is %v", err)
	}
	r, err := ask(t, e, s, "network", queries.Page{}, "weakest=ultimatum")
	if err != nil || len(r.Rows) == 0 {
		t.Errorf("%v; positions, which have no strength, must stay", err)
	}
}

// Pages of counted rows join to the whole, with names on every page.
func TestPagesOfANetwork(t *testing.T) {
	e, s := engine(t, news(t)...), set(t)
	whole, err := ask(t, e, s, "network", queries.Page{Limit: -1})
	if err != nil {
		t.Fatal(err)
	}
	var n int
	page := queries.Page{Limit: 2}
	for more := true; more; more = page.After != "" {
		part, err := ask(t, e, s, "network", page)
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range part.Rows {
			if row[0] != whole.Rows[n][0] || row[1] != whole.Rows[n][1] || row[6] != whole.Rows[n][6] {
				t.Errorf("row %d is %v, of the whole %v", n, row, whole.Rows[n])
			}
			n++
		}
		page.After = part.Next
	}
	if n != len(whole.Rows) {
		t.Errorf("%d rows, want %d", n, len(whole.Rows))
	}
}
