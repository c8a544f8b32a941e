package syntax

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// A model file is the line magic, a line "name length" for each part, an empty line, and the parts.
const magic = "demarche syntax model 1\n"

// Parts of a model file.
const (
	partNames, partLexicon, partFirst, partSecond, partUniversal = "names", "lexicon", "first", "second", "universal"
	partTransition, partEarly, partLate, partLemmas              = "transition", "early", "late", "lemmas"
)

type part struct {
	name string
	data []byte
}

func packParts(parts []part) []byte {
	var out strings.Builder
	out.WriteString(magic)
	for _, p := range parts {
		fmt.Fprintf(&out, "%s %d\n", p.name, len(p.data))
	}
	out.WriteString("\n")
	for _, p := range parts {
		out.Write(p.data)
	}
	return []byte(out.String())
}

func splitParts(file []byte) (map[string][]byte, error) {
	head, _, ok := strings.Cut(string(file[:min(len(file), 4096)]), "\n\n")
	if !ok || !strings.HasPrefix(head+"\n", magic) {
		return nil, errors.New("syntax: this is no model file of this version; train it anew")
	}
	rest := file[len(head)+2:]
	parts := map[string][]byte{}
	for _, line := range strings.Split(head, "\n")[1:] {
		name, number, _ := strings.Cut(line, " ")
		size, err := strconv.Atoi(number)
		if err != nil || size < 0 || size > len(rest) {
			return nil, fmt.Errorf("syntax: part %q of the model file is cut off", name)
		}
		parts[name], rest = rest[:size], rest[size:]
	}
	return parts, nil
}
