package coref_test

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"demarche/loader/lang/coref"
)

// Each text is written as read says; want are the entities of several mentions.
func TestResolve(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"a surname means the person of that name", `
			[person Maria/PROPN/3/nsubj Sandoval/PROPN/1/flat ] spoke=speak/VERB/0/root ./PUNCT/3/punct
			[person Sandoval/PROPN/2/nsubj ] left=leave/VERB/0/root ./PUNCT/2/punct`,
			"Maria Sandoval = Sandoval"},
		{"two persons of one surname are two", `
			[person Hillary/PROPN/6/nsubj Clinton/PROPN/1/flat ] and/CCONJ/4/cc [person Bill/PROPN/1/conj Clinton/PROPN/4/flat ] spoke=speak/VERB/0/root ./PUNCT/6/punct`,
			""},
		{"a surname that is also a given name tells no gender", `
			[person Elizabeth/PROPN/3/nsubj Warren/PROPN/1/flat ] spoke=speak/VERB/0/root ./PUNCT/3/punct
			[person Warren/PROPN/2/nsubj ] thanked=thank/VERB/0/root her/PRON/4/nmod:poss voters=voter/NOUN/2/obj ./PUNCT/2/punct`,
			"Elizabeth Warren = Warren = her"},
		{"she is not the man between", `
			[person Hillary/PROPN/3/nsubj Clinton/PROPN/1/flat ] spoke=speak/VERB/0/root ./PUNCT/3/punct
			[person Bernie/PROPN/3/nsubj Sanders/PROPN/1/flat ] praised=praise/VERB/0/root her/PRON/5/nmod:poss plans=plan/NOUN/3/obj ./PUNCT/3/punct`,
			"Hillary Clinton = her"},
		{"a title means the person who has it", `
			Russian/ADJ/2/amod President/PROPN/3/nmod:desc [person Vladimir/PROPN/5/nsubj Putin/PROPN/3/flat ] agreed=agree/VERB/0/root ./PUNCT/5/punct
			The/DET/3/det Russian/ADJ/3/amod president/NOUN/4/nsubj left=leave/VERB/0/root ./PUNCT/4/punct`,
			"Russian President Vladimir Putin = The Russian president"},
		{"an apposition means the same", `
			[person Ada/PROPN/7/nsubj Okafor/PROPN/1/flat ] ,/PUNCT/5/punct the/DET/5/det mayor/NOUN/1/appos ,/PUNCT/1/punct resigned=resign/VERB/0/root ./PUNCT/7/punct`,
			"Ada Okafor = the mayor"},
		{"an acronym means what it abbreviates", `
			The/DET/3/det [organization World/PROPN/3/compound Bank/PROPN/7/nsubj ] (/PUNCT/5/punct [organization WB/PROPN/3/appos ] )/PUNCT/5/punct agreed=agree/VERB/0/root ./PUNCT/7/punct`,
			"The World Bank = WB"},
		{"a body is the organisation just named", `
			[organization NATO/PROPN/2/nsubj ] agreed=agree/VERB/0/root ./PUNCT/2/punct
			The/DET/2/det alliance/NOUN/3/nsubj acted=act/VERB/0/root ./PUNCT/3/punct`,
			"NATO = The alliance"},
		{"who is quoted says I", `
			“/PUNCT/3/punct I/PRON/3/nsubj agree/VERB/6/ccomp ,/PUNCT/3/punct ”/PUNCT/3/punct said=say/VERB/0/root [person Angela/PROPN/6/nsubj Merkel/PROPN/7/flat ] ./PUNCT/6/punct`,
			"I = Angela Merkel"},
		{"a reflexive pronoun is the subject", `
			[person Macron/PROPN/2/nsubj ] defended=defend/VERB/0/root himself/PRON/2/obj ./PUNCT/2/punct`,
			"Macron = himself"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := resolved(read(test.text)); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}

// A mention has all that describes it, without what only stands beside it.
func TestMentions(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"what follows a noun", "the/DET/2/det mayor/NOUN/0/root of/ADP/4/case [place Lyon/PROPN/2/nmod ]", "the mayor of Lyon|Lyon"},
		{"title and name", "Foreign/ADJ/2/amod Minister/PROPN/3/nmod:desc [person Jane/PROPN/0/root Doe/PROPN/3/flat ]", "Foreign Minister Jane Doe"},
		{"apposition", "[person Jane/PROPN/0/root Doe/PROPN/1/flat ] ,/PUNCT/5/punct the/DET/5/det mayor/NOUN/1/appos", "Jane Doe|the mayor"},
		{"coordination", "[place Mali/PROPN/0/root ] and/CCONJ/3/cc [place Chad/PROPN/1/conj ]", "Mali|Chad"},
		{"possessor", "his/PRON/2/nmod:poss wife/NOUN/0/root", "his wife|his"},
		{"predicate", "she/PRON/4/nsubj is/AUX/4/cop a/DET/4/det lawyer/NOUN/0/root", "she|a lawyer"},
		{"an expletive it is found, too", "it/PRON/2/expl rained/VERB/0/root", "it"},
		{"no mention", "someone/PRON/2/nsubj ran/VERB/0/root", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			d := read(test.text)
			var got []string
			for _, e := range coref.Resolve(d) {
				for _, m := range e.Mentions {
					got = append(got, words(d, m.First, m.End))
				}
			}
			if strings.Join(got, "|") != test.want {
				t.Errorf("got  %s\nwant %s", strings.Join(got, "|"), test.want)
			}
		})
	}
}

// Sixteen goroutines share the model and a document.
func TestResolveIsSafeForConcurrentUse(t *testing.T) {
	d := read(`
		[person Sergei/PROPN/3/nsubj Lavrov/PROPN/1/flat ] met=meet/VERB/0/root [person Angela/PROPN/3/obj Merkel/PROPN/4/flat ] ./PUNCT/3/punct
		He/PRON/2/nsubj thanked=thank/VERB/0/root her/PRON/2/obj ./PUNCT/2/punct`)
	want := fmt.Sprint(coref.Resolve(d))
	var group sync.WaitGroup
	for range 16 {
		group.Go(func() {
			for range 20 {
				if got := fmt.Sprint(coref.Resolve(d)); got != want {
					t.Errorf("got %s, want %s", got, want)
				}
			}
		})
	}
	group.Wait()
}

func TestResolveNothing(t *testing.T) {
	for name, d := range map[string]*coref.Document{"no words": {}, "words without a sentence": {Words: []coref.Word{{Form: "Mali", UPOS: "PROPN"}}}} {
		if got := coref.Resolve(d); len(got) != 0 {
			t.Errorf("%s: %v", name, got)
		}
	}
}
