package schema

import (
	"fmt"
	"slices"
	"strings"

	"demarche/internal/strict"
)

// institutionFile is institutions.yaml: the bodies that every country has,
// with {name}, {the name} and {adjective} for the country's.
type institutionFile struct {
	Article      []string      `yaml:"article"` // countries that are named with "the"
	Institutions []institution `yaml:"institutions"`
}

type institution struct {
	Name    string            `yaml:"name"`
	Aliases []string          `yaml:"aliases"`
	Instead map[string]string `yaml:"instead"` // country -> the actor that is its body of this kind
}

// ambiguity is a name that means several actors on purpose, the likelier first.
type ambiguity struct {
	Text   string   `yaml:"text"`
	Actors []string `yaml:"actors"`
}

func loadInstitutions() (institutionFile, error) {
	var file institutionFile
	err := strict.Unmarshal("institutions.yaml", institutionsYAML, &file)
	return file, err
}

func loadAmbiguities() ([]ambiguity, error) {
	var file struct {
		Ambiguous []ambiguity `yaml:"ambiguous"`
	}
	err := strict.Unmarshal("ambiguous.yaml", ambiguousYAML, &file)
	return file.Ambiguous, err
}

// addInstitutions gives every country its bodies. Where the files have an
// actor of that id, or institutions.yaml names another one instead, that actor
// gets the aliases. It returns the ids of those that exist by template only.
func (c *Catalogue) addInstitutions(file institutionFile) map[string]bool {
	made := map[string]bool{}
	for _, country := range slices.Clone(c.actors) {
		if country.Kind != Country {
			continue
		}
		names := countryNames(country, slices.Contains(file.Article, country.ID))
		names.adjectives = slices.DeleteFunc(names.adjectives, func(adjective string) bool { return c.likelierElsewhere(adjective, country.ID) })
		for _, body := range file.Institutions {
			name := strings.ReplaceAll(body.Name, "{the name}", names.article+country.Name)
			id := Slug(name)
			if other, ok := body.Instead[country.ID]; ok {
				id = other
			}
			actor, ok := c.byID[id]
			if !ok {
				actor = &Actor{
					ID: id, Name: name, Kind: Organisation, Code: country.Code, Of: country.ID,
					Line: fmt.Sprintf("institutions.yaml, for %s", country.Line),
				}
				c.byID[id] = actor
				c.actors = append(c.actors, actor)
				made[id] = true
			}
			actor.Aliases = names.fill(slices.Clip(actor.Aliases), body.Aliases)
		}
	}
	return made
}

// likelierElsewhere reports whether an ambiguous name means another actor
// first: the Congolese army is that of the larger Congo.
func (c *Catalogue) likelierElsewhere(name, id string) bool {
	return slices.ContainsFunc(c.shared, func(a ambiguity) bool {
		return plainKey(a.Text) == plainKey(name) && len(a.Actors) > 0 && a.Actors[0] != id
	})
}

// forms are the ways to name a country in the names of its bodies.
type forms struct {
	article    string // "the " or nothing
	names      []string
	adjectives []string
}

// countryNames takes the name, the first adjective and the abbreviations,
// which serve as both: "the US State Department", "the US's ...".
func countryNames(country *Actor, article bool) forms {
	f := forms{names: []string{country.Name}}
	if article {
		f.article = "the "
	}
	if len(country.Adjectives) > 0 {
		f.adjectives = append(f.adjectives, country.Adjectives[0])
	}
	for _, alias := range country.Aliases {
		if caseOf(alias) == upperCase && !strings.Contains(alias, ".") {
			f.names = append(f.names, alias)
			f.adjectives = append(f.adjectives, alias)
		}
	}
	return f
}

func (f forms) fill(aliases, templates []string) []string {
	for _, template := range templates {
		switch {
		case strings.Contains(template, "{adjective}"):
			for _, adjective := range f.adjectives {
				aliases = append(aliases, strings.ReplaceAll(template, "{adjective}", adjective))
			}
		case strings.Contains(template, "{the name}"):
			for i, name := range f.names {
				article := f.article
				if i > 0 {
					article = "the "
				}
				aliases = append(aliases, strings.ReplaceAll(template, "{the name}", article+name))
			}
		default:
			for _, name := range f.names {
				aliases = append(aliases, strings.ReplaceAll(template, "{name}", name))
			}
		}
	}
	return aliases
}
