package same

import (
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"demarche/internal/topic"
)

// Demand is what is compared of a demand.
type Demand struct {
	By, Of   []string        // the sides, as the caller tells them apart; Of may be empty
	ByStems  map[string]bool // of how texts call those of By and Of, see Stems
	OfStems  map[string]bool
	Polarity string // "do" or "dont"
	What     string // the words for what is wanted
	Day      string // "2021-12-31"; "" when not known
}

// Prepared is a demand made ready for comparing.
type Prepared struct {
	by, of   []string
	at       int      // day, counted from any
	dated    bool     // whether it has one
	denied   bool     // whether something is not to be
	deadline string   // as written, "" when there is none
	run      []string // all words in order, folded
	tokens   []token  // content words, each once
	weight   float64  // of all tokens
	byStems  map[string]bool
	ofStems  map[string]bool
}

// token is a content word.
type token struct {
	stem   string // stands for all stems of the same meaning
	plain  string // its own stem
	weight float64
	name   bool
	number bool
	at     int // place in run
}

// says reports whether a word says what is wanted, and is not light.
func (t token) says() bool { return t.weight >= contentWeight }

// The weights of words. A name tells demands apart better than other words do;
// the names of those who are compared anyhow say nothing new.
const (
	contentWeight = 1.0
	lightWeight   = 0.3
	nameWeight    = 1.5
	ownWeight     = 0.5 // a name of the demander, or of a month or weekday
)

// longest is how many words of a demand are compared. What stands further behind
// explains it, and comparing costs the product of both lengths.
const longest = 80

// ceaseFire is one word, and no denial of fire.
var ceaseFire = regexp.MustCompile(`(?i)\bcease-fire`)

// Prepare makes a demand ready for comparing. memory may be nil.
func Prepare(d Demand, memory topic.Memory) *Prepared {
	text, deadline := cutDeadline(d.What)
	text = ceaseFire.ReplaceAllString(text, "ceasefire")
	p := &Prepared{by: slices.Sorted(slices.Values(d.By)), of: slices.Sorted(slices.Values(d.Of)),
		denied: d.Polarity == "dont", deadline: deadline,
		byStems: d.ByStems, ofStems: d.OfStems}
	p.at, p.dated = dayNumber(d.Day)
	all := split(text)
	all = all[:min(len(all), longest)]
	r := reader{words: known(), memory: memory, byNames: d.ByStems, ofNames: d.OfStems, titled: titled(all, memory)}
	negated := r.read(p, all)
	p.denied = p.denied != negated
	for _, t := range p.tokens {
		p.weight += t.weight
	}
	return p
}

// Deadline returns by when it is to be done, as written, "" when it is not said.
func (p *Prepared) Deadline() string { return p.deadline }

// Topics returns the stems of the words that say what the demand is about,
// without light words and the names of its sides.
func (p *Prepared) Topics() []string {
	var stems []string
	for _, t := range p.tokens {
		if t.weight >= contentWeight && !t.number {
			stems = append(stems, t.stem)
		}
	}
	return stems
}

