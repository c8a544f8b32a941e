package lang

import "strings"

// straighten writes a typographic apostrophe as a straight one.
func straighten(word string) string {
	if strings.Contains(word, "’") {
		return strings.ReplaceAll(word, "’", "'")
	}
	return word
}

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for _, word := range strings.Fields(words) {
		set[word] = true
	}
	return set
}
