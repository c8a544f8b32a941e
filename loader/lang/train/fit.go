// Package train makes the models that loader/lang embeds, from treebanks and
// running text. The program does not import it; cmd/train does.
//
// Every function that trains is deterministic: the same data, options and
// processor kind give the same bytes, whatever the number of processors. What is random comes from
// generators seeded by Options.Seed; work is divided among two goroutines in a fixed way, and
// their gradients are added in a fixed order.
package train

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"

	"demarche/loader/lang/internal/learn"
)

// Options says how a network is trained.
type Options struct {
	Seed   uint64
	Epochs int                              // how often the training data is seen
	Log    func(format string, args ...any) // progress
	// Memory is the share of the average of the values that a step leaves as it is, below 1; 0 stands for 0.998.
	// Short trainings need less.
	Memory float64
}

// halves is the number of parts of a batch that are computed side by side. It is part of what
// the result depends on, so it does not follow the number of processors.
const halves = 2

// fitting is the course of a training: batches of about words words, a rate that warms up, stays, and falls to nearly nothing
// by a cosine (Loshchilov and Hutter 2017), and an average of the values over the last steps, which is what is kept in the end (Polyak and
// Juditsky 1992).
type fitting struct {
	Options
	params *learn.Params
	sizes  []int      // of the examples, in words
	words  int        // in a batch, about
	adam   learn.Adam // Rate is the highest
	// forward computes the loss of examples with the given parameters and puts its gradient on the tape.
	forward func(t *learn.Tape, params *learn.Params, examples []int) Loss
	// see tells whether an example is seen in an epoch; nil stands for always.
	see func(epoch int, random *rand.Rand, example int) bool
	// after is called behind every epoch, while the parameters have their averages.
	after func(epoch int)
}

// Loss sums up what a network got right and wrong, by task.
type Loss map[string]learn.Result

func (l Loss) note(task string, r learn.Result) {
	sum := l[task]
	l[task] = learn.Result{Loss: sum.Loss + r.Loss, Right: sum.Right + r.Right, Of: sum.Of + r.Of}
}

func (l Loss) add(other Loss) {
	for task, r := range other {
		l.note(task, r)
	}
}

// String shows for each task the mean loss and the share that is right.
func (l Loss) String() string {
	var parts []string
	for task, r := range l {
		if r.Of > 0 {
			parts = append(parts, fmt.Sprintf("%s %.3f %.2f%%", task, r.Loss/float64(r.Of), 100*float64(r.Right)/float64(r.Of)))
		}
	}
	slices.Sort(parts)
	return strings.Join(parts, ", ")
}

const (
	warmUp   = 100   // steps until the rate is reached
	steady   = 0.3   // share of the training in which the rate stays
	smallest = 0.02  // share of the rate that is left in the end
	memory   = 0.998 // of the average of the values, per step
	every    = 10    // steps between additions to the average
)

func (f *fitting) run() {
	shadow := f.params.Shadow()
	workers := []*learn.Params{f.params, shadow}
	var tapes []*learn.Tape
	for i := range halves {
		tapes = append(tapes, &learn.Tape{Train: true, Random: rand.New(rand.NewPCG(f.Seed, uint64(1000+i)))})
	}
	random := rand.New(rand.NewPCG(f.Seed, 1))
	plan, total := f.plan(random)
	steps, step := float64(total)/float64(f.words), 0
	var average [][]float32
	for epoch, order := range plan {
		loss := Loss{}
		for batch := range f.batches(order) {
			parts := divide(batch)
			losses := make([]Loss, halves)
			var group sync.WaitGroup
			for i, part := range parts {
				group.Go(func() {
					tapes[i].Reset()
					losses[i] = f.forward(tapes[i], workers[i], part)
					tapes[i].Back()
				})
				if step == 0 {
					group.Wait() // the first call makes the parameters
				}
			}
			group.Wait()
			for _, l := range losses {
				loss.add(l)
			}
			adam := f.adam
			adam.Rate *= schedule(step, float64(step)/steps)
			f.params.Step(adam, workers[1:])
			step++
			if step%every == 0 {
				average = f.average(average)
			}
		}
		if average == nil {
			average = f.average(nil) // there was too little to learn from
		}
		f.Log("epoch %d: %v", epoch+1, loss)
		f.params.Swap(average)
		if f.after != nil {
			f.after(epoch)
		}
		if epoch+1 < f.Epochs {
			f.params.Swap(average)
		}
	}
}

// plan draws the examples of every epoch, and counts the words of all.
func (f *fitting) plan(random *rand.Rand) (epochs [][]int, words int) {
	for epoch := range f.Epochs {
		var order []int
		for i, size := range f.sizes {
			if f.see == nil || f.see(epoch, random, i) {
				order = append(order, i)
				words += size
			}
		}
		random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		epochs = append(epochs, order)
	}
	return epochs, words
}

// batches yields examples until they have enough words.
func (f *fitting) batches(order []int) func(func([]int) bool) {
	return func(yield func([]int) bool) {
		for from := 0; from < len(order); {
			words, to := 0, from
			for to < len(order) && words < f.words {
				words += f.sizes[order[to]]
				to++
			}
			if !yield(order[from:to]) {
				return
			}
			from = to
		}
	}
}

// divide deals a batch out; a part may be empty.
func divide(batch []int) [halves][]int {
	var parts [halves][]int
	for i, example := range batch {
		parts[i%halves] = append(parts[i%halves], example)
	}
	return parts
}

// schedule is the share of the highest rate at a step, which is the given share of the way through.
func schedule(step int, way float64) float64 {
	share := min(1, float64(step+1)/warmUp)
	if way > steady {
		share *= max(smallest, (1+math.Cos(math.Pi*min(1, (way-steady)/(1-steady))))/2)
	}
	return share
}

// average adds the present values to the average.
func (f *fitting) average(values [][]float32) [][]float32 {
	if values == nil {
		for _, p := range f.params.List {
			values = append(values, slices.Clone(p.Value))
		}
		return values
	}
	keep := f.Memory
	if keep == 0 {
		keep = memory
	}
	share := float32(1 - math.Pow(keep, every))
	for i, p := range f.params.List {
		for j, v := range p.Value {
			values[i][j] += share * (v - values[i][j])
		}
	}
	return values
}
