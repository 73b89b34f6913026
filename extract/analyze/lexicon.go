package analyze

import (
	"strings"
	"sync"
	"unicode/utf8"
)

// Attributes of a word, in the order of their embedding tables.
const (
	attrNorm = iota
	attrPrefix
	attrSuffix
	attrShape
	attrSpacy
	attrIsSpace
	attrs
)

// key is what a word's vectors depend on.
type key struct {
	text, norm string
	blank      bool
}

// lexeme is what is known of a word wherever it stands.
type lexeme struct {
	lower string
	space bool
	ids   [attrs]uint64
	// vec and name are the word's mixed embeddings for the shared network and
	// for that of the names.
	vec, name [width]float32
}

// lexicon makes the attributes of words. It keeps the lexemes of the words
// seen last, and is safe for several goroutines.
type lexicon struct {
	*chars
	ids   ids
	norms map[uint64]string

	mu       sync.RWMutex
	new, old map[key]*lexeme
}

const (
	// generation is how many lexemes are gathered before those that were not
	// seen meanwhile are forgotten: 2 x 12,288 of 1 kB are at most kept.
	generation = 12288
	// keptLen is the length in bytes above which a word is not kept.
	keptLen = 64
)

func newLexicon(w *weights, c *chars) *lexicon {
	l := &lexicon{chars: c, ids: w.Symbols, norms: make(map[uint64]string, len(w.Norms))}
	for _, n := range w.Norms {
		l.norms[n.id] = n.norm
	}
	l.new = map[key]*lexeme{}
	return l
}

// find fills in the lexemes of keys that are known and returns the positions
// of the others.
func (l *lexicon) find(keys []key, out []*lexeme, missing []int) []int {
	var aged []int
	l.mu.RLock()
	for i, k := range keys {
		if out[i] = l.new[k]; out[i] != nil {
			continue
		}
		if out[i] = l.old[k]; out[i] != nil {
			aged = append(aged, i)
		} else {
			missing = append(missing, i)
		}
	}
	l.mu.RUnlock()
	if len(aged) > 0 {
		l.mu.Lock()
		for _, i := range aged {
			l.keep(keys[i], out[i])
		}
		l.mu.Unlock()
	}
	return missing
}

// add keeps new lexemes, given by their positions.
func (l *lexicon) add(keys []key, lexemes []*lexeme, at []int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, i := range at {
		if k := keys[i]; len(k.text) <= keptLen {
			l.keep(k, lexemes[i])
		}
	}
}

// keep keeps a lexeme. The text's bytes are copied, so that a kept word does
// not keep a whole article in memory.
func (l *lexicon) keep(k key, x *lexeme) {
	if len(l.new) >= generation {
		l.old, l.new = l.new, make(map[key]*lexeme, generation)
	}
	k.text = strings.Clone(k.text)
	l.new[k] = x
}

// lexeme makes a word's attributes, without its vectors.
func (l *lexicon) lexeme(k key) *lexeme {
	x := &lexeme{lower: strings.Clone(lowerCase(k.text)), space: l.all(k.text, space)}
	norm := k.norm
	if norm == "" {
		norm = x.lower
		if n, ok := l.norms[l.ids.id(k.text)]; ok {
			norm = n
		}
	}
	_, n := utf8.DecodeRuneInString(k.text)
	last := len(k.text)
	for range 3 {
		_, size := utf8.DecodeLastRuneInString(k.text[:last])
		last -= size
	}
	x.ids = [attrs]uint64{
		attrNorm:   l.ids.id(norm),
		attrPrefix: l.ids.id(k.text[:n]),
		attrSuffix: l.ids.id(k.text[last:]),
		attrShape:  l.ids.id(l.shape(k.text)),
	}
	if k.blank {
		x.ids[attrSpacy] = 1
	}
	if x.space {
		x.ids[attrIsSpace] = 1
	}
	return x
}
