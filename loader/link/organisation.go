package link

import (
	"strings"
	"unicode/utf8"

	"demarche/loader/lang"
	"demarche/schema"
)

// withinOrganisation reports whether one word is only a part of the name of another organisation: "Congress" in "Nigeria Labour Congress", but
// not in "US Congress", and not "Republicans" in "House Republicans".
func (t *Text) withinOrganisation(token int, matches []schema.Match, name lang.Name) bool {
	actor := matches[0].Actor
	if name.Kind != lang.OrganizationName || actor.Kind != schema.Organisation || matches[0].Via == schema.ViaAdjective || strings.HasSuffix(t.Tokens[token].Tag, "S") {
		return false
	}
	for i := name.First; i < name.End; i++ {
		if m := t.MentionOf(i); i != token && t.Tokens[i].IsName() && (m < 0 || t.Entities[t.Mentions[m].Entity].ID != actor.Of) {
			return true
		}
	}
	return false
}

// addOfCountry makes an actor of an organisation that is named with its country behind "of", such as "Central Bank of Nigeria": its own words are
// the mention, the country stays one of its own.
func (t *Text) addOfCountry(name lang.Name) bool {
	of := name.End - 1
	for of > name.First && t.MentionOf(of) >= 0 {
		of--
	}
	if of == name.End-1 || of-name.First < 1 || t.Tokens[of].Lower != "of" {
		return false
	}
	country := t.EntityOf(of + 1)
	for i := name.First; i < of; i++ {
		if t.MentionOf(i) >= 0 {
			return false
		}
	}
	if t.Entities[country].Kind != schema.Country {
		return false
	}
	code := t.Entities[country].Code
	e := t.Own(t.name(name.First, name.End), schema.Organisation)
	t.Entities[e].Code = code
	t.add(name.First, of, Named, e)
	return true
}

// namesOne reports whether one word can name an organisation: it has a capital letter, and not for its place.
func (t *Text) namesOne(token int) bool {
	word := t.Word(token)
	if !startsUpper(word) || utf8.RuneCountInString(word) < 2 {
		return false
	}
	if n, _ := t.catalogue.ScanTitle([]string{word}); n > 0 || bodyNouns[t.Tokens[token].Lower] {
		return false
	}
	return t.Tokens[token].IsName() && (word == strings.ToUpper(word) || !t.startsSentence(token))
}

// nameHead is the end of a name with the words behind it that it belongs to: "Kisan" of "Kisan Board".
func (t *Text) nameHead(end int) int {
	stop := t.Sentences[t.SentenceOf(end-1)].End
	for end < stop && t.mentionOf[end] < 0 && t.Tokens[end].IsName() && startsUpper(t.Word(end)) && t.Is(end-1, "compound") && t.Tokens[end-1].Head == end {
		if n, _ := t.catalogue.ScanTitle(t.raw(end, min(stop, end+3))); n > 0 {
			break
		}
		end++
	}
	return end
}

// bodyNouns are nouns for bodies that names are made of; alone they stand for one named before.
var bodyNouns = map[string]bool{
	"agency": true, "airline": true, "alliance": true, "army": true, "assembly": true, "association": true, "authority": true, "bank": true,
	"bloc": true, "board": true, "body": true, "cabinet": true, "charity": true, "church": true, "club": true, "coalition": true, "commission": true,
	"committee": true, "company": true, "confederation": true, "congress": true, "council": true, "court": true, "department": true, "federation": true,
	"firm": true, "force": true, "forces": true, "fund": true, "giant": true, "government": true, "group": true, "house": true, "league": true,
	"lobby": true, "military": true, "ministry": true, "movement": true, "network": true, "newspaper": true, "organisation": true, "organization": true,
	"parliament": true, "party": true, "senate": true, "service": true, "treasury": true, "union": true, "university": true, "watchdog": true,
}

// scanBehindNouns makes organisations of names that stand behind what they are, and that the language stage has not seen: "the services union Verdi".
func (t *Text) scanBehindNouns() {
	for i := 1; i < len(t.Tokens); i++ {
		before := t.Tokens[i-1]
		if t.mentionOf[i] >= 0 || !t.Tokens[i].IsName() || !startsUpper(t.Word(i)) || before.Tag != "NN" || startsUpper(t.Word(i-1)) || !t.Is(i, "flat", "appos") || t.Tokens[i].Head != i-1 {
			continue
		}
		if n, _ := t.catalogue.ScanTitle(t.raw(i-1, i)); n > 0 || !bodyNouns[before.Lower] {
			continue
		}
		end := i + 1
		for end < len(t.Tokens) && t.mentionOf[end] < 0 && t.Tokens[end].IsName() && t.Is(end, "flat") && t.Tokens[end].Head >= i-1 && t.Tokens[end].Head < end {
			end++
		}
		t.add(i, end, Named, t.Own(t.name(i, end), schema.Organisation))
	}
}

// inTitle reports whether what stands in front of a token belongs to the title there: "National Defense Minister".
func (t *Text) inTitle(end int) bool {
	return end < len(t.Tokens) && (t.Word(end) == "Minister" || t.Word(end) == "Secretary")
}
