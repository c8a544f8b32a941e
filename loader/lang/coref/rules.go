package coref

import "slices"

// sure returns the choice that a rule makes for an item before the model is asked, or -1.
// The rules are for what news does often and the training data show seldom:
//
//   - a surname means the only person of that name: "Lavrov" and "Sergei Lavrov",
//     whichever comes first;
//   - a title means the only person to whom the text has given it: "the Russian president"
//     and "Russian President Vladimir Putin";
//   - a word such as "the alliance" means the only organisation that this sentence and the
//     one before it name.
func (r *ranker) sure(at int) int {
	switch i := &r.items[at]; {
	case i.group == names && (i.Kind == Person || i.Kind == Unknown):
		return r.only(
			func(c *choice) bool {
				name := c.values[sameName]
				return name == nameSame || name == nameSurname || name == nameSurnameOf || name == nameClash
			},
			func(c *choice) bool {
				return c.values[sameName] != nameClash && c.agrees != notGender && r.isPerson(i, c)
			})
	case i.group != nominals || i.class != theClass || i.Number != Singular:
	case i.Kind == Person:
		return r.only(
			func(c *choice) bool { return c.values[sameNoun] == nounTitle && c.values[sharedProper] != no },
			func(c *choice) bool { return c.agrees == agreesWell && r.entities[c.entity].hasTitle(i) })
	case i.Kind == Organization && bodies[i.lemma.text] && len(i.modifiers) == 0:
		return r.only(
			func(c *choice) bool {
				near := c.values[distance] == distances.of(0) || c.values[distance] == distances.of(1)
				return near && c.values[eKind] == organizationAtom || c.values[sameNoun] != nounOther
			},
			func(c *choice) bool { return r.entities[c.entity].forms&nameForm != 0 })
	}
	return -1
}

// only returns the one choice that is a rival for what an item means, if it fits, or -1.
func (r *ranker) only(rival, fits func(*choice) bool) int {
	found := -1
	for c := 1; c < len(r.choices); c++ {
		if !rival(&r.choices[c]) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = c
	}
	if found >= 0 && fits(&r.choices[found]) {
		return found
	}
	return -1
}

// isPerson reports whether a name and an entity may be one person, and one of them surely is a person.
func (r *ranker) isPerson(i *item, c *choice) bool {
	kind := c.values[eKind]
	return kind == personAtom || i.Kind == Person && kind == unknownAtom
}

// hasTitle reports whether all that a title says was said of the entity, and the entity's
// own title is no lesser one: "the former president" is not "President Obama", and "the
// president" not "Vice President Biden".
func (e *entity) hasTitle(i *item) bool {
	said := func(word string) bool { return slices.Contains(e.titles, word) || slices.Contains(e.adjectives, word) }
	for _, word := range i.modifiers {
		if !said(word) && !slices.Contains(i.proper, word) {
			return false
		}
	}
	for word := range lesserWords {
		if said(word) && !slices.Contains(i.modifiers, word) {
			return false
		}
	}
	return true
}
