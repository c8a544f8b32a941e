package coref

// group says which templates a mention is ranked by.
type group int

const (
	thirdPerson  group = iota // he, she, it, they
	speechPerson              // I, we, you
	pointing                  // this, those
	nominals
	names
	groups // how many there are
)

var groupNames = [groups]string{"third", "speech", "pointing", "nominal", "name"}

// item is a mention with what ranking asks of it.
type item struct {
	Mention
	at        int // its index among the items
	sentence  int
	paragraph int
	group     group
	pronoun   pronoun
	quote     int // number of the quotation that it stands in, or -1
	speaker   int // number of who says it; see ranker.speakers
	possessor int // item that owns it ("his" of "his wife"), or -1
	governor  int // word that it hangs on, past "and", or -1
	clause    int // word that heads the clause it stands in
	subject   int // word that is the subject of its governor, or -1
	link      link
	linked    int // item that link ties it to, or -1

	words     []string // names: the words that name
	initials  []string // names: what its acronym could be
	titles    []string // names: nouns that stand before it
	modifiers []string // lemmas of what describes it
	proper    []string // those that are or are made of names: "russian", "us"
	keys      []string // under which it is found; see index

	// Values of features.
	class, role, relation, lemma, kind, number, gender, speech, verb *atom
}

// newItem looks at a mention from all sides.
func (t *text) newItem(at int, m Mention) item {
	i := item{Mention: m, at: at, sentence: int(t.sentence[m.Head]), quote: t.quoted(m.Head), possessor: -1, linked: -1}
	if i.sentence < len(t.Paragraphs) {
		i.paragraph = t.Paragraphs[i.sentence]
	}
	i.governor, i.role = t.roleOf(m.Head)
	i.clause, i.subject = t.clauseOf(m.Head), t.subjectOf(i.governor)
	i.lemma, i.relation = newAtom(t.lemma(m.Head)), newAtom(t.Words[m.Head].Rel)
	i.kind, i.number, i.gender = kindAtoms[m.Kind], numberAtoms[m.Number], genderAtoms[m.Gender]
	if i.kind == nil {
		i.kind = unknownAtom
	}
	if i.governor >= 0 {
		i.verb = newAtom(t.lemma(i.governor))
		if i.role == subjectRole && speechVerbs[i.verb.text] {
			i.speech = yes
		}
	}
	switch m.Form {
	case Pronoun:
		i.pronoun = pronouns[t.lower[m.Head]]
		i.class = classAtoms[i.pronoun.full()]
		switch {
		case i.pronoun.person < 3:
			i.group = speechPerson
		case i.pronoun.class == "this":
			i.group = pointing
		}
	case Nominal:
		i.group, i.class = nominals, t.determiner(m)
		i.modifiers, i.proper = t.modifiersOf(m.Head), t.properOf(m.First, m.Head)
	case Named:
		i.group, i.class = names, nameClass
		i.words, i.initials = t.nameWords(m), t.initialsOf(m)
		i.titles, i.modifiers = t.titlesOf(m)
		i.proper = t.properOf(m.First, m.NameFirst)
	}
	i.keys = i.findKeys()
	return i
}

var (
	yes         = newAtom("yes")
	no          = newAtom("no")
	nameClass   = newAtom("name")
	unknownAtom = newAtom("unknown")
	thingAtom   = newAtom("thing")
	classAtoms  = func() map[string]*atom {
		all := map[string]*atom{}
		for _, p := range pronouns {
			all[p.full()] = newAtom(p.full())
		}
		return all
	}()
	kindAtoms = func() map[Kind]*atom {
		all := map[Kind]*atom{Unknown: unknownAtom}
		for _, kind := range []Kind{Person, Organization, Place, Event, Date, Other} {
			all[kind] = newAtom(string(kind))
		}
		return all
	}()
	personAtom, organizationAtom = kindAtoms[Person], kindAtoms[Organization]
	anyAtom                      = newAtom("any")
	numberAtoms                  = map[Number]*atom{Singular: newAtom("singular"), Plural: newAtom("plural"), AnyNumber: anyAtom}
	genderAtoms                  = map[Gender]*atom{Male: newAtom("male"), Female: newAtom("female"), AnyGender: anyAtom}
)

var (
	subjectRole   = newAtom("subject")
	predicateRole = newAtom("predicate")
	otherRole     = newAtom("other")
	roleAtoms     = map[string]*atom{
		"nsubj": subjectRole, "nsubj:pass": newAtom("passive"), "obj": newAtom("object"), "iobj": newAtom("receiver"), "obl": newAtom("oblique"),
		"obl:agent": newAtom("agent"), "nmod": newAtom("nmod"), "nmod:poss": newAtom("possessor"), "appos": newAtom("apposition"),
		"compound": newAtom("compound"), "vocative": newAtom("vocative"), "root": newAtom("top"), "parataxis": newAtom("top"),
		"list": newAtom("top"), "dislocated": newAtom("dislocated"), "xcomp": predicateRole, "expl": newAtom("expletive"),
	}
)

// roleOf gives the word that a head hangs on and the part it plays there; what is joined
// by "and" plays the part of the first.
func (t *text) roleOf(w int) (governor int, role *atom) {
	for range maxDepth {
		if t.relation(w) != "conj" || t.head[w] < 0 {
			break
		}
		w = int(t.head[w])
	}
	if t.below(w, "cop") >= 0 {
		return int(t.head[w]), predicateRole
	}
	if role = roleAtoms[t.Words[w].Rel]; role == nil {
		role = roleAtoms[t.relation(w)]
	}
	if role == nil {
		role = otherRole
	}
	return int(t.head[w]), role
}

// clauseOf climbs to the word that heads the clause of a word.
func (t *text) clauseOf(w int) int {
	for range maxDepth {
		switch t.relation(w) {
		case "root", "ccomp", "advcl", "acl", "csubj", "parataxis":
			return w
		case "conj":
			if t.Words[w].UPOS == "VERB" {
				return w
			}
		}
		if t.head[w] < 0 {
			return w
		}
		w = int(t.head[w])
	}
	return w
}

// subjectOf is the word that is the subject of a verb, or of the verb that it shares its
// subject with ("wants to replace it", "came and replaced it"); -1 for none.
func (t *text) subjectOf(verb int) int {
	for range maxDepth {
		if verb < 0 {
			return -1
		}
		if subject := t.below(verb, "nsubj"); subject >= 0 {
			return subject
		}
		if relation := t.relation(verb); relation != "xcomp" && (relation != "conj" || t.Words[verb].UPOS != "VERB") {
			return -1
		}
		verb = int(t.head[verb])
	}
	return -1
}
