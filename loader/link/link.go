// Package link says who the names, descriptions and pronouns of a parsed text
// stand for: actors of the catalogue on the article's day, or actors of the
// article's own when the catalogue does not know them.
//
// The order is that of a reader. Names come first (names.go), the roles that
// stand around them next (roles.go), then descriptions, each resolved to what was
// named before it (coref.go), and pronouns, by what means the same (pronoun.go, lang/coref). A name that fits nothing is
// never forced upon a known actor: it becomes an unlinked actor with an id of
// its own. Link keeps no state between texts and is safe for concurrent use.
package link

import (
	"strings"
	"time"

	"demarche/loader/lang"
	"demarche/schema"
)

// Catalogue is what linking asks of the known actors.
type Catalogue interface {
	// Scan finds the longest entry that begins with the first of the words.
	Scan(words []string) (int, []schema.Match)
	// ScanTitle finds the longest title of an office that begins there.
	ScanTitle(words []string) (int, schema.Office)
	ParseTitle(text string) (schema.Office, bool)
	// SameOffice reports whether two titles mean one office at an actor.
	SameOffice(a, b schema.Office, of string) bool
	// Holders gives the persons who held an office of an actor on a day.
	Holders(title, of string, day time.Time) []*schema.Actor
	Actor(id string) (*schema.Actor, bool)
	// Surname gives the persons of the catalogue with the family name.
	Surname(name string) []*schema.Actor
}

// Form is how a mention refers.
type Form string

// The forms of a mention.
const (
	Named     Form = "named"     // by name, or part of it
	Adjective Form = "adjective" // "Russian", "Western"
	Described Form = "described" // "the top Russian diplomat", "the bloc"
	Pronoun   Form = "pronoun"   // "he", "its"
)

// Mention is a place in the text that stands for an entity.
type Mention struct {
	First, End int // tokens [First, End)
	Form       Form
	Entity     int // index into Text.Entities
}

// Role is an office that the text gives a person.
type Role struct {
	Title string
	Of    int // index into Text.Entities; -1 when the text does not say
	First int // tokens [First, End) that say so
	End   int
}

// Entity is an actor, as this text speaks of it.
type Entity struct {
	ID       string // catalogue id, or "unlinked:" and a slug
	Name     string
	Linked   bool
	Kind     schema.ActorKind
	Code     string
	Gender   string
	Known    *schema.Actor // nil when unlinked
	Mentions []int         // indices into Text.Mentions, ascending
	Roles    []Role
}

// Text is a Doc with its actors.
type Text struct {
	*lang.Doc
	Mentions []Mention // ascending by First; they do not overlap
	Entities []Entity

	catalogue Catalogue
	day       time.Time
	mentionOf []int32 // token -> mention or -1
	byID      map[string]int
	clusters  clusters
	about     *int                    // what Home found
	called    map[int]map[string]bool // by entity, the nouns that describe it
	named     map[string]int          // what countries counted, nil before
}

// Link finds the actors of a text that was published on the day; the zero day
// stands for an unknown one, on which every office counts as held.
func Link(doc *lang.Doc, catalogue Catalogue, day time.Time) *Text {
	t := &Text{Doc: doc, catalogue: catalogue, day: day, byID: map[string]int{}}
	t.mentionOf = make([]int32, len(doc.Tokens))
	for i := range t.mentionOf {
		t.mentionOf[i] = -1
	}
	t.findNames()
	t.findClasses()
	t.findRoles(false)
	t.call()
	t.resolve()
	t.findRoles(true)
	t.order()
	return t
}

// MentionOf returns the mention that a token belongs to, or -1.
func (t *Text) MentionOf(token int) int {
	if token < 0 || token >= len(t.mentionOf) {
		return -1
	}
	return int(t.mentionOf[token])
}

// EntityOf returns the entity that a token refers to, or -1.
func (t *Text) EntityOf(token int) int {
	if m := t.MentionOf(token); m >= 0 {
		return t.Mentions[m].Entity
	}
	return -1
}

// Find returns the index of the entity with the id, or -1.
func (t *Text) Find(id string) int {
	if i, ok := t.byID[id]; ok {
		return i
	}
	return -1
}

// Know returns the entity of a catalogue actor, adding it when the text has
// not named it: "the Russian president" brings Russia along.
func (t *Text) Know(actor *schema.Actor) int {
	if i, ok := t.byID[actor.ID]; ok {
		return i
	}
	t.Entities = append(t.Entities, Entity{ID: actor.ID, Name: actor.Name, Linked: true, Kind: actor.Kind, Code: actor.Code, Gender: actor.Gender, Known: actor})
	t.byID[actor.ID] = len(t.Entities) - 1
	return len(t.Entities) - 1
}

// KnowID is Know by catalogue id; -1 when the catalogue has no such actor.
func (t *Text) KnowID(id string) int {
	if actor, ok := t.catalogue.Actor(id); ok {
		return t.Know(actor)
	}
	return -1
}

// Own returns the entity of an actor that the catalogue does not have.
func (t *Text) Own(name string, kind schema.ActorKind) int {
	id := schema.Unlinked + schema.Slug(name)
	if i, ok := t.byID[id]; ok {
		return i
	}
	t.Entities = append(t.Entities, Entity{ID: id, Name: name, Kind: kind})
	t.byID[id] = len(t.Entities) - 1
	return len(t.Entities) - 1
}

func (t *Text) add(first, end int, form Form, entity int) {
	for i := first; i < end; i++ {
		if t.mentionOf[i] >= 0 {
			return
		}
	}
	m := int32(len(t.Mentions))
	t.Mentions = append(t.Mentions, Mention{First: first, End: end, Form: form, Entity: entity})
	for i := first; i < end; i++ {
		t.mentionOf[i] = m
	}
}

// order sorts the mentions by place and notes them at their entities.
func (t *Text) order() {
	sorted := make([]Mention, 0, len(t.Mentions))
	for token := 0; token < len(t.Tokens); {
		m := t.mentionOf[token]
		if m < 0 {
			token++
			continue
		}
		mention := t.Mentions[m]
		for i := mention.First; i < mention.End; i++ {
			t.mentionOf[i] = int32(len(sorted))
		}
		t.Entities[mention.Entity].Mentions = append(t.Entities[mention.Entity].Mentions, len(sorted))
		sorted = append(sorted, mention)
		token = mention.End
	}
	t.Mentions = sorted
}

// raw returns the words of the tokens [first, end).
func (t *Text) raw(first, end int) []string {
	words := make([]string, 0, end-first)
	for i := first; i < end; i++ {
		words = append(words, strings.ReplaceAll(t.Word(i), "’", "'"))
	}
	return words
}

// name joins the words of the tokens as a name is written.
func (t *Text) name(first, end int) string {
	return strings.Join(strings.Fields(t.Words(first, end).Of(t.Doc.Text)), " ")
}
