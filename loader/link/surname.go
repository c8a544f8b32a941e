package link

import (
	"slices"
	"strings"
	"unicode/utf8"

	"demarche/loader/lang"
	"demarche/schema"
)

// isTitle reports whether words are nothing but a title: "Inspector-General".
func (t *Text) isTitle(first, end int) bool {
	n, _ := t.catalogue.ScanTitle(t.raw(first, end))
	return n == end-first && (n == 1 || t.Word(end - 1)[0] == '-')
}

// endingIn is the person of the text whose name ends in more than one word like those of the tokens [first, end), such as "Bin Hammam"; -1 when
// there is none.
func (t *Text) endingIn(first, end int) int {
	key := " " + schema.NameKey(t.name(first, end))
	for e := range t.Entities {
		if t.Entities[e].Kind == schema.Person && end-first > 1 && strings.HasSuffix(schema.NameKey(t.Entities[e].Name), key) {
			return e
		}
	}
	return -1
}

// fullNames makes persons of a given name and a word that is a person's name elsewhere in the text, where the language stage has not seen the two as a
// name: "Henrique Capriles", with "Capriles said" below.
func (t *Text) fullNames() {
	surnames := map[string]bool{}
	for _, name := range t.Names {
		if name.Kind == lang.PersonName {
			surnames[t.Word(name.End-1)] = true
		}
	}
	for i := 1; i < len(t.Tokens); i++ {
		if !surnames[t.Word(i)] || t.mentionOf[i] >= 0 || t.mentionOf[i-1] >= 0 || t.SentenceOf(i) != t.SentenceOf(i-1) || !startsUpper(t.Word(i-1)) || !t.Tokens[i-1].IsName() {
			continue
		}
		joined := t.Tokens[i-1].Head == i && t.Is(i-1, "amod", "compound", "flat") || t.Tokens[i].Head == i-1 && t.Is(i, "flat")
		before, _ := t.catalogue.ScanTitle(t.raw(i-1, i))
		here, _ := t.catalogue.ScanTitle(t.raw(i, i+1))
		known := len(t.catalogue.Surname(t.Word(i))) > 0 || t.Tokens[i-1].Tag != "NNP"
		if before+here == 0 && (lang.IsGiven(t.Word(i-1)) || joined && !known) && !lang.IsHonorific(t.Tokens[i-1].Lower) {
			t.add(i-1, i+1, Named, t.Own(t.name(i-1, i+1), schema.Person))
		}
	}
}

// scanParts links single capitalised words that repeat the last word of a
// person named in full anywhere in the text ("Lavrov"), or that name a person
// of the catalogue who is alone in bearing it on the day.
func (t *Text) scanParts() {
	surnames := map[string]int{}
	for i := range t.Entities {
		e := &t.Entities[i]
		if e.Kind != schema.Person {
			continue
		}
		for _, key := range partKeys(e.Name) {
			if _, taken := surnames[key]; !taken {
				surnames[key] = i
			}
		}
	}
	for _, m := range t.Mentions {
		if e := m.Entity; t.Entities[e].Kind == schema.Person {
			key := schema.NameKey(t.Word(m.End - 1))
			if _, taken := surnames[key]; !taken {
				surnames[key] = e
			}
		}
	}
	for _, name := range t.Names {
		for i := name.First; i < name.End; i++ {
			if t.mentionOf[i] >= 0 || i+1 < name.End && t.mentionOf[i+1] < 0 && !t.Tokens[i+1].IsPunct() && i+1 < name.End-1 {
				continue
			}
			e, ok := surnames[schema.NameKey(t.Word(i))]
			if !ok {
				if known := t.inOffice(i); known != nil {
					e, ok = t.Know(known), true
				}
			}
			if ok {
				first := i
				if first > name.First && t.mentionOf[first-1] < 0 && lang.IsGiven(t.Word(first-1)) {
					first--
				}
				t.add(first, i+1, Named, e)
			}
		}
	}
	t.scanSurnames(surnames)
	t.scanSurnames(t.familyFirst())
}

