package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/cayleygraph/quad"

	"demarche/cmd/demarche/internal/desk"
	"demarche/internal/strict"
	"demarche/loader/article"
	"demarche/server"
)

// actorDesk changes actors for the server.
type actorDesk struct{ *desk.Desk }

// AddActors implements server.ActorLoader.
func (d actorDesk) AddActors(ctx context.Context, name string, data []byte) (*server.ActorsAdded, error) {
	return answerOf(d.Desk.AddActors(ctx, name, data))
}

// PutActor implements server.ActorLoader.
func (d actorDesk) PutActor(ctx context.Context, id, name string, data []byte) (*server.ActorsAdded, error) {
	return answerOf(d.Desk.PutActor(ctx, id, name, data))
}

// examples is how many articles are named for a mention.
const examples = 5

// PreviewActors implements server.ActorLoader.
func (d actorDesk) PreviewActors(ctx context.Context, id, name string, data []byte) (*server.ActorsPreview, error) {
	preview := &server.ActorsPreview{IDs: []string{}, Mentions: []server.Mention{}, Warnings: []string{}, Problems: []server.ActorProblem{}}
	would, err := d.Desk.PreviewActors(ctx, id, name, data)
	if mistakes := strict.Mistakes(err); errors.Is(err, desk.ErrActors) && len(mistakes) > 0 {
		for _, m := range mistakes {
			preview.Problems = append(preview.Problems, server.ActorProblem{Line: m.Line, Field: m.Key, Message: m.Text})
		}
		return preview, nil
	}
	answer, err := answerOf(would, err)
	if err != nil {
		return nil, err
	}
	preview.IDs, preview.Warnings = answer.IDs, append(preview.Warnings, answer.Warnings...)
	for _, link := range would.Links {
		mention := server.Mention{Name: link.Name, Actor: link.Actor.ID, Articles: len(link.Articles), Examples: []string{}}
		for _, iri := range link.Articles[:min(examples, len(link.Articles))] {
			mention.Examples = append(mention.Examples, string(iri))
		}
		preview.Mentions = append(preview.Mentions, mention)
	}
	return preview, nil
}

// answerOf tells the server what became of actors.
func answerOf(added *desk.Added, err error) (*server.ActorsAdded, error) {
	if errors.Is(err, desk.ErrActors) {
		return nil, fmt.Errorf("%w: %w", server.ErrInvalid, err)
	}
	if err != nil {
		return nil, err
	}
	answer := &server.ActorsAdded{}
	for _, actor := range added.Actors {
		answer.IDs = append(answer.IDs, actor.ID)
	}
	for _, link := range added.Links {
		answer.Mentions = append(answer.Mentions, link.String())
	}
	for _, warning := range added.Warnings {
		answer.Warnings = append(answer.Warnings, warning.String())
	}
	return answer, nil
}

// Relink implements server.ActorLoader.
func (d actorDesk) Relink(ctx context.Context) ([]string, error) {
	links, err := d.Desk.Relink(ctx)
	if err != nil {
		return nil, err
	}
	var made []string
	for _, link := range links {
		made = append(made, link.String())
	}
	return made, nil
}

// articleDesk loads and removes articles for the server.
type articleDesk struct{ *desk.Desk }

// Load implements server.Articles.
func (d articleDesk) Load(ctx context.Context, name string, data []byte) ([]server.Loaded, error) {
	entries, err := d.entries(ctx, name, data)
	if err != nil {
		return nil, err
	}
	changes, err := d.Store(ctx, entries)
	if err != nil {
		return nil, err
	}
	loaded := make([]server.Loaded, len(entries))
	for i, e := range entries {
		loaded[i] = loadedOf(e, changes[i])
	}
	return loaded, nil
}

// Preview implements server.Articles.
func (d articleDesk) Preview(ctx context.Context, name string, data []byte) ([]server.Previewed, error) {
	entries, err := d.entries(ctx, name, data)
	if err != nil {
		return nil, err
	}
	changes, err := d.Compare(ctx, entries)
	if err != nil {
		return nil, err
	}
	previewed := make([]server.Previewed, len(entries))
	for i, e := range entries {
		previewed[i] = server.Previewed{Loaded: loadedOf(e, changes[i]), Quads: e.Quads}
	}
	return previewed, nil
}

// entries reads the articles in data, of which there must be one.
func (d articleDesk) entries(ctx context.Context, name string, data []byte) ([]desk.Entry, error) {
	var entries []desk.Entry
	for a, err := range article.Decode(name, data) {
		if err == nil {
			err = ctx.Err()
		}
		if err != nil {
			return nil, refusal(err)
		}
		entry, err := d.Read(a)
		if err != nil {
			return nil, err
		}
		entries = append(entries, entry)
	}
	if len(entries) == 0 {
		return nil, fmt.Errorf("%w: %s: there is no article in it", server.ErrInvalid, name)
	}
	return entries, nil
}

// loadedOf reports what an entry stores.
func loadedOf(e desk.Entry, change desk.Change) server.Loaded {
	loaded := server.Loaded{
		IRI: string(e.IRI), Title: e.Article.Title, Publisher: e.Article.Publisher, Statements: e.Statements,
		Demands: e.Demands, Events: e.Events, Positions: e.Positions, Quads: len(e.Quads), Change: string(change),
	}
	if e.Article.Published.IsZero() {
		loaded.Warnings = append(loaded.Warnings, "the day of publication is not known")
	} else {
		loaded.Published = e.Article.Published.Format(time.DateOnly)
	}
	return loaded
}

// refusal makes a bad input the sender's fault.
func refusal(err error) error {
	var bad *article.Error
	if errors.As(err, &bad) {
		return fmt.Errorf("%w: %w", server.ErrInvalid, err)
	}
	return err
}

// Remove implements server.Articles.
func (d articleDesk) Remove(ctx context.Context, iri string) (int, error) {
	n, err := d.Desk.Remove(ctx, quad.IRI(iri))
	if errors.Is(err, desk.ErrNoArticle) {
		return 0, fmt.Errorf("%w: %w", server.ErrNotFound, err)
	}
	return n, err
}
