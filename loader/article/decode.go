package article

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
	"io"
	"iter"
	"path/filepath"
	"regexp"
	"strings"
	"time"

	"github.com/RadhiFadlillah/whatlanggo"
)

// format is one kind of file. The first whose sniff accepts the decoded text
// reads it.
type format struct {
	name   string
	single bool // whether a file is one article
	sniff  func(text string) bool
	read   func(text string) iter.Seq2[record, error]
}

// record is what a format finds: an article whose name, language and digest
// are still missing, and where in the file it was.
type record struct {
	Article
	line   int // from 1; 0 when the format has no lines
	number int // from 1; 0 when the file is the record
}

// formats lists everything that can be read, in the order of trying. Content
// decides, since a file's name is often wrong or missing.
func formats() []format {
	return []format{
		{"json", false, isJSON, readJSON},
		{"feed", false, isFeed, readFeed},
		{"html", true, isHTML, readHTML},
		{"text", true, isText, readText},
	}
}

// FormatOf names the format that content would be read as: "json" (an object,
// an array or JSON Lines), "feed" (RSS, Atom), "html" or "text". It is empty
// for content that is not text.
func FormatOf(data []byte) string {
	text, err := decodeText(data)
	if err != nil {
		return ""
	}
	return formatOf(text).name
}

func formatOf(text string) format {
	all := formats()
	for _, f := range all {
		if f.sniff(text) {
			return f
		}
	}
	return all[len(all)-1]
}

// Decode yields the articles in the content of one file, which is not
// compressed; name stands for it in Source and in errors. A record that cannot
// be read is yielded as an *Error and the rest goes on.
func Decode(name string, data []byte) iter.Seq2[Article, error] {
	return func(yield func(Article, error) bool) {
		if len(data) > MaxSize {
			yield(named(name), &Error{Source: name, Err: ErrTooBig})
			return
		}
		text, err := decodeText(data)
		if err != nil {
			yield(named(name), &Error{Source: name, Err: err})
			return
		}
		f := formatOf(text)
		if f.single && len(text) > maxPage {
			yield(named(name), &Error{Source: name, Err: ErrPageTooBig})
			return
		}
		for r, err := range f.read(text) {
			if err == nil {
				err = r.check()
			}
			source := name
			if r.number > 0 {
				source = fmt.Sprintf("%s#%d", name, r.number)
			}
			if err != nil {
				if !yield(named(source), &Error{Source: name, Line: r.line, Record: r.number, Err: err}) {
					return
				}
				continue
			}
			if !yield(finish(r.Article, source), nil) {
				return
			}
		}
	}
}

// check refuses a record without running text.
func (r record) check() error {
	for _, b := range r.Blocks {
		if b.Kind == Paragraph {
			return nil
		}
	}
	return ErrNotArticle
}

// finish fills in what every format has in common.
func finish(a Article, source string) Article {
	a.Source, a.File = source, filepath.Base(source)
	a.Title, a.Publisher = tidy(a.Title), tidy(a.Publisher)
	if a.Published.IsZero() {
		a.Published = dayInName(a.File)
	}
	if !a.HasTime && !a.Published.IsZero() {
		a.Published = day(a.Published)
	}
	if a.Language == "" {
		a.Language = languageOf(a)
	}
	a.Digest = digest(a)
	return a
}

var isoDay = regexp.MustCompile(`(?:19|20)\d{2}-[01]\d-[0-3]\d`)

// dayInName is the day that a file's name gives, as archives name their files
// ("post_2016-03-18_why.txt"); zero when it gives none.
func dayInName(name string) time.Time {
	t, err := time.Parse(time.DateOnly, isoDay.FindString(name))
	if err != nil {
		return time.Time{}
	}
	return t
}

// day is midnight UTC of the date that t shows where it was written.
func day(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}

// tidy puts single spaces between the words of a metadata value.
func tidy(s string) string { return strings.Join(strings.Fields(s), " ") }

// languageSample is how much text is enough to tell a language.
const languageSample = 1600

// languageOf detects the language of the article's own text.
func languageOf(a Article) string {
	var sample strings.Builder
	for _, b := range a.Blocks {
		if sample.Len() > languageSample {
			break
		}
		sample.WriteString(b.Of(a.Text))
		sample.WriteByte(' ')
	}
	found := whatlanggo.Detect(sample.String())
	if !found.IsReliable() && sample.Len() < languageSample/10 {
		return ""
	}
	return found.Lang.Iso6391()
}

// digest hashes what makes two copies the same article, so that furniture and
// the name of the file make no difference.
func digest(a Article) string {
	h := sha256.New()
	field(h, a.Title)
	field(h, a.Publisher)
	field(h, a.Published.Format(time.DateOnly))
	field(h, strings.Join(a.Authors, "\n"))
	for _, b := range a.Blocks {
		field(h, b.Of(a.Text))
	}
	return hex.EncodeToString(h.Sum(nil))
}

// field adds one value with its length, so that no two lists of values hash alike.
func field(h hash.Hash, value string) {
	_, _ = io.WriteString(h, fmt.Sprintf("%d:%s", len(value), value)) // a hash never fails
}
