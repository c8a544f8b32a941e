package schema

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"demarche/internal/strict"
)

// Catalogue is the set of known actors.
type Catalogue struct {
	declared []Actor // as the files have them; what institutions.yaml adds is not among them
	actors   []*Actor
	byID     map[string]*Actor
	names    *trie[Match] // of all but persons
	persons  *trie[Match]
	surnames map[string][]*Actor
	offices  map[string][]tenure // by the actor that they belong to
	titles   *titles
	shared   []ambiguity // names that mean several actors on purpose
}

// Match is an actor that a name may mean.
type Match struct {
	Actor *Actor
	Via   Via
}

// Via says what kind of name led to an actor.
type Via string

// The kinds of name.
const (
	ViaName        Via = "name"
	ViaAlias       Via = "alias"
	ViaAdjective   Via = "adjective"   // "Russian", "Russians"
	ViaSeat        Via = "seat"        // "the Kremlin"
	ViaInstitution Via = "institution" // any name of a body that institutions.yaml gives to every country
)

// tenure is a role with its holder and its title, understood.
type tenure struct {
	holder *Actor
	role   *Role
	title  Office
	known  bool // whether the title is in titles.yaml
}

// build makes the catalogue of the actors and checks their references.
func build(declared []Actor) (*Catalogue, error) {
	titles, err := sharedTitles()
	if err != nil {
		return nil, err
	}
	bodies, err := loadInstitutions()
	if err != nil {
		return nil, err
	}
	shared, err := loadAmbiguities()
	if err != nil {
		return nil, err
	}
	c := &Catalogue{
		declared: declared,
		byID:     make(map[string]*Actor, 4*len(declared)),
		names:    newTrie[Match](false, 10000),
		persons:  newTrie[Match](true, 2*len(declared)),
		surnames: map[string][]*Actor{},
		offices:  map[string][]tenure{},
		titles:   titles,
		shared:   shared,
	}
	var mistakes []error
	for i := range declared {
		actor := declared[i]
		if earlier, ok := c.byID[actor.ID]; ok {
			mistakes = append(mistakes, mistakeAt(actor.Line, "id", `the id %q is taken by %s (%s); give one of them another "id:"`,
				actor.ID, earlier.Name, earlier.Line))
			continue
		}
		c.byID[actor.ID] = &actor
		c.actors = append(c.actors, &actor)
	}
	fromTemplate := c.addInstitutions(bodies)
	mistakes = append(mistakes, c.dangling()...)
	if err := errors.Join(mistakes...); err != nil {
		return nil, err
	}
	slices.SortFunc(c.actors, func(a, b *Actor) int { return cmp.Compare(a.ID, b.ID) })
	c.index(fromTemplate)
	return c, nil
}

// dangling reports references to actors that do not exist.
func (c *Catalogue) dangling() []error {
	var mistakes []error
	missing := func(actor *Actor, key, what, id string) {
		mistakes = append(mistakes, mistakeAt(actor.Line, key, "%s: %s %q is no actor's id%s", actor.Name, what, id, c.nearID(id)))
	}
	for _, actor := range c.actors {
		if actor.Of != "" {
			if owner, ok := c.byID[actor.Of]; !ok {
				missing(actor, "of", "of", actor.Of)
			} else if actor.Code == "" {
				actor.Code = owner.Code
			}
		}
		for i := range actor.Roles {
			if of := actor.Roles[i].Of; of != "" && c.byID[of] == nil {
				missing(actor, "roles", "role "+actor.Roles[i].Title+" of", of)
			}
		}
	}
	return mistakes
}

// mistakeAt makes a mistake of the entry at a place, as Actor.Line has it.
func mistakeAt(place, key, format string, arguments ...any) *strict.Mistake {
	m := &strict.Mistake{File: place, Key: key, Text: fmt.Sprintf(format, arguments...)}
	if i := strings.LastIndex(place, ":"); i >= 0 {
		if line, err := strconv.Atoi(place[i+1:]); err == nil {
			m.File, m.Line = place[:i], line
		}
	}
	return m
}

