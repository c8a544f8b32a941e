package syntax

// scorer is a classifier: a packed table, or a trainer while it learns.
type scorer interface {
	Score(features []uint64, scores []int32)
	Classes() int
}

// none stands for a word beyond the ends of the sentence.
var none = form{exact: 1, lower: 1, shape: 1, class: 1 << 20, fine: 1 << 20, coarse: 1 << 20, xpos: 1 << 10, upos: 1 << 10, ahead: 1 << 10}

var (
	firstTemplates     = tagAtoms.compile(tagTable)
	secondTemplates    = tagAtoms.compile(passTable)
	universalTemplates = tagAtoms.compile(universalTable)
)

func (w *workspace) at(i int) *form {
	if i < 0 || i >= len(w.forms) {
		return &none
	}
	return &w.forms[i]
}

// tagFeatures makes the features of word i.
func (w *workspace) tagFeatures(set *templates, i int) []uint64 {
	at := 0
	for node := i - 2; node <= i+2; node++ {
		f := w.at(node)
		a := w.x.atoms[at : at+17 : at+17]
		a[0], a[1], a[2], a[3] = f.lower, f.exact, f.coarse, f.fine
		a[4], a[5], a[6], a[7], a[8] = f.suffix[0], f.suffix[1], f.suffix[2], f.suffix[3], f.suffix[4]
		a[9], a[10], a[11], a[12] = f.prefix[0], f.prefix[1], f.prefix[2], f.prefix[3]
		a[13], a[14], a[15], a[16] = f.shape, f.class, f.xpos, f.ahead
		at += 17
	}
	return w.x.make(set)
}

// best returns the class with the highest score, the first of equals.
func best(scores []int32) int {
	top := 0
	for class, score := range scores {
		if score > scores[top] {
			top = class
		}
	}
	return top
}

// tag sets the tags of all words: twice the Penn tag from left to right, the second time
// knowing what the first gave the words behind, then the universal tag.
func (w *workspace) tag(m *Model) {
	w.penn(m.first, firstTemplates)
	for i := range w.forms {
		w.forms[i].ahead = w.forms[i].xpos
	}
	w.penn(m.second, secondTemplates)
	for i := range w.forms {
		w.forms[i].upos = uint64(w.decide(m.universal, universalTemplates, i)) + 1
	}
}

// penn gives every word its Penn tag, from left to right.
func (w *workspace) penn(s scorer, set *templates) {
	for i := range w.forms {
		f := &w.forms[i]
		if f.xpos = f.sure; f.sure == 0 {
			f.xpos = uint64(w.decide(s, set, i)) + 1
		}
	}
}

func (w *workspace) decide(s scorer, set *templates, i int) int {
	scores := w.scores[:s.Classes()]
	s.Score(w.tagFeatures(set, i), scores)
	return best(scores)
}
