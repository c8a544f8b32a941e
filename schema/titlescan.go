package schema

import (
	"slices"
	"strings"
)

// ScanTitle finds the longest office at the beginning of a text, given as its
// tokens, and returns how many tokens it has; 0 when none begins here. Words
// that tell rank, department or status are part of it: "former deputy foreign
// minister", "Foreign Ministry spokeswoman", "president-elect". Nothing is
// allocated. Many titles are common words, too ("general", "head", "leader"):
// whether an office is meant is for the caller to tell.
func (c *Catalogue) ScanTitle(words []string) (n int, title Office) {
	return c.titles.scan(words)
}

// ParseTitle reads a text that is nothing but an office.
func (c *Catalogue) ParseTitle(text string) (Office, bool) { return c.titles.parse(text) }

// SameOffice reports whether two titles mean one office at an actor (its id):
// Secretary of State and Foreign Minister do in the United States. Loose
// titles such as "leader" are the same as themselves only; see Holders.
func (c *Catalogue) SameOffice(a, b Office, of string) bool { return c.titles.same(a, b, of) }

func (t *titles) parse(text string) (Office, bool) {
	words := strings.Fields(text)
	n, title := t.scan(words)
	return title, n > 0 && n == len(words)
}

// titleMax is how many words an office has at the most.
const titleMax = 16

// cursor is the title's text as numbered words, with the token of each.
type cursor struct {
	words  [titleMax]uint32
	tokens [titleMax]int // index of the token that the word belongs to
	n      int
}

// endsToken reports whether the word before i is the last of its token.
func (c *cursor) endsToken(i int) bool { return i == c.n || c.tokens[i] != c.tokens[i-1] }

func (t *titles) scan(tokens []string) (int, Office) {
	var c cursor
	var f folder
	for i, token := range tokens {
		f.rest = token
		word := f.next()
		if word == nil && (i == 0 || !joins(token)) {
			break
		}
		for ; word != nil && c.n < titleMax; word = f.next() {
			number, ok := t.index.words[string(word)]
			if !ok {
				number = 0
			}
			c.words[c.n], c.tokens[c.n] = number, i
			c.n++
		}
		if c.n == titleMax || c.n > 0 && c.words[c.n-1] == 0 {
			break
		}
	}
	end, title := t.match(&c, 0, true)
	if end == 0 {
		return 0, Office{}
	}
	return c.tokens[end-1] + 1, title
}

// match finds the longest title from a word on; it returns the word behind it,
// or 0. An office, with what may follow it, competes with a modifier and the
// title behind that; of equals, the office that is listed as it stands wins.
func (t *titles) match(c *cursor, begin int, departments bool) (int, Office) {
	best, title := 0, Office{}
	node := uint32(0)
	for i := begin; i < c.n; i++ {
		if node = t.index.edges[edge{node, c.words[i]}]; node == 0 || c.words[i] == 0 {
			break
		}
		for _, part := range t.index.nodes[node].values[lowerCase] {
			end, found := t.apply(c, i+1, part, departments)
			if end > best || end == best && end > 0 && part.group != nil {
				best, title = end, found
			}
		}
	}
	return best, title
}

// apply reads on behind a part that ends at a word.
func (t *titles) apply(c *cursor, at int, part *titlePart, departments bool) (int, Office) {
	if part.group != nil {
		title := Office{Group: part.group, Plural: part.plural}
		if end, status := t.suffix(c, at); end > 0 {
			title.Status = status
			return end, title
		}
		if !c.endsToken(at) {
			return 0, Office{}
		}
		return at, title
	}
	if part.afterwards != "" || part.department != "" && !departments {
		return 0, Office{}
	}
	end, title := t.match(c, at, departments && part.department == "")
	if end == 0 {
		return 0, Office{}
	}
	switch {
	case part.status != "":
		title.Status = part.status
		title.Lead = max(title.Lead, c.tokens[at-1]+1)
	case part.rank != "":
		if title.Rank == "" {
			title.Rank = part.rank
		} else {
			title.Rank = part.rank + " " + title.Rank
		}
	case !t.staff[title.Group]:
		return 0, Office{}
	default:
		title.Department = part.department
	}
	return end, title
}

// suffix reads "-elect" and the like.
func (t *titles) suffix(c *cursor, at int) (int, string) {
	if at >= c.n {
		return 0, ""
	}
	node := t.index.edges[edge{0, c.words[at]}]
	if node == 0 || !c.endsToken(at+1) {
		return 0, ""
	}
	for _, part := range t.index.nodes[node].values[lowerCase] {
		if part.afterwards != "" {
			return at + 1, part.afterwards
		}
	}
	return 0, ""
}

// meanings returns the offices that a title may mean at an actor, the likelier first.
func (t *titles) meanings(title Office, of string) []Office {
	names := title.Group.At[of]
	meant := []Office{title}
	if len(names) == 0 {
		names = title.Group.StandsFor
	} else {
		meant = nil
	}
	for _, name := range names {
		one := title
		one.Group = t.groups[plainKey(name)]
		meant = append(meant, one)
	}
	return meant
}

func (t *titles) same(a, b Office, of string) bool {
	return t.office(a.Group, of) == t.office(b.Group, of) && a.Rank == b.Rank &&
		(a.Department == b.Department || a.Department == "" || b.Department == "")
}

// office returns the group that a title means at an actor.
func (t *titles) office(group *TitleGroup, of string) *TitleGroup {
	if names := group.At[of]; len(names) > 0 && len(group.StandsFor) == 0 {
		return t.groups[plainKey(names[0])]
	}
	return group
}

// Titles returns all offices, by canonical name.
func (c *Catalogue) Titles() []*TitleGroup {
	var all []*TitleGroup
	for _, group := range c.titles.groups {
		all = append(all, group)
	}
	slices.SortFunc(all, func(a, b *TitleGroup) int { return strings.Compare(a.Title, b.Title) })
	return all
}
