package tally

import (
	"maps"
	"slices"
	"strings"
	"testing"
)

const goldArticle = `{"file": "a.txt", "title": "One", "demands": [
	{"by": "Russia", "of": ["NATO"], "what": [{"begin": 20, "end": 30, "text": "leave Kyiv"}], "cue": [{"text": "urged"}], "polarity": "do"},
	{"by": "Ukraine", "of": [], "what": [{"begin": 50, "end": 54, "text": "wait"}], "cue": [{"text": "asked"}], "polarity": "dont"},
	{"by": "Ukraine", "what": [{"begin": 80, "end": 83, "text": "pay"}], "where": "optional"}]}`

const systemArticle = `{"file": "folder/a.txt", "demands": [
	{"by": "the RUSSIA", "of": ["Nato"], "what": [{"begin": 20, "end": 30, "text": "leave Kyiv"}], "cue": [{"text": "Urged"}],
	 "polarity": "do", "rule": "verb:urge", "confidence": 0.9},
	{"by": "France", "what": [{"begin": 80, "end": 83, "text": "pay"}], "rule": "imperative", "confidence": 0.3},
	{"by": "France", "what": [{"begin": 90, "end": 93, "text": "buy"}], "rule": "imperative", "confidence": 0.3}]}`

func readOne(t *testing.T, article string) []Article {
	t.Helper()
	articles, err := Read([]byte(strings.ReplaceAll(article, "\n", "")+"\n"), "input")
	if err != nil {
		t.Fatal(err)
	}
	return articles
}

func TestMarkdown(t *testing.T) {
	page := Records(readOne(t, goldArticle), readOne(t, systemArticle), "metadata", "demands").Markdown()
	for _, row := range []string{
		"1 texts of gold, 1 of the system (0 missing, 0 without gold).",
		"| demands: found | .500 | .500 | .500 | 1 | 2 | 2 |", // what is optional does not count
		"| metadata: title | .000 | 0 | 1 |",
		"| demands: by | 1.000 | 1 | 1 |",
		"| polarity | gold | recall | recall, full | system | precision | precision, full |",
		"| dont | 1 | .000 | .000 | 0 | - | - |",
		"| verb | 1 | 1.000 | 1.000 |",
		"| imperative | 1 | .000 | .000 |",
		"| urged | 1 | 1.000 | 1.000 | 1 | 1.000 | 1.000 |",
		"| 0.30 | 2 | .500 | .500 | .500 | .500 |",
		"| 0.40 | 1 | 1.000 | .500 | 1.000 | .500 |",
		"| 0.90 | 1 | 1.000 | .500 | 1.000 | .500 |",
	} {
		if !strings.Contains(page, row+"\n") {
			t.Errorf("the page lacks %s", row)
		}
	}
	if strings.Contains(page, "| 0.95 |") {
		t.Error("there is a row of a confidence that no record has")
	}
	if t.Failed() {
		t.Log(page)
	}
}

func TestRules(t *testing.T) {
	got := Rules(readOne(t, goldArticle), readOne(t, systemArticle))
	want := map[string]Part{
		"verb:urge":  {Total: 1, Paired: 1, Right: 1},
		"imperative": {Total: 1}, // the other is what gold has as optional
	}
	if !maps.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestReadErrors(t *testing.T) {
	for input, want := range map[string]string{
		"\n{":   "input:2: ",
		`{}`:    "no file name",
		`["a"]`: "input:1: ",
		`{"file": "b/a.txt"}` + "\n" + `{"file": "a.txt"}`:                                        "input:2: second article for a.txt",
		`{"file": "a.txt", "events": [{}, {"evidence": {"begin": 3, "end": 9, "text": "four"}}]}`: "events[1].evidence: a span covers 3..9",
	} {
		if _, err := Read([]byte(input), "input"); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got the error %v, want %s", input, err, want)
		}
	}
}

func TestInQuotations(t *testing.T) {
	text := "He said, “We won’t,” then \"go\" and ''stay''.\nShe: “No\n“never” he \"lied\nlast"
	var got []string
	w := newWords(text)
	for i, place := range w.places {
		if w.quoted[i] {
			got = append(got, place.Of(text))
		}
	}
	if want := []string{"We", "won", "t", "go", "stay", "No", "never", "lied"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
