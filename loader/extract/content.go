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
			content = []span.Span{c}
			if q := x.quoted(last - 1); q >= 0 && x.Quotes[q].Inner.End >= s.End && x.quoted(first) != q {
				content = []span.Span{c}
			}
			return content, to, kind
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

// quoteEnding returns the outermost quotation whose closing mark, or last word,
// is the token; -1 when there is none.
func (x *extractor) quoteEnding(token int) int {
	for i, q := range x.Quotes {
		if q.Begin > x.Tokens[token].Begin {
			break
		}
		if q.Level == 0 && (q.End == x.Tokens[token].End || q.Inner.End == x.Tokens[token].End) {
			return i
		}
	}
	return -1
}

// quoteStarting returns the quotation that the token opens, or -1.
func (x *extractor) quoteStarting(token int) int {
	for i, q := range x.Quotes {
		if q.Level == 0 && q.Begin == x.Tokens[token].Begin {
			return i
		}
	}
	return -1
}

func (x *extractor) quoteFirst(quote int) int { return x.TokenAt(x.Quotes[quote].Begin) }

// quoteBeforeSentence reads the quotation that ends the sentence before one
// that begins with "X said": a quotation of several sentences that ends with a
// question mark.
func (x *extractor) quoteBeforeSentence(first int, verb *frames.Verb, end int) []span.Span {
	if first == 0 || !verb.Can("quote") {
		return nil
	}
	q := x.quoteEnding(first - 1)
	if q < 0 || x.taken[q] || x.sentence(first-1).Block != x.sentence(first).Block {
		return nil
	}
	if !x.endsAttributionAt(end, x.sentence(first).End) {
		return nil
	}
	x.taken[q] = true
	return []span.Span{x.Quotes[q].Inner}
}

func (x *extractor) endsAttributionAt(t, end int) bool {
	t = x.skipAdverbials(t, end)
	return t >= end || x.Tokens[t].Tag == "." || x.Tokens[t].Tag == ","
}

// quoteAfterCue reads what follows '"...," he said': the rest of a quotation
// that the cue interrupts, in the same sentence or the next ones of the
// paragraph.
func (x *extractor) quoteAfterCue(quote, from, end int) []span.Span {
	var more []span.Span
	t := x.skipAdverbials(from, end)
	for t < end && (x.Tokens[t].Tag == "," || x.Tokens[t].Tag == ".") {
		t++
	}
	if t < end {
		if q := x.quoteStarting(t); q >= 0 && !x.taken[q] {
			x.taken[q] = true
			more = append(more, x.Quotes[q].Inner)
			end = x.TokenAt(x.Quotes[q].End)
		}
	}
	return append(more, x.quotesFollowing(end)...)
}

// quotesFollowing collects the sentences behind a token that are quotations
// through and through, in the same paragraph, up to one with a cue of its own.
func (x *extractor) quotesFollowing(token int) []span.Span {
	var more []span.Span
	for token < len(x.Tokens) && token > 0 {
		if x.Tokens[token].Tag == "." || x.Tokens[token].Tag == "''" {
			token++
			continue
		}
		q := x.quoteStarting(token)
		if q < 0 || x.taken[q] || x.sentence(token).Block != x.sentence(token-1).Block {
			break
		}
		next := x.TokenAt(x.Quotes[q].End)
		if next < len(x.Tokens) && x.SentenceOf(next) == x.SentenceOf(next-1) && x.hasWords(next, x.sentence(next).End) {
			break // the sentence goes on: it has a cue of its own
		}
		x.taken[q] = true
		more = append(more, x.Quotes[q].Inner)
		token = next
	}
	return more
}

