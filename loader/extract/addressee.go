package extract

import (
	"slices"
	"strings"

	"demarche/internal/span"
	"demarche/loader/link"
	"demarche/loader/when"
	"demarche/schema"
	"demarche/schema/frames"
)

// inferAddressee finds who should comply where the demand does not say: who answers it, whom it is said to, and those that what is
// wanted names as having it in hand.
func (x *extractor) inferAddressee(w *wish, wanted int) {
	w.of = slices.DeleteFunc(w.of, func(e int) bool { return e < 0 || e == w.by })
	if len(w.of) > 0 {
		return
	}
	w.inferred = true
	first, end := x.Yield(wanted)
	for _, rule := range []func() []int{
		func() []int { return x.fromWhom(w.at) },
		func() []int { return x.answering(w.at, w.by) },
		func() []int { return x.told(w.at, w.by, w.rule == "imperative") },
		func() []int { return x.doer(wanted, w.by) },
		func() []int { return x.holders(first, end, w.by) },
		func() []int { return x.spokenOf(w.at, w.by) },
	} {
		if w.of = rule(); len(w.of) > 0 {
			return
		}
	}
}

// fromWhom reads "from the United States and NATO", behind a verb or what it wants, and "of them" behind verbs that ask something of somebody.
func (x *extractor) fromWhom(heads ...int) []int {
	var all []int
	for _, t := range heads {
		c := x.with(t, "from", "nmod", "obl")
		if c < 0 && x.frames.Is(frames.AskingOf, x.Tokens[t].Lemma) && x.isVerb(t) {
			c = x.with(t, "of", "obl", "nmod")
		}
		if c >= 0 {
			for _, one := range x.listed(c) {
				switch e := x.EntityOf(one); {
				case e >= 0:
					all = append(all, e)
				case x.Tokens[one].IsName() || x.frames.Is(frames.Gifts, x.Tokens[t].Lemma) && x.somebody(one):
					all = append(all, x.described(one)) // whoever gives is somebody: "help from the private sector"
				}
			}
		}
	}
	return all
}

// somebody reports whether a common noun behind "from" can be those who give: "from the private sector", but not "from office".
func (x *extractor) somebody(t int) bool {
	return x.Tokens[t].IsNoun() && !x.isTime(t) && (x.Tokens[t].Tag == "NNS" || x.Child(t, "det", "nmod:poss") >= 0)
}

// holders is the actor that the tokens [first, end) name as having what is spoken of in hand: a possessor or subject before
// others.
func (x *extractor) holders(first, end, by int) []int {
	var holders, others []int
	side := x.side(by)
	for t := first; t < end; t++ {
		m := x.MentionOf(t)
		if m < 0 || x.Mentions[m].First != t {
			continue
		}
		e := x.side(x.Mentions[m].Entity)
		if x.Entities[e].Kind == schema.Medium || x.isPlace(x.Mentions[m].First, x.Mentions[m].End) || e == by || e == side {
			continue
		}
		head := x.headOf(x.Mentions[m].First, x.Mentions[m].End)
		if x.Is(head, "nmod:poss", "nsubj") && !x.Is(head, "nsubj:pass") || x.Mentions[m].Form == link.Adjective {
			holders = append(holders, e)
		} else {
			others = append(others, e)
		}
	}
	if len(holders) > 0 {
		return holders[:1]
	}
	if len(others) > 0 && !x.isPerson(side) {
		return others[:1] // states speak of those from whom they want something
	}
	return nil
}

// isPlace reports whether a mention only says where: "in Europe", "near Kyiv".
func (x *extractor) isPlace(first, end int) bool {
	switch x.preposition(x.headOf(first, end)) {
	case "in", "at", "near", "around", "into", "across", "inside", "outside", "within":
		return true
	}
	return false
}

// told is whom somebody addresses who makes a demand in what he says, on the level of states: "Lavrov told Blinken that Moscow wanted". Those who are only
// described are often just the audience.
func (x *extractor) told(t, by int, described bool) []int {
	var of []int
	for s := x.statementAt(t, true); s >= 0 && len(of) == 0; s = x.Statements[s].SaidIn {
		if x.side(x.said[s].speaker) != x.side(by) {
			continue
		}
		for _, a := range x.Statements[s].Addressee {
			if e := x.Find(a.ID); e >= 0 && (a.Linked || described) && x.listens(e) && x.side(e) != x.side(by) {
				of = append(of, x.side(e))
			}
		}
	}
	return of
}

