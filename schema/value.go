package schema

import "github.com/cayleygraph/quad"

// Unlinked is how the ids of actors begin that are in no catalogue; the slug of
// a name follows.
const Unlinked = "unlinked:"

// StringOf returns the text of a string or an IRI, and "" for other values.
func StringOf(v quad.Value) string {
	switch v := v.(type) {
	case quad.String:
		return string(v)
	case quad.IRI:
		return string(v)
	}
	return ""
}
