package article_test

import (
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"testing"
	"time"

	"demarche/loader/article"
)

var update = flag.Bool("update", false, "write what the readers give as what is wanted")

// portrait is an article as the golden files show it.
type portrait struct {
	URL       string   `json:"url"`
	Title     string   `json:"title"`
	Publisher string   `json:"publisher"`
	Published string   `json:"published"`
	Authors   []string `json:"authors"`
	Language  string   `json:"language"`
	Blocks    []string `json:"blocks"` // kind and text
}

func draw(a article.Article) portrait {
	p := portrait{URL: a.URL, Title: a.Title, Publisher: a.Publisher, Authors: a.Authors, Language: a.Language}
	switch {
	case a.Published.IsZero():
	case a.HasTime:
		p.Published = a.Published.Format(time.RFC3339)
	default:
		p.Published = a.Published.Format(time.DateOnly)
	}
	for _, b := range a.Blocks {
		p.Blocks = append(p.Blocks, string(b.Kind)+": "+b.Of(a.Text))
	}
	return p
}

// checkGolden compares with a golden file, or writes it.
func checkGolden(t *testing.T, path string, got any) {
	t.Helper()
	data, err := json.MarshalIndent(got, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	data = append(data, '\n')
	if *update {
		if err := os.WriteFile(path, data, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if string(data) != string(want) {
		t.Errorf("%s differs (-update rewrites it); got\n%s", path, data)
	}
}

// TestPages reads pages as browsers copy them, in the manner of many sites.
// Every text is invented.
func TestPages(t *testing.T) {
	folders, err := filepath.Glob("testdata/pages/*/article.*")
	if err != nil || len(folders) == 0 {
		t.Fatal("no cases", err)
	}
	for _, path := range folders {
		folder := filepath.Dir(path)
		t.Run(filepath.Base(folder), func(t *testing.T) {
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			var all []portrait
			for a, err := range article.Decode(path, data) {
				if err != nil {
					t.Fatal(err)
				}
				checkInvariants(t, a)
				all = append(all, draw(a))
			}
			checkGolden(t, filepath.Join(folder, "want.json"), all)
		})
	}
}
