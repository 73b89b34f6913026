package eval

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
)

// Outcome says of one found fact how sure the extractor was and whether it is
// right: an annotated fact of its type with the same core slots and status.
// Facts that annotators call optional are no outcomes.
type Outcome struct {
	Doc, Type  string
	Confidence float64
	Right      bool
}

// Bin counts the outcomes of one tenth of the scale of confidence.
type Bin struct {
	// From and To bound it; the last one holds 1 too.
	From, To float64
	N, Right int
	// Mean is the mean confidence of its outcomes, 0 when it has none.
	Mean float64
}

// Bins sorts outcomes into ten bins.
func Bins(outcomes []Outcome) []Bin {
	out := make([]Bin, 10)
	for i := range out {
		out[i].From, out[i].To = float64(i)/10, float64(i+1)/10
	}
	for _, o := range outcomes {
		b := &out[min(max(int(o.Confidence*10), 0), 9)]
		b.Mean += o.Confidence
		b.N++
		if o.Right {
			b.Right++
		}
	}
	for i := range out {
		if out[i].N > 0 {
			out[i].Mean /= float64(out[i].N)
		}
	}
	return out
}

// Gap returns the expected calibration error: how far the confidence of a
// fact lies from the share of right ones in its bin, on average.
func Gap(outcomes []Outcome) float64 {
	sum := 0.0
	for _, b := range Bins(outcomes) {
		sum += math.Abs(b.Mean*float64(b.N) - float64(b.Right))
	}
	return sum / float64(max(1, len(outcomes)))
}

// Line turns the confidence of a rule into a probability: its logit is
// Intercept + Slope times the logit of the rule's confidence.
type Line struct{ Intercept, Slope float64 }

// Apply returns the probability for a rule's confidence.
func (l Line) Apply(p float64) float64 { return sigmoid(l.Intercept + l.Slope*logit(p)) }

// Invert returns the rule's confidence for a probability.
func (l Line) Invert(p float64) float64 { return sigmoid((logit(p) - l.Intercept) / l.Slope) }

func logit(p float64) float64 {
	p = min(max(p, .001), .999)
	return math.Log(p / (1 - p))
}

func sigmoid(x float64) float64 { return 1 / (1 + math.Exp(-x)) }

// Fit returns the line for each type that makes its outcomes most probable:
// Platt's logistic calibration (Platt 1999), held by a weak prior to the line
// of all types together, so that a type with few outcomes stays close to it.
func Fit(outcomes []Outcome) map[string]Line {
	all := fit(outcomes, Line{0, .5}, 1)
	out := map[string]Line{}
	for _, t := range core {
		of := slices.DeleteFunc(slices.Clone(outcomes), func(o Outcome) bool { return o.Type != t.typ })
		out[t.typ] = fit(of, all, 4)
	}
	return out
}

// fit maximises the likelihood less half of weight times the squared distance
// from the prior by Newton's method in two dimensions, with steps halved until
// they lead upward.
func fit(outcomes []Outcome, prior Line, weight float64) Line {
	l := prior
	worth := func(l Line) float64 {
		a, b := l.Intercept-prior.Intercept, l.Slope-prior.Slope
		sum := -weight * (a*a + b*b) / 2
		for _, o := range outcomes {
			x := l.Intercept + l.Slope*logit(o.Confidence)
			if !o.Right {
				x = -x
			}
			sum -= math.Log1p(math.Exp(-x))
		}
		return sum
	}
	for range 50 {
		ga, gb := weight*(prior.Intercept-l.Intercept), weight*(prior.Slope-l.Slope)
		haa, hab, hbb := weight, 0.0, weight
		for _, o := range outcomes {
			x := logit(o.Confidence)
			p := sigmoid(l.Intercept + l.Slope*x)
			y := 0.0
			if o.Right {
				y = 1
			}
			ga, gb = ga+y-p, gb+(y-p)*x
			w := p * (1 - p)
			haa, hab, hbb = haa+w, hab+w*x, hbb+w*x*x
		}
		det := haa*hbb - hab*hab
		da, db := (hbb*ga-hab*gb)/det, (haa*gb-hab*ga)/det
		now := worth(l)
		for range 30 {
			if worth(Line{l.Intercept + da, l.Slope + db}) >= now {
				break
			}
			da, db = da/2, db/2
		}
		l.Intercept, l.Slope = l.Intercept+da, l.Slope+db
		if math.Abs(da)+math.Abs(db) < 1e-9 {
			break
		}
	}
	// A rule that is surer must not come out less sure.
	l.Slope = max(l.Slope, .05)
	return l
}

// PrintCalibration writes the bins as a table, with the gap under it.
func PrintCalibration(w io.Writer, outcomes []Outcome) error {
	var s strings.Builder
	s.WriteString("confidence    facts right  share\n")
	for _, b := range Bins(outcomes) {
		if b.N > 0 {
			fmt.Fprintf(&s, "%.1f to %.1f  %6d %5d  %.2f\n", b.From, b.To, b.N, b.Right, float64(b.Right)/float64(b.N))
		}
	}
	fmt.Fprintf(&s, "mean distance between confidence and share: %.3f, over %d facts\n", Gap(outcomes), len(outcomes))
	_, err := io.WriteString(w, s.String())
	return err
}

// ReadLines reads a table of lines, a type each: type, intercept and slope,
// with a tab between them. A table that is not there holds none.
func ReadLines(path string) (map[string]Line, error) {
	b, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return map[string]Line{}, nil
	}
	if err != nil {
		return nil, fmt.Errorf("table of confidences: %w", err)
	}
	out := map[string]Line{}
	for i, line := range strings.Split(string(b), "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) != 3 {
			return nil, fmt.Errorf("table of confidences, line %d: %d columns instead of 3", i+1, len(f))
		}
		var l Line
		if l.Intercept, err = strconv.ParseFloat(f[1], 64); err != nil {
			return nil, fmt.Errorf("table of confidences, line %d: %w", i+1, err)
		}
		if l.Slope, err = strconv.ParseFloat(f[2], 64); err != nil {
			return nil, fmt.Errorf("table of confidences, line %d: %w", i+1, err)
		}
		out[f[0]] = l
	}
	return out, nil
}
