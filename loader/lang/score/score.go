// Package score measures the stages of loader/lang against treebanks.
//
// Every measure is a Share of what is right, of what the treebank has and of what the program gives; its F1 is what is
// published. Nothing here has state.
package score

import (
	"fmt"
	"sort"
	"strings"

	"demarche/loader/lang/conllu"
	"demarche/loader/lang/gum"
	"demarche/loader/lang/segment"
	"demarche/loader/lang/syntax"
)

// Share counts what is right among what is wanted and what is given.
type Share struct{ Right, Wanted, Given int }

// Precision is the share of what is given that is right; like the next two 0 where there is nothing.
func (s Share) Precision() float64 { return ratio(s.Right, s.Given) }

// Recall is the share of what is wanted that is right.
func (s Share) Recall() float64 { return ratio(s.Right, s.Wanted) }

// F1 is the harmonic mean of precision and recall.
func (s Share) F1() float64 { return ratio(2*s.Right, s.Wanted+s.Given) }

func ratio(part, whole int) float64 {
	if whole == 0 {
		return 0
	}
	return float64(part) / float64(whole)
}

func (s Share) String() string { return fmt.Sprintf("%.2f", 100*s.F1()) }

// CutScore says how well text is cut.
type CutScore struct{ Tokens, Sentences Share }

func (c CutScore) String() string {
	return fmt.Sprintf("tokens %s, sentences %s", c.Tokens, c.Sentences)
}

// extent is where a token or sentence stands, in characters of the text without white space: the measure of
// the CoNLL 2018 shared task (Zeman et al. 2018).
type extent struct{ begin, end int }

// Cuts compares the sentences and surface tokens ("don't" is one) of a treebank with those that a model finds in its
// running text.
func Cuts(gold []*conllu.Sentence, model *segment.Model) CutScore {
	tokens, sentences := map[extent]bool{}, map[extent]bool{}
	at := 0
	for _, s := range gold {
		begin := at
		s.Surface(func(_, _ int, form string, _ bool) {
			size := visible(form)
			tokens[extent{at, at + size}] = true
			at += size
		})
		sentences[extent{begin, at}] = true
	}
	text := conllu.Text(gold)
	words, ends := model.Split(text, segment.Piece{Begin: 0, End: len(text)})
	var c CutScore
	at = 0
	first := 0
	for _, end := range ends {
		begin := at
		for i := first; i < end; {
			size := 0
			for next := i; i == next || i < end && words[i].Joined; i++ {
				size += visible(text[words[i].Begin:words[i].End])
			}
			c.Tokens.add(tokens, extent{at, at + size})
			at += size
		}
		c.Sentences.add(sentences, extent{begin, at})
		first = end
	}
	c.Tokens.Wanted, c.Sentences.Wanted = len(tokens), len(sentences)
	return c
}

func (s *Share) add(gold map[extent]bool, e extent) {
	s.Given++
	if gold[e] {
		s.Right++
	}
}

// visible is the number of characters that are no white space.
func visible(s string) int { return len([]rune(strings.Join(strings.Fields(s), ""))) }

// NameScore is shares by kind of name.
type NameScore map[string]Share

// Main are the kinds of names that count together.
var Main = []string{"person", "organization", "place"}

// All sums up the main kinds.
func (n NameScore) All() Share {
	var all Share
	for _, kind := range Main {
		all.Right, all.Wanted, all.Given = all.Right+n[kind].Right, all.Wanted+n[kind].Wanted, all.Given+n[kind].Given
	}
	return all
}

func (n NameScore) String() string {
	var kinds []string
	for kind := range n {
		kinds = append(kinds, kind)
	}
	sort.Strings(kinds)
	line := fmt.Sprintf("person, organization and place %s", n.All())
	for _, kind := range kinds {
		line += fmt.Sprintf(", %s %s", kind, n[kind])
	}
	return line
}

// Names compares the names of a treebank with entities (gum.Names) with those that a model finds, given the words. Known
// names may be nil. A name is right when its words and its kind are.
func Names(gold []*conllu.Sentence, model *syntax.Model, known syntax.Known) (NameScore, error) {
	var words []string
	var ends []int
	for _, s := range gold {
		for _, w := range s.Words {
			words = append(words, w.Form)
		}
		ends = append(ends, len(words))
	}
	found := map[syntax.Name]bool{}
	n := NameScore{}
	count := func(kind string, right, wanted, given int) {
		s := n[kind]
		n[kind] = Share{s.Right + right, s.Wanted + wanted, s.Given + given}
	}
	for _, name := range model.Parse(words, ends, known).Names {
		found[name] = true
		count(name.Kind, 0, 0, 1)
	}
	first := 0
	for i, s := range gold {
		names, err := gum.Names(s)
		if err != nil {
			id, _ := s.Comment("sent_id")
			return nil, fmt.Errorf("sentence %s: %w", id, err)
		}
		for _, name := range names {
			right := 0
			if found[syntax.Name{First: first + name.First, End: first + name.End, Kind: name.Kind}] {
				right = 1
			}
			count(name.Kind, right, 1, 0)
		}
		first = ends[i]
	}
	return n, nil
}
