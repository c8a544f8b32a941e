package train

import (
	"math/rand/v2"
	"slices"

	"demarche/loader/lang/internal/form"
	"demarche/loader/lang/internal/gazetteer"
	"demarche/loader/lang/internal/learn"
)

// Sizes of the syntax network.
const (
	wordWidth  = 100     // of the vector of a word
	partWidth  = 100     // of the vector that the parts of a word share
	partRows   = 1 << 15 // of the table of parts
	cells      = 160     // of a memory, in each direction
	arcWidth   = 128
	labelWidth = 128
)

// Shares of values that training leaves out.
const (
	dropInput = 0.3
	dropInner = 0.33
	dropLists = 0.15 // of sentences: nothing is said of lists of names
	dropKnown = 0.3  // of sentences: nothing is said of known names
	dropWord  = 1    // a word that occurs n times is left out with probability dropWord/(dropWord+n)
)

// Weights of the tasks in the loss; arcs and their relations count 1.
const (
	tagWeight  = 0.5
	nameWeight = 0.5
)

const slope = 0.1 // of rectifiers, below zero

// SyntaxOptions says how a syntax model is trained.
type SyntaxOptions struct {
	Options
	Known          gazetteer.Known // names that the network is told about; it must be able to do without
	Teachers       int             // networks that annotate Text together, for the last one to learn from
	Text           [][]string      // words of sentences without annotation
	StudentEpochs  int             // how often the last network sees the treebanks, each time with a part of the text
	TextPerEpoch   float64         // share of the text that it sees each time
	TreebankEpochs int             // of them in the end without text
}

// Syntax learns a syntax model from treebanks and returns its file. With teachers it learns from
// the trees that these find in running text, too: an ensemble is better than its members, and
// one network can learn from it what it knows (Hinton et al. 2015).
func Syntax(treebanks []Treebank, o SyntaxOptions) ([]byte, error) {
	v, examples, err := takeIn(treebanks, o.Text, o.Known)
	if err != nil {
		return nil, err
	}
	n := &syntaxNet{inventory: v}
	if o.Teachers == 0 {
		params := n.fit(o.Options, examples, nil)
		return n.pack(params, examples, treebanks)
	}
	teachers := ensemble{net: n}
	for i := range o.Teachers {
		o.Log("teacher %d", i+1)
		one := o.Options
		one.Seed = o.Seed + uint64(i)
		teachers.members = append(teachers.members, n.fit(one, examples, nil))
	}
	text := v.unannotated(o.Text)
	o.Log("%d sentences of text", len(text))
	teachers.annotate(text)
	o.Log("student")
	last := o.Options
	last.Seed, last.Epochs = o.Seed+uint64(o.Teachers), o.StudentEpochs
	params := n.fit(last, append(slices.Clip(examples), text...), func(epoch int, random *rand.Rand, i int) bool {
		return i < len(examples) || epoch < o.StudentEpochs-o.TreebankEpochs && random.Float64() < o.TextPerEpoch
	})
	return n.pack(params, examples, treebanks)
}

// fit trains a network on examples. see tells whether an example is seen in an epoch; nil is always.
func (n *syntaxNet) fit(o Options, examples []*sentence, see func(epoch int, random *rand.Rand, example int) bool) *learn.Params {
	params := learn.NewParams(rand.New(rand.NewPCG(o.Seed, 0)))
	f := fitting{Options: o, params: params, see: see, words: 600, adam: learn.Adam{Rate: 2e-3, Beta1: 0.9, Beta2: 0.95, Clip: 5}}
	for _, e := range examples {
		f.sizes = append(f.sizes, len(e.forms))
	}
	f.forward = func(t *learn.Tape, params *learn.Params, batch []int) Loss {
		var some []*sentence
		for _, i := range batch {
			some = append(some, examples[i])
		}
		return n.loss(t, params, newBatch(t, some))
	}
	f.run()
	return params
}

// syntaxNet is the network: vectors of words, two memories in both directions, and a layer for each task. Tags
// are read off the first memory, names off both, arcs (deep biaffine attention, Dozat and Manning 2017) off the second.
type syntaxNet struct{ *inventory }

// batch is sentences one behind the other.
type batch struct {
	words, parts            [][]int32 // rows of the two tables
	ends                    []int     // of the sentences
	xpos, upos, rels, names []int32
	heads                   []int32 // rows of the batch; -1 is the root
}

// newBatch joins sentences. In training rare words are left out at random.
func newBatch(t *learn.Tape, sentences []*sentence) *batch {
	b := &batch{}
	for _, s := range sentences {
		first := int32(len(b.words))
		lists := !t.Train || t.Random.Float64() >= dropLists
		known := lists && (!t.Train || t.Random.Float64() >= dropKnown)
		for i, f := range s.forms {
			word := s.words[i]
			if t.Train && t.Random.Float64() < dropWord/(dropWord+float64(s.counts[i])) {
				word = 0
			}
			b.words = append(b.words, []int32{word})
			parts := appendRows(nil, f.Parts())
			if lists {
				parts = appendRows(parts, s.lists[i])
			}
			if known {
				parts = appendRows(parts, s.known[i])
			}
			b.parts = append(b.parts, parts)
			head := s.heads[i]
			if head >= 0 {
				head += first
			}
			b.heads = append(b.heads, head)
		}
		b.xpos, b.upos = append(b.xpos, s.xpos...), append(b.upos, s.upos...)
		b.rels, b.names = append(b.rels, s.rels...), append(b.names, s.names...)
		b.ends = append(b.ends, len(b.words))
	}
	return b
}

