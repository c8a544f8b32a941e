package newsgraph_test

import (
	"reflect"
	"testing"

	"github.com/cayleygraph/quad"

	"demarche/graph"
	"demarche/graph/graphtest"
	"demarche/internal/newsgraph"
	"demarche/loader/extract"
	"demarche/schema"
)

func TestTheSameSeedGivesTheSameNews(t *testing.T) {
	some, more := newsgraph.Articles(20, newsgraph.Options{Seed: 1}), newsgraph.Articles(30, newsgraph.Options{Seed: 1})
	if !reflect.DeepEqual(some, more[:20]) {
		t.Error("20 articles are not the first of 30")
	}
	if reflect.DeepEqual(some, newsgraph.Articles(20, newsgraph.Options{Seed: 2})) {
		t.Error("another seed gives the same articles")
	}
}

func TestNewsHaveAllRecordsAndAreStorable(t *testing.T) {
	leader := extract.Actor{ID: "russia", Name: "Russia", Linked: true, Kind: "country"}
	docs := newsgraph.Sized(20_000, newsgraph.Options{Leading: []extract.Actor{leader}})
	quads, classes, named := 0, map[quad.Value]int{}, map[quad.Value]int{}
	for _, doc := range docs {
		quads += len(doc.Quads)
		for _, q := range doc.Quads {
			switch q.Predicate {
			case quad.IRI(schema.Type):
				classes[q.Object]++
			case quad.IRI(schema.By):
				named[q.Object]++
			}
		}
	}
	if quads < 20_000 || quads > 21_000 {
		t.Errorf("%d quads instead of 20,000 and the rest of an article", quads)
	}
	if per := quads / len(docs); per < 120 || per > 250 {
		t.Errorf("an article has %d quads", per)
	}
	for _, class := range []string{schema.ClassArticle, schema.ClassStatement, schema.ClassDemand, schema.ClassEvent, schema.ClassPosition, schema.ClassMembership} {
		if classes[quad.IRI(class)] == 0 {
			t.Errorf("no %s", class)
		}
	}
	top := named[quad.IRI(schema.ActorIRI("russia"))]
	if demands := classes[quad.IRI(schema.ClassDemand)]; top*20 < demands || top*2 > demands || len(named)*8 < demands {
		t.Errorf("the most popular actor makes %d of %d demands, and %d actors make any", top, demands, len(named))
	}
	store, err := graph.Open(t.Context(), graph.Options{Backend: graph.Memory})
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	if _, err := store.Replace(t.Context(), docs...); err != nil {
		t.Fatal(err)
	}
	graphtest.Check(t, store)
}
