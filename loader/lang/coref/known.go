package coref

// knowPronoun says what a pronoun tells of what it means.
func knowPronoun(lower string) (Kind, Number, Gender) {
	switch pronouns[lower].class {
	case "I":
		return Person, Singular, AnyGender
	case "you":
		return Person, AnyNumber, AnyGender
	case "we":
		return Person, Plural, AnyGender
	case "he":
		return Person, Singular, Male
	case "she":
		return Person, Singular, Female
	case "it":
		return Unknown, Singular, AnyGender
	case "they":
		return Unknown, Plural, AnyGender
	}
	if lower == "these" || lower == "those" {
		return Unknown, Plural, AnyGender
	}
	return Unknown, Singular, AnyGender
}

// knowNoun says what a common noun tells.
func (t *text) knowNoun(w int) (Kind, Number, Gender) {
	lemma := t.lemma(w)
	number, gender := Singular, AnyGender
	if t.Words[w].XPOS == "NNS" {
		number = Plural
	}
	switch {
	case maleNouns[lemma]:
		gender = Male
	case femaleNouns[lemma]:
		gender = Female
	}
	kind := nounKind(lemma)
	if t.Words[w].UPOS == "NUM" {
		kind = Date
	} else if kind == Unknown {
		kind = t.nouns[lemma]
	}
	return kind, number, gender
}

// knowName says what the words of a name and the titles before it tell. What an earlier
// stage said of its kind counts most.
func (t *text) knowName(name Name, m Mention) (Kind, Number, Gender) {
	number, kind := Singular, name.Kind
	titled, gender := t.title(name, m)
	first := t.givenName(name)
	given := first >= 0 && (maleNames[t.lower[first]] || femaleNames[t.lower[first]])
	switch {
	case t.Words[m.Head].XPOS != "NNPS" || kind == Organization || kind == Place || titled || given:
	case name.End == name.First+1:
		number = Plural
	case kind == Person || kind == Unknown:
		number = AnyNumber // "Native Americans", but also "Hugo Banks"
	default:
		number = Plural
	}
	if kind == Unknown {
		kind = t.guessKind(name, titled, first)
	}
	if kind == Unknown && number == Plural && name.End == name.First+1 {
		kind = Person // "Americans", "the Kennedys"
	}
	if kind == Person && gender == AnyGender && first >= 0 {
		switch given := t.lower[first]; {
		case maleNames[given]:
			gender = Male
		case femaleNames[given]:
			gender = Female
		}
	}
	return kind, number, gender
}

// titleReach is how many words before a name its title may stand.
const titleReach = 3

// title reports whether a title stands before a name or begins it, and the gender that it tells.
func (t *text) title(name Name, m Mention) (titled bool, gender Gender) {
	for w := max(m.First, name.First-titleReach); w <= name.First; w++ {
		if w == name.First && name.End == name.First+1 {
			break // no name stands behind it: "the Secretary"
		}
		switch word := t.lower[w]; {
		case maleTitles[word]:
			titled, gender = true, Male
		case femaleTitles[word]:
			titled, gender = true, Female
		case titles[word]:
			titled = true
		}
	}
	return titled, gender
}

// givenName is the word of a name where a given name would stand, or -1.
func (t *text) givenName(name Name) int {
	for w := name.First; w < name.End; w++ {
		if !isTitle(t.lower[w]) {
			return w
		}
	}
	return -1
}

// guessKind guesses what an earlier stage did not say.
func (t *text) guessKind(name Name, titled bool, first int) Kind {
	place, date := false, false
	for w := name.First; w < name.End; w++ {
		switch word := t.lower[w]; {
		case organizationWords[word]:
			return Organization
		case placeWords[word], countryWords[word] && w == name.End-1:
			place = true
		case dateWords[word]:
			date = true
		}
	}
	switch {
	case titled:
		return Person
	case date:
		return Date
	case place:
		return Place
	case first >= 0 && (maleNames[t.lower[first]] || femaleNames[t.lower[first]]):
		return Person
	}
	return Unknown
}
