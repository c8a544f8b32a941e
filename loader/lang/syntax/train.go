package syntax

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"

	"demarche/loader/lang/conllu"
	"demarche/loader/lang/internal/linear"
)

// Training says how a model is trained.
type Training struct {
	Seed        uint64
	TagEpochs   int
	ParseEpochs int
	Folds       int                              // of the jackknife that predicts tags and trees of the training text
	Clusters    map[string][2]int                // fine and coarse word clusters, from 1
	Workers     int                              // how many classifiers are trained at a time
	Log         func(format string, args ...any) // progress
}

// example is a sentence to learn from.
type example struct {
	words              []string
	xpos, upos, rels   []int   // gold; from 0
	heads              []int32 // gold, made projective; len(words) is the root
	trueHeads          []int32
	ahead, tags, utags []uint8 // what models trained on other sentences say; from 1
	guess, second      []node  // trees of such a model's first and second parser: heads and relations
}

// trainer holds what all stages of training share.
type trainer struct {
	Training
	examples              []*example
	xpos, upos, relations []string
	lexicons              [][]byte // of folds; the last of all sentences
}

// parts of a model file
const (
	partNames, partLexicon, partFirst, partSecond, partUniversal = "names", "lexicon", "first", "second", "universal"
	partTransition, partEarly, partGuided, partLate, partLemmas  = "transition", "early", "guided", "late", "lemmas"
)

// Train learns a model from sentences and returns its file.
func Train(sentences []*conllu.Sentence, how Training) ([]byte, error) {
	t := &trainer{Training: how}
	t.takeIn(sentences)
	for fold := range t.Folds + 1 {
		t.lexicons = append(t.lexicons, t.lexicon(fold))
	}
	t.Log("tagger: first pass")
	first := t.folds(func(fold int) []byte {
		packed := t.trainTagger(fold, firstTemplates, len(t.xpos), nil, func(e *example) []int { return e.xpos }, true)
		t.predictTags(fold, packed, firstTemplates, nil, func(e *example) *[]uint8 { return &e.ahead }, true)
		return packed
	})
	t.Log("tagger: second pass")
	ahead := func(w *workspace, e *example) {
		for i := range w.forms {
			w.forms[i].ahead = uint64(e.ahead[i])
		}
	}
	second := t.folds(func(fold int) []byte {
		packed := t.trainTagger(fold, secondTemplates, len(t.xpos), ahead, func(e *example) []int { return e.xpos }, true)
		t.predictTags(fold, packed, secondTemplates, ahead, func(e *example) *[]uint8 { return &e.tags }, true)
		return packed
	})
	t.Log("tagger: universal tags")
	tagged := func(w *workspace, e *example) {
		for i := range w.forms {
			w.forms[i].xpos = uint64(e.tags[i])
		}
	}
	universal := t.folds(func(fold int) []byte {
		packed := t.trainTagger(fold, universalTemplates, len(t.upos), tagged, func(e *example) []int { return e.upos }, false)
		t.predictTags(fold, packed, universalTemplates, tagged, func(e *example) *[]uint8 { return &e.utags }, false)
		return packed
	})
	t.Log("parser: from left to right")
	early := make([][]byte, t.Folds+1)
	transition := t.folds(func(fold int) []byte {
		moves, relations := t.trainParser(fold, false)
		early[fold] = relations
		t.predictTrees(fold, moves, relations)
		return moves
	})
	t.Log("parser: from right to left")
	guided := t.folds(func(fold int) []byte {
		moves, _ := t.trainParser(fold, true)
		t.predictTrees(fold, moves, nil)
		return moves
	})
	t.Log("parser: relations")
	late := t.trainLate()
	var words []lemmaExample
	for _, s := range sentences {
		for _, word := range s.Words {
			words = append(words, lemmaExample{word.Form, word.XPOS, word.UPOS, word.Lemma})
		}
	}
	lemmaTable, rules := packLemmas(words)
	names := strings.Join([]string{strings.Join(t.xpos, " "), strings.Join(t.upos, " "), strings.Join(t.relations, " "), strings.Join(rules, " ")}, "\n")
	return packParts([]part{{partNames, []byte(names)}, {partLexicon, t.lexicons[t.Folds]}, {partFirst, first}, {partSecond, second},
		{partUniversal, universal}, {partTransition, transition}, {partEarly, early[t.Folds]}, {partGuided, guided}, {partLate, late}, {partLemmas, lemmaTable}}), nil
}

