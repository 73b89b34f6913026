package names

import (
	"math"
	"strings"
	"unicode"

	"github.com/newsgraph/newsgraph/extract/analyze"
)

// traits works out what speaks for the kind of a name: its words, the words
// around its occurrences, the network's leanings and the other names of the
// article.
type traits struct {
	*finder
	// lastOf, firstOf and within hold the words of the article's longer names by kind.
	lastOf, firstOf map[string][group + 1]bool
	initials        map[string][group + 1]bool
	// network holds the kind that the network gives a token.
	network []kind
	own     bool
	out     []Feature
}

func (f *finder) traits() *traits {
	t := &traits{finder: f, lastOf: map[string][group + 1]bool{}, firstOf: map[string][group + 1]bool{}, initials: map[string][group + 1]bool{}}
	t.network = make([]kind, len(f.doc.Tokens))
	for _, n := range f.doc.Names {
		for i := n.Start; i < n.End; i++ {
			t.network[i] = coarse[n.Label]
		}
	}
	put := func(m map[string][group + 1]bool, key string, k kind) {
		v := m[key]
		v[k] = true
		m[key] = v
	}
	for _, s := range f.spans {
		if size(s.Range) < 2 {
			continue
		}
		put(t.lastOf, f.key[s.End-1], s.kind)
		put(t.firstOf, f.key[s.Start], s.kind)
		if s.kind == organization || s.kind == place {
			put(t.initials, f.initials(s.Range), s.kind)
		}
	}
	return t
}

// add notes the feature of a template with its text, which may come in parts.
func (t *traits) add(template string, value float32, text ...string) {
	h := uint32(2166136261)
	for i := range len(template) {
		h = (h ^ uint32(template[i])) * 16777619
	}
	h = (h ^ '=') * 16777619
	for _, part := range text {
		for i := range len(part) {
			h = (h ^ uint32(part[i])) * 16777619
		}
	}
	h ^= h >> 15
	t.out = append(t.out, Feature{h % buckets, value, t.own})
}

// of appends the features of a name to the list.
func (t *traits) of(c candidate, list []Feature) []Feature {
	t.out = list
	t.add("bias", 1)
	s := t.spans[c.spans[0]]
	t.words(s.Range, c.key)
	t.neighbours(s.Range, c.key)
	n := float32(len(c.spans))
	for _, k := range c.spans[:min(len(c.spans), most)] {
		t.around(t.spans[k], 1/min(n, most))
	}
	return t.out
}

var kindNames = [...]string{"none", "person", "organization", "place", "country", "demonym", "group"}

// words adds what the words of the name are and look like.
func (t *traits) words(r analyze.Range, key string) {
	ks := t.keys(r)
	n := len(ks)
	first, last := ks[0], ks[n-1]
	t.own = true
	if n > 1 {
		t.add("name", 1, key)
	}
	t.add("first", 1, first)
	t.add("last", 1, last)
	for _, k := range ks {
		t.add("word", 1/float32(n), k)
	}
	for i := 2; i <= 4; i++ {
		if len(last) > i {
			t.add("end", .5, last[len(last)-i:])
		}
		if len(first) > i {
			t.add("start", .5, first[:i])
		}
	}
	for i, k := range ks[:min(n, 3)] {
		if i > 0 {
			t.add("pair", .5, ks[i-1], " ", k)
		}
	}
	if n == 1 {
		t.add("only", 1, last)
	}
	t.own = false
	t.add("size", 1, digit(min(n, 6)))
	t.add("shape", 1, shapes(t.text(r)))
	t.add("suffix", 1, kindNames[suffixes[last]])
	t.add("prefix", 1, kindNames[suffixes[first]])
	g := t.tables.Gender(t.doc.Tokens[r.Start].Text)
	t.add("given", 1, yes(g != ""), digit(min(n, 3)))
	t.add("surname", 1, band(t.tables.Surnames(last)), digit(min(n, 3)))
	text := t.text(r)
	places := t.tables.Places(text)
	if len(places) > 0 {
		t.add("place", 1, places[0].Kind, " ", yes(places[0].Population > 500_000))
	} else {
		t.add("place", 1)
	}
	if n > 1 {
		t.add("people", 1, yes(len(t.tables.People(text)) > 0))
		t.add("front", 1, yes(t.tables.Demonym(first) != nil || t.tables.CountryNamed(first) != nil))
		t.add("within", 1, yes(strings.Contains(key, " of ") || strings.Contains(key, " for ")))
	}
	if ti := t.tables.Title(last); ti != nil {
		t.add("title", 1, ti.Class)
	}
	t.add("common", 1, yes(common(ks)))
	t.add("lower", 1, yes(t.lower[last]), yes(t.lower[first]))
}

// neighbours adds which longer names of the article the name is a part of.
func (t *traits) neighbours(r analyze.Range, key string) {
	for k := person; k <= group; k++ {
		if size(r) == 1 {
			if t.lastOf[key][k] {
				t.add("lastOf", 1, kindNames[k])
			}
			if t.firstOf[key][k] {
				t.add("firstOf", 1, kindNames[k])
			}
			if t.initials[key][k] {
				t.add("initials", 1, kindNames[k])
			}
		}
	}
}

