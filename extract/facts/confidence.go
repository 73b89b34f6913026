package facts

import (
	"fmt"
	"math"
	"strconv"

	"github.com/newsgraph/newsgraph/news"
)

// belief is how the confidence of a type's rules becomes a probability:
// logistic calibration, fitted to annotated articles by tools/calibrate.
type belief struct{ intercept, slope float64 }

// belief reads type, intercept and slope.
func (l *lexicon) belief(f []string) error {
	var b belief
	var err error
	if b.intercept, err = strconv.ParseFloat(f[1], 64); err != nil {
		return fmt.Errorf("intercept: %w", err)
	}
	if b.slope, err = strconv.ParseFloat(f[2], 64); err != nil {
		return fmt.Errorf("slope: %w", err)
	}
	l.beliefs[news.FactType(f[0])] = b
	return nil
}

// calibrate turns the confidence of rules into the probability that a careful
// reader agrees.
func (f *finder) calibrate() {
	for i := range f.claims {
		c := &f.claims[i]
		b, ok := f.lex.beliefs[c.Type]
		if !ok {
			continue
		}
		p := min(max(c.Confidence, .001), .999)
		// Thousandths, so that the last bits of Exp on other processors make no other graph.
		c.Confidence = math.Round(1000/(1+math.Exp(-b.intercept-b.slope*math.Log(p/(1-p))))) / 1000
	}
}
