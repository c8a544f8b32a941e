package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/cayleygraph/quad"
	"github.com/spf13/cobra"

	"demarche/cmd/demarche/internal/desk"
	"demarche/graph"
	"demarche/queue"
)

func newWorker(a *app) *cobra.Command {
	var drain bool
	command := &cobra.Command{
		Use:   "worker",
		Short: "Load the articles that wait in the queue",
		Long: `Load the articles that wait in the queue, until interrupted.

Articles come into the queue with "demarche load --enqueue", "demarche watch
--enqueue" and POST /api/articles?queue=true. An article leaves it when the store
has what it says, so none is lost when a worker is killed; loading it again
changes nothing, so none is there twice.

Any number of workers, on any number of machines, may fill one PostgreSQL store;
the stores of one machine have one writer. What cannot be loaded becomes a dead
letter ("demarche queue dead").`,
		Example: `  demarche load --enqueue articles/ && demarche worker --drain
  DEMARCHE_QUEUE_URL=nats://queue.example.org:4222 demarche worker`,
		Args: wants(0, 0, ""),
		RunE: func(c *cobra.Command, _ []string) error {
			return a.with(c.Context(), writing, func(office *office) error { return a.work(c.Context(), office, drain) })
		},
	}
	command.Flags().BoolVar(&drain, "drain", false, "end when the queue is empty")
	a.preciseFlag(command)
	return command
}

// work loads what is in the queue until ctx ends or, with drain, until it is empty.
func (a *app) work(ctx context.Context, office *office, drain bool) error {
	w := newCrew(a, office)
	defer func() { fmt.Fprintln(a.stdout, w.summary()) }()
	for {
		q, err := a.openQueue(ctx)
		if err != nil {
			return err
		}
		a.log.Info("working", "in_hand", a.cfg.inHand(), "workers", a.cfg.workers(), "store", a.cfg.Store.Backend)
		err = w.serve(ctx, q, a.cfg.inHand(), drain)
		q.Close()
		if !errors.Is(err, queue.ErrLost) || ctx.Err() != nil {
			return err
		}
		// The server was in a process that has ended. The next call starts one here, or finds another's.
		a.log.Warn("the queue's server has gone; opening the queue again")
	}
}

// serve works on one open queue.
func (w *crew) serve(ctx context.Context, q *queue.Queue, inHand int, drain bool) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	if drain {
		go func() {
			defer stop()
			for ctx.Err() == nil {
				if c, err := q.Counts(ctx); err == nil && c.Waiting+c.InHand == 0 {
					return
				}
				wait(ctx, 200*time.Millisecond)
			}
		}()
	}
	return q.Work(ctx, inHand, w.handle)
}

// wait waits, at most until ctx ends.
func wait(ctx context.Context, d time.Duration) {
	select {
	case <-ctx.Done():
	case <-time.After(d):
	}
}

// crew loads articles of the queue: it reads as many at a time as load.workers
// says, and stores together those that are ready together.
type crew struct {
	*app
	office *office
	slots  chan struct{} // one for each article that is being read
	ready  chan filing
	done   chan struct{}
	counts map[desk.Change]int // of the filing goroutine; read after close
}

// filing is an article that is ready to be stored.
type filing struct {
	entry  desk.Entry
	result chan error
}

func newCrew(a *app, office *office) *crew {
	w := &crew{app: a, office: office, slots: make(chan struct{}, a.cfg.workers()), ready: make(chan filing),
		done: make(chan struct{}), counts: map[desk.Change]int{}}
	go w.file()
	return w
}

// close waits until all is stored.
func (w *crew) close() {
	select {
	case <-w.done:
	default:
		close(w.ready)
		<-w.done
	}
}

func (w *crew) summary() string {
	w.close()
	total := 0
	for _, n := range w.counts {
		total += n
	}
	return fmt.Sprintf("%d %s loaded: %d new, %d changed, %d unchanged", total, plural(total, "article"),
		w.counts[desk.NewArticle], w.counts[desk.ChangedArticle], w.counts[desk.UnchangedArticle])
}

// handle loads one article. An error of the article is refused for good, one of
// the store is for another attempt, and while the store does not answer at all
// the article is held.
func (w *crew) handle(ctx context.Context, m queue.Message) error {
	a, err := articleOf(m)
	if err != nil {
		return queue.Refuse(err)
	}
	w.slots <- struct{}{}
	entry, err := w.office.desk.Read(a)
	<-w.slots
	var crash *desk.CrashError
	if errors.As(err, &crash) {
		w.log.Error("reading an article failed", "source", crash.Source, "panic", crash.Thrown, "stack", string(crash.Stack))
		return queue.Refuse(err)
	}
	entry.Article.Text = ""
	for pause := time.Second; ; pause = min(2*pause, time.Minute) {
		result := make(chan error, 1)
		w.ready <- filing{entry, result}
		err := <-result
		if err == nil || w.answers(ctx) {
			return err
		}
		w.log.Warn("the store does not answer; the articles in hand wait", "error", err)
		wait(ctx, pause)
		if ctx.Err() != nil {
			return ctx.Err()
		}
	}
}

// answers reports whether the store can be read.
func (w *crew) answers(ctx context.Context) bool {
	ctx, cancel := context.WithTimeout(ctx, w.cfg.Limits.QueryTime)
	defer cancel()
	return w.office.store.View(ctx, func(v *graph.View) error {
		_, err := v.Label(quad.IRI("demarche:article/none"))
		return err
	}) == nil
}

// file stores what is ready, several articles in one transaction, until close.
func (w *crew) file() {
	defer close(w.done)
	for first := range w.ready {
		batch, quads := []filing{first}, len(first.entry.Quads)
	gather:
		for len(batch) < batchArticles && quads < batchQuads {
			select {
			case next, more := <-w.ready:
				if !more {
					break gather
				}
				batch, quads = append(batch, next), quads+len(next.entry.Quads)
			default:
				break gather
			}
		}
		if err := w.store(batch...); err != nil && len(batch) > 1 {
			// One of them may be at fault; the others are not to suffer for it.
			for _, one := range batch {
				one.result <- w.store(one)
			}
			continue
		} else if err != nil {
			batch[0].result <- err
			continue
		}
		for _, one := range batch {
			one.result <- nil
		}
	}
}

// store stores in one transaction. It goes on when the worker is to stop: what is
// ready is soon done.
func (w *crew) store(batch ...filing) error {
	ctx, cancel := context.WithTimeout(context.Background(), w.cfg.Limits.WriteTime)
	defer cancel()
	var entries []desk.Entry
	for _, one := range batch {
		entries = append(entries, one.entry)
	}
	changes, err := w.office.desk.Store(ctx, entries)
	for i, change := range changes {
		w.counts[change]++
		w.log.Debug("article", "source", entries[i].Article.Source, "iri", string(entries[i].IRI), "change", change)
	}
	return err
}