// takeIn turns sentences into examples and collects the names of tags and relations.
func (t *trainer) takeIn(sentences []*conllu.Sentence) {
	number := func(names *[]string, name string) int {
		if i := slices.Index(*names, name); i >= 0 {
			return i
		}
		*names = append(*names, name)
		return len(*names) - 1
	}
	for _, s := range sentences {
		e := &example{}
		for _, word := range s.Words {
			e.words = append(e.words, word.Form)
			e.xpos = append(e.xpos, number(&t.xpos, word.XPOS))
			e.upos = append(e.upos, number(&t.upos, word.UPOS))
			e.rels = append(e.rels, number(&t.relations, word.Rel))
			head := int32(word.Head - 1)
			if head < 0 {
				head = int32(len(s.Words))
			}
			e.heads = append(e.heads, head)
		}
		e.trueHeads = slices.Clone(e.heads)
		projectivise(e.heads)
		e.ahead, e.tags, e.utags = make([]uint8, len(e.words)), make([]uint8, len(e.words)), make([]uint8, len(e.words))
		t.examples = append(t.examples, e)
	}
}

// projectivise lifts the dependents of crossing arcs, the shortest first, until no arcs cross.
func projectivise(heads []int32) {
	for {
		shortest, length := -1, int32(len(heads)+2)
		for i, head := range heads {
			low, high := min(int32(i), head), max(int32(i), head)
			if high-low >= length || head == int32(len(heads)) {
				continue
			}
			for between := low + 1; between < high; between++ {
				if !dominated(heads, between, head) {
					shortest, length = i, high-low
					break
				}
			}
		}
		if shortest < 0 {
			return
		}
		heads[shortest] = heads[heads[shortest]]
	}
}

func dominated(heads []int32, word, by int32) bool {
	for word < int32(len(heads)) {
		if word == by {
			return true
		}
		word = heads[word]
	}
	return word == by
}

// blockSentences is how many neighbouring sentences go into the same fold: mostly of one document.
const blockSentences = 30

func (t *trainer) fold(sentence int) int { return sentence / blockSentences % t.Folds }

// learning returns the examples that a fold's classifiers learn from: all but its own;
// fold t.Folds learns from all.
func (t *trainer) learning(fold int) []*example {
	var some []*example
	for i, e := range t.examples {
		if t.fold(i) != fold {
			some = append(some, e)
		}
	}
	return some
}

func (t *trainer) held(fold int) []*example {
	var some []*example
	for i, e := range t.examples {
		if t.fold(i) == fold {
			some = append(some, e)
		}
	}
	return some
}

// folds trains the classifiers of every fold, the one of all sentences first, and returns that.
func (t *trainer) folds(train func(fold int) []byte) []byte {
	results := make([][]byte, t.Folds+1)
	jobs := make(chan int)
	var group sync.WaitGroup
	for range max(1, t.Workers) {
		group.Go(func() {
			for fold := range jobs {
				results[fold] = train(fold)
			}
		})
	}
	for fold := t.Folds; fold >= 0; fold-- {
		jobs <- fold
	}
	close(jobs)
	group.Wait()
	return results[t.Folds]
}

// minClass is how often a word must occur for the lexicon to tell its tags.
const minClass = 4

// minSure is how often a word must occur with one tag for that to be its only one.
const minSure = 30

