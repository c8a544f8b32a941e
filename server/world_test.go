package server_test

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/cayleygraph/quad"

	"demarche/graph"
	"demarche/queries"
	"demarche/review"
	"demarche/schema"
	"demarche/schema/issues"
	"demarche/server"
	"demarche/server/cayleystore"
)

const token = "correct horse battery staple"

const issuesYAML = `
issues:
  - {name: Security}
  - {name: NATO enlargement, broader: security, words: ["@nato + expand|expansion|enlargement"]}
  - {name: Arms control, broader: security, words: [arms control, limits of arms], opposite: [arms race]}
`

// world is a server over a store in memory with two articles and three demands.
type world struct {
	*httptest.Server
	t     *testing.T
	store *graph.Store
	cfg   server.Config
}

// newWorld starts a server; change may alter what it is made of.
func newWorld(t *testing.T, change func(*server.Config)) *world {
	t.Helper()
	store, err := graph.Open(t.Context(), graph.Options{Backend: graph.Memory})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { store.Close() })
	if _, err := store.Replace(t.Context(), articles()...); err != nil {
		t.Fatal(err)
	}
	catalogue, err := schema.Load(os.DirFS("testdata/actors"))
	if err != nil {
		t.Fatal(err)
	}
	known, err := issues.Load(fstest.MapFS{"issues.yaml": {Data: []byte(issuesYAML)}})
	if err != nil {
		t.Fatal(err)
	}
	set, err := queries.Load()
	if err != nil {
		t.Fatal(err)
	}
	cfg := server.Config{
		Queries:   set,
		Engine:    &queries.Engine{Graph: asked{store}, Catalogue: catalogue},
		Graph:     cayleystore.New(store, 0),
		Catalogue: catalogue,
		Issues:    known,
		Actors:    actorLoader{},
		Articles:  articleLoader{store},
		Reviews:   review.NewBook(kept{store}, catalogue),
		Token:     token,
		Version:   "test",
	}
	if change != nil {
		change(&cfg)
	}
	s, err := server.New(cfg)
	if err != nil {
		t.Fatal(err)
	}
	w := &world{Server: httptest.NewServer(s.Handler()), t: t, store: store, cfg: cfg}
	t.Cleanup(w.Close)
	return w
}

// asked is the store as the saved queries read it.
type asked struct{ *graph.Store }

func (a asked) View(ctx context.Context, read func(queries.Reader) error) error {
	return a.Store.View(ctx, func(v *graph.View) error { return read(v) })
}

func (a asked) Gizmo(context.Context, string, map[string]any, int) ([]map[string]quad.Value, error) {
	return nil, fmt.Errorf("no saved query of these tests is in Gizmo")
}

// kept is the store as reviews are kept in it.
type kept struct{ store *graph.Store }

func (k kept) View(ctx context.Context, read func(review.Reader) error) error {
	return k.store.View(ctx, func(v *graph.View) error { return read(v) })
}

func (k kept) Put(ctx context.Context, label quad.IRI, quads []quad.Quad) error {
	_, err := k.store.Replace(ctx, graph.Document{Label: label, Quads: quads})
	return err
}

func (k kept) Remove(ctx context.Context, label quad.IRI) (bool, error) {
	_, err := k.store.Delete(ctx, label)
	if errors.Is(err, graph.ErrUnknownLabel) {
		return false, nil
	}
	return err == nil, err
}

// actorLoader takes any document that names an actor.
type actorLoader struct{}

func (actorLoader) AddActors(_ context.Context, name string, data []byte) (*server.ActorsAdded, error) {
	if !bytes.Contains(data, []byte("id: ")) {
		return nil, fmt.Errorf("%w: %s:1: there is no actor", server.ErrInvalid, name)
	}
	return &server.ActorsAdded{IDs: []string{"anna-bell"}}, nil
}

// PutActor takes the same for Russia, the one own actor.
func (l actorLoader) PutActor(ctx context.Context, id, name string, data []byte) (*server.ActorsAdded, error) {
	if own, _ := l.Own(id); !own {
		return nil, fmt.Errorf("%w: %s is no actor of yours", server.ErrInvalid, id)
	}
	if _, err := l.AddActors(ctx, name, data); err != nil {
		return nil, err
	}
	return &server.ActorsAdded{IDs: []string{id}}, nil
}

