package link

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"demarche/loader/lang"
	"demarche/schema"
)

// findRoles reads the offices that stand around the names of persons: "NATO
// Secretary-General Jens Stoltenberg", "Sergei Lavrov, Russian Foreign
// Minister,", "the president of France, Emmanuel Macron". It runs twice: roles
// tell whom descriptions mean, and descriptions whose the other roles are
// ("its director, Jan Kos"), which is when an office of a government without
// one falls to the country that the article is about.
func (t *Text) findRoles(last bool) {
	for _, m := range t.ascending() {
		if m.Form != Named || t.Entities[m.Entity].Kind != schema.Person {
			continue
		}
		if role, ok := t.roleBefore(m.First); ok {
			if role.Of < 0 && last {
				role.Of = t.belongsTo(m.End)
			}
			t.give(m.Entity, role, last)
		}
		if role, ok := t.roleBehind(m.End); ok {
			t.give(m.Entity, role, last)
		}
		if role, ok := t.roleOfVerb(m.End); ok {
			t.give(m.Entity, role, last)
		}
	}
}

// belongsTo is the actor behind a name, as in "Prof Sosa, of the University of Oslo" or "director Jan Kos of Greenpeace"; -1 when there is none.
func (t *Text) belongsTo(end int) int {
	if end+2 < len(t.Tokens) && t.Tokens[end].Tag == "," {
		end++
	}
	if end+1 < len(t.Tokens) && t.Tokens[end].Lower == "of" {
		return t.actorBehind(end, min(len(t.Tokens), end+4))
	}
	return -1
}

// give notes a role once for each title and actor.
func (t *Text) give(person int, role Role, last bool) {
	e := &t.Entities[person]
	if role.Of < 0 {
		role.Of = t.usualOf(e, role.Title)
		if role.Of < 0 && last && t.ofGovernment(role) {
			role.Of = t.seatIn(role.First)
		}
		e = &t.Entities[person] // the office's actor may have been added
	}
	if role.Of == person {
		return
	}
	for i, known := range e.Roles {
		if schema.NameKey(known.Title) != schema.NameKey(role.Title) {
			continue
		}
		if known.Of < 0 {
			e.Roles[i].Of = role.Of
		}
		if known.Of < 0 || role.Of < 0 || known.Of == role.Of {
			return
		}
	}
	e.Roles = append(e.Roles, role)
}

