package graph

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"github.com/newsgraph/newsgraph/news"
)

// A fact of many claims is derived from some of them, so that the work for an
// article does not grow with the number of articles before it: from the
// earliest and the latest of each status. Which claims those are, and how
// many articles and origins there are in all, depends on the set of claims
// alone, so the fact does too.
const (
	// fewClaims is the greatest number of claims from which a fact is derived as they are.
	fewClaims = 64
	// sampleClaims is how many of the earliest, and how many of the latest, claims of each status speak for a fact of more claims.
	sampleClaims = 16
)

// touchedFact is a fact of which claims come or go.
type touchedFact struct {
	id, key string
	known   bool // the graph held it before
	// before is the number of its claims before the write, after the one after it.
	before, after     int
	articles, origins int
	roles             []news.Actor
	// added are the claims of written articles; came, went those of other articles; removed those that are gone.
	added               []*filed
	came, went, removed []reference
}

// reference is what counting needs of a claim.
type reference struct {
	article news.ID
	origin  string
}

// claims stores the claims of the written articles and derives the facts of
// all claims that come, go or move.
func (w *writer) claims(ctx context.Context, old []content, written []planned) error {
	var removed []oldClaim
	for _, c := range old {
		removed = append(removed, c.claims...)
	}
	var claims []news.Claim
	for _, p := range written {
		claims = append(claims, p.Entry.claims()...)
	}
	a, err := w.assign(ctx, removed, claims)
	if err != nil {
		return err
	}
	rest := a.added
	for i := range written {
		n := slices.IndexFunc(rest, func(c filed) bool { return c.Article != written[i].Article.ID })
		if n < 0 {
			n = len(rest)
		}
		written[i].claims, rest = rest[:n], rest[n:]
	}
	facts, err := w.touch(ctx, a, removed)
	if err != nil {
		return err
	}
	rows := make([]row, len(a.added))
	for i := range a.added {
		rows[i] = claimRow(&a.added[i])
	}
	if _, err := each(ctx, w, "claim_write", rows); err != nil {
		return err
	}
	if _, err := each(ctx, w, "claim_file", a.filings); err != nil {
		return err
	}
	if err := w.derive(ctx, a, facts); err != nil {
		return err
	}
	tally(old, written, facts)
	return nil
}

// touch makes sure that the facts of all claims that come exist, moves the
// claims that change their fact, and returns all facts that claims join or leave.
func (w *writer) touch(ctx context.Context, a *assignment, removed []oldClaim) (map[news.ID]*touchedFact, error) {
	ids := slices.Clone(a.from)
	joined := map[news.ID]bool{}
	for i := range a.added {
		joined[a.added[i].fact] = true
	}
	for _, m := range a.moves {
		joined[news.ID(m["fact"].(string))] = true
	}
	var rows []row
	for _, id := range slices.Sorted(maps.Keys(joined)) {
		rows = append(rows, row{"id": string(id), "key": orNil(a.keys[id])})
		ids = append(ids, id)
	}
	for _, c := range removed {
		ids = append(ids, c.fact)
	}
	if _, err := each(ctx, w, "fact_ensure", rows); err != nil {
		return nil, err
	}
	slices.Sort(ids)
	facts := map[news.ID]*touchedFact{}
	for part := range slices.Chunk(slices.Compact(ids), chunk) {
		rows, err := w.do(ctx, "fact_state", map[string]any{"ids": texts(part)})
		if err != nil {
			return nil, err
		}
		for _, r := range rows {
			f := touchedFactOf(r)
			facts[news.ID(f.id)] = f
		}
	}
	for i := range a.added {
		f, err := need(facts, a.added[i].fact)
		if err != nil {
			return nil, err
		}
		f.added = append(f.added, &a.added[i])
		f.after++
	}
	for _, c := range removed {
		f, err := need(facts, c.fact)
		if err != nil {
			return nil, err
		}
		f.removed = append(f.removed, reference{c.article, c.origin})
		f.after--
	}
	moved, err := each(ctx, w, "claim_move", a.moves)
	if err != nil {
		return nil, err
	}
	for _, r := range moved {
		from, err := need(facts, news.ID(text(r["from"])))
		if err != nil {
			return nil, err
		}
		to, err := need(facts, news.ID(text(r["to"])))
		if err != nil {
			return nil, err
		}
		ref := reference{news.ID(text(r["article"])), text(r["origin"])}
		from.went, to.came = append(from.went, ref), append(to.came, ref)
		from.after--
		to.after++
	}
	return facts, nil
}

