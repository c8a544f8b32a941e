package extract

import (
	"strings"

	"demarche/internal/span"
	"demarche/loader/lang"
)

// This file reads clauses off tags and chunks: who is the subject of a verb
// group, and where its complement ends. A dependency tree would tell; these
// are the habits of news prose that tell nearly as well.

// sentence returns the sentence of a token.
func (x *extractor) sentence(token int) lang.Sentence { return x.Sentences[x.SentenceOf(token)] }

// quoted returns the outermost quotation of a token, or -1.
func (x *extractor) quoted(token int) int { return x.QuoteAt(x.Tokens[token].Begin) }

func (x *extractor) isPreposition(token int) bool {
	t := x.Tokens[token]
	return t.Tag == "IN" && !subordinators[t.Lower]
}

// isTime reports whether a phrase is only a time expression.
func (x *extractor) isTime(n nominal) bool {
	words := x.Words(n.First, n.End)
	for _, e := range x.dates {
		if e.Begin <= words.Begin && words.End <= e.End {
			return true
		}
	}
	return false
}

// clauseEnd returns the token behind the complement that starts at a token: the
// end of the sentence, or what begins another attribution in it.
func (x *extractor) clauseEnd(from int) int {
	if from >= len(x.Tokens) {
		return from
	}
	s := x.sentence(from)
	end := s.End
	for end > from && (x.Tokens[end-1].Tag == "." || x.Tokens[end-1].Tag == "''") {
		if x.Tokens[end-1].Tag == "''" && x.opensWithin(from, end-1) {
			break
		}
		end--
	}
	if q := x.quoted(from); q >= 0 && x.Quotes[q].Inner.Begin <= x.Tokens[from].Begin {
		for end > from && x.Tokens[end-1].Begin >= x.Quotes[q].Inner.End {
			end--
		}
	}
	for t := from + 1; t < end; t++ {
		if x.breaks(t, from, end) {
			end = t
		}
	}
	for end > from+1 && (x.Tokens[end-1].Tag == "," || x.Tokens[end-1].Tag == "CC" || x.Tokens[end-1].Tag == ":" || x.Tokens[end-1].Tag == "." && x.Doc.Text[x.Tokens[end-1].Begin] != '?') {
		end--
	}
	return end
}

// opensWithin reports whether the quotation that the mark at a token closes
// opens at or behind another token.
func (x *extractor) opensWithin(from, mark int) bool {
	for _, q := range x.Quotes {
		if q.End == x.Tokens[mark].End {
			return q.Begin >= x.Tokens[from].Begin
		}
	}
	return false
}

// breaks reports whether at a token something begins that no longer belongs to
// a complement from `from`: another verb of saying with the same subject, or an
// inserted attribution.
func (x *extractor) breaks(t, from, end int) bool {
	token := x.Tokens[t]
	if x.quoted(t) != x.quoted(from) && x.quoted(t) >= 0 {
		return false
	}
	if x.frames.Source(x.ahead(t)) > 0 && token.Begin > x.Tokens[from].Begin {
		return true
	}
	conjunction := token.Tag == "CC" || token.Tag == "," || token.Tag == "''" && x.Tokens[t-1].Tag == ","
	if !conjunction || t+1 >= end {
		return false
	}
	next := t + 1
	for next < end && (x.Tokens[next].Tag == "CC" || strings.HasPrefix(x.Tokens[next].Tag, "RB")) {
		next++
	}
	if next >= end {
		return false
	}
	if x.anotherSays(t, next, end) {
		return true
	}
	if g := x.GroupOf(next); g >= 0 && x.Groups[g].First <= next {
		verb, n := x.frames.Say(x.ahead(x.Groups[g].Head))
		if verb == nil || x.Groups[g].Infinitive || verb.Manner {
			return false
		}
		tag := x.Tokens[x.Groups[g].Head].Tag
		return tag == "VBD" || tag == "VBZ" || tag == "VBN" && x.Groups[g].First == x.Groups[g].Head && token.Tag == "CC" || tag == "VBG" && token.Tag == "," && x.hasClause(x.Groups[g].Head+n, end)
	}
	// ", Lavrov said": an inserted attribution behind a comma.
	if p := x.PhraseOf(next); p >= 0 && token.Tag != "CC" {
		n := x.nominalOf(p)
		if n.End < end {
			if g := x.GroupOf(n.End); g >= 0 && (x.endsAttribution(g, end) || x.Groups[g].Finite && x.subordinate(from)) {
				return true
			}
		}
	}
	return false
}

