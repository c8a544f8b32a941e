package lang_test

import (
	"fmt"
	"reflect"
	"runtime"
	"strings"
	"sync"
	"testing"

	"demarche/internal/span"
	"demarche/loader/lang"
)

func sentences(d *lang.Doc) []string {
	var all []string
	for _, s := range d.Sentences {
		all = append(all, s.Of(d.Text))
	}
	return all
}

func TestSentences(t *testing.T) {
	for _, test := range []struct {
		name, text string
		want       []string
	}{
		{"plain", "Kyiv agreed. Moscow refused.", []string{"Kyiv agreed.", "Moscow refused."}},
		{"glued", "It will delay the process.Ministers met.", []string{"It will delay the process.", "Ministers met."}},
		{"glued behind an acronym", "A draft for NATO.Under it, both agree.", []string{"A draft for NATO.", "Under it, both agree."}},
		{"glued at a quotation", `He called it a "red line".Talks go on.`, []string{`He called it a "red line".`, "Talks go on."}},
		{"abbreviations", "Gen. Norman Ham met Mr. Smith in the U.S. Capitol. They spoke.", []string{"Gen. Norman Ham met Mr. Smith in the U.S. Capitol.", "They spoke."}},
		{"question in a quotation", `"Why now?" he asked. Nobody knew.`, []string{`"Why now?" he asked.`, "Nobody knew."}},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := sentences(lang.Parse(test.text))
			if strings.Join(got, "|") != strings.Join(test.want, "|") {
				t.Errorf("got  %q\nwant %q", got, test.want)
			}
		})
	}
}

func TestQuotes(t *testing.T) {
	for _, test := range []struct {
		name, text string
		want       []string // inner text, indented by level
	}{
		{"straight", `"We agree," she said. "Fully."`, []string{"We agree,", "Fully."}},
		{"curly", "“We agree,” she said.", []string{"We agree,"}},
		{"nested", `"He told me 'never again' twice," she said.`, []string{"He told me 'never again' twice,", " never again"}},
		{"apostrophes are none", "The allies' fears aren't Russia's.", nil},
		{"doubled single marks", "''It's over,'' he said.", []string{"It's over,"}},
		{"open to the end of the paragraph", "“We go on and on", []string{"We go on and on"}},
		{"glued behind", `He drew a line."We wait," he said.`, []string{"We wait,"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			d := lang.Parse(test.text)
			var got []string
			for _, q := range d.Quotes {
				got = append(got, strings.Repeat(" ", q.Level)+q.Inner.Of(d.Text))
			}
			if strings.Join(got, "|") != strings.Join(test.want, "|") {
				t.Errorf("got  %q\nwant %q", got, test.want)
			}
		})
	}
}

func TestTree(t *testing.T) {
	d := lang.Parse("Ukraine would not be allowed to join the western bloc.")
	allowed := 4
	if d.Word(allowed) != "allowed" || d.Tokens[allowed].Head != -1 {
		t.Fatalf("the root is not %q: %+v", "allowed", d.Tokens)
	}
	if subject := d.Child(allowed, "nsubj"); subject < 0 || d.Word(subject) != "Ukraine" {
		t.Errorf("the subject is token %d", subject)
	}
	join := d.Child(allowed, "xcomp")
	if join < 0 || d.Word(join) != "join" {
		t.Fatalf("the infinitive is token %d", join)
	}
	first, end := d.Yield(join)
	if got := d.Words(first, end).Of(d.Text); got != "to join the western bloc" {
		t.Errorf("the infinitive has the words %q", got)
	}
	if p := d.Phrase(d.Child(join, "obj")); d.Words(p.First, p.Head+1).Of(d.Text) != "the western bloc" {
		t.Errorf("the object is %+v", p)
	}
}

func TestNames(t *testing.T) {
	d := lang.Parse("On Monday the Center for Strategic and International Studies invited Jürgen von Trotha and Mr. Okafor.")
	var got []string
	for _, n := range d.Names {
		got = append(got, d.Words(n.First, n.End).Of(d.Text)+"="+string(n.Kind))
	}
	want := "Monday=date|Center for Strategic and International Studies=organization|Jürgen von Trotha=person|Okafor=person"
	if strings.Join(got, "|") != want {
		t.Errorf("got  %s\nwant %s", strings.Join(got, "|"), want)
	}
}

