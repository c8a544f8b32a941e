package export_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/nquads"

	"demarche/cmd/demarche/internal/export"
	"demarche/schema"
)

const (
	one     = quad.IRI("demarche:article/one")
	demand  = quad.IRI("demarche:demand/1")
	russia  = quad.IRI("demarche:actor/russia")
	quote   = "say \"no\" & mean it <now>\nor\tnever \\ é ☃"
	xsdTime = "http://www.w3.org/2001/XMLSchema#dateTime"
)

// quads are what an article says, in no good order.
func quads() []quad.Quad {
	day := quad.Time(time.Date(2021, 12, 17, 0, 0, 0, 0, time.UTC))
	var all []quad.Quad
	say := func(s quad.IRI, p string, o quad.Value) {
		all = append(all, quad.Quad{Subject: s, Predicate: quad.IRI(p), Object: o, Label: one})
	}
	say(demand, schema.Quote, quad.String(quote))
	say(demand, schema.By, russia)
	say(demand, schema.IndexedUnder, quad.IRI(schema.IndexIRI("demand", "all", "2021-12")))
	say(demand, schema.Type, quad.IRI(schema.ClassDemand))
	say(demand, schema.Day, day)
	say(demand, schema.Confidence, quad.Float(0.5))
	say(russia, schema.Type, quad.IRI(schema.ClassCountry))
	say(russia, schema.Label, quad.String("Russia"))
	say(russia, schema.Linked, quad.Bool(true))
	say(russia, schema.SameAs, quad.IRI("wd:Q159"))
	say(one, schema.Type, quad.IRI(schema.ClassArticle))
	say(one, schema.DatePublished, day)
	return all
}

// exported returns the document of the format with one article.
func exported(t *testing.T, format string, index bool) string {
	t.Helper()
	var out bytes.Buffer
	w, err := export.New(&out, format, index)
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Article(one, quads()); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestNQuads(t *testing.T) {
	text := exported(t, "nquads", false)
	for _, line := range []string{
		`<demarche:article/one> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://schema.org/NewsArticle> <demarche:article/one> .`,
		`<demarche:demand/1> <demarche:day> "2021-12-17T00:00:00Z"^^<` + xsdTime + `> <demarche:article/one> .`,
		`<demarche:actor/russia> <http://www.w3.org/2002/07/owl#sameAs> <http://www.wikidata.org/entity/Q159> <demarche:article/one> .`,
	} {
		if !strings.Contains(text, line+"\n") {
			t.Errorf("the line is missing: %s\n%s", line, text)
		}
	}
	reader := nquads.NewReader(strings.NewReader(text), true)
	n, found := 0, false
	for {
		q, err := reader.ReadQuad()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		n++
		found = found || q.Object == quad.String(quote)
	}
	if n != 11 || !found {
		t.Errorf("%d quads, the quote among them: %t; want 11 and the quote", n, found)
	}
	if n := strings.Count(exported(t, "nquads", true), "\n"); n != 12 {
		t.Errorf("%d quads with the index, want 12", n)
	}
}

func TestJSONLD(t *testing.T) {
	var doc struct {
		Context map[string]string `json:"@context"`
		Graph   []struct {
			ID    string           `json:"@id"`
			Graph []map[string]any `json:"@graph"`
		} `json:"@graph"`
	}
	if err := json.Unmarshal([]byte(exported(t, "jsonld", false)), &doc); err != nil {
		t.Fatal(err)
	}
	if len(doc.Graph) != 1 || doc.Graph[0].ID != string(one) || len(doc.Graph[0].Graph) != 3 {
		t.Fatalf("got %+v, want one graph of three nodes", doc)
	}
	nodes := doc.Graph[0].Graph
	if nodes[0]["@id"] != string(one) || nodes[0]["@type"] != "http://schema.org/NewsArticle" {
		t.Errorf("the first node is %v, want the article", nodes[0])
	}
	day := nodes[2]["demarche:day"].([]any)[0].(map[string]any)
	if day["@type"] != xsdTime || nodes[2]["demarche:quote"].([]any)[0] != quote {
		t.Errorf("the demand is %v", nodes[2])
	}
}

func TestCSV(t *testing.T) {
	rows, err := csv.NewReader(strings.NewReader(exported(t, "csv", false))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != 12 || strings.Join(rows[0], ",") != "article,subject,predicate,object,datatype" {
		t.Fatalf("%d rows, the first %v; want 12 and the names of the columns", len(rows), rows[0])
	}
	types := map[string]string{}
	for _, row := range rows[1:] {
		types[row[3]] = row[4]
	}
	if types[quote] != "" || types[string(russia)] != "@id" || types["2021-12-17T00:00:00Z"] != xsdTime {
		t.Errorf("datatypes: %v", types)
	}
}

func TestGraphML(t *testing.T) {
	var doc struct {
		Graph struct {
			Nodes []struct {
				ID   string `xml:"id,attr"`
				Data []struct {
					Key  string `xml:"key,attr"`
					Text string `xml:",chardata"`
				} `xml:"data"`
			} `xml:"node"`
			Edges []struct {
				Source string `xml:"source,attr"`
				Target string `xml:"target,attr"`
			} `xml:"edge"`
		} `xml:"graph"`
	}
	if err := xml.Unmarshal([]byte(exported(t, "graphml", false)), &doc); err != nil {
		t.Fatal(err)
	}
	texts := map[string]bool{}
	for _, node := range doc.Graph.Nodes {
		for _, data := range node.Data {
			texts[data.Key+" "+data.Text] = true
		}
	}
	if len(doc.Graph.Nodes) != 3 || !texts["quote "+quote] || !texts["label Russia"] {
		t.Errorf("%d nodes with %v; want 3", len(doc.Graph.Nodes), texts)
	}
	if len(doc.Graph.Edges) != 1 || doc.Graph.Edges[0].Target != string(russia) {
		t.Errorf("edges %v, want one to Russia", doc.Graph.Edges)
	}
}

func TestNothingStored(t *testing.T) {
	for _, format := range export.Formats() {
		var out bytes.Buffer
		w, err := export.New(&out, format, false)
		if err != nil {
			t.Fatal(err)
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		var value any
		if format == "jsonld" && json.Unmarshal(out.Bytes(), &value) != nil {
			t.Errorf("jsonld of nothing: %q", out.String())
		}
		if format == "graphml" && xml.Unmarshal(out.Bytes(), new(struct{})) != nil {
			t.Errorf("graphml of nothing: %q", out.String())
		}
	}
	if _, err := export.New(io.Discard, "xml", false); err == nil {
		t.Error("format xml: no error")
	}
}
