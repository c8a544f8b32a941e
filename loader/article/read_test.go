package article_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"demarche/loader/article"
)

const story = `Council urges talks on water

The council urged both towns on Tuesday to open talks on the lake's water before the summer.

Neither town has answered the call so far, a spokeswoman said.
`

func zip(t *testing.T, data string) string {
	t.Helper()
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	if _, err := io.WriteString(w, data); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// write puts files into a new folder; a name may have folders in it.
func write(t *testing.T, files map[string]string) string {
	t.Helper()
	folder := t.TempDir()
	for name, data := range files {
		path := filepath.Join(folder, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

// read lists the sources that gave an article, and the errors.
func read(t *testing.T, stdin io.Reader, paths ...string) (sources []string, errs []error) {
	t.Helper()
	for a, err := range article.Read(context.Background(), paths, stdin) {
		if err != nil {
			errs = append(errs, err)
			continue
		}
		checkInvariants(t, a)
		sources = append(sources, a.Source)
	}
	return sources, errs
}

func TestReadExpandsPaths(t *testing.T) {
	folder := write(t, map[string]string{
		"b.txt": story, "a/2.txt": story, "a/1.txt.gz": zip(t, story), ".hidden": story, ".git/x.txt": story, "c.html": story,
	})
	in := func(names ...string) []string {
		for i, n := range names {
			names[i] = filepath.Join(folder, n)
		}
		return names
	}
	for _, test := range []struct {
		name  string
		paths []string
		want  []string
	}{
		{"a file", in("b.txt"), in("b.txt")},
		{"a hidden file that is asked for", in(".hidden"), in(".hidden")},
		{"a folder, by name, without hidden files", in(""), in("a/1.txt.gz", "a/2.txt", "b.txt", "c.html")},
		{"a pattern", in("*.txt"), in("b.txt")},
		{"a pattern that matches a folder", in("[a]"), in("a/1.txt.gz", "a/2.txt")},
		{"standard input", []string{"-"}, []string{"-"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			sources, errs := read(t, strings.NewReader(story), test.paths...)
			if len(errs) > 0 || !slices.Equal(sources, test.want) {
				t.Errorf("got %q, %v\nwant %q", sources, errs, test.want)
			}
			if list, err := article.Expand(test.paths); err != nil || !slices.Equal(list, test.want) {
				t.Errorf("Expand gives %q, %v", list, err)
			}
		})
	}
}

func TestReadReportsBadFilesAndGoesOn(t *testing.T) {
	big := filepath.Join(t.TempDir(), "big.txt")
	file, err := os.Create(big)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(file.Truncate(200<<20), file.Close()); err != nil { // sparse: takes no space
		t.Fatal(err)
	}
	whole := zip(t, strings.Repeat(story, 100))
	for _, test := range []struct {
		name, data string
		want       error
		says       string
	}{
		{"empty.txt", " \n", article.ErrEmpty, "empty"},
		{"picture.txt", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", article.ErrBinary, "image/png"},
		{"paper.pdf", "%PDF-1.4\nsome text", article.ErrBinary, "application/pdf"},
		{"cut.gz", whole[:len(whole)/2], article.ErrGzip, "unexpected EOF"},
		{"bad.gz", "\x1f\x8b nothing", article.ErrGzip, "gzip"},
		{"bomb.gz", zip(t, strings.Repeat(" ", article.MaxSize+1)), article.ErrTooBig, "64 MB"},
		{"log.txt", strings.Repeat("The council met.\n", 1<<19), article.ErrPageTooBig, "JSON Lines"},
		{"list.txt", "milk\nbread\neggs\n", article.ErrNotArticle, "not an article"},
		{"code.go", "package main\n\nfunc main() { println(1+2); for i := 0; i < 3; i++ { f(i); g(i) } }.", article.ErrNotArticle, "not an article"},
		{"mangled.txt", "\xef\xbb\xbf\xff\xfe\xff\xfe\xff", article.ErrEncoding, "UTF-8"},
		{"page.html", "<html><body><a href=x>Home</a></body></html>", article.ErrNotArticle, "not an article"},
		{"feed.xml", "<rss version='2.0'><channel><title>x</title></channel></rss>", article.ErrNotArticle, "no items"},
		{"one.json", `{"title":"x","published":"someday","text":"They met."}`, article.ErrRecord, `"someday", not a date`},
		{"kind.json", `{"title":7,"text":"They met."}`, article.ErrRecord, `"title" is a JSON number`},
		{"none.json", `{"title":"x"}`, article.ErrRecord, `"text"`},
	} {
		t.Run(test.name, func(t *testing.T) {
			folder := write(t, map[string]string{test.name: test.data, "z.txt": story})
			sources, errs := read(t, nil, folder)
			if len(sources) != 1 || len(errs) != 1 {
				t.Fatalf("got articles %q and errors %v", sources, errs)
			}
			var where *article.Error
			if !errors.Is(errs[0], test.want) || !errors.As(errs[0], &where) || where.Source != filepath.Join(folder, test.name) {
				t.Errorf("got %v", errs[0])
			}
			if !strings.Contains(errs[0].Error(), test.says) {
				t.Errorf("%q does not say %q", errs[0], test.says)
			}
		})
	}
	if _, errs := read(t, nil, big, "absent.txt", "*.absent"); len(errs) != 3 || !errors.Is(errs[0], article.ErrTooBig) || !errors.Is(errs[1], os.ErrNotExist) {
		t.Errorf("got %v", errs)
	}
	if list, err := article.Expand([]string{"absent.txt", big}); len(list) != 1 || err == nil {
		t.Errorf("Expand gives %q, %v", list, err)
	}
}

func TestBrokenLineIsNamed(t *testing.T) {
	good := `{"title":"x","text":"The council urged both towns to open talks."}` + "\n"
	data := strings.Repeat(good, 6) + `{"title": "y", "text": ` + "\n" + good
	var articles int
	var errs []error
	for a, err := range article.Decode("news.jsonl", []byte(data)) {
		if err != nil {
			errs = append(errs, err)
			continue
		}
		if articles++; articles == 7 && a.Source != "news.jsonl#8" {
			t.Errorf("the last is %s", a.Source)
		}
	}
	if articles != 7 || len(errs) != 1 || !strings.HasPrefix(errs[0].Error(), "reading news.jsonl, line 7: ") || !errors.Is(errs[0], article.ErrRecord) {
		t.Errorf("got %d articles, %v", articles, errs)
	}
}

func TestReadStops(t *testing.T) {
	folder := write(t, map[string]string{"1.txt": story, "2.txt": story, "3.txt": story})
	for range article.Read(context.Background(), []string{folder}, nil) {
		break // must not panic
	}
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	var got []error
	for _, err := range article.Read(ctx, []string{folder, folder}, nil) {
		got = append(got, err)
		cancel()
	}
	if len(got) != 2 || got[0] != nil || !errors.Is(got[1], context.Canceled) {
		t.Errorf("got %v", got)
	}
}

func TestEncodings(t *testing.T) {
	text := "Der Rat forderte Gespräche über das Wasser\n\n" +
		"Der Rat forderte beide Städte am Dienstag auf, über das Wasser des Sees für den Sommer zu sprechen – „sofort“.\n\n" +
		"Die Bürgermeister möchten zunächst prüfen, ob die Behörden dafür zuständig sind, erklärte eine Sprecherin.\n"
	latin, err := charmap.Windows1252.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	wide, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	cyrillic := "Совет призвал города начать переговоры\n\nСовет призвал оба города начать переговоры о воде до начала лета, сообщила пресс-служба.\n\n" +
		"Города пока не ответили на этот призыв, добавила представитель совета во вторник вечером.\n"
	koi, err := charmap.KOI8R.NewEncoder().String(cyrillic)
	if err != nil {
		t.Fatal(err)
	}
	for name, test := range map[string]struct{ data, want, language string }{
		"UTF-8":                        {text, text, "de"},
		"UTF-8 with a mark":            {"\ufeff" + text, text, "de"},
		"Windows-1252":                 {latin, text, "de"},
		"UTF-16 with a mark":           {wide, text, "de"},
		"UTF-16 without a mark":        {wide[2:], text, "de"},
		"KOI8-R":                       {koi, cyrillic, ""},
		"line ends of another machine": {strings.ReplaceAll(text, "\n", "\r\n"), strings.ReplaceAll(text, "\n", "\r\n"), "de"},
	} {
		t.Run(name, func(t *testing.T) {
			for a, err := range article.Decode("x.txt", []byte(test.data)) {
				if err != nil {
					t.Fatal(err)
				}
				if a.Text != test.want || test.language != "" && a.Language != test.language {
					t.Errorf("got %s %q", a.Language, a.Text)
				}
			}
		})
	}
	page := "<html><head><meta charset=windows-1251><title>Совет призвал города</title></head><body><p>" + strings.Repeat("Совет призвал оба города начать переговоры о воде. ", 8) + "</p></body></html>"
	legacy, err := charmap.Windows1251.NewEncoder().String(page)
	if err != nil {
		t.Fatal(err)
	}
	for a, err := range article.Decode("x.html", []byte(legacy)) {
		if err != nil || a.Title != "Совет призвал города" {
			t.Errorf("got %q, %v", a.Title, err)
		}
	}
}

func TestFormatIsToldByContent(t *testing.T) {
	for data, want := range map[string]string{
		story:                   "text",
		`{"text":"x"}`:          "json",
		` [ {"text":"x"} ]`:     "json",
		"{not JSON} but prose.": "text",
		"[Photo] A page.":       "text",
		"<!DOCTYPE html><html>": "html",
		"<!-- saved --><HTML>":  "html",
		"<?xml version='1.0'?>\n<rss version='2.0'>":                          "feed",
		"<feed xmlns='http://www.w3.org/2005/Atom'>":                          "feed",
		"<rdf:RDF xmlns='http://purl.org/rss/1.0/'>":                          "feed",
		"<?xml version='1.0'?><?xml-stylesheet href='x'?><!-- c --><rss a=b>": "feed",
		"BMW asks for talks on duties.":                                       "text",
		"\x00\x01":                                                            "",
	} {
		if got := article.FormatOf([]byte(data)); got != want {
			t.Errorf("%q is %q, want %q", data, got, want)
		}
	}
}

func TestDigestIsOfTheArticleAlone(t *testing.T) {
	digest := func(text string) string {
		for a, err := range article.Decode("x.txt", []byte(text)) {
			if err != nil {
				t.Fatal(err)
			}
			return a.Digest
		}
		return ""
	}
	if digest(story) != digest("Menu\nSign in\n\n"+story+"\nShare\nRelated Topics\nWater\n") {
		t.Error("furniture changes the digest")
	}
	if digest(story) == digest(strings.Replace(story, "Neither", "No", 1)) {
		t.Error("another text has the same digest")
	}
}

func FuzzDecode(f *testing.F) {
	seeds, err := filepath.Glob("testdata/pages/*/article.*")
	if err != nil || len(seeds) == 0 {
		f.Fatal("no seeds", err)
	}
	for _, path := range seeds {
		data, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	for _, s := range []string{"", "\xff\xfe", "\x1f\x8b", "{", "[{}]", "<rss>", "<html>", "By \n— (AP) -\nx.", story, "RELATED:\n\u00a0•\n\"A.\"B c."} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		for a, err := range article.Decode("x", data) {
			if err == nil {
				checkInvariants(t, a)
			}
		}
	})
}

// BenchmarkDecode reports how many articles of each format are read per second.
func BenchmarkDecode(b *testing.B) {
	for _, name := range []string{"bbc/article.txt", "glued/article.txt", "html_jsonld/article.html", "html_bare/article.html", "atom/article.xml", "jsonl/article.jsonl"} {
		data, err := os.ReadFile(filepath.Join("testdata/pages", name))
		if err != nil {
			b.Fatal(err)
		}
		b.Run(filepath.Dir(name), func(b *testing.B) {
			articles := 0
			for b.Loop() {
				for range article.Decode(name, data) {
					articles++
				}
			}
			b.ReportMetric(float64(articles)/b.Elapsed().Seconds(), "articles/s")
		})
	}
}
