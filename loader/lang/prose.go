package lang

import (
	"strings"
	"sync"

	"github.com/jdkato/prose/v3/segment"
	"github.com/jdkato/prose/v3/tag"
	"github.com/jdkato/prose/v3/tokenize"

	"demarche/internal/span"
)

// engine is what prose gives: a segmenter, a tokeniser and a tagger. All three
// are shared and safe for concurrent use.
type engine struct {
	segmenter *segment.Segmenter
	tokenizer *tokenize.Tokenizer
	tagger    *tag.Tagger
}

var loadEngine = sync.OnceValue(func() engine {
	segmenter, err := segment.New()
	if err != nil {
		panic("prose's segmenter cannot be read from the program: " + err.Error())
	}
	tagger, err := tag.New()
	if err != nil {
		panic("prose's tagger cannot be read from the program: " + err.Error())
	}
	return engine{segmenter, tokenize.New(), tagger}
})

// addPiece segments, tokenises and tags a piece of text.
func (d *Doc) addPiece(piece span.Span, block int) {
	e := loadEngine()
	text := piece.Of(d.Text)
	bounds := sentenceBounds(e.segmenter.Segment(text), piece.Begin)
	if len(bounds) == 0 {
		bounds = []span.Span{piece}
	}
	tokens := splitClitics(e.tokenizer.Tokenize(text))

	// Quotation marks confuse the tagger, which was trained on text without
	// straight ones; it sees the words alone.
	words := make([]tokenize.Token, 0, len(tokens))
	for _, t := range tokens {
		if !isQuoteMark(t.Text) {
			t.Text = straighten(t.Text)
			words = append(words, t)
		}
	}
	e.tagger.TagTokens(words)

	first, next := len(d.Tokens), 0
	for _, t := range tokens {
		token := Token{Span: span.Span{Begin: piece.Begin + t.Start, End: piece.Begin + t.End()}, Lower: strings.ToLower(t.Text)}
		if isQuoteMark(t.Text) {
			token.Tag = "''"
			if d.opensQuote(token.Begin) {
				token.Tag = "``"
			}
		} else {
			token.Tag = words[next].Tag
			next++
		}
		token.Tag = correctTag(token)
		if n := len(d.Tokens); n > first {
			token.Tag = afterTag(token.Lower, token.Tag, d.Tokens[n-1])
		}
		d.Tokens = append(d.Tokens, token)
	}
	for i, s := range bounds {
		end := first
		for end < len(d.Tokens) && (d.Tokens[end].Begin < s.End || i == len(bounds)-1) {
			end++
		}
		if end > first {
			d.Sentences = append(d.Sentences, Sentence{Span: d.Words(first, end), First: first, End: end, Block: block})
		}
		first = end
	}
}

func isQuoteMark(text string) bool {
	switch text {
	case `"`, "“", "”", "‘", "’", "'", "``", "''", "«", "»", "„":
		return true
	}
	return false
}

func (d *Doc) opensQuote(at int) bool {
	for _, q := range d.Quotes {
		if q.Begin == at {
			return true
		}
		if q.Begin > at {
			break
		}
	}
	return false
}
