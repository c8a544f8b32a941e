package tally

import "math"

// Measure counts the hits among what gold has and what the system reports.
type Measure struct {
	Name               string
	Hits, Gold, System int
}

// Precision is the share of what the system reports that is right.
func (m Measure) Precision() float64 { return m.share(m.Hits, m.System) }

// Recall is the share of gold that the system has.
func (m Measure) Recall() float64 { return m.share(m.Hits, m.Gold) }

// F1 is the harmonic mean of precision and recall.
func (m Measure) F1() float64 { return m.share(2*m.Hits, m.Gold+m.System) }

// share is 0 where the whole is, and NaN where there was nothing to be found and nothing reported.
func (m Measure) share(part, whole int) float64 {
	switch {
	case m.Gold == 0 && m.System == 0:
		return math.NaN()
	case whole == 0:
		return 0
	}
	return float64(part) / float64(whole)
}

func (m *Measure) add(hits, gold, system int) {
	m.Hits, m.Gold, m.System = m.Hits+hits, m.Gold+gold, m.System+system
}

// Accuracy counts what is right among all that was compared.
type Accuracy struct {
	Name         string
	Right, Total int
}

// Share is the part that is right, NaN where there was nothing to compare.
func (a Accuracy) Share() float64 { return float64(a.Right) / float64(a.Total) }

func (a *Accuracy) add(right bool) {
	a.Total++
	a.Right += number(right)
}

// number is 1 for what is so.
func number(is bool) int {
	if is {
		return 1
	}
	return 0
}

// Coverage counts the articles of both sides.
type Coverage struct {
	Gold, System int
	Missing      int // of gold, those that the system lacks
	WithoutGold  int // of the system, those that gold lacks: they do not count
}

// coverage compares the files of gold with those of the system.
func coverage(gold []string, system map[string]*Article) Coverage {
	c := Coverage{Gold: len(gold), System: len(system), Missing: len(gold), WithoutGold: len(system)}
	for _, file := range gold {
		if system[file] != nil {
			c.Missing--
			c.WithoutGold--
		}
	}
	return c
}

// byFile indexes articles by the names of their files.
func byFile(articles []Article) map[string]*Article {
	index := make(map[string]*Article, len(articles))
	for i := range articles {
		index[articles[i].File] = &articles[i]
	}
	return index
}
