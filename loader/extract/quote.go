package extract

import (
	"demarche/internal/span"
	"demarche/schema/frames"
)

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
		whole := s.Begin >= q.Begin && (behind >= len(x.Tokens) || behind >= x.sentence(max(behind-1, 0)).End || !x.hasWords(behind, x.sentence(max(behind-1, 0)).End))
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
