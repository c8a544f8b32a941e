package desk

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"demarche/schema"
)

// ErrActors means that a document of actors cannot be added as it is.
var ErrActors = errors.New("the actors cannot be added")

// Added is what became of new actors.
type Added struct {
	File   string // where they were written; empty after a trial
	Actors []schema.Actor
	Links  []Link // stored actors that are linked to one of them when relinking
	// Warnings are what schema.Check finds in the catalogue with them, and did not
	// find without: names shared with others, offices that overlap.
	Warnings []schema.Problem
}

// AddActors adds the actors of a document in the format of schema/actors and
// keeps the document in the user's folder, under its own name. On error nothing
// has changed; when the document is at fault it wraps ErrActors and names file
// and line.
func (d *Desk) AddActors(ctx context.Context, name string, data []byte) (*Added, error) {
	actors, err := schema.ParseFile(name, data)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrActors, err)
	}
	return d.add(ctx, actors, name, data)
}

// ImportActors adds those of the actors that the catalogue does not have, and
// keeps them in the user's folder in a file of the name.
func (d *Desk) ImportActors(ctx context.Context, name string, actors []schema.Actor) (*Added, error) {
	fresh := d.catalogue.Now().Unknown(actors)
	if len(fresh) == 0 {
		return &Added{}, nil
	}
	var file bytes.Buffer
	if err := schema.WriteFile(&file, fresh); err != nil {
		return nil, err
	}
	return d.add(ctx, fresh, name, file.Bytes())
}

// add checks the actors against the catalogue, keeps their file, and knows them
// from then on.
func (d *Desk) add(ctx context.Context, actors []schema.Actor, name string, file []byte) (*Added, error) {
	d.adding.Lock()
	defer d.adding.Unlock()
	if len(actors) == 0 {
		return nil, fmt.Errorf("%w: %s: there is no actor in it", ErrActors, name)
	}
	before := d.catalogue.Now()
	next, err := before.With(actors...)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrActors, err)
	}
	path, err := keep(d.folder, name, actors[0].ID, file, ErrActors)
	if err != nil {
		return nil, err
	}
	d.catalogue.now.Store(next)
	added := &Added{File: path, Actors: actors, Warnings: newProblems(before, next)}
	links, err := d.Links(ctx)
	if err != nil {
		return nil, fmt.Errorf("the actors are added, but looking for mentions of them failed: %w", err)
	}
	for _, link := range links {
		for _, actor := range actors {
			if link.Actor.ID == actor.ID {
				added.Links = append(added.Links, link)
			}
		}
	}
	return added, nil
}

// newProblems returns what is odd in the catalogue after a change and was not
// before.
func newProblems(before, after *schema.Catalogue) []schema.Problem {
	known := schema.Check(before)
	return slices.DeleteFunc(schema.Check(after), func(p schema.Problem) bool { return slices.Contains(known, p) })
}

// keep writes a file into a folder of the user's, whole or not at all and never
// over another one, which is an error that wraps refused. A name without
// extension is no file's, and gives way to the id of the first entry.
func keep(folder, name, id string, data []byte, refused error) (string, error) {
	base := filepath.Base(name)
	if ext := filepath.Ext(base); ext != "" {
		id = cmp.Or(schema.Slug(strings.ReplaceAll(strings.TrimSuffix(base, ext), ".", " ")), id)
	}
	path := filepath.Join(folder, id+".yaml")
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return "", fmt.Errorf("making the folder %s: %w", folder, err)
	}
	if _, err := os.Lstat(path); err == nil {
		return "", fmt.Errorf("%w: %s exists; rename the new file or remove that one", refused, path)
	}
	temporary, err := os.CreateTemp(folder, ".new-*")
	if err != nil {
		return "", fmt.Errorf("writing %s: %w", path, err)
	}
	defer os.Remove(temporary.Name()) // renamed by then, or of no use
	_, err = temporary.Write(data)
	if err = errors.Join(err, temporary.Sync(), temporary.Close()); err == nil {
		err = os.Rename(temporary.Name(), path)
	}
	if err != nil {
		return "", fmt.Errorf("writing %s: %w", path, err)
	}
	return path, nil
}
