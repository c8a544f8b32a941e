package main

import (
	"fmt"
	"io"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// progress shows on a terminal how many files are done. Its zero value, and nil,
// show nothing.
type progress struct {
	to  io.Writer
	bar *progressbar.ProgressBar
}

// newProgress returns the progress for a stream: to be seen on terminals only.
func newProgress(to io.Writer) *progress {
	if file, ok := to.(*os.File); ok && term.IsTerminal(int(file.Fd())) {
		return &progress{to: to}
	}
	return nil
}

// expect says how many files there are. A few need no bar.
func (p *progress) expect(files int) {
	if p == nil || files < 3 {
		return
	}
	p.bar = progressbar.NewOptions(files, progressbar.OptionSetWriter(p.to), progressbar.OptionSetDescription("files"),
		progressbar.OptionShowCount(), progressbar.OptionSetPredictTime(true), progressbar.OptionSetWidth(30),
		progressbar.OptionThrottle(100*time.Millisecond), progressbar.OptionClearOnFinish())
}

// advance says that one more file is read.
func (p *progress) advance() {
	if p != nil && p.bar != nil {
		_ = p.bar.Add(1) // what cannot be shown is not worth an error
	}
}

// say writes a line above the bar.
func (p *progress) say(to io.Writer, format string, args ...any) {
	if p != nil && p.bar != nil {
		_ = p.bar.Clear() // as above
	}
	fmt.Fprintf(to, format+"\n", args...)
}

// done takes the bar away.
func (p *progress) done() {
	if p != nil && p.bar != nil {
		_ = p.bar.Finish() // as above
	}
}

// width returns the number of columns of a terminal, and 0 for other streams.
func width(stream any) int {
	file, ok := stream.(*os.File)
	if !ok {
		return 0
	}
	columns, _, err := term.GetSize(int(file.Fd()))
	if err != nil || columns <= 0 {
		return 0
	}
	return columns
}
