package main

import (
	"errors"
	"flag"
	"fmt"
	"strings"

	"demarche/loader/lang"
	"demarche/loader/lang/attribution"
	"demarche/loader/lang/polnear"
	"demarche/loader/lang/score"
	"demarche/loader/lang/train"
	"demarche/schema"
)

const polnearData = `Political News Attribution Relations corpus (PolNeAR) 1.0, train (Newell et al. 2018;
  https://github.com/networkdynamics/PolNeAR): the annotation, over texts that the embedded segmentation and syntax models read.
  Weights of words and of features are in the model, no text.`

// trainAttribution trains who says what, and writes the model and its card.
func trainAttribution(arguments []string) error {
	flags := flag.NewFlagSet("attribution", flag.ContinueOnError)
	out := flags.String("out", "loader/lang/models/attribution.bin", "model file to write; its card goes beside it")
	dev := flags.String("dev", "", "folder of annotated articles to score on")
	o := train.Options{Log: progress()}
	flags.Uint64Var(&o.Seed, "seed", 1, "of all that is random")
	flags.IntVar(&o.Epochs, "epochs", 10, "times that the articles are seen")
	without := flags.String("without", "", "groups of features to do without, separated by commas: "+strings.Join(attribution.GroupNames(), ", "))
	if err := flags.Parse(arguments); err != nil {
		return err
	}
	if flags.NArg() == 0 {
		return errors.New("no articles to learn from: name folders of PolNeAR")
	}
	hidden, err := attribution.ParseGroups(*without)
	if err != nil {
		return err
	}
	var articles []polnear.Article
	for _, folder := range flags.Args() {
		more, err := polnear.Read(folder)
		if err != nil {
			return err
		}
		articles = append(articles, more...)
	}
	known, err := schema.Default()
	if err != nil {
		return err
	}
	parser := lang.Parser{Known: known}
	file, err := train.Attribution(articles, parser, hidden, o)
	if err != nil {
		return err
	}
	model, err := attribution.Open(file)
	if err != nil {
		return err
	}
	scores := ""
	if *dev != "" {
		articles, err := polnear.Read(*dev)
		if err != nil {
			return err
		}
		scores = fmt.Sprintf("      %s, F1 in percent: %s\n", shortName(*dev), score.Attributions(articles, parser, model.Without(hidden)))
		fmt.Print(scores)
	}
	return card{
		title:   "Attribution model",
		about:   "Who is said to say what: cues, sources and contents in English news; read by package loader/lang/attribution.",
		data:    polnearData,
		licence: "as that of the syntax model, whose output it reads: CC BY-SA 4.0. The annotation is published for research.",
		command: "go run ./cmd/train attribution " + strings.Join(arguments, " "),
		scores:  scores,
	}.write(*out, file)
}
