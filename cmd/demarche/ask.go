package main

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"demarche/queries"
)

// newAsk makes the command with one subcommand for each saved query, so that
// help and completion know the parameters. The queries are read only when the
// command line says "ask".
func newAsk(a *app, args []string) *cobra.Command {
	command := &cobra.Command{
		Use:   "ask QUERY [--parameter value]...",
		Short: "Ask a saved question",
		Long: `Ask a saved question. 'demarche queries' lists them; each has flags for its
parameters: 'demarche ask QUERY --help'.`,
		Example: `  demarche ask who-demanded --of nato --since 2021-12 --until 2021-12
  demarche ask said --actor "Sergey Lavrov" --topic expansion --format json
  demarche ask timeline --actor russia --format csv --limit -1 > russia.csv`,
		// An unknown query is reported before its flags are.
		FParseErrWhitelist: cobra.FParseErrWhitelist{UnknownFlags: true},
		Args:               cobra.ArbitraryArgs,
	}
	var failed error
	if slices.Contains(args, "ask") {
		failed = addQueries(a, command, args)
	}
	command.RunE = func(c *cobra.Command, args []string) error {
		if failed != nil {
			return failed
		}
		if len(args) == 0 {
			return c.Help()
		}
		set, err := a.querySet()
		if err != nil {
			return err
		}
		_, err = set.Get(args[0])
		return err
	}
	return command
}

// addQueries adds a subcommand for each query.
func addQueries(a *app, parent *cobra.Command, args []string) error {
	early := pflag.NewFlagSet("early", pflag.ContinueOnError)
	early.ParseErrorsAllowlist.UnknownFlags = true
	early.Usage = func() {}
	early.StringVar(&a.configFile, "config", "", "")
	_ = early.Parse(args) // mistakes are found when the command line is really parsed
	if err := a.configure(); err != nil {
		return err
	}
	set, err := a.querySet()
	if err != nil {
		return err
	}
	all, _ := set.List() // files with mistakes are reported when one of their queries is wanted
	for _, q := range all {
		parent.AddCommand(newQuestion(a, q))
	}
	return nil
}

// question is one asking of a query.
type question struct {
	query         *queries.Query
	given         map[string]*string
	format        string
	limit, offset int
	after         string
	gizmo         bool // print the question as a program instead of asking it
}

func newQuestion(a *app, q *queries.Query) *cobra.Command {
	o := &question{query: q, given: map[string]*string{}}
	command := &cobra.Command{
		Use:   q.Name,
		Short: q.Title,
		Long:  q.Title + ".\n\n" + wrapped(q.Explanation),
		Args:  wants(0, 0, ""),
		RunE: func(c *cobra.Command, _ []string) error {
			if err := noneEmpty(c.Flags()); err != nil {
				return err
			}
			return a.ask(c.Context(), o)
		},
	}
	flags := command.Flags()
	flags.SortFlags = false
	var formats []string
	for _, format := range queries.Formats() {
		formats = append(formats, string(format))
	}
	own := pflag.NewFlagSet("own", pflag.ContinueOnError)
	own.SortFlags = false
	own.StringVar(&o.format, "format", string(queries.Table), "one of "+strings.Join(formats, ", "))
	own.IntVar(&o.limit, "limit", queries.DefaultLimit, "rows to show; -1 for all")
	own.IntVar(&o.offset, "offset", 0, "rows to leave out first")
	own.StringVar(&o.after, "after", "", "show the page behind this mark, which the page before gives")
	own.BoolVar(&o.gizmo, "gizmo", false, "print the question as a program for Cayley's pages, and do not ask it")
	for _, p := range q.Parameters {
		o.given[p.Name] = a.addParameter(command, own, p)
	}
	flags.AddFlagSet(own)
	command.Example = "  demarche ask " + q.Name + example(q)
	_ = command.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(formats, cobra.ShellCompDirectiveNoFileComp)) // fails for unknown flags only
	return command
}

// noneEmpty returns an error for a flag that was given without a value: a
// variable of the shell that is not set must not widen the question.
func noneEmpty(flags *pflag.FlagSet) error {
	var err error
	flags.Visit(func(f *pflag.Flag) {
		if err == nil && strings.TrimSpace(f.Value.String()) == "" {
			err = usageError{fmt.Errorf("--%s is given without a value; leave it out, or give it one", f.Name)}
		}
	})
	return err
}

