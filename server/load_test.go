package server_test

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/cayleygraph/quad"

	"demarche/graph"
	"demarche/internal/newsgraph"
	"demarche/loader/extract"
	"demarche/queries"
	"demarche/schema"
	"demarche/server"
	"demarche/server/cayleystore"
)

var (
	servingTime    = flag.Duration("serve.time", 10*time.Second, "how long the server is asked while a load runs")
	servingQuads   = flag.Int("serve.quads", 20_000, "how many quads the store has before")
	servingBackend = flag.String("serve.backend", graph.Bolt, "the back end, embedded")
)

const (
	servingClients = 16
	// tellings is how many demands the article has of which every answer must
	// have all, of one version, or none.
	tellings = 12
	teller   = "unlinked:teller"
)

// telling is the article in a version: all its demands carry its number.
func telling(version int) graph.Document {
	doc := document("telling", "What the teller wants", "2021-12-18")
	for i := range tellings {
		demand(&doc, fmt.Sprintf("telling%d-%d", version%2, i), teller, "nato", "2021-12-17", fmt.Sprintf("to count version %d", version))
	}
	return doc
}

// mixed are the questions of the clients.
func mixed(r *rand.Rand) string {
	actor := []string{"russia", "united-states", "nato", "unlinked:actor-7", "unlinked:actor-19", "unlinked:actor-80"}[r.IntN(6)]
	return []string{
		"who-demanded", "who-demanded?by=" + actor, "who-demanded?by=" + actor + "&polarity=dont", "who-demanded?topic=grain&since=2021-03&until=2021-05",
		"who-demanded?since=2021-05&until=2021-05", "demands-on?actor=" + actor, "said?speaker=" + actor, "timeline?actor=" + actor,
		"events?participant=" + actor, "positions?topic=grain", "hardening?by=" + actor, "first-made?by=" + actor + "&topic=grain",
		"who-demanded?by=" + teller,
	}[r.IntN(13)]
}

// serving is the server under load.
type serving struct {
	*world
	mu       sync.Mutex
	times    []time.Duration
	problems []string
	loaded   int // quads
}

// Sixteen clients ask while articles are loaded, replaced and removed. No answer
// is an error, and each sees an article whole, in one version, or not at all.
func TestServesWhileLoading(t *testing.T) {
	load := *servingTime
	if testing.Short() {
		load = min(load, 2*time.Second)
	}
	store, err := graph.Open(t.Context(), graph.Options{Backend: *servingBackend, Path: t.TempDir(), NoSync: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { store.Close() })
	news := newsgraph.Options{Seed: 1, Leading: []extract.Actor{{ID: "russia", Name: "Russia", Linked: true, Kind: "country"}}}
	for docs := range slices.Chunk(newsgraph.Sized(*servingQuads, news), 50) {
		if _, err := store.Replace(t.Context(), docs...); err != nil {
			t.Fatal(err)
		}
	}
	// The teller stays known when the telling is removed.
	known := document("teller", "Who the teller is", "2021-12-01")
	say(&known, quad.IRI(schema.ActorIRI(teller)), schema.Label, quad.String("The Teller"))
	if _, err := store.Replace(t.Context(), known); err != nil {
		t.Fatal(err)
	}
	s := &serving{world: newWorld(t, func(cfg *server.Config) {
		cfg.Engine = &queries.Engine{Graph: asked{store}, Catalogue: cfg.Catalogue.(queries.Catalogue)}
		cfg.Graph = cayleystore.New(store, 0)
	})}
	ctx, cancel := context.WithTimeout(t.Context(), load)
	defer cancel()
	var group sync.WaitGroup
	group.Go(func() { s.write(ctx, store) })
	for client := range servingClients {
		group.Go(func() { s.client(ctx, rand.New(rand.NewPCG(1, uint64(client)))) })
	}
	group.Wait()
	for _, problem := range s.problems {
		t.Error(problem)
	}
	if len(s.times) == 0 {
		t.Fatal("nothing was answered")
	}
	slices.Sort(s.times)
	at := func(share float64) time.Duration {
		return s.times[int(share*float64(len(s.times)-1))].Round(100 * time.Microsecond)
	}
	t.Logf("| %s | %d clients | %d quads, %d loaded meanwhile | %.0f requests/s | p50 %v | p99 %v | longest %v |", *servingBackend, servingClients,
		*servingQuads, s.loaded, float64(len(s.times))/load.Seconds(), at(.5), at(.99), at(1))
}

// write loads further news, and the telling in one version after the other,
// which it removes now and then.
func (s *serving) write(ctx context.Context, store *graph.Store) {
	next := newsgraph.Articles(10, newsgraph.Options{Seed: 2})
	for version := 1; ctx.Err() == nil; version++ {
		for i := range next {
			next[i] = renamed(next[i], version*len(next)+i)
		}
		change, err := store.Replace(context.Background(), append(next, telling(version))...)
		if err == nil && version%5 == 0 {
			_, err = store.Delete(context.Background(), telling(0).Label)
		}
		if err != nil {
			s.problem("load: %v", err)
			return
		}
		s.mu.Lock()
		s.loaded += change.Added
		s.mu.Unlock()
	}
}

// renamed is the article under another label.
func renamed(doc graph.Document, n int) graph.Document {
	other := graph.Document{Label: quad.IRI(fmt.Sprintf("demarche:article/again-%d", n))}
	for _, q := range doc.Quads {
		q.Label = other.Label
		if q.Subject == quad.Value(doc.Label) {
			q.Subject = other.Label
		}
		other.Quads = append(other.Quads, q)
	}
	return other
}

// client asks one question after the other.
func (s *serving) client(ctx context.Context, r *rand.Rand) {
	for ctx.Err() == nil {
		question := mixed(r)
		began := time.Now()
		answer, err := http.Get(s.URL + "/api/queries/" + question)
		if err != nil {
			s.problem("%s: %v", question, err)
			return
		}
		body, err := io.ReadAll(answer.Body)
		answer.Body.Close()
		spent := time.Since(began)
		if err != nil || answer.StatusCode != http.StatusOK {
			s.problem("%s: status %d, %v: %.300s", question, answer.StatusCode, err, body)
			return
		}
		var result struct{ Rows []map[string]any }
		if err := json.Unmarshal(body, &result); err != nil {
			s.problem("%s: %v", question, err)
			return
		}
		if strings.HasSuffix(question, teller) {
			s.whole(result.Rows)
		}
		s.mu.Lock()
		s.times = append(s.times, spent)
		s.mu.Unlock()
	}
}

// whole notes an answer that has a part of the telling, or two versions of it.
func (s *serving) whole(rows []map[string]any) {
	versions := map[any]int{}
	for _, row := range rows {
		versions[row["what"]]++
	}
	if len(rows) != 0 && (len(rows) != tellings || len(versions) != 1) {
		s.problem("the telling was seen in %d rows of the versions %v", len(rows), versions)
	}
}

func (s *serving) problem(format string, args ...any) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.problems) < 10 {
		s.problems = append(s.problems, fmt.Sprintf(format, args...))
	}
}
