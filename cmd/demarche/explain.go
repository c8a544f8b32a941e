package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"

	"github.com/cayleygraph/quad"
	"github.com/spf13/cobra"

	"demarche/cmd/demarche/internal/desk"
	"demarche/loader"
)

func newExplain(a *app) *cobra.Command {
	var quads bool
	command := &cobra.Command{
		Use:   "explain FILE",
		Short: "Print what every stage of reading makes of an article",
		Long: `Print what every stage of reading makes of an article: what is known of its
publication, sentences with the tag of each word and what it depends on, who is
mentioned, and the records with the rule that found each. Nothing is stored.`,
		Example: `  demarche explain article.html
  demarche explain --quads article.txt | grep actor/nato`,
		Args: wants(1, 1, "FILE"),
		RunE: func(c *cobra.Command, files []string) error { return a.explain(c.Context(), files, quads) },
	}
	a.preciseFlag(command)
	command.Flags().BoolVar(&quads, "quads", false, "print the quads as well")
	return command
}

func (a *app) explain(ctx context.Context, files []string, quads bool) error {
	l, catalogue, err := a.newLoader()
	if err != nil {
		return err
	}
	out := bufio.NewWriter(a.stdout)
	refused := 0
	for in := range a.inputs(ctx, files, nil) {
		err := in.err
		if err == nil {
			var stages loader.Stages
			if stages, err = desk.Stages(l, in.article); err == nil {
				writeStages(out, stages)
				if quads {
					writeQuads(out, loader.Quads(stages.Article, stages.Records, loader.KnownBy(catalogue)))
				}
			}
		}
		if err != nil {
			refused++
			fmt.Fprintf(a.stderr, "demarche: %s\n", err)
		}
	}
	if err := errors.Join(out.Flush(), context.Cause(ctx)); err != nil {
		return err
	}
	if refused > 0 {
		return fmt.Errorf("%w: %d of them", errRefused, refused)
	}
	return nil
}

func writeQuads(out *bufio.Writer, quads []quad.Quad) {
	fmt.Fprintln(out, "\nQUADS")
	for _, q := range quads {
		q.Label = nil // the article's, on every one
		fmt.Fprintf(out, "  %s\n", q.NQuad())
	}
}
