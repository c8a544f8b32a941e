package extract

import (
	"strings"

	"demarche/internal/span"
	"demarche/loader/lang"
	"demarche/schema/frames"
)

// isVerb reports whether a token can be a predicate with a verb: a full verb, or a modal that has lost it.
func (x *extractor) isVerb(t int) bool { return x.Tokens[t].UPOS == "VERB" || x.Tokens[t].Tag == "MD" }

// subject is the token that heads the subject of a predicate: its own, or the one that it shares with another
// predicate ("went on to say", "..., adding that", "officials briefed on the talks"); -1 when there is none.
func (x *extractor) subject(predicate int) int { return x.subjectWithin(predicate, 6) }

// subjectWithin looks at most so many predicates up.
func (x *extractor) subjectWithin(predicate, steps int) int {
	if c := x.Child(predicate, "nsubj", "csubj"); c >= 0 {
		if x.isRelative(c) && x.Is(predicate, "acl:relcl") {
			return x.Tokens[predicate].Head
		}
		return c
	}
	head := x.Tokens[predicate].Head
	if head < 0 || steps == 0 {
		return -1
	}
	switch rel, _, _ := strings.Cut(x.Tokens[predicate].Rel, ":"); rel {
	case "xcomp":
		// "urged Kyiv to sign": Kyiv signs; "promised Kyiv to sign": the promiser does.
		if c := x.Child(head, "obj", "iobj"); c >= 0 && !x.frames.Is(frames.Promising, x.Tokens[head].Lemma) && x.isVerb(head) {
			return c
		}
		return x.subjectWithin(head, steps-1)
	case "conj", "advcl", "ccomp", "parataxis":
		if rel == "conj" && x.finiteBeside(predicate) && x.Tokens[head].Head >= 0 {
			return x.subjectWithin(x.Tokens[head].Head, steps-1)
		}
		if x.QuoteAt(x.Tokens[head].Begin) >= 0 && x.QuoteAt(x.Tokens[predicate].Begin) < 0 && rel == "conj" && len(x.touching) > 0 {
			// '... was "the wrong answer", and appealed to': it goes on with who says that.
			for at := head; at >= 0; at = x.Tokens[at].Head {
				if x.statementCue(at) >= 0 {
					return x.subjectWithin(at, steps-1)
				}
			}
		}
		if rel == "parataxis" && x.Child(predicate, "obj", "ccomp") < 0 {
			return -1
		}
		return x.subjectWithin(head, steps-1)
	case "acl":
		if x.Tokens[predicate].Rel == "acl:relcl" {
			return -1 // "the man whom he saw": its subject would stand in it
		}
		if x.Tokens[predicate].Tag == "VB" {
			// "his plan to attack", "Russia made a promise to leave".
			if c := x.Child(head, "nmod:poss"); c >= 0 {
				return c
			}
			if over := x.Tokens[head].Head; over >= 0 && x.Is(head, "obj") {
				return x.subjectWithin(over, steps-1)
			}
			return -1
		}
		return head
	}
	return -1
}

// isRelative reports whether a token is a relative pronoun.
func (x *extractor) isRelative(t int) bool {
	switch x.Tokens[t].Tag {
	case "WDT", "WP":
		return true
	}
	return x.Tokens[t].Lower == "that" && x.Tokens[t].UPOS == "PRON"
}

// passive reports whether a predicate is in the passive voice: what happens to its subject. It goes by the auxiliary, which is
// there to see; the parser takes "has called" for a passive now and then.
func (x *extractor) passive(predicate int) bool {
	for c := range x.Children(predicate) {
		if x.Is(c, "aux") && (x.Tokens[c].Lemma == "be" || x.Tokens[c].Lemma == "get") && x.Tokens[predicate].Tag != "VBG" {
			return true
		}
	}
	if x.Tokens[predicate].Tag != "VBN" {
		return false
	}
	return x.Tokens[predicate].Rel == "acl" || x.Child(predicate, "obl:agent") >= 0 && !x.perfect(predicate)
}

// negated reports whether a predicate is denied: "not", "never", "no longer", "nobody ...".
func (x *extractor) negated(predicate int) bool {
	for c := range x.Children(predicate) {
		t := x.Tokens[c]
		switch {
		case t.Lemma == "not" && c+1 < len(x.Tokens) && (x.Tokens[c+1].Lower == "only" || x.Tokens[c+1].Lower == "just"):
		case t.Lemma == "not" || t.Lower == "never" || t.Lower == "n't" || t.Lower == "n’t" || t.Lower == "nowhere":
			return true
		case t.Lower == "longer" && c > 0 && x.Tokens[c-1].Lower == "no":
			return true
		case x.Is(c, "nsubj") && x.isNobody(c):
			return true
		}
	}
	return false
}

