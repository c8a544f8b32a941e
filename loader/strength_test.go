package loader_test

import (
	"testing"

	"demarche/loader/when"
)

// A demand tells how strong it is, and how it is known who should comply.
func TestStrengthAndAddressee(t *testing.T) {
	for _, c := range []struct{ text, strength, addressed string }{
		{"Brazil asked Peru to open the border.", "ask", "stated"},
		{"Brazil called on Peru to open the border.", "call", "stated"},
		{"Brazil urged Peru to open the border.", "urge", "stated"},
		{"Brazil demanded that Peru open the border.", "demand", "stated"},
		{"Brazil ordered Peru to open the border.", "order", "stated"},
		{"Brazil demanded guarantees from Peru.", "demand", "stated"},
		{"Brazil demanded an end to Peru's blockade.", "demand", "inferred"},
		{"Brazil demanded an apology.", "demand", "missing"},
	} {
		t.Run(c.text, func(t *testing.T) {
			demands := reading(t, c.text, "2021-12-03").Records.Demands
			if len(demands) != 1 {
				t.Fatalf("found %d demands, want 1", len(demands))
			}
			if d := demands[0]; d.Strength != c.strength || string(d.Addressed) != c.addressed {
				t.Errorf("strength %q and addressee %q, want %q and %q", d.Strength, d.Addressed, c.strength, c.addressed)
			}
		})
	}
}

// By when something is to be done is kept apart from the day on which it was demanded.
func TestDeadline(t *testing.T) {
	for _, c := range []struct{ text, made, deadline string }{
		{"Brazil told Peru on Thursday to open the border by 10 December.", "2021-12-02", "2021-12-10"},
		{"Brazil urged Peru to open the border before Sunday.", "", "2021-12-05"},
		{"The union gave the railway until 15 December to pay.", "", "2021-12-15"},
		{"Brazil urged Peru on Thursday to open the border.", "2021-12-02", ""},
		{"Brazil urged Peru to honour the pact of May 2014.", "", ""},
	} {
		t.Run(c.text, func(t *testing.T) {
			demands := reading(t, c.text, "2021-12-03").Records.Demands
			if len(demands) != 1 {
				t.Fatalf("found %d demands, want 1", len(demands))
			}
			day := func(d *when.Date) string {
				if d == nil {
					return ""
				}
				return d.ISO()
			}
			if d := demands[0]; day(d.When) != c.made || day(d.Deadline) != c.deadline {
				t.Errorf("made on %q, due by %q, want %q and %q", day(d.When), day(d.Deadline), c.made, c.deadline)
			}
		})
	}
}

// A description that names its maker in a circle ends somewhere.
func TestDescriptionsInACircle(t *testing.T) {
	for _, text := range []string{
		"The report demanded a halt. Its report said no.",
		"The proposals of the draft demanded that the draft of the proposals change. Its proposals said that its draft must go.",
	} {
		holds(t, reading(t, text, "2021-12-03"))
	}
}
