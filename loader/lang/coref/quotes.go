package coref

// sources finds for each quotation the mention that it is ascribed to: the subject of a
// verb of speech beside it. The result maps numbers of quotations to items, -1 where none
// is found.
func (t *text) sources(itemAt map[int]int) map[int]int {
	all := map[int]int{}
	if t.Quoted == nil {
		return all
	}
	for first := 0; first < len(t.Words); first++ {
		quote := t.quoted(first)
		if _, seen := all[quote]; quote < 0 || seen {
			continue
		}
		last := first
		for last+1 < len(t.Words) && t.quoted(last+1) == quote {
			last++
		}
		source := t.sourceIn(last, itemAt)
		if source < 0 && t.sentence[first] != t.sentence[last] {
			source = t.sourceIn(first, itemAt)
		}
		if source < 0 {
			source = t.sourceBefore(first, quote, all)
		}
		all[quote] = source
		first = last
	}
	return all
}

// sourceReach is how many words away from a quotation its source may stand.
const sourceReach = 60

// sourceIn looks in the sentence of a word for the nearest subject of speech that is not quoted.
func (t *text) sourceIn(near int, itemAt map[int]int) int {
	if t.sentence[near] < 0 {
		return -1
	}
	best, least := -1, 0
	first, end := t.bounds(int(t.sentence[near]))
	for w := max(first, near-sourceReach); w < min(end, near+sourceReach); w++ {
		item, ok := itemAt[w]
		if !ok || t.quoted(w) >= 0 || t.relation(w) != "nsubj" || t.head[w] < 0 {
			continue
		}
		if head := int(t.head[w]); t.quoted(head) >= 0 || !speechVerbs[t.lemma(head)] {
			continue
		}
		if distance := apart(w, near); best < 0 || distance < least {
			best, least = item, distance
		}
	}
	return best
}

// sourceBefore takes for a quotation without a source that of the one before it in the paragraph.
func (t *text) sourceBefore(first, quote int, found map[int]int) int {
	source, ok := found[quote-1]
	if !ok {
		return -1
	}
	for w := first - 1; w >= max(0, first-sourceReach); w-- {
		if !t.sameParagraph(w, first) {
			return -1
		}
		if t.quoted(w) == quote-1 {
			return source
		}
	}
	return -1
}

func (t *text) sameParagraph(a, b int) bool {
	a, b = int(t.sentence[a]), int(t.sentence[b])
	return a >= 0 && b >= 0 && max(a, b) < len(t.Paragraphs) && t.Paragraphs[a] == t.Paragraphs[b]
}
