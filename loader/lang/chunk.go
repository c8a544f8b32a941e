package lang

import "strings"

// chunk finds the verb groups and the base noun phrases of every sentence.
func (d *Doc) chunk() {
	d.phraseOf, d.groupOf = make([]int32, len(d.Tokens)), make([]int32, len(d.Tokens))
	for i := range d.Tokens {
		d.phraseOf[i], d.groupOf[i] = -1, -1
	}
	for _, s := range d.Sentences {
		d.findGroups(s)
		d.findPhrases(s)
	}
}

var (
	haveForms = wordSet("have has had having 've 'd")
	beForms   = wordSet("be is are was were been being am 's 're 'm")
	getForms  = wordSet("get gets got getting gotten")
	doForms   = wordSet("do does did")
	negations = wordSet("not n't n’t never")
)

// calendar has words that are capitalised, but name nobody.
var calendar = wordSet("monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec.")

// auxiliary reports whether the verb may help a following one.
func (d *Doc) auxiliary(t int) bool {
	word := straighten(d.Tokens[t].Lower)
	return d.Tokens[t].Tag == "MD" || haveForms[word] || beForms[word] || doForms[word] || getForms[word]
}

// findGroups reads verb groups from left to right: [to] auxiliaries, adverbs
// and negation, up to the last verb.
func (d *Doc) findGroups(s Sentence) {
	for t := s.First; t < s.End; {
		start := t
		infinitive := d.Tokens[t].Tag == "TO" && t+1 < s.End
		if infinitive {
			t++
			for t < s.End && isAdverb(d.Tokens[t]) {
				t++
			}
		}
		if t >= s.End || !d.Tokens[t].IsVerb() {
			t = start + 1
			continue
		}
		g := Group{First: start, Infinitive: infinitive}
		last := t
		for t < s.End && d.Tokens[t].IsVerb() {
			last = t
			if !d.auxiliary(t) {
				break
			}
			next := t + 1
			for next < s.End && (isAdverb(d.Tokens[next]) || negations[straighten(d.Tokens[next].Lower)]) {
				next++
			}
			if next >= s.End || !d.Tokens[next].IsVerb() || !d.helps(t, next) {
				break
			}
			t = next
		}
		g.Head, g.End = last, last+1
		d.describe(&g, s)
		index := int32(len(d.Groups))
		for i := g.First; i < g.End; i++ {
			d.groupOf[i] = index
		}
		d.Groups = append(d.Groups, g)
		t = g.End
	}
}

// helps reports whether the auxiliary t can govern the verb at next.
func (d *Doc) helps(t, next int) bool {
	word, tag := straighten(d.Tokens[t].Lower), d.Tokens[next].Tag
	switch {
	case d.Tokens[t].Tag == "MD", doForms[word]:
		return tag != "MD"
	case beForms[word], getForms[word]:
		return tag == "VBG" || tag == "VBN" || tag == "VBD"
	default:
		return tag == "VBN" || tag == "VBD"
	}
}

func (d *Doc) describe(g *Group, s Sentence) {
	be := false
	for t := g.First; t < g.End; t++ {
		word := straighten(d.Tokens[t].Lower)
		if d.Tokens[t].Tag == "MD" {
			g.Modal = modal(word)
		}
		if negations[word] {
			g.Negated = true
		}
		if t < g.Head && (beForms[word] || getForms[word]) {
			be = true
		}
	}
	// "never asked", "no longer demands": the negation leads.
	if t := g.First - 1; t >= s.First && (d.Tokens[t].Lower == "never" || d.Tokens[t].Lower == "longer" && t > s.First && d.Tokens[t-1].Lower == "no") {
		g.Negated = true
	}
	// "do not" in front of a bare verb, "is not" before an adjective.
	if next := g.End; next < s.End && negations[straighten(d.Tokens[next].Lower)] && d.auxiliary(g.Head) {
		g.Negated = true
	}
	head := d.Tokens[g.Head]
	previous := g.Head - 1
	for previous >= g.First && (isAdverb(d.Tokens[previous]) || negations[straighten(d.Tokens[previous].Lower)]) {
		previous--
	}
	direct := previous >= g.First && (beForms[straighten(d.Tokens[previous].Lower)] || getForms[d.Tokens[previous].Lower])
	g.Passive = be && direct && head.Tag != "VBG"
	first := d.Tokens[g.First].Tag
	g.Finite = !g.Infinitive && (first == "MD" || first == "VBD" || first == "VBZ" || first == "VBP" || first == "VB" && g.First != g.Head)
}

