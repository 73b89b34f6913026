package graph

import (
	"encoding/json"
	"slices"

	"github.com/newsgraph/newsgraph/news"
)

// Fusion holds the functions that decide which claims speak of the same
// fact. They are those of package fusion; whoever opens a Store hands them
// in, since graph knows only news.
type Fusion struct {
	// Of a claim these read neither evidence, content and trigger nor who is
	// quoted for it.

	// Blocks returns the block in which a claim looks for facts that it may
	// belong to, and the blocks under which other claims find it.
	Blocks func(c *news.Claim) (home string, core []string)
	// Assign returns the key of the fact of each claim. The answer is right
	// for every claim when all complete claims found in its home are among
	// those given. It reads of a claim no more than outline keeps, and the ids
	// of claim and article where a claim says too little to be told from others.
	Assign func(claims []news.Claim) map[news.ID]string
	// Derive returns the fact with this key that the claims make, with the
	// id news.NewID("fact", key).
	Derive func(key string, claims []news.Claim) news.Fact
}

// outline returns what decides to which fact a claim belongs. Claims of one
// outline belong to one fact, however many articles repeat them, so that the
// thousandth article that calls somebody president costs no more than the
// second.
func outline(c *news.Claim) news.Claim {
	o := news.Claim{Type: c.Type, Status: c.Status, Actors: c.Actors, Date: c.Date, Published: c.Published}
	// Of the status only the standing counts.
	if alike := news.Statuses(c.Type, c.Standing()); len(alike) > 0 {
		o.Status = alike[0]
	}
	// The day of the report stands in for a date that the text does not
	// give. A position needs none, and sanctions are told apart by it even so.
	if c.Type == news.Position || c.Type != news.Sanction && !c.Date.IsZero() {
		o.Published = news.Date{}
	}
	o.Kind, o.Mode, o.Count = c.Kind, c.Mode, c.Count
	o.Measure, o.Rate = c.Measure, c.Rate
	o.Text, o.Name, o.Title = c.Text, c.Name, c.Title
	return o
}

// filed is a claim with where it is filed.
type filed struct {
	news.Claim
	// digest is equal for claims of one outline.
	digest string
	home   string
	core   []string
	// fact is the id of the fact that it supports, once that is known.
	fact news.ID
	// speaks is true when it stands in the blocks for all claims of its digest.
	speaks bool
	// ranked is true when its fact has so many claims that an index orders them.
	ranked bool
}

// file returns c with its digest and blocks.
func (f *Fusion) file(c *news.Claim) filed {
	out := filed{Claim: *c}
	out.home, out.core = f.Blocks(c)
	o := outline(c)
	text, err := json.Marshal(o)
	if err != nil {
		// Nothing in an outline can fail to be JSON; such a claim stands by itself.
		out.digest = string(c.ID)
		return out
	}
	digest := news.NewID("digest", string(text))
	o.ID, o.Article = digest, digest
	if home, core := f.Blocks(&o); home == out.home && slices.Equal(core, out.core) && f.alone(&o) == f.alone(c) {
		out.digest = string(digest)
	} else {
		// The claim names so little that its own id or its article's is part of its key.
		out.digest = string(c.ID)
	}
	return out
}

// alone returns the key that c has when there are no other claims.
func (f *Fusion) alone(c *news.Claim) string { return f.Assign([]news.Claim{*c})[c.ID] }
