package schema

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// folder walks over the words of a text in the form in which they are
// compared: lower case, without diacritics and full stops. Hyphens,
// apostrophes and everything else that is no letter or digit end a word, so
// that "Guinea-Bissau" and "Guinea Bissau", or "Russia's" and "Russia 's", are
// the same words however they were cut into tokens.
//
// It lives on the caller's stack: following a text through it allocates nothing.
type folder struct {
	rest     string
	translit bool // fold the spellings of transliterated personal names, too
	buffer   [wordMax]byte
	second   [wordMax]byte
}

// wordMax is how many bytes of a word count. Longer words are compared by
// their beginnings.
const wordMax = 64

// next returns the next word, valid until the following call, or nil at the end.
func (f *folder) next() []byte {
	n, started := 0, false
	for f.rest != "" {
		c := f.rest[0]
		if c < utf8.RuneSelf {
			f.rest = f.rest[1:]
			switch {
			case 'a' <= c && c <= 'z' || '0' <= c && c <= '9':
				n, started = f.put(n, c), true
			case 'A' <= c && c <= 'Z':
				n, started = f.put(n, c+'a'-'A'), true
			case c == '.':
			case started:
				return f.finish(n)
			}
			continue
		}
		r, size := utf8.DecodeRuneInString(f.rest)
		before := n
		n = f.putRune(n, r, f.rest[:size])
		f.rest = f.rest[size:]
		if n > before {
			started = true
		} else if started && !unicode.Is(unicode.Mn, r) {
			return f.finish(n)
		}
	}
	if !started {
		return nil
	}
	return f.finish(n)
}

func (f *folder) put(n int, c byte) int {
	if n < wordMax {
		f.buffer[n] = c
		n++
	}
	return n
}

// putRune appends what a rune beyond ASCII counts as: nothing for a mark or
// a sign, base letters for an accented one.
func (f *folder) putRune(n int, r rune, encoded string) int {
	for _, c := range []byte(plainLetters(r)) {
		n = f.put(n, c)
	}
	if plainLetters(r) != "" || !unicode.IsLetter(r) {
		return n
	}
	if parts := norm.NFD.PropertiesString(encoded).Decomposition(); len(parts) > 0 {
		r, _ = utf8.DecodeRune(parts)
	}
	r = unicode.ToLower(r)
	if n+utf8.RuneLen(r) > wordMax {
		return n
	}
	return n + utf8.EncodeRune(f.buffer[n:], r)
}

// plainLetters spells the Latin letters that Unicode does not decompose.
func plainLetters(r rune) string {
	switch r {
	case 'ø', 'Ø':
		return "o"
	case 'ł', 'Ł':
		return "l"
	case 'đ', 'Đ', 'ð', 'Ð':
		return "d"
	case 'ı':
		return "i"
	case 'ə', 'Ə':
		return "a"
	case 'ß':
		return "ss"
	case 'æ', 'Æ':
		return "ae"
	case 'œ', 'Œ':
		return "oe"
	case 'þ', 'Þ':
		return "th"
	}
	return ""
}

func (f *folder) finish(n int) []byte {
	if f.translit {
		return f.transliterated(f.buffer[:n])
	}
	return f.buffer[:n]
}

