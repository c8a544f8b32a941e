package nn

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// A model file is the line magic, a line "length name" for each part, an empty line, and the parts.
const magic = "demarche model 2\n"

// Part is a named part of a model file. A name has no line break.
type Part struct {
	Name string
	Data []byte
}

// Join returns a file of parts.
func Join(parts []Part) []byte {
	var out strings.Builder
	out.WriteString(magic)
	for _, p := range parts {
		fmt.Fprintf(&out, "%d %s\n", len(p.Data), p.Name)
	}
	out.WriteString("\n")
	for _, p := range parts {
		out.Write(p.Data)
	}
	return []byte(out.String())
}

// Split returns the parts of a file that Join made, by name; they share its bytes.
func Split(file []byte) (map[string][]byte, error) {
	head, _, ok := strings.Cut(string(file[:min(len(file), 4096)]), "\n\n")
	if !ok || !strings.HasPrefix(head+"\n", magic) {
		return nil, errors.New("this is no model file of this version")
	}
	rest := file[len(head)+2:]
	parts := map[string][]byte{}
	for _, line := range strings.Split(head, "\n")[1:] {
		number, name, _ := strings.Cut(line, " ")
		size, err := strconv.Atoi(number)
		if err != nil || size < 0 || size > len(rest) {
			return nil, fmt.Errorf("part %q is cut off", name)
		}
		parts[name], rest = rest[:size:size], rest[size:]
	}
	return parts, nil
}
