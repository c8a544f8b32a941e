package main

import (
	"encoding/json"
	"fmt"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"demarche/queries"
)

func newQueries(a *app) *cobra.Command {
	var asJSON bool
	command := &cobra.Command{
		Use:   "queries [NAME]",
		Short: "List the saved questions, or explain one",
		Long: `List the saved questions, or explain one.

A file of your own in the folder that folders.queries names is a question like
any other as soon as it is there.`,
		Example: `  demarche queries
  demarche queries who-demanded`,
		Args: wants(0, 1, ""),
		RunE: func(_ *cobra.Command, args []string) error {
			set, err := a.querySet()
			if err != nil {
				return err
			}
			if len(args) == 1 {
				q, err := set.Get(args[0])
				if err != nil {
					return err
				}
				return a.showQuery(q, asJSON)
			}
			return a.listQueries(set, asJSON)
		},
	}
	command.Flags().BoolVar(&asJSON, "json", false, "write JSON")
	return command
}

func (a *app) listQueries(set *queries.Set, asJSON bool) error {
	all, broken := set.List()
	if asJSON {
		if err := a.writeJSON(all); err != nil {
			return err
		}
		return broken
	}
	out := tabwriter.NewWriter(a.stdout, 0, 0, 2, ' ', 0)
	for _, q := range all {
		fmt.Fprintf(out, "%s\t%s\n", q.Name, q.Title)
	}
	if err := out.Flush(); err != nil {
		return err
	}
	return broken
}

func (a *app) showQuery(q *queries.Query, asJSON bool) error {
	if asJSON {
		return a.writeJSON(q)
	}
	fmt.Fprintf(a.stdout, "%s: %s\n\n%s\n\nParameters\n", q.Name, q.Title, wrapped(q.Explanation))
	out := tabwriter.NewWriter(a.stdout, 0, 0, 2, ' ', 0)
	for _, p := range q.Parameters {
		note := p.Explanation
		switch {
		case p.Required:
			note += " (required)"
		case p.Default != "":
			note += " (default " + p.Default + ")"
		}
		kind := string(p.Type)
		if len(p.Choices) > 0 {
			kind = strings.Join(p.Choices, "|")
		}
		fmt.Fprintf(out, "  --%s\t%s\t%s\n", p.Name, kind, note)
	}
	if err := out.Flush(); err != nil {
		return err
	}
	var columns []string
	for _, column := range q.Columns {
		columns = append(columns, column.Name)
	}
	fmt.Fprintf(a.stdout, "\nColumns\n  %s\n\nExample\n  demarche ask %s%s\n\nFile\n  %s\n",
		strings.ReplaceAll(wrapped(strings.Join(columns, ", ")), "\n", "\n  "), q.Name, example(q), q.File)
	return nil
}

// writeJSON writes a value on standard output, for programs and people.
func (a *app) writeJSON(value any) error {
	out := json.NewEncoder(a.stdout)
	out.SetEscapeHTML(false)
	out.SetIndent("", "  ")
	return out.Encode(value)
}
