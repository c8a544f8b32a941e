package train

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"demarche/loader/lang/conllu"
	"demarche/loader/lang/internal/atom"
	"demarche/loader/lang/internal/form"
	"demarche/loader/lang/internal/learn"
	"demarche/loader/lang/internal/nn"
	"demarche/loader/lang/segment"
)

// Sizes of the segmentation network.
const (
	atomWidth = 48
	atomRows  = 1 << 13
	atomCells = 64
)

const dropAtom = 0.2 // share of values of an atom's vector and of the memory's output that training leaves out

// Segment learns a model for words and sentences from treebanks and returns its file.
func Segment(treebanks []Treebank, o Options) ([]byte, error) {
	n := &segmentNet{merged: atom.Merged{}}
	var texts [][][]*conllu.Sentence // stretches of paragraphs that follow one another, by document
	for _, bank := range treebanks {
		n.merge(bank.Sentences)
		for _, paragraph := range conllu.Paragraphs(bank.Sentences) {
			if paragraph[0].Begins("newdoc") || len(texts) == 0 {
				texts = append(texts, nil)
			}
			texts[len(texts)-1] = append(texts[len(texts)-1], paragraph)
		}
	}
	params := learn.NewParams(rand.New(rand.NewPCG(o.Seed, 0)))
	f := fitting{Options: o, params: params, words: 800, adam: learn.Adam{Rate: 2e-3, Beta1: 0.9, Beta2: 0.95, Clip: 5}}
	type place struct{ text, paragraph int }
	var places []place
	for i, text := range texts {
		for k, paragraph := range text {
			places = append(places, place{i, k})
			words := 0
			for _, s := range paragraph {
				words += len(s.Words)
			}
			f.sizes = append(f.sizes, words)
		}
	}
	f.forward = func(t *learn.Tape, p *learn.Params, batch []int) Loss {
		if len(batch) == 0 {
			return nil
		}
		var parts [][]int32
		var gold []int32
		var ends []int
		for _, i := range batch {
			r := spoilt(texts[places[i].text][places[i].paragraph:], t.Random)
			parts, gold = n.example(r, parts, gold)
			ends = append(ends, len(parts))
		}
		_, scores := n.run(t, p, parts, ends)
		return Loss{"cuts": t.Classify(scores, gold, 1/float32(len(parts)))}
	}
	f.run()
	return n.pack(params, texts), nil
}

// segmentNet is one memory in both directions over the atoms, and a layer that decides.
type segmentNet struct{ merged atom.Merged }

// Rules for what counts as a merged word: written as one at least so often, and in this share of all.
const (
	leastMerged = 2
	shareMerged = 0.3
)

// merge collects words that the treebank writes as one without an apostrophe ("cannot").
func (n *segmentNet) merge(sentences []*conllu.Sentence) {
	count, all := map[string]int{}, map[string]int{}
	second := map[string]int{}
	for _, s := range sentences {
		for _, word := range s.Words {
			all[strings.ToLower(word.Form)]++
		}
		for _, t := range s.Tokens {
			written := strings.ToLower(t.Form)
			if t.Last != t.First+1 || strings.IndexFunc(written, func(r rune) bool { return r < 'a' || r > 'z' }) >= 0 {
				continue
			}
			count[written]++
			all[written]++
			second[written] = len(s.Words[t.First-1].Form)
		}
	}
	for written, times := range count {
		if times >= leastMerged && float64(times) >= shareMerged*float64(all[written]) {
			n.merged[written] = second[written]
		}
	}
}

// spoilt writes the first of the paragraphs, and with luck more, as running text in some typography.
func spoilt(paragraphs [][]*conllu.Sentence, random *rand.Rand) *rawText {
	how := spoil{glue: 0.04, curly: random.Float64() < 0.4, single: random.Float64() < 0.15, dash: random.Float64() < 0.4}
	if random.Float64() < 0.15 {
		how.wrap = 0.1
	}
	r := &rawText{begins: map[int]int{}}
	before := ""
	for i, paragraph := range paragraphs {
		if i > 0 {
			if r.text.Len() > 600 || random.Float64() < 0.6 {
				break
			}
			before = "\n"
			if random.Float64() < 0.3 {
				before = " "
			}
		}
		for k, s := range paragraph {
			if k > 0 {
				before = " "
				if !paragraph[k-1].SpaceAfter() {
					before = ""
				}
				if gluable(paragraph[k-1], s) && random.Float64() < how.glue {
					before = ""
				}
			}
			r.addSentence(s, before, how, random)
		}
	}
	return r
}

// example appends the parts and outcomes of the atoms of a text.
func (n *segmentNet) example(r *rawText, parts [][]int32, gold []int32) ([][]int32, []int32) {
	text := r.text.String()
	for _, a := range atom.Split(text, 0, len(text), n.merged, nil) {
		var row []int32
		segment.Features(text, a, func(part uint64) { row = append(row, int32(form.Row(part, atomRows))) })
		parts = append(parts, row)
		gold = append(gold, int32(r.begins[a.Begin])) // 0 is Nothing
	}
	return parts, gold
}

func (n *segmentNet) run(t *learn.Tape, p *learn.Params, parts [][]int32, ends []int) (input, scores *learn.Matrix) {
	input = t.Embed(p.Table("parts", atomRows, atomWidth, 0.05), parts)
	x := memories(t, p, "memory", t.Drop(input, dropAtom, nil), atomCells, ends)
	return input, layer(t, p, "decide", t.Drop(x, dropAtom, nil), segment.Sentence+1)
}

func (n *segmentNet) pack(p *learn.Params, texts [][][]*conllu.Sentence) []byte {
	t := &learn.Tape{}
	var sizes []float32
	random := rand.New(rand.NewPCG(0, 0))
	for i := 0; i < len(texts); i += max(1, len(texts)/sampled) {
		t.Reset()
		parts, _ := n.example(spoilt(texts[i], random), nil, nil)
		input, _ := n.run(t, p, parts, []int{len(parts)})
		sizes = append(sizes, input.Value...)
	}
	unit := step(sizes, nn.OutputUnit)
	value := func(name string) []float32 { return p.Named(name).Value }
	parts := []nn.Part{{Name: segment.PartParts, Data: nn.PackTable(atomRows, atomWidth, value("parts"))}}
	for _, side := range []string{segment.PartForward, segment.PartBackward} {
		key := "memory " + side
		parts = append(parts, nn.Part{Name: side, Data: nn.PackLSTM(atomWidth, atomCells, value(key), value(key+" state"), value(key+" bias"), unit)})
	}
	var merged []string
	for word, second := range n.merged {
		merged = append(merged, fmt.Sprintf("%s %d\n", word, second))
	}
	slices.Sort(merged)
	return nn.Join(append(parts,
		nn.Part{Name: segment.PartDecide, Data: nn.PackDense(2*atomCells, segment.Sentence+1, value("decide"), value("decide bias"), 1.0/nn.OutputUnit)},
		nn.Part{Name: segment.PartUnit, Data: nn.AppendFloats(nil, []float32{float32(unit)})},
		nn.Part{Name: segment.PartMerged, Data: []byte(strings.Join(merged, ""))}))
}
