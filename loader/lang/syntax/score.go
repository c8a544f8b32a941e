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
	var words []string
	var tokens []Token
	for _, s := range sentences {
		words = words[:0]
		for _, word := range s.Words {
			words = append(words, word.Form)
		}
		tokens = m.Parse(words, tokens[:0])
		for i, want := range s.Words {
			score.add(want, tokens[i])
		}
	}
	for _, share := range []*float64{&score.XPOS, &score.UPOS, &score.Lemma, &score.UAS, &score.LAS} {
		*share *= 100 / float64(max(1, score.Words))
	}
	return score
}

func (s *Score) add(want conllu.Word, got Token) {
	s.Words++
	count := func(share *float64, right bool) {
		if right {
			*share++
		}
	}
	head := got.Head == want.Head-1
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
