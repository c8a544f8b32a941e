package link

import (
	"slices"
	"strings"

	"demarche/schema"
)

// likelierBy is how many times as often a text must name the country of another actor for it to be meant rather than the one that the catalogue
// lists first.
const likelierBy = 2

// homonym picks, of organisations of several countries that share the name in the tokens [first, end), the one that the text means: that of the
// country beside the name ("Norway's Labour Party", "the Socialist Party of Chile"), one that it has already named in full, or that of the country
// that it names most. It is not ok where the country beside the name has none of them.
func (t *Text) homonym(first, end int, matches []schema.Match) (match schema.Match, ok bool) {
	if code := t.countryBeside(first, end); code != "" {
		i := slices.IndexFunc(matches, func(m schema.Match) bool { return m.Actor.Code == code })
		if i < 0 {
			return schema.Match{}, false
		}
		return matches[i], true
	}
	best, most := matches[0], -1
	for i, m := range matches {
		weight := t.countries()[m.Actor.Code]
		if t.Find(m.Actor.ID) >= 0 {
			weight++
		}
		if i == 0 {
			weight *= likelierBy
		}
		if weight > most {
			best, most = m, weight
		}
	}
	return best, true
}

// areHomonyms reports whether a name belongs to several actors that are neither states nor persons.
func areHomonyms(matches []schema.Match) bool {
	return len(matches) > 1 && !slices.ContainsFunc(matches, func(m schema.Match) bool {
		return m.Actor.Kind == schema.Country || m.Actor.Kind == schema.Person
	})
}

// countryBeside returns the code of the country whose adjective or possessive stands in front of the tokens [first, end), or whose name stands
// behind them with "of"; "" where there is none.
func (t *Text) countryBeside(first, end int) string {
	before := first - 1
	if before >= 0 && t.Tokens[before].Tag == "POS" {
		before--
	}
	if m := t.MentionOf(before); m >= 0 && (before < first-1 || t.Mentions[m].Form == Adjective) {
		if e := t.Entities[t.Mentions[m].Entity]; e.Kind == schema.Country {
			return e.Code
		}
	}
	return t.countryBehind(end)
}

// countryBehind returns the code of the country that "of" in front of the token names, if it does.
func (t *Text) countryBehind(token int) string {
	if token+1 >= len(t.Tokens) || t.Tokens[token].Lower != "of" {
		return ""
	}
	behind := token + 1
	if t.Tokens[behind].Lower == "the" {
		behind++
	}
	if _, matches := t.catalogue.Scan(t.raw(behind, min(len(t.Tokens), behind+longest))); len(matches) == 1 && matches[0].Actor.Kind == schema.Country {
		return matches[0].Actor.Code
	}
	return ""
}

// countries counts how often the text names each country, by code.
func (t *Text) countries() map[string]int {
	if t.named != nil {
		return t.named
	}
	t.named = map[string]int{}
	for _, s := range t.Sentences {
		words := t.raw(s.First, s.End)
		for i := 0; i < len(words); {
			n, matches := t.catalogue.Scan(words[i:min(len(words), i+longest)])
			if len(matches) == 1 && matches[0].Actor.Code != "" {
				t.named[matches[0].Actor.Code]++
			}
			i += max(n, 1)
		}
	}
	return t.named
}

// goesOn reports whether the name of an organisation that the catalogue has is only the beginning of a longer one: "Congressional Black Caucus" in
// "Congressional Black Caucus Foundation", "Football Association" in "Football Association of Zambia".
func (t *Text) goesOn(first, end int, matches []schema.Match) bool {
	actor := matches[0].Actor
	if actor.Kind != schema.Organisation || end >= len(t.Tokens) {
		return false
	}
	if len(matches) == 1 && end > first+1 && actor.Code != "" && actor.Code != "IGO" {
		if code := t.countryBehind(end); code != "" && code != actor.Code {
			return true
		}
	}
	return startsUpper(t.Word(end)) && slices.Contains(bodies, strings.ToLower(t.Word(end)))
}

// bodies are words that end names of organisations and of places named after them.
var bodies = []string{"foundation", "institute", "pac", "fund", "trust", "stadium", "arena", "center", "centre", "hospital", "university", "college", "school", "museum", "theatre", "theater", "park"}