// index enters every name, surname and office.
func (c *Catalogue) index(fromTemplate map[string]bool) {
	entered := map[string]bool{}
	for _, actor := range c.actors {
		clear(entered)
		for _, list := range []struct {
			via   Via
			names []string
		}{{ViaName, []string{actor.Name}}, {ViaAlias, actor.Aliases}, {ViaSeat, actor.Seats}, {ViaAdjective, actor.Adjectives}} {
			via := list.via
			if fromTemplate[actor.ID] {
				via = ViaInstitution
			}
			for _, name := range list.names {
				if entered[name] {
					continue
				}
				entered[name] = true
				c.enter(name, Match{actor, via})
			}
		}
		for i := range actor.Roles {
			role := &actor.Roles[i]
			title, known := c.titles.parse(role.Title)
			c.offices[role.Of] = append(c.offices[role.Of], tenure{actor, role, title, known})
		}
		if actor.Kind == Person {
			c.enterSurnames(actor)
		}
	}
	c.order()
}

// enter adds one name to the trie of its kind.
func (c *Catalogue) enter(name string, match Match) {
	index, least := c.names, leastCase(name)
	if match.Actor.Kind == Person {
		index, least = c.persons, initialCase
	}
	index.add(name, least, match)
}

// leastCase returns how a text must be written to mean a name: short
// abbreviations in capitals (WHO, US), other names with the capital that they
// begin with (Turkey, Nato), and all else anyhow. The article does not count.
func leastCase(name string) letterCase {
	name = strings.TrimPrefix(strings.TrimPrefix(name, "the "), "The ")
	first, _, _ := strings.Cut(name, " ")
	written := caseOf(first)
	if written == upperCase && len(plainKey(first)) > 3 {
		return initialCase
	}
	return written
}

// order sorts what one name may mean: the likelier first, and once for each actor.
func (c *Catalogue) order() {
	for _, index := range []*trie[Match]{c.names, c.persons} {
		for n := range index.nodes {
			for written := range index.nodes[n].values {
				matches := index.nodes[n].values[written]
				if len(matches) > 1 {
					index.nodes[n].values[written] = c.ordered(matches)
				}
			}
		}
	}
	for _, ambiguous := range c.shared {
		c.prefer(ambiguous)
	}
}

func (c *Catalogue) ordered(matches []Match) []Match {
	slices.SortStableFunc(matches, func(a, b Match) int {
		return cmp.Or(cmp.Compare(a.Via.rank(), b.Via.rank()), cmp.Compare(a.Actor.ID, b.Actor.ID))
	})
	var once []Match
	for _, match := range matches {
		if !slices.ContainsFunc(once, func(other Match) bool { return other.Actor == match.Actor }) {
			once = append(once, match)
		}
	}
	return once
}

// prefer puts the actors of a deliberate ambiguity into the order of the file.
func (c *Catalogue) prefer(ambiguous ambiguity) {
	node := c.names.node(ambiguous.Text)
	if node == 0 {
		return
	}
	for _, matches := range c.names.nodes[node].values {
		slices.SortStableFunc(matches, func(a, b Match) int {
			return cmp.Compare(place(ambiguous.Actors, a.Actor.ID), place(ambiguous.Actors, b.Actor.ID))
		})
	}
}

func place(ids []string, id string) int {
	if i := slices.Index(ids, id); i >= 0 {
		return i
	}
	return len(ids)
}

func (v Via) rank() int {
	return slices.Index([]Via{ViaName, ViaAlias, ViaInstitution, ViaSeat, ViaAdjective}, v)
}

// With returns a catalogue that has the given actors as well. The error names
// ids that are taken and references that lead nowhere; c itself stays as it is.
func (c *Catalogue) With(actors ...Actor) (*Catalogue, error) {
	return build(slices.Concat(c.declared, actors))
}

