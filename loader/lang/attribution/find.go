package attribution

import (
	"math"
	"slices"

	"demarche/loader/lang"
	"demarche/loader/lang/internal/form"
	"demarche/loader/lang/internal/nn"
)

// Range is tokens [First, End).
type Range struct{ First, End int }

// Attribution says that somebody is said to say something. The parts ascend and do not overlap; Source may be empty
// where the text names none ("it is feared that"), Content is not.
type Attribution struct {
	Cue     Range
	Head    int // the token of the cue that governs the others
	Source  []Range
	Content []Range
	// Confidence is the probability, by the model, that Cue is one.
	Confidence float64
	// ContentSure is the least probability, by the model, of what it says of a token at an end of the content, inside or outside;
	// SourceSure is the highest that a token of the source belongs to it, 0 where there is none.
	ContentSure, SourceSure float64
}

// least is the probability that a token must have of beginning a cue: where precision and recall
// meet on the texts that the model did not see.
const least = 0.4

// finder is room for some paragraphs at a time.
type finder struct {
	model    *Model
	doc      *lang.Doc
	passages []passage
	scratch  nn.Scratch
	input    nn.Bytes
	memory   nn.Bytes
	asking   nn.Bytes // rows of the memory of cues
	stretch  []nn.Stretch
	sums     []int32
	cues     []float32
	keys     []float32
	queries  []float32
	scores   [][Labels]float32
	best     [][Labels]float32
	from     [][Labels]uint8
	labels   []uint8
	found    []Attribution
}

// passage is tokens [first, end) of a paragraph, and the row of the first.
type passage struct{ first, end, row int }

// Sizes, in tokens.
const (
	longest  = 1000 // a longer paragraph is read in pieces
	together = 400  // so many go through the network together, about
)

// Find returns the attributions of a text, by the heads of their cues.
func (m *Model) Find(d *lang.Doc) []Attribution {
	f := m.pool.Get().(*finder)
	defer m.pool.Put(f)
	f.doc, f.found, f.passages = d, nil, f.passages[:0]
	rows := 0
	for first := 0; first < len(d.Sentences); {
		end := first + 1
		for end < len(d.Sentences) && d.Sentences[end].Block == d.Sentences[first].Block {
			end++
		}
		for from, to := d.Sentences[first].First, d.Sentences[end-1].End; from < to; from += longest {
			p := passage{from, min(to, from+longest), rows}
			f.passages = append(f.passages, p)
			if rows += p.end - p.first; rows >= together {
				f.read(rows)
				rows = 0
			}
		}
		first = end
	}
	f.read(rows)
	found := f.found
	f.doc, f.found = nil, nil
	slices.SortStableFunc(found, func(a, b Attribution) int { return a.Head - b.Head })
	return found
}

// read is the route of some paragraphs.
func (f *finder) read(rows int) {
	if rows == 0 {
		return
	}
	f.look(rows)
	f.remember()
	for _, p := range f.passages {
		cues := f.findCues(p)
		f.ask(p, cues)
		for i := range cues {
			if f.answer(p, i, &cues[i]); len(cues[i].Content) > 0 {
				f.found = append(f.found, cues[i])
			}
		}
	}
	f.passages = f.passages[:0]
}

// look puts together what is known of the tokens.
func (f *finder) look(rows int) {
	m, d := f.model, f.doc
	f.input.Reset(rows, m.stateWidth+m.parts.Cols)
	f.sums = nn.Resize(f.sums, m.parts.Cols)
	scale := m.parts.Unit() / m.unit
	f.stretch = f.stretch[:0]
	for _, p := range f.passages {
		f.stretch = append(f.stretch, nn.Stretch{First: p.row, End: p.row + p.end - p.first})
		for t := p.first; t < p.end; t++ {
			into := f.input.Row(p.row + t - p.first)
			if m.hidden&Context == 0 {
				copy(into[:m.stateWidth], d.State(t))
			} else {
				nothing(into[:m.stateWidth])
			}
			clear(f.sums)
			Parts(d, t, m.hidden, func(part uint64) { m.parts.AddTo(f.sums, form.Row(part, m.parts.Rows)) })
			for i, sum := range f.sums {
				into[m.stateWidth+i] = nn.Quantise(float32(sum) * scale)
			}
		}
	}
	nn.Longest(f.stretch)
}

// nothing fills activations with what stands for 0.
func nothing(activations []uint8) {
	for i := range activations {
		activations[i] = nn.Zero
	}
}

// remember reads the paragraphs in both directions, and says of every token what it is for a cue, and what it answers.
func (f *finder) remember() {
	m, rows := f.model, f.input.Rows
	nn.RunBoth(m.memories, &f.scratch, &f.input, f.stretch, &f.memory)
	f.cues = nn.Resize(f.cues, rows*cueLabels)
	m.cue.Apply(&f.scratch, &f.memory, f.cues)
	f.keys = nn.Resize(f.keys, rows*m.key.Cols())
	m.key.Apply(&f.scratch, &f.memory, f.keys)
}

