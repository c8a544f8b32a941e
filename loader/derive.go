package loader

import (
	"strings"
	"time"
	"unicode/utf8"

	"github.com/cayleygraph/quad"

	"demarche/internal/sketch"
	"demarche/internal/topic"
	"demarche/schema"
)

// labelLength is how many code points of a record's label are shown.
const labelLength = 80

// node is one subject of an article's quads with its values by predicate.
type node struct {
	iri    quad.IRI
	values map[string][]quad.Value
}

// text returns the first string or IRI of a predicate, or "".
func (n *node) text(predicate string) string {
	for _, value := range n.values[predicate] {
		if text := schema.StringOf(value); text != "" {
			return text
		}
	}
	return ""
}

// actors returns the ids of the actors that a predicate points at.
func (n *node) actors(predicate string) []string {
	var ids []string
	for _, value := range n.values[predicate] {
		if iri, ok := value.(quad.IRI); ok {
			ids = append(ids, strings.TrimPrefix(string(iri), schema.ActorIRI("")))
		}
	}
	return ids
}

// finish drops repeated quads and adds what follows from the others: the
// labels of the records and their index entries. Because both are derived,
// relinking only has to change the actors and to derive again.
func finish(label quad.IRI, quads []quad.Quad) []quad.Quad {
	var order []quad.IRI
	nodes := map[quad.IRI]*node{}
	for _, q := range quads {
		iri := q.Subject.(quad.IRI)
		n := nodes[iri]
		if n == nil {
			n = &node{iri, map[string][]quad.Value{}}
			nodes[iri] = n
			order = append(order, iri)
		}
		predicate := string(q.Predicate.(quad.IRI))
		n.values[predicate] = append(n.values[predicate], q.Object)
	}
	name := func(id string) string {
		if n := nodes[quad.IRI(schema.ActorIRI(id))]; n != nil {
			return n.text(schema.Label)
		}
		return id
	}
	w := &writer{article: label, quads: quads}
	for _, iri := range order {
		n := nodes[iri]
		w.add(iri, schema.Label, quad.String(sentence(n, name)))
		w.addIndex(n)
	}
	return distinct(w.quads)
}

// distinct drops quads that were there before.
func distinct(quads []quad.Quad) []quad.Quad {
	seen := make(map[quad.Quad]bool, len(quads))
	kept := quads[:0:0]
	for _, q := range quads {
		if !seen[q] {
			seen[q] = true
			kept = append(kept, q)
		}
	}
	return kept
}

// derivedLabel says of which classes the label is derived by sentence.
var derivedLabel = map[string]bool{
	schema.ClassDemand: true, schema.ClassStatement: true, schema.ClassPosition: true, schema.ClassMembership: true,
}

// sentence says in a few words what a record holds, or "" for other nodes.
func sentence(n *node, name func(id string) string) string {
	names := func(predicate string) string {
		var all []string
		for _, id := range n.actors(predicate) {
			all = append(all, name(id))
		}
		return strings.Join(all, ", ")
	}
	arrow := func(from, to, words string) string {
		if to != "" {
			from += " → " + to
		}
		return cut(from + ": " + words)
	}
	quote := strings.Join(strings.Fields(n.text(schema.Quote)), " ")
	switch n.text(schema.Type) {
	case schema.ClassDemand:
		quote = strings.TrimPrefix(quote, "to ")
		if n.text(schema.Polarity) == "dont" {
			quote = "not " + quote
		}
		return arrow(names(schema.By), names(schema.Of), quote)
	case schema.ClassStatement:
		if n.text(schema.Quoted) == "direct" {
			quote = "“" + quote + "”"
		}
		return arrow(names(schema.Speaker), names(schema.Addressee), quote)
	case schema.ClassPosition:
		return cut(names(schema.Holder) + " " + n.text(schema.Stance) + "s " + n.text(schema.Issue))
	case schema.ClassMembership:
		title := names(schema.Member) + ", " + n.text(schema.Title)
		if of := names(schema.Organization); of != "" {
			title += " of " + of
		}
		return cut(title)
	}
	return ""
}

