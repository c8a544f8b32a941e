package extract

import (
	"strings"

	"demarche/loader/lang"
	"demarche/schema"
)

// nominal is a noun phrase in its role: tokens [First, End) and its head.
type nominal struct{ First, End, Head int }

var nobody = nominal{-1, -1, -1}

func (n nominal) ok() bool { return n.Head >= 0 }

// nominalOf widens a base phrase to the full name and role around its head:
// "Secretary of State Antony Blinken" is one.
func (x *extractor) nominalOf(phrase int) nominal {
	p := x.Phrases[phrase]
	n := nominal{p.First, p.End, p.Head}
	if next := x.MentionOf(p.End); next >= 0 && x.Mentions[next].First == p.End && x.isPerson(x.Mentions[next].Entity) && x.Tokens[p.Head].Tag == "NN" && x.SentenceOf(p.End) == x.SentenceOf(p.Head) {
		// "ministry spokeswoman Maria Zakharova": the name is the head.
		n.End, n.Head = x.Mentions[next].End, x.Mentions[next].End-1
		return n
	}
	if m := x.MentionOf(p.Head); m >= 0 {
		mention := x.Mentions[m]
		n.First, n.End = min(n.First, mention.First), max(n.End, mention.End)
		for _, role := range x.Entities[mention.Entity].Roles {
			if role.First < n.First && role.End >= n.First-1 && role.End <= n.First {
				n.First = role.First
			}
		}
	}
	for n.First > 0 && x.Tokens[n.First-1].Tag == "DT" && x.SentenceOf(n.First-1) == x.SentenceOf(n.First) {
		n.First--
	}
	return n
}

// subject finds who does what the verb group says.
func (x *extractor) subject(group int) nominal {
	g := x.Groups[group]
	if after := x.inverted(group); after.ok() {
		return after
	}
	if n := x.subjectLeft(g.First); n.ok() {
		return n
	}
	if governor := x.governor(group); governor >= 0 {
		return x.subject(governor)
	}
	return nobody
}

// inverted finds the subject behind the verb: '"...," said the minister'.
func (x *extractor) inverted(group int) nominal {
	g := x.Groups[group]
	s := x.sentence(g.First)
	if g.First == s.First || g.Infinitive || g.Passive || g.End-g.First > 2 {
		return nobody
	}
	before := x.Tokens[g.First-1]
	if before.Tag != "," && before.Tag != "''" && before.Tag != "." && before.Tag != ":" || x.Tokens[g.Head].Tag == "VBG" {
		return nobody
	}
	if verb, _ := x.frames.Say(x.ahead(g.Head)); verb == nil || before.Tag != "''" && (verb.Can("addressee-clause") || verb.Can("addressee-infinitive")) {
		return nobody // "The Kremlin, for its part, told governments": who is told
	}
	at := g.End
	for at < s.End && strings.HasPrefix(x.Tokens[at].Tag, "RB") {
		at++
	}
	if at >= s.End {
		return nobody
	}
	p := x.PhraseOf(at)
	if p < 0 || x.Phrases[p].First != at {
		return nobody
	}
	n := x.nominalOf(p)
	if x.clauseFollows(n.End, s.End) {
		return nobody // '..., said the timing of the news was wrong'
	}
	if x.Tokens[n.Head].Tag == "PRP" && x.Tokens[n.Head].Lower != "he" && x.Tokens[n.Head].Lower != "she" && x.Tokens[n.Head].Lower != "they" {
		return nobody
	}
	return n
}

// clauseFollows reports whether a finite verb follows before the next mark or
// relative pronoun, so that the phrase in front of it is its subject.
func (x *extractor) clauseFollows(t, end int) bool {
	for ; t < end; t++ {
		token := x.Tokens[t]
		if token.IsPunct() && token.Tag != "-LRB-" && token.Tag != "-RRB-" && token.Tag != "``" || token.Tag == "WP" || token.Tag == "WDT" || token.Tag == "WRB" || subordinators[token.Lower] {
			return false
		}
		if g := x.GroupOf(t); g >= 0 && x.Groups[g].Finite {
			return true
		}
	}
	return false
}

