package schema

import (
	"bufio"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode/utf8"
)

// ImportPetrarch reads an actor dictionary in the format of TABARI and
// PETRARCH: names with underscores, synonyms behind "+", and codes in
// brackets, dated or not ("[RUSGOV >120507]"). Persons get a role for each
// dated code, at the country or organisation that the code names; undated
// codes count only for those who have no dated one.
//
// The format does not say what is a person. Taken for persons are entries with
// dated codes and those that its compilers marked as rulers or members of
// governments. An entry whose code is a country's alone is that country.
//
// Each error names file and line; what it concerns is left out and the rest
// imported. Ids are unique within the result, but may be those of actors that
// a catalogue has already.
func ImportPetrarch(name string, r io.Reader) ([]Actor, []error) {
	catalogue, err := Default()
	if err != nil {
		return nil, []error{err}
	}
	p := petrarch{file: name, countries: map[string]*Actor{}, byID: map[string]int{}}
	for _, actor := range catalogue.actors {
		if actor.Kind == Country {
			p.countries[actor.Code] = actor
		}
	}
	for theirs, ours := range map[string]string{"KSV": "XKX", "ROM": "ROU", "TMP": "TLS"} {
		p.countries[theirs] = p.countries[ours]
	}
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		p.line++
		p.read(decoded(lines.Text()))
	}
	if err := lines.Err(); err != nil {
		p.wrong(p.line+1, "%w", err)
	}
	p.flush()
	return p.actors, p.errors
}

// petrarch is the state of an import.
type petrarch struct {
	file      string
	line      int
	countries map[string]*Actor // by code
	entry     petrarchEntry
	actors    []Actor
	byID      map[string]int // -> index in actors
	errors    []error
}

// petrarchEntry is an entry that is being read.
type petrarchEntry struct {
	line   int
	names  []string
	codes  []petrarchCode
	person bool
}

type petrarchCode struct {
	code   string
	period string
	line   int
}

var (
	bracketed   = regexp.MustCompile(`\[([^\[\]]*)\]`)
	codeShape   = regexp.MustCompile(`^([A-Z0-9]{3,})\s*(.*)$`)
	parenthesis = regexp.MustCompile(`\(([^()]*)\)`)
)

func (p *petrarch) wrong(line int, format string, arguments ...any) {
	p.errors = append(p.errors, fmt.Errorf("%s:%d: %w", p.file, line, fmt.Errorf(format, arguments...)))
}

// decoded returns a line as UTF-8; what is not is Latin-1.
func decoded(line string) string {
	if utf8.ValidString(line) {
		return line
	}
	runes := make([]rune, 0, len(line))
	for _, b := range []byte(line) {
		runes = append(runes, rune(b))
	}
	return string(runes)
}

// read takes a line into the current entry, or begins the next one with it.
func (p *petrarch) read(line string) {
	line = strings.TrimSpace(line)
	if line == "" || line[0] == '#' || line[0] == ';' {
		return
	}
	text, comment, _ := strings.Cut(line, ";")
	bracket := strings.IndexByte(text, '[')
	if bracket < 0 {
		bracket = len(text)
	}
	name := strings.TrimSpace(text[:bracket])
	switch {
	case strings.Contains(name, "]"):
		p.wrong(p.line, "%q: the bracket is not opened", name)
		return
	case strings.HasPrefix(name, "+"):
		name = name[1:]
	case name != "" && len(p.entry.codes) > 0:
		p.flush()
	}
	if name != "" {
		if len(p.entry.names) == 0 {
			p.entry.line = p.line
		}
		p.entry.names = append(p.entry.names, name)
	}
	for _, code := range bracketed.FindAllStringSubmatch(text[bracket:], -1) {
		p.addCode(strings.TrimSpace(code[1]))
	}
	if strings.Contains(comment, "CountryInfo") || strings.Contains(comment, "rulers") {
		p.entry.person = true
	}
}

func (p *petrarch) addCode(text string) {
	parts := codeShape.FindStringSubmatch(text)
	if parts == nil {
		if text != "---" { // the dictionaries' mark for what is no actor
			p.wrong(p.line, "%q is no code", text)
		}
		return
	}
	p.entry.codes = append(p.entry.codes, petrarchCode{parts[1], strings.ReplaceAll(parts[2], " ", ""), p.line})
	if parts[2] != "" {
		p.entry.person = true
	}
}