// familyFirst maps the first words of names of persons: Chinese, Korean and Vietnamese names begin with the family's ("Tan" of "Tan Kefei"), and some
// texts call people by their given names. A word that begins the names of two persons is left out.
func (t *Text) familyFirst() map[string]int {
	families := map[string]int{}
	for i, e := range t.Entities {
		words := strings.Fields(e.Name)
		if e.Kind != schema.Person || len(words) < 2 || len(words) > 3 || lang.IsHonorific(strings.ToLower(words[0])) {
			continue
		}
		key := schema.NameKey(words[0])
		if _, taken := families[key]; taken {
			families[key] = -1
			continue
		}
		families[key] = i
	}
	return families
}

// scanSurnames links words that repeat the surname of a person of the text where the language stage has seen no name: "Will described", "Chaffetz
// is also asking".
func (t *Text) scanSurnames(surnames map[string]int) {
	for i, token := range t.Tokens {
		if t.mentionOf[i] >= 0 || !startsUpper(t.Word(i)) || !token.IsName() && t.startsSentence(i) || t.besideName(i) {
			continue
		}
		if e, ok := surnames[schema.NameKey(t.Word(i))]; ok && e >= 0 {
			t.add(i, i+1, Named, e)
		}
	}
}

// startsSentence reports whether a token has a capital letter for its place: first in its sentence or quotation.
func (t *Text) startsSentence(i int) bool {
	return i == t.Sentences[t.SentenceOf(i)].First || t.Tokens[i-1].IsPunct()
}

// besideName reports whether a token is a part of a longer run of names: "Grace Will", "Will County".
func (t *Text) besideName(i int) bool {
	s := t.Sentences[t.SentenceOf(i)]
	for _, beside := range []int{i - 1, i + 1} {
		if beside >= s.First && beside < s.End && t.Tokens[beside].IsName() && !t.Tokens[beside].IsPunct() {
			if n, _ := t.catalogue.ScanTitle(t.raw(beside, beside+1)); n == 0 && !lang.IsHonorific(t.Tokens[beside].Lower) {
				return true
			}
		}
	}
	return false
}

// inOffice returns the one person of the catalogue with the surname who held
// an office on the day, or who had the office that stands before the name
// ("President Obama") at any time; nil when there is none, or more than one.
func (t *Text) inOffice(token int) *schema.Actor {
	if !t.Tokens[token].IsName() || utf8.RuneCountInString(t.Word(token)) < 3 {
		return nil
	}
	persons := t.catalogue.Surname(t.Word(token))
	only := func(held func(schema.Role) bool) *schema.Actor {
		var one *schema.Actor
		for _, person := range persons {
			if slices.ContainsFunc(person.Roles, held) {
				if one != nil && one != person {
					return nil
				}
				one = person
			}
		}
		return one
	}
	if title, ok := t.titleEnding(token); ok {
		if person := only(func(r schema.Role) bool {
			return t.sameOffice(title, r.Title, r.Of) && (t.day.IsZero() || !r.From.After(t.day))
		}); person != nil {
			return person
		}
	}
	if t.day.IsZero() {
		return nil
	}
	return only(func(r schema.Role) bool { return r.HeldAt(t.day) })
}

// partKeys are the keys by which a later mention may repeat a person's name:
// the last word, and the one before it when the last is "Jr." or a number.
func partKeys(name string) []string {
	words := strings.Fields(name)
	if len(words) < 2 {
		return nil
	}
	keys := []string{schema.NameKey(words[len(words)-1])}
	if last := strings.ToLower(words[len(words)-1]); last == "jr." || last == "jr" || last == "ii" || last == "iii" {
		keys = append(keys, schema.NameKey(words[len(words)-2]))
	}
	return keys
}
