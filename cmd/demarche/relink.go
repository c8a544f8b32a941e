package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"
)

func newRelink(a *app) *cobra.Command {
	var dryRun bool
	command := &cobra.Command{
		Use:   "relink",
		Short: "Link stored actors that the catalogue knows by now",
		Long: `Link stored actors that the catalogue did not know when their articles were
loaded, and knows by now. The articles are not read again.`,
		Example: `  demarche relink --dry-run
  demarche relink`,
		Args: wants(0, 0, ""),
		RunE: func(c *cobra.Command, _ []string) error {
			if !dryRun {
				return a.withExisting(c.Context(), func(office *office) error { return a.relink(c.Context(), office) })
			}
			return a.with(c.Context(), reading, func(office *office) error {
				links, err := office.desk.Links(c.Context())
				for _, link := range links {
					fmt.Fprintf(a.stdout, "would link: %s\n", link)
				}
				return err
			})
		},
	}
	command.Flags().BoolVar(&dryRun, "dry-run", false, "list what would be linked, and change nothing")
	return command
}

// relink links what can be, and reports it.
func (a *app) relink(ctx context.Context, office *office) error {
	links, err := office.desk.Relink(ctx)
	if err != nil {
		return err
	}
	for _, link := range links {
		fmt.Fprintf(a.stdout, "linked: %s\n", link)
	}
	fmt.Fprintf(a.stdout, "%d %s linked\n", len(links), plural(len(links), "actor"))
	return nil
}
