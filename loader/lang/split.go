package lang

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"demarche/internal/span"
)

// longestRun is how many bytes may follow one another without a space; longer
// runs are no words, and cost the tokeniser time that grows with their square.
const longestRun = 400

// unglue cuts a block where one sentence follows another without a space
// ("the process.Russia's top diplomat", `guarantees"."Participation`), so that
// a segmenter that expects a space sees two texts. Line breaks cut too.
func unglue(text string, block span.Span, quotes []Quote) []span.Span {
	var pieces []span.Span
	begin, run := block.Begin, block.Begin
	cut := func(at int) {
		if piece := trim(text, span.Span{Begin: begin, End: at}); !piece.Empty() {
			pieces = append(pieces, piece)
		}
		begin = at
	}
	for at := block.Begin; at < block.End; {
		r, size := utf8.DecodeRuneInString(text[at:block.End])
		at += size
		if unicode.IsSpace(r) {
			run = at
		} else if at-run > longestRun {
			cut(at)
			run = at
		}
		switch r {
		case '\n':
			if strings.HasPrefix(strings.TrimLeft(text[at:block.End], " \t\r"), "\n") {
				cut(at)
			}
		case '.', '!', '?':
			end := at
			if q := closing(quotes, at); q > 0 && q > at {
				end = q
			}
			if glued(text, block, begin, at-size, end, quotes) {
				cut(end)
				at = max(at, end)
			}
		}
	}
	cut(block.End)
	return pieces
}

// closing returns the end of a quotation whose closing mark stands at the
// offset, or 0.
func closing(quotes []Quote, at int) int {
	end := 0
	for _, q := range quotes {
		if q.Begin >= at {
			break
		}
		if q.Level == 0 && q.Inner.End <= at && at < q.End {
			end = q.End
		}
	}
	return end
}

// glued reports whether a sentence ends with the stop at the offset and the
// next begins at end without a space between.
func glued(text string, block span.Span, begin, stop, end int, quotes []Quote) bool {
	if end >= block.End {
		return false
	}
	next, size := utf8.DecodeRuneInString(text[end:block.End])
	if next == '"' || next == '“' {
		opens := false
		for _, q := range quotes {
			if q.Begin == end {
				opens = true
				break
			}
		}
		if !opens {
			return false
		}
		next, _ = utf8.DecodeRuneInString(text[end+size : block.End])
	}
	if !unicode.IsUpper(next) {
		return false
	}
	word := text[begin:stop]
	if i := strings.LastIndexFunc(word, unicode.IsSpace); i >= 0 {
		word = word[i+1:]
	}
	if strings.ContainsAny(word, "/@.") || strings.HasPrefix(word, "www") {
		return false // an address, "U.S", "a.m"
	}
	last, _ := utf8.DecodeLastRuneInString(word)
	letters := strings.IndexFunc(word, unicode.IsLower) >= 0
	if !letters && utf8.RuneCountInString(word) > 2 {
		// An acronym ("NATO.Under") ends a sentence when a capitalised word follows, not another acronym.
		second, _ := utf8.DecodeRuneInString(text[end+size : block.End])
		letters = unicode.IsLower(second)
	}
	return last == ')' || last == ']' || last == '"' || last == '”' || unicode.IsDigit(last) || letters && utf8.RuneCountInString(word) > 2
}
