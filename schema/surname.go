package schema

import "slices"

// particles begin surnames of several words: "von der Leyen".
var particles = []string{"von", "van", "der", "den", "de", "di", "da", "dos", "del", "della", "la", "le", "bin", "ben", "ibn", "al", "el", "abu", "ter", "ten", "zu"}

// familyFirst are the countries where the surname comes first, by code.
var familyFirst = []string{"CHN", "PRK", "KOR", "TWN", "VNM", "KHM"}

// Surname returns the persons whose family name the text is, ascending by id.
// Of a name with particles both "von der Leyen" and "Leyen" count; of a
// Chinese, Korean, Vietnamese or Cambodian one the first word as well.
func (c *Catalogue) Surname(name string) []*Actor { return c.surnames[NameKey(name)] }

func (c *Catalogue) enterSurnames(actor *Actor) {
	f := folder{rest: actor.Name, translit: true}
	var words []string
	for word := f.next(); word != nil; word = f.next() {
		words = append(words, string(word))
	}
	if len(words) < 2 {
		return
	}
	last := len(words) - 1
	add := func(surname string) {
		if !slices.Contains(c.surnames[surname], actor) {
			c.surnames[surname] = append(c.surnames[surname], actor)
		}
	}
	surname := words[last]
	add(surname)
	for i := last - 1; i > 0 && slices.Contains(particles, words[i]); i-- {
		surname = words[i] + " " + surname
		add(surname)
	}
	if c.namesFamilyFirst(actor) {
		add(words[0])
	}
}

func (c *Catalogue) namesFamilyFirst(actor *Actor) bool {
	if slices.Contains(familyFirst, actor.Code) {
		return true
	}
	for _, role := range actor.Roles {
		if of, ok := c.byID[role.Of]; ok && slices.Contains(familyFirst, of.Code) {
			return true
		}
	}
	return false
}
