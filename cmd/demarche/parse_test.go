package main

import (
	"strings"
	"testing"
)

// A clause in running text comes out as a tree: who urged, whom, to do what.
func TestParseText(t *testing.T) {
	home(t)
	o := demarcheWith(t, "Kyiv urged Moscow to withdraw its troops.", "parse").want(t, exitOK)
	for _, want := range []string{
		"1\tKyiv\tKyiv\tPROPN\tNNP\t_\t2\tnsubj\t",
		"3\tMoscow\tMoscow\tPROPN\tNNP\t_\t2\tiobj\t",
		"5\twithdraw\twithdraw\tVERB\tVB\t_\t2\txcomp\t",
	} {
		if !strings.Contains(o.stdout, want) {
			t.Errorf("no line begins with %q in\n%s", want, o.stdout)
		}
	}
}

// With gold tokens the words stay as they are, whatever they look like, and
// what was annotated is annotated anew.
func TestParseGoldTokens(t *testing.T) {
	home(t)
	input := "# sent_id = a\n1\tcan\t_\tX\tX\t_\t0\troot\t_\t_\n2\t't\t_\tX\tX\t_\t1\tdep\t_\t_\n\n"
	o := demarcheWith(t, input, "parse", "--gold-tokens", "-").want(t, exitOK)
	lines := strings.Split(o.stdout, "\n")
	if lines[0] != "# sent_id = a" || !strings.HasPrefix(lines[1], "1\tcan\tcan\tAUX\tMD\t") || !strings.HasPrefix(lines[2], "2\t't\t") {
		t.Errorf("output is\n%s", o.stdout)
	}
}

func TestParseRefusesWhatIsNoText(t *testing.T) {
	home(t)
	demarcheWith(t, "\xff\xfe", "parse").want(t, exitError, "UTF-8")
	demarcheWith(t, "1\tword\n\n", "parse", "--gold-tokens").want(t, exitError, "parsing standard input", "line 1")
}
