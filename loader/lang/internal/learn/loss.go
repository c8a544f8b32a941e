package learn

import (
	"math"

	"demarche/loader/lang/internal/mat"
)

// What a gold answer may be besides a class or a row.
const (
	Root    = -1 // of arcs: the head is the root
	Unknown = -2 // nothing is learned from it
)

// Result says how well answers fit: the sum of the cross entropies, and how many of how many are right.
type Result struct {
	Loss      float64
	Right, Of int
}

// answer turns scores into the gradient of their cross entropy with the right answer, times a weight.
func (r *Result) answer(scores []float32, right int, weight float32) {
	best := 0
	for i, v := range scores {
		if v > scores[best] {
			best = i
		}
	}
	r.Of++
	if best == right {
		r.Right++
	}
	Softmax(scores)
	r.Loss -= math.Log(max(1e-9, float64(scores[right])))
	scores[right]--
	for i := range scores {
		scores[i] *= weight
	}
}

// Classify adds the gradient of the cross entropy of each row of scores with its gold class, times a weight. A
// negative class is unknown.
func (t *Tape) Classify(scores *Matrix, gold []int32, weight float32) Result {
	var r Result
	p := make([]float32, scores.Cols)
	for i, want := range gold {
		if want >= 0 {
			copy(p, scores.Row(i))
			r.answer(p, int(want), weight)
			add(scores.gradRow(i), p)
		}
	}
	return r
}

// Arcs scores for every row all rows of its sentence as heads, by query · head, and the root, by query · root, and adds
// the gradient of the cross entropy with the gold head, times a weight. Sentences end at ends; gold is a
// row, Root or Unknown.
func (t *Tape) Arcs(query, heads, root *Matrix, ends []int, gold []int32, weight float32) Result {
	var r Result
	width, first := query.Cols, 0
	for _, end := range ends {
		n := end - first
		// The heads with the root behind them.
		keys := make([]float32, (n+1)*width)
		copy(keys, heads.Value[first*width:end*width])
		copy(keys[n*width:], root.Value)
		scores := make([]float32, n*(n+1))
		q := mat.Factor{Data: query.Value[first*width:], Stride: width}
		t.space.MulAdd(n, n+1, width, q, mat.Factor{Data: keys, Stride: width, Transposed: true}, scores, n+1)
		for i := range n {
			row := scores[i*(n+1) : (i+1)*(n+1)]
			row[i] = float32(math.Inf(-1))
			switch want := gold[first+i]; want {
			case Unknown:
				clear(row)
			case Root:
				r.answer(row, n, weight)
			default:
				r.answer(row, int(want)-first, weight)
			}
		}
		gradient := mat.Factor{Data: scores, Stride: n + 1}
		t.space.MulAdd(n, width, n+1, gradient, mat.Factor{Data: keys, Stride: width}, query.Grad[first*width:], width)
		clear(keys)
		gradient.Transposed = true
		t.space.MulAdd(n+1, width, n, gradient, q, keys, width)
		add(heads.Grad[first*width:end*width], keys[:n*width])
		add(root.Grad, keys[n*width:])
		first = end
	}
	return r
}
