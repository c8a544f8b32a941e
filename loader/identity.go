package loader

import (
	"crypto/sha256"
	"encoding/hex"
	"net/url"
	"path"
	"strings"
	"time"
	"unicode"

	"github.com/cayleygraph/quad"

	"demarche/internal/topic"
	"demarche/loader/article"
)

// slugLength is how many bytes of a title or address an IRI shows: enough to
// recognise the article, while the hash behind it identifies.
const slugLength = 60

// IRI returns the IRI of an article, which is also the label of its quads. It
// depends on the address alone or, without one, on publisher, day and title:
// an article whose text was changed keeps it.
func IRI(a article.Article) quad.IRI {
	const prefix = "demarche:article/"
	if address, err := url.Parse(strings.TrimSpace(a.URL)); err == nil && address.Host != "" {
		host := strings.TrimPrefix(strings.ToLower(address.Hostname()), "www.")
		last := path.Base(address.Path)
		last = strings.TrimSuffix(last, path.Ext(last))
		return quad.IRI(prefix + joined(slug(host, "."), slug(last, "-")) + "-" + hash(address.String()))
	}
	day := "undated"
	if !a.Published.IsZero() {
		day = a.Published.UTC().Format(time.DateOnly)
	}
	return quad.IRI(prefix + joined(day, slug(a.Publisher, "-"), slug(a.Title, "-")) + "-" + hash(a.Publisher, day, a.Title))
}

// joined puts the parts that say something into one path.
func joined(parts ...string) string {
	var kept []string
	for _, part := range parts {
		if part != "" {
			kept = append(kept, part)
		}
	}
	return strings.Join(kept, "/")
}

// slug writes a text in lower-case letters and digits with one separator
// between words, at most slugLength bytes, cut between words where possible.
func slug(text, separator string) string {
	words := strings.FieldsFunc(strings.ReplaceAll(topic.Fold(text), "'", ""), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
	var short strings.Builder
	for i, word := range words {
		if i > 0 {
			word = separator + word
		}
		if short.Len()+len(word) > slugLength {
			if i == 0 {
				short.WriteString(strings.ToValidUTF8(word[:slugLength], ""))
			}
			break
		}
		short.WriteString(word)
	}
	return short.String()
}

// hash returns 16 hexadecimal digits that identify the parts, in their order.
func hash(parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return hex.EncodeToString(sum[:8])
}

// safeURL returns the address in the form that an IRI may have, or "".
func safeURL(text string) string {
	address, err := url.Parse(strings.TrimSpace(text))
	if err != nil || address.Host == "" {
		return ""
	}
	safe := address.String()
	return strings.NewReplacer("<", "%3C", ">", "%3E", `"`, "%22", " ", "%20", "{", "%7B", "}", "%7D",
		"|", "%7C", `\`, "%5C", "^", "%5E", "`", "%60").Replace(safe)
}
