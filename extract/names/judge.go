package names

import (
	_ "embed"
	"math"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/extract/analyze"
)

// judgeBytes holds the weights of the judge, made by tools/train: a byte with
// a sign for each bucket and kind, after the size of its steps.
//
//go:embed judge.bin
var judgeBytes []byte

// buckets is the number of places that features are spread over.
const buckets = 1 << 16

// judged are the kinds that the judge tells apart, in the order of its weights.
var judged = [...]kind{person, organization, place, none}

// Judged is the number of kinds that the judge tells apart: person,
// organisation, place, and no name, in this order.
const Judged = len(judged)

// Feature is something that holds of a name, and how much.
type Feature struct {
	// Bucket is below Buckets.
	Bucket uint32
	Value  float32
	// Own is true for what the name's own words are.
	Own bool
}

// Buckets is the number of places that features are spread over.
const Buckets = buckets

// verdict returns the scores of the kinds for a name with the features.
func verdict(features []Feature) [Judged]float32 {
	var out [Judged]float32
	w := judgeBytes[4:]
	for _, x := range features {
		b := w[int(x.Bucket)*Judged : (int(x.Bucket)+1)*Judged]
		for k := range out {
			out[k] += float32(int8(b[k])) * x.Value
		}
	}
	step := math.Float32frombits(uint32(judgeBytes[0]) | uint32(judgeBytes[1])<<8 | uint32(judgeBytes[2])<<16 | uint32(judgeBytes[3])<<24)
	for k := range out {
		out[k] *= step
	}
	return out
}

// candidate is a name by its words, with all its occurrences in the article.
type candidate struct {
	key     string
	spans   []int
	settled bool
}

// candidates returns the names that no table knows, by their words.
func (f *finder) candidates() []candidate {
	var out []candidate
	at := map[string]int{}
	for k, s := range f.spans {
		if s.kind != person && s.kind != organization && s.kind != place && s.kind != none || s.org != nil || s.country != nil || s.metonym != nil {
			continue
		}
		key := strings.Join(f.keys(s.Range), " ")
		if key == "" {
			continue
		}
		i, ok := at[key]
		if !ok {
			i = len(out)
			at[key] = i
			out = append(out, candidate{key: key})
		}
		out[i].spans = append(out[i].spans, k)
		out[i].settled = out[i].settled || s.settled
	}
	return out
}

// hope adds capitalised words where neither network nor rules see anything,
// but the network was not far from it. They are no names until the judge says so.
func (f *finder) hope() {
	seen := make([]bool, len(f.doc.Tokens))
	for _, n := range f.doc.Names {
		for i := n.Start; i < n.End; i++ {
			seen[i] = true
		}
	}
	free := func(i int) bool { return f.proper(i) && f.over[i] < 0 && !seen[i] && !f.roleWord(i) }
	for i := 0; i < len(f.doc.Tokens); i++ {
		if !free(i) {
			continue
		}
		end := i + 1
		for end < len(f.doc.Tokens) && free(end) && f.doc.Tokens[end].Sent == f.doc.Tokens[i].Sent {
			end++
		}
		if l := f.doc.Tokens[i].Lean; max(l[0], l[1], l[2]) > -hopeless && len(f.key[i]) > 1 {
			f.spans = append(f.spans, span{Range: analyze.Range{Start: i, End: end}, entity: -1})
		}
		i = end
	}
}

// hopeless is by how much the network may prefer no name where one is hoped for.
const hopeless = 6

// bold is by how much the score of another kind must lead before it takes
// the place of the kind that network and rules agree on, dropping by how much
// that of no name, and wary how much more where a rule has overruled the network.
const (
	bold     = .25
	dropping = .5
	wary     = 1
)

// judge gives the names that neither table nor wording settles the kind that fits all their
// occurrences best, by weights learnt from annotated text.
func (f *finder) judge() {
	t := f.traits()
	var features []Feature
	for _, c := range f.candidates() {
		if c.settled {
			continue
		}
		features = t.of(c, features[:0])
		scores := verdict(features)
		was := slices.Index(judged[:], f.spans[c.spans[0]].kind)
		caution := float32(wary)
		for _, k := range c.spans {
			if t.network[f.spans[k].Start] == judged[was] {
				caution = 0
			}
		}
		best := was
		if f.mixed(c) && !(t.lastOf[c.key][person] || t.firstOf[c.key][person]) {
			best = f.agreed(c, scores)
		}
		for k, s := range scores {
			lead := caution + bold
			if judged[k] == none {
				lead = caution + dropping
			}
			if judged[was] == place && judged[k] == person && len(f.tables.Places(f.text(f.spans[c.spans[0]].Range))) > 0 {
				continue // "Yukon"
			}
			if s-scores[was] > lead && s > scores[best] {
				best = k
			}
		}
		if best == was && !f.mixed(c) {
			continue
		}
		if judged[best] != none && f.mixed(c) && (t.lastOf[c.key][person] || t.firstOf[c.key][person]) {
			continue // a person and a place of one name
		}
		for _, k := range c.spans {
			if judged[was] == none {
				f.add(span{Range: f.spans[k].Range, kind: judged[best]})
			} else {
				f.spans[k].kind = judged[best]
			}
		}
	}
	f.tidy()
}

// mixed reports whether occurrences of a name have different kinds.
func (f *finder) mixed(c candidate) bool {
	for _, k := range c.spans {
		if f.spans[k].kind != f.spans[c.spans[0]].kind {
			return true
		}
	}
	return false
}

// agreed returns the kind with the best score among those that occurrences have.
func (f *finder) agreed(c candidate, scores [Judged]float32) int {
	best := -1
	for _, k := range c.spans {
		if i := slices.Index(judged[:], f.spans[k].kind); best < 0 || scores[i] > scores[best] {
			best = i
		}
	}
	return best
}
