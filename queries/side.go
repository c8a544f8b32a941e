package queries

import (
	"slices"
	"strings"
	"time"

	"github.com/cayleygraph/quad"

	"demarche/internal/topic"
	"demarche/queries/internal/same"
	"demarche/schema"
)

// chainLength bounds how far an actor's principals are followed: spokeswoman,
// ministry, country.
const chainLength = 4

// ownVoice are words of titles whose holders do not speak for the actor at
// which they hold the office.
var ownVoice = []string{"senator", "opposition", "minority", "majority", "speaker", "candidate", "member", "congressman", "congresswoman", "politician",
	"activist", "mayor", "governor", "judge", "prosecutor", "chief justice", "leader of the", "first minister", "minister president"}

// bodies are phrases in names of bodies that speak for the actor that they
// belong to. Parliaments, courts, parties and agencies do not.
var bodies = []string{"ministry", "ministries", "department of", "foreign office", "home office", "development office", "global affairs", "external affairs",
	"armed forces", "army", "navy", "air force", "joint chiefs", "general staff", "national security council", "secretariat of state",
	"european commission", "european council", "council of the european union", "external action service", "north atlantic council", "government of"}

// speakers says who may speak for whom, by a catalogue.
type speakers struct {
	actors  []*schema.Actor          // the catalogue's, by which it is known whether this still holds
	body    map[string]string        // what an actor is a body of
	offices map[string][]schema.Role // of a person: those that let it speak for another, in the catalogue's order
	voices  map[string][]string      // all who ever spoke for an actor
}

func newSpeakers(actors []*schema.Actor) *speakers {
	k := &speakers{actors, map[string]string{}, map[string][]schema.Role{}, map[string][]string{}}
	for _, actor := range actors {
		id := actor.ID
		if actor.Kind != schema.Person {
			if actor.Of != "" && hasPhrase(actor.Name, bodies) {
				k.body[id] = actor.Of
				k.voices[actor.Of] = append(k.voices[actor.Of], id)
			}
			continue
		}
		for _, role := range actor.Roles {
			if role.Of == "" || hasPhrase(role.Title, ownVoice) {
				continue
			}
			k.offices[id] = append(k.offices[id], role)
			if of := k.voices[role.Of]; len(of) == 0 || of[len(of)-1] != id {
				k.voices[role.Of] = append(of, id)
			}
		}
	}
	return k
}

// speakers returns who may speak for whom by the catalogue as it is: computed
// once, and again when the catalogue has changed.
func (s *session) speakers() *speakers {
	if s.spoken != nil {
		return s.spoken
	}
	actors := s.catalogue.Actors()
	s.spoken = s.engine.spoken.Load()
	if s.spoken == nil || !slices.Equal(s.spoken.actors, actors) {
		s.spoken = newSpeakers(actors)
		s.engine.spoken.Store(s.spoken)
	}
	return s.spoken
}

// side returns an actor and those for whom it speaks on a day, the nearest
// first: a foreign minister, the country. Without a day, offices, which end,
// make nobody speak for another.
func (s *session) side(id, day string) []string {
	key := [2]string{id, day}
	if chain, ok := s.chains[key]; ok {
		return chain
	}
	chain := []string{id}
	on, _ := time.Parse(time.DateOnly, day)
	for len(chain) < chainLength {
		next := s.speakers().principal(chain[len(chain)-1], on)
		if next == "" || slices.Contains(chain, next) {
			break
		}
		chain = append(chain, next)
	}
	s.chains[key] = chain
	return chain
}

// sides joins the sides of several actors.
func (s *session) sides(ids []string, day string) []string {
	var all []string
	for _, id := range ids {
		all = append(all, s.side(id, day)...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// principal returns for whom an actor speaks on a day, by its last office that
// counts, or by being a body of it; "" when for nobody else.
func (k *speakers) principal(id string, on time.Time) string {
	if of, ok := k.body[id]; ok {
		return of
	}
	if on.IsZero() {
		return ""
	}
	for _, role := range slices.Backward(k.offices[id]) {
		if role.HeldAt(on) {
			return role.Of
		}
	}
	return ""
}

// hasPhrase reports whether a name contains one of the phrases, word by word.
func hasPhrase(name string, phrases []string) bool {
	folded := " " + topic.Fold(name) + " "
	return slices.ContainsFunc(phrases, func(phrase string) bool { return strings.Contains(folded, " "+phrase+" ") })
}

// voices returns the actors and all whom the graph knows and who ever spoke for
// one of them. Whether they did so on a record's day is to be checked.
func (s *session) voices(ids []string) ([]string, error) {
	all, seen := slices.Clone(ids), map[string]bool{}
	for _, id := range ids {
		seen[id] = true
	}
	var others []quad.Value
	for i := 0; i < len(all); i++ {
		for _, id := range s.speakers().voices[all[i]] {
			if !seen[id] {
				seen[id] = true
				all, others = append(all, id), append(others, quad.IRI(schema.ActorIRI(id)))
			}
		}
	}
	known, err := s.graph.Known(others)
	if err != nil {
		return nil, err
	}
	all = all[:len(ids)]
	for _, node := range known {
		if id, ok := actorID(node); ok {
			all = append(all, id)
		}
	}
	return all, nil
}

// stems returns the stems of how texts may call the actors.
func (s *session) stems(ids []string) map[string]bool {
	key := strings.Join(ids, " ")
	stems, ok := s.calledBy[key]
	if !ok {
		stems = same.Stems(s.called(ids))
		s.calledBy[key] = stems
	}
	return stems
}

// called returns how texts may call the actors: names, adjectives, seats.
func (s *session) called(ids []string) []string {
	var names []string
	for _, id := range ids {
		actor, ok := s.catalogue.Actor(id)
		if !ok {
			names = append(names, s.name(id))
			continue
		}
		names = append(names, actor.Name)
		names = append(names, actor.Aliases...)
		names = append(names, actor.Adjectives...)
		names = append(names, actor.Seats...)
	}
	return names
}
