package desk

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"demarche/internal/strict"
	"demarche/schema"
)

// plan is a change of the catalogue that was checked, and not made.
type plan struct {
	actors       []schema.Actor
	before, next *schema.Catalogue
	name         string // of the document
	file         []byte // what is to be kept
	path         string // of the user's file that is written anew; empty: a new one
}

// planAdding checks the actors of a document that are to be added.
func (d *Desk) planAdding(name string, data []byte) (*plan, error) {
	actors, err := schema.ParseFile(name, data)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrActors, err)
	}
	return d.planFile(actors, name, data)
}

// planFile checks actors that are to be added, and kept as the file has them.
func (d *Desk) planFile(actors []schema.Actor, name string, file []byte) (*plan, error) {
	if len(actors) == 0 {
		return nil, fmt.Errorf("%w: %s: there is no actor in it", ErrActors, name)
	}
	p := &plan{actors: actors, before: d.catalogue.Now(), name: name, file: file}
	var err error
	if p.next, err = p.before.With(actors...); err != nil {
		if there := d.there(name, actors); there != nil {
			err = there
		}
		return nil, fmt.Errorf("%w: %w", ErrActors, err)
	}
	return p, nil
}

// there says where actors stand already that are all the user's own, as they
// are; nil when one is not.
func (d *Desk) there(name string, actors []schema.Actor) error {
	var mistakes []error
	for _, actor := range actors {
		known, ok := d.catalogue.Actor(actor.ID)
		path, err := d.own.of(actor.ID)
		if !ok || err != nil || path == "" {
			return nil
		}
		same := *known
		same.Line = actor.Line
		if !reflect.DeepEqual(same, actor) {
			return nil
		}
		line, _ := strconv.Atoi(strings.TrimPrefix(actor.Line, name+":")) // 0: not known
		mistakes = append(mistakes, &strict.Mistake{File: name, Line: line, Key: "id", Text: fmt.Sprintf(
			"%s is there already, with the same entry (%s in your folder); 'demarche relink' links the stored mentions", actor.Name, filepath.Base(path))})
	}
	return errors.Join(mistakes...)
}

// planPut checks the one actor of a document that is to stand in place of the
// user's actor of the id.
func (d *Desk) planPut(id, name string, data []byte) (*plan, error) {
	actor, err := parseOne(id, name, data)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrActors, err)
	}
	p := &plan{actors: []schema.Actor{actor}, before: d.catalogue.Now(), name: id}
	if p.path, err = d.own.of(id); err != nil {
		return nil, err
	}
	if p.path == "" {
		return nil, fmt.Errorf("%w: %w", ErrActors, &strict.Mistake{File: name, Line: 1, Key: "id", Text: fmt.Sprintf(
			"%q is no actor of yours, and the program's own cannot be changed; add an actor with an id of its own", id)})
	}
	entries, err := replaced(p.path, actor)
	if err != nil {
		return nil, err
	}
	if p.next, err = p.before.Put(actor); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrActors, err)
	}
	var file bytes.Buffer
	if err := schema.WriteFile(&file, entries); err != nil {
		return nil, err
	}
	p.file = file.Bytes()
	return p, nil
}

// parseOne returns the one actor of a document, under the id. An entry that
// names another id is a mistake; one that names none may have any name.
func parseOne(id, name string, data []byte) (schema.Actor, error) {
	actors, err := schema.ParseFile(name, data)
	if err != nil {
		return schema.Actor{}, err
	}
	if len(actors) != 1 {
		return schema.Actor{}, &strict.Mistake{File: name, Line: 1, Key: "actors",
			Text: fmt.Sprintf("there are %d actors; to change %q, send its entry alone", len(actors), id)}
	}
	actor := actors[0]
	if actor.ID != id && actor.ID != schema.Slug(actor.Name) {
		return schema.Actor{}, &strict.Mistake{File: name, Line: 1, Key: "id",
			Text: fmt.Sprintf(`the id is %q, but the entry is to change %q; ids stay as they are: leave "id:" out`, actor.ID, id)}
	}
	actor.ID = id
	return actor, nil
}

// replaced returns the actors of a file with another entry for one of them.
func replaced(path string, actor schema.Actor) ([]schema.Actor, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("reading the entry of %s: %w", actor.ID, err)
	}
	actors, err := schema.ParseFile(path, data)
	if err != nil {
		return nil, fmt.Errorf("%w: its file was changed and cannot be read: %w", ErrActors, err)
	}
	i := slices.IndexFunc(actors, func(a schema.Actor) bool { return a.ID == actor.ID })
	if i < 0 {
		return nil, fmt.Errorf("%w: the file %s was changed and has no entry of %s any more; restart the program", ErrActors, path, actor.ID)
	}
	actors[i] = actor
	return actors, nil
}

// carryOut keeps the file of a plan, and knows the actors from then on. The
// caller holds d.adding.
func (d *Desk) carryOut(ctx context.Context, p *plan) (*Added, error) {
	path := p.path
	var err error
	if path == "" {
		path, err = keep(d.own.folder, p.name, p.actors[0].ID, p.file, ErrActors)
	} else {
		err = rewrite(path, p.file)
	}
	if err != nil {
		return nil, err
	}
	d.catalogue.now.Store(p.next)
	d.own.add(path, p.actors)
	added, err := d.outcome(ctx, p)
	if err != nil {
		return nil, fmt.Errorf("the actors are added, but looking for mentions of them failed: %w", err)
	}
	added.File = path
	return added, nil
}

// outcome returns what the plan changes.
func (d *Desk) outcome(ctx context.Context, p *plan) (*Added, error) {
	added := &Added{Actors: p.actors, Warnings: newProblems(p.before, p.next)}
	links, err := d.links(ctx, p.next)
	if err != nil {
		return nil, err
	}
	for _, link := range links {
		if slices.ContainsFunc(p.actors, func(a schema.Actor) bool { return a.ID == link.Actor.ID }) {
			added.Links = append(added.Links, link)
		}
	}
	return added, nil
}
