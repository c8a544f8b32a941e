package desk_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/cayleygraph/quad"

	"demarche/cmd/demarche/internal/desk"
	"demarche/graph"
	"demarche/loader/article"
	"demarche/schema"
	"demarche/schema/frames"
)

// newDesk returns a desk over an empty store in memory.
func newDesk(t *testing.T) (*desk.Desk, *graph.Store) {
	t.Helper()
	return newDeskOn(t, graph.Memory)
}

// newDeskOn returns a desk over an empty store.
func newDeskOn(t *testing.T, backend string) (*desk.Desk, *graph.Store) {
	t.Helper()
	store, err := graph.Open(t.Context(), graph.Options{Backend: backend, Path: t.TempDir(), NoSync: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { store.Close() })
	catalogue, err := schema.Default()
	if err != nil {
		t.Fatal(err)
	}
	set, err := frames.Default()
	if err != nil {
		t.Fatal(err)
	}
	return desk.New(store, desk.NewCatalogue(catalogue), set, nil, filepath.Join(t.TempDir(), "actors")), store
}

// read returns the entry of an article with the title and text.
func read(t *testing.T, d *desk.Desk, title, text string) desk.Entry {
	t.Helper()
	data := `{"title":"` + title + `","publisher":"The Example","published":"2021-12-17","text":"` + text + `"}`
	for a, err := range article.Decode("test.json", []byte(data)) {
		if err != nil {
			t.Fatal(err)
		}
		entry, err := d.Read(a)
		if err != nil {
			t.Fatal(err)
		}
		return entry
	}
	t.Fatal("no article")
	return desk.Entry{}
}

const text = "Russia on Friday demanded that NATO stop its expansion to the east. The alliance called on Moscow to pull back its troops from the border."

func TestStore(t *testing.T) {
	d, _ := newDesk(t)
	one, other := read(t, d, "One", text), read(t, d, "One", text+" Nothing else was said by either side.")
	two := read(t, d, "Two", text)
	tests := []struct {
		entries []desk.Entry
		want    []desk.Change
	}{
		{[]desk.Entry{one}, []desk.Change{desk.NewArticle}},
		{[]desk.Entry{one, two}, []desk.Change{desk.UnchangedArticle, desk.NewArticle}},
		{[]desk.Entry{other, other, two}, []desk.Change{desk.ChangedArticle, desk.UnchangedArticle, desk.UnchangedArticle}},
		{[]desk.Entry{one, other}, []desk.Change{desk.ChangedArticle, desk.ChangedArticle}},
		{[]desk.Entry{other}, []desk.Change{desk.UnchangedArticle}}, // the last one counted
		{nil, nil},
	}
	for i, test := range tests {
		for _, store := range []func() ([]desk.Change, error){
			func() ([]desk.Change, error) { return d.Compare(t.Context(), test.entries) },
			func() ([]desk.Change, error) { return d.Store(t.Context(), test.entries) },
		} {
			got, err := store()
			if err != nil {
				t.Fatal(err)
			}
			for n, change := range got {
				if len(got) != len(test.want) || change != test.want[n] {
					t.Fatalf("step %d: %v, want %v", i, got, test.want)
				}
			}
		}
	}
}

// The user's own actors can be changed, wherever in the folder they are; others
// in their file stay as they are.
func TestPutActor(t *testing.T) {
	d, _ := newDesk(t)
	two := "actors:\n  # both were at the table\n  - {name: Anna Bell, kind: person}\n  - {name: Karl Ost, kind: person, aliases: [K. Ost]}\n"
	added, err := d.AddActors(t.Context(), "two.yaml", []byte(two))
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct{ name, id, document, want string }{
		{"other name", "anna-bell", "actors: [{name: Anna Bell-Ost, kind: person}]", ""},
		{"its id named", "anna-bell", "actors: [{id: anna-bell, name: Anna Bell, kind: person, gender: female}]", ""},
		{"another id", "anna-bell", "actors: [{id: karl-ost, name: Anna Bell, kind: person}]", `leave "id:" out`},
		{"two actors", "anna-bell", two, "send its entry alone"},
		{"reference to nobody", "anna-bell", "actors: [{name: Anna Bell, kind: person, of: nowhere}]", `"nowhere" is no actor's id`},
		{"bad kind", "anna-bell", "actors: [{name: Anna Bell, kind: prson}]", `kind "prson" is unknown`},
		{"the program's", "nato", "actors: [{name: NATO, kind: organisation}]", "no actor of yours"},
		{"outside the folder", "../anna-bell", "actors: [{name: Anna Bell, kind: person}]", "no actor of yours"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			before, _ := d.Own(test.id)
			_, tried := d.PreviewActors(t.Context(), test.id, "request", []byte(test.document))
			_, err := d.PutActor(t.Context(), test.id, "request", []byte(test.document))
			for _, err := range []error{tried, err} {
				if test.want == "" && err != nil {
					t.Error(err)
				} else if test.want != "" && (!errors.Is(err, desk.ErrActors) || !strings.Contains(err.Error(), test.want)) {
					t.Errorf("got %v, want %s", err, test.want)
				}
			}
			if after, err := d.Own(test.id); err != nil || after != before {
				t.Errorf("own is %v, was %v; %v", after, before, err)
			}
		})
	}
	file, err := os.ReadFile(added.File)
	if err != nil {
		t.Fatal(err)
	}
	want := "actors:\n  - name: Anna Bell\n    kind: person\n    gender: female\n  - name: Karl Ost\n    kind: person\n    aliases: [\"K. Ost\"]\n"
	if string(file) != want {
		t.Errorf("the file is\n%s", file)
	}
	if _, err := os.Stat(added.File + "~"); err != nil {
		t.Errorf("what the file had is gone: %v", err)
	}
}

