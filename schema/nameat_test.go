package schema_test

import (
	"strings"
	"testing"

	"demarche/schema"
)

func TestNameAt(t *testing.T) {
	catalogue, err := schema.Default()
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		words string
		n     int
		kind  string
	}{
		{"Sergey Lavrov said", 2, "person"},
		{"Russian troops", 1, "adjective"},
		{"European Union leaders", 2, "organisation"},
		{"Poland and", 1, "country"},
		{"Foreign Minister Ada", 2, "title"},
		{"Okafor said", 0, ""},
	} {
		if n, kind := catalogue.NameAt(strings.Fields(test.words)); n != test.n || kind != test.kind {
			t.Errorf("%s: %d words are a %q, want %d %q", test.words, n, kind, test.n, test.kind)
		}
	}
}
