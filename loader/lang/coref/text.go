package coref

import "strings"

// text is a document with what is asked of it often. Heads that point nowhere, across a
// sentence or in a circle do no harm: such words hang on nothing.
type text struct {
	*Document
	nouns     map[string]Kind // kinds of nouns beside those of words.txt
	names     []Name          // those that lie within a sentence
	lower     []string        // words in lower case
	head      []int32         // governing word or -1
	sentence  []int32         // of each word, or -1
	child     []int32         // first word that hangs on a word, or -1
	sibling   []int32         // next word that hangs on the same word, or -1
	low, high []int32         // words [low, high] are the least range that holds all below a word
	name      []int32         // of each word: index in names, or -1
	surnames  map[string]bool // last words of names of several words, in lower case
}

func newText(d *Document, nouns map[string]Kind) *text {
	n := len(d.Words)
	all := make([]int32, 7*n)
	cut := func() []int32 {
		part := all[:n:n]
		all = all[n:]
		return part
	}
	t := &text{Document: d, nouns: nouns, surnames: map[string]bool{}, lower: make([]string, n), head: cut(), sentence: cut(), child: cut(), sibling: cut(), low: cut(), high: cut(), name: cut()}
	for w := range d.Words {
		t.sentence[w], t.child[w], t.sibling[w], t.name[w] = -1, -1, -1, -1
		t.lower[w] = strings.ToLower(d.Words[w].Form)
	}
	for i := range d.Sentences {
		first, end := t.bounds(i)
		for w := first; w < end; w++ {
			t.sentence[w] = int32(i)
		}
	}
	for _, name := range d.Names {
		t.take(name)
	}
	t.hang()
	t.spread()
	return t
}

// bounds are the words of a sentence, within the document whatever was said.
func (t *text) bounds(sentence int) (first, end int) {
	s := t.Sentences[sentence]
	return max(0, s[0]), min(len(t.Words), s[1])
}

// take notes a name if it lies within a sentence and no other has its words.
func (t *text) take(name Name) {
	if name.First < 0 || name.First >= name.End || name.End > len(t.Words) {
		return
	}
	for w := name.First; w < name.End; w++ {
		if t.name[w] >= 0 || t.sentence[w] < 0 || t.sentence[w] != t.sentence[name.First] {
			return
		}
	}
	for w := name.First; w < name.End; w++ {
		t.name[w] = int32(len(t.names))
	}
	t.names = append(t.names, name)
	if name.End > name.First+1 {
		t.surnames[t.lower[name.End-1]] = true
	}
}

// hang links words to what hangs on them.
func (t *text) hang() {
	for w := len(t.Words) - 1; w >= 0; w-- {
		h := t.Words[w].Head
		if h < 0 || h >= len(t.Words) || h == w || t.sentence[w] < 0 || t.sentence[h] != t.sentence[w] {
			t.head[w] = -1
			continue
		}
		t.head[w] = int32(h)
		t.sibling[w] = t.child[h]
		t.child[h] = int32(w)
	}
}

// spread finds the ranges of subtrees from the leaves up. Words of a circle are never
// reached and keep the range of what is bounded below them.
func (t *text) spread() {
	waiting := make([]int32, len(t.Words)) // words below that are not yet bounded
	for w, h := range t.head {
		t.low[w], t.high[w] = int32(w), int32(w)
		if h >= 0 {
			waiting[h]++
		}
	}
	var ready []int32
	for w, count := range waiting {
		if count == 0 {
			ready = append(ready, int32(w))
		}
	}
	for len(ready) > 0 {
		w := ready[len(ready)-1]
		ready = ready[:len(ready)-1]
		h := t.head[w]
		if h < 0 {
			continue
		}
		t.low[h], t.high[h] = min(t.low[h], t.low[w]), max(t.high[h], t.high[w])
		if waiting[h]--; waiting[h] == 0 {
			ready = append(ready, h)
		}
	}
}

// relation is the relation of a word without its subtype.
func (t *text) relation(w int) string {
	relation, _, _ := strings.Cut(t.Words[w].Rel, ":")
	return relation
}

// maxChildren bounds the words below another that are looked at: no clause has as many.
const maxChildren = 200

// below finds the first word that hangs on w by one of the relations, given without
// subtypes, or -1.
func (t *text) below(w int, relations ...string) int {
	c := t.child[w]
	for n := 0; c >= 0 && n < maxChildren; c, n = t.sibling[c], n+1 {
		relation := t.relation(int(c))
		for _, wanted := range relations {
			if relation == wanted {
				return int(c)
			}
		}
	}
	return -1
}

// maxDepth bounds the climb in a tree, which may be a circle.
const maxDepth = 30

// quoted is Quoted, or -1.
func (t *text) quoted(w int) int {
	if t.Quoted == nil {
		return -1
	}
	return max(-1, t.Quoted(w))
}

// lemma is the lemma of a word in lower case.
func (t *text) lemma(w int) string { return strings.ToLower(t.Words[w].Lemma) }
