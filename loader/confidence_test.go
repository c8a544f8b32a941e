package loader_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"demarche/loader/extract"
	"demarche/loader/extract/confidence"
)

const disputed = `# Border dispute goes on

Brazilian Foreign Minister Ana Costa said on Thursday that "the talks have failed and we will not go back to them before spring."

Some said things. Brazil urged Peru to reopen the border. It also wanted more.

"Peru must withdraw its troops from the border region at once," Costa told reporters in Quito on Thursday, and she met the envoy of Chile.

According to a neighbour, whoever it was said that it was called a shame. They argued Chile knows.`

// What a reader would trust more has the higher confidence.
func TestConfidenceTellsSureFromUnsure(t *testing.T) {
	s := reading(t, disputed, "2021-12-03")
	sure := map[string]float64{}
	for _, st := range s.Records.Statements {
		sure[say(s.Article.Text, st.Content...)] = st.Confidence
	}
	quoted, loose := 0.0, 1.0
	for content, p := range sure {
		if p <= 0 || p >= 1 {
			t.Errorf("%q has confidence %v", content, p)
		}
		if strings.Contains(content, "talks have failed") {
			quoted = p
		}
		if strings.Contains(content, "Chile knows") {
			loose = p
		}
	}
	if quoted < 0.9 || loose > 0.8 {
		t.Errorf("what a minister by name said, mostly in quotation marks, has confidence %v, two words that they argued %v", quoted, loose)
	}
	for _, d := range s.Records.Demands {
		if len(d.Signs) == 0 {
			t.Errorf("demand %q has no signs", say(s.Article.Text, d.What...))
		}
	}
}

// What is kept as precise is a part of all records, with nothing that points outside of it.
func TestPrecise(t *testing.T) {
	l, err := builtIn()
	if err != nil {
		t.Fatal(err)
	}
	all := reading(t, disputed, "2021-12-03")
	s := l.Precise().Read(all.Article)
	holds(t, s)
	kept, m := s.Records, confidence.Load()
	if n := len(kept.Statements); n == 0 || n >= len(all.Records.Statements) {
		t.Errorf("%d of %d statements are kept, want some", n, len(all.Records.Statements))
	}
	for _, st := range kept.Statements {
		if !m.Precise(confidence.Statement, st.Confidence) {
			t.Errorf("a statement of confidence %v is kept", st.Confidence)
		}
		same := func(other extract.Statement) bool { return reflect.DeepEqual(other.Content, st.Content) }
		if !slices.ContainsFunc(all.Records.Statements, same) {
			t.Errorf("%q is none of all statements", say(s.Article.Text, st.Content...))
		}
	}
	for _, d := range kept.Demands {
		if !m.Precise(confidence.Demand, d.Confidence) {
			t.Errorf("a demand of confidence %v is kept", d.Confidence)
		}
		if d.Statement >= len(kept.Statements) {
			t.Errorf("a demand points at statement %d of %d", d.Statement, len(kept.Statements))
		}
	}
	named := map[string]bool{}
	for _, a := range kept.Actors {
		named[a.ID] = true
	}
	for _, st := range kept.Statements {
		if !named[st.Speaker.ID] {
			t.Errorf("the speaker %s is not among the actors", st.Speaker.Name)
		}
	}
	if len(kept.Actors) >= len(all.Records.Actors) {
		t.Errorf("%d of %d actors are left", len(kept.Actors), len(all.Records.Actors))
	}
	if !reflect.DeepEqual(reading(t, disputed, "2021-12-03").Records, all.Records) {
		t.Error("keeping what is precise changed the records themselves")
	}
}

// Signs go along on demand, one entry a sign, and nothing else changes.
func TestInterchangeSigns(t *testing.T) {
	s := reading(t, disputed, "2021-12-03")
	plain, signed := s.Interchange(), s.Interchange()
	signed.AddSigns(s.Records)
	if plain.Statements[0].Signs != nil || len(signed.Statements[0].Signs) < 5 || signed.Persons[0].Confidence <= 0 {
		t.Errorf("signs are %v and %v, the first person has confidence %v", plain.Statements[0].Signs, signed.Statements[0].Signs, signed.Persons[0].Confidence)
	}
	for i := range signed.Statements {
		signed.Statements[i].Signs = nil
	}
	if !reflect.DeepEqual(plain.Statements, signed.Statements) {
		t.Error("signs change more than signs")
	}
}
