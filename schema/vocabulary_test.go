package schema_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/nquads"

	"demarche/schema"
)

// constants returns the IRIs of vocab.go: those of classes, and the others.
func constants(t *testing.T) (classes, predicates []string) {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "vocab.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	ast.Inspect(file, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok {
			return true
		}
		for i, name := range spec.Names {
			literal, ok := spec.Values[i].(*ast.BasicLit)
			if !ok || literal.Kind != token.STRING {
				continue
			}
			iri, err := strconv.Unquote(literal.Value)
			if err != nil {
				t.Fatal(err)
			}
			if strings.HasPrefix(name.Name, "Class") {
				classes = append(classes, iri)
			} else {
				predicates = append(predicates, iri)
			}
		}
		return false
	})
	return classes, predicates
}

func vocabulary(t *testing.T) []schema.Term {
	t.Helper()
	terms, err := schema.Vocabulary()
	if err != nil {
		t.Fatal(err)
	}
	return terms
}

func TestVocabularyIsThatOfTheConstants(t *testing.T) {
	var gotClasses, gotPredicates []string
	for _, term := range vocabulary(t) {
		if term.Class {
			gotClasses = append(gotClasses, term.IRI)
		} else {
			gotPredicates = append(gotPredicates, term.IRI)
		}
	}
	classes, predicates := constants(t)
	if !slices.Equal(gotClasses, classes) {
		t.Errorf("classes of vocabulary.yaml\n%q\nof vocab.go\n%q", gotClasses, classes)
	}
	if !slices.Equal(gotPredicates, predicates) {
		t.Errorf("predicates of vocabulary.yaml\n%q\nof vocab.go\n%q", gotPredicates, predicates)
	}
}

func TestVocabularyRefersToItsClasses(t *testing.T) {
	classes, _ := constants(t)
	for _, term := range vocabulary(t) {
		for _, class := range slices.Concat(term.Domain, term.Range) {
			if !slices.Contains(classes, class) && !strings.HasPrefix(class, "xsd:") && !strings.HasPrefix(class, "rdfs:") {
				t.Errorf("%s: %s is no class of the vocabulary", term.IRI, class)
			}
		}
		for _, iri := range slices.Concat([]string{term.IRI}, term.Same, term.Like) {
			if !strings.HasPrefix(iri, "demarche:") && !strings.HasPrefix(schema.Expand(iri), "http") {
				t.Errorf("%s: the prefix of %s is not in Prefixes", term.IRI, iri)
			}
		}
	}
}

func TestWriteNQuads(t *testing.T) {
	var out bytes.Buffer
	if err := schema.WriteNQuads(&out); err != nil {
		t.Fatal(err)
	}
	reader := nquads.NewReader(&out, false)
	typed := 0
	for {
		q, err := reader.ReadQuad()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		if q.Predicate == quad.IRI(schema.Prefixes["rdf"]+"type") {
			typed++
		}
	}
	if want := len(vocabulary(t)); typed != want {
		t.Errorf("%d terms, want %d", typed, want)
	}
}

func TestWriteJSONLD(t *testing.T) {
	var out bytes.Buffer
	if err := schema.WriteJSONLD(&out); err != nil {
		t.Fatal(err)
	}
	var document struct {
		Context map[string]string `json:"@context"`
		Graph   []map[string]any  `json:"@graph"`
	}
	if err := json.Unmarshal(out.Bytes(), &document); err != nil {
		t.Fatal(err)
	}
	if len(document.Graph) != len(vocabulary(t)) || document.Context["schema"] == "" {
		t.Errorf("%d terms and the context %v", len(document.Graph), document.Context)
	}
}
