package syntax

import (
	"demarche/loader/lang/internal/form"
	"demarche/loader/lang/internal/gazetteer"
	"demarche/loader/lang/internal/nn"
)

// Token is what the model says of one word.
type Token struct {
	XPOS  string // Penn tag, such as "VBZ"
	UPOS  string // universal tag, such as "VERB"
	Lemma string
	Head  int    // index of the governing word among all words, from 0; -1 for the root of a sentence
	Rel   string // universal relation to the head, with subtype, such as "nsubj:pass"
}

// Name is words [First, End) that name somebody or something, of a kind: person, organization, place, event, date or other.
type Name struct {
	First, End int
	Kind       string
}

// Result is what the model says of sentences.
type Result struct {
	Tokens []Token // one for each word
	Names  []Name  // ascending, without overlap
	// States are the outputs of the last memory, StateWidth activations (nn.Zero is 0) for each word: what the network
	// knows of a word in its sentence, for networks that go on from there.
	States     []uint8
	StateWidth int
}

// MaxWords is the length of the longest stretch that is parsed as one.
const MaxWords = 256

// batchWords is about how many words go through the network together. Their activations stay in the cache, and there are
// enough sentences to read the weights seldom.
const batchWords = 256

// Known knows names beforehand. The network is told what it says of the words, as it is told of built-in
// lists of given names and places; what to make of that is the network's.
type Known interface {
	// NameAt returns how many of the words from the first are a known name, and its kind: person, organization, place,
	// group or adjective; 0 when none are.
	NameAt(words []string) (n int, kind string)
}

// Parse parses the sentences of a text: ends has the index behind the last word of each, ascending. Empty
// sentences have no tokens. Known may be nil.
func (m *Model) Parse(words []string, ends []int, known Known) Result {
	w := m.pool.Get().(*workspace)
	defer m.pool.Put(w)
	w.result = Result{Tokens: make([]Token, len(words)), StateWidth: m.stateWidth()}
	w.result.States = make([]uint8, len(words)*w.result.StateWidth)
	w.words, w.known = words, known
	w.names.start(len(words), len(m.names))
	w.stretches = w.stretches[:0]
	from, waiting := 0, 0
	for _, end := range ends {
		for first := from; first < end; first += MaxWords {
			last := min(end, first+MaxWords)
			if waiting > 0 && waiting+last-first > batchWords {
				w.analyse()
				waiting = 0
			}
			w.stretches = append(w.stretches, stretch{nn.Stretch{First: first, End: last}, first > from})
			waiting += last - first
		}
		from = end
	}
	if waiting > 0 {
		w.analyse()
	}
	w.findNames(ends)
	result := w.result
	w.result, w.words, w.known = Result{}, nil, nil
	return result
}

// stretch is words that are parsed as one.
type stretch struct {
	nn.Stretch      // of all words
	goesOn     bool // whether it belongs to the sentence of the stretch before
}

// workspace is room for one batch at a time.
type workspace struct {
	model     *Model
	words     []string
	known     Known
	result    Result
	stretches []stretch    // of the batch
	rows      []nn.Stretch // the same among the rows of the batch, in the order of the text
	longest   []nn.Stretch // the same, the longest first
	scratch   nn.Scratch
	input     nn.Bytes
	memory    [layers]nn.Bytes
	labels    []float32
	arcs      []float32
	marks     marks
	tree      treeSpace
	names     nameSpace
	sums      []int32
}

// marks is what lists of names say of the words of a stretch.
type marks struct {
	first []int32 // by word: index into all, or -1
	all   []struct {
		mark uint64
		next int32
	}
}

func (m *marks) of(words []string, known Known) {
	m.first, m.all = nn.Resize(m.first, len(words)), m.all[:0]
	for i := range m.first {
		m.first[i] = -1
	}
	note := func(word int, mark uint64) {
		m.all = append(m.all, struct {
			mark uint64
			next int32
		}{mark, m.first[word]})
		m.first[word] = int32(len(m.all) - 1)
	}
	gazetteer.Mark(words, note)
	if known != nil {
		gazetteer.MarkKnown(words, known, note)
	}
}

