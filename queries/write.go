package queries

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"
	"unicode/utf8"
)

// Format is a way of writing an answer.
type Format string

// The formats.
const (
	Table Format = "table" // aligned columns for people
	JSON  Format = "json"  // one object: query, columns, rows, next
	JSONL Format = "jsonl" // one object a row
	CSV   Format = "csv"   // RFC 4180, with a line of column names

	// GraphML is a directed graph, for answers whose columns hold two actors; see CheckFormat.
	GraphML Format = "graphml"
)

// Formats lists the formats.
func Formats() []Format { return []Format{Table, JSON, JSONL, CSV, GraphML} }

// formatNames lists the formats for messages.
func formatNames() string {
	var names []string
	for _, format := range Formats() {
		names = append(names, string(format))
	}
	return strings.Join(names, ", ")
}

// CheckFormat returns an error that is ErrFormat when answers with the columns
// cannot be written in the format: a graph needs two actors to draw a line
// between.
func CheckFormat(columns []Column, format Format) error {
	switch {
	case !slices.Contains(Formats(), format):
		return fmt.Errorf("%w: format %q is none of %s", ErrFormat, format, formatNames())
	case format == GraphML && len(endsOfColumns(columns)) < 2:
		return fmt.Errorf("%w: graphml needs two columns that hold actors, from whom and to whom; this answer does not have them, take json or csv", ErrFormat)
	}
	return nil
}

// Write writes a result. width is the width of the terminal in columns, for
// tables; 0 means that nothing is shortened.
// The errors of CheckFormat come before anything is written.
func Write(w io.Writer, r *Result, format Format, width int) error {
	if err := CheckFormat(r.Columns, format); err != nil {
		return err
	}
	switch format {
	case Table:
		return writeTable(w, r, width)
	case JSON:
		return writeJSON(w, r)
	case JSONL:
		return writeJSONL(w, r)
	case CSV:
		return writeCSV(w, r)
	case GraphML:
		return writeGraphML(w, r)
	}
	return nil // CheckFormat knows no other
}

// cellText writes a cell as text.
func cellText(v Value) string {
	switch v := v.(type) {
	case nil:
		return ""
	case string:
		return v
	case bool:
		if v {
			return "yes"
		}
		return "no"
	case int:
		return strconv.Itoa(v)
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	case Ref:
		return v.Name
	case []Ref:
		var names []string
		for _, ref := range v {
			names = append(names, ref.Name)
		}
		return strings.Join(names, "; ")
	}
	return fmt.Sprint(v)
}

// object writes a row as a JSON object with the columns in their order.
func object(columns []Column, values []Value) ([]byte, error) {
	var out bytes.Buffer
	out.WriteByte('{')
	for i, column := range columns {
		if i > 0 {
			out.WriteByte(',')
		}
		value, err := json.Marshal(values[i])
		if err != nil {
			return nil, fmt.Errorf("column %s: %w", column.Name, err)
		}
		fmt.Fprintf(&out, "%q:%s", column.Name, value)
	}
	out.WriteByte('}')
	return out.Bytes(), nil
}

// MarshalJSON writes the result as Write does in the format JSON.
func (r *Result) MarshalJSON() ([]byte, error) {
	rows := make([]json.RawMessage, 0, len(r.Rows))
	for _, values := range r.Rows {
		o, err := object(r.Columns, values)
		if err != nil {
			return nil, err
		}
		rows = append(rows, o)
	}
	return json.Marshal(struct {
		Query   string            `json:"query"`
		Columns []Column          `json:"columns"`
		Rows    []json.RawMessage `json:"rows"`
		Next    string            `json:"next,omitempty"`
		Millis  float64           `json:"milliseconds"`
	}{r.Query, r.Columns, rows, r.Next, float64(r.Elapsed.Microseconds()) / 1000})
}

func writeJSON(w io.Writer, r *Result) error {
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	return e.Encode(r)
}

func writeJSONL(w io.Writer, r *Result) error {
	out := bufio.NewWriter(w)
	for _, values := range r.Rows {
		o, err := object(r.Columns, values)
		if err != nil {
			return err
		}
		out.Write(append(o, '\n')) // a bufio.Writer keeps its error for Flush
	}
	return out.Flush()
}

