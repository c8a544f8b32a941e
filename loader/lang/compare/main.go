// Compare measures demarche's language engine against others on the same
// texts, and prints tables for doc/performance.md and doc/accuracy.md.
//
//	go run . > tables.md
//
// README.md says what is measured, and what is unfair in it.
package main

import (
	"flag"
	"fmt"
	"io"
	"log"
	"os"
	"path/filepath"
	"slices"
)

// options are the places of what is read, and how often runs are repeated.
type options struct {
	root, texts, gold, scorer string
	repetitions               int
	keep                      string
}

func main() {
	log.SetFlags(0)
	log.SetPrefix("compare: ")
	var o options
	flag.StringVar(&o.root, "root", "../../..", "the repository of demarche")
	flag.StringVar(&o.texts, "texts", "../../../../shared/data/polnear/dev/text/*.txt", "text files for speed, a pattern")
	flag.StringVar(&o.gold, "gold", "../../../../shared/data/ud-ewt/dev.conllu.gz", "a treebank for accuracy")
	flag.StringVar(&o.scorer, "scorer", "../../../../shared/eval/score_conllu.py", "the scorer of CoNLL-U")
	flag.IntVar(&o.repetitions, "n", 10, "how often each run is repeated; 0 leaves speed out")
	flag.StringVar(&o.keep, "keep", "", "a folder for the programs, texts and CoNLL-U files, which are deleted otherwise")
	flag.Parse()
	if flag.NArg() > 0 {
		log.Fatalf("unexpected argument %q; see -help", flag.Arg(0))
	}
	if err := compare(os.Stdout, o); err != nil {
		log.Fatal(err)
	}
}

func compare(out io.Writer, o options) error {
	work := o.keep
	if work == "" {
		folder, err := os.MkdirTemp("", "compare")
		if err != nil {
			return err
		}
		defer os.RemoveAll(folder)
		work = folder
	}
	work, err := filepath.Abs(work)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(work, 0o755); err != nil {
		return err
	}
	before := load() // the builds are a load, too
	engines, err := prepare(o.root, work)
	if err != nil {
		return err
	}
	conditions := describe(engines, before)
	// Speed comes first: what the other part holds in memory would show in the
	// peak memory of the processes that it starts (see measure).
	if o.repetitions > 0 {
		s, err := measureSpeed(engines, o.texts, work, o.repetitions)
		if err != nil {
			return err
		}
		fmt.Fprintf(out, "## Speed\n\n%s\n", conditions)
		s.print(out)
		fmt.Fprintln(out)
	}
	engines = slices.DeleteFunc(engines, func(e engine) bool { return e.again })
	a, err := measureAccuracy(engines, o.gold, o.scorer, work)
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "## Accuracy\n\n%s\n", conditions)
	a.print(out)
	return nil
}
