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
// stands to quotation marks and to the ends of its sentence; without what is hidden.
func Parts(d *lang.Doc, token int, hidden Groups, visit func(part uint64)) {
	t := d.Tokens[token]
	mark := t.Tag == "``" || t.Tag == "''"
	if mark && hidden&Marks != 0 {
		return
	}
	if hidden&Words == 0 {
		f := form.Of(d.Word(token))
		visit(f.Word)
		for _, part := range f.Parts() {
			visit(part)
		}
		visit(uint64(start("lemma").text(t.Lemma)))
	}
	if hidden&Grammar == 0 {
		visit(uint64(start("tag").text(t.Tag)))
		visit(uint64(start("rel").text(t.Rel)))
	}
	if hidden&Marks == 0 && d.QuoteAt(t.Begin) >= 0 {
		visit(uint64(start("quoted")))
	}
	if mark {
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
	hidden     Groups
	cue        int
	cueQuote   int
	treeFirst  int // tokens [treeFirst, treeEnd) of the cue's sentence are those that up and branch tell of
	treeEnd    int
	up         []int    // by token of the cue's sentence: steps from the cue up to the lowest word above both, or -1
	branch     []string // by the same: relation of the branch below that word that the token is on; empty for the word itself
	side       []string // by steps up: relation of the cue's branch below
}

// Around looks at the tokens around a cue: those of its paragraph at most Window sentences away. It does not see what is hidden.
func Around(d *lang.Doc, cue int, hidden Groups) *Pairs {
	p := &Pairs{doc: d, hidden: hidden, cue: cue, cueQuote: d.QuoteAt(d.Tokens[cue].Begin)}
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
	own, here := d.SentenceOf(p.cue), d.SentenceOf(token)
	if here != own || token < p.treeFirst || token >= p.treeEnd {
		if p.hidden&Others == 0 {
			p.elsewhere(token, here-own, visit)
		}
		return
	}
	t, cue := d.Tokens[token], d.Tokens[p.cue]
	side, distance := 0, p.cue-token
	if token > p.cue {
		side, distance = 1, token-p.cue
	}
	words, grammar := p.hidden&Words == 0, p.hidden&Grammar == 0
	if p.hidden&Tree == 0 {
		place := p.place(token)
		visit(uint64(place.number(side)))
		visit(uint64(place.number(side).number(p.state(token))))
		if grammar {
			visit(uint64(place.text(t.Rel).text(t.Tag)))
			visit(uint64(place.text(cue.Tag).text(cue.Rel)))
		}
		if words {
			visit(uint64(place.text(cue.Lemma)))
		}
		begins, ends := p.borders(token, place)
		visit(uint64(place.text("border").number(begins).number(ends)))
		if grammar {
			visit(uint64(place.text("border").number(begins).number(ends).text(t.Tag)))
			visit(uint64(start("border").number(begins).number(ends).text(t.Tag).number(side)))
		}
	}
	if p.hidden&Distance == 0 {
		visit(uint64(start("near").number(side).number(bucket(distance))))
		if grammar {
			visit(uint64(start("near").number(side).number(bucket(distance)).text(t.Tag)))
		}
	}
	if p.up[token-p.treeFirst] == 0 && p.branch[token-p.treeFirst] == "" {
		visit(uint64(start("cue")))
	}
}

// elsewhere visits the features of a token in another sentence, some sentences away.
func (p *Pairs) elsewhere(token, away int, visit func(feature uint64)) {
	d, state := p.doc, p.state(token)
	base := start("other").number(away)
	visit(uint64(base.number(state)))
	if p.hidden&Grammar == 0 {
		visit(uint64(base.text(d.Tokens[token].Tag).number(state)))
	}
	if p.hidden&Words == 0 {
		visit(uint64(base.text(d.Tokens[p.cue].Lemma).number(state)))
	}
	if token == d.Sentences[d.SentenceOf(token)].First {
		visit(uint64(base.text("first").number(state)))
	}
}

// state is how token and cue stand to quotation marks.
func (p *Pairs) state(token int) int {
	if p.hidden&Marks != 0 {
		return 0
	}
	state := 0
	if quote := p.doc.QuoteAt(p.doc.Tokens[token].Begin); quote >= 0 {
		state = 1
		if quote == p.cueQuote {
			state = 2
		}
	}
	if p.cueQuote >= 0 {
		state += 3
	}
	return state
}

// place is where a token of the tree stands, seen from the cue.
func (p *Pairs) place(token int) hash {
	i := token - p.treeFirst
	up := p.up[i]
	return start("place").number(up).text(p.branch[i]).text(p.side[min(up, len(p.side)-1)])
}

// borders are 1 where the token before, or behind, stands in another place of the tree.
func (p *Pairs) borders(token int, place hash) (begins, ends int) {
	before, behind := hash(0), hash(1)
	if token > p.treeFirst {
		before = p.place(token - 1)
	}
	if token+1 < p.treeEnd {
		behind = p.place(token + 1)
	}
	if before != place {
		begins = 1
	}
	if behind != place {
		ends = 1
	}
	return begins, ends
}
