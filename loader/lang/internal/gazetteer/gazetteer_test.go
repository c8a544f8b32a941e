package gazetteer

import (
	"fmt"
	"strings"
	"testing"
)

// parties knows one name.
type parties struct{}

func (parties) NameAt(words []string) (int, string) {
	if len(words) > 1 && words[0] == "Green" && words[1] == "Party" {
		return 2, "organization"
	}
	return 0, ""
}

func TestMark(t *testing.T) {
	names := map[uint64]string{mark("given", 0): "given", mark("place", 0): "place", mark("place", 1): "place+",
		mark("known organization", 0): "known", mark("known organization", 1): "known+"}
	words := strings.Fields("Maria of the Green Party left New York City for york and Tel Aviv")
	var got []string
	note := func(word int, mark uint64) { got = append(got, fmt.Sprint(words[word], "=", names[mark])) }
	Mark(words, note)
	MarkKnown(words, parties{}, note)
	want := "Maria=given New=place York=place+ City=place+ Tel=place Aviv=place+ Green=known Party=known+"
	if strings.Join(got, " ") != want {
		t.Errorf("got  %s\nwant %s", strings.Join(got, " "), want)
	}
}

// Every list is written as the package reads it.
func TestLists(t *testing.T) {
	if n := len(given()); n < 900 {
		t.Errorf("%d given names", n)
	}
	for first, names := range places() {
		for _, rest := range names {
			if name := strings.Join(append([]string{first}, rest...), " "); strings.ContainsAny(name, "#:.") && !strings.HasPrefix(name, "st.") && !strings.HasSuffix(name, "d.c.") {
				t.Errorf("place %q", name)
			}
		}
	}
}
