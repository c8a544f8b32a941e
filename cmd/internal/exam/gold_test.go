package exam_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"demarche/cmd/internal/exam"
	"demarche/cmd/internal/exam/tally"
)

var own = filepath.Join("..", "..", "..", filepath.FromSlash(exam.Own))

// Every span of the project's own gold is where it says, every text has gold, and every kind of record is marked.
func TestOwnGoldFitsItsTexts(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(own, "*.jsonl"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no gold in %s: %v", own, err)
	}
	marked := map[string]bool{}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		articles, err := tally.Read(data, file)
		if err != nil {
			t.Fatal(err)
		}
		if kinds := tally.Kinds(articles); len(kinds) != 6 {
			t.Errorf("%s has records of the kinds %v only", file, kinds)
		}
		for line := range bytes.Lines(data) {
			var article map[string]any
			if err := json.Unmarshal(line, &article); err != nil {
				t.Fatal(err)
			}
			name, _ := article["file"].(string)
			text, err := os.ReadFile(filepath.Join(own, "text", name))
			if err != nil {
				t.Fatal(err)
			}
			if marked[name] {
				t.Errorf("%s has gold twice", name)
			}
			marked[name] = true
			fits(t, name, []rune(string(text)), article)
		}
	}
	texts, err := os.ReadDir(filepath.Join(own, "text"))
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range texts {
		if !marked[text.Name()] {
			t.Errorf("%s has no gold", text.Name())
		}
	}
}

// fits looks for spans in a value of JSON, and compares them with the text.
func fits(t *testing.T, name string, text []rune, value any) {
	t.Helper()
	switch value := value.(type) {
	case []any:
		for _, item := range value {
			fits(t, name, text, item)
		}
	case map[string]any:
		begin, isSpan := value["begin"].(float64)
		if !isSpan {
			for _, item := range value {
				fits(t, name, text, item)
			}
			return
		}
		end, _ := value["end"].(float64)
		want, _ := value["text"].(string)
		if end < begin || int(end) > len(text) || string(text[int(begin):int(end)]) != want {
			t.Errorf("%s: at %g..%g is not %q", name, begin, end, want)
		}
	}
}

// What the figures of the test articles stand for is worth nothing once weights learn from them.
func TestNothingLearnsFromTestArticles(t *testing.T) {
	all, err := exam.OwnGold(own)
	if err != nil {
		t.Fatal(err)
	}
	if len(all) != 2 {
		t.Fatalf("weights learn from %v, want two files", all)
	}
	for _, g := range all {
		if filepath.Base(g.File) == "plain-test.jsonl" {
			t.Errorf("weights learn from %s", g.File)
		}
	}
	if all, err := exam.OwnGold(t.TempDir()); err != nil || all != nil {
		t.Errorf("in an empty folder there is gold: %v, %v", all, err)
	}
}
