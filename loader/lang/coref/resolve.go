package coref

import (
	"cmp"
	"slices"
)

// Resolve finds the entities of a document, in the order of their first mentions.
func Resolve(d *Document) []Entity { return resolve(d, embedded()).result() }

// resolve lets each mention join an entity or begin one.
func resolve(d *Document, m *model) *ranker {
	r := newRanker(d, m)
	for _, at := range r.sequence() {
		r.join(at, r.best(at))
	}
	return r
}

func (r *ranker) result() []Entity {
	all := make([]Entity, 0, len(r.entities))
	for _, e := range r.entities {
		entity := Entity{Kind: e.kind(), Number: e.number(), Gender: e.gender()}
		for _, i := range e.items {
			entity.Mentions = append(entity.Mentions, r.items[i].Mention)
		}
		slices.SortFunc(entity.Mentions, inOrder)
		all = append(all, entity)
	}
	slices.SortFunc(all, func(a, b Entity) int { return inOrder(a.Mentions[0], b.Mentions[0]) })
	return all
}

// inOrder sorts by the first word, the longer mention first.
func inOrder(a, b Mention) int {
	return cmp.Or(cmp.Compare(a.First, b.First), cmp.Compare(b.End, a.End), cmp.Compare(a.Head, b.Head))
}
