package queries

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"unicode"

	"github.com/cayleygraph/quad"

	"demarche/internal/topic"
	"demarche/schema"
)

// nearActors is how many actors with a similar name a search returns at most.
const nearActors = 20

// counts says which quads are counted for an actor, by column.
var counts = map[string]quad.IRI{
	"demands":    schema.By,
	"demanded":   schema.Of,
	"statements": schema.Speaker,
	"events":     schema.Participant,
	"positions":  schema.Holder,
}

// runActors finds actors by name or kind and counts their records. Without a
// name it lists those that have any.
func runActors(ctx context.Context, s *session, args arguments) ([]row, error) {
	ids, err := s.candidates(args)
	if err != nil {
		return nil, err
	}
	_, named := args["name"]
	var rows []row
	for _, id := range ids {
		if err := context.Cause(ctx); err != nil {
			return nil, err
		}
		cells, total, err := s.describe(id)
		if err != nil {
			return nil, err
		}
		if kind, asked := args["kind"]; asked && cells["kind"] != kind.text || !named && total == 0 {
			continue
		}
		cells["records"] = total
		rows = append(rows, cells)
	}
	if !named {
		slices.SortStableFunc(rows, func(a, b row) int {
			return cmp.Or(b["records"].(int)-a["records"].(int), strings.Compare(a["actor"].(Ref).Name, b["actor"].(Ref).Name))
		})
	}
	return rows, nil
}

// candidates returns the ids to look at, those that match the name best first.
func (s *session) candidates(args arguments) ([]string, error) {
	var ids []string
	add := func(id string) {
		if !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	name, named := args["name"]
	if !named {
		var iris []quad.Value
		for _, actor := range s.catalogue.Actors() {
			iris = append(iris, quad.IRI(schema.ActorIRI(actor.ID)))
		}
		known, err := s.graph.Known(iris)
		if err != nil {
			return nil, err
		}
		for _, node := range known {
			id, _ := actorID(node)
			ids = append(ids, id)
		}
		own, err := s.ownActors()
		ids = append(ids, own...)
		slices.Sort(ids)
		return slices.Compact(ids), err
	}
	for _, match := range s.catalogue.Find(name.text) {
		add(match.Actor.ID)
	}
	for _, predicate := range []quad.IRI{schema.Label, schema.Alias} {
		nodes, err := s.graph.Subjects(predicate, quad.String(name.text))
		if err != nil {
			return nil, err
		}
		for _, node := range nodes {
			if id, ok := actorID(node); ok {
				add(id)
			}
		}
	}
	own, err := s.ownActors()
	if err != nil {
		return nil, err
	}
	words := nameWords(name.text)
	for _, id := range own {
		parts := nameWords(strings.TrimPrefix(id, "unlinked:"))
		if len(words) > 0 && !slices.ContainsFunc(words, func(word string) bool { return !slices.Contains(parts, word) }) {
			add(id)
		}
	}
	for _, actor := range s.catalogue.Suggest(name.text, nearActors) {
		add(actor.ID)
	}
	return ids, nil
}

// ownActors returns the ids of the actors that only articles know, sorted.
func (s *session) ownActors() ([]string, error) {
	nodes, err := s.graph.Subjects(schema.Linked, quad.Bool(false))
	var ids []string
	for _, node := range nodes {
		if id, ok := actorID(node); ok {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	return ids, err
}

// nameWords splits a name or a slug.
func nameWords(text string) []string {
	return strings.FieldsFunc(topic.Fold(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// kinds are the words for the classes of actors.
var kinds = map[quad.IRI]schema.ActorKind{
	schema.ClassPerson: schema.Person, schema.ClassCountry: schema.Country, schema.ClassOrganization: schema.Organisation,
	schema.ClassMedium: schema.Medium, schema.ClassGroup: schema.Group,
}

// describe makes an actor's row.
func (s *session) describe(id string) (cells row, total int, err error) {
	iri := quad.IRI(schema.ActorIRI(id))
	cells = row{"actor": s.ref(id), "id": id, "linked": false}
	if actor, ok := s.catalogue.Actor(id); ok {
		cells["linked"], cells["kind"] = true, string(actor.Kind)
		cells["code"], cells["wikidata"] = orNil(actor.Code), orNil(actor.Wikidata)
		cells["also"] = orNil(strings.Join(actor.Aliases, ", "))
	} else {
		classes, err := s.graph.Objects(iri, schema.Type)
		if err != nil {
			return nil, 0, err
		}
		for _, class := range classes {
			if kind, ok := class.(quad.IRI); ok {
				cells["kind"] = string(kinds[kind])
			}
		}
		aliases, err := s.graph.Objects(iri, schema.Alias)
		if err != nil {
			return nil, 0, err
		}
		also := slices.DeleteFunc(stringsOf(aliases), func(form string) bool {
			return topic.Fold(form) == topic.Fold(s.name(id))
		})
		cells["also"] = orNil(strings.Join(also, ", "))
	}
	for column, predicate := range counts {
		n, err := s.graph.Count(predicate, iri)
		if err != nil {
			return nil, 0, err
		}
		cells[column] = n
		total += n
	}
	return cells, total, nil
}
