package same

import (
	"slices"
	"strings"
)

// The limits of what counts as the same. They were set on testdata/pairs.yaml.
const (
	enough        = 0.6  // share of common words
	enoughApart   = 0.75 // the same when the words for the deed differ
	enoughMissing = 0.8  // when one addressee is missing, or much time lies between
	least         = 1.5  // weight of the common words
	leastMissing  = 2.0  // when an addressee is missing
	leastAll      = 2.5  // when one demand says all that the other does, and more
	longRun       = 10   // words in a row that make a quotation
	shareOfRun    = 0.6  // of the shorter demand
	nearDays      = 90   // between days that count as near
	closeStem     = 0.7  // share of a stem's letters that must agree
	leastStem     = 5    // letters that must agree
	denialWeight  = 0.5  // what it counts that both are denied
)

// FarDays is how many days may lie between two demands that are one. Beyond, the
// same words are another demand: its occasion is another.
const FarDays = 365

// Same reports whether two demands are one demand, told twice.
func (p *Prepared) Same(q *Prepared) bool { return overlap(p.by, q.by) && p.SameByAnyone(q) }

// SameByAnyone is Same for demands of whomever: whether the same is wanted of the same.
func (p *Prepared) SameByAnyone(q *Prepared) bool {
	missing := len(p.of) == 0 || len(q.of) == 0
	if p.denied != q.denied || !missing && !overlap(p.of, q.of) {
		return false
	}
	apart, known := 0, p.dated && q.dated
	if known {
		apart = max(p.at-q.at, q.at-p.at)
	}
	if known && apart > FarDays {
		return false
	}
	c := compare(p, q)
	if c.conflict {
		return false
	}
	open := len(p.of)+len(q.of) == 0
	identical := slices.Equal(p.run, q.run)
	switch {
	case identical && !missing && len(p.tokens) > 0 && apart <= nearDays:
		return true
	case c.onlyNames && !p.denied && !identical:
		return false // about the same, but it may be anything that is wanted
	case (open || missing) && c.words < leastMissing:
		return false // a word or two, of nobody: it may be about anything
	case missing && !open, known && apart > nearDays:
		return c.share >= enoughMissing && c.common >= leastMissing
	case c.common >= leastAll && c.common >= min(c.first, c.second)-0.01 && !c.otherDeed:
		return true
	case sameRun(p, q):
		return true
	case c.otherDeed:
		return c.share >= enoughApart && c.common >= leastMissing
	}
	return c.share >= enough && c.common >= least
}

func overlap(a, b []string) bool {
	return slices.ContainsFunc(a, func(id string) bool { return slices.Contains(b, id) })
}

// comparison is what two demands have in common.
type comparison struct {
	words         float64 // weight of the common words
	common        float64 // the same, and of a common denial
	first, second float64 // weight of all words of each
	share         float64 // of the common words in all
	onlyNames     bool    // no other words of weight are common
	conflict      bool    // something sets them apart
	otherDeed     bool    // neither has the other's first word of weight
}

func compare(p, q *Prepared) comparison {
	c := comparison{first: p.weight, second: q.weight, onlyNames: true}
	taken := make([]bool, len(q.tokens))
	var only []token // of p
	named := false   // whether a name is common
	for _, t := range p.tokens {
		i := partner(t, q.tokens, taken)
		if i < 0 {
			only = append(only, t)
			continue
		}
		o := q.tokens[i]
		taken[i] = true
		c.common += (t.weight + o.weight) / 2
		named = named || t.name && o.name
		c.onlyNames = c.onlyNames && (t.tells() || o.tells())
	}
	var onlyThere []token // of q
	for i, t := range q.tokens {
		if !taken[i] {
			onlyThere = append(onlyThere, t)
		}
	}
	only, c.first = p.withoutOwn(only, c.first, q)
	onlyThere, c.second = q.withoutOwn(onlyThere, c.second, p)
	c.words = c.common
	if p.denied && c.common > 0 {
		c.common, c.first, c.second = c.common+denialWeight, c.first+denialWeight, c.second+denialWeight
	}
	if all := c.first + c.second - c.common; all > 0 {
		c.share = c.common / all
	}
	c.conflict = conflicting(only, onlyThere) || contrast(p, q, only, onlyThere) || named && beside(only) != beside(onlyThere)
	c.otherDeed = isOnly(deed(p), only) && isOnly(deed(q), onlyThere)
	return c
}

