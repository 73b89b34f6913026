package speech

import "github.com/newsgraph/newsgraph/extract/analyze"

// resumed returns the noun of "a claim", "an accusation" at token i, behind a
// comma: what was said before, of which somebody else now says something; -1
// when there is no such.
func (f *finder) resumed(i int) int {
	toks := f.doc.Tokens
	if i < 1 || i+1 >= len(toks) || toks[i].Lower != "a" && toks[i].Lower != "an" || toks[i-1].Text != "," || f.in[i] > 0 {
		return -1
	}
	for j := i + 1; j < i+3 && j < len(toks); j++ {
		switch l := toks[j].Lemma; {
		case toks[j].Pos == "NOUN" && sayings[l] != "" && !documents[l]:
			return j
		case toks[j].Pos != "ADJ":
			return -1
		}
	}
	return -1
}

// gap returns "a charge" of ", a charge the party dismissed" and ", a charge
// dismissed by the party": what verb v says something of.
func (f *finder) gap(v int, passive bool) analyze.Range {
	t := &f.doc.Tokens[v]
	h := t.Head
	if h >= v || t.Dep != "relcl" && t.Dep != "acl" || passive == f.hasOwn(v, "nsubj") {
		return analyze.Range{}
	}
	for i := h - 1; i > 0 && i >= h-2; i-- {
		if f.resumed(i) == h {
			return analyze.Range{Start: i, End: h + 1}
		}
	}
	return analyze.Range{}
}
