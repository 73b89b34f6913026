package facts

import (
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/news"
)

// spokenOf returns whom a definite noun without a name stands for, other than
// some: "the North" among countries, the junta that was somebody's when it was
// named before, the country or the body named last before "the country" or
// "the group". Nothing for other nouns.
func (f *finder) spokenOf(tok int, but []int) []int {
	d := f.doc
	t := &d.Tokens[tok]
	if m, ok := f.mention(tok); ok && m.Kind == news.NameMention && (t.Lower != "north" && t.Lower != "south" || f.Names.Entities[m.Entity].Type != news.Place) || !ok && !isNoun(t) {
		return nil
	}
	own := false
	for _, k := range d.Children(tok) {
		switch c := &d.Tokens[k]; {
		case c.Dep == "poss" && c.Tag == "PRP$" && f.lex.is("nearby", t.Lemma):
			own = true
		case c.Dep == "det" && (c.Lower == "the" || c.Lower == "that" || c.Lower == "this"):
			own = true
		case c.Dep == "prep" || c.Dep == "poss" || c.Dep == "relcl" || c.Dep == "acl" || c.Dep == "appos" || c.Dep == "conj":
			return nil
		}
	}
	if !own {
		return nil
	}
	if t.Lower == "north" || t.Lower == "south" {
		return f.half(t.Lower, but)
	}
	land := f.lex.is("land", t.Lemma) || f.lex.is("nearby", t.Lemma)
	if !land && !f.lex.is("outfit", t.Lemma) || t.Tag == "NNS" || t.Tag == "NNPS" {
		return nil
	}
	if es := f.earlier(tok, but); len(es) > 0 {
		return es
	}
	best, at := -1, -1
	for _, m := range f.Names.Mentions {
		e := f.Names.Entities[m.Entity]
		if m.Head >= tok || m.Head < at || t.Sent-d.Tokens[m.Head].Sent > back || m.Kind == news.PronounMention || slices.Contains(but, m.Entity) {
			continue
		}
		if land && e.Type == news.Country || !land && e.Type == news.Organization {
			best, at = m.Entity, m.Head
		}
	}
	if best < 0 {
		return nil
	}
	return []int{best}
}

// half returns the one country of the text whose name begins with North or South.
func (f *finder) half(side string, but []int) []int {
	var out []int
	for i, e := range f.Names.Entities {
		if e.Type == news.Country && strings.HasPrefix(strings.ToLower(e.Name), side+" ") && !slices.Contains(but, i) {
			out = append(out, i)
		}
	}
	if len(out) != 1 {
		return nil
	}
	return out
}

// earlier returns whose a noun was where the text used it last ("Guinea's
// junta" before "the junta").
func (f *finder) earlier(tok int, but []int) []int {
	d := f.doc
	t := &d.Tokens[tok]
	for i := tok - 1; i >= 0 && t.Sent-d.Tokens[i].Sent <= reach; i-- {
		if o := &d.Tokens[i]; o.Lemma != t.Lemma || !isNoun(o) {
			continue
		}
		es := f.only(f.whom(i), map[news.EntityType]bool{news.Country: true, news.Organization: true})
		if len(es) == 1 && !slices.Contains(but, es[0]) {
			return es
		}
	}
	return nil
}

// depicted adds to a measure its target and to an agreement its other side
// where the words after the noun only describe them ("sanctions on the
// group", "a truce between the kingdom and the militia").
func (f *finder) depicted(c *Claim, args []argument) {
	role := news.Target
	switch {
	case c.Type == news.Agreement && len(c.In(news.Party)) == 1:
		role = news.Party
	case c.Type == news.Sanction && len(c.In(news.Target)) == 0:
	default:
		return
	}
	for _, a := range args {
		switch a.at {
		case "on", "against", "with", "between":
		default:
			continue
		}
		toks := []int{a.tok}
		if role == news.Party {
			toks = append(toks, f.within(a.tok)...)
		}
		for _, k := range toks {
			if es := f.spokenOf(k, append(c.In(news.Imposer), c.In(news.Party)...)); len(es) > 0 {
				c.add(role, es...)
				return
			}
		}
	}
}