// withoutOwn drops names for whom something is to be done when they are names of
// the sides of the other demand, which has no need to mention them: "return the
// ship to Norway" is what Norway demands with "return the ship".
func (p *Prepared) withoutOwn(only []token, weight float64, other *Prepared) ([]token, float64) {
	var kept []token
	for _, t := range only {
		if t.name && (other.byStems[t.plain] || other.ofStems[t.plain]) && t.at > 0 && slices.Contains([]string{"to", "with", "for"}, p.run[t.at-1]) {
			weight -= t.weight
		} else {
			kept = append(kept, t)
		}
	}
	return kept, weight
}

// partner returns the place of a word that is the same as t, or -1.
func partner(t token, others []token, taken []bool) int {
	for i, o := range others {
		if !taken[i] && alike(t, o) {
			return i
		}
	}
	return -1
}

// tells reports whether a word says which, and not what: a name, a number or a
// word that says little.
func (t token) tells() bool { return t.name || t.number || t.weight < contentWeight }

// conflicting reports whether words that only one of two demands has set the
// demands apart.
func conflicting(a, b []token) bool {
	isName := func(t token) bool { return t.name }
	isNumber := func(t token) bool { return t.number }
	if slices.ContainsFunc(a, isName) && slices.ContainsFunc(b, isName) ||
		slices.ContainsFunc(a, isNumber) && slices.ContainsFunc(b, isNumber) {
		return true
	}
	w := known()
	for _, x := range a {
		for _, y := range b {
			if w.opposed(x.stem, y.stem) || w.opposed(x.plain, y.plain) {
				return true
			}
		}
	}
	return false
}

// contrast reports whether one demand has another word in the place of a word of
// the other, behind the same two words: "more pay for nurses", "more pay for
// teachers". The words for the deed may differ.
func contrast(p, q *Prepared, a, b []token) bool {
	for _, x := range a {
		for _, y := range b {
			if min(x.weight, y.weight) >= contentWeight && min(x.at, y.at) >= 2 && p.run[x.at-1] == q.run[y.at-1] && p.run[x.at-2] == q.run[y.at-2] {
				return true
			}
		}
	}
	return false
}

// beside reports whether one of the words names a part or neighbourhood of a place.
func beside(only []token) bool {
	return slices.ContainsFunc(only, func(t token) bool { return known().places[t.stem] })
}

// deed returns the first word of weight, which is the verb or the noun for
// what is to be done.
func deed(p *Prepared) string {
	for _, t := range p.tokens {
		if t.weight >= contentWeight && !t.name && !t.number {
			return t.stem
		}
	}
	return ""
}

func isOnly(s string, only []token) bool {
	return s != "" && slices.ContainsFunc(only, func(t token) bool { return t.stem == s })
}

// alike reports whether two words are one: the same meaning, or the same
// beginning, as in "expand" and "expansion", "Ukraine" and "Ukrainian".
func alike(a, b token) bool {
	if a.stem == b.stem || a.plain == b.plain {
		return true
	}
	if a.number || b.number {
		return false
	}
	n := commonPrefix(a.plain, b.plain)
	if a.name && b.name && n >= 4 && n == min(len(a.plain), len(b.plain)) {
		return true
	}
	for _, prefix := range []string{"inter", "trans", "under", "super", "count"} {
		if n == len(prefix) && strings.HasPrefix(a.plain, prefix) {
			return false
		}
	}
	return n >= leastStem && float64(n) >= closeStem*float64(max(len(a.plain), len(b.plain)))
}

func commonPrefix(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

// sameRun reports whether a long run of words is the same: the same quotation.
func sameRun(p, q *Prepared) bool {
	shorter := min(len(p.run), len(q.run))
	longest := 0
	before := make([]int, len(q.run)+1)
	for _, word := range p.run {
		row := make([]int, len(q.run)+1)
		for j, other := range q.run {
			if word == other {
				row[j+1] = before[j] + 1
				longest = max(longest, row[j+1])
			}
		}
		before = row
	}
	return longest >= longRun && float64(longest) >= shareOfRun*float64(shorter)
}
