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
	var verbs []string
	for _, verb := range set.DemandVerbs("called") {
		verbs = append(verbs, verb.Verb)
	}
	if want := []string{"call on", "call upon", "call for", "call"}; !slices.Equal(verbs, want) {
		t.Errorf("the verbs of %q are %q, want %q", "called", verbs, want)
	}
	if verbs := set.DemandVerbs("walked"); len(verbs) > 0 {
		t.Errorf("%q is a verb of demanding", "walked")
	}
}

func TestEventWords(t *testing.T) {
	set, err := frames.Default()
	if err != nil {
		t.Fatal(err)
	}
	if kind, n := set.EventNoun([]string{"phone", "call", "on"}); kind != "call" || n != 2 {
		t.Errorf("a phone call is %q, %d", kind, n)
	}
	if kind, n, dated := set.EventVerb([]string{"met", "with", "him"}); kind != "meeting" || n != 2 || dated {
		t.Errorf("met with is %q, %d", kind, n)
	}
}
