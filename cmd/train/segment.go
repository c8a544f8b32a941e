package main

import (
	"flag"
	"fmt"
	"strings"

	"demarche/loader/lang/conllu"
	"demarche/loader/lang/score"
	"demarche/loader/lang/segment"
	"demarche/loader/lang/train"
)

// trainSegment trains words and sentences, and writes the model and its card.
func trainSegment(arguments []string) error {
	flags := flag.NewFlagSet("segment", flag.ContinueOnError)
	out := flags.String("out", "loader/lang/models/segment.bin", "model file to write; its card goes beside it")
	dev := flags.String("dev", "", "treebanks to score on, separated by commas")
	o := train.Options{Log: progress()}
	flags.Uint64Var(&o.Seed, "seed", 1, "of all that is random")
	flags.IntVar(&o.Epochs, "epochs", 16, "times that the treebanks are seen")
	if err := flags.Parse(arguments); err != nil {
		return err
	}
	treebanks, err := readTreebanks(flags.Args())
	if err != nil {
		return err
	}
	file, err := train.Segment(treebanks, o)
	if err != nil {
		return err
	}
	model, err := segment.Open(file)
	if err != nil {
		return err
	}
	scores, err := scoresOf(*dev, func(lines *strings.Builder, name string, sentences []*conllu.Sentence) error {
		fmt.Fprintf(lines, "      %s, running text: %s\n", name, score.Cuts(sentences, model))
		return nil
	})
	if err != nil {
		return err
	}
	return card{
		title:   "Segmentation model",
		about:   "Sentences and words of English text; read by package loader/lang/segment.",
		data:    treebankData,
		licence: treebankLicence,
		command: "go run ./cmd/train segment " + strings.Join(arguments, " "),
		scores:  scores,
	}.write(*out, file)
}
