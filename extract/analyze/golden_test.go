package analyze_test

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/newsgraph/newsgraph/extract/analyze"
)

// With a file of full precision and dumps of many texts, everything is equal:
//
//	go test ./extract/analyze -run TestPython -weights float32.bin -goldens 'dumps/*.jsonl' -least 100
var (
	weights = flag.String("weights", "", "a `file` of tools/weights/convert.py instead of the embedded one")
	goldens = flag.String("goldens", "testdata/*.golden.jsonl.gz", "files of tools/weights/golden.py to compare with")
	least   = flag.Float64("least", 99.9, "percentage of tokens, and of names, that must equal Python's")
)

// leastOdd is -least for strings without sense: in a salad of words many
// scores lie so close together that float16 decides between them.
const leastOdd = 99.5

// analyzers makes one Analyzer for each kernel.
var analyzers = sync.OnceValues(func() (map[string]*analyze.Analyzer, error) {
	var with []analyze.Option
	if *weights != "" {
		data, err := os.ReadFile(*weights)
		if err != nil {
			return nil, err
		}
		with = append(with, analyze.Weights(data))
	}
	out := map[string]*analyze.Analyzer{}
	for name, more := range map[string][]analyze.Option{"fast": with, "plain": append(with, analyze.Plain())} {
		a, err := analyze.New(more...)
		if err != nil {
			return nil, err
		}
		out[name] = a
	}
	return out, nil
})

// analyzer returns the Analyzer with the fast or the plain kernel.
func analyzer(t testing.TB, kernel string) *analyze.Analyzer {
	t.Helper()
	a, err := analyzers()
	if err != nil {
		t.Fatal(err)
	}
	return a[kernel]
}

func TestPython(t *testing.T) {
	files, err := filepath.Glob(*goldens)
	if err != nil || len(files) == 0 {
		t.Fatalf("no golden files match %s: %v", *goldens, err)
	}
	for _, file := range files {
		texts, err := readGolden(file)
		if err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		for _, kernel := range []string{"fast", "plain"} {
			t.Run(strings.TrimSuffix(filepath.Base(file), ".golden.jsonl.gz")+"/"+kernel, func(t *testing.T) {
				t.Parallel()
				a := analyzer(t, kernel)
				var y tally
				for _, want := range texts {
					y.compare(want, a.Analyze(want.Text))
				}
				if strings.Contains(file, "/odd.") {
					y.report(t, min(*least, leastOdd))
				} else {
					y.report(t, *least)
				}
			})
		}
	}
}

// golden is a text and what Python makes of it.
type golden struct {
	ID     string
	Text   string
	Tokens []goldenToken
	Sents  []goldenRange
	Ents   []goldenName
}

type (
	goldenToken analyze.Token
	goldenRange analyze.Range
	goldenName  analyze.Name
)

func (t *goldenToken) UnmarshalJSON(b []byte) error {
	return json.Unmarshal(b, &[]any{
		&t.Start, &t.End, &t.Text, &t.Lemma, &t.Tag, &t.Pos, &t.Morph, &t.Dep, &t.Head, &t.Sent, &t.Space,
	})
}

func (r *goldenRange) UnmarshalJSON(b []byte) error {
	return json.Unmarshal(b, &[]any{&r.Start, &r.End})
}

func (n *goldenName) UnmarshalJSON(b []byte) error {
	return json.Unmarshal(b, &[]any{&n.Start, &n.End, &n.Label})
}

func readGolden(path string) ([]golden, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var r io.Reader = f
	if strings.HasSuffix(path, ".gz") {
		if r, err = gzip.NewReader(f); err != nil {
			return nil, err
		}
	}
	d := json.NewDecoder(bufio.NewReader(r))
	var out []golden
	for {
		var g golden
		switch err := d.Decode(&g); {
		case errors.Is(err, io.EOF):
			return out, nil
		case err != nil:
			return nil, err
		}
		out = append(out, g)
	}
}

// tally counts the tokens and names of texts, those that differ from
// Python's, and the texts that were cut into other tokens, and keeps the
// first differences.
type tally struct {
	tokens, names, tokensOff, namesOff, cut int
	first                                   []string
}

func (y *tally) note(id, format string, args ...any) {
	if len(y.first) < 10 {
		y.first = append(y.first, id+": "+fmt.Sprintf(format, args...))
	}
}

// sameCut reports whether a text was cut where Python cuts it.
func sameCut(want golden, got *analyze.Doc) bool {
	return slices.EqualFunc(want.Tokens, got.Tokens, func(w goldenToken, g analyze.Token) bool {
		return w.Start == g.Start && w.End == g.End && w.Text == g.Text && w.Space == g.Space
	})
}

func (y *tally) compare(want golden, got *analyze.Doc) {
	y.tokens += len(want.Tokens)
	y.names += len(want.Ents)
	if !sameCut(want, got) {
		y.cut++
		y.tokensOff += len(want.Tokens)
		y.namesOff += len(want.Ents)
		y.note(want.ID, "cut into other tokens")
		return
	}
	for i, w := range want.Tokens {
		g := got.Tokens[i]
		first := got.Sents[g.Sent].Start == i
		if wantFirst := want.Sents[w.Sent].Start == i; first != wantFirst {
			y.tokensOff++
			y.note(want.ID, "%q begins a sentence: %v, want %v", w.Text, first, wantFirst)
			continue
		}
		// One border of a sentence more or less moves the numbers of all that
		// follow, and Python's dumps have no lower case.
		g.Sent, g.Lower, g.Lean = w.Sent, w.Lower, w.Lean
		if g != analyze.Token(w) {
			y.tokensOff++
			y.note(want.ID, "token %+v, want %+v", g, analyze.Token(w))
		}
	}
	names := map[analyze.Name]int{}
	for _, w := range want.Ents {
		names[analyze.Name(w)]++
	}
	for _, g := range got.Names {
		names[g]--
	}
	for n, count := range names {
		if count != 0 {
			y.namesOff++
			y.note(want.ID, "name %v: Python has %+d", n, count)
		}
	}
}

func (y *tally) report(t *testing.T, least float64) {
	t.Helper()
	equal := func(off, all int) float64 { return 100 * (1 - float64(off)/float64(max(all, 1))) }
	tokens, names := equal(y.tokensOff, y.tokens), equal(y.namesOff, y.names)
	t.Logf("%d tokens, %.3f %% equal; %d names, %.3f %% equal", y.tokens, tokens, y.names, names)
	if tokens < least || names < least || y.cut > 0 {
		t.Errorf("less than %v %% equal, %d texts cut into other tokens; the first differences:\n%s", least, y.cut, strings.Join(y.first, "\n"))
	}
}
