package main

import (
	"bytes"
	"strings"
	"testing"
)

// conllu writes lines "id form upos xpos misc" in full.
func conllu(lines ...string) string {
	var b strings.Builder
	for _, line := range lines {
		if f := strings.Fields(line); len(f) == 5 && f[0] != "#" {
			line = strings.Join([]string{f[0], f[1], "_", f[2], f[3], "_", "_", "_", "_", f[4]}, "\t")
		}
		b.WriteString(line + "\n")
	}
	return b.String()
}

func read(t *testing.T, lines ...string) []sentence {
	t.Helper()
	sentences, err := readCoNLLU(strings.NewReader(conllu(lines...)))
	if err != nil {
		t.Fatal(err)
	}
	return sentences
}

func TestDocuments(t *testing.T) {
	gold := read(t,
		"# newdoc id = a", "# newpar id = a-1", "1-2 don't _ _ _", "1 do AUX VBP _", "2 n't PART RB _", "3 go VERB VB SpaceAfter=No", "4 . PUNCT . _", "",
		"1 Stay VERB VB SpaceAfter=No", "2 ! PUNCT . SpaceAfter=No", "",
		"1 Now ADV RB _", "1.1 x X X _", "",
		"# newpar", "1 Bye INTJ UH _", "",
		"# newdoc", "1 Hi INTJ UH _", "")
	got := documents(gold)
	want := []string{"don't go. Stay!Now\n\nBye\n", "Hi\n"}
	if strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestAnEnginesTokensBecomeThoseOfATreebank(t *testing.T) {
	system := read(t,
		"1 They PRON PRP _", "2 ca AUX MD _", "3 n’t PART RB _", "4 take VERB VB _", "5 soldiers NOUN NNS _", "6 ' PART POS _", "7 ' PUNCT '' _",
		"8 can AUX MD _", "9 not PART RB _", "10 'd AUX MD _", "")
	if err := locate("They can’t\ntake soldiers' 'cannot 'd", system); err != nil {
		t.Fatal(err)
	}
	joinClitics(system)
	var forms []string
	for _, token := range system[0].tokens {
		forms = append(forms, token.form)
	}
	if got, want := strings.Join(forms, " "), "They can’t take soldiers' ' cannot 'd"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	var out bytes.Buffer
	if err := writeCoNLLU(&out, system); err != nil || !strings.Contains(out.String(), "2-3\tcan’t\t") || !strings.Contains(out.String(), "\n3\tn’t\t_\tPART\tRB\t") {
		t.Errorf("error %v, wrote %s", err, &out)
	}
}

func TestTokensMustCoverTheText(t *testing.T) {
	for _, text := range []string{"Hi you", "Hi", "Hey there", "Hi there!"} {
		if err := locate(text, read(t, "1 Hi INTJ UH _", "2 there ADV RB _", "")); err == nil {
			t.Errorf("%q: no error", text)
		}
	}
}

func TestCountWords(t *testing.T) {
	if n := countWords("Mr. O'Neil paid $5.50 – naïvely"); n != 7 {
		t.Errorf("%d words, want 7", n)
	}
}

func TestMedian(t *testing.T) {
	if m := median([]float64{3, 1, 2}); m != 2 {
		t.Errorf("median of three is %v", m)
	}
	if m := median([]float64{4, 1, 3, 2}); m != 2.5 {
		t.Errorf("median of four is %v", m)
	}
}
