package link

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"demarche/loader/lang"
	"demarche/schema"
)

// longest is how many words an entry of the catalogue may have, for scanning.
const longest = 12

// findNames links the names of the text: what the catalogue knows, full names
// of persons that it does not, and single words that repeat a part of either.
func (t *Text) findNames() {
	short := t.abbreviations()
	t.scanCatalogue(short)
	t.atHome()
	t.scanUnknown(false)
	t.fullNames()
	t.scanAbbreviations(short)
	t.scanParts()
	t.scanUnknown(true)
	t.scanBehindNouns()
	t.ownShortForms()
}

// scanCatalogue marks the longest entries of the catalogue from left to right.
func (t *Text) scanCatalogue(short map[string]int) {
	names := t.nameOf()
	for _, s := range t.Sentences {
		words := t.raw(s.First, s.End)
		for i := 0; i < len(words); {
			n, matches := t.catalogue.Scan(words[i:min(len(words), i+longest)])
			if _, own := short[words[i]]; n == 0 || n == 1 && own || !t.plausible(s.First+i, s.First+i+n, matches, names) {
				i++
				continue
			}
			if t.goesOn(s.First+i, s.First+i+n, matches) {
				i += n
				continue
			}
			match := t.choose(matches)
			if areHomonyms(matches) {
				var ok bool
				if match, ok = t.homonym(s.First+i, s.First+i+n, matches); !ok {
					i += n
					continue
				}
			}
			form := Named
			if match.Via == schema.ViaAdjective {
				form = Adjective
			}
			t.add(s.First+i, s.First+i+n, form, t.Know(match.Actor))
			i += n
		}
	}
}

// nameOf maps tokens to the names that lang found, or -1.
func (t *Text) nameOf() []int {
	of := make([]int, len(t.Tokens))
	for i := range of {
		of[i] = -1
	}
	for i, name := range t.Names {
		for token := name.First; token < name.End; token++ {
			of[token] = i
		}
	}
	return of
}

// plausible rejects an entry that is only a piece of a longer name: "London"
// in "London Breed", "Washington" in "George Washington".
func (t *Text) plausible(first, end int, matches []schema.Match, names []int) bool {
	r, _ := utf8.DecodeRuneInString(t.Word(first))
	lower := unicode.IsLower(r)
	if lower && end == first+1 {
		return false
	}
	if end < len(t.Tokens) && strings.HasPrefix(t.Word(end), "-") {
		return false
	}
	if matches[0].Actor.Kind == schema.Organisation && end == first+1 {
		if n, _ := t.catalogue.ScanTitle(t.raw(first, min(len(t.Tokens), first+4))); n > 1 {
			return false // "Labour Minister" is no party
		}
	}
	if first > 0 && t.Tokens[first-1].Lower == "ethnic" {
		return false // "ethnic Albanians" are not Albania's
	}
	name := names[first]
	if name >= 0 && end == first+1 && t.withinOrganisation(first, matches, t.Names[name]) {
		return false
	}
	if name < 0 || matches[0].Actor.Kind == schema.Person && end-first > 1 || matches[0].Via == schema.ViaAdjective {
		return true
	}
	n := t.Names[name]
	if n.Kind == lang.OrganizationName && matches[0].Via == schema.ViaSeat && first == n.First && end < n.End && t.Tokens[end].IsName() {
		return false // "Lima Action Campaign"
	}
	if n.Kind == lang.OrganizationName && matches[0].Actor.Kind == schema.Country && first > n.First && t.Tokens[first-1].Lower != "of" && t.Tokens[first-1].Tag != "POS" {
		return false // "Save Nigeria Group", "Transparency Watch Europe"
	}
	// A given name or surname that is also a place: "Chad Wolf", "London Breed", "George Washington".
	return n.Kind != lang.PersonName || first <= n.First && end >= n.End || matches[0].Actor.Kind == schema.Person
}

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

