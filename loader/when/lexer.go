package when

import (
	"strings"

	"demarche/internal/span"
)

// token is a word, a figure or a mark of the text.
type token struct {
	span.Span
	entry
	capital bool // begins with a capital letter
	tight   bool // stands against the token before it
}

// lexer cuts a text into tokens. It reads bytes; every byte of a character
// beyond ASCII counts as a letter unless it is a known mark or space, so that
// no token begins or ends inside a character.
type lexer struct {
	text string // up to where it may read
	pos  int
}

// lex cuts the part of text into tokens.
func lex(text string, part span.Span) []token {
	toks := make([]token, 0, part.Len()/5+8) // English runs to six bytes a word
	x := lexer{text: text[:part.End], pos: part.Begin}
	for end := -1; ; {
		begin, lines := x.pos, x.space()
		if lines > 1 {
			toks = append(toks, token{Span: span.Span{Begin: begin, End: x.pos}, entry: entry{class: stop}})
		}
		if x.pos >= len(x.text) {
			return toks
		}
		t := token{Span: span.Span{Begin: x.pos}, tight: x.pos == end}
		t.capital = x.text[x.pos] >= 'A' && x.text[x.pos] <= 'Z'
		t.entry = x.one()
		t.End, end = x.pos, x.pos
		toks = append(toks, t)
	}
}

// space skips white space and returns the number of line ends in it.
func (x *lexer) space() (lines int) {
	for x.pos < len(x.text) {
		switch c := x.text[x.pos]; {
		case c == '\n':
			lines++
			x.pos++
		case c == ' ' || c >= '\t' && c <= '\r':
			x.pos++
		default:
			width := wideSpace(x.text[x.pos:])
			if width == 0 {
				return lines
			}
			x.pos += width
		}
	}
	return lines
}

// wideSpace is the number of bytes of a space beyond ASCII at the head of s.
func wideSpace(s string) int {
	switch {
	case s[0] < 0x80:
		return 0
	case strings.HasPrefix(s, "\u00a0"):
		return len("\u00a0")
	case strings.HasPrefix(s, "\u2009"), strings.HasPrefix(s, "\u202f"):
		return len("\u2009")
	default:
		return 0
	}
}

// one reads the token at the current place, which is no white space.
func (x *lexer) one() entry {
	c := x.text[x.pos]
	if isDigit(c) {
		return x.figure()
	}
	if (c == '$' || c == '#') && isDigit(x.at(x.pos+1)) {
		x.pos++
		x.alphanumeric()
		return entry{class: quantity}
	}
	if mark, width := markAt(x.text[x.pos:]); width > 0 {
		x.pos += width
		if mark == apostrophe {
			return x.quoteMark()
		}
		return entry{class: mark}
	}
	return x.word()
}

// markAt is the class and number of bytes of the mark at the head of s; the
// width is 0 when s begins with a letter.
func markAt(s string) (class, int) {
	switch c := s[0]; {
	case isLetter(c) && c < 0x80:
		return other, 0
	case c == ',':
		return comma, 1
	case c == '.':
		return dot, 1
	case c == '-':
		return dash, 1
	case c == '(' || c == ')':
		return paren, 1
	case c == '\'':
		return apostrophe, 1
	case c < 0x80:
		return other, 1
	case len(s) < 3 || c != 0xE2 || s[1] != 0x80:
		return other, 0
	case s[2] >= 0x90 && s[2] <= 0x95: // hyphens and dashes
		return dash, 3
	case s[2] == 0x98 || s[2] == 0x99: // single quotation marks
		return apostrophe, 3
	default:
		return other, 3
	}
}

// quoteMark reads what follows a single quotation mark, if it makes one token
// with it: "'s" or "'90s".
func (x *lexer) quoteMark() entry {
	if x.at(x.pos) == 's' && !isLetter(x.at(x.pos+1)) && !isDigit(x.at(x.pos+1)) {
		x.pos++
		return entry{class: possessive}
	}
	if isDigit(x.at(x.pos)) && x.at(x.pos+1) == '0' && x.at(x.pos+2) == 's' && !isLetter(x.at(x.pos+3)) {
		year := 10 * int(x.at(x.pos)-'0')
		x.pos += 3
		return entry{class: decade, value: decadeOf(year)}
	}
	return entry{class: apostrophe}
}

// decadeOf is the first year of a decade that is written with two figures:
// '30s to '90s are of the twentieth century.
func decadeOf(year int) int {
	if year >= 30 {
		return 1900 + year
	}
	return 2000 + year
}

// word reads a run of letters and looks it up. Figures glued to it make it an
// unknown word, but for "Q3".
func (x *lexer) word() entry {
	begin := x.pos
	var lower [longest]byte
	for x.pos < len(x.text) && isLetter(x.text[x.pos]) {
		if x.text[x.pos] >= 0x80 {
			if _, width := markAt(x.text[x.pos:]); width > 0 || wideSpace(x.text[x.pos:]) > 0 {
				break
			}
		}
		if n := x.pos - begin; n < longest {
			lower[n] = x.text[x.pos] | 0x20
		}
		x.pos++
	}
	if x.pos == begin { // a lone byte that is neither letter nor known mark
		x.pos++
		return entry{}
	}
	if isDigit(x.at(x.pos)) {
		figures := x.pos
		x.alphanumeric()
		if q := x.text[figures] - '0'; figures == begin+1 && lower[0] == 'q' && x.pos == begin+2 && q >= 1 && q <= 4 {
			return entry{class: quarter, value: int(q)}
		}
		return entry{}
	}
	if n := x.pos - begin; n <= longest {
		return lexicon[string(lower[:n])]
	}
	return entry{}
}

// alphanumeric skips figures, letters and marks within a number.
func (x *lexer) alphanumeric() {
	for x.pos < len(x.text) {
		c := x.text[x.pos]
		if !isDigit(c) && !(isLetter(c) && c < 0x80) &&
			!((c == ',' || c == '.' || c == ':' || c == '/') && isDigit(x.at(x.pos+1))) {
			return
		}
		x.pos++
	}
}

// figure reads a token that begins with a figure.
func (x *lexer) figure() entry {
	if packed, width := numericDay(x.text[x.pos:]); width > 0 {
		x.pos += width
		return entry{class: numeric, value: packed}
	}
	begin, value := x.pos, 0
	for x.pos < len(x.text) && isDigit(x.text[x.pos]) {
		if value < 10000 {
			value = 10*value + int(x.text[x.pos]-'0')
		}
		x.pos++
	}
	width, tail := x.pos-begin, x.pos
	x.alphanumeric()
	switch suffix := x.text[tail:x.pos]; {
	case suffix == "" && width <= 4 && x.at(x.pos) != '%':
		return entry{class: number, value: value}
	case width <= 2 && (suffix == "st" || suffix == "nd" || suffix == "rd" || suffix == "th"):
		return entry{class: ordinal, value: value}
	case suffix == "s" && width == 4 && value%10 == 0 && plausible(value):
		return entry{class: decade, value: value}
	default:
		return entry{class: quantity}
	}
}

// at is the byte at an offset, or 0 outside the text.
func (x *lexer) at(offset int) byte {
	if offset >= len(x.text) {
		return 0
	}
	return x.text[offset]
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' || c >= 0x80 }
