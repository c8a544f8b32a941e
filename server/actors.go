package server

import (
	"fmt"
	"net/http"
	"reflect"
	"slices"
	"strings"
	"time"

	"demarche/queries"
	"demarche/schema"
)

// actorView is an actor as the API shows it.
type actorView struct {
	ID         string     `json:"id"`
	IRI        string     `json:"iri" doc:"its node in the graph"`
	Name       string     `json:"name"`
	Kind       string     `json:"kind,omitempty" enum:"person,country,organisation,medium,group" doc:"absent when no article says"`
	Linked     bool       `json:"linked" doc:"whether the catalogue knows it; false for those that only articles know"`
	Code       string     `json:"code,omitempty" doc:"ISO 3166-1 alpha-3 of the country it is or stands for, or IGO"`
	Wikidata   string     `json:"wikidata,omitempty"`
	Gender     string     `json:"gender,omitempty"`
	Aliases    []string   `json:"aliases,omitempty"`
	Adjectives []string   `json:"adjectives,omitempty"`
	Seats      []string   `json:"seats,omitempty" doc:"capital and other places that stand for it"`
	Of         string     `json:"of,omitempty" doc:"id of the actor that it belongs to"`
	Roles      []roleView `json:"roles,omitempty" doc:"offices held"`
	Own        bool       `json:"own,omitempty" doc:"whether it was added by the user, so that PUT can change it; not told in lists"`
}

// roleView is an office that a person holds or held.
type roleView struct {
	Title  string `json:"title"`
	Of     string `json:"of" doc:"id of the actor that the office belongs to"`
	From   string `json:"from,omitempty" doc:"first day"`
	To     string `json:"to,omitempty" doc:"last day; absent while it lasts"`
	Acting bool   `json:"acting,omitempty"`
}

// actorList is the answer of GET /api/actors.
type actorList struct {
	Actors []actorView `json:"actors"`
	Limit  int         `json:"limit"`
	Offset int         `json:"offset"`
	More   bool        `json:"more"`
}

// actorTypes are the media types of documents of actors.
var actorTypes = []string{"application/yaml", "application/json"}

func (s *Server) actorRoutes() []route {
	actorID := input{name: "id", in: "path", about: "id, as in the list", required: true}
	return []route{
		{method: "GET", path: "/api/actors", tag: tagActors, summary: "Known actors, and those that only articles know",
			params: []input{
				{name: "q", in: "query", about: "part of a name or of another name; the nearest come first"},
				{name: "kind", in: "query", about: "kind of actor", values: []string{"person", "country", "organisation", "medium", "group"}},
				{name: "unlinked", in: "query", typ: "boolean", def: "false", about: "also actors that only articles know, after the known ones"},
				limitInput, offsetInput},
			answer: reflect.TypeFor[actorList](), handle: s.getActors},
		{method: "GET", path: "/api/actors/{id}", tag: tagActors, summary: "One actor",
			params: []input{actorID},
			answer: reflect.TypeFor[actorView](), handle: s.getActor},
		{method: "POST", path: "/api/actors", tag: tagActors, summary: "Add actors", write: true,
			body: "actors, in the form of the catalogue's own files", accepts: actorTypes,
			answer: reflect.TypeFor[ActorsAdded](), handle: s.postActors},
		{method: "PUT", path: "/api/actors/{id}", tag: tagActors, summary: "Change an actor that was added", write: true,
			params: []input{actorID}, body: "the one actor, as POST takes it; its id may be left out", accepts: actorTypes,
			answer: reflect.TypeFor[ActorsAdded](), handle: s.putActor},
		{method: "POST", path: "/api/preview/actors", tag: tagActors, summary: "What adding or changing actors would do; nothing is changed",
			params: []input{{name: "id", in: "query", about: "the actor that PUT would change; without it the actors would be added"}},
			body:   "actors, as POST /api/actors takes them", accepts: actorTypes,
			answer: reflect.TypeFor[ActorsPreview](), handle: s.previewActors},
		{method: "POST", path: "/api/relink", tag: tagActors, summary: "Link stored actors that the catalogue knows by now", write: true,
			answer: reflect.TypeFor[relinked](), handle: s.postRelink},
	}
}

func (s *Server) getActors(w http.ResponseWriter, r *http.Request) error {
	values := r.URL.Query()
	page, err := s.pageOf(values)
	if err != nil {
		return err
	}
	unlinked, err := boolOf(values, "unlinked")
	if err != nil {
		return err
	}
	q, kind := values.Get("q"), values.Get("kind")
	known := s.known.find(s.cfg.Catalogue.Actors(), q)
	if kind != "" {
		known = slices.DeleteFunc(slices.Clone(known), func(a *schema.Actor) bool { return string(a.Kind) != kind })
	}
	var own []*queries.Unlinked
	if unlinked {
		all, err := s.cfg.Engine.Unlinked(r.Context())
		if err != nil {
			return err
		}
		own = s.unlinked.find(all, q)
		if kind != "" {
			own = slices.DeleteFunc(slices.Clone(own), func(u *queries.Unlinked) bool { return u.Kind != kind })
		}
	}
	list := actorList{Actors: []actorView{}, Limit: page.limit, Offset: page.offset}
	first := min(page.offset, len(known)+len(own))
	last := min(first+page.limit, len(known)+len(own))
	for i := first; i < last; i++ {
		if i < len(known) {
			list.Actors = append(list.Actors, viewOf(known[i]))
		} else {
			list.Actors = append(list.Actors, viewOfUnlinked(own[i-len(known)]))
		}
	}
	list.More = last < len(known)+len(own)
	setCut(w.Header(), page.limit, list.More)
	return writeJSON(w, http.StatusOK, list)
}