// appendRows appends the rows of parts.
func appendRows(rows []int32, parts []uint64) []int32 {
	for _, part := range parts {
		rows = append(rows, int32(form.Row(part, partRows)))
	}
	return rows
}

// layer is x·w + b with parameters of a name.
func layer(t *learn.Tape, p *learn.Params, name string, x *learn.Matrix, width int) *learn.Matrix {
	return t.Linear(x, &p.Weights(name, x.Cols, width).Matrix, &p.Dense(name+" bias", 1, width, 0).Matrix)
}

// memories reads x in both directions.
func memories(t *learn.Tape, p *learn.Params, name string, x *learn.Matrix, width int, ends []int) *learn.Matrix {
	var sides []*learn.Matrix
	for _, side := range []string{"forward", "backward"} {
		u := layer(t, p, name+" "+side, x, 4*width)
		w := p.Weights(name+" "+side+" state", width, 4*width)
		sides = append(sides, t.LSTM(u, &w.Matrix, ends, side == "backward"))
	}
	return t.Concat(sides...)
}

// input is the vectors of the words.
func (n *syntaxNet) input(t *learn.Tape, p *learn.Params, b *batch) *learn.Matrix {
	words := p.Table("words", len(n.inventory.words)+1, wordWidth, 0.05)
	parts := p.Table("parts", partRows, partWidth, 0.05)
	return t.Concat(t.Embed(words, b.words), t.Embed(parts, b.parts))
}

// outputs is what the network says of a batch, in numbers.
type outputs struct {
	input, low, high        *learn.Matrix
	xpos, upos, names       *learn.Matrix
	dependent, query, heads *learn.Matrix
	label, labelHead        *learn.Matrix // what a dependent, and its head, add to the hidden layer of relations
}

func (n *syntaxNet) run(t *learn.Tape, p *learn.Params, b *batch) outputs {
	var o outputs
	o.input = n.input(t, p, b)
	o.low = memories(t, p, "low", t.Drop(o.input, dropInput, b.ends), cells, b.ends)
	low := t.Drop(o.low, dropInner, b.ends)
	o.xpos, o.upos = layer(t, p, "xpos", low, len(n.xpos.names)), layer(t, p, "upos", low, len(n.upos.names))
	o.high = memories(t, p, "high", low, cells, b.ends)
	high := t.Drop(o.high, dropInner, b.ends)
	o.names = t.Sum(layer(t, p, "names", low, len(n.names.names)), t.Mul(high, &p.Weights("names high", high.Cols, len(n.names.names)).Matrix))
	o.dependent = t.Rectify(layer(t, p, "dependent", high, arcWidth), slope)
	o.heads = t.Drop(t.Rectify(layer(t, p, "head", high, arcWidth), slope), dropInner, b.ends)
	o.query = layer(t, p, "query", t.Drop(o.dependent, dropInner, b.ends), arcWidth)
	o.label = layer(t, p, "label", high, labelWidth)
	o.labelHead = t.Mul(high, &p.Weights("label head", high.Cols, labelWidth).Matrix)
	return o
}

// relations scores the relations of words to their heads; -1 is the root.
func (n *syntaxNet) relations(t *learn.Tape, p *learn.Params, o outputs, heads []int32, ends []int) (hidden, scores *learn.Matrix) {
	root := p.Weights("label root", 1, labelWidth)
	heads = slices.Clone(heads)
	for i, head := range heads {
		heads[i] = max(head, -1)
	}
	hidden = t.Rectify(t.Sum(o.label, t.Gather(o.labelHead, &root.Matrix, heads)), slope)
	return hidden, layer(t, p, "relation", t.Drop(hidden, dropInner, ends), len(n.rels.names))
}

// loss runs the network and puts the gradient of the loss on the tape.
func (n *syntaxNet) loss(t *learn.Tape, p *learn.Params, b *batch) Loss {
	if len(b.words) == 0 {
		return nil
	}
	o := n.run(t, p, b)
	loss := Loss{}
	scale := 1 / float32(len(b.words))
	loss.note("xpos", t.Classify(o.xpos, b.xpos, tagWeight*scale))
	loss.note("upos", t.Classify(o.upos, b.upos, tagWeight*scale))
	loss.note("names", t.Classify(o.names, b.names, nameWeight*scale))
	loss.note("arcs", t.Arcs(o.query, o.heads, &p.Weights("root", 1, arcWidth).Matrix, b.ends, b.heads, scale))
	_, scores := n.relations(t, p, o, b.heads, b.ends)
	for i, head := range b.heads {
		if head == learn.Unknown {
			b.rels[i] = -1
		}
	}
	loss.note("relations", t.Classify(scores, b.rels, scale))
	return loss
}
