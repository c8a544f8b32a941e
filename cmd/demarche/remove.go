package main

import (
	"fmt"

	"github.com/spf13/cobra"
)

func newRemove(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "remove ARTICLE",
		Short: "Take out an article and all that it said",
		Long: `Take out an article and all that it said, in one transaction. The article is
named by its IRI, by its address, or by a part of its IRI, headline or file name
that no other article has.`,
		Example: `  demarche remove https://example.org/2021/12/17/news.html
  demarche remove 01_draft_treaties.txt`,
		Args: wants(1, 1, "ARTICLE"),
		RunE: func(c *cobra.Command, args []string) error {
			return a.withExisting(c.Context(), func(office *office) error {
				iri, err := office.desk.Find(c.Context(), args[0])
				if err != nil {
					return err
				}
				n, err := office.desk.Remove(c.Context(), iri)
				if err != nil {
					return err
				}
				fmt.Fprintf(a.stdout, "removed %s: %d quads\n", string(iri), n)
				return nil
			})
		},
	}
}