// anotherSays reports whether behind ", and" or ", but" a clause with a subject
// of its own and a verb of saying begins: "..., and he called on them to".
func (x *extractor) anotherSays(t, next, end int) bool {
	if next < t+2 || x.Tokens[t].Tag != "," || x.Tokens[next-1].Tag != "CC" || x.PhraseOf(next) < 0 {
		return false
	}
	n := x.nominalOf(x.PhraseOf(next))
	for n.End < end && strings.HasPrefix(x.Tokens[n.End].Tag, "RB") {
		n.End++
	}
	if n.End >= end || x.GroupOf(n.End) < 0 {
		return false
	}
	g := x.Groups[x.GroupOf(n.End)]
	verb, _ := x.frames.Say(x.ahead(g.Head))
	return verb != nil && !verb.Manner && g.Finite && g.Modal == ""
}

// subordinate reports whether a token stands in a clause that opens its
// sentence with "as" or "while": the main clause is still to come.
func (x *extractor) subordinate(token int) bool {
	s := x.sentence(token)
	switch x.Tokens[s.First].Lower {
	case "as", "while", "when", "although", "though", "after", "before", "since":
		for t := s.First; t < token; t++ {
			if x.Tokens[t].Tag == "," {
				return false
			}
		}
		return true
	}
	return false
}

// hasClause reports whether "that" or a quotation follows within a few words.
func (x *extractor) hasClause(from, end int) bool {
	for t := from; t < end && t < from+6; t++ {
		if x.Tokens[t].Lower == "that" || x.Tokens[t].Tag == "``" || x.GroupOf(t) >= 0 {
			return true
		}
	}
	return false
}

// endsAttribution reports whether a verb group of saying has no complement of
// its own, so that what stands before it is its content.
func (x *extractor) endsAttribution(group, end int) bool {
	g := x.Groups[group]
	if verb, _ := x.frames.Say(x.ahead(g.Head)); verb == nil || g.Infinitive {
		return false
	}
	verb, n := x.frames.Say(x.ahead(g.Head))
	t := g.Head + n
	if spoken := x.firstPhrase(t, end); spoken.ok() && verb.Can("addressee-clause") && !x.isTime(spoken) {
		t = x.listEnd(spoken) // "..., he told reporters"
	}
	t = x.skipAdverbials(t, end)
	return t >= end || x.Tokens[t].Tag == "," || x.Tokens[t].Tag == "." || x.Tokens[t].Tag == "''"
}

// skipAdverbials passes over time, place and manner behind a verb of saying:
// "on Thursday", "in a statement", "at the meeting", "earlier".
func (x *extractor) skipAdverbials(t, end int) int {
	for t < end {
		switch token := x.Tokens[t]; {
		case strings.HasPrefix(token.Tag, "RB") && !negated(token.Lower):
			t++
		case x.inDate(t):
			for t < end && x.inDate(t) {
				t++
			}
		case token.Tag == "IN" && !subordinators[token.Lower] && t+1 < end && x.PhraseOf(t+1) >= 0:
			t = x.Phrases[x.PhraseOf(t+1)].End
		case (token.Tag == "IN" || token.Tag == "TO") && t+1 < end && x.inDate(t+1):
			t++
		case token.Tag == "TO" && t+1 < end && x.PhraseOf(t+1) >= 0:
			t = x.Phrases[x.PhraseOf(t+1)].End
		default:
			return t
		}
	}
	return t
}

var weekdays = wordSet("monday tuesday wednesday thursday friday saturday sunday yesterday today")

// inDate reports whether a token stands in a time expression.
func (x *extractor) inDate(t int) bool {
	for _, e := range x.dates {
		if e.Begin <= x.Tokens[t].Begin && x.Tokens[t].End <= e.End {
			return true
		}
		if e.Begin > x.Tokens[t].Begin {
			break
		}
	}
	return weekdays[x.Tokens[t].Lower] // also when the article's day is not known
}

// trimmed returns the span of tokens [first, end) without quotation marks at
// its edges and without a stop that stands outside a quotation.
func (x *extractor) trimmed(first, end int) span.Span {
	for first < end && (x.Tokens[first].Tag == "``" || x.Tokens[first].Tag == "''" || x.Tokens[first].Tag == "," || x.Tokens[first].Tag == ":") {
		first++
	}
	for end > first && (x.Tokens[end-1].Tag == "''" || x.Tokens[end-1].Tag == "," || x.Tokens[end-1].Tag == ":" || x.Tokens[end-1].Tag == "``") {
		end--
	}
	if first >= end {
		return span.Span{}
	}
	return x.Words(first, end)
}

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for _, word := range strings.Fields(words) {
		set[word] = true
	}
	return set
}
