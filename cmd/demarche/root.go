package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/spf13/cobra"
)

// run is the program: it does what args say and returns the exit code.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer, now func() time.Time) int {
	a := &app{stdin: stdin, stdout: stdout, stderr: stderr, now: now}
	root := newRoot(a, args)
	root.SetArgs(args)
	command, err := root.ExecuteContextC(ctx)
	if err == nil {
		return exitOK
	}
	return report(stderr, command, err)
}

// newRoot makes the tree of commands. The arguments are looked at beforehand
// because "ask" has a command for each saved query, and the configuration says
// where those of the user are.
func newRoot(a *app, args []string) *cobra.Command {
	root := &cobra.Command{
		Use:   "demarche",
		Short: "Who said what, who demanded what of whom, when, and who says so",
		Long: `demarche reads news articles and answers who said what, who demanded what of
whom, when, and which article says so.

Settings are in config.yaml (in this folder, or in $XDG_CONFIG_HOME/demarche),
and in environment variables: store.path is DEMARCHE_STORE_PATH.

Exit codes: 0 done; 1 an error; 2 the command line or the configuration is
wrong; 3 some inputs were refused, the others used.`,
		Example: `  demarche demo
  demarche load articles/ 'pages/*.html'
  demarche ask who-demanded --of nato --since 2021-12 --until 2021-12
  demarche serve`,
		SilenceErrors: true,
		SilenceUsage:  true,
		PersistentPreRunE: func(c *cobra.Command, _ []string) error {
			if c.HasParent() && c.Parent().Name() == "completion" {
				return nil // it must work whatever the configuration says
			}
			return a.configure()
		},
	}
	root.SetIn(a.stdin)
	root.SetOut(a.stdout)
	root.SetErr(a.stderr)
	root.PersistentFlags().StringVar(&a.configFile, "config", "", "configuration file")
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usageError{err} })
	root.AddCommand(
		newLoad(a), newExtract(a), newExplain(a), newParse(a),
		newAsk(a, args), newQueries(a),
		newActors(a), newIssues(a), newRelink(a), newRemove(a), newReviews(a), newCheck(a),
		newWorker(a), newQueue(a), newWatch(a),
		newBackup(a), newRestore(a), newExport(a), newSchema(a), newServe(a), newDemo(a), newEval(a), newVersion(a),
	)
	group(root)
	for _, command := range root.Commands() {
		if command.HasSubCommands() && !command.Runnable() {
			group(command)
		}
	}
	return root
}

// group makes a command that only holds others show its help, and say which
// name is not among them.
func group(command *cobra.Command) {
	command.Args = cobra.ArbitraryArgs
	command.SuggestionsMinimumDistance = 2
	command.RunE = func(c *cobra.Command, args []string) error {
		if len(args) == 0 {
			return c.Help()
		}
		text := fmt.Sprintf("unknown command %q", args[0])
		if near := c.SuggestionsFor(args[0]); len(near) > 0 {
			text += "; did you mean " + strings.Join(near, ", ") + "?"
		}
		return usageError{errors.New(text)}
	}
}

// wants checks the number of arguments, and says what they are.
func wants(least, most int, what string) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		switch {
		case len(args) < least:
			return usageError{fmt.Errorf("%s is missing", what)}
		case most >= 0 && len(args) > most:
			return usageError{fmt.Errorf("unexpected argument %q", args[most])}
		}
		return nil
	}
}