// listens reports whether an addressee of a statement can be meant by it: the press only passes it on.
func (x *extractor) listens(e int) bool {
	if x.Entities[e].Kind == schema.Medium {
		return false
	}
	words := strings.Fields(strings.ToLower(x.Entities[e].Name))
	return x.Entities[e].Linked || len(words) == 0 || !x.frames.Is(frames.Hearers, words[len(words)-1])
}

// spokenOf is whom a statement names as having in hand what it is about.
func (x *extractor) spokenOf(t, by int) []int {
	s := x.statementAt(t, true)
	if s < 0 || x.isPerson(x.side(by)) {
		return nil
	}
	content := x.said[s].Content
	return x.holders(content[0].First, content[len(content)-1].End, by)
}

// answering is the subject of a verb that says how somebody takes a demand: "turned down an appeal by", "is complying with their requests",
// "met at their request".
func (x *extractor) answering(noun, by int) []int {
	verb := x.Tokens[noun].Head
	if verb < 0 || !x.Tokens[noun].IsNoun() || !x.isVerb(verb) {
		return nil
	}
	words := x.Tokens[verb].Lemma
	if x.Is(noun, "obl", "nmod") {
		words += " " + x.preposition(noun)
	} else if c := x.Child(verb, "compound:prt"); c >= 0 {
		words += " " + x.Tokens[c].Lower
	}
	if !x.frames.Is(frames.Answering, words) && !(x.Is(noun, "obl") && x.preposition(noun) == "at") {
		return nil
	}
	subject := -1
	switch {
	case x.Is(noun, "obj", "obl"):
		subject = x.subject(verb)
	case x.Is(noun, "nsubj"):
		subject = x.with(verb, "by", "obl")
	}
	if subject < 0 {
		return nil
	}
	return x.others(subject, by)
}

// doer is who does what a noun names, where that is one's own act: "the resignation of X".
func (x *extractor) doer(noun, by int) []int {
	if !x.frames.Is(frames.Conduct, x.Tokens[noun].Lemma) {
		return nil
	}
	for _, c := range []int{x.Child(noun, "nmod:poss"), x.with(noun, "of", "nmod"), x.with(noun, "by", "nmod")} {
		if c >= 0 {
			if of := x.others(c, by); len(of) > 0 {
				return of
			}
			if x.Tokens[c].Lower == "people" {
				return []int{x.Own("the public", schema.Group)}
			}
		}
	}
	return nil
}

// madeOn is the day on which a demand was made: that of its statement, or the one that its sentence gives.
func (x *extractor) madeOn(w wish, statement int) *when.Date {
	renewed := statement >= 0 && !x.isPerson(x.side(w.by)) && x.side(x.said[statement].speaker) == x.side(w.by)
	if noun := x.frames.DemandNoun(x.Tokens[w.at].Lower); strings.HasPrefix(w.rule, "noun:") && !noun.Voice && x.lightMaker(w.at) < 0 && !x.saidBy(w.at, statement) && !renewed {
		return x.dayWithin(w.at) // spoken of, and made on some day
	}
	if statement >= 0 && x.side(x.said[statement].speaker) == x.side(w.by) {
		return x.Statements[statement].When
	}
	s := x.sentence(w.at)
	for _, e := range x.dates[x.datesFrom(s.Begin):] {
		if e.Begin >= s.Span.End {
			break
		}
		if s.Contains(e.Span) && e.Bound == when.At && !overlaps(e.Span, w.what) && !x.inRelative(x.TokenAt(e.Begin), w.at) {
			if d := when.Resolve(e, false); d.Precision == when.Day {
				return &d
			}
		}
	}
	return nil
}

// saidBy reports whether a noun of demanding stands at the cue of a statement: "renewed his call that".
func (x *extractor) saidBy(noun, statement int) bool {
	return statement >= 0 && x.said[statement].Cue.First <= noun && noun < x.said[statement].Cue.End
}

// dayWithin is the day that a time expression on a noun gives: "Monday's demand for".
func (x *extractor) dayWithin(noun int) *when.Date {
	first, end := x.Yield(noun)
	for _, e := range x.dates[x.datesFrom(x.Tokens[first].Begin):] {
		if e.Begin >= x.Tokens[end-1].End {
			break
		}
		if t := x.TokenAt(e.Begin); t >= first && t < end && e.Bound == when.At {
			if d := when.Resolve(e, false); d.Precision == when.Day {
				return &d
			}
		}
	}
	return nil
}

func overlaps(s span.Span, list []span.Span) bool {
	return slices.ContainsFunc(list, func(other span.Span) bool { return other.Overlaps(s) })
}
