// Package speech finds who says what: quotes and reported speech with
// speaker, cue, content, addressee and medium.
package speech

import (
	"github.com/newsgraph/newsgraph/extract/analyze"
)

// Attribution is one act of saying.
type Attribution struct {
	// Source holds the words that name the speaker ("Kremlin foreign policy aide Yuri Ushakov"); empty when nobody is named.
	Source []analyze.Range
	// Cue holds the words of the act ("said", "according to").
	Cue []analyze.Range
	// Content holds what is said, quote marks included; several stretches for a split quote.
	Content []analyze.Range
	// Direct is true when some of the content is in quotation marks.
	Direct bool
	// Verb is the lemma of the cue ("say"), Act its class: says, accuses, demands, threatens, rejects, supports, promises, denies, apologises.
	Verb, Act string
	// Speaker is an index into names.Names.Entities, or -1 when the source is no entity ("critics").
	Speaker int
	// Addressee is an entity index or -1.
	Addressee int
	// Medium is where it was said ("X", "reporters", "a statement"), as printed; "".
	Medium string
	// Outer is the index of the attribution that reports this one ("..., Al Jazeera reported"), or -1.
	Outer int
	// Outlet is true when the source is a news outlet that only reports ("according to Al Jazeera").
	Outlet bool
	// Cue head token, for dates and negation; -1 when the cue is no verb.
	Head int
	// Confidence is the probability that a careful reader agrees.
	Confidence float64
}
