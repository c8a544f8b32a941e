package schema_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"demarche/schema"
)

func catalogue(t testing.TB) *schema.Catalogue {
	t.Helper()
	c, err := schema.Default()
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestShippedCatalogueIsClean(t *testing.T) {
	for _, problem := range schema.Check(catalogue(t)) {
		t.Error(problem)
	}
}

// load returns the catalogue of a few countries and the given file.
func load(t *testing.T, content string) (*schema.Catalogue, error) {
	t.Helper()
	return schema.Load(fstest.MapFS{
		"countries.yaml": {Data: []byte("actors:\n" +
			"  - {name: Ruritania, kind: country, code: RUR, aliases: [RU], adjectives: [Ruritanian], seats: [Strelsau, the Castle]}\n" +
			"  - {name: Graustark, kind: country, code: GRA, adjectives: [Graustarkian]}\n")},
		"deep/er/people.yaml": {Data: []byte(content)},
	})
}

func TestLoadRejects(t *testing.T) {
	for _, test := range []struct{ name, content, want string }{
		{"unknown key", "actors:\n  - {name: A, kind: group, colour: red}", "people.yaml:2: field colour not found"},
		{"entry alone", "name: A\nkind: group", "people.yaml:1: field name not found; actors stand in a list under the key actors"},
		{"unknown kind", "actors:\n  - {name: A, kind: state}", `people.yaml:2: A: kind "state" is unknown`},
		{"no name", "actors:\n  - {kind: group}", "people.yaml:1: an actor without a name"},
		{"duplicate id", "actors:\n  - {name: Ruritania, kind: group}", `people.yaml:2: the id "ruritania" is taken by Ruritania (countries.yaml:2)`},
		{"bad id", "actors:\n  - {name: A, id: The A, kind: group}", `people.yaml:2: "The A" is no id`},
		{"dangling of", "actors:\n  - {name: A, kind: group, of: ruritanja}", `people.yaml:2: A: of "ruritanja" is no actor's id (did you mean ruritania?)`},
		{"dangling role", "actors:\n  - {name: A, kind: person, roles: [{title: King, of: nowhere}]}", `role King of "nowhere" is no actor's id`},
		{"bad date", "actors:\n  - name: A\n    kind: person\n    roles:\n      - {title: King, of: ruritania, from: 2014-13-01}", `people.yaml:5: A: role "King": from: "2014-13-01" is no date`},
		{"ends first", "actors:\n  - {name: A, kind: person, roles: [{title: King, of: ruritania, from: 2014, to: 2013}]}", `role "King" ends (2013) before it begins (2014)`},
		{"roles of a country", "actors:\n  - {name: A, kind: country, roles: [{title: King, of: ruritania}]}", "only persons have roles"},
		{"bad code", "actors:\n  - {name: A, kind: country, code: RU}", `"RU" is no code`},
		{"bad Wikidata id", "actors:\n  - {name: A, kind: country, wikidata: 159}", `"159" is no Wikidata id`},
		{"empty", "", "people.yaml:1: the file is empty"},
		{"no actors", "actors: []", "there are no actors"},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := load(t, test.content)
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("error %v, want %q", err, test.want)
			}
		})
	}
}

func TestLoadReportsEveryMistake(t *testing.T) {
	_, err := load(t, "actors:\n  - {name: A, kind: x}\n  - {name: B, kind: y}")
	if err == nil || strings.Count(err.Error(), "is unknown") != 2 {
		t.Errorf("error %v, want two mistakes", err)
	}
}

func TestCheckFindsOverlapsAndCollisions(t *testing.T) {
	c, err := load(t, `actors:
  - {name: Rudolf Elphberg, kind: person, roles: [{title: President, of: ruritania, from: 2010-01-01, to: 2015-06-30}]}
  - {name: Rupert Hentzau, kind: person, roles: [{title: president, of: ruritania, from: 2015-06-01}]}
  - {name: Fritz Tarlenheim, kind: person, roles: [{title: Acting President, of: ruritania, from: 2014-06-01, acting: true}]}
  - {name: Flavia, kind: person, roles: [{title: Deputy Foreign Minister, of: ruritania, from: 2014}]}
  - {name: Sapt, kind: person, roles: [{title: Deputy Foreign Minister, of: ruritania, from: 2014}]}
  - {name: Castle, kind: organisation}
`)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, problem := range schema.Check(c) {
		if problem.Line != "ambiguous.yaml" {
			got = append(got, problem.String())
		}
	}
	want := []string{"Rupert Hentzau and Rudolf Elphberg", `the name "the Castle" also means Castle`}
	if len(got) != len(want) {
		t.Fatalf("problems %q, want %d", got, len(want))
	}
	for _, part := range want {
		if !strings.Contains(strings.Join(got, "\n"), part) {
			t.Errorf("problems %q lack %q", got, part)
		}
	}
}
