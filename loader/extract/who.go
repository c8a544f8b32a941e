package extract

import (
	"strings"

	"demarche/loader/lang/attribution"
	"demarche/loader/link"
	"demarche/schema"
	"demarche/schema/frames"
)

// whoOf is the entity that a range of tokens stands for, such as the source of a statement, or -1.
func (x *extractor) whoOf(r attribution.Range) int {
	head := x.headOf(r.First, r.End)
	if e := x.titled(r, head); e >= 0 {
		return e
	}
	if e := x.who(head); e >= 0 {
		return e
	}
	// A source is an actor of its own, whatever it is: "the poll".
	first := r.First
	for first < r.End-1 && (x.Tokens[first].Tag == "DT" || x.Tokens[first].Tag == "PRP$" || x.Tokens[first].IsPunct()) {
		first++
	}
	if x.Tokens[head].UPOS == "PRON" || x.isTime(head) {
		return -1
	}
	end := head + 1
	if x.frames.Is(frames.Vague, x.Tokens[head].Lower) || x.Tokens[head].UPOS == "NUM" {
		end = r.End // "six in 10 voters"
	}
	if first >= end {
		first = head
	}
	return x.Own(x.nameOf(first, end), schema.Group)
}

// titled is the person whom a source names behind a title that the parser takes for the head: "Sen. Bernie Sanders". It is -1 when
// the head is no title.
func (x *extractor) titled(r attribution.Range, head int) int {
	if x.EntityOf(head) >= 0 || !x.Tokens[head].IsNoun() {
		return -1
	}
	for t := head + 1; t < min(r.End+1, x.sentence(head).End); t++ {
		switch {
		case x.isPerson(x.EntityOf(t)):
			return x.EntityOf(t)
		case x.Tokens[t].Lower != "." && !(x.Tokens[head].IsName() && x.Tokens[t].IsName()):
			return -1
		}
	}
	return -1
}

// nameOf joins words as a name is written.
func (x *extractor) nameOf(first, end int) string {
	return strings.Join(strings.Fields(x.Words(first, end).Of(x.Doc.Text)), " ")
}

// who says which entity a nominal stands for, by its head. "I" and "we" in what somebody says are that somebody. A description
// that names nobody ("a senior official") becomes an actor of the article's own. It is -1 for what cannot be an actor.
func (x *extractor) who(t int) int {
	if x.asking == deepest {
		return -1 // trees and coreference may lead in a circle
	}
	x.asking++
	defer func() { x.asking-- }()
	switch x.Tokens[t].Lower {
	case "i", "we", "me", "us", "my", "our", "myself", "ourselves":
		if x.Word(t) != "US" {
			return x.voice(t)
		}
	}
	if e := x.EntityOf(t); e >= 0 {
		if x.isPeople(t) {
			return x.described(t)
		}
		if x.Mentions[x.MentionOf(t)].Form == link.Pronoun && x.isPerson(e) && x.voice(t) == e && x.QuoteAt(x.Tokens[t].Begin) >= 0 {
			return x.spokenAbout(t, e)
		}
		return e
	}
	if x.isRelative(t) {
		if whose := x.relativeTo(t); whose >= 0 {
			return x.who(whose)
		}
	}
	if e := x.named(t); e >= 0 {
		return e
	}
	if x.isTime(t) || x.inDate(t) {
		return -1
	}
	head := x.Tokens[t]
	if head.Tag == "PRP" || head.Tag == "PRP$" {
		if a := x.Antecedent(t); a >= 0 {
			return x.who(a)
		}
	}
	if head.UPOS == "PRON" || head.UPOS == "DET" || head.UPOS == "NUM" || x.frames.Is(frames.Vague, head.Lower) {
		if of := x.with(t, "of", "nmod"); of >= 0 {
			if e := x.crowd(t, of); e >= 0 {
				return e
			}
			return x.who(of) // "some of the allies", "one of his aides"
		}
		return -1
	}
	return x.whoIs(t)
}

// isPeople reports whether a token stands for people of a country rather than for the country: "young Americans", "63 percent of Ukrainians", but
// not "the Russians".
func (x *extractor) isPeople(t int) bool {
	m := x.MentionOf(t)
	if m < 0 || x.Mentions[m].Form != link.Adjective || !strings.HasSuffix(x.Tokens[t].Tag, "S") || x.Entities[x.Mentions[m].Entity].Kind != schema.Country {
		return false
	}
	det := x.Child(t, "det")
	return det < 0 || x.Tokens[det].Lower != "the" || x.Child(t, "amod") >= 0
}

