package analyze_test

import (
	"fmt"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/newsgraph/newsgraph/extract/analyze"
)

// check fails unless a Doc is whole: tokens in order with their text at their
// offsets, nothing but blanks between, a tree in every sentence, names that
// do not overlap.
func check(t testing.TB, d *analyze.Doc, text string) {
	t.Helper()
	runes := []rune(text)
	if d.Text != string(runes) {
		t.Fatalf("Text is %q, want %q", d.Text, string(runes))
	}
	end := 0
	for i, k := range d.Tokens {
		if k.Start < end || k.End <= k.Start || k.End > len(runes) {
			t.Fatalf("token %d is at %d-%d, the one before ends at %d, the text at %d", i, k.Start, k.End, end, len(runes))
		}
		if got := string(runes[k.Start:k.End]); got != k.Text {
			t.Fatalf("token %d is %q, at its offsets stands %q", i, k.Text, got)
		}
		gap := 0
		if i > 0 && d.Tokens[i-1].Space {
			gap = 1
		}
		if k.Start-end != gap || gap == 1 && runes[end] != ' ' {
			t.Fatalf("between tokens %d and %d stands %q", i-1, i, string(runes[end:k.Start]))
		}
		if k.Tag == "" || k.Pos == "" || k.Dep == "" || k.Lower == "" {
			t.Fatalf("token %d lacks something: %+v", i, k)
		}
		end = k.End
	}
	if rest := string(runes[end:]); rest != "" && rest != " " {
		t.Fatalf("after the last token stands %q", rest)
	}
	at := 0
	for s, r := range d.Sents {
		if r.Start != at || r.End <= r.Start {
			t.Fatalf("sentence %d is %v, want its start at %d", s, r, at)
		}
		for i := r.Start; i < r.End; i++ {
			if d.Tokens[i].Sent != s {
				t.Fatalf("token %d is in sentence %d, want %d", i, d.Tokens[i].Sent, s)
			}
			if h := d.Tokens[i].Head; h < 0 || h >= len(d.Tokens) || h != i && !slices.Contains(d.Children(h), i) {
				t.Fatalf("token %d has the head %d, which does not have it as child", i, h)
			}
		}
		at = r.End
	}
	if at != len(d.Tokens) {
		t.Fatalf("sentences end at token %d of %d", at, len(d.Tokens))
	}
	at = 0
	for _, n := range d.Names {
		if n.Start < at || n.End <= n.Start || n.End > len(d.Tokens) || n.Label == "" {
			t.Fatalf("name %+v, the one before ends at %d", n, at)
		}
		at = n.End
	}
}

func TestAnalyzeOddTexts(t *testing.T) {
	for name, text := range map[string]string{
		"nothing":                   "",
		"one blank":                 " ",
		"one line break":            "\n",
		"bytes that are no UTF-8":   "Kyiv \xff\xfe said\xc3. It \xed\xa0\x80 was.",
		"only bytes that are none":  "\xff\xff\xff",
		"a zero byte":               "A\x00B said.",
		"characters beyond 16 bits": "𝒜 said 😀 to 中文𠀀.",
		"marks without letters":     "́̂ said ́.",
		"U+FFFD itself":             "a � b",
	} {
		t.Run(name, func(t *testing.T) {
			check(t, analyzer(t, "fast").Analyze(text), text)
		})
	}
}

// TestAnalyzeLongTexts holds time and memory to what grows with the length.
func TestAnalyzeLongTexts(t *testing.T) {
	sentence := "The minister of Norway said on Friday that Mr. Smith's talks in Oslo (which began at 9 a.m.) hadn't failed. "
	for name, text := range map[string]string{
		"a paragraph of 100,000 words": strings.Repeat(sentence, 5000),
		"no full stop":                 strings.Repeat("Norway and the minister who said that he ", 2500),
		"one word of 1 MB":             strings.Repeat("a", 1<<20),
		"1 MB of white space":          strings.Repeat(" \n", 1<<19),
		"1 MB within brackets":         strings.Repeat("(", 1<<13) + strings.Repeat("x", 1<<20) + strings.Repeat(")", 1<<13),
		"1 MB of full stops":           strings.Repeat(".", 1<<20),
		"60 kB of @ and hyphens":       "a." + strings.Repeat("b-c@", 1<<14) + "z",
		"1 MB of host names":           "x-" + strings.Repeat("a.b@", 1<<18),
		"1 MB of hyphens":              "a" + strings.Repeat("-", 1<<20) + "b",
	} {
		t.Run(name, func(t *testing.T) {
			a := analyzer(t, "fast")
			start := time.Now()
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			d := a.Analyze(text)
			runtime.ReadMemStats(&after)
			check(t, d, text)
			t.Logf("%d tokens in %v, %d MB allocated", len(d.Tokens), time.Since(start), (after.TotalAlloc-before.TotalAlloc)>>20)
			if mb, most := (after.TotalAlloc-before.TotalAlloc)>>20, uint64(200+len(d.Tokens)/250); mb > most {
				t.Errorf("%d tokens took %d MB, want at most %d", len(d.Tokens), mb, most)
			}
		})
	}
}

