package article

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"io"
	"os"
)

// MaxSize is the largest file that is read, in bytes after decompression.
const MaxSize = 64 << 20

// maxPage is the largest text or HTML page, in bytes: the longest articles are
// a tenth of it, and telling furniture from text takes its time.
const maxPage = 8 << 20

// load returns the content of a file, or of stdin for "-", decompressed.
func load(path string, stdin io.Reader) ([]byte, error) {
	if path == Stdin {
		if stdin == nil {
			return nil, ErrEmpty
		}
		return loadFrom(stdin)
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, reason(err)
	}
	defer file.Close()
	// A file's size is known beforehand; compressed files only grow.
	if info, err := file.Stat(); err == nil && info.Size() > MaxSize {
		return nil, ErrTooBig
	}
	return loadFrom(file)
}

// loadFrom reads at most MaxSize bytes, through gzip where the content begins
// with gzip's magic number.
func loadFrom(r io.Reader) ([]byte, error) {
	buffered := bufio.NewReader(r)
	magic, _ := buffered.Peek(2) // a short file is not compressed
	if string(magic) != "\x1f\x8b" {
		return readLimited(buffered)
	}
	unzipped, err := gzip.NewReader(buffered)
	if err != nil {
		return nil, fmt.Errorf("%w (%v)", ErrGzip, err)
	}
	data, err := readLimited(unzipped)
	if err != nil && err != ErrTooBig {
		return nil, fmt.Errorf("%w (%v)", ErrGzip, err)
	}
	return data, err
}

// readLimited reads everything, or stops just beyond MaxSize with ErrTooBig.
func readLimited(r io.Reader) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, MaxSize+1))
	if err != nil {
		return nil, reason(err)
	}
	if len(data) > MaxSize {
		return nil, ErrTooBig
	}
	return data, nil
}
