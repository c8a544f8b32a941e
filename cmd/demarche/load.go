package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"demarche/cmd/demarche/internal/desk"
	"demarche/graph"
)

// A batch is stored in one transaction: large enough to be quick, small enough
// that an interrupted load loses little.
const (
	batchArticles = 64
	batchQuads    = 50_000
)

func newLoad(a *app) *cobra.Command {
	var o loadOptions
	var enqueue bool
	command := &cobra.Command{
		Use:   "load PATH...",
		Short: "Read articles and store what they say",
		Long: `Read articles and store what they say.

A PATH is a file, a folder (all files below it), a glob pattern, or - for
standard input. What a file holds decides how it is read: page text, HTML, JSON
or JSON Lines, RSS or Atom, each also compressed with gzip. Loading an article
again replaces what it said; loading the same article twice changes nothing.

Files that cannot be read are reported with the reason, and the rest is loaded;
the exit code is 3 then.`,
		Example: `  demarche load articles/
  demarche load 'pages/2021-*.html' feed.xml dump.jsonl.gz
  curl -s https://example.org/news.html | demarche load -
  demarche load --dry-run --verbose articles/`,
		Args: wants(1, -1, "PATH"),
		RunE: func(c *cobra.Command, paths []string) error {
			if enqueue {
				for _, other := range []string{"dry-run", "relink", "precise"} {
					if c.Flags().Changed(other) {
						return usageError{fmt.Errorf("--enqueue leaves the loading to 'demarche worker'; leave out --%s", other)}
					}
				}
				return a.enqueue(c.Context(), paths, o.verbose)
			}
			access := writing
			if o.dryRun {
				access = reading
			}
			err := a.with(c.Context(), access, func(office *office) error { return a.load(c.Context(), office, paths, o) })
			if o.dryRun && errors.Is(err, errNoStore) {
				return a.withEmpty(c.Context(), func(office *office) error { return a.load(c.Context(), office, paths, o) })
			}
			return err
		},
	}
	command.Flags().BoolVar(&o.dryRun, "dry-run", false, "read and report, but store nothing")
	command.Flags().BoolVar(&o.relink, "relink", false, "afterwards, link stored actors that the catalogue knows by now")
	command.Flags().BoolVar(&enqueue, "enqueue", false, "put the articles into the queue, for 'demarche worker' to load")
	a.preciseFlag(command)
	command.Flags().BoolVarP(&o.verbose, "verbose", "v", false, "report every article")
	return command
}

type loadOptions struct{ dryRun, relink, verbose bool }

// withEmpty does the work on an empty store that is gone afterwards.
func (a *app) withEmpty(ctx context.Context, work func(*office) error) (err error) {
	store, err := graph.Open(ctx, graph.Options{Backend: graph.Memory})
	if err != nil {
		return err
	}
	office, err := a.furnish(store)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, office.Close()) }()
	return work(office)
}

// loading is a load under way.
type loading struct {
	*app
	office   *office
	options  loadOptions
	progress *progress
	batch    []desk.Entry
	quads    int
	counts   map[desk.Change]int
	refused  int
}

// load reads the files, several articles at a time, and stores batch by batch.
func (a *app) load(ctx context.Context, office *office, paths []string, o loadOptions) error {
	if a.cfg.Store.Backend == graph.Memory && !o.dryRun {
		a.log.Warn("store.backend is memory: what is loaded is gone when the program ends")
	}
	l := &loading{app: a, office: office, options: o, progress: newProgress(a.stderr), counts: map[desk.Change]int{}}
	defer l.progress.done()
	a.log.Info("loading", "workers", a.cfg.workers(), "store", a.cfg.Store.Backend)
	for r := range inOrder(ctx, a.cfg.workers(), a.inputs(ctx, paths, l.progress), l.read) {
		if r.err != nil {
			l.refuse(r.err)
			continue
		}
		if err := l.take(ctx, r.entry); err != nil {
			return err
		}
	}
	// Stopped by the user, the batch at hand is still whole: keep it.
	err := l.store(context.WithoutCancel(ctx))
	if err = errors.Join(err, context.Cause(ctx)); err != nil {
		l.summary()
		return err
	}
	return l.finish(ctx)
}

// result is an article that was read, or why it was not.
type result struct {
	entry desk.Entry
	err   error
}

func (l *loading) read(in input) result {
	if in.err != nil {
		return result{err: in.err}
	}
	entry, err := l.office.desk.Read(in.article)
	var crash *desk.CrashError
	if errors.As(err, &crash) {
		l.log.Error("reading an article failed", "source", crash.Source, "panic", crash.Thrown, "stack", string(crash.Stack))
	}
	entry.Article.Text = "" // the quads have it; a batch need not hold it twice
	return result{entry, err}
}

func (l *loading) refuse(err error) {
	l.refused++
	l.progress.say(l.stderr, "demarche: %s", err)
}

// take adds an article to the batch, and stores the batch when it is full.
func (l *loading) take(ctx context.Context, e desk.Entry) error {
	l.batch = append(l.batch, e)
	l.quads += len(e.Quads)
	if len(l.batch) < batchArticles && l.quads < batchQuads {
		return nil
	}
	return l.store(ctx)
}

func (l *loading) store(ctx context.Context) error {
	if len(l.batch) == 0 {
		return nil
	}
	store := l.office.desk.Store
	if l.options.dryRun {
		store = l.office.desk.Compare
	}
	changes, err := store(ctx, l.batch)
	if err != nil {
		return err
	}
	for i, change := range changes {
		e := l.batch[i]
		l.counts[change]++
		l.log.Debug("article", "source", e.Article.Source, "iri", string(e.IRI), "change", change, "quads", len(e.Quads))
		if l.options.verbose {
			l.progress.say(l.stdout, "%-9s  %s  %s\n           %d statements, %d demands, %d events, %d positions: %s",
				change, e.Article.Source, e.Article.Title, e.Statements, e.Demands, e.Events, e.Positions, string(e.IRI))
		}
	}
	l.batch, l.quads = slices.Delete(l.batch, 0, len(l.batch)), 0
	return nil
}

// finish relinks where that is wanted, and sums up.
func (l *loading) finish(ctx context.Context) error {
	l.progress.done()
	l.summary()
	if l.options.relink && !l.options.dryRun {
		if err := l.relink(ctx, l.office); err != nil {
			return err
		}
	}
	if l.refused > 0 {
		return fmt.Errorf("%w: %d of them", errRefused, l.refused)
	}
	return nil
}

func (l *loading) summary() {
	var parts []string
	total := 0
	for _, change := range []desk.Change{desk.NewArticle, desk.ChangedArticle, desk.UnchangedArticle} {
		if n := l.counts[change]; n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, change))
			total += n
		}
	}
	text := fmt.Sprintf("%d %s", total, plural(total, "article"))
	if len(parts) > 0 {
		text += ": " + strings.Join(parts, ", ")
	}
	if l.refused > 0 {
		text += fmt.Sprintf("; %d refused", l.refused)
	}
	if l.options.dryRun {
		text += " (nothing stored)"
	}
	fmt.Fprintln(l.stdout, text)
}

// plural returns the noun for a number of things.
func plural(n int, noun string) string {
	if n == 1 {
		return noun
	}
	return noun + "s"
}
