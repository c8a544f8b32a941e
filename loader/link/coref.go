package link

import (
	"slices"
	"strings"

	"demarche/loader/lang"
	"demarche/schema"
)

// reach is how many sentences back a description looks.
const reach = 4

// resolve reads the noun phrases in order and lets pronouns and descriptions
// stand for what was named before them.
func (t *Text) resolve() {
	t.clusters = t.cluster()
	seen := &history{text: t}
	next := 0
	named := append([]Mention(nil), t.ascending()...)
	for head, token := range t.Tokens {
		if token.Tag != "PRP" && (!token.IsNoun() || t.Is(head, "compound", "flat")) {
			continue
		}
		p := t.Phrase(head)
		for next < len(named) && named[next].First <= p.Head {
			seen.note(named[next])
			next++
		}
		if t.mentionOf[p.Head] >= 0 {
			continue
		}
		if entity, form := t.referent(p, seen); entity >= 0 {
			first := p.First
			for first < p.Head && t.mentionOf[first] >= 0 {
				first++
			}
			if form == Described {
				first = p.Head // the words before it may hold mentions of their own
			}
			t.add(first, p.Head+1, form, entity)
			if m := t.mentionOf[p.Head]; m >= 0 {
				seen.note(t.Mentions[m])
			}
		}
	}
	t.possessives()
}

func (t *Text) ascending() []Mention {
	var all []Mention
	for token := 0; token < len(t.Tokens); token++ {
		if m := t.mentionOf[token]; m >= 0 && t.Mentions[m].First == token {
			all = append(all, t.Mentions[m])
		}
	}
	return all
}

// history remembers where entities were mentioned.
type history struct {
	text *Text
	past []Mention
}

func (h *history) note(m Mention) { h.past = append(h.past, m) }

// best returns the entity that fits and is most salient as seen from a token:
// near, subject, early in its sentence. It returns -1 when none fits.
func (h *history) best(token int, fits func(Mention, *Entity) bool) int {
	t := h.text
	here := t.SentenceOf(token)
	best, bestScore := -1, -1.0
	for i := len(h.past) - 1; i >= 0; i-- {
		m := h.past[i]
		distance := here - t.SentenceOf(m.First)
		if distance > reach {
			break
		}
		if m.End > token || !fits(m, &t.Entities[m.Entity]) {
			continue
		}
		score := 10 - 2.2*float64(distance)
		if t.isSubject(m) {
			score += 3
		}
		if t.Sentences[t.SentenceOf(m.First)].Block != t.Sentences[here].Block {
			score -= 0.5
		}
		if t.QuoteAt(t.Tokens[m.First].Begin) >= 0 && t.QuoteAt(t.Tokens[token].Begin) < 0 {
			score -= 2 // what a quotation speaks of is not what the text speaks of
		}
		score -= 0.01 * float64(len(h.past)-i)
		if score > bestScore {
			best, bestScore = m.Entity, score
		}
	}
	return best
}

// isSubject reports whether a mention is the subject of its clause, or part of it.
func (t *Text) isSubject(m Mention) bool {
	for i := m.First; i < m.End; i++ {
		if t.Is(i, "nsubj") {
			return true
		}
	}
	return false
}

// referent decides what a phrase without a name stands for, or -1.
func (t *Text) referent(p lang.Phrase, seen *history) (int, Form) {
	head := t.Tokens[p.Head]
	switch head.Lower {
	case "he", "him", "she", "her", "himself", "herself", "it", "itself", "they", "them", "themselves":
		fits := fitsPronoun(head.Lower)
		if head.Lower == "he" || head.Lower == "she" {
			if e := t.subjectBefore(p.Head, fits); e >= 0 {
				return e, Pronoun
			}
		}
		return t.clusters.referent(t, p.Head, fits), Pronoun
	}
	if !head.IsNoun() || strings.HasSuffix(head.Tag, "S") {
		return -1, Described
	}
	if entity := t.officer(p, seen); entity >= 0 {
		return entity, Described
	}
	return t.collective(p, seen), Described
}

