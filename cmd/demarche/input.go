package main

import (
	"context"
	"errors"
	"fmt"
	"iter"

	"demarche/loader/article"
)

// input is an article of the user's files, or why one cannot be read.
type input struct {
	article article.Article
	err     error
}

// inputs lists the files behind the paths, and reads them when asked to. Files
// that cannot be listed come first, as errors.
func (a *app) inputs(ctx context.Context, paths []string, progress *progress) iter.Seq[input] {
	return func(yield func(input) bool) {
		files, err := article.Expand(paths)
		for _, one := range split(err) {
			if !yield(input{err: one}) {
				return
			}
		}
		progress.expect(len(files))
		for _, file := range files {
			for in := range a.readFile(ctx, file) {
				if !yield(in) {
					return
				}
			}
			progress.advance()
		}
	}
}

// readFile yields the articles of one file.
func (a *app) readFile(ctx context.Context, file string) iter.Seq[input] {
	return func(yield func(input) bool) {
		limit := int64(a.cfg.Load.MaxFileSize)
		for one, err := range article.ReadLimited(ctx, []string{file}, a.stdin, limit) {
			if errors.Is(err, article.ErrTooBig) && limit < article.MaxSize {
				reason := fmt.Errorf("it is over the limit of %s; split it, or raise load.max_file_size", a.cfg.Load.MaxFileSize)
				err = &article.Error{Source: file, Err: reason}
			}
			if ctx.Err() != nil || !yield(input{one, err}) {
				return
			}
		}
	}
}

// split returns the errors that errors.Join made one.
func split(err error) []error {
	var joined interface{ Unwrap() []error }
	switch {
	case err == nil:
		return nil
	case errors.As(err, &joined):
		return joined.Unwrap()
	}
	return []error{err}
}
