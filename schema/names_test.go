package schema_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"demarche/schema"
)

func TestNameKeyFoldsSpellings(t *testing.T) {
	for _, same := range [][]string{
		{"Sergey Lavrov", "Sergei Lavrov", "SERGEJ LAVROV", "Sergey  Lavrov"},
		{"Volodymyr Zelensky", "Volodymyr Zelenskyy", "Volodymyr Zelenskiy", "Volodymyr Zelenskyi", "Volodymyr Zelenskii"},
		{"Alexander Lukashenko", "Aleksandr Lukashenko", "Alexandr Lukashenko"},
		{"Yuri Ushakov", "Yury Ushakov", "Yuriy Ushakov", "Iurii Ushakov"},
		{"Oleksii Reznikov", "Oleksiy Reznikov", "Olexiy Reznikov", "Oleksij Reznikov"},
		{"Alexei Navalny", "Aleksey Navalny", "Alexey Navalnyy"},
		{"Yevgeny Prigozhin", "Evgeny Prigozhin", "Yevgeni Prigozhin", "Evgenii Prigozhin"},
		{"Dmitry Peskov", "Dmitri Peskov", "Dmitriy Peskov"},
		{"Mikhail Mishustin", "Mihail Mishustin"},
		{"Maria Zakharova", "Mariya Zakharova", "Mariia Zaharova"},
		{"Sergey Ryabkov", "Sergei Riabkov"},
		{"Viktor Yanukovych", "Viktor Yanukovich"},
		{"Nicolás Maduro", "Nicolas Maduro", "Nicola\u0301s Maduro"},
		{"Recep Tayyip Erdoğan", "Recep Tayyip Erdogan"},
		{"Mohammed bin Salman", "Muhammad bin Salman", "Mohammad Bin-Salman"},
		{"Hossein Amir-Abdollahian", "Hossein Amir Abdollahian"},
		{"Đặng", "Dang"},
		{"the West", "The West", "West"},
		{"U.S.", "US"},
	} {
		for _, name := range same[1:] {
			if schema.NameKey(name) != schema.NameKey(same[0]) {
				t.Errorf("%q has the key %q, %q has %q", name, schema.NameKey(name), same[0], schema.NameKey(same[0]))
			}
		}
	}
}

func TestNameKeyKeepsNamesApart(t *testing.T) {
	for _, pair := range [][2]string{
		{"Sergey", "Serhiy"},
		{"Vladimir", "Volodymyr"},
		{"Aleksandr", "Oleksandr"},
		{"Alexei", "Oleksii"},
		{"Andrei", "Andriy"},
		{"Khan", "Han"},
		{"Kim", "Kin"},
		{"Marie", "Maria"},
		{"Li", "Ly"},
		{"Ivanov", "Ivanova"},
		{"Iran", "Iraq"},
		{"Mali", "Male"},
	} {
		if schema.NameKey(pair[0]) == schema.NameKey(pair[1]) {
			t.Errorf("%q and %q have the same key %q", pair[0], pair[1], schema.NameKey(pair[0]))
		}
	}
}

