package server

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/cayleygraph/quad"

	"demarche/review"
	"demarche/schema"
)

// ArticleView is what is known of an article's publication. It is exported, as
// ArticleWhole is, because the description leaves out embedded types that are not.
type ArticleView struct {
	IRI           string   `json:"iri"`
	Headline      string   `json:"headline,omitempty"`
	Publisher     string   `json:"publisher,omitempty" doc:"node of the publisher"`
	PublisherName string   `json:"publisherName,omitempty" doc:"label that the article gives its publisher"`
	Published     string   `json:"published,omitempty" doc:"day, or time where it is known"`
	URL           string   `json:"url,omitempty"`
	Language      string   `json:"language,omitempty"`
	Authors       []string `json:"authors,omitempty"`
	Digest        string   `json:"digest,omitempty"`
}

// ArticleWhole is an article with all that it says.
type ArticleWhole struct {
	ArticleView
	Text   string      `json:"text,omitempty" doc:"the text that the offsets count in"`
	Blocks []blockView `json:"blocks" nullable:"false" doc:"the parts of the text that are the article's, in their order; all else is furniture: menus, share links, notices"`
	Nodes  []nodeView  `json:"nodes" doc:"statements, demands, events, positions, roles and actors that the article gave"`
}

// blockView is a part of an article's text.
type blockView struct {
	Kind  string `json:"kind" enum:"headline,standfirst,caption,paragraph"`
	Begin int    `json:"begin" doc:"first code point"`
	End   int    `json:"end" doc:"code point behind the last"`
}

// nodeView is a node with the properties that one article gives it.
type nodeView struct {
	IRI        string           `json:"iri"`
	Properties map[string][]any `json:"properties"`
}

// articleList is the answer of GET /api/articles.
type articleList struct {
	Articles []ArticleView `json:"articles" doc:"newest first"`
	Limit    int           `json:"limit"`
	Offset   int           `json:"offset"`
	More     bool          `json:"more"`
}

// loadedList is the answer of POST /api/articles.
type loadedList struct {
	Articles []Loaded `json:"articles,omitempty" doc:"what was stored"`
	Queued   []Queued `json:"queued,omitempty" doc:"with queue=true: what will be"`
}

// removed is the answer of DELETE /api/articles/{iri}.
type removed struct {
	IRI   string `json:"iri"`
	Quads int    `json:"quads" doc:"quads that went"`
}

// articleBody and articleTypes say what a body of articles may be.
const articleBody = "one or more articles, in any format that can be loaded: page text, HTML, RSS, Atom, JSON or JSON Lines with the " +
	"keys title, publisher, published, url, authors, language and text, of which text is required"

var articleTypes = []string{"text/plain", "text/html", "application/json", "application/jsonl", "application/rss+xml", "application/atom+xml"}

func (s *Server) articleRoutes() []route {
	iri := input{name: "iri", in: "path", about: "IRI of the article; percent-encode what the address cannot hold", required: true}
	name := input{name: "name", in: "query", about: "name of the document, for messages and where the name tells the format"}
	return []route{
		{method: "GET", path: "/api/articles", tag: tagArticle, summary: "Stored articles, newest first",
			params: []input{limitInput, offsetInput}, answer: reflect.TypeFor[articleList](), handle: s.getArticles},
		{method: "GET", path: "/api/articles/{iri...}", tag: tagArticle, summary: "One article with all that it says",
			params: []input{iri}, answer: reflect.TypeFor[ArticleWhole](), handle: s.getArticle},
		{method: "POST", path: "/api/articles", tag: tagArticle, summary: "Load articles", write: true,
			params: []input{
				name,
				{name: "queue", in: "query", typ: "boolean", def: "false",
					about: "put the articles into the queue, for workers to load, and answer 202 at once; 503 when the queue is full"},
			},
			body:    articleBody,
			accepts: articleTypes,
			answer:  reflect.TypeFor[loadedList](), handle: s.postArticles},
		{method: "POST", path: "/api/preview/articles", tag: tagArticle, summary: "What loading articles would store; nothing is stored",
			params: []input{name}, body: articleBody, accepts: articleTypes,
			answer: reflect.TypeFor[articlePreviews](), handle: s.previewArticles},
		{method: "DELETE", path: "/api/articles/{iri...}", tag: tagArticle, summary: "Remove an article and all that it says", write: true,
			params: []input{iri}, answer: reflect.TypeFor[removed](), handle: s.deleteArticle},
	}
}