// addParameter adds the flag of a parameter. One that has the name of a flag of
// every query gets another.
func (a *app) addParameter(command *cobra.Command, own *pflag.FlagSet, p queries.Parameter) *string {
	name := p.Name
	if own.Lookup(name) != nil || name == "config" || name == "help" {
		name = "param-" + name
	}
	usage := p.Explanation
	if len(p.Choices) > 0 {
		usage += " (" + strings.Join(p.Choices, ", ") + ")"
	}
	switch {
	case p.Required:
		usage += " (required)"
	case p.Default != "":
		usage += " (default " + p.Default + ")"
	}
	flags := command.Flags()
	value := new(string)
	flags.VarP(&typedText{value, string(p.Type)}, name, "", usage)
	if p.Type == queries.Bool {
		flags.Lookup(name).NoOptDefVal = "true"
	}
	if len(p.Choices) > 0 {
		_ = command.RegisterFlagCompletionFunc(name, cobra.FixedCompletions(p.Choices, cobra.ShellCompDirectiveNoFileComp)) // as above
	}
	if p.Type == queries.Issue {
		_ = command.RegisterFlagCompletionFunc(name, a.completeIssue) // as above
	}
	return value
}

// completeIssue gives the ids of the known issues, with their names.
func (a *app) completeIssue(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
	known, err := a.issues()
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	var ids []cobra.Completion
	for _, issue := range known.Issues() {
		ids = append(ids, cobra.CompletionWithDesc(issue.ID, issue.Name))
	}
	return ids, cobra.ShellCompDirectiveNoFileComp
}

// example shows how a query is asked: with what must be given, or else its
// first parameter.
func example(q *queries.Query) string {
	samples := map[queries.Type]string{
		queries.Actor: "nato", queries.Issue: "nato-enlargement", queries.Words: "expansion", queries.Day: "2021-12", queries.Int: "10", queries.Float: "0.9", queries.Text: "TEXT",
		queries.Article: "IRI", queries.Record: "demand/ID", queries.Bool: "true",
	}
	var text strings.Builder
	for i, p := range q.Parameters {
		if p.Required || i == 0 {
			sample := samples[p.Type]
			if len(p.Choices) > 0 {
				sample = p.Choices[0]
			}
			fmt.Fprintf(&text, " --%s %s", p.Name, sample)
		}
	}
	return text.String()
}

// ask answers the question on standard output.
func (a *app) ask(ctx context.Context, o *question) error {
	if err := queries.CheckFormat(o.query.Columns, queries.Format(o.format)); err != nil {
		return usageError{fmt.Errorf("--format: %w", err)}
	}
	if o.offset < 0 {
		return usageError{fmt.Errorf("--offset must not be less than 0")}
	}
	given := map[string]string{}
	for name, value := range o.given {
		if *value != "" {
			given[name] = *value
		}
	}
	return a.with(ctx, reading, func(office *office) error {
		ctx, cancel := context.WithTimeout(ctx, a.cfg.Limits.QueryTime)
		defer cancel()
		if o.gizmo {
			program, err := office.engine.Program(ctx, o.query, given)
			if err != nil {
				return err
			}
			_, err = fmt.Fprint(a.stdout, program.Text)
			return err
		}
		page := queries.Page{Limit: o.limit, After: o.after}
		if o.offset > 0 && o.limit >= 0 {
			page.Limit = cmp.Or(o.limit, queries.DefaultLimit) + o.offset
		}
		result, err := office.engine.Run(ctx, o.query, given, page)
		if err != nil {
			return err
		}
		result.Rows = result.Rows[min(o.offset, len(result.Rows)):]
		a.log.Debug("answered", "query", o.query.Name, "rows", len(result.Rows), "touched", result.Touched, "elapsed", result.Elapsed)
		return queries.Write(a.stdout, result, queries.Format(o.format), width(a.stdout))
	})
}

// typedText is a text whose help names the type of the parameter.
type typedText struct {
	text *string
	kind string
}

// Set implements pflag.Value.
func (t *typedText) Set(text string) error { *t.text = text; return nil }

// String implements pflag.Value.
func (t *typedText) String() string {
	if t.text == nil {
		return ""
	}
	return *t.text
}

// Type implements pflag.Value.
func (t *typedText) Type() string { return t.kind }

// lineLength is how long the lines of explanations are.
const lineLength = 80

// wrapped breaks a text into lines.
func wrapped(text string) string {
	var out strings.Builder
	length := 0
	for _, word := range strings.Fields(text) {
		switch {
		case length == 0:
		case length+1+len(word) > lineLength:
			out.WriteByte('\n')
			length = 0
		default:
			out.WriteByte(' ')
			length++
		}
		out.WriteString(word)
		length += len(word)
	}
	return out.String()
}
