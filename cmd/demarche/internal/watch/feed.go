package watch

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"time"

	"demarche/loader/article"
)

// FeedOptions say how feeds are asked for.
type FeedOptions struct {
	Interval time.Duration // between two requests
	Timeout  time.Duration // of one request
	MaxSize  int64         // of a feed, in bytes after decompression
	Agent    string        // what the request says of who asks
}

// slowest is how many intervals a feed that fails is left alone at most.
const slowest = 16

// Feed is a feed that is asked for again and again.
type Feed struct {
	url    string
	memory *Memory
	o      FeedOptions
	client *http.Client
	wait   time.Duration
	state  feedState
}

// feedState is what is remembered of a feed.
type feedState struct {
	ETag     string            `json:"etag,omitempty"`
	Modified string            `json:"modified,omitempty"`
	Items    map[string]string `json:"items,omitempty"` // versions of the articles that it has
}

// IsFeed reports whether a name that the user gave is the address of a feed.
func IsFeed(name string) bool {
	u, err := url.Parse(name)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != ""
}

// NewFeed makes a feed to ask for.
func NewFeed(address string, memory *Memory, o FeedOptions) *Feed {
	f := &Feed{url: address, memory: memory, o: o, client: &http.Client{Timeout: o.Timeout}, wait: o.Interval}
	// What is not understood is as if it were not there: the feed is taken anew.
	_ = json.Unmarshal([]byte(memory.State(f.name())), &f.state)
	return f
}

// name is that of the feed in the memory; an address may hold a password.
func (f *Feed) name() string {
	sum := sha256.Sum256([]byte(f.url))
	return "feed " + f.Address() + " " + hex.EncodeToString(sum[:4])
}

// Address is that of the feed, without password and query.
func (f *Feed) Address() string {
	u, err := url.Parse(f.url)
	if err != nil {
		return "?"
	}
	u.User, u.RawQuery = nil, ""
	return u.String()
}

// Wait is the time until the feed may be asked for again.
func (f *Feed) Wait() time.Duration { return f.wait }

// Look asks for the feed, if it has changed, and calls take for each article that
// is new or changed. The feed is remembered when all were taken; of what take
// failed on, it is asked again. Items that are no articles are given to refuse.
func (f *Feed) Look(ctx context.Context, take func(article.Article) error, refuse func(error)) error {
	err := f.look(ctx, take, refuse)
	var later *laterError
	switch {
	case err == nil:
		f.wait = f.o.Interval
	case errors.As(err, &later) && later.after > 0:
		f.wait = min(max(later.after, f.o.Interval), slowest*f.o.Interval)
	default:
		f.wait = min(2*f.wait, slowest*f.o.Interval)
	}
	return err
}

func (f *Feed) look(ctx context.Context, take func(article.Article) error, refuse func(error)) error {
	data, state, err := f.get(ctx)
	if err != nil {
		return fmt.Errorf("asking for %s: %w", f.Address(), err)
	}
	if data == nil {
		return nil
	}
	state.Items = map[string]string{}
	for a, err := range article.Decode(f.Address(), data) {
		if err != nil {
			refuse(err)
			continue
		}
		name := a.URL + " " + a.Title
		state.Items[name] = a.Digest
		if f.state.Items[name] == a.Digest {
			continue
		}
		if err := take(a); err != nil {
			return err
		}
	}
	text, err := json.Marshal(state)
	if err != nil {
		return err
	}
	if err := f.memory.Keep(f.name(), string(text)); err != nil {
		return err
	}
	f.state = state
	return nil
}

// laterError is an answer that asks for patience.
type laterError struct {
	status string
	after  time.Duration
}

func (e *laterError) Error() string { return "the answer is " + e.status }

// get asks for the feed. The data are nil when it has not changed.
func (f *Feed) get(ctx context.Context) ([]byte, feedState, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, f.url, nil)
	if err != nil {
		return nil, feedState{}, errors.New("the address is malformed")
	}
	request.Header.Set("User-Agent", f.o.Agent)
	request.Header.Set("Accept", "application/atom+xml, application/rss+xml, application/xml;q=0.9, */*;q=0.5")
	if f.state.ETag != "" {
		request.Header.Set("If-None-Match", f.state.ETag)
	}
	if f.state.Modified != "" {
		request.Header.Set("If-Modified-Since", f.state.Modified)
	}
	answer, err := f.client.Do(request)
	if err != nil {
		var outer *url.Error // it names the whole address
		if errors.As(err, &outer) {
			err = outer.Err
		}
		return nil, feedState{}, err
	}
	defer answer.Body.Close()
	switch answer.StatusCode {
	case http.StatusNotModified:
		return nil, feedState{}, nil
	case http.StatusOK:
	default:
		seconds, _ := strconv.Atoi(answer.Header.Get("Retry-After")) // a date, or nothing, is 0: the usual wait
		return nil, feedState{}, &laterError{answer.Status, time.Duration(seconds) * time.Second}
	}
	data, err := io.ReadAll(io.LimitReader(answer.Body, f.o.MaxSize+1))
	if err != nil {
		return nil, feedState{}, fmt.Errorf("reading the answer: %w", err)
	}
	if int64(len(data)) > f.o.MaxSize {
		return nil, feedState{}, fmt.Errorf("the feed is over the limit of %d bytes; raise load.max_file_size", f.o.MaxSize)
	}
	return data, feedState{ETag: answer.Header.Get("ETag"), Modified: answer.Header.Get("Last-Modified")}, nil
}
