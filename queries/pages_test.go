package queries_test

import (
	"reflect"
	"testing"

	"demarche/queries"
)

// Of queries that join or count only the wanted page is read in full: the pages
// together are the whole answer.
func TestPagesAreTheWholeAnswer(t *testing.T) {
	s, e := set(t), engine(t, append(news(t), synthetic(300)...)...)
	for _, test := range [][]string{
		{"answers", "of=Russia"}, {"unanswered", "of=Russia"}, {"reported-by", "by=Russia"}, {"first-made", "of=Russia"}, {"repeated-by", "of=Russia"},
		{"hardening", "by=Russia"}, {"changes", "actor=Russia"}, {"roles", "actor=Russia"}, {"relations", "actor=Russia"}, {"relations"},
	} {
		whole, err := ask(t, e, s, test[0], queries.Page{Limit: -1}, test[1:]...)
		if err != nil {
			t.Fatal(err)
		}
		var rows [][]queries.Value
		for page := (queries.Page{Limit: max(3, len(whole.Rows)/8)}); ; {
			part, err := ask(t, e, s, test[0], page, test[1:]...)
			if err != nil {
				t.Fatal(err)
			}
			rows = append(rows, part.Rows...)
			if page.After = part.Next; page.After == "" {
				break
			}
		}
		if !reflect.DeepEqual(rows, whole.Rows) {
			t.Errorf("%v: %d rows in pages, %d in the whole, or others", test, len(rows), len(whole.Rows))
		}
	}
}
