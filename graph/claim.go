package graph

import (
	"cmp"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/news"
)

// claimValues returns the properties of a claim's node. Those of Details
// that the text does not give are absent.
func claimValues(c *filed) row {
	p := row{
		"id": string(c.ID), "type": string(c.Type), "status": string(c.Status), "standing": string(c.Standing()),
		"confidence": c.Confidence, "published": dateValue(c.Published),
		"triggerStart": c.Trigger.Start, "triggerEnd": c.Trigger.End,
		"digest": c.digest, "fact": string(c.fact),
	}
	if c.speaks {
		p["home"] = c.home
	}
	if c.ranked {
		p["rank"] = string(c.fact) + "|" + rank(&c.Claim)
	}
	dateValues(p, c.Date)
	detailValues(p, c.Type, &c.Details)
	if len(c.Content) > 0 {
		p["contentStarts"], p["contentEnds"] = spanValues(c.Content)
	}
	return p
}

// rank orders the claims of a fact by status, then publication, then id.
func rank(c *news.Claim) string {
	return strings.Join([]string{string(c.Status), c.Published.String(), string(c.ID)}, "|")
}

func dateValues(p row, r news.DateRange) {
	p["from"], p["to"], p["precision"] = dateValue(r.From), dateValue(r.To), orNil(string(r.Precision))
}

// detailValues adds the properties of d that a claim or fact of type t has.
func detailValues(p row, t news.FactType, d *news.Details) {
	for name, v := range map[string]string{
		"kind": d.Kind, "mode": d.Mode, "topic": d.Topic, "measure": d.Measure, "rate": d.Rate, "goods": d.Goods,
		"reason": d.Reason, "condition": d.Condition, "text": d.Text, "medium": d.Medium, "act": d.Act,
		"name": d.Name, "title": d.Title,
	} {
		if v != "" {
			p[name] = v
		}
	}
	if d.Count != 0 {
		p["count"] = d.Count
	}
	if d.Killed != nil {
		p["killed"] = *d.Killed
	}
	if d.Wounded != nil {
		p["wounded"] = *d.Wounded
	}
	if t == news.Statement || d.Direct {
		p["direct"] = d.Direct
	}
	if t == news.Position || d.Former || d.Acting {
		p["former"], p["acting"] = d.Former, d.Acting
	}
}

func spanValues(spans []news.Span) (starts, ends []int) {
	for _, s := range spans {
		starts, ends = append(starts, s.Start), append(ends, s.End)
	}
	return starts, ends
}

// claimRow returns all that claim_write needs for a claim.
func claimRow(c *filed, entities, facts *cast) row {
	var starts, ends []int
	var quotes []string
	for _, e := range c.Evidence {
		starts, ends, quotes = append(starts, e.Start), append(ends, e.End), append(quotes, e.Quote)
	}
	actors := make([]row, len(c.Actors))
	for i, a := range c.Actors {
		actors[i] = row{"role": string(a.Role), "entity": entities.place(a.Entity), "for": orNil(string(a.For))}
	}
	attributed := make([]row, len(c.AttributedTo))
	for i, id := range c.AttributedTo {
		attributed[i] = row{"entity": entities.place(id), "depth": i}
	}
	blocks := []string{}
	if c.speaks {
		blocks = c.core
	}
	return row{
		"claim": claimValues(c), "fact": facts.place(c.fact),
		"starts": starts, "ends": ends, "quotes": quotes,
		"actors": actors, "attributed": attributed, "blocks": blocks,
	}
}

// claimOf reads one row of claim_read: what fusion reads of a claim.
func claimOf(r row) filed {
	p, _ := r["claim"].(row)
	c := filed{digest: text(p["digest"]), home: text(p["home"]), fact: news.ID(text(p["fact"]))}
	c.ID, c.Article, c.Origin = news.ID(text(p["id"])), news.ID(text(r["article"])), text(r["origin"])
	c.Type, c.Status = news.FactType(text(p["type"])), news.Status(text(p["status"]))
	c.Date = news.DateRange{From: date(p["from"]), To: date(p["to"]), Precision: news.Precision(text(p["precision"]))}
	c.Details = detailsOf(p)
	c.Confidence, _ = p["confidence"].(float64)
	c.Published = date(p["published"])
	for _, a := range list(r["actors"]) {
		if a := list(a); len(a) == 3 {
			c.Actors = append(c.Actors, news.Actor{Role: news.Role(text(a[0])), Entity: news.ID(text(a[1])), For: news.ID(text(a[2]))})
		}
	}
	slices.SortFunc(c.Actors, compareActors)
	return c
}

// compareActors orders actors by role, entity and for whom they act.
func compareActors(a, b news.Actor) int {
	return cmp.Or(cmp.Compare(a.Role, b.Role), cmp.Compare(a.Entity, b.Entity), cmp.Compare(a.For, b.For))
}

func detailsOf(p row) news.Details {
	d := news.Details{
		Kind: text(p["kind"]), Mode: text(p["mode"]), Topic: text(p["topic"]), Count: number(p["count"]),
		Measure: text(p["measure"]), Rate: text(p["rate"]), Goods: text(p["goods"]),
		Reason: text(p["reason"]), Condition: text(p["condition"]),
		Text: text(p["text"]), Medium: text(p["medium"]), Act: text(p["act"]),
		Name: text(p["name"]), Title: text(p["title"]),
	}
	d.Direct, _ = p["direct"].(bool)
	d.Former, _ = p["former"].(bool)
	d.Acting, _ = p["acting"].(bool)
	if n, ok := p["killed"].(int64); ok {
		killed := int(n)
		d.Killed = &killed
	}
	if n, ok := p["wounded"].(int64); ok {
		wounded := int(n)
		d.Wounded = &wounded
	}
	return d
}

// spansOf reads spans from their starts and ends.
func spansOf(starts, ends any) []news.Span {
	s, e := numberList(starts), numberList(ends)
	var out []news.Span
	for i := range min(len(s), len(e)) {
		out = append(out, news.Span{Start: s[i], End: e[i]})
	}
	return out
}
