package extract_test

import (
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/newsgraph/newsgraph/extract"
	"github.com/newsgraph/newsgraph/news"
	"github.com/newsgraph/newsgraph/seeds"
)

var update = flag.Bool("update", false, "write the goldens")

var shared = sync.OnceValues(extract.New)

func extractor(t testing.TB) *extract.Extractor {
	t.Helper()
	x, err := shared()
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// caseFile is one txtar under testdata: an article, what comes out of it, and
// what a reader holds against that.
type caseFile struct {
	path    string
	archive *txtar.Archive
	article news.Article
	// facts are the lines that come out; wrong those of them that a reader
	// refuses, missed those that a reader would add.
	facts, wrong, missed []string
}

func readCases(t testing.TB) []*caseFile {
	t.Helper()
	paths, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	var out []*caseFile
	for _, p := range paths {
		a, err := txtar.ParseFile(p)
		if err != nil {
			t.Fatal(err)
		}
		c := &caseFile{path: p, archive: a}
		for _, f := range a.Files {
			lines := strings.Split(strings.TrimSpace(string(f.Data)), "\n")
			if lines[0] == "" {
				lines = nil
			}
			switch f.Name {
			case "article.txt":
				c.article = parseArticle(t, string(f.Data))
			case "facts":
				c.facts = lines
			case "wrong":
				c.wrong = lines
			case "missed":
				c.missed = lines
			}
		}
		out = append(out, c)
	}
	return out
}

// parseArticle reads "published:", "title:" and, instead of a text, "seed:"
// with the file of an article that ships with the project.
func parseArticle(t testing.TB, s string) news.Article {
	t.Helper()
	head, text, _ := strings.Cut(s, "\n\n")
	a := news.Article{Text: strings.TrimSpace(text), Source: "The Example"}
	for line := range strings.SplitSeq(head, "\n") {
		key, value, _ := strings.Cut(line, ": ")
		var err error
		switch key {
		case "published":
			a.Published, err = news.ParseDate(value)
		case "title":
			a.Title = value
		case "seed":
			var b []byte
			if b, err = fs.ReadFile(seeds.Articles(), value); err == nil {
				parts := strings.SplitN(strings.TrimSpace(string(b)), "\n", 3)
				a.Title, a.Text = parts[0], strings.TrimSpace(parts[2])
			}
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	a.Identify()
	return a
}

// lines writes an extraction's claims, one a line: the line of the text that
// the first evidence begins on, type, status, actors, date and details.
func lines(a *news.Article, e news.Extraction) []string {
	name := map[news.ID]string{}
	for _, m := range e.Entities {
		name[m.ID] = m.Name
	}
	names := func(ids []news.ID) string {
		var out []string
		for _, id := range ids {
			out = append(out, name[id])
		}
		slices.Sort(out)
		return strings.Join(out, ", ")
	}
	var out []string
	for i := range e.Claims {
		c := &e.Claims[i]
		var b strings.Builder
		fmt.Fprintf(&b, "%d %s %s", lineOf(a.Text, c.Evidence[0].Start), c.Type, c.Status)
		add := func(key, value string) {
			if value != "" {
				fmt.Fprintf(&b, " %s=%s", key, value)
			}
		}
		for _, r := range news.Roles[c.Type] {
			add(strings.ToLower(strings.SplitN(string(r), "_", 2)[0]), names(c.In(r)))
		}
		switch {
		case c.Date.IsDay():
			add("date", c.Date.From.String())
		case !c.Date.IsZero():
			add("date", c.Date.From.String()+".."+c.Date.To.String())
		}
		for _, d := range []struct{ key, value string }{
			{"kind", c.Kind},
			{"mode", c.Mode},
			{"measure", c.Measure},
			{"rate", c.Rate},
			{"goods", c.Goods},
			{"reason", c.Reason},
			{"condition", c.Condition},
			{"name", c.Name},
			{"title", c.Title},
			{"act", c.Act},
			{"text", clip(c.Text)},
		} {
			add(d.key, d.value)
		}
		if c.Count != 0 {
			add("count", fmt.Sprint(c.Count))
		}
		if c.Former {
			add("former", "true")
		}
		if c.Type != news.Statement {
			add("by", names(c.AttributedTo))
		}
		out = append(out, b.String())
	}
	slices.SortStableFunc(out, func(a, b string) int { return number(a) - number(b) })
	return out
}

func number(line string) int {
	n := 0
	_, err := fmt.Sscan(line, &n)
	if err != nil {
		return 0
	}
	return n
}

func clip(s string) string {
	if r := []rune(s); len(r) > 60 {
		return string(r[:60]) + "…"
	}
	return s
}

// lineOf returns the line of the text, from 1, that a code point stands on.
func lineOf(text string, at int) int {
	n := 1
	for i, r := range []rune(text) {
		if i >= at {
			break
		}
		if r == '\n' {
			n++
		}
	}
	return n
}

// TestCases holds what comes out of the articles under testdata.
func TestCases(t *testing.T) {
	x := extractor(t)
	for _, c := range readCases(t) {
		t.Run(strings.TrimSuffix(filepath.Base(c.path), ".txtar"), func(t *testing.T) {
			e := x.Article(&c.article)
			checkSpans(t, &c.article, e)
			got := lines(&c.article, e)
			if *update {
				c.write(t, got)
				return
			}
			if d := cmp.Diff(c.facts, got); d != "" {
				t.Errorf("facts (-want +got); -update writes them:\n%s", d)
			}
			for _, w := range c.wrong {
				if !slices.Contains(got, w) {
					t.Errorf("no longer comes out, so take it from the wrong ones: %s", w)
				}
			}
			for _, m := range c.missed {
				if slices.Contains(got, m) {
					t.Errorf("comes out now, so take it from the missed ones: %s", m)
				}
			}
		})
	}
}

// write puts the lines into the case's file.
func (c *caseFile) write(t *testing.T, got []string) {
	t.Helper()
	data := []byte(strings.Join(got, "\n") + "\n")
	i := slices.IndexFunc(c.archive.Files, func(f txtar.File) bool { return f.Name == "facts" })
	if i < 0 {
		c.archive.Files = slices.Insert(c.archive.Files, 1, txtar.File{Name: "facts"})
		i = 1
	}
	c.archive.Files[i].Data = data
	if err := os.WriteFile(c.path, txtar.Format(c.archive), 0o644); err != nil {
		t.Fatal(err)
	}
}

// checkSpans checks that every quote is the text at its offsets.
func checkSpans(t *testing.T, a *news.Article, e news.Extraction) {
	t.Helper()
	runes := []rune(a.Text)
	at := func(s news.Span) string {
		if s.Start < 0 || s.End > len(runes) || s.Start >= s.End {
			t.Errorf("span %v lies outside the text of %d code points", s, utf8.RuneCountInString(a.Text))
			return ""
		}
		return string(runes[s.Start:s.End])
	}
	for _, m := range e.Entities {
		for _, n := range m.Mentions {
			if got := at(n.Span); got != n.Text {
				t.Errorf("mention %q stands where the text has %q", n.Text, got)
			}
		}
	}
	for i := range e.Claims {
		c := &e.Claims[i]
		if len(c.Evidence) == 0 {
			t.Errorf("a %s without evidence", c.Type)
		}
		for _, v := range c.Evidence {
			if got := at(v.Span); got != v.Quote {
				t.Errorf("evidence %q stands where the text has %q", v.Quote, got)
			}
		}
		for _, s := range c.Content {
			at(s)
		}
		at(c.Trigger)
		if _, ok := news.StandingOf(c.Type, c.Status); !ok {
			t.Errorf("a %s has no status %q", c.Type, c.Status)
		}
		if c.Confidence <= 0 || c.Confidence > 1 {
			t.Errorf("confidence %v of a %s", c.Confidence, c.Type)
		}
	}
}

// TestQuality holds precision and recall of each type over the cases, by the
// judgement of the reader who wrote their wrong and missed lines.
func TestQuality(t *testing.T) {
	type counts struct{ found, wrong, missed int }
	sum := map[string]*counts{}
	of := func(line string) *counts {
		k := strings.Fields(line)[1]
		if sum[k] == nil {
			sum[k] = &counts{}
		}
		return sum[k]
	}
	for _, c := range readCases(t) {
		for _, l := range c.facts {
			of(l).found++
		}
		for _, l := range c.wrong {
			of(l).wrong++
		}
		for _, l := range c.missed {
			of(l).missed++
		}
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%-10s %5s %5s %6s  %9s %6s\n", "type", "found", "wrong", "missed", "precision", "recall")
	for _, ft := range news.FactTypes {
		c := sum[string(ft)]
		if c == nil {
			continue
		}
		right := float64(c.found - c.wrong)
		fmt.Fprintf(&b, "%-10s %5d %5d %6d  %9.2f %6.2f\n", ft, c.found, c.wrong, c.missed, right/float64(c.found), right/(right+float64(c.missed)))
	}
	const path = "testdata/quality.golden"
	if *update {
		if err := os.WriteFile(path, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(want), b.String()); d != "" {
		t.Errorf("quality (-want +got); -update writes it:\n%s", d)
	}
}
