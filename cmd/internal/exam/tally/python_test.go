package tally

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"io/fs"
	"math"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"demarche/internal/span"
	"demarche/loader/lang/polnear"
)

// rounds is how many distorted copies of each gold file are scored by both.
var rounds = flag.Int("rounds", 3, "distorted copies of each gold file")

const (
	root     = "../../../.."
	material = root + "/../shared"
)

// beside is where the Python scorers and their gold lie, and skips the test where they do not.
func beside(t *testing.T) string {
	t.Helper()
	folder, err := filepath.Abs(material + "/eval")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(folder, "score.py")); err != nil {
		t.Skipf("the Python scorers do not lie beside the repository: %v", err)
	}
	if _, err := exec.LookPath("python3"); err != nil {
		t.Skipf("there is no python3 for the Python scorers: %v", err)
	}
	return folder
}

// python runs a command of Python and decodes what it prints.
func python(t *testing.T, args ...string) any {
	t.Helper()
	command := exec.CommandContext(t.Context(), "python3", args...)
	var out, problems bytes.Buffer
	command.Stdout, command.Stderr = &out, &problems
	if err := command.Run(); err != nil {
		t.Fatalf("python3 %.200s: %v\n%s", strings.Join(args, " "), err, &problems)
	}
	var value any
	if err := json.Unmarshal(out.Bytes(), &value); err != nil {
		t.Fatal(err)
	}
	return value
}

// wantEqual compares a result with Python's, as JSON.
func wantEqual(t *testing.T, got, want any) {
	t.Helper()
	data, err := json.Marshal(got)
	if err != nil {
		t.Fatal(err)
	}
	var plain any
	if err := json.Unmarshal(data, &plain); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(plain, want) {
		t.Errorf("the two scorers differ%s", difference("", plain, want))
	}
}

// difference names the places where two JSON values differ.
func difference(place string, got, want any) string {
	ours, ok := got.(map[string]any)
	theirs, also := want.(map[string]any)
	if !ok || !also {
		if reflect.DeepEqual(got, want) {
			return ""
		}
		return fmt.Sprintf("\n%s: got %.300v, Python has %.300v", place, got, want)
	}
	all := ""
	for key := range theirs {
		all += difference(place+"/"+key, ours[key], theirs[key])
	}
	for key := range ours {
		if _, ok := theirs[key]; !ok {
			all += "\n" + place + "/" + key + ": Python has none"
		}
	}
	return all
}

// plain is a share as Python writes it.
func plain(share float64) any {
	if math.IsNaN(share) {
		return nil
	}
	return share
}

func measuresOf(all []Measure) map[string]any {
	out := map[string]any{}
	for _, m := range all {
		out[m.Name] = map[string]any{
			"precision": plain(m.Precision()), "recall": plain(m.Recall()), "f1": plain(m.F1()),
			"hits": m.Hits, "gold": m.Gold, "system": m.System,
		}
	}
	return out
}

func accuraciesOf(all []Accuracy) map[string]any {
	out := map[string]any{}
	for _, a := range all {
		out[a.Name] = map[string]any{"accuracy": plain(a.Share()), "right": a.Right, "total": a.Total}
	}
	return out
}

func coverageOf(c Coverage) map[string]any {
	return map[string]any{"gold": c.Gold, "system": c.System, "missing": c.Missing, "without_gold": c.WithoutGold}
}

// likePython is a score as score.py --json gives it.
func likePython(s *RecordScore) map[string]any {
	out := map[string]any{"articles": coverageOf(s.Articles)}
	if s.Metadata != nil {
		out["metadata"] = accuraciesOf(s.Metadata)
	}
	for _, k := range s.Kinds {
		out[k.Name] = map[string]any{"measures": measuresOf(k.Measures), "fields": accuraciesOf(k.Fields)}
		if k.Name == "demands" {
			out["demand full F1"] = plain(k.Measures[len(k.Measures)-1].F1())
		}
	}
	return out
}

// write writes JSON Lines and returns the path.
func write(t *testing.T, name string, articles []map[string]any) string {
	t.Helper()
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	for _, a := range articles {
		if err := encoder.Encode(a); err != nil {
			t.Fatal(err)
		}
	}
	return writeFile(t, name, out.String())
}

