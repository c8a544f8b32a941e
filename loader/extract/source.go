package extract

import (
	"demarche/schema/frames"
)

// source is the statement that a token belongs to: the innermost in whose content it stands, else that of a verb of saying beside or above its clause
// ("Peru should pay, she tells us", "told the briefing that Peru must pay") where the model for attributions has missed the content; -1 when
// there is none.
func (x *extractor) source(t int) int {
	if s := x.statementAt(t, false); s >= 0 {
		return s
	}
	top := t
	for x.Tokens[top].Head >= 0 && x.Is(top, "xcomp", "conj", "advcl", "ccomp") {
		top = x.Tokens[top].Head
	}
	if head := x.Tokens[top].Head; head >= 0 && x.Is(top, "acl:relcl") {
		if s := x.statementAt(head, false); s >= 0 {
			return s // the content goes on: "..., which must end"
		}
	}
	for c := range x.Children(top) {
		if x.Is(c, "parataxis") && x.frames.Is(frames.Saying, x.Tokens[c].Lemma) {
			if s := x.statementCue(c); s >= 0 {
				return s
			}
		}
	}
	return -1
}
