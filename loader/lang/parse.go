package lang

import (
	"sort"
	"strings"
	"sync"

	"demarche/internal/span"
	"demarche/loader/lang/segment"
	"demarche/loader/lang/syntax"
)

// engine is the models. They are shared and safe for concurrent use.
type engine struct {
	segment *segment.Model
	syntax  *syntax.Model
}

var loadEngine = sync.OnceValue(func() engine {
	cutter, err := segment.Load()
	if err != nil {
		panic("the model for words is part of the program and cannot be read: " + err.Error())
	}
	parser, err := syntax.Load()
	if err != nil {
		panic("the model for trees is part of the program and cannot be read: " + err.Error())
	}
	return engine{cutter, parser}
})

// Known knows names beforehand; see syntax.Known.
type Known = syntax.Known

// Parser parses texts. The zero Parser knows no names but those of the built-in lists. A Parser may be shared by any number of
// goroutines if Known may.
type Parser struct{ Known Known }

// Parse is Parser.Parse without known names.
func Parse(text string, blocks ...span.Span) *Doc { return Parser{}.Parse(text, blocks...) }

// Parse parses the blocks of a text; what lies outside every block is not
// read. Blocks ascend and do not overlap. A text without blocks is read whole.
func (p Parser) Parse(text string, blocks ...span.Span) *Doc {
	if len(blocks) == 0 {
		blocks = []span.Span{{Begin: 0, End: len(text)}}
	}
	d := &Doc{Text: text, Blocks: blocks}
	d.findQuotes()
	ends := d.cut()
	d.analyse(ends, p.Known)
	d.climb()
	return d
}

// Cut finds the words and sentences of a text, and nothing else: the tokens have neither tags nor heads.
func Cut(text string) *Doc {
	d := &Doc{Text: text, Blocks: []span.Span{{Begin: 0, End: len(text)}}}
	d.cut()
	return d
}

// cut finds the words and the sentences.
func (d *Doc) cut() (ends []int) {
	pieces := make([]segment.Piece, len(d.Blocks))
	for i, b := range d.Blocks {
		pieces[i] = segment.Piece{Begin: b.Begin, End: b.End}
	}
	words, ends := loadEngine().segment.Split(d.Text, pieces...)
	d.Tokens = make([]Token, len(words))
	d.sentenceOf = make([]int32, len(words))
	for i, w := range words {
		d.Tokens[i] = Token{Span: span.Span{Begin: w.Begin, End: w.End}, Lower: strings.ToLower(d.Text[w.Begin:w.End]), Joined: w.Joined}
	}
	d.Sentences = make([]Sentence, len(ends))
	first, block := 0, 0
	for i, end := range ends {
		for d.Blocks[block].End <= d.Tokens[first].Begin {
			block++
		}
		d.Sentences[i] = Sentence{Span: d.Words(first, end), First: first, End: end, Block: block}
		for t := first; t < end; t++ {
			d.sentenceOf[t] = int32(i)
		}
		first = end
	}
	return ends
}

// analyse gives the tokens their tags, lemmas and places in the tree, and finds the names.
func (d *Doc) analyse(ends []int, known Known) {
	words := make([]string, len(d.Tokens))
	for i := range words {
		words[i] = d.Word(i)
	}
	result := loadEngine().syntax.Parse(words, ends, known)
	d.states, d.stateWidth = result.States, result.StateWidth
	for _, n := range result.Names {
		d.Names = append(d.Names, Name{First: n.First, End: n.End, Kind: NameKind(n.Kind)})
	}
	for i, r := range result.Tokens {
		t := &d.Tokens[i]
		t.Tag, t.UPOS, t.Lemma, t.Rel, t.Head = r.XPOS, r.UPOS, r.Lemma, r.Rel, r.Head
		if isQuoteMark(t.Lower) {
			t.Tag = "''"
			if d.opensQuote(t.Begin) {
				t.Tag = "``"
			}
		}
	}
	d.wholeNames()
}

func isQuoteMark(text string) bool {
	switch text {
	case `"`, "“", "”", "‘", "’", "'", "``", "''", "«", "»", "„":
		return true
	}
	return false
}

// opensQuote reports whether a quotation begins at the offset.
func (d *Doc) opensQuote(at int) bool {
	i := sort.Search(len(d.Quotes), func(i int) bool { return d.Quotes[i].Begin >= at })
	return i < len(d.Quotes) && d.Quotes[i].Begin == at
}
