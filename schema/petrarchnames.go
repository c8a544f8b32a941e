package schema

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// petrarchTitle names an office from the groups of letters behind the country.
func petrarchTitle(agents []string) string {
	if len(agents) == 0 {
		return "Official"
	}
	title := map[string]string{
		"GOV": "Government Member", "ELI": "Public Figure", "MIL": "Military Officer", "OPP": "Opposition Politician",
		"LEG": "Member of Parliament", "JUD": "Judge", "REB": "Rebel", "UAF": "Rebel", "SPY": "Intelligence Officer",
		"COP": "Police Officer", "MED": "Journalist", "BUS": "Executive", "EDU": "Academic", "REL": "Cleric",
	}[agents[0]]
	if title == "" {
		return "Official"
	}
	if agents[0] != "GOV" || len(agents) == 1 {
		return title
	}
	field := map[string]string{
		"MIL": "Defence", "BUS": "Economy", "MED": "Information", "JUD": "Justice", "EDU": "Education", "HLH": "Health",
		"AGR": "Agriculture", "ENV": "Environment", "DEV": "Development", "LAB": "Labour", "HRI": "Human Rights",
		"REF": "Refugees", "SPY": "Intelligence", "COP": "Police", "LEG": "Parliament",
	}[agents[1]]
	if field == "" {
		return title
	}
	return title + " for " + field
}

// petrarchOrganisation returns the id of an international organisation, or
// nothing for those that the catalogue may not have.
func petrarchOrganisation(code string) string {
	for _, known := range []struct{ prefix, id string }{
		{"IGOUNOIAE", "international-atomic-energy-agency"}, {"IGOUNODEVWBK", "world-bank"}, {"IGOUNOHLHWHO", "world-health-organization"},
		{"IGOBUSIMF", "international-monetary-fund"}, {"IGOBUSWTO", "world-trade-organization"}, {"IGOWSTNAT", "nato"},
		{"IGOEUREEC", "european-union"}, {"IGOUNO", "united-nations"},
	} {
		if strings.HasPrefix(code, known.prefix) {
			return known.id
		}
	}
	return ""
}

// petrarchNames makes the first spelling the name and the others aliases.
// What stands in parentheses, usually an abbreviation, is an alias of its own.
func petrarchNames(spellings []string, person bool) (name string, aliases []string) {
	seen := map[string]bool{}
	add := func(spelling string) {
		written := petrarchName(spelling, person)
		key := plainKey(written)
		switch {
		case key == "" || key == "the" || seen[key]:
			return
		case name == "":
			name = written
		default:
			aliases = append(aliases, written)
		}
		seen[key] = true
	}
	for _, spelling := range spellings {
		add(parenthesis.ReplaceAllString(spelling, "_"))
		for _, inner := range parenthesis.FindAllStringSubmatch(spelling, -1) {
			if short := inner[1]; len(short) > 1 && len(short) <= 8 && !strings.ContainsAny(short, "_ ") {
				add(short)
			}
		}
	}
	return name, aliases
}

// petrarchName undoes the capitals and underscores.
func petrarchName(spelling string, person bool) string {
	words := strings.FieldsFunc(spelling, func(r rune) bool { return r == '_' || unicode.IsSpace(r) })
	for i, word := range words {
		switch {
		case strings.ToUpper(word) != word, strings.Contains(strings.TrimSuffix(word, "."), "."):
			// It has small letters already, or is an abbreviation with full stops.
		case i > 0 && slices.Contains(smallWords, word):
			words[i] = strings.ToLower(word)
		case !person && isAbbreviation(word, len(words)):
		default:
			words[i] = capitalised(word)
		}
	}
	return strings.Join(words, " ")
}

var smallWords = []string{"OF", "THE", "AND", "FOR", "IN", "ON", "TO", "DE", "DA", "DO", "DOS", "VON", "VAN", "DER", "DEN", "BIN", "AL", "EL", "LA", "E", "Y"}

// isAbbreviation guesses whether a word in capitals stands for several words:
// it is short and alone, or has no vowel.
func isAbbreviation(word string, words int) bool {
	letters := utf8.RuneCountInString(word)
	return words == 1 && letters <= 5 || letters <= 6 && letters > 1 && !strings.ContainsAny(word, "AEIOUY")
}

// capitalised lowers all letters but the first of each part: "Al-Qaeda", "O'Neill".
func capitalised(word string) string {
	out := []rune(strings.ToLower(word))
	first := true
	for i, r := range out {
		if first && unicode.IsLetter(r) {
			out[i] = unicode.ToUpper(r)
		}
		first = r == '-' || r == '\'' && i == 1 || r == '.' || r == '/' || first && !unicode.IsLetter(r)
	}
	return string(out)
}

// join adds an actor to the result. One person may have several entries.
func (p *petrarch) join(actor Actor) {
	actor.ID = Slug(actor.Name)
	for n := 2; ; n++ {
		i, taken := p.byID[actor.ID]
		if !taken {
			p.byID[actor.ID] = len(p.actors)
			p.actors = append(p.actors, actor)
			return
		}
		known := &p.actors[i]
		if known.Kind == actor.Kind && known.Code == actor.Code {
			for _, alias := range actor.Aliases {
				if !slices.Contains(known.Aliases, alias) && alias != known.Name {
					known.Aliases = append(known.Aliases, alias)
				}
			}
			known.Roles = append(known.Roles, actor.Roles...)
			slices.SortStableFunc(known.Roles, func(a, b Role) int { return a.From.Compare(b.From) })
			return
		}
		actor.ID = fmt.Sprintf("%s-%d", Slug(actor.Name), n)
	}
}
