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
	titled, gender := t.title(name, m)
	given, known := t.givenName(name)
	kind := name.Kind
	if kind == Unknown {
		kind = t.guessKind(name, titled, known)
	}
	number := Singular
	if t.Words[m.Head].XPOS == "NNPS" && kind != Organization && kind != Place && !titled && !known {
		number = Plural
		switch alone := name.End == name.First+1; {
		case alone && kind == Unknown:
			kind = Person // "Americans", "the Kennedys"
		case !alone && (kind == Person || kind == Unknown):
			number = AnyNumber // "Native Americans", but also "Hugo Banks"
		}
	}
	if kind == Person && gender == AnyGender {
		gender = given
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

// givenName says which gender the given name in a name tells, and whether it is a known one.
// A word that stands alone and ends another name of the text is a surname: "Warren" with
// "Elizabeth Warren".
func (t *text) givenName(name Name) (gender Gender, known bool) {
	w := name.First
	for w < name.End-1 && isTitle(t.lower[w]) {
		w++
	}
	switch word := t.lower[w]; {
	case name.End == name.First+1 && t.surnames[word]:
		return AnyGender, false
	case maleNames[word]:
		return Male, true
	case femaleNames[word]:
		return Female, true
	}
	return AnyGender, false
}

// guessKind guesses what an earlier stage did not say.
func (t *text) guessKind(name Name, titled, given bool) Kind {
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
	case given:
		return Person
	}
	return Unknown
}
