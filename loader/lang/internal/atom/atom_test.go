package atom

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func pieces(text string, merged Merged) string {
	var all []string
	for _, a := range Split(text, 0, len(text), merged, nil) {
		all = append(all, text[a.Begin:a.End])
	}
	return strings.Join(all, " ")
}

func TestSplit(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"It's 3.5% of $12bn...", "It ' s 3 . 5 % of $ 12 bn ..."},
		{"They don't, can’t.", "They do n ' t , ca n ’ t ."},
		{"a dont-know, cannot", "a do nt - know , can not"},
		{"See https://example.org/a?b=c. Or (www.example.org)", "See https://example.org/a?b=c . Or ( www.example.org )"},
		{"Mail me@example.org, please", "Mail me@example.org , please"},
		{"—\"“x”\"—", "— \" “ x ” \" —"},
		{"Café naïve 北京", "Café naïve 北京"},
	} {
		if got := pieces(test.text, Merged{"cannot": 3, "dont": 2}); got != test.want {
			t.Errorf("%s\ngot  %s\nwant %s", test.text, got, test.want)
		}
	}
}

func TestSpace(t *testing.T) {
	text := "a b\tc\nd \n \n e,f"
	want := []Space{Empty, Blank, Blank, Line, Empty, None, None}
	for i, a := range Split(text, 0, len(text), nil, nil) {
		if a.Space != want[i] {
			t.Errorf("in front of %q: %d, want %d", text[a.Begin:a.End], a.Space, want[i])
		}
	}
}

// Atoms ascend, hold everything but white space, and are not long, whatever the bytes.
func FuzzSplit(f *testing.F) {
	for _, seed := range []string{"Don't go!", "\xff\xfe a", "www.", "a@b.c", strings.Repeat("a", 1000), strings.Repeat("-", 500), "n't", "İ’ſ\u2028x"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		at := 0
		for _, a := range Split(text, 0, len(text), Merged{"cannot": 3}, nil) {
			if a.Begin < at || a.End <= a.Begin || a.End > len(text) || a.End-a.Begin > maxRun {
				t.Fatalf("atom %v behind %d", a, at)
			}
			for _, r := range text[at:a.Begin] {
				if !unicode.IsSpace(r) {
					t.Fatalf("%q is in no atom", r)
				}
			}
			if utf8.ValidString(text) && !utf8.ValidString(text[a.Begin:a.End]) {
				t.Fatalf("atom %q cuts a character", text[a.Begin:a.End])
			}
			at = a.End
		}
		if rest := strings.TrimFunc(text[at:], unicode.IsSpace); rest != "" {
			t.Fatalf("%q is in no atom", rest)
		}
	})
}
