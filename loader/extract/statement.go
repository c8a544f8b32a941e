package extract

import (
	"slices"
	"sort"

	"demarche/internal/span"
	"demarche/loader/lang/attribution"
	"demarche/schema/frames"
)

// said is what later stages need to know of a statement.
type said struct {
	attribution.Attribution
	speaker   int // entity; -1 when it is none
	block     int
	inherited bool // whether the speaker is that of the statement before
}

// findStatements makes statements of the attributions of the text. Who speaks is asked from the outside inwards: "I" in what
// somebody says is that somebody.
func (x *extractor) findStatements() {
	found := x.turns(x.attributions.Find(x.Doc))
	inContent := x.contents(found)
	found = append(found, x.signed(inContent)...)
	found = append(found, x.led(inContent)...)
	slices.SortStableFunc(found, func(a, b attribution.Attribution) int { return width(b) - width(a) })
	x.touching = make([][]int, len(x.Sentences))
	var unknown []said
	for _, a := range found {
		x.fillQuotation(&a)
		s := said{Attribution: a, block: x.sentence(a.Head).Block}
		if s.speaker = x.speaker(a); s.speaker < 0 {
			unknown = append(unknown, s)
			continue
		}
		// Those found so far tell who "I" is in the next.
		x.said = append(x.said, s)
		x.touch(len(x.said) - 1)
	}
	x.inOrder()
	x.goOn(unknown)
	x.dropTwice()
	for i := range x.said {
		x.state(i)
		x.Statements[i].SaidIn = x.within(i)
	}
	x.dateLeads()
}

// dropTwice keeps the surer of two statements of one speaker that say nearly the same with cues side by side: "released a poll that
// shows".
func (x *extractor) dropTwice() {
	again := map[int]bool{}
	for i := range x.said {
		for _, k := range x.touching[x.SentenceOf(x.said[i].Head)] {
			again[i] = again[i] || i != k && x.repeats(x.said[i], x.said[k])
		}
	}
	var kept []said
	for i, s := range x.said {
		if !again[i] {
			kept = append(kept, s)
		}
	}
	x.said = kept
	x.inOrder()
}

// repeats reports whether a statement is the less sure of two that are one.
func (x *extractor) repeats(s, other said) bool {
	return other.speaker == s.speaker && other.Confidence > s.Confidence && !covered(other.Head, s.Content) && !covered(s.Head, other.Content) &&
		10*sharedTokens(s, other) > 7*max(tokens(s), tokens(other))
}

func tokens(s said) int { return sharedTokens(s, s) }

// sharedTokens counts the tokens that two contents share.
func sharedTokens(a, b said) int {
	n := 0
	for _, one := range a.Content {
		for _, other := range b.Content {
			n += max(0, min(one.End, other.End)-max(one.First, other.First))
		}
	}
	return n
}

// goOn gives statements whose speaker is a pronoun that nobody resolved to who spoke last before them, in the same paragraph or the one
// before. The others are left out.
func (x *extractor) goOn(unknown []said) {
	known := len(x.said)
	for _, s := range unknown {
		if len(s.Source) == 0 {
			continue
		}
		pronoun := x.Tokens[x.headOf(s.Source[0].First, s.Source[0].End)].Lower
		i := sort.Search(known, func(i int) bool { return x.said[i].Head >= s.Head }) - 1
		if i < 0 || s.block-x.said[i].block > 1 || !x.speaksAs(pronoun, x.said[i].speaker) {
			continue
		}
		s.speaker, s.inherited = x.said[i].speaker, true
		x.said = append(x.said, s)
	}
	x.inOrder()
}

// speaksAs reports whether a pronoun can stand for an entity.
func (x *extractor) speaksAs(pronoun string, entity int) bool {
	switch pronoun {
	case "he", "she":
		return x.isPerson(entity)
	case "it", "they":
		return !x.isPerson(entity)
	}
	return false
}

// within is the innermost statement in whose content another lies, or -1.
func (x *extractor) within(i int) int {
	best := -1
	for _, k := range x.touching[x.SentenceOf(x.said[i].Head)] {
		if k != i && covered(x.said[i].Head, x.said[k].Content) && width(x.said[k].Attribution) > width(x.said[i].Attribution) &&
			(best < 0 || width(x.said[k].Attribution) < width(x.said[best].Attribution)) {
			best = k
		}
	}
	return best
}

// width is how many tokens the content of an attribution spans.
func width(a attribution.Attribution) int {
	return a.Content[len(a.Content)-1].End - a.Content[0].First
}

// inOrder sorts the statements by their cues.
func (x *extractor) inOrder() {
	slices.SortStableFunc(x.said, func(a, b said) int { return a.Head - b.Head })
	for sentence := range x.touching {
		x.touching[sentence] = x.touching[sentence][:0]
	}
	for i := range x.said {
		x.touch(i)
	}
}

// touch notes a statement at every sentence that its cue or content touches.
func (x *extractor) touch(i int) {
	last := -1
	for _, r := range append(slices.Clone(x.said[i].Content), x.said[i].Cue) {
		for at := x.SentenceOf(r.First); at <= x.SentenceOf(r.End-1); at++ {
			if at != last {
				x.touching[at] = append(x.touching[at], i)
			}
			last = at
		}
	}
}

