package issues

import (
	"errors"
	"fmt"
	"strings"
	"unicode"

	"demarche/internal/topic"
)

// phrase is words that mean an issue. Its parts must all stand near each other,
// in any order; the words of a part stand side by side.
type phrase struct {
	text     string
	parts    [][]choice
	issue    *Issue
	opposite bool
}

// choice is the words any of which may stand at one place.
type choice []word

// word is what a token must be: the stem of a word, a word in one form only, or
// an actor.
type word struct {
	stem  string
	exact string // lower-case form; empty when any form will do
	upper bool   // must begin with a capital: it is a name, or stands for one
	actor string // id; empty unless an actor must stand here, or in a text without actors its stem
}

// keys are those under which phrases that begin with the word are found.
func (w word) keys() []string {
	var keys []string
	if w.actor != "" {
		keys = append(keys, "@"+w.actor)
	}
	if w.stem != "" {
		keys = append(keys, w.stem)
	}
	return keys
}

// newPhrase reads a phrase: words that stand side by side in any form, "|"
// between words of which one is enough, " + " between parts that may stand apart,
// "@" before the id of an actor, "=" before a word that counts in this form only.
func newPhrase(text string) (*phrase, error) {
	p := &phrase{text: text}
	for _, part := range strings.Split(text, " + ") {
		var choices []choice
		for _, field := range strings.Fields(part) {
			var c choice
			for _, one := range strings.Split(field, "|") {
				words, err := newWords(one)
				if err != nil {
					return nil, fmt.Errorf("the phrase %q: %w", text, err)
				}
				switch {
				case len(words) == 0 && strings.Contains(field, "|"):
					return nil, fmt.Errorf("the phrase %q: %q says nothing, and cannot stand beside \"|\"", text, one)
				case len(words) == 1:
					c = append(c, words[0])
				case len(words) > 1 && !strings.Contains(field, "|"):
					for _, w := range words[:len(words)-1] {
						choices = append(choices, choice{w})
					}
					c = choice{words[len(words)-1]}
				case len(words) > 1:
					return nil, fmt.Errorf("the phrase %q: %q is several words, and only one can stand beside \"|\"", text, one)
				}
			}
			if len(c) > 0 {
				choices = append(choices, c)
			}
		}
		if len(choices) == 0 {
			return nil, fmt.Errorf("the phrase %q has a part without a word that says what it is about", text)
		}
		p.parts = append(p.parts, choices)
	}
	if len(p.parts) == 1 && len(p.parts[0]) == 1 && len(strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == '-' })) > 1 {
		return nil, fmt.Errorf("the phrase %q has only one word that says what it is about, and would be found wherever that stands; add another, or write it alone", text)
	}
	return p, nil
}

// newWords reads one word of a phrase; one with hyphens is several. Words that carry no meaning are left out.
func newWords(field string) ([]word, error) {
	if id, ok := strings.CutPrefix(field, "@"); ok {
		if !idPattern.MatchString(id) {
			return nil, fmt.Errorf("%q is no id of an actor", id)
		}
		w := word{actor: id, upper: true}
		if !strings.Contains(id, "-") {
			w.stem = topic.Key(id)
		}
		return []word{w}, nil
	}
	bare, exact := strings.CutPrefix(field, "=")
	if strings.ContainsAny(bare, "=@+") {
		return nil, errors.New("\"=\" and \"@\" stand in front of a word, and \"+\" between spaces")
	}
	var words []word
	for _, part := range strings.FieldsFunc(bare, func(r rune) bool { return r == '-' || r == '/' }) {
		w := word{stem: topic.Key(part), upper: isName(part)}
		if exact {
			w.exact = topic.Fold(part)
		}
		if w.stem != "" {
			words = append(words, w)
		}
	}
	return words, nil
}

// isName reports whether a word is written with a capital.
func isName(word string) bool {
	for _, r := range word {
		return unicode.IsUpper(r)
	}
	return false
}

// actors are the ids of the actors that the phrase names.
func (p *phrase) actors() []string {
	var ids []string
	for _, part := range p.parts {
		for _, c := range part {
			for _, w := range c {
				if w.actor != "" {
					ids = append(ids, w.actor)
				}
			}
		}
	}
	return ids
}
