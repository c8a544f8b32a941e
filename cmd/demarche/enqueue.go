package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"sync"

	"demarche/loader"
	"demarche/loader/article"
	"demarche/queue"
	"demarche/server"
)

// openQueue opens the queue of the configuration. Only commands that use it call
// this: it may start a server.
func (a *app) openQueue(ctx context.Context) (*queue.Queue, error) {
	c := a.cfg.Queue
	return queue.Open(ctx, queue.Options{
		URL: c.URL, Path: c.Path, Replicas: c.Replicas, MaxMessages: c.MaxArticles, MaxBytes: int64(c.MaxSize),
		Attempts: c.Attempts, Wait: c.RetryWait, Silence: c.Silence, Log: a.log,
	})
}

// messageOf makes the message of an article. Its key is the article's IRI, so
// that versions of one article are loaded in their order.
func messageOf(a article.Article) (queue.Message, error) {
	body, err := json.Marshal(a)
	if err != nil {
		return queue.Message{}, fmt.Errorf("writing %s for the queue: %w", a.Source, err)
	}
	return queue.Message{Key: string(loader.IRI(a)), Version: a.Digest, Source: a.Source, Body: body}, nil
}

// articleOf gives the article of a message back.
func articleOf(m queue.Message) (a article.Article, err error) {
	if err := json.Unmarshal(m.Body, &a); err != nil {
		return a, fmt.Errorf("reading %s from the queue: it is no article: %w", m.Source, err)
	}
	return a, nil
}

// send puts an article into the queue, and reports whether it did not wait there
// already.
func send(ctx context.Context, q *queue.Queue, a article.Article) (bool, error) {
	m, err := messageOf(a)
	if err != nil {
		return false, err
	}
	isNew, err := q.Send(ctx, m)
	if err != nil {
		return false, fmt.Errorf("enqueuing %s: %w", a.Source, err)
	}
	return isNew, nil
}

// enqueue puts the articles of the files into the queue.
func (a *app) enqueue(ctx context.Context, paths []string, verbose bool) error {
	q := &lazyQueue{app: a}
	defer q.Close()
	bar := newProgress(a.stderr)
	defer bar.done()
	sent, waiting, refused := 0, 0, 0
	for in := range a.inputs(ctx, paths, bar) {
		err := in.err
		if err == nil {
			var isNew bool
			isNew, err = q.send(ctx, in.article)
			switch {
			case err == nil && isNew:
				sent++
			case err == nil:
				waiting++
			}
			if verbose && err == nil {
				bar.say(a.stdout, "enqueued   %s  %s: %s", in.article.Source, in.article.Title, string(loader.IRI(in.article)))
			}
		}
		var bad *article.Error
		switch {
		case err == nil:
		case errors.As(err, &bad), errors.Is(err, queue.ErrTooBig):
			refused++
			bar.say(a.stderr, "demarche: %s", err)
		default:
			fmt.Fprintln(a.stdout, enqueued(sent, waiting, refused))
			return err
		}
	}
	bar.done()
	fmt.Fprintln(a.stdout, enqueued(sent, waiting, refused))
	if err := context.Cause(ctx); err != nil {
		return err
	}
	if refused > 0 {
		return fmt.Errorf("%w: %d of them", errRefused, refused)
	}
	return nil
}

func enqueued(sent, waiting, refused int) string {
	text := fmt.Sprintf("%d %s enqueued", sent, plural(sent, "article"))
	if waiting > 0 {
		text += fmt.Sprintf(", %d waiting already", waiting)
	}
	if refused > 0 {
		text += fmt.Sprintf("; %d refused", refused)
	}
	return text
}

// lazyQueue is the queue for senders, opened when it is first used.
type lazyQueue struct {
	app  *app
	mu   sync.Mutex
	open *queue.Queue
}

// Enqueue implements server.Queue.
func (l *lazyQueue) Enqueue(ctx context.Context, name string, data []byte) ([]server.Queued, error) {
	var all []article.Article
	for a, err := range article.Decode(name, data) {
		if err != nil {
			return nil, refusal(err)
		}
		all = append(all, a)
	}
	if len(all) == 0 {
		return nil, fmt.Errorf("%w: %s: there is no article in it", server.ErrInvalid, name)
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	var answer []server.Queued
	for _, a := range all {
		isNew, err := l.send(ctx, a)
		if errors.Is(err, queue.ErrFull) {
			err = fmt.Errorf("%d of %d articles are in the queue: %w", len(answer), len(all), server.Kind(server.ErrBusy, err))
		}
		if errors.Is(err, queue.ErrTooBig) {
			err = server.Kind(server.ErrInvalid, err)
		}
		if err != nil {
			return nil, err
		}
		queued := server.Queued{IRI: string(loader.IRI(a)), Title: a.Title, Change: "queued"}
		if !isNew {
			queued.Change = "waiting"
		}
		answer = append(answer, queued)
	}
	return answer, nil
}

// send sends, and opens the queue again when its server went with another process.
func (l *lazyQueue) send(ctx context.Context, a article.Article) (isNew bool, err error) {
	for range 2 {
		if l.open == nil {
			if l.open, err = l.app.openQueue(context.WithoutCancel(ctx)); err != nil {
				return false, err
			}
		}
		if isNew, err = send(ctx, l.open, a); !errors.Is(err, queue.ErrLost) {
			return isNew, err
		}
		l.open.Close()
		l.open = nil
	}
	return false, err
}

// Close closes the queue if it was opened.
func (l *lazyQueue) Close() {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.open != nil {
		l.open.Close()
	}
}

var _ server.Queue = (*lazyQueue)(nil)
