// Package testdata holds the sample articles: short news texts about real
// events, written for this project, by media that do not exist. The command
// line's demo and the tests load them.
package testdata

import (
	"embed"
	"io/fs"
)

//go:embed samples
var samples embed.FS

// Samples returns the articles, in the formats that can be loaded.
func Samples() fs.FS {
	files, err := fs.Sub(samples, "samples")
	if err != nil {
		panic(err) // the name is valid, so this cannot happen
	}
	return files
}
