package extract

import (
	"strings"

	"demarche/internal/span"
	"demarche/loader/link"
	"demarche/loader/when"
)

// findStatements reads the attributions of the article: verbs of saying in the
// order of the text, outer ones before those inside a quotation (so that "we"
// in a quotation has its speaker), then sources without a verb and quotations
// without a cue.
func (x *extractor) findStatements() {
	x.taken = map[int]bool{}
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
	if g.Passive && !(verb.Verb == "quote") {
		return
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
	x.said = append(x.said, said{group: s.group, subject: s.subject, speaker: s.speaker, content: span.Span{Begin: s.content[0].Begin, End: last.End}, block: x.sentence(at).Block})
	x.Statements[len(x.Statements)-1].When = x.saidOn(len(x.said) - 1)
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

// quotedSpeaker is who says the quotation that a token stands in, or -1.
func (x *extractor) quotedSpeaker(token int) int {
	at := x.Tokens[token].Begin
	best, size := -1, 1<<30
	for _, s := range x.said {
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

// findSources reads sources outside the clause: "according to the ministry".
func (x *extractor) findSources() {
	for i, s := range x.Sentences {
		for t := s.First; t < s.End; t++ {
			n := x.frames.Source(x.ahead(t))
			if n == 0 || x.quoted(t) >= 0 || t+n >= s.End {
				continue
			}
			source := x.firstPhrase(t+n, s.End)
			if !source.ok() {
				continue
			}
			// "according to a report by Agence France-Presse": who made the document.
			speaker := x.entity(source)
			if maker := x.maker(source); maker >= 0 {
				speaker = maker
			}
			if speaker < 0 {
				continue
			}
			content := x.around(i, t, x.sourceEnd(source, s.End))
			if len(content) == 0 {
				continue
			}
			x.state(statement{group: -1, cue: []span.Span{x.Words(t, t+n)}, subject: source, speaker: speaker, content: content, rule: "according-to", confidence: confidence("according-to")})
			t = source.End
		}
	}
}

func (x *extractor) firstPhrase(t, end int) nominal {
	if t < end && x.PhraseOf(t) >= 0 {
		return x.nominalOf(x.PhraseOf(t))
	}
	return nobody
}

// maker is the actor behind a document: "a report by X", "X's report".
func (x *extractor) maker(document nominal) int {
	if !x.frames.Document(x.Tokens[document.Head].Lower) {
		return -1
	}
	for t := document.First; t < document.Head; t++ {
		if e := x.EntityOf(t); e >= 0 {
			return e
		}
	}
	if at := document.End; at+1 < len(x.Tokens) && (x.Tokens[at].Lower == "by" || x.Tokens[at].Lower == "from" || x.Tokens[at].Lower == "of") {
		if n := x.firstPhrase(at+1, x.sentence(document.Head).End); n.ok() {
			return x.EntityOf(n.Head)
		}
	}
	if x.Tokens[document.First].Lower != "the" {
		return -1
	}
	// "The proposals": those that were somebody's a few sentences ago.
	for i := x.phraseIndexBefore(document.First); i >= 0 && x.SentenceOf(document.Head)-x.SentenceOf(x.Phrases[i].Head) <= 8; i-- {
		p := x.Phrases[i]
		if x.Tokens[p.Head].Lower != x.Tokens[document.Head].Lower {
			continue
		}
		if owner, _ := x.ownerOf(i); owner >= 0 {
			return owner
		}
	}
	return -1
}

// sourceEnd is the token behind a source that stands outside the clause: the
// next comma, or the end of the sentence.
func (x *extractor) sourceEnd(source nominal, end int) int {
	for t := source.End; t < end; t++ {
		if x.Tokens[t].Tag == "," || x.Tokens[t].Tag == "." {
			return t
		}
		if g := x.GroupOf(t); g >= 0 && x.Groups[g].Finite {
			break
		}
	}
	return source.End
}

// around is the rest of a sentence beside what stands at [first, end).
func (x *extractor) around(sentence, first, end int) []span.Span {
	s := x.Sentences[sentence]
	var content []span.Span
	if before := x.trimmed(s.First, first); !before.Empty() && x.hasVerb(s.First, first) {
		content = append(content, before)
	}
	if end < s.End {
		if after := x.trimmed(end, x.clauseEnd(min(end+1, s.End-1))); !after.Empty() && x.hasVerb(end, s.End) {
			content = append(content, after)
		}
	}
	return content
}

func (x *extractor) hasVerb(first, end int) bool {
	for t := first; t < end; t++ {
		if g := x.GroupOf(t); g >= 0 && x.Groups[g].Finite {
			return true
		}
	}
	return false
}

// findSayNouns reads nouns of saying with a clause: "Western concerns that
// Russian troops may stay".
func (x *extractor) findSayNouns() {
	for p := range x.Phrases {
		head := x.Phrases[p].Head
		if !x.frames.SayNoun(x.Tokens[head].Lower) || head+2 >= len(x.Tokens) || x.Tokens[head+1].Lower != "that" && x.Tokens[head+1].Tag != "IN" {
			continue
		}
		that, speaker := head+1, -1
		subject := nobody
		for t := x.Phrases[p].First; t < head; t++ {
			if e := x.EntityOf(t); e >= 0 {
				speaker, subject = e, nominal{x.Mentions[x.MentionOf(t)].First, x.Mentions[x.MentionOf(t)].End, t}
			}
		}
		if word := x.Tokens[that].Lower; speaker < 0 && (word == "by" || word == "from" || word == "of") {
			subject = x.firstPhrase(that+1, x.sentence(head).End)
			if subject.ok() {
				speaker, that = x.EntityOf(subject.Head), subject.End
			}
		}
		if speaker < 0 || that+1 >= len(x.Tokens) || x.Tokens[that].Lower != "that" {
			continue
		}
		end := x.clauseEnd(that + 1)
		if content := x.trimmed(that+1, end); !content.Empty() && x.hasVerb(that+1, end) {
			x.state(statement{group: -1, cue: []span.Span{x.Words(head, head+1)}, subject: subject, speaker: speaker, content: []span.Span{content}, rule: "noun-clause", confidence: confidence("noun-clause")})
		}
	}
}

// findColons reads "Lavrov to Blinken: Russia needs guarantees", and transcripts.
func (x *extractor) findColons() {
	for _, s := range x.Sentences {
		for t := s.First + 1; t < s.First+8 && t+1 < s.End; t++ {
			if x.Tokens[t].Tag != ":" || x.Doc.Text[x.Tokens[t].Begin] != ':' || x.GroupOf(t-1) >= 0 {
				continue
			}
			speaker := x.EntityOf(s.First)
			if speaker < 0 || x.hasVerb(s.First, t) || !x.hasVerb(t, s.End) && x.whereOf(t) == Body {
				break
			}
			if kind := x.Entities[speaker].Kind; kind == "medium" || x.Mentions[x.MentionOf(s.First)].Form == link.Adjective {
				break // a dateline
			}
			end := s.End
			content := x.trimmed(t+1, end)
			if content.Empty() {
				break
			}
			var addressee []int
			if to := x.Mentions[x.MentionOf(s.First)].End; to+1 < t && x.Tokens[to].Lower == "to" {
				if e := x.EntityOf(to + 1); e >= 0 {
					addressee = append(addressee, e)
				}
			}
			m := x.Mentions[x.MentionOf(s.First)]
			x.state(statement{group: -1, cue: []span.Span{x.Words(t, t+1)}, subject: nominal{m.First, m.End, m.End - 1}, speaker: speaker, addressee: addressee, content: []span.Span{content}, rule: "colon", confidence: confidence("colon")})
			break
		}
	}
}

// findDashes reads a quotation with its source behind a dash: "..." — Ana Lima.
func (x *extractor) findDashes() {
	for i, q := range x.Quotes {
		dash := x.TokenAt(q.End)
		if q.Level > 0 || x.taken[i] || dash+1 >= len(x.Tokens) || x.Tokens[dash].Tag != ":" || x.Doc.Text[x.Tokens[dash].Begin] == ':' {
			continue
		}
		source := x.firstPhrase(dash+1, x.sentence(dash+1).End)
		if !source.ok() || !x.endsAt(source.End, x.sentence(dash+1).End) {
			continue
		}
		if speaker := x.entity(source); speaker >= 0 {
			x.taken[i] = true
			x.state(statement{group: -1, cue: []span.Span{x.Words(dash, dash+1)}, subject: source, speaker: speaker, content: []span.Span{q.Inner}, rule: "quote-dash", confidence: confidence("quote-no-cue")})
		}
	}
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
		if d := when.Resolve(e, false); d.Precision == when.Day {
			return &d
		}
	}
	best := -1
	for j := range x.said[:i] {
		if x.Statements[j].When != nil && x.side(x.said[j].speaker) == x.side(s.speaker) && x.said[j].content.Begin < s.content.Begin &&
			(best < 0 || x.said[j].content.Begin > x.said[best].content.Begin) {
			best = j
		}
	}
	if best >= 0 && s.block-x.said[best].block <= inheritDay {
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
