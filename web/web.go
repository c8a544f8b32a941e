// Package web holds the files that browsers load: the explorer, where it was
// built, the start page, the small additions to Cayley's pages, and the third-party files that these pages need
// so that they work without internet.
//
// It is a leaf of data: read-only, embedded in the program, safe for
// concurrent use. Files whose names end in ".gz" are stored compressed and are
// meant to be served under the name without it.
package web

import (
	"embed"
	"io/fs"
)

// all: because names of built files may begin with "_".
//
//go:embed all:dist
var dist embed.FS

// Explorer returns the files of the explorer as "make web" built them, with
// index.html at their root, and nil when they are not part of this build.
func Explorer() fs.FS {
	files, err := fs.Sub(dist, "dist")
	if err != nil {
		return nil // the name is valid
	}
	if _, err := fs.Stat(files, "index.html"); err != nil {
		return nil
	}
	return files
}

// Start is the start page: templates, style sheet and script, in "start".
//
//go:embed start
var Start embed.FS

// UI is what is added to Cayley's pages, in "ui".
//
//go:embed ui
var UI embed.FS

// Vendor is what others wrote, unchanged, in "vendor"; its README.md names
// origin, version and licence of each part.
//
//go:embed vendor/icons vendor/monaco
var Vendor embed.FS
