package score

import "fmt"

// Share is a precision and a recall that are summed up over documents.
type Share struct {
	Right, Wanted float64 // recall is Right / Wanted
	Good, Given   float64 // precision is Good / Given
}

// Recall is what was found of what is there, 0 to 1.
func (s Share) Recall() float64 { return ratio(s.Right, s.Wanted) }

// Precision is what is right of what was found, 0 to 1.
func (s Share) Precision() float64 { return ratio(s.Good, s.Given) }

// F1 is the harmonic mean of precision and recall.
func (s Share) F1() float64 {
	p, r := s.Precision(), s.Recall()
	return ratio(2*p*r, p+r)
}

// String gives precision, recall and F1 in percent.
func (s Share) String() string {
	return fmt.Sprintf("%.1f/%.1f/%.1f", 100*s.Precision(), 100*s.Recall(), 100*s.F1())
}

// Add sums up.
func (s *Share) Add(o Share) {
	s.Right += o.Right
	s.Wanted += o.Wanted
	s.Good += o.Good
	s.Given += o.Given
}

func ratio(part, whole float64) float64 {
	if whole == 0 {
		return 0
	}
	return part / whole
}

// Clusters is a partition of mentions: each list holds the mentions of one entity. A
// mention stands in one list only.
type Clusters[M comparable] [][]M

// of maps each mention to its cluster.
func (c Clusters[M]) of() map[M]int {
	all := map[M]int{}
	for i, cluster := range c {
		for _, m := range cluster {
			all[m] = i
		}
	}
	return all
}

// MUC counts links: how many of those that hold the clusters of one side together the
// other side has, too (Vilain et al. 1995).
func MUC[M comparable](key, response Clusters[M]) Share {
	var s Share
	s.Right, s.Wanted = links(key, response)
	s.Good, s.Given = links(response, key)
	return s
}

// links counts the links of a that b has, and all of a.
func links[M comparable](a, b Clusters[M]) (shared, all float64) {
	of := b.of()
	for _, cluster := range a {
		parts := map[int]bool{}
		alone := 0
		for _, m := range cluster {
			if i, ok := of[m]; ok {
				parts[i] = true
			} else {
				alone++
			}
		}
		shared += float64(len(cluster) - len(parts) - alone)
		all += float64(len(cluster) - 1)
	}
	return shared, all
}

// BCubed takes for each mention the share of its cluster that the other side puts with it
// (Bagga and Baldwin 1998; with mentions of one side only as in Pradhan et al. 2014).
func BCubed[M comparable](key, response Clusters[M]) Share {
	var s Share
	s.Right, s.Wanted = cubes(key, response)
	s.Good, s.Given = cubes(response, key)
	return s
}

func cubes[M comparable](a, b Clusters[M]) (shared, all float64) {
	of := b.of()
	for _, cluster := range a {
		parts := map[int]int{}
		for _, m := range cluster {
			if i, ok := of[m]; ok {
				parts[i]++
			}
		}
		for _, count := range parts {
			shared += float64(count*count) / float64(len(cluster))
		}
		all += float64(len(cluster))
	}
	return shared, all
}

// CEAFe pairs each cluster of one side with at most one of the other so that their
// likeness, 2|A∩B| / (|A|+|B|), adds up to the most (Luo 2005, φ4).
func CEAFe[M comparable](key, response Clusters[M]) Share {
	of := response.of()
	likeness := make([][]float64, len(key))
	for i, cluster := range key {
		likeness[i] = make([]float64, len(response))
		for _, m := range cluster {
			if j, ok := of[m]; ok {
				likeness[i][j] += 2 / float64(len(cluster)+len(response[j]))
			}
		}
	}
	total := assign(likeness)
	return Share{Right: total, Wanted: float64(len(key)), Good: total, Given: float64(len(response))}
}