func writeFile(t *testing.T, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func readFile(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func readArticles(t *testing.T, path string) []Article {
	t.Helper()
	articles, err := Read(readFile(t, path), path)
	if err != nil {
		t.Fatal(err)
	}
	return articles
}

// decode reads JSON Lines as they are.
func decode(t *testing.T, path string) []map[string]any {
	t.Helper()
	var all []map[string]any
	for line := range strings.Lines(string(readFile(t, path))) {
		var a map[string]any
		if err := json.Unmarshal([]byte(line), &a); err != nil {
			t.Fatal(err)
		}
		all = append(all, a)
	}
	return all
}

func compareRecords(t *testing.T, gold, system string, only ...string) {
	t.Helper()
	want := python(t, beside(t)+"/score.py", gold, system, "--json", "--only", strings.Join(only, ","))
	wantEqual(t, likePython(Records(readArticles(t, gold), readArticles(t, system), only...)), want)
}

func TestRecordsLikePython(t *testing.T) {
	golds, err := filepath.Glob(filepath.Join(beside(t), "gold", "*.jsonl"))
	if err != nil || len(golds) == 0 {
		t.Fatalf("there are no gold files: %v", err)
	}
	texts := textsBeside(t)
	for _, gold := range golds {
		t.Run(filepath.Base(gold), func(t *testing.T) {
			compareRecords(t, gold, gold)
			compareRecords(t, gold, gold, "demands", "persons")
			compareRecords(t, gold, writeFile(t, "empty.jsonl", ""))
			for round := range *rounds {
				d := newDistorter(uint64(round), texts)
				distorted := write(t, "system.jsonl", d.distort(decode(t, gold)))
				compareRecords(t, gold, distorted)
				compareRecords(t, write(t, "gold.jsonl", d.distort(decode(t, gold))), distorted)
			}
		})
	}
}

// compareAttributions returns nothing: it fails where the two scorers differ. The folder has the layout of PolNeAR.
func compareAttributions(t *testing.T, folder, system string) {
	t.Helper()
	want := python(t, beside(t)+"/score_attribution.py", filepath.Join(folder, "attributions"), filepath.Join(folder, "text"), system, "--json")
	gold, err := polnear.Read(folder)
	if err != nil {
		t.Fatal(err)
	}
	s, err := Attributions(gold, readArticles(t, system))
	if err != nil {
		t.Fatal(err)
	}
	texts := coverageOf(s.Texts)
	delete(texts, "system")
	wantEqual(t, map[string]any{"texts": texts, "tokens": measuresOf(s.Tokens), "attributions": measuresOf(s.Pairs.Measures)}, want)
}

func TestAttributionsLikePython(t *testing.T) {
	beside(t)
	folder := material + "/data/polnear/dev"
	gold, err := polnear.Read(folder)
	if err != nil {
		t.Skipf("PolNeAR does not lie beside the repository: %v", err)
	}
	compareAttributions(t, folder, writeFile(t, "empty.jsonl", ""))
	compareAttributions(t, folder, write(t, "same.jsonl", statements(gold)))
	for round := range *rounds {
		d := newDistorter(uint64(round), textsBeside(t))
		d.placed = true
		compareAttributions(t, folder, write(t, "system.jsonl", d.distort(statements(gold))))
	}
}

// statements writes attributions as a system would that reports the same.
func statements(gold []polnear.Article) []map[string]any {
	var all []map[string]any
	for _, a := range gold {
		index := span.NewIndex(a.Text)
		interchange := func(spans []span.Span) []any {
			list := []any{}
			for _, s := range spans {
				points := index.Runes(s)
				list = append(list, map[string]any{"begin": points.Begin, "end": points.End, "text": s.Of(a.Text)})
			}
			return list
		}
		var list []any
		for _, one := range a.Attributions {
			list = append(list, map[string]any{
				"speaker": "Ann Example", "source": interchange(one.Source), "cue": interchange(one.Cue), "content": interchange(one.Content),
			})
		}
		all = append(all, map[string]any{"file": a.Name + ".txt", "statements": list})
	}
	return plainJSON(all)
}

// plainJSON makes numbers what they are when read.
func plainJSON(articles []map[string]any) []map[string]any {
	data, err := json.Marshal(articles)
	if err != nil {
		panic(err)
	}
	var all []map[string]any
	if err := json.Unmarshal(data, &all); err != nil {
		panic(err)
	}
	return all
}

func compareCoded(t *testing.T, gold string, coded []Coded, system string) {
	t.Helper()
	want := python(t, beside(t)+"/score_events.py", gold, system, "--json", "--split", "even")
	s := Demands(coded, readArticles(t, system))
	confusions := map[string]any{}
	for _, c := range s.Confusions {
		confusions[c.Event] = map[string]any{"reported": c.Reported, "texts": c.Texts}
	}
	wantEqual(t, map[string]any{
		"texts":     map[string]any{"gold": s.Texts.Gold, "missing": s.Texts.Missing},
		"detection": measuresOf([]Measure{s.Detection})[s.Detection.Name], "fields": accuraciesOf(s.Fields), "confusions": confusions,
	}, want)
}

func TestDemandsLikePython(t *testing.T) {
	beside(t)
	gold := material + "/data/plover/records-even.json"
	data, err := os.ReadFile(gold)
	if err != nil {
		t.Skipf("PLOVER does not lie beside the repository: %v", err)
	}
	coded, err := ReadCoded(data)
	if err != nil {
		t.Fatal(err)
	}
	compareCoded(t, gold, coded, writeFile(t, "empty.jsonl", ""))
	for round := range *rounds {
		compareCoded(t, gold, coded, write(t, "system.jsonl", guesses(rand.New(rand.NewPCG(uint64(round), 2)), coded)))
	}
}

// guesses makes demands for coded texts, many of them with the right countries.
func guesses(random *rand.Rand, coded []Coded) []map[string]any {
	var all []map[string]any
	pick := func(codes []string) any {
		codes = append(slices.Clone(codes), "USA", "IGO", "")
		if code := codes[random.IntN(len(codes))]; random.IntN(9) > 0 {
			return code
		}
		return nil
	}
	for _, text := range coded {
		demands := []any{}
		for text.Event == "DEMAND" && random.IntN(4) > 0 || random.IntN(5) == 0 {
			var of any = []any{}
			if code := pick(text.Targets); code != nil {
				of = []any{code}
			}
			demands = append(demands, map[string]any{"by_country": pick(text.Sources), "of_country": of})
		}
		if random.IntN(9) > 0 {
			all = append(all, map[string]any{"file": text.File, "demands": demands})
		}
	}
	return all
}

// textsBeside is the texts that gold is about, by file.
func textsBeside(t *testing.T) map[string][]rune {
	t.Helper()
	texts := map[string][]rune{}
	for _, folder := range []string{"articles", "data/polnear/dev/text", "data/polnear/train/text"} {
		err := filepath.WalkDir(filepath.Join(material, folder), func(path string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() {
				return nil // the test goes on with the texts that there are
			}
			data, err := os.ReadFile(path)
			if err == nil && utf8.Valid(data) {
				texts[entry.Name()] = []rune(string(data))
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return texts
}
