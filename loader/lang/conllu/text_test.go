package conllu_test

import (
	"fmt"
	"strings"
	"testing"

	"demarche/loader/lang/conllu"
)

const paragraphs = `# newdoc id = a
# newpar
1	Yes	_	_	_	_	0	root	_	SpaceAfter=No
2	.	_	_	_	_	1	punct	_	_

1-2	Don't	_	_	_	_	_	_	_	_
1	Do	_	_	_	_	0	root	_	_
2	n't	_	_	_	_	1	advmod	_	_
3	go	_	_	_	_	1	dep	_	Gloss=x|SpaceAfter=No

# newpar id = a-2
1	Why	_	_	_	_	0	root	_	_
2	?	_	_	_	_	1	punct	_	_

`

func TestText(t *testing.T) {
	sentences, err := conllu.ReadAll(strings.NewReader(paragraphs))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := conllu.Text(sentences), "Yes. Don't go\n\nWhy ?"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := len(conllu.Paragraphs(sentences)); got != 2 {
		t.Errorf("%d paragraphs, want 2", got)
	}
	if sentences[1].SpaceAfter() {
		t.Error("the second sentence says that no space follows")
	}
}

func TestSurface(t *testing.T) {
	sentences, err := conllu.ReadAll(strings.NewReader(paragraphs))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	sentences[1].Surface(func(first, end int, form string, space bool) {
		got = append(got, fmt.Sprint(form, first, end, space))
	})
	if want := "Don't0 2 true|go2 3 false"; strings.Join(got, "|") != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