func modal(word string) string {
	switch word {
	case "ca":
		return "can"
	case "wo", "'ll":
		return "will"
	case "'d":
		return "would"
	}
	return word
}

func isAdverb(t Token) bool { return strings.HasPrefix(t.Tag, "RB") }

// findPhrases reads base noun phrases outside the verb groups.
func (d *Doc) findPhrases(s Sentence) {
	for t := s.First; t < s.End; {
		if d.groupOf[t] >= 0 || !startsPhrase(d.Tokens[t]) {
			t++
			continue
		}
		first, head := t, -1
		for t < s.End && d.inPhrase(t, s) {
			if d.Tokens[t].IsNoun() || d.Tokens[t].Tag == "PRP" || d.Tokens[t].Tag == "EX" ||
				d.Tokens[t].Tag == "CD" || d.Tokens[t].Tag == "DT" && t == first {
				head = t
			}
			pronoun := d.Tokens[t].Tag == "PRP"
			t++
			if pronoun && t < s.End && d.Tokens[t].Tag != "POS" {
				break
			}
			// "On Thursday Brazil urged": a day and a name are two phrases.
			if t < s.End && calendar[d.Tokens[t-1].Lower] && d.Tokens[t].IsName() && !calendar[d.Tokens[t].Lower] {
				break
			}
			// "told the envoy Moscow wanted": a name behind a common noun is a phrase of its own.
			if t < s.End && t-1 > first && d.Tokens[t-1].Tag == "NN" && d.Tokens[t].IsName() && isLowered(d.Word(t-1)) && !isLowered(d.Word(t)) {
				break
			}
			// A new determiner or pronoun begins a phrase of its own.
			if t < s.End && (d.Tokens[t].Tag == "DT" || d.Tokens[t].Tag == "PRP" || d.Tokens[t].Tag == "PRP$") && d.Tokens[t-1].Tag != "POS" && d.Tokens[t-1].Tag != "PDT" && head >= 0 {
				break
			}
		}
		if head < 0 {
			if t == first {
				t++
			}
			continue
		}
		end := head + 1
		index := int32(len(d.Phrases))
		for i := first; i < end; i++ {
			d.phraseOf[i] = index
		}
		d.Phrases = append(d.Phrases, Phrase{First: first, End: end, Head: head})
		t = end
	}
}

// isLowered reports whether a word begins with a small letter.
func isLowered(word string) bool { return word != "" && 'a' <= word[0] && word[0] <= 'z' }

func startsPhrase(t Token) bool {
	switch t.Tag {
	case "DT", "PDT", "PRP", "PRP$", "CD", "JJ", "JJR", "JJS", "EX", "$", "#":
		return true
	}
	return t.IsNoun()
}

func (d *Doc) inPhrase(t int, s Sentence) bool {
	token := d.Tokens[t]
	switch token.Tag {
	case "DT", "PDT", "PRP", "PRP$", "CD", "JJ", "JJR", "JJS", "POS", "EX", "$", "#", "``":
		return d.groupOf[t] < 0
	case "''":
		// A closing mark inside a phrase: 'the "endless" talks'.
		return t+1 < s.End && (d.Tokens[t+1].IsNoun() || d.Tokens[t+1].Tag == "JJ" || d.Tokens[t+1].Tag == "POS")
	case "RB", "RBS", "RBR":
		return t+1 < s.End && strings.HasPrefix(d.Tokens[t+1].Tag, "JJ")
	case "HYPH":
		return true
	case "CC":
		// "fresh and possible" joins adjectives; nouns joined are two phrases.
		return t > s.First && t+2 < s.End && strings.HasPrefix(d.Tokens[t-1].Tag, "JJ") && strings.HasPrefix(d.Tokens[t+1].Tag, "JJ") && d.groupOf[t+1] < 0
	}
	return token.IsNoun() && d.groupOf[t] < 0
}