// key joins the words of a text, without a leading "the".
func key(text string, translit bool) string {
	f := folder{rest: text, translit: translit}
	var b strings.Builder
	first := ""
	for n := 0; ; n++ {
		word := f.next()
		if word == nil {
			break
		}
		if n == 0 && string(word) == "the" {
			first = "the"
			n--
			continue
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.Write(word)
	}
	if b.Len() == 0 {
		return first
	}
	return b.String()
}

// NameKey returns the form under which names of persons are compared. Two
// spellings of one name have the same key:
//
//   - case, diacritics, punctuation and a leading "the" do not count
//     (Nicolás/Nicolas, Amir-Abdollahian/Amir Abdollahian);
//   - a final run of i, y and j is one i (Yuri/Yury/Yuriy/Yurii,
//     Zelensky/Zelenskyy/Zelenskiy, Sergei/Sergey), but the vowel before it
//     counts, so that Andrei and Andriy, or Alexei and Oleksii, stay distinct;
//   - x is ks (Alexei/Aleksei), kh behind the first letter is h
//     (Mikhail/Mihail), a leading Ye is E (Yevgeny/Evgeny), a leading Iu or Ia
//     is Yu or Ya;
//   - ya and yu behind a consonant are ia and iu (Ryabkov/Riabkov), iya and
//     iia are ia (Mariya/Mariia/Maria), -ych is -ich, -yov is -yev;
//   - a few given names that occur in many spellings are one
//     (Alexander/Aleksandr, Mohammed/Muhammad, Hussein/Hossein).
//
// Forms of a name in different languages are different names: Vladimir and
// Volodymyr, Sergey and Serhiy, Alexander and Oleksandr.
func NameKey(name string) string { return key(name, true) }

// plainKey is NameKey without the folding of transliterations, for all that
// is no person.
func plainKey(name string) string { return key(name, false) }

// sameName lists given names with many spellings, in lower case, and the one
// that stands for them. It is read only.
var sameName = map[string]string{
	"aleksandr": "alexander", "alexandr": "alexander", "aleksander": "alexander", "alyaksandr": "alexander",
	"mohammed": "mohammad", "muhammad": "mohammad", "muhammed": "mohammad", "mohamed": "mohammad", "mohamad": "mohammad", "mohamud": "mohammad",
	"ahmed": "ahmad", "hossein": "hussein", "hussain": "hussein", "husayn": "hussein", "husein": "hussein", "hosein": "hussein",
	"yusuf": "youssef", "yousef": "youssef", "yousuf": "youssef", "yusef": "youssef", "youssuf": "youssef",
	"abdulla": "abdullah", "abdallah": "abdullah", "mahmud": "mahmoud", "khaled": "khalid",
	"piotr": "pyotr", "petr": "pyotr", "fedor": "fyodor", "artem": "artyom", "semyon": "semen",
}

// transliterated applies the foldings that NameKey documents to one word.
func (f *folder) transliterated(word []byte) []byte {
	if len(word) < 3 {
		return word
	}
	if same, ok := sameName[string(word)]; ok {
		word = f.buffer[:copy(f.buffer[:], same)]
	}
	switch {
	case len(word) > 4 && word[0] == 'y' && word[1] == 'e':
		word = word[1:]
	case word[0] == 'i' && (word[1] == 'u' || word[1] == 'a') && len(word) > 3:
		word[0] = 'y'
	}
	out := f.second[:0]
	for i, c := range word {
		next, after := at(word, i+1), at(word, i+2)
		switch {
		case c == 'x':
			out = append(out, 'k', 's')
		case c == 'k' && next == 'h' && i > 0:
		case c == 'y' && i > 0 && !vowel(word[i-1]) && (next == 'a' || next == 'u'):
			out = append(out, 'i')
		case (c == 'y' || c == 'i') && i > 0 && word[i-1] == 'i' && vowel(next):
		case c == 'y' && next == 'c' && after == 'h' && i+3 == len(word) && i > 0:
			out = append(out, 'i')
		case c == 'o' && next == 'v' && i+2 == len(word) && i > 0 && word[i-1] == 'y':
			out = append(out, 'e')
		default:
			out = append(out, c)
		}
		if len(out) > wordMax-2 {
			break
		}
	}
	end := len(out)
	for end > 0 && (out[end-1] == 'i' || out[end-1] == 'y' || out[end-1] == 'j') {
		end--
	}
	if end >= 2 && end < len(out) {
		out = append(out[:end], 'i')
	}
	return out
}

func at(word []byte, i int) byte {
	if i < len(word) {
		return word[i]
	}
	return 0
}

func vowel(c byte) bool {
	switch c {
	case 'a', 'e', 'i', 'o', 'u', 'y':
		return true
	}
	return false
}

// Slug returns the form of a name that serves as an id: lower-case letters and
// digits with single hyphens between the words, and nothing for apostrophes
// ("european-peoples-party").
func Slug(name string) string {
	f := folder{rest: withoutApostrophes.Replace(name)}
	var b strings.Builder
	for word := f.next(); word != nil; word = f.next() {
		if b.Len() > 0 {
			b.WriteByte('-')
		}
		b.Write(word)
	}
	return b.String()
}

var withoutApostrophes = strings.NewReplacer("'", "", "’", "", "‘", "", "ʼ", "", "`", "")

// letterCase says how a word is written.
type letterCase uint8

// The cases, from the least to the most demanding: a text in one case
// satisfies every name that asks for that case or a lesser one.
const (
	lowerCase   letterCase = iota // iranian
	initialCase                   // Nato
	upperCase                     // WHO, U.S.
	letterCases
)

// caseOf returns how a word is written. A word without letters counts as upper
// case, since it cannot be mistaken for another one.
func caseOf(word string) letterCase {
	first, lower := rune(0), false
	for _, r := range word {
		if !unicode.IsLetter(r) {
			continue
		}
		if first == 0 {
			first = r
		}
		lower = lower || unicode.IsLower(r)
	}
	switch {
	case first == 0 || !lower:
		return upperCase
	case unicode.IsUpper(first):
		return initialCase
	}
	return lowerCase
}
