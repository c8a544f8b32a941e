package learn

import (
	"math"
	"math/rand/v2"
	"testing"
)

// network is a small one with every operation in it; it returns the loss.
func network(t *Tape, p *Params) float64 {
	x := t.Embed(p.Table("words", 5, 4, 0.5), [][]int32{{0, 2}, {1}, {3, -1}, {2}, {4}})
	ends := []int{3, 5}
	forward := t.LSTM(t.Linear(x, &p.Weights("in", 4, 12).Matrix, &p.Dense("bias", 1, 12, 0.1).Matrix), &p.Weights("state", 3, 12).Matrix, ends, false)
	backward := t.LSTM(t.Mul(x, &p.Weights("in2", 4, 12).Matrix), &p.Weights("state2", 3, 12).Matrix, ends, true)
	y := t.Concat(forward, backward)
	query, head := t.Mul(y, &p.Weights("query", 6, 4).Matrix), t.Rectify(t.Mul(y, &p.Weights("head", 6, 4).Matrix), 0.1)
	loss := t.Arcs(query, head, &p.Weights("root", 1, 4).Matrix, ends, []int32{1, Root, 1, Unknown, 3}, 0.7).Loss
	hidden := t.Sum(head, t.Gather(query, &p.Weights("other", 1, 4).Matrix, []int32{1, -1, 0, 4, 4}))
	return 0.7*loss + 0.3*t.Classify(t.Mul(hidden, &p.Weights("class", 4, 3).Matrix), []int32{0, 2, -1, 1, 1}, 0.3).Loss
}

// The gradients are what the loss does when a value is moved a little.
func TestGradients(t *testing.T) {
	p := NewParams(rand.New(rand.NewPCG(1, 2)))
	tape := &Tape{}
	network(tape, p)
	tape.Back()
	for _, param := range p.List {
		for i := range param.Value {
			const step = 1e-2
			value := param.Value[i]
			param.Value[i] = value + step
			tape.Reset()
			up := network(tape, p.Shadow())
			param.Value[i] = value - step
			tape.Reset()
			down := network(tape, p.Shadow())
			param.Value[i] = value
			if want, got := (up-down)/(2*step), float64(param.Grad[i]); math.Abs(got-want) > 2e-3 {
				t.Errorf("%s[%d]: gradient %.5f, want %.5f", param.Name, i, got, want)
			}
		}
	}
}

// Two halves of a batch, each with gradients of its own, move the values as the whole does.
func TestShadow(t *testing.T) {
	learn := func(halves bool) []float32 {
		p := NewParams(rand.New(rand.NewPCG(1, 2)))
		network(&Tape{}, p)
		q := p
		if halves {
			q = p.Shadow()
		}
		for range 5 {
			for _, params := range []*Params{p, q} {
				tape := &Tape{}
				network(tape, params)
				tape.Back()
			}
			p.Step(Adam{Rate: 0.01, Beta1: 0.9, Beta2: 0.99, Clip: 1}, []*Params{q}[:map[bool]int{true: 1}[halves]])
		}
		return append(p.Named("state").Value, p.Named("words").Value...)
	}
	together, apart := learn(false), learn(true)
	for i := range together {
		if math.Abs(float64(together[i]-apart[i])) > 1e-6 {
			t.Fatalf("value %d: %g together, %g apart", i, together[i], apart[i])
		}
	}
}

// A network learns what it is shown.
func TestLearns(t *testing.T) {
	p := NewParams(rand.New(rand.NewPCG(1, 2)))
	tape := &Tape{}
	first := network(tape, p)
	last := first
	for range 300 {
		tape.Reset()
		last = network(tape, p)
		tape.Back()
		p.Step(Adam{Rate: 0.02, Beta1: 0.9, Beta2: 0.99, Clip: 5}, nil)
	}
	if last > 0.1*first {
		t.Errorf("loss %.3f after training, %.3f before", last, first)
	}
}

func TestDrop(t *testing.T) {
	tape := &Tape{Train: true, Random: rand.New(rand.NewPCG(1, 2))}
	x := tape.New(4, 1000)
	for i := range x.Value {
		x.Value[i] = 1
	}
	y := tape.Drop(x, 0.25, []int{2, 4})
	sum := float32(0)
	for i, v := range y.Row(0) {
		sum += v
		if v != y.Row(1)[i] {
			t.Fatal("rows of a sentence lose different columns")
		}
	}
	if mean := sum / 1000; mean < 0.9 || mean > 1.1 {
		t.Errorf("the mean is %.2f, want it to stay about 1", mean)
	}
	tape.Train = false
	if tape.Drop(x, 0.25, nil) != x {
		t.Error("without training nothing is left out")
	}
}
