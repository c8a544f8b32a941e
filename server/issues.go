package server

import (
	"net/http"
	"reflect"
	"slices"

	"demarche/schema"
	"demarche/schema/issues"
)

// issueView is a known issue as the API shows it.
type issueView struct {
	ID       string   `json:"id"`
	IRI      string   `json:"iri" doc:"its node in the graph"`
	Name     string   `json:"name"`
	Broader  string   `json:"broader,omitempty" doc:"id of the issue that it is part of; absent at the top"`
	Phrases  []string `json:"phrases,omitempty" doc:"phrases that mean it, as the taxonomy writes them"`
	Opposite []string `json:"opposite,omitempty" doc:"phrases that mean its contrary"`
}

// issueList is the answer of GET /api/issues.
type issueList struct {
	Issues []issueView `json:"issues"`
	Limit  int         `json:"limit"`
	Offset int         `json:"offset"`
	More   bool        `json:"more"`
}

func (s *Server) issueRoutes() []route {
	return []route{
		{method: "GET", path: "/api/issues", tag: tagIssues, summary: "Known issues",
			params: []input{
				{name: "q", in: "query", about: "part of a name or of a phrase; the nearest come first, else they are in the order of their ids"},
				limitInput, offsetInput},
			answer: reflect.TypeFor[issueList](), handle: s.getIssues},
	}
}

func (s *Server) getIssues(w http.ResponseWriter, r *http.Request) error {
	values := r.URL.Query()
	page, err := s.pageOf(values)
	if err != nil {
		return err
	}
	list := issueList{Issues: []issueView{}, Limit: page.limit, Offset: page.offset}
	var known []*issues.Issue
	if s.cfg.Issues != nil {
		known = s.cfg.Issues.Issues()
	}
	var found []*issues.Issue
	found, list.More = cut(s.issues.find(known, values.Get("q")), page)
	for _, issue := range found {
		list.Issues = append(list.Issues, issueView{ID: issue.ID, IRI: schema.IssueIRI(issue.ID), Name: issue.Name,
			Broader: issue.Broader, Phrases: issue.Words, Opposite: issue.Opposite})
	}
	setCut(w.Header(), page.limit, list.More)
	return writeJSON(w, http.StatusOK, list)
}

// namesOfIssue are what an issue is found by.
func namesOfIssue(i *issues.Issue) []string {
	return slices.Concat([]string{i.Name, i.ID}, i.Words)
}
