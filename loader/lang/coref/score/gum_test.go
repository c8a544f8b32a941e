package score_test

import (
	"errors"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"

	"demarche/loader/lang/conllu"
	"demarche/loader/lang/coref"
	"demarche/loader/lang/coref/score"
	"demarche/loader/lang/syntax"
)

// sample is two sentences of a made-up document in the manner of GUM.
const sample = `# newdoc id = GUM_news_sample
# newpar
1	Ada	Ada	PROPN	NNP	_	3	nsubj	_	Entity=(1-person-new-n-cf1-1-coref
2	Okafor	Okafor	PROPN	NNP	_	1	flat	_	Entity=1)
3	met	meet	VERB	VBD	_	0	root	_	_
4	ministers	minister	NOUN	NNS	_	3	obj	_	Entity=(2-person-new-n-cf2-1-coref)

# speaker = Ada
1	She	she	PRON	PRP	_	2	nsubj	_	Entity=(1-person-giv-n-cf1-1-ana)
2	thanked	thank	VERB	VBD	_	0	root	_	_
3	the	the	DET	DT	_	4	det	_	Entity=(2-person-giv-n-cf2-2-coref
4	ministers	minister	NOUN	NNS	_	2	obj	_	Entity=2)
5	herself	herself	PRON	PRP	_	2	obl	_	Entity=(1-person-giv-n-cf1-1-ana)

`

func readSample(t *testing.T) []*score.Text {
	t.Helper()
	sentences, err := conllu.ReadAll(strings.NewReader(sample))
	if err != nil {
		t.Fatal(err)
	}
	texts, err := score.Read(sentences, true)
	if err != nil || len(texts) != 1 {
		t.Fatalf("%d texts, error %v", len(texts), err)
	}
	return texts
}

func TestRead(t *testing.T) {
	text := readSample(t)[0]
	d := text.Document
	if text.Genre() != "news" || len(d.Words) != 9 || d.Words[4].Head != 5 || d.Speakers[1] != "Ada" || d.Sentences[1] != [2]int{4, 9} {
		t.Errorf("got %+v", d)
	}
	if len(d.Names) != 1 || d.Names[0] != (coref.Name{First: 0, End: 2, Kind: coref.Person}) {
		t.Errorf("names %v", d.Names)
	}
	if len(text.Mentions) != 5 || text.Mentions[0].Entity != "1" || text.Mentions[0].Kind != coref.Person {
		t.Errorf("mentions %+v", text.Mentions)
	}
}

// The system here has "Ada Okafor" with another boundary, misses "herself" and puts the
// ministers together.
func TestWhatCounts(t *testing.T) {
	mention := func(form coref.Form, first, end, head int) coref.Mention {
		m := coref.Mention{Form: form, First: first, End: end, Head: head}
		if form == coref.Named {
			m.NameFirst, m.NameEnd = first, end
		}
		return m
	}
	result := score.Texts(readSample(t), func(*coref.Document) []coref.Entity {
		return []coref.Entity{
			{Mentions: []coref.Mention{mention(coref.Named, 0, 1, 0), mention(coref.Pronoun, 4, 5, 4)}},
			{Mentions: []coref.Mention{mention(coref.Nominal, 3, 4, 3), mention(coref.Nominal, 6, 8, 7)}},
			{Mentions: []coref.Mention{mention(coref.Pronoun, 8, 9, 8)}},
		}
	})
	for _, test := range []struct {
		name string
		got  score.Share
		want string // precision, recall, F1
	}{
		{"links of Ada, She, herself by head", result.Named.Head.MUC, "100.0/50.0/66.7"},
		{"only She is exact", result.Named.Exact.Mentions, "50.0/33.3/40.0"},
		{"descriptions count where a name or pronoun stands with them", result.Described.Head.Mentions, "100.0/66.7/80.0"},
		{"pronouns with the mention before", result.Links[coref.Pronoun], "100.0/50.0/66.7"},
	} {
		if test.got.String() != test.want {
			t.Errorf("%s: %s, want %s", test.name, test.got, test.want)
		}
	}
}

// treebank reads GUM dev, which lies beside the repository, where there is one.
func treebank(t testing.TB) []*conllu.Sentence {
	t.Helper()
	sentences, err := conllu.ReadFile(filepath.Join("..", "..", "..", "..", "..", "shared", "data", "ud-gum", "dev.conllu.gz"))
	if errors.Is(err, fs.ErrNotExist) {
		t.Skipf("coreference is not measured: no treebank: %v", err)
	}
	if err != nil {
		t.Fatal(err)
	}
	return sentences
}

// The figures are floors, well below what the models in the program reach; their cards have the scores.
func TestAccuracy(t *testing.T) {
	sentences := treebank(t)
	parser, err := syntax.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name                    string
		speakers                bool
		analyse                 func(*coref.Document)
		named, exact, described float64 // CoNLL
	}{
		{"predicted trees and names, speakers unknown", false, score.Parsed(parser), 0.70, 0.67, 0.60},
		{"gold trees and names", true, nil, 0.75, 0.73, 0.64},
	} {
		r, err := score.GUM(sentences, test.speakers, test.analyse, coref.Resolve)
		if err != nil {
			t.Fatal(err)
		}
		t.Logf("%s\nnamed and pronominal, by head: %s\nexact: %s\nwith descriptions, by head: %s", test.name, r.Named.Head, r.Named.Exact, r.Described.Head)
		if r.Named.Head.CoNLL() < test.named || r.Named.Exact.CoNLL() < test.exact || r.Described.Head.CoNLL() < test.described {
			t.Errorf("%s: below the floors %.2f, %.2f, %.2f", test.name, test.named, test.exact, test.described)
		}
	}
}
