package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"demarche/graph"
	"demarche/queue"
	"demarche/queue/queuetest"
)

func TestEnqueueAndWork(t *testing.T) {
	home(t)
	write(t, "two.jsonl", story("One")+story("Two"))
	write(t, "list.txt", "milk, eggs")
	demarche(t, "load", "--enqueue", "two.jsonl", "list.txt").want(t, exitRefused, "2 articles enqueued; 1 refused", "list.txt")
	demarche(t, "load", "--enqueue", "two.jsonl").want(t, exitOK, "0 articles enqueued, 2 waiting already")
	demarche(t, "load", "--enqueue", "--relink", "two.jsonl").want(t, exitUsage)
	demarche(t, "queue", "list").want(t, exitOK, "waiting       2", "dead letters  0")
	demarche(t, "ask", "who-demanded").want(t, exitError, "there is no store yet")
	demarche(t, "worker", "--drain").want(t, exitOK, "2 articles loaded: 2 new")
	demarche(t, "queue", "list").want(t, exitOK, "waiting       0", "in hand       0")
	demarche(t, "ask", "who-demanded").want(t, exitOK, "Russia")
	demarche(t, "load", "two.jsonl").want(t, exitOK, "2 unchanged")
	demarche(t, "load", "--enqueue", "two.jsonl").want(t, exitOK, "2 articles enqueued")
	demarche(t, "worker", "--drain").want(t, exitOK, "2 unchanged")
}

// The queue gives an article back as it was: all formats, all that is read of them.
func TestQueueChangesNothing(t *testing.T) {
	samples := filepath.Join(root(t), "loader", "testdata", "samples")
	home(t)
	t.Setenv("DEMARCHE_STORE_PATH", "straight")
	demarche(t, "load", samples).want(t, exitOK)
	straight := demarche(t, "export", "--format", "nquads").stdout
	t.Setenv("DEMARCHE_STORE_PATH", "queued")
	demarche(t, "load", "--enqueue", samples).want(t, exitOK)
	demarche(t, "worker", "--drain").want(t, exitOK)
	if queued := demarche(t, "export", "--format", "nquads").stdout; queued != straight || len(queued) < 10_000 {
		t.Errorf("the graphs differ: %d bytes straight, %d bytes over the queue", len(straight), len(queued))
	}
}

func TestDeadLetters(t *testing.T) {
	home(t)
	address := queuetest.Start(t, 1).URL()
	t.Setenv("DEMARCHE_QUEUE_URL", address)
	q, err := queue.Open(t.Context(), queue.Options{URL: address})
	if err != nil {
		t.Fatal(err)
	}
	defer q.Close()
	for _, key := range []string{"a", "b"} {
		if _, err := q.Send(t.Context(), queue.Message{Key: key, Version: "1", Source: "odd.txt", Body: []byte("Confidential words")}); err != nil {
			t.Fatal(err)
		}
	}
	demarche(t, "worker", "--drain").want(t, exitOK, "0 articles loaded", "!Confidential")
	demarche(t, "queue", "dead").want(t, exitOK, "odd.txt", "after 1 attempt: reading odd.txt from the queue: it is no article", "!Confidential")
	demarche(t, "queue", "retry", "1").want(t, exitOK, "1 dead letter in the queue again")
	demarche(t, "queue", "list").want(t, exitOK, "waiting       1", "dead letters  1")
	demarche(t, "queue", "retry", "77").want(t, exitUsage, "no such dead letter: 77")
	demarche(t, "queue", "retry", "x").want(t, exitUsage, `"x" is not the number`)
	demarche(t, "queue", "purge", "--waiting").want(t, exitOK)
	demarche(t, "queue", "purge").want(t, exitOK, "1 dead letter thrown away")
	demarche(t, "queue", "list").want(t, exitOK, "waiting       0", "dead letters  0", "!secret")
}

