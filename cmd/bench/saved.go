package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"runtime/pprof"
	"slices"
	"time"

	"demarche/graph"
	"demarche/queries"
)

// question is a saved query with parameters that a drawn demand gives.
type question struct {
	name, query string
	given       func(d drawn) map[string]string
}

// saved are all saved queries.
func saved() []question {
	type args = map[string]string
	return []question{
		{"who-demanded", "who-demanded", func(drawn) args { return nil }},
		{"who-demanded, by", "who-demanded", func(d drawn) args { return args{"by": d.By} }},
		{"who-demanded, by, dont, strength", "who-demanded", func(d drawn) args { return args{"by": d.By, "polarity": "dont", "strength": "urge"} }},
		{"who-demanded, by and of", "who-demanded", func(d drawn) args { return args{"by": d.By, "of": d.Of} }},
		{"who-demanded, topic", "who-demanded", func(d drawn) args { return args{"topic": d.Topic} }},
		{"who-demanded, by, topic, three months", "who-demanded", func(d drawn) args {
			since, until := months(d.Day, 2)
			return args{"by": d.By, "topic": d.Topic, "since": since, "until": until}
		}},
		{"who-demanded, topic, three months", "who-demanded", func(d drawn) args {
			since, until := months(d.Day, 2)
			return args{"topic": d.Topic, "since": since, "until": until}
		}},
		{"who-demanded, a month", "who-demanded", func(d drawn) args {
			since, until := months(d.Day, 0)
			return args{"since": since, "until": until}
		}},
		{"demands-on", "demands-on", func(d drawn) args { return args{"actor": d.Of} }},
		{"said, speaker", "said", func(d drawn) args { return args{"speaker": d.By} }},
		{"timeline", "timeline", func(d drawn) args { return args{"actor": d.By} }},
		{"timeline of two", "timeline", func(d drawn) args { return args{"actor": d.By, "with": d.Of} }},
		{"events", "events", func(d drawn) args { return args{"participant": d.By} }},
		{"positions, topic", "positions", func(d drawn) args { return args{"topic": d.Topic} }},
		{"relations, all", "relations", func(drawn) args { return nil }},
		{"relations of an actor", "relations", func(d drawn) args { return args{"actor": d.By} }},
		{"changes of an actor", "changes", func(d drawn) args { return args{"actor": d.By} }},
		{"roles of an actor", "roles", func(d drawn) args { return args{"actor": d.By} }},
		{"evidence", "evidence", func(d drawn) args { return args{"record": d.Record} }},
		{"copies", "copies", func(d drawn) args { return args{"article": d.Article} }},
		{"actors, all", "actors", func(drawn) args { return nil }},
		{"actors, by name", "actors", func(d drawn) args { return args{"name": d.By} }},
		{"reported-by, of a demand", "reported-by", func(d drawn) args { return args{"record": d.Record} }},
		{"reported-by, by and of", "reported-by", func(d drawn) args { return args{"by": d.By, "of": d.Of} }},
		{"reported-by, by an actor", "reported-by", func(d drawn) args { return args{"by": d.By} }},
		{"first-made, of a demand", "first-made", func(d drawn) args { return args{"record": d.Record} }},
		{"repeated-by, of a demand", "repeated-by", func(d drawn) args { return args{"record": d.Record} }},
		{"hardening, of a demand", "hardening", func(d drawn) args { return args{"record": d.Record} }},
		{"hardening, by an actor", "hardening", func(d drawn) args { return args{"by": d.By} }},
		{"answers, to a demand", "answers", func(d drawn) args { return args{"record": d.Record} }},
		{"unanswered, to a demand", "unanswered", func(d drawn) args { return args{"record": d.Record} }},
		{"unanswered, of an actor", "unanswered", func(d drawn) args { return args{"of": d.Of} }},
	}
}

// savedQueries measures every saved query: cold, as the first one after opening,
// and warm, with one demand's parameters after the other's.
func (b *bench) savedQueries(ctx context.Context) error {
	if b.cpu != "" {
		f, err := os.Create(b.cpu)
		if err != nil {
			return err
		}
		defer f.Close()
		if err := pprof.StartCPUProfile(f); err != nil {
			return err
		}
		defer pprof.StopCPUProfile()
	}
	fmt.Printf("Saved queries on %s, %d quads; milliseconds for the first page of 50, the fastest of three\n\n", b.backend, b.loaded)
	fmt.Println("| query | cold, p50 | most | p50 | p99 | runs | rows | read, median | read, most |\n|---|---|---|---|---|---|---|---|---|")
	for _, q := range saved() {
		if !b.only.MatchString(q.name) {
			continue
		}
		if err := b.measure(ctx, q); err != nil {
			return fmt.Errorf("%s: %w", q.name, err)
		}
	}
	fmt.Println()
	return nil
}

func (b *bench) measure(ctx context.Context, q question) error {
	saved, err := b.set.Get(q.query)
	if err != nil {
		return err
	}
	var cold, times, read, rows []float64
	// ask asks with the parameters of a number of demands, while there is time.
	ask := func(runs int, warm bool, got func(ms float64, r *queries.Result)) error {
		began := time.Now()
		for i := 0; i < runs && (i < 3 || time.Since(began) < b.most); i++ {
			if !warm && b.backend != graph.Memory {
				if err := b.reopen(ctx); err != nil {
					return err
				}
			}
			d := b.drawn[i%len(b.drawn)]
			r, err := b.best(ctx, saved, q.given(d), warm)
			if errors.Is(err, queries.ErrUnknownRecord) || errors.Is(err, queries.ErrBadValue) {
				continue
			}
			if err != nil {
				return fmt.Errorf("%+v: %w", d, err)
			}
			got(float64(r.Elapsed.Microseconds())/1000, r)
		}
		return nil
	}
	if err := ask(b.cold, false, func(ms float64, _ *queries.Result) { cold = append(cold, ms) }); err != nil {
		return err
	}
	err = ask(b.runs, true, func(ms float64, r *queries.Result) {
		times, read, rows = append(times, ms), append(read, float64(r.Touched)), append(rows, float64(len(r.Rows)))
	})
	fmt.Printf("| %s | %.1f | %.1f | %.2f | %.1f | %d | %.0f | %.0f | %.0f |\n", q.name, share(cold, .5), share(cold, 1), share(times, .5), share(times, .99), len(times),
		share(rows, .5), share(read, .5), share(read, 1))
	return err
}

// tries is how often the same is asked when warm, of which the fastest counts:
// on a shared machine the slowest say what else it did.
const tries = 3

func (b *bench) best(ctx context.Context, q *queries.Query, given map[string]string, warm bool) (*queries.Result, error) {
	best, err := b.engine.Run(ctx, q, given, queries.Page{})
	for i := 1; i < tries && warm && err == nil; i++ {
		var r *queries.Result
		if r, err = b.engine.Run(ctx, q, given, queries.Page{}); err == nil && r.Elapsed < best.Elapsed {
			best = r
		}
	}
	return best, err
}

// share returns the value below which a share of the values lies.
func share(values []float64, of float64) float64 {
	if len(values) == 0 {
		return 0
	}
	sorted := slices.Sorted(slices.Values(values))
	return sorted[min(len(sorted)-1, int(of*float64(len(sorted))))]
}
