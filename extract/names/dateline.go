package names

import (
	"strings"

	"github.com/newsgraph/newsgraph/extract/analyze"
	"github.com/newsgraph/newsgraph/seeds"
)

// datelined returns the country of the town that the article's dateline names
// ("MANILA —", "BUENOS AIRES (Reuters) -", "QUETTA:"), nil when it has none.
// Where its reporter sits is the country whose ministers need no adjective.
func (f *finder) datelined() *seeds.Country {
	start := 0
	for start < len(f.doc.Tokens) && f.doc.IsSpace(start) {
		start++
	}
	end, stop := -1, -1
	for j := start; j < len(f.doc.Tokens) && j < start+14 && stop < 0; j++ {
		switch w := f.lowerAt(j); {
		case strings.HasSuffix(w, ").-"), w == "—" || w == "–" || w == "--" || w == "-" && j > start && f.doc.Tokens[j-1].Space || w == ":":
			stop = j
		case w == ")" && j > start+2 && end >= 0 && f.doc.Tokens[j-2].Tag == "-LRB-" && isAcronym(f.doc.Tokens[j-1].Text):
			stop = j // "Kathmandu, Jul 19 (PTI)"
		case (w == "," || w == "(" || w == "/") && end < 0:
			end = j
		case f.doc.Tokens[j].Pos == "VERB" && end < 0 || f.doc.Tokens[j].Pos == "AUX":
			return nil
		}
	}
	if stop < 0 {
		return nil
	}
	if end < 0 {
		end = stop
	}
	name := analyze.Range{Start: start, End: end}
	if size(name) == 0 || size(name) > 4 {
		return nil
	}
	if f.lowerAt(stop) == ":" && f.tables.CountryNamed(f.text(name)) != nil {
		return nil // "Ukraine: what we know"
	}
	for _, r := range []analyze.Range{{Start: min(end+1, stop), End: stop}, name} {
		if size(r) == 0 {
			continue
		}
		text := f.text(r)
		if c := f.tables.CountryNamed(text); c != nil {
			return c
		}
		if l := f.tables.Places(text); len(l) > 0 && r == name {
			return f.tables.CountryOn(l[0].Country, f.on)
		}
		if m := f.tables.Metonym(text); m != nil && m.Country != "" && r == name {
			return f.tables.CountryOn(m.Country, f.on)
		}
	}
	return nil
}
