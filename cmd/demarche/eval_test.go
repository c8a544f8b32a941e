package main

import (
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

// goldDemand is an article of gold with one demand, as a line of the interchange format. What is wanted is looked for in the text.
func goldDemand(t *testing.T, file, text, by, of, what string) string {
	t.Helper()
	at := strings.Index(text, what)
	if at < 0 {
		t.Fatalf("%q is not in the text", what)
	}
	begin := utf8.RuneCountInString(text[:at])
	line, err := json.Marshal(map[string]any{"file": file, "demands": []any{map[string]any{
		"by": by, "of": []string{of}, "polarity": "do", "made_on": nil,
		"what": []any{map[string]any{"begin": begin, "end": begin + utf8.RuneCountInString(what), "text": what}},
	}}})
	if err != nil {
		t.Fatal(err)
	}
	return string(line) + "\n"
}

func TestEvalGold(t *testing.T) {
	home(t)
	const demanded = "A talk\n\nRussia demanded that NATO withdraw its troops.\n"
	const none = "A visit\n\nThe minister arrived in São Tomé. “It rains,” he said.\n"
	write(t, "texts/one.txt", demanded)
	write(t, "more/two.txt", none)
	write(t, "gold.jsonl", goldDemand(t, "one.txt", demanded, "Russia", "NATO", "withdraw its troops")+
		goldDemand(t, "two.txt", none, "São Tomé and Príncipe", "Portugal", "It rains"))
	demarche(t, "eval", "extract", "--gold", "gold.jsonl", "--texts", "texts,more").want(t, exitOK,
		"## gold.jsonl\n\n2 texts of gold, 2 of the system (0 missing, 0 without gold).\n",
		"| demands: found | 1.000 | .500 | .667 | 1 | 2 | 1 |\n",
		"| demands: by+of | 1.000 | .500 | .667 | 1 | 2 | 1 |\n",
		"### Confidence of demands (right: by)",
		"!| statements", // the gold has none of these kinds, not even an empty list
		"!| persons",
		"!metadata: publisher",
	)

	// Without --texts the texts lie beside the gold, and each file of gold has a part of its own.
	write(t, "texts/first.jsonl", goldDemand(t, "one.txt", demanded, "Russia", "NATO", "withdraw its troops"))
	write(t, "more/second.jsonl", `{"file": "two.txt", "demands": [], "statements": []}`)
	demarche(t, "eval", "extract", "--gold", "texts/first.jsonl,more/second.jsonl").want(t, exitOK,
		"## first.jsonl", "| demands: found | 1.000 | 1.000 | 1.000 | 1 | 1 | 1 |\n",
		"\n## second.jsonl", "| demands: found | - | - | - | 0 | 0 | 0 |\n", "| statements: overlap | .000 | .000 | .000 | 0 | 0 | 1 |\n",
	)
}

func TestEvalGoldErrors(t *testing.T) {
	home(t)
	write(t, "gold.jsonl", `{"file": "one.txt", "demands": []}`)
	write(t, "wrong.jsonl", `{"file": "one.txt", "demands": [{"what": [{"begin": 0, "end": 9, "text": "one"}]}]}`)
	demarche(t, "eval", "extract", "--gold", "none.jsonl").want(t, exitError, "none.jsonl")
	demarche(t, "eval", "extract", "--gold", "gold.jsonl", "--texts", "texts").want(t, exitError, "no one.txt in texts")
	demarche(t, "eval", "extract", "--gold", "wrong.jsonl").want(t, exitError, "wrong.jsonl:1: demands[0].what: a span covers 0..9")
	demarche(t, "eval", "extract", "--texts", "texts").want(t, exitUsage, "--texts needs --gold")
	demarche(t, "eval", "extract", "--gold", "gold.jsonl", "--counts").want(t, exitUsage, "--gold")
}

// The project's own gold can be measured from anywhere, and the program finds a good part of it.
func TestEvalOwnGold(t *testing.T) {
	gold := filepath.Join(root(t), "loader", "testdata", "gold")
	home(t)
	page := demarche(t, "eval", "extract", "--gold", filepath.Join(gold, "plain.jsonl"), "--texts", filepath.Join(gold, "text")).want(t, exitOK,
		"7 texts of gold, 7 of the system (0 missing, 0 without gold).", "### Statements by cue", "### Confidence of persons").stdout
	for _, kind := range []string{"persons: person", "roles: role", "statements: attributed", "demands: full", "events: event", "positions: position"} {
		if strings.Contains(page, "| "+kind+" | .000") || !strings.Contains(page, "| "+kind+" |") {
			t.Errorf("%s: nothing is right", kind)
		}
	}
}
