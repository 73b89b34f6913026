package analyze

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
)

// ruleEntry is an attribute rule as the weights file gives it: sequences of
// conditions on tokens, and what to set for the token at the index.
type ruleEntry struct {
	Patterns [][]map[string]json.RawMessage `json:"patterns"`
	Set      map[string]string              `json:"set"`
	Index    int                            `json:"index"`
}

// rule sets attributes of a token if its surroundings fit a pattern.
type rule struct {
	pattern []condition
	index   int
	set     map[string]string
}

// condition is what a rule asks of one token. Empty parts ask nothing.
type condition struct {
	tag, lower, dep membership
	pattern         *regexp.Regexp // on the lower case
	space           *bool
}

// membership asks for a string to be, or not to be, one of a few.
type membership struct {
	of  []string
	not bool
}

func (m *membership) fits(s string) bool {
	return m.of == nil || slices.Contains(m.of, s) != m.not
}

// ruler applies the attribute rules.
type ruler struct {
	// byTag holds, for each tag, the rules that may set something for a
	// token with it, in order.
	byTag map[string][]*rule
}

func newRuler(entries []ruleEntry, tags []string) (*ruler, error) {
	r := &ruler{byTag: map[string][]*rule{}}
	for _, tag := range tags {
		r.byTag[tag] = nil
	}
	for i, e := range entries {
		for _, p := range e.Patterns {
			x := &rule{index: e.Index, set: e.Set}
			for _, c := range p {
				y, err := newCondition(c)
				if err != nil {
					return nil, fmt.Errorf("weights: attribute rule %d: %w", i, err)
				}
				x.pattern = append(x.pattern, y)
			}
			if x.index < 0 || x.index >= len(x.pattern) {
				return nil, fmt.Errorf("weights: attribute rule %d sets token %d of %d", i, x.index, len(x.pattern))
			}
			own := &x.pattern[x.index]
			for tag := range r.byTag {
				if own.tag.fits(tag) {
					r.byTag[tag] = append(r.byTag[tag], x)
				}
			}
		}
	}
	return r, nil
}

func newCondition(attrs map[string]json.RawMessage) (condition, error) {
	var c condition
	for attr, raw := range attrs {
		var err error
		switch attr {
		case "TAG":
			c.tag, _, err = newMembership(raw)
		case "DEP":
			c.dep, _, err = newMembership(raw)
		case "LOWER":
			c.lower, c.pattern, err = newMembership(raw)
		case "IS_SPACE":
			c.space = new(bool)
			err = json.Unmarshal(raw, c.space)
		default:
			err = fmt.Errorf("unknown attribute %s", attr)
		}
		if err != nil {
			return c, err
		}
	}
	return c, nil
}

// newMembership reads "x", {"IN": [...]}, {"NOT_IN": [...]} or {"REGEX": "..."}.
func newMembership(raw json.RawMessage) (membership, *regexp.Regexp, error) {
	var one string
	if json.Unmarshal(raw, &one) == nil {
		return membership{of: []string{one}}, nil, nil
	}
	var op struct {
		In    []string `json:"IN"`
		NotIn []string `json:"NOT_IN"`
		Regex string   `json:"REGEX"`
	}
	if err := json.Unmarshal(raw, &op); err != nil {
		return membership{}, nil, err
	}
	switch {
	case op.In != nil:
		return membership{of: op.In}, nil, nil
	case op.NotIn != nil:
		return membership{of: op.NotIn, not: true}, nil, nil
	}
	re, err := regexp.Compile(op.Regex)
	return membership{}, re, err
}

// apply sets part of speech, morphology and, where a rule says so, lemma, tag
// and label of all tokens. Conditions see tags and labels as they were before.
func (r *ruler) apply(tokens []Token, space func(i int) bool) {
	tags, deps := make([]string, len(tokens)), make([]string, len(tokens))
	for i := range tokens {
		tags[i], deps[i] = tokens[i].Tag, tokens[i].Dep
	}
	for i := range tokens {
		for _, x := range r.byTag[tags[i]] {
			from := i - x.index
			if from < 0 || from+len(x.pattern) > len(tokens) {
				continue
			}
			fits := true
			for j := range x.pattern {
				c, at := &x.pattern[j], from+j
				lower := tokens[at].Lower
				if !c.lower.fits(lower) || !c.tag.fits(tags[at]) || !c.dep.fits(deps[at]) ||
					c.pattern != nil && !c.pattern.MatchString(lower) ||
					c.space != nil && *c.space != space(at) {
					fits = false
					break
				}
			}
			if fits {
				tokens[i].change(x.set)
			}
		}
	}
}

// change sets attributes by the names that the rules use.
func (t *Token) change(set map[string]string) {
	for attr, v := range set {
		switch attr {
		case "POS":
			t.Pos = v
		case "MORPH":
			t.Morph = v
		case "LEMMA":
			t.Lemma = v
		case "TAG":
			t.Tag = v
		case "DEP":
			t.Dep = v
		}
	}
}
