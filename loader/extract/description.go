package extract

import (
	"demarche/loader/link"
	"demarche/schema"
	"demarche/schema/frames"
)

// whoIs says which entity a common noun stands for by what it is and what stands beside it; a description that names nobody becomes an actor
// of the article's own. It is -1 for what cannot be an actor.
func (x *extractor) whoIs(t int) int {
	for _, rule := range []func(int) int{x.besideTitle, x.homeland, x.maker, x.mouthpiece, x.stateOf} {
		if e := rule(t); e >= 0 {
			return e
		}
	}
	if !x.animate(t) {
		return -1
	}
	if e := x.Described(t); e >= 0 && !x.frames.Is(frames.Bodies, x.Tokens[t].Lower) {
		return e
	}
	if e := x.epithet(t); e >= 0 {
		return e
	}
	return x.described(t)
}

// homeland is the country that "our country" or "this nation" means, or -1.
func (x *extractor) homeland(t int) int {
	first := x.Phrase(t).First
	switch x.Tokens[t].Lower {
	case "country", "nation":
	case "side":
		if x.Tokens[first].Lower == "our" {
			return x.nation(x.voice(t))
		}
		return -1
	default:
		return -1
	}
	switch x.Tokens[first].Lower {
	case "our", "my", "this", "the":
		if first == t-1 || x.Tokens[first+1].Lower == "own" || x.Tokens[first+1].Lower == "whole" {
			return x.nation(x.voice(t))
		}
	}
	return -1
}

// epithet is the person whom a definite description with a word of its own says anew ("the New York businessman", "the Republican nominee"): the subject
// of the sentence before, when the text has not used the noun yet. It is -1 for what may be somebody else: offices at an organisation, groups,
// those who were once something.
func (x *extractor) epithet(t int) int {
	phrase := x.Phrase(t)
	if t-phrase.First < 2 || x.Tokens[phrase.First].Lower != "the" || x.Tokens[t].Tag != "NN" || x.frames.Is(frames.Bodies, x.Tokens[t].Lower) || x.with(t, "of", "nmod") >= 0 {
		return -1
	}
	for k := phrase.First; k < t; k++ {
		if m := x.MentionOf(k); x.Tokens[k].Lower == "former" || m >= 0 && x.Mentions[m].Form == link.Named && x.Entities[x.Mentions[m].Entity].Kind == schema.Organisation {
			return -1
		}
	}
	if x.firstUse(x.Tokens[t].Lemma) < t {
		return -1
	}
	i := x.SentenceOf(t)
	if i == 0 || x.Sentences[i].Block-x.Sentences[i-1].Block > 1 {
		return -1
	}
	for k := x.Sentences[i-1].First; k < x.Sentences[i-1].End; k++ {
		if e := x.EntityOf(k); x.Is(k, "nsubj") && x.isPerson(e) {
			return e
		}
	}
	if s := x.voice(x.Sentences[i-1].First); x.isPerson(s) {
		return s // of whom only the words stand there
	}
	return -1
}

// firstUse is the first token with a lemma that the text has.
func (x *extractor) firstUse(lemma string) int {
	if x.firstUses == nil {
		x.firstUses = map[string]int{}
		for t := range x.Tokens {
			if _, used := x.firstUses[x.Tokens[t].Lemma]; !used {
				x.firstUses[x.Tokens[t].Lemma] = t
			}
		}
	}
	return x.firstUses[lemma]
}

// described makes an actor of the article's own of a description: the words around the noun, without what leads them.
func (x *extractor) described(t int) int {
	first := t
	for c := range x.Children(t) {
		if c < first && x.Is(c, "amod", "compound", "nmod:poss", "nummod", "flat") && c >= x.sentence(t).First {
			left, _ := x.Yield(c)
			first = min(first, left)
			break
		}
	}
	for first < t && (x.Tokens[first].Tag == "DT" || x.Tokens[first].Tag == "PRP$" || x.Tokens[first].IsPunct()) {
		first++
	}
	kind := schema.Group
	if det := x.Child(t, "det"); det >= 0 && det == first-1 && distributive[x.Tokens[det].Lower] {
		first = det // "every country"
	} else if x.Tokens[t].Tag == "NN" {
		kind = schema.Person
		if x.frames.Document(x.Tokens[t].Lower) || x.frames.Is(frames.Bodies, x.Tokens[t].Lower) {
			kind = schema.Organisation
		}
	}
	e := x.Own(x.nameOf(first, x.closer(t)), kind)
	if x.Entities[e].Code == "" {
		x.Entities[e].Code = x.codeOf(first, t)
	}
	return e
}