// TestAnalyzeTogether compares what many goroutines make of texts with one
// Analyzer, in different orders, with what one of them makes alone.
func TestAnalyzeTogether(t *testing.T) {
	texts, err := readGolden("testdata/tricky.golden.jsonl.gz")
	if err != nil {
		t.Fatal(err)
	}
	a := analyzer(t, "fast")
	want := make([]*analyze.Doc, len(texts))
	for i, g := range texts {
		want[i] = a.Analyze(g.Text)
	}
	b, err := analyze.New()
	if err != nil {
		t.Fatal(err)
	}
	var wg sync.WaitGroup
	wrong := make(chan string, 8*len(texts))
	for k := range 8 {
		wg.Go(func() {
			for i := range texts {
				at := (i*7 + k*5) % len(texts)
				if got := b.Analyze(texts[at].Text); !reflect.DeepEqual(got, want[at]) {
					wrong <- fmt.Sprintf("goroutine %d: text %s came out differently", k, texts[at].ID)
				}
			}
		})
	}
	wg.Wait()
	close(wrong)
	for w := range wrong {
		t.Error(w)
	}
}

// TestAnalyzeForgets feeds more different words than are kept, and finds the
// first text's analysis unchanged and memory not grown beyond the bound.
func TestAnalyzeForgets(t *testing.T) {
	a, err := analyze.New()
	if err != nil {
		t.Fatal(err)
	}
	text := "Norway's minister met Mr. Smith in Oslo."
	want := a.Analyze(text)
	memory := func() uint64 {
		var m runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&m)
		return m.HeapAlloc >> 20
	}
	before := memory()
	var b strings.Builder
	for n := range 60_000 {
		fmt.Fprintf(&b, "w%d ", n)
		if n%1000 == 999 {
			a.Analyze(b.String())
			b.Reset()
		}
	}
	if now := memory(); now > before+60 {
		t.Errorf("heap grew from %d to %d MB", before, now)
	}
	if got := a.Analyze(text); !reflect.DeepEqual(got, want) {
		t.Errorf("after 60,000 words: %+v, want %+v", got, want)
	}
}

func FuzzAnalyze(f *testing.F) {
	texts, err := readGolden("testdata/tricky.golden.jsonl.gz")
	if err != nil {
		f.Fatal(err)
	}
	for _, g := range texts {
		f.Add(g.Text)
	}
	f.Add("\xff'\xed\xa0\x80s a.m.\xc3")
	f.Fuzz(func(t *testing.T, text string) {
		check(t, analyzer(t, "fast").Analyze(text), text)
	})
}

func TestDocTree(t *testing.T) {
	//        met
	//       /   \
	//     Lee    Kim
	//           /
	//         Mr.
	d := analyze.Doc{Tokens: []analyze.Token{
		{Text: "Lee", Head: 1, Dep: "nsubj"},
		{Text: "met", Head: 1, Dep: "ROOT"},
		{Text: "Mr.", Head: 3, Dep: "compound"},
		{Text: "Kim", Head: 1, Dep: "dobj"},
	}}
	d.Link()
	if got := d.Children(1); !slices.Equal(got, []int{0, 3}) {
		t.Errorf("Children(met) = %v, want [0 3]", got)
	}
	if got := d.Child(1, "pobj", "dobj"); got != 3 {
		t.Errorf("Child(met, pobj, dobj) = %d, want 3", got)
	}
	if got := d.Child(0, "dobj"); got != -1 {
		t.Errorf("Child(Lee, dobj) = %d, want -1", got)
	}
	if got, want := d.Subtree(3), (analyze.Range{Start: 2, End: 4}); got != want {
		t.Errorf("Subtree(Kim) = %v, want %v", got, want)
	}
}

func TestNewRefusesBrokenWeights(t *testing.T) {
	for name, file := range map[string]string{
		"empty":               "",
		"header cut off":      "\xff\x00\x00\x00{}",
		"header not JSON":     "\x02\x00\x00\x00[]",
		"nothing in it":       "\x02\x00\x00\x00{}",
		"numbers are missing": "\x4e\x00\x00\x00" + `{"dtype":"float16","tensors":{"tagger.W":{"shape":[1000,1000],"offset":100}}} `,
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := analyze.New(analyze.Weights([]byte(file))); err == nil || !utf8.ValidString(err.Error()) {
				t.Errorf("error is %v, want one that says what is wrong", err)
			}
		})
	}
}
