package main

import (
	"bufio"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"demarche/cmd/demarche/internal/export"
)

func newExport(a *app) *cobra.Command {
	var format string
	var index bool
	command := &cobra.Command{
		Use:   "export",
		Short: "Write all that is stored for other programs",
		Long: `Write all that is stored for other programs, on standard output:

  nquads   one quad a line; the graph is the article or review
  jsonld   a named graph for each article and review
  graphml  articles, records and actors as nodes, for drawing; without texts and reviews
  csv      article, subject, predicate, object and datatype, one quad a row

IRIs are written in full.`,
		Example: `  demarche export --format nquads | gzip > news.nq.gz
  demarche export --format graphml > news.graphml`,
		Args: wants(0, 0, ""),
		RunE: func(c *cobra.Command, _ []string) error {
			out := bufio.NewWriter(a.stdout)
			w, err := export.New(out, format, index)
			if err != nil {
				return usageError{fmt.Errorf("--format: %w", err)}
			}
			err = a.with(c.Context(), reading, func(office *office) error {
				return office.desk.Each(c.Context(), w.Article)
			})
			if err != nil {
				return err
			}
			return errors.Join(w.Close(), out.Flush())
		},
	}
	command.Flags().StringVar(&format, "format", "nquads", "one of "+strings.Join(export.Formats(), ", "))
	command.Flags().BoolVar(&index, "index", false, "write the index entries, too, which follow from the rest")
	return command
}