func (l actorLoader) PreviewActors(ctx context.Context, id, name string, data []byte) (*server.ActorsPreview, error) {
	preview := &server.ActorsPreview{IDs: []string{}, Mentions: []server.Mention{}, Warnings: []string{}, Problems: []server.ActorProblem{}}
	if _, err := l.AddActors(ctx, name, data); err != nil {
		preview.Problems = append(preview.Problems, server.ActorProblem{Line: 1, Field: "actors", Message: "there is no actor"})
		return preview, nil
	}
	preview.IDs = append(preview.IDs, cmp.Or(id, "anna-bell"))
	return preview, nil
}

func (actorLoader) Own(id string) (bool, error) { return id == "russia", nil }

func (actorLoader) Relink(context.Context) ([]string, error) {
	return []string{"Anna Bell (2 articles) is anna-bell"}, nil
}

// articleLoader stores the body as an article's headline.
type articleLoader struct{ store *graph.Store }

func (l articleLoader) Load(ctx context.Context, name string, data []byte) ([]server.Loaded, error) {
	if len(data) < 10 {
		return nil, fmt.Errorf("%w: %s: there is no article in it", server.ErrInvalid, name)
	}
	doc := document("loaded", string(data), "2022-01-05")
	change, err := l.store.Replace(ctx, doc)
	if err != nil {
		return nil, err
	}
	return []server.Loaded{{IRI: string(doc.Label), Title: string(data), Quads: change.Added, Change: "new"}}, nil
}

func (l articleLoader) Preview(_ context.Context, name string, data []byte) ([]server.Previewed, error) {
	if len(data) < 10 {
		return nil, fmt.Errorf("%w: %s: there is no article in it", server.ErrInvalid, name)
	}
	doc := document("previewed", string(data), "2022-01-05")
	demand(&doc, "d9", "russia", "nato", "2022-01-05", "to answer in writing")
	say(&doc, doc.Label, schema.Text, quad.String(data))
	say(&doc, doc.Label, schema.Blocks, quad.String("headline 0-10, paragraph 11-17"))
	return []server.Previewed{{Loaded: server.Loaded{IRI: string(doc.Label), Title: string(data), Demands: 1, Change: "new"}, Quads: doc.Quads}}, nil
}

func (l articleLoader) Remove(ctx context.Context, iri string) (int, error) {
	change, err := l.store.Delete(ctx, quad.IRI(iri))
	if err != nil {
		return 0, fmt.Errorf("%w: %w", server.ErrNotFound, err)
	}
	return change.Removed, nil
}

// slowArticles takes its time for a preview, as a long text does.
type slowArticles struct {
	server.Articles
	time time.Duration
}

func (a slowArticles) Preview(ctx context.Context, name string, data []byte) ([]server.Previewed, error) {
	time.Sleep(a.time)
	return a.Articles.Preview(ctx, name, data)
}

// brokenArticles fails at each preview in a way that it should not.
type brokenArticles struct{ server.Articles }

func (brokenArticles) Preview(context.Context, string, []byte) ([]server.Previewed, error) {
	panic("broken")
}

// articles returns what the two articles say.
func articles() []graph.Document {
	courier := document("courier", "Talks in Geneva", "2021-12-18")
	demand(&courier, "d1", "russia", "nato", "2021-12-17", "to rule out any further expansion")
	demand(&courier, "d2", "nato", "russia", "2021-12-18", "to withdraw its troops")
	herald := document("herald", "No veto, minister says", "2021-12-20")
	say(&herald, herald.Label, schema.Publisher, quad.IRI(schema.ActorIRI("unlinked:the-herald")))
	describe(&herald, "unlinked:the-herald", schema.ClassMedium, "The Herald")
	demand(&herald, "d3", "united-states", "russia", "2021-12-19", "to return to diplomacy")
	describe(&herald, "unlinked:yuri-ushakov", schema.ClassPerson, "Yuri Ushakov", "Mr Ushakov")
	describe(&herald, "unlinked:russian-farmers", schema.ClassGroup, "Russian farmers")
	return []graph.Document{courier, herald}
}

