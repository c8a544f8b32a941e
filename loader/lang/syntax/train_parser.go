package syntax

import (
	"math/rand/v2"
	"slices"

	"demarche/loader/lang/internal/linear"
)

// set puts an example with its predicted tags into the workspace.
func (w *workspace) set(l lexicon, e *example) {
	w.read(l, e.words)
	for i := range w.forms {
		w.forms[i].xpos, w.forms[i].upos = uint64(e.tags[i]), uint64(e.utags[i])
	}
}

// explore is how often training follows a wrong transition, to learn what to do then.
const explore = 0.9

// trainParser trains transitions by a dynamic oracle, and the relations of the arcs on the way.
func (t *trainer) trainParser(fold int) (transition, early []byte) {
	l, w := mustLexicon(t.lexicons[fold]), &workspace{}
	moves, relations := linear.NewTrainer(actions), linear.NewTrainer(len(t.relations))
	t.shuffled(t.learning(fold), t.ParseEpochs, uint64(100+fold), func(epoch int, random *rand.Rand, e *example) {
		w.set(l, e)
		o := newOracle(w, e.heads)
		for w.start(); !w.done(); {
			features := w.parseFeatures()
			scores := w.scores[:actions]
			moves.Score(features, scores)
			got, want, wrong := o.choose(scores)
			moves.Step()
			if wrong >= 0 && scores[want]-scores[wrong] < parseMargin {
				moves.Update(features, want, wrong)
			}
			action := want
			if epoch > 0 && random.Float64() < explore {
				action = got
			}
			if action == left || action == right {
				head, word, near, far := w.arc(action)
				w.nodes[word].rel = learnRelation(w, relations, e, head, word, w.relationFeatures(head, word, near, far))
			}
			w.apply(action)
		}
	})
	return moves.Pack(keep(parseTemplates, leastParse)), relations.Pack(keep(earlyTemplates, leastRelation))
}

// learnRelation returns the relation that the weights give, from 1, and corrects them where the arc is right.
func learnRelation(w *workspace, weights *linear.Trainer, e *example, head, word int32, features []uint64) uint16 {
	got := w.relate(weights, features)
	if e.trueHeads[word] == head {
		weights.Step()
		want := e.rels[word]
		if wrong := rival(w.scores[:weights.Classes()], want); w.scores[want]-w.scores[wrong] < relationMargin {
			weights.Update(features, want, wrong)
		}
	}
	return uint16(got) + 1
}

// predictTrees parses the sentences of a fold.
func (t *trainer) predictTrees(fold int, transition, early []byte) {
	l, w := mustLexicon(t.lexicons[fold]), &workspace{}
	moves, relations := mustTable(transition), mustTable(early)
	arcs, right := 0, 0
	for _, e := range t.held(fold) {
		w.set(l, e)
		w.climb(moves, relations)
		w.oneRoot()
		e.guess = slices.Clone(w.nodes)
		for i, head := range e.trueHeads {
			arcs++
			if w.nodes[i].head == head {
				right++
			}
		}
	}
	if arcs > 0 {
		t.Log("fold %d: %.2f%% of heads", fold, 100*float64(right)/float64(arcs))
	}
}

// trainLate trains the relations of words whose head is right in a predicted tree.
func (t *trainer) trainLate() []byte {
	l, w, weights := mustLexicon(t.lexicons[t.Folds]), &workspace{}, linear.NewTrainer(len(t.relations))
	t.shuffled(t.examples, t.ParseEpochs, 200, func(_ int, _ *rand.Rand, e *example) {
		w.set(l, e)
		w.nodes = append(w.nodes[:0], e.guess...)
		w.link()
		for i := range e.rels {
			n := &w.nodes[i]
			if n.head == w.root() {
				continue
			}
			n.rel = learnRelation(w, weights, e, n.head, int32(i), w.relationFeatures(n.head, int32(i), n.inner, n.outer))
		}
	})
	return weights.Pack(keep(lateTemplates, leastRelation))
}
