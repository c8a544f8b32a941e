package syntax

// The parser is arc-eager (Nivre 2003) with the root behind the last word
// (Ballesteros and Nivre 2013): a stack of words whose dependents may still come
// and a buffer of words to come. It takes the best transition of each state and
// never goes back, so time is linear in the words.
const (
	shift   = iota // the next word onto the stack
	left           // the next word governs the top of the stack, which goes
	right          // the top of the stack governs the next word, which goes onto the stack
	reduce         // the top of the stack goes; it has a head
	actions        // number of transitions
)

var (
	parseTemplates = parseAtoms.compile(parseTable)
	earlyTemplates = relationAtoms.compile(earlyTable)
	lateTemplates  = relationAtoms.compile(lateTable)
)

// node is a word in the tree that is being built. Links are indices; -1 is none.
type node struct {
	head                       int32
	left, left2, right, right2 int32 // outermost and next dependents on each side
	inner, outer               int32 // neighbours among the dependents on one side (complete trees only)
	lefts, rights              uint16
	rel                        uint16 // from 1
	before                     uint16 // relation given when the arc was made, from 1; 0 before the tree is complete
	below                      uint64 // set of the relations of dependents
}

// workspace is the scratch space for one sentence at a time.
type workspace struct {
	forms  []form
	nodes  []node // one more than forms: the root
	stack  []int32
	next   int32 // first word of the buffer
	x      instance
	scores [256]int32
}

var rootForm = form{lower: 2, fine: 1 << 21, coarse: 1 << 21, xpos: 1 << 11, upos: 1 << 11}

// start sets out with all words in the buffer.
func (w *workspace) start() {
	w.nodes = w.nodes[:0]
	for range len(w.forms) + 1 {
		w.nodes = append(w.nodes, node{head: -1, left: -1, left2: -1, right: -1, right2: -1, inner: -1, outer: -1})
	}
	w.stack, w.next = w.stack[:0], 0
}

// done tells whether every word is attached: the root alone is left.
func (w *workspace) done() bool { return int(w.next) == len(w.forms) && len(w.stack) == 0 }

func (w *workspace) root() int32 { return int32(len(w.forms)) }

// legal tells whether the transition is possible.
func (w *workspace) legal(action int) bool {
	if len(w.stack) == 0 {
		return action == shift && w.next < w.root()
	}
	headless := w.nodes[w.stack[len(w.stack)-1]].head < 0
	switch action {
	case left:
		return headless
	case reduce:
		return !headless
	}
	return w.next < w.root()
}

// apply performs a transition; left and right leave the relation to the caller.
func (w *workspace) apply(action int) {
	switch action {
	case shift:
		w.stack = append(w.stack, w.next)
		w.next++
	case reduce:
		w.stack = w.stack[:len(w.stack)-1]
	case left:
		w.attach(w.next, w.stack[len(w.stack)-1])
		w.stack = w.stack[:len(w.stack)-1]
	case right:
		w.attach(w.stack[len(w.stack)-1], w.next)
		w.stack = append(w.stack, w.next)
		w.next++
	}
}

func (w *workspace) attach(head, word int32) {
	w.nodes[word].head = head
	h := &w.nodes[head]
	if word < head {
		h.left2, h.left = h.left, word
		h.lefts++
	} else {
		h.right2, h.right = h.right, word
		h.rights++
	}
	h.below |= 1 << (w.nodes[word].rel & 63)
}

// fill writes the attributes of word i into six atoms.
func (w *workspace) fill(atoms []uint64, i int32) {
	_ = atoms[5]
	f, rel := &none, uint64(1<<10)
	if i >= 0 {
		rel = uint64(w.nodes[i].rel)
		if int(i) < len(w.forms) {
			f = &w.forms[i]
		} else {
			f = &rootForm
		}
	}
	atoms[0], atoms[1], atoms[2], atoms[3], atoms[4], atoms[5] = f.lower, f.xpos, f.upos, f.coarse, f.fine, rel
}

var noNode = node{head: -1, left: -1, left2: -1, right: -1, right2: -1, inner: -1, outer: -1}

func (w *workspace) node(i int32) *node {
	if i < 0 {
		return &noNode
	}
	return &w.nodes[i]
}

func (w *workspace) below(depth int) int32 {
	if i := len(w.stack) - 1 - depth; i >= 0 {
		return w.stack[i]
	}
	return -1
}

func (w *workspace) ahead(steps int32) int32 {
	if i := w.next + steps; i <= w.root() {
		return i
	}
	return -1
}

// parseFeatures makes the features of the present state, in the order of parseAtoms.
func (w *workspace) parseFeatures() []uint64 {
	s0, s1, n0 := w.below(0), w.below(1), w.next
	top, first := w.node(s0), w.node(n0)
	places := [...]int32{s0, s1, w.below(2), top.head, w.node(top.head).head, n0, w.ahead(1), w.ahead(2), w.ahead(3),
		top.left, top.left2, top.right, top.right2, first.left, first.left2, w.node(s1).left, w.node(s1).right, n0 - 1}
	for i, place := range places {
		w.fill(w.x.atoms[6*i:6*i+6], place)
	}
	x := w.x.atoms[6*len(places):]
	x[0], x[1], x[2], x[3], x[4], x[5] = distance(n0-s0), uint64(top.lefts), uint64(top.rights), uint64(first.lefts), top.below, first.below
	return w.x.make(parseTemplates)
}

