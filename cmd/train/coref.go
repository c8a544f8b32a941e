package main

import (
	"crypto/sha256"
	"errors"
	"flag"
	"fmt"
	"slices"
	"strings"

	"demarche/loader/lang/conllu"
	"demarche/loader/lang/coref"
	"demarche/loader/lang/coref/score"
	"demarche/loader/lang/models"
	"demarche/loader/lang/syntax"
)

// corefData takes the checksum of the syntax model.
const corefData = `Universal Dependencies English GUM 2.16 without its non-commercial genres, train (annotation CC BY 4.0;
  https://gucorpling.org/gum), once with its own tags, trees, names and speakers, and once with the tags, trees and names
  that the syntax model with the SHA-256 %x finds.`

// trainCoref trains coreference on treebanks of GUM and writes the model and its card.
func trainCoref(arguments []string) error {
	flags := flag.NewFlagSet("coref", flag.ContinueOnError)
	out := flags.String("out", "loader/lang/models/coref.txt", "model file to write; its card goes beside it")
	dev := flags.String("dev", "", "treebank of GUM to score on")
	how := coref.Training{Log: progress()}
	flags.Uint64Var(&how.Seed, "seed", 1, "of the order of documents")
	flags.IntVar(&how.Epochs, "epochs", 8, "times that all documents are seen")
	flags.Float64Var(&how.Rate, "rate", 0.1, "length of steps")
	flags.Float64Var(&how.Shrink, "shrink", 0.01, "strength of the penalty for weights")
	flags.Float64Var(&how.FalseNew, "false-new", 1.5, "cost of beginning an entity that was there")
	flags.Float64Var(&how.FalseJoin, "false-join", 0.3, "cost of joining an entity where there is none to join")
	flags.Float64Var(&how.WrongJoin, "wrong-join", 1, "cost of joining the wrong entity")
	flags.Float64Var(&how.Least, "least", 0.05, "weights nearer to zero are left out")
	if err := flags.Parse(arguments); err != nil {
		return err
	}
	if flags.NArg() == 0 {
		return errors.New("no treebank to learn from: name CoNLL-U files of GUM")
	}
	model, err := syntax.Load()
	if err != nil {
		return err
	}
	var examples []coref.Example
	for _, path := range flags.Args() {
		texts, err := readGUM(path)
		if err != nil {
			return err
		}
		for _, t := range texts {
			examples = append(examples, t.Example(), t.Analysed(score.Parsed(model)).Example())
		}
	}
	file := coref.Train(examples, how)
	scores, err := scoreCoref(file, *dev, model)
	if err != nil {
		return err
	}
	fmt.Print(scores)
	return card{
		title:   "Coreference model",
		about:   "Weights that say which mentions of an English text mean the same; read by package loader/lang/coref.",
		data:    fmt.Sprintf(corefData, sha256.Sum256(models.Syntax)),
		licence: treebankLicence,
		command: "go run ./cmd/train coref " + strings.Join(arguments, " "),
		scores:  scores,
	}.write(*out, file)
}

func readGUM(path string) ([]*score.Text, error) {
	sentences, err := conllu.ReadFile(path)
	if err != nil {
		return nil, err
	}
	texts, err := score.Read(sentences, true)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return texts, nil
}

// scoreCoref scores a model on a treebank, with gold and predicted trees, with and without speakers.
func scoreCoref(file []byte, path string, model *syntax.Model) (string, error) {
	if path == "" {
		return "", nil
	}
	resolve, err := coref.Open(file)
	if err != nil {
		return "", err
	}
	sentences, err := conllu.ReadFile(path)
	if err != nil {
		return "", err
	}
	var lines strings.Builder
	for _, c := range []struct {
		name     string
		speakers bool
		analyse  func(*coref.Document)
	}{
		{"predicted trees and names, speakers unknown", false, score.Parsed(model)},
		{"predicted trees and names, speakers of transcripts given", true, score.Parsed(model)},
		{"gold trees and names, speakers of transcripts given", true, nil},
	} {
		result, err := score.GUM(sentences, c.speakers, c.analyse, resolve)
		if err != nil {
			return "", fmt.Errorf("%s: %w", path, err)
		}
		fmt.Fprintf(&lines, "      %s, %s (%d documents, %d words)\n", shortName(path), c.name, result.Documents, result.Words)
		writeCoref(&lines, result)
	}
	return lines.String(), nil
}

func writeCoref(lines *strings.Builder, r score.Result) {
	for _, part := range []struct {
		name string
		score.Metrics
	}{
		{"named and pronominal mentions, by head", r.Named.Head},
		{"named and pronominal mentions, exact", r.Named.Exact},
		{"with descriptions, by head", r.Described.Head},
		{"with descriptions, exact", r.Described.Exact},
	} {
		fmt.Fprintf(lines, "        %s: %s\n", part.name, part.Metrics)
	}
	var links []string
	for _, form := range []coref.Form{coref.Named, coref.Nominal, coref.Pronoun} {
		links = append(links, fmt.Sprintf("%s %s", form, r.Links[form]))
	}
	fmt.Fprintf(lines, "        links to the nearest mention before: %s\n", strings.Join(links, "; "))
	var genres []string
	for genre, m := range r.Genres {
		genres = append(genres, fmt.Sprintf("%s %.1f", genre, 100*m.CoNLL()))
	}
	slices.Sort(genres)
	fmt.Fprintf(lines, "        CoNLL of named and pronominal mentions, by genre: %s\n", strings.Join(genres, ", "))
}
