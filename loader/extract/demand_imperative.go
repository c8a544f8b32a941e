package extract

import (
	"demarche/schema/frames"
)

// demandImperative reads "Stop the war", "Let us go", in direct speech or behind a colon.
func (x *extractor) demandImperative(t int) {
	token := x.Tokens[t]
	let := token.Lower == "let"
	if token.Tag != "VB" && !(let && token.Tag != "VBN") || x.infinitive(t) || x.modal(t) != "" || x.asked(t) {
		return
	}
	vocative := x.Child(t, "vocative")
	if subject := x.Child(t, "nsubj"); subject >= 0 && !let {
		if vocative = subject; !x.calledUpon(subject, t) {
			return
		}
	} else if head := token.Head; x.Is(t, "parataxis") && x.Tokens[head].IsName() && x.calledUpon(head, t) {
		vocative = head
	}
	w := wish{at: t, cue: x.cueOf(t), strength: "demand", rule: "imperative", certain: 0.7}
	if !x.inSpeech(t, vocative, &w) {
		return
	}
	if let {
		x.let(t, w)
		return
	}
	object := x.Child(t, "obj", "iobj")
	if x.negated(t) && object >= 0 && x.Tokens[object].Lower == "me" {
		return // "don't get me wrong"
	}
	if x.frames.Is(frames.Idle, token.Lemma) && !(x.negated(t) && object >= 0) || (token.Lemma == "look" || token.Lemma == "listen") && x.Tokens[t+1].IsPunct() {
		return // "Look, this is not who we are"
	}
	if x.negated(t) {
		w.polarity = "dont"
	}
	if vocative >= 0 {
		if e := x.who(vocative); e >= 0 && e != w.by {
			w.of = append(w.of, e)
		}
	}
	w.act, w.what = t, append(w.what, x.act(t))
	x.inferAddressee(&w, t)
	x.demand(w)
}

// inSpeech reports whether a verb in its bare form begins what somebody says to others, and notes who.
func (x *extractor) inSpeech(t, vocative int, w *wish) bool {
	if x.beginsBehindColon(t) && x.ordersBefore(t, w) {
		return true
	}
	s := x.statementAt(t, false)
	turn := s >= 0 && x.Tokens[x.said[s].Head].Lower == ":"
	if x.QuoteAt(x.Tokens[t].Begin) < 0 && !turn || !x.Is(t, "root", "parataxis", "ccomp", "conj") || !x.beginsClause(t) && !x.afterName(vocative, t) && !x.letsUs(t) {
		return false
	}
	if head := x.Tokens[t].Head; x.Is(t, "conj") && !x.goesOnAsking(t) || x.Is(t, "ccomp") && x.isVerb(head) && x.denied(head) {
		return false
	}
	if x.Is(t, "ccomp") && x.statementCue(x.Tokens[t].Head) < 0 && !x.frames.Is(frames.Saying, x.Tokens[x.Tokens[t].Head].Lemma) && vocative < 0 {
		return false
	}
	if s >= 0 {
		w.by = x.said[s].speaker
		return true
	}
	w.by = x.writer(t)
	return w.by >= 0
}

// behindName is the token behind a name whose first word is the head: "Carlos Rey".
func (x *extractor) behindName(head int) int {
	end := head + 1
	for c := range x.Children(head) {
		if _, right := x.Yield(c); c > head && c == end && x.Is(c, "flat") {
			end = right
		}
	}
	return end
}

// afterName reports whether a verb stands behind who is spoken to, and that opens the quotation or the sentence.
func (x *extractor) afterName(vocative, t int) bool {
	if vocative < 0 || vocative > t || x.Tokens[t-1].Lower != "," {
		return false
	}
	first := x.Phrase(vocative).First
	return first == x.sentence(t).First || x.Tokens[first-1].Tag == "``"
}

// letsUs reports whether a token begins "let's" behind a comma, whatever stands before that: "So, you know, let's".
func (x *extractor) letsUs(t int) bool {
	return t > 0 && t+1 < len(x.Tokens) && x.Tokens[t].Lower == "let" && x.Tokens[t-1].Lower == "," && x.isWord(t+1, "us", "'s", "’s")
}

// goesOnAsking reports whether a verb that is joined to another is an imperative like it, or begins a quotation or a clause without a word that joins.
func (x *extractor) goesOnAsking(t int) bool {
	first, _ := x.Yield(t)
	if x.Child(t, "cc") < 0 && x.Tokens[first].Lower == "," || x.opensQuote(t) {
		return true
	}
	head := x.Tokens[t].Head
	return x.Tokens[head].Tag == "VB" && !x.infinitive(head) && x.modal(head) == "" && x.Child(head, "nsubj") < 0
}

// opensQuote reports whether nothing but "do not" and the like stands between a verb and the mark that opens a quotation.
func (x *extractor) opensQuote(t int) bool {
	for at := t - 1; at >= x.sentence(t).First; at-- {
		if x.Tokens[at].Tag == "``" {
			return true
		}
		if !x.Is(at, "advmod", "discourse", "aux") || x.Tokens[at].Head != t {
			return false
		}
	}
	return false
}

