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
	"demarche/loader/link"
	"demarche/schema"
)

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

// linkOf finds the actor that an unlinked node is. Only whole names count, of
// articles whose reader would take them for that actor, and only when they mean
// one actor of a fitting kind: a wrong link is worse than none.
func linkOf(catalogue *schema.Catalogue, node quad.Value, quads []quad.Quad) (Link, bool) {
	l := Link{ID: strings.TrimPrefix(schema.StringOf(node), schema.ActorIRI(""))}
	if !strings.HasPrefix(l.ID, schema.Unlinked) {
		return l, false
	}
	classes, names, in := map[quad.Value]string{}, map[quad.Value]string{}, map[quad.Value]bool{}
	for _, q := range quads { // each article describes it anew
		switch schema.StringOf(q.Predicate) {
		case schema.Type:
			classes[q.Label] = schema.StringOf(q.Object)
		case schema.Label:
			names[q.Label] = schema.StringOf(q.Object)
		case schema.Linked:
			in[q.Label] = true
		}
	}
	for article := range in {
		found := meant(catalogue, names[article], classes[article])
		for _, actor := range found {
			if l.Actor != nil && l.Actor != actor {
				return l, false
			}
			l.Actor = actor
		}
		if len(found) > 0 {
			l.Articles = append(l.Articles, quad.IRI(schema.StringOf(article)))
		}
	}
	slices.Sort(l.Articles)
	if l.Actor != nil {
		l.Name = names[l.Articles[0]]
	}
	return l, l.Actor != nil
}

// meant returns whom the reader may take for what an article calls by a name,
// and makes a member of a class. Publishers go by their names in any case.
func meant(catalogue *schema.Catalogue, name, class string) []*schema.Actor {
	matches := link.Name(catalogue, name)
	if class == schema.ClassMedium {
		matches = catalogue.Find(name)
	}
	var found []*schema.Actor
	for _, match := range matches {
		if named(match.Via) && fits(class, match.Actor.Kind) {
			found = append(found, match.Actor)
		}
	}
	return found
}

// named reports whether a name led to the actor, and not what stands for it:
// a people or a city need not be its government.
func named(via schema.Via) bool {
	return via == schema.ViaName || via == schema.ViaAlias || via == schema.ViaInstitution
}

// fits reports whether an actor that an article's words make a member of the
// class may be one of the kind. Articles tell persons from others well, but not
// a party from a people. Of media they are the publishers.
func fits(class string, kind schema.ActorKind) bool {
	if class == schema.ClassMedium {
		return kind == schema.Medium
	}
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
