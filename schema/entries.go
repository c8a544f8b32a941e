package schema

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"

	"demarche/internal/strict"
)

// text is a scalar of a YAML file with its line.
type text struct {
	string
	line int
}

// UnmarshalYAML takes the scalar as it is written, so that 2014 and
// 2014-03-01 stay what they look like.
func (t *text) UnmarshalYAML(node *strict.Node) error {
	if node.Alias != nil {
		node = node.Alias
	}
	if len(node.Content) > 0 || node.Value == "" {
		return fmt.Errorf("line %d: a plain value is needed here", node.Line)
	}
	*t = text{node.Value, node.Line}
	return nil
}

// The shape of a file of actors.
type (
	actorFile struct {
		Actors []actorEntry `yaml:"actors"`
	}
	actorEntry struct {
		ID         text        `yaml:"id"`
		Name       text        `yaml:"name"`
		Kind       text        `yaml:"kind"`
		Gender     text        `yaml:"gender"`
		Of         text        `yaml:"of"`
		Code       text        `yaml:"code"`
		Wikidata   text        `yaml:"wikidata"`
		Aliases    []string    `yaml:"aliases"`
		Adjectives []string    `yaml:"adjectives"`
		Seats      []string    `yaml:"seats"`
		Roles      []roleEntry `yaml:"roles"`
	}
	roleEntry struct {
		Title  text `yaml:"title"`
		Of     text `yaml:"of"`
		From   text `yaml:"from"`
		To     text `yaml:"to"`
		Acting bool `yaml:"acting"`
	}
)

// ParseFile reads a file of actors in the format of schema/actors: one YAML
// document "actors: [...]". It is strict, and checks each entry by itself;
// references to other actors are checked where the actors join a catalogue.
// The error is made of strict.Mistakes, and then there are no actors.
func ParseFile(name string, data []byte) ([]Actor, error) {
	var file actorFile
	if err := strict.Unmarshal(name, data, &file); err != nil {
		var keys map[string]any
		if strict.Unmarshal(name, data, &keys) == nil && keys["actors"] == nil {
			for _, mistake := range strict.Mistakes(err) {
				mistake.Text += `; actors stand in a list under the key actors`
			}
		}
		return nil, err
	}
	if len(file.Actors) == 0 {
		return nil, &strict.Mistake{File: name, Line: 1, Key: "actors", Text: `there are no actors; the file needs a list "actors:"`}
	}
	actors := make([]Actor, 0, len(file.Actors))
	var mistakes []error
	for _, entry := range file.Actors {
		actor, err := entry.actor(name)
		if err != nil {
			mistakes = append(mistakes, err)
		}
		actors = append(actors, actor)
	}
	if err := errors.Join(mistakes...); err != nil {
		return nil, err
	}
	return actors, nil
}

var (
	idPattern       = regexp.MustCompile(`^[\p{Ll}\p{Lo}0-9]+(-[\p{Ll}\p{Lo}0-9]+)*$`)
	wikidataPattern = regexp.MustCompile(`^Q[1-9][0-9]*$`)
	codePattern     = regexp.MustCompile(`^[A-Z]{3}$`)
)

// actor checks an entry and turns it into an actor.
func (e actorEntry) actor(file string) (Actor, error) {
	line := max(e.Name.line, e.ID.line, 1)
	actor := Actor{
		ID: e.ID.string, Name: e.Name.string, Kind: ActorKind(e.Kind.string), Gender: e.Gender.string,
		Of: e.Of.string, Code: e.Code.string, Wikidata: e.Wikidata.string,
		Aliases: e.Aliases, Adjectives: e.Adjectives, Seats: e.Seats,
		Line: fmt.Sprintf("%s:%d", file, line),
	}
	if actor.ID == "" {
		actor.ID = Slug(actor.Name)
	}
	var mistakes []error
	wrong := func(key string, at text, format string, arguments ...any) {
		where := at.line
		if where == 0 {
			where = line
		}
		mistakes = append(mistakes, &strict.Mistake{File: file, Line: where, Key: key, Text: fmt.Sprintf(format, arguments...)})
	}
	if actor.Name == "" {
		wrong("name", e.Name, "an actor without a name; add \"name:\"")
	}
	if actor.Name != "" && !idPattern.MatchString(actor.ID) {
		wrong("id", e.ID, "%q is no id: lower-case words and digits joined by hyphens are", actor.ID)
	}
	if !slices.Contains([]ActorKind{Person, Country, Organisation, Medium, Group}, actor.Kind) {
		wrong("kind", e.Kind, "%s: kind %q is unknown: use person, country, organisation, medium or group", actor.Name, actor.Kind)
	}
	if actor.Gender != "" && (actor.Gender != "female" && actor.Gender != "male" || actor.Kind != Person) {
		wrong("gender", e.Gender, "%s: gender %q: only persons have one, female or male", actor.Name, actor.Gender)
	}
	if actor.Wikidata != "" && !wikidataPattern.MatchString(actor.Wikidata) {
		wrong("wikidata", e.Wikidata, "%s: %q is no Wikidata id such as Q159", actor.Name, actor.Wikidata)
	}
	if actor.Code != "" && !codePattern.MatchString(actor.Code) {
		wrong("code", e.Code, "%s: %q is no code: use three capital letters of ISO 3166-1, or IGO", actor.Name, actor.Code)
	}
	if len(e.Roles) > 0 && actor.Kind != Person {
		wrong("roles", e.Roles[0].Title, "%s: only persons have roles", actor.Name)
	}
	for _, list := range []struct {
		key   string
		names []string
	}{{"aliases", e.Aliases}, {"adjectives", e.Adjectives}, {"seats", e.Seats}} {
		for _, name := range list.names {
			if plainKey(name) == "" {
				wrong(list.key, e.Name, "%s: the alias %q has neither letters nor digits", actor.Name, name)
			}
		}
	}
	for _, entry := range e.Roles {
		role, err := entry.role()
		if err != nil {
			wrong("roles", entry.Title, "%s: %s", actor.Name, err)
		}
		actor.Roles = append(actor.Roles, role)
	}
	slices.SortStableFunc(actor.Roles, func(a, b Role) int { return a.From.Compare(b.From) })
	return actor, errors.Join(mistakes...)
}

func (e roleEntry) role() (Role, error) {
	role := Role{Title: e.Title.string, Of: e.Of.string, Acting: e.Acting}
	if role.Title == "" {
		return role, errors.New("a role without a title")
	}
	var err error
	if e.From.string != "" {
		if role.From, _, err = days(e.From.string); err != nil {
			return role, fmt.Errorf("role %q: from: %w", role.Title, err)
		}
	}
	if e.To.string != "" {
		if _, role.To, err = days(e.To.string); err != nil {
			return role, fmt.Errorf("role %q: to: %w", role.Title, err)
		}
	}
	if !role.To.IsZero() && role.To.Before(role.From) {
		return role, fmt.Errorf("role %q ends (%s) before it begins (%s)", role.Title, e.To.string, e.From.string)
	}
	return role, nil
}

// days returns the first and last day of a day, month or year.
func days(s string) (first, last time.Time, err error) {
	for _, form := range []struct {
		layout              string
		years, months, days int
	}{{time.DateOnly, 0, 0, 1}, {"2006-01", 0, 1, 0}, {"2006", 1, 0, 0}} {
		if first, err = time.Parse(form.layout, strings.TrimSpace(s)); err == nil {
			return first, first.AddDate(form.years, form.months, form.days-1), nil
		}
	}
	return time.Time{}, time.Time{}, fmt.Errorf("%q is no date: use 2014-03-31, 2014-03 or 2014", s)
}
