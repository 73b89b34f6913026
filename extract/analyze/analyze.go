package analyze

import (
	"fmt"
	"sync"
	"unicode/utf8"
)

// Analyzer analyses English text. It is safe for any number of goroutines.
type Analyzer struct {
	kernel  *kernel
	lexicon *lexicon
	split   *tokenizer
	shared  *tok2vec // for tags and tree
	tagger  matrix
	tags    []string
	parser  *parser
	rules   *ruler
	lemmas  *lemmas
	own     *tok2vec // for names
	names   *namer
	work    sync.Pool
}

// Option changes what New makes.
type Option func(*options)

type options struct {
	kernel  *kernel
	weights []byte
}

// Plain makes an Analyzer use no instructions beyond those every processor
// has. It is several times slower and gives the same labels.
func Plain() Option { return func(o *options) { o.kernel = &plainKernel } }

// Weights makes an Analyzer use another file of tools/weights/convert.py
// instead of the embedded one.
func Weights(file []byte) Option { return func(o *options) { o.weights = file } }

// New returns an Analyzer with the embedded weights.
func New(with ...Option) (*Analyzer, error) {
	o := options{kernel: fastKernel(), weights: embedded}
	for _, f := range with {
		f(&o)
	}
	w, err := openWeights(o.weights)
	if err != nil {
		return nil, err
	}
	c, err := newChars(w.Classes)
	if err != nil {
		return nil, err
	}
	r := &reader{weights: w}
	a := &Analyzer{
		kernel:  o.kernel,
		lexicon: newLexicon(w, c),
		split:   newTokenizer(newAffixes(c, w.Units, w.Currencies), w.Exceptions),
		shared:  newTok2vec(r, "t2v", attrs),
		own:     newTok2vec(r, "ner.t2v", attrShape+1),
		tagger:  r.matrix("tagger", width, len(w.Tags)),
		tags:    w.Tags,
	}
	if a.parser, err = newParser(r); err != nil {
		return nil, err
	}
	if a.names, err = newNamer(r); err != nil {
		return nil, err
	}
	if a.rules, err = newRuler(w.Rules, w.Tags); err != nil {
		return nil, err
	}
	if a.lemmas, err = newLemmas(w, c); err != nil {
		return nil, err
	}
	if r.err != nil {
		return nil, fmt.Errorf("reading the analyzer's weights: %w", r.err)
	}
	a.work.New = func() any { return new(work) }
	return a, nil
}

// work is the memory of one Analyze, kept for the next.
type work struct {
	pieces  []piece
	keys    []key
	words   []*lexeme
	missing []int
	encoder encoder
	rating  rating
	mix     []float32
	sums    []float32
}

// workKept is the number of tokens above which a text's memory is not kept.
const workKept = 1 << 14

// Analyze returns the analysis of a text. Bytes that are no UTF-8 are
// replaced by U+FFFD one by one, in Text and in the tokens as well, so that
// code points keep their places. Time and memory grow with the text's length
// only.
//
// No sentence reaches over one of the starts: code points, in rising order, at
// which something new begins for certain, such as a paragraph.
func (a *Analyzer) Analyze(text string, starts ...int) *Doc {
	w := a.work.Get().(*work)
	d := a.analyze(w, text, starts)
	if len(d.Tokens) <= workKept {
		// The words point into the text; they are not to keep it in memory.
		clear(w.keys)
		clear(w.words)
		a.work.Put(w)
	}
	return d
}

