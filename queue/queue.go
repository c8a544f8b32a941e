package queue

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/url"
	"strings"
	"time"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"
)

// Errors that callers tell apart.
var (
	ErrFull    = errors.New("the queue is full")
	ErrTooBig  = errors.New("the message is too large for the queue")
	ErrLost    = errors.New("the queue's server has gone")
	ErrNoQueue = errors.New("the queue cannot be opened")
	ErrNoDead  = errors.New("there is no such dead letter")
)

// Options say which queue to open, and how it behaves.
type Options struct {
	// URL is the address of the NATS servers, as in
	// "nats://user:password@host:4222", several separated by commas. Empty: the
	// queue is the folder Path of this machine.
	URL  string
	Path string

	Replicas    int           // servers that keep each message; 0: 1
	MaxMessages int64         // in the queue; 0: no limit
	MaxBytes    int64         // of the queue, compressed; 0: no limit
	Attempts    int           // deliveries until a message is a dead letter; 0: 5
	Wait        time.Duration // before the second attempt, doubling up to MaxWait; 0: 5 s
	Silence     time.Duration // after which a worker that says nothing counts as dead; 0: 30 s

	Log *slog.Logger // nil: nothing is logged
}

// MaxWait is the longest wait between two attempts.
const MaxWait = 5 * time.Minute

func (o Options) withDefaults() Options {
	o.Replicas = cmp.Or(o.Replicas, 1)
	o.MaxMessages = cmp.Or(o.MaxMessages, -1)
	o.MaxBytes = cmp.Or(o.MaxBytes, -1)
	o.Attempts = cmp.Or(o.Attempts, 5)
	o.Wait = cmp.Or(o.Wait, 5*time.Second)
	o.Silence = cmp.Or(o.Silence, 30*time.Second)
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	return o
}

// Names of the streams, of their subjects and of the workers' consumer.
const (
	articles     = "DEMARCHE_ARTICLES"
	dead         = "DEMARCHE_DEAD"
	articlesRoot = "demarche.articles."
	deadRoot     = "demarche.dead."
	workers      = "workers"
)

const (
	// duplicates is how long the server knows what it has taken in.
	duplicates = 10 * time.Minute
	// inHand bounds the messages that all workers together have, those that wait
	// for another attempt included.
	inHand = 4096
	// patience is how long a request may take while servers choose a new leader.
	patience = 30 * time.Second
)

// Queue is an open queue.
type Queue struct {
	o      Options
	host   *host // nil when another process has the server
	conn   *nats.Conn
	js     jetstream.JetStream
	main   jetstream.Stream
	dead   jetstream.Stream
	worker jetstream.Consumer
}

// Open opens the queue, and makes it when it is not there. The errors wrap
// ErrNoQueue and have no password in them.
func Open(ctx context.Context, o Options) (*Queue, error) {
	q := &Queue{o: o.withDefaults()}
	if err := q.open(ctx); err != nil {
		q.Close()
		return nil, fmt.Errorf("opening the queue %s: %w: %w", q.place(), ErrNoQueue, err)
	}
	return q, nil
}

// place names the queue without its secrets.
func (q *Queue) place() string {
	if q.o.URL == "" {
		return q.o.Path
	}
	var hosts []string
	for _, one := range strings.Split(q.o.URL, ",") {
		if u, err := url.Parse(strings.TrimSpace(one)); err == nil && u.Host != "" {
			hosts = append(hosts, u.Host)
		}
	}
	return strings.Join(hosts, ",")
}

// CheckURL says what is wrong with the address of servers. The error has nothing
// of the address, which may hold a password.
func CheckURL(text string) error {
	for _, one := range strings.Split(text, ",") {
		u, err := url.Parse(strings.TrimSpace(one))
		if err != nil || u.Host == "" || (u.Scheme != "nats" && u.Scheme != "tls") {
			return errors.New("it is not an address such as nats://host:4222")
		}
	}
	return nil
}

