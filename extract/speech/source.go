package speech

import (
	"strings"

	"github.com/newsgraph/newsgraph/extract/analyze"
	"github.com/newsgraph/newsgraph/news"
)

// source is who a verb's subject is, before it is an entity.
type source struct {
	ok bool
	// head is the noun; the words are its subtree without clauses.
	head    int
	pronoun bool
}

// sourceOf returns the subject of verb v: its own, its agent when it is
// passive, or that of the verb it depends on.
func (f *finder) sourceOf(v int, passive bool) source {
	toks := f.doc.Tokens
	for range 6 {
		if passive {
			for _, k := range f.doc.Children(v) {
				if toks[k].Dep == "agent" || toks[k].Dep == "prep" && toks[k].Lower == "by" {
					if p := f.doc.Child(k, "pobj"); p >= 0 {
						return f.head(p)
					}
				}
			}
			return source{}
		}
		if k := f.subject(v); k >= 0 {
			switch toks[k].Lower {
			case "who", "which", "that":
				if toks[v].Dep == "relcl" && toks[v].Head != v {
					return f.head(toks[v].Head)
				}
			}
			return f.head(k)
		}
		h := toks[v].Head
		if h == v || h < 0 || h >= len(toks) {
			break
		}
		if up := max(f.raised(v), f.lifted(v)); up >= 0 {
			v = up
			continue
		}
		switch toks[v].Dep {
		case "conj", "advcl", "xcomp", "ccomp", "prep", "pcomp", "dep", "parataxis":
			if toks[h].Pos == "NOUN" || toks[h].Pos == "PROPN" || toks[h].Pos == "PRON" {
				if toks[v].Tag == "VBG" || toks[v].Tag == "VBD" {
					return f.head(h)
				}
				return f.inverted(v)
			}
			if toks[v].Dep == "ccomp" && toks[v].Tag != "VBG" && !f.isTo(v) {
				return f.inverted(v)
			}
			if toks[h].Lower == "as" && (toks[toks[h].Head].Lemma == "quote" || toks[toks[h].Head].Lemma == "cite") {
				if o := f.doc.Child(toks[h].Head, "dobj"); o >= 0 { // "Reuters quoted the minister as saying"
					return f.head(o)
				}
			}
			if toks[h].Pos == "ADP" { // "in calling for": the preposition's verb
				h = toks[h].Head
			}
			v = h
			passive = f.doc.Child(v, "nsubjpass", "nsubj") < 0 && f.passive(v)
			if k := f.doc.Child(v, "nsubjpass"); k >= 0 && f.doc.Child(v, "nsubj") < 0 {
				return f.head(k)
			}
			continue
		case "acl", "relcl":
			if toks[v].Tag == "VBD" && toks[v].Dep == "acl" {
				// A main verb that the tree hangs on the noun before it: its subject is further up.
				for n := 0; n < 6 && toks[h].Head != h && toks[h].Pos != "VERB"; n++ {
					h = toks[h].Head
				}
				if k := f.subject(h); toks[h].Pos == "VERB" && k >= 0 && toks[h].Tag == "VBG" {
					return f.head(k)
				}
			}
			if toks[v].Tag == "VBG" || toks[v].Dep == "relcl" {
				return f.head(h)
			}
		}
		break
	}
	return f.inverted(v)
}

