package extract

import (
	"strings"

	"demarche/internal/span"
)

// demandNoun reads a noun of demanding: "Moscow's demand for guarantees", "their call to", "key demands, such as a halt", "the
// demand is that".
func (x *extractor) demandNoun(t int) bool {
	noun := x.frames.DemandNoun(x.Tokens[t].Lower)
	if noun == nil || x.hypothetical(t) {
		return false
	}
	by := x.owner(t)
	if by < 0 {
		by = x.maker2(t)
	}
	if by < 0 {
		if s := x.statementAt(t, false); s >= 0 && noun.Voice {
			by = x.said[s].speaker
		}
	}
	if by < 0 {
		return false
	}
	what, act := x.complementOf(t, noun.Noun)
	if what.Empty() {
		return false
	}
	w := wish{at: t, by: by, cue: x.cueOf(t), what: []span.Span{what}, strength: noun.Strength, rule: "noun:" + noun.Noun, certain: 0.6}
	if act >= 0 {
		if x.negated(act) || strings.HasPrefix(x.Tokens[act].Lower, "non-") {
			w.polarity = "dont"
		}
		if s := x.Child(act, "nsubj"); s >= 0 {
			if e := x.who(s); e >= 0 && e != by {
				w.of = append(w.of, e)
			}
		}
		w.of = append(w.of, x.fromWhom(t, act)...)
		if on := x.with(t, "on", "nmod", "obl"); on >= 0 && on != act && x.animateOrNamed(on) {
			w.of = append(w.of, x.who(on)) // "pressure on China to"
		}
		x.inferAddressee(&w, act)
	}
	return x.demand(w)
}

// light are verbs that do no more than make the noun that is their object.
var light = wordSet("make issue repeat reiterate renew voice put present submit launch send deliver raise file have")

// maker2 is who makes a demand with a verb that says no more: "made a request", "issued an ultimatum".
func (x *extractor) maker2(t int) int {
	head := x.Tokens[t].Head
	if head < 0 || !x.Is(t, "obj") || !light[x.Tokens[head].Lemma] || x.denied(head) {
		return -1
	}
	return x.demander(head)
}

// complementOf finds what a noun of demanding asks for, and the head of that.
func (x *extractor) complementOf(t int, noun string) (what span.Span, head int) {
	for c := range x.Children(t) {
		if c < t {
			continue
		}
		switch preposition := x.preposition(c); {
		case x.Is(c, "nmod", "obl") && (preposition == "for" || preposition == "on" && noun == "insistence"):
			return x.thing(c), c
		case x.Is(c, "nmod", "obl") && preposition == "such":
			return x.thing(c), c
		case x.Is(c, "acl", "advcl", "ccomp", "xcomp") && x.isVerb(c) && x.infinitive(c) && x.Tokens[c].Rel != "acl:relcl":
			return x.act(c), c
		case x.Is(c, "acl", "advcl", "ccomp") && x.marked(c, "that") && noun != "plea" && noun != "appeal" && noun != "need" && x.Tokens[c].Rel != "acl:relcl":
			return x.whole(c), c
		case x.Is(c, "acl", "advcl") && preposition == "for":
			return x.act(c), c
		}
	}
	if what, head = x.behindNoun(t, noun); head >= 0 {
		return what, head
	}
	head = x.Tokens[t].Head
	if head < 0 || !x.Is(t, "nsubj") {
		return span.Span{}, -1
	}
	// "The demand is that X", "proposals are aimed at creating", "envision".
	switch lemma := x.Tokens[head].Lemma; lemma {
	case "aim", "include", "envision", "envisage", "provide", "stipulate", "call":
		for c := range x.Children(head) {
			if c > head && x.Is(c, "obj", "obl", "advcl", "ccomp", "xcomp") && !x.isTime(c) {
				if x.isVerb(c) {
					return x.act(c), c
				}
				return x.thing(c), c
			}
		}
	}
	return span.Span{}, -1
}

