package syntax

import (
	"fmt"
	"sync"

	"demarche/loader/lang/internal/linear"
)

// Model is a tagger, parser and lemmatiser. It is immutable; any number of goroutines may share it.
type Model struct {
	xpos, upos, relations   []string
	rootRelation            int // of relations: "root"
	looseRelation           int // of relations: "dep", for words that would be a second root
	lexicon                 lexicon
	first, second           scorer // Penn tags
	universal               scorer
	transition, early, late scorer
	lemmas                  *lemmas
	pool                    sync.Pool
}

// maxWords is the longest stretch that is parsed as one: a longer sentence is split into
// stretches of that length, and the roots of the later ones hang below the first.
const maxWords = 2000

// Parse appends a token per word to into and returns it. The tree has one root; an empty
// sentence has no tokens. Time and memory are linear in the words.
func (m *Model) Parse(words []string, into []Token) []Token {
	w := m.pool.Get().(*workspace)
	defer m.pool.Put(w)
	root := -1
	for begin := 0; begin < len(words); begin += maxWords {
		stretch := words[begin:min(begin+maxWords, len(words))]
		w.analyse(m, stretch)
		for i := range stretch {
			n := &w.nodes[i]
			token := Token{XPOS: m.xpos[w.forms[i].xpos-1], UPOS: m.upos[w.forms[i].upos-1], Head: begin + int(n.head), Rel: m.relations[n.rel-1]}
			if n.head == w.root() {
				if token.Head = root; root < 0 {
					root = begin + i
				} else {
					token.Rel = m.relations[m.looseRelation]
				}
			}
			token.Lemma = m.lemmas.find(words[begin+i], token.XPOS, token.UPOS)
			into = append(into, token)
		}
	}
	return into
}

// analyse tags and parses one stretch.
func (w *workspace) analyse(m *Model, words []string) {
	w.read(m.lexicon, words)
	w.tag(m)
	w.parse(m)
}

// read takes in the words.
func (w *workspace) read(l lexicon, words []string) {
	if cap(w.forms) < len(words) {
		w.forms = make([]form, len(words))
	}
	w.forms = w.forms[:len(words)]
	for i, word := range words {
		w.forms[i].look(word)
		l.look(&w.forms[i])
	}
}

// index finds a name among the names of a model.
func index(names []string, name string) (int, error) {
	for i, candidate := range names {
		if candidate == name {
			return i, nil
		}
	}
	return 0, fmt.Errorf("syntax: the model does not know %q", name)
}

var _ scorer = (*linear.Table)(nil)
