package main

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"github.com/spf13/cobra"

	"demarche/cmd/demarche/internal/desk"
	"demarche/cmd/demarche/internal/watch"
	"demarche/loader/article"
	"demarche/queue"
)

func newWatch(a *app) *cobra.Command {
	var enqueue bool
	command := &cobra.Command{
		Use:   "watch DIR|FEED...",
		Short: "Load what appears in folders and feeds",
		Long: `Load what appears in folders and feeds, until interrupted. A FEED is the address
of an RSS or Atom feed, http:// or https://.

Folders are looked at every watch.poll; a file is loaded when it no longer grows,
and again when it has changed. Feeds are asked for every watch.interval, and send
nothing when they have not changed. What was loaded is remembered in watch.path,
so that a restart goes on where it ended. An article that goes from a folder or a
feed stays in the store.`,
		Example: `  demarche watch incoming/ https://example.org/news.atom
  demarche watch --enqueue incoming/    # and let "demarche worker" load`,
		Args: wants(1, -1, "DIR or FEED"),
		RunE: func(c *cobra.Command, sources []string) error {
			if enqueue && c.Flags().Changed("precise") {
				return usageError{errors.New("--enqueue leaves the loading to 'demarche worker'; give it --precise")}
			}
			if enqueue {
				l := &lazyQueue{app: a}
				defer l.Close()
				return a.watch(c.Context(), sources, l.take)
			}
			return a.with(c.Context(), writing, func(office *office) error {
				return a.watch(c.Context(), sources, a.taker(office.desk))
			})
		},
	}
	command.Flags().BoolVar(&enqueue, "enqueue", false, "put the articles into the queue, for 'demarche worker' to load")
	a.preciseFlag(command)
	return command
}

// take is what becomes of a new article: it says what that was. An error that
// wraps errUnreadable is the article's; others may pass.
type take func(ctx context.Context, a article.Article) (string, error)

// errUnreadable means that the article will never be taken.
var errUnreadable = errors.New("the article cannot be taken")

// taker loads at once.
func (a *app) taker(d *desk.Desk) take {
	return func(ctx context.Context, one article.Article) (string, error) {
		entry, err := d.Read(one)
		if err != nil {
			return "", fmt.Errorf("%w: %w", errUnreadable, err)
		}
		changes, err := d.Store(ctx, []desk.Entry{entry})
		if err != nil {
			return "", err
		}
		return string(changes[0]), nil
	}
}

// take leaves the loading to workers.
func (l *lazyQueue) take(ctx context.Context, a article.Article) (string, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	_, err := l.send(ctx, a)
	if errors.Is(err, queue.ErrTooBig) {
		err = fmt.Errorf("%w: %w", errUnreadable, err)
	}
	return "enqueued", err
}

// watcher looks at the sources, each at its own pace, and takes one article at a
// time.
type watcher struct {
	*app
	mu   sync.Mutex
	take take
}

func (a *app) watch(ctx context.Context, sources []string, take take) (err error) {
	memory, err := watch.Open(a.cfg.Watch.Path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, memory.Close()) }()
	w := &watcher{app: a, take: take}
	var group sync.WaitGroup
	defer group.Wait()
	for _, source := range sources {
		if watch.IsFeed(source) {
			feed := watch.NewFeed(source, memory, watch.FeedOptions{
				Interval: a.cfg.Watch.Interval, Timeout: a.cfg.Watch.Timeout, MaxSize: int64(a.cfg.Load.MaxFileSize),
				Agent: "demarche/" + version(),
			})
			group.Go(func() { w.feed(ctx, feed) })
			continue
		}
		folder, err := watch.NewFolder(source, memory)
		if err != nil {
			return err
		}
		group.Go(func() { w.folder(ctx, folder) })
	}
	fmt.Fprintf(a.stdout, "watching %d %s\n", len(sources), plural(len(sources), "source"))
	<-ctx.Done()
	return nil
}

// one takes an article and tells the user. What will never be taken counts as taken.
func (w *watcher) one(ctx context.Context, a article.Article) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	done, err := w.take(ctx, a)
	if errors.Is(err, errUnreadable) {
		w.say(err)
		return nil
	}
	if err == nil {
		fmt.Fprintf(w.stdout, "%-9s  %s  %s\n", done, a.Source, a.Title)
	}
	return err
}

// say tells the user what went wrong.
func (w *watcher) say(err error) { fmt.Fprintf(w.stderr, "demarche: %s\n", err) }

func (w *watcher) feed(ctx context.Context, feed *watch.Feed) {
	refuse := func(err error) { w.say(err) }
	for ctx.Err() == nil {
		err := feed.Look(ctx, func(a article.Article) error { return w.one(ctx, a) }, refuse)
		if err != nil && ctx.Err() == nil {
			w.say(fmt.Errorf("%w; it is asked again in %s", err, feed.Wait()))
		}
		wait(ctx, feed.Wait())
	}
}

func (w *watcher) folder(ctx context.Context, folder *watch.Folder) {
	said := "" // what was said already is not said at every look
	for ; ctx.Err() == nil; wait(ctx, w.cfg.Watch.Poll) {
		wrong := w.look(ctx, folder)
		if wrong != nil && ctx.Err() == nil && wrong.Error() != said {
			w.say(fmt.Errorf("%w; it is tried again", wrong))
		}
		said = ""
		if wrong != nil {
			said = wrong.Error()
		}
	}
}

// look takes what is new in the folder. It ends at the first file that cannot be
// taken now.
func (w *watcher) look(ctx context.Context, folder *watch.Folder) error {
	var wrong error
	for file, err := range folder.New() {
		if err != nil {
			wrong = err
			continue
		}
		for in := range w.readFile(ctx, file.Path) {
			if in.err != nil {
				w.say(in.err)
			} else if err := w.one(ctx, in.article); err != nil {
				return err
			}
		}
		if ctx.Err() != nil {
			return ctx.Err() // the file may be read in part
		}
		if err := folder.Taken(file); err != nil {
			return err
		}
	}
	return wrong
}
