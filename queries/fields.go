package queries

import (
	"strings"
	"sync"

	"github.com/cayleygraph/quad"

	"demarche/schema"
)

// field is something of a record that can be shown.
type field struct {
	typ  Type
	read func(s *session, r *record) Value
	from []quad.IRI // predicates of records of which the value is; none when it is made of more
}

// fields returns the table of what a column of a select can be called.
var fields = sync.OnceValue(makeFields)

func makeFields() map[string]field {
	text := func(predicate quad.IRI) field {
		return field{Text, func(_ *session, r *record) Value { return orNil(r.text(predicate)) }, []quad.IRI{predicate}}
	}
	one := func(predicates ...quad.IRI) field {
		return field{Actor, func(s *session, r *record) Value {
			if ids := r.actors(predicates...); len(ids) > 0 {
				return s.ref(ids[0])
			}
			return nil
		}, predicates}
	}
	many := func(predicates ...quad.IRI) field {
		return field{Actors, func(s *session, r *record) Value {
			var refs []Ref
			for _, id := range r.actors(predicates...) {
				refs = append(refs, s.ref(id))
			}
			if refs == nil {
				return nil
			}
			return refs
		}, predicates}
	}
	ids := func(predicate quad.IRI) field {
		return field{Text, func(_ *session, r *record) Value { return orNil(strings.Join(r.issues(predicate), "; ")) }, nil}
	}
	about := func(read func(s *session, h *header) string) func(*session, *record) Value {
		return func(s *session, r *record) Value {
			return orNil(read(s, s.head(r)))
		}
	}
	return map[string]field{
		"record":       {Record, func(_ *session, r *record) Value { return string(r.iri) }, nil},
		"kind":         {Text, func(_ *session, r *record) Value { return r.kind() }, nil},
		"label":        text(schema.Label),
		"day":          {Day, func(_ *session, r *record) Value { return orNil(r.day()) }, []quad.IRI{schema.Day}},
		"when":         text(schema.When),
		"basis":        text(schema.DayBasis),
		"where":        text(schema.Where),
		"rule":         text(schema.Rule),
		"cue":          text(schema.Cue),
		"cue_spans":    text(schema.CueSpans),
		"spans":        text(schema.Spans),
		"quote":        text(schema.Quote),
		"what":         {Text, func(_ *session, r *record) Value { return orNil(flat(r.text(schema.Quote))) }, []quad.IRI{schema.Quote}},
		"confidence":   {Float, readConfidence, []quad.IRI{schema.Confidence}},
		"actors":       many(schema.By, schema.Speaker, schema.Holder, schema.Participant, schema.Member), // whoever acts
		"toward":       many(schema.Of, schema.Addressee, schema.Organization),
		"by":           one(schema.By),
		"of":           many(schema.Of),
		"voiced_by":    one(schema.VoicedBy),
		"polarity":     text(schema.Polarity),
		"strength":     text(schema.Strength),
		"addressed":    text(schema.Addressed),
		"deadline":     text(schema.Deadline),
		"or_else":      text(schema.OrElse),
		"or_else_span": text(schema.OrElseSpan),
		"statement":    {Record, text(schema.InStatement).read, []quad.IRI{schema.InStatement}},
		"speaker":      one(schema.Speaker),
		"addressee":    many(schema.Addressee),
		"quoted":       text(schema.Quoted),
		"said_in":      {Record, text(schema.SaidIn).read, []quad.IRI{schema.SaidIn}},
		"type":         text(schema.EventType),
		"participants": many(schema.Participant),
		"place":        text(schema.Location),
		"holder":       one(schema.Holder),
		"issue":        text(schema.Issue),
		"about":        {Text, readAbout, nil},
		"issue_ids":    ids(schema.About),
		"supports":     ids(schema.Supports),
		"opposes":      ids(schema.Opposes),
		"stance":       text(schema.Stance),
		"member":       one(schema.Member),
		"organization": one(schema.Organization),
		"title":        text(schema.Title),
		"article":      {Text, about(func(_ *session, h *header) string { return h.title }), nil},
		"publisher":    {Text, about(publisher), nil},
		"published":    {Day, about(func(_ *session, h *header) string { return h.published }), nil},
		"url":          {Text, about(func(_ *session, h *header) string { return h.url }), nil},
		"article_iri":  {Article, text(schema.DerivedFrom).read, []quad.IRI{schema.DerivedFrom}},
	}
}

// readAbout names the known issues that a record is about, in the order of issue_ids.
func readAbout(s *session, r *record) Value {
	var names []string
	for _, id := range r.issues(schema.About) {
		names = append(names, s.issueName(id))
	}
	return orNil(strings.Join(names, "; "))
}

// issueName returns an issue's name for display: its id when the taxonomy does
// not know it.
func (s *session) issueName(id string) string {
	if s.issues != nil {
		if issue, ok := s.issues.Issue(id); ok {
			return issue.Name
		}
	}
	return id
}

func readConfidence(_ *session, r *record) Value {
	for range r.values(schema.Confidence) {
		return r.confidence()
	}
	return nil
}

// orNil makes a cell of a text: what is empty is not there.
func orNil(text string) Value {
	if text == "" {
		return nil
	}
	return text
}

// flat puts a text that may run over lines into one.
func flat(text string) string { return strings.Join(strings.Fields(text), " ") }

// publisher names who published an article.
func publisher(s *session, h *header) string {
	if h.publisherID == "" {
		return ""
	}
	return s.name(h.publisherID)
}
