package eval

import (
	"regexp"
	"strings"

	"golang.org/x/text/unicode/norm"
)

var (
	odd   = regexp.MustCompile(`[^a-z0-9 ]+`)
	title = regexp.MustCompile(`^(?:the|president|mr|mrs|ms|prime minister|us|foreign minister) `)
	gap   = regexp.MustCompile(`\s+`)
)

// fold makes names comparable: plain ASCII letters, no marks, no leading title.
func fold(s string) string {
	var b strings.Builder
	for _, r := range norm.NFKD.String(s) {
		if r < 128 {
			b.WriteRune(r)
		}
	}
	s = odd.ReplaceAllString(strings.ToLower(b.String()), " ")
	s = title.ReplaceAllString(strings.TrimSpace(s), "")
	return strings.TrimSpace(gap.ReplaceAllString(s, " "))
}

func lastWord(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }

// likeness says how much a found entity looks like an annotated one; 0 when it does not.
func likeness(g *GoldEntity, p *FoundEntity) float64 {
	gn, pn := fold(g.Name), fold(p.Name)
	names := map[string]bool{gn: true}
	for _, s := range g.Surface {
		names[fold(s)] = true
	}
	count := map[string]int{pn: 1}
	for _, m := range p.Mentions {
		count[fold(m.Text)]++
	}
	delete(count, "")
	all, shared := 0, 0
	for s, n := range count {
		all += n
		if names[s] {
			shared += n
		}
	}
	score := 2 * float64(shared) / float64(max(1, all))
	if gn == pn {
		score += 3
	}
	if g.Type == "person" && p.Type == "person" && lastWord(gn) == lastWord(pn) {
		score++
	}
	if score > 0 && g.Type == p.Type {
		score += .5
	}
	return score
}

// standsFor maps the ids of found entities to the keys of the annotated ones they look like most.
func standsFor(gold []GoldEntity, found []FoundEntity) map[string]string {
	out := map[string]string{}
	for i := range found {
		best, top := "", 0.0
		for j := range gold {
			if l := likeness(&gold[j], &found[i]); l > top {
				best, top = gold[j].Key, l
			}
		}
		if top > 0 {
			out[found[i].ID] = best
		}
	}
	return out
}