// Only the blocks are read, and every offset counts in the whole text.
func TestBlocks(t *testing.T) {
	text := "MENU Home\nKyiv said no.\nShare this\n"
	begin := strings.Index(text, "Kyiv")
	d := lang.Parse(text, span.Span{Begin: begin, End: begin + len("Kyiv said no.")})
	if got := sentences(d); len(got) != 1 || got[0] != "Kyiv said no." {
		t.Errorf("sentences are %q", got)
	}
	if d.Word(0) != "Kyiv" {
		t.Errorf("first token is %q", d.Word(0))
	}
}

// A Doc does not depend on who else parses, and may be read by all.
func TestShared(t *testing.T) {
	text := `"We will not sign," Sergei Lavrov told the alliance on Thursday. It refused.`
	want := lang.Parse(text)
	var group sync.WaitGroup
	for range 16 {
		group.Go(func() {
			for range 5 {
				d := lang.Parse(text)
				if !reflect.DeepEqual(d.Tokens, want.Tokens) || !reflect.DeepEqual(d.Names, want.Names) {
					t.Error("the result depends on who else parses")
				}
				if !reflect.DeepEqual(d.Entities(), want.Entities()) {
					t.Error("entities depend on who else asks")
				}
			}
		})
	}
	group.Wait()
}

// A megabyte in one line is parsed in stretches, in memory that is a multiple of its length.
func TestLongLine(t *testing.T) {
	text := strings.Repeat("ships and troops that they sent to the strait and ", 1_000_000/50)
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	d := lang.Parse(text)
	runtime.GC()
	runtime.ReadMemStats(&after)
	if len(d.Tokens) != 10*20_000 {
		t.Errorf("%d tokens, want 200,000", len(d.Tokens))
	}
	if grown := after.HeapAlloc - before.HeapAlloc; grown > 1000*uint64(len(text)) {
		t.Errorf("a text of %d bytes keeps %d bytes", len(text), grown)
	}
	runtime.KeepAlive(d)
}

func ExampleParse() {
	d := lang.Parse("Sergei Lavrov visited Brussels.")
	for i, token := range d.Tokens {
		head := "-"
		if token.Head >= 0 {
			head = d.Word(token.Head)
		}
		fmt.Println(d.Word(i), token.Lemma, token.Tag, token.Rel, head)
	}
	for _, name := range d.Names {
		fmt.Println(d.Words(name.First, name.End).Of(d.Text), name.Kind)
	}
	// Output:
	// Sergei Sergei NNP nsubj visited
	// Lavrov Lavrov NNP flat Sergei
	// visited visit VBD root -
	// Brussels Brussels NNP obj visited
	// . . . punct visited
	// Sergei Lavrov person
	// Brussels place
}

// Every token belongs to exactly one sentence, lies where it says, and none
// overlaps another; whatever the bytes are.
func FuzzParse(f *testing.F) {
	for _, seed := range []string{"Kyiv said no.", "“a ‘b’ c” (D-Wis.) said.", "don’t—\"x\"", "U.S.A. '' ''", "a\n\n.b \xff", "...\".", "„a“ ``b''"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d := lang.Parse(text)
		end, token := 0, 0
		for _, tok := range d.Tokens {
			if tok.Begin < end || tok.End <= tok.Begin || tok.End > len(text) {
				t.Fatalf("token %v behind %d in a text of %d bytes", tok.Span, end, len(text))
			}
			end = tok.End
		}
		for i, s := range d.Sentences {
			if s.First != token || s.End <= s.First {
				t.Fatalf("sentence %d has tokens [%d, %d), want it to begin at %d", i, s.First, s.End, token)
			}
			token = s.End
		}
		if token != len(d.Tokens) {
			t.Fatalf("sentences hold %d of %d tokens", token, len(d.Tokens))
		}
		for _, q := range d.Quotes {
			if !q.Contains(q.Inner) || q.End > len(text) {
				t.Fatalf("quotation %v with inner %v", q.Span, q.Inner)
			}
		}
	})
}
