package lang

import (
	_ "embed"
	"strings"
	"unicode"
	"unicode/utf8"
)

// NameKind is what a name looks like by its own words; who it is, is for the
// linker to say.
type NameKind string

// The kinds of name.
const (
	PersonName       NameKind = "person"       // begins with a given name
	OrganizationName NameKind = "organization" // has a word such as Ministry or Party
	OtherName        NameKind = "other"
)

// Name is a run of capitalised words that names somebody or something.
type Name struct {
	First, End int // tokens [First, End)
	Kind       NameKind
}

//go:embed given.txt
var givenText string

var (
	given         = wordSet(givenText)
	organizations = wordSet(`ministry department committee council organization organisation union bank university institute center centre
office board commission agency association federation confederation party house court army navy corps force forces fund group company corporation
inc corp ltd foundation league alliance congress parliament senate assembly authority service bureau society club college
school church network news times post press coalition front movement campaign administration treasury pentagon tribunal
secretariat embassy secretariat command guard police club trust initiative project summit conference`)
	// connectors join capitalised words into one name when capitalised words
	// stand on both sides; those of the second set only behind a word of organizations.
	particles = wordSet("de van von der den bin ibn al el la le du da dos del di ter & ul bint")
	joints    = wordSet("of for on and the")
	honorific = wordSet("mr mrs ms miss dr sir lord lady dame prof professor rev gen sen rep gov lt col maj capt sgt adm hon sheikh mr. mrs. ms. dr. prof. rev. gen. sen. rep. gov. lt. col. maj. capt. sgt. adm. hon. reps. sens. st. jr. sr. king queen prince princess pope archbishop cardinal imam rabbi")
	// calendar words are capitalised, but name nobody.
	calendar = wordSet("monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec. i")
)

// IsHonorific reports whether the lower-case word is a form of address that
// stands before a name and is no part of it.
func IsHonorific(lower string) bool { return honorific[lower] }

// IsBody reports whether the word names a kind of organisation: "Center", "Party".
func IsBody(word string) bool { return organizations[strings.ToLower(word)] }

// IsGiven reports whether the word is a common given name.
func IsGiven(word string) bool { return given[strings.ToLower(word)] }

// findNames reads the maximal runs of capitalised words of each sentence.
func (d *Doc) findNames() {
	for _, s := range d.Sentences {
		for t := s.First; t < s.End; {
			if !d.capital(t, s) {
				t++
				continue
			}
			first := t
			t = d.nameEnd(first, s)
			for first < t && honorific[d.Tokens[first].Lower] && t-first > 1 {
				first++
			}
			d.Names = append(d.Names, Name{First: first, End: t, Kind: d.nameKind(first, t)})
		}
	}
}

// nameEnd extends a run of capitalised words over particles and joints.
func (d *Doc) nameEnd(first int, s Sentence) int {
	end := first + 1
	body := organizations[d.Tokens[first].Lower]
	for end < s.End {
		switch word := d.Tokens[end].Lower; {
		case d.capital(end, s):
			body = body || organizations[word]
			end++
		case particles[word] && end+1 < s.End && d.capital(end+1, s):
			end += 2
		case joints[word] && body:
			next := end + 1
			for next < s.End && joints[d.Tokens[next].Lower] && next < end+3 {
				next++
			}
			// "the Department of Justice and the White House" are two names,
			// "the Center for Strategic and International Studies" is one.
			if next >= s.End || !d.capital(next, s) || word == "the" || word == "and" && (next > end+1 || d.GroupOf(min(next+1, s.End-1)) >= 0 || !d.joined(first, end)) {
				return end
			}
			end = next + 1
		default:
			return end
		}
	}
	return end
}

// joined reports whether a joint other than "and" stands in the name so far.
func (d *Doc) joined(first, end int) bool {
	for t := first; t < end; t++ {
		if joints[d.Tokens[t].Lower] && d.Tokens[t].Lower != "and" {
			return true
		}
	}
	return false
}

// capital reports whether a token can be a word of a name.
func (d *Doc) capital(t int, s Sentence) bool {
	token := d.Tokens[t]
	r, _ := utf8.DecodeRuneInString(d.Text[token.Begin:])
	if !unicode.IsUpper(r) || token.IsPunct() || calendar[token.Lower] {
		return false
	}
	if t == s.First || t == s.First+1 && d.Tokens[s.First].IsPunct() || d.Tokens[t-1].Tag == ":" || d.Tokens[t-1].Tag == "``" {
		// The first word is capitalised whatever it is.
		return token.IsName() && !starters[token.Lower] || IsGiven(token.Lower) || isAcronym(token.Of(d.Text))
	}
	switch token.Tag {
	case "DT", "IN", "CC", "PRP", "PRP$", "TO", "MD", "WDT", "WP", "WRB", "CD":
		return isAcronym(token.Of(d.Text)) && token.Tag != "PRP" || token.Lower == "us" && token.Of(d.Text) == "US"
	}
	return true
}

func isAcronym(word string) bool {
	letters := 0
	for _, r := range word {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			letters++
		}
	}
	return letters > 1
}

func (d *Doc) nameKind(first, end int) NameKind {
	for t := first; t < end; t++ {
		if organizations[d.Tokens[t].Lower] {
			return OrganizationName
		}
	}
	if end-first > 1 && end-first < 5 && given[d.Tokens[first].Lower] {
		return PersonName
	}
	if first > 0 && honorific[d.Tokens[first-1].Lower] {
		return PersonName
	}
	return OtherName
}
