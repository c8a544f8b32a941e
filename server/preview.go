package server

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net/http"
	"runtime/debug"

	"github.com/cayleygraph/quad"
)

// Previews do the work of a write and store nothing. They need no token, so they
// are bounded as free queries are: in the size of the body, in time, and in how
// many run at once. Their turns are their own: a long text that is read beyond its
// time must not hold up the queries.

// articlePreview is an article as it would be stored.
type articlePreview struct {
	ArticleWhole
	Loaded Loaded `json:"loaded" doc:"what loading it would answer"`
}

// articlePreviews is the answer of POST /api/preview/articles.
type articlePreviews struct {
	Articles []articlePreview `json:"articles"`
}

func (s *Server) previewArticles(w http.ResponseWriter, r *http.Request) error {
	data, done, err := s.trial(w, r, "an article")
	if err != nil {
		return err
	}
	name := cmp.Or(r.URL.Query().Get("name"), "request")
	var articles []Previewed
	err = s.inTime(r.Context(), done, func() (err error) {
		articles, err = s.cfg.Articles.Preview(r.Context(), name, data)
		return err
	})
	if err != nil {
		return fmt.Errorf("previewing articles: %w", err)
	}
	answer := articlePreviews{Articles: make([]articlePreview, len(articles))}
	for i, a := range articles {
		answer.Articles[i] = articlePreview{wholeOf(quad.IRI(a.Loaded.IRI), a.Quads), a.Loaded}
	}
	return writeJSON(w, http.StatusOK, answer)
}

func (s *Server) previewActors(w http.ResponseWriter, r *http.Request) error {
	id := r.URL.Query().Get("id")
	if id != "" {
		if _, err := s.actor(id); err != nil {
			return err
		}
	}
	data, done, err := s.trial(w, r, "a document of actors")
	if err != nil {
		return err
	}
	var preview *ActorsPreview
	err = s.inTime(r.Context(), done, func() (err error) {
		preview, err = s.cfg.Actors.PreviewActors(r.Context(), id, "request", data)
		return err
	})
	if err != nil {
		return fmt.Errorf("previewing actors: %w", err)
	}
	return writeJSON(w, http.StatusOK, preview)
}

// trial reads the body of a preview, which is what is wanted, and waits for its
// turn; done is to be called at the end.
func (s *Server) trial(w http.ResponseWriter, r *http.Request, wanted string) (data []byte, done func(), err error) {
	data, err = readBody(w, r, s.limits.QueryBytes)
	if err != nil {
		return nil, nil, fmt.Errorf("reading what is to be previewed: %w", err)
	}
	if len(data) == 0 {
		return nil, nil, invalid("the body is empty; send %s", wanted)
	}
	done, err = s.turn(r.Context(), s.trials)
	return data, done, err
}

// inTime does work until the context ends, and returns its error or the
// context's. Reading a text cannot be interrupted: where it takes longer it goes
// on, and keeps its turn. done is called when it has ended.
func (s *Server) inTime(ctx context.Context, done func(), work func() error) error {
	ended := make(chan error, 1)
	go func() {
		defer done()
		defer func() {
			if v := recover(); v != nil {
				// As in guard: what was thrown may quote an article.
				s.log.ErrorContext(ctx, "preview panicked", "panic", fmt.Sprintf("%T", v), "stack", string(debug.Stack()))
				ended <- errors.New("preview panicked")
			}
		}()
		ended <- work()
	}()
	select {
	case err := <-ended:
		return err
	case <-ctx.Done():
		return ctx.Err()
	}
}
