// Package gum reads the entity layer of the Georgetown University Multilayer
// corpus (Zeldes 2017, https://gucorpling.org/gum) from CoNLL-U: which words
// mention which entity, and which of them are its name.
//
// The layer stands in the column MISC as Entity=..., in brackets that open and
// close at words and may nest and cross; the comment "global.Entity" names the
// fields of a bracket: GRP-etype-infstat-salience-centering-minspan-link-identity.
// Words are counted from 0, ranges are half-open.
package gum

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"demarche/loader/lang/conllu"
)

// Mention is a stretch of words that mentions an entity.
type Mention struct {
	First, End int    // words [First, End)
	Head       int    // the word that governs the others
	Entity     string // number of the entity in its document
	Type       string // person, organization, place, event, time, object, abstract, substance, animal, plant
	Link       string // how it links back: ana, appos, coref, ..., sgl for an entity mentioned once
	Identity   string // the article of Wikipedia about it; empty where it has none
	Core       []int  // the words that a system must find at least: the head, or the words of a name
}

// Mentions returns the mentions of a sentence, by their begin, the longer ones first.
func Mentions(s *conllu.Sentence) ([]Mention, error) {
	var open, done []Mention
	for i, word := range s.Words {
		for _, bracket := range brackets(word.Misc) {
			if body, opens := strings.CutPrefix(bracket, "("); opens {
				body, closes := strings.CutSuffix(body, ")")
				m, err := parse(body, i)
				if err != nil {
					return nil, fmt.Errorf("word %d: mention %q: %w", i+1, bracket, err)
				}
				if closes {
					m.End = i + 1
					done = append(done, m)
				} else {
					open = append(open, m)
				}
				continue
			}
			entity := strings.TrimSuffix(bracket, ")")
			at := lastOf(open, entity)
			if at < 0 {
				return nil, fmt.Errorf("word %d: entity %q ends where it has not begun", i+1, entity)
			}
			m := open[at]
			m.End = i + 1
			done, open = append(done, m), slices.Delete(open, at, at+1)
		}
	}
	if len(open) > 0 {
		return nil, fmt.Errorf("entity %q does not end in its sentence", open[0].Entity)
	}
	for i := range done {
		done[i].Head = head(s, done[i])
	}
	slices.SortStableFunc(done, func(a, b Mention) int {
		if a.First != b.First {
			return a.First - b.First
		}
		return b.End - a.End
	})
	return done, nil
}

// brackets splits the entity annotation of a word: "(7-person-...(8-place-...)" and "8)7)".
func brackets(misc string) []string {
	for field := range strings.SplitSeq(misc, "|") {
		value, found := strings.CutPrefix(field, "Entity=")
		if !found {
			continue
		}
		var all []string
		for value != "" {
			end := strings.IndexByte(value, ')') + 1
			if next := strings.IndexByte(value[1:], '(') + 1; next > 0 && (end == 0 || next < end) {
				end = next
			}
			if end == 0 {
				end = len(value)
			}
			all, value = append(all, value[:end]), value[end:]
		}
		return all
	}
	return nil
}

func parse(body string, first int) (Mention, error) {
	fields := strings.SplitN(body, "-", 8)
	if len(fields) < 7 {
		return Mention{}, fmt.Errorf("%d fields, want at least 7: entity-etype-infstat-salience-centering-minspan-link", len(fields))
	}
	m := Mention{First: first, Entity: fields[0], Type: fields[1], Link: fields[6]}
	if len(fields) == 8 {
		m.Identity = fields[7]
	}
	for number := range strings.SplitSeq(fields[5], ",") {
		place, err := strconv.Atoi(number)
		if err != nil {
			return Mention{}, fmt.Errorf("minspan %q is no list of numbers", fields[5])
		}
		m.Core = append(m.Core, first+place-1)
	}
	return m, nil
}

func lastOf(open []Mention, entity string) int {
	for i := len(open) - 1; i >= 0; i-- {
		if open[i].Entity == entity {
			return i
		}
	}
	return -1
}

// head returns the first word of a mention whose governor lies outside.
func head(s *conllu.Sentence, m Mention) int {
	for i := m.First; i < m.End; i++ {
		if governor := s.Words[i].Head - 1; governor < m.First || governor >= m.End {
			return i
		}
	}
	return m.First
}
