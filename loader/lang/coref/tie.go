package coref

import "slices"

// link is a tie by grammar: as a rule, both mentions mean the same.
type link int

const (
	noLink link = iota
	apposition
	predicate // "X is the president"
	becoming  // "X became president", "called X a liar"
	beside    // "the Hajj, the annual pilgrimage,", whatever the tree says
	adjacent  // "team member Rodaba Noori", whatever the tree says
)

var linkAtoms = atoms("none", "apposition", "predicate", "becoming", "beside", "adjacent")

// ties finds for each item its possessor and what grammar ties it to.
func (r *ranker) ties(itemAt map[int]int) {
	endingAt := map[int][]int{} // end of a phrase -> items, at most so many
	for i := range r.items {
		if end := r.items[i].End; len(endingAt[end]) < most {
			endingAt[end] = append(endingAt[end], i)
		}
	}
	for i := range r.items {
		it := &r.items[i]
		for c := r.child[it.Head]; c >= 0; c = r.sibling[c] {
			if owner, ok := itemAt[int(c)]; ok && r.Words[c].Rel == "nmod:poss" {
				it.possessor = owner
			}
		}
		if r.tieByTree(it, itemAt); it.link == noLink {
			r.tieByPlace(it, endingAt)
		}
	}
}

// tieByTree reads appositions and predicates.
func (t *text) tieByTree(i *item, itemAt map[int]int) {
	to, kind := -1, noLink
	switch head := int(t.head[i.Head]); {
	case t.relation(i.Head) == "appos":
		to, kind = head, apposition
	case t.below(i.Head, "case") >= 0: // "was at the building"
	case t.below(i.Head, "cop") >= 0:
		to, kind = t.below(i.Head, "nsubj"), predicate
	case t.relation(i.Head) == "xcomp" && head >= 0:
		if to, kind = t.below(head, "obj"), becoming; to < 0 {
			to = t.below(head, "nsubj")
		}
	}
	if other, ok := itemAt[to]; ok && other < i.at {
		i.link, i.linked = kind, other
	}
}

// tieByPlace reads what looks like an apposition where the tree has none: a phrase between
// commas or in brackets behind another, and a name right behind a description.
func (r *ranker) tieByPlace(i *item, endingAt map[int][]int) {
	if i.Form == Pronoun || i.First == 0 || r.relation(i.Head) == "conj" {
		return
	}
	if other := r.ending(endingAt[i.First], i); other >= 0 && i.Form == Named && r.items[other].Form == Nominal {
		i.link, i.linked = adjacent, other
		return
	}
	switch r.lower[i.First-1] {
	case ",", "(", "-", "–", "—":
	default:
		return
	}
	if i.End < len(r.Words) && int(r.sentence[i.End]) == i.sentence {
		switch r.lower[i.End] {
		case ",", ".", ")", "-", "–", "—", ";", ":", "who", "which":
		default:
			return
		}
	}
	if other := r.ending(endingAt[i.First-1], i); other >= 0 && r.items[other].Form != Pronoun {
		i.link, i.linked = beside, other
	}
}

// ending chooses among items that end before an item the one that it may mean: the one
// whose acronym it is, else the one with the last head, or -1.
func (r *ranker) ending(items []int, i *item) int {
	best := -1
	for _, other := range items {
		o := &r.items[other]
		if other >= i.at || o.sentence != i.sentence {
			continue
		}
		if len(i.words) == 1 && slices.Contains(o.initials, i.words[0]) {
			return other
		}
		best = other
	}
	return best
}
