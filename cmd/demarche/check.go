package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"demarche/schema"
	"demarche/schema/issues"
)

func newCheck(a *app) *cobra.Command {
	var quiet bool
	command := &cobra.Command{
		Use:   "check",
		Short: "Verify the catalogue, the issues, the queries and the stored articles",
		Long: `Verify the catalogue, the issues, the queries and the stored articles: every quad belongs to
an article or a review, every quotation is what the article has at its place,
every actor is described and known, every review is whole, the indexes agree with
each other. Offices that overlap, or
that an article dates otherwise than the catalogue, are warnings. The exit code
is 1 when there are errors.`,
		Example: "  demarche check",
		Args:    wants(0, 0, ""),
		RunE:    func(c *cobra.Command, _ []string) error { return a.check(c.Context(), quiet) },
	}
	command.Flags().BoolVarP(&quiet, "quiet", "q", false, "leave out warnings")
	return command
}

func (a *app) check(ctx context.Context, quiet bool) error {
	bad := 0
	list := func(what string, lines []string) {
		for _, line := range lines {
			fmt.Fprintf(a.stdout, "%s: %s\n", what, line)
		}
	}
	catalogue, err := a.catalogue()
	if err != nil {
		return err
	}
	problems := schema.Check(catalogue.Now())
	fmt.Fprintf(a.stdout, "catalogue: %d actors, %d warnings\n", len(catalogue.Actors()), len(problems))
	if !quiet {
		for _, p := range problems {
			list("warning", []string{p.String()})
		}
	}
	known, err := a.issues()
	if err != nil {
		return err
	}
	doubts := issues.Check(known, func(actor string) bool {
		_, ok := catalogue.Actor(actor)
		return ok
	})
	fmt.Fprintf(a.stdout, "issues: %d, %d warnings\n", len(known.Issues()), len(doubts))
	if !quiet {
		for _, p := range doubts {
			list("warning", []string{p.String()})
		}
	}
	set, err := a.querySet()
	if err != nil {
		return err
	}
	all, broken := set.List()
	fmt.Fprintf(a.stdout, "queries: %d\n", len(all))
	for _, err := range split(broken) {
		bad++
		list("error", []string{err.Error()})
	}
	err = a.with(ctx, reading, func(office *office) error {
		said, err := office.desk.Check(ctx)
		if err != nil {
			return err
		}
		stored, err := office.store.Check(ctx)
		if err != nil {
			return err
		}
		warned := len(said.Warnings) + said.MoreWarnings
		reviews := ""
		if said.Reviews > 0 {
			reviews = fmt.Sprintf(", %d %s", said.Reviews, plural(said.Reviews, "review"))
		}
		fmt.Fprintf(a.stdout, "store: %d articles%s, %d quads, %d values, %d warnings\n", said.Articles, reviews, stored.Quads, stored.Nodes, warned)
		bad += len(said.Errors) + said.MoreErrors + len(stored.Problems) + stored.More
		list("error", stored.Problems)
		list("error", said.Errors)
		if !quiet {
			list("warning", said.Warnings)
		}
		return nil
	})
	if errors.Is(err, errNoStore) {
		fmt.Fprintln(a.stdout, "store: there is none yet")
		err = nil
	}
	if err == nil && bad > 0 {
		err = fmt.Errorf("%w: %d", errFound, bad)
	}
	return err
}
