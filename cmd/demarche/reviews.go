package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"demarche/review"
)

func newReviews(a *app) *cobra.Command {
	command := &cobra.Command{
		Use:   "reviews",
		Short: "What reviewers decided about records, as a list, as gold and as agreement",
		Long: `What reviewers decided about records. Decisions are made in the browser or with
POST /api/reviews of a server that runs with a token.`,
		Example: `  demarche reviews list --verdict reject
  demarche reviews gold --texts texts > gold.jsonl
  demarche eval extract --gold gold.jsonl --texts texts
  demarche reviews agreement`,
	}
	command.AddCommand(newReviewsList(a), newReviewsGold(a), newReviewsAgreement(a), newReviewsUndo(a))
	return command
}

func newReviewsList(a *app) *cobra.Command {
	var f review.Filter
	var verdict string
	command := &cobra.Command{
		Use:   "list",
		Short: "List the decisions, the newest first",
		Long: `List the decisions, the newest first: when, who, what, the record, and its IRI. A
decision after which the reviewer decided otherwise is marked "earlier", one
whose record is found no longer "record gone", and "article removed" when its
article is gone, too.`,
		Example: `  demarche reviews list
  demarche reviews list --reviewer 'Anna Bell' --verdict correct`,
		Args: wants(0, 0, ""),
		RunE: func(c *cobra.Command, _ []string) error {
			f.Verdict = review.Verdict(verdict)
			if f.Verdict != "" && !slices.Contains(review.Verdicts, f.Verdict) {
				return usageError{fmt.Errorf("--verdict %q is none of accept, correct, reject", verdict)}
			}
			return a.with(c.Context(), reading, func(office *office) error { return a.listReviews(c.Context(), office, f) })
		},
	}
	flags := command.Flags()
	flags.StringVar(&f.Article, "article", "", "only of the article with this IRI")
	flags.StringVar(&f.Record, "record", "", "only of the record with this IRI")
	flags.StringVar(&f.Reviewer, "reviewer", "", "only of this reviewer")
	flags.StringVar(&verdict, "verdict", "", "only accept, correct or reject")
	return command
}

func (a *app) listReviews(ctx context.Context, office *office, f review.Filter) error {
	all, err := office.desk.Reviews().List(ctx, f)
	if err != nil {
		return err
	}
	out := tabwriter.NewWriter(a.stdout, 0, 0, 2, ' ', 0)
	for _, r := range all {
		note := ""
		switch {
		case !r.Latest:
			note = "earlier"
		case r.Removed:
			note = "article removed"
		case r.Found == "":
			note = "record gone"
		}
		fmt.Fprintf(out, "%s\t%s\t%s\t%s\t%s\t%s\n", r.Time.Format(time.RFC3339), r.Reviewer, r.Verdict, r.Label(), r.IRI, note)
	}
	return out.Flush()
}

func newReviewsGold(a *app) *cobra.Command {
	var reviewer, texts string
	command := &cobra.Command{
		Use:   "gold",
		Short: "Write the reviewed articles as gold for 'demarche eval extract'",
		Long: `Write the reviewed articles as gold, one JSON object an article: the records that
the reviewer holds to be right, with corrections; without --reviewer those that
more than half of their reviewers do. Records without a decision are optional, so
that they do not count (doc/gold.md).`,
		Example: `  demarche reviews gold --texts texts > gold.jsonl
  demarche reviews gold --reviewer 'Anna Bell'`,
		Args: wants(0, 0, ""),
		RunE: func(c *cobra.Command, _ []string) error {
			return a.with(c.Context(), reading, func(office *office) error {
				return a.writeGold(c.Context(), office.desk.Reviews(), reviewer, texts)
			})
		},
	}
	command.Flags().StringVar(&reviewer, "reviewer", "", "whose decisions (default: those of the majority)")
	command.Flags().StringVar(&texts, "texts", "", "folder into which the texts of the articles are written, under the names that the gold has")
	return command
}

// writeGold writes gold, and the texts into the folder, if one is named.
func (a *app) writeGold(ctx context.Context, book *review.Book, reviewer, folder string) error {
	all, err := book.Gold(ctx, reviewer)
	if err != nil {
		return err
	}
	if folder != "" {
		if err := os.MkdirAll(folder, 0o755); err != nil {
			return fmt.Errorf("making the folder of the texts: %w", err)
		}
	}
	buffer := bufio.NewWriter(a.stdout)
	out := json.NewEncoder(buffer)
	out.SetEscapeHTML(false)
	for _, article := range all {
		if folder != "" {
			if article.Text == nil {
				// There is nothing to measure on, and eval would stop for want of the text.
				fmt.Fprintf(a.stderr, "demarche: %s is removed, and left out with its decisions\n", article.IRI)
				continue
			}
			if err := os.WriteFile(filepath.Join(folder, article.File), []byte(*article.Text), 0o644); err != nil {
				return fmt.Errorf("writing the text of %s: %w", article.IRI, err)
			}
		}
		if err := out.Encode(article); err != nil {
			return fmt.Errorf("writing the gold: %w", err)
		}
	}
	if err := buffer.Flush(); err != nil {
		return fmt.Errorf("writing the gold: %w", err)
	}
	return nil
}

func newReviewsAgreement(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "agreement",
		Short: "How far the reviewers agree",
		Long: `How far the reviewers agree: Krippendorff's alpha of whether a record is right,
and of each field. It is 1 when all agree and 0 when they decide as by chance; "-"
where nothing can be compared, or all values are the same.`,
		Example: `  demarche reviews agreement`,
		Args:    wants(0, 0, ""),
		RunE: func(c *cobra.Command, _ []string) error {
			return a.with(c.Context(), reading, func(office *office) error { return a.showAgreement(c.Context(), office) })
		},
	}
}

func (a *app) showAgreement(ctx context.Context, office *office) error {
	found, err := office.desk.Reviews().Agreement(ctx)
	if err != nil {
		return err
	}
	out := tabwriter.NewWriter(a.stdout, 0, 0, 2, ' ', 0)
	fmt.Fprintln(out, "REVIEWER\tDECISIONS")
	for _, r := range found.Reviewers {
		fmt.Fprintf(out, "%s\t%d\n", r.Reviewer, r.Reviews)
	}
	fmt.Fprintf(out, "\nrecords with two or more reviewers: %d\n\nFIELD\tALPHA\tRECORDS\tVALUES\n", found.Records)
	for _, m := range found.Measures {
		if m.Units == 0 {
			continue
		}
		alpha := "-"
		if m.Alpha != nil {
			alpha = fmt.Sprintf("%.3f", *m.Alpha)
		}
		fmt.Fprintf(out, "%s\t%s\t%d\t%d\n", m.Field, alpha, m.Units, m.Values)
	}
	return out.Flush()
}

func newReviewsUndo(a *app) *cobra.Command {
	return &cobra.Command{
		Use:     "undo REVIEW",
		Short:   "Take out a decision, so that the reviewer's one before it counts",
		Example: `  demarche reviews undo demarche:review/0f9a3c5d7e1b2846`,
		Args:    wants(1, 1, "REVIEW"),
		RunE: func(c *cobra.Command, args []string) error {
			return a.withExisting(c.Context(), func(office *office) error {
				return office.desk.Reviews().Undo(c.Context(), args[0])
			})
		},
	}
}
