// Package strict reads YAML files so that a mistake is an error with file and
// line: an unknown key, a value of the wrong type, a key given twice, or
// anything behind the first document.
package strict

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"

	"go.yaml.in/yaml/v3"
)

// Node is a parsed piece of YAML; its Line is 1-based.
type Node = yaml.Node

var (
	lineError = regexp.MustCompile(`^(?:yaml: )?line (\d+): (.*)$`)
	goType    = regexp.MustCompile(` in type .*$`)
)

// Unmarshal decodes one YAML document into value. Errors begin with "file:line: ".
func Unmarshal(file string, data []byte, value any) error {
	decoder := yaml.NewDecoder(bytes.NewReader(data))
	decoder.KnownFields(true)
	err := decoder.Decode(value)
	if errors.Is(err, io.EOF) {
		return fmt.Errorf("%s:1: the file is empty", file)
	}
	if err != nil {
		return located(file, err)
	}
	var more Node
	if err := decoder.Decode(&more); !errors.Is(err, io.EOF) {
		return fmt.Errorf("%s:%d: a second document follows; one file holds one document", file, max(more.Line, 1))
	}
	return nil
}

// located rewrites the decoder's messages to "file:line: what is wrong".
func located(file string, err error) error {
	var typed *yaml.TypeError
	var messages []string
	if errors.As(err, &typed) {
		messages = typed.Errors
	} else {
		messages = []string{err.Error()}
	}
	var all []error
	for _, message := range messages {
		line := "1"
		if found := lineError.FindStringSubmatch(message); found != nil {
			line, message = found[1], found[2]
		}
		all = append(all, fmt.Errorf("%s:%s: %s", file, line, goType.ReplaceAllString(message, "")))
	}
	return errors.Join(all...)
}