// crowd is the actor that a quantity of people is, by all of its words: "hundreds of thousands of people", "a lot of people"; -1 when it is of
// something else.
func (x *extractor) crowd(t, of int) int {
	last := of
	for next := x.with(last, "of", "nmod"); next >= 0; next = x.with(last, "of", "nmod") {
		last = next
	}
	if !x.frames.Is(frames.People, x.Tokens[last].Lower) || !x.frames.Is(frames.Vague, x.Tokens[last].Lower) {
		return -1
	}
	first, _ := x.Yield(t)
	return x.Own(x.nameOf(first, last+1), schema.Group)
}

// relativeTo is the word that a relative clause with the pronoun "who", "which" or "that" hangs on, or -1.
func (x *extractor) relativeTo(t int) int {
	for at := t; at >= 0; at = x.Tokens[at].Head {
		if x.Tokens[at].Rel == "acl:relcl" {
			return x.Tokens[at].Head
		}
	}
	return -1
}

// deepest is over how many descriptions who goes: "one of the aides of the head of ...".
const deepest = 12

// named is the entity of a name that stands beside a title or description: "Foreign Minister Sergei Lavrov", "his
// spokesman, Dmitry Peskov".
func (x *extractor) named(t int) int {
	if !x.Tokens[t].IsNoun() {
		return -1
	}
	for c := range x.Children(t) {
		if !x.Is(c, "appos", "flat", "nmod:desc", "compound", "nmod") || x.preposition(c) != "" {
			continue
		}
		if e := x.EntityOf(c); x.isPerson(e) && !x.Is(c, "nmod:poss") {
			return e
		}
	}
	return -1
}

// spokenAbout is the person whom a speaker calls "he" or "she": the one named last before, who is not the speaker; -1 when nobody is shortly
// before.
func (x *extractor) spokenAbout(t, speaker int) int {
	first := x.Sentences[max(0, x.SentenceOf(t)-spokenReach)].First
	for at := t - 1; at >= first; at-- {
		m := x.MentionOf(at)
		if m < 0 || x.Mentions[m].Form != link.Named {
			continue
		}
		e := x.Mentions[m].Entity
		if gender := x.Entities[e].Gender; x.isPerson(e) && e != speaker && gender != opposite[x.Tokens[t].Lower] {
			return e
		}
	}
	return -1
}

// spokenReach is over how many sentences a speaker's "he" looks back.
const spokenReach = 3

// opposite is the gender that a pronoun cannot have.
var opposite = map[string]string{"he": "female", "him": "female", "his": "female", "himself": "female", "she": "male", "her": "male", "hers": "male", "herself": "male"}

// voice is who speaks where a token stands, or -1.
func (x *extractor) voice(t int) int {
	if s := x.statementAt(t, false); s >= 0 {
		return x.said[s].speaker
	}
	return -1
}

// listed is a nominal and those that "and" joins to it.
func (x *extractor) listed(t int) []int {
	all := []int{t}
	for c := range x.Children(t) {
		if x.Is(c, "conj") && !x.isVerb(c) {
			all = append(all, c)
		}
	}
	return all
}

// others are the entities of a nominal and of those joined to it, without one.
func (x *extractor) others(t, without int) []int {
	var all []int
	for _, one := range x.listed(t) {
		if e := x.who(one); e >= 0 && e != without {
			all = append(all, e)
		}
	}
	return all
}

// isTime reports whether a nominal is a time expression.
func (x *extractor) isTime(t int) bool {
	switch x.Tokens[t].Lower {
	case "time", "day", "days", "week", "weeks", "month", "months", "year", "years", "morning", "evening", "night", "hours", "minutes", "moment":
		return true
	}
	return x.inDate(t)
}

var weekdays = wordSet("monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow")

// inDate reports whether a token stands in a time expression.
func (x *extractor) inDate(t int) bool {
	if e := x.dateOf(t); e >= 0 {
		return true
	}
	return weekdays[x.Tokens[t].Lower] // also when the article's day is not known
}
