package queue

import (
	"bytes"
	"compress/gzip"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"
	"github.com/nats-io/nuid"
)

// Message is one piece of work.
type Message struct {
	Key     string // what it is about; messages of one key are worked on one after the other
	Version string // tells two messages of one key apart
	Source  string // where it came from, for people
	Body    []byte
}

// Headers of the messages.
const (
	headerKey      = "Demarche-Key"
	headerVersion  = "Demarche-Version"
	headerSource   = "Demarche-Source"
	headerReason   = "Demarche-Reason"
	headerAttempts = "Demarche-Attempts"
)

// Send puts a message into the queue. When it returns without error, the message
// is kept; it reports whether that is new, and not one that waits already.
// The errors are ErrFull, ErrTooBig, ErrLost, or what the server says.
func (q *Queue) Send(ctx context.Context, m Message) (bool, error) {
	packed, err := pack(m)
	if err != nil {
		return false, err
	}
	subject := subjectOf(articlesRoot, m.Key)
	id := idOf(m)
	ack, err := q.publish(ctx, subject, packed, id)
	if err != nil || !ack.Duplicate {
		return true, err
	}
	// The server took this version in a while ago. Is it still the one to come?
	last, err := q.main.GetLastMsgForSubject(ctx, subject)
	if err == nil && last.Header.Get(headerVersion) == m.Version {
		return false, nil
	}
	if err != nil && !errors.Is(err, jetstream.ErrMsgNotFound) {
		return false, q.lost(err)
	}
	_, err = q.publish(ctx, subject, packed, id+"."+nuid.Next())
	return true, err
}

// publish sends until the server has confirmed, which may take some time while
// servers choose a new leader. The id keeps a repeated message from being taken
// in twice.
func (q *Queue) publish(ctx context.Context, subject string, packed *nats.Msg, id string) (*jetstream.PubAck, error) {
	ctx, cancel := context.WithTimeout(ctx, 2*patience)
	defer cancel()
	for {
		try, done := context.WithTimeout(ctx, patience/6)
		ack, err := q.js.PublishMsg(try, &nats.Msg{Subject: subject, Header: packed.Header, Data: packed.Data}, jetstream.WithMsgID(id))
		done()
		var said *jetstream.APIError
		switch {
		case err == nil:
			return ack, nil
		case errors.Is(err, nats.ErrMaxPayload):
			return nil, fmt.Errorf("%w: %d bytes, and its server takes %d; raise max_payload there", ErrTooBig, len(packed.Data), q.conn.MaxPayload())
		case errors.As(err, &said) && strings.HasPrefix(said.Description, "maximum "):
			return nil, fmt.Errorf("%w (%s); let more workers run, or raise its limits", ErrFull, said.Description)
		case errors.As(err, &said) && said.Code < 500, q.conn.IsClosed():
			return nil, q.lost(err)
		}
		select {
		case <-ctx.Done():
			return nil, fmt.Errorf("the queue's servers did not confirm: %w", errors.Join(err, ctx.Err()))
		case <-time.After(200 * time.Millisecond):
		}
	}
}

// subjectOf is the subject of a key, which may hold characters that a subject
// cannot.
func subjectOf(root, key string) string {
	sum := sha256.Sum256([]byte(key))
	return root + hex.EncodeToString(sum[:12])
}

func idOf(m Message) string {
	sum := sha256.Sum256([]byte(m.Key + "\x00" + m.Version))
	return hex.EncodeToString(sum[:16])
}

// pack makes the message that travels.
func pack(m Message) (*nats.Msg, error) {
	var body bytes.Buffer
	zipped := gzip.NewWriter(&body)
	if _, err := zipped.Write(m.Body); err != nil {
		return nil, fmt.Errorf("compressing %s: %w", m.Key, err)
	}
	if err := zipped.Close(); err != nil {
		return nil, fmt.Errorf("compressing %s: %w", m.Key, err)
	}
	header := nats.Header{}
	for name, value := range map[string]string{headerKey: m.Key, headerVersion: m.Version, headerSource: m.Source} {
		header.Set(name, oneLine(value))
	}
	return &nats.Msg{Header: header, Data: body.Bytes()}, nil
}

// maxBody bounds what a message becomes when it is unpacked, in bytes.
const maxBody = 256 << 20

// unpack gives the message back.
func unpack(header nats.Header, data []byte) (Message, error) {
	m := Message{Key: header.Get(headerKey), Version: header.Get(headerVersion), Source: header.Get(headerSource)}
	zipped, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return m, fmt.Errorf("the message is not compressed as it should be: %w", err)
	}
	if m.Body, err = io.ReadAll(io.LimitReader(zipped, maxBody)); err != nil {
		return m, fmt.Errorf("the message is not compressed as it should be: %w", err)
	}
	return m, nil
}

// oneLine makes a text fit for a header.
func oneLine(text string) string {
	return strings.Join(strings.FieldsFunc(text, func(r rune) bool { return r < ' ' || r == 0x7f }), " ")
}
