package tally

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"
)

// Article is what a file in the interchange format says of one text.
type Article struct {
	File    string // without its folder
	meta    *record
	records map[string][]*record // by kind: "persons", "roles", "statements", "demands", "events", "positions"
	told    map[string]bool      // the kinds that it has a list of, empty or not
}

// record is an article's metadata, a person, a role, a statement, a demand, an event or a position: what it holds by the
// names of the interchange format. A field that is null has an empty text; one that was not given has no entry.
type record struct {
	texts      map[string]string
	names      map[string][]string
	spans      map[string]passages
	confidence float64            // 0 to 1; 1 where the system does not tell
	signs      map[string]float64 // what the confidence rests on, where the system tells
}

// Read reads articles in the interchange format. An error names the input and the line.
func Read(data []byte, name string) ([]Article, error) {
	var articles []Article
	seen, number := map[string]bool{}, 0
	for line := range bytes.SplitSeq(data, []byte("\n")) {
		number++
		if len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		a, err := readArticle(line)
		if err == nil && seen[a.File] {
			err = fmt.Errorf("second article for %s", a.File)
		}
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, number, err)
		}
		seen[a.File] = true
		articles = append(articles, a)
	}
	return articles, nil
}

func readArticle(line []byte) (Article, error) {
	var object map[string]any
	if err := json.Unmarshal(line, &object); err != nil {
		return Article{}, err
	}
	file, _ := object["file"].(string)
	a := Article{File: file[strings.LastIndexAny(file, `/\`)+1:], records: map[string][]*record{}, told: map[string]bool{}}
	if a.File == "" {
		return a, errors.New("no file name in `file`")
	}
	var err error
	if a.meta, err = readRecord(object); err != nil {
		return a, err
	}
	for _, kind := range []string{"persons", "statements", "demands", "events", "positions"} {
		if _, a.told[kind] = object[kind]; kind == "persons" {
			a.told["roles"] = a.told[kind]
		}
		for i, item := range objects(object[kind]) {
			r, err := readRecord(item)
			if err != nil {
				return a, fmt.Errorf("%s[%d].%w", kind, i, err)
			}
			a.records[kind] = append(a.records[kind], r)
			if kind == "persons" {
				a.records["roles"] = append(a.records["roles"], roles(r, item["roles"])...)
			}
		}
	}
	return a, nil
}

// roles makes records of the roles of a person.
func roles(person *record, value any) []*record {
	var all []*record
	for _, role := range objects(value) {
		title, _ := role["title"].(string)
		of, _ := role["of"].(string)
		sure, ok := role["confidence"].(float64)
		if !ok {
			sure = 1
		}
		r := &record{texts: map[string]string{"person": person.texts["name"], "title": title, "of": of}, confidence: sure}
		if where, ok := role["where"].(string); ok {
			r.texts["where"] = where
		}
		all = append(all, r)
	}
	return all
}

// objects is the objects of a list, or one that stands alone.
func objects(value any) []map[string]any {
	switch value := value.(type) {
	case map[string]any:
		return []map[string]any{value}
	case []any:
		var all []map[string]any
		for _, item := range value {
			all = append(all, objects(item)...)
		}
		return all
	}
	return nil
}

// readRecord sorts the fields of an object by what they hold.
func readRecord(object map[string]any) (*record, error) {
	r := &record{texts: map[string]string{}, names: map[string][]string{}, spans: map[string]passages{}, confidence: 1}
	for field, value := range object {
		switch value := value.(type) {
		case nil:
			r.texts[field] = ""
		case string:
			r.texts[field] = value
		case float64:
			if field == "confidence" {
				r.confidence = value
			}
		case map[string]any:
			if field == "signs" {
				r.signs = numbers(value)
			}
		case []any:
			r.names[field] = nil
			for _, item := range value {
				if name, ok := item.(string); ok {
					r.names[field] = append(r.names[field], name)
				}
			}
		}
		var list []passage
		for _, item := range objects(value) {
			text, ok := item["text"].(string)
			if !ok {
				continue // a role or a record
			}
			one, err := readPassage(item, text)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", field, err)
			}
			list = append(list, one)
		}
		r.spans[field] = newPassages(list)
	}
	return r, nil
}

// numbers keeps what is a number of an object.
func numbers(object map[string]any) map[string]float64 {
	all := map[string]float64{}
	for name, value := range object {
		if number, ok := value.(float64); ok {
			all[name] = number
		}
	}
	return all
}

func readPassage(object map[string]any, text string) (passage, error) {
	begin, placed := object["begin"].(float64)
	end, _ := object["end"].(float64)
	switch size := utf8.RuneCountInString(text); {
	case !placed:
		return passage{-1, -1, text}, nil
	case int(end)-int(begin) != size:
		return passage{}, fmt.Errorf("a span covers %g..%g but its text has %d code points", begin, end, size)
	}
	return passage{int(begin), int(end), text}, nil
}

// all is the names in a field that holds one or several.
func (r *record) all(field string) []string {
	if name := r.texts[field]; name != "" {
		return []string{name}
	}
	return r.names[field]
}
