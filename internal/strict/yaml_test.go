package strict_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"demarche/internal/strict"
)

func TestUnmarshalNamesFileLineAndReason(t *testing.T) {
	type actor struct {
		Name string `yaml:"name"`
		Age  int    `yaml:"age"`
	}
	for _, test := range []struct{ name, input, want string }{
		{"good", "name: NATO\nage: 70\n", ""},
		{"unknown key", "name: NATO\nnmae: x\n", "a.yaml:2: field nmae not found"},
		{"wrong type", "name: NATO\nage: old\n", "a.yaml:2: cannot unmarshal"},
		{"twice", "name: a\nname: b\n", "a.yaml:2: mapping key \"name\" already defined"},
		{"syntax", "name: [\n", "a.yaml:"},
		{"empty", "", "a.yaml:1: the file is empty"},
		{"two documents", "name: a\n---\nname: b\n", "a.yaml:2: a second document"},
	} {
		t.Run(test.name, func(t *testing.T) {
			var value actor
			err := strict.Unmarshal("a.yaml", []byte(test.input), &value)
			switch {
			case test.want == "" && err != nil:
				t.Fatalf("unexpected error: %v", err)
			case test.want != "" && err == nil:
				t.Fatal("no error")
			case test.want != "" && !strings.HasPrefix(err.Error(), test.want):
				t.Errorf("error is %q, want it to begin with %q", err, test.want)
			}
		})
	}
}

func TestMistakes(t *testing.T) {
	var value struct {
		Name string `yaml:"name"`
		Age  int    `yaml:"age"`
	}
	err := strict.Unmarshal("a.yaml", []byte("nmae: x\nage: old\n"), &value)
	got := strict.Mistakes(fmt.Errorf("reading: %w", err))
	if len(got) != 2 || got[0].Line != 1 || got[0].Key != "nmae" || got[1].Line != 2 || got[1].Key != "" {
		t.Errorf("mistakes of %v: %v", err, got)
	}
	if got := strict.Mistakes(errors.New("other")); got != nil {
		t.Errorf("another error has mistakes: %v", got)
	}
}
