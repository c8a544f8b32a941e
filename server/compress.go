package server

import (
	"fmt"
	"net/http"
	"strconv"
	"strings"

	"github.com/klauspost/compress/gzhttp"
)

// leastCompressed is the size in bytes from which answers are compressed; below
// it next to nothing is saved.
const leastCompressed = 2 << 10

// compression returns what wraps a handler so that its answers are compressed
// for clients that take gzip. Answers that have a Content-Encoding already stay
// as they are.
func compression() (func(http.Handler) http.HandlerFunc, error) {
	wrap, err := gzhttp.NewWrapper(gzhttp.MinSize(leastCompressed), gzhttp.EnableZstd(false),
		gzhttp.ContentTypeFilter(compressible))
	if err != nil {
		return nil, fmt.Errorf("preparing compression: %w", err)
	}
	return wrap, nil
}

// compressible reports whether content of the type is text of some kind.
func compressible(contentType string) bool {
	typ, _, _ := strings.Cut(contentType, ";")
	if strings.HasPrefix(typ, "text/") {
		return true
	}
	for _, kind := range []string{"json", "xml", "javascript", "n-quads"} {
		if strings.Contains(typ, kind) {
			return true
		}
	}
	return false
}

// takesGzip reports whether the client takes an answer in gzip.
func takesGzip(r *http.Request) bool {
	for part := range strings.SplitSeq(strings.Join(r.Header.Values("Accept-Encoding"), ","), ",") {
		name, weight, _ := strings.Cut(part, ";")
		if name = strings.TrimSpace(name); name != "gzip" && name != "*" {
			continue
		}
		q, weighed := strings.CutPrefix(strings.TrimSpace(weight), "q=")
		value, err := strconv.ParseFloat(q, 64)
		return !weighed || err == nil && value > 0
	}
	return false
}
