package extract

import (
	"demarche/loader/lang/attribution"
)

// fillQuotation lets the content of an attribution reach as far as the quotation goes in which it begins or ends: all that stands
// between two marks is said by one, also what is too far from the cue for the model to see.
func (x *extractor) fillQuotation(a *attribution.Attribution) {
	first, last := &a.Content[0], &a.Content[len(a.Content)-1]
	from, to := first.First, last.End-1 // without the marks, which stand in no quotation
	for to > last.First && x.isMark(to) {
		to--
	}
	for from < first.End-1 && x.isMark(from) {
		from++
	}
	quote := x.QuoteAt(x.Tokens[to].Begin)
	if quote < 0 || quote == x.QuoteAt(x.Tokens[a.Head].Begin) {
		return
	}
	block := x.sentence(a.Head).Block
	inside := func(t int) bool {
		return t >= 0 && t < len(x.Tokens) && x.sentence(t).Block == block && x.QuoteAt(x.Tokens[t].Begin) == quote
	}
	for ; inside(to + 1); to++ {
		last.End = max(last.End, to+2)
	}
	if x.QuoteAt(x.Tokens[from].Begin) == quote {
		for ; inside(from - 1); from-- {
			first.First = min(first.First, from-1)
		}
	}
	// A paragraph that leaves its quotation open says that the next one goes on with it.
	for n := 0; n < mostParagraphs && x.Quotes[quote].Continued; n++ {
		if quote = x.nextQuote(quote); quote < 0 {
			return
		}
		block++
		from, to := x.Within(x.Quotes[quote].Inner)
		if from >= to || from == 0 || x.sentence(from).Block != block || x.sentence(from-1).Block == block && x.Tokens[from-1].Begin != x.Quotes[quote].Begin ||
			from > 1 && x.sentence(from-2).Block == block {
			return // it does not open the paragraph
		}
		a.Content = append(a.Content, attribution.Range{First: from, End: to})
	}
}

// mostParagraphs is over how many paragraphs a quotation is followed.
const mostParagraphs = 20

// isMark reports whether a token is a quotation mark.
func (x *extractor) isMark(t int) bool { return x.Tokens[t].Tag == "``" || x.Tokens[t].Tag == "''" }

// nextQuote is the outermost quotation behind another, or -1.
func (x *extractor) nextQuote(quote int) int {
	for i := quote + 1; i < len(x.Quotes); i++ {
		if x.Quotes[i].Level == 0 {
			return i
		}
	}
	return -1
}

// signed finds quotations with a dash and a name behind them, where the model sees nothing: '"The dam will hold." — Ana Lima, engineer'.
func (x *extractor) signed(said []bool) []attribution.Attribution {
	var all []attribution.Attribution
	for _, q := range x.Quotes {
		first, end := x.Within(q.Inner)
		dash := x.TokenAt(q.End)
		if q.Level > 0 || first >= end || dash+1 >= len(x.Tokens) || !dashes[x.Tokens[dash].Lower] || x.sentence(dash).Block != x.sentence(first).Block {
			continue
		}
		m := x.MentionOf(dash + 1)
		if m < 0 || !x.isPerson(x.Mentions[m].Entity) || said[first] {
			continue
		}
		all = append(all, attribution.Attribution{
			Cue: attribution.Range{First: dash, End: dash + 1}, Head: dash, Confidence: signature, ContentSure: signature, SourceSure: signature,
			Source: []attribution.Range{{First: dash + 1, End: x.Mentions[m].End}}, Content: []attribution.Range{{First: first, End: end}},
		})
	}
	return all
}

// contents tells of each token whether it is in the content of an attribution.
func (x *extractor) contents(found []attribution.Attribution) []bool {
	said := make([]bool, len(x.Tokens))
	for _, a := range found {
		for _, r := range a.Content {
			for t := r.First; t < r.End; t++ {
				said[t] = true
			}
		}
	}
	return said
}

// led finds quotations that fill a paragraph and that the paragraph before leads to, with a colon at its end: "The governor added:".
func (x *extractor) led(said []bool) []attribution.Attribution {
	var all []attribution.Attribution
	for i := 1; i < len(x.Sentences); i++ {
		before, s := x.Sentences[i-1], x.Sentences[i]
		if s.Block != before.Block+1 || x.Tokens[before.End-1].Lower != ":" || s.First+1 >= s.End {
			continue
		}
		quote := x.QuoteAt(x.Tokens[s.First+1].Begin)
		if quote < 0 || x.Quotes[quote].Begin != x.Tokens[s.First].Begin {
			continue
		}
		verb := x.headOf(before.First, before.End)
		subject := x.subject(verb)
		first, end := x.Within(x.Quotes[quote].Inner)
		if subject < 0 || first >= end || said[first] {
			continue
		}
		from, to := x.Yield(subject)
		all = append(all, attribution.Attribution{
			Cue: attribution.Range{First: verb, End: verb + 1}, Head: verb, Confidence: signature, ContentSure: signature, SourceSure: signature,
			Source: []attribution.Range{{First: from, End: to}}, Content: []attribution.Range{{First: first, End: end}},
		})
	}
	return all
}

var dashes = wordSet("— – ― -- -")

// signature is how far the layout of a page is to be trusted where it says whose a quotation is.
const signature = 0.9
