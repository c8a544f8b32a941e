package issues_test

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"demarche/schema"
	"demarche/schema/issues"
)

func shipped(t testing.TB) *issues.Taxonomy {
	t.Helper()
	taxonomy, err := issues.Default()
	if err != nil {
		t.Fatal(err)
	}
	return taxonomy
}

func TestShippedTaxonomyIsClean(t *testing.T) {
	catalogue, err := schema.Default()
	if err != nil {
		t.Fatal(err)
	}
	known := func(id string) bool { _, ok := catalogue.Actor(id); return ok }
	for _, problem := range issues.Check(shipped(t), known) {
		t.Error(problem)
	}
}

// load returns the taxonomy of a few issues and the given file.
func load(content string) (*issues.Taxonomy, error) {
	return issues.Load(fstest.MapFS{
		"base.yaml": {Data: []byte("issues:\n" +
			"  - {name: Security}\n" +
			"  - {name: Arms control, broader: security, words: [arms control, limit + warhead|missile], opposite: [arms race]}\n" +
			"  - {name: Alliances, broader: security, words: [alliance]}\n" +
			"  - {name: Enlargement of NATO, id: nato-enlargement, broader: alliances, words: [\"@nato + expand|expansion\", eastward expansion]}\n")},
		"deep/er/mine.yaml": {Data: []byte(content)},
	})
}

func TestLoadRejects(t *testing.T) {
	for _, test := range []struct{ name, content, want string }{
		{"unknown key", "issues:\n  - {name: A, word: [a]}", "mine.yaml:2: field word not found"},
		{"no name", "issues:\n  - {words: [tax]}", "mine.yaml:1: an issue without a name"},
		{"bad id", "issues:\n  - {name: A, id: The A}", `mine.yaml:2: "The A" is no id`},
		{"taken id", "issues:\n  - {name: Arms Control}", `mine.yaml:2: the id "arms-control" is taken by Arms control (base.yaml:3)`},
		{"dangling broader", "issues:\n  - {name: A, broader: arms-controls}", `mine.yaml:2: A: broader "arms-controls" is no issue's id (did you mean arms-control?)`},
		{"circle", "issues:\n  - {name: A, broader: b}\n  - {name: B, broader: a}", "A is broader than itself"},
		{"phrase without words", "issues:\n  - {name: A, words: [of the]}", `mine.yaml:2: A: the phrase "of the" has a part without a word`},
		{"phrase that is one word", "issues:\n  - {name: A, words: [walk out]}", `"walk out" has only one word`},
		{"several words in a choice", "issues:\n  - {name: A, words: [stop|cease-fire]}", `"cease-fire" is several words`},
		{"bad actor", "issues:\n  - {name: A, words: [\"@The + tax\"]}", `"The" is no id of an actor`},
		{"no issues", "issues: []", "there are no issues"},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := load(test.content)
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("error %v, want %q", err, test.want)
			}
		})
	}
}

// found lists what a text is about: ids, with "not" in front of those that it means the contrary of.
func found(taxonomy *issues.Taxonomy, words []issues.Word) []string {
	var ids []string
	for _, m := range taxonomy.Match(words) {
		if m.Opposite {
			ids = append(ids, "not "+m.Issue.ID)
		} else {
			ids = append(ids, m.Issue.ID)
		}
	}
	return ids
}

func TestMatch(t *testing.T) {
	taxonomy, err := load("issues:\n  - {name: Talks in Astana, words: [Astana talk]}\n  - {name: Housing, words: [=housing]}")
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ text, want string }{
		{"the control of arms", ""},                          // the words of a part keep their order
		{"limits on the number of warheads", "arms-control"}, // parts may stand apart
		{"warheads are to be limited", "arms-control"},       // in any order
		{"an arms race", "not arms-control"},
		{"the expansion of NATO", "nato-enlargement"},               // without a linked actor, the name does
		{"NATO's alliance is to expand", "nato-enlargement"},        // what lies in a longer match does not count
		{"an alliance, and arms control", "alliances arms-control"}, //
		{"the Astana talks", "talks-in-astana"},                     // any form of a word
		{"astana talks", ""},                                        // but a name has its capital
		{"the houses", ""},                                          // "=" is for one form
		{"cheap housing", "housing"},                                //
		{"eastward, expansion", ""},                                 // a comma stands between
		{"the alliance's eastward expansion", "alliances nato-enlargement"},
	} {
		got := strings.Join(found(taxonomy, issues.WordsOf(test.text)), " ")
		if got != test.want {
			t.Errorf("%q is about %q, want %q", test.text, got, test.want)
		}
	}
}

