package loader_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"demarche/loader"
	"demarche/loader/article"
)

// found is what a reading gives, one line a record.
type found struct {
	Persons    []string `json:"persons"`
	Statements []string `json:"statements"`
	Demands    []string `json:"demands"`
	Events     []string `json:"events"`
	Positions  []string `json:"positions"`
}

func foundIn(s loader.Stages) found {
	text := s.Article.Text
	var f found
	for _, p := range s.Records.Persons {
		line := p.Name
		for _, role := range p.Roles {
			line += ", " + role.Title + " of " + role.Of.Name
		}
		f.Persons = append(f.Persons, line)
	}
	for _, st := range s.Records.Statements {
		speaker := st.Speaker.Name
		if len(st.Addressee) > 0 {
			speaker += " to " + called(st.Addressee)
		}
		f.Statements = append(f.Statements, dayOf(st.When)+" | "+speaker+" | "+say(text, st.Cue...)+" | "+say(text, st.Content...)+" | "+st.Quoted)
	}
	for i, line := range demandsOf(s) {
		f.Demands = append(f.Demands, dayOf(s.Records.Demands[i].When)+" | "+line)
	}
	for _, e := range s.Records.Events {
		f.Events = append(f.Events, dayOf(e.When)+" | "+e.Type+" | "+called(e.Participants)+" | "+e.Place)
	}
	for _, p := range s.Records.Positions {
		f.Positions = append(f.Positions, p.Actor.Name+" | "+p.Stance+" | "+p.Issue)
	}
	return f
}

func (f found) lines() []string {
	return slices.Concat(f.Persons, f.Statements, f.Demands, f.Events, f.Positions)
}

// faults are what a reader of the article finds wrong with what is found.
// Each entry is a line of found and the reason.
type faults struct {
	Missing map[string]string `json:"missing"` // should be found, and is not
	Wrong   map[string]string `json:"wrong"`   // is found, and should not be
}

// TestArticles reads whole articles: testdata/cases/<name> holds article.txt,
// want.json with all that is found (-update rewrites it), and faults.json with
// what a careful reader misses in it, or would strike out.
func TestArticles(t *testing.T) {
	l, err := builtIn()
	if err != nil {
		t.Fatal(err)
	}
	folders, err := filepath.Glob("testdata/cases/*")
	if err != nil || len(folders) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, folder := range folders {
		t.Run(filepath.Base(folder), func(t *testing.T) {
			for a, err := range article.Read(context.Background(), []string{filepath.Join(folder, "article.txt")}, nil) {
				if err != nil {
					t.Fatal(err)
				}
				s := l.Read(a)
				holds(t, s)
				got := foundIn(s)
				compare(t, filepath.Join(folder, "want.json"), got)
				review(t, filepath.Join(folder, "faults.json"), got.lines())
			}
		})
	}
}

func compare(t *testing.T, golden string, got found) {
	t.Helper()
	if *update {
		var data bytes.Buffer
		lines := json.NewEncoder(&data)
		lines.SetEscapeHTML(false)
		lines.SetIndent("", "  ")
		if err := lines.Encode(got); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(golden, data.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	var want found
	readJSON(t, golden, &want)
	for _, line := range want.lines() {
		if !slices.Contains(got.lines(), line) {
			t.Errorf("no longer found: %s", line)
		}
	}
	for _, line := range got.lines() {
		if !slices.Contains(want.lines(), line) {
			t.Errorf("newly found: %s", line)
		}
	}
}

// review holds the faults against what is found, so that none outlives its repair.
func review(t *testing.T, file string, got []string) {
	t.Helper()
	if _, err := os.Stat(file); errors.Is(err, fs.ErrNotExist) {
		return
	}
	var known faults
	readJSON(t, file, &known)
	for line, reason := range known.Missing {
		if slices.Contains(got, line) {
			t.Errorf("found now, take it out of %s (%s): %s", file, reason, line)
		}
	}
	for line, reason := range known.Wrong {
		if !slices.Contains(got, line) {
			t.Errorf("gone now, take it out of %s (%s): %s", file, reason, line)
		}
	}
}

func readJSON(t *testing.T, file string, into any) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatalf("%v (run with -update to write it)", err)
	}
	if err := json.Unmarshal(data, into); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
}
