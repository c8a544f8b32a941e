package train

import (
	"math"

	"demarche/loader/lang/internal/form"
	"demarche/loader/lang/internal/learn"
	"demarche/loader/lang/internal/tree"
)

// ensemble is several networks of one inventory that decide together.
type ensemble struct {
	net     *syntaxNet
	members []*learn.Params
}

// sure is the probability that a decision of an ensemble needs to be learned from.
const sure = 0.5

// annotate gives sentences without annotation the one that the members find together: the mean of
// their probabilities. Where these are not sure the annotation stays unknown.
func (e *ensemble) annotate(examples []*sentence) {
	t := &learn.Tape{}
	const some = 16
	for from := 0; from < len(examples); from += some {
		e.annotateBatch(t, examples[from:min(len(examples), from+some)])
	}
}

// votes sums up what the members say of a batch.
type votes struct {
	xpos, upos, names [][]float32
	arcs              []float64 // probabilities of all heads of each sentence, one sentence behind the other
}

func (e *ensemble) annotateBatch(t *learn.Tape, examples []*sentence) {
	var v votes
	var outs []outputs
	var b *batch
	t.Reset()
	for _, p := range e.members {
		b = newBatch(t, examples)
		o := e.net.run(t, p, b)
		outs = append(outs, o)
		v.xpos, v.upos, v.names = addRows(v.xpos, o.xpos), addRows(v.upos, o.upos), addRows(v.names, o.names)
		v.addArcs(o, p, b.ends)
	}
	heads := e.heads(&v, b, examples)
	var relations [][]float32
	for i, p := range e.members {
		_, scores := e.net.relations(t, p, outs[i], heads, b.ends)
		relations = addRows(relations, scores)
	}
	row := 0
	share := 1 / float32(len(e.members))
	for _, s := range examples {
		for i := range s.forms {
			s.xpos[i], s.upos[i] = pick(v.xpos[row], share), pick(v.upos[row], share)
			s.names[i], s.rels[i] = pick(v.names[row], share), pick(relations[row], share)
			row++
		}
	}
}

// addRows adds the probabilities of the rows of scores.
func addRows(sums [][]float32, scores *learn.Matrix) [][]float32 {
	p := make([]float32, scores.Cols)
	for i := range scores.Rows {
		copy(p, scores.Row(i))
		learn.Softmax(p)
		if i == len(sums) {
			sums = append(sums, make([]float32, scores.Cols))
		}
		for k, x := range p {
			sums[i][k] += x
		}
	}
	return sums
}

// pick is the class with the highest probability, or -1 when that is not sure.
func pick(sums []float32, share float32) int32 {
	best := 0
	for k, sum := range sums {
		if sum > sums[best] {
			best = k
		}
	}
	if sums[best]*share < sure {
		return -1
	}
	return int32(best)
}

func (v *votes) addArcs(o outputs, p *learn.Params, ends []int) {
	root := p.Named("root").Value
	at, from := 0, 0
	for _, end := range ends {
		n := end - from
		scores := make([]float32, n+1)
		for i := range n {
			query := o.query.Row(from + i)
			for j := range n {
				scores[j] = dot(query, o.heads.Row(from+j))
			}
			scores[i], scores[n] = float32(math.Inf(-1)), dot(query, root)
			learn.Softmax(scores)
			for _, x := range scores {
				if at == len(v.arcs) {
					v.arcs = append(v.arcs, 0)
				}
				v.arcs[at] += float64(x)
				at++
			}
		}
		from = end
	}
}

func dot(a, b []float32) float32 {
	sum := float32(0)
	for i, x := range a {
		sum += x * b[i]
	}
	return sum
}

// logUnit is how many steps of a tree score a unit of log probability has.
const logUnit = 1 << 16

// heads finds the trees, notes the sure heads in the examples, and returns all heads as rows of the batch.
func (e *ensemble) heads(v *votes, b *batch, examples []*sentence) []int32 {
	heads := make([]int32, len(b.words))
	var finder tree.Finder
	at, from := 0, 0
	for k, s := range examples {
		n := b.ends[k] - from
		scores := tree.Scores{Words: n, Stride: n + 1, Values: make([]int32, n*(n+1))}
		for i := range scores.Values {
			scores.Values[i] = int32(logUnit * math.Log(max(1e-9, v.arcs[at+i]/float64(len(e.members)))))
		}
		found := make([]int, n)
		finder.Best(scores, found)
		for i, head := range found {
			column := head
			if head < 0 {
				column = n
				heads[from+i] = learn.Root
			} else {
				heads[from+i] = int32(from + head)
			}
			s.heads[i] = int32(head)
			if v.arcs[at+i*(n+1)+column]/float64(len(e.members)) < sure {
				s.heads[i] = learn.Unknown
			}
		}
		at += n * (n + 1)
		from = b.ends[k]
	}
	return heads
}

// unannotated makes examples of the words of sentences.
func (v *inventory) unannotated(sentences [][]string) []*sentence {
	var examples []*sentence
	for _, words := range sentences {
		e := &sentence{}
		for _, word := range words {
			f := form.Of(word)
			e.forms = append(e.forms, f)
			e.words = append(e.words, v.numbers[f.Word])
			e.counts = append(e.counts, v.counts[f.Word])
		}
		e.mark(words, v.gazetteer)
		n := len(words)
		e.xpos, e.upos, e.rels, e.names, e.heads = make([]int32, n), make([]int32, n), make([]int32, n), make([]int32, n), make([]int32, n)
		examples = append(examples, e)
	}
	return examples
}
