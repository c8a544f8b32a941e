package frames_test

import (
	"slices"
	"strings"
	"testing"

	"demarche/schema/frames"
)

func TestForms(t *testing.T) {
	for base, want := range map[string]string{
		"urge":    "urge urges urging urged",
		"deny":    "deny denies denying denied",
		"admit":   "admit admits admitting admitted",
		"say":     "say says said saying",
		"stress":  "stress stresses stressing stressed",
		"agree":   "agree agrees agreeing agreed",
		"veto":    "veto vetoes vetoing vetoed",
		"write":   "write writes wrote written writing",
		"address": "address addresses addressed addressing",
	} {
		forms := frames.Forms(base)
		for _, form := range strings.Fields(want) {
			if !slices.Contains(forms, form) {
				t.Errorf("Forms(%q) = %v lacks %q", base, forms, form)
			}
		}
	}
}

func TestLongestVerbWins(t *testing.T) {
	set, err := frames.Default()
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		words, verb string
		n           int
	}{
		{"said on thursday", "say", 1},
		{"pointed out that", "point out", 2},
		{"called for calm", "call for", 2},
		{"made it clear that", "make it clear", 3},
		{"walked away", "", 0},
	} {
		verb, n := set.Say(strings.Fields(test.words))
		if name := nameOf(verb); name != test.verb || n != test.n {
			t.Errorf("Say(%q) = %q, %d; want %q, %d", test.words, name, n, test.verb, test.n)
		}
	}
}

func nameOf(verb *frames.Verb) string {
	if verb == nil {
		return ""
	}
	return verb.Verb
}

func TestEventWords(t *testing.T) {
	set, err := frames.Default()
	if err != nil {
		t.Fatal(err)
	}
	if kind, n := set.EventNoun([]string{"phone", "call", "on"}); kind != "call" || n != 2 {
		t.Errorf("a phone call is %q, %d", kind, n)
	}
	if kind, n := set.EventVerb([]string{"met", "with", "him"}); kind != "meeting" || n != 2 {
		t.Errorf("met with is %q, %d", kind, n)
	}
}
