package coref

import (
	"slices"
	"strings"
	"unicode"
)

// findMentions finds all mentions, in the order of their head words.
func (t *text) findMentions() []Mention {
	var all []Mention
	after := 0 // end of the last name
	for w := range t.Words {
		switch n := t.name[w]; {
		case n >= 0:
			if t.names[n].First == w {
				all = append(all, t.nameMention(t.names[n]))
				after = all[len(all)-1].NameEnd
			}
		case w >= after && t.sentence[w] >= 0:
			if form := t.refers(w); form != "" {
				all = append(all, t.mention(w, form))
			}
		}
	}
	slices.SortStableFunc(all, func(a, b Mention) int { return a.Head - b.Head })
	return all
}

// nameMention makes the mention of a name: its head is the word of the name that hangs on
// a word outside of it.
func (t *text) nameMention(name Name) Mention {
	for t.continuesName(name.End, name) {
		name.End++
	}
	head := name.End - 1
	for w := name.First; w < name.End; w++ {
		h := int(t.head[w])
		if (h < name.First || h >= name.End) && t.Words[w].UPOS != "PUNCT" && t.Words[w].XPOS != "POS" {
			head = w
			break
		}
	}
	m := Mention{Head: head, Form: Named, NameFirst: name.First, NameEnd: name.End}
	m.First, m.End = t.phrase(head)
	m.First, m.End = min(m.First, name.First), max(m.End, name.End)
	m.Kind, m.Number, m.Gender = t.knowName(name, m)
	return m
}

// refers gives the form of the mention whose head a word outside of all names is, or "".
func (t *text) refers(w int) Form {
	word := &t.Words[w]
	switch t.relation(w) {
	case "flat", "fixed", "goeswith", "nummod", "det", "case", "cc", "mark", "discourse", "punct":
		return ""
	case "compound":
		if word.UPOS != "PROPN" {
			return ""
		}
	}
	if !strings.ContainsFunc(word.Form, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
		return ""
	}
	form := Form("")
	switch word.UPOS {
	case "PRON":
		return t.pronounForm(w)
	case "NOUN":
		form = Nominal
	case "PROPN":
		if word.Rel != "nmod:desc" { // "President" Obama
			form = Named
		}
	case "NUM":
		if len(word.Form) == 4 && (word.Form[0] == '1' || word.Form[0] == '2') { // a year
			form = Nominal
		}
	case "ADJ":
		if t.below(w, "det") >= 0 { // "the poor"
			form = Nominal
		}
	}
	return form
}

// pronounForm tells pronouns that point from those that name ("someone", "everything").
func (t *text) pronounForm(w int) Form {
	switch _, known := pronouns[t.lower[w]]; t.Words[w].XPOS {
	case "PRP", "PRP$":
		if known {
			return Pronoun
		}
	case "DT":
		if known && pronouns[t.lower[w]].class == "this" {
			return Pronoun
		}
	case "NN":
		return Nominal
	}
	return ""
}

// mention makes the mention of a head outside of all names.
func (t *text) mention(w int, form Form) Mention {
	m := Mention{Head: w, Form: form, First: w, End: w + 1}
	switch form {
	case Pronoun:
		m.Kind, m.Number, m.Gender = knowPronoun(t.lower[w])
	case Nominal:
		m.First, m.End = t.phrase(w)
		m.Kind, m.Number, m.Gender = t.knowNoun(w)
	case Named: // a proper noun that no earlier stage took for a name
		m.First, m.End = t.phrase(w)
		name := Name{First: w, End: w + 1}
		for name.First > m.First && t.partOfName(name.First-1, w) {
			name.First--
		}
		for name.End < m.End && t.partOfName(name.End, w) {
			name.End++
		}
		m.NameFirst, m.NameEnd = name.First, name.End
		m.Kind, m.Number, m.Gender = t.knowName(name, m)
	}
	return m
}

// continuesName reports whether a proper noun behind a name belongs to it by the tree: the
// stage that found "Sergei" may have missed "Lavrov".
func (t *text) continuesName(w int, name Name) bool {
	if w >= len(t.Words) || t.Words[w].UPOS != "PROPN" || t.name[w] >= 0 || t.sentence[w] != t.sentence[name.First] {
		return false
	}
	in := func(w int) bool { return name.First <= w && w < name.End }
	switch t.relation(w) {
	case "flat", "compound":
		return in(int(t.head[w]))
	}
	last := name.End - 1
	return int(t.head[last]) == w && (t.relation(last) == "compound" || t.relation(last) == "flat")
}

// partOfName reports whether a word next to a proper noun is part of the same name.
func (t *text) partOfName(w, head int) bool {
	return t.Words[w].UPOS == "PROPN" && int(t.head[w]) == head && t.name[w] < 0 && (t.relation(w) == "flat" || t.relation(w) == "compound")
}
