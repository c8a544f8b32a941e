package extract

import (
	"demarche/internal/span"
	"demarche/loader/link"
)

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
