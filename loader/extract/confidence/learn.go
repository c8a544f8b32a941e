package confidence

import (
	"cmp"
	"maps"
	"math"
	"slices"
)

// Example is a record of which it is known whether it is right.
type Example struct {
	Article string // examples of one article are never learned from when others of it are measured
	Signs   []Sign
	Right   bool
}

// penalty is the strength of the penalty for the squares of weights. It is high, because there are few examples of most kinds: a sign
// that a dozen records have moves their probability by a few points.
const penalty = 5

// Learn fits a logistic model to examples: the weights of highest likelihood less the penalty, found by Newton's method. Two made-up
// examples without signs, one right and one wrong, keep the bias finite where all are right.
func Learn(examples []Example) Weights {
	names := map[string]int{}
	for _, e := range examples {
		for _, s := range e.Signs {
			names[s.Name] = 0
		}
	}
	order := slices.Sorted(maps.Keys(names))
	for i, name := range order {
		names[name] = i + 1
	}
	examples = append(slices.Clone(examples), Example{Right: true}, Example{Right: false})
	weights := make([]float64, len(order)+1) // the bias first
	for range steps {
		move := newton(examples, names, weights)
		largest := 0.0
		for i := range weights {
			weights[i] += move[i]
			largest = max(largest, math.Abs(move[i]))
		}
		if largest < 1e-6 {
			break
		}
	}
	w := Weights{Bias: weights[0], Of: map[string]float64{}}
	for i, name := range order {
		w.Of[name] = weights[i+1]
	}
	return w
}

// steps is more than Newton's method needs here.
const steps = 50

// newton is the step from weights towards the best.
func newton(examples []Example, names map[string]int, weights []float64) []float64 {
	n := len(weights)
	gradient, curvature := make([]float64, n), make([][]float64, n)
	for i := range curvature {
		curvature[i] = make([]float64, n)
		if i > 0 {
			gradient[i], curvature[i][i] = -penalty*weights[i], penalty
		}
	}
	row := make([]float64, n)
	for _, e := range examples {
		clear(row)
		row[0] = 1
		for _, s := range e.Signs {
			row[names[s.Name]] += s.Value
		}
		sum := 0.0
		for i, x := range row {
			sum += weights[i] * x
		}
		p := Logistic(sum)
		miss := -p
		if e.Right {
			miss++
		}
		for i, x := range row {
			if x == 0 {
				continue
			}
			gradient[i] += miss * x
			for k, y := range row {
				curvature[i][k] += p * (1 - p) * x * y
			}
		}
	}
	return solve(curvature, gradient)
}

// solve finds x with ax = b for a positive definite a, which it changes, by elimination.
func solve(a [][]float64, b []float64) []float64 {
	n := len(b)
	x := slices.Clone(b)
	for i := range n {
		for k := i + 1; k < n; k++ {
			factor := a[k][i] / a[i][i]
			for j := i; j < n; j++ {
				a[k][j] -= factor * a[i][j]
			}
			x[k] -= factor * x[i]
		}
	}
	for i := n - 1; i >= 0; i-- {
		for k := i + 1; k < n; k++ {
			x[i] -= a[i][k] * x[k]
		}
		x[i] /= a[i][i]
	}
	return x
}

// folds is into how many parts examples are divided, if there are as many articles.
const folds = 10

// CrossValidate gives each example the probability that a model has for it which learned from other articles only.
func CrossValidate(examples []Example) []float64 {
	articles := map[string]int{}
	for _, e := range examples {
		articles[e.Article] = 0
	}
	for i, name := range slices.Sorted(maps.Keys(articles)) {
		articles[name] = i % folds
	}
	probabilities := make([]float64, len(examples))
	for fold := range folds {
		var others []Example
		for _, e := range examples {
			if articles[e.Article] != fold {
				others = append(others, e)
			}
		}
		if len(others) == len(examples) {
			continue
		}
		w := Learn(others)
		for i, e := range examples {
			if articles[e.Article] == fold {
				probabilities[i] = w.Probability(e.Signs)
			}
		}
	}
	return probabilities
}

// fewest is how many records a bar must leave, so that it is no accident that they are right.
const fewest = 20

// Bar is the lowest confidence such that above it, and above every higher one, at least the wanted share of examples is right; reached tells
// whether there is one. Otherwise it is the confidence above which the largest share is. Shares of less than fewest examples do not
// count, unless there are no more.
func Bar(examples []Example, probabilities []float64, wanted float64) (bar float64, reached bool) {
	order := make([]int, len(examples))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(probabilities[b], probabilities[a]) })
	right, best := 0, -1.0
	holds := true
	for n, i := range order {
		if examples[i].Right {
			right++
		}
		last := n+1 == len(order)
		if !last && (n+1 < fewest || probabilities[order[n+1]] == probabilities[i]) {
			continue
		}
		share := float64(right) / float64(n+1)
		switch holds = holds && share >= wanted; {
		case holds:
			bar, best, reached = probabilities[i], share, true
		case !reached && share > best:
			bar, best = probabilities[i], share
		}
	}
	return bar, reached
}
