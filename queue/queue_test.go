package queue_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"math/rand"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"demarche/queue"
	"demarche/queue/queuetest"
)

// open opens a queue, which is closed with the test.
func open(t *testing.T, o queue.Options) *queue.Queue {
	t.Helper()
	q, err := queue.Open(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(q.Close)
	return q
}

func send(t *testing.T, q *queue.Queue, key, version string) bool {
	t.Helper()
	isNew, err := q.Send(t.Context(), queue.Message{Key: key, Version: version, Source: key + ".txt", Body: []byte(version)})
	if err != nil {
		t.Fatal(err)
	}
	return isNew
}

// work runs handlers until the queue is empty.
func work(t *testing.T, q *queue.Queue, n int, handle queue.Handler) {
	t.Helper()
	ctx, stop := context.WithTimeout(t.Context(), 3*time.Minute)
	defer stop()
	done := make(chan error, 1)
	go func() { done <- q.Work(ctx, n, handle) }()
	for {
		c, err := q.Counts(ctx)
		if err != nil {
			t.Fatal(err)
		}
		if c.Waiting+c.InHand == 0 {
			break
		}
		time.Sleep(20 * time.Millisecond)
	}
	stop()
	if err := <-done; err != nil {
		t.Error(err)
	}
}

func deadOf(t *testing.T, q *queue.Queue) []queue.Dead {
	t.Helper()
	var all []queue.Dead
	for d, err := range q.Dead(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, d)
	}
	return all
}

func TestEveryMessageIsWorkedOnAndStaysOverARestart(t *testing.T) {
	o := queue.Options{Path: t.TempDir()}
	q := open(t, o)
	for i := range 20 {
		send(t, q, fmt.Sprint("key", i), "1")
	}
	q.Close()
	q = open(t, o)
	var mu sync.Mutex
	got := map[string]int{}
	work(t, q, 3, func(_ context.Context, m queue.Message) error {
		mu.Lock()
		defer mu.Unlock()
		got[m.Key+" "+m.Version+" "+m.Source+" "+string(m.Body)]++
		return nil
	})
	for i := range 20 {
		if name := fmt.Sprintf("key%d 1 key%d.txt 1", i, i); got[name] != 1 {
			t.Errorf("%s was worked on %d times", name, got[name])
		}
	}
}

func TestWhatWaitsIsNotTakenInAgain(t *testing.T) {
	q := open(t, queue.Options{Path: t.TempDir()})
	steps := []struct {
		version string
		isNew   bool
	}{{"1", true}, {"1", false}, {"2", true}, {"2", false}, {"1", true}} // back to the first: that counts
	for _, step := range steps {
		if got := send(t, q, "key", step.version); got != step.isNew {
			t.Errorf("version %s: new is %t, want %t", step.version, got, step.isNew)
		}
	}
	var last string
	work(t, q, 4, func(_ context.Context, m queue.Message) error { last = m.Version; return nil })
	if last != "1" {
		t.Errorf("the last version worked on is %s, want 1", last)
	}
	if !send(t, q, "key", "1") {
		t.Error("what was worked on cannot be sent again")
	}
}

// Two workers of one queue, many versions of few keys: no two versions of a key
// are in hand together, and the newest is the last.
func TestVersionsAreInOrder(t *testing.T) {
	q := open(t, queue.Options{Path: t.TempDir(), Wait: time.Millisecond, Silence: 4 * time.Second})
	var mu sync.Mutex
	inHand, last := map[string]bool{}, map[string]string{}
	ctx, stop := context.WithCancel(t.Context())
	done := make(chan error, 1)
	handle := func(_ context.Context, m queue.Message) error {
		mu.Lock()
		if inHand[m.Key] {
			t.Errorf("%s is in hand twice", m.Key)
		}
		inHand[m.Key] = true
		mu.Unlock()
		time.Sleep(time.Duration(rand.Intn(30)) * time.Millisecond)
		mu.Lock()
		defer mu.Unlock()
		inHand[m.Key] = false
		if rand.Intn(4) == 0 {
			return errors.New("not this time")
		}
		last[m.Key] = m.Version
		return nil
	}
	go func() { done <- q.Work(ctx, 4, handle) }()
	for version := range 12 {
		for key := range 3 {
			send(t, q, fmt.Sprint("key", key), fmt.Sprint(version))
		}
		time.Sleep(10 * time.Millisecond)
	}
	stop()
	if err := <-done; err != nil {
		t.Fatal(err)
	}
	work(t, q, 4, func(ctx context.Context, m queue.Message) error {
		for handle(ctx, m) != nil {
		}
		return nil
	})
	for key := range 3 {
		if got := last[fmt.Sprint("key", key)]; got != "11" {
			t.Errorf("key%d ends with version %s, want 11", key, got)
		}
	}
}

