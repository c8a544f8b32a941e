package form

import (
	"fmt"
	"testing"
)

func TestWordsThatAreAlike(t *testing.T) {
	for _, pair := range [][2]string{{"Moscow", "MOSCOW"}, {"1999", "2021"}, {"don’t", "don't"}} {
		if Of(pair[0]).Word != Of(pair[1]).Word {
			t.Errorf("%q and %q are different words", pair[0], pair[1])
		}
	}
	if Of("Moscow").Word == Of("Minsk").Word {
		t.Error("Moscow and Minsk are one word")
	}
	count := func(a, b string) (same int) {
		one, other := Of(a), Of(b)
		for _, part := range one.Parts() {
			for _, p := range other.Parts() {
				if p == part {
					same++
				}
			}
		}
		return same
	}
	// The shape, and the ends -ed and -d.
	if got := count("urged", "asked"); got != 3 {
		t.Errorf("urged and asked have %d parts in common, want 3", got)
	}
	if got := count("a", "1"); got != 0 {
		t.Errorf("a and 1 have %d parts in common, want none", got)
	}
}

func TestVocabulary(t *testing.T) {
	var words []uint64
	for i := range 1000 {
		words = append(words, Of(fmt.Sprint("word", string(rune('a'+i%26)), string(rune('a'+i/26)))).Word)
	}
	v, err := OpenVocabulary(PackVocabulary(words), 1000)
	if err != nil {
		t.Fatal(err)
	}
	for i, word := range words {
		if got := v.Number(word); got != i+1 {
			t.Fatalf("word %d has number %d", i+1, got)
		}
	}
	if got := v.Number(Of("elsewhere").Word); got != 0 {
		t.Errorf("an unknown word has number %d", got)
	}
	for name, packed := range map[string][]byte{"nothing": nil, "cut off": PackVocabulary(words)[:13], "too large": PackVocabulary(words)} {
		if _, err := OpenVocabulary(packed, 10); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func FuzzOf(f *testing.F) {
	f.Add("co-operation’s")
	f.Add("\xff\x00")
	f.Fuzz(func(t *testing.T, word string) {
		form := Of(word)
		for _, part := range form.Parts() {
			if row := Row(part, 100); row < 0 || row >= 100 {
				t.Fatalf("row %d of 100", row)
			}
		}
	})
}
