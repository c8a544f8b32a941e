package article

import (
	"regexp"
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

// The lengths of lines of text that was broken to fit a page.
const (
	wrapLeast = 45
	wrapMost  = 130
)

// unwrap joins the lines of paragraphs and headlines that were broken at a
// fixed width.
func unwrap(text string, lines []line) []line {
	var joined []line
	for i := 0; i < len(lines); {
		end := i + 1
		for end < len(lines) && !lines[i].Empty() && !lines[end].Empty() {
			end++
		}
		for _, run := range stretches(text, lines[i:end]) {
			if isWrapped(text, run) || isWrappedTitle(text, run) {
				joined = append(joined, line{run[0].Join(run[len(run)-1].Span)})
			} else {
				joined = append(joined, run...)
			}
		}
		i = end
	}
	return joined
}

// stretches divides lines without an empty one between: a byline and a date
// stand for themselves, and wires indent the first line of a paragraph.
func stretches(text string, run []line) [][]line {
	var all [][]line
	begin, alone := 0, len(run) > 1 && standsAlone(text, run[0])
	for i := 1; i < len(run); i++ {
		indented := indent(text, run[i]) >= indent(text, run[i-1])+2 && !startsLower(run[i].Of(text))
		before := alone
		alone = standsAlone(text, run[i])
		if indented || before || alone {
			all = append(all, run[begin:i])
			begin = i
		}
	}
	return append(all, run[begin:])
}

// indent counts the spaces before a line.
func indent(text string, l line) int {
	before := text[:l.Begin]
	return len(before) - len(strings.TrimRight(before, " \t"))
}

// standsAlone reports whether a line is a byline or a date. No line amid
// broken text is as short as those, and the last of a paragraph ends a sentence.
func standsAlone(text string, l line) bool {
	s := l.Of(text)
	if l.Empty() || l.Len() >= wrapLeast || endsSentence(s) {
		return false
	}
	words := countWords(s)
	return isStamp(s, words) || isByline(s, words)
}

// linking words neither end a headline nor, in one that is set in capitals, begin it.
var linking = regexp.MustCompile(`^(?i:of|on|to|as|for|and|with|at|from|into|over|amid|under|but|or|in|the|by|after|against)$`)

// goesOn reports whether a headline goes on from one line to the next: in
// lower case, or in capitals with a linking word at the break.
func goesOn(before, next string) bool {
	a, b := strings.Fields(before), strings.Fields(next)
	if startsLower(next) {
		return len(a) >= 4
	}
	return isCapitals(before) && isCapitals(next) && len(a) >= 3 && len(b) >= 2 && (linking.MatchString(a[len(a)-1]) || linking.MatchString(b[0]))
}

// isWrappedTitle reports whether lines without an empty one between are a
// single headline: every line goes on from the one before.
func isWrappedTitle(text string, run []line) bool {
	if len(run) < 2 || len(run) > 3 || run[0].Len() > wrapMost || countWords(run[0].Of(text)) < 3 || startsLower(run[0].Of(text)) {
		return false
	}
	for i, l := range run {
		s := l.Of(text)
		words := countWords(s)
		if words == 0 || words > manyWords || classify(s, words) != short || i > 0 && !goesOn(run[i-1].Of(text), s) {
			return false
		}
	}
	last, _ := utf8.DecodeLastRuneInString(run[0].Of(text))
	return !strings.ContainsRune(":;", last)
}

// isWrapped reports whether lines without an empty one between are a single
// paragraph: they are about as long as a page is wide, most break off within a
// sentence, and most go on in lower case, which lists of headlines do not.
func isWrapped(text string, run []line) bool {
	if len(run) < 2 {
		return false
	}
	ended, lower := 0, 0
	for i, l := range run[:len(run)-1] {
		if l.Len() < wrapLeast || l.Len() > wrapMost {
			return false
		}
		if endsSentence(l.Of(text)) {
			ended++
		}
		if startsLower(run[i+1].Of(text)) {
			lower++
		}
	}
	breaks := len(run) - 1
	return ended*2 < breaks+1 && lower*2 >= breaks
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
