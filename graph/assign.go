package graph

import (
	"context"
	"maps"
	"slices"

	"github.com/newsgraph/newsgraph/news"
)

// assignment says to which facts claims belong once a write is done.
type assignment struct {
	// added are the claims of the articles written, each with its fact.
	added []filed
	// keys are the keys of facts by their ids, as far as the write has met them.
	keys map[news.ID]string
	// moves are the digests whose claims go to another fact.
	moves []row
	// from are the facts that they leave.
	from []news.ID
	// filings say which stored claims take the place in the blocks of one that is gone.
	filings []row
	// read are the stored claims that were read on the way.
	read map[news.ID]filed
}

// assign decides to which facts the claims of the written articles belong,
// and which other claims change their fact by that.
//
// Of all claims of one digest one is filed in the blocks, and speaks there
// for the others, which belong where it belongs. So blocks are looked into
// only for digests that are new or gone.
func (w *writer) assign(ctx context.Context, removed []oldClaim, claims []news.Claim) (*assignment, error) {
	a := &assignment{keys: map[news.ID]string{}, read: map[news.ID]filed{}}
	a.added = make([]filed, len(claims))
	var digests []string
	for i := range claims {
		a.added[i] = w.fusion.file(&claims[i])
		digests = append(digests, a.added[i].digest)
	}
	for _, c := range removed {
		digests = append(digests, c.digest)
	}
	stored, err := w.digests(ctx, distinctTexts(digests))
	if err != nil {
		return nil, err
	}

	// fresh holds the first claim of each digest that the graph does not hold.
	fresh := map[string]*filed{}
	homes, touched := map[string]bool{}, map[string]bool{}
	for i := range a.added {
		c := &a.added[i]
		if _, ok := stored[c.digest]; ok || fresh[c.digest] != nil {
			continue
		}
		fresh[c.digest] = c
		homes[c.home] = true
		for _, block := range c.core {
			touched[block] = true
		}
		c.speaks = true
	}
	for _, c := range removed {
		if c.home == "" {
			continue
		}
		if other, ok := stored[c.digest]; ok {
			a.filings = append(a.filings, row{"claim": string(other.id), "home": c.home, "core": c.core})
			continue
		}
		w.left = append(w.left, c.core...)
		for _, block := range c.core {
			touched[block] = true
		}
	}
	if err := w.reassign(ctx, a, fresh, homes, touched); err != nil {
		return nil, err
	}
	moved := map[string]news.ID{}
	for _, m := range a.moves {
		moved[m["digest"].(string)] = news.ID(m["fact"].(string))
	}
	for i := range a.added {
		c := &a.added[i]
		switch {
		case fresh[c.digest] != nil:
			c.fact = fresh[c.digest].fact
		case moved[c.digest] != "":
			c.fact = moved[c.digest]
		default:
			c.fact = stored[c.digest].fact
		}
	}
	return a, nil
}

// standing is a stored claim of a digest.
type standing struct{ id, fact news.ID }

// digests returns for each digest that the graph holds one of its claims.
func (w *writer) digests(ctx context.Context, digests []string) (map[string]standing, error) {
	out := map[string]standing{}
	for part := range slices.Chunk(digests, chunk) {
		rows, err := w.do(ctx, "claim_digest", map[string]any{"digests": part})
		if err != nil {
			return nil, err
		}
		for _, r := range rows {
			out[text(r["digest"])] = standing{news.ID(text(r["id"])), news.ID(text(r["fact"]))}
		}
	}
	return out, nil
}

// reassign finds the facts of the fresh claims, and of stored claims that
// look for theirs in a block that changes.
func (w *writer) reassign(ctx context.Context, a *assignment, fresh map[string]*filed, homes, touched map[string]bool) error {
	if len(homes)+len(touched) == 0 {
		return nil
	}
	// Where complete claims come or go, all that look there must be looked at
	// again; so their homes need be read too.
	ids := map[news.ID]bool{}
	for part := range slices.Chunk(slices.Sorted(maps.Keys(touched)), chunk) {
		rows, err := w.do(ctx, "claim_home", map[string]any{"blocks": part})
		if err != nil {
			return err
		}
		for _, r := range rows {
			ids[news.ID(text(r["id"]))] = true
			homes[text(r["home"])] = true
		}
	}
	for part := range slices.Chunk(slices.Sorted(maps.Keys(homes)), chunk) {
		rows, err := w.do(ctx, "block_claims", map[string]any{"blocks": part})
		if err != nil {
			return err
		}
		for _, r := range rows {
			ids[news.ID(text(r["id"]))] = true
		}
	}
	if err := w.readClaims(ctx, a.read, ids); err != nil {
		return err
	}
	claims := make([]news.Claim, 0, len(ids)+len(fresh))
	for id := range ids {
		claims = append(claims, a.read[id].Claim)
	}
	for _, c := range fresh {
		claims = append(claims, c.Claim)
	}
	keys := w.fusion.Assign(claims)
	for _, c := range fresh {
		c.fact = a.factOf(keys[c.ID])
	}
	for id := range ids {
		c := a.read[id]
		if !touched[c.home] {
			continue
		}
		if fact := a.factOf(keys[id]); fact != c.fact {
			a.moves = append(a.moves, row{"digest": c.digest, "fact": string(fact), "type": string(c.Type)})
			a.from = append(a.from, c.fact)
		}
	}
	return nil
}

// factOf returns the id of the fact with this key.
func (a *assignment) factOf(key string) news.ID {
	id := news.NewID("fact", key)
	a.keys[id] = key
	return id
}

// readClaims adds the claims with these ids to known, unless they are there.
func (w *writer) readClaims(ctx context.Context, known map[news.ID]filed, ids map[news.ID]bool) error {
	var missing []string
	for id := range ids {
		if _, ok := known[id]; !ok {
			missing = append(missing, string(id))
		}
	}
	slices.Sort(missing)
	for part := range slices.Chunk(missing, chunk) {
		rows, err := w.do(ctx, "claim_read", map[string]any{"ids": part})
		if err != nil {
			return err
		}
		for _, r := range rows {
			c := claimOf(r)
			known[c.ID] = c
		}
	}
	return nil
}
