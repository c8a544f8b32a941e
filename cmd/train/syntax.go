package main

import (
	"flag"
	"fmt"
	"strings"

	"demarche/loader/lang/conllu"
	"demarche/loader/lang/score"
	"demarche/loader/lang/syntax"
	"demarche/loader/lang/train"
	"demarche/schema"
)

// trainSyntax trains tags, trees, names and lemmas, and writes the model and its card.
func trainSyntax(arguments []string) error {
	flags := flag.NewFlagSet("syntax", flag.ContinueOnError)
	out := flags.String("out", "loader/lang/models/syntax.bin", "model file to write; its card goes beside it")
	dev := flags.String("dev", "", "treebanks to score on, separated by commas")
	news := flags.String("text", "", "folder of running text (*.txt) that the teachers annotate")
	o := train.SyntaxOptions{Options: train.Options{Log: progress()}}
	flags.Uint64Var(&o.Seed, "seed", 1, "of all that is random")
	flags.IntVar(&o.Epochs, "epochs", 12, "times that the teachers see the treebanks")
	flags.IntVar(&o.Teachers, "teachers", 3, "networks that annotate the text; without text none is needed")
	flags.IntVar(&o.StudentEpochs, "student-epochs", 12, "times that the last network sees the treebanks")
	flags.IntVar(&o.TreebankEpochs, "treebank-epochs", 3, "of these, in the end, without text")
	flags.Float64Var(&o.TextPerEpoch, "text-share", 0.5, "share of the text that is seen each other time")
	if err := flags.Parse(arguments); err != nil {
		return err
	}
	treebanks, err := readTreebanks(flags.Args())
	if err != nil {
		return err
	}
	if o.Text, err = readText(*news); err != nil {
		return err
	}
	if len(o.Text) == 0 {
		o.Teachers = 0
	}
	if o.Known, err = schema.Default(); err != nil {
		return err
	}
	file, err := train.Syntax(treebanks, o)
	if err != nil {
		return err
	}
	model, err := syntax.Open(file)
	if err != nil {
		return err
	}
	scores, err := scoresOf(*dev, func(lines *strings.Builder, name string, sentences []*conllu.Sentence) error {
		fmt.Fprintf(lines, "      %s, words given: %s\n", name, model.Score(sentences))
		if _, entities := sentences[0].Comment("global.Entity"); entities {
			names, err := score.Names(sentences, model, o.Known)
			if err != nil {
				return err
			}
			fmt.Fprintf(lines, "      %s, names: %s\n", name, names)
		}
		return nil
	})
	if err != nil {
		return err
	}
	data := treebankData
	if *news != "" {
		data += "\n  Trees that earlier networks found in the running text of PolNeAR 1.0, train; no text of it is in the model."
	}
	return card{
		title:   "Syntax model",
		about:   "Penn and universal tags, lemmas, basic dependency trees and names of English; read by package loader/lang/syntax.",
		data:    data,
		licence: treebankLicence,
		command: "go run ./cmd/train syntax " + strings.Join(arguments, " "),
		scores:  scores,
	}.write(*out, file)
}
