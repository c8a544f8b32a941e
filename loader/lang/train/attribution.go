package train

import (
	"errors"
	"math/rand/v2"
	"slices"

	"demarche/internal/span"
	"demarche/loader/lang"
	"demarche/loader/lang/attribution"
	"demarche/loader/lang/internal/form"
	"demarche/loader/lang/internal/learn"
	"demarche/loader/lang/internal/nn"
	"demarche/loader/lang/polnear"
	"demarche/loader/lang/score"
)

// Sizes of the attribution network.
const (
	attributionRows  = 1 << 15 // of the table of parts and features of tokens
	attributionWidth = 64
	attributionCells = 96
	pairRows         = 1 << 17 // of the table of features of pairs
	pairParts        = attribution.Labels - 1
	pairWidth        = 32
)

// Attribution learns an attribution model from annotated articles, which the parser reads first, and returns its file. What is hidden it
// does not see, and must be hidden when the model reads.
func Attribution(articles []polnear.Article, parser lang.Parser, hidden attribution.Groups, o Options) ([]byte, error) {
	examples := passages(articles, parser, hidden)
	if len(examples) == 0 {
		return nil, errors.New("no annotated article to learn from")
	}
	o.Log("%d paragraphs", len(examples))
	n := &attributionNet{hidden}
	params := learn.NewParams(rand.New(rand.NewPCG(o.Seed, 0)))
	f := fitting{Options: o, params: params, words: 1000, adam: learn.Adam{Rate: 2e-3, Beta1: 0.9, Beta2: 0.95, Clip: 5}}
	for _, e := range examples {
		f.sizes = append(f.sizes, e.end-e.first)
	}
	f.forward = func(t *learn.Tape, params *learn.Params, batch []int) Loss {
		var some []*passage
		for _, i := range batch {
			some = append(some, examples[i])
		}
		return n.loss(t, params, newAttributionBatch(some, hidden))
	}
	f.run()
	return n.pack(params, examples), nil
}

const dropAttribution = 0.3 // share of values that training leaves out

// passage is a paragraph as an example.
type passage struct {
	doc        *lang.Doc
	first, end int // tokens
	cues       []cueExample
	labels     []int32 // of the tokens: attribution.NoCue and the like
}

// cueExample is a cue with the labels of the tokens around it.
type cueExample struct {
	head   int
	pairs  *attribution.Pairs
	labels []int32
}

// passages makes examples of annotated articles.
func passages(articles []polnear.Article, parser lang.Parser, hidden attribution.Groups) []*passage {
	var all []*passage
	for _, a := range articles {
		d := parser.Parse(a.Text, score.Lines(a.Text)...)
		byBlock := map[int]*passage{}
		var order []*passage
		for _, s := range d.Sentences {
			p := byBlock[s.Block]
			if p == nil {
				p = &passage{doc: d, first: s.First}
				byBlock[s.Block] = p
				order = append(order, p)
			}
			p.end = s.End
		}
		for _, p := range order {
			p.labels = make([]int32, p.end-p.first)
		}
		for _, x := range a.Attributions {
			mark(d, x, byBlock, hidden)
		}
		all = append(all, order...)
	}
	return all
}

// tokensOf are the tokens that spans touch.
func tokensOf(d *lang.Doc, spans []span.Span) []int {
	var all []int
	for _, s := range spans {
		for t := d.TokenAt(s.Begin); t < len(d.Tokens) && d.Tokens[t].Begin < s.End; t++ {
			all = append(all, t)
		}
	}
	return all
}

// mark labels the tokens around an attribution. One without cue or content is left out.
func mark(d *lang.Doc, x polnear.Attribution, byBlock map[int]*passage, hidden attribution.Groups) {
	cue, source, content := tokensOf(d, x.Cue), tokensOf(d, x.Source), tokensOf(d, x.Content)
	if len(cue) == 0 || len(content) == 0 {
		return
	}
	head := attribution.Head(d, cue)
	p := byBlock[d.Sentences[d.SentenceOf(head)].Block]
	// Of a cue in several pieces ("asked ... to") the one with the head counts.
	at := slices.Index(cue, head)
	from, to := at, at+1
	for from > 0 && cue[from-1] == cue[from]-1 {
		from--
	}
	for to < len(cue) && cue[to] == cue[to-1]+1 {
		to++
	}
	for i, t := range cue[from:to] {
		if t >= p.first && t < p.end {
			p.labels[t-p.first] = attribution.CueInside
			if i == 0 {
				p.labels[t-p.first] = attribution.CueBegin
			}
		}
	}
	e := cueExample{head: head, pairs: attribution.Around(d, head, hidden)}
	e.labels = make([]int32, e.pairs.End-e.pairs.First)
	set := func(tokens []int, begin int32) {
		for i, t := range tokens {
			if t < e.pairs.First || t >= e.pairs.End {
				continue
			}
			e.labels[t-e.pairs.First] = begin + 1
			if i == 0 || tokens[i-1] != t-1 {
				e.labels[t-e.pairs.First] = begin
			}
		}
	}
	set(content, attribution.ContentBegin)
	set(source, attribution.SourceBegin)
	p.cues = append(p.cues, e)
}

// attributionNet is the network: over the states of the syntax network and vectors of words, a memory in both directions, which
// finds cues; and for each cue, products of what it asks and what the tokens around it answer.
type attributionNet struct{ hidden attribution.Groups }

// attributionBatch is what goes through the network together.
type attributionBatch struct {
	states   [][]uint8 // of the syntax network
	parts    [][]int32 // rows of the table of parts
	ends     []int     // of the passages
	labels   []int32
	cues     []int32    // rows of heads of cues
	pairs    [][2]int32 // index of cues, row
	features [][]int32  // of pairs: rows of their table
	gold     []int32    // of pairs
}