// seatIn is the country whose government somebody at a token belongs to when nothing else tells: that of the place with which the sentence begins
// ("In Kyiv, Deputy Prime Minister ..."), else the one that the article is about.
func (t *Text) seatIn(token int) int {
	first := t.Sentences[t.SentenceOf(token)].First
	if m := t.MentionOf(first + 1); m >= 0 && t.Tokens[first].Lower == "in" && t.Mentions[m].End < token && t.Entities[t.Mentions[m].Entity].Kind == schema.Country {
		return t.Mentions[m].Entity
	}
	return t.home()
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

// usualOf is the actor of an office that the text names without it ("Foreign
// Minister Sergei Lavrov"): where the catalogue has the person hold it.
func (t *Text) usualOf(e *Entity, title string) int {
	if e.Known == nil {
		return -1
	}
	wanted, parsed := t.catalogue.ParseTitle(title)
	for _, held := range []bool{true, false} {
		for _, role := range e.Known.Roles {
			if held && !t.day.IsZero() && !role.HeldAt(t.day) {
				continue
			}
			if schema.NameKey(role.Title) == schema.NameKey(title) || parsed && t.sameOffice(wanted, role.Title, role.Of) {
				return t.KnowID(role.Of)
			}
		}
	}
	return -1
}

// sameOffice reports whether a title means the office of another at an actor;
// a loose one ("top diplomat") means each office that it may stand for.
func (t *Text) sameOffice(title schema.Office, other, of string) bool {
	parsed, ok := t.catalogue.ParseTitle(other)
	if !ok {
		return false
	}
	if t.catalogue.SameOffice(title, parsed, of) {
		return true
	}
	for _, name := range title.Group.StandsFor {
		if one, ok := t.catalogue.ParseTitle(name); ok && t.catalogue.SameOffice(one, parsed, of) {
			return true
		}
	}
	return false
}

// roleBefore reads the title that ends in front of a name.
func (t *Text) roleBefore(name int) (Role, bool) {
	sentence := t.Sentences[t.SentenceOf(name)]
	for name > sentence.First+1 && (lang.IsHonorific(t.Tokens[name-1].Lower) || t.Tokens[name-1].Lower == "." && lang.IsHonorific(t.Tokens[name-2].Lower)) {
		name-- // "Information Minister, Mr. Maku"
	}
	end := name
	if end > 1 && t.Tokens[end-1].Tag == "," {
		end-- // "Kremlin aide, Yuri Ushakov, declared"
	}
	for start := max(end-9, sentence.First); start < end; start++ {
		if t.mentionOf[start] >= 0 && t.Mentions[t.mentionOf[start]].First == start {
			// "President of Ukraine Volodymyr Zelensky" begins with its title, not with an actor.
			continue
		}
		n, _ := t.catalogue.ScanTitle(t.raw(start, end))
		if n == 0 {
			continue
		}
		titleEnd := start + n
		of := -1
		if titleEnd < end {
			of = t.actorBehind(titleEnd, end)
			if of >= 0 && t.MentionOf(end-1) < 0 {
				continue // "a spokesman for UK Prime Minister Boris Johnson"
			}
			if _, whole := t.wholeTitle(start, titleEnd); of < 0 && whole != end {
				continue
			}
		}
		if end < name && (of >= 0 || !t.isNounLeft(start)) && !t.actorLeftOf(start) && !t.standsAlone(start, sentence.First) {
			return Role{}, false // a comma behind a bare title lists things
		}
		return t.role(start, titleEnd, of), true
	}
	return Role{}, false
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

func (t *Text) isNounLeft(start int) bool {
	return start > 0 && (t.Tokens[start-1].IsNoun() || t.Tokens[start-1].Tag == "POS")
}

func (t *Text) actorLeftOf(start int) bool {
	i := start - 1
	if i >= 0 && t.Tokens[i].Tag == "POS" {
		i--
	}
	return t.MentionOf(i) >= 0
}

// roleBehind reads an apposition: ", [the] [Russian] Foreign Minister [of Russia]".
func (t *Text) roleBehind(end int) (Role, bool) {
	sentence := t.Sentences[t.SentenceOf(end-1)]
	if end+1 >= sentence.End || t.Tokens[end].Tag != "," {
		return Role{}, false
	}
	start := end + 1
	if tag := t.Tokens[start].Tag; tag == "DT" || tag == "PRP$" {
		start++
	}
	for start < sentence.End && (t.Tokens[start].Lower == "then") {
		start++
	}
	if m := t.MentionOf(start); m >= 0 && t.isOrganised(t.Mentions[m].Entity) {
		start = t.Mentions[m].End
		if start < sentence.End && t.Tokens[start].Tag == "POS" {
			start++
		}
	}
	if start >= sentence.End {
		return Role{}, false
	}
	n, _ := t.catalogue.ScanTitle(t.raw(start, min(sentence.End, start+8)))
	for skipped := 0; n == 0 && skipped < 6 && start+1 < sentence.End && t.mentionOf[start] < 0 && (t.Is(start, "compound", "amod", "nummod", "punct") && t.Tokens[start].Tag != "," || strings.HasPrefix(t.Word(start), "-")); skipped++ {
		start++ // "the labour spokesman"; role puts it back
		n, _ = t.catalogue.ScanTitle(t.raw(start, min(sentence.End, start+8)))
	}
	if n == 0 {
		return Role{}, false
	}
	titleEnd := start + n
	if titleEnd < sentence.End && t.MentionOf(titleEnd) >= 0 && t.Entities[t.EntityOf(titleEnd)].Kind == schema.Person {
		return Role{}, false // the title of the next name of a list
	}
	return t.role(start, titleEnd, t.actorBehind(titleEnd, sentence.End)), true
}

// actorBehind reads "of X", "for the X", "at X" behind a title.
func (t *Text) actorBehind(at, end int) int {
	if at >= end {
		return -1
	}
	switch t.Tokens[at].Lower {
	case "of", "for", "at", "to", "with", "in":
	default:
		return -1
	}
	at++
	for at < end && (t.Tokens[at].Tag == "DT" || t.Tokens[at].Lower == "country") {
		at++
	}
	if m := t.MentionOf(at); m >= 0 && t.isOrganised(t.Mentions[m].Entity) {
		return t.Mentions[m].Entity
	}
	return -1
}

func (t *Text) isOrganised(entity int) bool {
	return t.Entities[entity].Kind != schema.Person
}

// shortTitles are titles as headlines shorten them.
var shortTitles = map[string]string{"FM": "Foreign Minister", "PM": "Prime Minister", "VP": "Vice President"}

// role builds the role whose title stands at [start, end), with the actor in
// front of it when none stands behind.
func (t *Text) role(start, end, of int) Role {
	start, end = t.wholeTitle(start, end)
	title := t.name(start, end)
	if long, ok := shortTitles[title]; ok {
		title = long
	}
	first := start
	i := start - 1
	for i >= 0 && (t.Tokens[i].Lower == "former" || t.Tokens[i].Lower == "then" || t.Tokens[i].Lower == "new" || t.Tokens[i].Lower == "ex") {
		i--
	}
	if i >= 0 && t.Tokens[i].Tag == "POS" {
		i--
	}
	if of < 0 && i >= 0 {
		t.nameBefore(i, end-1)
	}
	if m := t.MentionOf(i); m >= 0 && of < 0 && !t.isOrganised(t.Mentions[m].Entity) && strings.HasSuffix(strings.ToLower(title), "minister") {
		of = t.NationOf(t.Mentions[m].Entity) // "his justice minister"
	}
	if m := t.MentionOf(i); m >= 0 && of < 0 && t.isOrganised(t.Mentions[m].Entity) {
		of, first = t.Mentions[m].Entity, t.Mentions[m].First
		if own := t.officePlace(t.Mentions[m]); own != "" && t.Mentions[m].End <= start && (t.Entities[of].Kind == schema.Country || t.isOfState(of)) {
			title = own + " " + title
		}
		if parent := t.parent(of); parent >= 0 && t.isOfState(of) {
			of = parent
		}
	}
	if of >= 0 && t.Entities[of].Kind == schema.Country && onlyOfBodies[strings.ToLower(title)] {
		if body := t.bodyBefore(first); body >= 0 {
			of = body // "its secretary-general": no country has one
		}
	}
	return Role{Title: capitalise(withoutStatus(title)), Of: of, First: first, End: end}
}

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

// parent is the state that a ministry belongs to, or -1.
func (t *Text) parent(entity int) int {
	known := t.Entities[entity].Known
	if known == nil || known.Of == "" || known.Kind != schema.Organisation {
		return -1
	}
	if parent, ok := t.catalogue.Actor(known.Of); !ok || parent.Kind != schema.Country {
		return -1
	}
	return t.KnowID(known.Of)
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
