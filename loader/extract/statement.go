package extract

import (
	"strings"

	"demarche/internal/span"
	"demarche/loader/when"
)

// findStatements reads the attributions of the article: verbs of saying in the
// order of the text, outer ones before those inside a quotation (so that "we"
// in a quotation has its speaker), then sources without a verb and quotations
// without a cue.
func (x *extractor) findStatements() {
	x.taken, x.inBlock = map[int]bool{}, make([][]int, len(x.Blocks))
	for _, inside := range []bool{false, true} {
		for g := range x.Groups {
			if (x.quoted(x.Groups[g].Head) >= 0) == inside {
				x.sayGroup(g)
			}
		}
		if !inside {
			x.findDashes()
			x.findSources()
			x.findSayNouns()
			x.findColons()
			x.continueQuotes()
		}
	}
}

// sayGroup makes a statement of a verb group of saying, if it is one.
func (x *extractor) sayGroup(group int) {
	g := x.Groups[group]
	verb, n := x.frames.Say(x.ahead(g.Head))
	if verb == nil || g.Negated && verb.Verb != "believe" && verb.Verb != "think" && verb.Verb != "want" {
		return
	}
	if g.Passive && verb.Verb != "quote" || g.First > 0 && x.Tokens[g.First-1].Lower == "as" && strings.HasSuffix(x.Tokens[g.Head].Lower, "ing") {
		return // "as saying" belongs to "was quoted"
	}
	if g.Infinitive && !x.continued(group) || g.Modal != "" && g.Modal != "would" && g.Modal != "will" {
		return
	}
	after := g.Head + n
	subject := x.subject(group)
	cue := []span.Span{x.Words(g.Head, after)}
	if verb.Verb == "quote" {
		if subject, after = x.quotedAs(group); after < 0 {
			return
		}
		cue = append(cue, x.Words(after-2, after))
	}
	content, addressee, rule := x.content(verb, group, subject, after)
	if len(content) == 0 {
		return
	}
	speaker := x.speaker(subject, g.Head)
	if speaker < 0 {
		return
	}
	if outer := x.contentAt(g.Head); outer >= 0 && x.side(x.said[outer].speaker) == x.side(speaker) && (x.said[outer].speaker == speaker || !strings.HasSuffix(rule, "clause")) {
		return // "I think", or "his country plans to", in what somebody says is part of it
	}
	x.state(statement{group: group, cue: cue, subject: subject, speaker: speaker, addressee: addressee, content: content, rule: rule, confidence: confidence(rule)})
}

// continued reports whether an infinitive only continues another verb: "went
// on to say", "continued to insist", "was quick to add".
func (x *extractor) continued(group int) bool {
	if group == 0 {
		return false
	}
	before := x.Groups[group-1]
	if x.sentence(before.First).First != x.sentence(x.Groups[group].First).First || before.Negated {
		return false
	}
	switch x.Tokens[before.Head].Lower {
	case "went", "goes", "continued", "continues", "began", "sought", "took", "used", "appeared", "rushed", "proceeded":
		return x.Groups[group].First-before.End <= 2
	}
	return false
}

// quotedAs reads "was quoted (by Interfax) as saying" and returns who is
// quoted and the token behind "saying".
func (x *extractor) quotedAs(group int) (nominal, int) {
	g := x.Groups[group]
	s := x.sentence(g.First)
	for t := g.End; t+1 < s.End && t < g.End+14; t++ {
		if x.Tokens[t].Lower == "as" && strings.HasSuffix(x.Tokens[t+1].Lower, "ing") {
			if g.Passive {
				return x.subjectLeft(g.First), t + 2
			}
			// "RIA quoted the ministry as saying": the object is quoted.
			if p := x.PhraseOf(g.End); p >= 0 {
				return x.nominalOf(p), t + 2
			}
		}
	}
	return nobody, -1
}

// statement is a statement before it is written down.
type statement struct {
	group      int
	cue        []span.Span
	subject    nominal
	speaker    int
	addressee  []int
	content    []span.Span
	rule       string
	confidence float64
}

// state writes a statement down.
func (x *extractor) state(s statement) {
	if s.content[0].Empty() {
		return // a quotation mark that ends the text
	}
	at := x.TokenAt(s.content[0].Begin)
	out := Statement{
		Basis:   Basis{Cue: s.cue, Where: x.whereOf(at), Rule: s.rule, Confidence: s.confidence},
		Speaker: x.actor(s.speaker), Content: s.content, Quoted: x.quotedKind(s.content),
	}
	if s.subject.ok() {
		out.Source = x.Words(s.subject.First, s.subject.End)
	}
	for _, a := range s.addressee {
		out.Addressee = append(out.Addressee, x.actor(a))
	}
	x.Statements = append(x.Statements, out)
	last := s.content[len(s.content)-1]
	x.said = append(x.said, said{group: s.group, speaker: s.speaker, content: span.Span{Begin: s.content[0].Begin, End: last.End}, block: x.sentence(at).Block})
	index := len(x.said) - 1
	x.Statements[index].When = x.saidOn(index)
	x.inBlock[x.said[index].block] = append(x.inBlock[x.said[index].block], index)
}

