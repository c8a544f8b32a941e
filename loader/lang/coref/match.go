package coref

import (
	"slices"
	"strings"
)

// How a name stands to an earlier one, the closest first.
var (
	nameSame      = newAtom("same")       // also in another spelling: "Sergey", "Sergei"
	nameAcronym   = newAtom("acronym")    // either of the other
	nameSurname   = newAtom("surname")    // "Lavrov" after "Sergei Lavrov"
	nameSurnameOf = newAtom("surname-of") // "Sergei Lavrov" after "Lavrov"
	namePart      = newAtom("part")       // all words of it stand in the other
	nameWhole     = newAtom("whole")      // all words of the other stand in it
	nameFirst     = newAtom("first")      // "Sergei" after "Sergei Lavrov"
	nameFirstOf   = newAtom("first-of")
	nameClash     = newAtom("clash") // "Sergei Lavrov", "Maria Lavrova": the same last word alone
	nameOverlap   = newAtom("overlap")
	nameOther     = newAtom("none")

	nameOrder = []*atom{nameSame, nameAcronym, nameSurname, nameSurnameOf, namePart, nameWhole, nameFirst, nameFirstOf, nameClash, nameOverlap, nameOther}
)

// How a description stands to what an entity was called.
var (
	nounSame  = newAtom("same")
	nounTitle = newAtom("title")   // "the president" and "President Obama"
	nounName  = newAtom("in-name") // "the committee" and "Intelligence Committee"
	nounOther = newAtom("other")
)

// How the modifiers of two descriptions with the same head agree, the closest first.
var (
	modsEqual = newAtom("equal")
	modsFewer = newAtom("fewer")
	modsMore  = newAtom("more")
	modsSome  = newAtom("some")
	modsOther = newAtom("other")

	modsOrder = []*atom{modsEqual, modsFewer, modsMore, modsSome, modsOther}
)

// nameOf compares a name with the names of an entity; the closest counts.
func (i *item) nameOf(e *entity) *atom {
	best := len(nameOrder) - 1
	for _, words := range e.named {
		relation := nameRelation(i.words, words)
		if len(words) == 1 && slices.Contains(i.initials, words[0]) || len(i.words) == 1 && slices.Contains(e.initials, i.words[0]) {
			relation = nameAcronym
		}
		best = min(best, slices.Index(nameOrder, relation))
	}
	return nameOrder[best]
}

// nameRelation says how a name stands to an earlier one.
func nameRelation(now, before []string) *atom {
	last, lastBefore := now[len(now)-1], before[len(before)-1]
	switch {
	case slices.Equal(now, before) || variant(now, before):
		return nameSame
	case len(now) == 1 && now[0] == lastBefore:
		return nameSurname
	case len(now) == 1 && now[0] == before[0]:
		return nameFirst
	case len(before) == 1 && before[0] == last:
		return nameSurnameOf
	case len(before) == 1 && before[0] == now[0]:
		return nameFirstOf
	case contains(before, now):
		return namePart
	case contains(now, before):
		return nameWhole
	case last == lastBefore:
		return nameClash
	}
	for _, word := range now {
		if len(word) > 2 && slices.Contains(before, word) {
			return nameOverlap
		}
	}
	return nameOther
}

// variant reports whether two names of several words are spellings of one, as "Sergey
// Lavrov" and "Sergei Lavrov": one word differs, and it is nearly the same.
func variant(a, b []string) bool {
	if len(a) != len(b) || len(a) < 2 {
		return false
	}
	different := 0
	for i := range a {
		if a[i] != b[i] {
			different++
			if !similar(a[i], b[i]) {
				return false
			}
		}
	}
	return different == 1
}

// similar reports whether two words of five letters or more, without digits, are the same
// but for one or two letters within or at the end.
func similar(a, b string) bool {
	shorter, longer := min(len(a), len(b)), max(len(a), len(b))
	if shorter < 5 || strings.ContainsAny(a+b, "0123456789") {
		return false
	}
	front, back := 0, 0
	for front < shorter && a[front] == b[front] {
		front++
	}
	for back < shorter-front && a[len(a)-1-back] == b[len(b)-1-back] {
		back++
	}
	return front >= 2 && longer-front-back <= 2
}

// contains reports whether all words of part stand in whole.
func contains(whole, part []string) bool {
	for _, word := range part {
		if !slices.Contains(whole, word) {
			return false
		}
	}
	return true
}

// titleOf says whether a name or a title before it has described the entity before; nil if not.
func (i *item) titleOf(e *entity) *atom {
	if len(i.words) == 1 && slices.Contains(e.titles, i.words[0]) {
		return nounTitle // "the President"
	}
	for _, title := range i.titles {
		if slices.Contains(e.titles, title) {
			return nounTitle
		}
		if slices.ContainsFunc(e.heads, func(d description) bool { return d.lemma == title }) {
			return nounSame
		}
	}
	return nil
}

// nounOf compares a description that belongs to owner with what the entity was called.
func (i *item) nounOf(v *values, e *entity, owner int) {
	for k := range slices.Backward(e.heads) {
		d := &e.heads[k]
		if d.lemma != i.lemma.text {
			continue
		}
		v[sameNoun] = nounSame
		if relation := modifierRelation(i.modifiers, d.modifiers); v[sameMods] == nil || relation == modsEqual {
			v[sameMods] = relation
		}
		if owner >= 0 && d.owner >= 0 && v[sameOwner] != yes {
			v[sameOwner] = truth(owner == d.owner)
		}
	}
	switch {
	case v[sameNoun] != nil:
	case slices.Contains(e.titles, i.lemma.text):
		v[sameNoun] = nounTitle
	case slices.ContainsFunc(e.named, func(words []string) bool { return slices.Contains(words, i.lemma.text) }):
		v[sameNoun] = nounName
	default:
		v[sameNoun] = nounOther
	}
}

func modifierRelation(now, before []string) *atom {
	switch {
	case slices.Equal(now, before):
		return modsEqual
	case contains(before, now):
		return modsFewer
	case contains(now, before):
		return modsMore
	case slices.ContainsFunc(now, func(word string) bool { return slices.Contains(before, word) }):
		return modsSome
	}
	return modsOther
}

// sharesProper compares the names in descriptions and titles: "the Russian president" is
// not "the U.S. president". It is nil where one side has none.
func sharesProper(now, before []string) *atom {
	if len(now) == 0 || len(before) == 0 {
		return nil
	}
	for _, a := range now {
		for _, b := range before {
			if stem := min(len(a), len(b), 4); stem > 1 && a[:stem] == b[:stem] {
				return yes // "Russia" and "Russian", too
			}
		}
	}
	return no
}

func truth(yesOrNo bool) *atom {
	if yesOrNo {
		return yes
	}
	return no
}
