package names

import (
	"github.com/newsgraph/newsgraph/extract/analyze"
)

// storms are words before or in the name of a storm.
var storms = words("storm cyclone hurricane typhoon depression")

// storm reports whether the name is that of a storm: "Cyclone Lam", "Severe
// Tropical Cyclone Amos", "Rita" where the article has "Hurricane Rita".
func (f *finder) storm(r analyze.Range) bool {
	if size(r) > 1 {
		for i := r.Start; i < r.End-1; i++ {
			if storms[f.key[i]] && f.capital(i) && i == r.End-2 {
				return true
			}
		}
		return false
	}
	if f.storms == nil {
		f.storms = map[string]bool{}
		for i := 1; i < len(f.key); i++ {
			if storms[f.key[i-1]] && f.capital(i-1) && f.capital(i) && f.doc.Tokens[i-1].Space && !f.proper(i+1) {
				f.storms[f.key[i]] = true
			}
		}
	}
	return f.storms[f.key[r.Start]]
}
