package coref

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// most bounds the lists of an item.
const most = 8

var determiners = map[string]*atom{"the": theClass, "a": aClass, "an": aClass, "this": thisClass, "that": thisClass, "these": thisClass,
	"those": thisClass, "each": eachClass, "every": eachClass, "all": allClass, "both": allClass, "some": someClass, "any": someClass,
	"no": someClass, "another": newAtom("another")}

var (
	theClass   = newAtom("the")
	aClass     = newAtom("a")
	thisClass  = newAtom("this")
	eachClass  = newAtom("each")
	allClass   = newAtom("all")
	someClass  = newAtom("some")
	otherClass = newAtom("otherdet")
	pronounOwn = newAtom("possessed") // "his wife"
	nounOwn    = newAtom("owned")     // "Russia's minister"
	countClass = newAtom("counted")   // "two ministers"
	bareClass  = newAtom("bare")
)

// determiner classes a description by how it begins.
func (t *text) determiner(m Mention) *atom {
	class := bareClass
	for c := t.child[m.Head]; c >= 0 && int(c) < m.Head; c = t.sibling[c] {
		switch w := int(c); {
		case t.relation(w) == "det":
			if class := determiners[t.lower[w]]; class != nil {
				return class
			}
			return otherClass
		case t.Words[w].Rel == "nmod:poss" && t.Words[w].UPOS == "PRON":
			return pronounOwn
		case t.Words[w].Rel == "nmod:poss":
			return nounOwn
		case t.relation(w) == "nummod":
			class = countClass
		}
	}
	return class
}

// modifiersOf gives the lemmas of what describes a head, sorted.
func (t *text) modifiersOf(head int) []string {
	var all []string
	for c := t.child[head]; c >= 0 && len(all) < most; c = t.sibling[c] {
		switch w := int(c); t.relation(w) {
		case "amod", "compound", "nummod", "acl":
			all = append(all, t.lemma(w))
		case "nmod":
			if t.Words[w].UPOS != "PRON" {
				all = append(all, t.lemma(w))
			}
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// properOf gives the words of [first, end) that name or are made of names, as far as
// capital letters tell: "Russian" and "U.S.", not "Foreign" or "Minister".
func (t *text) properOf(first, end int) []string {
	var all []string
	for w := max(first, end-most); w < end; w++ {
		word, upos := t.plain(w), t.Words[w].UPOS
		starts, _ := t.bounds(int(t.sentence[w]))
		switch {
		case !isCapital(t.Words[w].Form), upos == "DET", upos == "PRON", w == starts && upos != "PROPN":
		case titles[word], titleWords[word], upos != "ADJ" && nounKind(word) == Person:
		default:
			all = append(all, word)
		}
	}
	return all
}

// plain is a word in lower case without full stops: "us" for "U.S.".
func (t *text) plain(w int) string { return strings.ReplaceAll(t.lower[w], ".", "") }

func isCapital(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}

// maxInitialled is how many words of a phrase are looked at for initials.
const maxInitialled = 30

// initialsOf gives the initials of a name, and of the capitalised words of its phrase when
// they are others.
func (t *text) initialsOf(m Mention) []string {
	var whole, name strings.Builder
	for w := m.First; w < min(m.End, m.First+maxInitialled) && whole.Len() < most; w++ {
		if !isCapital(t.Words[w].Form) || t.lower[w] == "the" {
			continue
		}
		r, _ := utf8.DecodeRuneInString(t.lower[w])
		whole.WriteRune(r)
		if m.NameFirst <= w && w < m.NameEnd {
			name.WriteRune(r)
		}
	}
	var all []string
	for _, initials := range []string{name.String(), whole.String()} {
		if len(initials) > 1 && !slices.Contains(all, initials) {
			all = append(all, initials)
		}
	}
	return all
}

// nameWords gives the words of a name without titles, articles and marks; there is at least one.
func (t *text) nameWords(m Mention) []string {
	var all []string
	for w := m.NameFirst; w < m.NameEnd && len(all) < most; w++ {
		word := t.lower[w]
		title := w == m.NameFirst && m.NameEnd > m.NameFirst+1 && isTitle(word)
		if title || word == "the" || t.Words[w].XPOS == "POS" || t.Words[w].UPOS == "PUNCT" {
			continue
		}
		all = append(all, t.plain(w))
	}
	if len(all) == 0 {
		all = append(all, t.plain(m.Head))
	}
	return all
}

// titlesOf gives the nouns that a name's phrase begins with, and the adjectives there:
// "minister"; "foreign", "russian".
func (t *text) titlesOf(m Mention) (nouns, adjectives []string) {
	for w := max(m.First, m.NameFirst-most); w < m.NameFirst; w++ {
		switch t.Words[w].UPOS {
		case "NOUN", "PROPN":
			nouns = append(nouns, t.lemma(w))
		case "ADJ":
			adjectives = append(adjectives, t.lemma(w))
		}
	}
	return nouns, adjectives
}
