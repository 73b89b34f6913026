package eval

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
)

// Print writes the table of figures; with errors above 0, the first so many
// mistakes before it and all that are told as real and are not behind it, with
// their sentences.
func (r *Report) Print(w io.Writer, errors int) error {
	var b strings.Builder
	for _, p := range r.Problems[:min(max(errors, 0), len(r.Problems))] {
		if p.Kind != "wrong happened" {
			p.print(&b, strings.ToUpper(p.Kind))
		}
	}
	fmt.Fprintf(&b, "%-10s gold pred  P     R     F1    strict | slots status date  place extra\n", "type")
	for _, t := range core {
		c := r.Types[t.typ]
		fmt.Fprintf(&b, "%-10s %4d %4d  %.3f %.3f %.3f %.3f  | %.2f  %s   %s  %s  %s\n", t.typ, c.Gold, c.Found,
			ratio(c.Hit, c.Found), ratio(c.Hit, c.Gold), c.F1(), c.StrictF1(),
			f1(c.SlotHit, c.SlotGold, c.SlotFound), c.Status, c.Date, c.Place, c.Extra)
	}
	m := r.Micro()
	fmt.Fprintf(&b, "wrong happened: %d of %d facts, %d of them told as real\n", r.WrongHappened, r.Facts, r.ToldAsReal)
	fmt.Fprintf(&b, "micro without statements: F1 %.3f strict %.3f; statements F1 %.3f\n", m.F1(), m.StrictF1(), r.Types["statement"].F1())
	// Of the worst mistake all are shown, however few of the others are asked for.
	for _, p := range r.Problems {
		if p.Kind == "wrong happened" && errors > 0 {
			p.print(&b, "TOLD AS REAL")
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// print writes a mistake and its sentence.
func (p *Problem) print(b *strings.Builder, kind string) {
	fmt.Fprintf(b, "%-14s %s %s\n", kind, p.Doc[:min(len(p.Doc), 40)], p.Line())
	if p.Sentence != "" {
		fmt.Fprintf(b, "%14s %s\n", "", p.Sentence)
	}
}

// String returns the share with two digits, or a dash when there is nothing to share.
func (s Share) String() string {
	if s.N == 0 {
		return "  - "
	}
	return fmt.Sprintf("%.2f", float64(s.OK)/float64(s.N))
}

func ratio(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

// Line returns the fact of a problem on one line, with names for ids.
func (p *Problem) Line() string {
	var keys []string
	for k := range p.Fact {
		switch k {
		case "evidence", "confidence", "alt", "note", "difficulty":
		default:
			keys = append(keys, k)
		}
	}
	slices.Sort(keys)
	var out []string
	for _, k := range keys {
		v := p.Fact[k]
		if ids := list(v); len(ids) > 0 {
			named := false
			for i, id := range ids {
				if n, ok := p.Names[id]; ok {
					ids[i], named = n, true
				}
			}
			if named {
				v = ids
			}
		}
		if v == nil {
			continue
		}
		j, err := json.Marshal(v)
		if err != nil {
			continue
		}
		out = append(out, k+"="+string(j))
	}
	return strings.Join(out, " ")
}

// longest is how many code points of a sentence are shown.
const longest = 240

// sentence returns the beginning of a fact's evidence on one line.
func sentence(text []rune, f Fact) string {
	spans := f.evidence()
	if len(spans) == 0 {
		return ""
	}
	from, to := max(spans[0].Start, 0), min(spans[0].End, len(text))
	if from >= to {
		return ""
	}
	more := ""
	if to-from > longest {
		to, more = from+longest, " ..."
	}
	return strings.Join(strings.Fields(string(text[from:to])), " ") + more
}
