package tally

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// Coded is a text of one sentence with the code of its event, and the codes of who acts and on whom: countries by three
// letters (ISO 3166-1 alpha-3), "IGO" for an international organisation.
type Coded struct {
	File             string // the name of the record and ".txt"
	Text             string
	Event            string
	Sources, Targets []string
}

// The codes that are most easily taken for demands, and those of actors for which the interchange format has none.
var (
	near      = []string{"THREATEN", "REJECT", "COERCE"}
	noCountry = []string{"NGO", "IMG", "ISM"}
)

// ReadCoded reads gold records of PLOVER, a list in JSON, as far as their numbers are even. Documentation is left
// out, and of records with one name all but the first are.
func ReadCoded(data []byte) ([]Coded, error) {
	var records []struct {
		ID, Event, Text string
		Source, Target  any
	}
	if err := json.Unmarshal(data, &records); err != nil {
		return nil, err
	}
	var all []Coded
	seen := map[string]bool{}
	for i, r := range records {
		if r.Event == "" || r.ID == "" || !strings.ContainsAny(r.ID[len(r.ID)-1:], "0123456789") {
			return nil, fmt.Errorf("record %d: no numbered id, or no event", i+1)
		}
		if odd := r.ID[len(r.ID)-1]%2 == 1; odd || r.Event == "DOCUMENT" || seen[r.ID] {
			continue
		}
		seen[r.ID] = true
		all = append(all, Coded{r.ID + ".txt", r.Text, r.Event, codes(r.Source), codes(r.Target)})
	}
	return all, nil
}

// codes returns the acceptable values of a country for the actors of one side of a record.
func codes(actors any) []string {
	var found []string
	for _, actor := range objects(actors) {
		if code, _ := actor["code"].(string); code != "" {
			code = strings.ToUpper(strings.TrimSpace(code))
			found = append(found, code[:min(3, len(code))])
		}
	}
	if slices.ContainsFunc(found, func(code string) bool { return slices.Contains(noCountry, code) }) {
		found = append(found, "IGO", "")
	}
	return found
}

// CodedScore is how the demands of a system compare with coded texts.
type CodedScore struct {
	Texts Coverage
	// Detection counts texts with a demand. The code is one for a sentence, so that precision is a lower bound: a threat
	// may well hold a demand, too.
	Detection Measure
	// Fields are by, of, and both by one demand, on texts with a demand on both sides. Of counts only where gold has a target.
	Fields     []Accuracy
	Confusions []Confusion
}

// Confusion is how many texts of another code the system reports a demand for.
type Confusion struct {
	Event           string
	Reported, Texts int
}

// Demands compares the demands of a system with coded texts. A text that the system lacks has none.
func Demands(gold []Coded, system []Article) *CodedScore {
	found, files := byFile(system), []string{}
	s := &CodedScore{Detection: Measure{Name: "demand detection"}, Fields: []Accuracy{{Name: "by"}, {Name: "of"}, {Name: "by+of"}}}
	others := map[string]*Confusion{}
	for _, text := range gold {
		files = append(files, text.File)
		var demands []*record
		if a := found[text.File]; a != nil {
			demands = a.records["demands"]
		}
		wanted, reported := text.Event == "DEMAND", len(demands) > 0
		s.Detection.add(number(wanted && reported), number(wanted), number(reported))
		if wanted && reported {
			s.addCountries(text, demands)
		}
		if !wanted {
			if others[text.Event] == nil {
				others[text.Event] = &Confusion{Event: text.Event}
			}
			others[text.Event].Texts++
			others[text.Event].Reported += number(reported)
		}
	}
	s.Texts = coverage(files, found)
	for _, c := range others {
		s.Confusions = append(s.Confusions, *c)
	}
	slices.SortFunc(s.Confusions, func(a, b Confusion) int {
		return cmp.Or(
			number(slices.Contains(near, b.Event))-number(slices.Contains(near, a.Event)),
			cmp.Compare(b.Reported, a.Reported), strings.Compare(a.Event, b.Event),
		)
	})
	return s
}

func (s *CodedScore) addCountries(text Coded, demands []*record) {
	var anyBy, anyOf, anyBoth bool
	for _, d := range demands {
		by := slices.Contains(text.Sources, d.texts["by_country"])
		countries := d.names["of_country"]
		if len(countries) == 0 {
			countries = []string{""}
		}
		of := slices.ContainsFunc(countries, func(code string) bool { return slices.Contains(text.Targets, code) })
		anyBy, anyOf = anyBy || by, anyOf || of
		anyBoth = anyBoth || by && (of || len(text.Targets) == 0)
	}
	s.Fields[0].add(anyBy)
	if len(text.Targets) > 0 {
		s.Fields[1].add(anyOf)
	}
	s.Fields[2].add(anyBoth)
}
