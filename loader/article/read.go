package article

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"
)

// Stdin is the path that stands for standard input.
const Stdin = "-"

// Read yields the articles of the files that the paths name, in order: a file,
// a folder (all files below it, by name, without hidden ones), a glob pattern,
// or "-" for stdin. Compressed files (gzip) are read as what they hold.
//
// What cannot be read is yielded as an *Error, with an Article of which only
// Source and File are set, and reading goes on. When ctx ends, its error is
// the last thing yielded. Folders are walked as the articles are asked for.
func Read(ctx context.Context, paths []string, stdin io.Reader) iter.Seq2[Article, error] {
	return ReadLimited(ctx, paths, stdin, MaxSize)
}

// ReadLimited is Read with another limit than MaxSize for the size of a file,
// or of standard input, in bytes after decompression. A limit over MaxSize
// counts as MaxSize. What is larger is yielded as an *Error that wraps
// ErrTooBig.
func ReadLimited(ctx context.Context, paths []string, stdin io.Reader, limit int64) iter.Seq2[Article, error] {
	limit = min(limit, MaxSize)
	return func(yield func(Article, error) bool) {
		for path, err := range files(paths) {
			if err == nil {
				err = ctx.Err()
			}
			if err != nil {
				if !yield(named(path), err) || ctx.Err() != nil {
					return
				}
				continue
			}
			for a, err := range readFile(path, stdin, limit) {
				if !yield(a, err) {
					return
				}
			}
		}
	}
}

// Expand lists the files that Read would open for the paths, "-" included, so
// that progress can be shown. The error joins one *Error for each path or
// folder that cannot be listed; the list is good all the same.
func Expand(paths []string) ([]string, error) {
	var list []string
	var bad []error
	for path, err := range files(paths) {
		if err != nil {
			bad = append(bad, err)
			continue
		}
		list = append(list, path)
	}
	return list, errors.Join(bad...)
}

// named is the article that stands beside an error.
func named(source string) Article {
	return Article{Source: source, File: filepath.Base(source)}
}

// readFile yields what one file holds.
func readFile(path string, stdin io.Reader, limit int64) iter.Seq2[Article, error] {
	data, err := load(path, stdin, limit)
	if err != nil {
		return func(yield func(Article, error) bool) {
			yield(named(path), &Error{Source: path, Err: err})
		}
	}
	return Decode(path, data)
}

// files yields the file names behind the paths; where one cannot be listed,
// its name and an *Error.
func files(paths []string) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		for _, path := range paths {
			if path == Stdin {
				if !yield(path, nil) {
					return
				}
				continue
			}
			roots, err := glob(path)
			if err != nil {
				if !yield(path, &Error{Source: path, Err: err}) {
					return
				}
				continue
			}
			for _, root := range roots {
				if !walk(root, yield) {
					return
				}
			}
		}
	}
}

// glob returns the names that a path stands for: itself when it exists, else
// what it matches as a pattern.
func glob(path string) ([]string, error) {
	_, err := os.Stat(path)
	if err == nil {
		return []string{path}, nil
	}
	if !strings.ContainsAny(path, "*?[") {
		return nil, reason(err)
	}
	matches, err := filepath.Glob(path)
	if err != nil {
		return nil, fmt.Errorf("the pattern is malformed: %w", err)
	}
	if len(matches) == 0 {
		return nil, errors.New("no file matches the pattern")
	}
	return matches, nil
}

// reason takes the path out of a file system error, since Error names it.
func reason(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}

// walk yields a file, or the files below a folder in the order of their names.
// It reports whether the caller wants more.
func walk(root string, yield func(string, error) bool) bool {
	more := true
	report := func(path string, err error) error {
		if more = yield(path, err); !more {
			return fs.SkipAll
		}
		return nil
	}
	// The function below never returns an error of its own.
	_ = filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return report(path, &Error{Source: path, Err: reason(err)})
		case path == root && !entry.IsDir():
			return report(path, nil) // asked for by name: hidden, a pipe, a link
		case path != root && hidden(entry.Name()):
			if entry.IsDir() {
				return fs.SkipDir
			}
			return nil
		case regular(path, entry):
			return report(path, nil)
		default:
			return nil
		}
	})
	return more
}

// hidden reports whether a file of a folder is not meant to be seen.
func hidden(name string) bool { return strings.HasPrefix(name, ".") }

// regular reports whether the entry is a plain file or a link to one.
func regular(path string, entry fs.DirEntry) bool {
	if entry.Type()&fs.ModeSymlink == 0 {
		return entry.Type().IsRegular()
	}
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular()
}
