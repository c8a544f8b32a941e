package conllu

import (
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"strings"
)

// ReadFile returns the sentences of a file, which is compressed when its name ends in ".gz".
func ReadFile(path string) ([]*Sentence, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	var reader io.Reader = file
	if strings.HasSuffix(path, ".gz") {
		if reader, err = gzip.NewReader(file); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
	}
	sentences, err := ReadAll(reader)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return sentences, nil
}
