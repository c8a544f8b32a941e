package server_test

import (
	"bytes"
	"encoding/json"
	"os"
	"testing"
)

// The description of the API is kept as a file, from which the explorer's types
// are made (web/scripts/api.mjs), so that a change of the API is seen where it
// is made. Run with -update, then "npm run api" in web.
func TestDescriptionIsKept(t *testing.T) {
	w := newWorld(t, nil)
	_, body := w.check(request{path: "/openapi.json", status: 200})
	var pretty bytes.Buffer
	if err := json.Indent(&pretty, []byte(body), "", " "); err != nil {
		t.Fatal(err)
	}
	const file = "testdata/openapi.json"
	if *update {
		if err := os.WriteFile(file, pretty.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(pretty.Bytes(), want) {
		t.Errorf("the description of the API is not that of %s; run go test ./server -update, then npm run api in web", file)
	}
}