func TestKeysOfTheQueue(t *testing.T) {
	home(t)
	write(t, "two.jsonl", story("One")+story("Two"))
	t.Setenv("DEMARCHE_QUEUE_PATH", "place")
	demarche(t, "load", "--enqueue", "two.jsonl").want(t, exitOK)
	if _, err := os.Stat("place"); err != nil {
		t.Errorf("queue.path: %v", err)
	}
	t.Setenv("DEMARCHE_QUEUE_MAX_ARTICLES", "1")
	t.Setenv("DEMARCHE_QUEUE_PATH", "small")
	demarche(t, "load", "--enqueue", "two.jsonl").want(t, exitError, "1 article enqueued", "the queue is full", "raise its limits")
	t.Setenv("DEMARCHE_QUEUE_MAX_ARTICLES", "10")
	t.Setenv("DEMARCHE_QUEUE_MAX_SIZE", "100B")
	demarche(t, "load", "--enqueue", "two.jsonl").want(t, exitError, "the queue is full (maximum bytes")
	t.Setenv("DEMARCHE_QUEUE_MAX_SIZE", "1MB")
	t.Setenv("DEMARCHE_QUEUE_REPLICAS", "3")
	demarche(t, "queue", "list").want(t, exitError, "replicas", "correct the section queue")
	t.Setenv("DEMARCHE_QUEUE_REPLICAS", "1")
	t.Setenv("DEMARCHE_LOG_LEVEL", "info")
	t.Setenv("DEMARCHE_QUEUE_IN_HAND", "7")
	demarche(t, "worker", "--drain").want(t, exitOK, "in_hand=7")
	t.Setenv("DEMARCHE_QUEUE_URL", "nats://me:secret@127.0.0.1:1")
	demarche(t, "queue", "list").want(t, exitError, "127.0.0.1:1", "!secret")
	t.Setenv("DEMARCHE_QUEUE_URL", "http://me:secret@host")
	demarche(t, "queue", "list").want(t, exitUsage, "queue.url", "!secret")
}