// distributive determiners make all of a kind of one: "any candidate", "both sides".
var distributive = wordSet("every each any either both")

// closer is the token behind what tells a group from others of its kind: "families of the victims", "countries in the region".
func (x *extractor) closer(t int) int {
	end := t + 1
	for c := range x.Children(t) {
		if first, behind := x.Yield(c); first == end && x.Is(c, "flat") {
			end = behind
		}
	}
	if x.Tokens[t].Tag != "NNS" {
		return end
	}
	for c := range x.Children(t) {
		switch x.preposition(c) {
		case "of", "in", "from", "outside":
			if first, behind := x.Yield(c); x.Is(c, "nmod") && first == end && behind-first <= 5 {
				end = behind
			}
		}
	}
	return end
}

// codeOf is the country or kind of organisation that a description names: "Rwandan rebels", "rebels in Rwanda", "European Union ministers".
func (x *extractor) codeOf(first, head int) string {
	for t := first; t <= head; t++ {
		e := x.EntityOf(t)
		if x.isPerson(e) {
			e = x.CountryOf(e) // "the Bush administration"
		}
		if e >= 0 && x.Entities[e].Code != "" {
			return x.Entities[e].Code
		}
	}
	for c := range x.Children(head) {
		switch x.preposition(c) {
		case "in", "of", "from":
			if e := x.EntityOf(c); e >= 0 && x.Is(c, "nmod") && x.Entities[e].Code != "" {
				return x.Entities[e].Code
			}
		}
	}
	return ""
}

// maker is the actor behind a document: "a report by X", "X's report"; -1 when t is none or nobody is named.
func (x *extractor) maker(t int) int {
	if !x.frames.Document(x.Tokens[t].Lower) {
		return -1
	}
	if e := x.owner(t); e >= 0 {
		return e
	}
	if e := x.author(t); e >= 0 {
		return e
	}
	det := x.Child(t, "det")
	if det < 0 || x.Tokens[det].Lower == "a" || x.Tokens[det].Lower == "an" {
		return -1
	}
	// "The proposals" are those spoken of before.
	for before := t - 1; before >= max(0, t-documentReach); before-- {
		if x.Tokens[before].Lemma == x.Tokens[t].Lemma {
			if e := x.owner(before); e >= 0 {
				return e
			}
		}
	}
	return -1
}

// author is the subject of a verb that brings a document into the world: "the parliament passed a resolution", "they sent a letter"; -1 when there is none.
func (x *extractor) author(t int) int {
	verb := x.Tokens[t].Head
	if verb < 0 || !x.Is(t, "obj") || !x.frames.Is(frames.Issuing, x.Tokens[verb].Lemma) || x.passive(verb) {
		return -1
	}
	if s := x.subject(verb); s >= 0 {
		return x.who(s)
	}
	return -1
}

// documentReach is over how many tokens "the proposals" are those spoken of before.
const documentReach = 1000

// owner is the actor whose something is: "Russia's demand", "Western demands", "a demand by Kyiv"; -1 when nobody is named.
func (x *extractor) owner(t int) int {
	for c := range x.Children(t) {
		switch {
		case x.Is(c, "nmod:poss"):
			if e := x.who(c); e >= 0 {
				return e
			}
		case x.Is(c, "amod", "compound", "nmod:desc"):
			if e := x.EntityOf(c); e >= 0 {
				return e
			}
		case x.Is(c, "nmod", "obl"):
			switch x.preposition(c) {
			case "by":
				if e := x.who(c); e >= 0 {
					return e
				}
			case "from", "of":
				if e := x.EntityOf(c); e >= 0 {
					return e
				}
			}
		}
	}
	return -1
}
