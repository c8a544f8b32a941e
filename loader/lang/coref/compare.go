package coref

// Scales of counts.
var (
	distances  = newScale([]int{1, 2, 3, 4, 6, 11}, "0", "1", "2", "3", "4-5", "6-10", "far")
	gaps       = newScale([]int{2, 3, 4, 6, 9, 13, 21, 41}, "1", "2", "3", "4-5", "6-8", "9-12", "13-20", "21-40", "far")
	ranks      = newScale([]int{1, 2, 3, 6}, "0", "1", "2", "3-5", "more")
	itemCounts = newScale([]int{2, 3, 4, 6, 11}, "1", "2", "3", "4-5", "6-10", "more")
	modCounts  = newScale([]int{1, 2, 3}, "0", "1", "2", "more")
)

// headline is how many sentences count as the beginning of a text.
const headline = 2

// compare fills in the values for an item and an entity that it may join.
func (r *ranker) compare(c *choice, i *item) {
	v, e := &c.values, r.entities[c.entity]
	place := e.before(i.at)
	last := &r.items[e.items[place]]
	c.agrees = i.agrees(e)
	c.place, c.often = r.placeOf(i, last), len(e.items)

	v[eKind], v[eNumber], v[eGender] = e.kindAtom(), numberAtoms[e.number()], genderAtoms[e.gender()]
	v[eClass], v[eRole] = last.class, last.role
	v[eCount] = itemCounts.of(len(e.items))
	v[eEarly] = truth(r.items[e.items[0]].sentence < headline)
	if e.forms&nameForm == 0 {
		v[eNoun] = e.noun
	}
	v[ePronoun] = i.pronounOf(e)
	v[distance] = distances.of(apart(i.sentence, last.sentence))
	v[gap] = gaps.of(apart(i.at, last.at))
	v[paragraph] = truth(i.paragraph == last.paragraph)
	v[agree] = c.agrees
	v[binding] = r.bind(i, e, place)
	v[quotes] = quoteRelation(i.quote, last.quote)
	if i.linked >= 0 && r.entityOf[i.linked] == c.entity {
		v[tie] = linkAtoms[i.link]
	}
	switch i.group {
	case speechPerson:
		v[speaker] = i.speakerOf(e)
		v[source] = truth(r.sourceEntity(i) == c.entity)
	case names:
		v[sameName], v[sameNoun] = i.nameOf(e), i.titleOf(e)
		v[sharedProper] = sharesProper(i.proper, e.proper)
	case nominals:
		i.nounOf(v, e, r.owner(i))
		v[sharedProper] = sharesProper(i.proper, e.proper)
	}
}

func apart(a, b int) int { return max(a-b, b-a) }

// placeOf is how far a search goes before it meets the last mention of an entity: sentence
// by sentence back, from left to right within each, subjects first (after Hobbs 1978).
func (r *ranker) placeOf(i, last *item) int {
	const sentence, notSubject = 10000, 5000
	first, _ := r.bounds(last.sentence)
	place := sentence*apart(i.sentence, last.sentence) + min(last.Head-first, notSubject-1)
	if last.role != subjectRole {
		place += notSubject
	}
	return place
}

var samePronoun = newAtom("same")

// pronounOf says by which pronouns an entity was mentioned.
func (i *item) pronounOf(e *entity) *atom {
	if e.forms&formOf(i.pronoun.class) != 0 {
		return samePronoun
	}
	return formsAtoms[int(e.forms)&(len(formsAtoms)-1)]
}

// Whether what an item tells agrees with its entity: well, as far as is known, or not.
var (
	agreesWell = newAtom("good")
	agreesOpen = newAtom("open")
	notKind    = newAtom("not-kind")
	notNumber  = newAtom("not-number")
	notGender  = newAtom("not-gender")
)

func (i *item) agrees(e *entity) *atom {
	gender, number, kind := e.gender(), e.number(), e.kind()
	switch {
	case i.Gender != AnyGender && gender != AnyGender && i.Gender != gender:
		return notGender
	case i.Number != AnyNumber && number != AnyNumber && i.Number != number && kind != Organization:
		return notNumber
	case i.pronoun.class == "it" && kind == Person:
		return notKind
	case i.pronoun.class == "it":
		return agreesWell
	case kind == Unknown && e.forms&formOf("it") == 0 || i.Kind == Unknown:
		return agreesOpen
	case kind != i.Kind:
		return notKind
	}
	return agreesWell
}

// How an item stands to a mention in the same sentence.
var (
	bindArguments = newAtom("same-verb")
	bindInside    = newAtom("inside")
	bindRelative  = newAtom("relative") // inside, in a relative clause
	bindHolds     = newAtom("holds")
	bindJoined    = newAtom("joined")
	bindClause    = newAtom("same-clause")
	bindSentence  = newAtom("same-sentence")
)

// bindReach is how many mentions of an entity in a sentence are looked at.
const bindReach = 3

// bind says how an item stands to the mentions of an entity in its sentence, of which
// place is the nearest; nil when there are none.
func (r *ranker) bind(i *item, e *entity, place int) *atom {
	var found *atom
	for k := place; k >= 0 && k > place-bindReach; k-- {
		a := &r.items[e.items[k]]
		if a.sentence != i.sentence {
			break
		}
		switch {
		case a.First <= i.Head && i.Head < a.End && r.inRelative(i.Head, a.Head):
			return bindRelative
		case a.First <= i.Head && i.Head < a.End:
			return bindInside
		case i.First <= a.Head && a.Head < i.End:
			return bindHolds
		case a.governor >= 0 && a.governor == i.governor && r.relation(i.Head) == "conj":
			return bindJoined
		case a.governor >= 0 && a.governor == i.governor, a.Head == i.subject:
			return bindArguments
		case a.clause == i.clause:
			found = bindClause
		case found == nil:
			found = bindSentence
		}
	}
	return found
}

// inRelative reports whether a word stands in a relative clause of a head above it.
func (t *text) inRelative(w, head int) bool {
	for range maxDepth {
		if w < 0 || w == head {
			return false
		}
		if t.Words[w].Rel == "acl:relcl" {
			return true
		}
		w = int(t.head[w])
	}
	return false
}

var (
	quotesNone  = newAtom("none")
	quotesSame  = newAtom("same")
	quotesOther = newAtom("other")
	quotesIn    = newAtom("in")  // the item is quoted, the entity's last mention is not
	quotesOut   = newAtom("out") // the other way round
)

func quoteRelation(mine, other int) *atom {
	switch {
	case mine < 0 && other < 0:
		return quotesNone
	case mine == other:
		return quotesSame
	case mine < 0:
		return quotesOut
	case other < 0:
		return quotesIn
	}
	return quotesOther
}

var (
	speakerSame    = newAtom("same")
	speakerOther   = newAtom("other")
	speakerCrossed = newAtom("mixed") // I have called "you" whom I call "I" now, or the other way round
	speakerNone    = newAtom("none")
)

// speakerOf compares who says "I", "you" or "we" with who said it of an entity before.
func (i *item) speakerOf(e *entity) *atom {
	slot := speakerSlot(i.pronoun.class)
	said, crossed := e.speakers[slot], -1
	if slot < 2 {
		crossed = e.speakers[1-slot]
	}
	switch {
	case crossed == i.speaker:
		return speakerCrossed
	case said == i.speaker:
		return speakerSame
	case said >= 0:
		return speakerOther
	}
	return speakerNone
}

// owner is the entity that possesses an item, or -1.
func (r *ranker) owner(i *item) int {
	if i.possessor < 0 {
		return -1
	}
	return r.entityOf[i.possessor]
}
