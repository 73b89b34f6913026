package facts

import "github.com/newsgraph/newsgraph/news"

// self returns whom "I" and "we" in somebody's words stand for: the speaker,
// and for "we" the country or body in whose name a person in office speaks.
func (f *finder) self(tok int) []int {
	t := &f.doc.Tokens[tok]
	switch t.Lower {
	case "i", "me", "we", "us":
	default:
		return nil
	}
	if t.Pos != "PRON" {
		return nil
	}
	a := f.innermost(tok)
	if a < 0 || f.Said[a].Speaker < 0 {
		return nil
	}
	s := f.Said[a].Speaker
	if t.Lower == "i" || t.Lower == "me" || f.Names.Entities[s].Type != news.Person {
		return []int{s}
	}
	if c := f.country(s); c >= 0 {
		return []int{c}
	}
	return nil
}

// reported returns the body that "it" or "they" stands for in what it is said
// to say of itself ("the ministry said it had signed").
func (f *finder) reported(tok int) (int, bool) {
	d := f.doc
	t := &d.Tokens[tok]
	switch t.Lower {
	case "it", "they", "its", "their":
	default:
		return 0, false
	}
	if t.Pos != "PRON" {
		return 0, false
	}
	v := t.Head
	if t.Tag == "PRP$" {
		// "the militia has stepped up its attacks".
		n := v
		for steps := 0; steps < 6 && !isVerb(&d.Tokens[n]) && d.Tokens[n].Head != n; steps++ {
			n = d.Tokens[n].Head
		}
		if s := f.subject(n); isVerb(&d.Tokens[n]) && s.tok >= 0 && s.tok < tok {
			if m, ok := f.mention(s.tok); ok && m.Kind == news.NameMention && (f.Names.Entities[m.Entity].Type == news.Organization || f.Names.Entities[m.Entity].Type == news.Country) {
				return m.Entity, true
			}
		}
	}
	for steps := 0; steps < 6 && d.Tokens[v].Head != v; steps++ {
		if d.Tokens[v].Dep == "ccomp" && isVerb(&d.Tokens[d.Tokens[v].Head]) {
			s := f.subject(d.Tokens[v].Head)
			if s.tok < 0 || s.tok == tok {
				return 0, false
			}
			m, ok := f.mention(s.tok)
			if !ok && (t.Lower == "they" || t.Lower == "their") {
				// "representatives from the kingdom said their government".
				es := f.only(f.collect(s.tok, false, 4), map[news.EntityType]bool{news.Country: true, news.Organization: true})
				if len(es) == 1 {
					return es[0], true
				}
			}
			if !ok || t.Lower == "it" && d.Tokens[s.tok].Tag == "NNS" {
				return 0, false
			}
			if e := &f.Names.Entities[m.Entity]; e.Type == news.Organization || e.Type == news.Country {
				return m.Entity, true
			} else if e.Type == news.Person && t.Lower == "it" {
				return f.voice(m.Entity)
			}
			return 0, false
		}
		v = d.Tokens[v].Head
	}
	return 0, false
}

// voice returns the body in whose name a person speaks, as the article says.
func (f *finder) voice(person int) (int, bool) {
	for _, r := range f.Names.Roles {
		if r.Person == person && r.Of >= 0 && !r.Former && f.Names.Entities[r.Of].Type != news.Place {
			return r.Of, true
		}
	}
	return 0, false
}
