package attribution

import (
	"demarche/loader/lang"
	"demarche/loader/lang/internal/form"
)

// hash is FNV-1a over strings and numbers, for features.
type hash uint64

func start(template string) hash { return hash(0xcbf29ce484222325).text(template) }

func (h hash) text(s string) hash {
	for i := range len(s) {
		h = (h ^ hash(s[i])) * 0x100000001b3
	}
	return (h ^ 0x1ff) * 0x100000001b3
}

func (h hash) number(n int) hash { return (h ^ hash(uint32(n)) ^ 0x200) * 0x100000001b3 }

// Labels of a token for a cue.
const (
	Outside = iota
	SourceBegin
	SourceInside
	ContentBegin
	ContentInside
	Labels
)

// Parts calls visit with what is known of a token: its word and the parts of it (package form), tag, relation, lemma, and how it
// stands to quotation marks and to the ends of its sentence.
func Parts(d *lang.Doc, token int, visit func(part uint64)) {
	t := d.Tokens[token]
	f := form.Of(d.Word(token))
	visit(f.Word)
	for _, part := range f.Parts() {
		visit(part)
	}
	visit(uint64(start("tag").text(t.Tag)))
	visit(uint64(start("rel").text(t.Rel)))
	visit(uint64(start("lemma").text(t.Lemma)))
	if d.QuoteAt(t.Begin) >= 0 {
		visit(uint64(start("quoted")))
	}
	if t.Tag == "``" || t.Tag == "''" {
		visit(uint64(start("mark").text(t.Tag)))
	}
	if token == d.Sentences[d.SentenceOf(token)].First {
		visit(uint64(start("first")))
	}
}

// Window is how many sentences around that of a cue its source and content may stand in.
const Window = 3

// Pairs is what a cue knows of the tokens around it.
type Pairs struct {
	First, End int // tokens
	doc        *lang.Doc
	cue        int
	cueQuote   int
	treeFirst  int // tokens [treeFirst, treeEnd) of the cue's sentence are those that up and branch tell of
	treeEnd    int
	up         []int    // by token of the cue's sentence: steps from the cue up to the lowest word above both, or -1
	branch     []string // by the same: relation of the branch below that word that the token is on; empty for the word itself
	side       []string // by steps up: relation of the cue's branch below
}

// Around looks at the tokens around a cue: those of its paragraph at most Window sentences away.
func Around(d *lang.Doc, cue int) *Pairs {
	p := &Pairs{doc: d, cue: cue, cueQuote: d.QuoteAt(d.Tokens[cue].Begin)}
	own := d.SentenceOf(cue)
	first, last := own, own
	for first > 0 && own-first < Window && d.Sentences[first-1].Block == d.Sentences[own].Block {
		first--
	}
	for last+1 < len(d.Sentences) && last-own < Window && d.Sentences[last+1].Block == d.Sentences[own].Block {
		last++
	}
	p.First, p.End = d.Sentences[first].First, d.Sentences[last].End
	p.climb(d.Sentences[own])
	return p
}

// farthest is how many tokens before and behind a cue the tree is looked at; sentences longer than that are rare.
const farthest = 1000

// climb finds the paths from the cue to the tokens of its sentence.
func (p *Pairs) climb(s lang.Sentence) {
	p.treeFirst, p.treeEnd = max(s.First, p.cue-farthest), min(s.End, p.cue+farthest)
	n := p.treeEnd - p.treeFirst
	p.up, p.branch = make([]int, n), make([]string, n)
	for i := range p.up {
		p.up[i] = -1
	}
	inside := func(token int) bool { return p.treeFirst <= token && token < p.treeEnd }
	rel := ""
	for at, steps := p.cue, 0; at >= 0; at, steps = p.doc.Tokens[at].Head, steps+1 {
		if inside(at) {
			p.up[at-p.treeFirst] = steps
		}
		if steps <= farthest {
			p.side = append(p.side, rel)
		}
		rel = p.doc.Tokens[at].Rel
	}
	var find func(token int)
	find = func(token int) {
		i := token - p.treeFirst
		if p.up[i] >= 0 {
			return
		}
		head := p.doc.Tokens[token].Head
		if !inside(head) {
			p.up[i], p.branch[i] = farthest, p.doc.Tokens[token].Rel
			return
		}
		above := p.up[head-p.treeFirst] >= 0 && p.branch[head-p.treeFirst] == ""
		find(head)
		p.up[i] = p.up[head-p.treeFirst]
		if p.branch[i] = p.branch[head-p.treeFirst]; above || p.branch[i] == "" {
			p.branch[i] = p.doc.Tokens[token].Rel
		}
	}
	for t := p.treeFirst; t < p.treeEnd; t++ {
		find(t)
	}
}

func bucket(distance int) int {
	switch {
	case distance < 4:
		return distance
	case distance < 8:
		return 4
	case distance < 16:
		return 5
	case distance < 32:
		return 6
	}
	return 7
}

// Features calls visit with what is known of a token towards the cue.
func (p *Pairs) Features(token int, visit func(feature uint64)) {
	d := p.doc
	t := d.Tokens[token]
	own, here := d.SentenceOf(p.cue), d.SentenceOf(token)
	side, distance := 0, p.cue-token
	if token > p.cue {
		side, distance = 1, token-p.cue
	}
	quote := d.QuoteAt(t.Begin)
	state := 0
	if quote >= 0 {
		state = 1
		if quote == p.cueQuote {
			state = 2
		}
	}
	if p.cueQuote >= 0 {
		state += 3
	}
	if here != own || token < p.treeFirst || token >= p.treeEnd {
		base := start("other").number(here - own)
		visit(uint64(base.number(state)))
		visit(uint64(base.text(t.Tag).number(state)))
		visit(uint64(base.text(d.Tokens[p.cue].Lemma).number(state)))
		if token == d.Sentences[here].First {
			visit(uint64(base.text("first").number(state)))
		}
		return
	}
	first := p.treeFirst
	place := func(token int) hash {
		i := token - first
		up := p.up[i]
		return start("place").number(up).text(p.branch[i]).text(p.side[min(up, len(p.side)-1)])
	}
	here0 := place(token)
	visit(uint64(here0.number(side)))
	visit(uint64(here0.number(side).number(state)))
	visit(uint64(here0.text(t.Rel).text(t.Tag)))
	visit(uint64(here0.text(d.Tokens[p.cue].Lemma)))
	visit(uint64(here0.text(d.Tokens[p.cue].Tag).text(d.Tokens[p.cue].Rel)))
	visit(uint64(start("near").number(side).number(bucket(distance))))
	visit(uint64(start("near").number(side).number(bucket(distance)).text(t.Tag)))
	before, behind := hash(0), hash(1)
	if token > first {
		before = place(token - 1)
	}
	if token+1 < p.treeEnd {
		behind = place(token + 1)
	}
	begins, ends := 0, 0
	if before != here0 {
		begins = 1
	}
	if behind != here0 {
		ends = 1
	}
	visit(uint64(here0.text("border").number(begins).number(ends)))
	visit(uint64(here0.text("border").number(begins).number(ends).text(t.Tag)))
	visit(uint64(start("border").number(begins).number(ends).text(t.Tag).number(side)))
	if p.up[token-first] == 0 && p.branch[token-first] == "" {
		visit(uint64(start("cue")))
	}
}
