package queue

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"strconv"
	"time"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"
	"github.com/nats-io/nuid"
)

// Dead is a message that could not be worked on.
type Dead struct {
	ID       uint64 // for Retry and Bury
	Key      string
	Version  string
	Source   string
	Reason   string // the error of the last attempt
	Attempts int    // deliveries
	Time     time.Time
}

// Counts says how much there is.
type Counts struct {
	Waiting int    // messages that nobody has in hand
	InHand  int    // messages that workers have, or that wait for another attempt
	Dead    int    // dead letters
	Bytes   uint64 // of all messages, compressed
}

// Counts counts the messages.
func (q *Queue) Counts(ctx context.Context) (Counts, error) {
	var main, gone *jetstream.StreamInfo
	var at *jetstream.ConsumerInfo
	err := q.insist(ctx, func(ctx context.Context) (err error) {
		if main, err = q.main.Info(ctx); err != nil {
			return err
		}
		if gone, err = q.dead.Info(ctx); err != nil {
			return err
		}
		at, err = q.worker.Info(ctx)
		return err
	})
	if err != nil {
		return Counts{}, q.lost(fmt.Errorf("counting messages: %w", err))
	}
	return Counts{
		Waiting: max(0, int(main.State.Msgs)-at.NumAckPending), InHand: at.NumAckPending,
		Dead: int(gone.State.Msgs), Bytes: main.State.Bytes + gone.State.Bytes,
	}, nil
}

// bury keeps a message as a dead letter. The id makes one of it, however often
// this is done.
func (q *Queue) bury(ctx context.Context, message jetstream.Msg, m Message, attempts int, reason error) error {
	about, err := message.Metadata()
	if err != nil {
		return err
	}
	header := nats.Header{}
	for name, value := range map[string]string{
		headerKey: m.Key, headerVersion: m.Version, headerSource: m.Source,
		headerReason: reason.Error(), headerAttempts: strconv.Itoa(attempts),
	} {
		header.Set(name, oneLine(value))
	}
	id := fmt.Sprintf("dead.%d.%d", about.Sequence.Stream, about.Timestamp.UnixNano())
	_, err = q.publish(ctx, subjectOf(deadRoot, m.Key), &nats.Msg{Header: header, Data: message.Data()}, id)
	return err
}

// Dead yields the dead letters, the oldest first.
func (q *Queue) Dead(ctx context.Context) iter.Seq2[Dead, error] {
	return func(yield func(Dead, error) bool) {
		for next := uint64(1); ; {
			raw, err := q.dead.GetMsg(ctx, next, jetstream.WithGetMsgSubject(deadRoot+"*"))
			if errors.Is(err, jetstream.ErrMsgNotFound) {
				return
			}
			if err != nil {
				yield(Dead{}, q.lost(fmt.Errorf("reading dead letters: %w", err)))
				return
			}
			if !yield(deadOf(raw), nil) {
				return
			}
			next = raw.Sequence + 1
		}
	}
}

func deadOf(raw *jetstream.RawStreamMsg) Dead {
	attempts, _ := strconv.Atoi(raw.Header.Get(headerAttempts)) // 0 says as much as an error
	return Dead{
		ID: raw.Sequence, Key: raw.Header.Get(headerKey), Version: raw.Header.Get(headerVersion), Source: raw.Header.Get(headerSource),
		Reason: raw.Header.Get(headerReason), Attempts: attempts, Time: raw.Time,
	}
}

// Retry puts a dead letter into the queue again. The error wraps ErrNoDead when
// it is not there, and ErrFull when the queue is.
func (q *Queue) Retry(ctx context.Context, id uint64) error {
	raw, err := q.letter(ctx, id)
	if err != nil {
		return err
	}
	header := nats.Header{}
	for _, name := range []string{headerKey, headerVersion, headerSource} {
		header.Set(name, raw.Header.Get(name))
	}
	subject := subjectOf(articlesRoot, header.Get(headerKey))
	if _, err := q.publish(ctx, subject, &nats.Msg{Header: header, Data: raw.Data}, nuid.Next()); err != nil {
		return fmt.Errorf("retrying dead letter %d: %w", id, err)
	}
	// Only now: it may be retried twice, and never lost.
	return q.Bury(ctx, id)
}

// Bury takes a dead letter out for good.
func (q *Queue) Bury(ctx context.Context, id uint64) error {
	if _, err := q.letter(ctx, id); err != nil {
		return err
	}
	if err := q.dead.DeleteMsg(ctx, id); err != nil {
		return q.lost(fmt.Errorf("removing dead letter %d: %w", id, err))
	}
	return nil
}

func (q *Queue) letter(ctx context.Context, id uint64) (*jetstream.RawStreamMsg, error) {
	raw, err := q.dead.GetMsg(ctx, id)
	if errors.Is(err, jetstream.ErrMsgNotFound) {
		return nil, fmt.Errorf("%w: %d", ErrNoDead, id)
	}
	if err != nil {
		return nil, q.lost(fmt.Errorf("reading dead letter %d: %w", id, err))
	}
	return raw, nil
}

// Purge takes all messages out of the queue for good; the dead letters stay. What
// workers have in hand they finish.
func (q *Queue) Purge(ctx context.Context) error {
	if err := q.main.Purge(ctx); err != nil {
		return q.lost(fmt.Errorf("emptying the queue: %w", err))
	}
	return nil
}
