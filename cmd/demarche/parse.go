package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
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

The reading of articles does not use these trees yet.`,
		Example: `  echo 'Kyiv urged Moscow to withdraw.' | demarche parse
  demarche parse --gold-tokens dev.conllu > system.conllu`,
		Args: wants(0, 1, "FILE"),
		RunE: func(_ *cobra.Command, files []string) error { return a.parse(files, goldTokens) },
	}
	command.Flags().BoolVar(&goldTokens, "gold-tokens", false, "the input is CoNLL-U, whose words and sentences are kept")
	return command
}

func (a *app) parse(files []string, goldTokens bool) error {
	model, err := syntax.Load()
	if err != nil {
		return err
	}
	in, name := a.stdin, "standard input"
	if len(files) == 1 && files[0] != "-" {
		file, err := os.Open(files[0])
		if err != nil {
			return err
		}
		defer file.Close()
		in, name = file, files[0]
	}
	p := parser{model: model, out: bufio.NewWriter(a.stdout)}
	if goldTokens {
		err = p.sentences(in)
	} else {
		err = p.text(in)
	}
	if err := errors.Join(err, p.out.Flush()); err != nil {
		return fmt.Errorf("parsing %s: %w", name, err)
	}
	return nil
}

// parser writes parsed sentences; tokens is kept between them.
type parser struct {
	model  *syntax.Model
	tokens []syntax.Token
	out    *bufio.Writer
}

// sentences parses the words of a CoNLL-U file anew.
func (p *parser) sentences(in io.Reader) error {
	reader := conllu.NewReader(in)
	for {
		s, err := reader.Next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if err := p.write(s); err != nil {
			return err
		}
	}
}

// text splits running text into sentences and words, and parses them.
func (p *parser) text(in io.Reader) error {
	data, err := io.ReadAll(in)
	if err != nil {
		return err
	}
	if !utf8.Valid(data) {
		return errors.New("it is not UTF-8; convert it first")
	}
	d := lang.Parse(string(data))
	for i, sentence := range d.Sentences {
		s := &conllu.Sentence{Comments: []string{
			fmt.Sprintf("sent_id = %d", i+1),
			"text = " + strings.Join(strings.Fields(sentence.Of(d.Text)), " "),
		}}
		for t := sentence.First; t < sentence.End; t++ {
			w := conllu.Word{Form: d.Word(t)}
			if t+1 < len(d.Tokens) && d.Tokens[t].End == d.Tokens[t+1].Begin {
				w.Misc = "SpaceAfter=No"
			}
			s.Words = append(s.Words, w)
		}
		if err := p.write(s); err != nil {
			return err
		}
	}
	return nil
}

// write parses the words of a sentence and writes it.
func (p *parser) write(s *conllu.Sentence) error {
	words := make([]string, len(s.Words))
	for i, w := range s.Words {
		words[i] = w.Form
	}
	p.tokens = p.model.Parse(words, p.tokens[:0])
	for i, t := range p.tokens {
		w := &s.Words[i]
		w.Lemma, w.UPOS, w.XPOS, w.Feats, w.Head, w.Rel = t.Lemma, t.UPOS, t.XPOS, "", t.Head+1, t.Rel
	}
	return conllu.Write(p.out, s)
}