// isNobody reports whether a nominal stands for nobody or nothing: "no one", "neither side", "no country".
func (x *extractor) isNobody(t int) bool {
	switch x.Tokens[t].Lower {
	case "nobody", "nothing", "none", "neither":
		return true
	}
	if x.Tokens[t].Lower == "one" && t > 0 && x.Tokens[t-1].Lower == "no" {
		return true
	}
	c := x.Child(t, "det")
	return c >= 0 && (x.Tokens[c].Lower == "no" || x.Tokens[c].Lower == "neither")
}

// modal is the modal verb of a predicate, by its base form; "" when there is none.
func (x *extractor) modal(predicate int) string {
	for c := range x.Children(predicate) {
		if x.Tokens[c].Tag == "MD" && x.Is(c, "aux") {
			return modalLemma(x.Tokens[c].Lower)
		}
	}
	return ""
}

// onlyPossible reports whether a modal leaves open if a predicate holds: "could back the plan".
func (x *extractor) onlyPossible(predicate int) bool {
	switch x.modal(predicate) {
	case "could", "might", "may":
		return true
	}
	return false
}

func modalLemma(word string) string {
	switch word {
	case "ca":
		return "can"
	case "wo", "'ll", "’ll":
		return "will"
	case "'d", "’d":
		return "would"
	case "sha":
		return "shall"
	}
	return word
}

// infinitive reports whether a predicate is led by "to".
func (x *extractor) infinitive(predicate int) bool {
	for c := range x.Children(predicate) {
		if x.Tokens[c].Lower == "to" && x.Is(c, "mark") {
			return true
		}
	}
	return false
}

// marked reports whether a clause is led by one of the words: "that", "if", "against".
func (x *extractor) marked(predicate int, words ...string) bool {
	for c := range x.Children(predicate) {
		if x.Is(c, "mark", "case", "advmod") {
			for _, word := range words {
				if x.Tokens[c].Lower == word {
					return true
				}
			}
		}
	}
	return false
}

// preposition is the word that leads a nominal or clause: "for" in "for peace"; "" when none does.
func (x *extractor) preposition(t int) string {
	for c := range x.Children(t) {
		if x.Is(c, "case", "mark") {
			return x.Tokens[c].Lower
		}
	}
	return ""
}

// with is the dependent of a token that a preposition leads, by relations; -1 when there is none.
func (x *extractor) with(t int, preposition string, relations ...string) int {
	for c := range x.Children(t) {
		if x.Is(c, relations...) && x.preposition(c) == preposition {
			return c
		}
	}
	return -1
}

// clause is the tokens [first, end) of a predicate with what hangs on it, from the word from on, up to another statement ("..., he
// said") or a clause with a subject of its own that "and" or "but" joins.
func (x *extractor) clause(predicate, from int) (first, end int) {
	first, end = x.Yield(predicate)
	first = max(first, from)
	for c := range x.Children(predicate) {
		if c <= predicate || c < first {
			continue
		}
		left, _ := x.Yield(c)
		cut := false
		switch {
		case x.Is(c, "parataxis"):
			cut = true
		case x.Is(c, "conj"):
			cut = x.Child(c, "nsubj", "expl") >= 0 || x.finiteBeside(c)
		case x.Is(c, "punct") && c == end-1:
			cut = true
		case x.Is(c, "advcl"):
			// Why, and what somebody adds, are no part of what is wanted.
			comma := x.Tokens[left].Lower == "," || left > 0 && x.Tokens[left-1].Lower == ","
			cut = x.reason(c) || comma && (x.statementCue(c) >= 0 || x.remark(c))
		case x.Is(c, "obl"):
			cut = x.reason(c)
		}
		if cut && left > predicate {
			end = min(end, left)
		}
	}
	end = x.beforeAside(predicate, x.unquoted(predicate, x.goesOn(end)))
	for end > first && (x.Is(end-1, "cc") && end-1 > predicate || x.Tokens[end-1].IsPunct() && x.Tokens[end-1].Tag != "-RRB-" && x.Tokens[end-1].Tag != "''") {
		end--
	}
	return first, max(end, first)
}

