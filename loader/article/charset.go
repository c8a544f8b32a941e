package article

import (
	"bytes"
	"fmt"
	"net/http"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/gogs/chardet"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"
)

// head is how much of a file is looked at to tell what it is.
const head = 4096

// declared finds the encoding that an HTML or XML document claims.
var declared = regexp.MustCompile(`(?i)<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([a-z0-9_:-]+)`)

// decodeText turns bytes into UTF-8 without a byte order mark. In this order
// it trusts a byte order mark, valid UTF-8, what the document declares, and
// what the bytes look like.
func decodeText(data []byte) (string, error) {
	if len(bytes.TrimSpace(data)) == 0 {
		return "", ErrEmpty
	}
	text, err := toUTF8(data)
	if err != nil {
		return "", err
	}
	if kind, binary := looksBinary(text); binary {
		return "", fmt.Errorf("%w (%s)", ErrBinary, kind)
	}
	return text, nil
}

func toUTF8(data []byte) (string, error) {
	switch {
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		if data = data[3:]; utf8.Valid(data) {
			return string(data), nil
		}
		return "", fmt.Errorf("%w (it begins like UTF-8 but is not)", ErrEncoding)
	case bytes.HasPrefix(data, []byte("\xff\xfe")), bytes.HasPrefix(data, []byte("\xfe\xff")):
		return convert(data, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), "UTF-16")
	case utf8.Valid(data) && bytes.IndexByte(data, 0) < 0:
		return string(data), nil
	}
	if wide, order := looksUTF16(data); wide {
		return convert(data, unicode.UTF16(order, unicode.IgnoreBOM), "UTF-16")
	}
	if kind, binary := looksBinary(string(data[:min(head, len(data))])); binary {
		return "", fmt.Errorf("%w (%s)", ErrBinary, kind)
	}
	label := ""
	if found := declared.FindSubmatch(data[:min(head, len(data))]); found != nil {
		label = string(found[1])
	}
	// A document that claims UTF-8 and is not was mangled on its way or never
	// was; what its bytes look like is then the better guess.
	if codec, name := charset.Lookup(label); codec != nil && name != "utf-8" {
		return convert(data, codec, name)
	}
	return detect(data)
}

// detect converts text whose encoding only its bytes can tell.
func detect(data []byte) (string, error) {
	guess, err := chardet.NewTextDetector().DetectBest(data)
	if err != nil {
		return "", ErrEncoding
	}
	codec, name := charset.Lookup(guess.Charset)
	if codec == nil {
		return "", fmt.Errorf("%w (it looks like %s)", ErrEncoding, guess.Charset)
	}
	return convert(data, codec, name)
}

// convert decodes data and refuses a result that shows the codec was wrong.
func convert(data []byte, codec encoding.Encoding, name string) (string, error) {
	out, err := codec.NewDecoder().Bytes(data)
	if err != nil {
		return "", fmt.Errorf("%w (as %s: %v)", ErrEncoding, name, err)
	}
	// One broken character in a hundred is damage; more is another encoding.
	if broken := bytes.Count(out, []byte("\ufffd")); broken*100 > utf8.RuneCount(out) {
		return "", fmt.Errorf("%w (it is not %s)", ErrEncoding, name)
	}
	return strings.ToValidUTF8(string(out), "\ufffd"), nil
}

// looksUTF16 recognises UTF-16 without a byte order mark: in Western text
// every other byte is zero.
func looksUTF16(data []byte) (bool, unicode.Endianness) {
	var zeros [2]int
	sample := data[:min(head, len(data))]
	for i, b := range sample {
		if b == 0 {
			zeros[i%2]++
		}
	}
	half := len(sample) / 2
	switch {
	case half < 8:
		return false, unicode.BigEndian
	case zeros[0] > half*3/4 && zeros[1] < half/20+1:
		return true, unicode.BigEndian
	case zeros[1] > half*3/4 && zeros[0] < half/20+1:
		return true, unicode.LittleEndian
	default:
		return false, unicode.BigEndian
	}
}

// looksBinary tells what is no text by bytes that text does not have, and
// names its kind. Magic numbers alone do not decide: that of bitmaps is "BM",
// and articles on car makers begin like that too.
func looksBinary(text string) (kind string, binary bool) {
	sample := text[:min(head, len(text))]
	kind, _, _ = strings.Cut(http.DetectContentType([]byte(sample)), ";")
	if kind == "application/pdf" || kind == "application/postscript" {
		return kind, true
	}
	zeros, control := 0, 0
	for i := 0; i < len(sample); i++ {
		if c := sample[i]; c == 0 {
			zeros++
		} else if c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' {
			control++
		}
	}
	return kind, zeros > 0 || control*50 > len(sample)
}
