package article

import (
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"strings"
)

// entry is an article as JSON gives it. Unknown keys are left alone, since
// people's own files carry more.
type entry struct {
	URL       string `json:"url"`
	Title     string `json:"title"`
	Publisher string `json:"publisher"`
	Published string `json:"published"` // RFC 3339, a date, or a common written form
	Authors   names  `json:"authors"`
	Language  string `json:"language"`
	Text      string `json:"text"` // plain; paragraphs are lines or stand between blank lines
}

// names is a list of names, or one name.
type names []string

// UnmarshalJSON accepts a list of strings, a string or null.
func (n *names) UnmarshalJSON(data []byte) error {
	var one string
	if json.Unmarshal(data, &one) == nil {
		if *n = nil; one != "" {
			*n = names{one}
		}
		return nil
	}
	return json.Unmarshal(data, (*[]string)(n))
}

// isJSON accepts what begins like an object or a list of objects.
func isJSON(text string) bool {
	text = strings.TrimSpace(text)
	if list, ok := strings.CutPrefix(text, "["); ok {
		text = strings.TrimSpace(list)
	}
	object, ok := strings.CutPrefix(text, "{")
	object = strings.TrimSpace(object)
	return ok && (strings.HasPrefix(object, `"`) || strings.HasPrefix(object, "}"))
}

// readJSON reads one object, a list of them, or one on each line.
func readJSON(text string) iter.Seq2[record, error] {
	switch {
	case !json.Valid([]byte(text)):
		return readLines(text)
	case strings.HasPrefix(strings.TrimSpace(text), "["):
		return readList(text)
	default:
		return func(yield func(record, error) bool) {
			yield(readEntry([]byte(text)))
		}
	}
}

func readList(text string) iter.Seq2[record, error] {
	return func(yield func(record, error) bool) {
		var list []json.RawMessage
		if err := json.Unmarshal([]byte(text), &list); err != nil {
			yield(record{}, broken(err))
			return
		}
		for i, data := range list {
			r, err := readEntry(data)
			r.number = i + 1
			if !yield(r, err) {
				return
			}
		}
	}
}

func readLines(text string) iter.Seq2[record, error] {
	return func(yield func(record, error) bool) {
		line, number := 0, 0
		for content := range strings.Lines(text) {
			line++
			if strings.TrimSpace(content) == "" {
				continue
			}
			number++
			r, err := readEntry([]byte(content))
			r.line, r.number = line, number
			if !yield(r, err) {
				return
			}
		}
	}
}

// readEntry makes an article of one object.
func readEntry(data []byte) (record, error) {
	var e entry
	if err := json.Unmarshal(data, &e); err != nil {
		return record{}, broken(err)
	}
	if strings.TrimSpace(e.Text) == "" {
		return record{}, fmt.Errorf(`%w: the key "text" is missing or empty`, ErrRecord)
	}
	a := Article{URL: e.URL, Title: e.Title, Publisher: e.Publisher, Authors: people(e.Authors), Language: e.Language, Text: e.Text}
	if e.Published != "" {
		var ok bool
		if a.Published, a.HasTime, ok = parseDate(e.Published); !ok {
			return record{}, fmt.Errorf(`%w: "published" is %q, not a date like 2021-12-02 or 2021-12-02T18:54:00Z`, ErrRecord, clip(e.Published))
		}
	}
	a.Blocks = plainBlocks(a.Text, a.Title)
	return record{Article: a}, nil
}

// clip shortens a value that an error quotes.
func clip(s string) string {
	const most = 40
	if runes := []rune(s); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return s
}

// broken says what is wrong with JSON in terms of the record, since its offset
// means nothing to the reader of the message.
func broken(err error) error {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		return fmt.Errorf("%w: not JSON (%v at byte %d)", ErrRecord, syntax, syntax.Offset)
	case errors.As(err, &kind) && kind.Field != "":
		return fmt.Errorf("%w: %q is a JSON %s, want %s", ErrRecord, kind.Field, kind.Value, kind.Type)
	default:
		return fmt.Errorf("%w: %v", ErrRecord, err)
	}
}
