package graph_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"demarche/graph"
)

// Texts that nest as deeply as their length allows must fail as queries, and
// leave the process alive for the next one.
func TestDeepTexts(t *testing.T) {
	store, err := graph.Open(t.Context(), graph.Options{Backend: graph.Memory})
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	run := func(lang, text string) error {
		for _, err := range store.Query(t.Context(), lang, text, nil, graph.Limits{Rows: 10, Time: 20 * time.Second, Memory: 2 << 30}) {
			if err != nil {
				return err
			}
		}
		return nil
	}
	for _, piece := range []string{"(", "[", "!", "- ", "{", "function(){", "a=>", "1?", "new ", "`${", "a.b(", "typeof ", "a=", "2**", "if(1)", "for(;;)"} {
		text := strings.Repeat(piece, graph.MaxText/len(piece))
		if err := run(graph.Gizmo, text); !errors.Is(err, graph.ErrQuery) {
			t.Errorf("%q repeated: error is %v, want ErrQuery", piece, err)
		}
	}
	for _, text := range []string{
		`var a = {}; a.a = a; g.emit(a)`,
		`var a = {}; a.a = a; g.Emit(a)`,
		`var a = []; for (var i = 0; i < 1000000; i++) a = [a]; g.emit(a.flat(Infinity).length)`,
		`var a = []; for (var i = 0; i < 1000000; i++) a = [a]; g.emit(JSON.stringify(a))`,
		`var a = []; for (var i = 0; i < 1000000; i++) a = [a]; g.emit(String(a))`,
		`var a = []; for (var i = 0; i < 1000000; i++) a = [a]; g.emit(a)`,
		`var s = "["; while (s.length < 4000000) s += s; g.emit(JSON.parse(s))`,
		`var s = "("; while (s.length < 4000000) s += s; g.emit(eval(s))`,
		`var s = "("; while (s.length < 4000000) s += s; g.emit(new Function(s))`,
		`var s = "("; while (s.length < 4000000) s += s; g.emit(new RegExp(s))`,
		`var p = g.V(); for (var i = 0; i < 1000000; i++) p = g.V().and(p); p.all()`,
	} {
		if err := run(graph.Gizmo, text); err == nil {
			t.Errorf("%s: no error", text)
		}
	}
	for _, lang := range []string{graph.MQL, graph.GraphQL} {
		for _, piece := range []string{"[", "{", `{"a":`, "{a", "[{a:"} {
			if err := run(lang, strings.Repeat(piece, graph.MaxText/len(piece))); err == nil {
				t.Errorf("%s %q repeated: no error", lang, piece)
			}
		}
	}
	if err := run(graph.Gizmo, strings.Repeat(" ", graph.MaxText+1)); !errors.Is(err, graph.ErrQuery) {
		t.Errorf("too long a text: %v", err)
	}
	if err := run(graph.Gizmo, "g.V().all()"); err != nil {
		t.Errorf("a harmless query afterwards: %v", err)
	}
}
