package schema

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"regexp"
	"strings"
	"time"
)

// WriteFile writes actors as a file that ParseFile reads back to the same
// actors, but for Actor.Line.
func WriteFile(w io.Writer, actors []Actor) error {
	out := bufio.NewWriter(w)
	fmt.Fprintln(out, "actors:")
	for _, actor := range actors {
		first := "  - "
		line := func(key, value string) {
			if value != "" {
				fmt.Fprintf(out, "%s%s: %s\n", first, key, value)
				first = "    "
			}
		}
		if actor.ID != Slug(actor.Name) {
			line("id", scalar(actor.ID))
		}
		line("name", scalar(actor.Name))
		line("kind", scalar(string(actor.Kind)))
		line("gender", scalar(actor.Gender))
		line("of", scalar(actor.Of))
		line("code", scalar(actor.Code))
		line("wikidata", scalar(actor.Wikidata))
		line("aliases", scalars(actor.Aliases))
		line("adjectives", scalars(actor.Adjectives))
		line("seats", scalars(actor.Seats))
		if len(actor.Roles) > 0 {
			fmt.Fprintf(out, "%sroles:\n", first)
		}
		for _, role := range actor.Roles {
			fmt.Fprintf(out, "      - {%s}\n", roleFields(role))
		}
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("writing %d actors: %w", len(actors), err)
	}
	return nil
}

func roleFields(role Role) string {
	fields := []string{"title: " + scalar(role.Title)}
	if role.Of != "" {
		fields = append(fields, "of: "+scalar(role.Of))
	}
	if !role.From.IsZero() {
		fields = append(fields, "from: "+role.From.Format(time.DateOnly))
	}
	if !role.To.IsZero() {
		fields = append(fields, "to: "+role.To.Format(time.DateOnly))
	}
	if role.Acting {
		fields = append(fields, "acting: true")
	}
	return strings.Join(fields, ", ")
}

// plainScalar is what YAML reads as the same string without quotes, wherever
// it stands: words of letters, at least one of them with more than the letters
// of true, null, .nan and their like.
var (
	plainScalar = regexp.MustCompile(`^[\p{L}][\p{L}\p{N}]*([ -][\p{L}\p{N}]+)*$`)
	yamlWord    = regexp.MustCompile(`(?i)^(y|n|yes|no|on|off|true|false|null|nan|inf)$`)
)

// scalar writes a string for YAML. A JSON string is one of YAML, too.
func scalar(s string) string {
	if s == "" {
		return ""
	}
	if plainScalar.MatchString(s) && !yamlWord.MatchString(s) {
		return s
	}
	var quoted strings.Builder
	encoder := json.NewEncoder(&quoted)
	encoder.SetEscapeHTML(false)
	_ = encoder.Encode(s) // a string can always be encoded, and a Builder written to
	return strings.TrimSpace(quoted.String())
}

func scalars(list []string) string {
	if len(list) == 0 {
		return ""
	}
	quoted := make([]string, len(list))
	for i, s := range list {
		quoted[i] = scalar(s)
	}
	return "[" + strings.Join(quoted, ", ") + "]"
}
