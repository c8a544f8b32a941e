package tally

import (
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
)

// distorter changes articles in the interchange format as a bad system would.
type distorter struct {
	*rand.Rand
	texts  map[string][]rune
	placed bool // every span keeps a place, and the text that stands there
	text   []rune
	names  []string
}

func newDistorter(seed uint64, texts map[string][]rune) *distorter {
	return &distorter{Rand: rand.New(rand.NewPCG(seed, 1)), texts: texts}
}

// one is true once in n times.
func (d *distorter) one(n int) bool { return d.IntN(n) == 0 }

func (d *distorter) distort(articles []map[string]any) []map[string]any {
	d.names = nil
	for _, a := range articles {
		d.collect(a)
	}
	slices.Sort(d.names)
	d.names = append(slices.Compact(d.names), "Zoë Exámple", "the Others", "U.N.", "O'Neill", "Łódź Straße")
	var all []map[string]any
	for _, a := range articles {
		file := a["file"].(string)
		d.text = d.texts[file]
		if d.one(12) {
			continue
		}
		if d.one(5) {
			a["file"] = `some/where\` + file
		}
		for _, field := range []string{"title", "publisher", "published", "authors"} {
			if d.one(3) {
				d.change(a, field)
			}
		}
		for _, kind := range []string{"persons", "statements", "demands", "events", "positions"} {
			if list, ok := a[kind].([]any); ok {
				a[kind] = d.records(kind, list)
			}
			if d.one(40) {
				a[kind] = nil
			}
		}
		all = append(all, a)
	}
	return append(all, map[string]any{"file": "unknown.txt", "demands": []any{map[string]any{"by": "Nobody"}}})
}

// collect gathers the names that stand in a value.
func (d *distorter) collect(value any) {
	switch value := value.(type) {
	case map[string]any:
		for key, part := range value {
			if name, ok := part.(string); ok && slices.Contains([]string{"by", "speaker", "name", "actor", "of"}, key) {
				d.names = append(d.names, name)
			}
			d.collect(part)
		}
	case []any:
		for _, part := range value {
			d.collect(part)
		}
	}
}

// choices are the words of the fields for which the format gives them, and dates.
var choices = map[string][]any{
	"where":    {"body", "body", "body", "headline", "optional", nil},
	"polarity": {"do", "dont", nil},
	"quoted":   {"direct", "indirect", "mixed", nil},
	"stance":   {"support", "oppose", nil},
	"type":     {"meeting", "call", "statement", "", nil},
	"said_on":  {nil, "", "2021-12-02", "2016-09"},
	"made_on":  {nil, "", "2021-12-02", "2016-09"},
	"date":     {nil, "", "2021", "2021-12", "2021-12-02", "2021-12-01/2021-12-03"},
}

func (d *distorter) records(kind string, list []any) []any {
	out := []any{}
	for _, item := range list {
		r := item.(map[string]any)
		if d.one(7) {
			continue
		}
		for again := true; again; again = d.one(6) { // some come twice, and not quite the same
			r := maps.Clone(r)
			if d.one(3) {
				r["confidence"] = float64(d.IntN(21)) / 20
			}
			if d.one(8) {
				r["where"] = choices["where"][d.IntN(len(choices["where"]))]
			}
			for _, field := range slices.Sorted(maps.Keys(r)) {
				if !slices.Contains([]string{"confidence", "where", "mentions"}, field) && d.one(5) {
					d.change(r, field)
				}
			}
			out = append(out, r)
		}
	}
	if d.one(3) {
		d.Shuffle(len(out), func(i, j int) { out[i], out[j] = out[j], out[i] })
	}
	return out
}

// change changes a field of a record.
func (d *distorter) change(r map[string]any, field string) {
	switch value := r[field].(type) {
	case nil:
		if words, ok := choices[field]; ok {
			r[field] = words[d.IntN(len(words))]
		}
	case string:
		if words, ok := choices[field]; ok {
			r[field] = words[d.IntN(len(words))]
		} else {
			r[field] = d.name(value)
		}
	case map[string]any:
		if r[field] = d.span(value); d.one(4) {
			r[field] = nil
		}
	case []any:
		r[field] = d.list(value)
	}
	if d.one(30) {
		delete(r, field)
	}
}

func (d *distorter) name(name string) any {
	switch d.IntN(7) {
	case 0:
		return nil
	case 1:
		return strings.ToUpper(name)
	case 2:
		return "The  " + name
	case 3:
		return strings.NewReplacer("e", "é", "a", "å", "o", "ø", "-", " ").Replace(name)
	case 4:
		return strings.ReplaceAll(name, " ", "-") + "."
	}
	return d.names[d.IntN(len(d.names))]
}

// list changes names, roles or spans.
func (d *distorter) list(list []any) any {
	out := []any{}
	for _, item := range list {
		switch item := item.(type) {
		case map[string]any:
			if _, isSpan := item["text"]; isSpan {
				out = append(out, d.span(item))
			} else {
				role := maps.Clone(item)
				d.change(role, "title")
				out = append(out, role)
			}
		case string:
			if name := d.name(item); name != nil {
				out = append(out, name)
			}
			if d.one(4) {
				out = append(out, d.names[d.IntN(len(d.names))])
			}
		}
	}
	switch d.IntN(12) {
	case 0:
		return nil
	case 1:
		return []any{}
	case 2:
		return out[:len(out)/2]
	}
	d.Shuffle(len(out), func(i, j int) { out[i], out[j] = out[j], out[i] })
	return out
}

// span moves the ends of a span.
func (d *distorter) span(s map[string]any) map[string]any {
	begin, placed := s["begin"].(float64)
	if !placed || d.text == nil {
		return s
	}
	if d.one(8) && !d.placed {
		return map[string]any{"text": s["text"]}
	}
	far := []int{2, 8, 60}[d.IntN(3)]
	from, to := int(begin), int(s["end"].(float64))
	from = min(max(0, from+d.IntN(2*far+1)-far), len(d.text))
	to = min(max(from, to+d.IntN(2*far+1)-far), len(d.text))
	return map[string]any{"begin": from, "end": to, "text": string(d.text[from:to])}
}
