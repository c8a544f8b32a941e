package queries

import (
	"iter"
	"slices"
	"strings"
	"time"

	"github.com/cayleygraph/quad"

	"demarche/schema"
)

// record is a record of the graph, as far as it was read.
type record struct {
	iri   quad.IRI
	facts []quad.Quad
	dated string // see day
	whole bool   // whether all of recordFacts were read
}

// header is what is shown of an article.
type header struct {
	title, published, url string
	publisherID           string
	at                    time.Time // of publication; zero when not known
}

// kind is "demand", "statement" and so on, from the IRI.
func (r *record) kind() string {
	kind, _, _ := strings.Cut(strings.TrimPrefix(string(r.iri), "demarche:"), "/")
	return kind
}

// values yields the objects of a predicate.
func (r *record) values(predicate quad.IRI) iter.Seq[quad.Value] {
	return func(yield func(quad.Value) bool) {
		for _, q := range r.facts {
			if q.Predicate == predicate && !yield(q.Object) {
				return
			}
		}
	}
}

// text returns the first string or IRI of a predicate, or "".
func (r *record) text(predicate quad.IRI) string {
	for value := range r.values(predicate) {
		if text := schema.StringOf(value); text != "" {
			return text
		}
	}
	return ""
}

// actors returns the ids that any of the predicates points at, sorted.
func (r *record) actors(predicates ...quad.IRI) []string {
	var ids []string
	for _, predicate := range predicates {
		for value := range r.values(predicate) {
			if id, ok := actorID(value); ok && !slices.Contains(ids, id) {
				ids = append(ids, id)
			}
		}
	}
	slices.Sort(ids)
	return ids
}

