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
	title, publisher, published, url string
	publisherID                      string
	at                               time.Time // of publication; zero when not known
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

// entered reports whether the record stands under the key in the index.
func (r *record) entered(key string) bool {
	prefix := schema.IndexIRI(r.kind(), key, "")
	return slices.ContainsFunc(r.values[schema.IndexedUnder], func(v quad.Value) bool {
		iri, ok := v.(quad.IRI)
		return ok && strings.HasPrefix(string(iri), prefix)
	})
}

// load reads a record.
func (s *session) load(iri quad.IRI) (*record, error) {
	quads, err := s.graph.Properties(iri)
	if err != nil {
		return nil, err
	}
	r := &record{iri: iri, values: map[quad.IRI][]quad.Value{}}
	for _, q := range quads {
		predicate, ok := q.Predicate.(quad.IRI)
		if ok && !slices.Contains(r.values[predicate], q.Object) {
			r.values[predicate] = append(r.values[predicate], q.Object)
		}
	}
	return r, nil
}

// article reads what is shown of the article that a record comes from. Its
// text, which is long, is not read.
func (s *session) article(iri quad.IRI) (*header, error) {
	if h := s.articles[iri]; h != nil {
		return h, nil
	}
	h := &header{}
	for predicate, set := range map[quad.IRI]func(quad.Value){
		schema.Headline: func(v quad.Value) { h.title = stringOf(v) },
		schema.URL:      func(v quad.Value) { h.url = stringOf(v) },
		schema.Publisher: func(v quad.Value) {
			if id, ok := actorID(v); ok {
				h.publisher, h.publisherID = s.name(id), id
			}
		},
		schema.DatePublished: func(v quad.Value) {
			if t, ok := v.(quad.Time); ok {
				h.at = time.Time(t).UTC()
				h.published = h.at.Format(time.DateOnly)
			}
		},
	} {
		values, err := s.graph.Objects(iri, predicate)
		if err != nil {
			return nil, err
		}
		for _, v := range values {
			set(v)
		}
	}
	s.articles[iri] = h
	return h, nil
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
