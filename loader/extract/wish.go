package extract

import (
	"strings"

	"demarche/internal/span"
	"demarche/loader/lang"
	"demarche/schema"
	"demarche/schema/frames"
)

// wishEnd is the token behind what is wanted: clauseEnd, but no further than a
// comma or dash, outside of quotation marks, behind which another clause begins.
func (x *extractor) wishEnd(from int) int {
	last := x.clauseEnd(from)
	if q := x.quoteStarting(from); q >= 0 {
		// 'against "drawing us in," which he said would ...': the mark ends it.
		if end := x.TokenAt(x.Quotes[q].Inner.End); end < last && end > from && x.Tokens[end-1].Tag == "," {
			return end - 1
		}
	}
	for t := from + 1; t+1 < last; t++ {
		token := x.Tokens[t]
		if token.Tag == "CC" && x.Tokens[t+1].Lower == "that" && t > from+1 {
			return t // "... and that she expects": the next clause of the statement
		}
		if token.Tag == "," && x.Tokens[t+1].Tag == "CC" && t+2 < last {
			// ", and it calls on": a clause with a subject of its own.
			if p := x.PhraseOf(t + 2); p >= 0 {
				if n := x.nominalOf(p); n.End < last && x.GroupOf(n.End) >= 0 && x.Groups[x.GroupOf(n.End)].Finite {
					return t
				}
			}
		}
		if token.Tag != "," && (token.Tag != ":" || x.Doc.Text[token.Begin] == ':') || x.quoted(t) >= 0 && x.quoted(t) == x.quoted(from) {
			continue
		}
		next := x.Tokens[t+1]
		begins := token.Tag == ":" || next.Tag == "WDT" || next.Tag == "WP" || next.Tag == "VBG" || after[next.Lower]
		if p := x.PhraseOf(t + 1); p >= 0 && !begins {
			n := x.nominalOf(p)
			begins = n.End < last && x.GroupOf(n.End) >= 0 && x.Groups[x.GroupOf(n.End)].Finite
		}
		if begins {
			return t
		}
	}
	return last
}

// after are words that lead away from what is wanted.
var after = wordSet("while although though as because but despite notably even saying whereas according citing when if so yet which who whom where")

// thingEnd is wishEnd for a noun phrase: it also ends in front of a verb that
// has the phrase for its subject.
func (x *extractor) thingEnd(from int) int {
	last := x.wishEnd(from)
	for t := from + 1; t < last; t++ {
		g := x.GroupOf(t)
		if g < 0 || x.Groups[g].First != t || !x.Groups[g].Finite {
			if x.Tokens[t].Lower == "that" || x.Tokens[t].Tag == "WDT" || x.Tokens[t].Tag == "WP" {
				break // a clause that belongs to the phrase
			}
			continue
		}
		return t
	}
	return last
}

// infinitiveWish reads "to do this" at a token.
func (x *extractor) infinitiveWish(t, end int, w wish, verb *frames.Verb) bool {
	if t < end && x.Tokens[t].Lower == "not" {
		w.polarity = "dont"
		w.cue = append(w.cue, x.Words(t, t+1))
		t++
	}
	g := x.groupAt(t)
	if g < 0 || !x.Groups[g].Infinitive {
		return false
	}
	first := t + 1
	if first < end && x.Tokens[first].Lower == "not" {
		w.polarity = "dont"
		first++
	}
	if first >= end || first > x.Groups[g].Head {
		return false
	}
	if verb.Verb == "want" && inner[x.Tokens[x.Groups[g].Head].Lower] {
		return false // "I want you to know" asks for nothing
	}
	if verb.Verb == "need" || verb.Verb == "expect" {
		if head := x.Tokens[x.Groups[g].Head].Lower; head == "be" || head == "have" {
			return false
		}
	}
	w.what = []span.Span{x.trimmed(first, x.wishEnd(first))}
	x.demand(w)
	return true
}

// inflected reports whether a verb form can only be a tensed one.
func inflected(word string) bool {
	return strings.HasSuffix(word, "ed") || strings.HasSuffix(word, "s") && !strings.HasSuffix(word, "ss") || tensed[word]
}

var tensed = wordSet("was were is are has had did went came took gave made said told got saw knew began became left held kept found thought brought stood lost won met sent built fell rose ran broke chose drew drove flew grew wrote spoke")

// inner are verbs for what nobody does because another wants it.
var inner = wordSet("know think believe understand feel lose win succeed fail see hear remember like love hate have")

