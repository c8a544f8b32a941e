package syntax

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"demarche/loader/lang/internal/nn"
)

// nameSpace is room for finding the names of a text.
type nameSpace struct {
	labels int
	scores []float32 // of all words: one for each label
	best   []float32 // of the best way to each label of the present word
	next   []float32
	from   []uint8 // by word of the sentence and label: the label before on that way
}

func (n *nameSpace) start(words, labels int) {
	n.labels, n.scores = labels, nn.Resize(n.scores, words*labels)
	n.best, n.next = nn.Resize(n.best, labels), nn.Resize(n.next, labels)
}

// of is the scores of a word.
func (n *nameSpace) of(word int) []float32 { return n.scores[word*n.labels : (word+1)*n.labels] }

// scoreNames adds up what both memories say of names.
func (w *workspace) scoreNames() {
	m := w.model
	cols := m.labels.Cols()
	for i, s := range w.stretches {
		for k := range s.End - s.First {
			row := w.rows[i].First + k
			high, into := w.outputs(row).names, w.names.of(s.First+k)
			for label, low := range w.labels[(row+1)*cols-len(into) : (row+1)*cols] {
				into[label] = low + high[label]
			}
		}
	}
}

// findNames finds the names of all sentences, once the labels of all words have their scores.
func (w *workspace) findNames(ends []int) {
	w.agree()
	first := 0
	for _, end := range ends {
		if end > first {
			w.name(first, end)
		}
		first = end
	}
}

// agreement is how far the scores of a word go towards the mean of all words of the text that are written so.
const agreement = 0.3

// agree lets words with a capital that are written alike speak with each other: what a name is, is
// clear in one place and not in another ("the island of Coron" and "Coron is").
func (w *workspace) agree() {
	n := &w.names
	groups := map[string][]int32{}
	for i, word := range w.words {
		if r, _ := utf8.DecodeRuneInString(word); unicode.IsUpper(r) {
			groups[word] = append(groups[word], int32(i))
		}
	}
	mean := make([]float32, n.labels)
	for _, words := range groups {
		if len(words) < 2 {
			continue
		}
		clear(mean)
		for _, i := range words {
			for label, score := range n.of(int(i)) {
				mean[label] += score
			}
		}
		share := 1 / float32(len(words))
		for _, i := range words {
			for label, score := range n.of(int(i)) {
				n.of(int(i))[label] = float32(score*(1-agreement)) + float32(mean[label]*share*agreement)
			}
		}
	}
}

// name finds the best sequence of labels B-kind, I-kind and O of a sentence in which every I follows a B or I of
// its kind (Viterbi 1967), and keeps the names.
func (w *workspace) name(first, end int) {
	n := &w.names
	n.from = nn.Resize(n.from, (end-first)*n.labels)
	copy(n.best, n.of(first))
	for label, name := range w.model.names {
		if name[0] == 'I' {
			n.best[label] = unlikely
		}
	}
	for i := first + 1; i < end; i++ {
		top := best(n.best)
		for label, score := range n.of(i) {
			before := top
			if w.model.names[label][0] == 'I' {
				// A name goes on. Its beginning is, by the order of labels, the one before.
				before = label
				if n.best[label-1] > n.best[label] {
					before = label - 1
				}
			}
			n.next[label] = n.best[before] + score
			n.from[(i-first)*n.labels+label] = uint8(before)
		}
		n.best, n.next = n.next, n.best
	}
	w.keepNames(first, end, best(n.best))
}

const unlikely = -1e9

// keepNames follows the best way back from the label of the last word.
func (w *workspace) keepNames(first, end, label int) {
	n, start, behind := &w.names, len(w.result.Names), 0
	for i := end - 1; i >= first; i-- {
		name := w.model.names[label]
		if name[0] != 'O' && behind == 0 {
			behind = i + 1
		}
		if name[0] == 'B' {
			w.result.Names = append(w.result.Names, Name{First: i, End: behind, Kind: strings.TrimPrefix(name, "B-")})
			behind = 0
		}
		label = int(n.from[(i-first)*n.labels+label])
	}
	slices.Reverse(w.result.Names[start:]) // they came from the end
}