func TestSlug(t *testing.T) {
	for name, want := range map[string]string{
		"Sergey Lavrov":                 "sergey-lavrov",
		"Côte d'Ivoire":                 "cote-divoire",
		"U.S. Department of State":      "us-department-of-state",
		"Łódź & Søn":                    "lodz-son",
		"European People's Party":       "european-peoples-party",
		"  ":                            "",
		"Ministry of Defence of Russia": "ministry-of-defence-of-russia",
	} {
		if got := schema.Slug(name); got != want {
			t.Errorf("Slug(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestScan(t *testing.T) {
	c := catalogue(t)
	for _, test := range []struct {
		text string // tokens, separated by spaces
		n    int
		id   string
		via  schema.Via
	}{
		{"Russia warned", 1, "russia", schema.ViaName},
		{"RUSSIA WARNS", 1, "russia", schema.ViaName},
		{"russia", 0, "", ""},
		{"Russians want", 1, "russia", schema.ViaAdjective},
		{"Moscow said", 1, "russia", schema.ViaSeat},
		{"Kremlin spokesman", 1, "russia", schema.ViaSeat},
		{"US President", 1, "united-states", schema.ViaAlias},
		{"U.S. President", 1, "united-states", schema.ViaAlias},
		{"us , too", 0, "", ""},
		{"Us too", 0, "", ""},
		{"Who said", 0, "", ""},
		{"WHO said", 1, "world-health-organization", schema.ViaAlias},
		{"turkey for dinner", 0, "", ""},
		{"Turkey", 1, "turkey", schema.ViaName},
		{"Polish government", 1, "poland", schema.ViaAdjective},
		{"polish the table", 0, "", ""},
		{"Nato said", 1, "nato", schema.ViaName},
		{"White House officials", 2, "united-states", schema.ViaSeat},
		{"white house", 0, "", ""},
		{"the West", 2, "the-west", schema.ViaName},
		{"Western media", 1, "the-west", schema.ViaAdjective},
		{"Guinea-Bissau is", 1, "guinea-bissau", schema.ViaName},
		{"Guinea - Bissau is", 3, "guinea-bissau", schema.ViaName},
		{"South Korea and", 2, "south-korea", schema.ViaName},
		{"Russia 's foreign ministry said", 4, "ministry-of-foreign-affairs-of-russia", schema.ViaInstitution},
		{"Russia's defense ministry said", 3, "ministry-of-defence-of-russia", schema.ViaInstitution},
		{"Ukrainian Foreign Ministry", 3, "ministry-of-foreign-affairs-of-ukraine", schema.ViaInstitution},
		{"Ministry of Foreign Affairs of Russia", 6, "ministry-of-foreign-affairs-of-russia", schema.ViaInstitution},
		{"US State Department spokesman", 3, "united-states-department-of-state", schema.ViaAlias},
		{"Pentagon", 1, "united-states-department-of-defense", schema.ViaSeat},
		{"Organization for Security and Cooperation in Europe", 7, "organization-for-security-and-co-operation-in-europe", schema.ViaAlias},
		{"UN Security Council", 3, "united-nations-security-council", schema.ViaAlias},
		{"the Guardian said", 2, "the-guardian", schema.ViaName},
		{"guardian angel", 0, "", ""},
		{"Reuters", 1, "reuters", schema.ViaName},
		{"Congo", 1, "democratic-republic-of-the-congo", schema.ViaAlias},
		{"Brussels", 1, "european-union", schema.ViaSeat},
		{", Russia", 0, "", ""},
		{"", 0, "", ""},
	} {
		n, matches := c.Scan(strings.Fields(test.text))
		if n != test.n {
			t.Errorf("Scan(%q) has %d tokens, want %d: %v", test.text, n, test.n, matches)
			continue
		}
		if n > 0 && (matches[0].Actor.ID != test.id || matches[0].Via != test.via) {
			t.Errorf("Scan(%q) = %s via %s, want %s via %s", test.text, matches[0].Actor.ID, matches[0].Via, test.id, test.via)
		}
	}
}

func TestScanFindsPersonsInAnySpelling(t *testing.T) {
	c, err := load(t, "actors:\n  - {name: Sergey Aleksandrov, kind: person, aliases: [Sergey Viktorovich Aleksandrov]}")
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]int{
		"Sergei Alexandrov said":     2,
		"Serhiy Aleksandrov said":    0,
		"Sergei Aleksandrov said":    2,
		"Sergey V. Aleksandrov said": 3,
		"sergey aleksandrov":         0,
		"Sergey":                     0,
	} {
		if n, _ := c.Scan(strings.Fields(text)); n != want {
			t.Errorf("Scan(%q) has %d tokens, want %d", text, n, want)
		}
	}
	if found := c.Surname("Aleksandrov"); len(found) != 1 {
		t.Errorf("Surname: %v", found)
	}
}

func TestScanAllocatesNothing(t *testing.T) {
	c := catalogue(t)
	for _, text := range []string{"Russia 's foreign ministry said", "Nicolás Maduro spoke", "former Deputy Foreign Minister of", "said that he would"} {
		words := strings.Fields(text)
		if n := testing.AllocsPerRun(100, func() { c.Scan(words); c.ScanTitle(words) }); n > 0 {
			t.Errorf("%q: %v allocations", text, n)
		}
	}
}

func TestFind(t *testing.T) {
	c := catalogue(t)
	for text, want := range map[string][]string{
		"russia": {"russia"}, "the kremlin": {"russia"}, "west": {"the-west"}, "The West": {"the-west"}, "Guardian": {"the-guardian"},
		"Korea": {"south-korea", "north-korea"}, "nobody at all": nil, "": nil, "türkiye": {"turkey"}, "u.k.": {"united-kingdom"},
	} {
		var got []string
		for _, match := range c.Find(text) {
			got = append(got, match.Actor.ID)
		}
		if !slices.Equal(got, want) {
			t.Errorf("Find(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestSuggest(t *testing.T) {
	c := catalogue(t)
	for text, want := range map[string]string{"Rusia": "russia", "Ukrane": "ukraine", "Natoo": "nato", "Sergej Lawrow": "sergey-lavrov", "Germ": "germany"} {
		found := c.Suggest(text, 3)
		if !slices.ContainsFunc(found, func(a *schema.Actor) bool { return a.ID == want }) {
			var ids []string
			for _, a := range found {
				ids = append(ids, a.ID)
			}
			t.Errorf("Suggest(%q) = %q, want %s", text, ids, want)
		}
	}
	if found := c.Suggest("qqqqqqqqqqqqqqqqqqqq", 3); len(found) > 0 {
		t.Errorf("nonsense resembles %s", found[0].Name)
	}
}

func TestWithLeavesTheCatalogueAlone(t *testing.T) {
	c, err := load(t, "actors:\n  - {name: A, kind: group}")
	if err != nil {
		t.Fatal(err)
	}
	before := len(c.Actors())
	added, err := schema.ParseFile("new.yaml", []byte("actors:\n  - {name: Zenda, kind: country, code: ZND, adjectives: [Zendan]}\n  - {name: Michael, kind: person, roles: [{title: Duke, of: zenda}]}"))
	if err != nil {
		t.Fatal(err)
	}
	more, err := c.With(added...)
	if err != nil {
		t.Fatal(err)
	}
	if _, ok := more.Actor("ministry-of-foreign-affairs-of-zenda"); !ok {
		t.Error("the new country has no foreign ministry")
	}
	if len(c.Actors()) != before {
		t.Error("the old catalogue has changed")
	}
	if _, err := more.With(added...); err == nil {
		t.Error("the same actors can be added twice")
	}
}

func TestHolders(t *testing.T) {
	c, err := schema.Load(schema.Files())
	if err != nil {
		t.Fatal(err)
	}
	people, err := schema.ParseFile("test.yaml", []byte(`actors:
  - {name: Test Lavrov, kind: person, roles: [{title: Minister of Foreign Affairs, of: vanuatu, from: 2004-03-09}]}
  - {name: Test Deputy, kind: person, roles: [{title: Deputy Foreign Minister, of: vanuatu, from: 2008}]}
  - {name: Test President, kind: person, roles: [{title: President, of: vanuatu, from: 2010-05-07, to: 2012-05-06}]}
  - {name: Test Successor, kind: person, roles: [{title: President, of: vanuatu, from: 2012-05-07}]}
  - {name: Test Speaker, kind: person, roles: [{title: Spokeswoman, of: ministry-of-foreign-affairs-of-vanuatu, from: 2010}]}
`))
	if err != nil {
		t.Fatal(err)
	}
	if c, err = c.With(people...); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ title, of, day, want string }{
		{"Foreign Minister", "vanuatu", "2012-01-01", "Test Lavrov"},
		{"FM", "vanuatu", "2012-01-01", "Test Lavrov"},
		{"top diplomat", "vanuatu", "2012-01-01", "Test Lavrov"},
		{"minister for foreign affairs", "vanuatu", "2004-03-09", "Test Lavrov"},
		{"Foreign Minister", "vanuatu", "2004-03-08", ""},
		{"deputy foreign minister", "vanuatu", "2012-01-01", "Test Deputy"},
		{"vice foreign minister", "vanuatu", "2012-01-01", "Test Deputy"},
		{"president", "vanuatu", "2012-05-06", "Test President"},
		{"head of state", "vanuatu", "2012-05-07", "Test Successor"},
		{"leader", "vanuatu", "2013-05-07", "Test Successor"},
		{"Foreign Ministry spokesperson", "vanuatu", "2013-05-07", "Test Speaker"},
		{"king", "vanuatu", "2013-05-07", ""},
		{"flower arranger", "vanuatu", "2013-05-07", ""},
		{"Secretary of State", "united-states", "2021-12-02", "Antony Blinken"},
		{"top diplomat", "united-states", "2021-12-02", "Antony Blinken"},
		{"Foreign Minister", "russia", "2021-12-02", "Sergey Lavrov"},
		{"chief", "nato", "2021-12-02", "Jens Stoltenberg"},
		{"leader", "germany", "2021-12-20", "Olaf Scholz"},
		{"foreign policy chief", "european-union", "2021-12-20", "Josep Borrell"},
	} {
		day, err := time.Parse(time.DateOnly, test.day)
		if err != nil {
			t.Fatal(err)
		}
		var names []string
		for _, actor := range c.Holders(test.title, test.of, day) {
			names = append(names, actor.Name)
		}
		if got := strings.Join(names, ", "); got != test.want {
			t.Errorf("%s of %s on %s: %q, want %q", test.title, test.of, test.day, got, test.want)
		}
	}
}

func TestScanTitle(t *testing.T) {
	c := catalogue(t)
	for _, test := range []struct {
		text         string
		n            int
		title        string
		status       string
		lead         int
		plural, none bool
	}{
		{text: "Foreign Minister Sergey Lavrov", n: 2, title: "Foreign Minister"},
		{text: "foreign minister of Russia", n: 2, title: "Foreign Minister"},
		{text: "Minister for Foreign Affairs X", n: 4, title: "Foreign Minister"},
		{text: "Defense Minister X", n: 2, title: "Defence Minister"},
		{text: "Secretary of Defense X", n: 3, title: "Defence Minister"},
		{text: "Secretary of State X", n: 3, title: "Secretary of State"},
		{text: "Secretary-General Jens Stoltenberg", n: 1, title: "Secretary-General"},
		{text: "Secretary General Jens", n: 2, title: "Secretary-General"},
		{text: "Vice-President Kamala Harris", n: 1, title: "Vice President"},
		{text: "vice president", n: 2, title: "Vice President"},
		{text: "First Deputy Prime Minister X", n: 4, title: "First Deputy Prime Minister"},
		{text: "former deputy foreign minister", n: 4, title: "Deputy Foreign Minister", status: "former", lead: 1},
		{text: "ex-president X", n: 1, title: "President", status: "ex", lead: 1},
		{text: "President-elect Donald", n: 1, title: "President", status: "elect"},
		{text: "acting president", n: 2, title: "President", status: "acting", lead: 1},
		{text: "Foreign Ministry spokeswoman Maria", n: 3, title: "Foreign Ministry Spokesperson"},
		{text: "presidential aide X", n: 2, title: "Aide"},
		{text: "foreign ministers of", n: 2, title: "Foreign Minister", plural: true},
		{text: "ministers of foreign affairs", n: 4, title: "Foreign Minister", plural: true},
		{text: "national security adviser Jake", n: 3, title: "National Security Adviser"},
		{text: "top diplomat", n: 2, title: "Top Diplomat"},
		{text: "head of state", n: 3, title: "Head of State"},
		{text: "premier", n: 1, title: "Prime Minister"},
		{text: "spokesman Dmitry", n: 1, title: "Spokesperson"},
		{text: "former the", none: true},
		{text: "table", none: true},
		{text: "foreign trade is", none: true},
		{text: "", none: true},
	} {
		n, title := c.ScanTitle(strings.Fields(test.text))
		if test.none || n == 0 {
			if n != test.n {
				t.Errorf("ScanTitle(%q) has %d tokens, want %d", test.text, n, test.n)
			}
			continue
		}
		if n != test.n || title.String() != test.title || title.Status != test.status || title.Lead != test.lead || title.Plural != test.plural {
			t.Errorf("ScanTitle(%q) = %d %q %+v", test.text, n, title, title)
		}
	}
}

func FuzzScan(f *testing.F) {
	f.Add("Russia 's foreign ministry")
	f.Add("former Deputy-Foreign Minister - elect")
	c := catalogue(f)
	f.Fuzz(func(t *testing.T, text string) {
		words := strings.Fields(text)
		if n, matches := c.Scan(words); n > len(words) || (n > 0) != (len(matches) > 0) {
			t.Errorf("Scan(%q) = %d, %v", text, n, matches)
		}
		if n, title := c.ScanTitle(words); n > len(words) || (n > 0) != (title.Group != nil) || title.Lead > n {
			t.Errorf("ScanTitle(%q) = %d, %+v", text, n, title)
		}
		key := schema.NameKey(text)
		if again := schema.NameKey(strings.ToUpper(key)); strings.ToUpper(key) == key && again != schema.NameKey(key) {
			t.Errorf("the key of %q depends on case", text)
		}
	})
}

func FuzzParseFile(f *testing.F) {
	f.Add([]byte("actors:\n  - {name: A, kind: person, roles: [{title: King, of: a, from: 2014}]}"))
	f.Fuzz(func(t *testing.T, data []byte) {
		actors, err := schema.ParseFile("fuzz.yaml", data)
		if err == nil {
			roundTrip(t, actors)
		}
	})
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := schema.Load(schema.Files()); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkScan(b *testing.B) {
	c := catalogue(b)
	words := strings.Fields("Russia 's foreign ministry said on Thursday that former Deputy Foreign Minister Sergei Ryabkov had met US officials in Geneva")
	for b.Loop() {
		for i := range words {
			c.Scan(words[i:])
			c.ScanTitle(words[i:])
		}
	}
}