// queue.attempts, queue.retry_wait and queue.silence reach the queue.
func TestKeysOfRepetition(t *testing.T) {
	home(t)
	for key, value := range map[string]string{"queue.attempts": "2", "queue.retry_wait": "30ms", "queue.silence": "400ms"} {
		t.Setenv(envOf(key), value)
	}
	a := &app{stdout: &output{}, stderr: &output{}, now: christmas}
	if err := a.configure(); err != nil {
		t.Fatal(err)
	}
	q, err := a.openQueue(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer q.Close()
	if _, err := q.Send(t.Context(), queue.Message{Key: "k", Version: "1"}); err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithTimeout(t.Context(), 20*time.Second)
	defer stop()
	var tries []time.Time
	go func() {
		for c, err := q.Counts(ctx); err != nil || c.Dead == 0; c, err = q.Counts(ctx) {
			wait(ctx, 20*time.Millisecond)
		}
		stop()
	}()
	err = q.Work(ctx, 1, func(context.Context, queue.Message) error {
		tries = append(tries, time.Now())
		return fmt.Errorf("try %d", len(tries))
	})
	if err != nil || len(tries) != 2 || tries[1].Sub(tries[0]) > 3*time.Second {
		t.Errorf("the tries were at %v (%v), want two, 30 ms apart", tries, err)
	}
}

// Commands without a queue leave its folder alone, and so start no server.
func TestOnlyTheQueueStartsAServer(t *testing.T) {
	home(t)
	write(t, "one.json", story("One"))
	t.Setenv("DEMARCHE_QUEUE_PATH", "place")
	for _, args := range [][]string{{"--help"}, {"worker", "--help"}, {"queue"}, {"load", "one.json"}, {"ask", "who-demanded"}} {
		demarche(t, args...).want(t, exitOK)
	}
	configured(t, nil)
	serving(t, "serve").stop()
	if _, err := os.Stat("place"); !os.IsNotExist(err) {
		t.Errorf("the queue's folder is there (%v)", err)
	}
}

func TestServeEnqueues(t *testing.T) {
	home(t)
	configured(t, map[string]string{"server.token": "secret", "queue.max_articles": "2"})
	h := serving(t, "serve")
	h.request("POST", h.main+"api/articles?queue=true", "", story("One"), 401)
	h.request("POST", h.main+"api/articles?queue=true", "secret", story("One"), 202, `"change":"queued"`, "demarche:article/example.org/one")
	h.request("POST", h.main+"api/articles?queue=true", "secret", story("One"), 202, `"change":"waiting"`)
	h.request("POST", h.main+"api/articles?queue=perhaps", "secret", story("One"), 400, "true or false")
	h.request("POST", h.main+"api/articles?queue=true", "secret", "milk", 400, "not an article")
	h.request("POST", h.main+"api/articles?queue=true", "secret", story("Two")+story("Three"), 503, "1 of 2 articles are in the queue", "full")
	h.request("GET", h.main+"openapi.json", "", "", 200, "put the articles into the queue")
	h.stop().want(t, exitOK)
	demarche(t, "worker", "--drain").want(t, exitOK, "2 articles loaded")
}

// Four workers fill one PostgreSQL store from a queue of three nodes. A node goes
// in the middle, and a worker with work in hand. The graph is that of an
// undisturbed load, bit for bit.
func TestManyWorkersLoseAndDoubleNothing(t *testing.T) {
	samples := filepath.Join(root(t), "loader", "testdata", "samples")
	home(t)
	stories(t, "many.jsonl", 120)
	t.Setenv("DEMARCHE_STORE_PATH", "straight")
	demarche(t, "load", "many.jsonl", samples).want(t, exitOK, "133 articles")
	want := sorted(demarche(t, "export", "--format", "nquads").stdout)

	t.Setenv("DEMARCHE_STORE_BACKEND", graph.Postgres)
	t.Setenv("DEMARCHE_STORE_ADDRESS", postgres(t))
	cluster := queuetest.Start(t, 3)
	for key, value := range map[string]string{"queue.url": cluster.URL(), "queue.replicas": "3", "queue.silence": "3s", "load.workers": "1"} {
		t.Setenv(envOf(key), value)
	}
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	crew := startCrew(t, ctx, 4)
	demarche(t, "load", "--enqueue", "many.jsonl").want(t, exitOK, "120 articles enqueued")
	crew.waitFor(t, 30)
	crew.kill(0)
	cluster.KillLeader()
	demarche(t, "load", "--enqueue", "many.jsonl", samples).want(t, exitOK)
	crew.waitEmpty(t)
	stop()
	crew.group.Wait()
	demarche(t, "queue", "list").want(t, exitOK, "waiting       0", "in hand       0", "dead letters  0")
	if got := sorted(demarche(t, "export", "--format", "nquads").stdout); got != want {
		t.Errorf("the graphs differ: %d bytes from one load, %d bytes from the workers", len(want), len(got))
	}
	demarche(t, "check").want(t, exitOK)
}

func sorted(nquads string) string {
	lines := slices.Collect(strings.Lines(nquads))
	slices.Sort(lines)
	return strings.Join(lines, "")
}

// crewTest is several workers with stores of their own.
type crewTest struct {
	group  sync.WaitGroup
	app    *app
	queues []*queue.Queue
	done   atomic.Int32
}

func startCrew(t *testing.T, ctx context.Context, n int) *crewTest {
	t.Helper()
	c := &crewTest{}
	for i := range n {
		a := &app{stdout: &output{}, stderr: &output{}, now: christmas}
		if err := a.configure(); err != nil {
			t.Fatal(err)
		}
		office, err := a.open(ctx, writing)
		if err != nil {
			t.Fatal(err)
		}
		q, err := a.openQueue(ctx)
		if err != nil {
			t.Fatal(err)
		}
		c.app, c.queues = a, append(c.queues, q)
		w := newCrew(a, office)
		c.group.Go(func() {
			defer office.Close()
			defer w.close()
			defer q.Close()
			err := q.Work(ctx, 4, func(ctx context.Context, m queue.Message) error {
				defer c.done.Add(1)
				return w.handle(ctx, m)
			})
			if err != nil && i != 0 {
				t.Error(err)
			}
		})
	}
	return c
}

// waitFor waits until n articles were handled.
func (c *crewTest) waitFor(t *testing.T, n int32) {
	t.Helper()
	for deadline := time.Now().Add(time.Minute); c.done.Load() < n; time.Sleep(time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("%d articles within a minute, want %d", c.done.Load(), n)
		}
	}
}

// kill cuts a worker off from the queue: what it has in hand it cannot confirm.
func (c *crewTest) kill(i int) { c.queues[i].Close() }

func (c *crewTest) waitEmpty(t *testing.T) {
	t.Helper()
	for deadline := time.Now().Add(2 * time.Minute); time.Now().Before(deadline); time.Sleep(200 * time.Millisecond) {
		if n, err := c.queues[1].Counts(t.Context()); err == nil && n.Waiting+n.InHand == 0 {
			return
		}
	}
	t.Fatal("the queue is not empty after two minutes")
}
