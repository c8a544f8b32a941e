package extract

import (
	"math"
	"slices"

	"demarche/loader/link"
	"demarche/schema"
)

// inheritAddressees gives a demand that names nobody the addressees of the
// demand before it, when the same actor made that one shortly before.
func (x *extractor) inheritAddressees() {
	for i := range x.Demands {
		d := &x.Demands[i]
		for j := i - 1; j >= 0 && len(d.Of) == 0; j-- {
			before := x.Demands[j]
			if before.By.ID == d.By.ID && d.By.Kind != "person" {
				d.Of, d.Confidence = before.Of, math.Round(d.Confidence*80)/100 // inferred: a fifth less sure
			}
		}
	}
}

// listedAs is listed, with "us" and "me" read as nobody.
func (x *extractor) listedAs(n nominal, by int) []int {
	var others []int
	for _, e := range x.listed(n) {
		if e != by {
			others = append(others, e)
		}
	}
	return others
}

// fromWhom reads "from the United States and NATO".
func (x *extractor) fromWhom(t, last, by int) []int {
	for ; t+1 < last; t++ {
		if x.Tokens[t].Lower != "from" {
			continue
		}
		if n := x.firstPhrase(t+1, last); n.ok() && x.EntityOf(n.Head) >= 0 {
			return x.listedAs(n, by)
		}
	}
	return nil
}

// mentionedIn lists the actors that the words [t, last) name with the one who
// has what is spoken of in hand: possessors and subjects before objects.
func (x *extractor) mentionedIn(t, last, by int) []int {
	var holders, others []int
	side := x.side(by)
	for ; t < last; t++ {
		m := x.MentionOf(t)
		if m < 0 || x.Mentions[m].First != t {
			continue
		}
		e := x.side(x.Mentions[m].Entity)
		if x.Entities[e].Kind == schema.Medium || x.isPlace(t) {
			continue
		}
		if e == by || e == side || slices.Contains(holders, e) || slices.Contains(others, e) {
			continue
		}
		end := x.Mentions[m].End
		verbal := end < last && x.GroupOf(end) >= 0 && x.Groups[x.GroupOf(end)].Finite
		if end < last && x.Tokens[end].Tag == "POS" || verbal || x.Mentions[m].Form == link.Adjective {
			holders = append(holders, e)
		} else {
			others = append(others, e)
		}
	}
	if len(holders) > 0 {
		return holders[:1]
	}
	if len(others) > 0 {
		return others[:1]
	}
	return nil
}

// isPlace reports whether a mention only says where: "in Europe", "near Kyiv".
func (x *extractor) isPlace(token int) bool {
	for token--; token >= 0 && x.Tokens[token].Tag == "DT"; token-- {
	}
	if token < 0 {
		return false
	}
	switch x.Tokens[token].Lower {
	case "in", "at", "near", "around", "into", "across", "inside", "outside", "within":
		return true
	}
	return false
}

// spokenTo is whom the statement around a token addresses, on the level of
// states: its addressees, or whom it names besides the speaker.
func (x *extractor) spokenTo(token, by int) []int {
	s := x.statementAt(token)
	if s < 0 {
		return nil
	}
	var of []int
	for _, a := range x.Statements[s].Addressee {
		if e := x.Find(a.ID); e >= 0 {
			if a.Linked && x.Entities[e].Kind != schema.Medium {
				of = append(of, x.side(e))
			}
		}
	}
	if len(of) > 0 {
		return of
	}
	first, last := x.Within(x.said[s].content)
	return x.mentionedIn(first, last, by)
}

func (x *extractor) addressees(statement int) []int {
	var all []int
	for _, a := range x.Statements[statement].Addressee {
		if e := x.Find(a.ID); e >= 0 {
			all = append(all, e)
		}
	}
	return all
}
