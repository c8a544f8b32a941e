package queries

import (
	"slices"
	"strings"
	"time"

	"github.com/cayleygraph/quad"

	"demarche/schema"
)

// record is a record of the graph with all its values.
type record struct {
	iri    quad.IRI
	values map[quad.IRI][]quad.Value
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

// text returns the first string or IRI of a predicate, or "".
func (r *record) text(predicate quad.IRI) string {
	for _, value := range r.values[predicate] {
		switch value := value.(type) {
		case quad.String:
			return string(value)
		case quad.IRI:
			return string(value)
		}
	}
	return ""
}

// actors returns the ids that any of the predicates points at, sorted.
func (r *record) actors(predicates ...quad.IRI) []string {
	var ids []string
	for _, predicate := range predicates {
		for _, value := range r.values[predicate] {
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
	for _, value := range r.values[predicate] {
		if id, ok := strings.CutPrefix(stringOf(value), schema.IssueIRI("")); ok {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	return ids
}

// day returns the day that the record counts under, "2021-12-31", or "".
func (r *record) day() string {
	for _, value := range r.values[schema.Day] {
		if t, ok := value.(quad.Time); ok {
			return time.Time(t).UTC().Format(time.DateOnly)
		}
	}
	return ""
}

// confidence returns how far the record is to be trusted, 0 when the graph does not say.
func (r *record) confidence() float64 {
	for _, value := range r.values[schema.Confidence] {
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

// load reads a record.
func (s *session) load(iri quad.IRI) (*record, error) {
	records, err := s.loadAll([]quad.IRI{iri}, recordFacts)
	if err != nil {
		return nil, err
	}
	return records[0], nil
}

// loadAll reads records at once, as far as the predicates say.
func (s *session) loadAll(iris, predicates []quad.IRI) ([]*record, error) {
	records, byIRI, subjects := make([]*record, len(iris)), make(map[quad.Value]*record, len(iris)), make([]quad.Value, len(iris))
	for i, iri := range iris {
		records[i] = &record{iri: iri, values: map[quad.IRI][]quad.Value{}}
		byIRI[iri], subjects[i] = records[i], iri
	}
	facts, err := s.graph.Facts(subjects, predicates)
	for _, q := range facts {
		r, predicate := byIRI[q.Subject], q.Predicate.(quad.IRI)
		r.values[predicate] = append(r.values[predicate], q.Object)
	}
	return records, err
}

// articleFacts are the predicates of articles that are read. Their text, which
// is long, is not.
var articleFacts = []quad.IRI{schema.Headline, schema.URL, schema.Publisher, schema.DatePublished}

// article reads what is shown of the article that a record comes from.
func (s *session) article(iri quad.IRI) (*header, error) {
	if s.articles[iri] == nil {
		if err := s.readArticles([]quad.Value{iri}); err != nil {
			return nil, err
		}
	}
	return s.articles[iri], nil
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
			h.title = stringOf(q.Object)
		case quad.IRI(schema.URL):
			h.url = stringOf(q.Object)
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

// prepare reads at once what showing the records needs: their articles, and the
// names of actors that the catalogue does not know.
func (s *session) prepare(records []*record) error {
	var articles []quad.Value
	var actors []string
	for _, r := range records {
		iri := quad.IRI(r.text(schema.DerivedFrom))
		if iri != "" && s.articles[iri] == nil && !slices.Contains(articles, quad.Value(iri)) {
			articles = append(articles, iri)
		}
		for _, values := range r.values {
			for _, v := range values {
				if id, ok := actorID(v); ok {
					actors = append(actors, id)
				}
			}
		}
	}
	if err := s.readArticles(articles); err != nil {
		return err
	}
	for _, iri := range articles {
		if id := s.articles[iri.(quad.IRI)].publisherID; id != "" {
			actors = append(actors, id)
		}
	}
	return s.readNames(actors)
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
		if name := stringOf(q.Object); name != "" && (s.names[id] == id || name < s.names[id]) {
			s.names[id] = name
		}
	}
	return err
}

// stringOf returns the text of a string or IRI, or "".
func stringOf(value quad.Value) string {
	switch value := value.(type) {
	case quad.String:
		return string(value)
	case quad.IRI:
		return string(value)
	}
	return ""
}

// stringsOf returns the texts among the values, sorted.
func stringsOf(values []quad.Value) []string {
	var texts []string
	for _, v := range values {
		if text := stringOf(v); text != "" {
			texts = append(texts, text)
		}
	}
	slices.Sort(texts)
	return texts
}
