package exam

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"demarche/cmd/internal/exam/tally"
	"demarche/loader/lang/polnear"
)

// Extractor writes what the articles of files say in the interchange format.
type Extractor func(paths []string) ([]byte, error)

// Extract measures an extractor on the corpora of a folder, as a page in Markdown. The folder holds data, articles and
// eval/gold.
func Extract(folder string, extract Extractor) (string, error) {
	var page strings.Builder
	for _, part := range []struct {
		title   string
		measure func(folder string, extract Extractor) (string, error)
	}{
		{"Attributions in PolNeAR dev", onAttributions},
		{"Demands in 40 articles of PolNeAR", onDemands},
		{"Five articles, all kinds of record", onArticles},
		{"Sentences of PLOVER, even numbers", onSentences},
		{"Confidence", onConfidence},
	} {
		text, err := part.measure(folder, extract)
		if err != nil {
			return "", fmt.Errorf("%s: %w", part.title, err)
		}
		fmt.Fprintf(&page, "\n## %s\n\n%s", part.title, text)
	}
	return page.String()[1:], nil
}

// system returns what an extractor finds in files.
func system(paths []string, extract Extractor) ([]tally.Article, error) {
	output, err := extract(paths)
	if err != nil {
		return nil, err
	}
	return tally.Read(output, "the extracted records")
}

func onAttributions(folder string, extract Extractor) (string, error) {
	gold, found, err := attributionsOf(folder, extract)
	if err != nil {
		return "", err
	}
	score, err := tally.Attributions(gold, found)
	if err != nil {
		return "", err
	}
	return score.Markdown(), nil
}

// attributionsOf is gold and system of the texts in which attributions are marked.
func attributionsOf(folder string, extract Extractor) (gold []polnear.Article, found []tally.Article, err error) {
	folder = filepath.Join(folder, "data", "polnear", "dev")
	if gold, err = polnear.Read(folder); err != nil {
		return nil, nil, err
	}
	found, err = system([]string{filepath.Join(folder, "text")}, extract)
	return gold, found, err
}

// ContentSource is how well an extractor finds who says what on the corpora of a folder: F1 of contents that overlap and have the right source.
func ContentSource(folder string, extract Extractor) (float64, error) {
	gold, found, err := attributionsOf(folder, extract)
	if err != nil {
		return 0, err
	}
	j, err := tally.JudgeAttributions(gold, found)
	return j.From(0).F1(), err
}

func onDemands(folder string, extract Extractor) (string, error) {
	gold, found, err := demandsOf(folder, extract)
	if err != nil {
		return "", err
	}
	return tally.Records(gold, found, "demands").Markdown(), nil
}

func onArticles(folder string, extract Extractor) (string, error) {
	gold, found, err := articlesOf(folder, extract)
	if err != nil {
		return "", err
	}
	return tally.Records(gold, found).Markdown(), nil
}

// demandsOf is gold and system of the articles in which all demands are marked.
func demandsOf(folder string, extract Extractor) (gold, found []tally.Article, err error) {
	corpus := filepath.Join(folder, "data", "polnear")
	texts := []string{filepath.Join(corpus, "dev", "text"), filepath.Join(corpus, "train", "text")}
	return readBoth(filepath.Join(folder, "eval", "gold", "demands-dev.jsonl"), texts, extract)
}

// articlesOf is gold and system of the articles in which records of all kinds are marked.
func articlesOf(folder string, extract Extractor) (gold, found []tally.Article, err error) {
	return readBoth(filepath.Join(folder, "eval", "gold", "articles.jsonl"), []string{filepath.Join(folder, "articles")}, extract)
}

// readBoth reads a file of gold, and what an extractor finds in its texts, which are in one of the folders.
func readBoth(file string, folders []string, extract Extractor) (gold, found []tally.Article, err error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, nil, err
	}
	if gold, err = tally.Read(data, file); err != nil {
		return nil, nil, err
	}
	var paths []string
	for _, a := range gold {
		path, err := find(a.File, folders)
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

// onSentences writes each sentence to a file of its own, which the extractor then reads like any article.
func onSentences(folder string, extract Extractor) (string, error) {
	data, err := os.ReadFile(filepath.Join(folder, "data", "plover", "records-even.json"))
	if err != nil {
		return "", err
	}
	gold, err := tally.ReadCoded(data)
	if err != nil {
		return "", err
	}
	texts, err := os.MkdirTemp("", "sentences-")
	if err != nil {
		return "", err
	}
	defer os.RemoveAll(texts)
	for _, one := range gold {
		if err := os.WriteFile(filepath.Join(texts, one.File), []byte(one.Text+"\n"), 0o600); err != nil {
			return "", err
		}
	}
	found, err := system([]string{texts}, extract)
	if err != nil {
		return "", err
	}
	return tally.Demands(gold, found).Markdown(), nil
}