// calledUpon reports whether what the parser takes for the subject of a verb in its bare form is who is spoken to: "Madam Mayor, open the books".
func (x *extractor) calledUpon(subject, t int) bool {
	return subject < t && x.Tokens[t-1].Lower == "," && x.behindName(subject) == t-1 && x.Tokens[subject].IsNoun() && x.Child(t, "aux") < 0
}

// beginsBehindColon reports whether a verb stands right behind a colon.
func (x *extractor) beginsBehindColon(t int) bool {
	at := t - 1
	for at > x.sentence(t).First && (x.Is(at, "advmod", "discourse", "aux") && x.Tokens[at].Head == t || x.Tokens[at].Tag == "``") {
		at--
	}
	return at > x.sentence(t).First && x.Tokens[at].Lower == ":"
}

// ordersBefore reports whether a verb of demanding or telling leads to an imperative behind a colon ("They told us: leave", "The union wants more: pay
// the drivers"), and notes who demands it of whom.
func (x *extractor) ordersBefore(t int, w *wish) bool {
	head := x.Tokens[t].Head
	if head < 0 || !x.isVerb(head) || !x.Is(t, "parataxis", "ccomp") || x.denied(head) || x.passive(head) {
		return false
	}
	object := x.Child(head, "obj", "iobj")
	tells := x.frames.Is(frames.Telling, x.Tokens[head].Lemma)
	sends := object >= 0 && x.frames.Is(frames.Signs, x.Tokens[object].Lemma)
	if !tells && !sends && len(x.frames.DemandVerbs(x.Tokens[head].Lower)) == 0 {
		return false
	}
	if w.by = x.demander(head); w.by < 0 {
		return false
	}
	if tells && object >= 0 {
		w.of = x.others(object, w.by)
	}
	return true
}

// writer is who shows or shouts a quotation of which no statement knows: 'held up banners reading "..."'; -1 when nobody does.
func (x *extractor) writer(t int) int {
	quote := x.QuoteAt(x.Tokens[t].Begin)
	if quote < 0 {
		return -1
	}
	for at := t; at >= x.sentence(t).First; at-- {
		if x.QuoteAt(x.Tokens[at].Begin) >= 0 || !x.frames.Is(frames.Signs, x.Tokens[at].Lemma) {
			continue
		}
		verb := x.Tokens[at].Head
		for verb >= 0 && !x.isVerb(verb) {
			verb = x.Tokens[verb].Head
		}
		if verb < 0 {
			return -1
		}
		return x.demander(verb)
	}
	return -1
}

// beginsClause reports whether nothing but "please", "do not" and the like stands between a verb and the mark, or the beginning of the
// sentence, before it.
func (x *extractor) beginsClause(t int) bool {
	first := x.sentence(t).First
	for at := t - 1; at >= first; at-- {
		switch token := x.Tokens[at]; {
		case token.Tag == "``":
			// A quotation within a sentence of others goes on with that: to "give him time".
			return at == first || x.Tokens[at-1].IsPunct() || at > first+1 && x.Tokens[at-1].Tag == "CC" && x.Tokens[at-2].Tag == "''"
		case token.Lower == ",":
			return x.onlyLeads(first, at, t)
		case token.IsPunct():
			return true
		case at > first && x.Is(at, "advmod", "discourse", "aux", "cc", "vocative") && token.Tag != "MD":
		default:
			return at == first && x.Is(at, "advmod", "discourse", "aux", "cc", "vocative") && token.Tag != "MD"
		}
	}
	return true
}

// onlyLeads reports whether all tokens from a mark or the beginning of the sentence up to a comma only lead to a verb: "Please, ...",
// "Mr. President, ...", "When you see it, ...".
func (x *extractor) onlyLeads(first, comma, verb int) bool {
	for k := comma - 1; k >= first; k-- {
		if tag := x.Tokens[k].Tag; tag == "``" || tag == "." || tag == ":" {
			break
		}
		top := k
		for x.Tokens[top].Head >= 0 && x.Tokens[top].Head != verb {
			top = x.Tokens[top].Head
		}
		if x.Tokens[top].Head != verb || !x.Is(top, "vocative", "discourse", "advmod", "advcl", "obl", "punct", "cc") {
			return false
		}
	}
	return true
}

// let reads "let us go", "let the UN decide".
func (x *extractor) let(t int, w wish) {
	act := x.Child(t, "xcomp", "ccomp")
	object := x.Child(t, "obj")
	if act < 0 || act < t || x.frames.Is(frames.Sincere, x.Tokens[act].Lemma) {
		return
	}
	if object < 0 {
		object = x.Child(act, "nsubj")
	}
	if object < 0 || x.Tokens[object].Lower == "me" {
		return
	}
	w.cue = x.cueOf(t)
	switch x.Tokens[object].Lower {
	case "us", "'s", "’s":
		w.cue = x.cueOf(t, object)
		if x.isPerson(w.by) {
			w.of, w.inferred = append(w.of, x.allOfUs(w.by)), true
		}
	default:
		if e := x.who(object); e >= 0 {
			w.of = append(w.of, e)
		}
	}
	if x.negated(act) || x.negated(t) {
		w.polarity = "dont"
	}
	w.what = append(w.what, x.act(act))
	x.demand(w)
}