// quotedKind tells direct, indirect and mixed speech apart by how many of the
// words stand in quotation marks.
func (x *extractor) quotedKind(content []span.Span) string {
	inside, outside := 0, 0
	for _, c := range content {
		first, end := x.Within(c)
		for t := first; t < end; t++ {
			if x.Tokens[t].IsPunct() {
				continue
			}
			if x.quoted(t) >= 0 {
				inside++
			} else {
				outside++
			}
		}
	}
	switch {
	case inside == 0:
		return "indirect"
	case outside == 0:
		return "direct"
	default:
		return "mixed"
	}
}

// confidence of a rule, as measured on development texts; the rules that see
// quotation marks are surest.
func confidence(rule string) float64 {
	switch rule {
	case "quote-before-cue", "quote-after-cue":
		return 0.9
	case "clause", "addressee-clause", "clause-before-cue", "inserted", "according-to":
		return 0.8
	case "infinitive", "addressee-infinitive":
		return 0.7
	case "quote-no-cue", "colon":
		return 0.6
	}
	return 0.5
}

// speaker says which entity a subject is. "I" and "we" in a quotation are
// whoever is quoted; "they" and a missing subject are the last speaker's side
// at best, and then nobody.
func (x *extractor) speaker(subject nominal, near int) int {
	if subject.ok() {
		head := x.Tokens[subject.Head]
		switch head.Lower {
		case "i", "we", "us", "me":
			return x.quotedSpeaker(near)
		case "they":
			return x.pluralBefore(subject.Head)
		}
		if maker := x.maker(subject); maker >= 0 {
			return maker
		}
		return x.entity(subject)
	}
	return -1
}

// near lists the statements of a block and of some blocks before it.
func (x *extractor) near(block, back int) []int {
	var all []int
	for b := max(block-back, 0); b <= block; b++ {
		all = append(all, x.inBlock[b]...)
	}
	return all
}

// quotedSpeaker is who says the quotation that a token stands in, or -1.
func (x *extractor) quotedSpeaker(token int) int {
	at := x.Tokens[token].Begin
	best, size := -1, 1<<30
	for _, i := range x.near(x.sentence(token).Block, 1) {
		s := x.said[i]
		if s.content.Begin <= at && at < s.content.End && s.content.Len() < size && x.quoted(token) >= 0 {
			best, size = s.speaker, s.content.Len()
		}
	}
	return best
}

// pluralBefore is the last plural subject before a token, within two sentences.
func (x *extractor) pluralBefore(token int) int {
	here := x.SentenceOf(token)
	for i := x.phraseIndexBefore(token); i >= 0; i-- {
		p := x.Phrases[i]
		if here-x.SentenceOf(p.Head) > 2 {
			return -1
		}
		head := x.Tokens[p.Head]
		if (head.Tag == "NNS" || head.Tag == "NNPS") && !x.isTime(nominal{p.First, p.End, p.Head}) && (p.First == 0 || x.Tokens[p.First-1].Tag != "IN") {
			return x.entity(x.nominalOf(i))
		}
	}
	return -1
}

func (x *extractor) phraseIndexBefore(token int) int {
	for i := len(x.Phrases) - 1; i >= 0; i-- {
		if x.Phrases[i].End <= token {
			return i
		}
	}
	return -1
}

// inheritDay is over how many paragraphs a speaker's day carries on.
const inheritDay = 3

// saidOn is the day of a statement: a time expression beside its cue and
// outside its content, else the day that the same speaker's statement before
// it in the paragraph has.
func (x *extractor) saidOn(i int) *when.Date {
	s := x.said[i]
	at := s.content.Begin
	if s.group >= 0 {
		at = x.Tokens[x.Groups[s.group].Head].Begin
	}
	sentence := x.Sentences[x.SentenceOf(min(x.TokenAt(at), len(x.Tokens)-1))]
	for _, e := range x.dates {
		if !sentence.Contains(e.Span) || inside(e.Span, x.Statements[i].Content) || e.Bound != when.At {
			continue
		}
		if g := x.groupNear(x.TokenAt(e.Begin)); g >= 0 && g != s.group && x.Groups[g].First > 0 && strings.HasPrefix(x.Tokens[x.Groups[g].First-1].Tag, "W") {
			continue // "said the envoy, who met Kerry on Wednesday"
		}
		if d := when.Resolve(e, false); d.Precision == when.Day {
			return &d
		}
	}
	best := -1
	for _, j := range x.near(s.block, inheritDay) {
		if x.Statements[j].When != nil && x.side(x.said[j].speaker) == x.side(s.speaker) && x.said[j].content.Begin < s.content.Begin &&
			(best < 0 || x.said[j].content.Begin > x.said[best].content.Begin) {
			best = j
		}
	}
	if best >= 0 {
		return x.Statements[best].When
	}
	return nil
}

func inside(s span.Span, list []span.Span) bool {
	for _, c := range list {
		if c.Overlaps(s) {
			return true
		}
	}
	return false
}
