package main

import (
	"cmp"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"demarche/cmd/internal/exam"
	"demarche/loader"
	"demarche/loader/lang/attribution"
)

// ablate prints how well attributions are found without each group of features: by the model of the program, which does not see them when it
// reads, and by models that learned without them, as far as there are any. NAME.bin in their folder is the model without the group of that
// name, and none.bin one without none, both made by "train attribution --without NAME --out FOLDER/NAME.bin".
func ablate(arguments []string) error {
	flags := flag.NewFlagSet("ablation", flag.ContinueOnError)
	folder := flags.String("models", "", "folder of models that learned without a group each")
	if err := flags.Parse(arguments); err != nil {
		return err
	}
	if flags.NArg() != 1 {
		return errors.New("name the folder of the corpora, as 'demarche eval extract' has it")
	}
	l, err := loader.Default()
	if err != nil {
		return err
	}
	embedded, err := attribution.Load()
	if err != nil {
		return err
	}
	score := func(model *attribution.Model) (float64, error) {
		return exam.ContentSource(flags.Arg(0), func(paths []string) ([]byte, error) { return signed(l.With(model), paths) })
	}
	fmt.Println("| without | content+source, silent when reading | learned without |\n|---|---|---|")
	for _, name := range append([]string{""}, attribution.GroupNames()...) {
		hidden, err := attribution.ParseGroups(name)
		if err != nil {
			return err
		}
		silent, err := score(embedded.Without(hidden))
		if err != nil {
			return err
		}
		learned := ""
		file, err := os.ReadFile(filepath.Join(*folder, cmp.Or(name, "none")+".bin"))
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		if err == nil {
			model, err := attribution.Open(file)
			if err != nil {
				return fmt.Errorf("the model without %s: %w", name, err)
			}
			f1, err := score(model.Without(hidden))
			if err != nil {
				return err
			}
			learned = fmt.Sprintf("%.3f", f1)
		}
		fmt.Printf("| %s | %.3f | %s |\n", cmp.Or(name, "(nothing)"), silent, learned)
	}
	return nil
}
