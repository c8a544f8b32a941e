package article_test

import (
	"bufio"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"demarche/internal/span"
	"demarche/loader/article"
)

// goldArticle is a line of the gold file, as far as the reader is concerned.
type goldArticle struct {
	File       string
	Title      string
	Publisher  string
	Published  string
	Authors    []string
	Statements []struct {
		Where   string
		Content []struct{ Begin, End int }
	}
}

// shared returns a folder beside the repository, or skips the test.
func shared(t *testing.T, name string) string {
	t.Helper()
	folder, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(folder, "go.mod")); err == nil {
			break
		}
		folder = filepath.Dir(folder)
	}
	path := filepath.Join(folder, "..", "shared", name)
	if _, err := os.Stat(path); err != nil {
		t.Skipf("skipped: %s is not there", path)
	}
	return path
}

func gold(t *testing.T) []goldArticle {
	t.Helper()
	file, err := os.Open(shared(t, "eval/gold/articles.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	var all []goldArticle
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 10<<20)
	for lines.Scan() {
		var g goldArticle
		if err := json.Unmarshal(lines.Bytes(), &g); err != nil {
			t.Fatal(err)
		}
		all = append(all, g)
	}
	if len(all) == 0 || lines.Err() != nil {
		t.Fatal("no gold articles", lines.Err())
	}
	return all
}

func TestGoldMetadata(t *testing.T) {
	for _, want := range gold(t) {
		t.Run(want.File, func(t *testing.T) {
			path := filepath.Join(shared(t, "articles"), want.File)
			for a, err := range article.Read(context.Background(), []string{path}, nil) {
				if err != nil {
					t.Fatal(err)
				}
				checkInvariants(t, a)
				if a.Title != want.Title || a.Publisher != want.Publisher || a.Published.Format(time.DateOnly) != want.Published || !slices.Equal(a.Authors, want.Authors) {
					t.Errorf("got %q, %q, %s, %q\nwant %q, %q, %s, %q", a.Title, a.Publisher, a.Published.Format(time.DateOnly), a.Authors,
						want.Title, want.Publisher, want.Published, want.Authors)
				}
				if data, _ := os.ReadFile(path); a.Text != string(data) {
					t.Error("the text is not the file")
				}
			}
		})
	}
}

// TestGoldBody checks that what the gold file found in the body lies in blocks.
func TestGoldBody(t *testing.T) {
	for _, want := range gold(t) {
		t.Run(want.File, func(t *testing.T) {
			path := filepath.Join(shared(t, "articles"), want.File)
			for a, err := range article.Read(context.Background(), []string{path}, nil) {
				if err != nil {
					t.Fatal(err)
				}
				index := span.NewIndex(a.Text)
				for _, s := range want.Statements {
					for _, c := range s.Content {
						s := index.Bytes(span.Span{Begin: c.Begin, End: c.End})
						if !slices.ContainsFunc(a.Blocks, func(b article.Block) bool { return b.Contains(s) }) {
							t.Errorf("in no block: %q", s.Of(a.Text))
						}
					}
				}
				for _, b := range a.Blocks {
					for _, furniture := range []string{"http", "Share", "Copyright", "Related", "RELATED", "contributed to this", "Updated:", "Most Viewed", "Comment\n", "img"} {
						if strings.Contains(b.Of(a.Text), furniture) {
							t.Errorf("furniture in a block: %q", b.Of(a.Text))
						}
					}
				}
			}
		})
	}
}
