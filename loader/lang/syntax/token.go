package syntax

import (
	"unicode"
	"unicode/utf8"
)

// Token is what the model says of one word.
type Token struct {
	XPOS  string // Penn tag, such as "VBZ"
	UPOS  string // universal tag, such as "VERB"
	Lemma string
	Head  int    // index of the governing word, from 0; -1 for the root
	Rel   string // universal relation to the head, with subtype, such as "nsubj:pass"
}

// form is a word as the features see it: hashes of the word and its parts.
type form struct {
	exact, lower uint64    // as written; in lower case with all digits alike
	suffix       [5]uint64 // of 1 to 5 letters, 0 where the word is no longer than that
	prefix       [4]uint64 // of 1 to 4 letters
	shape        uint64    // "Xxx-d" and the like
	fine, coarse uint64    // word clusters, 0 for unknown words
	class        uint64    // the tags that the training data give the word
	sure         uint64    // the only Penn tag that the word can have, from 1; 0 where there are more
	xpos, upos   uint64    // tags, from 1; 0 is not yet known
	ahead        uint64    // XPOS that the first pass of the tagger gave
}

const (
	offset = 0xcbf29ce484222325
	prime  = 0x100000001b3
)

func hashString(s string) uint64 {
	hash := uint64(offset)
	for i := range len(s) {
		hash = (hash ^ uint64(s[i])) * prime
	}
	return hash
}

// maxLetters bounds the letters of a word that features look at: longer words are URLs and noise.
const maxLetters = 48

// look fills in what the word itself tells.
func (f *form) look(word string) {
	*f = form{exact: offset, lower: offset, shape: offset}
	var letters [maxLetters]uint64
	count := 0
	var last uint64
	run := 0
	for i := 0; i < len(word) && count < maxLetters; {
		r, size := rune(word[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(word[i:])
		}
		i += size
		f.exact = (f.exact ^ uint64(r)) * prime
		kind := uint64('x')
		switch {
		case 'a' <= r && r <= 'z':
		case 'A' <= r && r <= 'Z':
			kind, r = 'X', r+'a'-'A'
		case '0' <= r && r <= '9':
			kind, r = 'd', '0'
		case r < utf8.RuneSelf:
			kind = uint64(r)
		case unicode.IsUpper(r):
			kind, r = 'X', unicode.ToLower(r)
		case unicode.IsLetter(r):
		case r == '’' || r == '‘':
			kind, r = '\'', '\''
		default:
			kind = uint64(r)
		}
		// Runs of one kind count as up to two, so that long words look like short ones.
		if kind == last {
			run++
		} else {
			last, run = kind, 1
		}
		if run <= 2 {
			f.shape = (f.shape ^ kind) * prime
		}
		letters[count] = uint64(r)
		f.lower = (f.lower ^ uint64(r)) * prime
		count++
		if count <= len(f.prefix) {
			f.prefix[count-1] = f.lower
		}
	}
	hash := uint64(offset)
	for i := range min(len(f.suffix), count-1) {
		hash = (hash ^ letters[count-1-i]) * prime
		f.suffix[i] = hash
	}
}
