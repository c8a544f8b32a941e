package exam

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"demarche/cmd/internal/exam/tally"
	"demarche/loader/extract/confidence"
)

// Gold is articles whose records somebody has marked.
type Gold struct {
	File  string   // in the interchange format, one article a line
	Texts []string // folders; the text of an article is the file of its name in the first that has one
}

// Own is the folder of the project's own gold, seen from the root of the source.
const Own = "loader/testdata/gold"

// The project's own gold. Confidence learns from the first two; nothing is learned from the last, and nobody who writes rules reads it.
var ownLearned, ownTest = []string{"varied.jsonl", "plain.jsonl"}, []string{"plain-test.jsonl"}

// OwnGold is the project's own gold in a folder, without what only measures. There is none where the folder is not there.
func OwnGold(folder string) ([]Gold, error) { return ownGold(folder, ownLearned) }

func ownGold(folder string, files []string) ([]Gold, error) {
	var all []Gold
	for _, name := range files {
		file := filepath.Join(folder, name)
		switch _, err := os.Stat(file); {
		case errors.Is(err, fs.ErrNotExist):
			return nil, nil
		case err != nil:
			return nil, err
		}
		all = append(all, Gold{file, []string{filepath.Join(folder, "text")}})
	}
	return all, nil
}

// Records measures an extractor on gold in the interchange format, as a page in Markdown with a part for each. Only those kinds of record
// are measured that the gold has. What it says of confidence is of the extractor's own, whatever its weights learned from.
func Records(all []Gold, extract Extractor) (string, error) {
	var page strings.Builder
	for _, g := range all {
		text, err := onGold(g, extract)
		if err != nil {
			return "", fmt.Errorf("%s: %w", g.File, err)
		}
		fmt.Fprintf(&page, "\n## %s\n\n%s", filepath.Base(g.File), text)
	}
	return strings.TrimPrefix(page.String(), "\n"), nil
}

func onGold(g Gold, extract Extractor) (string, error) {
	gold, found, err := g.read(extract)
	if err != nil {
		return "", err
	}
	names := tally.Kinds(gold)
	var page strings.Builder
	page.WriteString(tally.Records(gold, found, append(names, "metadata")...).Markdown())
	for _, kind := range confidence.Kinds() {
		j, err := judge(kind, gold, found)
		if err != nil {
			return "", err
		}
		if j.Gold > 0 && len(j.Verdicts) > 0 {
			page.WriteString(trusted(kind, "", j))
		}
	}
	return page.String(), nil
}

// read is the gold, and what an extractor finds in its texts.
func (g Gold) read(extract Extractor) (gold, found []tally.Article, err error) {
	data, err := os.ReadFile(g.File)
	if err != nil {
		return nil, nil, err
	}
	if gold, err = tally.Read(data, g.File); err != nil {
		return nil, nil, err
	}
	var paths []string
	for _, a := range gold {
		path, err := find(a.File, g.Texts)
		if err != nil {
			return nil, nil, err
		}
		paths = append(paths, path)
	}
	found, err = system(paths, extract)
	return gold, found, err
}

func find(file string, folders []string) (string, error) {
	for _, folder := range folders {
		path := filepath.Join(folder, file)
		if _, err := os.Stat(path); err == nil {
			return path, nil
		}
	}
	return "", fmt.Errorf("no %s in %s", file, strings.Join(folders, " or "))
}

// onOwn measures on the project's own gold, as far as it is there.
func onOwn(_ string, extract Extractor) (string, error) {
	all, err := ownGold(Own, append(ownLearned, ownTest...))
	if err != nil {
		return "", err
	}
	if all == nil {
		return fmt.Sprintf("It is not here: run this in the root of the source, which has %s.\n", Own), nil
	}
	page, err := Records(all, extract)
	return strings.NewReplacer("\n### ", "\n#### ", "## ", "### ").Replace(page), err
}