// lexicon counts the tags of words in the sentences that a fold learns from.
func (t *trainer) lexicon(fold int) []byte {
	counts := map[string]map[int]int{}
	for _, e := range t.learning(fold) {
		for i, word := range e.words {
			if counts[word] == nil {
				counts[word] = map[int]int{}
			}
			counts[word][e.xpos[i]]++
		}
	}
	entries := map[uint64]entry{}
	for word, clusters := range t.Clusters {
		var f form
		f.look(word)
		entries[f.exact] = entry{fine: uint16(clusters[0]), coarse: uint16(clusters[1])}
	}
	for word, tags := range counts {
		total, class := 0, uint64(0)
		for _, n := range tags {
			total += n
		}
		if total < minClass {
			continue
		}
		for tag := range t.xpos {
			switch n := tags[tag]; {
			case n*2 > total: // the usual tag counts as another than the possible one
				class = (class ^ uint64(2*tag+2)) * prime
			case n*20 > total:
				class = (class ^ uint64(2*tag+1)) * prime
			}
		}
		var f form
		f.look(word)
		e := entries[f.exact]
		for tag, n := range tags {
			if n >= minSure && n*1000 >= total*999 {
				e.sure = uint16(tag + 1)
			}
		}
		e.class = uint16(class>>32) | 1
		entries[f.exact] = e
	}
	return packLexicon(entries)
}

func mustLexicon(packed []byte) lexicon {
	l, err := openLexicon(packed)
	if err != nil {
		panic(err)
	}
	return l
}

func mustTable(packed []byte) *linear.Table {
	table, err := linear.Open(packed)
	if err != nil {
		panic(err)
	}
	return table
}

// shuffled calls visit with every example, in a new order each epoch.
func (t *trainer) shuffled(examples []*example, epochs int, stream uint64, visit func(epoch int, random *rand.Rand, e *example)) {
	random := rand.New(rand.NewPCG(t.Seed, stream))
	order := slices.Clone(examples)
	for epoch := range epochs {
		random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, e := range order {
			visit(epoch, random, e)
		}
	}
}

// Updates that a feature of combined atoms needs to be kept.
const leastTag, leastParse, leastRelation = 2, 2, 3

// keep leaves out rare features of the templates that combine atoms: there are most of
// them, and they tell least. The single atoms stay, as they are all that is known of rare words.
func keep(set *templates, least int) linear.Keep {
	return func(template, updates int) bool { return updates >= least || len(set.atoms[template]) == 1 }
}

// trainTagger trains one pass. With history, each word sees the tags just given to those before it.
func (t *trainer) trainTagger(fold int, set *templates, classes int, prepare func(*workspace, *example), gold func(*example) []int, history bool) []byte {
	l, weights, w := mustLexicon(t.lexicons[fold]), linear.NewTrainer(classes), &workspace{}
	t.shuffled(t.learning(fold), t.TagEpochs, uint64(fold), func(_ int, _ *rand.Rand, e *example) {
		w.read(l, e.words)
		if prepare != nil {
			prepare(w, e)
		}
		for i, want := range gold(e) {
			if history && w.forms[i].sure != 0 {
				w.forms[i].xpos = w.forms[i].sure
				continue
			}
			scores := w.scores[:classes]
			features := w.tagFeatures(set, i)
			weights.Score(features, scores)
			got := best(scores)
			weights.Step()
			if got != want {
				weights.Update(features, want, got)
			}
			if history {
				w.forms[i].xpos = uint64(got) + 1
			}
		}
	})
	return weights.Pack(keep(set, leastTag))
}

// predictTags gives the sentences of a fold the tags of a classifier that has not seen them.
func (t *trainer) predictTags(fold int, packed []byte, set *templates, prepare func(*workspace, *example), into func(*example) *[]uint8, history bool) {
	l, table, w := mustLexicon(t.lexicons[fold]), mustTable(packed), &workspace{}
	for _, e := range t.held(fold) {
		w.read(l, e.words)
		if prepare != nil {
			prepare(w, e)
		}
		tags := *into(e)
		for i := range w.forms {
			if history && w.forms[i].sure != 0 {
				tags[i] = uint8(w.forms[i].sure)
			} else {
				tags[i] = uint8(w.decide(table, set, i)) + 1
			}
			if history {
				w.forms[i].xpos = uint64(tags[i])
			}
		}
	}
}

