package extract

import (
	"slices"
	"strings"

	"demarche/internal/span"
	"demarche/loader/lang"
	"demarche/schema/frames"
)

// content finds what a verb of saying attributes, to whom it was said, and the
// rule that found it. What stands before the verb ('"...," he said') comes
// first, then the complements that the verb's frame lists.
func (x *extractor) content(verb *frames.Verb, group int, subject nominal, after int) (content []span.Span, addressee []int, rule string) {
	participle := x.Tokens[x.Groups[group].Head].Tag == "VBG" && x.hasClause(after, x.sentence(x.Groups[group].Head).End)
	if (verb.Can("quote") || verb.Can("clause")) && !participle {
		if content, rule = x.contentBefore(verb, group, subject); len(content) > 0 {
			return content, x.addresseeBehind(verb, after), rule
		}
	}
	s := x.sentence(x.Groups[group].Head)
	for _, kind := range verb.Takes {
		if verb.Manner && kind != "quote" {
			continue
		}
		first, last, to := x.complement(kind, verb, group, subject, after, s.End)
		if first < 0 {
			continue
		}
		if kind == "quote" {
			return x.quoteFrom(first), to, "quote-after-cue"
		}
		if c := x.trimmed(first, last); !c.Empty() {
			return []span.Span{c}, to, kind
		}
	}
	return nil, nil, ""
}

// contentBefore reads a quotation or clause in front of "X said".
func (x *extractor) contentBefore(verb *frames.Verb, group int, subject nominal) ([]span.Span, string) {
	g := x.Groups[group]
	s := x.sentence(g.Head)
	first := g.First // of "X said" or "said X"
	if subject.ok() && subject.First < first && subject.First >= s.First {
		first = subject.First
	}
	end := g.End
	if subject.ok() && subject.First >= g.End {
		end = subject.End
	}
	if first == s.First {
		return x.quoteBeforeSentence(s.First, verb, end), "quote-before-cue"
	}
	at := first - 1
	if x.Tokens[at].Tag == "," && at > s.First {
		at--
	} else if x.Tokens[at].Tag != "''" && x.Tokens[at].Tag != "," && x.Doc.Text[x.Tokens[at].Begin] != '?' && x.Doc.Text[x.Tokens[at].Begin] != '!' {
		return nil, ""
	}
	if q := x.quoteEnding(at); q >= 0 && verb.Can("quote") {
		x.taken[q] = true
		content := []span.Span{x.Quotes[q].Inner}
		// A quotation that only ends a longer sentence: all of it is content.
		if begin := x.quoteFirst(q); begin > s.First && x.hasWords(s.First, begin) {
			content = []span.Span{x.trimmed(s.First, at+1)}
		}
		return append(content, x.quoteAfterCue(q, end, s.End)...), "quote-before-cue"
	}
	if verb.Can("clause") && !verb.Manner {
		if inserted := x.inserted(first, end, s); len(inserted) > 0 {
			return inserted, "inserted"
		}
	}
	if !verb.Can("clause") || verb.Manner || !x.endsAttribution(group, s.End) && !(subject.ok() && subject.First >= g.End && x.endsAt(subject.End, s.End)) {
		return nil, ""
	}
	if !x.hasVerb(s.First, first) {
		return nil, ""
	}
	content := x.trimmed(s.First, first)
	if q := x.quoted(g.Head); q >= 0 {
		content.Begin = max(content.Begin, x.Quotes[q].Inner.Begin)
	}
	if content.Empty() {
		return nil, ""
	}
	return []span.Span{content}, "clause-before-cue"
}

// inserted reads an attribution between commas, "The museum, Mr Obama said,
// would ...": what stands on both sides of it is the content.
func (x *extractor) inserted(first, end int, s lang.Sentence) []span.Span {
	behind := x.skipAdverbials(end, s.End)
	if x.Tokens[first-1].Tag != "," || behind+2 >= s.End || x.Tokens[behind].Tag != "," {
		return nil
	}
	last := x.clauseEnd(behind + 1)
	if !x.hasVerb(behind, last) || x.Tokens[behind+1].Tag == "VBG" || questions[x.Tokens[behind+1].Lower] && x.hasVerb(s.First, first) {
		return nil
	}
	begin := s.First
	if x.Tokens[begin].Tag == "CC" && x.Tokens[begin+1].Tag == "," {
		begin += 2
	}
	before, after := x.trimmed(begin, first), x.trimmed(behind, last)
	if before.Empty() || after.Empty() {
		return nil
	}
	return []span.Span{before, after}
}

func (x *extractor) endsAt(t, end int) bool {
	t = x.skipAdverbials(t, end)
	return t >= end || x.Tokens[t].Tag == "," || x.Tokens[t].Tag == "."
}

func (x *extractor) hasWords(first, end int) bool {
	for t := first; t < end; t++ {
		if !x.Tokens[t].IsPunct() {
			return true
		}
	}
	return false
}

// addresseeBehind reads whom '"...," he told reporters' speaks to.
func (x *extractor) addresseeBehind(verb *frames.Verb, after int) []int {
	if !verb.Can("addressee-clause") && !verb.Can("addressee-infinitive") {
		return nil
	}
	if n := x.firstPhrase(after, x.sentence(after-1).End); n.ok() {
		return x.listed(n)
	}
	return nil
}

