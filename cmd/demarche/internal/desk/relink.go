package desk

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"demarche/graph"
	"demarche/loader"
	"demarche/loader/extract"
	"demarche/schema"
)

// unlinked is the beginning of the ids of actors that are in no catalogue.
const unlinked = "unlinked:"

// relinkBatch is how many articles are relinked in one transaction.
const relinkBatch = 100

// Link is an unlinked actor of stored articles that the catalogue knows now.
type Link struct {
	ID       string        // the id that it has: "unlinked:yuri-ushakov"
	Name     string        // as the articles name it
	Actor    *schema.Actor // who it is
	Articles []quad.IRI    // that name it, ascending
}

// String says who would become whom, and how often.
func (l Link) String() string {
	articles := "articles"
	if len(l.Articles) == 1 {
		articles = "article"
	}
	return fmt.Sprintf("%s (%d %s) is %s", l.Name, len(l.Articles), articles, l.Actor.ID)
}

// Links returns the stored unlinked actors that would be linked now, by name.
func (d *Desk) Links(ctx context.Context) ([]Link, error) { return d.links(ctx, d.catalogue.Now()) }

// links returns the stored unlinked actors that the catalogue knows, by name.
func (d *Desk) links(ctx context.Context, catalogue *schema.Catalogue) ([]Link, error) {
	var links []Link
	err := d.store.View(ctx, func(v *graph.View) error {
		nodes, err := v.Subjects(quad.IRI(schema.Linked), quad.Bool(false))
		if err != nil {
			return fmt.Errorf("listing the unlinked actors: %w", err)
		}
		for _, node := range nodes {
			quads, err := v.Properties(node)
			if err != nil {
				return fmt.Errorf("reading %v: %w", node, err)
			}
			if link, ok := linkOf(catalogue, node, quads); ok {
				links = append(links, link)
			}
		}
		return nil
	})
	slices.SortFunc(links, func(a, b Link) int { return cmp.Compare(a.ID, b.ID) })
	return links, err
}

// linkOf finds the actor that an unlinked node is. Only whole names count, and
// only when they mean one actor of a fitting kind: a wrong link is worse than
// none.
func linkOf(catalogue *schema.Catalogue, node quad.Value, quads []quad.Quad) (Link, bool) {
	link := Link{ID: strings.TrimPrefix(textOf(node), schema.ActorIRI(""))}
	if !strings.HasPrefix(link.ID, unlinked) {
		return link, false
	}
	var class string
	var names []string
	for _, q := range quads {
		switch textOf(q.Predicate) {
		case schema.Type:
			class = textOf(q.Object)
		case schema.Label:
			names = append(names, textOf(q.Object))
			link.Name = textOf(q.Object)
		case schema.Linked:
			link.Articles = append(link.Articles, quad.IRI(textOf(q.Label)))
		}
	}
	for _, name := range names {
		for _, match := range catalogue.Find(name) {
			if !named(match.Via) || !fits(class, match.Actor.Kind) || match.Actor == link.Actor {
				continue
			}
			if link.Actor != nil {
				return link, false
			}
			link.Actor = match.Actor
		}
	}
	slices.Sort(link.Articles)
	link.Articles = slices.Compact(link.Articles)
	return link, link.Actor != nil
}

// named reports whether a name led to the actor, and not what stands for it:
// a people or a city need not be its government.
func named(via schema.Via) bool {
	return via == schema.ViaName || via == schema.ViaAlias || via == schema.ViaInstitution
}

// fits reports whether an actor that an article's words make a member of the
// class may be one of the kind. Articles tell persons from others well, but not
// a party from a people.
func fits(class string, kind schema.ActorKind) bool {
	return (class == schema.ClassPerson) == (kind == schema.Person)
}

// Relink links stored unlinked actors to those whom the catalogue knows now. It
// returns the links that it made. Articles are not read again.
func (d *Desk) Relink(ctx context.Context) ([]Link, error) {
	links, err := d.Links(ctx)
	if err != nil {
		return nil, err
	}
	articles := map[quad.IRI]map[string]extract.Actor{}
	for _, link := range links {
		a := link.Actor
		for _, iri := range link.Articles {
			if articles[iri] == nil {
				articles[iri] = map[string]extract.Actor{}
			}
			articles[iri][link.ID] = extract.Actor{ID: a.ID, Name: a.Name, Linked: true, Kind: string(a.Kind), Code: a.Code}
		}
	}
	iris := make([]quad.IRI, 0, len(articles))
	for iri := range articles {
		iris = append(iris, iri)
	}
	slices.Sort(iris)
	for batch := range slices.Chunk(iris, relinkBatch) {
		if err := d.relink(ctx, batch, articles); err != nil {
			return nil, err
		}
	}
	return links, nil
}

// relink replaces actors in some articles, in one transaction.
func (d *Desk) relink(ctx context.Context, iris []quad.IRI, to map[quad.IRI]map[string]extract.Actor) error {
	known := loader.KnownBy(d.catalogue.Now())
	var docs []graph.Document
	err := d.store.View(ctx, func(v *graph.View) error {
		for _, iri := range iris {
			quads, err := v.Label(iri)
			if err != nil {
				return fmt.Errorf("reading %s: %w", string(iri), err)
			}
			if len(quads) > 0 {
				docs = append(docs, graph.Document{Label: iri, Quads: loader.Relink(quads, to[iri], known)})
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	if _, err := d.store.Replace(ctx, docs...); err != nil {
		return fmt.Errorf("relinking %d articles: %w", len(docs), err)
	}
	return nil
}
