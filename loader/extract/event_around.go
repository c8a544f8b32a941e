package extract

import (
	"cmp"
	"slices"
	"unicode"
	"unicode/utf8"

	"demarche/schema/frames"
)

// governing is the predicate that a nominal depends on, over other nominals; -1 when there is none.
func (x *extractor) governing(t int) int {
	for at := t; at >= 0; at = x.Tokens[at].Head {
		if x.isVerb(at) {
			return at
		}
		if x.Is(at, "nmod:poss", "acl", "appos", "root") {
			return -1
		}
	}
	return -1
}

// being is the predicate without a verb that a nominal depends on or is: "is due in Lima for talks", "who was at a conference"; -1 when
// there is none.
func (x *extractor) being(t int) int {
	for at := t; at >= 0 && !x.isVerb(at); at = x.Tokens[at].Head {
		if x.Child(at, "cop") >= 0 && x.preposition(at) != "" {
			return at
		}
		if x.Is(at, "nmod:poss", "acl", "appos", "root") {
			break
		}
	}
	return -1
}

// around reads what hangs on a head: "of the OSCE", "with Blinken", "between A and B", "in Stockholm", "on Thursday".
func (x *extractor) around(h *happening, head int) {
	verb := x.isVerb(head)
	for c := range x.Children(head) {
		dated := x.inDate(c) || x.isTime(c)
		if !x.Is(c, "nmod", "obl", "obj", "iobj") && !(x.Is(c, "conj") && !verb && x.EntityOf(c) >= 0) && !(dated && x.Is(c, "advmod")) ||
			x.Is(c, "nmod:poss") || !verb && c >= h.first && c < h.end {
			continue
		}
		left, end := x.Yield(c)
		preposition := x.preposition(c)
		switch {
		case dated:
			if h.when == nil {
				h.when = x.dateAt(c, head)
			}
		case x.leadsPlace(h, preposition, c):
			place := x.placeIn(c)
			if h.place == "" {
				h.place = place
			}
			if place == "" {
				continue
			}
		case verb && !slices.Contains([]string{"between", "among", "with"}, preposition):
			continue
		case x.Is(c, "conj") && preposition == "":
			h.participants = append(h.participants, x.partakers(c)...) // "talks between Russia and the US", where the parser joins the US to the talks
		case h.Type == "agreement" && preposition == "for", slices.Contains([]string{"of", "between", "with", "by", "among", "to", "from"}, preposition):
			h.participants = append(h.participants, x.partakers(c)...)
		default:
			continue
		}
		if verb && left == h.end || c > head && !verb && end-h.end < 20 {
			h.end = max(h.end, x.shortEnd(c))
		}
	}
}

// leadsPlace reports whether a preposition leads the place of an occurrence, in front of a nominal.
func (x *extractor) leadsPlace(h *happening, preposition string, nominal int) bool {
	switch preposition {
	case "in", "at", "near", "around", "outside", "inside", "across", "through", "off":
		return true
	case "on":
		return x.frames.Is(frames.Borders, x.Tokens[nominal].Lemma)
	}
	return slices.Contains(h.Place, preposition) && x.placeIn(nominal) != ""
}

// shortEnd is the token behind a nominal without the clauses that hang on it.
func (x *extractor) shortEnd(t int) int {
	_, end := x.Yield(t)
	for c := range x.Children(t) {
		if c > t && x.Is(c, "acl", "appos", "parataxis") {
			left, _ := x.Yield(c)
			end = min(end, left)
		}
	}
	for end-1 > t && x.Tokens[end-1].IsPunct() {
		end--
	}
	return end
}

// partakers are the actors that a nominal and those joined to it name; of a person with a country in the title, the person.
func (x *extractor) partakers(t int) []int {
	var all []int
	add := func(e int) {
		if e >= 0 && !slices.Contains(all, e) {
			all = append(all, e)
		}
	}
	for _, one := range x.listed(t) {
		e := x.EntityOf(one)
		if person := x.named(one); person >= 0 && !x.isPerson(e) {
			e = person // "Foreign Ministry spokeswoman Maria Zakharova"
		}
		if of := x.with(one, "of", "nmod"); e < 0 && of >= 0 && x.EntityOf(of) >= 0 {
			for _, state := range x.listed(of) {
				add(x.EntityOf(state)) // "ambassadors of Hungary and Poland"
			}
			continue
		}
		if e < 0 {
			e = x.owner(one) // "the alliance's defence ministers"
		}
		add(e)
	}
	return all
}

