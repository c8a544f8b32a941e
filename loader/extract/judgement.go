package extract

import (
	"strings"

	"demarche/internal/span"
	"demarche/loader/when"
)

// demandNoun reads a noun of demanding: "Moscow's demand for guarantees",
// "their call to", "key demands, such as a halt", "proposals are aimed at".
func (x *extractor) demandNoun(phrase int) {
	p := x.Phrases[phrase]
	noun := x.frames.DemandNoun(x.Tokens[p.Head].Lower)
	if noun == nil {
		return
	}
	s := x.sentence(p.Head)
	by, after := x.ownerOf(phrase)
	if by < 0 {
		if statement := x.contentAt(p.Head); statement >= 0 && noun.Noun == "need" {
			by = x.said[statement].speaker
		}
	}
	if by < 0 || after >= s.End {
		return
	}
	w := wish{by: by, rule: "noun:" + noun.Noun, certain: 0.6, cue: []span.Span{x.Words(p.Head, p.Head+1)}}
	first, last := x.nounComplement(after, s.End, noun.Noun)
	if first < 0 || first >= last {
		return
	}
	what := x.trimmed(first, last)
	if what.Empty() {
		return
	}
	w.what = []span.Span{what}
	if strings.HasPrefix(x.Tokens[first].Lower, "non-") || first+1 < last && strings.HasPrefix(x.Tokens[first+1].Lower, "non-") {
		w.polarity = "dont"
	}
	w.of = append(x.fromWhom(first, last, by), x.mentionedIn(first, last, by)...)
	if len(w.of) == 0 {
		w.of = x.spokenTo(p.Head, by)
	}
	x.demand(w)
}

// ownerOf is whose demand a noun phrase names, by its possessor ("Russia's key
// demands", "its need"), an adjective ("Western demands") or "by X" behind it;
// and the token behind all that.
func (x *extractor) ownerOf(phrase int) (owner, after int) {
	p := x.Phrases[phrase]
	for t := p.First; t < p.Head; t++ {
		if e := x.EntityOf(t); e >= 0 {
			return e, p.End
		}
	}
	s := x.sentence(p.Head)
	after = p.End
	if after+1 < s.End && (x.Tokens[after].Lower == "by" || x.Tokens[after].Lower == "from" || x.Tokens[after].Lower == "of") {
		if n := x.firstPhrase(after+1, s.End); n.ok() && x.EntityOf(n.Head) >= 0 {
			return x.EntityOf(n.Head), n.End
		}
	}
	return -1, after
}

// nounComplement finds what a noun of demanding asks for, behind it.
func (x *extractor) nounComplement(t, end int, noun string) (first, last int) {
	if t+1 >= end {
		return -1, -1
	}
	if x.Tokens[t].Tag == "," {
		t++
	}
	switch word := x.Tokens[t].Lower; {
	case word == "for" || word == "on" && noun == "insistence":
		return t + 1, x.thingEnd(t + 1)
	case word == "that" && noun != "plea" && noun != "appeal" && noun != "need":
		return t + 1, x.wishEnd(t + 1)
	case word == "such" && t+2 < end && x.Tokens[t+1].Lower == "as":
		return t + 2, x.thingEnd(t + 2)
	case word == "to":
		if g := x.groupAt(t); g >= 0 && x.Groups[g].Infinitive {
			return t + 1, x.clauseEnd(t + 1)
		}
	}
	// "proposals ... are aimed at", "envision": what the verb behind says.
	if noun == "proposal" || noun == "demand" {
		for i := t; i < end && i < t+6; i++ {
			if g := x.GroupOf(i); g >= 0 && x.Groups[g].Finite {
				next := x.Groups[g].End
				switch x.Tokens[x.Groups[g].Head].Lower {
				case "aimed", "include", "includes", "included", "envision", "envisage", "provide", "stipulate", "call":
					for next < end && (x.Tokens[next].Tag == "IN" || x.Tokens[next].Lower == "for") {
						next++
					}
					return next, x.wishEnd(min(next, end-1))
				}
				break
			}
		}
	}
	return -1, -1
}