func TestFullQueueRefusesAndKeeps(t *testing.T) {
	for name, o := range map[string]queue.Options{"messages": {MaxMessages: 2}, "bytes": {MaxBytes: 500}} {
		t.Run(name, func(t *testing.T) {
			o.Path = t.TempDir()
			q := open(t, o)
			var err error
			n := 0
			for ; err == nil && n < 10; n++ {
				_, err = q.Send(t.Context(), queue.Message{Key: fmt.Sprint(n), Version: "1", Body: []byte("x")})
			}
			if !errors.Is(err, queue.ErrFull) || !strings.Contains(err.Error(), "let more workers run") {
				t.Fatalf("a full queue gives %v", err)
			}
			if c, err := q.Counts(t.Context()); err != nil || c.Waiting != n-1 {
				t.Errorf("%d messages wait (%v), want %d", c.Waiting, err, n-1)
			}
			work(t, q, 1, func(context.Context, queue.Message) error { return nil })
			send(t, q, "again", "1")
		})
	}
}

func TestTooBig(t *testing.T) {
	q := open(t, queue.Options{Path: t.TempDir()})
	noise := make([]byte, 9<<20)
	rand.New(rand.NewSource(1)).Read(noise)
	if _, err := q.Send(t.Context(), queue.Message{Key: "k", Version: "1", Body: noise}); !errors.Is(err, queue.ErrTooBig) {
		t.Errorf("9 MB give %v", err)
	}
}

func TestFailuresAreRepeatedAndThenDeadLetters(t *testing.T) {
	q := open(t, queue.Options{Path: t.TempDir(), Attempts: 3, Wait: 20 * time.Millisecond})
	for _, key := range []string{"good", "moody", "bad", "hopeless"} {
		send(t, q, key, "1")
	}
	var mu sync.Mutex
	times := map[string][]time.Time{}
	handle := func(_ context.Context, m queue.Message) error {
		mu.Lock()
		defer mu.Unlock()
		times[m.Key] = append(times[m.Key], time.Now())
		switch {
		case m.Key == "bad", m.Key == "moody" && len(times[m.Key]) < 3:
			return errors.New("it is\nbad")
		case m.Key == "hopeless":
			return queue.Refuse(errors.New("no hope"))
		}
		return nil
	}
	work(t, q, 2, handle)
	for key, want := range map[string]int{"good": 1, "moody": 3, "bad": 3, "hopeless": 1} {
		if got := len(times[key]); got != want {
			t.Errorf("%s was tried %d times, want %d", key, got, want)
		}
	}
	if bad := times["bad"]; len(bad) == 3 && (bad[1].Sub(bad[0]) < 20*time.Millisecond || bad[2].Sub(bad[1]) < 40*time.Millisecond) {
		t.Errorf("the waits are %s and %s, want at least 20 and 40 ms", bad[1].Sub(bad[0]), bad[2].Sub(bad[1]))
	}
	dead := map[string]queue.Dead{}
	for _, d := range deadOf(t, q) {
		dead[d.Key] = d
	}
	if d := dead["bad"]; len(dead) != 2 || d.Reason != "it is bad" || d.Attempts != 3 || d.Source != "bad.txt" || dead["hopeless"].Reason != "no hope" {
		t.Errorf("the dead letters are %+v", dead)
	}
	if err := q.Retry(t.Context(), dead["bad"].ID); err != nil {
		t.Fatal(err)
	}
	if err := q.Bury(t.Context(), dead["hopeless"].ID); err != nil {
		t.Fatal(err)
	}
	body := ""
	work(t, q, 1, func(_ context.Context, m queue.Message) error { body = m.Key + m.Version + string(m.Body); return nil })
	if body != "bad11" || len(deadOf(t, q)) != 0 {
		t.Errorf("retried: %q; dead: %+v", body, deadOf(t, q))
	}
	if err := q.Retry(t.Context(), 99); !errors.Is(err, queue.ErrNoDead) {
		t.Errorf("retrying what is not there gives %v", err)
	}
}

// A message in whose work no worker survives does not kill workers for ever.
func TestMessageThatNoWorkerSurvives(t *testing.T) {
	o := queue.Options{Path: t.TempDir(), Attempts: 1, Silence: 300 * time.Millisecond}
	q := open(t, o)
	send(t, q, "deadly", "1")
	for range 3 {
		ctx, kill := context.WithCancel(t.Context())
		go q.Work(ctx, 1, func(context.Context, queue.Message) error {
			q.Close() // the process is gone before it can say anything
			return nil
		})
		time.Sleep(600 * time.Millisecond)
		kill()
		q = open(t, o)
	}
	work(t, q, 1, func(context.Context, queue.Message) error { return nil })
	if dead := deadOf(t, q); len(dead) != 1 || !strings.Contains(dead[0].Reason, "no worker lived") {
		t.Errorf("the dead letters are %+v", dead)
	}
}

