// Command compare analyses the texts of files that tools/weights/golden.py
// wrote (plain or gzipped) and counts what differs from Python's output.
//
//	go run ./tools/weights/compare [-weights float32.bin] [-plain] [-show 20] files
package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"github.com/newsgraph/newsgraph/extract/analyze"
)

// text is one line of a file: a text and what Python makes of it.
type text struct {
	ID     string   `json:"id"`
	Text   string   `json:"text"`
	Tokens []token  `json:"tokens"`
	Sents  [][2]int `json:"sents"`
	Ents   []name   `json:"ents"`
}

// token is a token in the order of golden.py's arrays.
type token struct {
	start, end                        int
	text, lemma, tag, pos, morph, dep string
	head, sent                        int
	space                             bool
}

// UnmarshalJSON reads a token's array.
func (t *token) UnmarshalJSON(b []byte) error {
	return json.Unmarshal(b, &[]any{
		&t.start, &t.end, &t.text, &t.lemma, &t.tag, &t.pos, &t.morph, &t.dep, &t.head, &t.sent, &t.space,
	})
}

type name struct {
	start, end int
	label      string
}

// UnmarshalJSON reads a name's array.
func (n *name) UnmarshalJSON(b []byte) error {
	return json.Unmarshal(b, &[]any{&n.start, &n.end, &n.label})
}

// tally counts what was compared and what was not equal.
type tally struct {
	texts, tokens, sents, names, same int
	off                               map[string]int
	show                              int
	took                              time.Duration
}

func main() {
	weights := flag.String("weights", "", "a `file` of convert.py instead of the embedded weights")
	plain := flag.Bool("plain", false, "use the kernel for processors without AVX2")
	show := flag.Int("show", 20, "how many differences to print")
	flag.Parse()
	if err := run(*weights, *plain, *show, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "compare:", err)
		os.Exit(1)
	}
}

func run(weights string, plain bool, show int, files []string) error {
	var options []analyze.Option
	if weights != "" {
		data, err := os.ReadFile(weights)
		if err != nil {
			return err
		}
		options = append(options, analyze.Weights(data))
	}
	if plain {
		options = append(options, analyze.Plain())
	}
	a, err := analyze.New(options...)
	if err != nil {
		return err
	}
	y := &tally{off: map[string]int{}, show: show}
	for _, f := range files {
		if err := y.file(a, f); err != nil {
			return fmt.Errorf("%s: %w", f, err)
		}
	}
	fmt.Printf("%d texts, %d tokens, %d sentences, %d names (%d the same), %.0f tokens/s\n",
		y.texts, y.tokens, y.sents, y.names, y.same, float64(y.tokens)/y.took.Seconds())
	for _, what := range []string{"token", "space", "tag", "pos", "morph", "lemma", "head", "dep", "head+dep", "sent", "name"} {
		n, of := y.off[what], y.tokens
		if what == "name" {
			of = y.names
		}
		fmt.Printf("%-9s %6d different, %.4f %% equal\n", what, n, 100*(1-float64(n)/float64(max(of, 1))))
	}
	return nil
}

func (y *tally) file(a *analyze.Analyzer, path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	var r io.Reader = f
	if strings.HasSuffix(path, ".gz") {
		if r, err = gzip.NewReader(f); err != nil {
			return err
		}
	}
	lines := bufio.NewReaderSize(r, 1<<20)
	for {
		line, err := lines.ReadBytes('\n')
		if len(line) == 0 && err == io.EOF {
			return nil
		}
		if err != nil && err != io.EOF {
			return err
		}
		var want text
		if err := json.Unmarshal(line, &want); err != nil {
			return err
		}
		start := time.Now()
		got := a.Analyze(want.Text)
		y.took += time.Since(start)
		y.compare(want, got)
	}
}

func (y *tally) compare(want text, got *analyze.Doc) {
	y.texts++
	y.tokens += len(want.Tokens)
	y.sents += len(want.Sents)
	at := map[[2]int]int{}
	for i, t := range got.Tokens {
		at[[2]int{t.Start, t.End}] = i
	}
	heads := func(start, end int) string { return fmt.Sprint(start, "-", end) }
	for _, w := range want.Tokens {
		i, ok := at[[2]int{w.start, w.end}]
		if !ok {
			y.differ("token", want.ID, w.text, "", w.text)
			continue
		}
		t := got.Tokens[i]
		wh, gh := want.Tokens[w.head], got.Tokens[t.Head]
		head := wh.start == gh.Start && wh.end == gh.End
		if !head {
			y.differ("head", want.ID, w.text, heads(gh.Start, gh.End), heads(wh.start, wh.end))
		}
		if !head || t.Dep != w.dep {
			y.off["head+dep"]++
		}
		for _, c := range [][3]string{
			{"token", t.Text, w.text}, {"tag", t.Tag, w.tag}, {"pos", t.Pos, w.pos}, {"morph", t.Morph, w.morph},
			{"lemma", t.Lemma, w.lemma}, {"dep", t.Dep, w.dep},
			{"space", fmt.Sprint(t.Space), fmt.Sprint(w.space)},
			{"sent", fmt.Sprint(got.Sents[t.Sent].Start == i), fmt.Sprint(want.Sents[w.sent][0] < len(want.Tokens) && want.Tokens[want.Sents[w.sent][0]].start == w.start)},
		} {
			if c[1] != c[2] {
				y.differ(c[0], want.ID, w.text, c[1], c[2])
			}
		}
	}
	names := map[string]int{}
	for _, n := range want.Ents {
		names[fmt.Sprint(want.Tokens[n.start].start, want.Tokens[n.end-1].end, n.label)]++
	}
	y.names += len(want.Ents)
	for _, n := range got.Names {
		k := fmt.Sprint(got.Tokens[n.Start].Start, got.Tokens[n.End-1].End, n.Label)
		if names[k] > 0 {
			names[k]--
			y.same++
		} else {
			y.differ("name", want.ID, got.Tokens[n.Start].Text, k, "none")
		}
	}
}

// differ counts a difference and prints the first ones.
func (y *tally) differ(what, id, word, got, want string) {
	y.off[what]++
	if y.show > 0 {
		y.show--
		fmt.Printf("%s: %s of %q is %q, want %q\n", id, what, word, got, want)
	}
}
