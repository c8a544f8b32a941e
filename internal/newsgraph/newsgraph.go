// Package newsgraph makes news that nobody wrote, for benchmarks and for tests of
// what a question costs: articles with statements, demands, events, positions
// and memberships, in the very quads that package loader writes for such
// articles, index entries included.
//
// What decides the cost of loading and asking follows real news: few actors are
// in much of it and most in little (Zipf's law), as are words and issues; the
// same demand is reported by several articles; an article describes every actor
// that it names. An article has about 185 quads.
package newsgraph

import (
	"fmt"
	"iter"
	"math/rand/v2"
	"time"

	"demarche/graph"
	"demarche/loader/extract"
)

const (
	// actorCount is how many actors there are news of.
	actorCount = 2000
	// publisherCount is how many papers there are.
	publisherCount = 40
	// storyCount is how many demands are remembered to be reported again.
	storyCount = 200
	// days is over how many days articles are spread, from firstDay.
	days = 3 * 365
)

var firstDay = time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)

// Options say which news to make. The same options give the same articles.
type Options struct {
	// Seed chooses one of many such worlds.
	Seed uint64
	// Leading are the most popular actors, the first the most popular of all.
	// The others are called "Actor 7" and are in no catalogue.
	Leading []extract.Actor
}

// All yields articles without end, one after the other.
func All(o Options) iter.Seq[graph.Document] {
	return func(yield func(graph.Document) bool) {
		w := newWorld(o)
		for i := 0; yield(w.article(i)); i++ {
		}
	}
}

// Articles returns the first n articles.
func Articles(n int, o Options) []graph.Document {
	docs := make([]graph.Document, 0, n)
	for doc := range All(o) {
		if len(docs) == n {
			break
		}
		docs = append(docs, doc)
	}
	return docs
}

// Sized returns as many of the first articles as are needed for n quads.
func Sized(n int, o Options) []graph.Document {
	var docs []graph.Document
	for doc := range All(o) {
		if n <= 0 {
			break
		}
		docs, n = append(docs, doc), n-len(doc.Quads)
	}
	return docs
}

// world is what all articles share.
type world struct {
	r       *rand.Rand
	leading []extract.Actor
	actors  *rand.Zipf
	words   *rand.Zipf
	issues  *rand.Zipf
	stories []story
}

// story is a demand that articles report.
type story struct {
	by, of         extract.Actor
	what, polarity string
	about          []extract.About
}

func newWorld(o Options) *world {
	r := rand.New(rand.NewPCG(o.Seed, 2))
	return &world{
		r:       r,
		leading: o.Leading,
		actors:  rand.NewZipf(r, 1.3, 4, actorCount-1),
		words:   rand.NewZipf(r, 1.1, 8, uint64(len(subjects)*len(subjects)-1)),
		issues:  rand.NewZipf(r, 1.2, 2, uint64(len(issues)-1)),
	}
}

// actor chooses an actor by its popularity.
func (w *world) actor() extract.Actor {
	n := int(w.actors.Uint64())
	if n < len(w.leading) {
		return w.leading[n]
	}
	kind := []string{"country", "organisation", "person", "person"}[n%4]
	return extract.Actor{ID: fmt.Sprintf("unlinked:actor-%d", n), Name: fmt.Sprintf("Actor %d", n), Kind: kind}
}

// subject is what a demand or a position is about, such as "the grain sanctions".
func (w *world) subject() string {
	n := int(w.words.Uint64())
	return subjects[n/len(subjects)] + " " + subjects[n%len(subjects)]
}

// about names an issue of most records.
func (w *world) about() []extract.About {
	if w.r.IntN(3) == 0 {
		return nil
	}
	name := issues[w.issues.Uint64()]
	return []extract.About{{Issue: extract.Issue{ID: "issue-" + name, Name: name}, Opposite: w.r.IntN(8) == 0}}
}

// story returns a demand: a new one, or one that was reported before.
func (w *world) story() story {
	if len(w.stories) > 0 && w.r.IntN(3) == 0 {
		return w.stories[w.r.IntN(len(w.stories))]
	}
	s := story{by: w.actor(), of: w.actor(), polarity: []string{"do", "do", "dont"}[w.r.IntN(3)], about: w.about()}
	s.what = fmt.Sprintf("to %s the %s in %d districts", pick(w.r, verbs), w.subject(), w.r.IntN(500))
	if len(w.stories) < storyCount {
		w.stories = append(w.stories, s)
	} else {
		w.stories[w.r.IntN(storyCount)] = s
	}
	return s
}

func pick(r *rand.Rand, from []string) string { return from[r.IntN(len(from))] }
