package facts

import (
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/news"
)

// helper reports whether a word before a noun names only who helps along or
// pays ("Egypt-brokered talks"), and against whether it names whom the thing
// is directed at ("anti-Iranian sanctions").
func (f *finder) helper(tok int) bool {
	d := f.doc
	return tok+2 < len(d.Tokens) && isHyphen(d.Tokens[tok+1].Text) && f.lex.is("helping", d.Tokens[tok+2].Lower)
}

func (f *finder) against(tok int) bool {
	d := f.doc
	return tok >= 2 && isHyphen(d.Tokens[tok-1].Text) && d.Tokens[tok-2].Lower == "anti" || strings.HasPrefix(d.Tokens[tok].Lower, "anti-")
}

func isHyphen(s string) bool { return s == "-" || s == "–" || s == "‑" }

// listing reports whether a word is a list of those under sanctions.
func (f *finder) listing(tok int) bool {
	t := &f.doc.Tokens[tok]
	if t.Lemma == "blacklist" {
		return true
	}
	return f.lex.is("register", t.Lemma) && slices.ContainsFunc(f.words(tok), func(l string) bool { return f.lex.is("restricting", l) })
}

// words returns the lower-case forms below a word.
func (f *finder) words(tok int) []string {
	r := f.doc.Subtree(tok)
	var out []string
	for i := r.Start; i < r.End; i++ {
		out = append(out, f.doc.Tokens[i].Lower)
	}
	return out
}

// packaged reports whether noun n only says what a package or round holds
// ("the sanctions package").
func (f *finder) packaged(n int) bool {
	t := &f.doc.Tokens[n]
	return t.Dep == "compound" && counting[f.doc.Tokens[t.Head].Lemma] && f.lex.sanction(t.Lemma)
}

// lapses reports whether a verb in the present tells when a measure or pact
// will end ("the embargo expires in June").
func (f *finder) lapses(v int, s support) bool {
	t := &f.doc.Tokens[v]
	return s.at == "subj" && (s.base == news.Lifted || s.base == news.Withdrawn) && (t.Tag == "VBZ" || t.Tag == "VBP")
}

// sweeping reports whether a measure that names no target is told as one all
// the same: a tariff on steel, a halt to exports, new sanctions.
func (f *finder) sweeping(c *Claim, tok int) bool {
	if c.Kind == "flight_ban" {
		return false
	}
	if c.level != real {
		return c.support < 0 || !isVerb(&f.doc.Tokens[c.support]) || !f.lex.is("undoing", f.doc.Tokens[c.support].Lemma)
	}
	switch c.Kind {
	case "travel_ban", "other", "expulsion", "asset_freeze":
		return false
	case "sanctions":
		return c.support >= 0 && !isVerb(&f.doc.Tokens[tok])
	}
	return c.support >= 0 || isVerb(&f.doc.Tokens[tok])
}

// barred reports whether somebody is kept from doing what no measure of one
// country against another is about: holding an office, leaving, competing.
func (f *finder) barred(args []argument) bool {
	return slices.ContainsFunc(args, func(a argument) bool {
		l := f.doc.Tokens[max(a.tok, 0)].Lemma
		return a.at == "from-ing" && !f.lex.is("entering", l) && !f.lex.is("trading", l) && l != "fly" && l != "land" && l != "operate"
	})
}
