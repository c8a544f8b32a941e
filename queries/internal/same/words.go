package same

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"

	"demarche/internal/strict"
	"demarche/internal/topic"
)

//go:embed words.yaml
var wordsFile []byte

// words is words.yaml, by stems where nothing else is said.
type words struct {
	light     map[string]bool
	modals    map[string]bool              // as written
	negators  map[string]bool              // as written, and by stems
	places    map[string]bool              // those that stand for all of one meaning
	wrappers  map[string]bool              //
	phrases   map[string]map[string]string // verb -> particle as written -> what both mean
	canonical map[string]string            // the stem that stands for all of one meaning
	meaning   map[string][]string          // of that stem: all of one meaning
	opposites map[string][]camp
}

// camp says on which side of a pair of opposites a word stands.
type camp struct{ pair, side int }

// known returns words.yaml, read once.
var known = sync.OnceValue(func() *words {
	var file struct {
		Light, Modals, Negators, Places, Wrappers []string
		Phrases                                   []struct{ Verb, Particle, Means string }
		Synonyms                                  [][]string
		Opposites                                 [][2][]string
	}
	if err := strict.Unmarshal("words.yaml", wordsFile, &file); err != nil {
		panic("queries/internal/same: " + err.Error()) // the file is part of the program, and the test reads it
	}
	w := &words{phrases: map[string]map[string]string{}, canonical: map[string]string{}, meaning: map[string][]string{}, opposites: map[string][]camp{}}
	w.addSynonyms(file.Synonyms)
	w.addOpposites(file.Opposites)
	asWritten := func(word string) string { return word }
	w.modals, w.negators = setOf(file.Modals, asWritten), setOf(file.Negators, asWritten, stem)
	w.light, w.wrappers = setOf(file.Light, stem), setOf(file.Wrappers, stem)
	w.places = setOf(file.Places, func(word string) string { return w.one(stem(word)) })
	for _, p := range file.Phrases {
		verb := stem(p.Verb)
		if w.phrases[verb] == nil {
			w.phrases[verb] = map[string]string{}
		}
		w.phrases[verb][p.Particle] = w.one(stem(p.Means))
	}
	return w
})

// setOf returns the words in each of the forms, without those that have none.
func setOf(list []string, forms ...func(string) string) map[string]bool {
	set := map[string]bool{}
	for _, word := range list {
		for _, form := range forms {
			set[form(word)] = true
		}
	}
	delete(set, "")
	return set
}

// addSynonyms enters lists of words of one meaning. A word means what the first
// list says that has it.
func (w *words) addSynonyms(lists [][]string) {
	for _, list := range lists {
		first := w.one(stem(list[0]))
		for _, word := range list {
			if s := stem(word); w.canonical[s] == "" {
				w.canonical[s] = first
				w.meaning[first] = append(w.meaning[first], s)
			}
		}
	}
}

func (w *words) addOpposites(pairs [][2][]string) {
	for pair, both := range pairs {
		for side, list := range both {
			for _, word := range list {
				s := stem(word)
				w.opposites[s] = append(w.opposites[s], camp{pair, side})
			}
		}
	}
}

// one returns the stem that stands for all stems of the same meaning.
func (w *words) one(s string) string {
	if c, ok := w.canonical[s]; ok {
		return c
	}
	return s
}

// opposed reports whether two stems stand against each other.
func (w *words) opposed(a, b string) bool {
	for _, x := range w.opposites[a] {
		for _, y := range w.opposites[b] {
			if x.pair == y.pair && x.side != y.side {
				return true
			}
		}
	}
	return false
}

// stem returns the index key of one word, or "" for a function word.
func stem(word string) string { return stemBy(nil, word) }

// stemBy is stem from memory. What has other signs than letters and digits in it,
// such as a number its separators, may give several keys.
func stemBy(memory topic.Memory, word string) string {
	if strings.ContainsFunc(word, func(r rune) bool { return r != '\'' && !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		return strings.Join(memory.Keys(word), "")
	}
	return memory.Key(word)
}
