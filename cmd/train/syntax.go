package main

import (
	"crypto/sha256"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"demarche/loader/lang/conllu"
	"demarche/loader/lang/syntax"
)

// cluster counts; the treebanks and the news text decide which words are alike.
const (
	fineClusters   = 400
	coarseClusters = 50
	clusterLeast   = 4
	clusterRounds  = 6
)

// trainSyntax trains tags, trees and lemmas, and writes the model and its card.
func trainSyntax(arguments []string) error {
	flags := flag.NewFlagSet("syntax", flag.ContinueOnError)
	out := flags.String("out", "loader/lang/models/syntax.bin", "model file to write; its card goes beside it")
	dev := flags.String("dev", "", "treebanks to score on, separated by commas")
	news := flags.String("text", "", "folder of running text (*.txt) for the word clusters")
	how := syntax.Training{Workers: 2}
	flags.Uint64Var(&how.Seed, "seed", 1, "of the order of sentences")
	flags.IntVar(&how.TagEpochs, "tag-epochs", 5, "times that the tagger sees the treebanks")
	flags.IntVar(&how.ParseEpochs, "parse-epochs", 6, "times that the parser sees the treebanks")
	flags.IntVar(&how.Folds, "folds", 3, "parts of the treebanks that are tagged by models of the others")
	if err := flags.Parse(arguments); err != nil {
		return err
	}
	start := time.Now()
	how.Log = func(format string, values ...any) {
		fmt.Fprintf(os.Stderr, "%6.1fs %s\n", time.Since(start).Seconds(), fmt.Sprintf(format, values...))
	}
	sentences, err := readTreebanks(flags.Args())
	if err != nil {
		return err
	}
	text, err := readText(*news)
	if err != nil {
		return err
	}
	how.Clusters = wordClusters(sentences, text)
	how.Log("%d words in clusters", len(how.Clusters))
	file, err := syntax.Train(sentences, how)
	if err != nil {
		return err
	}
	how.Log("%d bytes", len(file))
	if err := os.WriteFile(*out, file, 0o644); err != nil {
		return err
	}
	scores, err := scoreSyntax(file, *dev)
	if err != nil {
		return err
	}
	fmt.Print(scores)
	card := fmt.Sprintf(cardFormat, strings.Join(arguments, " "), scores, len(file), sha256.Sum256(file))
	return os.WriteFile(strings.TrimSuffix(*out, filepath.Ext(*out))+".md", []byte(card), 0o644)
}

// cardFormat takes the arguments, scores, size and checksum.
const cardFormat = `# Syntax model

Penn and universal tags, lemmas and basic dependency trees of English; read by package loader/lang/syntax.

* Data: Universal Dependencies English EWT 2.16, train (CC BY-SA 4.0; https://universaldependencies.org/treebanks/en_ewt)
  and English GUM 2.16 without its non-commercial genres, train (annotation CC BY 4.0; https://gucorpling.org/gum).
  Word clusters also from the running text of PolNeAR 1.0, train: cluster numbers only, no text of it is in the model.
* Licence of the model: CC BY-SA 4.0, as it derives from EWT.
* Made by: go run ./cmd/train syntax %s
* Scores in percent on the development parts, given the words:

%s
* Size: %d bytes
* SHA-256: %x
`

func wordClusters(sentences []*conllu.Sentence, text [][]string) map[string][2]int {
	for _, s := range sentences {
		var words []string
		for _, word := range s.Words {
			words = append(words, word.Form)
		}
		text = append(text, words)
	}
	fine := syntax.Cluster(text, fineClusters, clusterLeast, clusterRounds)
	coarse := syntax.Cluster(text, coarseClusters, clusterLeast, clusterRounds)
	both := make(map[string][2]int, len(fine))
	for word, cluster := range fine {
		both[word] = [2]int{cluster, coarse[word]}
	}
	return both
}

// scoreSyntax scores a model on treebanks, a line each.
func scoreSyntax(file []byte, paths string) (string, error) {
	model, err := syntax.Open(file)
	if err != nil {
		return "", err
	}
	var lines strings.Builder
	for path := range strings.SplitSeq(paths, ",") {
		if path == "" {
			continue
		}
		sentences, err := readTreebank(path)
		if err != nil {
			return "", err
		}
		start := time.Now()
		score := model.Score(sentences)
		fmt.Fprintf(os.Stderr, "%.0f words/s\n", float64(score.Words)/time.Since(start).Seconds())
		fmt.Fprintf(&lines, "      %s: %s\n", filepath.Join(filepath.Base(filepath.Dir(path)), filepath.Base(path)), score)
	}
	return lines.String(), nil
}
