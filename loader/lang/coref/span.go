package coref

// phrase gives the noun phrase of a head: words [first, end) with determiners, modifiers
// and clauses that describe, but without the preposition in front, appositions and what
// is joined by "and". For a noun that is a predicate ("is a partner of NATO") the subject,
// the copula and what stands before them are left out.
func (t *text) phrase(head int) (first, end int) {
	first, end = head, head+1
	if t.relation(head) == "fixed" {
		return first, end
	}
	start := 0
	if cop := t.below(head, "cop"); cop >= 0 && cop < head {
		start = cop + 1
	}
	closed := false
	for c := t.child[head]; c >= 0; c = t.sibling[c] {
		word := int(c)
		if word < head {
			if word >= start && t.describes(word) && int(t.low[word]) >= start {
				first = min(first, int(t.low[word]))
			}
			continue
		}
		switch t.relation(word) {
		case "appos", "conj", "parataxis", "list", "dislocated", "nsubj":
			closed = true
		}
		if !closed && t.describes(word) {
			end = max(end, int(t.high[word])+1)
		}
	}
	return first, end
}

// describes reports whether a word that hangs on a noun belongs to the noun's phrase.
func (t *text) describes(word int) bool {
	switch t.relation(word) {
	case "det", "amod", "nummod", "nmod", "compound", "flat", "acl", "fixed", "goeswith":
		return true
	case "case":
		return t.Words[word].XPOS == "POS"
	}
	return false
}
