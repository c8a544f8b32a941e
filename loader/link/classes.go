package link

import "demarche/schema"

// findClasses gives the noun in front of the name of an organisation that says what it is ("the union FNV", "the rebel group M23") to the same
// actor. In "the company Facebook bought" the name has a verb of its own, and the noun stays what it is.
func (t *Text) findClasses() {
	for _, m := range t.ascending() {
		noun := m.First - 1
		if m.Form != Named || t.Entities[m.Entity].Kind != schema.Organisation || noun < 0 || t.Tokens[noun].Tag != "NN" || t.MentionOf(noun) >= 0 {
			continue
		}
		class, name := t.Tokens[noun], t.Tokens[m.End-1]
		if name.Head == class.Head && name.Rel == class.Rel && class.Head >= 0 || name.Head == noun && name.Rel == "appos" {
			t.add(noun, m.First, Described, m.Entity)
		}
	}
}