// subject returns the subject of verb v nearest to it, one that names a
// person before others, or -1.
func (f *finder) subject(v int) int {
	best, _ := f.parenthesis(v)
	if best >= 0 {
		return best
	}
	for _, k := range f.doc.Children(v) {
		if f.doc.Tokens[k].Dep != "nsubj" || f.in[k] > 0 && f.in[v] == 0 && f.quotes[f.in[k]-1].long() {
			continue
		}
		if best < 0 || k < v || best > v {
			if best >= 0 && best < v && f.entityOf(best) >= 0 && f.entityOf(k) < 0 {
				continue
			}
			best = k
		}
	}
	if p := v - 1; best < 0 && p > 0 && f.doc.Tokens[p].Head == v && f.doc.Tokens[p].Dep == "amod" && f.doc.Child(v, "det") >= 0 && f.doc.Child(v, "det") < p {
		return p // "the 67-year-old conceded", "the French military maintains"
	}
	if k := f.doc.Child(v, "ccomp"); best < 0 && k > 1 && k < v && f.doc.Tokens[k-1].Text == "," && f.doc.Tokens[k].Tag == "VBD" {
		// "The envoy, asked about it, said": the tree takes the participle for a verb.
		if s := f.doc.Child(k, "nsubj"); s >= 0 && s < k-1 && f.doc.Tokens[v-1].Text == "," {
			return s
		}
	}
	return best
}

// inverted returns the name that stands right behind verb v ("said Johnson")
// or right before it where the tree gives no subject.
func (f *finder) inverted(v int) source {
	toks := f.doc.Tokens
	if e := f.nameBefore(v); e >= 0 && f.in[v] == 0 {
		m := f.mentionBefore(v, e)
		return f.head(m.End - 1)
	}
	i := v + 1
	if h := f.afterQuote(v); h >= 0 {
		return f.head(h)
	}
	if k := f.doc.Child(v, "dobj", "npadvmod", "attr", "oprd", "appos"); k > v && k < v+12 && f.in[k] == 0 && f.entityOf(k) >= 0 {
		return f.head(k)
	}
	for ; i < len(toks) && i < v+10 && toks[i].Sent == toks[v].Sent && f.in[i] == 0; i++ {
		t := &toks[i]
		if t.Pos == "PROPN" || t.Pos == "PRON" && (t.Lower == "he" || t.Lower == "she" || t.Lower == "they") {
			h := i
			for toks[h].Head > h && toks[h].Head < v+12 && toks[h].Head < len(toks) && (toks[h].Dep == "compound" || toks[h].Dep == "nmod" || toks[h].Dep == "amod" || toks[h].Dep == "poss") {
				h = toks[h].Head
			}
			return f.head(h)
		}
		if t.Pos != "DET" && t.Pos != "NOUN" && t.Pos != "ADJ" && t.Lower != "of" && t.Lower != "'s" {
			break
		}
	}
	if i = v - 1; i > 0 && toks[i].Pos == "NOUN" && toks[i].Dep == "appos" && f.finiteIn(analyze.Range{Start: v, End: v + 1}) && f.in[v] == 0 && toks[f.doc.Sents[toks[v].Sent].Start].Pos == "ADP" {
		return f.head(i) // "In a letter to the Post, the agency's lawyer warned"
	}
	for i = v - 1; i >= 0 && i >= v-3 && toks[i].Sent == toks[v].Sent && f.in[i] == 0; i-- {
		if toks[i].Pos == "PROPN" || toks[i].Lower == "he" || toks[i].Lower == "she" {
			return f.head(i)
		}
		if toks[i].Pos != "ADV" {
			break
		}
	}
	return source{}
}

// afterQuote returns the head of the noun phrase right behind verb v where a
// quote stands right before v: `"No," replied the farmer`; -1 for none.
func (f *finder) afterQuote(v int) int {
	toks := f.doc.Tokens
	q := v - 1
	if q > 0 && toks[q].Text == "," {
		q--
	}
	if q < 0 || f.in[q] == 0 || f.in[v] > 0 || f.quotes[f.in[q]-1].End > v || v+2 >= len(toks) || toks[v+1].Pos != "DET" && toks[v+1].Pos != "PROPN" && toks[v+1].Tag != "PRP$" {
		return -1
	}
	for j := v + 1; j < len(toks) && j < v+12 && toks[j].Sent == toks[v].Sent && f.in[j] == 0; j++ {
		if p := toks[j].Pos; (p == "NOUN" || p == "PROPN") && !f.leans(j) {
			return j
		}
		if toks[j].Pos == "PUNCT" || toks[j].Pos == "VERB" && toks[j].Tag != "VBG" && toks[j].Tag != "VBN" {
			return -1
		}
	}
	return -1
}