func newAttributionBatch(passages []*passage, hidden attribution.Groups) *attributionBatch {
	b := &attributionBatch{}
	for _, p := range passages {
		base := len(b.parts)
		for t := p.first; t < p.end; t++ {
			var row []int32
			attribution.Parts(p.doc, t, hidden, func(part uint64) { row = append(row, int32(form.Row(part, attributionRows))) })
			b.parts = append(b.parts, row)
			b.states = append(b.states, p.doc.State(t))
		}
		b.labels = append(b.labels, p.labels...)
		b.ends = append(b.ends, len(b.parts))
		for _, c := range p.cues {
			b.addCue(p, c, base)
		}
	}
	return b
}

func (b *attributionBatch) addCue(p *passage, c cueExample, base int) {
	cue := int32(len(b.cues))
	b.cues = append(b.cues, int32(base+c.head-p.first))
	for t := c.pairs.First; t < c.pairs.End; t++ {
		b.pairs = append(b.pairs, [2]int32{cue, int32(base + t - p.first)})
		var row []int32
		c.pairs.Features(t, func(feature uint64) { row = append(row, int32(form.Row(feature, pairRows))) })
		b.features = append(b.features, row)
	}
	b.gold = append(b.gold, c.labels...)
}

func (n *attributionNet) memory(t *learn.Tape, p *learn.Params, b *attributionBatch) (y, cues *learn.Matrix) {
	states := t.Constant(len(b.parts), len(b.states[0]), func(row int, into []float32) {
		for i, a := range b.states[row] {
			if n.hidden&attribution.Context != 0 {
				break
			}
			into[i] = (float32(a) - nn.Zero) / nn.OutputUnit
		}
	})
	parts := t.Embed(p.Table("parts", attributionRows, attributionWidth, 0.05), b.parts)
	x := t.Concat(t.Drop(states, dropAttribution, b.ends), t.Drop(parts, dropAttribution, b.ends))
	y = t.Drop(memories(t, p, "memory", x, attributionCells, b.ends), dropAttribution, b.ends)
	return y, layer(t, p, "cue", y, 3)
}

func (n *attributionNet) pairs(t *learn.Tape, p *learn.Params, y *learn.Matrix, b *attributionBatch) *learn.Matrix {
	keys := layer(t, p, "key", y, pairParts*pairWidth)
	queries := layer(t, p, "query", t.Gather(y, nil, b.cues), pairParts*pairWidth)
	features := t.Embed(p.Table("pairs", pairRows, attribution.Labels, 0), b.features)
	if n.hidden&attribution.Vectors != 0 {
		return features
	}
	return t.Sum(t.Pairs(queries, keys, b.pairs, pairParts), features)
}

func (n *attributionNet) loss(t *learn.Tape, p *learn.Params, b *attributionBatch) Loss {
	if len(b.parts) == 0 {
		return nil
	}
	y, cues := n.memory(t, p, b)
	loss := Loss{}
	loss.note("cues", t.Classify(cues, b.labels, 1/float32(len(b.labels))))
	scores := n.pairs(t, p, y, b)
	loss.note("pairs", t.Classify(scores, b.gold, 1/float32(max(1, len(b.gold)))))
	return loss
}

// pack turns the learned values into a model file.
func (n *attributionNet) pack(p *learn.Params, examples []*passage) []byte {
	unit := n.measure(p, examples)
	value := func(name string) []float32 { return p.Named(name).Value }
	stateWidth := len(examples[0].doc.State(0))
	var parts []nn.Part
	add := func(name string, data []byte) { parts = append(parts, nn.Part{Name: name, Data: data}) }
	add(attribution.PartParts, nn.PackTable(attributionRows, attributionWidth, value("parts")))
	for _, side := range []string{attribution.PartForward, attribution.PartBackward} {
		key := "memory " + side
		// The memory reads activations of two sizes: states, whose steps are those of outputs, and parts. Its
		// weights for parts are made larger, so that one size serves.
		w := slices.Clone(value(key))
		for i := stateWidth * 4 * attributionCells; i < len(w); i++ {
			w[i] *= float32(unit * nn.OutputUnit)
		}
		add(side, nn.PackLSTM(stateWidth+attributionWidth, attributionCells, w, value(key+" state"), value(key+" bias"), 1.0/nn.OutputUnit))
	}
	dense := func(part, name string) {
		m := p.Named(name)
		add(part, nn.PackDense(m.Rows, m.Cols, m.Value, value(name+" bias"), 1.0/nn.OutputUnit))
	}
	dense(attribution.PartCue, "cue")
	dense(attribution.PartKey, "key")
	dense(attribution.PartQuery, "query")
	add(attribution.PartPairs, nn.PackTable(pairRows, attribution.Labels, value("pairs")))
	add(attribution.PartUnit, nn.AppendFloats(nil, []float32{float32(unit)}))
	return nn.Join(parts)
}

// measure is what a step of the activations that stand for parts should be.
func (n *attributionNet) measure(p *learn.Params, examples []*passage) float64 {
	t := &learn.Tape{}
	var values []float32
	for i := 0; i < len(examples); i += max(1, len(examples)/sampled) {
		t.Reset()
		b := newAttributionBatch(examples[i:i+1], n.hidden)
		values = append(values, t.Embed(p.Table("parts", attributionRows, attributionWidth, 0.05), b.parts).Value...)
	}
	return step(values, nn.OutputUnit)
}
