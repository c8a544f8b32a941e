package extract

import (
	"strings"

	"demarche/loader/link"
	"demarche/schema"
	"demarche/schema/frames"
)

// actor turns an entity of the text into the actor of a record.
func (x *extractor) actor(entity int) Actor {
	e := x.Entities[entity]
	return Actor{ID: e.ID, Name: e.Name, Linked: e.Linked, Kind: string(e.Kind), Code: x.code(entity)}
}

// code is the country that an entity is or speaks for.
func (x *extractor) code(entity int) string {
	code, known := x.codes[entity]
	if !known {
		code = x.findCode(entity)
		x.codes[entity] = code
	}
	return code
}

func (x *extractor) findCode(entity int) string {
	if code := x.Entities[entity].Code; code != "" {
		return code
	}
	if x.Entities[entity].Kind == schema.Person {
		if of := x.CountryOf(entity); of >= 0 {
			return x.Entities[of].Code
		}
		if code := x.describedCode(entity); code != "" {
			return code
		}
		if of := x.NationOf(entity); of >= 0 {
			return x.Entities[of].Code
		}
	}
	return ""
}

// describedCode is the country or kind of organisation of a person by what stands beside the name: "Kenzo Oshima, the United Nations
// Coordinator".
func (x *extractor) describedCode(entity int) string {
	for _, m := range x.Entities[entity].Mentions {
		head := x.headOf(x.Mentions[m].First, x.Mentions[m].End)
		for c := range x.Children(head) {
			if x.Is(c, "appos", "nmod:desc", "compound", "amod") && x.EntityOf(c) != entity {
				first, _ := x.Yield(c)
				if code := x.codeOf(first, c); code != "" {
					return code
				}
			}
		}
	}
	return ""
}

// animate reports whether a common noun names somebody who can speak or want,
// by its ending or a list; names always can.
func (x *extractor) animate(head int) bool {
	token := x.Tokens[head]
	if token.IsName() {
		return true
	}
	word := token.Lower
	if x.frames.Is(frames.People, word) {
		return true
	}
	if x.frames.Is(frames.Lifeless, word) {
		return false
	}
	for _, ending := range []string{"er", "or", "ist", "ian", "man", "men", "woman", "women", "ee", "eur", "crat", "ant", "ent", "ary"} {
		if strings.HasSuffix(word, ending) || strings.HasSuffix(word, ending+"s") {
			return ending != "ent" && ending != "ant" && ending != "ary" || token.Tag == "NNS"
		}
	}
	return false
}

// stateOf gives the state that nameless officials speak for: "Russian
// officials", "a senior official in the administration of the US president".
func (x *extractor) stateOf(t int) int {
	if !x.frames.Is(frames.Voices, x.Tokens[t].Lower) {
		return -1
	}
	first, end := x.Yield(t)
	for at := first; at < end; at++ {
		if e := x.EntityOf(at); e >= 0 && x.Entities[e].Kind == schema.Country {
			return e
		}
	}
	return -1
}

// mouthpiece gives whom a nameless mouthpiece speaks for: "a spokesman for the airline", "his spokeswoman", "a World Bank official"; -1 when t is none,
// or nobody's.
func (x *extractor) mouthpiece(t int) int {
	spokesperson := strings.HasPrefix(x.Tokens[t].Lower, "spokes")
	if !spokesperson && !x.frames.Is(frames.Voices, x.Tokens[t].Lower) {
		return -1
	}
	for c := range x.Children(t) {
		p := x.preposition(c)
		switch {
		case x.Is(c, "nmod:poss", "compound", "amod", "nmod:desc"):
		case spokesperson && x.Is(c, "nmod", "obl") && (p == "for" || p == "of"):
		default:
			continue
		}
		e := x.EntityOf(c)
		if e < 0 && spokesperson && !x.Is(c, "amod", "compound") {
			e = x.who(c)
		}
		if e >= 0 && (spokesperson || x.Entities[e].Kind == schema.Organisation) {
			return e
		}
	}
	return -1
}

func (x *extractor) isPerson(entity int) bool {
	return entity >= 0 && x.Entities[entity].Kind == schema.Person
}

// official offices speak for the actor that they belong to.
var official = []string{"president", "prime minister", "premier", "chancellor", "minister", "foreign secretary", "defence secretary", "home secretary", "secretary of state",
	"secretary of defense", "defense secretary", "secretary general", "ambassador", "envoy", "spokes", "high representative", "director general", "managing director",
	"commissioner", "high commissioner", "king", "emir", "supreme leader", "chief", "aide", "diplomat", "permanent representative", "national security"}

// side returns the actor on whose behalf a speaker makes a demand: the state or
// organisation of an official, and otherwise the speaker.
func (x *extractor) side(entity int) int {
	e := x.Entities[entity]
	if e.Kind != schema.Person {
		return entity
	}
	if title, of := x.office(entity); of >= 0 && isOfficial(title) {
		return of
	}
	return entity
}

// office is the first office that the text gives a person, else the one that
// the catalogue has on the day.
func (x *extractor) office(entity int) (title string, of int) {
	for _, role := range x.Entities[entity].Roles {
		if role.Of >= 0 {
			return role.Title, role.Of
		}
	}
	if known := x.Entities[entity].Known; known != nil && !x.published.IsZero() {
		for i := len(known.Roles) - 1; i >= 0; i-- {
			if known.Roles[i].HeldAt(x.published) {
				if of := x.KnowID(known.Roles[i].Of); of >= 0 {
					return known.Roles[i].Title, of
				}
			}
		}
	}
	return "", -1
}

func isOfficial(title string) bool {
	key := strings.ReplaceAll(strings.ToLower(title), "-", " ")
	for _, word := range []string{"former", "candidate", "presidential", "nominee", "hopeful", "elect"} {
		if strings.Contains(key, word) {
			return false
		}
	}
	for _, word := range official {
		if strings.Contains(key, word) {
			return true
		}
	}
	return false
}

// persons lists the named persons of the body with their roles.
func (x *extractor) persons() []Person {
	var persons []Person
	for i := range x.Entities {
		e := x.Entities[i]
		if e.Kind != schema.Person {
			continue
		}
		forms := x.forms(i)
		if len(forms) == 0 {
			continue
		}
		p := Person{Actor: x.actor(i), Mentions: forms}
		for _, role := range e.Roles {
			if role.Of >= 0 {
				p.Roles = append(p.Roles, Role{Title: role.Title, Of: x.actor(role.Of), Span: x.Words(role.First, role.End)})
			}
		}
		persons = append(persons, p)
	}
	return persons
}

// forms are the distinct names under which the text mentions an entity.
func (x *extractor) forms(entity int) []string {
	var forms []string
	seen := map[string]bool{}
	for _, m := range x.Entities[entity].Mentions {
		mention := x.Mentions[m]
		if mention.Form != link.Named {
			continue
		}
		form := x.nameOf(mention.First, mention.End)
		if !seen[form] {
			seen[form] = true
			forms = append(forms, form)
		}
	}
	return forms
}

// mentioned lists every actor that a record or a role names.
func (x *extractor) mentioned() []Mentioned {
	var list []Mentioned
	seen := map[string]bool{}
	for _, a := range x.involved() {
		if a.ID == "" || seen[a.ID] {
			continue
		}
		seen[a.ID] = true
		m := Mentioned{Actor: a}
		if e := x.Find(a.ID); e >= 0 {
			m.Forms = x.forms(e)
		}
		list = append(list, m)
	}
	return list
}
