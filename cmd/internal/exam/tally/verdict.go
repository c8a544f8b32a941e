package tally

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"demarche/loader/lang/polnear"
)

// Judgement is what is to be said of the records of one kind, one by one. They are paired with gold as long as all of them are there.
type Judgement struct {
	Kind     string
	Right    string // the measure for which Verdict.Right counts
	Gold     int    // records that are to be found
	Verdicts []Verdict
}

// Verdict is whether a record of the system is right. Records that do not count have none.
type Verdict struct {
	Article    string
	Signs      map[string]float64
	Confidence float64
	Right      bool
}

// Judge compares the records of a kind in articles; see Records.
func Judge(name string, gold, system []Article) (Judgement, error) {
	i := slices.IndexFunc(recordKinds, func(k kind) bool { return k.name == name })
	if i < 0 {
		return Judgement{}, fmt.Errorf("no kind of record is called %s", name)
	}
	k, found := recordKinds[i], byFile(system)
	j := k.judgement()
	for i, t := range k.sides(gold, found) {
		j.add(k, gold[i].File, t)
	}
	return j, nil
}

// JudgeAttributions compares statements with the attributions of texts; see Attributions.
func JudgeAttributions(gold []polnear.Article, system []Article) (Judgement, error) {
	found := byFile(system)
	j := attributions.judgement()
	for _, a := range gold {
		t, err := attribute(a, found[a.Name+".txt"])
		if err != nil {
			return j, fmt.Errorf("%s.txt: %w", a.Name, err)
		}
		j.add(attributions, a.Name, sides{withContent(t.gold), withContent(t.system)})
	}
	return j, nil
}

// judgement is one without verdicts. What a kind does not say is right where there is a pair.
func (k kind) judgement() Judgement {
	j := Judgement{Kind: k.name, Right: k.sure}
	if j.Right == "" {
		j.Right = k.measures[0].name
	}
	return j
}

func (j *Judgement) add(k kind, article string, t sides) {
	right := k.measures[slices.IndexFunc(k.measures, func(c check) bool { return c.name == j.Right })]
	c := k.compare(t, 0)
	j.Gold += len(c.pairs) + len(c.missed)
	say := func(r *record, is bool) {
		j.Verdicts = append(j.Verdicts, Verdict{article, r.signs, r.confidence, is})
	}
	for _, p := range c.pairs {
		say(p.system, right.holds(p.gold, p.system))
	}
	for _, r := range c.alarms {
		say(r, false)
	}
}

// Join puts the verdicts of two judgements of one kind together. What is right is what the first says, if it says anything.
func (j Judgement) Join(other Judgement) Judgement {
	j.Kind, j.Right = cmp.Or(j.Kind, other.Kind), cmp.Or(j.Right, other.Right)
	j.Gold += other.Gold
	j.Verdicts = slices.Concat(j.Verdicts, other.Verdicts)
	return j
}

// From measures the records that have at least a confidence.
func (j Judgement) From(least float64) Measure {
	m := Measure{Name: j.Right, Gold: j.Gold}
	for _, v := range j.Verdicts {
		if v.Confidence >= least {
			m.System++
			m.Hits += number(v.Right)
		}
	}
	return m
}

// Reliability is how confidences compare with what is right.
type Reliability struct {
	Bins  []Bin   // those with records, ascending
	Brier float64 // mean square of the difference between confidence and 1 for right, 0 for wrong (Brier 1950)
	ECE   float64 // expected calibration error: mean over the records of how far the share of their bin is from its mean confidence
}

// Bin is the records whose confidence is at least From and below the From of the next, a tenth above.
type Bin struct {
	From        float64
	Records     int
	Mean, Right float64 // mean confidence, share that is right
}

// Reliability sorts the records into ten bins.
func (j Judgement) Reliability() Reliability {
	const bins = 10
	var r Reliability
	var counts, right [bins]int
	var sums [bins]float64
	for _, v := range j.Verdicts {
		// A little more, so that .7 is in the bin of .7.
		bin := min(int(v.Confidence*bins+1e-9), bins-1)
		counts[bin]++
		right[bin] += number(v.Right)
		sums[bin] += v.Confidence
		miss := v.Confidence - float64(number(v.Right))
		r.Brier += miss * miss / float64(len(j.Verdicts))
	}
	for bin, n := range counts {
		if n == 0 {
			continue
		}
		b := Bin{float64(bin) / bins, n, sums[bin] / float64(n), float64(right[bin]) / float64(n)}
		r.Bins = append(r.Bins, b)
		r.ECE += math.Abs(b.Mean-b.Right) * float64(n) / float64(len(j.Verdicts))
	}
	return r
}
