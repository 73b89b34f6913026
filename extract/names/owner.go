package names

import (
	"github.com/newsgraph/newsgraph/extract/analyze"
)

// owner returns the ISO code of the country whose body the common name at r
// is: named right before it, behind it with "of", the only one named in its
// sentence and the one before, or the one that stands out in the article; ""
// when none does. Where a region or a town owns it ("California's Senate"),
// at is its name.
func (f *finder) owner(r analyze.Range) (code, at string) {
	i := r.Start - 1
	possessed := false
	for ; i >= r.Start-3 && i >= 0 && f.over[i] < 0; i-- {
		w := f.lowerAt(i)
		possessed = possessed || w == "'s" || w == "’s"
		if w != "'s" && w != "’s" && f.doc.Tokens[i].Tag != "JJ" && f.doc.Tokens[i].Tag != "NN" {
			break
		}
	}
	if i >= 0 && f.over[i] >= 0 && f.doc.Tokens[i].Sent == f.doc.Tokens[r.Start].Sent {
		switch s := f.spans[f.over[i]]; {
		case s.End > r.Start:
		case s.country != nil:
			return s.country.Code, ""
		case s.kind == place && (possessed || s.End == r.Start):
			return f.lies(f.text(s.Range)), f.text(s.Range)
		}
	}
	if j := r.End; f.lowerAt(j) == "of" || f.lowerAt(j) == "in" {
		of := f.lowerAt(j) == "of"
		j++
		if f.lowerAt(j) == "the" {
			j++
		}
		if j < len(f.over) && f.over[j] >= 0 {
			switch s := f.spans[f.over[j]]; {
			case s.country != nil:
				return s.country.Code, ""
			case s.kind == place && of:
				return f.lies(f.text(s.Range)), f.text(s.Range)
			}
		}
	}
	if c := f.nearby(r.Start); c != "" {
		return c, ""
	}
	return f.dominant(), ""
}

// lies returns the country of the tables' place of that name.
func (f *finder) lies(name string) string {
	if l := f.tables.Places(name); len(l) > 0 {
		return l[0].Country
	}
	return ""
}

// nearby returns the only country that is named in the sentence of token i
// before it, or else in the sentence before.
func (f *finder) nearby(i int) string {
	sent := f.doc.Tokens[i].Sent
	code := ""
	at := sent
	for j := i - 1; j >= 0 && f.doc.Tokens[j].Sent >= sent-1; j-- {
		if code != "" && f.doc.Tokens[j].Sent != at {
			break
		}
		at = f.doc.Tokens[j].Sent
		if k := f.over[j]; k >= 0 && f.spans[k].country != nil {
			if code != "" && code != f.spans[k].country.Code {
				return ""
			}
			code = f.spans[k].country.Code
		}
	}
	return code
}

// dominant returns the country that stands out in the article by its own
// names, by those of its towns, and by being named first; else the publisher's.
func (f *finder) dominant() string {
	if f.mainland == nil {
		s := f.standout()
		f.mainland = &s
	}
	return *f.mainland
}

func (f *finder) standout() string {
	count := map[string]int{}
	for _, s := range f.spans {
		if s.country == nil {
			continue
		}
		if len(count) == 0 {
			count[s.country.Code] += 2
		}
		count[s.country.Code] += 2
	}
	for _, s := range f.spans {
		if s.kind != place || s.metonym != nil {
			continue
		}
		if l := f.tables.Places(f.text(s.Range)); len(l) > 0 && l[0].Kind != "region" && count[l[0].Country] > 0 {
			count[l[0].Country]++
		}
	}
	if c := f.datelined(); c != nil {
		count[c.Code] += 6
	}
	best, next := "", 0
	for c, n := range count {
		switch {
		case best == "" || n > count[best]:
			if best != "" {
				next = max(next, count[best])
			}
			best = c
		default:
			next = max(next, n)
		}
	}
	if best != "" && 2*count[best] >= 3*next {
		return best
	}
	return f.home
}