func (q *Queue) open(ctx context.Context) error {
	if err := q.connect(ctx); err != nil {
		return err
	}
	var err error
	if q.js, err = jetstream.New(q.conn, jetstream.WithDefaultTimeout(patience)); err != nil {
		return err
	}
	if q.main, err = q.stream(ctx, articles, articlesRoot, jetstream.WorkQueuePolicy); err != nil {
		return err
	}
	if q.dead, err = q.stream(ctx, dead, deadRoot, jetstream.LimitsPolicy); err != nil {
		return err
	}
	err = q.insist(ctx, func(ctx context.Context) (err error) {
		q.worker, err = q.main.CreateOrUpdateConsumer(ctx, jetstream.ConsumerConfig{
			Durable: workers, AckPolicy: jetstream.AckExplicitPolicy, AckWait: q.o.Silence,
			MaxDeliver: -1, MaxAckPending: inHand, Replicas: q.o.Replicas,
		})
		return err
	})
	if err != nil {
		return fmt.Errorf("making the workers' consumer: %w", err)
	}
	return nil
}

// stream makes a stream, or brings it up to the options.
func (q *Queue) stream(ctx context.Context, name, root string, retention jetstream.RetentionPolicy) (jetstream.Stream, error) {
	var stream jetstream.Stream
	err := q.insist(ctx, func(ctx context.Context) (err error) {
		stream, err = q.js.CreateOrUpdateStream(ctx, jetstream.StreamConfig{
			Name: name, Subjects: []string{root + "*"}, Retention: retention, Storage: jetstream.FileStorage,
			Discard: jetstream.DiscardNew, MaxMsgs: q.o.MaxMessages, MaxBytes: q.o.MaxBytes,
			Replicas: q.o.Replicas, Duplicates: duplicates,
		})
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("making the stream %s: %w", name, err)
	}
	return stream, nil
}

// insist asks again while nobody answers, as when servers choose a new leader. A
// request that was sent to one that is gone is never answered.
func (q *Queue) insist(ctx context.Context, ask func(context.Context) error) error {
	for deadline := time.Now().Add(2 * patience); ; pause(ctx, 200*time.Millisecond) {
		try, done := context.WithTimeout(ctx, patience/6)
		err := ask(try)
		done()
		var said *jetstream.APIError
		answered := errors.As(err, &said) && said.Code != 503
		if err == nil || answered || ctx.Err() != nil || q.host != nil || time.Now().After(deadline) {
			return err
		}
	}
}

// connect reaches the server, and starts it when it is this process's to run.
func (q *Queue) connect(ctx context.Context) error {
	options := []nats.Option{
		nats.Name("demarche"), nats.ReconnectWait(250 * time.Millisecond), nats.Timeout(5 * time.Second),
		nats.DisconnectErrHandler(func(_ *nats.Conn, err error) {
			if err != nil {
				q.o.Log.Warn("connection to the queue lost", "error", err)
			}
		}),
	}
	var err error
	if q.o.URL != "" {
		if err := CheckURL(q.o.URL); err != nil {
			return err
		}
		q.conn, err = nats.Connect(q.o.URL, append(options, nats.MaxReconnects(-1))...)
		return err
	}
	// A server of this machine that does not come back within a moment has ended.
	options = append(options, nats.MaxReconnects(4))
	for tries := 0; ; tries++ {
		address, err := q.local(ctx)
		if err != nil {
			return err
		}
		options := append(options, nats.Token(address.Secret))
		if q.host != nil {
			options = append(options, nats.InProcessServer(q.host.server))
		}
		q.conn, err = nats.Connect(address.URL, options...)
		if err == nil || q.host != nil || tries == 20 {
			return err
		}
		pause(ctx, 200*time.Millisecond) // it was killed, or is about to end
	}
}

// Close ends the connection, and the server when it is in this process. What is
// in the queue stays.
func (q *Queue) Close() {
	if q.conn != nil {
		q.conn.Close()
	}
	if q.host != nil {
		q.host.close()
	}
}

// lost makes ErrLost of an error that a closed connection causes.
func (q *Queue) lost(err error) error {
	if err != nil && q.conn.IsClosed() {
		return fmt.Errorf("%w: %w", ErrLost, err)
	}
	return err
}