func TestMatchKnowsWhoIsMeant(t *testing.T) {
	taxonomy, err := load("issues:\n  - {name: Tax}")
	if err != nil {
		t.Fatal(err)
	}
	words := issues.WordsOf("an end to the bloc's expansion")
	if got := found(taxonomy, words); len(got) > 0 {
		t.Errorf("without actors it is about %q", got)
	}
	words[4].Actor = "nato"
	if got := found(taxonomy, words); !slices.Equal(got, []string{"nato-enlargement"}) {
		t.Errorf("where the bloc is NATO it is about %q", got)
	}
	words[4].Actor = "opec"
	if got := found(taxonomy, words); len(got) > 0 {
		t.Errorf("where the bloc is OPEC it is about %q", got)
	}
}

func TestFindAndWithin(t *testing.T) {
	taxonomy, err := load("issues:\n  - {name: Tax}")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"nato-enlargement", "NATO enlargement", "Enlargement of NATO", "the expansion of NATO"} {
		if issue, ok := taxonomy.Find(name); !ok || issue.ID != "nato-enlargement" {
			t.Errorf("%q is %v", name, issue)
		}
	}
	if issue, ok := taxonomy.Find("arms race"); ok {
		t.Errorf("the contrary of an issue is %v", issue)
	}
	if got := taxonomy.Within("security"); !slices.Equal(got, []string{"alliances", "arms-control", "nato-enlargement", "security"}) {
		t.Errorf("within security are %q", got)
	}
	if near := taxonomy.Suggest("enlargements of the bloc", 1); len(near) != 1 || near[0].ID != "nato-enlargement" {
		t.Errorf("suggested is %v", near)
	}
}

func TestWithLeavesTheTaxonomyAsItIs(t *testing.T) {
	before, err := load("issues:\n  - {name: Tax}")
	if err != nil {
		t.Fatal(err)
	}
	after, err := before.With(issues.Issue{ID: "salt", Name: "Salt", Broader: "tax", Words: []string{"salt"}, Line: "x.yaml:1"})
	if err != nil {
		t.Fatal(err)
	}
	if len(after.Narrower("tax")) != 1 || len(before.Narrower("tax")) != 0 {
		t.Errorf("narrower than tax are %v after and %v before", after.Narrower("tax"), before.Narrower("tax"))
	}
}

func TestCheckFindsSharedPhrasesAndStrangers(t *testing.T) {
	taxonomy, err := load("issues:\n  - {name: A, words: [arms control]}\n  - {name: B, words: [\"@nowhere + tax\"]}\n  - {name: C}")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, problem := range issues.Check(taxonomy, func(actor string) bool { return actor == "nato" }) {
		got = append(got, problem.String())
	}
	want := []string{`the phrase "arms control" also means A`, "C: nothing can be found to be about it", `"nowhere" is no actor's id`}
	if len(got) != len(want) {
		t.Fatalf("problems %q, want %d", got, len(want))
	}
	for i, part := range want {
		if !strings.Contains(got[i], part) {
			t.Errorf("problem %q lacks %q", got[i], part)
		}
	}
}

func BenchmarkMatch(b *testing.B) {
	taxonomy := shipped(b)
	words := issues.WordsOf("Russia demanded on Friday that the alliance halt its eastward expansion and withdraw its troops from the border, while " +
		"Western leaders warned of economic sanctions and called for a ceasefire and humanitarian aid in the region")
	for b.Loop() {
		taxonomy.Match(words)
	}
	b.ReportMetric(float64(len(words)), "words")
}