// writeCSV writes rows for spreadsheets. A text that a spreadsheet would take
// for a formula gets an apostrophe in front.
func writeCSV(w io.Writer, r *Result) error {
	out := csv.NewWriter(w)
	line := make([]string, len(r.Columns))
	for i, column := range r.Columns {
		line[i] = column.Name
	}
	out.Write(line) // a csv.Writer keeps its error for Error
	for _, values := range r.Rows {
		for i, v := range values {
			line[i] = cellText(v)
			if _, number := v.(float64); !number && line[i] != "" && strings.ContainsRune("=+-@\t\r", rune(line[i][0])) {
				line[i] = "'" + line[i]
			}
		}
		out.Write(line)
	}
	out.Flush()
	return out.Error()
}

// tallest is the number of columns from which a single row is written as a list.
const tallest = 20

func writeTable(w io.Writer, r *Result, width int) error {
	switch {
	case len(r.Rows) == 0:
		_, err := fmt.Fprintln(w, "nothing found")
		return err
	case len(r.Rows) == 1 && len(r.Columns) > tallest:
		return writeList(w, r)
	}
	shown, widths := layout(r, width)
	out := bufio.NewWriter(w)
	line := func(cell func(column int) string) {
		var text strings.Builder
		for i, column := range shown {
			if i > 0 {
				text.WriteString("  ")
			}
			short := shorten(cell(column), widths[i])
			text.WriteString(short)
			text.WriteString(strings.Repeat(" ", widths[i]-utf8.RuneCountInString(short)))
		}
		out.WriteString(strings.TrimRight(text.String(), " ") + "\n")
	}
	line(func(column int) string { return strings.ToUpper(r.Columns[column].Title) })
	for _, values := range r.Rows {
		line(func(column int) string { return tableText(r.Columns[column], values[column]) })
	}
	if r.Next != "" {
		fmt.Fprintf(out, "\nmore: --after %s\n", r.Next)
	}
	return out.Flush()
}

// writeList writes one row as a list of what it has.
func writeList(w io.Writer, r *Result) error {
	out := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for i, column := range r.Columns {
		if text := tableText(column, r.Rows[0][i]); text != "" {
			fmt.Fprintf(out, "%s\t%s\n", column.Title, text)
		}
	}
	return out.Flush()
}

// The widths to which columns are shortened at most: words need more room than
// names to be understood.
const (
	narrowWords = 22
	narrowNames = 14
)

// narrow returns how far a column may be shortened. Half an IRI is of no use to
// anybody.
func narrow(column Column, width int) int {
	switch column.Type {
	case Record, Article:
		return width
	case Text:
		return min(width, narrowWords)
	}
	return min(width, narrowNames)
}

// layout chooses the columns that a table shows and their widths. Empty columns
// are left out, and the last ones that do not fit even when every text is
// narrow; then the widest texts are shortened as far as they must.
func layout(r *Result, width int) (shown, widths []int) {
	for column := range r.Columns {
		widest := 0
		for _, values := range r.Rows {
			widest = max(widest, utf8.RuneCountInString(tableText(r.Columns[column], values[column])))
		}
		if widest > 0 {
			shown = append(shown, column)
			widths = append(widths, max(widest, utf8.RuneCountInString(r.Columns[column].Title)))
		}
	}
	if width <= 0 {
		return shown, widths
	}
	least := make([]int, len(widths))
	for i, w := range widths {
		least[i] = narrow(r.Columns[shown[i]], w)
	}
	fit := len(shown)
	for fit > 1 && total(least[:fit]) > width {
		fit--
	}
	shown, widths = shown[:fit], widths[:fit]
	for total(widths) > width {
		i := widest(widths, least)
		if i < 0 {
			break
		}
		widths[i]--
	}
	return shown, widths
}

// widest returns the index of the widest column that can be shortened, or -1.
func widest(widths, least []int) int {
	found := -1
	for i, w := range widths {
		if w > least[i] && (found < 0 || w > widths[found]) {
			found = i
		}
	}
	return found
}

// tableText writes a cell for a table. The IRI of a record goes without the
// prefix that all have; arguments may leave it out as well.
func tableText(column Column, v Value) string {
	text := visible(cellText(v))
	if column.Type == Record {
		return strings.TrimPrefix(text, "demarche:")
	}
	return text
}

// total is the width of a line.
func total(widths []int) int {
	sum := 2 * (len(widths) - 1)
	for _, w := range widths {
		sum += w
	}
	return sum
}

// shorten cuts a text to a number of code points.
func shorten(text string, width int) string {
	if utf8.RuneCountInString(text) <= width {
		return text
	}
	return string([]rune(text)[:width-1]) + "…"
}

// visible puts a text on one line and takes out what would steer a terminal.
func visible(text string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r >= 0x7f && r < 0xa0 {
			return -1
		}
		return r
	}, flat(text))
}
