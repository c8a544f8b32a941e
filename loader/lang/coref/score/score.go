// Package score measures package coref against the gold entities of the corpus GUM: the
// metrics MUC, B-cubed and CEAF-e with their mean, the CoNLL score (Pradhan et al. 2014,
// "Scoring Coreference Partitions of Predicted Mentions: A Reference Implementation").
//
// What counts, first: named and pronominal mentions. These are the mentions whose head, by
// the gold tree, is a proper noun (PROPN) or a personal or possessive pronoun (PRP, PRP$);
// for the system those that it calls names, and its pronouns but for "this" and the like.
// All others are left out, and then entities that have one mention left: as in
// CoNLL-2012, what is mentioned once counts on neither side.
//
// What counts, second: the same with descriptions. Entities count that have two or more
// mentions, one of which is named or pronominal; all their mentions count, whatever their form.
// Entities that only common nouns mention ("the treatment ... the treatment") do not:
// news records are about who is named or stood for.
//
// How mentions meet. Exact: the words of a mention are the same on both sides. Gold
// mentions are maximal noun phrases with relative clauses and prepositional phrases, so an
// exact match asks for the right attachment of all of these. Head: the head words are
// the same, by the gold tree here and by the system's tree there; a name may stand with any
// of its words for its head, since treebanks and parsers differ in which word of "Sergei
// Lavrov" that is. Of several mentions of a side with one head word the longest counts.
// Head is what later stages need, which ask who a word stands for.
//
// Everything here is plain data without shared state.
package score

import (
	"fmt"
	"slices"

	"demarche/loader/lang/conllu"
	"demarche/loader/lang/coref"
)

// Metrics are the scores of one way of matching mentions.
type Metrics struct {
	MUC, BCubed, CEAFe Share
	Mentions           Share // mentions that both sides count
}

// CoNLL is the mean of the F1 of the three metrics, 0 to 1.
func (m Metrics) CoNLL() float64 { return (m.MUC.F1() + m.BCubed.F1() + m.CEAFe.F1()) / 3 }

// String gives the scores in percent, as precision/recall/F1 where they have parts.
func (m Metrics) String() string {
	return fmt.Sprintf("CoNLL %.2f (MUC %s, B-cubed %s, CEAF-e %s, mentions %s)", 100*m.CoNLL(), m.MUC, m.BCubed, m.CEAFe, m.Mentions)
}

// Add sums up.
func (m *Metrics) Add(o Metrics) {
	m.MUC.Add(o.MUC)
	m.BCubed.Add(o.BCubed)
	m.CEAFe.Add(o.CEAFe)
	m.Mentions.Add(o.Mentions)
}

// Scores are those of the two ways of matching mentions.
type Scores struct{ Head, Exact Metrics }

// Result is how well a treebank's entities were found.
type Result struct {
	Documents, Words int
	Named            Scores // of named and pronominal mentions
	Described        Scores // with descriptions
	// Links says by form of mention ("name", "nominal", "pronoun") how well each mention
	// that is not the first of its entity was tied to the nearest one before: wanted are
	// those gold mentions, given those of the system, right those whose nearest earlier
	// mention in the system's entity is of the gold entity. Mentions meet by their heads;
	// descriptions count.
	Links map[coref.Form]Share
	// Genres has the head scores of named and pronominal mentions by genre.
	Genres map[string]Metrics
}

// GUM resolves the documents of a treebank of GUM and compares. Analyse replaces the gold
// tags, trees and names of a document by those of a system, word by word; nil keeps them.
// With speakers, documents say who speaks where the corpus does. Resolve is usually
// coref.Resolve.
func GUM(sentences []*conllu.Sentence, speakers bool, analyse func(*coref.Document), resolve func(*coref.Document) []coref.Entity) (Result, error) {
	texts, err := Read(sentences, speakers)
	if err != nil {
		return Result{}, err
	}
	for i := range texts {
		if analyse != nil {
			texts[i] = texts[i].Analysed(analyse)
		}
	}
	return Texts(texts, resolve), nil
}

// Texts is GUM for documents that were read before.
func Texts(texts []*Text, resolve func(*coref.Document) []coref.Entity) Result {
	result := Result{Links: map[coref.Form]Share{}, Genres: map[string]Metrics{}}
	for _, text := range texts {
		gold, system := goldEntities(text), systemEntities(text, resolve(&text.Document))
		result.Documents++
		result.Words += len(text.Document.Words)
		named := result.Named.add(namedOnly(gold), namedOnly(system))
		gold, system = withNamed(gold), withNamed(system)
		result.Described.add(gold, system)
		result.addLinks(gold, system)
		genre := result.Genres[text.Genre()]
		genre.Add(named)
		result.Genres[text.Genre()] = genre
	}
	return result
}