// distance puts distances into classes.
func distance(d int32) uint64 {
	switch {
	case d < 5:
		return uint64(d)
	case d < 8:
		return 5
	case d < 12:
		return 6
	}
	return 7
}

// relationFeatures makes the features of the relation of word to head; near and far are the
// dependents of head between it and word, and beyond word.
func (w *workspace) relationFeatures(head, word, near, far int32) []uint64 {
	h, d := w.node(head), w.node(word)
	places := [...]int32{head, word, h.head, head - 1, head + 1, word - 1, word + 1, d.left, d.right, h.left, h.right, near, far}
	for i, place := range places {
		if place > w.root() {
			place = -1
		}
		w.fill(w.x.atoms[6*i:6*i+6], place)
	}
	x := w.x.atoms[6*len(places):]
	side := distance(head - word)
	if head < word {
		side = distance(word-head) + 8
	}
	x[0], x[1], x[2], x[3], x[4], x[5] = side, uint64(d.lefts), uint64(d.rights), d.below, h.below, uint64(d.before)
	if d.before == 0 {
		return w.x.make(earlyTemplates)
	}
	return w.x.make(lateTemplates)
}

// arc returns head and dependent of a transition that attaches, and the dependents of the
// head that are outermost now.
func (w *workspace) arc(action int) (head, word, near, far int32) {
	top := w.below(0)
	if action == left {
		n := w.node(w.next)
		return w.next, top, n.left, n.left2
	}
	n := w.node(top)
	return top, w.next, n.right, n.right2
}

// parse builds the tree: transitions, each arc with the relation that is likely then; one
// root; relations again, now that the whole tree is known.
func (w *workspace) parse(m *Model) {
	w.climb(m.transition, m.early)
	w.oneRoot()
	w.relateAll(m)
}

// climb takes the best transitions until every word is attached.
func (w *workspace) climb(transition, early scorer) {
	for w.start(); !w.done(); {
		scores := w.scores[:actions]
		transition.Score(w.parseFeatures(), scores)
		action := -1
		for candidate, score := range scores {
			if w.legal(candidate) && (action < 0 || score > scores[action]) {
				action = candidate
			}
		}
		if action == left || action == right {
			head, word, near, far := w.arc(action)
			w.nodes[word].rel = uint16(w.relate(early, w.relationFeatures(head, word, near, far))) + 1
		}
		w.apply(action)
	}
}

func (w *workspace) relate(s scorer, features []uint64) int {
	scores := w.scores[:s.Classes()]
	s.Score(features, scores)
	return best(scores)
}

// oneRoot completes a tree: it keeps the first child of the root and hangs the others below it.
func (w *workspace) oneRoot() {
	first := int32(-1)
	for i := range w.forms {
		if w.nodes[i].head != w.root() {
			continue
		}
		if first < 0 {
			first = int32(i)
		} else {
			w.nodes[i].head = first
		}
	}
	for i := range w.forms {
		w.nodes[i].before = w.nodes[i].rel
	}
}

// link sets the links between dependents of a complete tree, from its heads and relations.
func (w *workspace) link() {
	for i := range w.nodes {
		n := &w.nodes[i]
		*n = node{head: n.head, rel: n.rel, before: n.before, left: -1, left2: -1, right: -1, right2: -1, inner: -1, outer: -1}
	}
	for i := len(w.forms) - 1; i >= 0; i-- {
		w.join(int32(i), func(h *node) (*int32, *int32, *uint16) { return &h.left, &h.left2, &h.lefts }, true)
	}
	for i := range w.forms {
		w.join(int32(i), func(h *node) (*int32, *int32, *uint16) { return &h.right, &h.right2, &h.rights }, false)
	}
}

func (w *workspace) join(word int32, side func(*node) (*int32, *int32, *uint16), before bool) {
	head := w.nodes[word].head
	if head < 0 || (word < head) != before {
		return
	}
	h := &w.nodes[head]
	outermost, second, count := side(h)
	if last := *outermost; last >= 0 {
		w.nodes[word].inner = last
		w.nodes[last].outer = word
	}
	*second, *outermost = *outermost, word
	*count++
	h.below |= 1 << (w.nodes[word].rel & 63)
}

// relateAll sets the relations anew from the whole tree.
func (w *workspace) relateAll(m *Model) {
	w.link()
	for i := range w.forms {
		n := &w.nodes[i]
		if n.head == w.root() {
			n.rel = uint16(m.rootRelation) + 1
			continue
		}
		n.rel = uint16(w.relate(m.late, w.relationFeatures(n.head, int32(i), n.inner, n.outer))) + 1
		if n.rel == uint16(m.rootRelation)+1 {
			n.rel = uint16(m.looseRelation) + 1
		}
	}
}
