package link

import (
	"strings"

	"demarche/schema"
)

// Home is the country that the article is about: that of most of the mentions of countries in it, if it has half of them or is the first, as that of
// the dateline is; -1 when there is none.
func (t *Text) Home() int {
	if t.about != nil {
		return *t.about
	}
	counts, all, first, most := map[int]int{}, 0, -1, 0
	for _, m := range t.ascending() {
		if e := t.Entities[m.Entity]; e.Kind == schema.Country && (m.Form == Named || m.Form == Adjective) {
			if all == 0 {
				first = m.Entity
			}
			counts[m.Entity]++
			most = max(most, counts[m.Entity])
			all++
		}
	}
	home := -1
	for e, n := range counts {
		if n >= 2 && 2*n > all {
			home = e
		}
	}
	if home < 0 && most >= 3 && counts[first] == most {
		home = first
	}
	t.about = &home
	return home
}

// atHome gives bare names of institutions that many countries have to the country that the article is about: "the House of Representatives" of an
// article on Nigeria that does not speak of the United States.
func (t *Text) atHome() {
	home := t.Home()
	if home < 0 {
		return
	}
	for i := range t.Mentions {
		m := &t.Mentions[i]
		known := t.Entities[m.Entity].Known
		if m.Form != Named || known == nil || known.Kind != schema.Organisation || known.Of == "" || known.Of == t.Entities[home].ID || t.Find(known.Of) >= 0 {
			continue
		}
		if e := t.institution(home, t.raw(m.First, m.End)); e >= 0 {
			m.Entity = e
		}
	}
	for _, name := range t.Names {
		first, end := t.free(name)
		if end-first < 2 {
			continue
		}
		if strings.EqualFold(t.name(first, end), "Federal Government") {
			t.add(first, end, Described, home)
		}
		if e := t.institution(home, t.raw(first, end)); e >= 0 {
			t.add(first, end, Named, e)
		}
	}
}

// institution is the actor that a bare name means in a country: what the catalogue has under the name with the country's adjective, else, for names
// that nearly every country knows, one of the article's own. It is -1 for other names.
func (t *Text) institution(country int, words []string) int {
	known := t.Entities[country].Known
	for _, adjective := range known.Adjectives {
		full := append(strings.Fields(adjective), words...)
		if n, matches := t.catalogue.Scan(full); n == len(full) {
			return t.Know(t.choose(matches).Actor)
		}
	}
	if everywhere[strings.ToLower(strings.Join(words, " "))] {
		e := t.Own(strings.Join(words, " ")+" of "+t.Entities[country].Name, schema.Organisation)
		t.Entities[e].Code = known.Code
		return e
	}
	return -1
}

var everywhere = map[string]bool{"house of representatives": true, "supreme court": true, "constitutional court": true, "high court": true, "court of appeal": true,
	"central bank": true, "electoral commission": true, "election commission": true, "national assembly": true, "foreign ministry": true, "justice ministry": true,
	"labour ministry": true, "labor ministry": true, "education ministry": true, "federal high court": true, "chamber of deputies": true}