// behindNoun finds what a noun asks for by its place, where the parser hangs it on another word: right behind the noun, or behind
// whose demand it is and on whom it presses.
func (x *extractor) behindNoun(t int, noun string) (what span.Span, head int) {
	at, end := t+1, x.sentence(t).End
	for c := range x.Children(t) {
		switch x.preposition(c) {
		case "by", "from", "on", "of", "to":
			if first, behind := x.Yield(c); first == at {
				at = behind
			}
		}
	}
	for at < end && (x.Tokens[at].Lower == "," || x.inDate(at)) {
		at++
	}
	if at >= end {
		return span.Span{}, -1
	}
	head = x.Tokens[at].Head
	switch {
	case head <= at:
	case x.Tokens[at].Tag == "TO" && x.Is(at, "mark") && x.isVerb(head):
		return x.act(head), head
	case x.Tokens[at].Lower == "for" && at == t+1 && x.Is(at, "case"):
		return x.thing(head), head
	case x.Tokens[at].Lower == "that" && x.Is(at, "mark") && x.Tokens[at-1].Lower != "," && noun != "need" && noun != "plea" && noun != "appeal":
		return x.whole(head), head
	case x.Tokens[at].Lower == "such" && x.Is(at, "case"):
		return x.thing(head), head
	}
	return span.Span{}, -1
}

// demandModal reads "Kyiv must sign", "they have to go", in what somebody says.
func (x *extractor) demandModal(t int) bool {
	act, cue, strength := x.obligation(t)
	if act < 0 || x.asked(t) || x.hypothetical(t) || x.embedded(t, act) {
		return false
	}
	s := x.statementAt(t, false)
	if s < 0 {
		return false
	}
	w := wish{at: t, by: x.said[s].speaker, cue: x.cueOf(cue...), strength: strength, rule: "modal:" + x.Tokens[cue[0]].Lemma, certain: 0.6}
	subject := x.subject(t)
	if subject < 0 && act != t {
		subject = x.subject(act)
	}
	there := x.Child(t, "expl") >= 0
	if subject < 0 && !there {
		return false
	}
	if x.negated(t) || act != t && x.negated(act) {
		w.polarity = "dont"
	}
	switch {
	case there:
		w.what = append(w.what, x.whole(t))
		x.inferAddressee(&w, t)
		return x.demand(w)
	case x.Tokens[subject].Lower == "i":
		return false
	}
	for _, one := range x.listed(subject) {
		if e := x.who(one); e >= 0 && x.side(e) != x.side(w.by) {
			w.of = append(w.of, e)
		}
	}
	if len(w.of) == 0 && x.Tokens[subject].Lower == "we" && x.isPerson(w.by) {
		w.of, w.inferred = append(w.of, x.CountryOf(w.by)), true // what a politician says of all of us
	}
	own := x.Tokens[subject].Lower == "we" || x.Tokens[subject].Lower == "you" || x.isNobody(subject)
	if len(w.of) == 0 && !own {
		if e := x.who(subject); e >= 0 && x.side(e) == x.side(w.by) && !x.passive(act) {
			return false // a plan of one's own
		}
	}
	if x.passive(act) || len(w.of) == 0 && !own {
		first, behind := x.Yield(subject)
		w.what, w.of = append(w.what, x.trimmed(first, behind), x.act(act)), nil
		if agent := x.with(act, "by", "obl"); agent >= 0 {
			if e := x.who(agent); e >= 0 {
				w.of = append(w.of, e)
			}
		}
		w.certain = 0.5
	} else {
		w.what = append(w.what, x.act(act))
	}
	if own {
		w.certain = 0.5
	}
	x.inferAddressee(&w, act)
	return x.demand(w)
}

// embedded reports whether a predicate answers "how", "what" or the like, so that nobody asks for it: "how he should handle it",
// "the steps that we have to take".
func (x *extractor) embedded(t, act int) bool {
	for c := range x.Children(t) {
		switch x.Tokens[c].Tag {
		case "WRB", "WP", "WDT":
			if c < t && !x.Is(c, "nsubj", "mark") && x.Tokens[c].Lower != "when" {
				return true
			}
		}
	}
	subject := x.Child(t, "nsubj")
	return x.Is(t, "acl:relcl") && subject >= 0 && !x.isRelative(subject) && x.Child(act, "obj", "obl", "ccomp", "xcomp") < 0
}

