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

var honorific = wordSet("mr mrs ms miss dr sir lord lady dame prof professor rev gen sen rep gov lt col maj capt sgt adm hon sheikh mr. mrs. ms. dr. prof. rev. gen. sen. rep. gov. lt. col. maj. capt. sgt. adm. hon. reps. sens. st. jr. sr. king queen prince princess pope archbishop cardinal imam rabbi")

// IsHonorific reports whether the lower-case word is a form of address that
// stands before a name and is no part of it.
func IsHonorific(lower string) bool { return honorific[lower] }

// IsGiven reports whether the word is a common given name.
func IsGiven(word string) bool { return gazetteer.IsGiven(strings.ToLower(word)) }
