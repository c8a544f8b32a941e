package coref

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
)

// Example is a document with its gold mentions, to learn from.
type Example struct {
	Document *Document
	Mentions []Gold
}

// Gold is an annotated mention: words [First, End) with their head.
type Gold struct {
	First, End, Head int
	Entity           string // the same for all mentions of an entity of the document
	Kind             Kind
}

// Training says how to learn.
type Training struct {
	Seed   uint64  // of the order of documents
	Epochs int     // how often all documents are seen
	Rate   float64 // length of steps
	Shrink float64 // strength of the L1 penalty
	// What mistakes cost, added to the scores of wrong choices while learning: beginning an
	// entity that was there, joining one where there is none to join, joining another.
	FalseNew, FalseJoin, WrongJoin float64
	Least                          float64 // weights nearer to zero are left out of the model
	Log                            func(format string, values ...any)
}

// Train learns a model and returns its file. The loss is that of Durrett and Klein (2013):
// the negative logarithm of the probability of all right choices, where wrong ones score
// their cost more; the steps are those of AdaGrad (Duchi et al. 2011). Entities grow as the
// model so far would have them, so that it learns from its own mistakes, except in the
// first round. The weights are averages over the later two thirds of the training.
func Train(examples []Example, how Training) []byte {
	if how.Log == nil {
		how.Log = func(string, ...any) {}
	}
	l := &learner{how: how, index: map[uint64]int32{}, nouns: learnNouns(examples)}
	random := rand.New(rand.NewPCG(how.Seed, 0))
	for epoch := range how.Epochs {
		l.loss, l.seen, l.right = 0, 0, 0
		for _, i := range random.Perm(len(examples)) {
			l.learn(examples[i], epoch == 0)
			if epoch >= how.Epochs/3 {
				l.average()
			}
		}
		how.Log("round %d: loss %.4f, %.2f%% of %d choices right, %d features",
			epoch+1, l.loss/float64(l.seen), 100*float64(l.right)/float64(l.seen), l.seen, len(l.weights))
	}
	return l.file()
}

// learner holds the weights while they grow.
type learner struct {
	how     Training
	nouns   map[string]Kind
	index   map[uint64]int32 // feature -> its number
	names   []featureName    // by number, as the next three
	weights []float64
	squares []float64 // sums of squared gradients
	sums    []float64 // of the weights at the end of each document since averaging began
	summed  int       // documents since then
	loss    float64   // of this round, as the next two
	seen    int
	right   int
}

// featureName is the template and the values of a feature; without values it cannot be written.
type featureName struct{ template, texts string }

// learn goes through one document.
func (l *learner) learn(x Example, followGold bool) {
	r := newRanker(x.Document, &model{nouns: l.nouns})
	gold := r.align(x.Mentions)
	for _, at := range r.sequence() {
		r.consider(at)
		if c := r.sure(at); c >= 0 {
			r.join(at, r.choices[c].entity) // the model will not be asked, either
			continue
		}
		right := r.rightChoices(at, gold)
		features, scores := make([][]int32, len(right)), make([]float64, len(right))
		chosen := 0
		for c := range right {
			features[c] = l.features(r, at, c)
			for _, f := range features[c] {
				scores[c] += l.weights[f]
			}
			if scores[c] > scores[chosen] {
				chosen = c
			}
		}
		l.seen++
		if right[chosen] {
			l.right++
		} else if followGold {
			chosen = slices.Index(right, true)
		}
		l.update(features, scores, right)
		r.join(at, r.choices[chosen].entity)
	}
}

// features numbers the features of a choice.
func (l *learner) features(r *ranker, at, c int) []int32 {
	var numbers []int32
	for _, t := range r.templatesOf(at, c) {
		v := &r.choices[c].values
		feature, ok := t.feature(v)
		if !ok {
			continue
		}
		number, known := l.index[feature]
		if !known {
			number = int32(len(l.weights))
			l.index[feature] = number
			l.names = append(l.names, featureName{t.name, t.texts(v)})
			l.weights, l.squares, l.sums = append(l.weights, 0), append(l.squares, 0), append(l.sums, 0)
		}
		numbers = append(numbers, number)
	}
	return numbers
}

// update takes a step against the gradient of the loss. The first choice is to begin an entity.
func (l *learner) update(features [][]int32, scores []float64, right []bool) {
	for c := range scores {
		switch {
		case right[c]:
		case c == 0:
			scores[c] += l.how.FalseNew
		case right[0]:
			scores[c] += l.how.FalseJoin
		default:
			scores[c] += l.how.WrongJoin
		}
	}
	all, good := math.Inf(-1), math.Inf(-1)
	for c, score := range scores {
		all = logAdd(all, score)
		if right[c] {
			good = logAdd(good, score)
		}
	}
	l.loss += all - good
	gradient := map[int32]float64{}
	var touched []int32 // in a fixed order, so that the same data give the same bytes
	for c, score := range scores {
		slope := math.Exp(score - all)
		if right[c] {
			slope -= math.Exp(score - good)
		}
		for _, f := range features[c] {
			if _, ok := gradient[f]; !ok {
				touched = append(touched, f)
			}
			gradient[f] += slope
		}
	}
	for _, f := range touched {
		l.step(f, gradient[f])
	}
}

// negligible gradients move nothing.
const negligible = 1e-6

func (l *learner) step(f int32, gradient float64) {
	if math.Abs(gradient) < negligible {
		return
	}
	l.squares[f] += gradient * gradient
	length := l.how.Rate / (1 + math.Sqrt(l.squares[f]))
	weight := l.weights[f] - length*gradient
	l.weights[f] = math.Copysign(max(0, math.Abs(weight)-length*l.how.Shrink), weight)
}

// logAdd is log(exp(a) + exp(b)).
func logAdd(a, b float64) float64 {
	a, b = max(a, b), min(a, b)
	if math.IsInf(b, -1) {
		return a
	}
	return a + math.Log1p(math.Exp(b-a))
}

// average takes the weights of now into the averages.
func (l *learner) average() {
	for f, w := range l.weights {
		l.sums[f] += w
	}
	l.summed++
}

// file writes nouns and weights in the format of model.go.
func (l *learner) file() []byte {
	sections := map[string][]string{}
	for lemma, kind := range l.nouns {
		section := "noun " + string(kind)
		sections[section] = append(sections[section], lemma)
	}
	for f, name := range l.names {
		weight := l.sums[f] / float64(max(1, l.summed))
		if math.Abs(weight) >= l.how.Least && name.texts != "" {
			sections[name.template] = append(sections[name.template], fmt.Sprintf("%s\t%.2f", name.texts, weight))
		}
	}
	var names []string
	for name := range sections {
		names = append(names, name)
	}
	slices.Sort(names)
	var out strings.Builder
	out.WriteString(modelHeader + "\n")
	for _, name := range names {
		fmt.Fprintf(&out, "[%s]\n", name)
		slices.Sort(sections[name])
		for _, line := range sections[name] {
			out.WriteString(line + "\n")
		}
	}
	return []byte(out.String())
}
