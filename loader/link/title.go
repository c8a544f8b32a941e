package link

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"demarche/schema"
)

// seatIn is the country whose government somebody at a token belongs to when nothing else tells: that of the place with which the sentence begins
// ("In Kyiv, Deputy Prime Minister ..."), else the one that the article is about.
func (t *Text) seatIn(token int) int {
	first := t.Sentences[t.SentenceOf(token)].First
	if m := t.MentionOf(first + 1); m >= 0 && t.Tokens[first].Lower == "in" && t.Mentions[m].End < token && t.Entities[t.Mentions[m].Entity].Kind == schema.Country {
		return t.Mentions[m].Entity
	}
	return t.Home()
}

// ofGovernment reports whether an office whose actor the text does not name is one of a country's government: "Health Minister Ana Sosa".
func (t *Text) ofGovernment(role Role) bool {
	if role.End < len(t.Tokens) {
		switch t.Tokens[role.End].Lower {
		case "of", "for", "at", "with":
			return false // of something that is no actor here
		}
	}
	title := strings.ToLower(role.Title)
	switch title {
	case "cabinet chief", "federal judge", "vice-president", "vice president", "deputy prime minister", "treasurer", "army chief", "chief justice", "attorney general", "inspector-general of police", "government spokesman", "government spokeswoman", "foreign office spokesman",
		"foreign ministry spokesman", "foreign ministry spokeswoman", "opposition leader":
		return true
	}
	if words := strings.Fields(title); len(words) == 2 && words[1] == "secretary" && words[0] != "press" && words[0] != "general" && words[0] != "assistant" {
		return true // "environment secretary"
	}
	for _, word := range strings.Fields(title) {
		switch word {
		case "general", "colonel", "admiral", "brigadier", "marshal":
			return startsUpper(t.Word(role.End-1)) && len(strings.Fields(title)) <= 2
		case "minister", "premier", "minister-president", "pm":
			return true
		case "president", "chancellor":
			return startsUpper(t.Word(role.End-1)) && len(strings.Fields(role.Title)) == 1
		}
	}
	return false
}

// headingVerbs are verbs for holding an office, with its title.
var headingVerbs = map[string]string{"leads": "Leader", "led": "Leader", "heads": "Head", "headed": "Head", "chairs": "Chair", "chaired": "Chair", "runs": "Head", "founded": "Founder", "owns": "Owner"}

// roleOfVerb reads a relative clause that tells an office: ", who chairs the conference".
func (t *Text) roleOfVerb(end int) (Role, bool) {
	sentence := t.Sentences[t.SentenceOf(end-1)]
	if end+3 >= sentence.End || t.Tokens[end].Tag != "," || t.Tokens[end+1].Lower != "who" {
		return Role{}, false
	}
	title, ok := headingVerbs[t.Tokens[end+2].Lower]
	if !ok {
		return Role{}, false
	}
	at := end + 3
	for at < sentence.End-1 && t.Tokens[at].Tag == "DT" {
		at++
	}
	m := t.MentionOf(at)
	if m < 0 || !t.isOrganised(t.Mentions[m].Entity) || t.Mentions[m].Form == Adjective {
		return Role{}, false
	}
	return Role{Title: title, Of: t.Mentions[m].Entity, First: end + 2, End: end + 3}, true
}

// standsAlone reports whether a title with a comma behind it is that of the name that follows: "the mayor, Ana Sosa", "Information Minister, Mr. Maku".
func (t *Text) standsAlone(start, first int) bool {
	return startsUpper(t.Word(start)) && (start > first || startsUpper(t.Word(start+1))) || start > first && t.Tokens[start-1].Lower == "the"
}

// shortTitles are titles as headlines shorten them.
var shortTitles = map[string]string{"FM": "Foreign Minister", "PM": "Prime Minister", "VP": "Vice President"}

var onlyOfBodies = map[string]bool{"secretary-general": true, "secretary general": true, "director-general": true, "director general": true, "chief executive": true, "managing director": true,
	"director": true, "convener": true, "co-founder": true, "founder": true}

// bodyBefore is the organisation that is named last before a token, at most one sentence back; -1 when there is none.
func (t *Text) bodyBefore(token int) int {
	for i := token - 1; i >= 0 && t.SentenceOf(token)-t.SentenceOf(i) <= 1; i-- {
		if m := t.MentionOf(i); m >= 0 && t.Mentions[m].Form == Named && t.Entities[t.Mentions[m].Entity].Kind == schema.Organisation {
			return t.Mentions[m].Entity
		}
	}
	return -1
}

