package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"

	"demarche/graph"
	"demarche/schema"
	"demarche/server"
	"demarche/server/cayleystore"
)

// gizmo asks in Cayley's language, as Cayley's own pages and programs do: over
// HTTP, at its address of version 2.
type gizmo struct {
	server *httptest.Server
}

func (b *bench) newGizmo() (*gizmo, error) {
	catalogue, err := schema.Default()
	if err != nil {
		return nil, err
	}
	s, err := server.New(server.Config{Queries: b.set, Engine: b.engine, Graph: cayleystore.New(b.store, 0), Catalogue: catalogue,
		Actors: noActors{}, Articles: noArticles{}, Reviews: noReviews{}, Version: "bench"})
	if err != nil {
		return nil, err
	}
	return &gizmo{httptest.NewServer(s.Handler())}, nil
}

func (g *gizmo) close() { g.server.Close() }

// program walks over the months of the index, the newest first, until it has a
// page, as a user of Gizmo would write it; the language does not sort.
const program = `
var rows = [];
for (var i = 0; i < params.months.length && rows.length < 50; i++) {
	var entries = g.V("<demarche:index/demand/" + params.key + "/" + params.months[i] + ">").in("<demarche:indexedUnder>");
	if (params.also) entries = entries.and(g.V("<demarche:index/demand/" + params.also + "/" + params.months[i] + ">").in("<demarche:indexedUnder>"));
	var some = entries.save("<demarche:day>", "day").save("<demarche:by>", "by").saveOpt("<demarche:of>", "of").save("<demarche:quote>", "what")
		.save("<demarche:polarity>", "polarity").save("<demarche:confidence>", "confidence")
		.tag("record").out("<prov:wasDerivedFrom>").save("<schema:headline>", "headline").tagArray() || [];
	some.sort(function(a, b) { return a.day < b.day ? 1 : a.day > b.day ? -1 : 0; });
	rows = rows.concat(some);
}
rows.slice(0, 50).forEach(function(row) { g.emit(row); });
`

func (g *gizmo) ask(ctx context.Context, q question, d drawn) (int, error) {
	params := map[string]any{"months": lastMonths(d, 36)}
	switch q.name {
	case "who-demanded, by":
		params["key"] = "by/" + d.By
	case "who-demanded, by and of":
		params["key"] = "pair/" + d.By + "/" + d.Of
	case "who-demanded, topic, three months":
		params["key"], params["months"] = "topic/"+d.Topic, lastMonths(d, 3)
	case "who-demanded, a month":
		params["key"], params["months"] = "all", lastMonths(d, 1)
	}
	bound, err := json.Marshal(params)
	if err != nil {
		return 0, err
	}
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, g.server.URL+"/api/v2/query?lang="+graph.Gizmo, strings.NewReader("var params = "+string(bound)+";"+program))
	if err != nil {
		return 0, err
	}
	answer, err := g.server.Client().Do(r)
	if err != nil {
		return 0, err
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err != nil || answer.StatusCode != http.StatusOK {
		return 0, fmt.Errorf("status %d: %.300s (%v)", answer.StatusCode, body, err)
	}
	var rows struct{ Result []json.RawMessage }
	err = json.Unmarshal(body, &rows)
	return len(rows.Result), err
}

// lastMonths lists n months, the newest first: up to the demand's, or all that
// there is news of.
func lastMonths(d drawn, n int) []string {
	day := d.Day
	if n == 36 {
		day = "2022-12-31"
	}
	var all []string
	for more := range n {
		since, _ := months(day, more)
		all = append(all, since[:len("2006-01")])
	}
	return all
}

// noActors, noArticles and noReviews stand for what the benchmark does not use.
type (
	noActors   struct{ server.ActorLoader }
	noArticles struct{ server.Articles }
	noReviews  struct{ server.Reviews }
)
