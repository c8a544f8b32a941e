package queries

import "slices"

// joiner collects joined demands.
type joiner struct {
	groups []*joined
	byWord map[string][]int // places in groups
	anyone bool
}

func (j *joiner) same(a, b *told) bool {
	if j.anyone {
		return a.demand.SameByAnyone(b.demand)
	}
	return a.demand.Same(b.demand)
}

func (j *joiner) has(t *told) bool {
	return slices.ContainsFunc(j.groups, func(g *joined) bool {
		return slices.ContainsFunc(g.told, func(o *told) bool { return o.iri == t.iri })
	})
}

// put adds to the group at a place, which may be a new one.
func (j *joiner) put(i int, t *told) {
	if i == len(j.groups) {
		j.groups = append(j.groups, &joined{words: map[string]bool{}})
	}
	j.groups[i].told = append(j.groups[i].told, t)
}

// add puts a demand into the group that agrees with it best, or into a new one.
// It must be the same as half of those that it is compared with, lest a demand
// of two things join two demands.
func (j *joiner) add(t *told) {
	keys := t.demand.Keys()
	best, agreement := len(j.groups), 0.0
	for _, i := range j.near(keys) {
		sample := j.groups[i].told[:min(len(j.groups[i].told), sampled)]
		agree := 0
		for _, o := range sample {
			if j.same(t, o) {
				agree++
			}
		}
		if share := float64(agree) / float64(len(sample)); share >= 0.5 && share > agreement {
			best, agreement = i, share
		}
	}
	j.put(best, t)
	g := j.groups[best]
	for _, key := range keys {
		if !g.words[key] {
			g.words[key] = true
			j.byWord[key] = append(j.byWord[key], best)
		}
	}
}

// near returns the groups that share most words, the nearest first.
func (j *joiner) near(keys []string) []int {
	shared := make([]int, len(j.groups))
	for _, key := range keys {
		for _, i := range j.byWord[key] {
			shared[i]++
		}
	}
	byShared := make([][]int, len(keys)+1)
	for i, n := range shared {
		if n == 0 {
			continue
		}
		byShared[n] = append(byShared[n], i)
	}
	var places []int
	for n := len(keys); n > 0 && len(places) < candidates; n-- {
		places = append(places, byShared[n]...)
	}
	return places[:min(len(places), candidates)]
}
