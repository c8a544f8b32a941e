package main

import (
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"demarche/loader/lang/conllu"
)

func readTreebanks(paths []string) ([]*conllu.Sentence, error) {
	if len(paths) == 0 {
		return nil, errors.New("no treebank to learn from: name CoNLL-U files")
	}
	var all []*conllu.Sentence
	for _, path := range paths {
		sentences, err := readTreebank(path)
		if err != nil {
			return nil, err
		}
		all = append(all, sentences...)
	}
	return all, nil
}

func readTreebank(path string) ([]*conllu.Sentence, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	var reader io.Reader = file
	if strings.HasSuffix(path, ".gz") {
		if reader, err = gzip.NewReader(file); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
	}
	sentences, err := conllu.ReadAll(reader)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return sentences, nil
}

// readText splits the files of a folder into words, a paragraph each: roughly as treebanks
// do, which is enough to count neighbours.
func readText(folder string) ([][]string, error) {
	if folder == "" {
		return nil, nil
	}
	paths, err := filepath.Glob(filepath.Join(folder, "*.txt"))
	if err != nil {
		return nil, err
	}
	if len(paths) == 0 {
		return nil, fmt.Errorf("no *.txt in %s", folder)
	}
	var all [][]string
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		for line := range strings.Lines(string(text)) {
			all = append(all, pieces.FindAllString(contractions.Replace(line), -1))
		}
	}
	return all, nil
}

var (
	contractions = strings.NewReplacer("n't", " n't", "n’t", " n’t")
	pieces       = regexp.MustCompile(`(?i)[a-z]\.([a-z]\.)+|(Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Jr|St)\.|[0-9][0-9.,]*[0-9]|n['’]t|['’](s|re|ve|ll|d|m)\b|[\pL\pN]+|[^\s]`)
)
