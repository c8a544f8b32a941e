package review

import (
	"cmp"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"demarche/internal/topic"
	"demarche/schema"
)

// Type says what the values of a field are.
type Type int

// The types of field.
const (
	Text  Type = iota // a string, of Field.Choices where there are some
	Day               // a day, month, year or interval in ISO 8601
	Actor             // an actor, by IRI or by name alone
	Spans             // places in the article's text
)

// Field is a property of records of a kind.
type Field struct {
	Name      string
	Predicate string // that the record has it under
	Type      Type
	Many      bool     // it may have several values
	Choices   []string // the values that there are; nil for any
	fixed     bool     // follows from the text and the spans, or says how the record was found: nothing to correct
}

// Kind is a kind of record with its fields.
type Kind struct {
	Name   string
	Class  string // rdf:type of the records
	Fields []Field
}

// Names of fields that this package itself reads.
const (
	fieldSpans = "spans"
	fieldQuote = "quote"
	fieldCues  = "cue_spans"
	fieldCue   = "cue"
	fieldDay   = "day"
	fieldLabel = "label"
	fieldWhere = "where"

	fieldOrElse      = "or_else"
	fieldOrElseSpans = "or_else_spans"
)

// wordsOf names the field with the words at the places of another.
var wordsOf = map[string]string{fieldSpans: fieldQuote, fieldCues: fieldCue, fieldOrElseSpans: fieldOrElse}

// common are the fields of every kind.
var common = []Field{
	{Name: fieldDay, Predicate: schema.When, Type: Day},
	{Name: fieldSpans, Predicate: schema.Spans, Type: Spans},
	{Name: fieldQuote, Predicate: schema.Quote, fixed: true},
	{Name: fieldCues, Predicate: schema.CueSpans, Type: Spans},
	{Name: fieldCue, Predicate: schema.Cue, fixed: true},
	{Name: fieldLabel, Predicate: schema.Label, fixed: true},
	{Name: fieldWhere, Predicate: schema.Where, fixed: true},
}

// kinds are all kinds of record, in the order of the reports.
var kinds = []Kind{
	{"statement", schema.ClassStatement, append([]Field{
		{Name: "speaker", Predicate: schema.Speaker, Type: Actor},
		{Name: "addressee", Predicate: schema.Addressee, Type: Actor, Many: true},
		{Name: "quoted", Predicate: schema.Quoted, Choices: []string{"direct", "indirect", "mixed"}},
	}, common...)},
	{"demand", schema.ClassDemand, append([]Field{
		{Name: "by", Predicate: schema.By, Type: Actor},
		{Name: "of", Predicate: schema.Of, Type: Actor, Many: true},
		{Name: "voiced_by", Predicate: schema.VoicedBy, Type: Actor},
		{Name: "polarity", Predicate: schema.Polarity, Choices: []string{"do", "dont"}},
		{Name: "strength", Predicate: schema.Strength, Choices: []string{"wish", "ask", "call", "urge", "insist", "demand", "order", "ultimatum"}},
		{Name: "deadline", Predicate: schema.Deadline, Type: Day},
		{Name: fieldOrElse, Predicate: schema.OrElse},
		{Name: fieldOrElseSpans, Predicate: schema.OrElseSpan, Type: Spans},
	}, common...)},
	{"event", schema.ClassEvent, append([]Field{
		{Name: "type", Predicate: schema.EventType, Choices: []string{"meeting", "call", "talks", "conference", "statement", "exercise",
			"deployment", "withdrawal", "accession", "publication", "agreement", "attack", "other"}},
		{Name: "participants", Predicate: schema.Participant, Type: Actor, Many: true},
		{Name: "place", Predicate: schema.Location},
	}, common...)},
	{"position", schema.ClassPosition, append([]Field{
		{Name: "holder", Predicate: schema.Holder, Type: Actor},
		{Name: "issue", Predicate: schema.Issue},
		{Name: "stance", Predicate: schema.Stance, Choices: []string{"support", "oppose"}},
	}, common...)},
	{"membership", schema.ClassMembership, append([]Field{
		{Name: "member", Predicate: schema.Member, Type: Actor},
		{Name: "organization", Predicate: schema.Organization, Type: Actor},
		{Name: "title", Predicate: schema.Title},
	}, common...)},
}

// KindNamed returns the kind of that name.
func KindNamed(name string) (Kind, bool) {
	return kindWhere(func(k Kind) bool { return k.Name == name })
}

func kindWhere(is func(Kind) bool) (Kind, bool) {
	if i := slices.IndexFunc(kinds, is); i >= 0 {
		return kinds[i], true
	}
	return Kind{}, false
}