// around adds what stands around an occurrence, with the share that it has
// in all of them.
func (t *traits) around(s span, share float32) {
	r := s.Range
	t.add("rules", share, kindNames[s.kind])
	t.add("turned", share, kindNames[t.network[r.Start]], " ", kindNames[s.kind])
	t.leanings(r, share)
	prev, next := r.Start-1, r.End
	for prev >= 0 && (t.lowerAt(prev) == "the" || t.lowerAt(prev) == "“" || t.lowerAt(prev) == "\"") {
		prev--
	}
	if t.lowerAt(r.Start-1) == "the" {
		t.add("the", share)
	}
	p, x := t.near(prev), t.near(next)
	t.add("before", share, p)
	t.add("after", share, x)
	t.add("both", share, p, "_", x)
	t.add("before2", share, t.near(prev-1), " ", p)
	if x == "'s" || x == "’s" {
		t.add("own", share, t.near(next+1))
	} else {
		t.add("after2", share, x, " ", t.near(next+1))
	}
	if prev >= 0 && t.doc.Tokens[prev].Sent == t.doc.Tokens[r.Start].Sent && t.roleWord(prev) {
		t.add("role", share, t.roleClass(prev))
	}
	if next < len(t.over) && t.over[next] < 0 && t.roleWord(next) {
		t.add("roleAfter", share, t.roleClass(next))
	}
	if p == "(" && x == ")" {
		t.add("brackets", share)
	}
	if x == "(" && next+2 < len(t.over) && isAcronym(t.doc.Tokens[next+1].Text) {
		t.add("acronym", share)
	}
	if x == "," && t.countryBehind(next) {
		t.add("countryBehind", share)
	}
	t.add("opens", share, yes(t.opens(r.Start)))
	t.governed(r, share)
}

// near returns the word at token i as a feature: the kind of the name there,
// or the word in lower case.
func (t *traits) near(i int) string {
	if i < 0 || i >= len(t.over) {
		return ""
	}
	if k := t.over[i]; k >= 0 {
		return "<" + kindNames[t.spans[k].kind] + ">"
	}
	w := t.doc.Tokens[i].Lower
	if w != "" && unicode.IsDigit(rune0(w)) {
		return "<number>"
	}
	return w
}

// leanings adds what the network would make of the name.
func (t *traits) leanings(r analyze.Range, share float32) {
	lean := t.doc.Tokens[r.Start].Lean
	if lean == [4]float32{} {
		t.add("inside", share)
		return
	}
	top := max(lean[0], lean[1], lean[2], lean[3], 0)
	var sum float64
	for _, v := range lean {
		sum += math.Exp(float64(v - top))
	}
	sum += math.Exp(float64(-top))
	for k, v := range lean {
		share0 := float32(math.Exp(float64(v-top)) / sum)
		t.add("lean", share*share0*2, digit(k))
		t.add("leanBand", share, digit(k), letter(int(10*share0)))
	}
	t.add("leanNone", share, letter(int(10*math.Exp(float64(-top))/sum)))
}

// governed adds what the name depends on and what depends on it.
func (t *traits) governed(r analyze.Range, share float32) {
	h := t.head(r)
	tok := &t.doc.Tokens[h]
	up := &t.doc.Tokens[tok.Head]
	lemma := strings.ToLower(up.Lemma)
	if tok.Head == h {
		lemma = "ROOT"
	}
	t.add("dep", share, tok.Dep)
	t.add("gov", share, tok.Dep, " ", lemma)
	if tok.Dep == "nsubj" || tok.Dep == "agent" || tok.Dep == "nsubjpass" {
		t.add("verb", share, yes(sayings[lemma]), yes(stays[lemma]))
	}
	if tok.Dep == "pobj" && up.Head != tok.Head {
		t.add("prep", share, lemma, " ", strings.ToLower(t.doc.Tokens[up.Head].Lemma))
	}
	if tok.Dep == "conj" {
		t.add("list", share, t.near(tok.Head))
	}
	if tok.Dep == "appos" {
		t.add("apposTo", share, t.near(tok.Head))
	}
	for _, k := range t.doc.Children(h) {
		if k >= r.Start && k < r.End {
			continue
		}
		switch c := &t.doc.Tokens[k]; c.Dep {
		case "appos":
			t.add("appos", share, t.near(k))
			t.add("class", share, kindNames[classNouns[c.Lower]])
		case "relcl":
			t.add("relcl", share, t.lowerAt(t.doc.Subtree(k).Start))
		case "conj":
			t.add("list", share, t.near(k))
		case "amod", "compound", "nmod":
			t.add("mod", share, strings.ToLower(c.Lemma))
		}
	}
}

// shapes returns the shape of a name: capitals, small letters, digits and
// marks, repeated ones once.
func shapes(text string) string {
	var b strings.Builder
	last := rune(0)
	for _, r := range text {
		switch {
		case unicode.IsUpper(r):
			r = 'X'
		case unicode.IsLetter(r):
			r = 'x'
		case unicode.IsDigit(r):
			r = '0'
		}
		if r != last || r == 'X' {
			b.WriteRune(r)
		}
		last = r
		if b.Len() > 12 {
			break
		}
	}
	return b.String()
}

// digit and letter return a one-character name of a small number.
func digit(n int) string  { return "0123456789"[n : n+1] }
func letter(n int) string { return "abcdefghijk"[n : n+1] }

func yes(b bool) string {
	if b {
		return "y"
	}
	return "n"
}

// band returns a letter for the size of a count.
func band(n int) string {
	switch {
	case n == 0:
		return "0"
	case n == 1:
		return "1"
	case n < 5:
		return "2"
	case n < 20:
		return "5"
	}
	return "20"
}

// RulesBucket returns the bucket of what the rules say: that a name is of
// kind k, an index below Judged.
func RulesBucket(k int) uint32 {
	t := &traits{}
	t.add("rules", 1, kindNames[judged[k]])
	return t.out[0].Bucket
}
