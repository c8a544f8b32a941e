package main

import (
	"context"
	"fmt"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"demarche/queue"
)

func newQueue(a *app) *cobra.Command {
	command := &cobra.Command{
		Use:   "queue",
		Short: "What waits to be loaded, and what could not be",
		Long: `What waits to be loaded, and what could not be: the articles that
"demarche load --enqueue" and others put into the queue for "demarche worker".`,
		Example: "  demarche queue list",
	}
	command.AddCommand(newQueueList(a), newQueueDead(a), newQueueRetry(a), newQueuePurge(a))
	return command
}

// withQueue opens the queue for the time of one piece of work.
func (a *app) withQueue(ctx context.Context, work func(*queue.Queue) error) error {
	q, err := a.openQueue(ctx)
	if err != nil {
		return err
	}
	defer q.Close()
	return work(q)
}

func newQueueList(a *app) *cobra.Command {
	return &cobra.Command{
		Use:     "list",
		Short:   "Count the articles that wait, are in hand, and could not be loaded",
		Example: "  demarche queue list",
		Args:    wants(0, 0, ""),
		RunE: func(c *cobra.Command, _ []string) error {
			return a.withQueue(c.Context(), func(q *queue.Queue) error {
				n, err := q.Counts(c.Context())
				if err != nil {
					return err
				}
				fmt.Fprintf(a.stdout, "waiting       %d\nin hand       %d\ndead letters  %d\nbytes         %d\n", n.Waiting, n.InHand, n.Dead, n.Bytes)
				return nil
			})
		},
	}
}

func newQueueDead(a *app) *cobra.Command {
	return &cobra.Command{
		Use:     "dead",
		Short:   "List the articles that could not be loaded, and why",
		Example: "  demarche queue dead",
		Args:    wants(0, 0, ""),
		RunE: func(c *cobra.Command, _ []string) error {
			return a.withQueue(c.Context(), func(q *queue.Queue) error {
				for d, err := range q.Dead(c.Context()) {
					if err != nil {
						return err
					}
					fmt.Fprintf(a.stdout, "%d  %s  %s  %s\n    after %d %s: %s\n", d.ID, d.Time.UTC().Format(time.RFC3339), d.Source, d.Key,
						d.Attempts, plural(d.Attempts, "attempt"), d.Reason)
				}
				return nil
			})
		},
	}
}

func newQueueRetry(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "retry [NUMBER...]",
		Short: "Put dead letters into the queue again",
		Long: `Put dead letters into the queue again: those whose numbers are given, as
"demarche queue dead" shows them, or all. A dead letter of an article that was
loaded in a later version since puts the older version back.`,
		Example: "  demarche queue retry\n  demarche queue retry 12 15",
		Args:    wants(0, -1, ""),
		RunE: func(c *cobra.Command, args []string) error {
			return a.eachDead(c.Context(), args, "in the queue again", (*queue.Queue).Retry)
		},
	}
}

func newQueuePurge(a *app) *cobra.Command {
	var waiting bool
	command := &cobra.Command{
		Use:   "purge [NUMBER...]",
		Short: "Throw dead letters away, or all that waits",
		Long: `Throw dead letters away: those whose numbers are given, as "demarche queue dead"
shows them, or all. With --waiting, throw away what waits to be loaded instead.`,
		Example: "  demarche queue purge 12\n  demarche queue purge --waiting",
		Args:    wants(0, -1, ""),
		RunE: func(c *cobra.Command, args []string) error {
			if !waiting {
				return a.eachDead(c.Context(), args, "thrown away", (*queue.Queue).Bury)
			}
			if len(args) > 0 {
				return usageError{fmt.Errorf("--waiting takes no numbers")}
			}
			return a.withQueue(c.Context(), func(q *queue.Queue) error { return q.Purge(c.Context()) })
		},
	}
	command.Flags().BoolVar(&waiting, "waiting", false, "throw away what waits, and keep the dead letters")
	return command
}

// eachDead does something with the dead letters of the numbers, or with all.
func (a *app) eachDead(ctx context.Context, numbers []string, done string, do func(*queue.Queue, context.Context, uint64) error) error {
	var ids []uint64
	for _, text := range numbers {
		id, err := strconv.ParseUint(text, 10, 64)
		if err != nil || id == 0 {
			return usageError{fmt.Errorf("%q is not the number of a dead letter", text)}
		}
		ids = append(ids, id)
	}
	return a.withQueue(ctx, func(q *queue.Queue) error {
		if len(numbers) == 0 {
			for d, err := range q.Dead(ctx) {
				if err != nil {
					return err
				}
				ids = append(ids, d.ID)
			}
		}
		for _, id := range ids {
			if err := do(q, ctx, id); err != nil {
				return err
			}
		}
		fmt.Fprintf(a.stdout, "%d dead %s %s\n", len(ids), plural(len(ids), "letter"), done)
		return nil
	})
}
