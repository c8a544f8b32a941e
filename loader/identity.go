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
// an article whose text was changed keeps it. Where these say too little to
// tell two articles apart (no title, or neither publisher nor day), the text
// decides, and a changed text is another article.
func IRI(a article.Article) quad.IRI {
	const prefix = "demarche:article/"
	if address, err := url.Parse(strings.TrimSpace(a.URL)); err == nil && address.Host != "" {
		host := strings.TrimPrefix(strings.ToLower(address.Hostname()), "www.")
		last := path.Base(address.Path)
		last = strings.TrimSuffix(last, path.Ext(last))
		return quad.IRI(prefix + joined(slug(host, "."), slug(last, "-")) + "-" + hash(canonical(address)))
	}
	day := "undated"
	if !a.Published.IsZero() {
		day = a.Published.UTC().Format(time.DateOnly)
	}
	parts := []string{a.Publisher, day, a.Title}
	if a.Title == "" || a.Publisher == "" && a.Published.IsZero() {
		parts = append(parts, a.Digest)
	}
	return quad.IRI(prefix + joined(day, slug(a.Publisher, "-"), slug(a.Title, "-")) + "-" + hash(parts...))
}

// canonical writes an address so that the ways to one page are one: without
// scheme, "www.", fragment and the parameters that only say where a reader
// came from.
func canonical(address *url.URL) string {
	values := address.Query()
	for name := range values {
		if lower := strings.ToLower(name); strings.HasPrefix(lower, "utm_") || lower == "fbclid" || lower == "gclid" {
			values.Del(name)
		}
	}
	page := strings.TrimPrefix(strings.ToLower(address.Host), "www.") + strings.TrimSuffix(address.EscapedPath(), "/")
	if query := values.Encode(); query != "" {
		page += "?" + query
	}
	return page
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