// quoteFrom is the content of a quotation behind its cue, with the quotations
// that follow in the paragraph.
func (x *extractor) quoteFrom(first int) []span.Span {
	q := x.quoteStarting(first)
	x.taken[q] = true
	content := []span.Span{x.Quotes[q].Inner}
	return append(content, x.quotesFollowing(x.TokenAt(x.Quotes[q].End))...)
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
		next := x.skipAdverbials(x.listEnd(n), end)
		if next < end && x.Tokens[next].Lower == "not" {
			next++
		}
		if g := x.groupAt(next); g >= 0 && x.Groups[g].Infinitive {
			return next, x.clauseEnd(next), x.listed(n)
		}
	case "about":
		if n := x.firstPhrase(t, end); n.ok() && verb.Can("addressee-clause") {
			t, to = x.listEnd(n), x.listed(n)
		}
		if t < end && slices.Contains(verb.About, x.Tokens[t].Lower) {
			return t, x.clauseEnd(t), to
		}
	case "object":
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

// quoteComplement finds a quotation that begins behind a verb, over an
// addressee, adverbials, "that", a comma or colon. A quotation that is only a
// piece of a clause is left to the clause.
func (x *extractor) quoteComplement(verb *frames.Verb, t, end int) (first, last int, to []int) {
	if n := x.firstPhrase(t, end); n.ok() && (verb.Can("addressee-clause") || verb.Can("addressee-infinitive")) {
		t, to = x.listEnd(n), x.listed(n)
	}
	t = x.skipAdverbials(t, end)
	mark := t < end && (x.Tokens[t].Tag == "," || x.Tokens[t].Tag == ":")
	for t < end && (x.Tokens[t].Tag == "," || x.Tokens[t].Tag == ":") {
		t++
	}
	if t < end && x.Tokens[t].Lower == "that" {
		t++
	}
	q := -1
	if t < end {
		q = x.quoteStarting(t)
	} else if end < len(x.Tokens) && mark && x.sentence(end).Block <= x.sentence(end-1).Block+1 {
		q, t = x.quoteStarting(end), end // "He said:" and a new paragraph
	}
	if q < 0 || x.taken[q] {
		return -1, -1, nil
	}
	behind := x.TokenAt(x.Quotes[q].End)
	whole := behind >= end || !x.hasWords(behind, end) || x.Tokens[behind].Tag == ","
	if !whole && !mark {
		return -1, -1, nil
	}
	return t, behind, to
}

// skipToClause passes over adverbials if a clause follows them.
func (x *extractor) skipToClause(t, end int) int {
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

// listEnd is the token behind a noun phrase and those joined to it: "the US and
// NATO", and what hangs on it by "of".
func (x *extractor) listEnd(n nominal) int {
	end := x.sentence(n.Head).End
	t := n.End
	for t+1 < end {
		joined := x.Tokens[t].Lower == "and" || x.Tokens[t].Tag == "," || x.Tokens[t].Lower == "or" || x.Tokens[t].Lower == "of" || x.Tokens[t].Lower == "in"
		next := t + 1
		if x.Tokens[t].Tag == "," && x.Tokens[next].Lower == "and" {
			next++
		}
		if !joined || next >= end || x.PhraseOf(next) < 0 || x.Phrases[x.PhraseOf(next)].First != next {
			break
		}
		p := x.nominalOf(x.PhraseOf(next))
		if p.End < end && x.GroupOf(p.End) >= 0 && x.Groups[x.GroupOf(p.End)].Finite && x.Tokens[t].Lower != "of" {
			break
		}
		t = p.End
	}
	return t
}

// listed gives the entities of a phrase and those joined to it by "and".
func (x *extractor) listed(n nominal) []int {
	var all []int
	add := func(n nominal) {
		if e := x.entity(n); e >= 0 && !slices.Contains(all, e) {
			all = append(all, e)
		}
	}
	add(n)
	end := x.listEnd(n)
	for t := n.End; t+1 < end; {
		p := x.PhraseOf(t + 1)
		if p < 0 && t+2 < end {
			p = x.PhraseOf(t + 2)
		}
		if p < 0 {
			break
		}
		next := x.nominalOf(p)
		if lead := x.Tokens[t].Lower; lead == "and" || lead == "," || lead == "or" {
			add(next)
		}
		if next.End <= t {
			break
		}
		t = next.End
	}
	return all
}

// continueQuotes gives quotations without a cue of their own to the speaker of
// the paragraph, or of the one before when that ended in a quotation.
func (x *extractor) continueQuotes() {
	for i, q := range x.Quotes {
		if q.Level > 0 || x.taken[i] {
			continue
		}
		first := x.TokenAt(q.Inner.Begin)
		if first >= len(x.Tokens) {
			continue
		}
		s := x.sentence(first)
		behind := x.TokenAt(q.End)
		whole := s.Begin >= q.Begin && (behind >= len(x.Tokens) || behind >= x.sentence(max(behind-1, 0)).End || !x.hasWords(behind, x.sentence(behind-1).End))
		if !whole || !x.hasVerb(first, behind) {
			continue
		}
		best := -1
		for j := range x.said {
			if x.said[j].content.Begin < q.Begin && s.Block-x.said[j].block <= 1 && s.Block >= x.said[j].block && x.Statements[j].Quoted != "indirect" {
				if best < 0 || x.said[j].content.Begin > x.said[best].content.Begin {
					best = j
				}
			}
		}
		if best < 0 {
			continue
		}
		x.taken[i] = true
		x.state(statement{group: -1, subject: nobody, speaker: x.said[best].speaker, content: []span.Span{q.Inner}, rule: "quote-no-cue", confidence: confidence("quote-no-cue")})
	}
}
