package main

import (
	"math/rand/v2"
	"strings"
	"time"

	"github.com/cayleygraph/quad"

	"demarche/graph"
	"demarche/internal/topic"
	"demarche/loader/extract"
	"demarche/schema"
)

// leading are the most popular actors of the news: actors of the catalogue.
func leading() []extract.Actor {
	var all []extract.Actor
	for _, a := range [][2]string{{"russia", "Russia"}, {"united-states", "United States"}, {"china", "China"}, {"ukraine", "Ukraine"}, {"nato", "NATO"}} {
		all = append(all, extract.Actor{ID: a[0], Name: a[1], Linked: true, Kind: "country"})
	}
	return all
}

// drawn is a demand of the news from which parameters are taken: popular actors
// and words are drawn as often as they are in the news.
type drawn struct {
	Record, Article string
	By, Of          string // ids
	Topic           string // a stem
	Day             string // 2021-12-31
}

// keep is how many demands are drawn.
const keep = 500

// draw keeps a sample of the demands that it sees.
type draw struct {
	r    *rand.Rand
	seen int
	kept []drawn
}

func newDraw(seed uint64) *draw { return &draw{r: rand.New(rand.NewPCG(seed, 7))} }

func (d *draw) see(doc graph.Document) {
	for iri, values := range bySubject(doc, schema.ClassDemand) {
		d.seen++
		at := len(d.kept)
		if at == keep {
			if at = d.r.IntN(d.seen); at >= keep {
				continue
			}
		} else {
			d.kept = append(d.kept, drawn{})
		}
		x := drawn{Record: string(iri), Article: string(doc.Label)}
		x.By, x.Of = actor(values[schema.By]), actor(values[schema.Of])
		if t, ok := first(values[schema.Day]).(quad.Time); ok {
			x.Day = time.Time(t).Format(time.DateOnly)
		}
		if keys := topic.Keys(text(values[schema.Quote])); len(keys) > 1 {
			x.Topic = keys[1] // the first is a verb, which says less
		}
		d.kept[at] = x
	}
}

// bySubject yields the subjects of a class with their values, in their order.
func bySubject(doc graph.Document, class string) func(func(quad.IRI, map[quad.IRI][]quad.Value) bool) {
	return func(yield func(quad.IRI, map[quad.IRI][]quad.Value) bool) {
		var order []quad.IRI
		all := map[quad.IRI]map[quad.IRI][]quad.Value{}
		for _, q := range doc.Quads {
			s, p := q.Subject.(quad.IRI), q.Predicate.(quad.IRI)
			if all[s] == nil {
				all[s], order = map[quad.IRI][]quad.Value{}, append(order, s)
			}
			all[s][p] = append(all[s][p], q.Object)
		}
		for _, s := range order {
			if text(all[s][schema.Type]) == class && !yield(s, all[s]) {
				return
			}
		}
	}
}

func first(values []quad.Value) quad.Value {
	if len(values) == 0 {
		return nil
	}
	return values[0]
}

func text(values []quad.Value) string { return schema.StringOf(first(values)) }

func actor(values []quad.Value) string { return strings.TrimPrefix(text(values), schema.ActorIRI("")) }

// months returns the first and last day of the month of a day and, with more, of
// the months before it.
func months(day string, more int) (since, until string) {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return "", ""
	}
	begin := time.Date(t.Year(), t.Month(), 1, 0, 0, 0, 0, time.UTC)
	return begin.AddDate(0, -more, 0).Format(time.DateOnly), begin.AddDate(0, 1, -1).Format(time.DateOnly)
}