// A preview of actors leaves catalogue and folder alone.
func TestPreviewActors(t *testing.T) {
	d, _ := newDesk(t)
	would, err := d.PreviewActors(t.Context(), "", "request", []byte("actors: [{name: Anna Bell, kind: person}]"))
	if err != nil || len(would.Actors) != 1 || would.File != "" {
		t.Errorf("got %+v, %v", would, err)
	}
	if own, err := d.Own("anna-bell"); own || err != nil {
		t.Errorf("the actor was added: %v, %v", own, err)
	}
}

// Relinking goes by the test of the reader for a name that stands alone.
func TestLinksOfNames(t *testing.T) {
	d, _ := newDesk(t)
	text := func(who string) string { return who + " said on Friday that the talks had failed." }
	entries := []desk.Entry{
		read(t, d, "One", "The pact asks states to strengthen their targets. The pact asks countries to phase out coal."),
		read(t, d, "Two", text("Ilya Testov")),
		read(t, d, "Three", text("Sellers of salt")),
	}
	if _, err := d.Store(t.Context(), entries); err != nil {
		t.Fatal(err)
	}
	tests := []struct{ document, want string }{
		{"actors: [{name: Union of Testland, kind: organisation, aliases: [the States of Testland, Countries]}]", ""},
		{"actors: [{name: Countries, kind: country}]", ""},
		{"actors: [{name: Sellers Of Salt, kind: group}]", "Sellers of salt (1 article) is sellers-of-salt"},
		{"actors: [{name: Ilya Testov, kind: organisation}]", ""},
		{"actors: [{name: Ilya Testov, kind: person}]", "Ilya Testov (1 article) is ilya-testov"},
	}
	for _, test := range tests {
		would, err := d.PreviewActors(t.Context(), "", "request", []byte(test.document))
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, l := range would.Links {
			got = append(got, l.String())
		}
		if strings.Join(got, "; ") != test.want {
			t.Errorf("%s: would link %q, want %q", test.document, got, test.want)
		}
	}
	if links, err := d.Links(t.Context()); err != nil || len(links) > 0 {
		t.Errorf("right after loading, relinking links %v, %v", links, err)
	}
}

// Check finds each thing that must not be.
func TestCheck(t *testing.T) {
	change := func(predicate string, object quad.Value) func(q quad.Quad) (quad.Quad, bool) {
		return func(q quad.Quad) (quad.Quad, bool) {
			if q.Predicate == quad.IRI(predicate) {
				q.Object = object
			}
			return q, object != nil || q.Predicate != quad.IRI(predicate)
		}
	}
	tests := []struct {
		name   string
		change func(quad.Quad) (quad.Quad, bool) // of each quad; false: it goes
		want   string
	}{
		{"nothing", func(q quad.Quad) (quad.Quad, bool) { return q, true }, ""},
		{"another quote", change(schema.Quote, quad.String("what nobody said")), "demarche:quote is not what the text has"},
		{"another place", change(schema.CueSpans, quad.String("0-1")), "demarche:cue is not what the text has"},
		{"no place", change(schema.Spans, quad.String("here")), `"here" is no span`},
		{"place beyond the text", change(schema.Spans, quad.String("0-99999")), "is no span"},
		{"actor without name", change(schema.Label, nil), "which is not described"},
		{"no article", change(schema.Type, quad.IRI(schema.ClassGroup)), "which is no article"},
		{"strange predicate", func(q quad.Quad) (quad.Quad, bool) {
			if q.Predicate == quad.IRI(schema.Rule) {
				q.Predicate = quad.IRI("demarche:hunch")
			}
			return q, true
		}, "not in the vocabulary"},
		{"linked to nobody", func(q quad.Quad) (quad.Quad, bool) {
			rename := func(v quad.Value) quad.Value {
				if v == quad.IRI(schema.ActorIRI("nato")) {
					return quad.IRI(schema.ActorIRI("nobody"))
				}
				return v
			}
			q.Subject, q.Object = rename(q.Subject), rename(q.Object)
			return q, true
		}, "which the catalogue does not have"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d, store := newDesk(t)
			entry := read(t, d, "One", text)
			doc := graph.Document{Label: entry.IRI}
			for _, q := range entry.Quads {
				if q, keep := test.change(q); keep {
					doc.Quads = append(doc.Quads, q)
				}
			}
			if _, err := store.Replace(t.Context(), doc); err != nil {
				t.Fatal(err)
			}
			report, err := d.Check(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			all := strings.Join(report.Errors, "\n")
			if (test.want == "") != (all == "") || !strings.Contains(all, test.want) {
				t.Errorf("want %q, got:\n%s", test.want, all)
			}
		})
	}
}

