package queries_test

import (
	"errors"
	"strings"
	"testing"

	"demarche/queries"
)

// Every query that lists records can leave out those that are not sure enough.
func TestLeastConfidence(t *testing.T) {
	d := newDraft(t, "Two demands", "courier", "2021-12-04", "Russia urged NATO to leave Kyiv. Russia asked NATO for patience.")
	d.demand(russia, nato, "to leave Kyiv", "urged", "do", "").demand(russia, nato, "patience", "asked", "do", "")
	d.said(russia, nato, "NATO to leave Kyiv", "urged", "indirect", "").said(russia, nato, "NATO for patience", "asked", "indirect", "")
	d.position(russia, "leave Kyiv", "support", "leave Kyiv", "").position(russia, "patience", "support", "patience", "")
	d.event("talks", "talks about Kyiv", "", "leave Kyiv", "", russia, nato).event("talks", "talks about patience", "", "patience", "", russia, nato)
	d.r.Demands[0].Confidence, d.r.Demands[1].Confidence = .9, .6
	d.r.Statements[0].Confidence, d.r.Statements[1].Confidence = .9, .6
	d.r.Positions[0].Confidence, d.r.Positions[1].Confidence = .9, .6
	d.r.Events[0].Confidence, d.r.Events[1].Confidence = .9, .6
	e, s := engine(t, d.document()), set(t)
	for name, pairs := range map[string][]string{
		"who-demanded": nil, "demands-on": {"actor=NATO"}, "reported-by": {"by=Russia"}, "said": nil, "positions": nil, "events": nil,
		"timeline": {"actor=Russia"}, "changes": {"actor=Russia"},
	} {
		all, err := ask(t, e, s, name, queries.Page{}, pairs...)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		sure, err := ask(t, e, s, name, queries.Page{}, append([]string{"confidence=0.9"}, pairs...)...)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if len(all.Rows) < 2 || 2*len(sure.Rows) != len(all.Rows) {
			t.Errorf("%s: %d of %d rows have a confidence of 0.9, want half of them", name, len(sure.Rows), len(all.Rows))
		}
		if rest, err := ask(t, e, s, name, queries.Page{}, append([]string{"below=0.9"}, pairs...)...); name == "changes" || name == "reported-by" {
			if !errors.Is(err, queries.ErrUnknownParameter) {
				t.Errorf("%s: below: %v", name, err)
			}
		} else if err != nil || len(rest.Rows) != len(all.Rows)-len(sure.Rows) {
			t.Errorf("%s: %v; below 0.9 are not those of less than 0.9", name, err)
		}
		for _, row := range sure.Rows {
			for i, column := range sure.Columns {
				if column.Name == "confidence" && row[i] != .9 {
					t.Errorf("%s: a row has confidence %v", name, row[i])
				}
			}
		}
	}
	if _, err := ask(t, e, s, "said", queries.Page{}, "confidence=high"); !errors.Is(err, queries.ErrBadValue) || !strings.Contains(err.Error(), `"high": not a number`) {
		t.Errorf("a confidence of high: %v", err)
	}
}
