// The claims with these ids.
// in: ids [string]
// out: claim {its properties, actors, attributedTo, fact, article, starts, ends, quotes}
MATCH (c:Claim)-[s:STATED_IN]->(a:Article) WHERE c.id IN $ids
RETURN c {.*, actors: [(c)-[n:NAMES]->(e:Entity) | {role: n.role, entity: e.id, for: n.for}],
      attributedTo: [(c)-[t:ATTRIBUTED_TO]->(e:Entity) | {depth: t.depth, entity: e.id}],
      fact: head([(c)-[:SUPPORTS]->(f:Fact) | f.id]),
      article: a.id, starts: s.starts, ends: s.ends, quotes: s.quotes} AS claim
ORDER BY c.id
