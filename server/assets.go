package server

import (
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"io/fs"
	"mime"
	"net/http"
	"path"
	"strings"
	"time"
)

// assets serves the files of a folder of an embedded file system under their
// names. Files stored compressed (name.gz) are sent as they are to clients that
// take them so. Templates are not served. Policy, when not nil, sets further
// headers.
func assets(files fs.FS, folder string, policy func(http.Header)) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name := path.Join(folder, path.Clean("/"+r.URL.Path))
		if strings.HasSuffix(name, ".tmpl") || strings.HasSuffix(name, ".gz") {
			http.NotFound(w, r)
			return
		}
		h := w.Header()
		data, err := fs.ReadFile(files, name)
		if errors.Is(err, fs.ErrNotExist) {
			data, err = fs.ReadFile(files, name+".gz")
			if err == nil {
				data, err = compressed(h, r, data)
			}
		}
		if err != nil {
			http.NotFound(w, r)
			return
		}
		if policy != nil {
			policy(h)
		}
		serveBytes(w, r, name, data)
	})
}

// compressed returns data as it is, and says so, when the client takes gzip,
// and what it holds otherwise.
func compressed(h http.Header, r *http.Request, data []byte) ([]byte, error) {
	h.Set("Vary", "Accept-Encoding")
	if takesGzip(r) {
		h.Set("Content-Encoding", "gzip")
		return data, nil
	}
	zr, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(zr)
}

// serveBytes serves a file that does not change while the program runs.
func serveBytes(w http.ResponseWriter, r *http.Request, name string, data []byte) {
	h := w.Header()
	h.Set("Cache-Control", "no-cache")
	h.Set("Content-Type", contentType(name))
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(data))
}

// contentType returns the type of a file after its name. The system's tables
// are not asked where they are known to differ.
func contentType(name string) string {
	switch ext := path.Ext(name); ext {
	case ".js":
		return "text/javascript; charset=utf-8"
	case ".ts", ".txt":
		return "text/plain; charset=utf-8"
	case ".css":
		return "text/css; charset=utf-8"
	case ".json":
		return "application/json"
	case ".woff2":
		return "font/woff2"
	case ".ico":
		return "image/x-icon"
	default:
		if typ := mime.TypeByExtension(ext); typ != "" {
			return typ
		}
		return "application/octet-stream"
	}
}
