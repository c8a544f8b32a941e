package graph

import (
	"bufio"
	"compress/gzip"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io"
	"slices"
	"strings"

	"github.com/cayleygraph/cayley/graph/refs"
	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/nquads"
)

// A backup is N-Quads text, compressed with gzip. Its first line, a comment, says
// what it is. The quads follow label by label, in a fixed order, so that equal
// stores of any back end have equal backups. The last line, a comment too, has the
// number of quads and labels and the SHA-256 of all lines before it: a backup
// that was cut off has none.
const (
	backupFormat = 1
	backupHead   = "# demarche backup, format %d\n"
	backupTail   = "# end: %d quads, %d labels, sha256 %s\n"
)

// BackupSize is what a backup holds.
type BackupSize struct {
	Quads, Labels int
}

// Backup writes one state of the whole store to w, for Restore. Reading and
// changing the store go on meanwhile. While it runs, an embedded store cannot
// reuse the space that changes free.
func (s *Store) Backup(ctx context.Context, w io.Writer) (BackupSize, error) {
	b, err := newBackupWriter(w)
	if err != nil {
		return BackupSize{}, fmt.Errorf("backup: %w", err)
	}
	err = s.View(ctx, func(v *View) error {
		labels, err := v.r.labels()
		if err != nil {
			return err
		}
		slices.SortFunc(labels, func(a, b quad.Value) int { return strings.Compare(a.String(), b.String()) })
		for _, label := range labels {
			if err := context.Cause(ctx); err != nil {
				return err
			}
			quads, err := v.r.label(label)
			if err != nil {
				return fmt.Errorf("read %v: %w", label, err)
			}
			if err := b.label(quads); err != nil {
				return err
			}
		}
		return b.end()
	})
	if err != nil {
		return BackupSize{}, fmt.Errorf("backup: %w", err)
	}
	return b.size, nil
}

// backupWriter writes a backup. The sum is of the text before compression.
type backupWriter struct {
	zip  *gzip.Writer
	text *bufio.Writer // to zip and sum
	sum  hash.Hash
	size BackupSize
}

func newBackupWriter(w io.Writer) (*backupWriter, error) {
	b := &backupWriter{zip: gzip.NewWriter(w), sum: sha256.New()}
	b.text = bufio.NewWriterSize(io.MultiWriter(b.zip, b.sum), 1<<16)
	_, err := fmt.Fprintf(b.text, backupHead, backupFormat)
	return b, err
}

// label writes the quads of one label.
func (b *backupWriter) label(quads []quad.Quad) error {
	lines := make([]string, len(quads))
	for i, q := range quads {
		line, err := backupLine(q)
		if err != nil {
			return err
		}
		lines[i] = line
	}
	slices.Sort(lines)
	for _, line := range lines {
		if _, err := b.text.WriteString(line); err != nil {
			return err
		}
	}
	b.size.Quads += len(quads)
	b.size.Labels++
	return nil
}

func (b *backupWriter) end() error {
	if err := b.text.Flush(); err != nil {
		return err
	}
	_, err := fmt.Fprintf(b.zip, backupTail, b.size.Quads, b.size.Labels, hex.EncodeToString(b.sum.Sum(nil)))
	return errors.Join(err, b.zip.Close())
}

// backupLine returns the quad as a line, and reads that back, because a backup
// that says something else than the store is worse than none.
func backupLine(q quad.Quad) (string, error) {
	line := term(q.Subject) + " " + term(q.Predicate) + " " + term(q.Object) + " " + term(q.Label) + " ."
	back, err := parseLine(line)
	if err != nil || hashQuad(back) != hashQuad(q) {
		return "", fmt.Errorf("a quad cannot be written as N-Quads, remove it or its article first: %s (%w)", q.NQuad(), err)
	}
	return line + "\n", nil
}

// term returns a value as N-Quads has it. The library leaves in IRIs what must
// be escaped there.
func term(v quad.Value) string {
	iri, ok := v.(quad.IRI)
	if !ok {
		return v.String()
	}
	var b strings.Builder
	b.WriteByte('<')
	for _, r := range string(iri) {
		if r <= ' ' || strings.ContainsRune("<>\"{}|^`\\", r) {
			fmt.Fprintf(&b, `\u%04X`, r)
			continue
		}
		b.WriteRune(r)
	}
	b.WriteByte('>')
	return b.String()
}

// parseLine reads a quad that backupLine wrote.
func parseLine(line string) (quad.Quad, error) {
	q, err := nquads.ParseRaw(line)
	if err == nil && !q.IsValid() {
		err = fmt.Errorf("%w: %.80q", ErrQuad, line)
	}
	q.Object = typed(q.Object)
	return q, err
}

