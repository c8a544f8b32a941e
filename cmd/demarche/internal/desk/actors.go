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
// has changed; when the document is at fault it wraps ErrActors and
// strict.Mistakes.
func (d *Desk) AddActors(ctx context.Context, name string, data []byte) (*Added, error) {
	d.adding.Lock()
	defer d.adding.Unlock()
	p, err := d.planAdding(name, data)
	if err != nil {
		return nil, err
	}
	return d.carryOut(ctx, p)
}

// PutActor makes the one actor of a document stand in place of the user's actor
// of the id. The program's own actors cannot be changed. The file that has the
// entry is written anew, without its comments; the one before stays beside it,
// under its name with "~". Errors are as with AddActors.
func (d *Desk) PutActor(ctx context.Context, id, name string, data []byte) (*Added, error) {
	d.adding.Lock()
	defer d.adding.Unlock()
	p, err := d.planPut(id, name, data)
	if err != nil {
		return nil, err
	}
	return d.carryOut(ctx, p)
}

// PreviewActors returns what AddActors would do, or PutActor when id is not
// empty, and changes nothing. Errors are theirs.
func (d *Desk) PreviewActors(ctx context.Context, id, name string, data []byte) (*Added, error) {
	var p *plan
	var err error
	if id == "" {
		p, err = d.planAdding(name, data)
	} else {
		p, err = d.planPut(id, name, data)
	}
	if err != nil {
		return nil, err
	}
	return d.outcome(ctx, p)
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
	d.adding.Lock()
	defer d.adding.Unlock()
	p, err := d.planFile(fresh, name, file.Bytes())
	if err != nil {
		return nil, err
	}
	return d.carryOut(ctx, p)
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
	return path, write(path, data)
}

// rewrite gives a file other content. What it had is kept beside it, under its
// name with "~", as editors do.
func rewrite(path string, data []byte) error {
	before, err := os.ReadFile(path)
	if err == nil {
		err = write(path+"~", before)
	}
	if err != nil {
		return fmt.Errorf("keeping a copy of %s: %w", path, err)
	}
	return write(path, data)
}

// write writes a file whole or not at all.
func write(path string, data []byte) error {
	temporary, err := os.CreateTemp(filepath.Dir(path), ".new-*")
	if err != nil {
		return fmt.Errorf("writing %s: %w", path, err)
	}
	defer os.Remove(temporary.Name()) // renamed by then, or of no use
	_, err = temporary.Write(data)
	if err = errors.Join(err, temporary.Sync(), temporary.Close()); err == nil {
		err = os.Rename(temporary.Name(), path)
	}
	if err != nil {
		return fmt.Errorf("writing %s: %w", path, err)
	}
	return nil
}
