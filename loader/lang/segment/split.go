package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"demarche/loader/lang/internal/atom"
	"demarche/loader/lang/internal/form"
	"demarche/loader/lang/internal/nn"
)

// Sizes of the windows, in atoms. A window decides about its middle; what lies within margin of an end is decided by the
// neighbour, unless the text ends there.
const (
	window = 256
	margin = 32
	batch  = 512 // atoms that go through the network together, about
)

// splitter is room for one text at a time.
type splitter struct {
	model    *Model
	atoms    []atom.Atom
	outcomes []uint8      // of the atoms
	windows  []nn.Stretch // of atoms
	rows     []nn.Stretch // the same among the rows of a batch
	longest  []nn.Stretch
	scratch  nn.Scratch
	input    nn.Bytes
	memory   nn.Bytes
	scores   []float32
	sums     []int32
}

// Piece is text[Begin:End], which is read by itself.
type Piece struct{ Begin, End int }

// Split returns the words of pieces of a text, which ascend and do not overlap, and for every sentence the index behind its last
// word. No sentence reaches over the end of a piece.
func (m *Model) Split(text string, pieces ...Piece) (words []Word, ends []int) {
	s := m.pool.Get().(*splitter)
	defer m.pool.Put(s)
	return s.split(text, pieces)
}

// split is the route of a text.
func (s *splitter) split(text string, pieces []Piece) (words []Word, ends []int) {
	s.cut(text, pieces)
	s.decide(text)
	s.keepInitials(text)
	return s.join(text)
}

// keepInitials keeps the full stop of an initial with its letter where a name goes on behind it: "Minister P. Chidambaram".
//
// It keeps the "s" of a plural with a capital letter, too, which the model may take for "is": "Doctors signed".
func (s *splitter) keepInitials(text string) {
	for i := 1; i+1 < len(s.atoms); i++ {
		letter, stop, next := s.atoms[i-1], s.atoms[i], s.atoms[i+1]
		if s.outcomes[i] == Joined && text[stop.Begin:stop.End] == "s" && startsUpper(text[letter.Begin:]) && !strings.HasPrefix(text[stop.End:], "’") {
			s.outcomes[i] = Nothing
		}
		if stop.Space == atom.None && text[stop.Begin:stop.End] == "." && s.outcomes[i] == Token && s.outcomes[i+1] == Token && next.Space == atom.Blank &&
			letter.Space != atom.None && isCapital(text[letter.Begin:letter.End]) && startsUpper(text[next.Begin:]) {
			s.outcomes[i] = Nothing
		}
	}
}

func isCapital(word string) bool {
	r, size := utf8.DecodeRuneInString(word)
	return size == len(word) && unicode.IsUpper(r)
}

func startsUpper(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsUpper(r)
}

// isGenitive reports whether a word that the model cut off another is the "s" of a plural in the genitive: "Doctor" + "s'" is "Doctors" + "'".
func isGenitive(text string, w Word) bool {
	piece := text[w.Begin:w.End]
	return w.Joined && (piece == "s'" || piece == "s’" || piece == "s" && strings.HasPrefix(text[w.End:], "’"))
}

// cut makes the atoms and the windows.
func (s *splitter) cut(text string, pieces []Piece) {
	s.atoms, s.windows = s.atoms[:0], s.windows[:0]
	for _, p := range pieces {
		first := len(s.atoms)
		s.atoms = atom.Split(text, p.Begin, p.End, s.model.merged, s.atoms)
		if first < len(s.atoms) {
			s.atoms[first].Space = atom.Empty
		}
		// Nothing is decided over an empty line, so a window never looks over one.
		for i := first + 1; i <= len(s.atoms); i++ {
			if i < len(s.atoms) && s.atoms[i].Space != atom.Empty {
				continue
			}
			s.addWindows(first, i)
			first = i
		}
	}
	s.outcomes = nn.Resize(s.outcomes, len(s.atoms))
}

func (s *splitter) addWindows(first, end int) {
	for ; ; first += window - 2*margin {
		s.windows = append(s.windows, nn.Stretch{First: first, End: min(end, first+window)})
		if first+window >= end {
			return
		}
	}
}

// decide sets the outcomes, some windows at a time.
func (s *splitter) decide(text string) {
	for from := 0; from < len(s.windows); {
		to, atoms := from, 0
		for to < len(s.windows) && (to == from || atoms+s.windows[to].End-s.windows[to].First <= batch) {
			atoms += s.windows[to].End - s.windows[to].First
			to++
		}
		s.run(text, s.windows[from:to], atoms)
		s.choose(text, s.windows[from:to])
		from = to
	}
}

