package same_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"demarche/internal/strict"
	"demarche/queries/internal/same"
)

// pair is two demands and whether they are one. Of each side one value, or two.
type pair struct {
	Same     bool
	By       []string
	Of       []sides
	Polarity []string
	What     [2]string
	Days     int // between the two
}

// sides are ids: one, or a list.
type sides []string

func (s *sides) UnmarshalYAML(node *strict.Node) error {
	var one string
	if err := node.Decode(&one); err == nil {
		*s = sides{one}
		return nil
	}
	return node.Decode((*[]string)(s))
}

// demands makes the two demands of a pair.
func (p pair) demands(names map[string][]string) [2]same.Demand {
	var both [2]same.Demand
	for i := range both {
		d := same.Demand{Polarity: "do", What: p.What[i], Day: time.Date(2021, 12, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, i*p.Days).Format(time.DateOnly)}
		if len(p.By) > 0 {
			d.By = []string{p.By[min(i, len(p.By)-1)]}
		}
		if len(p.Of) > 0 {
			d.Of = p.Of[min(i, len(p.Of)-1)]
		}
		if len(p.Polarity) > 0 {
			d.Polarity = p.Polarity[i]
		}
		called := func(ids []string) map[string]bool {
			var all []string
			for _, id := range ids {
				all = append(all, names[id]...)
			}
			return same.Stems(all)
		}
		d.ByStems, d.OfStems = called(d.By), called(d.Of)
		both[i] = d
	}
	return both
}

// Precision counts first: what is joined must be one demand.
func TestPairs(t *testing.T) {
	for _, test := range []struct {
		file              string
		precision, recall float64
	}{
		{"pairs.yaml", 0.97, 0.85},
		{"heldout.yaml", 0.97, 0.5},
	} {
		t.Run(test.file, func(t *testing.T) {
			data, err := os.ReadFile(filepath.Join("testdata", test.file))
			if err != nil {
				t.Fatal(err)
			}
			var file struct {
				Names map[string][]string
				Pairs []pair
			}
			if err := strict.Unmarshal(test.file, data, &file); err != nil {
				t.Fatal(err)
			}
			var right, wrong, missed int
			for _, p := range file.Pairs {
				both := p.demands(file.Names)
				a, b := same.Prepare(both[0], nil), same.Prepare(both[1], nil)
				got := a.Same(b)
				if got != b.Same(a) {
					t.Errorf("the order matters: %q", p.What)
				}
				switch {
				case got && p.Same:
					right++
				case got:
					wrong++
					t.Logf("wrongly joined: %s", strings.Join(p.What[:], " | "))
				case p.Same:
					missed++
					t.Logf("missed: %s", strings.Join(p.What[:], " | "))
				}
			}
			precision, recall := float64(right)/float64(right+wrong), float64(right)/float64(right+missed)
			t.Logf("%d pairs: precision %.3f, recall %.3f", len(file.Pairs), precision, recall)
			if precision < test.precision || recall < test.recall {
				t.Errorf("precision %.3f (least %.2f), recall %.3f (least %.2f)", precision, test.precision, recall, test.recall)
			}
		})
	}
}

func TestDeadlines(t *testing.T) {
	for _, test := range []struct{ what, want string }{
		{"leave the city within 72 hours", "within 72 hours"},
		{"hand over the keys by the end of the week", "by the end of the week"},
		{"publish the list by 12 March 2022", "by 12 March 2022"},
		{"answer before Friday", "before Friday"},
		{"stop at once", "at once"},
		{"take the town by force", ""},
		{"stand by the accord", ""},
		{"", ""},
	} {
		if got := same.Prepare(same.Demand{What: test.what}, nil).Deadline(); got != test.want {
			t.Errorf("%q: the deadline is %q, want %q", test.what, got, test.want)
		}
	}
}

// Words for the same lead to each other.
func TestKeysLeadToOtherWordsForTheSame(t *testing.T) {
	a := same.Prepare(same.Demand{What: "withdraw its troops"}, nil).Keys()
	b := same.Prepare(same.Demand{What: "pull back the soldiers"}, nil).Keys()
	if !slices.ContainsFunc(a, func(key string) bool { return slices.Contains(b, key) }) {
		t.Errorf("no common key: %q, %q", a, b)
	}
}

func FuzzPrepare(f *testing.F) {
	f.Add("NATO halt its expansion by Friday", "pull its 2,000 forces back … at once")
	f.Fuzz(func(t *testing.T, a, b string) {
		p := same.Prepare(same.Demand{By: []string{"x"}, Of: []string{"y"}, What: a}, nil)
		q := same.Prepare(same.Demand{By: []string{"x"}, Of: []string{"y"}, What: b, Polarity: "dont"}, nil)
		if !strings.Contains(a, p.Deadline()) {
			t.Errorf("the deadline %q is not in %q", p.Deadline(), a)
		}
		for _, key := range p.Keys() {
			if key == "" || strings.ContainsAny(key, " /<>") {
				t.Errorf("the key %q cannot stand in an IRI", key)
			}
		}
		p.Same(q)
	})
}

func BenchmarkSame(b *testing.B) {
	p := same.Prepare(same.Demand{By: []string{"x"}, Of: []string{"y"}, What: "pull its forces back from the border and return to diplomacy"}, nil)
	q := same.Prepare(same.Demand{By: []string{"x"}, Of: []string{"y"}, What: "withdraw all troops from the border and lift the blockade"}, nil)
	for b.Loop() {
		p.Same(q)
	}
}