// choose picks among entries with one name: who held an office on the day,
// before states, before the rest.
func (t *Text) choose(matches []schema.Match) schema.Match {
	best, bestScore := matches[0], -1
	for _, m := range matches {
		score := 0
		if t.Find(m.Actor.ID) >= 0 {
			score += 4
		}
		switch m.Via {
		case schema.ViaName:
			score += 3
		case schema.ViaAlias:
			score += 2
		}
		for _, role := range m.Actor.Roles {
			if t.day.IsZero() || role.HeldAt(t.day) {
				score += 3
				break
			}
		}
		if score > bestScore {
			best, bestScore = m, score
		}
	}
	return best
}

// scanUnknown makes actors of the names that the catalogue does not have: the
// full ones, or, when these have lent their parts to later mentions, the single
// words that remain ("Mr Kowalski").
func (t *Text) scanUnknown(single bool) {
	for _, name := range t.Names {
		first, end := t.free(name)
		if name.Kind == lang.PersonName && end > first {
			end = t.nameHead(end)
		}
		if name.Kind == lang.OrganizationName && !single && t.addOfCountry(name) {
			continue
		}
		if end <= first || (end-first == 1) != single {
			continue
		}
		switch {
		case name.Kind == lang.PersonName && end-first <= longestPerson && (!single || t.addressed(first)) && !t.isTitle(first, end):
			e := t.endingIn(first, end)
			if e < 0 {
				e = t.Own(t.name(first, end), schema.Person)
			}
			t.add(first, end, Named, e)
		case name.Kind == lang.OrganizationName && (end-first > 1 || t.namesOne(first)) && !t.inTitle(end):
			end = t.nameHead(end)
			full := first
			if m := t.MentionOf(first - 1); m >= 0 && first > name.First && t.Mentions[m].First == name.First && t.Entities[t.Mentions[m].Entity].Kind == schema.Country {
				full = name.First // "Brazilian Football Confederation", "Nigeria Labour Congress"
			}
			e := t.Own(t.name(full, end), schema.Organisation)
			if full < first {
				t.Entities[e].Code = t.Entities[t.EntityOf(full)].Code
			}
			t.add(first, end, Named, e)
		}
	}
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

// isTitle reports whether words are nothing but a title: "Inspector-General".
func (t *Text) isTitle(first, end int) bool {
	n, _ := t.catalogue.ScanTitle(t.raw(first, end))
	return n == end-first && (n == 1 || t.Word(end - 1)[0] == '-')
}

// endingIn is the person of the text whose name ends in more than one word like those of the tokens [first, end), such as "Bin Hammam"; -1 when
// there is none.
func (t *Text) endingIn(first, end int) int {
	key := " " + schema.NameKey(t.name(first, end))
	for e := range t.Entities {
		if t.Entities[e].Kind == schema.Person && end-first > 1 && strings.HasSuffix(schema.NameKey(t.Entities[e].Name), key) {
			return e
		}
	}
	return -1
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
var bodyNouns = map[string]bool{"bank": true, "board": true, "department": true, "ministry": true, "parliament": true, "congress": true, "senate": true, "council": true,
	"court": true, "commission": true, "committee": true, "party": true, "union": true, "alliance": true, "agency": true, "government": true, "federation": true,
	"assembly": true, "cabinet": true, "army": true, "military": true, "church": true, "association": true, "group": true, "company": true, "university": true, "league": true, "airline": true, "giant": true, "firm": true, "charity": true, "lobby": true, "watchdog": true, "newspaper": true, "organisation": true, "organization": true, "network": true, "coalition": true, "bloc": true, "body": true, "confederation": true,
	"fund": true, "authority": true, "house": true, "treasury": true, "club": true, "service": true, "force": true, "forces": true, "movement": true}

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

// fullNames makes persons of a given name and a word that is a person's name elsewhere in the text, where the language stage has not seen the two as a
// name: "Henrique Capriles", with "Capriles said" below.
func (t *Text) fullNames() {
	surnames := map[string]bool{}
	for _, name := range t.Names {
		if name.Kind == lang.PersonName {
			surnames[t.Word(name.End-1)] = true
		}
	}
	for i := 1; i < len(t.Tokens); i++ {
		if !surnames[t.Word(i)] || t.mentionOf[i] >= 0 || t.mentionOf[i-1] >= 0 || t.SentenceOf(i) != t.SentenceOf(i-1) || !startsUpper(t.Word(i-1)) || !t.Tokens[i-1].IsName() {
			continue
		}
		joined := t.Tokens[i-1].Head == i && t.Is(i-1, "amod", "compound", "flat") || t.Tokens[i].Head == i-1 && t.Is(i, "flat")
		before, _ := t.catalogue.ScanTitle(t.raw(i-1, i))
		here, _ := t.catalogue.ScanTitle(t.raw(i, i+1))
		known := len(t.catalogue.Surname(t.Word(i))) > 0 || t.Tokens[i-1].Tag != "NNP"
		if before+here == 0 && (lang.IsGiven(t.Word(i-1)) || joined && !known) && !lang.IsHonorific(t.Tokens[i-1].Lower) {
			t.add(i-1, i+1, Named, t.Own(t.name(i-1, i+1), schema.Person))
		}
	}
}

// longestPerson is how many words a person's name has at most.
const longestPerson = 6

// addressed reports whether a title or form of address stands in front of a token.
func (t *Text) addressed(token int) bool {
	_, ok := t.titleEnding(token)
	return ok || token > 0 && lang.IsHonorific(t.Tokens[token-1].Lower)
}

// free trims from a name what is already linked and the titles in front.
func (t *Text) free(name lang.Name) (first, end int) {
	first, end = name.First, name.End
	if strings.HasPrefix(t.Word(first), "-") {
		return first, first // the rest of another word
	}
	for first < end && t.mentionOf[first] >= 0 {
		first++
	}
	for i := first; i < end; i++ {
		if t.mentionOf[i] >= 0 {
			return first, first // a name around a known one is left to the known one
		}
	}
	// "Ohio Gov. John Kasich", "Committee Chairman Bob Goodlatte": the name stands
	// behind the last title.
	for i := first; i < end; i++ {
		n, _ := t.catalogue.ScanTitle(t.raw(i, end))
		if n > 0 && i+n == end && i > first && name.Kind == lang.PersonName && isAcronym(t.Word(i-1)) {
			return first, first // "NLC President"
		}
		if n > 0 && i+n < end {
			first = i + n
			i = first - 1
		} else if lang.IsHonorific(t.Tokens[i].Lower) && i+1 < end {
			first = i + 1
		}
	}
	for first < end && lang.IsHonorific(t.Tokens[first].Lower) {
		first++
	}
	return first, end
}

// scanParts links single capitalised words that repeat the last word of a
// person named in full anywhere in the text ("Lavrov"), or that name a person
// of the catalogue who is alone in bearing it on the day.
func (t *Text) scanParts() {
	surnames := map[string]int{}
	for i := range t.Entities {
		e := &t.Entities[i]
		if e.Kind != schema.Person {
			continue
		}
		for _, key := range partKeys(e.Name) {
			if _, taken := surnames[key]; !taken {
				surnames[key] = i
			}
		}
	}
	for _, m := range t.Mentions {
		if e := m.Entity; t.Entities[e].Kind == schema.Person {
			key := schema.NameKey(t.Word(m.End - 1))
			if _, taken := surnames[key]; !taken {
				surnames[key] = e
			}
		}
	}
	for _, name := range t.Names {
		for i := name.First; i < name.End; i++ {
			if t.mentionOf[i] >= 0 || i+1 < name.End && t.mentionOf[i+1] < 0 && !t.Tokens[i+1].IsPunct() && i+1 < name.End-1 {
				continue
			}
			e, ok := surnames[schema.NameKey(t.Word(i))]
			if !ok {
				if known := t.inOffice(i); known != nil {
					e, ok = t.Know(known), true
				}
			}
			if ok {
				first := i
				if first > name.First && t.mentionOf[first-1] < 0 && lang.IsGiven(t.Word(first-1)) {
					first--
				}
				t.add(first, i+1, Named, e)
			}
		}
	}
	t.scanSurnames(surnames)
	t.scanSurnames(t.familyFirst())
}

// familyFirst maps the first words of names of persons: Chinese, Korean and Vietnamese names begin with the family's ("Tan" of "Tan Kefei"), and some
// texts call people by their given names. A word that begins the names of two persons is left out.
func (t *Text) familyFirst() map[string]int {
	families := map[string]int{}
	for i, e := range t.Entities {
		words := strings.Fields(e.Name)
		if e.Kind != schema.Person || len(words) < 2 || len(words) > 3 || lang.IsHonorific(strings.ToLower(words[0])) {
			continue
		}
		key := schema.NameKey(words[0])
		if _, taken := families[key]; taken {
			families[key] = -1
			continue
		}
		families[key] = i
	}
	return families
}

// scanSurnames links words that repeat the surname of a person of the text where the language stage has seen no name: "Will described", "Chaffetz
// is also asking".
func (t *Text) scanSurnames(surnames map[string]int) {
	for i, token := range t.Tokens {
		if t.mentionOf[i] >= 0 || !startsUpper(t.Word(i)) || !token.IsName() && t.startsSentence(i) || t.besideName(i) {
			continue
		}
		if e, ok := surnames[schema.NameKey(t.Word(i))]; ok && e >= 0 {
			t.add(i, i+1, Named, e)
		}
	}
}

// startsSentence reports whether a token has a capital letter for its place: first in its sentence or quotation.
func (t *Text) startsSentence(i int) bool {
	return i == t.Sentences[t.SentenceOf(i)].First || t.Tokens[i-1].IsPunct()
}

// besideName reports whether a token is a part of a longer run of names: "Grace Will", "Will County".
func (t *Text) besideName(i int) bool {
	s := t.Sentences[t.SentenceOf(i)]
	for _, beside := range []int{i - 1, i + 1} {
		if beside >= s.First && beside < s.End && t.Tokens[beside].IsName() && !t.Tokens[beside].IsPunct() {
			if n, _ := t.catalogue.ScanTitle(t.raw(beside, beside+1)); n == 0 && !lang.IsHonorific(t.Tokens[beside].Lower) {
				return true
			}
		}
	}
	return false
}

// inOffice returns the one person of the catalogue with the surname who held
// an office on the day, or who had the office that stands before the name
// ("President Obama") at any time; nil when there is none, or more than one.
func (t *Text) inOffice(token int) *schema.Actor {
	if !t.Tokens[token].IsName() || utf8.RuneCountInString(t.Word(token)) < 3 {
		return nil
	}
	persons := t.catalogue.Surname(t.Word(token))
	only := func(held func(schema.Role) bool) *schema.Actor {
		var one *schema.Actor
		for _, person := range persons {
			if slices.ContainsFunc(person.Roles, held) {
				if one != nil && one != person {
					return nil
				}
				one = person
			}
		}
		return one
	}
	if title, ok := t.titleEnding(token); ok {
		if person := only(func(r schema.Role) bool {
			return t.sameOffice(title, r.Title, r.Of) && (t.day.IsZero() || !r.From.After(t.day))
		}); person != nil {
			return person
		}
	}
	if t.day.IsZero() {
		return nil
	}
	return only(func(r schema.Role) bool { return r.HeldAt(t.day) })
}

// titleEnding returns the title that ends in front of a token.
func (t *Text) titleEnding(token int) (schema.Office, bool) {
	for start := max(token-5, 0); start < token; start++ {
		if n, title := t.catalogue.ScanTitle(t.raw(start, token)); n == token-start {
			return title, true
		}
	}
	return schema.Office{}, false
}

func startsUpper(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}

// partKeys are the keys by which a later mention may repeat a person's name:
// the last word, and the last with the particle before it.
func partKeys(name string) []string {
	words := strings.Fields(name)
	if len(words) < 2 {
		return nil
	}
	keys := []string{schema.NameKey(words[len(words)-1])}
	if last := strings.ToLower(words[len(words)-1]); last == "jr." || last == "jr" || last == "ii" || last == "iii" {
		keys = append(keys, schema.NameKey(words[len(words)-2]))
	}
	return keys
}