// complement finds one kind of complement behind a verb: its tokens
// [first, end), and whom it addresses; first is -1 when it is not there.
func (x *extractor) complement(kind string, verb *frames.Verb, group int, subject nominal, after, end int) (first, last int, to []int) {
	t := after
	if subject.ok() && subject.First == after {
		t = subject.End // said the minister
	}
	switch kind {
	case "quote":
		return x.quoteComplement(verb, t, end)
	case "clause":
		return x.clauseComplement(x.skipToClause(t, end), end)
	case "addressee-clause":
		n := x.firstPhrase(t, end)
		if !n.ok() {
			return -1, -1, nil
		}
		first, last, _ = x.clauseComplement(x.skipToClause(x.listEnd(n), end), end)
		return first, last, x.listed(n)
	case "infinitive":
		t = x.skipAdverbials(t, end)
		if g := x.groupAt(t); g >= 0 && x.Groups[g].Infinitive {
			return t, x.clauseEnd(t), nil
		}
	case "addressee-infinitive":
		n := x.firstPhrase(t, end)
		if !n.ok() {
			return -1, -1, nil
		}
		next := x.skipAdverbials(x.pastApposition(x.listEnd(n), end), end)
		first := next
		if next < end && x.Tokens[next].Lower == "not" {
			next++
		}
		if g := x.groupAt(next); g >= 0 && x.Groups[g].Infinitive {
			return first, x.clauseEnd(next), x.listed(n)
		}
	case "about":
		if n := x.firstPhrase(t, end); n.ok() && verb.Can("addressee-clause") {
			t, to = x.listEnd(n), x.listed(n)
		}
		if t < end && slices.Contains(verb.About, x.Tokens[t].Lower) {
			return t, x.clauseEnd(t), to
		}
	case "object":
		if t >= end {
			return -1, -1, nil
		}
		if p := x.PhraseOf(t); p >= 0 && x.Phrases[p].First == t && !x.isTime(x.nominalOf(p)) && x.Tokens[x.Phrases[p].Head].Tag != "PRP" {
			return t, x.clauseEnd(t), nil
		}
	case "predicate":
		return x.predicate(t, end)
	}
	return -1, -1, nil
}

// predicate reads what somebody is called, behind the object: "called him a
// liar", "described the talks as useful".
func (x *extractor) predicate(t, end int) (first, last int, to []int) {
	n := x.firstPhrase(t, end)
	if n.ok() {
		t = n.End
	} else if t < end && x.Tokens[t].Tag != "IN" {
		return -1, -1, nil
	}
	if t < end && x.Tokens[t].Tag == "IN" && x.Tokens[t].Lower != "as" {
		return -1, -1, nil
	}
	if t < end && x.Tokens[t].Lower == "as" {
		t++
	}
	if t >= end || x.PhraseOf(t) < 0 && x.Tokens[t].Tag != "``" && !strings.HasPrefix(x.Tokens[t].Tag, "JJ") {
		return -1, -1, nil
	}
	return t, x.clauseEnd(t), nil
}

func (x *extractor) groupAt(t int) int {
	if t >= len(x.Tokens) {
		return -1
	}
	if g := x.GroupOf(t); g >= 0 && x.Groups[g].First == t {
		return g
	}
	return -1
}

// skipToClause passes over adverbials if a clause follows them.
func (x *extractor) skipToClause(t, end int) int {
	// "said in an interview published on Monday that": nothing finite comes between.
	for i := t; i < end && i < t+16; i++ {
		token := x.Tokens[i]
		if token.Lower == "that" && token.Tag == "IN" {
			return i
		}
		if g := x.GroupOf(i); g >= 0 && x.Groups[g].Finite || token.Tag == "," || token.Tag == "``" || token.Tag == "PRP" || token.Tag == ":" {
			break
		}
	}
	next := x.skipAdverbials(t, end)
	if next > t && next < end && (x.Tokens[next].Lower == "that" || x.Tokens[next].Tag == "``" || x.Tokens[next].Tag == "," || x.PhraseOf(next) >= 0 || x.Tokens[next].Tag == "PRP") {
		t = next
	}
	if t+1 < end && x.Tokens[t].Tag == "," && x.Tokens[t+1].Lower == "that" {
		t++
	}
	return t
}

var questions = wordSet("how why what whether if who when where")

// clauseComplement reads a clause that begins at a token: "that ...", "how
// ...", or without a conjunction when a subject and a finite verb follow.
func (x *extractor) clauseComplement(t, end int) (first, last int, to []int) {
	if t >= end {
		return -1, -1, nil
	}
	token := x.Tokens[t]
	if token.Lower == "that" && x.PhraseOf(t) < 0 || token.Lower == "that" && t+1 < end {
		if last = x.clauseEnd(t + 1); t+1 < end && x.hasVerb(t+1, last) {
			return t + 1, last, nil
		}
		return -1, -1, nil
	}
	if questions[token.Lower] {
		return t, x.clauseEnd(t), nil
	}
	start := t
	if token.Tag == "``" || token.Tag == "CC" {
		t++
	}
	if t >= end {
		return -1, -1, nil
	}
	last = x.clauseEnd(t)
	if g := x.groupAt(t); g >= 0 && x.Tokens[x.Groups[g].Head].Tag == "VBG" && x.hasVerb(x.Groups[g].End, last) {
		return start, last, nil
	}
	subordinate := x.Tokens[t].Tag == "IN" && x.PhraseOf(min(t+1, end-1)) >= 0 && x.hasVerb(t, last)
	if x.PhraseOf(t) < 0 && x.Tokens[t].Tag != "PRP" && !strings.HasPrefix(x.Tokens[t].Tag, "JJ") && !subordinate {
		return -1, -1, nil
	}
	// A finite verb must follow the subject before anything closes the clause.
	for i := t; i < last; i++ {
		if g := x.GroupOf(i); g >= 0 {
			if x.Groups[g].Finite {
				return start, last, nil
			}
			if x.Groups[g].Infinitive && !subordinate {
				return -1, -1, nil
			}
			i = x.Groups[g].End - 1
		}
	}
	return -1, -1, nil
}
