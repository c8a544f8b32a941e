package same

import (
	_ "embed"
	"strings"
	"sync"

	"demarche/internal/strict"
	"demarche/internal/topic"
)

//go:embed words.yaml
var wordsFile []byte

// words is words.yaml, by stems.
type words struct {
	light     map[string]bool
	negators  map[string]bool              // as written, and as stems
	phrases   map[string]map[string]string // verb -> particle -> what both mean
	canonical map[string]string            // stem -> the stem that stands for all that mean the same
	meaning   map[string][]string          // that stem -> all that mean the same
	opposites map[string][]camp
	places    map[string]bool
}

// camp says on which side of a pair of opposites a word stands.
type camp struct{ pair, side int }

// known returns words.yaml, read once.
var known = sync.OnceValue(func() *words {
	var file struct {
		Light, Negators []string
		Places          []string
		Phrases         []struct{ Verb, Particle, Means string }
		Synonyms        [][]string
		Opposites       [][2][]string
	}
	if err := strict.Unmarshal("words.yaml", wordsFile, &file); err != nil {
		panic("queries/internal/same: " + err.Error()) // the file is part of the program, and the test reads it
	}
	w := &words{light: map[string]bool{}, negators: map[string]bool{}, phrases: map[string]map[string]string{},
		canonical: map[string]string{}, meaning: map[string][]string{}, opposites: map[string][]camp{}, places: map[string]bool{}}
	for _, list := range file.Synonyms {
		first := stem(list[0])
		if earlier, ok := w.canonical[first]; ok {
			first = earlier
		}
		for _, word := range list {
			if s := stem(word); w.canonical[s] == "" {
				w.canonical[s] = first
				w.meaning[first] = append(w.meaning[first], s)
			}
		}
	}
	for _, word := range file.Places {
		w.places[w.one(stem(word))] = true
	}
	for _, word := range file.Light {
		w.light[stem(word)] = true
	}
	for _, word := range file.Negators {
		w.negators[word] = true
		w.negators[stem(word)] = true
	}
	delete(w.negators, "")
	for _, p := range file.Phrases {
		verb := stem(p.Verb)
		if w.phrases[verb] == nil {
			w.phrases[verb] = map[string]string{}
		}
		w.phrases[verb][p.Particle] = w.one(stem(p.Means))
	}
	for pair, both := range file.Opposites {
		for side, list := range both {
			for _, word := range list {
				s := stem(word)
				w.opposites[s] = append(w.opposites[s], camp{pair, side})
			}
		}
	}
	return w
})

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
func stem(word string) string {
	if keys := topic.Keys(word); len(keys) > 0 {
		return strings.Join(keys, "")
	}
	return ""
}
