package queries

import (
	"context"
	"maps"
	"slices"
)

// runFunc answers what a select cannot express. Rows are complete and in
// order; the engine cuts the page.
type runFunc func(ctx context.Context, s *session, args arguments) ([]row, error)

// runners is the table of functions that a query may name.
func runners() map[string]runFunc {
	return map[string]runFunc{
		"activity":    runActivity,
		"actors":      runActors,
		"answers":     runAnswers,
		"changes":     runChanges,
		"copies":      runCopies,
		"evidence":    runEvidence,
		"first-made":  runFirstMade,
		"hardening":   runHardening,
		"network":     runNetwork,
		"relations":   runRelations,
		"repeated-by": runRepeatedBy,
		"reported-by": runReportedBy,
		"roles":       runRoles,
		"unanswered":  runUnanswered,
	}
}

// runner returns the function of the name, or nil.
func runner(name string) runFunc { return runners()[name] }

func runnerNames() []string { return slices.Sorted(maps.Keys(runners())) }
