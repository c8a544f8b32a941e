package review

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/cayleygraph/quad"

	"demarche/schema"
)

// source is a stored article as far as reviews need it.
type source struct {
	iri       string
	stored    bool
	text      string
	digest    string
	headline  string
	publisher string // IRI; empty when it is not known
	published string // ISO day
	authors   []string

	reader  Reader
	letters []rune              // of text; filled when they are asked for
	there   map[string]bool     // whether the article has a record, by IRI
	records map[string][]record // by kind; filled when it is asked for
	names   map[string]string   // of actors by IRI; filled when they are asked for
	people  []string            // IRIs of the persons among them
}

// record is a stored record.
type record struct {
	iri    string
	kind   Kind
	fields Fields
}

// readSource reads an article, which need not be stored.
func readSource(reader Reader, iri string) (*source, error) {
	s := &source{iri: iri, reader: reader, there: map[string]bool{}}
	quads, err := reader.Properties(quad.IRI(iri))
	if err != nil {
		return nil, fmt.Errorf("reading article %s: %w", iri, err)
	}
	for _, q := range quads {
		if q.Label != quad.Value(quad.IRI(iri)) {
			continue
		}
		s.stored = true
		switch schema.StringOf(q.Predicate) {
		case schema.Text:
			s.text = schema.StringOf(q.Object)
		case schema.Digest:
			s.digest = schema.StringOf(q.Object)
		case schema.Headline:
			s.headline = schema.StringOf(q.Object)
		case schema.Publisher:
			s.publisher = schema.StringOf(q.Object)
		case schema.DatePublished:
			if at, ok := q.Object.(quad.Time); ok {
				s.published = time.Time(at).UTC().Format(time.DateOnly)
			}
		case schema.Author:
			s.authors = append(s.authors, schema.StringOf(q.Object))
		}
	}
	slices.Sort(s.authors)
	return s, nil
}

// describe reads what the article calls the actors that it names. It reads the
// article's quads and not the actors', of which thousands of articles speak.
func (s *source) describe() error {
	if s.names != nil {
		return nil
	}
	quads, err := s.reader.Label(quad.IRI(s.iri))
	if err != nil {
		return fmt.Errorf("reading article %s: %w", s.iri, err)
	}
	s.names = map[string]string{}
	for _, q := range quads {
		switch subject := schema.StringOf(q.Subject); {
		case !strings.HasPrefix(subject, schema.ActorIRI("")):
		case q.Predicate == quad.Value(quad.IRI(schema.Label)):
			s.names[subject] = schema.StringOf(q.Object)
		case q.Predicate == quad.Value(quad.IRI(schema.Type)) && q.Object == quad.Value(quad.IRI(schema.ClassPerson)):
			s.people = append(s.people, subject)
		}
	}
	return nil
}

// nameOf returns the name of an actor as the article has it, or its id.
func (s *source) nameOf(iri string) (string, error) {
	err := s.describe()
	return cmp.Or(s.names[iri], strings.TrimPrefix(iri, schema.ActorIRI(""))), err
}

// runes returns the code points of the text.
func (s *source) runes() []rune {
	if s.letters == nil {
		s.letters = []rune(s.text)
	}
	return s.letters
}

// values returns what the article says of a record, by predicate, and its kind;
// ok is false when the article has no such record.
func (s *source) values(iri string) (values map[string][]quad.Value, kind Kind, ok bool, err error) {
	quads, err := s.reader.Properties(quad.IRI(iri))
	if err != nil {
		return nil, Kind{}, false, fmt.Errorf("reading record %s: %w", iri, err)
	}
	values = map[string][]quad.Value{}
	for _, q := range quads {
		if q.Label == quad.Value(quad.IRI(s.iri)) {
			predicate := schema.StringOf(q.Predicate)
			values[predicate] = append(values[predicate], q.Object)
		}
	}
	kind, ok = kindWhere(func(k Kind) bool { return slices.Contains(values[schema.Type], quad.Value(quad.IRI(k.Class))) })
	return values, kind, ok, nil
}

// has reports whether the article has a record of the IRI.
func (s *source) has(iri string) (bool, error) {
	there, asked := s.there[iri]
	if asked {
		return there, nil
	}
	_, _, there, err := s.values(iri)
	s.there[iri] = there
	return there, err
}

// record returns a record by its IRI; the second is false when the article has
// no such record.
func (s *source) record(iri string) (record, bool, error) {
	values, kind, ok, err := s.values(iri)
	if err != nil || !ok {
		return record{}, false, err
	}
	r := record{iri: iri, kind: kind, fields: Fields{}}
	for _, field := range r.kind.Fields {
		var list []Value
		for _, object := range values[field.Predicate] {
			v := Value{Text: schema.StringOf(object)}
			if field.Type == Actor {
				v.IRI = v.Text
				if v.Text, err = s.nameOf(v.IRI); err != nil {
					return record{}, false, err
				}
			}
			list = append(list, v)
		}
		if len(list) > 0 {
			r.fields.put(field.Name, list)
		}
	}
	return r, true, nil
}

// all returns the article's records of a kind, by IRI.
func (s *source) all(kind string) ([]record, error) {
	if s.records == nil {
		nodes, err := s.reader.Subjects(quad.IRI(schema.DerivedFrom), quad.IRI(s.iri))
		if err != nil {
			return nil, fmt.Errorf("listing the records of %s: %w", s.iri, err)
		}
		s.records = map[string][]record{}
		for _, node := range nodes {
			iri := schema.StringOf(node)
			if IsReview(iri) {
				continue
			}
			r, ok, err := s.record(iri)
			if err != nil {
				return nil, err
			}
			if ok {
				s.records[r.kind.Name] = append(s.records[r.kind.Name], r)
			}
		}
		for _, list := range s.records {
			slices.SortFunc(list, func(a, b record) int { return strings.Compare(a.iri, b.iri) })
		}
	}
	return s.records[kind], nil
}

// persons returns the names of the persons that the article describes, sorted.
func (s *source) persons() ([]string, error) {
	if err := s.describe(); err != nil {
		return nil, err
	}
	var names []string
	for _, iri := range s.people {
		name, err := s.nameOf(iri)
		if err != nil {
			return nil, err
		}
		names = append(names, name)
	}
	slices.Sort(names)
	return slices.Compact(names), nil
}

// words returns what the text has at the places, with a gap between parts. The
// second is false when a place is not in the text.
func (s *source) words(places []place) (string, bool) {
	text := s.runes()
	var parts []string
	for _, p := range places {
		if p.end > len(text) {
			return "", false
		}
		parts = append(parts, string(text[p.begin:p.end]))
	}
	return strings.Join(parts, gap), true
}

// gap joins the parts of one quote.
const gap = " … "
