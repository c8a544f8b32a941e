package extract

import (
	"demarche/loader/lang"
	"demarche/loader/link"
)

// besideTitle is the person who is named behind a title or description and a comma, where the tree does not join the two: "Inspector-General of
// Police, Hafiz Ringim, has", "a cleric, Rev. Okezie Ubaka, charged". It is -1 when there is none.
func (x *extractor) besideTitle(t int) int {
	if !x.Tokens[t].IsNoun() {
		return -1
	}
	end := x.sentence(t).End
	at := t + 1
	if at < end && x.Tokens[at].Lower == "of" {
		for at++; at < end && (x.Tokens[at].IsNoun() || x.Tokens[at].Tag == "DT"); at++ {
		}
	}
	if at >= end || x.Tokens[at].Tag != "," {
		return -1
	}
	for at++; at < end && (lang.IsHonorific(x.Tokens[at].Lower) || x.Tokens[at].Lower == "."); at++ {
	}
	m := x.MentionOf(at)
	if m < 0 || x.Mentions[m].Form != link.Named || x.Mentions[m].First != at || !x.isPerson(x.Mentions[m].Entity) {
		return -1
	}
	if behind := x.Mentions[m].End; behind >= end || x.Tokens[behind].Tag != "," {
		return -1
	}
	return x.Mentions[m].Entity
}
