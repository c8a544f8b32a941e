package main

import (
	"fmt"
	"runtime/debug"

	"github.com/spf13/cobra"

	"demarche/web"
)

func newVersion(a *app) *cobra.Command {
	return &cobra.Command{
		Use:     "version",
		Short:   "Print the version",
		Example: "  demarche version",
		Args:    wants(0, 0, ""),
		// It needs no configuration, and must work when that is wrong.
		PersistentPreRunE: func(*cobra.Command, []string) error { return nil },
		RunE: func(*cobra.Command, []string) error {
			if _, err := fmt.Fprintf(a.stdout, "demarche %s\n", version()); err != nil || web.Explorer() != nil {
				return err
			}
			_, err := fmt.Fprintln(a.stdout, noExplorer)
			return err
		},
	}
}

// version returns what the build knows of its origin.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	text, revision, changed := info.Main.Version, "", ""
	for _, s := range info.Settings {
		switch {
		case s.Key == "vcs.revision" && len(s.Value) >= 12:
			revision = " " + s.Value[:12]
		case s.Key == "vcs.modified" && s.Value == "true":
			changed = " with changes"
		}
	}
	if text == "" {
		text = "(devel)"
	}
	return text + revision + changed + " " + info.GoVersion
}
