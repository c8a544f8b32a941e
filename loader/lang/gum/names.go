package gum

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"demarche/loader/lang/conllu"
)

// Name is a stretch of words that names somebody or something.
type Name struct {
	First, End int    // words [First, End)
	Kind       string // person, organization, place, event, date or other
}

// kinds are the kinds of names by the type of entity.
var kinds = map[string]string{"person": "person", "organization": "organization", "place": "place", "event": "event", "time": "date"}

// joints are the words in small letters that a name may have inside.
var joints = map[string]bool{"of": true, "the": true, "and": true, "for": true, "&": true, "-": true, "–": true,
	"de": true, "la": true, "von": true, "van": true, "der": true, "al": true, "bin": true, "di": true, "del": true, "'": true, "’": true, ".": true}

// Names derives names from the mentions of a sentence. The corpus marks whole noun phrases
// ("the top Russian diplomat Sergey Lavrov, who ..."); a mention is named when its head is a
// proper noun, and its name is the longest stretch around the head of words with a capital or a
// digit. Words in small letters may stand inside it when they join names ("House of
// Representatives"; not for persons: "Kwok-hung of LSD" ends at "hung"). A title in front ("President Obama") is no part of a
// person's name, neither is a possessor. Of names that overlap the longest is kept.
func Names(s *conllu.Sentence) ([]Name, error) {
	mentions, err := Mentions(s)
	if err != nil {
		return nil, err
	}
	var names []Name
	for _, m := range mentions {
		if s.Words[m.Head].UPOS == "PROPN" {
			names = append(names, nameOf(s, m))
		}
	}
	slices.SortStableFunc(names, func(a, b Name) int { return (b.End - b.First) - (a.End - a.First) })
	var kept []Name
	for _, n := range names {
		if !slices.ContainsFunc(kept, func(k Name) bool { return n.First < k.End && k.First < n.End }) {
			kept = append(kept, n)
		}
	}
	slices.SortFunc(kept, func(a, b Name) int { return a.First - b.First })
	return kept, nil
}

func nameOf(s *conllu.Sentence, m Mention) Name {
	part := func(i int) bool { return proper(s, i) && !(m.Type == "person" && title(s, i, m.Head)) }
	first, end := m.Head, m.Head+1
	for i := m.Head - 1; i >= m.First; i-- {
		switch {
		case part(i):
			first = i
			continue
		case joint(s, i, m):
			continue
		}
		break
	}
	for i := m.Head + 1; i < m.End; i++ {
		switch {
		case part(i):
			end = i + 1
			continue
		case joint(s, i, m):
			continue
		}
		break
	}
	kind := kinds[m.Type]
	if kind == "" {
		kind = "other"
	}
	return Name{first, end, kind}
}

// proper reports whether a word can be part of a name.
func proper(s *conllu.Sentence, i int) bool {
	word := s.Words[i]
	r, _ := utf8.DecodeRuneInString(word.Form)
	switch {
	case word.UPOS == "DET" || word.UPOS == "PRON":
		return false
	case word.UPOS == "PROPN":
		return true
	}
	return unicode.IsDigit(r) || unicode.IsUpper(r) && i > 0
}

func title(s *conllu.Sentence, i, head int) bool {
	return i < head && s.Words[i].Rel == "nmod:desc"
}

func joint(s *conllu.Sentence, i int, m Mention) bool {
	form := s.Words[i].Form
	if m.Type == "person" && (form == "of" || form == "and" || form == "for" || form == "&") {
		return false
	}
	if form == "the" {
		return i > m.First && (s.Words[i-1].Form == "of" || s.Words[i-1].Form == "for") // "Speaker of the House", but not "Articles the House ..."
	}
	return joints[form]
}