// cut shortens a label between words.
func cut(text string) string {
	if utf8.RuneCountInString(text) <= labelLength {
		return text
	}
	short := string([]rune(text)[:labelLength-1])
	if space := strings.LastIndexByte(short, ' '); space > len(short)/2 {
		short = short[:space]
	}
	return strings.TrimRight(short, " ,;:") + "…"
}

// addIndex enters a record into the index nodes under which questions find it,
// and an article into those under which its copies are found.
func (w *writer) addIndex(n *node) {
	var kind string
	keys := []string{"all"}
	each := func(name, predicate string) {
		for _, id := range n.actors(predicate) {
			keys = append(keys, name+"/"+id)
		}
	}
	pair := func(from, to string) {
		for _, a := range n.actors(from) {
			for _, b := range n.actors(to) {
				keys = append(keys, "pair/"+a+"/"+b)
			}
		}
	}
	words := n.text(schema.Quote)
	switch n.text(schema.Type) {
	case schema.ClassArticle:
		w.enterArticle(n)
		return
	case schema.ClassDemand:
		kind = "demand"
		each("by", schema.By)
		each("of", schema.Of)
		pair(schema.By, schema.Of)
	case schema.ClassStatement:
		kind = "statement"
		each("speaker", schema.Speaker)
		each("addressee", schema.Addressee)
		pair(schema.Speaker, schema.Addressee)
	case schema.ClassEvent:
		kind, words = "event", n.text(schema.Label)
		each("participant", schema.Participant)
	case schema.ClassPosition:
		kind, words = "position", n.text(schema.Issue)
		each("holder", schema.Holder)
	case schema.ClassMembership:
		kind, words = "membership", n.text(schema.Title)
		each("member", schema.Member)
		each("organization", schema.Organization)
	default:
		return
	}
	for _, value := range n.values[schema.About] {
		if iri, ok := value.(quad.IRI); ok {
			keys = append(keys, "issue/"+strings.TrimPrefix(string(iri), schema.IssueIRI("")))
		}
	}
	for _, word := range topic.Keys(words) {
		keys = append(keys, "topic/"+word)
	}
	w.enter(n, kind, keys)
}

// enterArticle writes the index entries of an article. A text that is too short
// for a sketch has none.
func (w *writer) enterArticle(n *node) {
	s, err := sketch.Parse(n.text(schema.Sketch))
	if err != nil {
		return
	}
	for _, key := range s.Keys() {
		w.add(n.iri, schema.IndexedUnder, quad.IRI(schema.IndexIRI("article", "shingle/"+key, "any")))
	}
}

// enter writes the index entries of a record, each key under the record's
// month. Entries of entries let a question find its way without reading
// records: months stand under their years, years under their decades, and the
// pairs of a month under "pairs".
func (w *writer) enter(n *node, kind string, keys []string) {
	month := "undated"
	under := func(entry, key, month string) {
		w.add(quad.IRI(schema.IndexIRI(kind, entry, month)), schema.IndexedUnder, quad.IRI(key))
	}
	if day, ok := dayOf(n); ok {
		month = day.Format("2006-01")
		year := schema.IndexIRI(kind, "all", day.Format("2006"))
		under("all", year, month)
		under("all", schema.IndexIRI(kind, "all", schema.Decade(day.Year())), day.Format("2006"))
	}
	for _, key := range keys {
		w.add(n.iri, schema.IndexedUnder, quad.IRI(schema.IndexIRI(kind, key, month)))
		if strings.HasPrefix(key, "pair/") {
			under(key, schema.IndexIRI(kind, "pairs", month), month)
		}
	}
}

// dayOf returns the day under which a record counts. Years that news does not
// deal with count as undated: they are misreadings, and the index is walked
// year by year.
func dayOf(n *node) (time.Time, bool) {
	for _, value := range n.values[schema.Day] {
		if day, ok := value.(quad.Time); ok {
			t := time.Time(day)
			return t, t.Year() >= schema.FirstYear && t.Year() <= schema.LastYear
		}
	}
	return time.Time{}, false
}