func document(name, headline, day string) graph.Document {
	doc := graph.Document{Label: quad.IRI("demarche:article/" + name)}
	say(&doc, doc.Label, schema.Type, quad.IRI(schema.ClassArticle))
	say(&doc, doc.Label, schema.Label, quad.String(headline))
	say(&doc, doc.Label, schema.Headline, quad.String(headline))
	say(&doc, doc.Label, schema.DatePublished, date(day))
	return doc
}

func demand(doc *graph.Document, id, by, of, day, what string) {
	d := quad.IRI("demarche:demand/" + id)
	say(doc, d, schema.Type, quad.IRI(schema.ClassDemand))
	say(doc, d, schema.Label, quad.String(by+" demands of "+of+" "+what))
	say(doc, d, schema.DerivedFrom, doc.Label)
	say(doc, d, schema.By, quad.IRI(schema.ActorIRI(by)))
	say(doc, d, schema.Of, quad.IRI(schema.ActorIRI(of)))
	say(doc, d, schema.Quote, quad.String(what))
	say(doc, d, schema.Day, date(day))
	say(doc, d, schema.Confidence, quad.Float(0.9))
	say(doc, d, schema.Addressed, quad.String("stated"))
	index := func(key, month string) quad.IRI { return quad.IRI(schema.IndexIRI("demand", key, month)) }
	for _, key := range []string{"all", "by/" + by, "of/" + of, "pair/" + by + "/" + of} {
		say(doc, d, schema.IndexedUnder, index(key, day[:7]))
	}
	say(doc, index("all", day[:7]), schema.IndexedUnder, index("all", day[:4]))
	say(doc, index("all", day[:4]), schema.IndexedUnder, index("all", schema.Decade(2021)))
}

// describe says who an actor is that the catalogue does not know.
func describe(doc *graph.Document, id, class, name string, aliases ...string) {
	actor := quad.IRI(schema.ActorIRI(id))
	say(doc, actor, schema.Type, quad.IRI(class))
	say(doc, actor, schema.Label, quad.String(name))
	say(doc, actor, schema.Linked, quad.Bool(false))
	for _, alias := range aliases {
		say(doc, actor, schema.Alias, quad.String(alias))
	}
}

// say adds a quad to the document.
func say(doc *graph.Document, subject quad.IRI, predicate string, object quad.Value) {
	doc.Quads = append(doc.Quads, quad.Quad{Subject: subject, Predicate: quad.IRI(predicate), Object: object, Label: doc.Label})
}

func date(day string) quad.Value {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		panic(err)
	}
	return quad.Time(t)
}

// request is a request with what its answer must be.
type request struct {
	name   string
	method string // GET when empty
	path   string
	body   string
	header map[string]string
	anyone bool // send no token
	status int
	want   []string // texts of the body
}

// check sends the request and compares.
func (w *world) check(r request) (http.Header, string) {
	w.t.Helper()
	method := r.method
	if method == "" {
		method = http.MethodGet
	}
	req, err := http.NewRequestWithContext(w.t.Context(), method, w.URL+r.path, strings.NewReader(r.body))
	if err != nil {
		w.t.Fatal(err)
	}
	if method != http.MethodGet && !r.anyone {
		req.Header.Set("Authorization", "Bearer "+token)
	}
	for name, value := range r.header {
		req.Header.Set(name, value)
	}
	res, err := http.DefaultTransport.RoundTrip(req)
	if err != nil {
		w.t.Fatal(err)
	}
	defer res.Body.Close()
	body, err := io.ReadAll(res.Body)
	if err != nil {
		w.t.Fatal(err)
	}
	if res.StatusCode != r.status {
		w.t.Errorf("%s %s: status %d, want %d\n%s", method, r.path, res.StatusCode, r.status, body)
	}
	for _, want := range r.want {
		if !strings.Contains(string(body), want) {
			w.t.Errorf("%s %s: the answer lacks %q\n%s", method, r.path, want, body)
		}
	}
	return res.Header, string(body)
}

// checkAll checks requests one after the other.
func (w *world) checkAll(requests []request) {
	for _, r := range requests {
		outer := w.t
		outer.Run(r.name, func(t *testing.T) {
			w.t = t
			w.check(r)
		})
		w.t = outer
	}
}
