package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"demarche/cmd/demarche/internal/desk"
	"demarche/loader"
	"demarche/schema"
)

func newExtract(a *app) *cobra.Command {
	var signs bool
	command := &cobra.Command{
		Use:   "extract PATH...",
		Short: "Write what articles say as JSON Lines, and store nothing",
		Long: `Write what articles say as JSON Lines, one object an article, in the order of
the inputs. Offsets count Unicode code points of the text and are half-open.
Paths are those of 'demarche load'. Nothing is stored.`,
		Example: `  demarche extract article.html | jq '.demands[] | {by, of, what}'
  demarche extract articles/ > records.jsonl`,
		Args: wants(1, -1, "PATH"),
		RunE: func(c *cobra.Command, paths []string) error { return a.extract(c.Context(), paths, signs) },
	}
	command.Flags().BoolVar(&signs, "signs", false, "add to each record what its confidence rests on")
	a.preciseFlag(command)
	return command
}

// preciseFlag gives a command the flag that lets it keep only what is sure, whatever the configuration says.
func (a *app) preciseFlag(command *cobra.Command) {
	precise := command.Flags().Bool("precise", false, "keep only records that are sure: fewer, and nearly all right")
	run := command.RunE
	command.RunE = func(c *cobra.Command, args []string) error {
		a.cfg.Load.Precise = a.cfg.Load.Precise || *precise
		return run(c, args)
	}
}

// newLoader returns a loader with the known actors and words, and those actors.
func (a *app) newLoader() (*loader.Loader, *schema.Catalogue, error) {
	catalogue, err := a.catalogue()
	if err != nil {
		return nil, nil, err
	}
	set, err := a.frames()
	if err != nil {
		return nil, nil, err
	}
	l := loader.New(catalogue.Now(), set)
	if a.cfg.Load.Precise {
		l = l.Precise()
	}
	return l, catalogue.Now(), nil
}

// line is an article in the interchange format, or why there is none.
type line struct {
	data []byte
	err  error
}

func (a *app) extract(ctx context.Context, paths []string, signs bool) error {
	l, _, err := a.newLoader()
	if err != nil {
		return err
	}
	progress := newProgress(a.stderr)
	defer progress.done()
	out := bufio.NewWriter(a.stdout)
	read := func(in input) line {
		if in.err != nil {
			return line{err: in.err}
		}
		stages, err := desk.Stages(l, in.article)
		if err != nil {
			return line{err: err}
		}
		records := stages.Interchange()
		if signs {
			records.AddSigns(stages.Records)
		}
		data, err := json.Marshal(records)
		return line{data, err}
	}
	refused := 0
	for one := range inOrder(ctx, a.cfg.workers(), a.inputs(ctx, paths, progress), read) {
		if one.err != nil {
			refused++
			progress.say(a.stderr, "demarche: %s", one.err)
			continue
		}
		if _, err := out.Write(append(one.data, '\n')); err != nil {
			return fmt.Errorf("writing the records: %w", err)
		}
	}
	if err := errors.Join(out.Flush(), context.Cause(ctx)); err != nil {
		return fmt.Errorf("writing the records: %w", err)
	}
	if refused > 0 {
		return fmt.Errorf("%w: %d of them", errRefused, refused)
	}
	return nil
}
