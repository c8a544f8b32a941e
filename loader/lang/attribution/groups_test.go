package attribution_test

import (
	"strings"
	"testing"

	"demarche/loader/lang"
	"demarche/loader/lang/attribution"
)

func groups(t *testing.T, names ...string) attribution.Groups {
	t.Helper()
	all, err := attribution.ParseGroups(strings.Join(names, ","))
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// A model that does not see how the words hang together loses what it knows; the model it was made of keeps it.
func TestWithout(t *testing.T) {
	d := lang.Parse(`"We will not sign," Lavrov said. The ministry denied that it had asked for a delay.`)
	m := model(t)
	want := show(d, m.Find(d))
	if got := show(d, m.Without(groups(t)).Find(d)); got != want {
		t.Errorf("without nothing it finds\n%s\nwant\n%s", got, want)
	}
	if got := show(d, m.Without(groups(t, "words", "grammar", "context")).Find(d)); got != "" {
		t.Errorf("knowing no word it finds\n%s", got)
	}
	blind := m.Without(groups(t, "tree", "distance", "vectors"))
	if got := show(d, blind.Find(d)); got == want {
		t.Error("which words belong to a cue is found without anything that says so")
	}
	check(t, d, blind.Find(d))
	if got := show(d, m.Find(d)); got != want {
		t.Errorf("the model itself changed: it finds\n%s\nwant\n%s", got, want)
	}
}

func TestParseGroups(t *testing.T) {
	if one, other := groups(t, "words", " marks"), attribution.Words|attribution.Marks; one != other {
		t.Errorf("words and marks are %b, want %b", one, other)
	}
	if got := len(attribution.GroupNames()); got != 8 {
		t.Errorf("%d groups have names, want 8", got)
	}
	if _, err := attribution.ParseGroups("words,sounds"); err == nil || !strings.Contains(err.Error(), `"sounds"`) {
		t.Errorf("got %v, want an error that names the group", err)
	}
}
