package frames

import "strings"

// irregularForms are the forms of strong verbs, behind the base form.
var irregularForms = index(`
say said
tell told
think thought
feel felt
write wrote written
make made making
swear swore sworn
seek sought
hold held
keep kept
mean meant
know knew known
see saw seen seeing
speak spoke spoken
begin began begun beginning
go went gone going
read
forbid forbade forbidden forbidding
beseech besought
plead pleaded pled
meet met
send sent
leave left
withdraw withdrew withdrawn
lay laid
strike struck
shoot shot
be is are was were been being am
take took taken taking
give gave given giving
come came coming
withhold withheld
foretell foretold
fly flew flown
hit hitting
sweep swept
beat beaten beating
lose lost
blow blew blown
fight fought
win won
hear heard
find found
sink sank sunk
put
set
shut
sit sat
throw threw thrown
`)

func index(text string) map[string][]string {
	forms := map[string][]string{}
	for _, line := range strings.Split(strings.TrimSpace(text), "\n") {
		words := strings.Fields(line)
		forms[words[0]] = words[1:]
	}
	return forms
}

// stressed are verbs of more than one syllable, or with "qu", that double their last consonant in front of -ed and -ing.
var stressed = set(strings.Fields("admit begin cancel commit compel concur defer expel forbid label permit propel quip quit rebut refer signal travel"))

// doubles reports whether a verb doubles its last consonant: "admit", and what is one short syllable, "plan".
func doubles(base string) bool {
	if stressed[base] {
		return true
	}
	n := len(base)
	if n < 3 || vowel(base[n-1]) || strings.IndexByte("wxy", base[n-1]) >= 0 || !vowel(base[n-2]) {
		return false
	}
	return !strings.ContainsAny(base[:n-2], "aeiouy")
}

// Forms returns the base form of an English verb and its inflected forms, by
// the spelling rules of the language and a list of strong verbs.
func Forms(base string) []string {
	forms := []string{base, plural(base)}
	irregular, strong := irregularForms[base]
	forms = append(forms, irregular...)
	stem := base
	switch {
	case strings.HasSuffix(base, "ie"):
		forms = append(forms, base[:len(base)-2]+"ying")
	case strings.HasSuffix(base, "e") && !strings.HasSuffix(base, "ee"):
		stem = base[:len(base)-1]
		forms = append(forms, stem+"ing")
	case doubles(base):
		stem = base + base[len(base)-1:]
		forms = append(forms, stem+"ing", base+"ing")
	default:
		forms = append(forms, base+"ing")
	}
	if strong {
		return forms
	}
	if strings.HasSuffix(base, "y") && len(base) > 1 && !vowel(base[len(base)-2]) {
		return append(forms, base[:len(base)-1]+"ied")
	}
	forms = append(forms, stem+"ed")
	if strings.HasSuffix(base, "ee") || strings.HasSuffix(base, "ie") {
		forms = append(forms, base+"d")
	}
	if doubles(base) {
		forms = append(forms, base+"ed")
	}
	return forms
}

// plural adds the -s of plural nouns and of verbs.
func plural(word string) string {
	switch {
	case strings.HasSuffix(word, "y") && len(word) > 1 && !vowel(word[len(word)-2]):
		return word[:len(word)-1] + "ies"
	case strings.HasSuffix(word, "s"), strings.HasSuffix(word, "sh"), strings.HasSuffix(word, "ch"), strings.HasSuffix(word, "x"), strings.HasSuffix(word, "z"), strings.HasSuffix(word, "go"), strings.HasSuffix(word, "to") && len(word) > 3:
		return word + "es"
	}
	return word + "s"
}

func vowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }
