package attribution

// rate says how sure source and content of an attribution are, whose labels have their scores for the tokens from a token on.
func (f *finder) rate(a *Attribution, from int) {
	chance := func(token int, labels ...int) float64 {
		i := token - from
		if i < 0 || i >= len(f.scores) {
			return 0 // nothing is known beyond: it is not part of anything
		}
		sum := 0.0
		for _, label := range labels {
			sum += probability(f.scores[i][:], label)
		}
		return min(sum, 1)
	}
	a.ContentSure = 1
	for _, r := range a.Content {
		a.ContentSure = min(a.ContentSure,
			chance(r.First, ContentBegin, ContentInside), chance(r.End-1, ContentBegin, ContentInside),
			1-chance(r.First-1, ContentBegin, ContentInside), 1-chance(r.End, ContentInside))
	}
	for _, r := range a.Source {
		for t := r.First; t < r.End; t++ {
			a.SourceSure = max(a.SourceSure, chance(t, SourceBegin, SourceInside))
		}
	}
}
