package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"demarche/loader/lang/conllu"
	"demarche/loader/lang/segment"
	"demarche/loader/lang/train"
)

// readTreebanks reads the files that a model learns from.
func readTreebanks(paths []string) ([]train.Treebank, error) {
	if len(paths) == 0 {
		return nil, errors.New("no treebank to learn from: name CoNLL-U files")
	}
	var all []train.Treebank
	for _, path := range paths {
		sentences, err := conllu.ReadFile(path)
		if err != nil {
			return nil, err
		}
		if len(sentences) == 0 {
			return nil, fmt.Errorf("%s has no sentences", path)
		}
		_, entities := sentences[0].Comment("global.Entity")
		all = append(all, train.Treebank{Sentences: sentences, Entities: entities})
	}
	return all, nil
}

// longestSentence is how many words a sentence of running text may have to be learned from.
const longestSentence = 100

// readText splits the files of a folder into sentences and words.
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
	model, err := segment.Load()
	if err != nil {
		return nil, err
	}
	var all [][]string
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		text := string(data)
		words, ends := model.Split(text, segment.Piece{Begin: 0, End: len(text)})
		first := 0
		for _, end := range ends {
			if end-first <= longestSentence {
				var sentence []string
				for _, w := range words[first:end] {
					sentence = append(sentence, text[w.Begin:w.End])
				}
				all = append(all, sentence)
			}
			first = end
		}
	}
	return all, nil
}
