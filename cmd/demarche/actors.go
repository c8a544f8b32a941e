package main

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"demarche/cmd/demarche/internal/desk"
	"demarche/queries"
	"demarche/schema"
)

func newActors(a *app) *cobra.Command {
	command := &cobra.Command{
		Use:   "actors",
		Short: "Look up known actors, and add others",
		Example: `  demarche actors list --kind person lavrov
  demarche actors show nato
  demarche actors add my-actors.yaml --relink`,
	}
	command.AddCommand(newActorsList(a), newActorsShow(a), newActorsAdd(a), newActorsImport(a))
	return command
}

func newActorsList(a *app) *cobra.Command {
	var kind string
	command := &cobra.Command{
		Use:   "list [TEXT]",
		Short: "List the known actors",
		Long:  "List the known actors, or those whose id or name has the text in it.",
		Example: `  demarche actors list
  demarche actors list --kind medium
  demarche actors list union`,
		Args: wants(0, 1, ""),
		RunE: func(_ *cobra.Command, args []string) error {
			kinds := []schema.ActorKind{schema.Person, schema.Country, schema.Organisation, schema.Medium, schema.Group}
			known := kind == ""
			for _, k := range kinds {
				known = known || string(k) == kind
			}
			if !known {
				return usageError{fmt.Errorf("--kind %q is none of person, country, organisation, medium, group", kind)}
			}
			text := ""
			if len(args) == 1 {
				text = args[0]
			}
			return a.listActors(kind, text)
		},
	}
	command.Flags().StringVar(&kind, "kind", "", "only person, country, organisation, medium or group")
	return command
}

func (a *app) listActors(kind, text string) error {
	catalogue, err := a.catalogue()
	if err != nil {
		return err
	}
	out := tabwriter.NewWriter(a.stdout, 0, 0, 2, ' ', 0)
	for _, actor := range catalogue.Actors() {
		if kind != "" && string(actor.Kind) != kind || !mentions(actor, text) {
			continue
		}
		fmt.Fprintf(out, "%s\t%s\t%s\n", actor.ID, actor.Kind, actor.Name)
	}
	return out.Flush()
}

// mentions reports whether one of the actor's names has the text in it.
func mentions(actor *schema.Actor, text string) bool {
	text = strings.ToLower(text)
	for _, name := range append([]string{actor.ID, actor.Name}, actor.Aliases...) {
		if strings.Contains(strings.ToLower(name), text) {
			return true
		}
	}
	return false
}

func newActorsShow(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "show ACTOR",
		Short: "Show what is known of an actor",
		Long:  "Show what is known of an actor, who is named by id or by any name.",
		Example: `  demarche actors show nato
  demarche actors show "Sergei Lavrov"`,
		Args: wants(1, 1, "ACTOR"),
		RunE: func(_ *cobra.Command, args []string) error { return a.showActor(args[0]) },
	}
}

func (a *app) showActor(text string) error {
	catalogue, err := a.catalogue()
	if err != nil {
		return err
	}
	actor, ok := catalogue.Actor(text)
	if found := catalogue.Find(text); !ok && len(found) > 0 {
		actor, ok = found[0].Actor, true
	}
	if !ok {
		var near []string
		for _, other := range catalogue.Suggest(text, 3) {
			near = append(near, other.ID)
		}
		if len(near) > 0 {
			return fmt.Errorf("%w %q; did you mean %s?", queries.ErrUnknownActor, text, strings.Join(near, ", "))
		}
		return fmt.Errorf("%w %q", queries.ErrUnknownActor, text)
	}
	out := tabwriter.NewWriter(a.stdout, 0, 0, 2, ' ', 0)
	field := func(name, value string) {
		if value != "" {
			fmt.Fprintf(out, "%s\t%s\n", name, value)
		}
	}
	field("id", actor.ID)
	field("name", actor.Name)
	field("kind", string(actor.Kind))
	field("gender", actor.Gender)
	field("code", actor.Code)
	field("wikidata", actor.Wikidata)
	field("of", actor.Of)
	field("aliases", strings.Join(actor.Aliases, "; "))
	field("adjectives", strings.Join(actor.Adjectives, "; "))
	field("seats", strings.Join(actor.Seats, "; "))
	for _, role := range actor.Roles {
		title := role.Title
		if role.Acting {
			title += " (acting)"
		}
		field("role", fmt.Sprintf("%s of %s, %s to %s", title, role.Of, dayText(role.From, "?"), dayText(role.To, "now")))
	}
	field("entry", actor.Line)
	return out.Flush()
}

func dayText(t time.Time, unknown string) string {
	if t.IsZero() {
		return unknown
	}
	return t.Format(time.DateOnly)
}

