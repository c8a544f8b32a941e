package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"demarche/loader/lang"
	"demarche/loader/lang/conllu"
	"demarche/loader/lang/syntax"
)

func newParse(a *app) *cobra.Command {
	var goldTokens bool
	command := &cobra.Command{
		Use:   "parse [FILE]",
		Short: "Write tags, lemmas and trees of English text as CoNLL-U",
		Long: `Write tags, lemmas and dependency trees (Universal Dependencies) of English text
as CoNLL-U. Without FILE, or with -, standard input is read. Nothing is stored.

With --gold-tokens the input is CoNLL-U, and its words and sentences are kept.`,
		Example: `  echo 'Kyiv urged Moscow to withdraw.' | demarche parse
  demarche parse --gold-tokens dev.conllu > system.conllu`,
		Args: wants(0, 1, "FILE"),
		RunE: func(_ *cobra.Command, files []string) error { return a.parse(files, goldTokens) },
	}
	command.Flags().BoolVar(&goldTokens, "gold-tokens", false, "the input is CoNLL-U, whose words and sentences are kept")
	return command
}

func (a *app) parse(files []string, goldTokens bool) error {
	in, name := a.stdin, "standard input"
	if len(files) == 1 && files[0] != "-" {
		file, err := os.Open(files[0])
		if err != nil {
			return err
		}
		defer file.Close()
		in, name = file, files[0]
	}
	out := bufio.NewWriter(a.stdout)
	parse := parseText
	if goldTokens {
		parse = parseTokens
	}
	if err := errors.Join(parse(in, out), out.Flush()); err != nil {
		return fmt.Errorf("parsing %s: %w", name, err)
	}
	return nil
}

// together is how many sentences of a CoNLL-U file are parsed at a time.
const together = 200

// parseTokens parses the words of a CoNLL-U file anew.
func parseTokens(in io.Reader, out io.Writer) error {
	model, err := syntax.Load()
	if err != nil {
		return err
	}
	reader := conllu.NewReader(in)
	for {
		var some []*conllu.Sentence
		var ended error
		for len(some) < together && ended == nil {
			s, err := reader.Next()
			if ended = err; err == nil {
				some = append(some, s)
			}
		}
		model.Annotate(some)
		for _, s := range some {
			if err := conllu.Write(out, s); err != nil {
				return err
			}
		}
		if errors.Is(ended, io.EOF) {
			return nil
		}
		if ended != nil {
			return ended
		}
	}
}

// parseText splits running text into sentences and words, and parses them.
func parseText(in io.Reader, out io.Writer) error {
	data, err := io.ReadAll(in)
	if err != nil {
		return err
	}
	if !utf8.Valid(data) {
		return errors.New("it is not UTF-8; convert it first")
	}
	d := lang.Parse(string(data))
	for i := range d.Sentences {
		if err := conllu.Write(out, d.CoNLLU(i)); err != nil {
			return err
		}
	}
	return nil
}