// analyse is the route of a batch of sentences.
func (w *workspace) analyse() {
	w.arrange()
	w.look()
	w.remember()
	w.tag()
	w.attach()
	w.scoreNames()
	w.lemmatise()
	w.stretches = w.stretches[:0]
}

// arrange counts the rows of the batch.
func (w *workspace) arrange() {
	w.rows = w.rows[:0]
	row := 0
	for _, s := range w.stretches {
		w.rows = append(w.rows, nn.Stretch{First: row, End: row + s.End - s.First})
		row += s.End - s.First
	}
	w.longest = append(w.longest[:0], w.rows...)
	nn.Longest(w.longest)
}

// look makes the vectors of the words.
func (w *workspace) look() {
	m := w.model
	own, shared := m.words.Cols, m.parts.Cols
	w.input.Reset(w.rows[len(w.rows)-1].End, own+shared)
	w.sums = nn.Resize(w.sums, own+shared)
	ownScale, sharedScale := m.words.Unit()/m.units.input, m.parts.Unit()/m.units.input
	row := 0
	for _, s := range w.stretches {
		w.marks.of(w.words[s.First:s.End], w.known)
		for k, word := range w.words[s.First:s.End] {
			f := form.Of(word)
			clear(w.sums)
			m.words.AddTo(w.sums[:own], m.vocabulary.Number(f.Word))
			for _, part := range f.Parts() {
				m.parts.AddTo(w.sums[own:], form.Row(part, m.parts.Rows))
			}
			for at := w.marks.first[k]; at >= 0; at = w.marks.all[at].next {
				m.parts.AddTo(w.sums[own:], form.Row(w.marks.all[at].mark, m.parts.Rows))
			}
			into := w.input.Row(row)
			for i, sum := range w.sums[:own] {
				into[i] = nn.Quantise(float32(sum) * ownScale)
			}
			for i, sum := range w.sums[own:] {
				into[own+i] = nn.Quantise(float32(sum) * sharedScale)
			}
			row++
		}
	}
}

// remember runs the memories, each over the output of the one before.
func (w *workspace) remember() {
	x := &w.input
	for layer := range w.memory {
		nn.RunBoth(w.model.memories[layer], &w.scratch, x, w.longest, &w.memory[layer])
		x = &w.memory[layer]
	}
	width := w.result.StateWidth
	for i, s := range w.stretches {
		for k := range s.End - s.First {
			copy(w.result.States[(s.First+k)*width:(s.First+k+1)*width], x.Row(w.rows[i].First+k))
		}
	}
}

// tag reads tags and names off the first memory.
func (w *workspace) tag() {
	m := w.model
	cols := m.labels.Cols()
	w.labels = nn.Resize(w.labels, w.memory[0].Rows*cols)
	m.labels.Apply(&w.scratch, &w.memory[0], w.labels)
	for i, s := range w.stretches {
		first := w.rows[i].First
		for k := range s.End - s.First {
			scores := w.labels[(first+k)*cols : (first+k+1)*cols]
			token := &w.result.Tokens[s.First+k]
			token.XPOS = m.xpos[best(scores[:len(m.xpos)])]
			token.UPOS = m.upos[best(scores[len(m.xpos):len(m.xpos)+len(m.upos)])]
		}
	}
}

func (w *workspace) lemmatise() {
	for _, s := range w.stretches {
		for i := s.First; i < s.End; i++ {
			token := &w.result.Tokens[i]
			token.Lemma = w.model.lemmas.Find(w.words[i], token.XPOS, token.UPOS)
		}
	}
}

// best is the index of the highest score, the first of equals.
func best[T float32 | int32](scores []T) int {
	top := 0
	for i, score := range scores {
		if score > scores[top] {
			top = i
		}
	}
	return top
}