// withoutStatus takes off a title what says only that it is held: "new education minister".
func withoutStatus(title string) string {
	for _, status := range []string{"new ", "current ", "longtime ", "veteran "} {
		if len(title) > len(status) && strings.EqualFold(title[:len(status)], status) {
			return title[len(status):]
		}
	}
	return title
}

// nameBefore makes an actor of a name that nobody knows in front of a title, by its place alone: "VKA president", "Verdi's leader".
func (t *Text) nameBefore(last, title int) {
	if t.mentionOf[last] >= 0 || !t.Tokens[last].IsName() && !isAcronym(t.Word(last)) || !startsUpper(t.Word(last)) {
		return
	}
	first := last
	for first > 0 && t.mentionOf[first-1] < 0 && t.Tokens[first-1].IsName() && startsUpper(t.Word(first-1)) && t.Tokens[first-1].Head <= title && t.SentenceOf(first-1) == t.SentenceOf(last) {
		first--
	}
	if n, _ := t.catalogue.ScanTitle(t.raw(first, last+1)); n > 0 {
		return
	}
	t.add(first, last+1, Named, t.Own(t.name(first, last+1), schema.Organisation))
}

// wholeTitle is a title with the words that say what it is for: "health spokesperson", "Minister for Water and Power".
func (t *Text) wholeTitle(start, end int) (int, int) {
	head := end - 1
	minister := t.Word(head) == "Minister" || t.Word(head) == "Secretary"
	for i := start - 1; i >= 0 && t.mentionOf[i] < 0 && t.Tokens[i].Head > i && t.Tokens[i].Head <= head && t.Is(i, "compound", "amod") && (minister || !startsUpper(t.Word(i))) && t.Tokens[i].IsNoun(); i-- {
		start = i
	}
	if t.Tokens[head].Lower != "minister" && t.Tokens[head].Lower != "secretary" || end >= len(t.Tokens) || t.Tokens[end].Lower != "for" && t.Tokens[end].Lower != "of" {
		return start, end
	}
	for i := end + 1; i < len(t.Tokens) && t.mentionOf[i] < 0 && (t.Tokens[i].IsName() || t.Tokens[i].Lower == "and" && i > end+1); i++ {
		if t.Tokens[i].IsName() {
			end = i + 1
		}
	}
	return start, end
}

// officePlace is the part of an actor's mention that belongs to the title: the
// ministry of "Russian Foreign Ministry spokeswoman", the seat of "Kremlin
// aide". It is empty for an actor that stands as the whole: "Russian", "NATO".
func (t *Text) officePlace(m Mention) string {
	e := t.Entities[m.Entity]
	if e.Known == nil || m.Form == Pronoun {
		return ""
	}
	if e.Known.Of != "" && e.Kind == schema.Organisation {
		first := m.First
		if n, _ := t.catalogue.Scan(t.raw(first, first+1)); n == 1 && m.End-first > 1 {
			first++
		}
		if first < m.End && t.Tokens[first].Tag == "POS" {
			first++
		}
		return t.name(first, m.End)
	}
	if m.Form == Adjective || e.Kind != schema.Country {
		return ""
	}
	key := schema.NameKey(t.name(m.First, m.End))
	for i, seat := range e.Known.Seats {
		if i > 0 && schema.NameKey(seat) == key { // the first seat is the capital
			return t.name(m.First, m.End)
		}
	}
	return ""
}

// isOfState reports whether an organisation is a part of the state that it belongs to, so that its offices are the state's; parties, companies
// and courts have offices of their own.
func (t *Text) isOfState(entity int) bool {
	for _, word := range strings.Fields(t.Entities[entity].Name) {
		switch word {
		case "Ministry", "Department", "Office", "Armed", "Army", "Navy", "Government", "Cabinet", "Treasury", "Presidency", "Embassy":
			return true
		}
	}
	return false
}

// capitalise writes the first letter of a title large and leaves the rest.
func capitalise(title string) string {
	r, size := utf8.DecodeRuneInString(title)
	return string(unicode.ToUpper(r)) + title[size:]
}
