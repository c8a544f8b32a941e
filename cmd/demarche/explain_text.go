package main

import (
	"fmt"
	"io"
	"strings"
	"time"

	"demarche/internal/span"
	"demarche/loader"
	"demarche/loader/extract"
)

// writeStages prints what every stage made of one article, for reading.
func writeStages(w io.Writer, s loader.Stages) {
	a, doc := s.Article, s.Doc
	published := "not known"
	switch {
	case a.HasTime:
		published = a.Published.Format("2006-01-02 15:04")
	case !a.Published.IsZero():
		published = a.Published.Format(time.DateOnly)
	}
	fmt.Fprintf(w, "ARTICLE    %s\n  title      %s\n  publisher  %s\n  published  %s\n  authors    %s\n  language   %s\n  digest     %s\n",
		a.Source, a.Title, a.Publisher, published, strings.Join(a.Authors, ", "), a.Language, a.Digest)
	for i, sentence := range doc.Sentences {
		kind := "paragraph"
		if sentence.Block < len(a.Blocks) {
			kind = string(a.Blocks[sentence.Block].Kind)
		}
		fmt.Fprintf(w, "\nSENTENCE %d (%s) %s\n  ", i+1, kind, sentence.Of(doc.Text))
		for t := sentence.First; t < sentence.End; t++ {
			token, head := doc.Tokens[t], "root"
			if token.Head >= 0 {
				head = doc.Word(token.Head)
			}
			fmt.Fprintf(w, "%s/%s<%s:%s ", doc.Word(t), token.Tag, token.Rel, head)
		}
		fmt.Fprintln(w)
		for _, m := range s.Linked.Mentions {
			if m.First >= sentence.First && m.First < sentence.End {
				e := s.Linked.Entities[m.Entity]
				fmt.Fprintf(w, "  %-10s %s = %s (%s)\n", m.Form, doc.Words(m.First, m.End).Of(doc.Text), e.Name, e.ID)
			}
		}
	}
	writeRecords(w, doc.Text, s.Records)
}

func writeRecords(w io.Writer, text string, r extract.Records) {
	fmt.Fprintln(w)
	for _, p := range r.Persons {
		fmt.Fprintf(w, "PERSON     %s (%s)  [%.2f]\n", p.Name, p.ID, p.Confidence)
		for _, role := range p.Roles {
			fmt.Fprintf(w, "  role       %s of %s  [%.2f]\n", role.Title, role.Of.Name, role.Confidence)
		}
	}
	for _, s := range r.Statements {
		fmt.Fprintf(w, "STATEMENT  %s: %s  [%s, %s, %s, %.2f]\n", s.Speaker.Name, quoteOf(text, s.Content), s.Quoted, day(s.Basis), s.Rule, s.Confidence)
		writeAbout(w, s.About)
	}
	for _, d := range r.Demands {
		var of []string
		for _, a := range d.Of {
			of = append(of, a.Name)
		}
		fmt.Fprintf(w, "DEMAND     %s -> %s: %s %s  [cue %s, %s, %s, addressee %s, %.2f]\n",
			d.By.Name, strings.Join(of, ", "), d.Polarity, quoteOf(text, d.What), quoteOf(text, d.Cue), day(d.Basis), d.Rule, d.Addressed, d.Confidence)
		writeAbout(w, d.About)
		if d.Deadline != nil {
			fmt.Fprintf(w, "  deadline   %s\n", d.Deadline.ISO())
		}
		if !d.OrElse.Empty() {
			fmt.Fprintf(w, "  or else    %s\n", d.OrElse.Of(text))
		}
	}
	for _, e := range r.Events {
		var who []string
		for _, a := range e.Participants {
			who = append(who, a.Name)
		}
		fmt.Fprintf(w, "EVENT      %s: %s (%s) at %s on %s  [%s, %.2f]\n", e.Type, e.Label, strings.Join(who, ", "), e.Place, day(e.Basis), e.Rule, e.Confidence)
	}
	for _, p := range r.Positions {
		fmt.Fprintf(w, "POSITION   %s %s %s  [%s, %.2f]\n", p.Actor.Name, p.Stance, p.Issue, p.Rule, p.Confidence)
		writeAbout(w, p.About)
	}
}

func writeAbout(w io.Writer, issues []extract.About) {
	for _, about := range issues {
		note := ""
		if about.Opposite {
			note = ", by its contrary"
		}
		fmt.Fprintf(w, "  about      %s (%s)%s\n", about.Name, about.ID, note)
	}
}

func day(b extract.Basis) string {
	if b.When == nil {
		return "no day"
	}
	return b.When.ISO()
}

func quoteOf(text string, spans []span.Span) string {
	var parts []string
	for _, s := range spans {
		parts = append(parts, s.Of(text))
	}
	return strings.Join(parts, " … ")
}