// run sends windows through the network.
func (s *splitter) run(text string, windows []nn.Stretch, atoms int) {
	m := s.model
	s.input.Reset(atoms, m.parts.Cols)
	s.sums = nn.Resize(s.sums, m.parts.Cols)
	s.rows = s.rows[:0]
	scale, row := m.parts.Unit()/m.unit, 0
	for _, w := range windows {
		s.rows = append(s.rows, nn.Stretch{First: row, End: row + w.End - w.First})
		for i := w.First; i < w.End; i++ {
			clear(s.sums)
			Features(text, s.atoms[i], func(part uint64) { m.parts.AddTo(s.sums, form.Row(part, m.parts.Rows)) })
			into := s.input.Row(row)
			for j, sum := range s.sums {
				into[j] = nn.Quantise(float32(sum) * scale)
			}
			row++
		}
	}
	s.longest = append(s.longest[:0], s.rows...)
	nn.Longest(s.longest)
	nn.RunBoth(m.memories, &s.scratch, &s.input, s.longest, &s.memory)
	s.scores = nn.Resize(s.scores, atoms*outcomes)
	m.decide.Apply(&s.scratch, &s.memory, s.scores)
}

// Features calls visit with the parts of an atom that the network knows: those of its form, and the space before it.
func Features(text string, a atom.Atom, visit func(part uint64)) {
	f := form.Of(text[a.Begin:a.End])
	for _, part := range f.Parts() {
		visit(part)
	}
	visit(spaceSeed + uint64(a.Space))
}

const spaceSeed = 0x9ddfea08eb382d69 // tells the parts for spaces from others

// choose takes the best outcome of every atom in the middle of its window.
func (s *splitter) choose(text string, windows []nn.Stretch) {
	for k, w := range windows {
		first := s.rows[k].First
		for i := w.First; i < w.End; i++ {
			// The window before knows better, unless there is none.
			if i < w.First+margin && s.atoms[w.First].Space != atom.Empty {
				continue
			}
			scores := s.scores[(first+i-w.First)*outcomes : (first+i-w.First+1)*outcomes]
			if i > 0 && goesOn(text, s.atoms[i-1], s.atoms[i]) {
				scores[Sentence] = scores[Token] - 1
			}
			if i > 0 && s.atoms[i].Space == atom.Blank && unmarked(text, s.atoms[i-1]) {
				scores[Sentence] -= doubt
			}
			s.outcomes[i] = possible(scores, s.atoms[i].Space)
		}
	}
}

// goesOn reports whether an atom in small letters stands behind a quotation mark on the same line: whatever the quotation
// ends with, its sentence goes on (`"Why now?" he asked`).
func goesOn(text string, before, a atom.Atom) bool {
	r, _ := utf8.DecodeRuneInString(text[a.Begin:])
	return a.Space == atom.Blank && unicode.IsLower(r) && strings.ContainsAny(text[before.Begin:before.End], `"'”’`)
}

// doubt is taken off the score of a sentence that begins on the same line behind a letter or digit, without a mark of the end
// before it: that is rare ("Breaking News Troops left Crimea"), and names in a row look like it.
const doubt = 8

// unmarked reports whether an atom ends with a letter or digit.
func unmarked(text string, before atom.Atom) bool {
	r, _ := utf8.DecodeLastRuneInString(text[before.Begin:before.End])
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// possible is the best outcome that the space before an atom allows.
func possible(scores []float32, space atom.Space) uint8 {
	from := Nothing
	switch space {
	case atom.Empty:
		return Sentence
	case atom.Blank, atom.Line:
		from = Token
	}
	top := from
	for outcome := from; outcome < outcomes; outcome++ {
		if scores[outcome] > scores[top] {
			top = outcome
		}
	}
	return uint8(top)
}

// join makes words and sentences of the atoms.
func (s *splitter) join(text string) (words []Word, ends []int) {
	words = make([]Word, 0, len(s.atoms))
	for i, a := range s.atoms {
		if last := len(words) - 1; last > 0 && isGenitive(text, words[last]) {
			words[last-1].End++
			if words[last].Begin++; words[last].Begin == words[last].End {
				words[last].End = a.End // the apostrophe, which the model took for a quotation mark
				continue
			}
		}
		switch s.outcomes[i] {
		case Nothing:
			words[len(words)-1].End = a.End
			continue
		case Sentence:
			if len(words) > 0 {
				ends = append(ends, len(words))
			}
		}
		words = append(words, Word{a.Begin, a.End, s.outcomes[i] == Joined})
	}
	if len(words) > 0 {
		ends = append(ends, len(words))
	}
	return words, ends
}
