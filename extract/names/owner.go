package names

import (
	"github.com/newsgraph/newsgraph/extract/analyze"
	"github.com/newsgraph/newsgraph/seeds"
)

// owner returns the ISO code of the country whose body the common name at r
// is: named right before it, behind it with "of" (said is true then), else the
// only one named in its sentence or the one before, or the one that stands out
// in the article; "" when none does. Where a region or a town owns it
// ("California's Senate"), at is its name.
func (f *finder) owner(r analyze.Range) (code, at string, said bool) {
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
			return s.country.Code, "", true
		case s.kind == place && (possessed || s.End == r.Start):
			return f.lies(f.text(s.Range)), f.text(s.Range), true
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
				return s.country.Code, "", true
			case s.kind == place && of:
				return f.lies(f.text(s.Range)), f.text(s.Range), true
			}
		}
	}
	if c := f.nearby(r.Start); c != "" {
		return c, "", false
	}
	return f.dominant(), "", false
}

// lies returns the country of the tables' place of that name.
func (f *finder) lies(name string) string {
	if l := f.tables.Places(name); len(l) > 0 {
		return l[0].Country
	}
	return ""
}

// nearby returns the only country that is named in the sentence of token i,
// before or else behind it, or else in the sentence before.
func (f *finder) nearby(i int) string {
	sent := f.doc.Tokens[i].Sent
	own := f.doc.Sents[sent]
	for _, r := range []analyze.Range{{Start: own.Start, End: i}, {Start: i, End: own.End}} {
		if code, several := f.onlyCountry(r); code != "" || several {
			return code
		}
	}
	if sent == 0 {
		return ""
	}
	code, _ := f.onlyCountry(f.doc.Sents[sent-1])
	return code
}

// onlyCountry returns the country that is named among the tokens; several is
// true, and the code "", when they name more than one.
func (f *finder) onlyCountry(r analyze.Range) (code string, several bool) {
	for j := r.Start; j < r.End; j++ {
		k := f.over[j]
		if k < 0 {
			continue
		}
		c := f.spans[k].country
		if f.spans[k].kind == organization && c == nil {
			c = f.tailCountry(f.spans[k].Range)
		}
		if c == nil {
			continue
		}
		if code != "" && code != c.Code {
			return "", true
		}
		code = c.Code
	}
	return code, false
}

// tailCountry returns the country with which a body's name ends or begins:
// "Constitutional Court of Thailand".
func (f *finder) tailCountry(r analyze.Range) *seeds.Country {
	for j := r.Start + 1; j < r.End-1; j++ {
		if f.lowerAt(j) == "of" {
			return f.tables.CountryNamed(f.text(analyze.Range{Start: j + 1, End: r.End}))
		}
	}
	return nil
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
