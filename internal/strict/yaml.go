// Package strict reads YAML files so that a mistake is an error with file and
// line: an unknown key, a value of the wrong type, a key given twice, or
// anything behind the first document.
package strict

import (
	"bytes"
	"errors"
	"io"
	"regexp"
	"strconv"

	"go.yaml.in/yaml/v3"
)

// Node is a parsed piece of YAML; its Line is 1-based.
type Node = yaml.Node

var (
	lineError  = regexp.MustCompile(`^(?:yaml: )?line (\d+): (.*)$`)
	unknownKey = regexp.MustCompile(`^field (.+) not found$`)
	goType     = regexp.MustCompile(` in type .*$`)
)

// Unmarshal decodes one YAML document into value. Errors are made of Mistakes.
func Unmarshal(file string, data []byte, value any) error {
	decoder := yaml.NewDecoder(bytes.NewReader(data))
	decoder.KnownFields(true)
	err := decoder.Decode(value)
	if errors.Is(err, io.EOF) {
		return &Mistake{File: file, Line: 1, Text: "the file is empty"}
	}
	if err != nil {
		return located(file, err)
	}
	var more Node
	if err := decoder.Decode(&more); !errors.Is(err, io.EOF) {
		return &Mistake{File: file, Line: max(more.Line, 1), Text: "a second document follows; one file holds one document"}
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
		mistake := &Mistake{File: file, Line: 1, Text: message}
		if found := lineError.FindStringSubmatch(message); found != nil {
			mistake.Line, _ = strconv.Atoi(found[1]) // they are digits
			mistake.Text = found[2]
		}
		mistake.Text = goType.ReplaceAllString(mistake.Text, "")
		if found := unknownKey.FindStringSubmatch(mistake.Text); found != nil {
			mistake.Key = found[1]
		}
		all = append(all, mistake)
	}
	return errors.Join(all...)
}
