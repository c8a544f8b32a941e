package extract

import (
	"strings"
	"unicode"

	"demarche/internal/span"
	"demarche/schema"
)

// demandModal reads what a source says that somebody must do.
func (x *extractor) demandModal(group int) {
	g := x.Groups[group]
	phrase, n := x.frames.Modal(x.ahead(g.First))
	at := g.First
	if phrase == nil {
		// "also must", "has always to": the modal stands inside the group.
		for t := g.First; t < g.End && phrase == nil; t++ {
			if phrase, n = x.frames.Modal(x.ahead(t)); phrase != nil {
				at = t
			}
		}
	}
	if phrase == nil || g.Infinitive && g.First == at {
		return
	}
	statement := x.contentAt(at)
	if statement < 0 || x.asked(at) || x.denied(statement) {
		return
	}
	by := x.said[statement].speaker
	subject := x.subjectLeft(g.First)
	start := at + n
	w := wish{by: by, rule: "modal:" + phrase.Words, certain: 0.65, cue: []span.Span{x.Words(at, min(at+n, x.sentence(at).End))}}
	if g.Negated || strings.HasSuffix(phrase.Words, "not") {
		if strings.HasPrefix(phrase.Words, "ha") || strings.HasPrefix(phrase.Words, "need") {
			return // what one does not have to do, nobody demands
		}
		w.polarity = "dont"
	}
	for start < x.sentence(at).End && (negated(x.Tokens[start].Lower) || strings.HasPrefix(x.Tokens[start].Tag, "RB")) {
		if negated(x.Tokens[start].Lower) {
			w.polarity = "dont"
		}
		start++
	}
	if start >= x.sentence(at).End || !subject.ok() || !x.Tokens[start].IsVerb() {
		return
	}
	if x.Tokens[start].Lower == "have" && start+1 < x.sentence(at).End && (x.Tokens[start+1].Tag == "VBN" || x.Tokens[start+1].Lower == "been") {
		return // "should have known" looks back
	}
	if phrase.Words == "had to" && x.quoted(at) >= 0 {
		return // "we had to" tells what was
	}
	switch head := x.Tokens[subject.Head].Lower; {
	case head == "i" || head == "me":
		return // a plan of one's own
	case head == "it" || head == "that" || head == "this" || head == "there" || head == "which" || head == "what":
		return
	case head == "we" || head == "they" || head == "you" || head == "one" || head == "everyone" || head == "who":
		if head == "you" {
			w.of = x.spokenTo(at, by)
		}
		w.certain = 0.5
	default:
		e := x.entity(subject)
		if e == by {
			return
		}
		if e < 0 {
			x.demandOfThing(w, subject, start)
			return
		}
		w.of = []int{e}
	}
	last := x.wishEnd(start)
	if last-start < 2 && !leaving[x.Tokens[start].Lower] {
		return // "everything we need to do": what is to be done stands elsewhere
	}
	passive := g.Passive
	w.what = []span.Span{x.trimmed(start, last)}
	if passive && subject.ok() {
		// What must be done to a thing is wanted whole; who is to do it, the text may say behind "by".
		if x.EntityOf(subject.Head) < 0 || x.Entities[x.EntityOf(subject.Head)].Kind == schema.Group {
			w.of = nil
			w.what = []span.Span{x.Words(subject.First, subject.End), x.trimmed(start, last)}
		}
	}
	x.demand(w)
}

// demandOfThing reads what must become of a thing: "This war must end", "the
// prison should be closed". Nobody is named who is to do it.
func (x *extractor) demandOfThing(w wish, subject nominal, start int) {
	if verb := x.Tokens[start].Lower; verb != "be" && !endings[verb] || x.Tokens[subject.Head].Tag == "CD" {
		return
	}
	last := x.wishEnd(start)
	if x.Tokens[start].Lower == "be" && (last < start+2 || x.Tokens[start+1].Tag != "VBN" && x.Tokens[start+1].Tag != "VBD") {
		return // a judgement of the thing
	}
	w.certain = 0.5
	w.what = []span.Span{x.Words(subject.First, subject.End), x.trimmed(start, last)}
	x.demand(w)
}

// endings are what becomes of things when somebody acts.
var endings = wordSet("end stop cease continue change remain resume go come start begin")

// denied reports whether a statement says that its content is not so.
func (x *extractor) denied(statement int) bool {
	for _, c := range x.Statements[statement].Cue {
		switch cue := strings.ToLower(c.Of(x.Doc.Text)); {
		case strings.HasPrefix(cue, "den"), strings.HasPrefix(cue, "reject"), strings.HasPrefix(cue, "dismiss"), strings.HasPrefix(cue, "doubt"):
			return true
		}
	}
	return false
}

// leaving are verbs that say by themselves what is to be done.
var leaving = wordSet("resign resigns go leave stop quit withdraw retire apologize apologise disarm surrender act cooperate comply pay testify")

func negated(word string) bool {
	return word == "not" || word == "n't" || word == "n’t" || word == "never"
}

// asked reports whether the sentence of a token is a question.
func (x *extractor) asked(token int) bool {
	s := x.sentence(token)
	for t := s.End - 1; t >= s.First && t > s.End-4; t-- {
		if x.Tokens[t].Lower == "?" {
			return true
		}
	}
	return false
}

// demandImperative reads a bare verb that opens a quoted sentence: "Stop the
// war", and "let us".
func (x *extractor) demandImperative(group int) {
	g := x.Groups[group]
	s := x.sentence(g.First)
	opens := g.First == s.First || g.First == s.First+1 && x.Tokens[s.First].IsPunct() || x.Tokens[g.First-1].Tag == "``"
	if !opens || x.Tokens[g.First].Tag != "VB" || unicode.IsLower(rune(x.Doc.Text[x.Tokens[g.First].Begin])) || x.quoted(g.First) < 0 || x.asked(g.First) {
		return
	}
	statement := x.contentAt(g.First)
	if statement < 0 {
		return
	}
	word := x.Tokens[g.First].Lower
	if next := g.First + 1; next < s.End && (x.Tokens[next].Tag == "VBD" || x.Tokens[next].Tag == "VBZ" || x.Tokens[next].Tag == "MD") {
		return // a noun that the tagger took for a verb
	}
	if word == "thank" || word == "look" || word == "see" || word == "be" && g.End < s.End || word == "let" && g.End < s.End && x.Tokens[g.End].Lower == "me" {
		return
	}
	first := g.First
	w := wish{by: x.said[statement].speaker, of: x.addressees(statement), rule: "imperative", certain: 0.5, cue: []span.Span{x.Words(g.Head, g.Head+1)}}
	if word == "do" || negated(x.Tokens[min(g.First+1, s.End-1)].Lower) {
		w.polarity = "dont"
		first = x.verbStart(g)
	}
	if word == "let" && g.End < s.End {
		first = g.End + 1
		for first < s.End && negated(x.Tokens[first].Lower) {
			w.polarity = "dont"
			first++
		}
		w.cue = []span.Span{x.Words(g.First, g.End+1)}
	}
	if first >= s.End {
		return
	}
	w.what = []span.Span{x.trimmed(first, x.wishEnd(first))}
	x.demand(w)
}