// findCues returns attributions that have a cue only.
func (f *finder) findCues(p passage) []Attribution {
	scores := func(token int) []float32 {
		row := p.row + token - p.first
		return f.cues[row*cueLabels : (row+1)*cueLabels]
	}
	var found []Attribution
	for t := p.first; t < p.end; t++ {
		sure := probability(scores(t), CueBegin)
		if sure < least {
			continue
		}
		a := Attribution{Cue: Range{t, t + 1}, Confidence: sure}
		tokens := []int{t}
		for k := t + 1; k < p.end && scores(k)[CueInside] > max(scores(k)[NoCue], scores(k)[CueBegin]); k++ {
			a.Cue.End++
			tokens = append(tokens, k)
		}
		a.Head = Head(f.doc, tokens)
		found = append(found, a)
	}
	return found
}

func probability(scores []float32, of int) float64 {
	sum := 0.0
	for _, s := range scores {
		sum += math.Exp(float64(s - scores[of]))
	}
	return 1 / sum
}

// Head is the token that stands highest in its tree, no mark of punctuation if there is another; the first of equals.
func Head(d *lang.Doc, tokens []int) int {
	best, least := tokens[0], math.MaxInt
	for _, t := range tokens {
		depth := 0
		for at := d.Tokens[t].Head; at >= 0; at = d.Tokens[at].Head {
			depth++
		}
		if d.Tokens[t].IsPunct() {
			depth += len(d.Tokens)
		}
		if depth < least {
			best, least = t, depth
		}
	}
	return best
}

// ask makes the queries of the cues.
func (f *finder) ask(p passage, cues []Attribution) {
	m := f.model
	f.asking.Reset(len(cues), f.memory.Cols)
	for i, a := range cues {
		copy(f.asking.Row(i), f.memory.Row(p.row+a.Head-p.first))
	}
	f.queries = nn.Resize(f.queries, len(cues)*m.query.Cols())
	m.query.Apply(&f.scratch, &f.asking, f.queries)
}

// answer finds source and content of a cue.
func (f *finder) answer(p passage, cue int, a *Attribution) {
	m := f.model
	around := Around(f.doc, a.Head, m.hidden)
	from, to := max(p.first, around.First), min(p.end, around.End)
	cols, width := m.key.Cols(), m.key.Cols()/(Labels-1)
	f.scores = nn.Resize(f.scores, to-from)
	query := f.queries[cue*cols : (cue+1)*cols]
	var sums [Labels]int32
	for t := from; t < to; t++ {
		sums = [Labels]int32{}
		around.Features(t, func(feature uint64) { m.pairs.AddTo(sums[:], form.Row(feature, m.pairs.Rows)) })
		row := p.row + t - p.first
		key := f.keys[row*cols : (row+1)*cols]
		scores := &f.scores[t-from]
		for label := range Labels {
			scores[label] = float32(sums[label]) * m.pairs.Unit()
			if label > 0 && m.hidden&Vectors == 0 {
				scores[label] += dot(query[(label-1)*width:label*width], key[(label-1)*width:label*width])
			}
		}
	}
	f.decode(to - from)
	for i, label := range f.labels {
		switch label {
		case SourceBegin, SourceInside:
			a.Source = extend(a.Source, from+i)
		case ContentBegin, ContentInside:
			a.Content = extend(a.Content, from+i)
		}
	}
	f.rate(a, from)
}

// dot is a product of vectors, rounded after each operation, so that every machine has the same bits.
func dot(a, b []float32) float32 {
	sum := float32(0)
	for i, x := range a {
		sum += float32(x * b[i])
	}
	return sum
}

// extend adds a token to ranges.
func extend(ranges []Range, token int) []Range {
	if n := len(ranges); n > 0 && ranges[n-1].End == token {
		ranges[n-1].End++
		return ranges
	}
	return append(ranges, Range{token, token + 1})
}

// follows reports whether a label may stand behind another: what goes on must have begun.
func follows(label, before int) bool {
	switch label {
	case SourceInside:
		return before == SourceBegin || before == SourceInside
	case ContentInside:
		return before == ContentBegin || before == ContentInside
	}
	return true
}

// decode sets f.labels to the best sequence of labels (Viterbi 1967).
func (f *finder) decode(n int) {
	f.best, f.from, f.labels = nn.Resize(f.best, n), nn.Resize(f.from, n), nn.Resize(f.labels, n)
	for i := range n {
		for label := range Labels {
			before, top := 0, float32(math.Inf(-1))
			for k := range Labels {
				if i > 0 && follows(label, k) && f.best[i-1][k] > top {
					before, top = k, f.best[i-1][k]
				}
			}
			if i == 0 && follows(label, Outside) {
				top = 0
			}
			f.best[i][label], f.from[i][label] = top+f.scores[i][label], uint8(before)
		}
	}
	if n == 0 {
		return
	}
	label := 0
	for k, score := range f.best[n-1] {
		if score > f.best[n-1][label] {
			label = k
		}
	}
	for i := n - 1; i >= 0; i-- {
		f.labels[i] = uint8(label)
		label = int(f.from[i][label])
	}
}
