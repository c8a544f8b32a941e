package coref

import (
	"strings"
	"testing"
)

// The second name of each line is the later one in the text.
func TestNameRelation(t *testing.T) {
	for _, test := range []struct {
		before, now string
		want        *atom
	}{
		{"angela merkel", "angela merkel", nameSame},
		{"sergey lavrov", "sergei lavrov", nameSame}, // another spelling
		{"angela merkel", "merkel", nameSurname},
		{"merkel", "angela merkel", nameSurnameOf},
		{"angela merkel", "angela", nameFirst},
		{"world trade organization", "trade", namePart},
		{"bank england", "central bank england wales", nameWhole},
		{"hillary clinton", "bill clinton", nameClash},
		{"north korea", "south korea today", nameOverlap},
		{"berlin", "moscow", nameOther},
		{"north korea", "south korea", nameClash},
		{"resolution 2118", "resolution 2119", nameOverlap}, // numbers are no spellings
	} {
		if got := nameRelation(strings.Fields(test.now), strings.Fields(test.before)); got != test.want {
			t.Errorf("%q after %q: %s, want %s", test.now, test.before, got.text, test.want.text)
		}
	}
}

func TestModifierRelation(t *testing.T) {
	for _, test := range []struct {
		before, now string
		want        *atom
	}{
		{"new", "new", modsEqual},
		{"new russian", "russian", modsFewer},
		{"russian", "new russian", modsMore},
		{"new russian", "russian old", modsSome},
		{"russian", "american", modsOther},
	} {
		if got := modifierRelation(strings.Fields(test.now), strings.Fields(test.before)); got != test.want {
			t.Errorf("%q after %q: %s, want %s", test.now, test.before, got.text, test.want.text)
		}
	}
}

func TestSharesProper(t *testing.T) {
	if sharesProper([]string{"russian"}, []string{"russia"}) != yes || sharesProper([]string{"russian"}, []string{"us"}) != no || sharesProper(nil, []string{"us"}) != nil {
		t.Error(`"Russian" goes with "Russia" and not with "U.S.", and nothing is known without a name`)
	}
}

func TestNounKind(t *testing.T) {
	for lemma, want := range map[string]Kind{"minister": Person, "vice-president": Person, "machinist": Person, "ministry": Organization, "city": Place, "war": Event, "week": Date, "idea": Unknown} {
		if got := nounKind(lemma); got != want {
			t.Errorf("%s: %q, want %q", lemma, got, want)
		}
	}
}
