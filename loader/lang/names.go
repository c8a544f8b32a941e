package lang

import (
	"strings"
	"unicode"
	"unicode/utf8"

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

var honorific = wordSet("mr mrs ms miss dr sir lord lady dame prof professor rev gen sen rep gov lt col maj capt sgt adm hon sheikh mr. mrs. ms. dr. prof. rev. gen. sen. rep. gov. lt. col. maj. capt. sgt. adm. hon. reps. sens. st. jr. sr. king queen prince princess pope archbishop cardinal imam rabbi matron sister comrade pastor reverend shaikh sheik alhaji cllr councillor")

// IsHonorific reports whether the lower-case word is a form of address that
// stands before a name and is no part of it.
func IsHonorific(lower string) bool { return honorific[lower] }

// IsGiven reports whether the word is a common given name.
func IsGiven(word string) bool { return gazetteer.IsGiven(strings.ToLower(word)) }

// particles stand in small letters before the last part of a person's name.
var particles = wordSet("al el bin ibn ben bint van von der den de da di do du dos das del della la le ter zu")

// wholeNames lets names reach to the ends of the words that hyphens join ("Merle Baptiste-Joseph", "Jamaat-e-Islami") and, of persons, over the
// particles of a family name ("Khalid al-Rumaihi"). Names that then overlap become one.
func (d *Doc) wholeNames() {
	var whole []Name
	for _, n := range d.Names {
		if last := len(whole) - 1; last >= 0 && n.First < whole[last].End {
			if n.Kind == OrganizationName || n.End > whole[last].End {
				whole[last].End, whole[last].Kind = max(n.End, whole[last].End), n.Kind
			}
			continue
		}
		if n.Kind != DateName {
			n.First, n.End = d.nameFirst(n), d.nameEnd(n)
		}
		if last := len(whole) - 1; last >= 0 && n.First < whole[last].End {
			n.First = whole[last].First
			whole = whole[:last]
		}
		whole = append(whole, n)
	}
	d.Names = whole
}

// nameFirst is the first token of the word that a name begins with, when that has a capital letter: not of "anti-Trump".
func (d *Doc) nameFirst(n Name) int {
	first := n.First
	for first > d.Sentences[d.SentenceOf(n.First)].First && d.Tokens[first-1].End == d.Tokens[first].Begin && (strings.HasPrefix(d.Word(first), "-") || strings.HasSuffix(d.Word(first-1), "-")) {
		first--
	}
	if !startsUpper(d.Word(first)) {
		return n.First
	}
	return first
}

// nameEnd is the token behind the last word of a name.
func (d *Doc) nameEnd(n Name) int {
	end, stop := n.End, d.Sentences[d.SentenceOf(n.First)].End
	for end < stop {
		next := end
		for next < stop && d.Tokens[next-1].End == d.Tokens[next].Begin && (strings.HasPrefix(d.Word(next), "-") || strings.HasSuffix(d.Word(next-1), "-")) {
			next++ // a piece of the same word
		}
		if next == end && n.Kind == PersonName {
			for next < stop && particles[strings.TrimSuffix(d.Word(next), "-")] {
				next++
			}
			if next > end && next < stop && d.Word(next) == "-" {
				next++
			}
			if next > end && next < stop && d.Tokens[next].IsName() {
				next++
			}
		}
		if next == end && n.Kind == PersonName && d.Tokens[next].IsName() && d.Tokens[next].Rel == "flat" && d.Tokens[next].Head >= n.First && d.Tokens[next].Head < end {
			next++ // "Tunde" of "Tunde Bakare"
		}
		if next == end || !startsUpper(d.Word(next-1)) {
			break
		}
		end = next
	}
	return end
}

func startsUpper(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}
