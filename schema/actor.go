package schema

import "time"

// ActorKind says what an actor is.
type ActorKind string

// The kinds of actor.
const (
	Person       ActorKind = "person"
	Country      ActorKind = "country"
	Organisation ActorKind = "organisation" // international or other organisation, ministry, armed force, party, company
	Medium       ActorKind = "medium"       // news agency, newspaper, broadcaster
	Group        ActorKind = "group"        // "the West", a people, a movement
)

// Actor is one entry of the catalogue. Values are immutable once loaded.
type Actor struct {
	ID         string    // slug of the name, unique: "sergey-lavrov"
	Name       string    // canonical name, the usual English encyclopedia name
	Kind       ActorKind //
	Code       string    // ISO 3166-1 alpha-3 of the country it is or stands for; "IGO" for an international organisation; may be empty
	Wikidata   string    // "Q159"; empty when not known for sure
	Gender     string    // persons: "female", "male" or empty
	Aliases    []string  // other names
	Adjectives []string  // demonyms: "Russian", "Russians"
	Seats      []string  // capital, seat-of-government nicknames that stand for it: "Moscow", "the Kremlin"
	Of         string    // id of the actor that it belongs to: a ministry's country; may be empty
	Roles      []Role    // persons: offices held, ascending by From
	Line       string    // "file:line" of the entry, for messages
}

// Role is an office that a person holds or held.
type Role struct {
	Title  string    // plain noun phrase: "Foreign Minister"
	Of     string    // id of the actor that the office belongs to
	From   time.Time // first day, midnight UTC; zero when unknown
	To     time.Time // last day; zero while it lasts
	Acting bool      // whether the office was held only for the time being
}

// HeldAt reports whether the role was held on the day. An unknown first day
// counts as long ago.
func (r Role) HeldAt(day time.Time) bool {
	return !day.Before(r.From) && (r.To.IsZero() || !day.After(r.To))
}
