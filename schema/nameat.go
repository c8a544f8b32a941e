package schema

// NameAt returns how many of the words from the first are the longest name in the catalogue, and what it names in a word: the
// kind of the actor, "adjective" for a form such as "Russian", or "title" for an office; 0 when the catalogue knows none. It is what a reader of
// names may be told beforehand.
func (c *Catalogue) NameAt(words []string) (n int, kind string) {
	if n, matches := c.Scan(words); n > 0 {
		if matches[0].Via == ViaAdjective {
			return n, "adjective"
		}
		return n, string(matches[0].Actor.Kind)
	}
	if n, _ := c.ScanTitle(words); n > 0 {
		return n, "title"
	}
	return 0, ""
}
