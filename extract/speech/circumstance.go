package speech

import (
	"strings"

	"github.com/newsgraph/newsgraph/extract/analyze"
	"github.com/newsgraph/newsgraph/news"
)

// circumstances fills in to whom, about whom and where verb v says it.
func (f *finder) circumstances(a *Attribution, v int) {
	toks := f.doc.Tokens
	s := verbs[toks[v].Lemma]
	for _, k := range f.doc.Children(v) {
		t := &toks[k]
		switch t.Dep {
		case "dobj", "dative", "iobj":
			f.receive(a, k, s)
		case "nsubjpass":
			if len(a.Source) > 0 && !overlap(a.Source[0], f.words(k)) {
				f.receive(a, k, s)
			}
		case "ccomp", "xcomp":
			if s.frames&(asking|naming) != 0 && a.Addressee < 0 {
				if n := f.doc.Child(k, "nsubj"); n > v && (f.isTo(k) || s.frames&naming != 0) {
					f.receive(a, n, s)
				}
			}
		case "prep", "agent":
			p := f.doc.Child(k, "pobj")
			if p < 0 {
				continue
			}
			f.prepared(a, t.Lower, p, s)
		}
	}
	if a.Medium == "" {
		f.lookAhead(a, v)
	}
}

// receive takes the object k of the verb: whom it tells or asks, or whom it accuses or praises.
func (f *finder) receive(a *Attribution, k int, s saying) {
	low := f.doc.Tokens[k].Lemma
	if low == "reporter" || low == "journalist" || low == "press" || low == "media" {
		a.Medium = f.text(f.words(k))
		return
	}
	e := f.entityOf(k)
	if e < 0 || e == a.Speaker {
		return
	}
	switch {
	case s.frames&asking != 0 || a.Verb == "tell" || a.Verb == "inform":
		a.Addressee = e
	case s.frames&(whole|naming|asIt) != 0:
		a.Subject = e
	}
}

// prepared takes a preposition of the verb and its noun p: "to parliament",
// "on X", "in a statement", "accused of".
func (f *finder) prepared(a *Attribution, prep string, p int, s saying) {
	t := &f.doc.Tokens[p]
	switch prep {
	case "to":
		if e := f.entityOf(p); e >= 0 && e != a.Speaker && a.Addressee < 0 {
			a.Addressee = e
		} else if media[t.Lemma] || media[t.Lower] {
			a.Medium = f.text(f.words(p))
		}
	case "on", "upon":
		if s.frames&(forIt|asking) != 0 && f.entityOf(p) >= 0 {
			a.Addressee = f.entityOf(p)
			return
		}
		fallthrough
	case "in", "via", "through", "at", "by", "during", "over":
		if a.Medium == "" && f.medium(p) {
			a.Medium = f.text(f.words(p))
		}
	case "for", "against", "over_":
		if s.frames&whole != 0 && a.Subject < 0 && f.entityOf(p) >= 0 && f.entityOf(p) != a.Speaker && s.act == "accuses" {
			a.Subject = f.entityOf(p)
		}
	}
}

// medium reports whether noun p is something to say things on or in.
func (f *finder) medium(p int) bool {
	t := &f.doc.Tokens[p]
	if media[t.Lemma] || media[strings.TrimSuffix(t.Lower, ".")] {
		return true
	}
	for _, k := range f.doc.Children(p) {
		if (f.doc.Tokens[k].Dep == "appos" || f.doc.Tokens[k].Dep == "compound") && (media[f.doc.Tokens[k].Lower] || f.doc.Tokens[k].Lower == "platform" || f.doc.Tokens[k].Lower == "social") {
			return true
		}
	}
	return false
}

// lookAhead finds "Taking to social media platform X, Dmitriev said" and
// "in a statement on Friday, Putin said": a medium in the words before the subject.
func (f *finder) lookAhead(a *Attribution, v int) {
	toks := f.doc.Tokens
	for _, k := range f.doc.Children(v) {
		if k > v || toks[k].Dep != "advcl" && toks[k].Dep != "prep" {
			continue
		}
		r := f.doc.Subtree(k)
		for i := r.Start; i < r.End && i < v; i++ {
			if toks[i].Dep == "pobj" && f.medium(i) {
				w := f.words(i)
				// "social media platform X" is X.
				if l := &toks[i]; l.Pos == "PROPN" {
					w = analyze.Range{Start: i, End: i + 1}
				}
				a.Medium = f.text(w)
				return
			}
		}
	}
}

// text returns the words of r as printed, on one line, up to a comma.
func (f *finder) text(r analyze.Range) string {
	var b strings.Builder
	for i := r.Start; i < r.End; i++ {
		t := &f.doc.Tokens[i]
		if t.Pos == "SPACE" {
			b.WriteByte(' ')
			continue
		}
		if t.Text == "," {
			break
		}
		b.WriteString(t.Text)
		if t.Space {
			b.WriteByte(' ')
		}
	}
	s := strings.Join(strings.Fields(b.String()), " ")
	if len(s) == 2 { // "X." at the end of a sentence
		s = strings.TrimSuffix(s, ".")
	}
	return s
}

// outletWords are words in the names of news outlets.
var outletWords = set("news times post herald tribune telegraph guardian gazette newspaper radio television tv broadcasting press journal observer chronicle media daily xinhua reuters bbc cnn afp npr nbc cbs abc pbs " +
	"msnbc cnbc bloomberg aljazeera jazeera interfax tass ria itar-tass kyodo yonhap politico axios haaretz rudaw anadolu efe dpa ap upi sputnik rt insider economist spiegel monde figaro bild euronews deutsche irna tasnim fars wafa sana mena ansa")

// isOutlet reports whether entity e is, by its name, a news outlet.
func (f *finder) isOutlet(e int) bool {
	if e < 0 || f.names.Entities[e].Type != news.Organization {
		return false
	}
	if f.names.OrgKind(e) == "media" {
		return true
	}
	for _, w := range strings.FieldsFunc(strings.ToLower(f.names.Entities[e].Name), func(r rune) bool { return r == ' ' || r == '-' || r == '.' }) {
		if outletWords[w] {
			return true
		}
	}
	return strings.Contains(strings.ToLower(f.names.Entities[e].Name), "news agency")
}
