// Package extract finds who said what, who demanded what of whom, what
// happened and who stands where, in a parsed article whose actors are known.
//
// It takes a lang.Doc with the mentions that loader/link resolved and returns
// records whose every span is a range of the document's text. Each record
// names the rule that found it and how far it is to be trusted. Extraction
// keeps no state between articles and is safe for concurrent use.
//
// What counts as a record follows the project's annotation guidelines. Statements come
// from a model (lang/attribution); the words that mark demands, events and positions are
// data (schema/frames).
package extract

import (
	"strings"

	"demarche/internal/span"
	"demarche/loader/extract/confidence"
	"demarche/loader/when"
)

// Actor is who a record speaks of: an actor of the catalogue, or one of the
// article's own.
type Actor struct {
	ID     string // catalogue id, or "unlinked:" and a slug
	Name   string // canonical name for display and interchange
	Linked bool   // whether ID is in the catalogue
	Kind   string // "person", "country", "organisation", "medium", "group"
	Code   string // ISO 3166-1 alpha-3 of the country it stands for; "IGO"; empty
}

// Where says whether a record stands in the running text or only repeats it.
type Where string

// The places of a record.
const (
	Body     Where = "body"
	Headline Where = "headline" // headline, standfirst or caption
)

// Basis is what every record has.
type Basis struct {
	Cue        []span.Span
	Where      Where
	When       *when.Date        // the day of saying, making or happening that the text gives; nil when it gives none
	Rule       string            // what found the record: "attribution:say", "verb:urge"
	Confidence float64           // probability that the record is right, above 0 and below 1; package confidence
	Signs      []confidence.Sign // what the confidence rests on
}

// family is the kind of rule that found the record.
func (b *Basis) family() string {
	family, _, _ := strings.Cut(b.Rule, ":")
	return family
}

// Statement is something that the article attributes to a source.
type Statement struct {
	Basis
	Speaker   Actor
	Source    span.Span // the words that name the speaker; empty when there are none
	Addressee []Actor
	Content   []span.Span // without quotation marks
	Quoted    string      // "direct", "indirect" or "mixed"
	SaidIn    int         // index of the statement in whose content this one lies, or -1: A says that B said
	About     []About
}

// Demand is an act by which an actor wants another to do or not to do something.
type Demand struct {
	Basis
	By        Actor
	VoicedBy  *Actor // who spoke for By, when another
	Of        []Actor
	Addressed Addressed // how Of is known
	What      []span.Span
	Polarity  string // "do" or "dont"
	Strength  string // wish, ask, call, urge, insist, demand, order or ultimatum, from the weakest
	OrElse    span.Span
	Deadline  *when.Date // by when it is to be done; nil when the text does not tell
	Statement int        // index of the statement that carries it, or -1
	About     []About
}

// Addressed says how it is known who should comply with a demand.
type Addressed string

// The ways.
const (
	Stated   Addressed = "stated"   // the demand says so: "urged Kyiv to"
	Inferred Addressed = "inferred" // from what is wanted, the conversation, or the demand before
	Missing  Addressed = "missing"  // it is not known
)

// Event is a dated or datable occurrence in which actors take part.
type Event struct {
	Basis        // Cue holds the word that names the occurrence
	Type         string
	Label        string
	Participants []Actor
	Place        string
	Evidence     span.Span

	undated bool // counts without a day or place
}

// Position is an actor's stance on an issue.
type Position struct {
	Basis
	Actor    Actor
	Issue    string
	Stance   string // "support" or "oppose"
	Evidence span.Span
	About    []About

	subject span.Span // the words that Issue was made of
}

// Issue is an issue of the taxonomy.
type Issue struct{ ID, Name string }

// About is a known issue that a record is about.
type About struct {
	Issue
	Opposite bool // whether its words mean the contrary: who supports an arms race opposes arms control
}

// Role is an office that the article says a person holds.
type Role struct {
	Title      string
	Of         Actor
	Span       span.Span // the words that say so
	Confidence float64
}

// Person is a named person of the article.
type Person struct {
	Actor
	Mentions   []string // distinct surface forms, in order of appearance
	Roles      []Role
	Confidence float64
	Signs      []confidence.Sign
}

// Records is what one article says.
type Records struct {
	Persons    []Person
	Actors     []Mentioned // every actor that a record or role names
	Statements []Statement
	Demands    []Demand
	Events     []Event
	Positions  []Position
}

// Mentioned is an actor with the forms under which the article names it.
type Mentioned struct {
	Actor
	Forms []string
}
