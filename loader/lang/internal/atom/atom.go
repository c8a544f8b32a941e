// Package atom cuts text into the smallest pieces that a word can begin or end at.
//
// An Atom is a run of letters, a run of digits, a run of the same mark, an address of the
// internet, or any other single character; white space lies between atoms. Every character
// but white space belongs to exactly one atom. Invalid bytes are characters of one byte.
// Offsets are bytes, half-open.
package atom

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Space is what stands in front of an atom.
type Space uint8

// The kinds of space.
const (
	None  Space = iota
	Blank       // spaces and tabs
	Line        // with one line break
	Empty       // with an empty line
)

// Atom is text[Begin:End].
type Atom struct {
	Begin, End int
	Space      Space
}

// maxRun bounds the bytes of an atom; longer runs are cut. No word is that long.
const maxRun = 200

// address begins an internet or mail address; it goes on to the next white space but closing marks.
var address = regexp.MustCompile(`^(?i:(?:https?|ftp)://|www\.|mailto:|[a-z0-9._%+-]{1,64}@[a-z0-9-]{1,64}\.[a-z])`)

// Merged tells words that are written as one: the key is what is written, in small letters, the value where its second
// word begins, in bytes ("cannot": 3). Keys are ASCII.
type Merged map[string]int

// Split appends the atoms of text[begin:end] to into. Merged words are cut.
func Split(text string, begin, end int, merged Merged, into []Atom) []Atom {
	space := Empty
	for at := begin; at < end; {
		r, size := utf8.DecodeRuneInString(text[at:end])
		if unicode.IsSpace(r) {
			at, space = skip(text, at, end)
			continue
		}
		next := at + size
		switch {
		case isLetter(r):
			if last := addressEnd(text[at:end]); last > 0 && (space != None || at == begin || strings.ContainsAny(text[at-1:at], "([<\"':")) {
				next = at + last
				break
			}
			next = at + run(text[at:end], isLetter)
			next = at + cutNot(text[at:end], next-at)
			if second := merged[strings.ToLower(text[at:next])]; second > 0 && second < next-at {
				into = append(into, Atom{at, at + second, space})
				at, space = at+second, None
			}
		case isDigit(r):
			next = at + run(text[at:end], isDigit)
		case strings.ContainsRune(repeated, r):
			next = at + run(text[at:end], func(other rune) bool { return other == r })
		}
		into = append(into, Atom{at, next, space})
		at, space = next, None
	}
	return into
}

// repeated are marks whose runs are one atom: dots, dashes, rules.
const repeated = ".!?-–—=*_~#+<>…"

func isLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z'
	}
	return unicode.IsLetter(r) || unicode.IsMark(r)
}

func isDigit(r rune) bool {
	if r < utf8.RuneSelf {
		return '0' <= r && r <= '9'
	}
	return unicode.IsDigit(r)
}

// run is the length of the longest beginning of characters of one kind.
func run(text string, kind func(rune) bool) int {
	at := 0
	for at < len(text) {
		r, size := utf8.DecodeRuneInString(text[at:])
		if at > 0 && (!kind(r) || at+size > maxRun) {
			break
		}
		at += size
	}
	return at
}

// skip passes white space.
func skip(text string, at, end int) (int, Space) {
	lines := 0
	for at < end {
		r, size := utf8.DecodeRuneInString(text[at:end])
		if !unicode.IsSpace(r) {
			break
		}
		if r == '\n' || r == '\u2028' || r == '\u2029' {
			lines++
		}
		at += size
	}
	switch lines {
	case 0:
		return at, Blank
	case 1:
		return at, Line
	}
	return at, Empty
}

// cutNot shortens a run of letters in front of "n't": "don" is "do" and the beginning of "n't".
func cutNot(text string, length int) int {
	if length < 2 || text[length-1] != 'n' && text[length-1] != 'N' {
		return length
	}
	rest := text[length:]
	r, size := utf8.DecodeRuneInString(rest)
	if r != '\'' && r != '’' || len(rest) <= size || rest[size] != 't' && rest[size] != 'T' {
		return length
	}
	if after, _ := utf8.DecodeRuneInString(rest[size+1:]); isLetter(after) {
		return length
	}
	return length - 1
}

// addressEnd is the length of an internet address at the beginning of the text, or 0.
func addressEnd(text string) int {
	head := text[:min(len(text), maxRun)]
	if end := strings.IndexFunc(head, unicode.IsSpace); end >= 0 {
		head = head[:end]
	}
	if !strings.ContainsAny(head, ":@") && !strings.HasPrefix(strings.ToLower(head[:min(len(head), 4)]), "www.") || !address.MatchString(head) {
		return 0
	}
	if end := strings.IndexAny(head, "<>\"[]{}|“”"); end > 0 {
		head = head[:end]
	}
	return len(strings.TrimRight(head, ".,;:!?)'’"))
}
