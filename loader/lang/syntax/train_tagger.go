package syntax

import (
	"math/rand/v2"

	"demarche/loader/lang/internal/linear"
)

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
			if wrong := rival(scores, want); scores[want]-scores[wrong] < tagMargin {
				weights.Update(features, want, wrong)
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

// rival returns the class with the highest score but one.
func rival(scores []int32, but int) int {
	top := -1
	for class, score := range scores {
		if class != but && (top < 0 || score > scores[top]) {
			top = class
		}
	}
	return top
}
