package server

import (
	"fmt"
	"html/template"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"demarche/queries"
	"demarche/web"
)

// pagePolicy allows the server's own pages their own files and nothing else.
const pagePolicy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; " +
	"form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// pages are the templates of the server's own pages.
type pages struct {
	start, table *template.Template
}

func newPages() (*pages, error) {
	start, err := template.ParseFS(web.Start, "start/start.tmpl")
	if err != nil {
		return nil, fmt.Errorf("reading the start page: %w", err)
	}
	table, err := template.ParseFS(web.Start, "start/table.tmpl")
	if err != nil {
		return nil, fmt.Errorf("reading the page of answers: %w", err)
	}
	return &pages{start: start, table: table}, nil
}

// startView is what the start page shows.
type startView struct {
	Version  string
	Queries  []*queries.Query
	Problems string // what is wrong with the user's query files
	Examples []example
	Writable bool
	Explorer bool // whether this build has it
	Rows     int
}

// example is a query for Cayley's pages.
type example struct {
	Title, About, Text string
	Rows               bool // whether its rows are to be read, not drawn
}

// Page returns the name of the page that the example is for.
func (e example) Page() string {
	if e.Rows {
		return "query"
	}
	return "visualize"
}

// PageTitle returns the page's name as Cayley's menu has it.
func (e example) PageTitle() string {
	if e.Rows {
		return "Query"
	}
	return "Visualize"
}

// Address returns the address, seen from the start page, that opens the example
// in its page.
func (e example) Address(page string) string {
	return "ui/#" + url.Values{"page": {page}, "lang": {"gizmo"}, "query": {e.Text}}.Encode()
}

// examples draw relations: Visualize joins what rows call source and target.
// IRIs are written as they are stored, in their short form.
var examples = []example{
	{Title: "Who demanded of whom", About: "Every demand draws a line from the one who makes it to the one who should comply.",
		Text: `g.V("<demarche:Demand>").in("<rdf:type>")
  .save("<demarche:by>", "source")
  .save("<demarche:of>", "target")
  .getLimit(500)`},
	{Title: "Demands on one actor", About: "Put another actor's id in the place of nato; /api/actors lists them.",
		Text: `g.V("<demarche:actor/nato>").tag("target")
  .in("<demarche:of>")
  .save("<demarche:by>", "source")
  .getLimit(500)`},
	{Title: "Demands of one month", About: "Starts at the index node of the month, so that it is fast in a large graph.",
		Text: `g.V("<demarche:index/demand/all/2021-12>")
  .in("<demarche:indexedUnder>")
  .save("<demarche:by>", "source")
  .save("<demarche:of>", "target")
  .getLimit(500)`},
	{Title: "Which article carries whose demands", About: "Who says so: a line from each article to the actors whose demands it reports.",
		Text: `g.V("<demarche:Demand>").in("<rdf:type>")
  .save("<prov:wasDerivedFrom>", "source")
  .save("<demarche:by>", "target")
  .getLimit(500)`},
	{Title: "Who spoke to whom", About: "Statements that name the one spoken to.",
		Text: `g.V("<demarche:Statement>").in("<rdf:type>")
  .save("<demarche:speaker>", "source")
  .save("<demarche:addressee>", "target")
  .getLimit(500)`},
	{Title: "The words of the demands", About: "Rows with the quotation, the day and the article of each demand.", Rows: true,
		Text: `g.V("<demarche:Demand>").in("<rdf:type>")
  .save("<demarche:by>", "by")
  .save("<demarche:quote>", "quote")
  .save("<demarche:day>", "day")
  .save("<prov:wasDerivedFrom>", "article")
  .getLimit(50)`},
}

func (s *Server) getStart(w http.ResponseWriter, r *http.Request) error {
	list, broken := s.cfg.Queries.List()
	view := startView{Version: s.cfg.Version, Queries: list, Examples: examples,
		Writable: s.cfg.Token != "", Explorer: s.explorer != nil, Rows: s.limits.Rows}
	if broken != nil {
		view.Problems = broken.Error()
	}
	return s.writePage(w, r, s.pages.start, view)
}

// writePage sends a page made from the template.
func (s *Server) writePage(w http.ResponseWriter, r *http.Request, page *template.Template, view any) error {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Content-Security-Policy", pagePolicy)
	return s.send(w, r, func(out io.Writer) error { return page.Execute(out, view) })
}

// tableView is what the page of an answer shows: the columns that have a value
// in some row.
type tableView struct {
	Query   *queries.Query
	Columns []queries.Column
	Rows    [][]cell
	Next    string // query part of the address of the next page
}

func newTableView(query *queries.Query, result *queries.Result, next string) tableView {
	v := tableView{Query: query, Rows: make([][]cell, len(result.Rows)), Next: next}
	for i, column := range result.Columns {
		isEmpty := func(row []queries.Value) bool { return cellOf(column, row[i]).Text == "" }
		if !slices.ContainsFunc(result.Rows, func(row []queries.Value) bool { return !isEmpty(row) }) {
			continue
		}
		v.Columns = append(v.Columns, column)
		for r, row := range result.Rows {
			v.Rows[r] = append(v.Rows[r], cellOf(column, row[i]))
		}
	}
	return v
}

// cell is a value in a table, with the address of what it names.
type cell struct {
	Text string
	Link string // seen from /api/queries/; empty when there is none
	Kind string // the column's type
}

func cellOf(column queries.Column, value queries.Value) cell {
	c := cell{Kind: string(column.Type)}
	switch v := value.(type) {
	case nil:
	case queries.Ref:
		c.Text = v.Name
	case []queries.Ref:
		var names []string
		for _, ref := range v {
			names = append(names, ref.Name)
		}
		c.Text = strings.Join(names, "; ")
	default:
		c.Text = fmt.Sprint(v)
	}
	switch {
	case c.Text == "":
	case column.Type == queries.Article:
		c.Text, c.Link = "article", "../articles/"+url.PathEscape(c.Text)
	case column.Type == queries.Record:
		c.Text, c.Link = "evidence", "evidence?"+url.Values{"record": {c.Text}, "format": {"html"}}.Encode()
	}
	return c
}
