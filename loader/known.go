package loader

import (
	"demarche/loader/extract"
	"demarche/schema"
)

// KnownBy returns a catalogue as Quads and Relink use it.
func KnownBy(catalogue *schema.Catalogue) Known { return known{catalogue} }

type known struct{ *schema.Catalogue }

// Wikidata implements Known.
func (k known) Wikidata(id string) string {
	if actor, ok := k.Actor(id); ok {
		return actor.Wikidata
	}
	return ""
}

// Medium implements Known.
func (k known) Medium(name string) (extract.Actor, bool) {
	for _, match := range k.Find(name) {
		if a := match.Actor; a.Kind == schema.Medium {
			return extract.Actor{ID: a.ID, Name: a.Name, Linked: true, Kind: string(a.Kind), Code: a.Code}, true
		}
	}
	return extract.Actor{}, false
}
