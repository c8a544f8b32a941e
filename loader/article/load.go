package article

import (
	"bufio"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
)

// MaxSize is the largest file that is read, in bytes after decompression.
const MaxSize = 64 << 20

// maxPage is the largest text or HTML page, in bytes: the longest articles are
// a tenth of it, and telling furniture from text takes its time.
const maxPage = 8 << 20

// load returns the content of a file, or of stdin for "-", decompressed: at
// most limit bytes.
func load(path string, stdin io.Reader, limit int64) ([]byte, error) {
	if path == Stdin {
		if stdin == nil {
			return nil, ErrEmpty
		}
		return loadFrom(stdin, limit)
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, reason(err)
	}
	defer file.Close()
	// A file's size is known beforehand; compressed files only grow.
	if info, err := file.Stat(); err == nil && info.Size() > limit {
		return nil, tooBig(limit)
	}
	return loadFrom(file, limit)
}

// loadFrom reads at most limit bytes, through gzip where the content begins
// with gzip's magic number.
func loadFrom(r io.Reader, limit int64) ([]byte, error) {
	buffered := bufio.NewReader(r)
	magic, _ := buffered.Peek(2) // a short file is not compressed
	if string(magic) != "\x1f\x8b" {
		return readLimited(buffered, limit)
	}
	unzipped, err := gzip.NewReader(buffered)
	if err != nil {
		return nil, fmt.Errorf("%w (%v)", ErrGzip, err)
	}
	data, err := readLimited(unzipped, limit)
	if err != nil && !errors.Is(err, ErrTooBig) {
		return nil, fmt.Errorf("%w (%v)", ErrGzip, err)
	}
	return data, err
}

// readLimited reads everything, or stops just beyond the limit with ErrTooBig.
func readLimited(r io.Reader, limit int64) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, limit+1))
	if err != nil {
		return nil, reason(err)
	}
	if int64(len(data)) > limit {
		return nil, tooBig(limit)
	}
	return data, nil
}

// tooBig is the error of what is over the limit.
func tooBig(limit int64) error {
	if limit == MaxSize {
		return ErrTooBig
	}
	return sizeError(limit)
}
