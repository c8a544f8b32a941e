package loader_test

import (
	"context"
	"fmt"
	"reflect"
	"runtime/debug"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode/utf8"

	"demarche/internal/span"
	"demarche/loader"
	"demarche/loader/article"
	"demarche/loader/extract"
)

// holds checks what a reading promises, whatever the text.
func holds(tb testing.TB, s loader.Stages) {
	tb.Helper()
	text := s.Article.Text
	within := func(what string, spans ...span.Span) {
		tb.Helper()
		for _, sp := range spans {
			if sp.Begin < 0 || sp.End > len(text) || sp.Begin >= sp.End {
				tb.Fatalf("%s is [%d, %d) of %d bytes", what, sp.Begin, sp.End, len(text))
			}
			if !utf8.ValidString(sp.Of(text)) {
				tb.Errorf("%s cuts a character in two: %q", what, sp.Of(text))
			}
			if !inBlocks(s.Article.Blocks, sp) {
				tb.Errorf("%s %q lies outside the blocks", what, sp.Of(text))
			}
		}
	}
	basis := func(what string, b extract.Basis) {
		tb.Helper()
		within(what+" cue", b.Cue...)
		if b.Where != extract.Body && b.Where != extract.Headline || b.Rule == "" || b.Confidence <= 0 || b.Confidence >= 1 {
			tb.Errorf("%s has where %q, rule %q, confidence %v", what, b.Where, b.Rule, b.Confidence)
		}
	}
	known := func(what string, actors ...extract.Actor) {
		tb.Helper()
		for _, a := range actors {
			if a.ID == "" || a.Name == "" || a.Kind == "" || a.Linked == strings.HasPrefix(a.ID, "unlinked:") {
				tb.Errorf("%s is %+v", what, a)
			}
		}
	}
	for _, st := range s.Records.Statements {
		basis("statement", st.Basis)
		known("speaker", st.Speaker)
		known("addressee", st.Addressee...)
		if len(st.Content) == 0 {
			tb.Error("a statement has no content")
		}
		within("content", st.Content...)
		if !st.Source.Empty() {
			within("source", st.Source)
		}
		if st.Quoted != "direct" && st.Quoted != "indirect" && st.Quoted != "mixed" {
			tb.Errorf("quoted is %q", st.Quoted)
		}
	}
	for _, d := range s.Records.Demands {
		basis("demand", d.Basis)
		known("by", d.By)
		known("of", d.Of...)
		within("what", d.What...)
		if !d.OrElse.Empty() {
			within("or else", d.OrElse)
		}
		if len(d.What) == 0 || len(d.Cue) == 0 || d.Polarity != "do" && d.Polarity != "dont" {
			tb.Errorf("what %v, cue %v, polarity %q", d.What, d.Cue, d.Polarity)
		}
		if d.Statement < -1 || d.Statement >= len(s.Records.Statements) {
			tb.Errorf("a demand is in statement %d of %d", d.Statement, len(s.Records.Statements))
		}
	}
	for _, e := range s.Records.Events {
		basis("event", e.Basis)
		known("participant", e.Participants...)
		within("evidence", e.Evidence)
		if e.Type == "" || e.Label == "" {
			tb.Errorf("an event has type %q and label %q", e.Type, e.Label)
		}
	}
	for _, p := range s.Records.Positions {
		basis("position", p.Basis)
		known("holder", p.Actor)
		within("evidence", p.Evidence)
		if p.Issue == "" || p.Stance != "support" && p.Stance != "oppose" {
			tb.Errorf("a position has issue %q and stance %q", p.Issue, p.Stance)
		}
	}
	for _, p := range s.Records.Persons {
		known("person", p.Actor)
		for _, role := range p.Roles {
			known("role of", role.Of)
			within("role", role.Span)
		}
	}
	agreesInCodePoints(tb, s)
}

func inBlocks(blocks []article.Block, s span.Span) bool {
	if len(blocks) == 0 {
		return true // a text without blocks is read whole
	}
	for _, b := range blocks {
		if b.Contains(s) {
			return true
		}
	}
	return false
}

// agreesInCodePoints checks that every offset of the interchange format counts
// code points of the text, by looking for spans wherever they stand in it.
func agreesInCodePoints(tb testing.TB, s loader.Stages) {
	tb.Helper()
	runes := []rune(s.Article.Text)
	var visit func(v reflect.Value)
	visit = func(v reflect.Value) {
		switch v.Kind() {
		case reflect.Pointer, reflect.Interface:
			if !v.IsNil() {
				visit(v.Elem())
			}
		case reflect.Slice:
			for i := range v.Len() {
				visit(v.Index(i))
			}
		case reflect.Struct:
			if sp, ok := v.Interface().(loader.InterchangeSpan); ok {
				if sp.Begin < 0 || sp.End > len(runes) || sp.Begin > sp.End || string(runes[sp.Begin:sp.End]) != sp.Text {
					tb.Errorf("[%d, %d) of %d code points is not %q", sp.Begin, sp.End, len(runes), sp.Text)
				}
				return
			}
			for i := range v.NumField() {
				visit(v.Field(i))
			}
		}
	}
	visit(reflect.ValueOf(s.Interchange()))
}

// samples reads the sample articles that the project brings.
func samples(tb testing.TB) []article.Article {
	tb.Helper()
	var all []article.Article
	for a, err := range article.Read(context.Background(), []string{"testdata/samples"}, nil) {
		if err != nil {
			tb.Fatal(err)
		}
		all = append(all, a)
	}
	return all
}

