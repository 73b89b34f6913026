// Which claims support each owner that is a fact (oldest publication first), or are stated in
// each owner that is an article (in the order of the text)? A page of them.
// in: owners [fact or article id]; filter {types, standing, status [string] or null; minConfidence float or null}
//   page {order string (by what), missing (the key of rows that have none), after {key, id} or null,
//   keyUp, idUp boolean (which way keys and, within a key, ids run), limit integer}
// out: owner string, page [{key, claim {its properties, actors, attributedTo, fact, article, starts, ends, quotes}}] in order
UNWIND $owners AS owner
CALL (owner) {
  CALL (owner) {
    MATCH (:Fact {id: owner})<-[:SUPPORTS]-(c:Claim)-[s:STATED_IN]->(a:Article)
    RETURN c, s, a, c.published AS key
  UNION ALL
    MATCH (a:Article {id: owner})<-[s:STATED_IN]-(c:Claim)
    RETURN c, s, a, s.starts[0] AS key
  }
  WITH c, s, a, coalesce(key, $page.missing) AS key
  WHERE ($filter.types IS NULL OR c.type IN $filter.types)
    AND ($filter.standing IS NULL OR c.standing IN $filter.standing)
    AND ($filter.status IS NULL OR c.status IN $filter.status)
    AND ($filter.minConfidence IS NULL OR c.confidence >= $filter.minConfidence)
    AND ($page.after IS NULL
      OR CASE WHEN $page.keyUp THEN key > $page.after.key ELSE key < $page.after.key END
      OR (key = $page.after.key AND CASE WHEN $page.idUp THEN c.id > $page.after.id ELSE c.id < $page.after.id END))
  WITH c, s, a, key
  ORDER BY CASE WHEN $page.keyUp THEN key END, CASE WHEN NOT $page.keyUp THEN key END DESC,
           CASE WHEN $page.idUp THEN c.id END, CASE WHEN NOT $page.idUp THEN c.id END DESC
  LIMIT $page.limit
  RETURN collect({key: key, claim: c {.*, actors: [(c)-[n:NAMES]->(e:Entity) | {role: n.role, entity: e.id, for: n.for}],
      attributedTo: [(c)-[t:ATTRIBUTED_TO]->(e:Entity) | {depth: t.depth, entity: e.id}],
      fact: head([(c)-[:SUPPORTS]->(f:Fact) | f.id]),
      article: a.id, starts: s.starts, ends: s.ends, quotes: s.quotes}}) AS page
}
RETURN owner, page
