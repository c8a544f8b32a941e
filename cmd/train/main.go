// Command train makes the models that loader/lang embeds. Every model is made by one
// command, which its card repeats:
//
//	go run ./cmd/train syntax [flags] TRAIN.conllu.gz ...
//
// The same data, flags and seed give the same bytes.
package main

import (
	"fmt"
	"os"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func run(arguments []string) error {
	if len(arguments) > 0 && arguments[0] == "syntax" {
		return trainSyntax(arguments[1:])
	}
	return fmt.Errorf("no such model; run: train syntax [flags] and the treebank files to learn from")
}