// state writes a statement down.
func (x *extractor) state(i int) {
	s := x.said[i]
	out := Statement{
		Basis:   Basis{Cue: []span.Span{x.trimmed(s.Cue.First, s.Cue.End)}, Where: x.whereOf(s.Head), Rule: "attribution:" + x.Tokens[s.Head].Lemma, Confidence: s.Confidence},
		Speaker: x.actor(s.speaker), Content: x.spans(s.Content), Quoted: x.quotedKind(s.Content),
	}
	if out.Cue[0].Empty() {
		out.Cue[0] = x.Words(s.Cue.First, s.Cue.End) // a colon
	}
	if len(s.Source) > 0 {
		out.Source = x.Words(s.Source[0].First, s.Source[0].End)
	}
	for _, e := range x.addressees(s) {
		out.Addressee = append(out.Addressee, x.actor(e))
	}
	x.Statements = append(x.Statements, out)
	x.Statements[i].When = x.saidOn(i)
}

// spans are ranges of tokens as spans of text, without quotation marks at their edges; empty ones are left out.
func (x *extractor) spans(ranges []attribution.Range) []span.Span {
	var all []span.Span
	for _, r := range ranges {
		if s := x.trimmed(r.First, r.End); !s.Empty() {
			all = append(all, s)
		}
	}
	if len(all) == 0 {
		all = append(all, x.Words(ranges[0].First, ranges[0].End))
	}
	return all
}

// quotedKind tells direct, indirect and mixed speech apart by how many of the
// words stand in quotation marks.
func (x *extractor) quotedKind(content []attribution.Range) string {
	inside, outside := 0, 0
	for _, r := range content {
		for t := r.First; t < r.End; t++ {
			switch {
			case x.Tokens[t].IsPunct():
			case x.QuoteAt(x.Tokens[t].Begin) >= 0:
				inside++
			default:
				outside++
			}
		}
	}
	switch {
	case inside == 0:
		return "indirect"
	case outside == 0:
		return "direct"
	}
	return "mixed"
}

// speaker is the entity that a source stands for, or -1.
func (x *extractor) speaker(a attribution.Attribution) int {
	if len(a.Source) == 0 {
		return -1
	}
	return x.whoOf(a.Source[0])
}

// addressees are those to whom something is said, by the words around its cue: "told Blinken", "said to reporters".
func (x *extractor) addressees(s said) []int {
	var all []int
	for c := range x.Children(s.Head) {
		if covered(c, s.Source) || covered(c, s.Content) && !x.Is(c, "iobj", "obj") {
			continue // the corpus that the model learned from has "urged" say "Kyiv to sign"
		}
		spoken := x.Is(c, "iobj") || x.Is(c, "obj") && x.frames.Is(frames.Telling, x.Tokens[s.Head].Lemma) || x.Is(c, "obl") && x.preposition(c) == "to"
		if !spoken || x.isTime(c) {
			continue
		}
		all = append(all, x.others(c, s.speaker)...)
	}
	if whom := x.toldFirst(s); len(all) == 0 && whom >= 0 {
		all = x.others(whom, s.speaker)
	}
	return all
}

// toldFirst is the nominal that a content begins with when an infinitive says what it is told to do: "appealed to [the union to come back]"; -1 when there
// is none. The corpus that the model learned from counts whom somebody urges with what is urged.
func (x *extractor) toldFirst(s said) int {
	first, end := s.Content[0].First, s.Content[0].End
	switch before := x.Tokens[max(first-1, 0)].Lower; before {
	case "on", "upon", "to", "with":
	default:
		if first-1 != s.Head || !x.frames.Is(frames.Telling, x.Tokens[s.Head].Lemma) {
			return -1 // "wants the army to", "asked for the army to"
		}
	}
	head := first
	for head < end && !x.Tokens[head].IsNoun() && x.Tokens[head].Tag != "PRP" {
		if x.Tokens[head].Tag == "TO" || x.isVerb(head) {
			return -1
		}
		head++
	}
	for head+1 < end && x.Tokens[head+1].IsNoun() && x.Is(head, "compound", "flat") {
		head++
	}
	if head >= end || x.EntityOf(head) < 0 && !x.animate(head) {
		return -1
	}
	to := head + 1
	if to < end && (x.Tokens[to].Lower == "not" || x.Tokens[to].Lower == "never") {
		to++
	}
	if to+1 >= end || x.Tokens[to].Tag != "TO" || !x.infinitive(x.Tokens[to].Head) {
		return -1
	}
	return head
}

// covered reports whether a token stands in one of the ranges.
func covered(t int, ranges []attribution.Range) bool {
	for _, r := range ranges {
		if r.First <= t && t < r.End {
			return true
		}
	}
	return false
}

// statementAt is the innermost statement whose content holds a token, or -1. With cue, its cue may hold it, too.
func (x *extractor) statementAt(t int, cue bool) int {
	best, size := -1, 1<<30
	for _, i := range x.touching[x.SentenceOf(t)] {
		s := &x.said[i]
		if (covered(t, s.Content) || cue && s.Cue.First <= t && t < s.Cue.End) && width(s.Attribution) < size {
			best, size = i, width(s.Attribution)
		}
	}
	return best
}
