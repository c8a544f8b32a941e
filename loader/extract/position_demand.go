package extract

import (
	"demarche/internal/span"
	"strings"

	"demarche/schema"
	"demarche/schema/frames"
)

// positionsOfDemand: who demands a thing supports it, and who demands its end or absence opposes it. What is wanted may be several
// acts ("come back and drop the charges"), each a position of its own. Demands that are about nothing in particular ("sit down with
// us") give none.
func (x *extractor) positionsOfDemand(d Demand) {
	actor := x.Find(d.By.ID)
	// "The sites ... be opened": the act stands last, and what it is done to may stand first.
	first, last := x.Within(d.What[len(d.What)-1])
	if actor < 0 || first >= last {
		return
	}
	evidence := d.What[0].Join(d.What[len(d.What)-1])
	head := x.headOf(first, last)
	if against := x.againstClause(head, first, last); against >= 0 {
		// "A promise that Ukraine would not join" is wanted by who opposes that.
		from, end := x.Yield(against)
		from = max(from, x.actFirst(against), head)
		x.standOn(actor, from, min(end, last), "oppose", evidence, "demand", d.Confidence)
		return
	}
	if !x.isVerb(head) && x.Child(head, "cop") < 0 {
		x.thingWanted(d, actor, head, first, last)
		return
	}
	acts := x.actsWanted(head, first, last)
	for i, act := range acts {
		from, end := first, last
		if i+1 < len(acts) {
			end, _ = x.Yield(acts[i+1])
		}
		if i > 0 {
			from = max(first, x.actFirst(act))
		}
		if len(acts) > 1 {
			evidence = x.trimmed(from, end)
		}
		x.actWanted(d, actor, act, from, end, evidence)
	}
}

// actsWanted are the predicates that "and" joins to one in tokens [first, last), where each has something of its own that it is about.
func (x *extractor) actsWanted(head, first, last int) []int {
	acts := []int{head}
	for c := range x.Children(head) {
		left, _ := x.Yield(c)
		if !x.Is(c, "conj") || !x.isVerb(c) || c >= last || x.Child(c, "nsubj") >= 0 {
			continue
		}
		if cc := x.Child(c, "cc"); cc >= 0 && x.Tokens[cc].Lower == "and" && x.undergoer(acts[len(acts)-1], first, left) >= 0 {
			acts = append(acts, c)
		}
	}
	return acts
}

// thingWanted reads a demand for a thing: "a halt to the expansion", "legally binding guarantees".
func (x *extractor) thingWanted(d Demand, actor, head, first, last int) {
	stance, theme := "support", head
	switch x.preposition(head) {
	case "on", "in", "at", "after", "before", "during", "under", "between":
		return
	}
	ends := x.frames.EndingNoun(x.Tokens[head].Lower) && !strings.HasPrefix(x.Tokens[head].Lower, "non-")
	if ends {
		for _, preposition := range []string{"of", "to", "from", "on", "in"} {
			if c := x.with(head, preposition, "nmod", "obl"); c >= 0 && c < last {
				theme = c
				break
			}
		}
		if c := x.Child(head, "compound"); theme == head && c >= first {
			theme = c // "troop withdrawal"
		}
		if theme == head {
			return
		}
	}
	if theme == head && !x.isTheme(head) || x.firstPerson(theme) {
		return
	}
	if over := x.Tokens[head].Head; over >= 0 {
		if result := x.Child(over, "xcomp"); result > head && result < last && x.Tokens[result].Tag == "VBN" {
			ends, last = x.ends(result), result // "wants the fee scrapped"
		}
	}
	if ends != (d.Polarity == "dont") {
		stance = "oppose"
	}
	from, end := x.themeWords(theme)
	x.standOn(actor, max(from, first), min(end, last), stance, d.What[0], "demand", d.Confidence)
}

// firstPerson reports whether a nominal is what who speaks has: "our rice".
func (x *extractor) firstPerson(t int) bool {
	c := x.Child(t, "nmod:poss")
	return c >= 0 && (x.Tokens[c].Lower == "our" || x.Tokens[c].Lower == "my")
}

// actWanted reads a demand to do something, or not to do it: tokens [first, end) with the predicate.
func (x *extractor) actWanted(d Demand, actor, act, first, end int, evidence span.Span) {
	theme := x.undergoer(act, first, end)
	if c := x.Child(act, "conj"); theme < 0 && c >= 0 && c < end && x.isVerb(c) {
		theme = x.undergoer(c, first, end) // "creating and keeping a system"
	}
	dont := d.Polarity == "dont"
	if joined := x.Is(act, "conj") && act > x.headOf(x.Within(d.What[len(d.What)-1])); joined && (x.infinitive(act) || x.negated(act)) {
		dont = x.negated(act) // "not to fire and to stay calm", "stay calm and not fire"
	}
	ends := x.ends(act)
	if evidence.Empty() {
		return
	}
	known := len(x.about(x.trimmed(max(first, x.actFirst(act)), end))) > 0
	switch {
	case ends && theme >= 0:
		if !x.isTheme(theme) && !known {
			return
		}
	case !ends && !dont && x.isTheme(theme) && x.frames.Upholding(x.ahead(act)):
	case !ends && x.isTheme(theme) && x.frames.Doing(x.Tokens[act].Lower), known,
		dont && x.organised(actor) && !x.passive(act) && x.Child(act, "obj") > act && x.Tokens[x.Child(act, "obj")].UPOS != "PRON":
		theme = act
	default:
		return
	}
	stance := "support"
	if ends != dont {
		stance = "oppose"
	}
	from, behind := x.themeWords(theme)
	switch {
	case theme == act:
		from, behind = max(from, first), min(behind, end)
	case theme > act && ends:
		behind = end // "its troops away from the border"
	}
	x.standOn(actor, from, behind, stance, evidence, "demand", d.Confidence)
}

