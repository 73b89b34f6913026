// Package analyze turns English text into tokens with tags, lemmas, a
// dependency tree, sentences and first guesses at names. It runs the
// published weights of a small neural pipeline in pure Go and knows nothing
// of news.
package analyze

import "slices"

// Token is a word or mark of the text.
type Token struct {
	// Start and End are Unicode code points into the text, End exclusive.
	Start, End int
	// Text is as printed, Lower in lower case, Lemma the dictionary form.
	Text, Lower, Lemma string
	// Tag is the Penn Treebank tag ("VBD"), Pos the universal part of speech
	// ("VERB"), Morph the features ("Tense=Past|VerbForm=Fin").
	Tag, Pos, Morph string
	// Dep is the label of the arc to Head, in ClearNLP's set (nsubj, dobj, nsubjpass, agent, pobj, prep, ROOT ...).
	Dep string
	// Head is the index of the token it depends on; a root is its own head.
	Head int
	// Sent is the index of its sentence.
	Sent int
	// Space is true when a blank follows that is no token of its own.
	Space bool
	// Lean is by how much the network prefers to begin a name here over none:
	// one of a person, an organisation, a place, or something else. It is zero
	// inside names.
	Lean [4]float32
}

// Range is a stretch of tokens: Start is the first, End one past the last.
type Range struct{ Start, End int }

// Name is a stretch of tokens that the network takes for a name, with one of
// OntoNotes' 18 labels (PERSON, NORP, ORG, GPE, LOC, FAC, EVENT, DATE ...).
type Name struct {
	Range
	Label string
}

// Doc is an analysed text. It is read only and may be shared by goroutines.
type Doc struct {
	Text   string
	Tokens []Token
	Sents  []Range
	Names  []Name

	kids  [][]int
	spans []Range
}

// Children returns the indices of the tokens whose head is i, in text order,
// without i itself.
func (d *Doc) Children(i int) []int {
	return d.kids[i]
}

// Child returns the first child of i with one of the labels, or -1.
func (d *Doc) Child(i int, deps ...string) int {
	for _, k := range d.kids[i] {
		if slices.Contains(deps, d.Tokens[k].Dep) {
			return k
		}
	}
	return -1
}

// Subtree returns the tokens from the leftmost to the rightmost descendant
// of i, i included.
func (d *Doc) Subtree(i int) Range { return d.spans[i] }

// IsSpace reports whether token i is white space only.
func (d *Doc) IsSpace(i int) bool { return d.Tokens[i].Pos == "SPACE" }

// Link fills in what Children, Child and Subtree read from the tokens' heads. Whoever
// makes or changes a Doc's tree calls it before others read it.
func (d *Doc) Link() {
	valid := func(i int) bool {
		h := d.Tokens[i].Head
		return h != i && h >= 0 && h < len(d.Tokens)
	}
	count := make([]int, len(d.Tokens))
	for i := range d.Tokens {
		if valid(i) {
			count[d.Tokens[i].Head]++
		}
	}
	// All lists share one piece of memory.
	all := make([]int, len(d.Tokens))
	d.kids = make([][]int, len(d.Tokens))
	for i, n := range count {
		d.kids[i], all = all[:0:n], all[n:]
	}
	for i := range d.Tokens {
		if valid(i) {
			h := d.Tokens[i].Head
			d.kids[h] = append(d.kids[h], i)
		}
	}
	// From the leaves up, so that each token is seen once, however deep the tree.
	d.spans = make([]Range, len(d.Tokens))
	var ready []int
	for i := range d.Tokens {
		d.spans[i] = Range{i, i + 1}
		if count[i] == 0 {
			ready = append(ready, i)
		}
	}
	for len(ready) > 0 {
		i := ready[len(ready)-1]
		ready = ready[:len(ready)-1]
		if !valid(i) {
			continue
		}
		h := d.Tokens[i].Head
		d.spans[h] = Range{min(d.spans[h].Start, d.spans[i].Start), max(d.spans[h].End, d.spans[i].End)}
		if count[h]--; count[h] == 0 {
			ready = append(ready, h)
		}
	}
}