// Put returns a catalogue that has the given actor in place of the one with its
// id, or as well when there is none. The error names references that lead
// nowhere; c itself stays as it is.
func (c *Catalogue) Put(actor Actor) (*Catalogue, error) {
	declared := slices.DeleteFunc(slices.Clone(c.declared), func(a Actor) bool { return a.ID == actor.ID })
	return build(append(declared, actor))
}

// Actor returns the actor with the id.
func (c *Catalogue) Actor(id string) (*Actor, bool) {
	actor, ok := c.byID[id]
	return actor, ok
}

// Actors returns all actors, ascending by id.
func (c *Catalogue) Actors() []*Actor { return slices.Clone(c.actors) }

// Find returns the actors that a whole text may name, however it is written,
// the likelier first. The article before a name does not count.
func (c *Catalogue) Find(name string) []Match {
	forms := []string{name}
	if bare, ok := cutArticle(name); ok {
		forms = append(forms, bare)
	} else {
		forms = append(forms, "the "+name)
	}
	var found []Match
	for _, form := range forms {
		for _, index := range []*trie[Match]{c.names, c.persons} {
			for _, match := range index.find(form) {
				if !slices.ContainsFunc(found, func(m Match) bool { return m.Actor == match.Actor }) {
					found = append(found, match)
				}
			}
		}
	}
	return found
}

func cutArticle(name string) (string, bool) {
	if len(name) > 4 && strings.EqualFold(name[:4], "the ") {
		return name[4:], true
	}
	return name, false
}

// Scan finds the longest name at the beginning of a text, given as its tokens,
// and returns how many tokens it has and whom it may mean; 0 when no name
// begins here. Case counts: abbreviations of up to three letters must stand in
// capitals (US, WHO), other names must begin with a capital where the
// catalogue has one, and a name that it lists with "the" is found only with
// it. Nothing is allocated unless a person and something else share a name.
func (c *Catalogue) Scan(words []string) (n int, matches []Match) {
	n, matches = c.names.scan(words)
	m, persons := c.persons.scan(words)
	switch {
	case m > n:
		return m, persons
	case m == n && m > 0:
		return n, slices.Concat(matches, persons)
	}
	return n, matches
}

// LongestName returns the number of words of the longest name.
func (c *Catalogue) LongestName() int { return max(c.names.longest, c.persons.longest) }

// Holders returns who held an office at an actor (its id) on a day, by id. The
// title may be any that means the office there: "FM", "top diplomat", or
// "Secretary of State" in the United States. A loose title such as "leader"
// gives the holders of the first office that it may stand for and that has
// one. An office of a ministry may also be asked for at its country
// ("Foreign Ministry spokeswoman", russia).
func (c *Catalogue) Holders(title, of string, day time.Time) []*Actor {
	wanted, known := c.titles.parse(title)
	if !known {
		name := plainKey(title)
		return c.holders(of, day, func(o tenure) bool { return plainKey(o.role.Title) == name })
	}
	for _, at := range c.places(wanted, of) {
		for _, one := range c.titles.meanings(wanted, of) {
			found := c.holders(at, day, func(o tenure) bool { return o.known && c.titles.same(one, o.title, of) })
			if len(found) > 0 {
				return found
			}
		}
	}
	return nil
}

// places returns where an office may belong to: the actor, and the ministry
// that the title names.
func (c *Catalogue) places(title Office, of string) []string {
	if title.Department == "" {
		return []string{of}
	}
	for _, match := range c.Find(title.Department + " of " + c.nameOf(of)) {
		return []string{of, match.Actor.ID}
	}
	return []string{of}
}

func (c *Catalogue) nameOf(id string) string {
	if actor, ok := c.byID[id]; ok {
		return actor.Name
	}
	return id
}

func (c *Catalogue) holders(of string, day time.Time, wanted func(tenure) bool) []*Actor {
	var found []*Actor
	for _, o := range c.offices[of] {
		if o.role.HeldAt(day) && wanted(o) && !slices.Contains(found, o.holder) {
			found = append(found, o.holder)
		}
	}
	return found
}