func (f *finder) head(i int) source {
	t := &f.doc.Tokens[i]
	switch t.Lower {
	case "it", "there", "what", "which", "that", "this", "i", "you":
		if t.Lower != "it" && t.Lower != "i" {
			return source{}
		}
	}
	return source{ok: true, head: i, pronoun: t.Pos == "PRON"}
}

// words returns the words that name the source: the noun with its modifiers
// and appositions, without clauses.
func (f *finder) words(h int) analyze.Range {
	r := analyze.Range{Start: h, End: h + 1}
	for _, k := range f.doc.Children(h) {
		switch f.doc.Tokens[k].Dep {
		case "relcl", "acl", "advcl", "conj", "cc", "punct", "parataxis", "ccomp", "dep":
			if !(f.doc.Tokens[k].Dep == "conj" || f.doc.Tokens[k].Dep == "cc") {
				continue
			}
		}
		if d := f.doc.Tokens[k].Dep; (d == "conj" || d == "appos") && k > h && f.sum(f.doc.Subtree(k)) {
			continue
		}
		r = hull(r, f.doc.Subtree(k))
	}
	r = f.trim(f.phrase(h, r))
	if !within(h, r) || r.End-r.Start > 40 {
		return analyze.Range{Start: h, End: h + 1}
	}
	return r
}

// sum reports whether r starts with an amount of money, which names nobody.
func (f *finder) sum(r analyze.Range) bool {
	return strings.ContainsAny(f.doc.Tokens[r.Start].Text, "$€£¥")
}

// phrase cuts r, the subtree of noun h, where the tree draws a clause into it:
// "the hotel was shut and local police".
func (f *finder) phrase(h int, r analyze.Range) analyze.Range {
	for i := r.Start; i < r.End; i++ {
		t := &f.doc.Tokens[i]
		if t.Tag != "VBD" && t.Tag != "VBZ" && t.Tag != "VBP" && t.Tag != "MD" || i == h {
			continue
		}
		if i > h {
			r.End = i
			break
		}
		r.Start = i + 1
		for r.Start < h && (f.doc.Tokens[r.Start].Pos == "CCONJ" || f.doc.Tokens[r.Start].Pos == "PUNCT" || f.doc.Tokens[r.Start].Tag == "VBN") {
			r.Start++
		}
	}
	return r
}

// parenthesis returns the person named right behind verb v of saying where v
// is set by commas between a subject and its verb, and where that verb is:
// "The poor, says Lani Guinier, are"; -1 when v is not.
func (f *finder) parenthesis(v int) (person, resumes int) {
	toks := f.doc.Tokens
	if v < 2 || toks[v-1].Text != "," || v+1 >= len(toks) || f.in[v] > 0 || verbs[toks[v].Lemma].frames&clause == 0 || toks[v].Tag == "VBG" {
		return -1, -1
	}
	for _, m := range f.names.At(v + 1) {
		mn := &f.names.Mentions[m]
		if mn.Kind != news.NameMention || f.names.Entities[mn.Entity].Type != news.Person || mn.Tokens.Start != v+1 {
			continue
		}
		if toks[v].Sent < 0 || f.finiteIn(analyze.Range{Start: f.doc.Sents[toks[v].Sent].Start, End: v}) {
			return -1, -1
		}
		for j := mn.Tokens.End; j+1 < len(toks) && j < v+25 && toks[j].Sent == toks[v].Sent; j++ {
			if toks[j].Text == "," && f.finiteIn(analyze.Range{Start: j + 1, End: j + 2}) {
				return mn.Head, j + 1
			}
		}
	}
	return -1, -1
}