func TestStopFinishesOrHandsBack(t *testing.T) {
	q := open(t, queue.Options{Path: t.TempDir()})
	send(t, q, "finished", "1")
	send(t, q, "handed back", "1")
	ctx, stop := context.WithCancel(t.Context())
	var started sync.WaitGroup
	started.Add(2)
	done := make(chan error, 1)
	go func() {
		done <- q.Work(ctx, 2, func(ctx context.Context, m queue.Message) error {
			started.Done()
			<-ctx.Done()
			if m.Key == "finished" {
				return nil
			}
			return ctx.Err()
		})
	}()
	started.Wait()
	stop()
	if err := <-done; err != nil {
		t.Fatal(err)
	}
	begin := time.Now()
	var got []string
	work(t, q, 1, func(_ context.Context, m queue.Message) error { got = append(got, m.Key); return nil })
	if strings.Join(got, ",") != "handed back" || time.Since(begin) > 10*time.Second {
		t.Errorf("after the stop %v came, after %s", got, time.Since(begin))
	}
}

// Work that takes longer than a worker may be silent is not given to another.
func TestLongWorkStaysInHand(t *testing.T) {
	q := open(t, queue.Options{Path: t.TempDir(), Silence: 300 * time.Millisecond})
	send(t, q, "long", "1")
	var n atomic.Int32
	work(t, q, 2, func(context.Context, queue.Message) error { n.Add(1); time.Sleep(time.Second); return nil })
	if n.Load() != 1 {
		t.Errorf("it was given out %d times", n.Load())
	}
}

// The folder's server is in the process that came first; when that ends, the
// next one takes over, and what was in hand comes again.
func TestAnotherTakesTheServerOver(t *testing.T) {
	o := queue.Options{Path: t.TempDir(), Silence: time.Second}
	first := open(t, o)
	second := open(t, o)
	for i := range 5 {
		send(t, second, fmt.Sprint(i), "1")
	}
	done := make(chan error, 1)
	reached := make(chan struct{}, 10)
	go func() {
		done <- second.Work(t.Context(), 1, func(ctx context.Context, m queue.Message) error {
			reached <- struct{}{}
			<-ctx.Done()
			return ctx.Err()
		})
	}()
	<-reached
	first.Close()
	third := open(t, o)
	var n atomic.Int32
	work(t, third, 1, func(context.Context, queue.Message) error { n.Add(1); return nil })
	if n.Load() != 5 {
		t.Errorf("%d messages were worked on, want 5", n.Load())
	}
	second.Close()
	if err := <-done; err != nil && !errors.Is(err, queue.ErrLost) {
		t.Errorf("the worker without server ends with %v", err)
	}
}

func TestNoPasswordInErrorsAndLogs(t *testing.T) {
	var log bytes.Buffer
	for _, address := range []string{"nats://me:secret@127.0.0.1:1", "nats://me:secret@:x", "http://me:secret@127.0.0.1", "secret"} {
		_, err := queue.Open(t.Context(), queue.Options{URL: address, Log: slog.New(slog.NewTextHandler(&log, nil))})
		if !errors.Is(err, queue.ErrNoQueue) || strings.Contains(err.Error()+log.String(), "secret") {
			t.Errorf("%s gives %v", address, err)
		}
	}
}

// A node and a worker go in the middle; every message is worked on all the same.
func TestClusterLosesANodeAndAWorker(t *testing.T) {
	cluster := queuetest.Start(t, 3)
	o := queue.Options{URL: cluster.URL(), Replicas: 3, Silence: 2 * time.Second}
	sender := open(t, o)
	const messages, crew = 150, 3
	var mu sync.Mutex
	got := map[string]int{}
	var handled atomic.Int32
	half := make(chan struct{})
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	var group sync.WaitGroup
	for i := range crew {
		q := open(t, o)
		group.Go(func() {
			err := q.Work(ctx, 2, func(_ context.Context, m queue.Message) error {
				if i == 0 && handled.Load() > messages/3 {
					q.Close() // the worker dies with work in hand
					return errors.New("dead")
				}
				time.Sleep(5 * time.Millisecond)
				mu.Lock()
				got[m.Key]++
				mu.Unlock()
				if handled.Add(1) == messages/2 {
					close(half)
				}
				return nil
			})
			if err != nil && i != 0 {
				t.Error(err)
			}
		})
	}
	group.Go(func() {
		<-half
		cluster.KillLeader()
	})
	for i := range messages {
		send(t, sender, fmt.Sprint("key", i), "1")
	}
	for deadline := time.Now().Add(90 * time.Second); time.Now().Before(deadline); time.Sleep(100 * time.Millisecond) {
		if c, err := sender.Counts(t.Context()); err == nil && c.Waiting+c.InHand == 0 {
			break
		}
	}
	stop()
	group.Wait()
	again := 0
	for i := range messages {
		n := got[fmt.Sprint("key", i)]
		if n == 0 {
			t.Errorf("key%d is lost", i)
		}
		again += max(0, n-1)
	}
	if dead := deadOf(t, sender); len(dead) > 0 {
		t.Errorf("dead letters: %+v", dead)
	}
	t.Logf("%d messages, %d of them worked on again", messages, again)
}
