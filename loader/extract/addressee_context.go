package extract

import (
	"maps"
	"slices"
	"strings"

	"demarche/schema"
)

// addressFromContext gives demands that name nobody the addressees that the article tells: those of the same actor's other demands, the government
// of the country that the demand is about, or the one other party of the story.
func (x *extractor) addressFromContext() {
	known := slices.Clone(x.Demands)
	for i := range x.Demands {
		d := &x.Demands[i]
		by := x.Find(d.By.ID)
		if len(d.Of) > 0 || by < 0 {
			continue
		}
		for _, rule := range []func(i, by int, known []Demand) []Actor{x.addressedBefore, x.addressedLater, x.homeGovernment, x.rival} {
			if d.Of = rule(i, by, known); len(d.Of) > 0 {
				d.Addressed = Inferred
				break
			}
		}
	}
}

// addressedBefore is whom the nearest demand before addresses that the same actor makes. A person goes on to speak to the same
// only shortly behind it.
func (x *extractor) addressedBefore(i, by int, known []Demand) []Actor {
	block, imperative := x.blockOf(known[i]), known[i].Rule == "imperative"
	for j := i - 1; j >= max(0, i-inheritStatements); j-- {
		if x.isPerson(by) && block-x.blockOf(known[j]) > inheritAddressee {
			break
		}
		if imperative && known[j].Rule != "imperative" {
			continue // what is asked of a third is no more than told to those who hear the imperative
		}
		if known[j].By.ID == known[i].By.ID && len(known[j].Of) > 0 {
			return known[j].Of
		}
	}
	return nil
}

// inheritAddressee is over how many paragraphs a person goes on to speak to the same.
const inheritAddressee = 2

// addressedLater is whom the next demand of a state or organisation addresses: news tells what was demanded first, and of whom below.
func (x *extractor) addressedLater(i, by int, known []Demand) []Actor {
	if x.isPerson(by) {
		return nil
	}
	for j := i + 1; j < min(len(known), i+inheritStatements); j++ {
		if known[j].By.ID == known[i].By.ID && known[j].Addressed == Stated {
			return known[j].Of
		}
	}
	return nil
}

func (x *extractor) blockOf(d Demand) int { return x.sentence(x.TokenAt(d.What[0].Begin)).Block }

// homeGovernment is the country of whoever makes a demand, else the country that the article is about: parties, courts and citizens want
// something of their government. States want it of others, unions of employers, and what is ordered, or put in the imperative, is put to somebody.
func (x *extractor) homeGovernment(i, by int, known []Demand) []Actor {
	if x.Entities[by].Kind == schema.Country || x.isUnion(by) || known[i].Strength == "order" || x.spokenToSomebody(known[i]) {
		return nil
	}
	if home := x.nation(by); home >= 0 {
		return []Actor{x.actor(home)}
	}
	return nil
}

// isUnion reports whether an actor of the article's own is a trade union by its name, or speaks for one.
func (x *extractor) isUnion(e int) bool {
	if x.isPerson(e) {
		_, of := x.office(e)
		return of >= 0 && !x.isPerson(of) && x.isUnion(of)
	}
	words := strings.Fields(strings.ToLower(x.Entities[e].Name))
	return !x.Entities[e].Linked && (slices.Contains(words, "union") || slices.Contains(words, "unions"))
}

// spokenToSomebody reports whether a demand is an imperative, which its addressee hears; "let them" is not.
func (x *extractor) spokenToSomebody(d Demand) bool {
	return d.Rule == "imperative" && x.Tokens[x.TokenAt(d.Cue[0].Begin)].Lower != "let"
}

// nation is the country of a person, else the one that the article is about; -1 when none is known.
func (x *extractor) nation(by int) int {
	if x.isPerson(by) {
		if of := x.NationOf(by); of >= 0 && len(x.Entities[of].Mentions) > 0 {
			return of
		}
	}
	return x.Home()
}

// allOfUs is whom "we" means that a person says should do something: the nation, or whoever hears it.
func (x *extractor) allOfUs(by int) int {
	if of := x.nation(by); of >= 0 {
		return of
	}
	return x.Own("the public", schema.Group)
}

// rival is the one other party of the story: the state or organisation that the article mentions most beside the one that makes the
// demand, at least rivalMentions times and half as often again as the next. Bodies of many states speak of more than one.
func (x *extractor) rival(i, by int, known []Demand) []Actor {
	if x.spokenToSomebody(known[i]) || known[i].Strength == "order" || x.code(by) == "IGO" {
		return nil
	}
	if x.parties == nil {
		x.countParties()
	}
	side := x.side(by)
	best, most, next := -1, 0, 0
	for _, e := range slices.Sorted(maps.Keys(x.parties)) {
		n := x.parties[e]
		switch {
		case e == side || e == by:
		case n > most:
			best, most, next = e, n, most
		case n > next:
			next = n
		}
	}
	if most < rivalMentions || 2*most < 3*next || x.isUnion(by) && best == x.Home() {
		return nil
	}
	return []Actor{x.actor(best)}
}

const rivalMentions = 4

// countParties counts the mentions of each state and organisation, and of those who speak for it, but not where it only says where.
func (x *extractor) countParties() {
	x.parties = map[int]int{}
	for _, m := range x.Mentions {
		if e := x.side(m.Entity); !x.isPlace(m.First, m.End) && (x.Entities[e].Kind == schema.Country || x.Entities[e].Kind == schema.Organisation) {
			x.parties[e]++
		}
	}
}
