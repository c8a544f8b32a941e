package train

import (
	"math"
	"slices"
	"strings"

	"demarche/loader/lang/internal/form"
	"demarche/loader/lang/internal/learn"
	"demarche/loader/lang/internal/lemma"
	"demarche/loader/lang/internal/nn"
	"demarche/loader/lang/syntax"
)

// sampled is how many sentences are looked at to see how large activations are.
const sampled = 400

// pack turns the learned values into a model file.
func (n *syntaxNet) pack(p *learn.Params, examples []*sentence, treebanks []Treebank) ([]byte, error) {
	t := &learn.Tape{}
	sizes := n.measure(t, p, examples)
	value := func(name string) []float32 { return p.Named(name).Value }
	unit := func(name string) float64 { return sizes[name] }
	const output = 1.0 / nn.OutputUnit
	var parts []nn.Part
	add := func(name string, data []byte) { parts = append(parts, nn.Part{Name: name, Data: data}) }
	var lines []string
	for _, l := range []labels{n.xpos, n.upos, n.rels, n.names} {
		lines = append(lines, strings.Join(l.names, " "))
	}
	add(syntax.PartLabels, []byte(strings.Join(lines, "\n")))
	add(syntax.PartVocabulary, form.PackVocabulary(n.inventory.words))
	add(syntax.PartWords, nn.PackTable(len(n.inventory.words)+1, wordWidth, value("words")))
	add(syntax.PartParts, nn.PackTable(partRows, partWidth, value("parts")))
	for layer, name := range []string{"low", "high"} {
		in, size := wordWidth+partWidth, unit("input")
		if layer > 0 {
			in, size = 2*cells, output
		}
		for side, direction := range []string{"forward", "backward"} {
			key := name + " " + direction
			add(syntax.PartMemory(layer, side == 1), nn.PackLSTM(in, cells, value(key), value(key+" state"), value(key+" bias"), size))
		}
	}
	w, b := beside(p, "xpos", "upos", "names")
	add(syntax.PartTags, nn.PackDense(2*cells, len(b), w, b, output))
	w, b = beside(p, "names high", "dependent", "head", "label", "label head")
	add(syntax.PartArcs, nn.PackDense(2*cells, len(b), w, b, output))
	add(syntax.PartQuery, nn.PackDense(arcWidth, arcWidth, value("query"), value("query bias"), unit("dependent")))
	add(syntax.PartRelation, nn.PackDense(labelWidth, len(n.rels.names), value("relation"), value("relation bias"), unit("hidden")))
	add(syntax.PartRoot, nn.AppendFloats(nil, append(slices.Clone(value("root")), value("label root")...)))
	var units []float32
	for _, name := range []string{"input", "dependent", "query", "head", "hidden"} {
		units = append(units, float32(unit(name)))
	}
	add(syntax.PartUnits, nn.AppendFloats(nil, units))
	add(syntax.PartLemmas, lemma.Pack(lemmaExamples(treebanks)))
	return nn.Join(parts), nil
}

// beside puts the weights and biases of layers side by side; a layer without bias has zeros.
func beside(p *learn.Params, names ...string) (w, b []float32) {
	rows := p.Named(names[0]).Rows
	for i := range rows {
		for _, name := range names {
			w = append(w, p.Named(name).Row(i)...)
		}
	}
	for _, name := range names {
		if bias := p.Named(name + " bias"); bias != nil {
			b = append(b, bias.Value...)
		} else {
			b = append(b, make([]float32, p.Named(name).Cols)...)
		}
	}
	return w, b
}

// measure runs the network over some sentences and returns, for every layer that is rounded, what a step should
// stand for: the largest value but a few, in as many steps as there are.
func (n *syntaxNet) measure(t *learn.Tape, p *learn.Params, examples []*sentence) map[string]float64 {
	values := map[string][]float32{}
	keep := func(name string, m *learn.Matrix) {
		values[name] = append(values[name], m.Value...)
	}
	every := max(1, len(examples)/sampled)
	for i := 0; i < len(examples); i += every {
		t.Reset()
		b := newBatch(t, examples[i:i+1])
		o := n.run(t, p, b)
		hidden, _ := n.relations(t, p, o, b.heads, b.ends)
		keep("input", o.input)
		keep("dependent", o.dependent)
		keep("query", o.query)
		keep("head", o.heads)
		keep("hidden", hidden)
	}
	sizes := map[string]float64{}
	for name, all := range values {
		if name == "head" {
			sizes[name] = step(all, nn.KeySteps)
		} else {
			sizes[name] = step(all, nn.OutputUnit)
		}
	}
	return sizes
}

// step is what a step of an activation should stand for, so that all values but a few fit into so many
// steps on each side of zero.
func step(values []float32, steps int) float64 {
	sizes := make([]float64, len(values))
	for i, v := range values {
		sizes[i] = math.Abs(float64(v))
	}
	slices.Sort(sizes)
	return max(1e-6, sizes[int(float64(len(sizes)-1)*within)]) / float64(steps)
}

// within is the share of activations that fit the range of bytes; the others are cut to its ends.
const within = 0.9998

func lemmaExamples(treebanks []Treebank) []lemma.Example {
	var words []lemma.Example
	for _, bank := range treebanks {
		for _, s := range bank.Sentences {
			for _, word := range s.Words {
				words = append(words, lemma.Example{Word: word.Form, XPOS: word.XPOS, UPOS: word.UPOS, Lemma: word.Lemma})
			}
		}
	}
	return words
}