// undergoer is what an act is done to or is about: its object, the subject of a passive, or what its preposition leads; -1 for none.
func (x *extractor) undergoer(act, first, end int) int {
	if x.passive(act) {
		return x.Child(act, "nsubj")
	}
	if c := x.Child(act, "obj", "xcomp"); c >= first && c < end {
		return c
	}
	for c := range x.Children(act) {
		if c > act && c < end && x.Is(c, "obl", "nmod") && !x.isTime(c) {
			switch x.preposition(c) {
			case "to", "with", "by", "from", "of", "for", "into":
				return c
			}
		}
	}
	return -1
}

// ends reports whether a predicate ends something.
func (x *extractor) ends(act int) bool {
	words := []string{x.Tokens[act].Lower}
	if n := x.frames.Ending(x.ahead(act)...); n > 0 {
		return true
	}
	for c := range x.Children(act) {
		if c > act && (x.Is(c, "compound:prt") || x.Is(c, "advmod") && c <= act+6) {
			if x.frames.Ending(append(words, x.Tokens[c].Lower)...) > 1 {
				return true // "move its troops away"
			}
		}
	}
	return false
}

// organised reports whether an actor is a state or an organisation of the catalogue.
func (x *extractor) organised(entity int) bool {
	e := x.Entities[x.speaksFor(entity)]
	return e.Linked && e.Kind != schema.Person
}

// againstClause is the predicate of a clause of a noun that says what is not to be, or is to end ("a promise that NATO will not
// expand", "guarantees that would halt its expansion"), or -1.
func (x *extractor) againstClause(head, first, last int) int {
	if !x.frames.Is(frames.Gifts, x.Tokens[head].Lemma) {
		return -1
	}
	for c := range x.Children(head) {
		if c < head || c >= last || !x.Is(c, "acl", "ccomp") {
			continue
		}
		if x.negated(c) {
			return c
		}
		if o := x.Child(c, "obj"); x.ends(c) && o >= 0 && o < last {
			return o
		}
	}
	for t := head + 1; t < last; t++ {
		if x.isVerb(t) && x.negated(t) && x.marked(t, "that") && !x.Above(t, head) {
			return t // the parser hangs the clause elsewhere
		}
	}
	return -1
}

// speaksFor is the actor whose position it is that somebody takes: the state or organisation of an official, also of one whom the text
// only ties to it.
func (x *extractor) speaksFor(entity int) int {
	if side := x.side(entity); side != entity || !x.isPerson(entity) {
		return side
	}
	for _, m := range x.Entities[entity].Mentions {
		mention := x.Mentions[m]
		if of := x.tiedTo(x.headOf(mention.First, mention.End)); of >= 0 {
			return of
		}
	}
	return entity
}

// tiedTo is the organisation that a name is tied to by a title which speaks for it: "VKA president Thomas Böhle", "Verdi's leader, Frank
// Bsirske", "Kev Dunmore, of the Football Supporters' Alliance"; -1 for none.
func (x *extractor) tiedTo(name int) int {
	for _, title := range x.titlesOf(name) {
		if !x.frames.Is(frames.Speaking, x.Tokens[title].Lemma) {
			continue
		}
		for c := range x.Children(title) {
			switch preposition := x.preposition(c); {
			case x.Is(c, "nmod:poss"), x.Is(c, "nmod") && (preposition == "of" || preposition == "for"),
				x.Is(c, "compound", "amod") && x.Tokens[c].IsName():
				if of := x.body(c); of >= 0 {
					return of
				}
			}
		}
	}
	if c := x.with(name, "of", "nmod"); c >= 0 && !x.workplace(c) {
		if of := x.body(c); of >= 0 && x.Entities[of].Kind != schema.Country {
			return of
		}
	}
	return -1
}

func (x *extractor) workplace(t int) bool {
	first, end := x.Yield(t)
	for at := first; at < end; at++ {
		if x.frames.Is(frames.Workplaces, x.Tokens[at].Lower) {
			return true
		}
	}
	return false
}

// titlesOf are the nouns that stand beside a name, in front or behind.
func (x *extractor) titlesOf(name int) []int {
	var titles []int
	if head := x.Tokens[name].Head; head >= 0 && x.Is(name, "appos", "flat") && x.Tokens[head].IsNoun() {
		titles = append(titles, head)
	}
	for c := range x.Children(name) {
		if x.Is(c, "appos", "nmod:desc", "compound") && x.Tokens[c].IsNoun() {
			titles = append(titles, c)
		}
	}
	return titles
}

// body is the organisation or state that a nominal names, or -1. One that the text has not made an actor becomes one.
func (x *extractor) body(t int) int {
	if e := x.who(t); e >= 0 {
		if x.isPerson(e) {
			return -1
		}
		return e
	}
	if !x.Tokens[t].IsName() || x.isTime(t) {
		return -1
	}
	first, end := t, t+1
	for c := range x.Children(t) {
		if x.Is(c, "compound", "amod", "flat", "nmod:poss") {
			left, behind := x.Yield(c)
			first, end = min(first, left), max(end, behind)
		}
	}
	for first < t && x.Tokens[first].Tag == "DT" {
		first++
	}
	return x.Own(x.nameOf(first, end), schema.Organisation)
}
