package article

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"demarche/internal/span"
)

// line is a line of text without the white space around it. An empty line
// separates paragraphs.
type line struct{ span.Span }

// splitLines lists the lines of a text, empty ones included.
func splitLines(text string) []line {
	var lines []line
	at := 0
	for content := range strings.Lines(text) {
		lines = append(lines, line{trim(text, span.Span{Begin: at, End: at + len(content)})})
		at += len(content)
	}
	return lines
}

// trim takes white space and invisible characters off both ends of a span.
func trim(text string, s span.Span) span.Span {
	return trimFunc(text, s, func(r rune) bool {
		return unicode.IsSpace(r) || r == '\ufeff' || r == '\u200b' || r == '\u00ad'
	})
}

func trimFunc(text string, s span.Span, drop func(rune) bool) span.Span {
	for s.Begin < s.End {
		r, size := utf8.DecodeRuneInString(text[s.Begin:s.End])
		if !drop(r) {
			break
		}
		s.Begin += size
	}
	for s.Begin < s.End {
		r, size := utf8.DecodeLastRuneInString(text[s.Begin:s.End])
		if !drop(r) {
			break
		}
		s.End -= size
	}
	return s
}

// wrapWidth is the longest line of text that was broken to fit a page.
const wrapWidth = 100

// unwrap joins the lines of paragraphs that were broken at a fixed width. Text
// counts as broken when no line is longer than a page is wide and most lines
// with a line below end in the middle of a sentence.
func unwrap(text string, lines []line) []line {
	within, ended := 0, 0
	for i, l := range lines {
		if l.Len() > wrapWidth {
			return lines
		}
		if l.Len() > wrapWidth/2 && i+1 < len(lines) && !lines[i+1].Empty() {
			if within++; endsSentence(l.Of(text)) {
				ended++
			}
		}
	}
	if within < 3 || ended*2 > within {
		return lines
	}
	var joined []line
	for i, l := range lines {
		last := len(joined) - 1
		if i > 0 && !l.Empty() && last >= 0 && lines[i-1].Len() > wrapWidth/2 {
			joined[last].Span = joined[last].Join(l.Span)
			continue
		}
		joined = append(joined, l)
	}
	return joined
}

// endsSentence reports whether a text ends like a sentence does, whatever
// quotation marks and brackets stand behind the full stop.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, "\"'”’»“)] \u00a0")
	last, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".!?…。！？।؟۔", last) && s != ""
}

// plainBlocks makes every paragraph of a text without furniture a block; those
// that say the title are headlines.
func plainBlocks(text, title string) []Block {
	var blocks []Block
	for _, l := range unwrap(text, splitLines(text)) {
		if l.Empty() {
			continue
		}
		kind := Paragraph
		if title != "" && tidy(l.Of(text)) == tidy(title) {
			kind = Headline
		}
		blocks = append(blocks, Block{l.Span, kind})
	}
	return blocks
}