// obligation is the predicate that a modal makes a duty, with the tokens of the cue: "must go", "have to go", "needs to go"; -1 when there is none.
func (x *extractor) obligation(t int) (act int, cue []int, strength string) {
	for c := range x.Children(t) {
		if !x.Is(c, "aux") {
			continue
		}
		if x.Tokens[c].Lemma == "have" && c < t {
			return -1, nil, "" // "should have gone" is past
		}
	}
	for c := range x.Children(t) {
		if !x.Is(c, "aux") || c > t {
			continue
		}
		if phrase, n := x.frames.Modal(x.ahead(c)); phrase != nil {
			all := []int{c}
			for k := 1; k < n && c+k < t; k++ {
				all = append(all, c+k)
			}
			return t, all, phrase.Strength
		}
	}
	if !x.isVerb(t) {
		return -1, nil, ""
	}
	if phrase, n := x.frames.Modal(x.ahead(t)); phrase != nil && n > 1 {
		if c := x.Child(t, "xcomp"); c > t && x.infinitive(c) && x.modal(t) == "" {
			return c, []int{t, x.Child(c, "mark")}, phrase.Strength
		}
	}
	return -1, nil, ""
}

// noOrders are verbs whose bare form in direct speech asks for nothing.
var noOrders = wordSet("thank remember note understand know realize recognize wait let guess suppose imagine say look see believe bless welcome congratulation mind fuck damn")

// demandImperative reads "Stop the war", "Let us go", in direct speech.
func (x *extractor) demandImperative(t int) bool {
	token := x.Tokens[t]
	if token.Tag != "VB" && !(token.Lower == "let" && token.Tag != "VBN") || x.Child(t, "nsubj", "aux", "mark") >= 0 && x.Child(t, "nsubj") >= 0 || x.infinitive(t) || x.modal(t) != "" || x.QuoteAt(token.Begin) < 0 || x.asked(t) {
		return false
	}
	if !x.Is(t, "root", "parataxis", "ccomp", "conj") || !x.beginsClause(t) {
		return false
	}
	if x.Is(t, "ccomp") && x.statementCue(x.Tokens[t].Head) < 0 {
		return false
	}
	s := x.statementAt(t, false)
	if s < 0 || x.Child(t, "nsubj") >= 0 && token.Lower != "let" {
		return false
	}
	w := wish{at: t, by: x.said[s].speaker, cue: x.cueOf(t), strength: "demand", rule: "imperative", certain: 0.5}
	if token.Lower == "let" {
		return x.let(t, w)
	}
	if noOrders[token.Lemma] {
		return false
	}
	if x.negated(t) {
		w.polarity = "dont"
	}
	if c := x.Child(t, "vocative"); c >= 0 {
		if e := x.who(c); e >= 0 {
			w.of = append(w.of, e)
		}
	}
	w.what = append(w.what, x.act(t))
	x.inferAddressee(&w, t)
	return x.demand(w)
}

// beginsClause reports whether nothing but "please", "do not" and the like stands between a verb and the mark, or the beginning of the
// sentence, before it.
func (x *extractor) beginsClause(t int) bool {
	first := x.sentence(t).First
	for at := t - 1; at >= first; at-- {
		switch token := x.Tokens[at]; {
		case token.Tag == "``":
			// A quotation within a sentence of others goes on with that: to "give him time".
			return at == first || x.Tokens[at-1].IsPunct()
		case token.IsPunct():
			return true
		case at > first && x.Is(at, "advmod", "discourse", "aux", "cc", "vocative") && token.Tag != "MD":
		default:
			return at == first && x.Is(at, "advmod", "discourse", "aux", "cc", "vocative") && token.Tag != "MD"
		}
	}
	return true
}

// let reads "let us go", "let the UN decide".
func (x *extractor) let(t int, w wish) bool {
	act := x.Child(t, "xcomp", "ccomp")
	object := x.Child(t, "obj")
	if act < 0 || act < t {
		return false
	}
	if object < 0 {
		object = x.Child(act, "nsubj")
	}
	if object < 0 || x.Tokens[object].Lower == "me" {
		return false
	}
	w.cue = x.cueOf(t)
	switch x.Tokens[object].Lower {
	case "us", "'s", "’s":
		w.cue = x.cueOf(t, object)
	default:
		if e := x.who(object); e >= 0 {
			w.of = append(w.of, e)
		}
	}
	if x.negated(act) || x.negated(t) {
		w.polarity = "dont"
	}
	w.what = append(w.what, x.act(act))
	return x.demand(w)
}

