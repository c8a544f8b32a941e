package link

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"demarche/loader/lang"
	"demarche/schema"
)

// abbreviations finds the short forms that the text itself gives to a name, in parentheses behind it: "Treatment Action Campaign (TAC)". It maps
// them to the first token of the long form. What the text says goes before what the catalogue knows. The method is that of Schwartz and
// Hearst (2003), with words instead of letters: each letter of the short form begins a word of the long one, from right to left.
func (t *Text) abbreviations() map[string]int {
	short := map[string]int{}
	for i := 2; i+1 < len(t.Tokens); i++ {
		word := t.Word(i)
		if t.Word(i-1) != "(" || t.Word(i+1) != ")" || !isAcronym(word) {
			continue
		}
		if first := t.longForm(word, i-1); first >= 0 {
			if _, known := short[word]; !known {
				short[word] = first
			}
		}
	}
	for _, name := range t.Names {
		if initials := t.initials(name); len(initials) > 2 {
			if _, known := short[initials]; !known {
				short[initials] = name.First
			}
		}
	}
	return short
}

// initials are the first letters of the capital words of an organisation's name: "RSF" for "Rapid Support Forces".
func (t *Text) initials(name lang.Name) string {
	var letters strings.Builder
	for i := name.First; name.Kind == lang.OrganizationName && i < name.End; i++ {
		if r, _ := utf8.DecodeRuneInString(t.Word(i)); unicode.IsUpper(r) {
			letters.WriteRune(r)
		}
	}
	return letters.String()
}

// isAcronym reports whether a word is two to eight capital letters, with digits or small letters among them: "TAC", "IG4", "CoR".
func isAcronym(word string) bool {
	capitals := 0
	for _, r := range word {
		if unicode.IsUpper(r) {
			capitals++
		} else if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return false
		}
	}
	return capitals >= 2 && len(word) <= 8
}

// longForm is the first token of the words in front of a token that an acronym is made of; -1 when they do not fit.
func (t *Text) longForm(acronym string, end int) int {
	letters := []rune(strings.ToLower(acronym))
	sentence := t.Sentences[t.SentenceOf(end)]
	at, k := end-1, len(letters)-1
	for ; at >= max(sentence.First, end-3*len(letters)) && k >= 0; at-- {
		initial := []rune(t.Tokens[at].Lower)[0]
		if initial == letters[k] {
			k--
		} else if startsUpper(t.Word(at)) && k == len(letters)-1 {
			return -1 // the last word does not fit
		}
	}
	if first := at + 1; k < 0 && startsUpper(t.Word(first)) {
		return first
	}
	return -1
}

// scanAbbreviations links short forms to the actor that their long forms name, which becomes one if it is none yet.
func (t *Text) scanAbbreviations(short map[string]int) {
	if len(short) == 0 {
		return
	}
	entities := map[string]int{}
	for i := range t.Tokens {
		word := t.Word(i)
		first, ok := short[word]
		if !ok || t.mentionOf[i] >= 0 {
			continue
		}
		e, known := entities[word]
		if !known {
			e = t.longEntity(first)
			entities[word] = e
		}
		if e >= 0 {
			t.add(i, i+1, Named, e)
		}
	}
}

// ownShortForms lets a short form stand for the actor of the text that has its initials rather than for one that the text never names in full: "RSF"
// behind "Rapid Support Forces".
func (t *Text) ownShortForms() {
	long, spelled := map[string]int{}, map[int]bool{}
	for _, m := range t.Mentions {
		if m.Form != Named {
			continue
		}
		if initials := t.initials(lang.Name{First: m.First, End: m.End, Kind: lang.OrganizationName}); len(initials) > 2 {
			long[initials] = m.Entity
		}
		spelled[m.Entity] = spelled[m.Entity] || m.End-m.First > 1
	}
	for i := range t.Mentions {
		m := &t.Mentions[i]
		if e, ok := long[t.Word(m.First)]; ok && m.End-m.First == 1 && e != m.Entity && !spelled[m.Entity] && t.Entities[e].Kind != schema.Person {
			m.Entity = e
		}
	}
}

// longEntity is the actor that the words from a token on name: those to the next parenthesis, or a name.
func (t *Text) longEntity(first int) int {
	end := first
	for end < len(t.Tokens) && t.Word(end) != "(" {
		end++
	}
	for _, name := range t.Names {
		if name.First == first {
			end = name.End
		}
	}
	if e := t.EntityOf(end - 1); e >= 0 && t.Entities[e].Kind != schema.Country {
		return e
	}
	if e := t.EntityOf(first); e >= 0 && t.Entities[e].Kind != schema.Country {
		return e
	}
	e := t.Own(t.name(first, end), schema.Organisation)
	t.add(first, end, Named, e)
	return e
}
