package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"

	"github.com/spf13/cobra"

	"demarche/cmd/internal/exam"
)

func newEval(a *app) *cobra.Command {
	command := &cobra.Command{
		Use:   "eval",
		Short: "Measure the program on annotated corpora",
		Example: `  demarche eval lang --corpora ../shared/data
  demarche eval extract --gold coded.jsonl --texts articles/`,
		Args: cobra.NoArgs,
	}
	command.AddCommand(newEvalLang(a), newEvalExtract(a))
	return command
}

func newEvalLang(a *app) *cobra.Command {
	folder := "../shared/data"
	command := &cobra.Command{
		Use:   "lang",
		Short: "Measure words, sentences, tags, trees, names, coreference and their speed",
		Long: `Measure the language engine: words, sentences, tags, trees, names and coreference
against treebanks, and its speed on news texts, as a table in Markdown.

The folder of corpora holds ud-ewt/dev.conllu.gz, ud-gum/dev.conllu.gz and
polnear/dev/text/*.txt. Words a second are runs of letters and digits.`,
		Example: `  demarche eval lang --corpora ../shared/data`,
		Args:    cobra.NoArgs,
		RunE:    func(*cobra.Command, []string) error { return a.evalLang(folder) },
	}
	command.Flags().StringVar(&folder, "corpora", folder, "folder of the corpora")
	return command
}

func (a *app) evalLang(folder string) error {
	catalogue, err := a.catalogue()
	if err != nil {
		return err
	}
	rows, err := exam.Lang(folder, catalogue.Now())
	if err != nil {
		return fmt.Errorf("measuring the language engine: %w", err)
	}
	fmt.Fprintln(a.stdout, "| measure | on | figure |\n|---|---|---|")
	for _, row := range rows {
		fmt.Fprintf(a.stdout, "| %s | %s | %s |\n", row.Measure, row.On, row.Figure)
	}
	return nil
}

func newEvalExtract(a *app) *cobra.Command {
	var e extraction
	command := &cobra.Command{
		Use:   "extract",
		Short: "Measure statements, demands and other records against gold",
		Long: `Measure what 'demarche extract' finds against gold, as tables in Markdown: shares
of what is right, by cue, rule, polarity and kind of quotation, and above each
confidence; and how far confidences can be trusted.

Gold of one's own is a file that has what 'demarche extract' writes as an annotator
would have it. The kinds of record that it has are measured (doc/gold.md).

The folder of corpora holds

  data/polnear/dev                attributions of texts
  data/polnear/{dev,train}/text   the texts of eval/gold/demands-dev.jsonl
  articles                        the texts of eval/gold/articles.jsonl
  data/plover/records-even.json   sentences with codes; those with even numbers count

and the gold of the project is in loader/testdata/gold of its source, below the
working directory.`,
		Example: `  demarche eval extract --gold coded.jsonl --texts articles/
  demarche eval extract --corpora ../shared
  demarche eval extract --counts > schema/frames/counts.yaml`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			if len(e.gold) > 0 && (e.counts || c.Flags().Changed("corpora")) {
				return usageError{errors.New("--gold goes with neither --corpora nor --counts, which measure on other gold")}
			}
			if len(e.texts) > 0 && len(e.gold) == 0 {
				return usageError{errors.New("--texts needs --gold, the file that says what is right")}
			}
			return a.evalExtract(c.Context(), e)
		},
	}
	flags := command.Flags()
	flags.StringVar(&e.corpora, "corpora", "../shared", "folder of the corpora")
	flags.StringSliceVar(&e.gold, "gold", nil, "files of gold, instead of the corpora")
	flags.StringSliceVar(&e.texts, "texts", nil, "folders of the texts of the gold (default: the folder of each file)")
	flags.BoolVar(&e.counts, "counts", false, "write only how often each rule for demands was right, as YAML")
	return command
}

// extraction is what is to be measured of what is extracted.
type extraction struct {
	corpora     string
	gold, texts []string // files, and folders of their texts
	counts      bool
}

func (a *app) evalExtract(ctx context.Context, e extraction) error {
	extract := func(paths []string) ([]byte, error) {
		var out bytes.Buffer
		inner := *a // the same program, with its own output
		inner.stdout = &out
		inner.cfg.Load.Precise = false // what is sure is measured apart
		err := inner.extract(ctx, paths, true)
		if errors.Is(err, errRefused) && out.Len() > 0 {
			err = nil // the tables count the texts that are missing
		}
		return out.Bytes(), err
	}
	page, err := a.measure(e, extract)
	if err != nil {
		return fmt.Errorf("measuring what is extracted: %w", err)
	}
	if _, err := io.WriteString(a.stdout, page); err != nil {
		return fmt.Errorf("writing the tables: %w", err)
	}
	return nil
}

func (a *app) measure(e extraction, extract exam.Extractor) (string, error) {
	switch {
	case len(e.gold) > 0:
		var all []exam.Gold
		for _, file := range e.gold {
			texts := e.texts
			if len(texts) == 0 {
				texts = []string{filepath.Dir(file)}
			}
			all = append(all, exam.Gold{File: file, Texts: texts})
		}
		return exam.Records(all, extract)
	case e.counts:
		set, err := a.frames()
		if err != nil {
			return "", err
		}
		return exam.Counts(e.corpora, extract, set.Rules())
	}
	return exam.Extract(e.corpora, extract)
}
