package confidence_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"demarche/loader/extract/confidence"
)

// signs makes signs that are so of a record.
func signs(names ...string) []confidence.Sign {
	var all []confidence.Sign
	for _, name := range names {
		all = append(all, confidence.Sign{Name: name, Value: 1})
	}
	return all
}

// sample draws examples of some articles: with the sign they are right in nine of ten, without it in four of ten.
func sample(articles int) []confidence.Example {
	random := rand.New(rand.NewPCG(1, 2))
	var all []confidence.Example
	for i := range articles {
		for range 20 {
			e := confidence.Example{Article: fmt.Sprintf("article %d", i), Right: random.Float64() < 0.4}
			if random.IntN(2) == 0 {
				e.Signs, e.Right = signs("named"), random.Float64() < 0.9
			}
			all = append(all, e)
		}
	}
	return all
}

func TestLearnedProbabilitiesAreShares(t *testing.T) {
	w := confidence.Learn(sample(100))
	if p := w.Probability(signs("named")); math.Abs(p-0.9) > 0.03 {
		t.Errorf("with the sign the probability is %v, want about 0.9", p)
	}
	if p := w.Probability(nil); math.Abs(p-0.4) > 0.03 {
		t.Errorf("without it the probability is %v, want about 0.4", p)
	}
	if one, other := w.Probability(signs("never seen")), w.Probability(nil); one != other {
		t.Errorf("a sign that was never seen moves the probability from %v to %v", other, one)
	}
}

// Nothing is certain, whatever the examples say.
func TestProbabilitiesStayInside(t *testing.T) {
	var all []confidence.Example
	for i := range 1000 {
		all = append(all, confidence.Example{Article: fmt.Sprint(i), Signs: signs("always"), Right: true})
	}
	w := confidence.Learn(all)
	for _, p := range []float64{w.Probability(signs("always")), confidence.Weights{Bias: 100}.Probability(nil), confidence.Weights{Bias: -100}.Probability(nil)} {
		if p <= 0 || p >= 1 || p != math.Round(p*100)/100 {
			t.Errorf("a probability is %v, want two digits between 0 and 1", p)
		}
	}
}

// What is so of one article only helps nobody else: measured on that article, it was not learned.
func TestCrossValidationKeepsArticlesApart(t *testing.T) {
	all := sample(20)
	for i := range all {
		if all[i].Article == "article 7" {
			all[i].Signs, all[i].Right = signs("seven"), true
		}
	}
	if p := confidence.Learn(all).Probability(signs("seven")); p < 0.6 {
		t.Errorf("all were right, and the learned probability is %v", p)
	}
	for i, p := range confidence.CrossValidate(all) {
		if all[i].Article == "article 7" && (p < 0.3 || p > 0.5) {
			t.Fatalf("the probability of an article that was not learned from is %v, want that of records without signs, 0.4", p)
		}
	}
}

func TestBar(t *testing.T) {
	// Of a hundred records the surest thirty are right, then every other one.
	var all []confidence.Example
	var probabilities []float64
	for i := range 100 {
		all = append(all, confidence.Example{Right: i < 30 || i%2 == 0})
		probabilities = append(probabilities, 0.99-float64(i)/200)
	}
	bar, reached := confidence.Bar(all, probabilities, 0.95)
	if !reached || bar < probabilities[35] || bar > probabilities[29] {
		t.Errorf("the bar is %v (%v), want that of about the thirtieth, %v", bar, reached, probabilities[30])
	}
	for i := range all {
		all[i].Right = i%2 == 0
	}
	if bar, reached = confidence.Bar(all, probabilities, 0.95); reached {
		t.Errorf("half is right everywhere, and %v is a bar for nearly all", bar)
	}
	if all[0].Right = true; bar > probabilities[19] {
		t.Errorf("the bar %v leaves fewer than twenty records", bar)
	}
}

func TestFile(t *testing.T) {
	m := confidence.Load()
	again, err := confidence.Open(m.String())
	if err != nil {
		t.Fatal(err)
	}
	if again.String() != m.String() {
		t.Errorf("written and read again the model is\n%s\nit was\n%s", again, m)
	}
	for _, kind := range confidence.Kinds() {
		w := m.Weights(kind)
		if w.Bias == 0 || w.Bar <= 0 || w.Bar > confidence.Never {
			t.Errorf("%s: bias %v, bar %v; train it anew", kind, w.Bias, w.Bar)
		}
	}
	for file, want := range map[string]string{
		"":                                    `want "confidence 1"`,
		"confidence 1\n[demand]\n0.5":         "line 3",
		"confidence 1\n[demand]\nhalf\tbias":  "line 3",
		"confidence 1\n0.5\tbias":             "line 2",
		"confidence 1\n[demand]\nNaN\tbias":   "line 3",
		"confidence 1\n[demand]\n0.5\tbias\n": "nothing for the kind statement",
	} {
		if _, err := confidence.Open(file); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q gives %v, want an error with %s", file, err, want)
		}
	}
}

func ExampleModel_Of() {
	m, err := confidence.Open(`confidence 1
[statement]
[demand]
0.90	bar
0.800	bias
-1.200	by pronoun
[event]
[position]
[role]
[person]
`)
	if err != nil {
		panic(err)
	}
	fmt.Println(m.Of(confidence.Demand, nil))
	fmt.Println(m.Of(confidence.Demand, []confidence.Sign{{Name: "by pronoun", Value: 1}}))
	fmt.Println(m.Precise(confidence.Demand, 0.93))
	// Output:
	// 0.69
	// 0.4
	// true
}
