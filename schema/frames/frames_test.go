package frames_test

import (
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"demarche/internal/strict"
	"demarche/schema/frames"
)

func TestForms(t *testing.T) {
	for base, want := range map[string]string{
		"urge":    "urge urges urging urged",
		"deny":    "deny denies denying denied",
		"admit":   "admit admits admitting admitted",
		"say":     "say says said saying",
		"nag":     "nag nags nagging nagged",
		"refer":   "refer refers referring referred",
		"pester":  "pester pesters pestering pestered",
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
		verbs = append(verbs, verb.Rule())
	}
	if want := []string{"verb:call on", "verb:call upon", "verb:call for", "verb:call"}; !slices.Equal(verbs, want) {
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
	if found := set.EventNouns([]string{"phone", "call", "on"}); len(found) == 0 || found[0].Type != "call" || found[0].Words != 2 {
		t.Errorf("a phone call is %+v", found)
	}
	if found := set.EventVerbs([]string{"met", "with", "him"}); len(found) == 0 || found[0].Type != "meeting" || found[0].Words != 2 {
		t.Errorf("met with is %+v", found)
	}
}

func TestEventConditions(t *testing.T) {
	set, err := load(t, "types:\n"+
		"  - {type: other, nouns: [ball], verbs: [dance]}\n"+
		"  - {type: meeting, nouns: [ball], beside: [waltz], verbs: [dance], subjects: [minister], objects: [polka]}\n")
	if err != nil {
		t.Fatal(err)
	}
	waltz := map[string]bool{"waltz": true}
	first := func(found []frames.Occurrence, article map[string]bool, subjects, objects []string) string {
		for _, o := range found {
			if o.Fits(article, subjects, objects) {
				return o.Type
			}
		}
		return ""
	}
	for _, c := range []struct {
		word, want        string
		article           map[string]bool
		subjects, objects []string
	}{
		{word: "ball", want: "other"},
		{word: "balls", article: waltz, want: "meeting"},
		{word: "danced", article: waltz, subjects: []string{"ministers"}, objects: []string{"polka"}, want: "meeting"},
		{word: "danced", article: waltz, subjects: []string{"ministers"}, objects: []string{"tango"}, want: "other"},
		{word: "danced", subjects: []string{"ministers"}, objects: []string{"polka"}, want: "other"},
	} {
		found := set.EventVerbs([]string{c.word})
		if len(found) == 0 {
			found = set.EventNouns([]string{c.word})
		}
		if got := first(found, c.article, c.subjects, c.objects); got != c.want {
			t.Errorf("%q beside %v, by %v, of %v: %q, want %q", c.word, c.article, c.subjects, c.objects, got, c.want)
		}
	}
}

func load(t *testing.T, text string) (*frames.Set, error) {
	t.Helper()
	return frames.Load(frames.Files(), fstest.MapFS{"mine.yaml": {Data: []byte(text)}})
}

func TestFileOfTheUser(t *testing.T) {
	set, err := load(t, "verbs:\n"+
		"  - {verb: nag, takes: [object-infinitive], strength: ask}\n"+
		"  - {verb: call for, takes: [], strength: call}\n"+
		"words: {sincere: [blunt]}\n")
	if err != nil {
		t.Fatal(err)
	}
	if verbs := set.DemandVerbs("nags"); len(verbs) != 1 || verbs[0].Rule() != "verb:nag" {
		t.Errorf("the verbs of %q are %v, want verb:nag", "nags", verbs)
	}
	for _, verb := range set.DemandVerbs("calls") {
		if verb.Rule() == "verb:call for" && len(verb.Takes) > 0 {
			t.Errorf("%s takes %q; the entry of the user takes nothing", verb.Rule(), verb.Takes)
		}
	}
	if !set.Is(frames.Sincere, "blunt") || !set.Is(frames.Sincere, "honest") {
		t.Error("words of a class are added to those of the program")
	}
	if rules := set.Rules(); rules[0] != "verb:urge" || !slices.Contains(rules, "modal:have") || !slices.Contains(rules, "verb:nag") {
		t.Errorf("the rules are %q", rules)
	}
}

// Whoever adds an entry shows how it did, and be it that nothing is known.
func TestEveryEntryHasItsCounts(t *testing.T) {
	data, err := os.ReadFile("counts.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var counts map[string]struct {
		System int `yaml:"system"`
		Right  int `yaml:"right"`
	}
	if err := strict.Unmarshal("counts.yaml", data, &counts); err != nil {
		t.Fatal(err)
	}
	set, err := frames.Default()
	if err != nil {
		t.Fatal(err)
	}
	for _, rule := range set.Rules() {
		if _, ok := counts[rule]; !ok {
			t.Errorf("counts.yaml has no %s; 'make counts' writes it", rule)
		}
	}
	for rule, n := range counts {
		if n.Right > n.System {
			t.Errorf("%s: %d of %d are right", rule, n.Right, n.System)
		}
		if strings.Contains(rule, ":") && !slices.Contains(set.Rules(), rule) {
			t.Errorf("counts.yaml has %s, which no entry has; 'make counts' takes it out", rule)
		}
	}
}

func TestMistakesInAFile(t *testing.T) {
	for text, want := range map[string]string{
		"verbs:\n  - {verb: nag, take: [object]}":                                             "mine.yaml:2: field take not found",
		"verbs:\n  - {verb: nag, takes: [thing], strength: ask}":                              `mine.yaml:2: nag: takes "thing" is unknown; it can be object-infinitive, participle`,
		"verbs:\n  - {verb: nag, takes: [object]}":                                            `mine.yaml:2: nag: strength "" is unknown`,
		"verbs:\n  - {verb: nag, takes: [object], strength: ask, negated: true}":              `mine.yaml:2: nag: negated "true" is unknown; it can be only, refused, dont`,
		"verbs:\n  - {takes: [object], strength: ask}":                                        "an entry has no word; write it behind verb:",
		"nouns:\n\n  - {noun: Cry, takes: [for], strength: ask}":                              "mine.yaml:3: Cry: words are looked up in small letters",
		"judgements:\n  - {words: silly, strength: ask}":                                      `mine.yaml:2: silly: polarity "" is unknown; it can be do, dont`,
		"words: {kind: [good]}":                                                               `the class "kind" is unknown`,
		"conditions: [\"\"]":                                                                  "conditions: one of the words is empty",
		"types:\n  - {type: party, nouns: [ball]}":                                            `"party" is unknown; it can be meeting`,
		"types:\n  - {type: other, nouns: [ball], verbs: [dance], at_object: [dance, waltz]}": `at_object has "waltz"`,
	} {
		if _, err := load(t, text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s\ngives the error %v, want %s", text, err, want)
		}
	}
}