// subordinators begin a clause, so that a phrase behind one is a subject.
var subordinators = wordSet("that while when whenever as if because although though since unless until whereas where before after whether once what how why and but or")

// subjectLeft scans to the left of a verb group for its subject.
func (x *extractor) subjectLeft(from int) nominal {
	s := x.sentence(from)
	for t := from - 1; t >= s.First; {
		token := x.Tokens[t]
		if p := x.PhraseOf(t); p >= 0 {
			n := x.nominalOf(p)
			if n.First > s.First && x.isPreposition(n.First-1) {
				t = n.First - 2
				continue
			}
			if n.First-1 >= s.First && x.Tokens[n.First-1].Lower == "to" && x.Tokens[n.First-1].Tag == "TO" {
				t = n.First - 2
				continue
			}
			if x.isTime(n) {
				t = n.First - 1
				continue
			}
			if n.First-1 > s.First && x.Tokens[n.First-1].Lower == "and" {
				// "Kyiv and its allies": the first of the two leads.
				if q := x.PhraseOf(n.First - 2); q >= 0 {
					first := x.nominalOf(q)
					return nominal{first.First, n.End, first.Head}
				}
			}
			return n
		}
		switch {
		case token.Tag == "WDT" || token.Tag == "WP" || token.Lower == "that" && t > s.First && x.Tokens[t-1].IsNoun() && t == from-1:
			// A relative clause: its antecedent acts.
			return x.phraseBefore(t)
		case token.Tag == "-RRB-":
			for t > s.First && x.Tokens[t].Tag != "-LRB-" {
				t--
			}
		case token.Tag == ",":
			open := x.commaBefore(t, s)
			if open < 0 {
				return nobody
			}
			// "Kremlin aide, Yuri Ushakov, declared": the name is the subject.
			if p := x.PhraseOf(open + 1); p >= 0 && x.nominalOf(p).End == t && x.isPerson(x.EntityOf(x.Phrases[p].Head)) {
				return x.nominalOf(p)
			}
			t = open - 1
			continue
		case x.GroupOf(t) >= 0:
			g := x.Groups[x.GroupOf(t)]
			if !g.Finite && x.Tokens[g.Head].Tag != "VB" && g.First > s.First && x.PhraseOf(g.First-1) >= 0 {
				t = g.First - 1 // "officials briefed on the talks said"
				continue
			}
			return nobody
		case token.Tag == "CC", token.Tag == ":", token.Tag == ".", token.Tag == "''", token.Tag == "``":
			return nobody
		}
		t--
	}
	return nobody
}

func (x *extractor) isPerson(entity int) bool {
	return entity >= 0 && x.Entities[entity].Kind == schema.Person
}

// phraseBefore returns the phrase that ends in front of a token, over a comma.
func (x *extractor) phraseBefore(t int) nominal {
	s := x.sentence(t)
	for t--; t >= s.First; t-- {
		if p := x.PhraseOf(t); p >= 0 {
			return x.nominalOf(p)
		}
		if x.Tokens[t].Tag != "," {
			break
		}
	}
	return nobody
}

// commaBefore finds the comma that opens the insertion which a comma closes.
func (x *extractor) commaBefore(closing int, s lang.Sentence) int {
	for t := closing - 1; t >= s.First && t > closing-30; t-- {
		if x.Tokens[t].Tag == "," {
			return t
		}
	}
	return -1
}

// governor returns the finite verb group that shares its subject with a group
// that has none of its own: "..., adding that", "and said", "went on to say".
func (x *extractor) governor(group int) int {
	g := x.Groups[group]
	s := x.sentence(g.First)
	best := -1
	for i := group - 1; i >= 0 && x.Groups[i].First >= s.First; i-- {
		other := x.Groups[i]
		if !other.Finite || x.quoted(other.Head) != x.quoted(g.Head) {
			continue
		}
		if g.Infinitive {
			return i
		}
		if verb, _ := x.frames.Say(x.ahead(other.Head)); verb != nil || x.subjectLeft(other.First).ok() {
			if best < 0 {
				best = i
			}
			if verb != nil {
				return i
			}
		}
	}
	return best
}
