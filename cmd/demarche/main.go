// Command demarche reads news and answers who said what, who demanded what of
// whom, when, and who says so.
//
// Its exit codes are 0 for success, 1 for an error, 2 for a wrong command line,
// argument or configuration, and 3 when some of the inputs were refused and the
// others used.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	// After the first signal the next one ends the program at once.
	context.AfterFunc(ctx, stop)
	os.Exit(run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr, time.Now))
}