func (s *Server) getArticles(w http.ResponseWriter, r *http.Request) error {
	page, err := s.pageOf(r.URL.Query())
	if err != nil {
		return err
	}
	stored, err := s.cfg.Engine.Stored(r.Context(), page.offset, page.limit)
	if err != nil {
		return err
	}
	list := articleList{Articles: []ArticleView{}, Limit: page.limit, Offset: page.offset}
	list.More = page.offset+len(stored.IRIs) < stored.Total
	names := map[string]string{}
	for _, iri := range stored.IRIs {
		view := viewArticle(iri, stored.Facts[iri])
		if view.PublisherName, err = s.publisherName(r.Context(), view, names); err != nil {
			return err
		}
		list.Articles = append(list.Articles, view)
	}
	setCut(w.Header(), page.limit, list.More)
	return writeJSON(w, http.StatusOK, list)
}

// publisherName returns the label that an article gives its publisher. names keeps
// those that were read, by node: articles call a publisher alike.
func (s *Server) publisherName(ctx context.Context, view ArticleView, names map[string]string) (string, error) {
	name, known := names[view.Publisher]
	if known || view.Publisher == "" {
		return name, nil
	}
	node := quad.IRI(view.Publisher)
	labels, _, err := s.quads(ctx, quad.Quad{Subject: node, Predicate: quad.IRI(schema.Label), Label: quad.IRI(view.IRI)}, 1)
	if err != nil {
		return "", fmt.Errorf("reading the publisher of article %s: %w", view.IRI, err)
	}
	names[view.Publisher] = labelOf(node, labels)
	return names[view.Publisher], nil
}

func (s *Server) getArticle(w http.ResponseWriter, r *http.Request) error {
	iri := quad.IRI(r.PathValue("iri"))
	quads, more, err := s.quads(r.Context(), quad.Quad{Label: iri}, s.limits.MaxRows)
	switch {
	case err != nil:
		return fmt.Errorf("reading article %s: %w", string(iri), err)
	case more:
		return invalid("article %s has more than %d quads; read them in parts from /api/v2/read", string(iri), s.limits.MaxRows)
	case len(quads) == 0 || review.IsReview(string(iri)):
		return unknown(nil, "there is no article %s; /api/articles lists them", string(iri))
	}
	return writeJSON(w, http.StatusOK, wholeOf(iri, quads))
}

// wholeOf collects all that the quads of an article say.
func wholeOf(iri quad.IRI, quads []quad.Quad) ArticleWhole {
	whole := ArticleWhole{ArticleView: viewArticle(iri, quads), Blocks: []blockView{}, Nodes: nodesOf(iri, quads)}
	if whole.Publisher != "" {
		whole.PublisherName = labelOf(quad.IRI(whole.Publisher), quads)
	}
	for _, q := range quads {
		switch {
		case q.Subject != iri:
		case q.Predicate == quad.IRI(schema.Text):
			whole.Text = textOf(q.Object)
		case q.Predicate == quad.IRI(schema.Blocks):
			whole.Blocks = blocksOf(textOf(q.Object))
		}
	}
	return whole
}

// labelOf returns the first label that the quads give a node, "" for none.
func labelOf(node quad.IRI, quads []quad.Quad) string {
	for _, q := range quads {
		if q.Subject == node && q.Predicate == quad.IRI(schema.Label) {
			return textOf(q.Object)
		}
	}
	return ""
}

// blocksOf reads "headline 0-40, paragraph 42-300"; what is not written so is
// left out.
func blocksOf(text string) []blockView {
	blocks := []blockView{}
	for item := range strings.SplitSeq(text, ", ") {
		kind, at, _ := strings.Cut(item, " ")
		from, to, _ := strings.Cut(at, "-")
		begin, err1 := strconv.Atoi(from)
		end, err2 := strconv.Atoi(to)
		if err1 == nil && err2 == nil {
			blocks = append(blocks, blockView{kind, begin, end})
		}
	}
	return blocks
}