// flush turns the entry that has been read into an actor.
func (p *petrarch) flush() {
	entry := p.entry
	p.entry = petrarchEntry{}
	if len(entry.names) == 0 {
		return
	}
	if len(entry.codes) == 0 {
		p.wrong(entry.line, "%q has no code", entry.names[0])
		return
	}
	actor := Actor{Kind: Organisation, Line: fmt.Sprintf("%s:%d", p.file, entry.line)}
	code := entry.codes[0].code
	country, agents := p.country(code)
	switch {
	case entry.person:
		actor.Kind = Person
	case country != nil && len(code) == 3:
		actor.Kind = Country
	case len(agents) > 0 && agents[len(agents)-1] == "MED" || code == "MED":
		actor.Kind = Medium
	}
	switch {
	case country != nil:
		actor.Code = country.Code
	case strings.HasPrefix(code, "IGO"):
		actor.Code = "IGO"
	}
	if country != nil && actor.Kind == Organisation {
		actor.Of = country.ID
	}
	actor.Name, actor.Aliases = petrarchNames(entry.names, actor.Kind == Person)
	if actor.Name == "" {
		p.wrong(entry.line, "%q is no name", entry.names[0])
		return
	}
	if actor.Kind == Person {
		actor.Roles = p.roles(entry)
	}
	p.join(actor)
}

// country returns the country of a code, or nil, and the groups of three
// letters that follow it. That of a company or militant group comes second.
func (p *petrarch) country(code string) (*Actor, []string) {
	groups := threes(code)
	country := p.countries[groups[0]]
	if country == nil && len(groups) > 1 && slices.Contains([]string{"MNC", "IMG", "NGO", "NGM"}, groups[0]) {
		country = p.countries[groups[1]]
	}
	return country, groups[1:]
}

func threes(code string) []string {
	var groups []string
	for ; len(code) > 3; code = code[3:] {
		groups = append(groups, code[:3])
	}
	return append(groups, code)
}

// roles returns a role for each dated code, or else for each code.
func (p *petrarch) roles(entry petrarchEntry) []Role {
	dated := slices.ContainsFunc(entry.codes, func(c petrarchCode) bool { return c.period != "" })
	var roles []Role
	for _, code := range entry.codes {
		if dated && code.period == "" {
			continue
		}
		from, to, err := petrarchRange(code.period)
		if err != nil {
			p.wrong(code.line, "the dates %q of %s: %w", code.period, code.code, err)
			continue
		}
		country, agents := p.country(code.code)
		role := Role{Title: petrarchTitle(agents), From: from, To: to}
		if country != nil {
			role.Of = country.ID
		} else {
			role.Of, role.Title = petrarchOrganisation(code.code), "Official"
		}
		roles = append(roles, role)
	}
	slices.SortStableFunc(roles, func(a, b Role) int { return a.From.Compare(b.From) })
	return roles
}

// petrarchRange reads ">120507", "<120507" and "080101-120507"; both days belong to it.
func petrarchRange(text string) (from, to time.Time, err error) {
	if text == "" {
		return from, to, nil
	}
	first, last := "", ""
	switch text[0] {
	case '>':
		first = text[1:]
	case '<':
		last = text[1:]
	default:
		var ok bool
		if first, last, ok = strings.Cut(text, "-"); !ok {
			return from, to, fmt.Errorf("two dates joined by a hyphen, or one behind < or >, are needed")
		}
	}
	if first != "" {
		if from, err = petrarchDay(first); err != nil {
			return from, to, err
		}
	}
	if last != "" {
		if to, err = petrarchDay(last); err != nil {
			return from, to, err
		}
	}
	if !to.IsZero() && to.Before(from) {
		return from, to, fmt.Errorf("the last day is before the first")
	}
	return from, to, nil
}

// petrarchDay reads YYMMDD, where 30 to 99 are of the twentieth century, and
// YYYYMMDD.
func petrarchDay(digits string) (time.Time, error) {
	century := ""
	if len(digits) == 6 {
		century = "20"
		if digits[0] >= '3' {
			century = "19"
		}
	}
	day, err := time.Parse("20060102", century+digits)
	if err != nil {
		return day, fmt.Errorf("%q is no day written YYMMDD or YYYYMMDD", digits)
	}
	return day, nil
}
