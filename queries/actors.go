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
	described, err := s.describe(ctx, ids)
	if err != nil {
		return nil, err
	}
	var rows []row
	for _, cells := range described {
		if kind, asked := args["kind"]; asked && cells["kind"] != kind.text || !named && cells["records"] == 0 {
			continue
		}
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
		parts := nameWords(strings.TrimPrefix(id, schema.Unlinked))
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

// describe makes the actors' rows.
func (s *session) describe(ctx context.Context, ids []string) ([]row, error) {
	iris := make([]quad.Value, len(ids))
	var own []quad.Value // those that the catalogue does not know
	for i, id := range ids {
		iris[i] = quad.IRI(schema.ActorIRI(id))
		if _, known := s.catalogue.Actor(id); !known {
			own = append(own, iris[i])
		}
	}
	if err := s.readNames(slices.Clone(ids)); err != nil {
		return nil, err
	}
	facts, err := s.graph.Facts(own, []quad.IRI{schema.Type, schema.Alias})
	if err != nil {
		return nil, err
	}
	said := map[quad.Value][]quad.Quad{}
	for _, q := range facts {
		said[q.Subject] = append(said[q.Subject], q)
	}
	rows := make([]row, len(ids))
	for i, id := range ids {
		rows[i] = s.identify(id, said[iris[i]])
		rows[i]["records"] = 0
	}
	for column, predicate := range counts {
		if err := ctx.Err(); err != nil {
			return nil, context.Cause(ctx)
		}
		numbers, err := s.graph.Counts(predicate, iris)
		if err != nil {
			return nil, err
		}
		for i, iri := range iris {
			rows[i][column] = numbers[iri]
			rows[i]["records"] = rows[i]["records"].(int) + numbers[iri]
		}
	}
	return rows, nil
}

// identify makes the part of an actor's row that says who it is, by the
// catalogue or else by what articles say.
func (s *session) identify(id string, said []quad.Quad) row {
	cells := row{"actor": s.ref(id), "id": id, "linked": false}
	if actor, ok := s.catalogue.Actor(id); ok {
		cells["linked"], cells["kind"] = true, string(actor.Kind)
		cells["code"], cells["wikidata"] = orNil(actor.Code), orNil(actor.Wikidata)
		cells["also"] = orNil(strings.Join(actor.Aliases, ", "))
		return cells
	}
	var aliases []quad.Value
	for _, q := range said {
		if q.Predicate == quad.IRI(schema.Alias) {
			aliases = append(aliases, q.Object)
		} else if class, ok := q.Object.(quad.IRI); ok {
			cells["kind"] = string(kinds[class])
		}
	}
	name := topic.Fold(s.name(id))
	also := slices.DeleteFunc(stringsOf(aliases), func(form string) bool { return topic.Fold(form) == name })
	cells["also"] = orNil(strings.Join(also, ", "))
	return cells
}
