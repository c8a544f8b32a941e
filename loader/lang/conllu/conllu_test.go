package conllu_test

import (
	"bytes"
	"strings"
	"testing"

	"demarche/loader/lang/conllu"
)

const sample = `# sent_id = s-1
# text = They don't.
1	They	they	PRON	PRP	Case=Nom|Number=Plur	2	nsubj	_	_
2-3	don't	_	_	_	_	_	_	_	SpaceAfter=No
2	do	do	AUX	VBP	_	0	root	_	_
3	n't	not	PART	RB	_	2	advmod	_	_
4	.	.	PUNCT	.	_	2	punct	_	_

`

func TestRoundTrip(t *testing.T) {
	sentences, err := conllu.ReadAll(strings.NewReader(sample))
	if err != nil || len(sentences) != 1 {
		t.Fatalf("%d sentences, error %v", len(sentences), err)
	}
	s := sentences[0]
	if text, ok := s.Comment("text"); !ok || text != "They don't." {
		t.Errorf("comment text is %q", text)
	}
	if len(s.Words) != 4 || len(s.Tokens) != 1 || s.Tokens[0].Form != "don't" || s.Words[2].Head != 2 || s.Words[1].Head != 0 {
		t.Errorf("read %+v", s)
	}
	var out bytes.Buffer
	if err := conllu.Write(&out, s); err != nil || out.String() != sample {
		t.Errorf("wrote %s, error %v", out.String(), err)
	}
}

func TestEmptyNodesAndEnhancedColumnsAreReadOver(t *testing.T) {
	const in = "1\ta\ta\tDET\tDT\t_\t0\troot\t0:root\t_\n1.1\tb\tb\tX\tX\t_\t_\t_\t1:dep\t_\n"
	sentences, err := conllu.ReadAll(strings.NewReader(in))
	if err != nil || len(sentences) != 1 || len(sentences[0].Words) != 1 {
		t.Fatalf("read %v, error %v", sentences, err)
	}
}

func TestErrorsNameTheLine(t *testing.T) {
	for name, c := range map[string]struct{ in, want string }{
		"columns": {"# c\n1\ta\n", "line 2: 2 columns, want 10"},
		"number":  {"2\ta\t_\t_\t_\t_\t0\troot\t_\t_\n", `line 1: word number "2", want 1`},
		"head":    {"1\ta\t_\t_\t_\t_\tx\troot\t_\t_\n", `line 1: head "x"`},
		"beyond":  {"1\ta\t_\t_\t_\t_\t5\tdep\t_\t_\n\n", "head 5 of word 1 is beyond the last word"},
		"range":   {"2-3\ta\t_\t_\t_\t_\t_\t_\t_\t_\n", `token range "2-3"`},
		"form":    {"1\t\t_\t_\t_\t_\t0\troot\t_\t_\n", "empty form"},
	} {
		if _, err := conllu.ReadAll(strings.NewReader(c.in)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want %q in it", name, err, c.want)
		}
	}
}

// FuzzRead holds that what was read is written so that it reads the same.
func FuzzRead(f *testing.F) {
	f.Add(sample)
	f.Add("1\t_\t_\tX\t_\t_\t_\t_\t_\t_\n\n\n#\n")
	f.Fuzz(func(t *testing.T, in string) {
		sentences, err := conllu.ReadAll(strings.NewReader(in))
		if err != nil {
			return
		}
		var once, twice bytes.Buffer
		for _, s := range sentences {
			if err := conllu.Write(&once, s); err != nil {
				t.Fatal(err)
			}
		}
		again, err := conllu.ReadAll(bytes.NewReader(once.Bytes()))
		if err != nil {
			t.Fatalf("does not read its own output: %v", err)
		}
		for _, s := range again {
			if err := conllu.Write(&twice, s); err != nil {
				t.Fatal(err)
			}
		}
		if once.String() != twice.String() {
			t.Fatalf("first\n%q\nthen\n%q", once.String(), twice.String())
		}
	})
}
