package frames

import (
	"fmt"
	"slices"

	"demarche/internal/strict"
)

// Word is the words that an entry is about, as the file has them.
type Word struct {
	string

	line int // of the file
}

// UnmarshalYAML reads a word and notes its line.
func (w *Word) UnmarshalYAML(node *strict.Node) error {
	w.line = node.Line
	if err := node.Decode(&w.string); err != nil {
		return fmt.Errorf("line %d: a word was expected here", node.Line)
	}
	return nil
}

// What can follow a verb of demanding.
const (
	ObjectInfinitive = "object-infinitive" // urged X to sign
	Participle       = "participle"        // wants X punished
	Clause           = "clause"            // demanded that X sign
	Object           = "object"            // demanded guarantees
	Gerund           = "gerund"            // proposed signing
	ObjectFor        = "object-for"        // pressed X for guarantees
	Against          = "against"           // warned X against signing
	From             = "from"              // barred X from signing
)

// What can follow a noun of demanding.
const (
	For        = "for"  // a call for guarantees, for signing
	On         = "on"   // their insistence on guarantees
	Of         = "of"   // the importance of signing
	That       = "that" // a demand that X sign
	Infinitive = "to"   // a call to sign
	At         = "at"   // signed at X's request
	List       = "list" // their demands: guarantees, a date
)

// What the object of a verb must be to be a demand.
const (
	Given = "given" // what only others can give: "seeks guarantees", but not "seeks peace"
	Ours  = "ours"  // given, or, in what a source says, what "we" or a state wants: "we need a border"
	Acts  = "acts"  // what is done by those who are told to: "ordered an inquiry", but not "ordered tea"
	Asked = "asked" // of somebody, or from somebody: "what we require of you is a plan"
)

// Forms of a clause that make a demand beside "should", "must" and the bare form.
const (
	Present = "present" // any but the past and the third person: "demanded that they leave"
	Future  = "future"  // will, would: "demanded that he would leave"
	Hoped   = "hoped"   // any but the past, when the clause says who should act: "hopes that he leaves"

	// The plural form of the present behind a verb in the past, or with "would", since what is reported would stand in the past, too:
	// "suggested that they leave".
	Subjunctive = "subjunctive"
)

// What the negation of a verb of demanding does; without either there is no demand.
const (
	Only     = "only" // the verb counts only when negated: "will not allow"
	Opposite = "dont" // what is wanted is not to be done: "do not want X to leave"

	// The verb counts only when it is refused, and that forbids: "will not accept", "could never tolerate", "brooks no".
	Refused = "refused"
)

// Verb is a verb of demanding.
type Verb struct {
	Verb     Word     `yaml:"verb"`     // base form, with a particle or fixed words behind it
	Takes    []string `yaml:"takes"`    // what can follow it, in order of preference
	Strength string   `yaml:"strength"` // of the demand
	Polarity string   `yaml:"polarity"` // "dont" for a verb that forbids
	Negated  string   `yaml:"negated"`  // what its negation does: Only, Refused or Opposite
	Modal    string   `yaml:"modal"`    // counts only with this modal verb: "would like"
	Unsplit  bool     `yaml:"unsplit"`  // no object may stand among its words: "called him a liar for"
	Clause   []string `yaml:"clause"`   // forms of a clause that count, too
	Object   string   `yaml:"object"`   // what an object must be: Given, Ours, Acts or Asked; anything when empty
	Things   bool     `yaml:"things"`   // a thing may be what is to act: "wants the law to change"
	Cue      bool     `yaml:"cue"`      // counts only of people, and where it attributes something: "charged the youths to"
	Voice    bool     `yaml:"voice"`    // in what a source says, its object is what the source wants of the subject: "they need help"

	rest []string // the words behind the verb form
}

// Rest is the words of the verb behind its first.
func (v *Verb) Rest() []string { return v.rest }

// Rule names the rule of the verb: "verb:call for".
func (v *Verb) Rule() string { return "verb:" + v.Verb.string }

// Noun is a noun of demanding.
type Noun struct {
	Noun     Word     `yaml:"noun"`
	Takes    []string `yaml:"takes"` // what can follow it
	Strength string   `yaml:"strength"`
	Voice    bool     `yaml:"voice"` // is the demand of who speaks, where nobody else is named: "stressed the need for"
}

// Rule names the rule of the noun: "noun:plea".
func (n *Noun) Rule() string { return "noun:" + n.Noun.string }

// Accepts reports whether something can follow the noun.
func (n *Noun) Accepts(what string) bool { return slices.Contains(n.Takes, what) }

// Phrase is a fixed phrase with a strength and polarity.
type Phrase struct {
	Words    Word   `yaml:"words"`
	Base     string `yaml:"base"` // base form of its first word, where it is another
	Strength string `yaml:"strength"`
	Polarity string `yaml:"polarity"`

	list []string
	rule string
}

// Rule names the rule of the phrase: "judgement:red line"; forms of one modal have one rule.
func (p *Phrase) Rule() string { return p.rule }
