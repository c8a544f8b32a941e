package lang

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"demarche/internal/span"
)

// Quotation marks come in two families. Marks with a direction (“ ”, « ») pair
// by themselves; a straight mark opens or closes by what stands around it, and
// by whether one is open where that does not tell. Writers also type a closing
// mark where an opening one belongs (”Mr. Trump ...): at the start of a
// paragraph any double mark opens.

// findQuotes pairs the quotation marks of each block.
func (d *Doc) findQuotes() {
	text := d.Text
	for _, block := range d.Blocks {
		p := quoter{text: text, block: block}
		p.run()
		if len(p.open) > 0 && p.open[0].double {
			first := p.open[0]
			end := trimRight(text, span.Span{Begin: first.begin, End: block.End}).End
			p.found = append(p.found, Quote{
				Span:      span.Span{Begin: first.begin, End: end},
				Inner:     span.Span{Begin: first.inner, End: end},
				Continued: true,
			})
		}
		sort.SliceStable(p.found, func(i, j int) bool { return p.found[i].Begin < p.found[j].Begin })
		d.Quotes = append(d.Quotes, nest(p.found)...)
	}
}

// nest sets the level of quotations that ascend by Begin.
func nest(quotes []Quote) []Quote {
	var around []int // those that have not ended, the inner behind the outer
	for i := range quotes {
		for len(around) > 0 && quotes[around[len(around)-1]].End <= quotes[i].Begin {
			around = around[:len(around)-1]
		}
		for j := len(around) - 1; j >= 0; j-- {
			if quotes[around[j]].Contains(quotes[i].Span) {
				quotes[i].Level = quotes[around[j]].Level + 1
				break
			}
		}
		around = append(around, i)
	}
	return quotes
}

type openMark struct {
	begin, inner int
	double       bool
}

type quoter struct {
	text  string
	block span.Span
	open  []openMark
	found []Quote

	marks   int // straight marks before counted
	counted int // bytes
	total   int // straight marks of the block, once one was asked for
	// What singleEnds found last: from which byte on, at which, and what.
	endFrom, endAt int
	ends           bool
}

func (p *quoter) run() {
	for at := p.block.Begin; at < p.block.End; {
		r, size := utf8.DecodeRuneInString(p.text[at:])
		switch r {
		case '«', '„':
			p.opens(at, size, true)
		case '“': // opens in English, closes after a low mark (German, Polish)
			if i := p.openDouble(); i >= 0 && strings.HasPrefix(p.text[p.open[i].begin:], "„") {
				p.closes(at, size, true)
			} else {
				p.opens(at, size, true)
			}
		case '”', '»':
			if len(p.open) == 0 && p.startsWord(at, size) {
				p.opens(at, size, true)
			} else {
				p.closes(at, size, true)
			}
		case '"':
			p.straight(at, size)
		case '‘':
			p.opens(at, size, false)
		case '\'', '’', '`':
			if d := doubled(p.text[at:p.block.End], r, size); d > 0 {
				size = d // two single marks typed for a double one
				p.straight(at, size)
			} else if r != '`' {
				p.single(at, size, r)
			}
		}
		at += size
	}
}

// doubled returns the size of two equal marks at the start of text, or 0.
func doubled(text string, mark rune, size int) int {
	if next, _ := utf8.DecodeRuneInString(text[size:]); next == mark {
		return 2 * size
	}
	return 0
}

// straight decides a straight double mark.
func (p *quoter) straight(at, size int) {
	before, after := p.before(at), p.after(at+size)
	wordAfter := unicode.IsLetter(after) || unicode.IsDigit(after) || isOpener(after) || after == '\'' || after == '.' && p.text[at+size] == '.'
	spaceBefore := before == 0 || unicode.IsSpace(before) || before == '(' || before == '[' || before == '—' || before == '–' || before == '-'
	spaceAfter := after == 0 || unicode.IsSpace(after) || isStop(after)
	switch {
	case spaceBefore && wordAfter:
		if p.openDouble() >= 0 && !p.closesLater(at+size) {
			p.closes(at, size, true)
			return
		}
		p.opens(at, size, true)
	case spaceAfter && !spaceBefore:
		p.closes(at, size, true)
	case p.openDouble() >= 0:
		p.closes(at, size, true)
	default:
		p.opens(at, size, true)
	}
}

// closesLater reports whether an odd number of straight marks follows in the
// block, so that an opening one here finds its partner.
func (p *quoter) closesLater(from int) bool {
	if p.counted == 0 {
		p.counted = p.block.Begin
		for i := p.block.Begin; i < p.block.End; i++ {
			p.total += p.markAt(i)
		}
	}
	for ; p.counted < from; p.counted++ { // asked for ascending places only
		p.marks += p.markAt(p.counted)
	}
	return (p.total-p.marks)%2 == 1
}

