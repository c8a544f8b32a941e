package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"demarche/schema"
)

func newSchema(a *app) *cobra.Command {
	command := &cobra.Command{
		Use:     "schema",
		Short:   "The vocabulary of the graph",
		Example: "  demarche schema export --format jsonld",
	}
	var format string
	export := &cobra.Command{
		Use:   "export",
		Short: "Write the vocabulary as RDF",
		Long:  "Write the vocabulary of the graph as RDF: classes and predicates with label, comment, domain and range.",
		Example: `  demarche schema export > vocabulary.nq
  demarche schema export --format jsonld`,
		Args: wants(0, 0, ""),
		RunE: func(*cobra.Command, []string) error {
			switch format {
			case "nquads":
				return schema.WriteNQuads(a.stdout)
			case "jsonld":
				return schema.WriteJSONLD(a.stdout)
			}
			return usageError{fmt.Errorf("--format %q is none of nquads, jsonld", format)}
		},
	}
	export.Flags().StringVar(&format, "format", "nquads", "nquads or jsonld")
	command.AddCommand(export)
	return command
}
