package server

import (
	"bytes"
	"cmp"
	"compress/gzip"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"io/fs"
	"net/http"
	"strings"
	"sync"
	"time"
)

// explorerPolicy allows the explorer its own files and this server's API. No
// script stands in its page, and no text becomes markup.
const explorerPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; " +
	"connect-src 'self'; font-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; " +
	"frame-ancestors 'none'; require-trusted-types-for 'script'"

// explorerPage is the file at the explorer's own address.
const explorerPage = "index.html"

// hashedFiles is the folder of the explorer's files whose names change with
// what they hold, so that a browser need never ask for them again.
const hashedFiles = "app/"

// explorer serves the built explorer from memory.
type explorer struct {
	files map[string]*builtFile
}

// builtFile is a file that does not change while the program runs.
type builtFile struct {
	name   string
	data   []byte
	tag    string        // digest of data
	packed func() []byte // data compressed, at the first call; nil when that saves nothing
}

// newExplorer reads the files that the build made.
func newExplorer(files fs.FS) (*explorer, error) {
	e := &explorer{files: make(map[string]*builtFile)}
	err := fs.WalkDir(files, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || name == "README.md" {
			return err
		}
		data, err := fs.ReadFile(files, name)
		if err != nil {
			return err
		}
		sum := sha256.Sum256(data)
		e.files[name] = &builtFile{name: name, data: data, tag: base64.RawURLEncoding.EncodeToString(sum[:12]),
			packed: sync.OnceValue(func() []byte { return packed(name, data) })}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("reading the explorer: %w", err)
	}
	if e.files[explorerPage] == nil {
		return nil, fmt.Errorf("reading the explorer: it has no %s; run 'make web' and build again", explorerPage)
	}
	return e, nil
}

// packed returns data compressed, nil for a kind of file that does not shrink.
func packed(name string, data []byte) []byte {
	if !compressible(contentType(name)) {
		return nil
	}
	var out bytes.Buffer
	zw, err := gzip.NewWriterLevel(&out, gzip.BestCompression)
	if err == nil {
		_, err = zw.Write(data)
	}
	if err != nil || zw.Close() != nil || out.Len() >= len(data) {
		return nil
	}
	return out.Bytes()
}

// patterns are what serve is for, in the syntax of http.ServeMux.
func (e *explorer) patterns() []string {
	patterns := []string{"GET /{$}", "GET /" + hashedFiles}
	for name := range e.files {
		if !strings.Contains(name, "/") {
			patterns = append(patterns, "GET /"+name)
		}
	}
	return patterns
}

// serve sends a file, compressed where the client takes it so.
func (e *explorer) serve(w http.ResponseWriter, r *http.Request) error {
	name := cmp.Or(strings.TrimPrefix(r.URL.Path, "/"), explorerPage)
	file, ok := e.files[name]
	if !ok {
		return unknown(nil, "the explorer has no file %s; load the page again, this server may be newer than it", name)
	}
	h := w.Header()
	h.Set("Content-Security-Policy", explorerPolicy)
	h.Set("Content-Type", contentType(name))
	h.Set("Cache-Control", "no-cache")
	if strings.HasPrefix(name, hashedFiles) {
		h.Set("Cache-Control", "public, max-age=31536000, immutable")
	}
	data, tag := file.data, file.tag
	if takesGzip(r) {
		if small := file.packed(); small != nil {
			data, tag = small, tag+"-gzip" // another representation, so another tag
			h.Set("Content-Encoding", "gzip")
		}
	}
	h.Set("ETag", `"`+tag+`"`)
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(data))
	return nil
}