// markAt is 1 for a byte that is a straight double mark, or the first of two single ones.
func (p *quoter) markAt(i int) int {
	if p.text[i] == '"' || p.text[i] == '\'' && i+1 < p.block.End && p.text[i+1] == '\'' {
		return 1
	}
	return 0
}

// single decides an apostrophe or single closing mark. It opens only in front
// of a word when a partner follows, and closes only behind a word.
func (p *quoter) single(at, size int, r rune) {
	before, after := p.before(at), p.after(at+size)
	inWord := unicode.IsLetter(before) || unicode.IsDigit(before)
	if inWord && (unicode.IsLetter(after) || unicode.IsDigit(after)) {
		return
	}
	if i := len(p.open) - 1; i >= 0 && !p.open[i].double && before != 0 && !unicode.IsSpace(before) {
		// The possessive of a plural ("allies' fears") is no end while a better one follows.
		if before == 's' && unicode.IsSpace(after) && p.singleEnds(at+size) {
			return
		}
		p.closes(at, size, false)
		return
	}
	if r == '\'' && !inWord && p.startsWord(at, size) && p.singleEnds(at+size) {
		p.opens(at, size, false)
	}
}

// singleEnds reports whether a mark that can close a single quotation follows
// before the block ends or a double mark comes.
func (p *quoter) singleEnds(from int) bool {
	if p.endFrom == 0 || from < p.endFrom || from > p.endAt {
		p.endAt, p.ends = p.findEnd(from)
	}
	p.endFrom = from
	return p.ends
}

// findEnd returns where the first mark is that decides singleEnds, or the end of the block, and what it decides.
func (p *quoter) findEnd(from int) (at int, ends bool) {
	for at = from; at < p.block.End; {
		r, size := utf8.DecodeRuneInString(p.text[at:])
		switch r {
		case '"', '”', '“':
			return at, false
		case '\'', '’':
			before, after := p.before(at), p.after(at+size)
			if !unicode.IsSpace(before) && (after == 0 || unicode.IsSpace(after) || isStop(after)) {
				return at, true
			}
		}
		at += size
	}
	return at, false
}

func (p *quoter) opens(at, size int, double bool) {
	if double {
		if i := p.openDouble(); i >= 0 {
			// An opening mark while one is open: the first was never closed.
			p.open = p.open[:i]
		}
	}
	p.open = append(p.open, openMark{begin: at, inner: at + size, double: double})
}

func (p *quoter) closes(at, size int, double bool) {
	for i := len(p.open) - 1; i >= 0; i-- {
		if p.open[i].double != double {
			if !double {
				return
			}
			continue // a double mark closes over single ones that were never closed
		}
		mark := p.open[i]
		p.open = p.open[:i]
		if inner := trim(p.text, span.Span{Begin: mark.inner, End: at}); !inner.Empty() {
			p.found = append(p.found, Quote{Span: span.Span{Begin: mark.begin, End: at + size}, Inner: inner})
		}
		return
	}
}

func (p *quoter) openDouble() int {
	for i := len(p.open) - 1; i >= 0; i-- {
		if p.open[i].double {
			return i
		}
	}
	return -1
}

func (p *quoter) startsWord(at, size int) bool {
	before, after := p.before(at), p.after(at+size)
	return (before == 0 || unicode.IsSpace(before) || isOpener(before) || before == '(' || before == '"') &&
		(unicode.IsLetter(after) || unicode.IsDigit(after))
}

func (p *quoter) before(at int) rune {
	if at <= p.block.Begin {
		return 0
	}
	r, _ := utf8.DecodeLastRuneInString(p.text[p.block.Begin:at])
	return r
}

func (p *quoter) after(at int) rune {
	if at >= p.block.End {
		return 0
	}
	r, _ := utf8.DecodeRuneInString(p.text[at:p.block.End])
	return r
}

func isOpener(r rune) bool { return r == '“' || r == '‘' || r == '«' || r == '[' }

func isStop(r rune) bool {
	switch r {
	case '.', ',', ';', ':', '!', '?', ')', ']', '—', '–', '…', '-':
		return true
	}
	return false
}

func trim(text string, s span.Span) span.Span {
	s = trimRight(text, s)
	for s.Begin < s.End {
		r, size := utf8.DecodeRuneInString(text[s.Begin:s.End])
		if !unicode.IsSpace(r) {
			break
		}
		s.Begin += size
	}
	return s
}

func trimRight(text string, s span.Span) span.Span {
	for s.End > s.Begin {
		r, size := utf8.DecodeLastRuneInString(text[s.Begin:s.End])
		if !unicode.IsSpace(r) {
			break
		}
		s.End -= size
	}
	return s
}