// officer resolves "the Russian president", "Russia's top diplomat", "the
// minister": a person of the text who holds the office, else the one whom the
// catalogue has in it on the day.
func (t *Text) officer(p lang.Phrase, seen *history) int {
	of, definite := -1, false
	var words []string
	for i := p.First; i <= p.Head; i++ {
		if m := t.mentionOf[i]; m >= 0 {
			if !t.isOrganised(t.Mentions[m].Entity) {
				return -1
			}
			of, definite = t.Mentions[m].Entity, true
			words = nil
			if i == p.First+1 || i > p.First && t.Tokens[p.First].Tag == "DT" {
				// "the top Russian diplomat": what stands before the country belongs to the title.
				words = t.raw(min(p.First+1, i), i)
			}
			i = t.Mentions[m].End - 1
			continue
		}
		switch t.Tokens[i].Tag {
		case "DT":
			definite = definite || t.Tokens[i].Lower == "the" || t.Tokens[i].Lower == "this"
			if t.Tokens[i].Lower == "a" || t.Tokens[i].Lower == "an" {
				return -1
			}
		case "POS":
		case "PRP$":
			definite = true
		default:
			words = append(words, t.Word(i))
		}
	}
	if !definite || len(words) == 0 {
		return -1
	}
	title, name, qualified := t.titleIn(words, t.raw(p.Head+1, min(len(t.Tokens), p.Head+3)))
	if name == "" || title.Plural || title.Status != "" {
		return -1
	}
	if qualified {
		return t.onlyHolder(title, name, of)
	}
	if of < 0 {
		of = t.actorBehind(p.Head+1, len(t.Tokens))
	}
	if of >= 0 {
		if parent := t.parent(of); parent >= 0 {
			of = parent
		}
	}
	entity := seen.best(p.Head, func(m Mention, e *Entity) bool {
		return e.Kind == schema.Person && t.holds(e, title, name, of)
	})
	if entity >= 0 && title.Single() && t.Entities[entity].Known != nil {
		t.give(entity, Role{Title: capitalise(name), Of: of, First: p.Head, End: p.Head + 1}, false)
	}
	if entity >= 0 || of < 0 || t.Entities[of].Known == nil || !t.single(title, of) {
		return entity
	}
	if holders := t.catalogue.Holders(name, t.Entities[of].ID, t.day); len(holders) == 1 {
		entity = t.Know(holders[0])
		t.give(entity, Role{Title: capitalise(name), Of: of, First: p.Head, End: p.Head + 1}, false)
		return entity
	}
	return -1
}

// titleIn reads the title that words end in, with what stands behind them; qualified reports that others stand in front: "Vermont senator".
func (t *Text) titleIn(words, behind []string) (title schema.Office, name string, qualified bool) {
	for k := range words {
		own := words[k:]
		if n, title := t.catalogue.ScanTitle(append(slices.Clone(own), behind...)); n >= len(own) {
			return title, strings.Join(own, " "), k > 0
		}
	}
	return schema.Office{}, "", false
}

// onlyHolder is the one person of the text who has an office; -1 when nobody has, or several.
func (t *Text) onlyHolder(title schema.Office, name string, of int) int {
	one := -1
	for e := range t.Entities {
		if t.Entities[e].Kind == schema.Person && t.holds(&t.Entities[e], title, name, of) {
			if one >= 0 {
				return -1
			}
			one = e
		}
	}
	return one
}

// holds reports whether a person has the office, of the actor when one is
// given: by the text, or by the catalogue on the day. A bare noun ("the
// minister") fits every title that ends in it.
func (t *Text) holds(e *Entity, title schema.Office, name string, of int) bool {
	key := schema.NameKey(name)
	fits := func(held, at string) bool {
		plain := schema.NameKey(held)
		return plain == key || strings.HasSuffix(plain, " "+key) || t.sameOffice(title, held, at)
	}
	for _, role := range e.Roles {
		if (of < 0 || role.Of < 0 || role.Of == of) && fits(role.Title, t.idOf(role.Of)) {
			return true
		}
	}
	if e.Known == nil {
		return false
	}
	for _, role := range e.Known.Roles {
		if (t.day.IsZero() || role.HeldAt(t.day)) && (of < 0 || t.Entities[of].ID == role.Of) && fits(role.Title, role.Of) {
			return true
		}
	}
	return false
}

func (t *Text) idOf(entity int) string {
	if entity < 0 {
		return ""
	}
	return t.Entities[entity].ID
}

// single reports whether the title means an office with one holder at the
// actor, itself or by what it stands for.
func (t *Text) single(title schema.Office, of int) bool {
	return title.Single() || len(title.Group.StandsFor) > 0 || len(title.Group.At[t.idOf(of)]) > 0
}

// CountryOf returns the state (or organisation) that a person speaks for: of
// the first role in the text, else of the office held on the day; -1 when none.
func (t *Text) CountryOf(person int) int { return t.countryOf(person) }

func (t *Text) countryOf(person int) int {
	if person < 0 {
		return -1
	}
	for _, role := range t.Entities[person].Roles {
		if role.Of >= 0 {
			return role.Of
		}
	}
	if known := t.Entities[person].Known; known != nil {
		for i := len(known.Roles) - 1; i >= 0; i-- {
			if t.day.IsZero() || known.Roles[i].HeldAt(t.day) {
				return t.KnowID(known.Roles[i].Of)
			}
		}
	}
	return -1
}

// NationOf returns the country of a person: whom the person speaks for, if that is one, else the country of any office that
// the catalogue has, held or not on the day; -1 when none is known.
func (t *Text) NationOf(person int) int {
	if of := t.countryOf(person); of >= 0 && t.Entities[of].Kind == schema.Country {
		return of
	}
	if person < 0 || t.Entities[person].Known == nil {
		return -1
	}
	for _, role := range t.Entities[person].Known.Roles {
		if actor, ok := t.catalogue.Actor(role.Of); ok && actor.Kind == schema.Country {
			return t.Know(actor)
		}
	}
	return -1
}

// possessives links "his", "her", "its" and "their" in front of nouns.
func (t *Text) possessives() {
	for i, token := range t.Tokens {
		if token.Tag != "PRP$" || t.mentionOf[i] >= 0 {
			continue
		}
		entity := t.clusters.referent(t, i, fitsPronoun(token.Lower))
		if entity >= 0 {
			t.add(i, i+1, Pronoun, entity)
		}
	}
}
