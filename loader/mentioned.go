package loader

import (
	"slices"

	"github.com/cayleygraph/quad"

	"demarche/loader/extract"
	"demarche/schema"
)

// Known is what the quads take from the catalogue.
type Known interface {
	// Wikidata returns the Wikidata id ("Q159") of a catalogue actor, or "".
	Wikidata(id string) string
	// Medium returns the news medium of the catalogue that has the name.
	Medium(name string) (extract.Actor, bool)
}

// classes says which class an actor of a kind belongs to.
var classes = map[string]string{
	string(schema.Person):       schema.ClassPerson,
	string(schema.Country):      schema.ClassCountry,
	string(schema.Organisation): schema.ClassOrganization,
	string(schema.Medium):       schema.ClassMedium,
	string(schema.Group):        schema.ClassGroup,
}

// publisherOf returns the medium of the name: the catalogue's, or one of the
// article's own.
func publisherOf(name string, known Known) extract.Actor {
	if known != nil {
		if medium, ok := known.Medium(name); ok {
			return medium
		}
	}
	return extract.Actor{ID: schema.Unlinked + slug(name, "-"), Name: name, Kind: string(schema.Medium)}
}

// actors gathers who an article names, in order of first appearance.
type actors struct {
	order []string
	byID  map[string]*extract.Mentioned
}

func newActors() *actors { return &actors{byID: map[string]*extract.Mentioned{}} }

// add notes an actor with further forms of its name.
func (s *actors) add(actor extract.Actor, forms ...string) {
	if actor.ID == "" {
		return
	}
	known := s.byID[actor.ID]
	if known == nil {
		known = &extract.Mentioned{Actor: actor}
		s.byID[actor.ID] = known
		s.order = append(s.order, actor.ID)
	}
	for _, form := range forms {
		if !slices.Contains(known.Forms, form) {
			known.Forms = append(known.Forms, form)
		}
	}
}

// quads describes the actors, as far as the article goes.
func (s *actors) quads(label quad.IRI, known Known) []quad.Quad {
	w := &writer{article: label}
	for _, id := range s.order {
		actor := s.byID[id]
		iri := quad.IRI(schema.ActorIRI(id))
		class, ok := classes[actor.Kind]
		if !ok {
			class = schema.ClassGroup
		}
		w.add(iri, schema.Type, quad.IRI(class))
		name := actor.Name
		if name == "" {
			name = id
		}
		w.add(iri, schema.Label, quad.String(name))
		for _, form := range actor.Forms {
			w.add(iri, schema.Alias, quad.String(form))
		}
		w.add(iri, schema.Linked, quad.Bool(actor.Linked))
		if actor.Linked && known != nil {
			if item := known.Wikidata(id); item != "" {
				w.add(iri, schema.SameAs, quad.IRI("wd:"+item))
			}
		}
	}
	return w.quads
}
