package main

import (
	"fmt"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"demarche/cmd/demarche/internal/desk"
	"demarche/queries"
	"demarche/schema/issues"
)

func newIssues(a *app) *cobra.Command {
	command := &cobra.Command{
		Use:   "issues",
		Short: "Look up known issues, and add others",
		Long: `Look up known issues, and add others: what statements, demands and positions are
about. Queries with the parameter issue find all that is about an issue, or about
a narrower one.`,
		Example: `  demarche issues list nuclear
  demarche issues show nato-enlargement
  demarche issues add my-issues.yaml`,
	}
	command.AddCommand(newIssuesList(a), newIssuesShow(a), newIssuesAdd(a), newIssuesCheck(a))
	return command
}

func newIssuesList(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "list [TEXT]",
		Short: "List the known issues",
		Long:  "List the known issues, the narrower under the broader, or those whose id, name or phrases have the text in them.",
		Example: `  demarche issues list
  demarche issues list ceasefire`,
		Args: wants(0, 1, ""),
		RunE: func(_ *cobra.Command, args []string) error {
			known, err := a.issues()
			if err != nil {
				return err
			}
			out := tabwriter.NewWriter(a.stdout, 0, 0, 2, ' ', 0)
			if len(args) == 0 {
				writeTree(out, known, "", 0)
				return out.Flush()
			}
			for _, issue := range known.Issues() {
				if hasText(issue, args[0]) {
					fmt.Fprintf(out, "%s\t%s\n", issue.ID, issue.Name)
				}
			}
			return out.Flush()
		},
	}
}

// writeTree lists the issues under one, each under its broader one.
func writeTree(out *tabwriter.Writer, known *issues.Taxonomy, under string, depth int) {
	for _, issue := range known.Narrower(under) {
		fmt.Fprintf(out, "%s%s\t%s\n", strings.Repeat("  ", depth), issue.ID, issue.Name)
		writeTree(out, known, issue.ID, depth+1)
	}
}

// hasText reports whether something of an issue has the text in it.
func hasText(issue *issues.Issue, text string) bool {
	text = strings.ToLower(text)
	for _, list := range [][]string{{issue.ID, issue.Name}, issue.Words, issue.Opposite} {
		for _, words := range list {
			if strings.Contains(strings.ToLower(words), text) {
				return true
			}
		}
	}
	return false
}

func newIssuesShow(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "show ISSUE",
		Short: "Show what is known of an issue",
		Long:  "Show what is known of an issue, which is named by id, by name, or by one of its phrases.",
		Example: `  demarche issues show nato-enlargement
  demarche issues show "arms control"`,
		Args: wants(1, 1, "ISSUE"),
		RunE: func(_ *cobra.Command, args []string) error { return a.showIssue(args[0]) },
	}
}

func (a *app) showIssue(text string) error {
	known, err := a.issues()
	if err != nil {
		return err
	}
	issue, ok := known.Find(text)
	if !ok {
		var near []string
		for _, other := range known.Suggest(text, 3) {
			near = append(near, other.ID)
		}
		if len(near) > 0 {
			return fmt.Errorf("%w %q; did you mean %s?", queries.ErrUnknownIssue, text, strings.Join(near, ", "))
		}
		return fmt.Errorf("%w %q", queries.ErrUnknownIssue, text)
	}
	var narrower []string
	for _, other := range known.Narrower(issue.ID) {
		narrower = append(narrower, other.ID)
	}
	out := tabwriter.NewWriter(a.stdout, 0, 0, 2, ' ', 0)
	for _, field := range [][2]string{
		{"id", issue.ID}, {"name", issue.Name}, {"broader", issue.Broader}, {"narrower", strings.Join(narrower, "; ")},
		{"words", strings.Join(issue.Words, "; ")}, {"opposite", strings.Join(issue.Opposite, "; ")}, {"entry", issue.Line},
	} {
		if field[1] != "" {
			fmt.Fprintf(out, "%s\t%s\n", field[0], field[1])
		}
	}
	return out.Flush()
}

func newIssuesAdd(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "add FILE",
		Short: "Add the issues of a file, after checking them",
		Long: `Add the issues of a YAML file, in the format of the program's own:

  issues:
    - name: Fishing in the North Sea
      broader: fisheries
      words: ["North Sea + fish|fishing|quota"]

The file is checked against all known issues and copied into the folder that
folders.issues names. A mistake is reported with file and line, and nothing is
changed. Articles that are loaded from then on, or again, are about the new issues.`,
		Example: "  demarche issues add my-issues.yaml",
		Args:    wants(1, 1, "FILE"),
		RunE: func(c *cobra.Command, args []string) error {
			data, err := a.readEntries(args[0])
			if err != nil {
				return err
			}
			return a.withEmpty(c.Context(), func(office *office) error {
				added, err := office.desk.AddIssues(a.cfg.Folders.Issues, args[0], data)
				if err != nil {
					return err
				}
				fmt.Fprintf(a.stdout, "added %d %s: %s\n", len(added.Issues), plural(len(added.Issues), "issue"), added.File)
				a.warnOfIssues(added)
				return nil
			})
		},
	}
}

func newIssuesCheck(a *app) *cobra.Command {
	return &cobra.Command{
		Use:     "check FILE",
		Short:   "Check a file of issues, and keep nothing",
		Long:    "Check whether the issues of a file can join the known ones. Nothing is changed.",
		Example: "  demarche issues check my-issues.yaml",
		Args:    wants(1, 1, "FILE"),
		RunE: func(c *cobra.Command, args []string) error {
			data, err := a.readEntries(args[0])
			if err != nil {
				return err
			}
			return a.withEmpty(c.Context(), func(office *office) error {
				added, err := office.desk.CheckIssues(args[0], data)
				if err != nil {
					return err
				}
				fmt.Fprintf(a.stdout, "%d %s can be added\n", len(added.Issues), plural(len(added.Issues), "issue"))
				a.warnOfIssues(added)
				return nil
			})
		},
	}
}

func (a *app) warnOfIssues(added *desk.AddedIssues) {
	for _, warning := range added.Warnings {
		fmt.Fprintf(a.stdout, "warning: %s\n", warning)
	}
}
