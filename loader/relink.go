package loader

import (
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"demarche/loader/extract"
	"demarche/schema"
)

// Relink returns an article's quads with some of its actors replaced: to maps
// the id of an actor that the article names to the actor that it now is. The
// records keep their IRIs; their labels and index entries follow, and the old
// actors' descriptions give way to those of the new ones, which inherit the
// forms of the name. The quads given are not changed.
func Relink(quads []quad.Quad, to map[string]extract.Actor, known Known) []quad.Quad {
	if len(quads) == 0 {
		return nil
	}
	label, _ := quads[0].Label.(quad.IRI)
	gone, forms := aliases(quads, to)
	replaced := newActors()
	kept := make([]quad.Quad, 0, len(quads))
	derived := recordsOf(quads)
	for _, q := range quads {
		switch {
		case q.Predicate == quad.IRI(schema.IndexedUnder), q.Predicate == quad.IRI(schema.Label) && derived[q.Subject]:
			continue
		case gone[q.Subject] != "":
			continue
		}
		if id := gone[q.Object]; id != "" {
			q.Object = quad.IRI(schema.ActorIRI(to[id].ID))
		}
		kept = append(kept, q)
	}
	for _, old := range forms {
		replaced.add(to[old.ID], old.Forms...)
	}
	described := map[quad.Value]bool{}
	for _, id := range replaced.order {
		described[quad.IRI(schema.ActorIRI(id))] = true
	}
	// A new actor that the article already named keeps its forms and is described once.
	kept = slices.DeleteFunc(kept, func(q quad.Quad) bool {
		return described[q.Subject] && q.Predicate != quad.IRI(schema.Alias)
	})
	return finish(label, append(kept, replaced.quads(label, known)...))
}

// aliases returns the nodes of the actors that are replaced, by their ids, and
// the forms under which the article names them.
func aliases(quads []quad.Quad, to map[string]extract.Actor) (map[quad.Value]string, []extract.Mentioned) {
	gone := map[quad.Value]string{}
	found := newActors()
	for _, q := range quads {
		iri, ok := q.Subject.(quad.IRI)
		if !ok {
			continue
		}
		id, isActor := strings.CutPrefix(string(iri), schema.ActorIRI(""))
		if _, replaced := to[id]; !isActor || !replaced {
			continue
		}
		gone[q.Subject] = id
		found.add(extract.Actor{ID: id})
		if form, ok := q.Object.(quad.String); ok && q.Predicate == quad.IRI(schema.Alias) {
			found.add(extract.Actor{ID: id}, string(form))
		}
	}
	var forms []extract.Mentioned
	for _, id := range found.order {
		forms = append(forms, *found.byID[id])
	}
	return gone, forms
}

// recordsOf returns the records whose labels are derived.
func recordsOf(quads []quad.Quad) map[quad.Value]bool {
	records := map[quad.Value]bool{}
	for _, q := range quads {
		if class, ok := q.Object.(quad.IRI); ok && q.Predicate == quad.IRI(schema.Type) && derivedLabel[string(class)] {
			records[q.Subject] = true
		}
	}
	return records
}
