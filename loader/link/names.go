package link

import (
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

// Name returns whom a name that stands alone may mean, by the test that names in a text undergo: in the case that the catalogue asks for, no single word
// without a capital, and with the article where the catalogue has it. Any other article does not count.
func Name(catalogue Catalogue, name string) []schema.Match {
	words := strings.Fields(strings.ReplaceAll(name, "’", "'"))
	for range 2 {
		if n, matches := catalogue.Scan(words); n > 0 && n == len(words) && (n > 1 || !startsLower(words[0])) {
			return matches
		}
		if len(words) < 2 || !strings.EqualFold(words[0], "the") {
			break
		}
		words = words[1:]
	}
	return nil
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
	if end == first+1 && startsLower(t.Word(first)) {
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

func startsLower(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsLower(r)
}
