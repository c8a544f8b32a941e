package main

import (
	"encoding/json"
	"io"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// get returns what the server answers.
func (h *house) get(path string) string {
	h.t.Helper()
	res, err := http.Get(h.main + path)
	if err != nil {
		h.t.Fatal(err)
	}
	defer res.Body.Close()
	body, err := io.ReadAll(res.Body)
	if err != nil || res.StatusCode != http.StatusOK {
		h.t.Fatalf("%s: status %d, %v\n%s", path, res.StatusCode, err, body)
	}
	return string(body)
}

// accept reviews all records of all articles, and returns the IRIs of the articles.
func (h *house) accept(reviewer string) []string {
	h.t.Helper()
	var list struct{ Articles []struct{ IRI string } }
	if err := json.Unmarshal([]byte(h.get("api/articles")), &list); err != nil {
		h.t.Fatal(err)
	}
	var iris []string
	for _, article := range list.Articles {
		iris = append(iris, article.IRI)
		var whole struct {
			Nodes []struct {
				IRI        string
				Properties map[string][]any
			}
		}
		if err := json.Unmarshal([]byte(h.get("api/articles/"+article.IRI)), &whole); err != nil {
			h.t.Fatal(err)
		}
		for _, node := range whole.Nodes {
			if len(node.Properties["prov:wasDerivedFrom"]) > 0 {
				h.request("POST", h.main+"api/reviews", "secret", `{"record": "`+node.IRI+`", "reviewer": "`+reviewer+`", "verdict": "accept"}`, 201)
			}
		}
	}
	return iris
}

// Who accepts all that was extracted makes gold that the extraction agrees with,
// in full, and who undoes, restores and exports loses nothing of it.
func TestReviewsToGold(t *testing.T) {
	samples := filepath.Join(root(t), "loader", "testdata", "samples")
	home(t)
	demarche(t, "load", filepath.Join(samples, "01_draft_treaties.txt"), filepath.Join(samples, "02_stockholm.txt"), filepath.Join(samples, "03_press_conference.txt")).want(t, exitOK)
	configured(t, map[string]string{"server.token": "secret"})
	h := serving(t, "serve")
	articles := h.accept("Anna")
	gold := h.get("api/reviews/gold")
	write(t, "gold.jsonl", gold)
	for line := range strings.Lines(gold) {
		var article struct{ File, IRI string }
		if err := json.Unmarshal([]byte(line), &article); err != nil {
			t.Fatal(err)
		}
		if !slices.Contains(articles, article.IRI) {
			t.Errorf("the gold has the article %s, which is not stored", article.IRI)
		}
		write(t, filepath.Join("texts", article.File), h.get("api/texts/"+article.IRI))
	}
	agreement := h.get("api/reviews/agreement")
	if !strings.Contains(agreement, `"records":0`) || !strings.Contains(agreement, `"alpha":null`) {
		t.Errorf("one reviewer agrees with nobody: %s", agreement)
	}
	h.stop().want(t, exitOK)

	page := demarche(t, "eval", "extract", "--gold", "gold.jsonl", "--texts", "texts").want(t, exitOK, "3 texts of gold, 3 of the system (0 missing, 0 without gold)").stdout
	for _, measure := range []string{"persons: person", "roles: role", "statements: overlap", "statements: exact", "statements: attributed", "demands: found", "demands: full", "events: event", "positions: position"} {
		if !strings.Contains(page, "| "+measure+" | 1.000 | 1.000 | 1.000 |") {
			t.Errorf("%s is not right in full", measure)
		}
	}
	if t.Failed() {
		t.Log(page)
	}
	demarche(t, "check", "--quiet").want(t, exitOK, "reviews,")

	// The command writes the same, and the texts.
	if o := demarche(t, "reviews", "gold", "--texts", "other").want(t, exitOK); o.stdout != gold {
		t.Error("the command writes other gold than the server")
	}
	for _, folder := range []string{"texts", "other"} {
		if entries, err := os.ReadDir(folder); err != nil || len(entries) != 3 {
			t.Errorf("%s: %d texts, %v", folder, len(entries), err)
		}
	}

	// A backup has them, and so have exports.
	demarche(t, "backup", "news.backup").want(t, exitOK)
	t.Setenv("DEMARCHE_STORE_PATH", "again")
	demarche(t, "restore", "news.backup").want(t, exitOK)
	if o := demarche(t, "reviews", "gold").want(t, exitOK); o.stdout != gold {
		t.Error("the restored store gives other gold")
	}
	demarche(t, "export", "--format", "nquads").want(t, exitOK, "<demarche:verdict> \"accept\" <demarche:review/", "<http://www.w3.org/ns/prov#generatedAtTime> \"2021-12-25T12:00:00Z\"^^")
	demarche(t, "export", "--format", "jsonld").want(t, exitOK, `"@id":"demarche:review/`)
	demarche(t, "export", "--format", "csv").want(t, exitOK, "demarche:review/")
	demarche(t, "export", "--format", "graphml").want(t, exitOK, "!demarche:review/")
}

func TestReviewsCommands(t *testing.T) {
	home(t)
	demarche(t, "reviews", "list").want(t, exitError, "there is no store yet")
	write(t, "one.jsonl", story("One"))
	demarche(t, "load", "one.jsonl").want(t, exitOK)
	demarche(t, "reviews", "list").want(t, exitOK)
	demarche(t, "reviews", "agreement").want(t, exitOK, "records with two or more reviewers: 0")
	demarche(t, "reviews", "list", "--verdict", "maybe").want(t, exitUsage, "none of accept, correct, reject")
	demarche(t, "reviews", "undo", "demarche:review/none").want(t, exitUsage, "there is no review")
	configured(t, map[string]string{"server.token": "secret"})
	h := serving(t, "serve")
	h.accept("Anna")
	h.accept("Boris")
	var list struct {
		Reviews []struct{ IRI, Article string }
	}
	if err := json.Unmarshal([]byte(h.get("api/reviews?reviewer="+url.QueryEscape("Anna"))), &list); err != nil {
		t.Fatal(err)
	}
	iri := list.Reviews[0].IRI
	// What belongs to a review is not taken out piece by piece.
	h.request("POST", h.main+"api/v2/delete", "secret", "<"+iri+"> <demarche:verdict> \"accept\" <"+iri+"> .", 400, "part of the review")
	h.request("DELETE", h.main+"api/articles/"+iri, "secret", "", 404, "is a review")
	h.request("GET", h.main+"api/articles/"+iri, "", "", 404)
	h.stop().want(t, exitOK)
	demarche(t, "reviews", "list", "--reviewer", "Anna").want(t, exitOK, iri, "2021-12-25T12:00:00Z  Anna  accept", "!Boris")
	demarche(t, "reviews", "agreement").want(t, exitOK, "Anna", "Boris", "verdict")
	demarche(t, "reviews", "undo", iri).want(t, exitOK)
	demarche(t, "reviews", "list", "--reviewer", "Anna").want(t, exitOK, "!"+iri)
	demarche(t, "remove", "One").want(t, exitOK)
	demarche(t, "reviews", "list").want(t, exitOK, "article removed")
	demarche(t, "reviews", "gold", "--texts", "texts").want(t, exitOK, "is removed, and left out", "!demands")
	demarche(t, "check").want(t, exitOK, "reviews,")
}
