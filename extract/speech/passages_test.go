package speech_test

import (
	"fmt"
	"os"
	"sort"
	"strings"
	"testing"

	"github.com/newsgraph/newsgraph/extract/analyze"
	"github.com/newsgraph/newsgraph/extract/names"
	"github.com/newsgraph/newsgraph/extract/speech"
	"github.com/newsgraph/newsgraph/news"
)

// span is a stretch of a text in code points.
type span struct{ start, end int }

// told is one attribution of a passage, marked or found.
type told struct {
	source, content []span
	// direct is true when the mark says that the content is quoted, free when it need not be found.
	direct, free bool
}

// add takes a stretch in as a mark of this kind says.
func (a *told) add(kind byte, r span) {
	switch kind {
	case 's':
		a.source = append(a.source, r)
	case 'q', 'd', 'o':
		a.content = append(a.content, r)
		a.direct = a.direct || kind == 'd'
		a.free = a.free || kind == 'o'
	}
}

// passage is a text without its marks, and what they say.
type passage struct {
	name, text string
	told       []told
}

// passages reads testdata/passages.txt.
func passages(t *testing.T) []passage {
	t.Helper()
	b, err := os.ReadFile("testdata/passages.txt")
	if err != nil {
		t.Fatal(err)
	}
	var out []passage
	for _, p := range strings.Split(string(b), "\n== ")[1:] {
		name, body, _ := strings.Cut(p, "\n")
		text, all := unmark(t, name, strings.TrimSpace(body))
		out = append(out, passage{name, text, all})
	}
	return out
}

// unmark takes the marks "{q1 ...}" out of s.
func unmark(t *testing.T, name, s string) (string, []told) {
	t.Helper()
	var text []rune
	type mark struct {
		kind  byte
		id    string
		start int
	}
	var open []mark
	by := map[string]*told{}
	var order []string
	for s != "" {
		switch s[0] {
		case '{':
			head, rest, ok := strings.Cut(s[1:], " ")
			if !ok || !strings.Contains("scqdo", head[:1]) {
				t.Fatalf("%s: no mark: %.30q", name, s)
			}
			open = append(open, mark{head[0], head[1:], len(text)})
			s = rest
			continue
		case '}':
			m := open[len(open)-1]
			open = open[:len(open)-1]
			for id := range strings.SplitSeq(m.id, ",") {
				a := by[id]
				if a == nil {
					a = &told{}
					by[id] = a
					order = append(order, id)
				}
				a.add(m.kind, span{m.start, len(text)})
			}
			s = s[1:]
			continue
		}
		r := []rune(s[:min(len(s), 4)])[0]
		text = append(text, r)
		s = s[len(string(r)):]
	}
	if len(open) > 0 {
		t.Fatalf("%s: a mark stays open: %v", name, open)
	}
	var out []told
	for _, id := range order {
		if a := by[id]; len(a.source) > 0 && len(a.content) > 0 {
			out = append(out, *a)
		}
	}
	return string(text), out
}

// found returns the attributions of a text that have source and content.
func found(text string) []told {
	doc := analyzer().Analyze(text)
	doc.Relemma()
	var out []told
	spans := func(rs []analyze.Range) []span {
		var s []span
		for _, r := range rs {
			s = append(s, span{doc.Tokens[r.Start].Start, doc.Tokens[r.End-1].End})
		}
		return s
	}
	for _, a := range speech.Find(doc, names.Find(doc, news.Date{}, news.NewID("article", text), tables())) {
		if len(a.Source) > 0 && len(a.Content) > 0 {
			out = append(out, told{source: spans(a.Source), content: spans(a.Told()), direct: a.Direct})
		}
	}
	return out
}

func shared(a, b []span) int {
	n := 0
	for _, x := range a {
		for _, y := range b {
			n += max(0, min(x.end, y.end)-max(x.start, y.start))
		}
	}
	return n
}

func length(a []span) int {
	n := 0
	for _, x := range a {
		n += x.end - x.start
	}
	return n
}

// dice is how much of two contents is shared, 0 to 1.
func dice(a, b []span) float64 {
	return 2 * float64(shared(a, b)) / float64(length(a)+length(b))
}

// pairs matches marked and found attributions one to one, the best first:
// half of the content is shared and the sources overlap.
func pairs(marked, found []told) map[int]int {
	type pair struct {
		m, f int
		dice float64
	}
	var all []pair
	for i, m := range marked {
		for j, f := range found {
			if d := dice(m.content, f.content); d >= .5 && shared(m.source, f.source) > 0 {
				all = append(all, pair{i, j, d})
			}
		}
	}
	sort.SliceStable(all, func(i, j int) bool { return all[i].dice > all[j].dice })
	out, taken := map[int]int{}, map[int]bool{}
	for _, p := range all {
		if _, ok := out[p.m]; !ok && !taken[p.f] {
			out[p.m], taken[p.f] = p.f, true
		}
	}
	return out
}

// TestPassages holds precision and recall on whole passages of political
// news; what is missed and false is in the log.
func TestPassages(t *testing.T) {
	right, wrong, missed, quotes, quoted := 0, 0, 0, 0, 0
	for _, p := range passages(t) {
		text := []rune(p.text)
		words := func(spans []span) string {
			var w []string
			for _, s := range spans {
				w = append(w, string(text[s.start:s.end]))
			}
			return strings.Join(w, " + ")
		}
		all := found(p.text)
		matched := pairs(p.told, all)
		hit := map[int]bool{}
		var log strings.Builder
		for i, m := range p.told {
			j, ok := matched[i]
			if ok {
				hit[j] = true
			}
			if m.free {
				continue
			}
			if m.direct {
				quotes++
			}
			switch {
			case ok:
				right++
				if m.direct {
					quoted++
				}
			default:
				missed++
				fmt.Fprintf(&log, "\n  missed %q | %q", words(m.source), words(m.content))
			}
		}
		for j, f := range all {
			if !hit[j] {
				wrong++
				fmt.Fprintf(&log, "\n  false  %q | %q", words(f.source), words(f.content))
			}
		}
		t.Logf("%s%s", p.name, log.String())
	}
	precision, recall := float64(right)/float64(right+wrong), float64(right)/float64(right+missed)
	direct := float64(quoted) / float64(quotes)
	t.Logf("precision %.3f, recall %.3f, F1 %.3f of %d; direct quotes %.3f of %d", precision, recall, 2*precision*recall/(precision+recall), right+missed, direct, quotes)
	if precision < .95 || recall < .93 || direct < .95 {
		t.Errorf("precision %.3f, recall %.3f, direct quotes %.3f: want .95, .93, .95 at least", precision, recall, direct)
	}
}
