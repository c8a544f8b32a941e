package attribution_test

import (
	"fmt"
	"reflect"
	"strings"
	"sync"
	"testing"

	"demarche/loader/lang"
	"demarche/loader/lang/attribution"
	"demarche/loader/lang/models"
)

func model(t testing.TB) *attribution.Model {
	t.Helper()
	m, err := attribution.Load()
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// show writes attributions as "source | cue | content", a line each.
func show(d *lang.Doc, all []attribution.Attribution) string {
	words := func(ranges ...attribution.Range) string {
		var parts []string
		for _, r := range ranges {
			parts = append(parts, d.Words(r.First, r.End).Of(d.Text))
		}
		return strings.Join(parts, " ... ")
	}
	var lines []string
	for _, a := range all {
		lines = append(lines, words(a.Source...)+" | "+words(a.Cue)+" | "+words(a.Content...))
	}
	return strings.Join(lines, "\n")
}

func TestFind(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"indirect", "The minister said that Kyiv would sign the deal.", "The minister | said | that Kyiv would sign the deal"},
		{"direct", `"We will not sign," Lavrov said.`, `Lavrov | said | "We will not sign,"`},
		{"the verb in front", `"We will not sign," said Lavrov.`, `Lavrov | said | "We will not sign,"`},
		{"by a preposition", "According to the ministry, three people died.", "the ministry | According to | three people died"},
		{"nobody", "The train left at noon.", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			d := lang.Parse(test.text)
			if got := show(d, model(t).Find(d)); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}

// What is said may say that somebody said something.
func TestChain(t *testing.T) {
	d := lang.Parse("Russia had demanded that NATO leave, the spokesman said.")
	all := model(t).Find(d)
	if len(all) != 2 {
		t.Fatalf("found %d attributions:\n%s", len(all), show(d, all))
	}
	inner, outer := all[0], all[1]
	if inner.Cue.First < outer.Content[0].First || inner.Cue.End > outer.Content[0].End {
		t.Errorf("%q does not lie in what is said:\n%s", "demanded", show(d, all))
	}
}

// check holds what is true of attributions in any text.
func check(t *testing.T, d *lang.Doc, all []attribution.Attribution) {
	t.Helper()
	for i, a := range all {
		if i > 0 && all[i-1].Head > a.Head {
			t.Error("the cues do not ascend")
		}
		if a.Head < a.Cue.First || a.Head >= a.Cue.End {
			t.Errorf("the head %d lies outside of the cue %v", a.Head, a.Cue)
		}
		if len(a.Content) == 0 || !(a.Confidence > 0 && a.Confidence <= 1) {
			t.Errorf("attribution %+v", a)
		}
		block := d.Sentences[d.SentenceOf(a.Head)].Block
		for _, ranges := range [][]attribution.Range{{a.Cue}, a.Source, a.Content} {
			last := 0
			for _, r := range ranges {
				if r.First < last || r.End <= r.First || r.End > len(d.Tokens) || d.Sentences[d.SentenceOf(r.First)].Block != block {
					t.Fatalf("ranges %v of %d tokens", ranges, len(d.Tokens))
				}
				last = r.End
			}
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, seed := range []string{"He said no.", "“a” said b, “c.”", "said said said", "\xff he \x00 said", "It said:\n\n“No”, they"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d := lang.Parse(text)
		check(t, d, model(t).Find(d))
	})
}

// A paragraph without an end is read in pieces, in time that is linear in its length.
func TestLongParagraph(t *testing.T) {
	d := lang.Parse(strings.Repeat("The envoy said that they would sign it and ", 2000))
	all := model(t).Find(d)
	check(t, d, all)
	if len(all) == 0 {
		t.Error("nothing found")
	}
}

func TestShared(t *testing.T) {
	m := model(t)
	d := lang.Parse(`"We will not sign," Lavrov said. The ministry denied that it had asked for a delay.`)
	want := m.Find(d)
	var group sync.WaitGroup
	for range 16 {
		group.Go(func() {
			for range 20 {
				if got := m.Find(d); !reflect.DeepEqual(got, want) {
					t.Error("the result depends on who else asks")
				}
			}
		})
	}
	group.Wait()
}

func TestOpenRejects(t *testing.T) {
	for _, n := range []int{0, 1, 100, len(models.Attribution) / 2, len(models.Attribution) - 1} {
		if _, err := attribution.Open(models.Attribution[:n]); err == nil {
			t.Errorf("the first %d bytes of the model pass for a model", n)
		}
	}
}

func BenchmarkFind(b *testing.B) {
	d := lang.Parse(strings.Repeat("The minister told reporters on Thursday that Kyiv would sign the deal, according to an aide.\n", 100))
	m := model(b)
	for b.Loop() {
		m.Find(d)
	}
	b.ReportMetric(float64(b.N*len(d.Tokens))/b.Elapsed().Seconds(), "tokens/s")
}

func ExampleModel_Find() {
	model, err := attribution.Load()
	if err != nil {
		panic(err)
	}
	d := lang.Parse(`"The deal is dead," the foreign minister told reporters on Monday.`)
	for _, a := range model.Find(d) {
		fmt.Println("who: ", d.Words(a.Source[0].First, a.Source[0].End).Of(d.Text))
		fmt.Println("what:", d.Words(a.Content[0].First, a.Content[0].End).Of(d.Text))
	}
	// Output:
	// who:  the foreign minister
	// what: "The deal is dead,"
}
