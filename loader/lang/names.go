package lang

import (
	"strings"

	"demarche/loader/lang/internal/gazetteer"
)

// NameKind is what a name looks like; who it is, is for the linker to say.
type NameKind string

// The kinds of name.
const (
	PersonName       NameKind = "person"
	OrganizationName NameKind = "organization"
	PlaceName        NameKind = "place"
	EventName        NameKind = "event"
	DateName         NameKind = "date" // days, months and years that have a name: "Monday", "December 2021"
	OtherName        NameKind = "other"
)

// Name is words that name somebody or something, without the title of a person.
type Name struct {
	First, End int // tokens [First, End)
	Kind       NameKind
}

var (
	organizations = wordSet(`ministry department committee council organization organisation union bank university institute center centre
office board commission agency association federation confederation party house court army navy corps force forces fund group company corporation
inc corp ltd foundation league alliance congress parliament senate assembly authority service bureau society club college
school church network news times post press coalition front movement campaign administration treasury pentagon tribunal
secretariat embassy secretariat command guard police club trust initiative project summit conference`)
	honorific = wordSet("mr mrs ms miss dr sir lord lady dame prof professor rev gen sen rep gov lt col maj capt sgt adm hon sheikh mr. mrs. ms. dr. prof. rev. gen. sen. rep. gov. lt. col. maj. capt. sgt. adm. hon. reps. sens. st. jr. sr. king queen prince princess pope archbishop cardinal imam rabbi")
)

// IsHonorific reports whether the lower-case word is a form of address that
// stands before a name and is no part of it.
func IsHonorific(lower string) bool { return honorific[lower] }

// IsBody reports whether the word names a kind of organisation: "Center", "Party".
func IsBody(word string) bool { return organizations[strings.ToLower(word)] }

// IsGiven reports whether the word is a common given name.
func IsGiven(word string) bool { return gazetteer.IsGiven(strings.ToLower(word)) }
