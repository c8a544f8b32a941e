package queue

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"
)

// Handler does the work of one message. It is called again for a message that
// was done already when the word of that was lost, so it must do no harm then.
type Handler func(ctx context.Context, m Message) error

// refusal is an error that another attempt would not mend.
type refusal struct{ error }

func (r refusal) Unwrap() error { return r.error }

// Refuse marks an error of a handler as one that another attempt would not mend:
// the message becomes a dead letter at once. Its text is kept as the reason.
func Refuse(err error) error { return refusal{err} }

// Work hands messages to n handlers at a time until ctx ends, and returns nil
// then, when the handlers have finished what they had. Messages whose handler
// fails because ctx ended go back for others at once. ErrLost means that the server
// has gone; what was in hand comes again to whoever opens the queue next.
func (q *Queue) Work(ctx context.Context, n int, handle Handler) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	var group sync.WaitGroup
	failures := make(chan error, n+1)
	group.Go(func() {
		defer stop() // what is in hand will be given to others: no use in going on
		for ctx.Err() == nil && !q.conn.IsClosed() {
			pause(ctx, 200*time.Millisecond)
		}
		if ctx.Err() == nil {
			failures <- ErrLost
		}
	})
	for range n {
		group.Go(func() {
			defer stop() // what ends one ends all
			failures <- q.workOne(ctx, handle)
		})
	}
	group.Wait()
	close(failures)
	for err := range failures {
		if err != nil {
			return err
		}
	}
	return nil
}

// workOne takes one message after the other.
func (q *Queue) workOne(ctx context.Context, handle Handler) error {
	for ctx.Err() == nil {
		message, err := q.next(ctx)
		switch {
		case err == nil:
			q.do(ctx, message, handle)
		case ctx.Err() != nil:
			return nil
		case q.conn.IsClosed():
			return q.lost(err)
		case !errors.Is(err, nats.ErrTimeout):
			q.o.Log.Warn("asking the queue for work", "error", err)
			pause(ctx, 500*time.Millisecond)
		}
	}
	return nil
}

// next waits for a message, for some seconds.
func (q *Queue) next(ctx context.Context) (jetstream.Msg, error) {
	wait, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	message, err := q.worker.Next(jetstream.FetchContext(wait))
	if errors.Is(err, context.DeadlineExceeded) {
		err = nats.ErrTimeout
	}
	return message, err
}

// do does the work of one message and tells the server what became of it. What
// cannot be told now comes again after Options.Silence.
func (q *Queue) do(ctx context.Context, message jetstream.Msg, handle Handler) {
	about, err := message.Metadata()
	if err != nil {
		q.o.Log.Error("a message without its data", "error", err)
		return
	}
	finish := q.keep(message)
	defer finish()
	m, err := unpack(message.Headers(), message.Data())
	attempts := int(about.NumDelivered)
	switch {
	case err != nil:
		err = Refuse(err)
	case attempts > 2*q.o.Attempts:
		err = Refuse(fmt.Errorf("it was delivered %d times, and no worker lived to say what became of it", attempts-1))
	default:
		if !q.turn(ctx, message, m, about.Sequence.Stream) {
			return
		}
		err = handle(ctx, m)
	}
	q.conclude(ctx, message, m, attempts, err)
}

// conclude confirms, hands back or buries a message.
func (q *Queue) conclude(ctx context.Context, message jetstream.Msg, m Message, attempts int, err error) {
	var refused refusal
	switch {
	case err == nil:
		// The server's word that it heard ends the wait of later versions.
		word, cancel := context.WithTimeout(context.WithoutCancel(ctx), 5*time.Second)
		defer cancel()
		q.tell(m, message.DoubleAck(word))
	case ctx.Err() != nil && errors.Is(err, ctx.Err()):
		q.tell(m, message.Nak())
	case errors.As(err, &refused) || attempts >= q.o.Attempts:
		q.o.Log.Error("dead letter", "source", m.Source, "key", m.Key, "attempts", attempts, "reason", err)
		if e := q.bury(context.WithoutCancel(ctx), message, m, attempts, err); e != nil {
			q.o.Log.Error("keeping a dead letter", "key", m.Key, "error", e)
			q.tell(m, message.NakWithDelay(MaxWait))
			return
		}
		q.tell(m, message.Ack())
	default:
		q.o.Log.Warn("will be tried again", "source", m.Source, "key", m.Key, "attempt", attempts, "reason", err)
		q.tell(m, message.NakWithDelay(q.backOff(attempts)))
	}
}

// tell logs that the server could not be told something.
func (q *Queue) tell(m Message, err error) {
	if err != nil {
		q.o.Log.Warn("the queue did not hear of it; the message comes again", "key", m.Key, "error", err)
	}
}

// backOff is the wait after an attempt, from 1.
func (q *Queue) backOff(attempt int) time.Duration {
	wait := q.o.Wait
	for ; attempt > 1 && wait < MaxWait; attempt-- {
		wait *= 2
	}
	return min(wait, MaxWait)
}

// keep says to the server that the work goes on, until the function that it
// returns is called.
func (q *Queue) keep(message jetstream.Msg) (finish func()) {
	done := make(chan struct{})
	var group sync.WaitGroup
	group.Go(func() {
		tick := time.NewTicker(q.o.Silence / 3)
		defer tick.Stop()
		for {
			select {
			case <-done:
				return
			case <-tick.C:
				_ = message.InProgress() // the next one may get through
			}
		}
	})
	return func() {
		close(done)
		group.Wait()
	}
}

// verdict says whether a message is to be worked on.
type verdict int

const (
	now    verdict = iota
	passed         // a later version has come
	later          // an earlier version is still in hand
)

// turn waits until no other version of a message's key is in hand, and reports
// whether the message is to be worked on now. If not, it has told the server.
func (q *Queue) turn(ctx context.Context, message jetstream.Msg, m Message, sequence uint64) bool {
	for deadline := time.Now().Add(q.o.Silence); time.Now().Before(deadline); pause(ctx, 100*time.Millisecond) {
		if ctx.Err() != nil {
			q.tell(m, message.Nak())
			return false
		}
		verdict, err := q.order(ctx, message.Subject(), sequence)
		switch {
		case err != nil:
			q.o.Log.Warn("asking the queue for other versions", "key", m.Key, "error", err)
		case verdict == now:
			return true
		case verdict == passed:
			q.tell(m, message.Ack())
			return false
		}
	}
	q.tell(m, message.NakWithDelay(q.o.Silence))
	return false
}

// order compares a message with the others of its subject.
func (q *Queue) order(ctx context.Context, subject string, sequence uint64) (verdict, error) {
	ctx, cancel := context.WithTimeout(ctx, patience/6)
	defer cancel()
	info, err := q.main.Info(ctx, jetstream.WithSubjectFilter(subject))
	if err != nil {
		return later, err
	}
	if info.State.Subjects[subject] <= 1 {
		return now, nil
	}
	last, err := q.main.GetLastMsgForSubject(ctx, subject)
	if err != nil {
		return later, err
	}
	if last.Sequence > sequence {
		return passed, nil
	}
	return later, nil
}

// pause waits, at most until ctx ends.
func pause(ctx context.Context, wait time.Duration) {
	select {
	case <-ctx.Done():
	case <-time.After(wait):
	}
}
