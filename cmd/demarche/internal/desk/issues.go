package desk

import (
	"errors"
	"fmt"
	"slices"

	"demarche/schema/issues"
)

// ErrIssues means that a document of issues cannot be added as it is.
var ErrIssues = errors.New("the issues cannot be added")

// AddedIssues is what became of new issues.
type AddedIssues struct {
	File     string // where they were written; empty after a trial
	Issues   []issues.Issue
	Warnings []issues.Problem // what issues.Check finds with them, and did not find without
}

// CheckIssues tries whether the issues of a document, in the format of
// doc/issues.md, can join the known ones, and keeps nothing. An error wraps
// ErrIssues and names file and line.
func (d *Desk) CheckIssues(name string, data []byte) (*AddedIssues, error) {
	more, err := issues.ParseFile(name, data)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrIssues, err)
	}
	after, err := d.issues.With(more...)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrIssues, err)
	}
	known := func(actor string) bool {
		_, ok := d.catalogue.Actor(actor)
		return ok
	}
	before := issues.Check(d.issues, known)
	warnings := slices.DeleteFunc(issues.Check(after, known), func(p issues.Problem) bool { return slices.Contains(before, p) })
	return &AddedIssues{Issues: more, Warnings: warnings}, nil
}

// AddIssues keeps the issues of a document in a folder, under the document's own
// name, after CheckIssues. Articles that are read by another desk know them; on
// error nothing has changed.
func (d *Desk) AddIssues(folder, name string, data []byte) (*AddedIssues, error) {
	d.adding.Lock()
	defer d.adding.Unlock()
	added, err := d.CheckIssues(name, data)
	if err != nil {
		return nil, err
	}
	added.File, err = keep(folder, name, added.Issues[0].ID, data, ErrIssues)
	return added, err
}
