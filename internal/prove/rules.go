package prove

import (
	"context"
	"errors"
	"fmt"
	"strings"
)

// rules are what no graph may hold, each with the statement that counts it.
var rules = []struct{ name, count string }{
	{"facts without exactly one standing", `MATCH (f:Fact)
WHERE size([l IN labels(f) WHERE l IN ['Occurred', 'Anticipated', 'Alleged', 'Negated']]) <> 1
   OR none(l IN labels(f) WHERE toLower(l) = f.standing) RETURN count(f)`},
	{"facts without exactly one type", `MATCH (f:Fact)
WHERE size([l IN labels(f) WHERE l IN ['Meeting', 'Sanction', 'Statement', 'Agreement', 'Position', 'Attack', 'Event']]) <> 1
   OR none(l IN labels(f) WHERE toLower(l) = f.type) RETURN count(f)`},
	{"facts without a claim", `MATCH (f:Fact) WHERE NOT EXISTS { (f)<-[:SUPPORTS]-(:Claim) } RETURN count(f)`},
	{"facts that count their claims wrongly", `MATCH (f:Fact)
WHERE f.claims <> COUNT { (f)<-[:SUPPORTS]-(:Claim) } RETURN count(f)`},
	{"facts that count their articles wrongly", `MATCH (f:Fact)
WHERE f.articles <> COUNT { MATCH (f)<-[:SUPPORTS]-(:Claim)-[:STATED_IN]->(a:Article) RETURN DISTINCT a } RETURN count(f)`},
	{"facts that count their origins wrongly", `MATCH (f:Fact)
WHERE f.origins <> COUNT { MATCH (f)<-[:SUPPORTS]-(:Claim)-[:STATED_IN]->(a:Article) RETURN DISTINCT a.origin } RETURN count(f)`},
	{"facts of another type than a claim of theirs", `MATCH (f:Fact)<-[:SUPPORTS]-(c:Claim) WHERE c.type <> f.type RETURN count(*)`},
	{"facts that end before they begin", `MATCH (f:Fact) WHERE f.to < f.from RETURN count(f)`},
	{"claims that do not support exactly one fact", `MATCH (c:Claim) WHERE COUNT { (c)-[:SUPPORTS]->(:Fact) } <> 1 RETURN count(c)`},
	{"claims that are not stated in exactly one article", `MATCH (c:Claim) WHERE COUNT { (c)-[:STATED_IN]->(:Article) } <> 1 RETURN count(c)`},
	{"claims without evidence", `MATCH (c:Claim)-[s:STATED_IN]->()
WHERE coalesce(size(s.quotes), 0) = 0 OR size(s.starts) <> size(s.quotes) OR size(s.ends) <> size(s.quotes) RETURN count(c)`},
	{"claims with another standing than their label tells", `MATCH (c:Claim)
WHERE NOT coalesce(c.standing, '') IN ['occurred', 'anticipated', 'alleged', 'negated'] RETURN count(c)`},
	{"roles in facts that no claim gives", `MATCH (e:Entity)-[r]->(f:Fact)
WHERE NOT EXISTS { MATCH (f)<-[:SUPPORTS]-(:Claim)-[n:NAMES]->(e) WHERE n.role = type(r) } RETURN count(r)`},
	{"roles in facts twice", `MATCH (e:Entity)-[r]->(f:Fact) WITH e, f, type(r) AS role, r.for AS whom, count(*) AS n WHERE n > 1 RETURN count(*)`},
	{"entities without exactly one type", `MATCH (e:Entity)
WHERE size([l IN labels(e) WHERE l IN ['Person', 'Country', 'Organization', 'Place']]) <> 1 RETURN count(e)`},
	{"entities of which nothing speaks", `MATCH (e:Entity) WHERE NOT EXISTS { (e)<-[:MENTIONS|NAMES|ATTRIBUTED_TO]-() } AND e.articles IS NULL RETURN count(e)`},
	{"entities without a name", `MATCH (e:Entity) WHERE coalesce(e.name, '') = '' RETURN count(e)`},
	{"mentions without a place", `MATCH ()-[m:MENTIONS]->()
WHERE m.count <> size(m.starts) OR m.count <> size(m.ends) OR m.count <> size(m.kinds) OR m.count = 0 RETURN count(m)`},
	{"mentions outside of the text", `MATCH (a:Article)-[m:MENTIONS]->()
WHERE any(i IN range(0, m.count - 1) WHERE m.starts[i] < 0 OR m.ends[i] <= m.starts[i]) RETURN count(m)`},
	{"outlets without an article", `MATCH (s:Source) WHERE NOT EXISTS { (s)-[:PUBLISHED]->(:Article) } RETURN count(s)`},
	{"nodes that share an id", `MATCH (n) WHERE n.id IS NOT NULL WITH n.id AS id, count(*) AS n WHERE n > 1 RETURN count(*)`},
	{"empty blocks", `MATCH (b:Block) WHERE NOT EXISTS { (b)<-[:FILED_IN]-(:Claim) } RETURN count(b)`},
}

// rules checks that the graph breaks none of its rules, and that it holds
// whole articles only: each with exactly the text in force.
func (w *world) rules(ctx context.Context) error {
	var broken []error
	for _, r := range rules {
		n, err := w.count(ctx, r.count)
		switch {
		case err != nil:
			broken = append(broken, fmt.Errorf("%s: %w", r.name, err))
		case n > 0:
			broken = append(broken, fmt.Errorf("%d %s", n, r.name))
		}
	}
	return errors.Join(broken...)
}

// texts returns the texts of all articles in the graph, and checks that they
// are those in force.
func (w *world) texts(ctx context.Context) (map[string][]rune, error) {
	rows, err := w.query(ctx, "MATCH (a:Article) RETURN a.id, a.text")
	if err != nil {
		return nil, err
	}
	want := inForce(w.articles)
	out := make(map[string][]rune, len(rows))
	var broken []string
	for _, r := range rows {
		id, _ := r[0].(string)
		text, _ := r[1].(string)
		if text != want[id] {
			broken = append(broken, id)
		}
		out[id] = []rune(text)
	}
	if len(broken) > 0 || len(rows) != len(want) {
		return nil, fmt.Errorf("%d articles are in the graph, want %d; with another text than the one in force: %s", len(rows), len(want), strings.Join(broken, ", "))
	}
	return out, nil
}
