package syntax

import (
	"fmt"
	"strings"

	"demarche/loader/lang/conllu"
)

// Score is the share of words, in percent, that a model gets right when it is given the
// words of a treebank: tags, lemma, head (UAS), head and relation without subtype (LAS).
type Score struct {
	Words                       int
	XPOS, UPOS, Lemma, UAS, LAS float64
}

func (s Score) String() string {
	return fmt.Sprintf("%d words, XPOS %.2f, UPOS %.2f, lemma %.2f, UAS %.2f, LAS %.2f", s.Words, s.XPOS, s.UPOS, s.Lemma, s.UAS, s.LAS)
}

// Score parses the words of the sentences and compares.
func (m *Model) Score(sentences []*conllu.Sentence) Score {
	var score Score
	tokens, ends := m.parseAll(sentences)
	from := 0
	for i, s := range sentences {
		for k, want := range s.Words {
			score.add(want, tokens[from+k], from)
		}
		from = ends[i]
	}
	for _, share := range []*float64{&score.XPOS, &score.UPOS, &score.Lemma, &score.UAS, &score.LAS} {
		*share *= 100 / float64(max(1, score.Words))
	}
	return score
}

// Annotate parses the words of sentences and writes tags, lemmas and trees into them; features are removed.
func (m *Model) Annotate(sentences []*conllu.Sentence) {
	tokens, ends := m.parseAll(sentences)
	from := 0
	for i, s := range sentences {
		for k := range s.Words {
			w, t := &s.Words[k], tokens[from+k]
			w.Lemma, w.UPOS, w.XPOS, w.Feats, w.Rel = t.Lemma, t.UPOS, t.XPOS, "", t.Rel
			if w.Head = 0; t.Head >= 0 {
				w.Head = t.Head - from + 1
			}
		}
		from = ends[i]
	}
}

func (m *Model) parseAll(sentences []*conllu.Sentence) (tokens []Token, ends []int) {
	var words []string
	for _, s := range sentences {
		for _, word := range s.Words {
			words = append(words, word.Form)
		}
		ends = append(ends, len(words))
	}
	return m.Parse(words, ends, nil).Tokens, ends
}

func (s *Score) add(want conllu.Word, got Token, first int) {
	s.Words++
	count := func(share *float64, right bool) {
		if right {
			*share++
		}
	}
	head := got.Head-first == want.Head-1 || got.Head < 0 && want.Head == 0
	count(&s.XPOS, got.XPOS == want.XPOS)
	count(&s.UPOS, got.UPOS == want.UPOS)
	count(&s.Lemma, got.Lemma == want.Lemma || want.Lemma == "_")
	count(&s.UAS, head)
	count(&s.LAS, head && universal(got.Rel) == universal(want.Rel))
}

// universal is a relation without its subtype.
func universal(relation string) string {
	relation, _, _ = strings.Cut(relation, ":")
	return relation
}