func newActorsAdd(a *app) *cobra.Command {
	var relink bool
	command := &cobra.Command{
		Use:   "add FILE",
		Short: "Add the actors of a file, after checking them",
		Long: `Add the actors of a YAML file, in the format of the program's own catalogue:

  actors:
    - name: Yuri Ushakov
      kind: person
      aliases: [Yury Ushakov]
      roles:
        - {title: Presidential aide, of: russia, from: 2012-05-21}

The file is checked against all known actors and copied into the folder that
folders.actors names. A mistake is reported with file and line, and nothing is
changed. Stored mentions that would now link to a new actor are listed;
--relink, or 'demarche relink', applies it.`,
		Example: `  demarche actors add my-actors.yaml
  demarche actors add --relink my-actors.yaml`,
		Args: wants(1, 1, "FILE"),
		RunE: func(c *cobra.Command, args []string) error {
			data, err := a.readEntries(args[0])
			if err != nil {
				return err
			}
			return a.withWritable(c.Context(), func(office *office) error {
				added, err := office.desk.AddActors(c.Context(), args[0], data)
				if err != nil {
					return err
				}
				return a.reportAdded(c.Context(), office, added, relink)
			})
		},
	}
	command.Flags().BoolVar(&relink, "relink", false, "link the stored mentions at once")
	return command
}

// readEntries returns the content of a file, or of standard input for "-".
func (a *app) readEntries(name string) ([]byte, error) {
	if name == "-" {
		return io.ReadAll(a.stdin)
	}
	return os.ReadFile(name)
}

// withWritable is with for commands that change the store only when there is
// one: otherwise they work on an empty one.
func (a *app) withWritable(ctx context.Context, work func(*office) error) error {
	if !a.exists() {
		return a.withEmpty(ctx, work)
	}
	return a.with(ctx, writing, work)
}

func (a *app) reportAdded(ctx context.Context, office *office, added *desk.Added, relink bool) error {
	n := len(added.Actors)
	fmt.Fprintf(a.stdout, "added %d %s: %s\n", n, plural(n, "actor"), added.File)
	for _, warning := range added.Warnings {
		fmt.Fprintf(a.stdout, "warning: %s\n", warning)
	}
	if relink {
		return a.relink(ctx, office)
	}
	for _, link := range added.Links {
		fmt.Fprintf(a.stdout, "would link: %s\n", link)
	}
	if len(added.Links) > 0 {
		fmt.Fprintln(a.stdout, "'demarche relink' links them")
	}
	return nil
}

func newActorsImport(a *app) *cobra.Command {
	var relink, dryRun bool
	command := &cobra.Command{
		Use:   "import FILE",
		Short: "Import an actor dictionary of PETRARCH or TABARI",
		Long: `Import an actor dictionary of PETRARCH or TABARI: names with underscores,
synonyms behind "+", and codes with dates in brackets. Actors who are known
already are left out. Entries that cannot be understood are reported with file
and line, and the rest is imported; the exit code is 3 then.`,
		Example: `  demarche actors import --dry-run Phoenix.Countries.actors.txt
  demarche actors import Phoenix.Countries.actors.txt`,
		Args: wants(1, 1, "FILE"),
		RunE: func(c *cobra.Command, args []string) error {
			data, err := a.readEntries(args[0])
			if err != nil {
				return err
			}
			actors, refused := schema.ImportPetrarch(args[0], bytes.NewReader(data))
			for _, err := range refused {
				fmt.Fprintf(a.stderr, "demarche: %s\n", err)
			}
			if err := a.importActors(c.Context(), args[0], actors, relink, dryRun); err != nil {
				return err
			}
			if len(refused) > 0 {
				return fmt.Errorf("%w: %d entries", errRefused, len(refused))
			}
			return nil
		},
	}
	command.Flags().BoolVar(&relink, "relink", false, "link the stored mentions at once")
	command.Flags().BoolVar(&dryRun, "dry-run", false, "write the new actors on standard output, and keep nothing")
	return command
}

func (a *app) importActors(ctx context.Context, file string, actors []schema.Actor, relink, dryRun bool) error {
	if dryRun {
		catalogue, err := a.catalogue()
		if err != nil {
			return err
		}
		return schema.WriteFile(a.stdout, catalogue.Now().Unknown(actors))
	}
	return a.withWritable(ctx, func(office *office) error {
		added, err := office.desk.ImportActors(ctx, cmp.Or(filepath.Base(file), "petrarch.txt"), actors)
		if err != nil {
			return err
		}
		fmt.Fprintf(a.stdout, "%d of %d actors are known already\n", len(actors)-len(added.Actors), len(actors))
		if len(added.Actors) == 0 {
			return nil
		}
		return a.reportAdded(ctx, office, added, relink)
	})
}