// demandJudgement reads what a source calls unacceptable, important, necessary.
func (x *extractor) demandJudgement(t int) {
	phrase, n := x.frames.Judgement(x.ahead(t))
	if phrase == nil {
		return
	}
	statement := x.statementAt(t)
	if statement < 0 || x.asked(t) {
		return
	}
	by := x.said[statement].speaker
	if by < 0 {
		return
	}
	s := x.sentence(t)
	w := wish{by: by, polarity: phrase.Polarity, rule: "judgement:" + phrase.Words, certain: 0.6, cue: []span.Span{x.Words(t, t+n)}}
	g := x.copulaBefore(t, s.First)
	if g < 0 {
		return
	}
	if next := t + n; next+1 < s.End && x.Tokens[next].Lower == "that" {
		last := x.wishEnd(next + 1)
		if v := x.verbBehind(next+1, last); v >= 0 && x.Groups[v].Negated && w.polarity == "do" {
			w.polarity = "dont"
		}
		w.what = []span.Span{x.trimmed(next+1, last)}
		w.of = x.mentionedIn(next+1, last, by)
	} else if next < s.End && x.Tokens[next].Tag == "TO" && x.isExpletive(g) {
		last := x.wishEnd(next + 1)
		w.what = []span.Span{x.trimmed(next+1, last)}
		w.of = x.mentionedIn(next+1, last, by)
	} else {
		first := x.clauseStart(g, s.First)
		if w.polarity == "do" && !x.action(first, x.Groups[g].First) {
			return // "charisma is important" asks for nothing
		}
		if first >= x.Groups[g].First || x.isExpletive(g) || x.Groups[g].Negated || questions[x.Tokens[first].Lower] {
			return
		}
		if head := x.subjectLeft(x.Groups[g].First); head.ok() && (vague[x.Tokens[head.Head].Lower] || x.Tokens[head.Head].Tag == "PRP") {
			return
		}
		w.what = []span.Span{x.trimmed(first, x.Groups[g].First)}
		w.of = x.mentionedIn(first, x.Groups[g].First, by)
	}
	if len(w.of) == 0 {
		w.of = x.spokenTo(t, by)
	}
	x.demand(w)
}

// action reports whether a subject is something that is done: a gerund, or a
// noun made of a verb.
func (x *extractor) action(first, last int) bool {
	if first >= last || x.Tokens[first].Tag == "VBG" {
		return first < last
	}
	p := x.PhraseOf(first)
	if p < 0 {
		return false
	}
	for _, ending := range []string{"tion", "sion", "ment", "ance", "ence", "sal", "val", "ing"} {
		if strings.HasSuffix(x.Tokens[x.Phrases[p].Head].Lower, ending) {
			return true
		}
	}
	return false
}

// copulaBefore is the form of "be" in front of a judgement, over adverbs; -1.
func (x *extractor) copulaBefore(t, first int) int {
	for i := t - 1; i >= first && i >= t-4; i-- {
		if g := x.GroupOf(i); g >= 0 {
			switch x.Tokens[x.Groups[g].Head].Lower {
			case "is", "was", "are", "were", "be", "'s", "been", "remains", "remained":
				return g
			}
			return -1
		}
		if !strings.HasPrefix(x.Tokens[i].Tag, "RB") && !strings.HasPrefix(x.Tokens[i].Tag, "JJ") && x.Tokens[i].Tag != "DT" {
			return -1
		}
	}
	return -1
}

// isExpletive reports whether "it" or "there" fills the subject's place.
func (x *extractor) isExpletive(group int) bool {
	first := x.Groups[group].First
	return first > 0 && (x.Tokens[first-1].Lower == "it" || x.Tokens[first-1].Lower == "there")
}

// clauseStart is the first token of the clause whose verb group this is: behind
// "that", a comma with a conjunction, a colon, or the opening mark.
func (x *extractor) clauseStart(group, first int) int {
	for t := x.Groups[group].First - 1; t >= first; t-- {
		token := x.Tokens[t]
		if token.Lower == "that" && token.Tag == "IN" || token.Tag == ":" || token.Tag == "``" && x.quoteStarting(t) >= 0 {
			return t + 1
		}
		if g := x.GroupOf(t); g >= 0 && x.Groups[g].Finite && t+1 < x.Groups[group].First {
			return t + 1
		}
	}
	return first
}

