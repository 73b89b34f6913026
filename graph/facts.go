package graph

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"github.com/newsgraph/newsgraph/news"
)

// touchedFact is a fact of which claims come or go.
type touchedFact struct {
	id       news.ID
	key      string
	factType news.FactType // "" when all its claims are of written articles
	// before is the number of its claims before the write; stored is how many
	// of them, and of those that moved to it, are left in the graph.
	before, stored    int
	articles, origins int
	roles             []news.Actor
	// added are the claims of written articles; came, went those of other articles; removed those that are gone.
	added               []*filed
	came, went, removed []reference
}

// after is the number of the fact's claims after the write.
func (f *touchedFact) after() int { return f.stored + len(f.added) }

// reference is what counting needs of a claim.
type reference struct {
	article news.ID
	origin  string
}

// claims stores the claims of the written articles, and what follows from
// all claims that come, go or move for the facts that they support.
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
	if err := w.derive(ctx, a, facts); err != nil {
		return err
	}
	if err := w.storeClaims(ctx, written); err != nil {
		return err
	}
	if _, err := each(ctx, w, "claim_file", a.filings); err != nil {
		return err
	}
	tally(old, written, facts)
	return nil
}

// storeClaims stores the claims of the written articles, whose facts are there.
func (w *writer) storeClaims(ctx context.Context, written []planned) error {
	var entities, facts cast
	var rows []row
	for _, p := range written {
		claims := make([]row, len(p.claims))
		for i := range p.claims {
			claims[i] = claimRow(&p.claims[i], &entities, &facts)
		}
		if len(claims) > 0 {
			rows = append(rows, row{"article": string(p.Article.ID), "claims": claims})
		}
	}
	return w.parts(ctx, "claim_write", rows, row{"entities": entities.list(), "facts": facts.list()})
}

// touch moves the claims that change their fact, and returns all facts that
// claims join or leave.
func (w *writer) touch(ctx context.Context, a *assignment, removed []oldClaim) (map[news.ID]*touchedFact, error) {
	var targets []row
	ids := map[news.ID]bool{}
	for _, m := range a.moves {
		id := news.ID(m["fact"].(string))
		ids[id] = true
		targets = append(targets, row{"id": string(id), "key": a.keys[id]})
	}
	for _, id := range a.from {
		ids[id] = true
	}
	for i := range a.added {
		ids[a.added[i].fact] = true
	}
	for _, c := range removed {
		ids[c.fact] = true
	}
	if _, err := each(ctx, w, "fact_ensure", targets); err != nil {
		return nil, err
	}
	facts := map[news.ID]*touchedFact{}
	for part := range slices.Chunk(slices.Sorted(maps.Keys(ids)), chunk) {
		rows, err := w.do(ctx, "fact_state", map[string]any{"ids": texts(part)})
		if err != nil {
			return nil, err
		}
		for _, r := range rows {
			f := touchedFactOf(r)
			facts[f.id] = f
		}
	}
	for _, m := range a.moves {
		f, err := need(facts, news.ID(m["fact"].(string)))
		if err != nil {
			return nil, err
		}
		f.factType = news.FactType(m["type"].(string))
	}
	for i := range a.added {
		c := &a.added[i]
		f := facts[c.fact]
		if f == nil {
			f = &touchedFact{id: c.fact, key: a.keys[c.fact]}
			facts[c.fact] = f
		}
		f.added = append(f.added, c)
	}
	for _, c := range removed {
		f, err := need(facts, c.fact)
		if err != nil {
			return nil, err
		}
		f.removed = append(f.removed, reference{c.article, c.origin})
		f.stored--
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
		from.stored--
		to.stored++
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
		id: news.ID(text(r["id"])), key: text(r["key"]), factType: news.FactType(text(r["type"])), before: n, stored: n,
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
	var live []*touchedFact
	for _, id := range slices.Sorted(maps.Keys(facts)) {
		if f := facts[id]; f.after() > 0 {
			live = append(live, f)
		} else {
			gone = append(gone, id)
		}
	}
	if len(gone) > 0 {
		if _, err := w.do(ctx, "fact_delete", map[string]any{"ids": texts(gone)}); err != nil {
			return err
		}
	}
	claims, err := w.supporters(ctx, a, live)
	if err != nil {
		return err
	}
	return w.storeFacts(ctx, live, claims)
}

// storeFacts derives each fact from the claims that speak for it, and stores it.
func (w *writer) storeFacts(ctx context.Context, live []*touchedFact, claims map[news.ID][]news.Claim) error {
	var entities cast
	var rows, recast []row
	for _, t := range live {
		f := w.fusion.Derive(t.key, claims[t.id])
		if f.ID != t.id {
			return fmt.Errorf("fact %s: its key %q is that of fact %s", t.id, t.key, f.ID)
		}
		if t.after() > fewClaims {
			f.Articles, f.Origins = t.articles, t.origins
		}
		r := factRow(&f, t.after())
		roles := []row{}
		slices.SortFunc(f.Actors, compareActors)
		if !slices.Equal(f.Actors, t.roles) {
			if len(t.roles) > 0 {
				recast = append(recast, row{"id": string(t.id)})
			}
			for _, actor := range f.Actors {
				roles = append(roles, row{"role": string(actor.Role), "entity": entities.place(actor.Entity), "for": orNil(string(actor.For))})
			}
		}
		r["roles"] = roles
		rows = append(rows, r)
	}
	if _, err := each(ctx, w, "role_delete", recast); err != nil {
		return err
	}
	for part := range slices.Chunk(rows, chunk) {
		if _, err := w.do(ctx, "fact_write", map[string]any{"entities": entities.list(), "rows": part}); err != nil {
			return err
		}
	}
	return nil
}

// factRow returns what fact_write needs for a fact with this number of
// claims, but for the roles.
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
