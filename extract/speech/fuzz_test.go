package speech_test

import (
	"testing"

	"github.com/newsgraph/newsgraph/extract/analyze"
	"github.com/newsgraph/newsgraph/extract/names"
	"github.com/newsgraph/newsgraph/extract/speech"
	"github.com/newsgraph/newsgraph/news"
)

// FuzzFind holds that no text makes Find panic, and that all that it returns
// lies in the text and points to what there is.
func FuzzFind(f *testing.F) {
	for _, s := range []string{
		"", "\"", "“", "said", "\"said\"", "according to", "he said: \"", "'' `` said \"\n\n\"", "X said:\n\n", "\" said \" said \" said \"",
		"Anna Kowalska said, \"The talks\nhave failed,\" \"and\" urged", "what he called what she said", "They say that they will \"not allow protests\" to \"damage the country\", as blockades continue.", "«Да», said İ ‘’ “\u0000”",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 2000 {
			return
		}
		doc := analyzer().Analyze(text)
		doc.Relemma()
		n := names.Find(doc, news.Date{}, "", tables())
		as := speech.Find(doc, n)
		for i, a := range as {
			if len(a.Content) == 0 {
				t.Fatalf("attribution %d says nothing: %+v", i, a)
			}
			for _, rs := range [][]analyze.Range{a.Source, a.Cue, a.Content} {
				for _, r := range rs {
					if r.Start < 0 || r.End <= r.Start || r.End > len(doc.Tokens) {
						t.Fatalf("attribution %d has range %v of %d tokens", i, r, len(doc.Tokens))
					}
				}
			}
			for _, e := range append([]int{a.Speaker, a.Addressee, a.Subject}, a.Joint...) {
				if e < -1 || e >= len(n.Entities) {
					t.Fatalf("attribution %d names entity %d of %d", i, e, len(n.Entities))
				}
			}
			if a.Outer < -1 || a.Outer >= len(as) || a.Outer == i || a.Head >= len(doc.Tokens) {
				t.Fatalf("attribution %d points nowhere: %+v", i, a)
			}
			for o, n := a.Outer, 0; o >= 0; o, n = as[o].Outer, n+1 {
				if n == len(as) {
					t.Fatalf("attribution %d is reported in a circle: %+v", i, a)
				}
			}
		}
	})
}