// demandCondition reads a condition that a source puts to others: "provided
// that X", "only if", "if NATO does not respond ... Russia will".
func (x *extractor) demandCondition(t int) {
	s := x.sentence(t)
	n := x.frames.Condition(x.ahead(t))
	threat := n == 0 && x.Tokens[t].Lower == "if"
	if n == 0 && !threat {
		return
	}
	statement := x.contentAt(t)
	if statement < 0 || x.asked(t) {
		return
	}
	by := x.said[statement].speaker
	if by < 0 {
		return
	}
	w := wish{by: by, rule: "condition", certain: 0.5}
	if threat {
		x.threat(t, s.End, w)
		return
	}
	w.cue = []span.Span{x.Words(t, t+n)}
	if t+n >= s.End || x.isPerson(x.side(by)) {
		return // a person's "unless" is seldom a demand; a state's is
	}
	last := x.clauseEnd(t + n)
	w.what = []span.Span{x.trimmed(t+n, last)}
	if g := x.verbBehind(t+n, last); g >= 0 && x.Groups[g].Negated {
		w.polarity = "dont"
	}
	w.of = x.mentionedIn(t+n, last, by)
	if len(w.of) == 0 {
		w.of = x.spokenTo(t, by)
	}
	x.demand(w)
}

// threat reads "if X does not do this, we will": doing it is demanded of X, and
// the rest is the consequence.
func (x *extractor) threat(t, end int, w wish) {
	first, last := t+1, end
	comma := -1
	for i := first; i < end; i++ {
		if x.Tokens[i].Tag == "," && comma < 0 {
			comma = i
		}
	}
	before := x.consequence(x.clauseFirst(t), t, w.by)
	switch {
	case comma >= 0 && before.Empty():
		last = comma
		w.orElse = x.consequence(comma+1, x.clauseEnd(comma+1), w.by)
	default:
		last = x.clauseEnd(first)
		w.orElse = before
	}
	if w.orElse.Empty() {
		return
	}
	g := x.verbBehind(first, last)
	if g < 0 || !x.Groups[g].Negated {
		return
	}
	subject := x.subjectLeft(x.Groups[g].First)
	if !subject.ok() {
		return
	}
	if e := x.entity(subject); e >= 0 && x.side(e) != x.side(w.by) && x.EntityOf(subject.Head) >= 0 {
		w.of = x.listedAs(subject, w.by)
		w.what = []span.Span{x.trimmed(x.verbStart(x.Groups[g]), last)}
	} else {
		w.what = []span.Span{x.Words(subject.First, subject.End)}
		if rest := x.Groups[g].End; rest < last {
			w.what = append(w.what, x.trimmed(rest, last))
		}
		w.of = x.spokenTo(t, w.by)
	}
	w.cue = []span.Span{x.Words(t, t+1)}
	x.demand(w)
}

// clauseFirst is the first token of the content that a token stands in.
func (x *extractor) clauseFirst(t int) int {
	first := x.sentence(t).First
	if s := x.contentAt(t); s >= 0 {
		first = max(first, x.TokenAt(x.said[s].content.Begin))
	}
	return first
}

// consequence is the clause in [first, last) when it says what will follow.
func (x *extractor) consequence(first, last, by int) span.Span {
	if first >= last {
		return span.Span{}
	}
	for t := first; t < last; t++ {
		g := x.GroupOf(t)
		if g < 0 || x.Groups[g].Modal != "will" && x.Groups[g].Modal != "would" && x.Groups[g].Modal != "shall" {
			continue
		}
		subject := x.subjectLeft(x.Groups[g].First)
		if !subject.ok() {
			continue
		}
		head := x.Tokens[subject.Head].Lower
		if e := x.EntityOf(subject.Head); head == "we" || head == "i" || e >= 0 && x.side(e) == x.side(by) {
			return x.trimmed(first, last)
		}
	}
	return span.Span{}
}

// dayNear is the day that a time expression in the sentence of a token gives,
// outside of what is wanted.
func (x *extractor) dayNear(t int, what []span.Span) *when.Date {
	s := x.sentence(t)
	for _, e := range x.dates {
		if s.Contains(e.Span) && !inside(e.Span, what) && e.Bound == when.At {
			if d := when.Resolve(e, false); d.Precision == when.Day {
				return &d
			}
		}
	}
	return nil
}
