package main

import (
	"cmp"
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"demarche/loader/lang/conllu"
)

// card is what stands beside a model.
type card struct {
	title, about, data string
	licence            string // of the model
	command            string // that made the model
	scored             string // on what; empty for development parts
	scores             string // lines, indented as code
}

const treebankData = `Universal Dependencies English EWT 2.16, train (CC BY-SA 4.0; https://universaldependencies.org/treebanks/en_ewt)
  and English GUM 2.16 without its non-commercial genres, train (annotation CC BY 4.0; https://gucorpling.org/gum).`

// treebankLicence is that of models which learned from EWT.
const treebankLicence = "CC BY-SA 4.0, as it derives from EWT."

const cardFormat = `# %s

%s

* Data: %s
* Licence of the model: %s
* Made by: %s
* %s:

%s
* Size: %d bytes
* SHA-256: %x
`

// write writes a model and its card.
func (c card) write(path string, file []byte) error {
	if err := os.WriteFile(path, file, 0o644); err != nil {
		return err
	}
	text := fmt.Sprintf(cardFormat, c.title, c.about, c.data, c.licence, c.command, cmp.Or(c.scored, "Scores on the development parts"), c.scores, len(file), sha256.Sum256(file))
	return os.WriteFile(strings.TrimSuffix(path, filepath.Ext(path))+".md", []byte(text), 0o644)
}

// scoresOf scores a model on treebanks whose paths commas separate: write adds its lines for one of them.
func scoresOf(paths string, write func(lines *strings.Builder, name string, sentences []*conllu.Sentence) error) (string, error) {
	var lines strings.Builder
	for _, path := range strings.FieldsFunc(paths, func(r rune) bool { return r == ',' }) {
		sentences, err := conllu.ReadFile(path)
		if err != nil {
			return "", err
		}
		if err := write(&lines, shortName(path), sentences); err != nil {
			return "", err
		}
	}
	fmt.Print(lines.String())
	return lines.String(), nil
}

// shortName is a path without the folders around its own.
func shortName(path string) string {
	return filepath.Join(filepath.Base(filepath.Dir(path)), filepath.Base(path))
}