// doers are partakers, or, where a nominal names nobody, those whom it describes: "hundreds of demonstrators".
func (x *extractor) doers(t int) []int {
	if all := x.partakers(t); len(all) > 0 {
		return all
	}
	if e := x.actorWithin(t); e >= 0 {
		return []int{e}
	}
	if x.frames.Document(x.Tokens[t].Lower) {
		return nil // "the letter cited an April summit"
	}
	if e := x.who(t); e >= 0 {
		return []int{e}
	}
	if of := x.with(t, "of", "nmod"); of >= 0 {
		if e := x.crowd(t, of); e >= 0 {
			return []int{e} // "tens of thousands of people"
		}
		return x.doers(of)
	}
	return nil
}

// actorWithin is the actor in a nominal that is none itself: "hundreds of
// US paratroopers", "10 convoys of Russian troops"; but not the place in
// "teachers in Peru".
func (x *extractor) actorWithin(t int) int {
	first, _ := x.Yield(t)
	end := x.shortEnd(t)
	for c := range x.Children(t) {
		if left, _ := x.Yield(c); c > t && x.preposition(c) != "of" && x.preposition(c) != "" {
			end = min(end, left)
		}
	}
	for at := first; at < end; at++ {
		if e := x.EntityOf(at); e >= 0 && !x.leadsIn(at) {
			return e
		}
	}
	return -1
}

// leadsIn reports whether "in" or the like leads a nominal.
func (x *extractor) leadsIn(t int) bool {
	switch x.preposition(t) {
	case "in", "at", "from", "near":
		return true
	}
	return false
}

// nouns are the nouns that say what a nominal is, as lower-case words: "demonstrators" of "hundreds of demonstrators", "broadcaster"
// and "medium" of "state broadcaster ERT".
func (x *extractor) nouns(t int) []string {
	if t < 0 {
		return nil
	}
	var all []string
	for _, one := range x.listed(t) {
		all = append(all, x.Tokens[one].Lower)
		if of := x.with(one, "of", "nmod"); of >= 0 && x.frames.Is(frames.Vague, x.Tokens[one].Lower) {
			all = append(all, x.Tokens[of].Lower)
		}
		first, _ := utf8.DecodeRuneInString(x.Word(one))
		for c := range x.Children(one) {
			if x.Is(c, "appos") || unicode.IsUpper(first) && x.Is(c, "compound", "nmod:desc") {
				all = append(all, x.Tokens[c].Lower)
			}
		}
		if e := x.EntityOf(one); e >= 0 {
			all = append(all, string(x.Entities[e].Kind))
		}
	}
	return all
}

// addActing adds the actor who acts around a noun: "Stoltenberg hosted a meeting", "At a news conference in Riga, Blinken urged", and takes
// that actor into the evidence.
func (x *extractor) addActing(h *happening, head, verb int) {
	switch x.preposition(head) {
	case "over", "about", "on", "of", "from", "despite", "against", "since", "until", "ahead", "regarding":
		return // who speaks of it takes no part: "sounded the alarm over a buildup"
	case "to":
		if x.Is(head, "nmod") {
			return // "his opposition to the deal"
		}
	}
	subject := x.subject(verb)
	if subject < 0 || subject == head || x.Above(head, subject) || len(h.participants) >= 3 {
		return
	}
	h.participants = append(h.participants, x.doers(subject)...)
	if h.place == "" && x.EntityOf(subject) < 0 {
		h.place = x.placeBeside(subject) // "nurses in Spain ended their walkout"
	}
	if x.Child(verb, "nsubj") == subject {
		left, _ := x.Yield(subject)
		end := x.shortEnd(subject)
		if end-min(left, h.first) < 25 && max(end, h.end)-left < 40 {
			h.first, h.end = min(h.first, left), max(h.end, end)
		}
	}
}

// addBeing adds who is somewhere for an occurrence: "Mr Singh is due in Lima for talks", "the minister, who was at a conference".
func (x *extractor) addBeing(h *happening, head, state int) {
	subject := x.subject(state)
	if subject < 0 || subject == head {
		return
	}
	h.participants = append(h.participants, x.doers(subject)...)
	if state != head {
		x.around(h, state)
		switch x.preposition(state) {
		case "in", "at", "due":
			h.place = cmp.Or(h.place, x.placeIn(state))
		}
	}
	if left, _ := x.Yield(subject); left < h.first && h.first-left <= longest {
		h.first = left
	}
}