func TestSamplesHold(t *testing.T) {
	l, err := builtIn()
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range samples(t) {
		t.Run(a.File, func(t *testing.T) {
			s := l.Read(a)
			holds(t, s)
			if len(s.Records.Statements) == 0 || len(s.Records.Demands) == 0 {
				t.Errorf("%d statements and %d demands", len(s.Records.Statements), len(s.Records.Demands))
			}
		})
	}
}

// TestReadIsRepeatable: two runs give the same, also beside others.
func TestReadIsRepeatable(t *testing.T) {
	l, err := builtIn()
	if err != nil {
		t.Fatal(err)
	}
	all := samples(t)
	want := make([]loader.Interchange, len(all))
	for i, a := range all {
		want[i] = l.Read(a).Interchange()
	}
	var group sync.WaitGroup
	for worker := range 16 {
		group.Add(1)
		go func() {
			defer group.Done()
			i := worker % len(all)
			if got := l.Read(all[i]).Interchange(); !reflect.DeepEqual(got, want[i]) {
				t.Errorf("%s comes out differently the second time", all[i].File)
			}
		}()
	}
	group.Wait()
}

// odd are texts that no reader expects.
var odd = []string{
	"", " ", "\n\n\n", ".", `"`, "“", "''", "``", `""`, "“”", "—", "# ", "# \n\n# ", "\x00", "\ufeff", "é", "…", "he said", "said", "said said said",
	`"`, `" he said "`, `"" she said ""`, "“‘“‘“", "”’”’”", `"a" "b" "c" he said "d" "e"`, `''0''0`, `K said "`, `Brazil said "", he said`, "Moscow", "Moscow Moscow Moscow", "must", "must must", "not", "to",
	"urged", "urged to", "Brazil urged", "Brazil urged to", "Brazil urged Peru to", "Brazil urged Peru against", "warned against", "called for", "according to", "According to.",
	"according to according to", "unacceptable", "It is unacceptable that", "only if", "unless", "if not", "provided that", "let us", "Let us.", "as saying", "quoted as saying",
	"was quoted as saying", "demand for", "demands such as", "concerns that", "Brazil's concerns that", "Lavrov to Blinken:", "Lavrov:", ": :", "Brazil: ", "told", "told that", "Brazil said that", "Brazil urged that", "Brazil told Peru that", "Brazil called for the",
	"met", "met in", "a meeting", "talks in", "in in in", "on Thursday", "Thursday on", "the minister", "the top diplomat of", "his country", "President", "President of", "President of Ukraine",
	"Mr", "Mr.", "Mrs. said.", "the bloc the alliance the bloc", "A, B, C, D and E said that F, G and H must I, J or K.", "“We must,\n\n“we must,\n\n“we must,” he said.",
	"Ünïçödé wärned “Kraïna” — “не треба”, said Ольга. 这里说“不”。", "😀 said 😀 must 😀", "a\u0301 said b\u0301", "He said, she said, they said, it said, we said, I said.",
	"Brazil\u00a0urged\u2009Peru\u200bto\u2028reopen", strings.Repeat("Brazil urged Peru to urge Chile to ", 60), strings.Repeat("“", 200), strings.Repeat(`"He said, `, 80), strings.Repeat("and ", 400),
}

func TestOddTextsHold(t *testing.T) {
	for _, day := range []string{"", "2021-12-03"} {
		for i, text := range odd {
			for _, form := range []string{text, "# " + text + "\n\n" + text, text + ".\n\n" + text, "Brazil " + text + " Peru. \"" + text + "\" he said."} {
				t.Run(fmt.Sprintf("%d", i), func(t *testing.T) {
					defer func() {
						if err := recover(); err != nil { // so that one crash does not hide the next
							t.Errorf("reading %q: %v\n%s", form, err, debug.Stack())
						}
					}()
					holds(t, reading(t, form, day))
				})
			}
		}
	}
}

// FuzzRead: no text makes Read panic or break what it promises.
func FuzzRead(f *testing.F) {
	for _, text := range odd {
		f.Add(text, 0)
	}
	for _, a := range samples(f) {
		f.Add(a.Text, 18964)
	}
	for _, sentence := range []string{
		"Brazil on Thursday urged Peru and Chile not to close the border, or face sanctions.",
		"“The dam,” Ana Lima said, “will hold until spring. It must.”\n\n“Let us not panic,” she told Reuters.",
		"# Norway to Sweden: return the water\n\nAccording to a report by the World Bank, the deal is unacceptable unless Norway pays.",
		"The top Russian diplomat, who met the NATO chief in Riga last week, warned the bloc against “playing with fire”.",
		"The report demanded a halt. Its report said no.",
		"A halt to the war, demanded by many, never came.",
		"The minister said on Tuesday: “Russia must leave now.\n\nThe minister said: “We stay.\n\n“Nobody moves.",
		"\"Good,\" it said: unacceptable, \"red\" line only if because its document called.",
	} {
		f.Add(sentence, 18964)
	}
	f.Fuzz(func(t *testing.T, text string, day int) {
		if len(text) > 3000 || !utf8.ValidString(text) {
			t.Skip("readers give short and valid texts")
		}
		l, err := builtIn()
		if err != nil {
			t.Fatal(err)
		}
		a := written(t, text, "")
		if day > 0 && day < 50000 {
			a.Published = time.Unix(int64(day)*86400, 0).UTC()
		}
		first := l.Read(a)
		holds(t, first)
		if second := l.Read(a); !reflect.DeepEqual(first.Records, second.Records) {
			t.Error("the second run gives something else")
		}
	})
}
