package main

import (
	"encoding/binary"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"

	"github.com/newsgraph/newsgraph/extract/names"
)

// model holds a weight for each bucket and kind.
type model struct {
	w []float32
}

// The training.
const (
	// rounds is how often all names are gone through.
	rounds = 6
	// rate is the length of the first step, decay by how much weights are pulled to zero.
	rate  = .02
	decay = .01
	// least is how many names must have a feature before it counts.
	least = 40
	// prior is the weight with which a name starts as what the rules make of it.
	prior = 3
	// blind is how often a name's own words are not looked at, so that what
	// stands around names is learnt as well.
	blind = .5
)

// learn fits the weights to the names of the sources wanted, by logistic
// regression with steps that shorten for each weight (AdaGrad). The order is
// fixed, so that the same text gives the same weights.
func learn(samples []sample, wanted func(source string) bool) *model {
	m := &model{w: make([]float32, names.Buckets*names.Judged)}
	seen := make([]int, names.Buckets)
	var order []int
	for i := range samples {
		if !wanted(samples[i].source) {
			continue
		}
		order = append(order, i)
		for _, x := range samples[i].features {
			seen[x.Bucket]++
		}
	}
	for k := range 3 {
		m.w[int(names.RulesBucket(k))*names.Judged+k] = prior
	}
	past := make([]float32, len(m.w))
	sum := make([]float64, len(m.w))
	source := rand.New(rand.NewPCG(7, 11))
	var kept []names.Feature
	for range rounds {
		source.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			s := &samples[i]
			kept = kept[:0]
			drop := source.Float32() < blind
			for _, x := range s.features {
				if seen[x.Bucket] >= least && !(x.Own && drop) {
					kept = append(kept, x)
				}
			}
			p := m.chances(kept)
			weight := weightOf[s.source] * float32(math.Sqrt(float64(min(s.count, 4))))
			for k := range p {
				g := p[k]
				if k == s.label {
					g--
				}
				if g *= weight; g > -1e-4 && g < 1e-4 {
					continue
				}
				for _, x := range kept {
					at := int(x.Bucket)*names.Judged + k
					d := g*x.Value + decay*m.w[at]
					past[at] += d * d
					m.w[at] -= rate * d / float32(math.Sqrt(float64(past[at]))+1e-6)
				}
			}
		}
		for at, w := range m.w {
			sum[at] += float64(w)
		}
	}
	for at := range m.w {
		m.w[at] = float32(sum[at] / rounds)
	}
	return m
}

// chances returns how likely each kind is.
func (m *model) chances(features []names.Feature) [names.Judged]float32 {
	var s [names.Judged]float32
	for _, x := range features {
		for k := range s {
			s[k] += m.w[int(x.Bucket)*names.Judged+k] * x.Value
		}
	}
	top := max(s[0], s[1], s[2], s[3])
	var sum float32
	for k := range s {
		s[k] = float32(math.Exp(float64(s[k] - top)))
		sum += s[k]
	}
	for k := range s {
		s[k] /= sum
	}
	return s
}

// pack returns the weights as bytes: the size of a step, then a signed byte each.
func (m *model) pack() []byte {
	top := float32(0)
	for _, w := range m.w {
		top = max(top, w, -w)
	}
	step := top / 127
	out := binary.LittleEndian.AppendUint32(nil, math.Float32bits(step))
	for _, w := range m.w {
		out = append(out, byte(int8(math.Round(float64(w/step)))))
	}
	return out
}

// compare returns a line that compares the judge with the rules alone on the
// names of a source.
func (m *model) compare(source string, samples []sample) string {
	var all, rules, judge, better, worse int
	for i := range samples {
		s := &samples[i]
		if s.source != source {
			continue
		}
		p := m.chances(s.features)
		best := slices.Index(p[:], slices.Max(p[:]))
		all += s.count
		switch was, is := s.rules == s.label, best == s.label; {
		case was && is:
			rules, judge = rules+s.count, judge+s.count
		case was:
			rules, worse = rules+s.count, worse+s.count
		case is:
			judge, better = judge+s.count, better+s.count
		}
	}
	share := func(n int) float64 { return float64(n) / float64(max(all, 1)) }
	return fmt.Sprintf("%-14s %6d names: right by the rules %.4f, by the judge %.4f (%d better, %d worse)", source, all, share(rules), share(judge), better, worse)
}
