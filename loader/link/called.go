package link

import "demarche/schema"

// call notes by what nouns the text describes the organisations that it names: "the services union Verdi", "Oxfam, a charity,". Later "the union" is one
// of those that were called so.
func (t *Text) call() {
	t.called = map[int]map[string]bool{}
	note := func(entity, token int) {
		if t.Tokens[token].Tag != "NN" || t.mentionOf[token] >= 0 && t.EntityOf(token) != entity {
			return
		}
		if t.called[entity] == nil {
			t.called[entity] = map[string]bool{}
		}
		t.called[entity][t.Tokens[token].Lower] = true
	}
	for _, m := range t.Mentions {
		if kind := t.Entities[m.Entity].Kind; m.Form != Named || kind != schema.Organisation && kind != schema.Group && kind != schema.Medium {
			continue
		}
		if before := m.First - 1; before >= 0 && t.Tokens[before].Tag == "NN" && t.sameNominal(before, m) {
			note(m.Entity, before)
		}
		for head := m.First; head < m.End; head++ {
			for c := range t.Children(head) {
				if c >= m.End && t.Is(c, "appos") {
					note(m.Entity, c)
				}
			}
		}
	}
}

// sameNominal reports whether a noun and the mention right behind it are one nominal in the tree.
func (t *Text) sameNominal(noun int, m Mention) bool {
	if head := t.Tokens[noun].Head; head >= m.First && head < m.End {
		return true
	}
	for i := m.First; i < m.End; i++ {
		if t.Tokens[i].Head == noun {
			return true
		}
	}
	return false
}

// isCalled reports whether the text describes an entity by a noun.
func (t *Text) isCalled(entity int, noun string) bool { return t.called[entity][noun] }
