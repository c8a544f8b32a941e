package loader_test

import (
	"encoding/json"
	"strings"
	"testing"
)

// TestInterchange: what is unknown is null, lists are never null, and offsets
// count code points.
func TestInterchange(t *testing.T) {
	s := reading(t, "# Überfälliges — “now”\n\nA café closed. “Señor Núñez must go,” Ana Lima said on Thursday.\n\nFrench President Emmanuel Macron urged Iran to return to the talks.", "2021-12-03")
	got := s.Interchange()
	if got.Publisher != nil || got.Published == nil || *got.Published != "2021-12-03" || got.Title == nil || *got.Title != "Überfälliges — “now”" {
		t.Errorf("publisher %v, published %v, title %v", got.Publisher, got.Published, got.Title)
	}
	if len(got.Statements) != 2 || len(got.Demands) != 2 {
		t.Fatalf("%d statements and %d demands", len(got.Statements), len(got.Demands))
	}
	st := got.Statements[0]
	begin := len([]rune(s.Article.Text[:strings.Index(s.Article.Text, "Señor")]))
	if c := st.Content[0]; c.Begin != begin || !strings.HasPrefix(c.Text, "Señor Núñez must go") || c.End != begin+len([]rune(c.Text)) {
		t.Errorf("content is %+v, and should begin at %d", c, begin)
	}
	if st.Speaker != "Ana Lima" || st.SaidOn == nil || *st.SaidOn != "2021-12-02" || st.Addressee == nil || st.Source == nil {
		t.Errorf("got %+v", st)
	}
	d := got.Demands[1]
	if d.By != "France" || d.ByCountry != "FRA" || d.VoicedBy != "Emmanuel Macron" || d.MadeOn != nil || d.OrElse != nil || len(d.OfCountry) != 1 || d.OfCountry[0] != "IRN" {
		t.Errorf("got %+v", d)
	}
	agreesInCodePoints(t, s)

	empty, err := json.Marshal(reading(t, "", "").Interchange())
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range []string{`"title":null`, `"published":null`, `"authors":[]`, `"persons":[]`, `"statements":[]`, `"demands":[]`, `"events":[]`, `"positions":[]`} {
		if !strings.Contains(string(empty), part) {
			t.Errorf("%s is not in %s", part, empty)
		}
	}
}