// An office that the catalogue dates otherwise is a warning.
func TestCheckRoles(t *testing.T) {
	d, _ := newDesk(t)
	entry := read(t, d, "One", "US President Barack Obama said that the talks would go on. He called on Moscow to pull back its troops from the border.")
	if _, err := d.Store(t.Context(), []desk.Entry{entry}); err != nil {
		t.Fatal(err)
	}
	report, err := d.Check(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if len(report.Errors) > 0 || len(report.Warnings) != 1 || !strings.Contains(report.Warnings[0], "Barack Obama") {
		t.Errorf("errors %q, warnings %q; want a warning about Barack Obama", report.Errors, report.Warnings)
	}
}

func TestCrashRefusesOneArticle(t *testing.T) {
	d := desk.New(nil, &desk.Catalogue{}, nil, nil, "") // without a catalogue reading must fail
	_, err := d.Read(article.Article{Source: "x.txt", Text: "Text.", Published: time.Now()})
	var crash *desk.CrashError
	if !errors.As(err, &crash) || !strings.Contains(err.Error(), "reading x.txt") || len(crash.Stack) == 0 {
		t.Errorf("got %v, want a crash that names x.txt", err)
	}
}

func TestAddActorsKeepsOtherFiles(t *testing.T) {
	d, _ := newDesk(t)
	add := func(name, id string) (*desk.Added, error) {
		return d.AddActors(t.Context(), name, []byte("actors:\n  - {name: "+id+", kind: group}\n"))
	}
	first, err := add("/some/where/My actors.yaml", "Testers")
	if err != nil || filepath.Base(first.File) != "my-actors.yaml" {
		t.Fatalf("%+v, %v; want a file my-actors.yaml", first, err)
	}
	if _, err := add("my-actors.yaml", "Others"); !errors.Is(err, desk.ErrActors) {
		t.Errorf("a second file of the name: %v, want ErrActors", err)
	}
	if added, err := add("request", "Others"); err != nil || filepath.Base(added.File) != "others.yaml" {
		t.Errorf("without a file's name: %+v, %v; want others.yaml", added, err)
	}
	entries, err := os.ReadDir(filepath.Dir(first.File))
	if err != nil || len(entries) != 2 {
		t.Errorf("%d files (%v), want 2", len(entries), err)
	}
}

// What no longer says that it is an article can be found and removed.
func TestRemoveWhatIsNoArticle(t *testing.T) {
	d, store := newDesk(t)
	entry := read(t, d, "One", text)
	doc := graph.Document{Label: entry.IRI}
	for _, q := range entry.Quads {
		if q.Subject != entry.IRI || q.Predicate != quad.IRI(schema.Type) {
			doc.Quads = append(doc.Quads, q)
		}
	}
	if _, err := store.Replace(t.Context(), doc); err != nil {
		t.Fatal(err)
	}
	iri, err := d.Find(t.Context(), string(entry.IRI))
	if err != nil || iri != entry.IRI {
		t.Fatalf("got %q, %v", iri, err)
	}
	if n, err := d.Remove(t.Context(), iri); err != nil || n != len(doc.Quads) {
		t.Errorf("removed %d quads, %v; want %d", n, err, len(doc.Quads))
	}
	if _, err := d.Find(t.Context(), string(entry.IRI)); !errors.Is(err, desk.ErrNoArticle) {
		t.Errorf("afterwards: %v, want ErrNoArticle", err)
	}
}
