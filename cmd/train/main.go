// Command train makes the models that loader/lang embeds. Every model is made by one
// command, which its card repeats:
//
//	go run ./cmd/train segment [flags] TRAIN.conllu.gz ...
//	go run ./cmd/train syntax [flags] TRAIN.conllu.gz ...
//	go run ./cmd/train coref [flags] GUM.conllu.gz ...
//	go run ./cmd/train attribution [flags] POLNEAR/train
//	go run ./cmd/train confidence [flags] CORPORA
//
// and one says what the groups of features of the attribution model are good for:
//
//	go run ./cmd/train ablation [flags] CORPORA
//
// Each reads with the models before it, as they are embedded: after a change of one, those behind it are to be made anew.
// The same data, flags and seed give the same bytes on processors of one kind.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"time"
)

func main() {
	if err := run(os.Args[1:]); err != nil && !errors.Is(err, flag.ErrHelp) {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func run(arguments []string) error {
	models := map[string]func([]string) error{
		"segment": trainSegment, "syntax": trainSyntax, "coref": trainCoref, "attribution": trainAttribution,
		"confidence": trainConfidence, "ablation": ablate,
	}
	if len(arguments) > 0 {
		if train := models[arguments[0]]; train != nil {
			return train(arguments[1:])
		}
	}
	return errors.New("no such model; run: train segment|syntax|coref|attribution|confidence|ablation [flags] and the files to learn from")
}

// progress writes lines with the seconds since now to standard error.
func progress() func(format string, values ...any) {
	start := time.Now()
	return func(format string, values ...any) {
		fmt.Fprintf(os.Stderr, "%6.1fs %s\n", time.Since(start).Seconds(), fmt.Sprintf(format, values...))
	}
}
