package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"strings"

	"demarche/cmd/internal/exam"
	"demarche/loader"
	"demarche/loader/article"
)

const confidenceData = `Statements: Political News Attribution Relations corpus (PolNeAR) 1.0, development part. Demands: 40 articles of PolNeAR with their
  demands, and five articles with records of all kinds, annotated for this program. All kinds: the project's own gold, varied.jsonl and plain.jsonl
  of loader/testdata/gold. Names of signs and their weights are in the model, no text.`

// trainConfidence learns how probable it is that records are right, and writes the weights and their card.
func trainConfidence(arguments []string) error {
	flags := flag.NewFlagSet("confidence", flag.ContinueOnError)
	out := flags.String("out", "loader/extract/confidence/weights.txt", "file of weights to write; its card goes beside it")
	if err := flags.Parse(arguments); err != nil {
		return err
	}
	if flags.NArg() != 1 {
		return errors.New("name the folder of the corpora, as 'demarche eval extract' has it")
	}
	l, err := loader.Default()
	if err != nil {
		return err
	}
	own, err := exam.OwnGold(exam.Own)
	if err != nil {
		return err
	}
	if own == nil {
		return fmt.Errorf("no gold in %s: run this in the root of the source", exam.Own)
	}
	model, scores, err := exam.Confidences(flags.Arg(0), own, func(paths []string) ([]byte, error) { return signed(l, paths) })
	if err != nil {
		return err
	}
	fmt.Print(scores)
	return card{
		title:   "Weights of confidence",
		about:   "How probable it is that a record is right, by its signs; read by package loader/extract/confidence.",
		data:    confidenceData,
		licence: "that of the program. The annotation of PolNeAR is published for research.",
		command: "go run ./cmd/train confidence " + strings.Join(arguments, " "),
		scored:  "Scores, each article measured with weights that learned from others",
		scores:  scores,
	}.write(*out, []byte(model.String()))
}

// signed reads articles and writes their records with what their confidence rests on.
func signed(l *loader.Loader, paths []string) ([]byte, error) {
	var out bytes.Buffer
	for a, err := range article.Read(context.Background(), paths, nil) {
		if err != nil {
			return nil, err
		}
		stages := l.Read(a)
		records := stages.Interchange()
		records.AddSigns(stages.Records)
		if err := json.NewEncoder(&out).Encode(records); err != nil {
			return nil, err
		}
	}
	return out.Bytes(), nil
}