// set puts an example with its predicted tags into the workspace.
func (w *workspace) set(l lexicon, e *example) {
	w.read(l, e.words)
	for i := range w.forms {
		w.forms[i].xpos, w.forms[i].upos = uint64(e.tags[i]), uint64(e.utags[i])
	}
}

// explore is how often training follows a wrong transition, to learn what to do then.
const explore = 0.9

// trainParser trains transitions by a dynamic oracle: those of the first parser with the
// relations of the arcs on the way, or those of the second, guided one.
func (t *trainer) trainParser(fold int, guided bool) (transition, early []byte) {
	l, w := mustLexicon(t.lexicons[fold]), &workspace{}
	moves, relations := linear.NewTrainer(actions), linear.NewTrainer(len(t.relations))
	t.shuffled(t.learning(fold), t.ParseEpochs, uint64(100+fold), func(epoch int, random *rand.Rand, e *example) {
		w.set(l, e)
		heads := e.heads
		if guided {
			w.turn(e.guess)
			heads = turnedHeads(heads)
		}
		o := newOracle(w, heads)
		for w.start(); !w.done(); {
			features := w.parseFeatures()
			scores := w.scores[:actions]
			moves.Score(features, scores)
			got, want := o.choose(scores)
			moves.Step()
			if got != want {
				moves.Update(features, want, got)
			}
			action := want
			if epoch > 0 && random.Float64() < explore {
				action = got
			}
			if action == left || action == right {
				if head, word, near, far := w.arc(action); guided {
					w.nodes[word].rel = w.guide[word].rel
				} else {
					w.nodes[word].rel = learnRelation(w, relations, e, head, word, w.relationFeatures(head, word, near, far))
				}
			}
			w.apply(action)
		}
	})
	set := parseTemplates
	if guided {
		set = guidedTemplates
	}
	return moves.Pack(keep(set, leastParse)), relations.Pack(keep(earlyTemplates, leastRelation))
}

func turnedHeads(heads []int32) []int32 {
	out := make([]int32, len(heads))
	for i, head := range heads {
		out[len(heads)-1-i] = turned(head, int32(len(heads)))
	}
	return out
}

// learnRelation returns the relation that the weights give, from 1, and corrects them where the arc is right.
func learnRelation(w *workspace, weights *linear.Trainer, e *example, head, word int32, features []uint64) uint16 {
	got := w.relate(weights, features)
	if e.trueHeads[word] == head {
		weights.Step()
		if want := e.rels[word]; got != want {
			weights.Update(features, want, got)
		}
	}
	return uint16(got) + 1
}

// predictTrees parses the sentences of a fold with the first parser, or where there are no
// relations on the way, with the second.
func (t *trainer) predictTrees(fold int, transition, early []byte) {
	l, w := mustLexicon(t.lexicons[fold]), &workspace{}
	arcs, right := 0, 0
	for _, e := range t.held(fold) {
		w.set(l, e)
		if early != nil {
			w.climb(mustTable(transition), mustTable(early))
			w.oneRoot()
			e.guess = slices.Clone(w.nodes)
		} else {
			w.turn(e.guess)
			w.climb(mustTable(transition), nil)
			w.turnBack()
			w.oneRoot()
			e.second = slices.Clone(w.nodes)
		}
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
		w.nodes = append(w.nodes[:0], e.second...)
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

// file layout: "DMSYNTX1", then per part its name and length as a line "name length\n", an empty line, the parts.
type part struct {
	name string
	data []byte
}

const magic = "demarche syntax model 1\n"

func packParts(parts []part) []byte {
	var out strings.Builder
	out.WriteString(magic)
	for _, p := range parts {
		fmt.Fprintf(&out, "%s %d\n", p.name, len(p.data))
	}
	out.WriteString("\n")
	for _, p := range parts {
		out.Write(p.data)
	}
	return []byte(out.String())
}
