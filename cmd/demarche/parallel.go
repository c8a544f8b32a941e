package main

import (
	"context"
	"iter"
	"sync"
)

// inOrder calls work for every item, several at a time, and yields the results
// in the order of the items. It takes items no faster than results are wanted,
// and stops when ctx ends; then the caller sees fewer results than items.
func inOrder[T, R any](ctx context.Context, workers int, items iter.Seq[T], work func(T) R) iter.Seq[R] {
	return func(yield func(R) bool) {
		ctx, cancel := context.WithCancel(ctx)
		var group sync.WaitGroup
		defer group.Wait()
		defer cancel()
		results := make(chan chan R, 2*workers)
		slots := make(chan struct{}, workers)
		group.Go(func() {
			defer close(results)
			for item := range items {
				select {
				case slots <- struct{}{}:
				case <-ctx.Done():
					return
				}
				result := make(chan R, 1)
				group.Go(func() {
					result <- work(item)
					<-slots
				})
				select {
				case results <- result:
				case <-ctx.Done():
					return
				}
			}
		})
		for result := range results {
			if r := <-result; ctx.Err() != nil || !yield(r) {
				return
			}
		}
	}
}
