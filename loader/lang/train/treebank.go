package train

import (
	"fmt"
	"slices"

	"demarche/loader/lang/conllu"
	"demarche/loader/lang/gum"
	"demarche/loader/lang/internal/form"
	"demarche/loader/lang/internal/gazetteer"
)

// Treebank is annotated sentences.
type Treebank struct {
	Sentences []*conllu.Sentence
	Entities  bool // whether mentions of entities are marked, as in GUM
}

// sentence is an example for the syntax network. Labels are numbers; -1 is unknown.
type sentence struct {
	forms                   []form.Form
	lists, known            [][]uint64 // what lists of names say of the words
	xpos, upos, rels, names []int32
	heads                   []int32 // -1 is the root
	words                   []int32 // number in the vocabulary
	counts                  []int   // how often the word occurs in the treebanks
}

// labels numbers names of tags and the like.
type labels struct {
	names []string
}

func (l *labels) number(name string) int32 {
	i := slices.Index(l.names, name)
	if i < 0 {
		i = len(l.names)
		l.names = append(l.names, name)
	}
	return int32(i)
}

// inventory is all labels and the vocabulary of a treebank.
type inventory struct {
	gazetteer               gazetteer.Known // may be nil
	xpos, upos, rels, names labels
	counts                  map[uint64]int
	words                   []uint64 // from number 1
	numbers                 map[uint64]int32
}

// least is how often a word must occur to be in the vocabulary.
const least = 2

// takeIn makes examples of treebanks, and numbers what occurs in them. The vocabulary has words of the text as well.
func takeIn(treebanks []Treebank, text [][]string, known gazetteer.Known) (*inventory, []*sentence, error) {
	v := &inventory{gazetteer: known, counts: map[uint64]int{}, numbers: map[uint64]int32{}}
	v.names.number("O")
	for _, kind := range []string{"person", "organization", "place", "event", "date", "other"} {
		v.names.number("B-" + kind)
		v.names.number("I-" + kind)
	}
	var examples []*sentence
	for _, bank := range treebanks {
		some, err := v.examples(bank)
		if err != nil {
			return nil, nil, err
		}
		examples = append(examples, some...)
	}
	for _, words := range text {
		for _, word := range words {
			v.counts[form.Of(word).Word]++
		}
	}
	enter := func(word uint64) {
		if v.counts[word] >= least && v.numbers[word] == 0 {
			v.words = append(v.words, word)
			v.numbers[word] = int32(len(v.words))
		}
	}
	for _, e := range examples {
		for _, f := range e.forms {
			enter(f.Word)
		}
	}
	for _, words := range text {
		for _, word := range words {
			enter(form.Of(word).Word)
		}
	}
	for _, e := range examples {
		for _, f := range e.forms {
			e.words = append(e.words, v.numbers[f.Word])
			e.counts = append(e.counts, v.counts[f.Word])
		}
	}
	return v, examples, nil
}

// examples makes examples of the sentences of a treebank.
func (v *inventory) examples(bank Treebank) ([]*sentence, error) {
	var examples []*sentence
	for _, s := range bank.Sentences {
		e := &sentence{}
		for _, word := range s.Words {
			f := form.Of(word.Form)
			v.counts[f.Word]++
			e.forms = append(e.forms, f)
			e.xpos = append(e.xpos, v.xpos.number(word.XPOS))
			e.upos = append(e.upos, v.upos.number(word.UPOS))
			e.rels = append(e.rels, v.rels.number(word.Rel))
			e.heads = append(e.heads, int32(word.Head-1))
			e.names = append(e.names, -1)
		}
		e.mark(wordsOf(s), v.gazetteer)
		if bank.Entities {
			names, err := v.nameLabels(s)
			if err != nil {
				id, _ := s.Comment("sent_id")
				return nil, fmt.Errorf("sentence %s: %w", id, err)
			}
			e.names = names
		}
		examples = append(examples, e)
	}
	return examples, nil
}

// nameLabels numbers the words of a sentence by the names that they are part of.
func (v *inventory) nameLabels(s *conllu.Sentence) ([]int32, error) {
	names, err := gum.Names(s)
	if err != nil {
		return nil, err
	}
	marked := make([]int32, len(s.Words)) // 0 is no name
	for _, n := range names {
		marked[n.First] = v.names.number("B-" + n.Kind)
		for i := n.First + 1; i < n.End; i++ {
			marked[i] = v.names.number("I-" + n.Kind)
		}
	}
	return marked, nil
}

func wordsOf(s *conllu.Sentence) []string {
	words := make([]string, len(s.Words))
	for i, w := range s.Words {
		words[i] = w.Form
	}
	return words
}

// mark notes what lists of names say of the words.
func (e *sentence) mark(words []string, known gazetteer.Known) {
	e.lists, e.known = make([][]uint64, len(words)), make([][]uint64, len(words))
	gazetteer.Mark(words, func(word int, mark uint64) { e.lists[word] = append(e.lists[word], mark) })
	if known != nil {
		gazetteer.MarkKnown(words, known, func(word int, mark uint64) { e.known[word] = append(e.known[word], mark) })
	}
}