// statementCue is the statement whose cue has its head at a token, or -1.
func (x *extractor) statementCue(t int) int {
	for _, i := range x.near(x.sentence(t).Block, 0) {
		if x.said[i].Head == t || x.said[i].Cue.First <= t && t < x.said[i].Cue.End {
			return i
		}
	}
	return -1
}

// demandJudgement reads what a source calls unacceptable, important, necessary.
func (x *extractor) demandJudgement(t int) bool {
	phrase, n := x.frames.Judgement(x.ahead(t))
	if phrase == nil || x.asked(t) {
		return false
	}
	head := t + n - 1
	s := x.statementAt(t, false)
	predicate := x.Child(head, "cop") >= 0
	w := wish{at: t, polarity: phrase.Polarity, strength: phrase.Strength, rule: "judgement:" + phrase.Words, certain: 0.6, cue: []span.Span{x.Words(t, t+n)}}
	if x.negated(head) && n == 1 {
		return false
	}
	if over := x.Tokens[head].Head; over >= 0 && x.Is(head, "xcomp", "obl", "advcl") && !predicate {
		// "called the move unacceptable", "described it as a red line".
		object := x.Child(over, "obj")
		if object < 0 || x.Tokens[object].UPOS == "PRON" || !x.isVerb(over) {
			return false
		}
		if w.by = x.demander(over); w.by < 0 {
			return false
		}
		w.what = append(w.what, x.thing(object))
		x.inferAddressee(&w, object)
		return x.demand(w)
	}
	if s < 0 || !predicate {
		return false
	}
	w.by = x.said[s].speaker
	for c := range x.Children(head) {
		if c > head && x.Is(c, "csubj", "ccomp", "xcomp", "advcl") && !x.marked(c, "if", "because", "as", "when") {
			if noOrders[x.Tokens[c].Lemma] {
				return false // "important to remember"
			}
			if x.negated(c) && w.polarity == "do" {
				w.polarity = "dont"
			}
			if subject := x.Child(c, "nsubj"); subject >= 0 {
				if e := x.who(subject); e >= 0 && e != w.by {
					w.of = append(w.of, e)
				}
			}
			if x.infinitive(c) && x.Child(c, "nsubj") < 0 {
				w.what = append(w.what, x.act(c))
			} else {
				w.what = append(w.what, x.whole(c))
			}
			if forWhom := x.with(head, "for", "obl", "nmod"); forWhom >= 0 && len(w.of) == 0 {
				if e := x.who(forWhom); e >= 0 && e != w.by {
					w.of = append(w.of, e)
				}
			}
			x.inferAddressee(&w, c)
			return x.demand(w)
		}
	}
	subject := x.Child(head, "nsubj", "csubj")
	if subject < 0 && w.polarity == "dont" {
		return x.judgedBefore(head, w)
	}
	if subject < 0 || x.Tokens[subject].UPOS == "PRON" || vague[x.Tokens[subject].Lower] {
		return false
	}
	if w.polarity == "do" && !x.action(subject) {
		return false // "charisma is important" asks for nothing
	}
	w.what = append(w.what, x.thing(subject))
	x.inferAddressee(&w, subject)
	return x.demand(w)
}

// judgedBefore reads a judgement whose subject the parser hangs elsewhere: what stands before the copula, from the last colon,
// semicolon or full stop on.
func (x *extractor) judgedBefore(head int, w wish) bool {
	end := x.Child(head, "cop")
	first := end
	for first > x.sentence(head).First && covered(first-1, x.said[x.statementAt(head, false)].Content) {
		if tag := x.Tokens[first-1].Tag; tag == ":" || tag == "." || tag == "``" {
			break
		}
		first--
	}
	if end-first < 2 {
		return false
	}
	w.what = append(w.what, x.trimmed(first, end))
	x.inferAddressee(&w, x.headOf(first, end))
	return x.demand(w)
}

// action reports whether a subject is something that is done: a gerund, or a
// noun made of a verb.
func (x *extractor) action(t int) bool {
	if x.isVerb(t) || x.Tokens[t].Tag == "VBG" {
		return true
	}
	for _, ending := range []string{"tion", "sion", "ment", "ance", "ence", "sal", "val", "ing"} {
		if strings.HasSuffix(x.Tokens[t].Lemma, ending) {
			return true
		}
	}
	return false
}
