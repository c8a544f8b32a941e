package server

import (
	"cmp"
	"fmt"
	"net/http"

	"github.com/cayleygraph/quad"
)

// Previews do the work of a write and store nothing. They need no token, so they
// are bounded as free queries are: in the size of the body, in time, and in how
// many run at once.

// articlePreview is an article as it would be stored.
type articlePreview struct {
	articleWhole
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
	defer done()
	articles, err := s.cfg.Articles.Preview(r.Context(), cmp.Or(r.URL.Query().Get("name"), "request"), data)
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
	defer done()
	preview, err := s.cfg.Actors.PreviewActors(r.Context(), id, "request", data)
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
	done, err = s.turn(r.Context())
	return data, done, err
}