// reason reports whether a clause or nominal says why, or beside what: "because", "because of", "while", "after", "even as".
func (x *extractor) reason(t int) bool {
	return x.marked(t, "since", "because", "while", "although", "though", "despite", "according") || x.Is(t, "advcl") && x.marked(t, "after") && x.Tokens[t].Tag == "VBG" ||
		x.Is(t, "advcl") && x.marked(t, "as") && x.Tokens[t].Tag == "VBD" && x.Child(t, "nsubj") >= 0
}

// finiteBeside reports whether a verb in the past hangs by "and" on an infinitive, which it cannot be joined to: "urged Peru to pay and called".
func (x *extractor) finiteBeside(t int) bool {
	head := x.Tokens[t].Head
	return head >= 0 && x.Tokens[t].Tag == "VBD" && x.infinitive(head) && x.Child(t, "aux") < 0
}

// remark reports whether a clause only adds what somebody thinks, or how things stand: ", calling it", ", with ministers saying".
func (x *extractor) remark(t int) bool {
	return x.Tokens[t].Tag == "VBG" && (x.frames.Is(frames.Adding, x.Tokens[t].Lemma) || x.marked(t, "with") && x.Child(t, "nsubj") >= 0)
}

// beforeAside ends a clause in front of a comma behind which something is only said of it, up to its end: what would follow from it ("to lift the
// ban, which would help the ports"), what it is ("to lift the ban, a step that").
func (x *extractor) beforeAside(predicate, end int) int {
	for t := predicate + 2; t < end; t++ {
		if x.Tokens[t-1].Lower != "," {
			continue
		}
		for at := t; at > predicate; at = x.Tokens[at].Head {
			first, behind := x.Yield(at)
			if first < t-1 || behind < end-1 {
				continue
			}
			if x.Tokens[at].Rel == "acl:relcl" && x.Tokens[t].Lower == "which" && (x.modal(at) == "would" || x.modal(at) == "will" || x.modal(at) == "could") ||
				x.Is(at, "appos") && x.Child(at, "det") == t && x.frames.Is(frames.Deeds, x.Tokens[at].Lemma) {
				return t - 1
			}
		}
	}
	return end
}

// unquoted ends a clause where the quotation ends in which its predicate stands, when a comma or full stop says that it ends there:
// '"... drawing it in," which he said'.
func (x *extractor) unquoted(predicate, end int) int {
	quote := x.QuoteAt(x.Tokens[predicate].Begin)
	for t := predicate + 1; t < end && quote >= 0; t++ {
		if x.QuoteAt(x.Tokens[t].Begin) != quote {
			if tag := x.Tokens[t-1].Tag; tag == "," || tag == "." {
				return t
			}
			return end
		}
	}
	return end
}

// goesOn takes in a clause that "that" leads right behind a clause, which the parser hangs elsewhere now and then: "recognize
// that ...".
func (x *extractor) goesOn(end int) int {
	if end >= len(x.Tokens) || x.Tokens[end].Lower != "that" || !x.Is(end, "mark") {
		return end
	}
	if head := x.Tokens[end].Head; head > end {
		if first, behind := x.Yield(head); first == end {
			return behind
		}
	}
	return end
}

// headOf is the token of [first, end) that stands highest in the tree.
func (x *extractor) headOf(first, end int) int {
	for t := first; t < end; t++ {
		if h := x.Tokens[t].Head; (h < first || h >= end) && !x.Tokens[t].IsPunct() {
			return t
		}
	}
	return first
}

func (x *extractor) sentence(t int) lang.Sentence { return x.Sentences[x.SentenceOf(t)] }

// trimmed returns the span of tokens [first, end) without quotation marks and commas at its edges.
func (x *extractor) trimmed(first, end int) span.Span {
	edge := func(t int) bool {
		switch x.Tokens[t].Tag {
		case "``", "''", ",", ":":
			return true
		}
		return false
	}
	for first < end && edge(first) {
		first++
	}
	for end > first && !x.opens(first, end-1) && (edge(end-1) || x.Tokens[end-1].Tag == "." || x.Tokens[end-1].Tag == "WDT" && end-1 > first) {
		end--
	}
	if first >= end {
		return span.Span{}
	}
	return x.Words(first, end)
}

// opens reports whether a token is a closing quotation mark whose opening one stands in [first, token).
func (x *extractor) opens(first, token int) bool {
	if x.Tokens[token].Tag != "''" {
		return false
	}
	open := 0
	for t := first; t < token; t++ {
		switch x.Tokens[t].Tag {
		case "``":
			open++
		case "''":
			open--
		}
	}
	return open > 0
}

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for _, word := range strings.Fields(words) {
		set[word] = true
	}
	return set
}