// Keys returns the stems of which a text that says the same has at least one,
// with those of other words for the same, for looking up candidates.
func (p *Prepared) Keys() []string {
	var keys []string
	w := known()
	for _, t := range p.tokens {
		keys = append(keys, t.plain)
		keys = append(keys, w.meaning[t.stem]...)
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// Topic returns the stem that stands for all words of the meaning of a stem.
func Topic(stem string) string { return known().one(stem) }

// Stems returns the stems of names: names proper, adjectives, seats.
func Stems(names []string) map[string]bool {
	stems := map[string]bool{}
	for _, name := range names {
		for _, key := range topic.Keys(name) {
			stems[key] = true
		}
	}
	return stems
}

// dayNumber counts days, so that the difference of two is a subtraction.
func dayNumber(day string) (n int, ok bool) {
	t, err := time.Parse(time.DateOnly, day)
	return int(t.Unix() / (24 * 60 * 60)), err == nil
}

// written is a word as the text has it.
type written struct {
	text, folded string
	first        bool // whether nothing stands before it
}

// split cuts a text into words. Digits keep their separators: 2,000 is one word.
func split(text string) []written {
	var all []written
	runes := []rune(text)
	isWord := func(i int) bool {
		r := runes[i]
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return true
		}
		inside := i > 0 && i+1 < len(runes)
		switch r {
		case '\'', '’':
			return inside && unicode.IsLetter(runes[i-1]) && unicode.IsLetter(runes[i+1])
		case ',', '.':
			return inside && unicode.IsDigit(runes[i-1]) && unicode.IsDigit(runes[i+1])
		}
		return false
	}
	for i := 0; i < len(runes); {
		if !isWord(i) {
			i++
			continue
		}
		begin := i
		for i < len(runes) && isWord(i) {
			i++
		}
		word := string(runes[begin:i])
		all = append(all, written{word, topic.Fold(word), len(all) == 0})
	}
	return all
}

// reader turns words into tokens.
type reader struct {
	words            *words
	memory           topic.Memory
	byNames, ofNames map[string]bool
	titled           bool // capitals mark no names
}

// titled reports whether a text has all its words of weight in capitals, as
// headlines have.
func titled(text []written, memory topic.Memory) bool {
	n := 0
	for _, word := range text {
		if stemBy(memory, word.folded) == "" {
			continue
		}
		if unicode.IsLower(firstRune(word.text)) {
			return false
		}
		n++
	}
	return n >= 3
}

// numerals are the numbers that news writes as words.
var numerals = map[string]bool{"two": true, "three": true, "four": true, "five": true, "six": true, "seven": true, "eight": true, "nine": true,
	"ten": true, "eleven": true, "twelve": true, "twenty": true, "thirty": true, "forty": true, "fifty": true, "hundred": true,
	"thousand": true, "million": true, "billion": true, "half": true, "third": true, "quarter": true, "double": true, "triple": true}

// calendar are the names of times, which tell demands apart when they differ
// and say little when they agree.
var calendar = map[string]bool{"january": true, "february": true, "march": true, "april": true, "may": true, "june": true, "july": true,
	"august": true, "september": true, "october": true, "november": true, "december": true, "monday": true, "tuesday": true,
	"wednesday": true, "thursday": true, "friday": true, "saturday": true, "sunday": true}

// read fills the tokens and reports whether what is wanted is denied.
func (r *reader) read(p *Prepared, text []written) (negated bool) {
	particles := map[int]bool{}
	for i, word := range text {
		p.run = append(p.run, word.folded)
		if particles[i] {
			continue
		}
		s, means := stemBy(r.memory, word.folded), ""
		if s == "" && unicode.IsDigit(firstRune(word.text)) {
			s = word.folded // a digit alone is no index key
		}
		if j, verb := r.phrase(text, i, s); j > 0 {
			means, particles[j] = verb, true
		}
		if r.words.negators[word.folded] || r.words.negators[s] || r.words.negators[means] || strings.HasSuffix(word.folded, "n't") {
			negated = true
			continue
		}
		if s == "" || r.ofNames[s] || r.words.modals[word.text] {
			continue
		}
		t := r.token(word, s, means)
		t.at = i
		if i+1 < len(text) && text[i+1].folded == "that" && r.words.wrappers[t.plain] && !slices.ContainsFunc(p.tokens, token.says) {
			t.weight = lightWeight
		}
		if !slices.ContainsFunc(p.tokens, func(o token) bool { return o.stem == t.stem }) {
			p.tokens = append(p.tokens, t)
		}
	}
	return negated
}

// token weighs a word.
func (r *reader) token(word written, s, means string) token {
	t := token{stem: r.words.one(s), plain: s, weight: contentWeight}
	if means != "" {
		t.stem = means
	}
	begins := firstRune(word.text)
	switch {
	case unicode.IsDigit(begins) || numerals[word.folded]:
		t.number, t.stem = true, strings.ReplaceAll(s, ",", "")
	case r.byNames[s] || calendar[word.folded] && unicode.IsUpper(begins):
		t.name, t.weight = true, ownWeight
	case unicode.IsUpper(begins) && !r.titled && !(word.first && strings.HasSuffix(word.folded, "ing")):
		t.name, t.weight = true, nameWeight
	case means == "" && r.words.light[s]:
		t.weight = lightWeight
	}
	return t
}

func firstRune(text string) rune {
	r, _ := utf8.DecodeRuneInString(text)
	return r
}

// reach is how many words may stand between a verb and its particle.
const reach = 4

// phrase returns the place of the particle that goes with the verb at i, and
// what both mean; 0 when there is none.
func (r *reader) phrase(text []written, i int, verb string) (int, string) {
	particles := r.words.phrases[verb]
	if particles == nil {
		return 0, ""
	}
	for j := i + 1; j < len(text) && j <= i+1+reach; j++ {
		if means, ok := particles[text[j].folded]; ok {
			return j, means
		}
	}
	return 0, ""
}