// clauseWish reads "that X (should) do this": X is to comply.
func (x *extractor) clauseWish(t, end int, w wish, verb *frames.Verb) bool {
	t = x.skipAdverbials(t, end)
	that := t < end && x.Tokens[t].Lower == "that"
	if that {
		t++
	} else if verb.Verb != "demand" && verb.Verb != "insist" && verb.Verb != "propose" && verb.Verb != "suggest" {
		return false
	}
	if t >= end {
		return false
	}
	last := x.wishEnd(t)
	subject := x.firstPhrase(t, end)
	g := x.verbBehind(t, last)
	if g < 0 {
		// The tagger reads a subjunctive as a noun ("that the US commit to"):
		// all behind "that" is wanted.
		if !that || verb.Verb == "suggest" && x.isPerson(x.side(w.by)) || verb.Verb != "demand" && verb.Verb != "propose" && verb.Verb != "suggest" && verb.Verb != "recommend" && verb.Verb != "urge" && verb.Verb != "request" {
			return false
		}
		w.of = append(w.of, x.mentionedIn(t, min(t+5, last), w.by)...)
		w.what = []span.Span{x.trimmed(t, last)}
		x.demand(w)
		return true
	}
	group := x.Groups[g]
	modal := group.Modal == "should" || group.Modal == "must" || group.Modal == "would" && verb.Verb != "suggest" || group.Modal == "will" && verb.Verb == "insist"
	first := x.Tokens[group.First]
	singular := subject.ok() && (x.Tokens[subject.Head].Tag == "NN" || x.Tokens[subject.Head].Tag == "NNP")
	subjunctive := first.Lower == "be" || first.Tag == "VB" && singular || verb.Verb != "suggest" && verb.Verb != "insist" && (first.Tag == "VB" || first.Tag == "VBP")
	if strict := verb.Verb == "demand" || verb.Verb == "urge" || verb.Verb == "request"; strict && !modal {
		// Behind these verbs stands a subjunctive, whatever the tagger made of it.
		subjunctive = subjunctive || group.First == group.Head && !inflected(x.Tokens[group.Head].Lower)
	}
	if !modal && !subjunctive {
		return false
	}
	if subject.ok() {
		if e := x.entity(subject); e >= 0 && e != w.by {
			w.of = append(w.of, e)
		}
	}
	if group.Negated {
		w.polarity = "dont"
	}
	start := t
	if len(w.of) > 0 && !group.Passive {
		start = x.verbStart(group)
	}
	w.what = []span.Span{x.trimmed(start, last)}
	x.demand(w)
	return true
}

// verbBehind returns the first verb group of [t, last) that is not an infinitive, or -1.
func (x *extractor) verbBehind(t, last int) int {
	for ; t < last; t++ {
		if g := x.GroupOf(t); g >= 0 && !x.Groups[g].Infinitive && x.Groups[g].First == t {
			return g
		}
	}
	return -1
}

// verbStart is the token of a group behind its modal and negation: what is to
// be done.
func (x *extractor) verbStart(g lang.Group) int {
	first := g.First
	for first < g.Head {
		tag, word := x.Tokens[first].Tag, x.Tokens[first].Lower
		if tag == "MD" || tag == "TO" || word == "not" || word == "n't" || word == "never" || word == "do" || word == "does" || word == "has" || word == "have" || word == "had" || strings.HasPrefix(tag, "RB") {
			first++
			continue
		}
		break
	}
	return first
}

// objectWish reads "demanded guarantees", "called for a halt to": a thing.
func (x *extractor) objectWish(t, end int, w wish, verb *frames.Verb) bool {
	p := -1
	if t < end {
		if t < end && x.Tokens[t].Tag == "``" {
			t++
		}
		if t < end {
			p = x.PhraseOf(t)
		}
	}
	gerund := t < end && x.Tokens[t].Tag == "VBG"
	for next := t; p < 0 && next < end && next < t+3; next++ {
		if p = x.PhraseOf(next); p >= 0 && x.Phrases[p].First != next {
			p = -1
		}
		if !strings.HasPrefix(x.Tokens[next].Tag, "RB") && !strings.HasPrefix(x.Tokens[next].Tag, "JJ") {
			break
		}
	}
	if p < 0 && !gerund {
		return false
	}
	if p >= 0 && x.Phrases[p].First < t {
		return false
	}
	last := x.thingEnd(t)
	if p >= 0 {
		head := x.Tokens[x.Phrases[p].Head]
		if head.Tag == "PRP" || head.Tag == "CD" || vague[head.Lower] || x.isTime(x.nominalOf(p)) {
			return false
		}
	}
	if weak := verb.Verb == "want" || verb.Verb == "need" || verb.Verb == "seek" || verb.Verb == "depend on"; weak {
		// Wanting is a demand only of what others can give.
		if p < 0 || !x.asksOthers(p, t, last, w.by) {
			return false
		}
		w.certain = 0.55
	}
	w.what = []span.Span{x.trimmed(t, last)}
	w.of = append(x.fromWhom(t, last, w.by), x.mentionedIn(t, last, w.by)...)
	if len(w.of) == 0 {
		w.of = x.spokenTo(x.TokenAt(w.cue[0].Begin), w.by)
	}
	x.demand(w)
	return true
}

// wanted are things that only others can give.
var wanted = wordSet("guarantee guarantees assurance assurances commitment commitments promise agreement agreements answer answers response halt end pullout withdrawal ceasefire truce release apology investigation inquiry probe resignation action help support aid sanctions sanction talks negotiations reform reforms change changes access compensation return removal ban moratorium concessions recognition explanation proof clarification vote hearing hearings weapons troops funding money")

// asksOthers reports whether the thing wanted in [t, last) is of others' giving.
func (x *extractor) asksOthers(p, t, last, by int) bool {
	if wanted[x.Tokens[x.Phrases[p].Head].Lower] {
		return x.Entities[by].Kind != schema.Person || x.contentAt(t) >= 0 || x.statementAt(t) >= 0
	}
	return len(x.fromWhom(t, last, by)) > 0
}