// viewArticle collects what the quads say of the article's publication.
func viewArticle(iri quad.IRI, quads []quad.Quad) ArticleView {
	v := ArticleView{IRI: string(iri)}
	for _, q := range quads {
		if q.Subject != iri {
			continue
		}
		predicate, _ := q.Predicate.(quad.IRI)
		switch string(predicate) {
		case schema.Headline:
			v.Headline = textOf(q.Object)
		case schema.Publisher:
			v.Publisher = textOf(q.Object)
		case schema.DatePublished:
			v.Published = textOf(q.Object)
		case schema.URL:
			v.URL = textOf(q.Object)
		case schema.Language:
			v.Language = textOf(q.Object)
		case schema.Digest:
			v.Digest = textOf(q.Object)
		case schema.Author:
			v.Authors = append(v.Authors, textOf(q.Object))
		}
	}
	return v
}

// nodesOf groups the quads by subject, the article itself left out.
func nodesOf(article quad.IRI, quads []quad.Quad) []nodeView {
	byIRI := make(map[string]map[string][]any)
	for _, q := range quads {
		if q.Subject == article {
			continue
		}
		subject := textOf(q.Subject)
		if byIRI[subject] == nil {
			byIRI[subject] = make(map[string][]any)
		}
		predicate := textOf(q.Predicate)
		byIRI[subject][predicate] = append(byIRI[subject][predicate], jsonOf(q.Object))
	}
	nodes := make([]nodeView, 0, len(byIRI))
	for iri, properties := range byIRI {
		nodes = append(nodes, nodeView{IRI: iri, Properties: properties})
	}
	slices.SortFunc(nodes, func(a, b nodeView) int { return strings.Compare(a.IRI, b.IRI) })
	return nodes
}

// jsonOf returns a value as JSON shows it: IRIs and strings as text, numbers
// and truth values as such, days and times as text.
func jsonOf(v quad.Value) any {
	switch v := v.(type) {
	case quad.IRI:
		return string(v)
	case quad.Time:
		return timeText(time.Time(v))
	}
	switch native := v.Native().(type) {
	case quad.Value:
		return native.String()
	case json.Marshaler:
		return fmt.Sprint(native)
	default:
		return native
	}
}

// timeText writes a time, as a day where it is midnight UTC, which is how days
// are stored.
func timeText(t time.Time) string {
	if t.Equal(t.Truncate(24 * time.Hour)) {
		return t.UTC().Format(time.DateOnly)
	}
	return t.UTC().Format(time.RFC3339)
}

// textOf returns a value as text.
func textOf(v quad.Value) string { return fmt.Sprint(jsonOf(v)) }

func (s *Server) postArticles(w http.ResponseWriter, r *http.Request) error {
	data, err := readBody(w, r, s.limits.UploadBytes)
	if err != nil {
		return err
	}
	if len(data) == 0 {
		return invalid("the body is empty; send an article")
	}
	name := cmp.Or(r.URL.Query().Get("name"), "request")
	later, err := boolOf(r.URL.Query(), "queue")
	if err != nil {
		return err
	}
	if later {
		return s.enqueue(w, r, name, data)
	}
	loaded, err := s.cfg.Articles.Load(r.Context(), name, data)
	if err != nil {
		return fmt.Errorf("loading articles: %w", err)
	}
	return writeJSON(w, http.StatusCreated, loadedList{Articles: loaded})
}

// enqueue leaves the loading to workers.
func (s *Server) enqueue(w http.ResponseWriter, r *http.Request, name string, data []byte) error {
	if s.cfg.Queue == nil {
		return invalid("this server has no queue; leave out queue=true")
	}
	queued, err := s.cfg.Queue.Enqueue(r.Context(), name, data)
	if err != nil {
		return fmt.Errorf("enqueuing articles: %w", err)
	}
	return writeJSON(w, http.StatusAccepted, loadedList{Queued: queued})
}

func (s *Server) deleteArticle(w http.ResponseWriter, r *http.Request) error {
	iri := r.PathValue("iri")
	n, err := s.cfg.Articles.Remove(r.Context(), iri)
	if err != nil {
		return fmt.Errorf("removing article %s: %w", iri, err)
	}
	return writeJSON(w, http.StatusOK, removed{IRI: iri, Quads: n})
}
