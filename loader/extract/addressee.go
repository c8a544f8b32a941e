package extract

import (
	"slices"
	"strings"

	"demarche/internal/span"
	"demarche/loader/link"
	"demarche/loader/when"
	"demarche/schema"
)

// inferAddressee finds who should comply where the demand does not say: those that what is wanted names as having it in hand, else those
// to whom it is said.
func (x *extractor) inferAddressee(w *wish, wanted int) {
	w.of = slices.DeleteFunc(w.of, func(e int) bool { return e < 0 || e == w.by })
	if len(w.of) > 0 {
		return
	}
	w.inferred = true
	first, end := x.Yield(wanted)
	if w.of = x.holders(first, end, w.by); len(w.of) == 0 {
		w.of = x.spokenTo(w.at, w.by)
	}
}

// inheritAddressees gives a demand that names nobody the addressees of the
// demand before it, when the same actor made that one shortly before.
func (x *extractor) inheritAddressees() {
	for i := range x.Demands {
		d := &x.Demands[i]
		for j := i - 1; j >= max(0, i-inheritStatements) && len(d.Of) == 0; j-- {
			before := x.Demands[j]
			if before.By.ID == d.By.ID && d.By.Kind != "person" && len(before.Of) > 0 {
				d.Of, d.Addressed = before.Of, Inferred
			}
		}
	}
}

// fromWhom reads "from the United States and NATO", behind a verb or what it wants.
func (x *extractor) fromWhom(heads ...int) []int {
	var all []int
	for _, t := range heads {
		if c := x.with(t, "from", "nmod", "obl"); c >= 0 {
			for _, one := range x.listed(c) {
				if e := x.EntityOf(one); e >= 0 {
					all = append(all, e)
				}
			}
		}
	}
	return all
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
		if x.Is(head, "nmod:poss", "nsubj") || x.Mentions[m].Form == link.Adjective {
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

// spokenTo is whom the statement around a token addresses, on the level of
// states: its addressees, or whom it names besides the speaker.
func (x *extractor) spokenTo(t, by int) []int {
	s := x.statementAt(t, true)
	if s < 0 {
		return nil
	}
	var of []int
	for _, a := range x.Statements[s].Addressee {
		if e := x.Find(a.ID); e >= 0 && a.Linked && x.Entities[e].Kind != schema.Medium {
			of = append(of, x.side(e))
		}
	}
	if len(of) > 0 {
		return of
	}
	if x.isPerson(x.side(by)) {
		return nil
	}
	content := x.said[s].Content
	return x.holders(content[0].First, content[len(content)-1].End, by)
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
