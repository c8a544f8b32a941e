// Package graphtest tests back ends of package graph and makes graphs for tests.
//
// Run is the conformance suite: what holds for one back end holds for all. News
// makes a synthetic news graph in the project's vocabulary.
package graphtest

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"

	"demarche/graph"
	"demarche/schema"

	"github.com/cayleygraph/quad"
)

// actorCount is how many actors the synthetic news know. Their popularity
// follows Zipf's law, so that actor 0 is in much of the news.
const actorCount = 2000

var topics = []string{"ceasefire", "sanctions", "expansion", "exercises", "grain", "gas", "prisoners", "treaty",
	"inspections", "observers", "missiles", "borders", "trade", "visas", "airspace", "election"}

// News returns n articles with two to six statements and demands each, about 25
// quads a record, and the index nodes that questions enter by. The same n and
// seed give the same articles.
func News(n int, seed uint64) []graph.Document {
	r := rand.New(rand.NewPCG(seed, 7))
	g := &news{r: r, zipf: rand.NewZipf(r, 1.3, 4, actorCount-1)}
	docs := make([]graph.Document, n)
	for i := range docs {
		docs[i] = g.article(i)
	}
	return docs
}

// news makes articles; label and quads are those of the one being made.
type news struct {
	r     *rand.Rand
	zipf  *rand.Zipf
	label quad.IRI
	quads []quad.Quad
}

func (g *news) add(subject quad.IRI, predicate string, object quad.Value) {
	g.quads = append(g.quads, quad.Quad{Subject: subject, Predicate: quad.IRI(predicate), Object: object, Label: g.label})
}

func (g *news) article(i int) graph.Document {
	g.label = quad.IRI(fmt.Sprintf("demarche:article/%06d-%08x", i, g.r.Uint32()))
	g.quads = nil
	day := time.Date(2021, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, g.r.IntN(720))
	g.add(g.label, schema.Type, quad.IRI(schema.ClassArticle))
	g.add(g.label, schema.Headline, quad.String("News number "+fmt.Sprint(i)+" of "+g.topic()))
	g.add(g.label, schema.URL, quad.IRI(fmt.Sprintf("https://news.example/%d", i)))
	g.add(g.label, schema.Publisher, g.actor())
	g.add(g.label, schema.DatePublished, quad.Time(day))
	g.add(g.label, schema.Language, quad.String("en"))
	g.add(g.label, schema.Digest, quad.String(fmt.Sprintf("%016x%016x", g.r.Uint64(), g.r.Uint64())))
	for n := range 2 + g.r.IntN(5) {
		if g.r.IntN(2) == 0 {
			g.demand(i, n, day)
		} else {
			g.statement(i, n, day)
		}
	}
	return graph.Document{Label: g.label, Quads: g.quads}
}

func (g *news) demand(i, n int, day time.Time) {
	id := g.record("demand", i, n, day)
	by, of, topic := g.actor(), g.actor(), g.topic()
	g.add(id, schema.Type, quad.IRI(schema.ClassDemand))
	g.add(id, schema.By, by)
	g.add(id, schema.Of, of)
	g.add(id, schema.Polarity, quad.String([]string{"do", "dont"}[g.r.IntN(2)]))
	g.add(id, schema.VoicedBy, g.actor())
	month := day.Format("2006-01")
	for _, key := range []string{"all", "by/" + slug(by), "of/" + slug(of), "pair/" + slug(by) + "/" + slug(of), "topic/" + topic} {
		g.add(id, schema.IndexedUnder, quad.IRI(schema.IndexIRI("demand", key, month)))
	}
}

func (g *news) statement(i, n int, day time.Time) {
	id := g.record("statement", i, n, day)
	speaker, topic := g.actor(), g.topic()
	g.add(id, schema.Type, quad.IRI(schema.ClassStatement))
	g.add(id, schema.Speaker, speaker)
	g.add(id, schema.Addressee, g.actor())
	g.add(id, schema.Quoted, quad.String([]string{"direct", "indirect", "mixed"}[g.r.IntN(3)]))
	month := day.Format("2006-01")
	for _, key := range []string{"all", "speaker/" + slug(speaker), "topic/" + topic} {
		g.add(id, schema.IndexedUnder, quad.IRI(schema.IndexIRI("statement", key, month)))
	}
}

// record adds what every record has.
func (g *news) record(kind string, i, n int, day time.Time) quad.IRI {
	id := quad.IRI(fmt.Sprintf("demarche:%s/%06d-%d-%08x", kind, i, n, g.r.Uint32()))
	begin := g.r.IntN(5000)
	g.add(id, schema.DerivedFrom, g.label)
	g.add(id, schema.Label, quad.String(fmt.Sprintf("%s %d of article %d", kind, n, i)))
	g.add(id, schema.Quote, quad.String(fmt.Sprintf("words %d of %s about %s and %s", g.r.IntN(1e6), kind, g.topic(), g.topic())))
	g.add(id, schema.Spans, quad.String(fmt.Sprintf("%d-%d", begin, begin+80)))
	g.add(id, schema.Cue, quad.String([]string{"said", "demanded", "called on", "urged", "told"}[g.r.IntN(5)]))
	g.add(id, schema.CueSpans, quad.String(fmt.Sprintf("%d-%d", begin-9, begin-2)))
	g.add(id, schema.Where, quad.String("body"))
	g.add(id, schema.Rule, quad.String(fmt.Sprintf("rule-%d", g.r.IntN(12))))
	g.add(id, schema.Confidence, quad.Float(float64(g.r.IntN(100))/100))
	g.add(id, schema.Day, quad.Time(day))
	g.add(id, schema.DayBasis, quad.String("text"))
	return id
}

// actor chooses an actor and adds what an article says of it.
func (g *news) actor() quad.IRI {
	n := g.zipf.Uint64()
	id := quad.IRI(schema.ActorIRI(fmt.Sprintf("actor%d", n)))
	g.add(id, schema.Type, quad.IRI(schema.ClassCountry))
	g.add(id, schema.Label, quad.String(fmt.Sprintf("Actor %d", n)))
	return id
}

func (g *news) topic() string { return topics[g.r.IntN(len(topics))] }

func slug(actor quad.IRI) string {
	return strings.TrimPrefix(string(actor), schema.ActorIRI(""))
}