// Field returns the field of that name.
func (k Kind) Field(name string) (Field, bool) {
	if i := slices.IndexFunc(k.Fields, func(f Field) bool { return f.Name == name }); i >= 0 {
		return k.Fields[i], true
	}
	return Field{}, false
}

// Correctable are the names of the fields that a reviewer may correct.
func (k Kind) Correctable() []string {
	var names []string
	for _, f := range k.Fields {
		if !f.fixed {
			names = append(names, f.Name)
		}
	}
	return names
}

// Value is a value of a field.
type Value struct {
	IRI  string // of an actor that the catalogue or the graph knows; else empty
	Text string // the actor's name, or the value itself
}

// key is the same for values that mean the same: actors by IRI, names and other
// texts without case and accents.
func (v Value) key() string {
	if v.IRI != "" && !strings.HasPrefix(v.IRI, schema.ActorIRI(schema.Unlinked)) {
		return v.IRI
	}
	return strings.Join(strings.Fields(topic.Fold(v.Text)), " ")
}

// Fields are values by the name of their field, each list in a fixed order.
type Fields map[string][]Value

// text returns the only or first value of a field as text, "" when it has none.
func (f Fields) text(name string) string {
	if len(f[name]) == 0 {
		return ""
	}
	return f[name][0].Text
}

// key is the same for values of a field that mean the same; "" for none.
func (f Fields) key(name string) string {
	var keys []string
	for _, v := range f[name] {
		keys = append(keys, v.key())
	}
	slices.Sort(keys)
	return strings.Join(slices.Compact(keys), "\n")
}

// with returns the fields with those of the correction in place of their own.
func (f Fields) with(correction Fields) Fields {
	all := maps.Clone(f)
	for name, values := range correction {
		if all[name] = values; len(values) == 0 {
			delete(all, name)
		}
	}
	return all
}

// put sets a field; values are sorted, since the graph keeps no order.
func (f Fields) put(name string, values []Value) {
	slices.SortFunc(values, func(a, b Value) int { return cmp.Or(cmp.Compare(a.Text, b.Text), cmp.Compare(a.IRI, b.IRI)) })
	f[name] = slices.Compact(values)
}

// encode writes the values as texts: the field's name, a space, and for an actor
// of the graph its IRI and another space before the text.
func (f Fields) encode() []string {
	var all []string
	for _, name := range slices.Sorted(maps.Keys(f)) {
		if len(f[name]) == 0 {
			all = append(all, name)
		}
		for _, v := range f[name] {
			text := name + " "
			if v.IRI != "" {
				text += v.IRI + " "
			}
			all = append(all, text+v.Text)
		}
	}
	return all
}

// decode reads what encode wrote.
func decode(texts []string) Fields {
	values := map[string][]Value{}
	for _, text := range texts {
		name, rest, given := strings.Cut(text, " ")
		if values[name] == nil {
			values[name] = []Value{}
		}
		if !given {
			continue
		}
		v := Value{Text: rest}
		if iri, label, ok := strings.Cut(rest, " "); ok && strings.HasPrefix(iri, schema.ActorIRI("")) {
			v = Value{iri, label}
		}
		values[name] = append(values[name], v)
	}
	f := Fields{}
	for name, list := range values {
		f.put(name, list)
	}
	return f
}

// isoDay matches a day, month or year.
var isoDay = regexp.MustCompile(`^\d{4}(-\d{2}(-\d{2})?)?$`)

// checkDay says whether a text is a day, month, year or interval in ISO 8601.
func checkDay(text string) error {
	parts := strings.Split(text, "/")
	for _, part := range parts {
		layout := time.DateOnly[:min(len(part), len(time.DateOnly))]
		if _, err := time.Parse(layout, part); err != nil || !isoDay.MatchString(part) || len(parts) > 2 {
			return fmt.Errorf("%q is no day; write 2021-12-17, 2021-12, 2021 or 2021-12-17/2021-12-20", text)
		}
	}
	if n := min(len(parts[0]), len(parts[len(parts)-1])); parts[0][:n] > parts[len(parts)-1][:n] {
		return fmt.Errorf("%q ends before it begins", text)
	}
	return nil
}

// place is a half-open range of code points of a text.
type place struct{ begin, end int }

// parsePlaces reads "1023-1085 1090-1100".
func parsePlaces(text string) ([]place, error) {
	var all []place
	for item := range strings.FieldsSeq(text) {
		from, to, _ := strings.Cut(item, "-")
		begin, err1 := strconv.Atoi(from)
		end, err2 := strconv.Atoi(to)
		if err1 != nil || err2 != nil || begin < 0 || end <= begin {
			return nil, fmt.Errorf("%q is no span; give code points, the end exclusive and behind the begin", item)
		}
		all = append(all, place{begin, end})
	}
	return all, nil
}
