package syntax

import (
	"demarche/loader/lang/internal/nn"
	"demarche/loader/lang/internal/tree"
)

// treeSpace is room for finding the tree of a stretch.
type treeSpace struct {
	queries, hidden nn.Bytes
	query           []float32
	keys            nn.Keys
	heads           []int // of words from 0; -1 is the root
	scores          []float32
	finder          tree.Finder
}

const slope = 0.1 // of the rectifiers, below zero

func rectify(x float32) float32 {
	if x < 0 {
		return x * slope
	}
	return x
}

// attach finds the tree of every stretch, and the relations.
func (w *workspace) attach() {
	m, t := w.model, &w.tree
	top := &w.memory[layers-1]
	arc, label := m.query.Cols(), m.relation.In()
	w.arcs = nn.Resize(w.arcs, top.Rows*m.arcs.Cols())
	m.arcs.Apply(&w.scratch, top, w.arcs)
	t.queries.Reset(top.Rows, arc)
	for i := range top.Rows {
		into := t.queries.Row(i)
		for j, x := range w.outputs(i).dependent {
			into[j] = nn.Quantise(rectify(x) / m.units.dependent)
		}
	}
	t.query = nn.Resize(t.query, top.Rows*arc)
	m.query.Apply(&w.scratch, &t.queries, t.query)
	t.hidden.Reset(top.Rows, label)
	for i, s := range w.stretches {
		w.findHeads(w.rows[i])
		first := w.rows[i].First
		for k, head := range t.heads {
			w.result.Tokens[s.First+k].Head = s.First + head
			above := m.rootLabel
			if head < 0 {
				w.result.Tokens[s.First+k].Head = -1
			} else {
				above = w.outputs(first + head).labelHead
			}
			into := t.hidden.Row(first + k)
			for j, x := range w.outputs(first + k).label {
				into[j] = nn.Quantise(rectify(x+above[j]) / m.units.hidden)
			}
		}
	}
	w.relate()
}

// outputs is what the layer over the last memory says of a row.
type outputs struct{ names, dependent, head, label, labelHead []float32 }

func (w *workspace) outputs(row int) outputs {
	m := w.model
	names, arc, label := len(m.names), m.query.Cols(), m.relation.In()
	all := w.arcs[row*m.arcs.Cols() : (row+1)*m.arcs.Cols()]
	return outputs{all[:names], all[names : names+arc], all[names+arc : names+2*arc], all[names+2*arc : names+2*arc+label], all[names+2*arc+label:]}
}

// relate names the relations, and hangs stretches that go on below the first of their sentence.
func (w *workspace) relate() {
	m, t := w.model, &w.tree
	width := m.relation.Cols()
	t.scores = nn.Resize(t.scores, t.hidden.Rows*width)
	m.relation.Apply(&w.scratch, &t.hidden, t.scores)
	for i, s := range w.stretches {
		first := w.rows[i].First
		for k := range s.End - s.First {
			token := &w.result.Tokens[s.First+k]
			scores := t.scores[(first+k)*width : (first+k+1)*width]
			if token.Head >= 0 {
				scores[m.root] = unlikely
				token.Rel = m.relations[best(scores)]
				continue
			}
			token.Rel = m.relations[m.root]
			if s.goesOn {
				token.Head, token.Rel = rootAbove(w.result.Tokens, s.First-1), m.relations[m.loose]
			}
		}
	}
}

// rootAbove is the root of the tree that a word stands in.
func rootAbove(tokens []Token, word int) int {
	for tokens[word].Head >= 0 {
		word = tokens[word].Head
	}
	return word
}

// findHeads sets t.heads to the best tree over the rows of a stretch.
func (w *workspace) findHeads(rows nn.Stretch) {
	m, t := w.model, &w.tree
	arc, words := m.query.Cols(), rows.End-rows.First
	t.keys.Reset(arc, words+1)
	t.queries.Reset(words, arc)
	for k := range words {
		row := rows.First + k
		head := w.outputs(row).head
		for j, x := range head {
			head[j] = rectify(x)
		}
		t.keys.Set(k, head, m.units.head)
		into := t.queries.Row(k)
		for j, x := range t.query[row*arc : (row+1)*arc] {
			into[j] = nn.Quantise(x / m.units.query)
		}
	}
	t.keys.Set(words, m.rootHead, m.units.head)
	scores, stride := t.keys.Match(&w.scratch, &t.queries), t.keys.Stride()
	t.heads = nn.Resize(t.heads, words)
	t.finder.Best(tree.Scores{Words: words, Stride: stride, Values: scores}, t.heads)
}
