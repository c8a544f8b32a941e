package queries

import (
	"slices"
	"strings"
	"time"

	"github.com/cayleygraph/quad"

	"demarche/internal/topic"
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

// side returns an actor and those for whom it speaks on a day, the nearest
// first: a foreign minister, the country. Without a day, offices, which end,
// make nobody speak for another.
func (s *session) side(id, day string) []string {
	chain := []string{id}
	on, _ := time.Parse(time.DateOnly, day)
	for len(chain) < chainLength {
		next := s.principal(chain[len(chain)-1], func(r schema.Role) bool { return !on.IsZero() && r.HeldAt(on) })
		if next == "" || slices.Contains(chain, next) {
			break
		}
		chain = append(chain, next)
	}
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

// principal returns for whom an actor speaks by an office that counts, or by
// being a body of it; "" when for nobody else.
func (s *session) principal(id string, counts func(schema.Role) bool) string {
	actor, ok := s.catalogue.Actor(id)
	if !ok {
		return ""
	}
	if actor.Kind != schema.Person {
		if actor.Of != "" && hasPhrase(actor.Name, bodies) {
			return actor.Of
		}
		return ""
	}
	for _, role := range slices.Backward(actor.Roles) {
		if role.Of != "" && counts(role) && !hasPhrase(role.Title, ownVoice) {
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
func (s *session) voices(ids []string) []string {
	all := slices.Clone(ids)
	members := map[string][]string{}
	for _, actor := range s.catalogue.Actors() {
		seen := map[string]bool{}
		s.principal(actor.ID, func(r schema.Role) bool {
			if !hasPhrase(r.Title, ownVoice) && !seen[r.Of] {
				seen[r.Of] = true
				members[r.Of] = append(members[r.Of], actor.ID)
			}
			return false
		})
		if of := s.principal(actor.ID, func(schema.Role) bool { return false }); of != "" {
			members[of] = append(members[of], actor.ID)
		}
	}
	for i := 0; i < len(all); i++ {
		for _, id := range members[all[i]] {
			if !slices.Contains(all, id) {
				all = append(all, id)
			}
		}
	}
	return slices.DeleteFunc(all, func(id string) bool {
		return !slices.Contains(ids, id) && !s.graph.Has(quad.IRI(schema.ActorIRI(id)))
	})
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
