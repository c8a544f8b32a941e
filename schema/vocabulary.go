package schema

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/nquads"

	"demarche/internal/strict"
)

//go:embed vocabulary.yaml
var vocabularyYAML []byte

// Term is a class or predicate of the graph. IRIs are in the short forms of
// Prefixes, but for those of Same and Like that have none.
type Term struct {
	IRI     string
	Class   bool // a class; otherwise a predicate
	Label   string
	Comment string
	Domain  []string // predicates: the classes that have it; empty when every node may
	Range   []string // predicates: the classes or the datatype of its values
	Same    []string // terms elsewhere that mean the same
	Like    []string // terms elsewhere that come near
}

// oneOrMore is a YAML list that may be written as its only element.
type oneOrMore []string

// UnmarshalYAML takes a scalar or a list of scalars.
func (o *oneOrMore) UnmarshalYAML(node *strict.Node) error {
	var one string
	if node.Decode(&one) == nil {
		*o = oneOrMore{one}
		return nil
	}
	return node.Decode((*[]string)(o))
}

type termEntry struct {
	IRI     string    `yaml:"iri"`
	Label   string    `yaml:"label"`
	Comment string    `yaml:"comment"`
	Domain  oneOrMore `yaml:"domain"`
	Range   oneOrMore `yaml:"range"`
	Same    []string  `yaml:"same"`
	Like    []string  `yaml:"like"`
}

// Vocabulary returns the classes and then the predicates of the graph, as
// vocabulary.yaml explains them.
func Vocabulary() ([]Term, error) {
	var file struct {
		Classes    []termEntry `yaml:"classes"`
		Predicates []termEntry `yaml:"predicates"`
	}
	if err := strict.Unmarshal("vocabulary.yaml", vocabularyYAML, &file); err != nil {
		return nil, err
	}
	var terms []Term
	for i, entry := range slices.Concat(file.Classes, file.Predicates) {
		term := Term{
			IRI: entry.IRI, Class: i < len(file.Classes), Label: entry.Label, Comment: entry.Comment,
			Domain: entry.Domain, Range: entry.Range, Same: entry.Same, Like: entry.Like,
		}
		if term.IRI == "" || term.Label == "" || term.Comment == "" {
			return nil, fmt.Errorf("vocabulary.yaml: the term %q needs iri, label and comment", term.IRI)
		}
		terms = append(terms, term)
	}
	return terms, nil
}

// Expand returns the full IRI for one in a short form of Prefixes. Any other
// IRI, those that begin with "demarche:" among them, stands for itself.
func Expand(iri string) string {
	prefix, rest, ok := strings.Cut(iri, ":")
	if full := Prefixes[prefix]; ok && full != "" {
		return full + rest
	}
	return iri
}

// statement is a triple about a term; the object is an IRI unless text is set.
type statement struct{ subject, predicate, object, text string }

// statements says about a term what RDF tools understand. A predicate of
// several classes uses schema:domainIncludes, since several rdfs:domain would
// mean that every subject belongs to all of them.
func (t Term) statements() []statement {
	kind, equivalent := "rdf:Property", "owl:equivalentProperty"
	if t.Class {
		kind, equivalent = "rdfs:Class", "owl:equivalentClass"
	}
	all := []statement{
		{t.IRI, Type, kind, ""},
		{t.IRI, Label, "", t.Label},
		{t.IRI, "rdfs:comment", "", t.Comment},
	}
	for _, list := range []struct {
		predicate, several string
		objects            []string
	}{
		{"rdfs:domain", "schema:domainIncludes", t.Domain},
		{"rdfs:range", "schema:rangeIncludes", t.Range},
		{equivalent, equivalent, t.Same},
		{"rdfs:seeAlso", "rdfs:seeAlso", t.Like},
	} {
		predicate := list.predicate
		if len(list.objects) > 1 {
			predicate = list.several
		}
		for _, object := range list.objects {
			all = append(all, statement{t.IRI, predicate, object, ""})
		}
	}
	return all
}

// WriteNQuads writes the vocabulary as N-Quads in the default graph, with full IRIs.
func WriteNQuads(w io.Writer) error {
	terms, err := Vocabulary()
	if err != nil {
		return err
	}
	out := nquads.NewWriter(w)
	for _, term := range terms {
		for _, s := range term.statements() {
			var object quad.Value = quad.IRI(Expand(s.object))
			if s.text != "" {
				object = quad.LangString{Value: quad.String(s.text), Lang: "en"}
			}
			q := quad.Quad{Subject: quad.IRI(Expand(s.subject)), Predicate: quad.IRI(Expand(s.predicate)), Object: object}
			if err := out.WriteQuad(q); err != nil {
				return fmt.Errorf("writing the vocabulary as N-Quads: %w", err)
			}
		}
	}
	if err := out.Close(); err != nil {
		return fmt.Errorf("writing the vocabulary as N-Quads: %w", err)
	}
	return nil
}

// WriteJSONLD writes the vocabulary as JSON-LD, with a context of Prefixes.
func WriteJSONLD(w io.Writer) error {
	terms, err := Vocabulary()
	if err != nil {
		return err
	}
	type node = map[string]any
	var graph []node
	for _, term := range terms {
		one := node{"@id": term.IRI}
		for _, s := range term.statements() {
			switch {
			case s.predicate == Type:
				one["@type"] = s.object
			case s.text != "":
				one[s.predicate] = node{"@value": s.text, "@language": "en"}
			default:
				objects, _ := one[s.predicate].([]node)
				one[s.predicate] = append(objects, node{"@id": s.object})
			}
		}
		graph = append(graph, one)
	}
	out := json.NewEncoder(w)
	out.SetEscapeHTML(false)
	out.SetIndent("", "  ")
	if err := out.Encode(node{"@context": Prefixes, "@graph": graph}); err != nil {
		return fmt.Errorf("writing the vocabulary as JSON-LD: %w", err)
	}
	return nil
}