func (s *Server) getActor(w http.ResponseWriter, r *http.Request) error {
	id := r.PathValue("id")
	if strings.HasPrefix(id, schema.Unlinked) {
		return s.getUnlinked(w, r, id)
	}
	a, err := s.actor(id)
	if err != nil {
		return err
	}
	view := viewOf(a)
	if view.Own, err = s.cfg.Actors.Own(a.ID); err != nil {
		return fmt.Errorf("reading actor %s: %w", a.ID, err)
	}
	return writeJSON(w, http.StatusOK, view)
}

// actor returns the actor of the catalogue with the id.
func (s *Server) actor(id string) (*schema.Actor, error) {
	a, ok := s.cfg.Catalogue.Actor(id)
	if !ok {
		return nil, unknown(idsOf(s.cfg.Catalogue.Suggest(id, 3)), "there is no actor %q in the catalogue", id)
	}
	return a, nil
}

// getUnlinked answers with an actor that only articles know.
func (s *Server) getUnlinked(w http.ResponseWriter, r *http.Request, id string) error {
	all, err := s.cfg.Engine.Unlinked(r.Context())
	if err != nil {
		return err
	}
	i := slices.IndexFunc(all, func(u *queries.Unlinked) bool { return u.ID == id })
	if i < 0 {
		return unknown(nil, "there is no actor %q in the articles", id)
	}
	return writeJSON(w, http.StatusOK, viewOfUnlinked(all[i]))
}

func (s *Server) postActors(w http.ResponseWriter, r *http.Request) error {
	data, err := readBody(w, r, s.limits.UploadBytes)
	if err != nil {
		return err
	}
	added, err := s.cfg.Actors.AddActors(r.Context(), "request", data)
	if err != nil {
		return fmt.Errorf("adding actors: %w", err)
	}
	return writeJSON(w, http.StatusCreated, added)
}

func (s *Server) putActor(w http.ResponseWriter, r *http.Request) error {
	a, err := s.actor(r.PathValue("id"))
	if err != nil {
		return err
	}
	data, err := readBody(w, r, s.limits.UploadBytes)
	if err != nil {
		return err
	}
	changed, err := s.cfg.Actors.PutActor(r.Context(), a.ID, "request", data)
	if err != nil {
		return fmt.Errorf("changing actor %s: %w", a.ID, err)
	}
	return writeJSON(w, http.StatusOK, changed)
}

// relinked is the answer of POST /api/relink.
type relinked struct {
	Count  int      `json:"count" doc:"actors that were linked"`
	Linked []string `json:"linked" doc:"who became whom, and in how many articles"`
}

func (s *Server) postRelink(w http.ResponseWriter, r *http.Request) error {
	links, err := s.cfg.Actors.Relink(r.Context())
	if err != nil {
		return fmt.Errorf("relinking: %w", err)
	}
	answer := relinked{Count: len(links), Linked: []string{}}
	answer.Linked = append(answer.Linked, links...)
	return writeJSON(w, http.StatusOK, answer)
}

func idsOf(actors []*schema.Actor) (ids []string) {
	for _, a := range actors {
		ids = append(ids, a.ID)
	}
	return ids
}

func viewOf(a *schema.Actor) actorView {
	v := actorView{
		ID: a.ID, IRI: schema.ActorIRI(a.ID), Name: a.Name, Kind: string(a.Kind), Linked: true, Code: a.Code,
		Wikidata: a.Wikidata, Gender: a.Gender, Aliases: a.Aliases, Adjectives: a.Adjectives,
		Seats: a.Seats, Of: a.Of,
	}
	for _, r := range a.Roles {
		v.Roles = append(v.Roles, roleView{Title: r.Title, Of: r.Of, From: day(r.From), To: day(r.To), Acting: r.Acting})
	}
	return v
}

func viewOfUnlinked(u *queries.Unlinked) actorView {
	return actorView{ID: u.ID, IRI: schema.ActorIRI(u.ID), Name: u.Name, Kind: u.Kind, Aliases: u.Aliases}
}

// namesOfActor are what a known actor is found by.
func namesOfActor(a *schema.Actor) []string { return slices.Concat([]string{a.Name, a.ID}, a.Aliases) }

// namesOfUnlinked are what an actor that only articles know is found by.
func namesOfUnlinked(u *queries.Unlinked) []string { return slices.Concat([]string{u.Name}, u.Aliases) }

// day writes a day, empty when it is not known.
func day(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.DateOnly)
}
