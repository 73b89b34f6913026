package eval_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/newsgraph/newsgraph/eval"
)

// outcomes gives n facts of a type at a confidence, right ones first.
func outcomes(typ string, confidence float64, n, right int) []eval.Outcome {
	out := make([]eval.Outcome, n)
	for i := range out {
		out[i] = eval.Outcome{Type: typ, Confidence: confidence, Right: i < right}
	}
	return out
}

// TestFit shows that the fitted probability of a rule comes close to the
// share of right facts, and that a type without facts follows the others.
func TestFit(t *testing.T) {
	all := append(outcomes("event", .5, 200, 140), outcomes("event", .9, 200, 190)...)
	lines := eval.Fit(all)
	for _, c := range []struct{ rule, want float64 }{{.5, .7}, {.9, .95}} {
		if got := lines["event"].Apply(c.rule); math.Abs(got-c.want) > .03 {
			t.Errorf("events of a rule at %.1f: %.2f, want about %.2f", c.rule, got, c.want)
		}
	}
	if a, b := lines["meeting"].Apply(.7), lines["event"].Apply(.7); math.Abs(a-b) > .05 {
		t.Errorf("meetings, of which there are none, at %.2f instead of near %.2f", a, b)
	}
}

// TestFitKeepsOrder shows that a surer rule stays surer, whatever the facts.
func TestFitKeepsOrder(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		n := rapid.IntRange(0, 60).Draw(r, "n")
		var all []eval.Outcome
		for range n {
			all = append(all, eval.Outcome{Type: "attack", Confidence: rapid.Float64Range(0, 1).Draw(r, "confidence"), Right: rapid.Bool().Draw(r, "right")})
		}
		for typ, l := range eval.Fit(all) {
			if low, high := l.Apply(.4), l.Apply(.8); !(low < high) || math.IsNaN(low) {
				r.Fatalf("%s: %.3f at .4 and %.3f at .8", typ, low, high)
			}
			if p := l.Invert(l.Apply(.6)); math.Abs(p-.6) > .01 {
				r.Fatalf("%s: .6 comes back as %.3f", typ, p)
			}
		}
	})
}

func TestGap(t *testing.T) {
	for _, c := range []struct {
		name     string
		outcomes []eval.Outcome
		want     float64
	}{
		{"nothing", nil, 0},
		{"as sure as right", outcomes("event", .8, 10, 8), 0},
		{"too sure", outcomes("event", .9, 10, 5), .4},
		{"certain and right", outcomes("event", 1, 4, 4), 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := eval.Gap(c.outcomes); math.Abs(got-c.want) > 1e-9 {
				t.Errorf("gap %.3f, want %.3f", got, c.want)
			}
		})
	}
}

// TestReliability shows that the plot is well-formed and has a mark for each
// bin that holds facts.
func TestReliability(t *testing.T) {
	var b bytes.Buffer
	if err := eval.Reliability(&b, "Facts", append(outcomes("event", .55, 10, 5), outcomes("event", .95, 30, 29)...)); err != nil {
		t.Fatal(err)
	}
	circles := 0
	for d := xml.NewDecoder(&b); ; {
		tok, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		if e, ok := tok.(xml.StartElement); ok && e.Name.Local == "circle" {
			circles++
		}
	}
	if circles != 2 {
		t.Errorf("%d marks, want 2", circles)
	}
}

func TestReadLines(t *testing.T) {
	dir := t.TempDir()
	if l, err := eval.ReadLines(filepath.Join(dir, "none.tsv")); err != nil || len(l) > 0 {
		t.Errorf("a table that is not there gives %v, %v", l, err)
	}
	path := filepath.Join(dir, "confidence.tsv")
	for _, c := range []struct{ name, text, want string }{
		{"a line", "# head\nevent\t0.5\t0.9\n", ""},
		{"two columns", "event\t0.5\n", "line 1: 2 columns"},
		{"a word", "# head\nevent\thigh\t1\n", "line 2"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if err := os.WriteFile(path, []byte(c.text), 0o600); err != nil {
				t.Fatal(err)
			}
			l, err := eval.ReadLines(path)
			switch {
			case c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)):
				t.Errorf("error %v does not say %q", err, c.want)
			case c.want == "" && (err != nil || l["event"] != eval.Line{Intercept: .5, Slope: .9}):
				t.Errorf("read %v, %v", l, err)
			}
		})
	}
}
