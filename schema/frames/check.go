package frames

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Strengths returns the strengths of demands, from the weakest.
func Strengths() []string {
	return []string{"wish", "ask", "call", "urge", "insist", "demand", "order", "ultimatum"}
}

// checker collects what is wrong with the entries of a file.
type checker struct {
	file     string
	mistakes []error
}

func (c *checker) wrong(line int, format string, arguments ...any) {
	c.mistakes = append(c.mistakes, fmt.Errorf("%s:%d: %s", c.file, max(line, 1), fmt.Sprintf(format, arguments...)))
}

// named reports whether an entry has words, without which no other check makes sense.
func (c *checker) named(word Word, key string) bool {
	if len(strings.Fields(word.string)) == 0 {
		c.wrong(word.line, "an entry has no word; write it behind %s:", key)
		return false
	}
	if word.string != strings.ToLower(word.string) {
		c.wrong(word.line, "%s: words are looked up in small letters; write it so", word.string)
	}
	return true
}

// allow wants values to be among those allowed, where an empty one may come first.
func (c *checker) allow(word Word, key string, allowed []string, values ...string) {
	for _, value := range values {
		if !slices.Contains(allowed, value) {
			c.wrong(word.line, "%s: %s %q is unknown; it can be %s", word.string, key, value, strings.TrimPrefix(strings.Join(allowed, ", "), ", "))
		}
	}
}

// list wants every word of a plain list to be one.
func (c *checker) list(key string, words []string) {
	if slices.ContainsFunc(words, func(word string) bool { return strings.TrimSpace(word) == "" }) {
		c.wrong(1, "%s: one of the words is empty; leave it out", key)
	}
}

// check reports every mistake of a file that its form does not tell.
func (f *file) check(name string) error {
	c := &checker{file: name}
	for _, v := range f.Verbs {
		if !c.named(v.Verb, "verb") {
			continue
		}
		c.allow(v.Verb, "takes", []string{ObjectInfinitive, Participle, Clause, Object, Gerund, ObjectFor, Against, From}, v.Takes...)
		c.allow(v.Verb, "strength", Strengths(), v.Strength)
		c.allow(v.Verb, "polarity", []string{"", "dont"}, v.Polarity)
		c.allow(v.Verb, "negated", []string{"", Only, Refused, Opposite}, v.Negated)
		c.allow(v.Verb, "clause", []string{Present, Future, Hoped, Subjunctive}, v.Clause...)
		c.allow(v.Verb, "object", []string{"", Given, Ours, Acts, Asked}, v.Object)
	}
	for _, n := range f.Nouns {
		if c.named(n.Noun, "noun") {
			c.allow(n.Noun, "takes", []string{For, On, Of, That, Infinitive, At, List}, n.Takes...)
			c.allow(n.Noun, "strength", Strengths(), n.Strength)
		}
	}
	for _, p := range f.Modals {
		if c.named(p.Words, "words") {
			c.allow(p.Words, "strength", Strengths(), p.Strength)
			c.allow(p.Words, "polarity", []string{""}, p.Polarity)
		}
	}
	for _, p := range f.Judgements {
		if c.named(p.Words, "words") {
			c.allow(p.Words, "strength", Strengths(), p.Strength)
			c.allow(p.Words, "polarity", []string{"do", "dont"}, p.Polarity)
		}
	}
	f.checkLists(c)
	return errors.Join(c.mistakes...)
}

func (f *file) checkLists(c *checker) {
	c.list("conditions", f.Conditions)
	c.list("documents", f.Documents)
	for _, list := range f.Sides.lists() {
		c.list("sides: "+list.key, *list.words)
	}
	for _, class := range slices.Sorted(maps.Keys(f.Words)) {
		c.list("words: "+string(class), f.Words[class])
		if !slices.Contains(classes, class) {
			c.wrong(1, "words: the class %q is unknown; words.yaml of the program has them all", class)
		}
	}
	for _, t := range f.Types {
		c.list("types: "+t.Type, slices.Concat(t.Nouns, t.Verbs, t.Beside, t.Subjects, t.NotBy, t.Objects, t.To, t.AtObject))
		if !slices.Contains(eventTypes, t.Type) {
			c.wrong(1, "types: %q is unknown; it can be %s", t.Type, strings.Join(eventTypes, ", "))
		}
		for _, verb := range t.AtObject {
			if !slices.Contains(t.Verbs, verb) {
				c.wrong(1, "types: %s: at_object has %q, which is not among the verbs; add it there", t.Type, verb)
			}
		}
	}
}

// eventTypes are the types of occurrences that the vocabulary has.
var eventTypes = []string{"meeting", "call", "talks", "conference", "statement", "exercise", "deployment", "withdrawal", "accession", "publication", "agreement", "attack", "other"}
