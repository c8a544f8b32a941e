package link

import (
	"strings"

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
