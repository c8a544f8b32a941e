package main

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

// watching runs the command until the output has a text, and returns what it gave.
func watching(t *testing.T, until string, args ...string) outcome {
	t.Helper()
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	var stdout, stderr output
	done := make(chan int, 1)
	go func() {
		done <- run(ctx, append([]string{"watch"}, args...), strings.NewReader(""), &stdout, &stderr, christmas)
	}()
	for deadline := time.Now().Add(20 * time.Second); !strings.Contains(stdout.String()+stderr.String(), until); time.Sleep(10 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Errorf("%q is not said:\n%s%s", until, stdout.String(), stderr.String())
			break
		}
	}
	stop()
	return outcome{<-done, stdout.String(), stderr.String()}
}

func TestWatchAFolder(t *testing.T) {
	home(t)
	t.Setenv("DEMARCHE_WATCH_POLL", "20ms")
	write(t, "in/two.jsonl", story("One")+story("Two"))
	write(t, "in/list.txt", "milk, eggs")
	watching(t, "Two", "in").want(t, exitOK, "new", "One", "list.txt", "not an article")
	write(t, "in/three.jsonl", story("Three"))
	watching(t, "Three", "in").want(t, exitOK, "!One", "!milk") // it remembers over a restart
	write(t, "in/three.jsonl", story("Three")+story("Four"))
	watching(t, "Four", "in").want(t, exitOK, "unchanged", "!One")
	demarche(t, "load", "in/three.jsonl").want(t, exitOK, "2 unchanged")
	t.Setenv("DEMARCHE_WATCH_PATH", "other") // a memory of its own
	watching(t, "Two", "in").want(t, exitOK, "One")
	if _, err := os.Stat("other"); err != nil {
		t.Errorf("watch.path: %v", err)
	}
}

func TestWatchAndEnqueue(t *testing.T) {
	home(t)
	t.Setenv("DEMARCHE_WATCH_POLL", "20ms")
	t.Setenv("DEMARCHE_QUEUE_MAX_ARTICLES", "1")
	write(t, "in/two.jsonl", story("One")+story("Two"))
	watching(t, "full", "in", "--enqueue").want(t, exitOK, "enqueued", "is tried again")
	demarche(t, "worker", "--drain").want(t, exitOK, "1 article loaded")
	t.Setenv("DEMARCHE_QUEUE_MAX_ARTICLES", "10")
	watching(t, "Two", "in", "--enqueue").want(t, exitOK) // what did not fit was not lost
	demarche(t, "worker", "--drain").want(t, exitOK, "1 new", "1 unchanged")
}

func TestWatchAFeed(t *testing.T) {
	home(t)
	t.Setenv("DEMARCHE_WATCH_INTERVAL", "20ms")
	var asked atomic.Int32
	var agent atomic.Value
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/slow" {
			<-r.Context().Done()
			return
		}
		agent.Store(r.UserAgent())
		if asked.Add(1) == 3 {
			fmt.Fprint(w, story("Two"))
			return
		}
		fmt.Fprint(w, story("One"))
	}))
	defer server.Close()
	watching(t, "Two", server.URL).want(t, exitOK, "One") // watch.interval: asked three times in a moment
	if name, _ := agent.Load().(string); !strings.HasPrefix(name, "demarche/") {
		t.Errorf("the request names itself %q", name)
	}
	t.Setenv("DEMARCHE_WATCH_TIMEOUT", "30ms")
	watching(t, "asked again in", server.URL+"/slow").want(t, exitOK, "asking for "+server.URL+"/slow")
}