// issues returns the ids of the issues that a predicate points at, sorted.
func (r *record) issues(predicate quad.IRI) []string {
	var ids []string
	for value := range r.values(predicate) {
		if id, ok := strings.CutPrefix(schema.StringOf(value), schema.IssueIRI("")); ok {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	return ids
}

// day returns the day that the record counts under, "2021-12-31", or "".
func (r *record) day() string { return r.dated }

// confidence returns how far the record is to be trusted, 0 when the graph does not say.
func (r *record) confidence() float64 {
	for value := range r.values(schema.Confidence) {
		if f, ok := value.(quad.Float); ok {
			return float64(f)
		}
	}
	return 0
}

// recordFacts are the predicates of records that are read; index entries, of
// which a record has many, are not.
var recordFacts = []quad.IRI{schema.Type, schema.Label, schema.DerivedFrom, schema.Quote, schema.Spans, schema.Cue, schema.CueSpans,
	schema.Where, schema.Rule, schema.Confidence, schema.Day, schema.DayBasis, schema.When, schema.About, schema.Speaker, schema.Addressee,
	schema.Quoted, schema.SaidIn, schema.By, schema.Of, schema.VoicedBy, schema.Polarity, schema.Strength, schema.Addressed, schema.Deadline, schema.OrElse,
	schema.OrElseSpan, schema.InStatement, schema.EventType, schema.Participant, schema.Location, schema.Holder, schema.Issue, schema.Stance,
	schema.Supports, schema.Opposes, schema.Member, schema.Organization, schema.Title}

// load reads all of a record.
func (s *session) load(iri quad.IRI) (*record, error) {
	r := &record{iri: iri}
	return r, s.complete([]*record{r})
}

// complete reads at once all of the records that were read in part.
func (s *session) complete(records []*record) error {
	var parts []*record
	for _, r := range records {
		if !r.whole {
			r.whole = true
			parts = append(parts, r)
		}
	}
	return s.fetch(parts, recordFacts)
}

// fetch reads records at once, as far as the predicates say: in place of what was
// read of them before. A record may be there twice: as a demand, and as an answer
// to another.
func (s *session) fetch(records []*record, predicates []quad.IRI) error {
	byIRI, subjects := make(map[quad.Value][]*record, len(records)), make([]quad.Value, 0, len(records))
	for _, r := range records {
		if byIRI[r.iri] == nil {
			subjects = append(subjects, r.iri)
		}
		byIRI[r.iri] = append(byIRI[r.iri], r)
	}
	facts, err := s.graph.Facts(subjects, predicates)
	for len(facts) > 0 {
		n := slices.IndexFunc(facts, func(q quad.Quad) bool { return q.Subject != facts[0].Subject })
		if n < 0 {
			n = len(facts)
		}
		for _, r := range byIRI[facts[0].Subject] {
			r.keep(facts[:n:n])
		}
		facts = facts[n:]
	}
	return err
}

// keep makes facts those of the record.
func (r *record) keep(facts []quad.Quad) {
	r.facts = facts
	for value := range r.values(schema.Day) {
		if t, ok := value.(quad.Time); ok {
			r.dated = time.Time(t).UTC().Format(time.DateOnly)
			return
		}
	}
}

// articleFacts are the predicates of articles that are read. Their text, which
// is long, is not.
var articleFacts = []quad.IRI{schema.Headline, schema.URL, schema.Publisher, schema.DatePublished}

// head returns what is shown of the article that a record comes from. Where many
// are wanted, readArticlesOf reads them before. After an error of the store, which
// the next read returns, it is empty.
func (s *session) head(r *record) *header {
	iri := quad.IRI(r.text(schema.DerivedFrom))
	if s.articles[iri] == nil {
		if err := s.readArticles([]quad.Value{iri}); err != nil {
			return &header{}
		}
	}
	return s.articles[iri]
}

// readArticles reads the headers of articles at once.
func (s *session) readArticles(iris []quad.Value) error {
	facts, err := s.graph.Facts(iris, articleFacts)
	if err != nil {
		return err
	}
	for _, iri := range iris {
		s.articles[iri.(quad.IRI)] = &header{}
	}
	for _, q := range facts {
		h := s.articles[q.Subject.(quad.IRI)]
		switch q.Predicate {
		case quad.IRI(schema.Headline):
			h.title = schema.StringOf(q.Object)
		case quad.IRI(schema.URL):
			h.url = schema.StringOf(q.Object)
		case quad.IRI(schema.Publisher):
			h.publisherID, _ = actorID(q.Object)
		case quad.IRI(schema.DatePublished):
			if t, ok := q.Object.(quad.Time); ok {
				h.at = time.Time(t).UTC()
				h.published = h.at.Format(time.DateOnly)
			}
		}
	}
	return nil
}

// readArticlesOf reads at once the headers of the articles of records, of those
// that are not known yet.
func (s *session) readArticlesOf(records []*record) error {
	var iris []quad.Value
	seen := map[quad.IRI]bool{}
	for _, r := range records {
		if iri := quad.IRI(r.text(schema.DerivedFrom)); iri != "" && s.articles[iri] == nil && !seen[iri] {
			seen[iri] = true
			iris = append(iris, iri)
		}
	}
	return s.readArticles(iris)
}

// readActors reads at once the names of the actors of records, of those that the
// catalogue does not know.
func (s *session) readActors(records []*record) error {
	var ids []string
	for _, r := range records {
		for _, q := range r.facts {
			if id, ok := actorID(q.Object); ok {
				ids = append(ids, id)
			}
		}
	}
	return s.readNames(ids)
}

// prepare reads at once what showing the records needs: their articles, and the
// names of actors, publishers among them.
func (s *session) prepare(records []*record) error {
	if err := s.readArticlesOf(records); err != nil {
		return err
	}
	var publishers []string
	for _, r := range records {
		if id := s.head(r).publisherID; id != "" {
			publishers = append(publishers, id)
		}
	}
	if err := s.readNames(publishers); err != nil {
		return err
	}
	return s.readActors(records)
}

// readNames reads the names of actors that are not known yet at once.
func (s *session) readNames(ids []string) error {
	slices.Sort(ids)
	var iris []quad.Value
	for _, id := range slices.Compact(ids) {
		_, known := s.catalogue.Actor(id)
		if _, read := s.names[id]; !known && !read {
			iris = append(iris, quad.IRI(schema.ActorIRI(id)))
			s.names[id] = id
		}
	}
	facts, err := s.graph.Facts(iris, []quad.IRI{schema.Label})
	for _, q := range facts {
		id, _ := actorID(q.Subject)
		if name := schema.StringOf(q.Object); name != "" && (s.names[id] == id || name < s.names[id]) {
			s.names[id] = name
		}
	}
	return err
}

// stringsOf returns the texts among the values, sorted.
func stringsOf(values []quad.Value) []string {
	var texts []string
	for _, v := range values {
		if text := schema.StringOf(v); text != "" {
			texts = append(texts, text)
		}
	}
	slices.Sort(texts)
	return texts
}