// typed returns the number, truth or time that a text of such a type is, when it
// is written as that would be; "007" stays a text.
func typed(v quad.Value) quad.Value {
	text, ok := v.(quad.TypedString)
	if !ok {
		return v
	}
	if value, err := text.ParseValue(); err == nil && value.String() == text.String() {
		return value
	}
	return v
}

// Errors of a backup's file.
var (
	// ErrNotBackup means that the file is no backup of this program.
	ErrNotBackup = errors.New("not a backup of this program")
	// ErrDamaged means that a backup is cut off, or changed since it was written.
	ErrDamaged = errors.New("the backup is damaged")
)

// ReadBackup gives the documents of a backup, one a label. A pair with an error
// is the last one: ErrNotBackup, ErrVersion or ErrDamaged. That the backup is
// whole is known only at the end, so keep nothing of it before.
func ReadBackup(r io.Reader) func(yield func(Document, error) bool) {
	return func(yield func(Document, error) bool) {
		b := &backupReader{sum: sha256.New()}
		if err := b.read(r, yield); err != nil && !errors.Is(err, errStop) {
			yield(Document{}, err)
		}
	}
}

// backupReader is a backup that is being read.
type backupReader struct {
	sum  hash.Hash
	size BackupSize
	doc  Document // the label at hand
}

func (b *backupReader) read(r io.Reader, yield func(Document, error) bool) error {
	zip, err := gzip.NewReader(r)
	if err != nil {
		return fmt.Errorf("%w: %w", ErrNotBackup, err)
	}
	lines := bufio.NewReaderSize(zip, 1<<16)
	head, err := lines.ReadString('\n')
	var format int
	if _, scanErr := fmt.Sscanf(head, backupHead, &format); err != nil || scanErr != nil {
		return fmt.Errorf("%w: it begins with %.40q", ErrNotBackup, head)
	}
	if format != backupFormat {
		return fmt.Errorf("%w: the backup has format %d, this program knows format %d; restore it with the program that wrote it", ErrVersion, format, backupFormat)
	}
	b.sum.Write([]byte(head))
	for {
		line, err := lines.ReadString('\n')
		if err != nil {
			return fmt.Errorf("%w: it ends after %d quads without its last line (%w)", ErrDamaged, b.size.Quads, err)
		}
		if strings.HasPrefix(line, "#") {
			return b.finish(line, lines, yield)
		}
		b.sum.Write([]byte(line))
		q, err := parseLine(strings.TrimSuffix(line, "\n"))
		if err != nil {
			return fmt.Errorf("%w: quad %d: %w", ErrDamaged, b.size.Quads+1, err)
		}
		if err := b.take(q, yield); err != nil {
			return err
		}
	}
}

// take adds a quad to the label at hand, and yields that when another begins.
func (b *backupReader) take(q quad.Quad, yield func(Document, error) bool) error {
	label, ok := q.Label.(quad.IRI)
	if !ok {
		return fmt.Errorf("%w: quad %d has no label", ErrDamaged, b.size.Quads+1)
	}
	if label != b.doc.Label && len(b.doc.Quads) > 0 {
		if !yield(b.doc, nil) {
			return errStop
		}
		b.doc = Document{}
	}
	if b.doc.Label != label {
		b.doc.Label = label
		b.size.Labels++
	}
	b.doc.Quads = append(b.doc.Quads, q)
	b.size.Quads++
	return nil
}

// finish compares what was read with the last line.
func (b *backupReader) finish(line string, rest io.Reader, yield func(Document, error) bool) error {
	want := fmt.Sprintf(backupTail, b.size.Quads, b.size.Labels, hex.EncodeToString(b.sum.Sum(nil)))
	if line != want {
		return fmt.Errorf("%w: its last line is %q, and should be %q", ErrDamaged, strings.TrimSpace(line), strings.TrimSpace(want))
	}
	// Only now does gzip compare its own sum.
	if n, err := io.Copy(io.Discard, rest); err != nil || n > 0 {
		return fmt.Errorf("%w: %d bytes follow its last line (%w)", ErrDamaged, n, err)
	}
	if len(b.doc.Quads) > 0 && !yield(b.doc, nil) {
		return errStop
	}
	return nil
}

func hashQuad(q quad.Quad) refs.QuadHash {
	return refs.QuadHash{
		Subject:   refs.HashOf(q.Subject),
		Predicate: refs.HashOf(q.Predicate),
		Object:    refs.HashOf(q.Object),
		Label:     refs.HashOf(q.Label),
	}
}
