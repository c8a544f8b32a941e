package syntax

import (
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
	guess              []node  // tree of such a model: heads and relations
}

// trainer holds what all stages of training share.
type trainer struct {
	Training
	examples              []*example
	xpos, upos, relations []string
	lexicons              [][]byte // of folds; the last of all sentences
}

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
	t.Log("parser: transitions")
	early := make([][]byte, t.Folds+1)
	transition := t.folds(func(fold int) []byte {
		moves, relations := t.trainParser(fold)
		early[fold] = relations
		t.predictTrees(fold, moves, relations)
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
		{partUniversal, universal}, {partTransition, transition}, {partEarly, early[t.Folds]}, {partLate, late}, {partLemmas, lemmaTable}}), nil
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

// Margins by which the right answer must win, in weights, so that training does not correct.
const tagMargin, parseMargin, relationMargin = 10 * linear.Unit, 20 * linear.Unit, 8 * linear.Unit

// Updates that a feature of combined atoms needs to be kept.
const leastTag, leastParse, leastRelation = 3, 2, 3

// keep leaves out rare features of the templates that combine atoms: there are most of
// them, and they tell least. The single atoms stay, as they are all that is known of rare words.
func keep(set *templates, least int) linear.Keep {
	return func(template, updates int) bool { return updates >= least || len(set.atoms[template]) == 1 }
}
