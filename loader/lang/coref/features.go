package coref

import (
	_ "embed"
	"slices"
	"strings"
	"unicode"
)

// slot is something that a feature may look at; see slotNames.
type slot int

const (
	// Of the mention.
	class    slot = iota // its pronoun, how its description begins, or "name"
	role                 // the part that it plays in its clause
	relation             // the same, in full
	kind                 // what it is, by itself
	number               // by itself
	lemma                // of its head
	verb                 // that it hangs on
	speech               // present if it is the subject of a verb of speech
	quoted               // whether it stands in a quotation
	// Of the entity.
	eKind
	eNumber
	eGender
	eClass   // class of its last mention
	eRole    // part that its last mention plays
	eCount   // how often it was mentioned
	eEarly   // whether the first sentences mention it
	eNoun    // lemma of its last description, if it has no name
	ePronoun // which pronouns mentioned it; "same" with that of the mention among them
	// Of both.
	distance     // in sentences, from the last mention
	gap          // in mentions, from the last mention
	paragraph    // whether the paragraph is the same
	rank         // how many entities that agree are nearer
	order        // how many come first when one looks through each sentence from the left, subjects first
	focus        // how many were mentioned more often
	agree        // whether kind, number and gender agree
	tie          // whether grammar ties them: apposition, predicate
	binding      // how the two stand to each other in a sentence
	sameName     // how the names stand to each other
	sameNoun     // whether the head of the description was used of the entity
	sameMods     // how the modifiers stand to those of the description with the same head
	sharedProper // whether descriptions and titles have a name in common: "Russian"
	sameOwner    // whether the descriptions belong to the same
	quotes       // which of both stands in which quotation
	speaker      // how the speakers of I, you, we stand to each other
	source       // whether the quotation is ascribed to the entity
	// Of beginning an entity.
	closest    // how close the closest name or description is that there is
	agreeing   // how many entities agree
	mods       // how many modifiers the mention has
	start      // whether it stands in the first sentences
	complement // whether a clause follows that "it" may stand for: "it is clear that"
	slots
)

// slotNames is how templates and the model file call the slots.
var slotNames = [slots]string{"class", "role", "relation", "kind", "number", "lemma", "verb", "speech", "quoted",
	"e-kind", "e-number", "e-gender", "e-class", "e-role", "e-count", "e-early", "e-noun", "e-pronoun",
	"distance", "gap", "paragraph", "rank", "order", "focus", "agree", "tie", "binding", "same-name", "same-noun", "same-mods",
	"shared-proper", "same-owner", "quotes", "speaker", "source",
	"closest", "agreeing", "mods", "start", "complement"}

// values are those of the slots for one choice; absent ones are nil.
type values [slots]*atom

// template is the slots that make a feature, for one group of mentions.
type template struct {
	name  string // such as "join third: class e-kind"
	hash  uint64
	slots []slot
}

//go:embed templates.txt
var templatesText string

// joins are the templates for joining an entity, begins those for beginning one.
var joins, begins = readTemplates(templatesText)

// readTemplates reads templates.txt. It panics at what it does not understand, since the
// file is part of the program.
func readTemplates(text string) (joins, begins [groups][]template) {
	var head []string
	for line := range strings.Lines(text) {
		fields := strings.Fields(line)
		switch {
		case len(fields) == 0 || fields[0] == "#":
			continue
		case fields[0] == "join" || fields[0] == "begin":
			head = fields
			continue
		}
		for _, name := range head[1:] {
			g := slices.Index(groupNames[:], name)
			t := template{name: head[0] + " " + name + ": " + strings.Join(fields, " ")}
			t.hash = newAtom(t.name).hash
			for _, field := range fields {
				s := slices.Index(slotNames[:], field)
				if g < 0 || s < 0 {
					panic("coref: templates.txt: no such slot or group: " + t.name)
				}
				t.slots = append(t.slots, slot(s))
			}
			if head[0] == "join" {
				joins[g] = append(joins[g], t)
			} else {
				begins[g] = append(begins[g], t)
			}
		}
	}
	return joins, begins
}

// feature is the hash of a template with its values; false if a value is absent.
func (t *template) feature(v *values) (uint64, bool) {
	hash := t.hash
	for _, s := range t.slots {
		if v[s] == nil {
			return 0, false
		}
		hash = mix(hash, v[s].hash)
	}
	return hash, true
}

// texts gives the values as the model file has them, with blanks between them; "" if one
// cannot be told apart there, such as a lemma with a blank in it.
func (t *template) texts(v *values) string {
	var all []string
	for _, s := range t.slots {
		if !isPlain(v[s].text) {
			return ""
		}
		all = append(all, v[s].text)
	}
	return strings.Join(all, " ")
}

// isPlain reports whether a text can stand in a model file.
func isPlain(text string) bool {
	return text != "" && text[0] != '[' && !strings.ContainsFunc(text, func(r rune) bool { return unicode.IsSpace(r) || !unicode.IsPrint(r) })
}