// add compares the entities of a document; it returns the head scores.
func (s *Scores) add(gold, system [][]mention) Metrics {
	head := compare(clusters(gold, headOf), clusters(system, headOf))
	s.Head.Add(head)
	s.Exact.Add(compare(clusters(gold, spanOf), clusters(system, spanOf)))
	return head
}

func compare[M comparable](key, response Clusters[M]) Metrics {
	m := Metrics{MUC: MUC(key, response), BCubed: BCubed(key, response), CEAFe: CEAFe(key, response)}
	of := key.of()
	for _, cluster := range response {
		for _, mention := range cluster {
			m.Mentions.Given++
			if _, ok := of[mention]; ok {
				m.Mentions.Right++
				m.Mentions.Good++
			}
		}
	}
	m.Mentions.Wanted = float64(len(of))
	return m
}

// mention is what both sides have in common.
type mention struct {
	first, end, head int
	form             coref.Form
}

func headOf(m mention) int    { return m.head }
func spanOf(m mention) [2]int { return [2]int{m.first, m.end} }

// clusters names mentions by a key. A mention whose key another one has does not count
// twice; entities come in order, so that the longer mention comes first in its list.
func clusters[M comparable](entities [][]mention, key func(mention) M) Clusters[M] {
	longest := map[M]int{}
	for _, entity := range entities {
		for _, m := range entity {
			longest[key(m)] = max(longest[key(m)], m.end-m.first)
		}
	}
	taken := map[M]bool{}
	var all Clusters[M]
	for _, entity := range entities {
		var cluster []M
		for _, m := range entity {
			if k := key(m); !taken[k] && m.end-m.first == longest[k] {
				taken[k] = true
				cluster = append(cluster, k)
			}
		}
		if len(cluster) > 1 {
			all = append(all, cluster)
		}
	}
	return all
}

// goldEntities gives the entities of a text.
func goldEntities(text *Text) [][]mention {
	index := map[string]int{}
	var all [][]mention
	for _, m := range text.Mentions {
		i, ok := index[m.Entity]
		if !ok {
			i = len(all)
			index[m.Entity] = i
			all = append(all, nil)
		}
		all[i] = append(all[i], mention{m.First, m.End, m.Head, m.form})
	}
	return all
}

func goldForm(head coref.Word) coref.Form {
	switch {
	case head.UPOS == "PROPN":
		return coref.Named
	case head.XPOS == "PRP" || head.XPOS == "PRP$":
		return coref.Pronoun
	}
	return coref.Nominal
}

// systemEntities gives the entities of the system. A name gets the head of the
// gold mention whose head it holds, its own before others.
func systemEntities(text *Text, entities []coref.Entity) [][]mention {
	heads := map[int]bool{}
	for _, m := range text.Mentions {
		heads[m.Head] = true
	}
	var all [][]mention
	for _, e := range entities {
		var list []mention
		for _, m := range e.Mentions {
			form := m.Form
			if form == coref.Pronoun {
				form = goldForm(text.Document.Words[m.Head]) // demonstratives are no personal pronouns
			}
			head := m.Head
			for w := m.NameFirst; w < m.NameEnd && !heads[head]; w++ {
				if heads[w] {
					head = w
				}
			}
			list = append(list, mention{m.First, m.End, head, form})
		}
		all = append(all, list)
	}
	return all
}

// namedOnly keeps the mentions that are named or pronominal.
func namedOnly(entities [][]mention) [][]mention {
	var kept [][]mention
	for _, entity := range entities {
		var list []mention
		for _, m := range entity {
			if m.form != coref.Nominal {
				list = append(list, m)
			}
		}
		if len(list) > 1 {
			kept = append(kept, list)
		}
	}
	return kept
}

// withNamed keeps the entities of several mentions of which one is named or pronominal.
func withNamed(entities [][]mention) [][]mention {
	var kept [][]mention
	for _, entity := range entities {
		if len(entity) > 1 && slices.ContainsFunc(entity, func(m mention) bool { return m.form != coref.Nominal }) {
			kept = append(kept, entity)
		}
	}
	return kept
}

// addLinks counts mentions by form.
func (r *Result) addLinks(gold, system [][]mention) {
	entityOf := map[int]int{} // head word -> gold entity
	for i, entity := range gold {
		for _, m := range entity {
			if _, ok := entityOf[m.head]; !ok {
				entityOf[m.head] = i
			}
		}
	}
	count := func(form coref.Form, s Share) {
		share := r.Links[form]
		share.Add(s)
		r.Links[form] = share
	}
	for _, entity := range gold {
		for _, m := range entity[1:] {
			count(m.form, Share{Wanted: 1})
		}
	}
	for _, entity := range system {
		for i, m := range entity[1:] {
			s := Share{Given: 1}
			own, ok := entityOf[m.head]
			if before, known := entityOf[entity[i].head]; ok && known && own == before && entity[i].head != m.head {
				s.Right, s.Good = 1, 1
			}
			count(m.form, s)
		}
	}
}
