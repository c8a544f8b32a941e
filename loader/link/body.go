package link

import (
	"strings"

	"demarche/loader/lang"
	"demarche/schema"
)

// collective resolves "the bloc", "the alliance", "the ministry", "his country".
func (t *Text) collective(p lang.Phrase, seen *history) int {
	first := t.Tokens[p.First]
	if governments[t.Tokens[p.Head].Lower] && p.Head > p.First {
		if country := t.ledBy(p.Head - 1); country >= 0 {
			return country
		}
	}
	noun := t.Tokens[p.Head].Lower
	if noun == "government" {
		return t.government(p, seen)
	}
	if p.Head > p.First+1 || p.Head == p.First {
		return -1
	}
	if first.Lower == "the" {
		if e := seen.best(p.Head, func(m Mention, e *Entity) bool { return t.isCalled(m.Entity, noun) }); e >= 0 {
			return e
		}
	}
	switch noun {
	case "country", "nation", "kingdom", "republic":
		if first.Tag == "PRP$" {
			return t.countryOf(t.clusters.referent(t, p.First, fitsPronoun(first.Lower)))
		}
		if first.Lower != "the" {
			return -1
		}
		return seen.best(p.Head, func(m Mention, e *Entity) bool { return e.Kind == schema.Country && m.Form != Adjective })
	}
	if first.Lower != "the" || !bodyNouns[noun] {
		return -1
	}
	return t.body(p.Head, noun, seen)
}

// body is the organisation that a noun means at a token: one whose name has the noun, for some an international one, else what means the same in the
// text, else for nouns that name any organisation the most salient; -1 when there is none.
func (t *Text) body(token int, noun string, seen *history) int {
	if e := seen.best(token, func(m Mention, e *Entity) bool {
		return e.Kind != schema.Person && e.Kind != schema.Country && (strings.Contains(strings.ToLower(e.Name), noun) || noun == "agency" && e.Kind == schema.Medium)
	}); e >= 0 {
		return e
	}
	switch noun {
	case "bloc", "alliance", "organization", "organisation", "body", "union":
		if e := seen.best(token, func(m Mention, e *Entity) bool { return e.Kind == schema.Organisation && e.Code == "IGO" }); e >= 0 {
			return e
		}
	}
	if e := t.clusters.referent(t, token, func(e *Entity) bool { return e.Kind != schema.Person && e.Kind != schema.Country }); e >= 0 {
		return e
	}
	switch noun {
	case "agency", "company", "firm", "organisation", "organization", "group", "airline", "charity", "watchdog", "association", "federation", "union":
		return seen.best(token, func(m Mention, e *Entity) bool {
			return m.Form == Named && e.Kind == schema.Organisation && e.Code != "IGO"
		})
	}
	return -1
}

// government is the country whose government a phrase means: "the government", "the federal government", "Government" as some papers write it; the
// nearest country, else the one that the article is about. It is -1 for the governments of regions and cities.
func (t *Text) government(p lang.Phrase, seen *history) int {
	if first := t.Tokens[p.First]; first.Lower != "the" && (p.First != p.Head || !startsUpper(t.Word(p.Head))) {
		return -1
	}
	for i := p.First + 1; i < p.Head; i++ {
		switch t.Tokens[i].Lower {
		case "local", "regional", "provincial", "state", "city", "municipal", "shadow", "rival", "former", "previous":
			return -1
		}
		if t.mentionOf[i] >= 0 || t.Tokens[i].IsName() && t.Tokens[i].Lower != "federal" {
			return -1
		}
	}
	if e := seen.best(p.Head, func(m Mention, e *Entity) bool { return e.Kind == schema.Country }); e >= 0 && p.First != p.Head {
		return e
	}
	return t.Home()
}

var governments = map[string]bool{"government": true, "administration": true, "cabinet": true, "regime": true}

// ledBy is the country whose head of state or government bears the name that stands at a token, as in "the Bush administration"; -1 when
// there is none, or when heads of several bear it.
func (t *Text) ledBy(token int) int {
	if e := t.EntityOf(token); e >= 0 && t.Entities[e].Kind != schema.Person && t.Entities[e].Linked {
		return -1
	}
	country := ""
	for _, person := range t.catalogue.Surname(t.Word(token)) {
		for _, role := range person.Roles {
			office, ok := t.catalogue.ParseTitle(role.Title)
			if !ok || !office.Single() || !t.day.IsZero() && role.From.After(t.day) {
				continue
			}
			if of, ok := t.catalogue.Actor(role.Of); ok && of.Kind == schema.Country && leads(role.Title) {
				if country != "" && country != of.ID {
					return -1
				}
				country = of.ID
			}
		}
	}
	return t.KnowID(country)
}

// leads reports whether the holder of an office gives a government its name.
func leads(title string) bool {
	switch schema.NameKey(title) {
	case "president", "prime minister", "chancellor", "taoiseach", "premier":
		return true
	}
	return false
}
