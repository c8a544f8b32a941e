package graph_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"testing"

	"demarche/graph"
	"demarche/graph/graphtest"
	"demarche/schema"

	"github.com/cayleygraph/quad"
)

// benchArticles make about 100,000 quads.
const benchArticles = 1050

// benchBatch is how many articles go into one transaction of the load benchmark:
// about 10,000 quads.
const benchBatch = 105

func load(b *testing.B, s *graph.Store, docs []graph.Document, batch int) {
	b.Helper()
	for begin := 0; begin < len(docs); begin += batch {
		end := min(begin+batch, len(docs))
		if _, err := s.Replace(context.Background(), docs[begin:end]...); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkLoad(b *testing.B) {
	docs := graphtest.News(benchArticles, 1)
	for _, batch := range []int{1, benchBatch, benchArticles} {
		for name, backend := range backends() {
			b.Run(fmt.Sprintf("%s/articles=%d", name, batch), func(b *testing.B) {
				var stored graph.Stats
				for b.Loop() {
					b.StopTimer()
					s := backend.Open(b)
					b.StartTimer()
					load(b, s, docs, batch)
					b.StopTimer()
					var err error
					if stored, err = s.Stats(context.Background()); err != nil {
						b.Fatal(err)
					}
					b.StartTimer()
				}
				b.ReportMetric(float64(b.N*stored.Quads)/b.Elapsed().Seconds(), "quads/s")
			})
		}
	}
}

func BenchmarkLookUp(b *testing.B) {
	docs := graphtest.News(benchArticles, 1)
	var demands, indexes []quad.Value
	for _, d := range docs {
		for _, q := range d.Quads {
			switch q.Predicate {
			case quad.IRI(schema.By):
				demands = append(demands, q.Subject)
			case quad.IRI(schema.IndexedUnder):
				indexes = append(indexes, q.Object)
			}
		}
	}
	looks := map[string]func(*graph.View, *rand.Rand) error{
		"Objects": func(v *graph.View, r *rand.Rand) error {
			_, err := v.Objects(demands[r.IntN(len(demands))], schema.By)
			return err
		},
		"Subjects": func(v *graph.View, r *rand.Rand) error {
			_, err := v.Subjects(schema.IndexedUnder, indexes[r.IntN(len(indexes))])
			return err
		},
		"Properties": func(v *graph.View, r *rand.Rand) error {
			_, err := v.Properties(demands[r.IntN(len(demands))])
			return err
		},
		"Label": func(v *graph.View, r *rand.Rand) error {
			_, err := v.Label(docs[r.IntN(len(docs))].Label)
			return err
		},
	}
	for name, backend := range backends() {
		s := backend.Open(b)
		load(b, s, docs, benchBatch)
		for what, look := range looks {
			b.Run(name+"/"+what, func(b *testing.B) {
				r := rand.New(rand.NewPCG(1, 2))
				for b.Loop() {
					err := s.View(context.Background(), func(v *graph.View) error { return look(v, r) })
					if err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
