package coref

// align finds the gold entity of each item: of the mention of the same words, else of the
// longest one with the same head, or a head in the same name. The empty string is none.
func (r *ranker) align(gold []Gold) []string {
	bySpan, byHead := map[[2]int]string{}, map[int]Gold{}
	for _, g := range gold {
		if _, ok := bySpan[[2]int{g.First, g.End}]; !ok {
			bySpan[[2]int{g.First, g.End}] = g.Entity
		}
		if other, ok := byHead[g.Head]; !ok || other.End-other.First < g.End-g.First {
			byHead[g.Head] = g
		}
	}
	all := make([]string, len(r.items))
	for i := range r.items {
		m := &r.items[i]
		if entity, ok := bySpan[[2]int{m.First, m.End}]; ok {
			all[i] = entity
			continue
		}
		g, ok := byHead[m.Head]
		for w := m.NameFirst; w < m.NameEnd && !ok; w++ {
			g, ok = byHead[w]
		}
		all[i] = g.Entity
	}
	return all
}

// rightChoices marks the entities at least half of whose mentions are of the item's gold
// entity; beginning one is right where there is none.
func (r *ranker) rightChoices(at int, gold []string) []bool {
	right := make([]bool, len(r.choices))
	right[0] = true
	for c := 1; c < len(r.choices) && gold[at] != ""; c++ {
		items := r.entities[r.choices[c].entity].items
		same := 0
		for _, i := range items {
			if gold[i] == gold[at] {
				same++
			}
		}
		if 2*same >= len(items) {
			right[c], right[0] = true, false
		}
	}
	return right
}

// A common noun is learned when so many mentions agree to such a share on its kind.
const (
	nounMentions = 6
	nounShare    = 0.75
)

// learnNouns finds the kinds of common nouns that words.txt does not have.
func learnNouns(examples []Example) map[string]Kind {
	counts := map[string]map[Kind]int{}
	for _, x := range examples {
		for _, g := range x.Mentions {
			lemma := (&text{Document: x.Document}).lemma(g.Head)
			if x.Document.Words[g.Head].UPOS == "NOUN" && nounKind(lemma) == Unknown && isPlain(lemma) {
				if counts[lemma] == nil {
					counts[lemma] = map[Kind]int{}
				}
				counts[lemma][g.Kind]++
			}
		}
	}
	nouns := map[string]Kind{}
	for lemma, kinds := range counts {
		total := 0
		for _, count := range kinds {
			total += count
		}
		for kind, count := range kinds {
			if total >= nounMentions && float64(count) >= nounShare*float64(total) {
				nouns[lemma] = kind
			}
		}
	}
	return nouns
}
