package loader_test

import (
	"testing"
	"testing/fstest"

	"demarche/loader"
	"demarche/schema"
)

func TestKnownBy(t *testing.T) {
	catalogue, err := schema.Load(fstest.MapFS{"a.yaml": {Data: []byte(`
actors:
  - {name: Daily Courier, kind: medium, aliases: [the Courier]}
  - {name: Russia, kind: country, code: RUS, wikidata: Q159}
`)}})
	if err != nil {
		t.Fatal(err)
	}
	known := loader.KnownBy(catalogue)
	if got := known.Wikidata("russia"); got != "Q159" {
		t.Errorf("Wikidata is %q", got)
	}
	if got := known.Wikidata("nobody"); got != "" {
		t.Errorf("Wikidata of nobody is %q", got)
	}
	if medium, ok := known.Medium("The Courier"); !ok || medium.ID != "daily-courier" || !medium.Linked {
		t.Errorf("got %+v, %v", medium, ok)
	}
	if medium, ok := known.Medium("Russia"); ok {
		t.Errorf("a country is a medium: %+v", medium)
	}
}
