package schema_test

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"demarche/schema"
)

const dictionary = `# a comment
RUSSIA_  [RUS]
+RUSSIAN_FEDERATION_
VLADIMIR_EXAMPLE_  ; CountryInfo.txt
+V._EXAMPLE_
	[RUSELI 521007-990808]
	[RUSGOV >20120507]
	[RUSGOVMIL 990809-000506]
	[RUSELI]
THE_WORLD_CLUB_OF_NATIONS_(WCN)_
W.C.N._
	[IGO] ; two names without a plus
EXAMPLE_POST_
	[ISRMED]
NO_CODE_
`

func TestImportPetrarch(t *testing.T) {
	actors, errs := schema.ImportPetrarch("x.actors.txt", strings.NewReader(dictionary))
	if len(errs) != 1 || !strings.Contains(errs[0].Error(), `x.actors.txt:15: "NO_CODE_" has no code`) {
		t.Errorf("errors %v", errs)
	}
	day := func(s string) time.Time { d, _ := time.Parse(time.DateOnly, s); return d }
	want := []schema.Actor{
		{ID: "russia", Name: "Russia", Kind: schema.Country, Code: "RUS", Aliases: []string{"Russian Federation"}, Line: "x.actors.txt:2"},
		{ID: "vladimir-example", Name: "Vladimir Example", Kind: schema.Person, Code: "RUS", Aliases: []string{"V. Example"}, Roles: []schema.Role{
			{Title: "Public Figure", Of: "russia", From: day("1952-10-07"), To: day("1999-08-08")},
			{Title: "Government Member for Defence", Of: "russia", From: day("1999-08-09"), To: day("2000-05-06")},
			{Title: "Government Member", Of: "russia", From: day("2012-05-07")},
		}, Line: "x.actors.txt:4"},
		{ID: "the-world-club-of-nations", Name: "The World Club of Nations", Kind: schema.Organisation, Code: "IGO", Aliases: []string{"WCN"}, Line: "x.actors.txt:10"},
		{ID: "example-post", Name: "Example Post", Kind: schema.Medium, Code: "ISR", Line: "x.actors.txt:13"},
	}
	if !reflect.DeepEqual(actors, want) {
		t.Errorf("got  %+v\nwant %+v", actors, want)
	}
}

func TestImportPetrarchReportsBadDates(t *testing.T) {
	actors, errs := schema.ImportPetrarch("x", strings.NewReader("A_B_\n\t[RUSGOV 20040017-20061201]\n\t[RUSGOV 070101-060101]\n\t[RUSGOV >080101]\n"))
	if len(errs) != 2 || len(actors) != 1 || len(actors[0].Roles) != 1 {
		t.Errorf("actors %+v, errors %v", actors, errs)
	}
}

// shared returns a folder beside the repository, or skips the test.
func shared(t *testing.T, name string) string {
	t.Helper()
	folder, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(folder, "go.mod")); err == nil {
			break
		}
		folder = filepath.Dir(folder)
	}
	path := filepath.Join(folder, "..", "shared", name)
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		t.Skipf("%s is not there", path)
	}
	return path
}

func TestImportPetrarchDictionaries(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(shared(t, "data/petrarch"), "*.actors.txt"))
	if err != nil || len(files) == 0 {
		t.Fatalf("%d dictionaries: %v", len(files), err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			actors, errs := schema.ImportPetrarch(filepath.Base(file), bytes.NewReader(data))
			persons, roles := 0, 0
			for _, actor := range actors {
				roles += len(actor.Roles)
				if actor.Kind == schema.Person {
					persons++
				}
			}
			t.Logf("%d actors, %d of them persons with %d roles; %d errors", len(actors), persons, roles, len(errs))
			for _, err := range errs[:min(len(errs), 12)] {
				t.Log(err)
			}
			if len(errs)*20 > len(actors) {
				t.Errorf("%d errors with %d actors; at most one in twenty is allowed", len(errs), len(actors))
			}
			roundTrip(t, actors[:min(len(actors), 2000)])
		})
	}
}

// roundTrip checks that WriteFile and ParseFile give back the same actors.
func roundTrip(t *testing.T, actors []schema.Actor) {
	t.Helper()
	var file bytes.Buffer
	if err := schema.WriteFile(&file, actors); err != nil {
		t.Fatal(err)
	}
	again, err := schema.ParseFile("again.yaml", file.Bytes())
	if err != nil {
		t.Fatalf("what was written cannot be read: %.500v", err)
	}
	if len(again) != len(actors) {
		t.Fatalf("%d actors, want %d", len(again), len(actors))
	}
	for i := range again {
		again[i].Line = actors[i].Line
		if !reflect.DeepEqual(again[i], actors[i]) {
			t.Fatalf("got  %+v\nwant %+v", again[i], actors[i])
		}
	}
}

func TestWriteFileKeepsTheShippedActors(t *testing.T) {
	var actors []schema.Actor
	for _, actor := range catalogue(t).Actors() {
		actors = append(actors, *actor)
	}
	roundTrip(t, actors)
}