// need returns a fact that a claim of the graph supports, so that it must be there.
func need(facts map[news.ID]*touchedFact, id news.ID) (*touchedFact, error) {
	if f, ok := facts[id]; ok {
		return f, nil
	}
	return nil, fmt.Errorf("fact %s has claims, but is not in the graph", id)
}

func touchedFactOf(r row) *touchedFact {
	n := number(r["claims"])
	f := &touchedFact{
		id: text(r["id"]), key: text(r["key"]), known: n > 0, before: n, after: n,
		articles: number(r["articles"]), origins: number(r["origins"]),
	}
	for _, v := range list(r["roles"]) {
		if v := list(v); len(v) == 3 {
			f.roles = append(f.roles, news.Actor{Role: news.Role(text(v[0])), Entity: news.ID(text(v[1])), For: news.ID(text(v[2]))})
		}
	}
	slices.SortFunc(f.roles, compareActors)
	return f
}

// derive derives the facts anew, and removes those that no claim supports any more.
func (w *writer) derive(ctx context.Context, a *assignment, facts map[news.ID]*touchedFact) error {
	var gone []news.ID
	var some, many []*touchedFact
	claims := map[news.ID][]news.ID{}
	for _, id := range slices.Sorted(maps.Keys(facts)) {
		switch f := facts[id]; {
		case f.after <= 0:
			gone = append(gone, id)
		case f.after == len(f.added): // all its claims are at hand
			for _, c := range f.added {
				claims[id] = append(claims[id], c.ID)
			}
		case f.after <= fewClaims:
			some = append(some, f)
		}
		if facts[id].after > fewClaims {
			many = append(many, facts[id])
			delete(claims, id)
		}
	}
	if len(gone) > 0 {
		if _, err := w.do(ctx, "fact_delete", map[string]any{"ids": texts(gone)}); err != nil {
			return err
		}
	}
	if err := w.supporters(ctx, claims, some, many); err != nil {
		return err
	}
	if err := w.count(ctx, many); err != nil {
		return err
	}
	at := map[news.ID]filed{}
	maps.Copy(at, a.read)
	for i := range a.added {
		at[a.added[i].ID] = a.added[i]
	}
	wanted := map[news.ID]bool{}
	for _, ids := range claims {
		for _, id := range ids {
			wanted[id] = true
		}
	}
	if err := w.readClaims(ctx, at, wanted); err != nil {
		return err
	}
	return w.storeFacts(ctx, facts, claims, at)
}

// storeFacts derives and stores each fact that has claims.
func (w *writer) storeFacts(ctx context.Context, facts map[news.ID]*touchedFact, claims map[news.ID][]news.ID, at map[news.ID]filed) error {
	var rows, cast, roles []row
	for _, id := range slices.Sorted(maps.Keys(claims)) {
		t := facts[id]
		set := make([]news.Claim, len(claims[id]))
		for i, claim := range claims[id] {
			set[i] = at[claim].Claim
		}
		f := w.fusion.Derive(t.key, set)
		if f.ID != id {
			return fmt.Errorf("fact %s: its key %q is that of fact %s", id, t.key, f.ID)
		}
		if t.after > fewClaims {
			f.Articles, f.Origins = t.articles, t.origins
		}
		rows = append(rows, factRow(&f, t.after))
		slices.SortFunc(f.Actors, compareActors)
		if slices.Equal(f.Actors, t.roles) {
			continue
		}
		if len(t.roles) > 0 {
			cast = append(cast, row{"id": string(id)})
		}
		for _, actor := range f.Actors {
			roles = append(roles, row{"fact": string(id), "role": string(actor.Role), "entity": string(actor.Entity), "for": orNil(string(actor.For))})
		}
	}
	if _, err := each(ctx, w, "fact_write", rows); err != nil {
		return err
	}
	if _, err := each(ctx, w, "role_delete", cast); err != nil {
		return err
	}
	_, err := each(ctx, w, "role_write", roles)
	return err
}

// factRow returns all that fact_write needs for a fact with this number of claims.
func factRow(f *news.Fact, claims int) row {
	p := row{
		"id": string(f.ID), "key": f.Key, "type": string(f.Type), "status": string(f.Status), "standing": string(f.Standing),
		"firstReported": dateValue(f.FirstReported), "lastReported": dateValue(f.LastReported),
		"articles": f.Articles, "origins": f.Origins, "claims": claims,
		"confidence": f.Confidence, "contested": f.Contested, "inForce": orNil(f.InForce),
	}
	dateValues(p, f.Date)
	detailValues(p, f.Type, &f.Details)
	return row{"id": string(f.ID), "fact": p, "labels": []string{label(string(f.Type)), label(string(f.Standing))}}
}