func (a *Analyzer) analyze(w *work, text string, starts []int) *Doc {
	runes := []rune(text)
	// The conversion replaces what is no UTF-8.
	text = valid(text, runes)
	w.pieces = a.split.tokenize(text, runes, w.pieces[:0])
	d := &Doc{Text: text, Tokens: make([]Token, len(w.pieces))}
	n := len(d.Tokens)
	if n == 0 {
		d.Link()
		return d
	}
	a.look(w, text)
	for i, p := range w.pieces {
		d.Tokens[i] = Token{
			Start: p.start, End: p.end, Text: text[p.from:p.to], Lower: w.words[i].lower, Space: p.blank,
		}
	}
	space := func(i int) bool { return w.words[i].space }

	in := w.encoder.start(n)
	for i, x := range w.words {
		copy(in[i*width:], x.vec[:])
	}
	vectors := w.encoder.run(a.shared, n, a.kernel)
	a.tag(w, d, vectors)
	w.rating.start(a.parser.scorer, vectors, n, a.kernel)
	t := newTree(a.parser, &w.rating, n, w.given(d, starts), a.kernel)
	t.lower(space)
	d.Sents = t.sentences()
	for s, r := range d.Sents {
		for i := r.Start; i < r.End; i++ {
			d.Tokens[i].Head, d.Tokens[i].Dep, d.Tokens[i].Sent = t.head[i], t.label[i], s
		}
	}
	a.rules.apply(d.Tokens, space)
	for i := range d.Tokens {
		if d.Tokens[i].Lemma == "" {
			d.Tokens[i].Lemma = a.lemmas.lemma(&d.Tokens[i])
		}
	}

	in = w.encoder.start(n)
	for i, x := range w.words {
		copy(in[i*width:], x.name[:])
	}
	vectors = w.encoder.run(a.own, n, a.kernel)
	w.rating.start(a.names.scorer, vectors, n, a.kernel)
	d.Names = a.names.names(&w.rating, d.Tokens, space, t.starts, a.kernel)
	d.Link()
	return d
}

// given returns which tokens begin a sentence for certain: the first word at
// or after each start.
func (w *work) given(d *Doc, starts []int) []bool {
	out := make([]bool, len(d.Tokens))
	k := 0
	for i := range d.Tokens {
		if k < len(starts) && d.Tokens[i].Start >= starts[k] && !w.words[i].space {
			for out[i] = i > 0; k < len(starts) && d.Tokens[i].Start >= starts[k]; {
				k++
			}
		}
	}
	return out
}

// look finds the lexemes of all pieces and makes those that are missing.
func (a *Analyzer) look(w *work, text string) {
	n := len(w.pieces)
	w.keys, w.words = resize(w.keys, n), resize(w.words, n)
	for i, p := range w.pieces {
		w.keys[i] = key{text[p.from:p.to], p.norm, p.blank}
	}
	w.missing = a.lexicon.find(w.keys, w.words, w.missing[:0])
	made := make(map[key]*lexeme, len(w.missing))
	fresh := w.missing[:0]
	for _, i := range w.missing {
		if w.words[i] = made[w.keys[i]]; w.words[i] == nil {
			w.words[i] = a.lexicon.lexeme(w.keys[i])
			made[w.keys[i]] = w.words[i]
			fresh = append(fresh, i)
		}
	}
	for from := 0; from < len(fresh); from += rowsOf {
		group := fresh[from:min(from+rowsOf, len(fresh))]
		a.embed(w, a.shared, group, func(x *lexeme) []float32 { return x.vec[:] })
		a.embed(w, a.own, group, func(x *lexeme) []float32 { return x.name[:] })
	}
	a.lexicon.add(w.keys, w.words, fresh)
}

// embed works out the mixed embeddings of up to rowsOf lexemes.
func (a *Analyzer) embed(w *work, t *tok2vec, group []int, to func(*lexeme) []float32) {
	w.mix = resize(w.mix, (rowsOf+rowsAtOnce)*t.inputs())
	w.sums = resize(w.sums, rowsOf*pieces*width)
	for r, i := range group {
		t.embed(&w.words[i].ids, w.mix[r*t.inputs():], a.kernel)
	}
	t.mix.times(a.kernel, len(group), w.mix, t.inputs(), w.sums)
	for r, i := range group {
		x := to(w.words[i])
		a.kernel.norm(x, x, w.sums[r*pieces*width:], t.mix.g, t.mix.beta)
	}
}

// tag sets the tags from the shared vectors.
func (a *Analyzer) tag(w *work, d *Doc, vectors []float32) {
	out := a.tagger.outputs
	w.sums = resize(w.sums, rowsOf*pieces*width)
	for from := 0; from < len(d.Tokens); from += rowsOf {
		count := min(rowsOf, len(d.Tokens)-from)
		a.tagger.times(a.kernel, count, vectors[from*width:], width, w.sums)
		for r := range count {
			scores := w.sums[r*out : (r+1)*out]
			d.Tokens[from+r].Tag = a.tags[best(scores, -1, 0, len(a.tags))]
		}
	}
}

// valid returns the text that runes were made from, with U+FFFD for each byte
// that is no UTF-8.
func valid(text string, runes []rune) string {
	if utf8.ValidString(text) {
		return text
	}
	return string(runes)
}

// resize returns a slice of length n, of the old memory if that is enough.
func resize[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n+n/4)[:n]
	}
	return s[:n]
}
